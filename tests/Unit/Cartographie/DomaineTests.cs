using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Temps;
using FaireAvec.Kernel.Texte;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Unit.Cartographie;

/// <summary>The rules of places: what is held back, which dates are believed, what is deduced, how a report moves.</summary>
public class DomaineTests
{
    [Theory]
    [InlineData("siao", "", "Accueil", "", "", "")]
    [InlineData("SIAO", "", "Accueil", "", "", "")]
    [InlineData("dora", "CHRS", "Accueil", "", "", "")]
    [InlineData("dora", "ASSO|RS_FJT", "Accueil", "", "", "")]
    [InlineData("dora", "CADA", "Accueil", "", "", "")]
    [InlineData("dora", "", "CADA de la Loire", "", "", "")]
    [InlineData("dora", "", "AG_CHRS_OZANAM", "", "", "")]
    [InlineData("dora", "", "Centre d’hébergement Les Tilleuls", "", "", "")]
    [InlineData("dora", "", "Foyers de jeunes travailleurs", "", "", "")]
    [InlineData("dora", "", "RÉSIDENCE SOCIALE du Parc", "", "", "")]
    [InlineData("dora", "", "Pension de famille", "", "", "")]
    [InlineData("dora", "", "Accueil pour femmes victimes de violences", "", "", "")]
    [InlineData("dora", "", "Espace numérique", "Adoma", "", "")]
    [InlineData("dora", "", "Espace numérique", "", "accueil@chrs-tilleuls.example", "")]
    [InlineData("dora", "", "Espace numérique", "", "chrs42@asso.example", "")]
    [InlineData("dora", "", "Espace numérique", "", "contact.siao17@asso.example", "")]
    [InlineData("dora", "", "Espace numérique", "", "", "https://www.foyer-tilleuls.example/")]
    [InlineData("dora", "", "Foyer rural et CHRS", "", "", "")]
    [InlineData("conseiller-numerique", "", "CHU Domercq (GROUPE SOS)", "", "", "")]
    [InlineData("conseiller-numerique", "", "CHU Les Tilleuls", "", "", "")]
    [InlineData("conseiller-numerique", "", "CHU Les Tilleuls, pôle santé", "Groupe SOS", "", "")]
    [InlineData("conseiller-numerique", "", "CPH", "", "", "")]
    [InlineData("conseiller-numerique", "", "CPH Boucles de Seine", "", "", "")]
    [InlineData("conseiller-numerique", "", "UHU La Madrague (Groupe SOS)", "", "", "")]
    [InlineData("conseiller-numerique", "", "Solibail (Groupe SOS)", "", "", "")]
    [InlineData("conseiller-numerique", "", "ACT 13 (Groupe SOS)", "", "", "")]
    [InlineData("conseiller-numerique", "", "ACT LOU CANTOU , Groupe SOS", "", "", "")]
    [InlineData("conseiller-numerique", "", "CEF Le Marquisat (Groupe SOS)", "", "", "")]
    [InlineData("conseiller-numerique", "", "IML de Pantin (Groupe SOS)", "", "", "")]
    [InlineData("conseiller-numerique", "", "Les Amitiés sociales ( Résidence le Colibri )", "", "", "")]
    [InlineData("conseiller-numerique", "", "Résidence autonomie de Bizy", "", "", "")]
    [InlineData("conseiller-numerique", "", "RESIDENCE LA NOISERAIE", "", "", "")]
    [InlineData("conseiller-numerique", "", "Marpa La Frerie", "", "", "")]
    [InlineData("conseiller-numerique", "", "Lits d’accueil médicalisés (LAM) Les Tilleuls", "", "", "")]
    [InlineData("dora", "", "Appartements de coordination thérapeutique", "", "", "")]
    [InlineData("dora", "ASSO", "ASSOCIATION POUR LA PROMOTION ET L'HABITAT DES JEUNES", "", "", "")]
    [InlineData("dora", "", "Logement jeunes des Tilleuls", "", "", "")]
    [InlineData("dora", "", "Association Logis Jeunes", "", "", "")]
    [InlineData("paca", "", "Espace public numérique", "Logis des Jeunes de Provence", "", "")]
    [InlineData("paca", "", "Espace public numérique", "", "contact@logisdesjeunes.example", "")]
    [InlineData("dora", "", "Hôtel social Les Tilleuls", "", "", "")]
    [InlineData("dora", "", "Hôtel maternel", "", "", "")]
    [InlineData("dora", "", "Mise à l’abri des familles", "", "", "")]
    [InlineData("conseiller-numerique", "ASSO", "ASSOCIATION YSOS Eure et Orne", "", "", "")]
    [InlineData("dora", "", "Foyer soleil", "", "", "")]
    public void Un_hebergement_est_retenu(string source, string types, string nom, string structure, string courriel, string site) =>
        Assert.NotNull(Motif(source, types, nom, structure, courriel, site));

    [Theory]
    [InlineData("14 chemin du ruisseau chrs école", "", "", true)]
    [InlineData("5 rue de Russie, lits halte soins santé", "", "", true)]
    [InlineData("", "Centre d’hébergement", "", true)]
    [InlineData("9 avenue du Marais", "", "https://asso.example/structure/cph-les-tilleuls/", true)]
    [InlineData("9 avenue du Marais", "", "https://ehpad-les-tilleuls.example/", true)]
    [InlineData("12 rue du Foyer", "2e étage, foyer rural", "", false)]
    [InlineData("Résidence Les Tilleuls, bâtiment B", "", "", false)]
    public void Une_adresse_dit_aussi_qui_y_dort(string adresse, string complement, string site, bool retenu) =>
        Assert.Equal(retenu, RetenueHebergement.Motif(new FicheLieu { Nom = "Groupe associatif", Adresse = adresse, ComplementAdresse = complement, SiteWeb = site.Length == 0 ? [] : [site] }) is not null);

    [Theory]
    [InlineData("dora", "ASSO", "Foyer rural de Saint-Just", "", "", "")]
    [InlineData("dora", "", "Foyers ruraux de la Loire", "", "", "")]
    [InlineData("dora", "", "Foyer socio-éducatif du collège", "", "", "")]
    [InlineData("dora", "", "Foyer laïque", "", "contact@foyer-rural.example", "https://foyer-rural.example")]
    [InlineData("dora", "", "Cadastre et impôts", "", "cadastre@ville.example", "")]
    [InlineData("france-services", "RFS", "France services de Cadaujac", "Mairie", "", "")]
    [InlineData("dora", "BIB", "Médiathèque de la Résidence", "", "", "")]
    [InlineData("dora", "", "CHU de Nantes, centre hospitalier", "", "", "")]
    [InlineData("dora", "", "Espace numérique du CHU", "Centre hospitalier universitaire", "", "")]
    [InlineData("dora", "ASSO", "Act’emploi", "", "", "")]
    [InlineData("hinaura", "", "La Halte - Accueil de Jour", "", "", "")]
    [InlineData("cd35", "ASSO", "Halte-garderie Les Primevères", "", "", "")]
    [InlineData("dora", "", "Comité local pour le logement autonome des jeunes", "", "", "")]
    [InlineData("conseiller-numerique", "", "Office public de l’habitat", "", "", "")]
    [InlineData("dora", "ASSO", "Maison départementale de l’habitat et du logement", "", "", "")]
    [InlineData("dora", "ASSO", "Résidence d’artistes La Grange", "", "", "")]
    public void Un_lieu_ou_personne_ne_dort_est_montre(string source, string types, string nom, string structure, string courriel, string site) =>
        Assert.Null(Motif(source, types, nom, structure, courriel, site));

    [Fact]
    public void Des_lieux_livres_aucun_hebergement_connu_n_est_public()
    {
        Assert.DoesNotContain(LieuxLivres.Publics, l => l.Source == "siao" || l.Typologie.Intersect(["CHRS", "CHU", "CADA", "RS_FJT"]).Any());
        Assert.DoesNotContain(LieuxLivres.Publics, l => $"{l.Nom} {string.Join(' ', l.Courriels)}".Contains("chrs", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(LieuxLivres.Publics, l => TexteRecherche.Normaliser($"{l.Nom} {l.Adresse} {l.ComplementAdresse} {string.Join(' ', l.Courriels)} {string.Join(' ', l.SiteWeb)}").Split(' ').Intersect(["chrs", "ehpad", "lhss", "cph"]).Any());
        Assert.DoesNotContain(LieuxLivres.Publics, l => TexteRecherche.Normaliser(l.Nom).Split(' ').Intersect(["chu", "cph", "uhu", "solibail", "iml", "marpa"]).Any());
        Assert.DoesNotContain(LieuxLivres.Publics, l => TexteRecherche.Normaliser(l.Nom) is var nom && (nom.StartsWith("residence ", StringComparison.Ordinal) || nom.Contains("residence le colibri", StringComparison.Ordinal)));
        // And six rows whose name is a test, a number or a point.
        Assert.Equal(435 + 6, LieuxLivres.Tous.Count - LieuxLivres.Publics.Count);
    }

    [Theory]
    [InlineData("2022-12-01", null)]
    [InlineData("1970-01-01", null)]
    [InlineData("1969-12-31", null)]
    [InlineData("1990-12-31", null)]
    [InlineData("2026-11-19", null)]
    [InlineData("9999-12-31", null)]
    [InlineData(null, null)]
    [InlineData("2022-12-02", "2022-12-02")]
    [InlineData("2026-11-18", "2026-11-18")]
    [InlineData("1991-01-01", "1991-01-01")]
    public void Une_date_de_remplissage_de_machine_ou_du_futur_est_inconnue(string? date, string? attendue) =>
        Assert.Equal(Date(attendue), DateDeMiseAJour.Croyable(Date(date), new DateOnly(2026, 11, 18)));

    [Fact]
    public void Les_dates_livrees_qui_ne_disent_rien_sont_celles_que_l_on_a_comptees()
    {
        Assert.Equal(5265, LieuxLivres.Tous.Count(l => l.DateMaj == DateDeMiseAJour.Remplissage));
        Assert.Equal(146, LieuxLivres.Tous.Count(l => l.DateMaj?.Year is 1969 or 1970));
    }

    [Fact]
    public void Une_source_qui_donne_les_memes_services_a_tous_ses_lieux_les_a_deduits()
    {
        static IEnumerable<(string, string[])> Lieux(string source, int nombre, params string[] services) => Enumerable.Repeat((source, services), nombre);
        var sources = ServicesDeduits.Sources([
            .. Lieux("tous-pareils", 10, Vocabulaire.Outils, Vocabulaire.Demarches),
            .. Lieux("trop-peu", 9, Vocabulaire.Outils),
            .. Lieux("varies", 30, Vocabulaire.Outils), .. Lieux("varies", 1, Vocabulaire.Emploi),
            .. Lieux("sans", 30),
        ]);
        Assert.Equal(["tous-pareils"], sources);
    }

    [Fact]
    public void Une_valeur_que_tous_les_lieux_d_un_reseau_ont_est_celle_du_reseau()
    {
        static IEnumerable<(string, IReadOnlyList<string>)> Lieux(string source, int nombre, params string[] valeurs) => Enumerable.Repeat((source, (IReadOnlyList<string>)valeurs), nombre);
        var valeurs = ValeursDuReseau.De([
            .. Lieux("reseau", 100, Vocabulaire.Gratuit, "Payant"), .. Lieux("reseau", 100, Vocabulaire.Gratuit),
            .. Lieux("corrige", 199, Vocabulaire.Gratuit), .. Lieux("corrige", 1, "Payant"),
            .. Lieux("varie", 100, Vocabulaire.Gratuit), .. Lieux("varie", 2, "Payant"),
            .. Lieux("petit", 99, Vocabulaire.Gratuit),
            .. Lieux("muet", 200),
        ]);
        Assert.Equal([("corrige", Vocabulaire.Gratuit), ("reseau", Vocabulaire.Gratuit)], valeurs.Order());
    }

    [Fact]
    public void Des_reseaux_livres_le_prix_et_la_venue_sont_ceux_du_reseau()
    {
        Assert.Equal([("conseiller-numerique", Vocabulaire.Gratuit), ("france-services", Vocabulaire.Gratuit)], ValeursDuReseau.De(LieuxLivres.Publics.Select(l => (l.Source, (IReadOnlyList<string>)l.FraisACharge))).Order());
        Assert.Contains(("france-services", Vocabulaire.SePresenter), ValeursDuReseau.De(LieuxLivres.Publics.Select(l => (l.Source, (IReadOnlyList<string>)l.ModalitesAcces))));
        Assert.Contains(("france-services", "Accompagnement individuel"), ValeursDuReseau.De(LieuxLivres.Publics.Select(l => (l.Source, (IReadOnlyList<string>)l.ModalitesAccompagnement))));
    }

    [Fact]
    public void Un_signalement_ne_passe_que_par_les_chemins_permis()
    {
        var permis = from de in Enum.GetValues<EtatSignalement>()
                     from vers in Enum.GetValues<EtatSignalement>()
                     where EtatsSignalement.Permet(de, vers)
                     select $"{de} > {vers}";
        Assert.Equal(
            ["Nouveau > EnCours", "Nouveau > Corrige", "Nouveau > Ecarte", "EnCours > Corrige", "EnCours > Ecarte", "Corrige > EnCours", "Ecarte > EnCours"],
            permis);
    }

    [Fact]
    public void Un_signalement_traite_garde_le_jour_et_l_oublie_s_il_est_repris()
    {
        var s = new Signalement { Id = Identifiants.Nouveau(new HorlogeFactice()), LieuId = "a", Categorie = CategorieSignalement.Horaires, Message = "fermé le lundi", RecuLe = HorlogeFactice.Depart };
        Assert.False(s.Passer(EtatSignalement.Nouveau, HorlogeFactice.Depart));
        Assert.True(s.Passer(EtatSignalement.Corrige, HorlogeFactice.Depart));
        Assert.Equal(HorlogeFactice.Depart, s.TraiteLe);
        Assert.False(s.Passer(EtatSignalement.Ecarte, HorlogeFactice.Depart));
        Assert.True(s.Passer(EtatSignalement.EnCours, HorlogeFactice.Depart));
        Assert.Null(s.TraiteLe);
        Assert.Equal((EtatSignalement.EnCours, s.Id), (s.Etat, ((IJournalisee)s).PersonneConcernee));
    }

    [Fact]
    public void Chaque_besoin_a_des_services_du_schema_et_ses_mots()
    {
        Assert.Equal(9, Besoin.Tous.Count);
        Assert.Equal(9, Besoin.Tous.Select(b => b.Cle).Distinct(StringComparer.Ordinal).Count());
        Assert.All(Besoin.Tous, b =>
        {
            Assert.All(b.Services, s => Assert.Contains(s, Vocabulaire.Services.Libelles));
            Assert.Equal(b.Cle == "je-ne-sais-pas", b.Services.Length == 0);
            Assert.NotEmpty(Mots.T($"Besoin.{b.Cle}"));
            Assert.NotEmpty(Mots.T($"Besoin.{b.Cle}.Phrase"));
            Assert.Same(b, Besoin.De(b.Cle));
        });
        Assert.All(Besoin.Generalistes, s => Assert.Contains(s, Vocabulaire.Services.Libelles));
        // Every service of the schema answers a need: none is out of reach from the home page.
        Assert.Empty(Vocabulaire.Services.Libelles.Except(Besoin.Tous.SelectMany(b => b.Services)));
        Assert.Null(Besoin.De("inconnu"));
        Assert.Null(Besoin.De(null));
    }

    [Theory]
    [InlineData(48.85, 2.35, true)]
    [InlineData(2.35, 48.85, false)] // swapped
    [InlineData(0, 0, false)]
    [InlineData(45.2, -9, false)] // in the Atlantic
    [InlineData(-22.27, 166.44, true)] // Nouméa
    [InlineData(166.44, -22.27, false)]
    [InlineData(-21.11, 55.53, true)] // La Réunion
    [InlineData(16.24, -61.53, true)] // Guadeloupe
    [InlineData(4.92, -52.31, true)] // Cayenne
    [InlineData(46.78, -56.18, true)] // Saint-Pierre
    [InlineData(-12.78, 45.23, true)] // Mayotte
    [InlineData(-13.28, -176.17, true)] // Mata-Utu
    [InlineData(-17.53, -149.57, true)] // Papeete
    [InlineData(41.93, 8.74, true)] // Ajaccio
    [InlineData(40.71, -74.01, false)] // New York
    [InlineData(double.NaN, 2, false)]
    public void Une_position_est_pres_de_la_France_ou_ne_l_est_pas(double lat, double lon, bool attendu) => Assert.Equal(attendu, new Position(lat, lon).PresDeLaFrance);

    [Fact]
    public void Une_position_s_ecrit() => Assert.Equal("45.4397,4.3872", $"{new Position(45.4397, 4.3872)}");

    [Fact]
    public void Toutes_les_communes_de_France_sont_pres_de_la_France() =>
        // Crozet, Kerguelen, Adélie and Clipperton have no inhabitant to help.
        Assert.Empty(LieuxLivres.Territoires.Communes.Where(c => c is { Latitude: not null, Longitude: not null } && !c.CodeInsee.StartsWith("984", StringComparison.Ordinal) && !c.CodeInsee.StartsWith("989", StringComparison.Ordinal))
            .Where(c => !new Position(c.Latitude!.Value, c.Longitude!.Value).PresDeLaFrance).Select(c => c.NomComplet));

    [Theory]
    [InlineData(48.8566, 2.3522, 45.764, 4.8357)]
    [InlineData(0, 179.9, 0, -179.9)]
    [InlineData(90, 0, -90, 0)]
    [InlineData(45, 4, 45, 4)]
    [InlineData(45, 4, 45.00001, 4)]
    public void La_distance_est_celle_de_la_sphere(double lat1, double lon1, double lat2, double lon2) =>
        Assert.Equal(Question.Metres(lat1, lon1, lat2, lon2), new Position(lat1, lon1).DistanceA(new Position(lat2, lon2)), 0.001);

    [Theory]
    [InlineData("Aide aux démarches administratives", "Aide aux démarches administratives")]
    [InlineData("aide-aux-demarches-administratives", "Aide aux démarches administratives")]
    [InlineData("  Aide aux démarches administratives ", "Aide aux démarches administratives")]
    [InlineData("Aide aux de\u0301marches administratives", "Aide aux démarches administratives")]
    [InlineData("aide aux démarches administratives", null)]
    [InlineData("", null)]
    [InlineData("\uFFFE", null)]
    [InlineData("\uFDD0Gratuit", null)]
    public void Un_libelle_est_exact_ou_c_est_un_slug(string texte, string? attendu) => Assert.Equal(attendu, Vocabulaire.Services.Trouver(texte));

    private static string? Motif(string source, string types, string nom, string structure, string courriel, string site) =>
        RetenueHebergement.Motif(new FicheLieu { Source = source, Typologie = types.Split('|'), Nom = nom, StructureParente = structure.Length == 0 ? null : structure, Courriels = courriel.Length == 0 ? [] : [courriel], SiteWeb = site.Length == 0 ? [] : [site] });

    private static DateOnly? Date(string? date) => date is null ? null : DateOnly.ParseExact(date, "yyyy-MM-dd");
}
