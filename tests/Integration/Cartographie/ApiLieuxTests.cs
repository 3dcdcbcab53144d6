using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;

namespace FaireAvec.Tests.Integration.Cartographie;

/// <summary>The contract of the open API, on the shipped places.</summary>
public class ApiLieuxTests(ApplicationAvecDonnees application) : IClassFixture<ApplicationAvecDonnees>
{
    private const string Api = "/api/v1/lieux";

    [Fact]
    public async Task Une_valeur_que_dit_le_reseau_est_marquee()
    {
        var page = await LireAsync("?source=france-services&limite=20");
        Assert.All(page.GetProperty("lieux").EnumerateArray(), l =>
        {
            var duReseau = l.GetProperty("valeurs_du_reseau");
            Assert.All(duReseau.EnumerateObject(), champ => Assert.All(champ.Value.EnumerateArray(), v => Assert.Contains(v.GetString(), l.GetProperty(champ.Name).EnumerateArray().Select(x => x.GetString()))));
        });
        Assert.Contains(page.GetProperty("lieux").EnumerateArray(), l => l.GetProperty("valeurs_du_reseau").TryGetProperty("frais_a_charge", out var prix) && prix[0].GetString() == "Gratuit");
    }

    [Theory]
    [InlineData("/api/v1/lieux.csv?departement=48")]
    [InlineData("/api/v1/lieux.geojson?departement=48")]
    public async Task Un_fichier_deja_lu_n_est_pas_renvoye(string adresse)
    {
        using var premiere = await application.Client.GetAsync(adresse);
        Assert.NotNull(premiere.Headers.ETag);
        using var demande = new HttpRequestMessage(HttpMethod.Get, new Uri(adresse, UriKind.Relative));
        demande.Headers.IfNoneMatch.Add(premiere.Headers.ETag!);
        using var seconde = await application.Client.SendAsync(demande);
        Assert.Equal(HttpStatusCode.NotModified, seconde.StatusCode);
    }

    [Theory]
    [InlineData("/robots.txt", HttpStatusCode.OK)]
    [InlineData("/sitemap.xml", HttpStatusCode.OK)]
    [InlineData("/favicon.ico", HttpStatusCode.MovedPermanently)]
    public async Task Un_robot_peut_demander_l_en_tete(string adresse, HttpStatusCode attendu)
    {
        using var demande = new HttpRequestMessage(HttpMethod.Head, new Uri(adresse, UriKind.Relative));
        using var reponse = await application.Client.SendAsync(demande);
        Assert.Equal(attendu, reponse.StatusCode);
    }

    [Fact]
    public async Task Une_recherche_en_phrases_sans_reponse_dit_a_qui_demander()
    {
        using var json = JsonDocument.Parse(await application.Client.GetStringAsync("/api/v1/lieux/en-phrases?ou=Paris+13&besoin=arnaques"));
        Assert.InRange(json.RootElement.GetProperty("total").GetInt32(), 0, 4);
        Assert.NotEqual(0, json.RootElement.GetProperty("demandez_leur").GetArrayLength());
    }

    [Fact]
    public async Task Une_recherche_donne_les_champs_du_schema()
    {
        var page = await LireAsync("?lat=48.85&lon=2.35&rayon_km=10&limite=3");
        Assert.Equal(["lieux", "suivant", "total"], page.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.True(page.GetProperty("total").GetInt32() > 50);
        Assert.Equal(3, page.GetProperty("lieux").GetArrayLength());
        Assert.Equal(JsonValueKind.String, page.GetProperty("suivant").ValueKind);
        var precedente = -1L;
        foreach (var lieu in page.GetProperty("lieux").EnumerateArray())
        {
            Assert.Empty(FicheLieu.Colonnes.Except(lieu.EnumerateObject().Select(p => p.Name)));
            foreach (var liste in (string[])["typologie", "courriels", "site_web", "itinerance", "services", "publics_specifiquement_adresses", "prise_en_charge_specifique", "frais_a_charge", "dispositif_programmes_nationaux", "formations_labels", "autres_formations_labels", "modalites_acces", "modalites_accompagnement"])
            {
                Assert.Equal(JsonValueKind.Array, lieu.GetProperty(liste).ValueKind);
            }

            Assert.Equal(JsonValueKind.Number, lieu.GetProperty("latitude").ValueKind);
            Assert.InRange(lieu.GetProperty("distance_m").GetInt64(), precedente, 10_000);
            precedente = lieu.GetProperty("distance_m").GetInt64();
            Assert.StartsWith("/lieux/", lieu.GetProperty("url").GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/api/v1/lieux?limite=1")]
    [InlineData("/api/v1/lieux.geojson?commune=75101")]
    [InlineData("/api/v1/lieux.csv?commune=75101")]
    [InlineData("/api/v1/territoires/communes?q=Paris")]
    [InlineData("/api/v1/territoires/communes/75056")]
    [InlineData("/api/v1/territoires/departements")]
    [InlineData("/openapi/v1.json")]
    public async Task Une_lecture_publique_repond_a_HEAD_comme_a_GET_sans_corps(string adresse)
    {
        using var demande = new HttpRequestMessage(HttpMethod.Head, new Uri(adresse, UriKind.Relative));
        using var tete = await application.Client.SendAsync(demande);
        using var lecture = await application.Client.GetAsync(adresse);
        Assert.Equal(HttpStatusCode.OK, tete.StatusCode);
        Assert.Equal(lecture.Content.Headers.ContentType, tete.Content.Headers.ContentType);
        Assert.Equal(lecture.Headers.ETag, tete.Headers.ETag);
        Assert.Empty(await tete.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task HEAD_sur_ce_qui_n_existe_pas_dit_404_et_le_navigateur_a_le_droit_de_demander()
    {
        using var demande = new HttpRequestMessage(HttpMethod.Head, new Uri(Api + "/absent", UriKind.Relative));
        using var absent = await application.Client.SendAsync(demande);
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
        using var question = new HttpRequestMessage(HttpMethod.Options, new Uri(Api, UriKind.Relative));
        question.Headers.Add("Origin", "https://exemple.fr");
        question.Headers.Add("Access-Control-Request-Method", "HEAD");
        using var reponse = await application.Client.SendAsync(question);
        Assert.Contains("HEAD", string.Join(',', reponse.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/territoires/communes?q=Paris")]
    [InlineData("/api/v1/territoires/communes/75056")]
    [InlineData("/api/v1/territoires/communes.geojson?bbox=4.2,45.3,4.6,45.6")]
    public async Task Un_territoire_deja_lu_n_est_pas_renvoye(string adresse)
    {
        using var premier = await application.Client.GetAsync(adresse);
        Assert.NotNull(premier.Headers.ETag);
        Assert.NotNull(premier.Headers.CacheControl?.MaxAge);
        using var demande = new HttpRequestMessage(HttpMethod.Get, new Uri(adresse, UriKind.Relative));
        demande.Headers.IfNoneMatch.Add(premier.Headers.ETag);
        using var second = await application.Client.SendAsync(demande);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Un_essai_et_un_nom_sans_lettre_ne_sont_pas_montres()
    {
        foreach (var id in (string[])["dora_17d2d2e1-ed9b-47ed-990a-a7d95f6367de", "conseiller-numerique_62c820fb4f82c306de285a7e"])
        {
            using var reponse = await application.Client.GetAsync($"{Api}/{id}");
            Assert.Equal(HttpStatusCode.NotFound, reponse.StatusCode);
        }
    }

    [Theory]
    [InlineData("?q=mediatheque%0D%0A", "CAR-016")]
    [InlineData("?q=%00a", "CAR-016")]
    [InlineData("?lat=&lon=", "CAR-017")]
    [InlineData("?lat=48.85&lon=2.35&rayon_km=", "CAR-017")]
    [InlineData("?limite=", "CAR-018")]
    [InlineData("?source=abc", "CAR-022")]
    [InlineData("?departement=20", "CAR-009")]
    public async Task Une_valeur_qui_n_en_est_pas_une_est_dite(string recherche, string code)
    {
        using var reponse = await application.Client.GetAsync(Api + recherche);
        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
        var texte = await reponse.Content.ReadAsStringAsync();
        Assert.Contains($"\"{code}\"", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("CAR-004", texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_curseur_d_une_autre_recherche_est_refuse_et_la_taille_de_page_peut_changer()
    {
        var suivant = (await LireAsync("?commune=75056&limite=3")).GetProperty("suivant").GetString();
        await LireAsync($"?commune=75056&limite=7&curseur={suivant}");
        using var autre = await application.Client.GetAsync($"{Api}?commune=69123&limite=3&curseur={suivant}");
        Assert.Equal(HttpStatusCode.BadRequest, autre.StatusCode);
        Assert.Contains("vient d’une autre recherche", await autre.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_source_inconnue_donne_celles_qui_existent_et_le_lieu_n_a_pas_de_parametre()
    {
        using var source = await application.Client.GetAsync(Api + "?source=abc");
        Assert.Contains("france-services", await source.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var id = (await LireAsync("?limite=1")).GetProperty("lieux")[0].GetProperty("id").GetString();
        using var lieu = await application.Client.GetAsync($"{Api}/{id}?foo=1");
        Assert.Equal(HttpStatusCode.BadRequest, lieu.StatusCode);
        Assert.Contains("« foo » n’existe pas", await lieu.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var commune = await application.Client.GetAsync("/api/v1/territoires/communes/75056?foo=1");
        Assert.Equal(HttpStatusCode.BadRequest, commune.StatusCode);
    }

    [Fact]
    public async Task Un_cadre_borne_et_la_position_trie()
    {
        const string Cadre = "bbox=2.30,48.80,2.40,48.90";
        var page = await LireAsync($"?lat=48.85&lon=2.35&{Cadre}&limite=100");
        Assert.Equal(await TotalAsync($"?{Cadre}"), page.GetProperty("total").GetInt32());
        var precedente = -1L;
        foreach (var lieu in page.GetProperty("lieux").EnumerateArray())
        {
            Assert.InRange(lieu.GetProperty("longitude").GetDouble(), 2.30, 2.40);
            Assert.InRange(lieu.GetProperty("latitude").GetDouble(), 48.80, 48.90);
            Assert.True(lieu.GetProperty("distance_m").GetInt64() >= precedente);
            precedente = lieu.GetProperty("distance_m").GetInt64();
        }

        // Every parameter of the documented address together.
        Assert.InRange(await TotalAsync($"?lat=48.85&lon=2.35&rayon_km=2&{Cadre}"), 1, page.GetProperty("total").GetInt32() - 1);
        await LireAsync($"?lat=48.85&lon=2.35&rayon_km=10&service=aide-aux-demarches-administratives&ouvert=maintenant&departement=75&commune=75056&q=mairie&{Cadre}&tri=distance&limite=24");
    }

    [Fact]
    public async Task Les_pages_suivies_par_suivant_donnent_chaque_lieu_une_fois()
    {
        var ids = new List<string>();
        string? suivant = null;
        int total;
        do
        {
            var page = await LireAsync($"?departement=42&limite=50{(suivant is null ? "" : $"&curseur={suivant}")}");
            total = page.GetProperty("total").GetInt32();
            ids.AddRange(Ids(page));
            suivant = page.GetProperty("suivant").GetString();
        }
        while (suivant is not null);

        Assert.True(total > 50);
        Assert.Equal(total, ids.Count);
        Assert.Equal(total, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Un_service_se_demande_par_son_libelle_ou_son_slug_et_plusieurs_s_ajoutent()
    {
        const string Slug = "loisirs-et-creations-numeriques";
        var (parLibelle, parSlug) = (await TotalAsync("?service=Loisirs%20et%20cr%C3%A9ations%20num%C3%A9riques"), await TotalAsync($"?service={Slug}"));
        Assert.Equal(parLibelle, parSlug);
        var deux = await TotalAsync($"?service={Slug}&service=comprehension-du-monde-numerique");
        Assert.True(deux > parSlug && parSlug > 0);
        Assert.True(await TotalAsync($"?service={Slug}&frais=gratuit") < parSlug);
        Assert.Equal(parSlug, await TotalAsync($"?services={Slug}"));
    }

    [Fact]
    public async Task Paris_comprend_ses_arrondissements()
    {
        var page = await LireAsync("?commune=75056&limite=100");
        Assert.True(page.GetProperty("total").GetInt32() > 50);
        Assert.All(page.GetProperty("lieux").EnumerateArray(), l => Assert.StartsWith("75", l.GetProperty("code_insee").GetString(), StringComparison.Ordinal));
        Assert.True(await TotalAsync("?commune=75113") < page.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Les_comptes_viennent_si_on_les_demande()
    {
        var page = await LireAsync("?departement=42&comptes=oui&limite=1");
        var frais = page.GetProperty("comptes").GetProperty("frais");
        Assert.Equal(await TotalAsync("?departement=42&frais=gratuit"), frais.GetProperty("gratuit").GetInt32());
        Assert.Equal(await TotalAsync("?departement=42&frais=non-renseigne"), frais.GetProperty("non-renseigne").GetInt32());
        var ouvert = page.GetProperty("comptes").GetProperty("ouvert");
        Assert.Equal(page.GetProperty("total").GetInt32(), ouvert.EnumerateObject().Sum(o => o.Value.GetInt32()));
    }

    [Fact]
    public async Task La_meme_reponse_n_est_pas_envoyee_deux_fois()
    {
        using var premiere = await application.Client.GetAsync($"{Api}?departement=42");
        var etag = premiere.Headers.ETag!;
        using var demande = new HttpRequestMessage(HttpMethod.Get, $"{Api}?departement=42");
        demande.Headers.IfNoneMatch.Add(etag);
        using var seconde = await application.Client.SendAsync(demande);
        Assert.Equal(HttpStatusCode.NotModified, seconde.StatusCode);
        Assert.Empty(await seconde.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Une_autre_origine_peut_lire()
    {
        foreach (var adresse in (string[])[Api, $"{Api}.geojson?departement=42", $"{Api}.csv?departement=42", $"{Api}/inconnu", $"{Api}?limite=0"])
        {
            using var demande = new HttpRequestMessage(HttpMethod.Get, adresse);
            demande.Headers.Add("Origin", "https://exemple.fr");
            using var reponse = await application.Client.SendAsync(demande);
            Assert.Equal("*", Assert.Single(reponse.Headers.GetValues("Access-Control-Allow-Origin")));
        }
    }

    [Fact]
    public async Task Un_systeme_d_ailleurs_lit_aussi_quand_il_a_trop_demande()
    {
        using var demande = new HttpRequestMessage(HttpMethod.Get, Api);
        demande.Headers.Add("Origin", "https://exemple.fr");
        using var reponse = await application.Client.SendAsync(demande);
        Assert.Equal(["ETag", "Retry-After"], string.Join(',', reponse.Headers.GetValues("Access-Control-Expose-Headers")).Split(',', StringSplitOptions.TrimEntries));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Un_fichier_part_comprime_a_qui_sait_le_lire(string codage)
    {
        foreach (var adresse in (string[])[$"{Api}.csv?departement=42", $"{Api}.geojson?departement=42"])
        {
            var clair = await application.Client.GetByteArrayAsync(adresse);
            using var demande = new HttpRequestMessage(HttpMethod.Get, adresse);
            demande.Headers.Add("Accept-Encoding", codage);
            using var reponse = await application.Client.SendAsync(demande);
            Assert.Equal([codage], reponse.Content.Headers.ContentEncoding);
            Assert.Contains("Accept-Encoding", reponse.Headers.Vary);
            var octets = await reponse.Content.ReadAsByteArrayAsync();
            Assert.True(octets.Length * 3 < clair.Length, $"{adresse}: {octets.Length} of {clair.Length}");
            await using Stream lu = codage == "gzip" ? new GZipStream(new MemoryStream(octets), CompressionMode.Decompress) : new BrotliStream(new MemoryStream(octets), CompressionMode.Decompress);
            using var memoire = new MemoryStream();
            await lu.CopyToAsync(memoire);
            Assert.Equal(clair, memoire.ToArray());
        }
    }

    [Fact]
    public async Task Un_fichier_a_le_nombre_de_lieux_demande_et_commence_ou_l_on_dit()
    {
        var premiere = await LireAsync("?departement=42&limite=3");
        var suite = Ids(await LireAsync($"?departement=42&limite=5&curseur={premiere.GetProperty("suivant").GetString()}")).ToList();
        async Task<List<string>> CsvAsync(string requete) => [.. (await application.Client.GetStringAsync($"{Api}.csv{requete}")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')[0].Trim('"'))];
        async Task<List<string>> GeojsonAsync(string requete) =>
            [.. JsonDocument.Parse(await application.Client.GetStringAsync($"{Api}.geojson{requete}")).RootElement.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties").GetProperty("id").GetString()!)];

        Assert.Equal(Ids(premiere), await CsvAsync("?departement=42&limite=3"));
        Assert.Equal(suite, await CsvAsync($"?departement=42&limite=5&curseur={premiere.GetProperty("suivant").GetString()}"));
        Assert.InRange((await GeojsonAsync("?departement=42&limite=3")).Count, 1, 3);
        Assert.All(await GeojsonAsync($"?departement=42&limite=5&curseur={premiere.GetProperty("suivant").GetString()}"), id => Assert.Contains(id, suite));
        // Without it, all of it.
        var total = premiere.GetProperty("total").GetInt32();
        Assert.True(total > 24);
        Assert.Equal(total, (await CsvAsync("?departement=42")).Count);
        Assert.Equal(total - 3, (await CsvAsync($"?departement=42&curseur={premiere.GetProperty("suivant").GetString()}")).Count);
        await AssertPage.ProblemeAsync(HttpStatusCode.BadRequest, await application.Client.GetAsync($"{Api}.csv?departement=42&limite=0"));
    }

    [Fact]
    public async Task La_carte_d_une_page_montre_toute_la_recherche()
    {
        var carte = (await application.Client.LirePageAsync("/lieux?departement=42&limite=3&comptes=oui")).QuerySelector("[data-geojson]")!.GetAttribute("data-geojson")!;
        Assert.DoesNotContain("limite", carte, StringComparison.Ordinal);
        Assert.DoesNotContain("comptes", carte, StringComparison.Ordinal);
        Assert.Contains("departement=42", carte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_lieu_se_lit_par_son_identifiant()
    {
        var id = Ids(await LireAsync("?commune=42218&limite=1")).Single();
        var lieu = await LireAsync($"/{Uri.EscapeDataString(id)}");
        Assert.Equal(id, lieu.GetProperty("id").GetString());
        Assert.Empty(FicheLieu.Colonnes.Except(lieu.EnumerateObject().Select(p => p.Name)));
        Assert.True(lieu.TryGetProperty("ouvert", out _) && lieu.TryGetProperty("horaires_compris", out _));
    }

    [Fact]
    public async Task Un_identifiant_etrange_du_fichier_livre_se_lit_aussi()
    {
        foreach (var id in (string[])["aidants-connect_676|conseiller-numerique-63d29b78e6d6a806f2564504", "france-tiers-lieux_aidants-connect-2361|-6018f95969086482678b474a"])
        {
            var lieu = await LireAsync($"/{Uri.EscapeDataString(id)}");
            using var page = await application.Client.GetAsync(lieu.GetProperty("url").GetString());
            await AssertPage.StatutAsync(HttpStatusCode.OK, page);
        }
    }

    [Theory]
    [InlineData("/inconnu")]
    [InlineData("/..%2f..%2fetc%2fpasswd")]
    [InlineData("/%3Cscript%3E")]
    [InlineData("/%EF%BF%BE")]
    public async Task Un_identifiant_inconnu_est_introuvable(string suite)
    {
        using var reponse = await application.Client.GetAsync(Api + suite);
        await AssertPage.ProblemeAsync(HttpStatusCode.NotFound, reponse);
    }

    [Theory]
    [InlineData("limite=0", "limite")]
    [InlineData("limite=101", "limite")]
    [InlineData("lat=91&lon=2", "lat")]
    [InlineData("lat=0&lon=0", "lat")]
    [InlineData("lat=2.35&lon=48.85", "lat")]
    [InlineData("lat=40.71&lon=-74.01", "lat")]
    [InlineData("lat=48,85&lon=2,35", "lat")]
    [InlineData("lat=NaN&lon=2", "lat")]
    [InlineData("service=%EF%BF%BE", "service")]
    [InlineData("q=%00", "q")]
    [InlineData("q=a%1Bb", "q")]
    [InlineData("commune=Atlantide", "commune")]
    [InlineData("departement=75%27%20OR%201=1--", "departement")]
    [InlineData("typologie=%3Cscript%3E", "typologie")]
    [InlineData("inconnu=1", "inconnu")]
    [InlineData("lat=48&lat=49&lon=2", "lat")]
    public async Task Un_mauvais_parametre_est_refuse_avec_une_phrase(string requete, string champ)
    {
        foreach (var suite in (string[])["", ".geojson", ".csv"])
        {
            using var reponse = await application.Client.GetAsync($"{Api}{suite}?{requete}");
            var probleme = await AssertPage.ProblemeAsync(HttpStatusCode.BadRequest, reponse);
            var erreur = probleme.GetProperty("erreurs").EnumerateArray().First(e => e.GetProperty("champ").GetString() == champ);
            Assert.StartsWith("CAR-", erreur.GetProperty("code").GetString(), StringComparison.Ordinal);
            Assert.NotEmpty(erreur.GetProperty("message").GetString()!);
        }

        Assert.DoesNotContain(application.Journaux.Lignes, l => l.StartsWith("Error", StringComparison.Ordinal) || l.StartsWith("Critical", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dix_kilo_octets_sont_refuses_avec_une_phrase()
    {
        using var reponse = await application.Client.GetAsync($"{Api}?q={new string('a', 10_000)}");
        var probleme = await AssertPage.ProblemeAsync(HttpStatusCode.BadRequest, reponse);
        Assert.Contains("200 caractères", probleme.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_geojson_donne_des_points_et_leur_page()
    {
        using var reponse = await application.Client.GetAsync($"{Api}.geojson?lat=45.44&lon=4.387&rayon_km=5");
        await AssertPage.StatutAsync(HttpStatusCode.OK, reponse);
        Assert.Equal("application/geo+json", reponse.Content.Headers.ContentType?.MediaType);
        var points = JsonDocument.Parse(await reponse.Content.ReadAsStringAsync()).RootElement.GetProperty("features");
        Assert.InRange(points.GetArrayLength(), 5, 1000);
        foreach (var point in points.EnumerateArray())
        {
            var place = point.GetProperty("geometry").GetProperty("coordinates");
            Assert.InRange(place[0].GetDouble(), 4.2, 4.6);
            Assert.InRange(place[1].GetDouble(), 45.3, 45.6);
            Assert.StartsWith("/lieux/", point.GetProperty("properties").GetProperty("url").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Le_csv_se_relit_par_notre_propre_import()
    {
        using var reponse = await application.Client.GetAsync($"{Api}.csv?departement=42");
        await AssertPage.StatutAsync(HttpStatusCode.OK, reponse);
        Assert.Equal("text/csv", reponse.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", reponse.Content.Headers.ContentDisposition?.DispositionType);
        using var flux = new MemoryStream(await reponse.Content.ReadAsByteArrayAsync());
        var anomalies = new List<Anomalie>();
        var lecture = new LectureLieu(application.Horloge, anomalies.Add);
        using var fichier = LectureFichier.Ouvrir(flux);
        var lieux = LignesDeLieux.Lire(fichier, anomalies.Add).Select(lecture.Lire).ToList();
        Assert.Empty(anomalies);
        Assert.DoesNotContain(null, lieux);
        Assert.Equal(await TotalAsync("?departement=42"), lieux.Count);
        Assert.DoesNotContain(lieux, l => l!.DateMaj == new DateOnly(2022, 12, 1));
    }

    [Fact]
    public async Task Les_hebergements_ne_sont_nulle_part()
    {
        var retenus = await application.Base.ListerAsync<string>("SELECT id FROM cartographie.lieux WHERE retenu IS NOT NULL");
        Assert.True(retenus.Count > 300);
        var (csv, plan) = (await application.Client.GetStringAsync($"{Api}.csv"), new StringBuilder());
        foreach (var numero in Enumerable.Range(1, 3))
        {
            using var part = await application.Client.GetAsync($"/sitemap-{numero}.xml");
            plan.Append(part.IsSuccessStatusCode ? await part.Content.ReadAsStringAsync() : "");
        }

        var public1 = Ids(await LireAsync("?commune=42218&limite=1")).Single();
        Assert.Contains($"\"{public1}\"", csv, StringComparison.Ordinal);
        Assert.Contains(public1, plan.ToString(), StringComparison.Ordinal);
        Assert.All(retenus, id => Assert.DoesNotContain($"\"{id}\"", csv, StringComparison.Ordinal));
        Assert.All(retenus, id => Assert.DoesNotContain($"-{Uri.EscapeDataString(id)}<", plan.ToString(), StringComparison.Ordinal));
        foreach (var id in retenus.Take(20))
        {
            foreach (var adresse in (string[])[$"{Api}/{Uri.EscapeDataString(id)}", $"/lieux/lieu-{Uri.EscapeDataString(id)}", $"/lieux/lieu-{Uri.EscapeDataString(id)}/imprimer", $"/lieux/lieu-{Uri.EscapeDataString(id)}/signaler"])
            {
                using var reponse = await application.Client.GetAsync(adresse);
                Assert.Equal(HttpStatusCode.NotFound, reponse.StatusCode);
            }
        }

        using var source = await application.Client.GetAsync($"{Api}?source=siao");
        Assert.Equal(HttpStatusCode.BadRequest, source.StatusCode);
        Assert.DoesNotContain("CHRS", await application.Client.GetStringAsync($"{Api}.geojson?q=chrs"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Ids(JsonElement page) => page.GetProperty("lieux").EnumerateArray().Select(l => l.GetProperty("id").GetString()!);

    private async Task<int> TotalAsync(string requete) => (await LireAsync(requete)).GetProperty("total").GetInt32();

    private async Task<JsonElement> LireAsync(string suite)
    {
        using var reponse = await application.Client.GetAsync(Api + suite);
        await AssertPage.StatutAsync(HttpStatusCode.OK, reponse);
        Assert.Equal("application/json", reponse.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(await reponse.Content.ReadAsStringAsync()).RootElement;
    }
}
