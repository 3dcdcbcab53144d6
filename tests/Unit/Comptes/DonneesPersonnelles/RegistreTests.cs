using FaireAvec.Comptes.DonneesPersonnelles;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Tests.Unit.Comptes.DonneesPersonnelles;

/// <summary>The register of processing: what is shipped holds, and a register that doesn't is told why.</summary>
public sealed class RegistreTests
{
    private static readonly RegistreDesTraitements Livre = new(new ConfigurationBuilder().AddInMemoryCollection([new("Donnees:Livrees", Depot.Chemin("data"))]).Build());

    [Theory]
    [InlineData("P12M", 0, 12, 0, "12 mois")]
    [InlineData("P5Y", 5, 0, 0, "5 ans")]
    [InlineData("P1Y6M", 1, 6, 0, "1 an et 6 mois")]
    [InlineData("P1D", 0, 0, 1, "1 jour")]
    [InlineData("P2Y3M4D", 2, 3, 4, "2 ans et 3 mois et 4 jours")]
    public void Une_duree_se_lit_et_se_dit(string texte, int annees, int mois, int jours, string mots)
    {
        var duree = DureeDeConservation.Lire(texte)!.Value;
        Assert.Equal(new DureeDeConservation(annees, mois, jours), duree);
        Assert.Equal(mots, duree.EnMots().Replace('\u00a0', ' '));
        Assert.Equal(texte, duree.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("12M")]
    [InlineData("P12")]
    [InlineData("P0M")]
    [InlineData("PM")]
    [InlineData("P1M1Y")]
    [InlineData("P1M1M")]
    [InlineData("P-1M")]
    [InlineData("PT1H")]
    [InlineData("P1,5Y")]
    [InlineData("P999999Y")]
    [InlineData("P1Y ")]
    [InlineData("P99999999999999999999Y")]
    public void Ce_qui_n_est_pas_une_duree_est_refuse(string? texte) => Assert.Null(DureeDeConservation.Lire(texte));

    [Fact]
    public void N_importe_quel_texte_donne_une_duree_qui_se_relit_ou_rien() =>
        Prop.ForAll<string?>(texte => DureeDeConservation.Lire(texte) is not { } duree || DureeDeConservation.Lire(duree.ToString()) == duree).QuickCheckThrowOnFailure();

    [Fact]
    public void La_limite_recule_de_la_duree()
    {
        var maintenant = new DateTimeOffset(2028, 2, 29, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(new DateTimeOffset(2027, 2, 28, 12, 0, 0, TimeSpan.Zero), DureeDeConservation.Lire("P1Y")!.Value.Avant(maintenant));
        Assert.Equal(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero), DureeDeConservation.Lire("P1Y3M")!.Value.Avant(maintenant));
        Assert.Equal(maintenant.AddMonths(-12), Livre.Limite("comptes.sessions", maintenant));
        Assert.Throws<InvalidOperationException>(() => Livre.Limite("comptes.inconnue", maintenant));
    }

    [Fact]
    public void Le_registre_livre_se_lit_en_entier()
    {
        Assert.Contains(Livre.Traitements, t => t.Cle == "comptes");
        Assert.Contains(Livre.Traitements, t => t.Etat == EtatDeTraitement.Prevu);
        Assert.Equal("12 mois à compter de la clôture du compte", Livre.Traitements.Single(t => t.Cle == "comptes").Conservation.Phrase.Replace('\u00a0', ' '));
        Assert.Equal("5 ans à compter du retrait de l’accord", Livre.Traitements.Single(t => t.Cle == "accords").Conservation.Phrase.Replace('\u00a0', ' '));
        Assert.All(Livre.Textes.GroupBy(t => t.Finalite), g => Assert.Equal(Enumerable.Range(1, g.Count()), g.Select(t => t.Version)));
        Assert.All(Livre.Textes, t => Assert.False(string.IsNullOrWhiteSpace(t.Titre) || string.IsNullOrWhiteSpace(t.Texte)));
    }

    [Theory]
    [InlineData("sans purge ni raison")]
    [InlineData("purge et raison")]
    [InlineData("purge inconnue")]
    [InlineData("purge sans durée")]
    [InlineData("durée fausse")]
    [InlineData("base fausse")]
    [InlineData("rubrique vide")]
    [InlineData("clé fausse")]
    public void Un_registre_qui_ne_tient_pas_le_dit(string faute)
    {
        var bon = Livre.Traitements.Single(t => t.Cle == "comptes");
        Assert.Empty(RegistreValide.Defauts([bon], ["comptes.comptes"]));
        var mauvais = faute switch
        {
            "sans purge ni raison" => bon with { Purge = null },
            "purge et raison" => bon with { SansPurge = "Parce que" },
            "purge inconnue" => bon with { Purge = "comptes.autre" },
            "purge sans durée" => bon with { Conservation = bon.Conservation with { Duree = null, EnMots = "toujours" } },
            "durée fausse" => bon with { Conservation = bon.Conservation with { Duree = "12 mois" } },
            "base fausse" => bon with { Base = "6-1-z" },
            "rubrique vide" => bon with { Finalite = " " },
            _ => bon with { Cle = "Les comptes" },
        };
        Assert.NotEmpty(RegistreValide.Defauts([mauvais], ["comptes.comptes"]));
    }

    [Fact]
    public void Une_purge_que_le_registre_ignore_est_une_faute() =>
        Assert.Equal("La purge « module.oubliee » n’applique la durée d’aucun traitement.", Assert.Single(RegistreValide.Defauts([], ["module.oubliee"])));

    [Fact]
    public void Deux_traitements_du_meme_nom_sont_une_faute() =>
        Assert.Contains(RegistreValide.Defauts([.. Livre.Traitements, Livre.Traitements[0]], [.. Livre.Traitements.Select(t => t.Purge).OfType<string>()]), d => d.Contains("deux fois", StringComparison.Ordinal));
}
