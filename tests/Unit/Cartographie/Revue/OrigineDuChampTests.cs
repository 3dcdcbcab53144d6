using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Revue;

namespace FaireAvec.Tests.Unit.Cartographie.Revue;

/// <summary>Each published field says where it comes from; each change says what it did.</summary>
public class OrigineDuChampTests
{
    private static readonly DateTimeOffset Hier = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    private readonly FicheLieu _a = new() { Id = "a_1", Source = "a", Nom = "Mairie", Telephone = "+33477000000", Services = ["Un", "Deux"] };
    private readonly FicheLieu _b = new() { Id = "b_1", Source = "b", Nom = "Mairie", Services = ["Trois"] };

    [Fact]
    public void Une_valeur_vient_des_sources_qui_la_disent()
    {
        var origines = OrigineDuChamp.De(new FicheLieu { Nom = "Mairie", Telephone = "+33477000000", Services = ["Un", "Deux", "Trois"] }, [_a, _b], []).ToDictionary(o => o.Champ);
        Assert.Equal(["a", "b"], origines["nom"].Sources);
        Assert.Equal(["a"], origines["telephone"].Sources);
        Assert.Equal(["a", "b"], origines["services"].Sources);
        Assert.Empty(origines["adresse"].Sources);
        Assert.DoesNotContain("id", origines.Keys);
    }

    [Fact]
    public void Une_correction_l_emporte_et_la_source_corrigee_ne_dit_plus_rien()
    {
        var correction = new CorrectionDeChamp { Id = Guid.Empty, Lieu = "a_1", Champ = "telephone", Valeur = "+33477000001", ValeurDeLaSource = "+33477000000", Auteur = "x", CreeeLe = Hier };
        var origine = OrigineDuChamp.De(new FicheLieu { Telephone = "+33477000001" }, [_a], [correction]).Single(o => o.Champ == "telephone");
        Assert.Same(correction, origine.Correction);
        Assert.Empty(origine.Sources);
    }

    [Fact]
    public void L_historique_dit_les_champs_qui_ont_change()
    {
        var change = ChangementDeLieu.De(new HistoriqueDeLieu { Lieu = "a_1", Auteur = "x", Instant = Hier, Motif = "Vu", Avant = """{"nom":"Mairie","services":["Un"],"retenu":null}""", Apres = """{"nom":"Mairie","services":["Un","Deux"],"retenu":"depublie"}""" });
        Assert.Equal("modification", change.Sorte);
        Assert.Equal([new("services", "Un", "Un|Deux"), new("retenu", null, "depublie")], change.Champs);
    }

    [Theory]
    [InlineData(null, "{}", "ajout")]
    [InlineData("{}", null, "retrait")]
    public void Une_fiche_arrive_et_part(string? avant, string? apres, string sorte) =>
        Assert.Equal(sorte, ChangementDeLieu.De(new HistoriqueDeLieu { Lieu = "a_1", Auteur = "x", Instant = Hier, Avant = avant, Apres = apres }).Sorte);

    [Fact]
    public void Une_correction_close_a_un_debut_et_une_fin()
    {
        var correction = new CorrectionDeChamp { Id = Guid.Empty, Lieu = "a_1", Champ = "nom", Valeur = "B", ValeurDeLaSource = "A", Auteur = "x", CreeeLe = Hier };
        Assert.Equal(["correction"], ChangementDeLieu.De(correction).Select(c => c.Sorte));
        correction.Passer(EtatCorrection.Retiree, Hier.AddHours(1));
        Assert.Equal(["correction", "correction-retiree"], ChangementDeLieu.De(correction).Select(c => c.Sorte));
    }
}
