using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Constructeurs;

namespace FaireAvec.Tests.Unit.Cartographie.Sources;

/// <summary>What is shown, made of source records.</summary>
public sealed class CompositionTests
{
    [Fact]
    public void Une_correction_est_montree_et_la_fiche_reste_comme_sa_source_l_a_ecrite()
    {
        var fiche = Fiche("a");
        var composition = Faire([fiche], corrections: [Correction("a", "telephone", "+33199000002"), Correction("a", "services", $"{Vocabulaire.Outils}|{Vocabulaire.Emploi}"), Correction("inconnue", "nom", "X")]);
        var lieu = Assert.Single(composition.Lieux);
        Assert.Equal("+33199000002", lieu.Telephone);
        Assert.Equal([Vocabulaire.Outils, Vocabulaire.Emploi], lieu.Services);
        Assert.Null(fiche.Telephone);
        Assert.Equal(fiche.CreeLe, lieu.CreeLe);
    }

    [Fact]
    public void Un_groupe_est_un_lieu_sous_l_identifiant_du_groupe_et_ses_fiches_y_menent()
    {
        var composition = Faire([Fiche("a"), Fiche("b"), Fiche("c")], membres: [("a", "b"), ("b", "b")]);
        Assert.Equal(["b", "c"], composition.Lieux.Select(l => l.Id).Order());
        Assert.Equal(("b", "b", "c"), (composition.PublicDe("a"), composition.PublicDe("b"), composition.PublicDe("c")));
        Assert.Equal(["a", "b"], composition.FichesDe("b"));
        Assert.Equal(["c"], composition.FichesDe("c"));
        var index = new IndexLieux(composition.Lieux, _ => "42", "v", composition.Redirections);
        Assert.Equal("b", index[index.RangDe("a")].Id);
        Assert.Equal(2, index.Nombre);
    }

    [Fact]
    public void Un_groupe_dont_la_fiche_principale_a_disparu_garde_son_identifiant_jusqu_au_prochain_regroupement()
    {
        var composition = Faire([Fiche("b")], membres: [("a", "a"), ("b", "a")]);
        Assert.Equal("a", Assert.Single(composition.Lieux).Id);
        Assert.Equal("a", composition.Redirections["b"]);
    }

    [Fact]
    public void Un_groupe_dont_une_fiche_est_celle_d_un_hebergement_n_est_pas_montre() =>
        Assert.Empty(Faire([Fiche("b")], membres: [("a", "b"), ("b", "b")], retenus: ["b"]).Lieux);

    [Fact]
    public void Un_lieu_dont_une_correction_fait_un_hebergement_n_est_plus_montre()
    {
        var composition = Faire([Fiche("a")], corrections: [Correction("a", "nom", "CHRS Les Tilleuls")]);
        Assert.Empty(composition.Lieux);
        Assert.Equal(1, composition.Hebergements);
    }

    [Fact]
    public void Ni_les_autres_fiches_du_meme_lieu_quel_que_soit_le_nom_que_leur_reunion_lui_donnerait()
    {
        // The hours of one, the type of the other: merged, nothing would say any more that people are housed there.
        var composition = Faire([Fiche("a"), Fiche("b"), Fiche("c")], corrections: [Correction("a", "structure_parente", "CHRS Les Tilleuls"), Correction("b", "structure_parente", "Ville")], membres: [("a", "b"), ("b", "b"), ("c", "b")]);
        Assert.Empty(composition.Lieux);
    }

    [Fact]
    public void Une_correction_ne_montre_pas_un_hebergement_meme_quand_elle_ote_le_mot_qui_le_disait()
    {
        var chrs = Fiche("a", "CHRS Les Tilleuls", "mot « chrs »");
        Assert.Empty(Faire([chrs], corrections: [Correction("a", "nom", "Les Tilleuls")]).Lieux);
        Assert.Equal("Les Tilleuls", Assert.Single(Faire([chrs], corrections: [Correction("a", "nom", "Les Tilleuls")], accords: ["a"]).Lieux).Nom);
    }

    [Fact]
    public void Un_lieu_mal_nomme_est_montre_sous_le_nom_qu_une_correction_lui_donne()
    {
        var essai = Fiche("a", "ANCT Test", "nom d’essai");
        Assert.Empty(Faire([essai]).Lieux);
        Assert.Equal("Espace numérique", Assert.Single(Faire([essai], corrections: [Correction("a", "nom", "Espace numérique")]).Lieux).Nom);
        Assert.Empty(Faire([essai], corrections: [Correction("a", "nom", "Foyer des Tilleuls")]).Lieux);
        // The agreement of a shelter's manager is about people who sleep there, not about names.
        Assert.Empty(Faire([essai], accords: ["a"]).Lieux);
    }

    [Fact]
    public void Une_fiche_mal_nommee_ne_cache_pas_les_autres_fiches_du_meme_lieu()
    {
        var composition = Faire([Fiche("a", "Test", "nom d’essai"), Fiche("b")], membres: [("a", "b"), ("b", "b")]);
        Assert.Equal("Espace b", Assert.Single(composition.Lieux).Nom);
        Assert.Equal("b", composition.Redirections["a"]);
    }

    [Fact]
    public void Un_ancien_identifiant_mene_au_lieu_et_celui_d_un_lieu_montre_ne_mene_qu_a_lui()
    {
        var composition = Faire([Fiche("a"), Fiche("b")], redirections: [("vieux", "a"), ("b", "a")]);
        Assert.Equal(new Dictionary<string, string> { ["vieux"] = "a" }, composition.Redirections);
    }

    [Fact]
    public void Un_arret_est_un_lieu_a_son_adresse_avec_ses_jours()
    {
        var composition = Faire([Fiche("bus")], arrets: [Arret("bus"), Arret("inconnu")]);
        Assert.Equal(2, composition.Lieux.Count);
        var arret = composition.Lieux.Single(l => l.Id != "bus");
        Assert.Equal(("Annonay", "07100", "2026 Dec 03 10:00-12:00", "Espace bus, arrêt du 3 décembre 2026"), (arret.Commune, arret.CodePostal, arret.Horaires, arret.Nom));
        Assert.Equal((null, null), (arret.Latitude, arret.Adresse));
        Assert.Equal(composition.Lieux.Single(l => l.Id == "bus").Services, arret.Services);
    }

    [Fact]
    public void Un_lieu_itinerant_et_ses_arrets_menent_l_un_aux_autres()
    {
        var composition = Faire([Fiche("bus")], arrets: [Arret("bus")]);
        var arret = Assert.Single(composition.ArretsDe("bus"));
        Assert.Equal(["bus"], composition.ArretsDe(arret));
    }

    [Fact]
    public void Des_guichets_lies_se_montrent_ensemble_sous_leurs_identifiants_publics()
    {
        var composition = Faire([Fiche("a"), Fiche("b"), Fiche("c"), Fiche("d")], membres: [("a", "b"), ("b", "b")], liens: [("a", "c"), ("b", "c"), ("a", "b"), ("d", "cachee")]);
        Assert.Equal(["c"], composition.LiesA("b"));
        Assert.Equal(["b"], composition.LiesA("c"));
        Assert.Empty(composition.LiesA("d"));
    }

    private static CompositionDesLieux Faire(Lieu[] fiches, CorrectionDeChamp[]? corrections = null, (string, string)[]? membres = null, string[]? retenus = null, string[]? accords = null, (string, string)[]? redirections = null, Arret[]? arrets = null, (string, string)[]? liens = null) =>
        CompositionDesLieux.Faire(new ElementsDesLieux
        {
            Fiches = fiches,
            Corrections = corrections ?? [],
            Membres = [.. (membres ?? []).Select(m => new MembreDeGroupe { Lieu = m.Item1, Groupe = m.Item2, Probabilite = 1, Raisons = [] })],
            Accords = (accords ?? []).ToHashSet(StringComparer.Ordinal),
            GroupesRetenus = (retenus ?? []).ToHashSet(StringComparer.Ordinal),
            Redirections = [.. (redirections ?? []).Select(r => new Redirection { Ancien = r.Item1, Vers = r.Item2, CreeeLe = HorlogeFactice.Depart })],
            Arrets = arrets ?? [],
            Liens = [.. (liens ?? []).Select(l => new LienDeLieux { Hote = l.Item1, Invite = l.Item2, Raisons = [] })],
        }, new FusionDesLieux(Moteur, new Dictionary<string, int>(StringComparer.Ordinal), new DateOnly(2026, 11, 18)));

    private static readonly MoteurDeRapprochement Moteur = new(LieuxLivres.Territoires, new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build());

    private static Lieu Fiche(string id, string? nom = null, string? retenu = null) => new LieuDeTest().Identifie(id).Nomme(nom ?? $"Espace {id}").Avec(l => l.Retenu = retenu).Construire(new HorlogeFactice());

    private static CorrectionDeChamp Correction(string lieu, string champ, string? valeur) => new() { Id = Identifiants.Nouveau(TimeProvider.System), Lieu = lieu, Champ = champ, Valeur = valeur, Auteur = "test", CreeeLe = HorlogeFactice.Depart };

    private static Arret Arret(string lieu) => new()
    {
        Id = Identifiants.Nouveau(TimeProvider.System),
        Lieu = lieu,
        Commune = "Annonay",
        CodePostal = "07100",
        PremierJour = new(2026, 12, 3),
        DernierJour = new(2026, 12, 3),
        Horaires = "10:00-12:00",
        Auteur = "test",
        CreeLe = HorlogeFactice.Depart,
    };
}
