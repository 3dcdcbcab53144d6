using FaireAvec.Contracts.Territoires;
using FaireAvec.Territoires.Domain;
using FaireAvec.Territoires.Import;

namespace FaireAvec.Tests.Unit.Territoires;

public class ReferentielTerritorialTests
{
    private static ReferentielTerritorial T => Donnees.Territoires;

    [Fact]
    public void Les_comptes_sont_ceux_du_README_des_donnees()
    {
        Assert.Equal(34_969, T.Communes.Count);
        Assert.Equal(109, T.Departements.Count);
        Assert.Equal(26, T.Regions.Count);
        Assert.Equal(99, T.Communes.Count(c => c.Latitude is null));
    }

    [Fact]
    public void Le_departement_de_chaque_code_insee_est_celui_du_fichier()
    {
        var lignes = new FichiersTerritoires(Donnees.Dossier).Communes();
        Assert.Equal(35_014, lignes.Count);
        Assert.All(lignes, l => Assert.Equal(l.Departement, CodesTerritoriaux.DepartementDeInsee(l.CodeInsee)));
        Assert.All(lignes, l => Assert.Equal(l.Departement, T.DepartementDeInsee(l.CodeInsee)));
    }

    [Fact]
    public void Chaque_ligne_mene_a_un_territoire_connu()
    {
        Assert.All(T.Communes, c => Assert.NotNull(T.Departement(c.Departement)));
        Assert.All(T.Communes, c => Assert.NotNull(T.Region(c.Region)));
        Assert.All(T.Communes.Where(c => c.Epci is not null), c => Assert.NotNull(T.Epci(c.Epci)));
        Assert.All(T.Departements, d => Assert.NotNull(T.Commune(d.ChefLieu)));
        Assert.All(T.Departements.SelectMany(d => d.Voisins.Select(v => (d.Code, Voisin: v))), p => Assert.Contains(p.Code, T.Departement(p.Voisin)!.Voisins));
        Assert.All(T.Communes, c => TimeZoneInfo.FindSystemTimeZoneById(c.FuseauHoraire));
    }

    [Theory]
    [InlineData("75056", "75")]
    [InlineData("75113", "75")]
    [InlineData("13213", "13")]
    [InlineData("2A004", "2A")]
    [InlineData("2b033", "2B")]
    [InlineData(" 01001 ", "01")]
    [InlineData("97411", "974")]
    [InlineData("97502", "975")]
    [InlineData("97701", "977")]
    [InlineData("97801", "978")]
    [InlineData("98411", "984")]
    [InlineData("98613", "986")]
    [InlineData("98735", "987")]
    [InlineData("98818", "988")]
    [InlineData("98901", "989")]
    [InlineData("42999", "42")] // of the right shape, but unknown
    [InlineData("02285", "59")] // Escaufourt, Aisne, is now in Saint-Souplet, Nord
    [InlineData("20004", "2A")] // Ajaccio before 1976
    [InlineData("20999", null)] // Corsica before 1976, unknown: which half isn't said
    [InlineData("99138", null)] // Monaco
    [InlineData("98001", null)]
    [InlineData("97901", null)]
    [InlineData("00001", null)]
    [InlineData("1001", null)]
    [InlineData("2C001", null)]
    [InlineData("420001", null)]
    [InlineData("٤٢٢١٨", null)] // digits, but not ours
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Le_departement_d_un_code_insee(string? code, string? attendu) => Assert.Equal(attendu, T.DepartementDeInsee(code));

    [Theory]
    [InlineData("42000", "42")]
    [InlineData("20000", "2A")]
    [InlineData("20167", "2A")]
    [InlineData("20200", "2B")]
    [InlineData("20600", "2B")]
    [InlineData("20199", "2A")]
    [InlineData("20299", "2B")]
    [InlineData("20999", null)]
    [InlineData("97133", "977")] // Saint-Barthélemy keeps a code of Guadeloupe
    [InlineData("97150", "978")]
    [InlineData("97110", "971")]
    [InlineData("97490", "974")]
    [InlineData("98714", "987")]
    [InlineData("98799", "989")]
    [InlineData("94390", "91")] // Paray-Vieille-Poste, Essonne
    [InlineData("75700", "75")] // business mail
    [InlineData("98000", null)] // Monaco
    [InlineData("42620", null)] // Loire and Allier
    [InlineData("4200", null)]
    [InlineData("abcde", null)]
    [InlineData(null, null)]
    public void Le_departement_d_un_code_postal(string? code, string? attendu) => Assert.Equal(attendu, T.DepartementDuCodePostal(code));

    [Fact]
    public void Un_code_postal_a_cheval_donne_ses_deux_departements()
    {
        Assert.Equal(["42", "03"], T.DepartementsDuCodePostal("42620"));
        Assert.Equal(["75"], T.DepartementsDuCodePostal("75013"));
        Assert.Empty(T.DepartementsDuCodePostal("00000"));
    }

    [Theory]
    [InlineData("42218", "Saint-Étienne", "Loire")]
    [InlineData("75113", "Paris 13e Arrondissement", "Paris")]
    [InlineData("69381", "Lyon 1er Arrondissement", "Rhône")]
    [InlineData("13216", "Marseille 16e Arrondissement", "Bouches-du-Rhône")]
    [InlineData("2a004", "Ajaccio", "Corse-du-Sud")]
    [InlineData("93059", "Saint-Denis", "Seine-Saint-Denis")] // Pierrefitte, merged in 2025
    public void Une_commune_par_son_code(string code, string nom, string departement)
    {
        var c = T.Commune(code)!;
        Assert.Equal((nom, departement), (c.Nom, c.NomDepartement));
    }

    [Fact]
    public void Une_commune_dit_tout_ce_qu_on_en_sait()
    {
        var c = T.Commune("42218")!;
        Assert.Equal(("42", "84", "244200770"), (c.Departement, c.Region, c.Epci));
        Assert.Contains("42000", c.CodesPostaux);
        Assert.True(c.Population > 150_000);
        Assert.InRange(Distance.Km(c.Latitude!.Value, c.Longitude!.Value, 45.4397, 4.3872), 0, 5);
        Assert.Equal("Saint-Étienne (Loire)", c.NomComplet);
        Assert.Equal("saint-etienne-42218", c.Slug);
        Assert.Same(c, T.CommuneParSlug(c.Slug));
        Assert.Null(T.CommuneParSlug("saint-etienne"));
        Assert.Null(T.CommuneParSlug(null));
    }

    [Fact]
    public void Une_commune_inconnue_est_nulle()
    {
        Assert.Null(T.Commune("99999"));
        Assert.Null(T.Commune(null));
        Assert.Empty(T.CodesInsee("99999"));
        Assert.Empty(T.CommunesDuDepartement("99"));
        Assert.Empty(T.DepartementsVoisins("99"));
    }

    [Theory]
    [InlineData("75056", 21)]
    [InlineData("13055", 17)]
    public void Une_ville_a_arrondissements_a_tous_leurs_codes(string code, int attendu)
    {
        var codes = T.CodesInsee(code);
        Assert.Equal(attendu, codes.Count);
        Assert.Equal(code, codes[0]);
        Assert.Equal(codes.Count, codes.Distinct().Count());
    }

    [Fact]
    public void Les_codes_des_communes_fusionnees_suivent_la_commune()
    {
        Assert.Contains("69389", T.CodesInsee("69123"));
        Assert.Equal("93066", T.CodesInsee("93066")[0]);
        Assert.Contains("93059", T.CodesInsee("93066"));
        Assert.Equal(T.CodesInsee("93066"), T.CodesInsee("93059"));
        Assert.Equal(["75113"], T.CodesInsee("75113"));
        Assert.Equal("42218", T.CodesInsee("42218")[0]);
    }

    [Theory]
    [InlineData("42", "03 07 38 43 63 69 71")]
    [InlineData("75", "92 93 94")]
    [InlineData("2A", "2B")]
    [InlineData("13", "30 83 84")]
    [InlineData("90", "25 68 70 88")]
    [InlineData("06", "04 83")]
    [InlineData("29", "22 56")]
    [InlineData("974", "")]
    [InlineData("988", "")]
    public void Les_departements_voisins(string code, string attendus) =>
        Assert.Equal(attendus, string.Join(' ', T.DepartementsVoisins(code).Select(d => d.Code)));

    [Theory]
    [InlineData(45.4397, 4.3872, "42218")]
    [InlineData(48.8287, 2.3625, "75113")]
    [InlineData(-20.8823, 55.4504, "97411")]
    [InlineData(-21.05, 55.23, "97415")]
    public void La_commune_la_plus_proche(double latitude, double longitude, string attendu)
    {
        var r = T.CommuneLaPlusProche(latitude, longitude)!;
        Assert.Equal(attendu, r.Commune.CodeInsee);
        Assert.InRange(r.DistanceKm, 0, 15);
    }

    [Fact]
    public void La_plus_proche_est_la_meme_qu_en_cherchant_partout()
    {
        var hasard = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var (lat, lon) = ((hasard.NextDouble() * 180) - 90, (hasard.NextDouble() * 360) - 180);
            if (i % 2 == 0)
            {
                (lat, lon) = (42 + (hasard.NextDouble() * 9), -5 + (hasard.NextDouble() * 13));
            }

            var attendue = T.CommunesProches(lat, lon, 25_000, 1)[0];
            Assert.Equal(attendue.DistanceKm, T.CommuneLaPlusProche(lat, lon)!.DistanceKm, 9);
        }
    }

    [Theory]
    [InlineData(double.NaN, 2)]
    [InlineData(91, 2)]
    [InlineData(48, 181)]
    [InlineData(double.PositiveInfinity, 0)]
    public void Une_position_impossible_ne_donne_rien(double latitude, double longitude)
    {
        Assert.Null(T.CommuneLaPlusProche(latitude, longitude));
        Assert.Empty(T.CommunesProches(latitude, longitude, 10, 10));
        Assert.Empty(T.DepartementsProches(latitude, longitude, 10));
    }

    [Fact]
    public void Les_communes_proches_vont_de_la_plus_proche_a_la_plus_lointaine()
    {
        var proches = T.CommunesProches(45.4397, 4.3872, 20, 15);
        Assert.Equal(15, proches.Count);
        Assert.Equal(proches.OrderBy(p => p.DistanceKm), proches);
        Assert.All(proches, p => Assert.InRange(p.DistanceKm, 0, 20));
        Assert.Empty(T.CommunesProches(45.4397, 4.3872, double.NaN, 15));
        Assert.Empty(T.CommunesProches(45.4397, 4.3872, -1, 15));
        Assert.Empty(T.CommunesProches(45.4397, 4.3872, 20, 0));
    }

    [Fact]
    public void Les_departements_proches_d_un_point_a_la_limite()
    {
        // Saint-Priest-la-Prugne: Loire, a step from Allier and Puy-de-Dôme.
        var c = T.Commune("42276")!;
        var codes = T.DepartementsProches(c.Latitude!.Value, c.Longitude!.Value, 15).Select(d => d.Departement.Code).ToList();
        Assert.Equal("42", codes[0]);
        Assert.Contains("03", codes);
        Assert.Contains("63", codes);
    }

    [Fact]
    public void Les_distances_sont_justes()
    {
        Assert.InRange(Distance.Km(48.8566, 2.3522, 45.7640, 4.8357), 390, 394); // Paris – Lyon
        Assert.Equal(0, Distance.Km(10, 10, 10, 10));
        Assert.InRange(Distance.Km(-16.5, 179.9, -16.5, -179.9), 20, 23); // across the date line
        Assert.InRange(Distance.Km(90, 0, -90, 0), 20_014, 20_016);
    }

    [Fact]
    public void Les_fuseaux_d_outre_mer()
    {
        Assert.Equal("Indian/Reunion", T.Commune("97411")!.FuseauHoraire);
        Assert.Equal("Pacific/Marquesas", T.Commune("98731")!.FuseauHoraire);
        Assert.Equal("Pacific/Tahiti", T.Departement("987")!.FuseauHoraire);
        Assert.Equal("Europe/Paris", T.Commune("2A004")!.FuseauHoraire);
    }

    [Fact]
    public void Une_region_a_ses_departements()
    {
        Assert.Equal(["2A", "2B"], T.Region("94")!.Departements);
        Assert.Equal("Nouvelle-Aquitaine", T.Region("75")!.Nom);
        Assert.Equal(12, T.Region("84")!.Departements.Count);
    }

    [Fact]
    public void Un_EPCI_a_ses_communes()
    {
        var e = T.Epci("244200770")!;
        Assert.Contains("42218", e.Communes);
        Assert.Equal(e.Communes.Count, T.CommunesDeLEpci(e.Code).Count);
    }

    [Fact]
    public void Les_communes_d_un_departement_sont_par_nom_sans_les_arrondissements()
    {
        var noms = T.CommunesDuDepartement("42").Select(c => c.Nom).ToList();
        Assert.Equal("Aboën", noms[0]);
        Assert.Equal(["Paris"], T.CommunesDuDepartement("75").Select(c => c.Nom));
        Assert.Equal(T.Communes.Count, T.Departements.Sum(d => T.CommunesDuDepartement(d.Code).Count));
    }

    [Fact]
    public void Un_code_postal_donne_l_arrondissement_d_abord()
    {
        Assert.Equal(["75113", "75056"], T.CommunesDuCodePostal("75013").Select(c => c.CodeInsee));
        Assert.Empty(T.CommunesDuCodePostal("00000"));
    }

    [Fact]
    public void La_version_ne_depend_que_des_fichiers()
    {
        Assert.Equal(T.Version, ReferentielTerritorial.Charger(Donnees.Dossier).Version);
        Assert.Matches("^[0-9a-f]{32}$", T.Version);
    }

    [Theory]
    [InlineData("Saint-Étienne", "42218")]
    [InlineData("ST ETIENNE", "42218")]
    [InlineData("l'haÿ les roses", "94038")]
    [InlineData("LE HAVRE", "76351")]
    [InlineData("Havre", "76351")]
    [InlineData("Bellegarde-sur-Valserine", "01033")]
    public void Un_nom_exact_d_aujourd_hui_ou_d_hier_donne_sa_commune(string nom, string code) => Assert.Contains(T.CommunesParNom(nom), c => c.Commune.CodeInsee == code);

    [Fact]
    public void Un_nom_porte_par_plusieurs_communes_les_donne_toutes_les_plus_peuplees_d_abord()
    {
        var trouvees = T.CommunesParNom("Saint-Denis");
        Assert.Equivalent(new[] { "97411", "93066" }, trouvees.Take(2).Select(c => c.Commune.CodeInsee));
        Assert.Equal(["63236", "98817"], T.CommunesParNom("Mont-Dore").Where(c => c.Correspondance == Correspondance.Nom).Select(c => c.Commune.CodeInsee));
        Assert.Equal("98817", T.CommunesParNom("Le Mont-Dore")[0].Commune.CodeInsee);
        Assert.All(T.Communes, c => Assert.Contains(T.CommunesParNom(c.Nom), t => t.Commune == c && t.Correspondance == Correspondance.Nom));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Grenobel")]
    [InlineData("Saint-Étien")]
    [InlineData("42000")]
    public void Un_nom_qui_n_existe_pas_ne_donne_rien(string? nom) => Assert.Empty(T.CommunesParNom(nom));

    [Fact]
    public void Un_ancien_nom_est_dit() => Assert.Equal((Correspondance.AncienNom, "Bellegarde-sur-Valserine"), T.CommunesParNom("bellegarde sur valserine") is [var c, ..] ? (c.Correspondance, c.AncienNom) : default);
}
