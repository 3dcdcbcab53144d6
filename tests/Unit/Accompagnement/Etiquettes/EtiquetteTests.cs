using FaireAvec.Accompagnement.Domain.Etiquettes;

namespace FaireAvec.Tests.Unit.Accompagnement.Etiquettes;

public sealed class EtiquetteTests
{
    private static readonly DateTimeOffset Maintenant = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Camille = Guid.Parse("01a21000-0000-7000-8000-000000000001");
    private static readonly Guid Equipe = Guid.Parse("01a21000-0000-7000-8000-000000000002");

    [Theory]
    [InlineData("Action d’automne")]
    [InlineData("  CCAS   2026 ")]
    [InlineData("Madame numérique")]
    [InlineData("M@thématiques")]
    public void Un_nom_d_action_est_accepte(string nom) => Assert.Equal(string.Join(' ', nom.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), NomDEtiquette.Lire(nom).Valeur);

    [Theory]
    [InlineData(null, "ACC-260")]
    [InlineData("ab", "ACC-260")]
    [InlineData("12 345", "ACC-260")]
    [InlineData("Mme Exemple", "ACC-261")]
    [InlineData("Suivi de M. Exemple", "ACC-261")]
    [InlineData("appeler 06 39 98 00 01", "ACC-261")]
    [InlineData("camille@example.org", "ACC-261")]
    [InlineData("dossier 2 69 05 49 588 157 80", "ACC-261")]
    [InlineData("mdp: Soleil2024!", "ACC-261")]
    public void Un_nom_trop_court_ou_qui_nomme_quelqu_un_est_refuse(string? nom, string code) => Assert.Equal(code, NomDEtiquette.Lire(nom).Erreur!.Code);

    [Fact]
    public void Un_nom_trop_long_ou_des_precisions_qui_parlent_de_quelqu_un_sont_refuses()
    {
        Assert.Equal("ACC-260", NomDEtiquette.Lire(new string('a', 81)).Erreur!.Code);
        Assert.Equal("ACC-263", NomDEtiquette.LireDescription(new string('a', 281)).Erreur!.Code);
        Assert.Equal("ACC-264", NomDEtiquette.LireDescription("écrire à camille@example.org").Erreur!.Code);
        Assert.Null(NomDEtiquette.LireDescription("  ").Valeur);
    }

    [Theory]
    [InlineData(EtatDEtiquette.Proposee, EtatDEtiquette.Rangee, true)]
    [InlineData(EtatDEtiquette.Proposee, EtatDEtiquette.Reunie, true)]
    [InlineData(EtatDEtiquette.Rangee, EtatDEtiquette.Proposee, true)]
    [InlineData(EtatDEtiquette.Rangee, EtatDEtiquette.Reunie, true)]
    [InlineData(EtatDEtiquette.Reunie, EtatDEtiquette.Proposee, true)]
    [InlineData(EtatDEtiquette.Reunie, EtatDEtiquette.Rangee, false)]
    [InlineData(EtatDEtiquette.Proposee, EtatDEtiquette.Proposee, false)]
    internal void Les_etats_sont_une_table(EtatDEtiquette de, EtatDEtiquette vers, bool permis) => Assert.Equal(permis, EtatsDEtiquette.Permet(de, vers));

    [Fact]
    public void Une_etiquette_se_range_se_reunit_et_se_reprend()
    {
        var (a, b) = (De(PorteeDEtiquette.Personnelle), De(PorteeDEtiquette.Personnelle));
        Assert.Null(a.Ranger(Maintenant));
        Assert.Equal("ACC-267", a.Ranger(Maintenant)!.Code);
        Assert.Null(a.ReunirDans(b));
        Assert.Equal(EtatDEtiquette.Reunie, a.Etat);
        Assert.Equal("ACC-267", b.ReunirDans(a)!.Code);
        Assert.Null(a.Reprendre());
        Assert.Equal(EtatDEtiquette.Proposee, a.Etat);
    }

    [Fact]
    public void Une_etiquette_ne_se_reunit_ni_avec_elle_meme_ni_avec_une_plus_etroite_ni_avec_une_autre_equipe()
    {
        var (mienne, commune) = (De(PorteeDEtiquette.Personnelle), De(PorteeDEtiquette.Equipe));
        Assert.Null(UneEtiquetteNeRetrecitPas.Refus(mienne, commune));
        Assert.Equal("ACC-269", UneEtiquetteNeRetrecitPas.Refus(commune, mienne)!.Code);
        Assert.Equal("ACC-268", UneEtiquetteNeRetrecitPas.Refus(mienne, mienne)!.Code);
        Assert.Equal("ACC-269", UneEtiquetteNeRetrecitPas.Refus(commune, De(PorteeDEtiquette.Equipe, Guid.CreateVersion7()))!.Code);
        Assert.Equal("ACC-269", UneEtiquetteNeRetrecitPas.Refus(mienne, De(PorteeDEtiquette.Personnelle, Guid.CreateVersion7()))!.Code);
    }

    [Fact]
    public void Un_petit_nombre_de_personnes_n_est_pas_montre_et_une_reunie_compte_avec_l_autre()
    {
        var (a, b, autre) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        CompteurDEtiquette[] compteurs = [Compteur(a, 2, 6), Compteur(b, 1, 4), Compteur(autre, 9, 90)];
        var total = Assert.Single(TotalDEtiquette.De(compteurs, id => id == autre ? null : a, _ => "Automne"));
        Assert.Equal(new TotalDEtiquette("Automne", 3, null), total);
        Assert.Equal(11, Assert.Single(TotalDEtiquette.De([Compteur(a, 1, 11)], _ => a, _ => "Automne")).Accompagnements);
        Assert.Equal(0, Assert.Single(TotalDEtiquette.De([Compteur(a, 1, 0)], _ => a, _ => "Automne")).Accompagnements);
        Assert.Empty(TotalDEtiquette.De([Compteur(a, 0, 0)], _ => a, _ => "Automne"));
    }

    private static CompteurDEtiquette Compteur(Guid etiquette, int activites, int accompagnements) =>
        new() { Etiquette = etiquette, Jour = new DateOnly(2026, 11, 26), Equipes = [Equipe], Activites = activites, Accompagnements = accompagnements };

    private static Etiquette De(PorteeDEtiquette portee, Guid? proprietaire = null) => new()
    {
        Id = Guid.CreateVersion7(),
        Portee = portee,
        Proprietaire = proprietaire ?? (portee == PorteeDEtiquette.Equipe ? Equipe : Camille),
        Auteur = Camille,
        Nom = "Essai",
        CreeeLe = Maintenant,
    };
}
