using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Texte;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Constructeurs;

namespace FaireAvec.Tests.Unit.Cartographie;

/// <summary>The index against a search that looks at every place, on random questions over the shipped places.</summary>
public class RechercheTests(ITestOutputHelper sortie)
{
    private const int Questions = 500;

    private static readonly DateTimeOffset[] Instants =
    [
        HorlogeFactice.Depart,
        new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero), // a Sunday
        new(2026, 12, 25, 10, 0, 0, TimeSpan.Zero), // a public holiday
        new(2026, 12, 26, 10, 0, 0, TimeSpan.Zero), // one in Alsace-Moselle only
        new(2026, 3, 29, 0, 59, 0, TimeSpan.Zero), // the minute before summer time
    ];

    private static readonly string[] Textes = ["médiathèque", "france services", "mairie", "st", "l'", "CCAS Saint", "Lyon", "zzz", "maison de la", "BIBLIOTHÈQUE municipale", "point", "paris 13", "œuvre", "e"];

    [Fact]
    public void Les_resultats_et_les_comptes_sont_ceux_de_la_recherche_lente()
    {
        var graine = Environment.TickCount;
        sortie.WriteLine($"Seed {graine}");
        var hasard = new Random(graine);
        var trouves = 0;
        for (var i = 0; i < Questions; i++)
        {
            var question = Tirer(hasard);
            var resultats = Chercher(question);
            Comparer(question, resultats, graine);
            trouves += resultats.Total > 0 ? 1 : 0;
        }

        // Questions that all find nothing would prove nothing.
        Assert.True(trouves > Questions / 3, $"Only {trouves} questions found something (seed {graine}).");
    }

    [Fact]
    public void Les_pages_donnent_chaque_lieu_une_fois_et_dans_l_ordre()
    {
        var graine = Environment.TickCount;
        sortie.WriteLine($"Seed {graine}");
        var hasard = new Random(graine);
        var suivies = 0;
        while (suivies < 40)
        {
            var question = Tirer(hasard);
            question.Comptes = false;
            var attendus = question.Repondre(LieuxLivres.Publics);
            question.Limite = hasard.Next(1, 101);
            if (attendus.Count <= question.Limite || attendus.Count > question.Limite * 25)
            {
                continue;
            }

            suivies++;
            var critere = Critere(question);
            var pages = Suivre(LieuxLivres.Index, critere).ToList();
            var ids = pages.SelectMany(p => p).ToList();
            Assert.Equal(attendus.Count, ids.Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(attendus.Count, ids.Count);
            Assert.All(pages.SkipLast(1), p => Assert.Equal(question.Limite, p.Count));
            Assert.Equal(LieuxLivres.Index.Chercher(critere with { Limite = 20_000 }).Lieux.Select(l => LieuxLivres.Index[l.Rang].Id), ids);
        }
    }

    [Theory]
    [InlineData(nameof(Tri.Nom))]
    [InlineData(nameof(Tri.Distance))]
    [InlineData(nameof(Tri.Pertinence))]
    public void Un_lieu_qui_apparait_ou_disparait_entre_deux_pages_n_en_fait_ni_perdre_ni_repeter(string nomDuTri)
    {
        var tri = Enum.Parse<Tri>(nomDuTri);
        // Places in three buildings: many have the same distance, many the same name.
        var horloge = new HorlogeFactice();
        var hasard = new Random(7);
        var lieux = Enumerable.Range(0, 120).Select(i => new LieuDeTest().Identifie($"test_{i:000}").Nomme($"Espace {i % 5}").Place(45.44 + (i % 3 * 0.01), 4.38).Construire(horloge)).ToList();
        var critere = new Criteres { Tri = tri, Limite = 7, Centre = tri == Tri.Distance ? new Position(45.44, 4.38) : null, Texte = tri == Tri.Pertinence ? "espace" : null };

        var presents = lieux.Where((_, i) => i % 4 != 0).ToList();
        var restes = presents.Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        var vus = new List<string>();
        Curseur? curseur = null;
        do
        {
            var index = new IndexLieux(presents, _ => "42", "v");
            var page = index.Chercher(critere with { Curseur = curseur });
            vus.AddRange(page.Lieux.Select(l => index[l.Rang].Id));
            curseur = page.Suivant is null ? null : Curseur.Lire(page.Suivant.ToString());
            Assert.Equal(page.Suivant is null, curseur is null);

            // The last place given goes, another one too, and one that wasn't there comes.
            foreach (var partant in page.Lieux.TakeLast(1).Select(l => index[l.Rang].Id).Append(presents[hasard.Next(presents.Count)].Id).ToList())
            {
                presents.RemoveAll(l => l.Id == partant);
                restes.Remove(partant);
            }

            if (lieux.Find(l => !presents.Contains(l) && !vus.Contains(l.Id) && !restes.Contains(l.Id)) is { } arrivant)
            {
                presents.Add(arrivant);
            }
        }
        while (curseur is not null);

        Assert.Equal(vus.Count, vus.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(restes.Except(vus, StringComparer.Ordinal));
    }

    [Fact]
    public void Paris_comprend_ses_arrondissements()
    {
        var question = new Question { Limite = 100 };
        question.Communes.Add("75056");
        var resultats = Chercher(question);
        Assert.Equal(LieuxLivres.Publics.Count(l => l.CodeInsee is { } c && (c == "75056" || c.StartsWith("751", StringComparison.Ordinal))), resultats.Total);
        Assert.True(resultats.Total > 50);
    }

    [Theory]
    [InlineData("75113", "75013")]
    [InlineData("69383", "69003")]
    [InlineData("13201", "13001")]
    public void Un_arrondissement_a_les_lieux_de_la_ville_dont_le_code_postal_est_le_sien(string insee, string codePostal)
    {
        var question = new Question { Limite = 100 };
        question.Communes.Add(insee);
        var resultats = Chercher(question);
        Assert.True(resultats.Total > 5);
        Assert.All(resultats.Lieux, l => Assert.Equal(codePostal, LieuxLivres.Index[l.Rang].CodePostal));
        Assert.Equal(resultats.Total, LieuxLivres.Index.CompterCommune(insee));
    }

    [Fact]
    public void Le_seizieme_a_deux_codes_postaux()
    {
        var commune = new CommuneDuLieu(LieuxLivres.Territoires);
        var horloge = new HorlogeFactice();
        string? De(string insee, string codePostal) => commune.Code(new LieuDeTest().A("Ici", codePostal, insee).Construire(horloge));
        Assert.Equal(("75116", "75116"), (De("75056", "75016"), De("75056", "75116")));
        // Neither a code of business mail, nor that of another town, says where in the town.
        Assert.Equal(("75056", "75056", "42218"), (De("75056", "75999"), De("75056", "69003"), De("42218", "75013")));
    }

    [Theory]
    [InlineData("42", "Mo-Fr 09:00-17:00", Ouverture.Inconnu)]
    [InlineData("42", "Mo-Fr 09:00-17:00; PH off", Ouverture.Ferme)]
    [InlineData("42", "Mo-Fr 09:00-17:00; PH 09:00-12:00", Ouverture.Ouvert)]
    [InlineData("42", "Mo-We 09:00-17:00", Ouverture.Ferme)]
    [InlineData("988", "Mo-Fr 09:00-23:30", Ouverture.Inconnu)]
    public void Un_jour_ferie_dont_les_horaires_ne_disent_rien_n_est_ni_ouvert_ni_ferme(string departement, string horaires, object attendu)
    {
        var index = new IndexLieux([new LieuDeTest().Ouvert(horaires).Construire(new HorlogeFactice())], _ => departement, "v");
        var noel = new DateTimeOffset(2026, 12, 25, 10, 0, 0, TimeSpan.Zero);
        var comptes = index.Chercher(new Criteres { Instant = noel, Comptes = true }).Comptes!;
        Assert.Equal(((Ouverture)attendu == Ouverture.Ouvert ? 1 : 0, (Ouverture)attendu == Ouverture.Ferme ? 1 : 0, (Ouverture)attendu == Ouverture.Inconnu ? 1 : 0), (comptes.Ouverts, comptes.Fermes, comptes.OuvertureInconnue));
        Assert.Equal((Ouverture)attendu == Ouverture.Ouvert ? 1 : 0, index.Chercher(new Criteres { Instant = noel, Ouverture = Ouverture.Ouvert }).Total);
    }

    [Fact]
    public void Le_lendemain_de_Noel_n_est_a_verifier_qu_en_Alsace_Moselle()
    {
        var horloge = new HorlogeFactice();
        var index = new IndexLieux([new LieuDeTest().Identifie("a").Ouvert("Mo-Su 09:00-17:00").Construire(horloge), new LieuDeTest().Identifie("b").Ouvert("Mo-Su 09:00-17:00").Construire(horloge)], l => l.Id == "a" ? "67" : "42", "v");
        Assert.Equal(["b"], Ids(index, new Criteres { Instant = new DateTimeOffset(2026, 12, 26, 10, 0, 0, TimeSpan.Zero), Ouverture = Ouverture.Ouvert }));
    }

    [Fact]
    public void Un_lieu_sans_position_n_est_pas_pres_mais_se_trouve_par_sa_commune()
    {
        var horloge = new HorlogeFactice();
        var index = new IndexLieux([new LieuDeTest().Identifie("a").SansPosition().Construire(horloge), new LieuDeTest().Identifie("b").Construire(horloge)], _ => "42", "v");
        Assert.Equal(["b"], Ids(index, new Criteres { Centre = new Position(45.44, 4.387), RayonKm = 2000, Tri = Tri.Distance }));
        Assert.Equal(["b"], Ids(index, new Criteres { Boite = new Boite(-180, -90, 180, 90), Tri = Tri.Nom }));
        Assert.Equal(["a", "b"], Ids(index, new Criteres { Communes = ["42218"], Tri = Tri.Nom }).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Un_lieu_ou_l_on_reserve_ici_a_le_rendez_vous_en_ligne_le_temps_que_son_agenda_est_ouvert()
    {
        var horloge = new HorlogeFactice();
        var fiches = new IndexLieux(
            [new LieuDeTest().Identifie("a").Construire(horloge), new LieuDeTest().Identifie("b").Avec(l => l.PriseRdv = "https://exemple.example.org").Construire(horloge), new LieuDeTest().Identifie("c").Construire(horloge)],
            _ => "42",
            "v",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["ancien"] = "c" });
        var enLigne = new Criteres { Tri = Tri.Nom, Choix = Filtre.Rdv.BitDe("oui"), Comptes = true };
        Assert.Equal(["b"], Ids(fiches, enLigne));

        // « b » gives an address too; « ancien » leads to « c »; a place that isn't public is nowhere.
        var ouverts = fiches.AvecReservables(new HashSet<string>(StringComparer.Ordinal) { "a", "b", "ancien", "inconnu" });
        Assert.Equal(["a", "b", "c"], Ids(ouverts, enLigne).Order(StringComparer.Ordinal));
        Assert.Equal((3, 0), (ouverts.Chercher(enLigne).Comptes!.De(Filtre.Rdv, 0), ouverts.Chercher(enLigne).Comptes!.De(Filtre.Rdv, 1)));
        Assert.NotEqual(fiches.Revision, ouverts.Revision);
        Assert.Equal(fiches.Version, ouverts.Version);
        Assert.Same(ouverts, ouverts.AvecReservables(new HashSet<string>(StringComparer.Ordinal) { "ancien", "inconnu", "b", "a" }));

        var fermes = ouverts.AvecReservables(new HashSet<string>(StringComparer.Ordinal) { "c" });
        Assert.Equal(["b", "c"], Ids(fermes, enLigne).Order(StringComparer.Ordinal));
        Assert.Equal(["b"], Ids(fermes.AvecReservables(new HashSet<string>(StringComparer.Ordinal)), enLigne));
        Assert.Equal(["b"], Ids(fiches, enLigne));
    }

    [Theory]
    [InlineData("mediateque", "mediatheque")]
    [InlineData("france servises", "france services")]
    [InlineData("médiathèque", null)]
    [InlineData("zzzzzzzzz", null)]
    [InlineData("zzz", null)]
    public void Un_mot_mal_ecrit_a_une_proposition(string ecrit, string? propose) => Assert.Equal(propose, LieuxLivres.Index.Proposer(ecrit));

    [Fact]
    public void Telephoner_ne_se_dit_pas_d_un_lieu_sans_numero()
    {
        var horloge = new HorlogeFactice();
        LieuDeTest Du(string id) => new LieuDeTest().Identifie(id).DeLaSource("reseau").Avec(l => l.ModalitesAcces = [Vocabulaire.SePresenter, Vocabulaire.Telephoner]);
        var lieux = Enumerable.Range(0, 120).Select(i => (i % 2 == 0 ? Du($"{i:000}").AvecTelephone("+33477000000") : Du($"{i:000}")).Construire(horloge)).ToList();
        var index = new IndexLieux(lieux, _ => "42", "v");
        Assert.Equal(60, index.Chercher(new Criteres { Choix = Filtre.Acces.BitDe("telephoner") }).Total);
        // What the network says stays the network's for those that have one.
        Assert.Equal(["On peut téléphoner (d’après reseau)"], new ConnaissanceDuLieu(index, index.RangDe("000"), HorlogeFactice.Depart).ValeursDites(Filtre.Acces).Skip(1));
        Assert.Single(new ConnaissanceDuLieu(index, index.RangDe("001"), HorlogeFactice.Depart).ValeursDites(Filtre.Acces));
    }

    [Fact]
    public void Un_index_vide_repond()
    {
        var index = new IndexLieux([], _ => null, "v");
        var resultats = index.Chercher(new Criteres { Comptes = true, Texte = "a", Tri = Tri.Pertinence, Communes = ["42218"] });
        Assert.Equal((0, 0, true), (resultats.Total, resultats.Lieux.Count, resultats.Suivant is null));
    }

    private static IEnumerable<string> Ids(IndexLieux index, Criteres c) => index.Chercher(c).Lieux.Select(l => index[l.Rang].Id);

    private static IEnumerable<List<string>> Suivre(IndexLieux index, Criteres critere)
    {
        Curseur? curseur = null;
        do
        {
            var page = index.Chercher(critere with { Curseur = curseur });
            yield return [.. page.Lieux.Select(l => index[l.Rang].Id)];
            curseur = page.Suivant is null ? null : Curseur.Lire(page.Suivant.ToString());
        }
        while (curseur is not null);
    }

    private static Criteres Critere(Question question)
    {
        var lu = new LectureCriteres(LieuxLivres.Territoires, new HorlogeFactice(question.Instant)).Lire(question.Requete(), new HashSet<string>());
        Assert.True(lu.Reussi, $"{question} : {(lu.Reussi ? "" : lu.Erreurs[0].Message)}");
        return lu.Valeur;
    }

    private static Resultats Chercher(Question question) => LieuxLivres.Index.Chercher(Critere(question));

    private static void Comparer(Question question, Resultats resultats, int graine)
    {
        var dit = $"{question} (seed {graine})";
        var attendus = question.Repondre(LieuxLivres.Publics);
        Assert.True(attendus.Count == resultats.Total, $"{dit}: {resultats.Total} found, {attendus.Count} expected.");
        Assert.True(Math.Min(question.Limite, attendus.Count) == resultats.Lieux.Count, dit);
        Assert.True(resultats.Suivant is null == attendus.Count <= question.Limite, dit);
        for (var i = 0; i < resultats.Lieux.Count; i++)
        {
            var (trouve, attendu) = (LieuxLivres.Index[resultats.Lieux[i].Rang], attendus[i]);
            var (distance, voulue) = (question.Distance(trouve), question.Distance(attendu));
            // Two places nearly at the same distance may change places by the last bits of the arithmetic, and by nothing else.
            Assert.True(trouve.Id == attendu.Id || (question.Tri is null or "distance" && distance != voulue && Math.Abs((distance - voulue) ?? 1) < 0.001), $"{dit}: row {i} is {trouve.Id}, {attendu.Id} expected.");
            Assert.True(question.Centre is null ? resultats.Lieux[i].DistanceM is null : Math.Abs(resultats.Lieux[i].DistanceM!.Value - distance!.Value) < 0.01, $"{dit}: row {i}, distance.");
        }

        if (!question.Comptes)
        {
            Assert.True(resultats.Comptes is null, dit);
            return;
        }

        var comptes = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["ouvert=maintenant"] = resultats.Comptes!.Ouverts,
            ["ouvert=non"] = resultats.Comptes.Fermes,
            ["ouvert=non-renseigne"] = resultats.Comptes.OuvertureInconnue,
        };
        foreach (var filtre in Filtre.Tous)
        {
            for (var i = 0; i <= filtre.Valeurs.Libelles.Count; i++)
            {
                comptes[$"{filtre.Parametre}={(i < filtre.Valeurs.Libelles.Count ? filtre.Valeurs.Libelles[i] : Filtre.NonRenseigne)}"] = resultats.Comptes.De(filtre, i);
            }
        }

        foreach (var (cle, attendu) in question.Compter(LieuxLivres.Publics))
        {
            Assert.True(comptes[cle] == attendu, $"{dit}: count of {cle} is {comptes[cle]}, {attendu} expected.");
        }
    }

    private static Question Tirer(Random h)
    {
        var question = new Question { Instant = Instants[h.Next(Instants.Length)], Limite = h.Next(1, 101), Comptes = h.Next(4) == 0 };
        var lieu = LieuxLivres.Publics[h.Next(LieuxLivres.Publics.Count)];
        bool Une(int sur) => h.Next(sur) == 0;
        switch (h.Next(6))
        {
            case 0 or 1:
                // Off the coast of an island one is soon too far from France for a search: that refusal has its own tests.
                do
                {
                    question.Centre = (Arrondi((lieu.Latitude ?? 46) + h.NextDouble() - 0.5), Arrondi((lieu.Longitude ?? 2) + h.NextDouble() - 0.5));
                }
                while (question.Centre is (var lat, var lon) && !new Position(lat, lon).PresDeLaFrance);

                question.RayonKm = Une(4) ? null : Arrondi(Math.Pow(10, (h.NextDouble() * 4.5) - 1.3) + 0.05);
                break;
            case 2:
                var (ouest, sud) = (Arrondi((lieu.Longitude ?? 2) - h.NextDouble()), Arrondi((lieu.Latitude ?? 46) - h.NextDouble()));
                question.Bbox = [ouest, sud, Math.Min(180, Arrondi(ouest + (h.NextDouble() * (Une(5) ? 100 : 2)))), Arrondi(sud + (h.NextDouble() * (Une(5) ? 30 : 2)))];
                // A position beside a frame sorts; with a radius, both bound.
                if (Une(2) && new Position(Arrondi(lieu.Latitude ?? 46), Arrondi(lieu.Longitude ?? 2)) is { PresDeLaFrance: true } pres)
                {
                    question.Centre = (pres.Latitude, pres.Longitude);
                    question.RayonKm = Une(2) ? null : Arrondi(Math.Pow(10, (h.NextDouble() * 4.5) - 1.3) + 0.05);
                }

                break;
            case 3:
                // Codes without a place, arrondissements and their communes too.
                question.Communes.Add(Une(2) ? new[] { "75056", "69123", "13055", "75113", "75116", "69383", "13201", "75101" }[h.Next(8)] : lieu.CodeInsee is { } c && LieuxLivres.Territoires.CodesInsee(c).Count > 0 ? c : "01001");
                question.Communes.AddRange(LieuxLivres.Territoires.Communes.Where(_ => h.Next(3000) == 0).Select(x => x.CodeInsee).Take(20));
                break;
            default:
                break;
        }

        if (Une(5))
        {
            question.Departements.AddRange(LieuxLivres.Territoires.Departements.Where(_ => Une(10)).Select(d => d.Code).Take(20));
        }

        if (Une(4))
        {
            question.Q = Une(2) ? Textes[h.Next(Textes.Length)] : string.Join(' ', TexteRecherche.Normaliser($"{lieu.Nom} {lieu.Commune}").Split(' ').Where(_ => Une(2)).Take(4)) is { Length: > 0 } t ? t : "a";
        }

        foreach (var (nom, (_, libelles)) in Question.Filtres)
        {
            if (Une(6))
            {
                question.Choix[nom] = [.. libelles.Append(Filtre.NonRenseigne).Where(_ => Une(3)).DefaultIfEmpty(Filtre.NonRenseigne)];
            }
        }

        if (Une(5))
        {
            question.Ouvert.AddRange(new[] { "maintenant", "non", "non-renseigne" }.Where(_ => Une(2)).DefaultIfEmpty("maintenant"));
        }

        if (Une(12))
        {
            question.Typologies.AddRange(["RFS", "BIB"]);
        }

        if (Une(12))
        {
            question.Sources.AddRange([lieu.Source, "hinaura"]);
        }

        question.Tri = h.Next(4) switch
        {
            0 => "nom",
            1 when question.Centre is not null => "distance",
            2 when question.Q is not null => "pertinence",
            _ => null,
        };
        return question;
    }

    private static double Arrondi(double n) => Math.Round(n, 5);
}
