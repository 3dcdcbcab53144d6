using System.Net;
using System.Text.Json;
using FaireAvec.Accompagnement.Api;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Accompagnement;

/// <summary>« GET », « PUT » and « DELETE /api/v1/activites »: followed as they change, corrected and removed once, by the organisation's client alone.</summary>
[Collection(CollectionDesActivites.Nom)]
public sealed class LectureDesActivitesApiTests(SiteDesActivites site)
{
    private const string Liste = "/api/v1/activites";

    [Fact]
    public async Task Les_activites_se_suivent_page_a_page_sans_trou_ni_double()
    {
        var jour = site.Aujourdhui.AddDays(-100);
        var ids = new List<Guid>();
        for (var i = 0; i < 7; i++)
        {
            ids.Add(await EnvoyerAsync(jour));
            // Three of the same instant: the id tells them apart.
            site.Site.Horloge.Avancer(TimeSpan.FromSeconds(i % 3 == 0 ? 1 : 0));
        }

        site.Site.Horloge.Avancer(LectureDesActivitesApi.Recul);
        var jeton = await site.JetonAsync("activites:lire");
        var lus = new List<Guid>();
        var adresse = $"{Liste}?du={jour:yyyy-MM-dd}&au={jour:yyyy-MM-dd}&taille=2";
        var suivant = "";
        do
        {
            var page = await Lire(jeton, suivant.Length == 0 ? adresse : $"{adresse}&apres={suivant}");
            Assert.InRange(page.GetProperty("activites").GetArrayLength(), 1, 2);
            lus.AddRange(page.GetProperty("activites").EnumerateArray().Select(a => a.GetProperty("id").GetGuid()));
            suivant = page.GetProperty("suivant").GetString() ?? "";
        }
        while (suivant.Length > 0);
        Assert.Equal(ids.Order(), lus.Order());
        Assert.Equal(7, lus.Count);
    }

    // An act that is being written has its instant, and isn't seen yet.
    [Fact]
    public async Task Ce_qui_vient_de_changer_vient_a_la_lecture_suivante()
    {
        var jour = site.Aujourdhui.AddDays(-101);
        await EnvoyerAsync(jour);
        var (jeton, adresse) = (await site.JetonAsync("activites:lire"), $"{Liste}?du={jour:yyyy-MM-dd}&au={jour:yyyy-MM-dd}");
        Assert.Equal(0, (await Lire(jeton, adresse)).GetProperty("activites").GetArrayLength());
        site.Site.Horloge.Avancer(LectureDesActivitesApi.Recul);
        Assert.Equal(1, (await Lire(jeton, adresse)).GetProperty("activites").GetArrayLength());
    }

    [Fact]
    public async Task Les_filtres_se_combinent_et_une_suppression_se_suit()
    {
        var jour = site.Aujourdhui.AddDays(-102);
        var garde = await EnvoyerAsync(jour, a => (a["type"], a["service"], a["cause"], a["minutes_perdues"]) = ("demarche", "caf", "en_panne", 20));
        var retire = await EnvoyerAsync(jour);
        site.Site.Horloge.Avancer(LectureDesActivitesApi.Recul);
        var jeton = await site.JetonAsync("activites:lire", "activites:ecrire");
        var lue = (await Lire(jeton, $"{Liste}?du={jour:yyyy-MM-dd}&au={jour:yyyy-MM-dd}&type=demarche&mediateur={SiteDesActivites.Camille}")).GetProperty("activites").EnumerateArray().Single();
        Assert.Equal((garde, "caf", "en_panne", 20), (lue.GetProperty("id").GetGuid(), lue.GetProperty("service").GetString(), lue.GetProperty("cause").GetString(), lue.GetProperty("minutes_perdues").GetInt32()));
        // Neither how the médiateur helped, nor words about somebody.
        Assert.DoesNotContain(lue.EnumerateObject(), p => p.Name is "posture" or "motif_a_la_place" or "notes" or "suite" or "personnes");

        var depuis = site.Site.Horloge.Instant;
        using var suppression = await site.DemanderAsync(HttpMethod.Delete, $"{Liste}/{retire}", jeton, new { motif = "Saisie deux fois" });
        await AssertPage.StatutAsync(HttpStatusCode.NoContent, suppression);
        site.Site.Horloge.Avancer(LectureDesActivitesApi.Recul + TimeSpan.FromSeconds(1));
        var changees = (await Lire(jeton, $"{Liste}?modifiees_depuis={depuis:yyyy-MM-ddTHH:mm:ssZ}&du={jour:yyyy-MM-dd}&au={jour:yyyy-MM-dd}")).GetProperty("activites").EnumerateArray().ToList();
        Assert.Equal(retire, Assert.Single(changees).GetProperty("id").GetGuid());
        Assert.NotEqual(JsonValueKind.Null, changees[0].GetProperty("supprimee_le").ValueKind);
        // Removed again: the same answer, nothing written.
        using var encore = await site.DemanderAsync(HttpMethod.Delete, $"{Liste}/{retire}", jeton);
        await AssertPage.StatutAsync(HttpStatusCode.NoContent, encore);
        Assert.Equal(2, await site.Site.AvecBaseAsync(db => db.Set<Activite>().Where(a => a.Id == retire).Select(a => a.Version).SingleAsync(), "systeme:taches"));
    }

    [Theory]
    [InlineData("taille=0", "ACC-573")]
    [InlineData("taille=501", "ACC-573")]
    [InlineData("taille=-1", "ACC-573")]
    [InlineData("taille=dix", "ACC-573")]
    [InlineData("apres=n-importe-quoi", "ACC-572")]
    [InlineData("apres=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "ACC-572")]
    [InlineData("du=2026-11-20&au=2026-11-19", "ACC-575")]
    [InlineData("du=20/11/2026", "ACC-574")]
    [InlineData("modifiees_depuis=2026-11-20", "ACC-574")]
    [InlineData("modifiees_depuis=2026-11-20T09:00:00", "ACC-574")]
    [InlineData("type=sieste", "ACC-574")]
    [InlineData("mediateur=moi", "ACC-574")]
    [InlineData("page=2", "ACC-570")]
    [InlineData("type=demarche&type=individuel", "ACC-571")]
    public async Task Un_filtre_faux_est_refuse(string requete, string code)
    {
        using var reponse = await site.DemanderAsync(HttpMethod.Get, $"{Liste}?{requete}", await site.JetonAsync("activites:lire"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        Assert.Equal(code, await reponse.CodeAsync());
    }

    [Fact]
    public async Task Dix_mille_valeurs_sont_refusees_en_temps_borne()
    {
        var jeton = await site.JetonAsync("activites:lire");
        foreach (var requete in (string[])[string.Join('&', Enumerable.Repeat("type=demarche", 10_000)), $"lieu={new string('a', 100_000)}", string.Join('&', Enumerable.Range(0, 2_000).Select(i => $"f{i}=1"))])
        {
            using var reponse = await site.DemanderAsync(HttpMethod.Get, $"{Liste}?{requete}", jeton);
            Assert.InRange((int)reponse.StatusCode, 400, 431);
        }
    }

    [Fact]
    public async Task Sans_l_etendue_ou_d_une_autre_organisation_rien_ne_se_lit()
    {
        var id = await EnvoyerAsync(site.Aujourdhui.AddDays(-103));
        foreach (var adresse in (string[])[Liste, $"{Liste}/{id}"])
        {
            using var anonyme = await site.DemanderAsync(HttpMethod.Get, adresse, null);
            await AssertPage.StatutAsync(HttpStatusCode.Unauthorized, anonyme);
            using var sans = await site.DemanderAsync(HttpMethod.Get, adresse, await site.JetonAsync("activites:ecrire"));
            await AssertPage.StatutAsync(HttpStatusCode.Forbidden, sans);
        }

        // The same act, of another organisation.
        await site.Site.AvecBaseAsync(db => db.Database.ExecuteSqlAsync($"UPDATE accompagnement.activites SET organisation = {Guid.CreateVersion7()} WHERE id = {id}"), "systeme:taches");
        var jeton = await site.JetonAsync("activites:lire", "activites:ecrire");
        foreach (var (verbe, corps) in new (HttpMethod, object?)[] { (HttpMethod.Get, null), (HttpMethod.Put, site.Acte(id)), (HttpMethod.Delete, null) })
        {
            using var reponse = await site.DemanderAsync(verbe, $"{Liste}/{id}", jeton, corps, "\"1\"");
            await AssertPage.StatutAsync(HttpStatusCode.NotFound, reponse);
        }

        foreach (var inconnu in (string[])[Guid.CreateVersion7().ToString(), "x", "0"])
        {
            using var reponse = await site.DemanderAsync(HttpMethod.Get, $"{Liste}/{inconnu}", jeton);
            await AssertPage.StatutAsync(HttpStatusCode.NotFound, reponse);
        }
    }

    [Fact]
    public async Task Une_activite_se_relit_par_son_ETag_et_se_corrige_une_fois()
    {
        var jour = site.Aujourdhui.AddDays(-2);
        var id = await EnvoyerAsync(jour, a => (a["suite"], a["notes"]) = ("Revenir mardi", "Rapporter le dossier"));
        var jeton = await site.JetonAsync("activites:lire", "activites:ecrire");
        using var premiere = await site.DemanderAsync(HttpMethod.Get, $"{Liste}/{id}", jeton);
        Assert.Equal("\"1\"", premiere.Headers.ETag!.ToString());
        using var pareille = await site.DemanderAsync(HttpMethod.Get, $"{Liste}/{id}", jeton, siChange: "\"1\"");
        await AssertPage.StatutAsync(HttpStatusCode.NotModified, pareille);

        var correction = site.Acte(id);
        (correction["date"], correction["duree_minutes"], correction["posture"]) = ($"{jour:yyyy-MM-dd}", 50, null);
        using var sansVersion = await site.DemanderAsync(HttpMethod.Put, $"{Liste}/{id}", jeton, correction);
        await AssertPage.StatutAsync((HttpStatusCode)428, sansVersion);
        using var corrigee = await site.DemanderAsync(HttpMethod.Put, $"{Liste}/{id}", jeton, correction, "\"1\"");
        Assert.Equal(50, (await corrigee.JsonAsync()).GetProperty("duree_minutes").GetInt32());
        Assert.Equal("\"2\"", corrigee.Headers.ETag!.ToString());
        // Sent again with the version that was read: nothing changes, nothing is refused.
        using var encore = await site.DemanderAsync(HttpMethod.Put, $"{Liste}/{id}", jeton, correction, "\"1\"");
        Assert.Equal(2, (await encore.JsonAsync()).GetProperty("version").GetInt32());
        correction["duree_minutes"] = 55;
        using var depassee = await site.DemanderAsync(HttpMethod.Put, $"{Liste}/{id}", jeton, correction, "\"1\"");
        await AssertPage.StatutAsync(HttpStatusCode.PreconditionFailed, depassee);

        // What isn't read stays: how it was done, what comes next, the note; the journal says who asked.
        var (acte, note, acteurs) = await site.Site.AvecBaseAsync(async db => (
            await db.Set<Activite>().AsNoTracking().SingleAsync(a => a.Id == id),
            await db.Database.SqlQuery<string>($"SELECT acteur AS \"Value\" FROM noyau.journal WHERE entite = 'accompagnement.Activite' AND entite_id = {id.ToString()} AND action <> 'creation'").ToListAsync(),
            await db.Database.SqlQuery<string>($"SELECT charge->>'Supprimee' AS \"Value\" FROM noyau.evenements WHERE nom = 'accompagnement.ActiviteModifiee' AND charge->>'Activite' = {id.ToString()}").ToListAsync()), "systeme:taches");
        Assert.Equal((new Posture(10, 60, 30), "Revenir mardi", 2), (acte.Posture, acte.Suite, acte.Version));
        Assert.StartsWith("client:", Assert.Single(note), StringComparison.Ordinal);
        Assert.Equal(["false"], acteurs);
        await using var lecture = site.Site.Services.GetRequiredService<Base>().Proprietaire.CreateCommand("SELECT texte FROM accompagnement.notes_d_activites WHERE activite = $1");
        lecture.Parameters.AddWithValue(id);
        Assert.Equal("Rapporter le dossier", await lecture.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Apres_trente_jours_un_motif_est_demande_et_garde()
    {
        var jour = site.Aujourdhui.AddDays(-90);
        var id = await EnvoyerAsync(jour);
        var jeton = await site.JetonAsync("activites:lire", "activites:ecrire");
        var correction = site.Acte(id);
        (correction["date"], correction["duree_minutes"]) = ($"{jour:yyyy-MM-dd}", 30);
        using var sans = await site.DemanderAsync(HttpMethod.Put, $"{Liste}/{id}", jeton, correction, "\"1\"");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, sans);
        Assert.Equal("ACC-031", await sans.CodeAsync());
        correction["motif"] = "Durée mal notée";
        using var avec = await site.DemanderAsync(HttpMethod.Put, $"{Liste}/{id}", jeton, correction, "\"1\"");
        await AssertPage.StatutAsync(HttpStatusCode.OK, avec);
        using var supprimer = await site.DemanderAsync(HttpMethod.Delete, $"{Liste}/{id}", jeton);
        Assert.Equal("ACC-031", await supprimer.CodeAsync());
        Assert.Equal(["Durée mal notée"], await site.Site.AvecBaseAsync(db => db.Database.SqlQuery<string>($"SELECT motif AS \"Value\" FROM noyau.journal WHERE entite_id = {id.ToString()} AND motif IS NOT NULL").ToListAsync(), "systeme:taches"));
    }

    [Fact]
    public async Task Une_correction_fausse_dit_tout_et_ne_change_rien()
    {
        var id = await EnvoyerAsync(site.Aujourdhui.AddDays(-3));
        var jeton = await site.JetonAsync("activites:lire", "activites:ecrire");
        var correction = site.Acte(id);
        (correction["thematiques"], correction["duree_minutes"]) = (new[] { "sieste" }, 0);
        using var fausse = await site.DemanderAsync(HttpMethod.Put, $"{Liste}/{id}", jeton, correction, "\"1\"");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, fausse);
        Assert.Contains("ACC-009", await fausse.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        correction["mediateur"] = Personas.Toutes.Single(p => p.Role == Role.Coordinateur).Id;
        using var autre = await site.DemanderAsync(HttpMethod.Put, $"{Liste}/{id}", jeton, correction, "\"1\"");
        Assert.Equal("ACC-579", await autre.CodeAsync());
        Assert.Equal(1, await site.Site.AvecBaseAsync(db => db.Set<Activite>().Where(a => a.Id == id).Select(a => a.Version).SingleAsync(), "systeme:taches"));
    }

    // Twenty-four hours, whatever the place: by one sending after another, at once, and by a correction.
    [Fact]
    public async Task Une_journee_n_a_pas_plus_de_vingt_quatre_heures()
    {
        var jour = site.Aujourdhui.AddDays(-110);
        Dictionary<string, object?> Long(int minutes, string commune)
        {
            var acte = site.Acte();
            (acte["date"], acte["duree_minutes"], acte["commune"]) = ($"{jour:yyyy-MM-dd}", minutes, commune);
            return acte;
        }

        var reponses = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => site.EnvoyerAsync(Long(400, i % 2 == 0 ? "42218" : "42187"))));
        Assert.Equal(3, reponses.Count(r => r.StatusCode == HttpStatusCode.Created));
        Assert.All(reponses.Where(r => r.StatusCode != HttpStatusCode.Created), r => Assert.Equal(HttpStatusCode.Conflict, r.StatusCode));
        var refuse = await reponses.First(r => r.StatusCode == HttpStatusCode.Conflict).CodeAsync();
        Assert.Equal("ACC-049", refuse);
        // 24 hours exactly is a day.
        var reste = Long(240, "42218");
        using var juste = await site.EnvoyerAsync(reste);
        await AssertPage.StatutAsync(HttpStatusCode.Created, juste);
        using var encore = await site.EnvoyerAsync(reste);
        await AssertPage.StatutAsync(HttpStatusCode.OK, encore);
        using var trop = await site.EnvoyerAsync(Long(1, "42218"));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, trop);

        var jeton = await site.JetonAsync("activites:lire", "activites:ecrire");
        (reste["duree_minutes"], reste["motif"]) = (241, "essai");
        using var correction = await site.DemanderAsync(HttpMethod.Put, $"{Liste}/{reste["id"]}", jeton, reste, "\"1\"");
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, correction);
        Assert.Equal("ACC-049", await correction.CodeAsync());
        reste["duree_minutes"] = 239;
        using var moins = await site.DemanderAsync(HttpMethod.Put, $"{Liste}/{reste["id"]}", jeton, reste, "\"1\"");
        await AssertPage.StatutAsync(HttpStatusCode.OK, moins);
        Assert.Empty(await site.Site.AvecBaseAsync(db => db.Database.SqlQuery<string>($"SELECT mesure AS \"Value\" FROM accompagnement.ecarts_des_compteurs({jour}, {jour})").ToListAsync(), "systeme:taches"));
    }

    [Fact]
    public async Task Un_acces_borne_a_un_territoire_ne_lit_et_n_ecrit_que_la()
    {
        var jour = site.Aujourdhui.AddDays(-109);
        var (ici, la) = (await EnvoyerAsync(jour), await EnvoyerAsync(jour, a => a["commune"] = "69123"));
        site.Site.Horloge.Avancer(LectureDesActivitesApi.Recul);
        var jeton = await site.Site.JetonAsync(await site.Site.CreerAsync(Portee.Territoire, "42", limite: 10_000, etendues: ["activites:lire", "activites:ecrire"]));
        Assert.Equal([ici], (await Lire(jeton, $"{Liste}?du={jour:yyyy-MM-dd}&au={jour:yyyy-MM-dd}")).GetProperty("activites").EnumerateArray().Select(a => a.GetProperty("id").GetGuid()));
        foreach (var (verbe, corps) in ((HttpMethod, object?)[])[(HttpMethod.Get, null), (HttpMethod.Put, site.Acte(la)), (HttpMethod.Delete, null)])
        {
            using var reponse = await site.DemanderAsync(verbe, $"{Liste}/{la}", jeton, corps, "\"1\"");
            await AssertPage.StatutAsync(HttpStatusCode.NotFound, reponse);
        }

        // Neither does it put there what is here, nor anything new.
        var ailleurs = site.Acte(ici);
        (ailleurs["date"], ailleurs["commune"]) = ($"{jour:yyyy-MM-dd}", "69123");
        ailleurs["motif"] = "Une erreur de commune";
        using var deplacee = await site.DemanderAsync(HttpMethod.Put, $"{Liste}/{ici}", jeton, ailleurs, "\"1\"");
        Assert.Equal((HttpStatusCode.BadRequest, "ACC-581"), (deplacee.StatusCode, await deplacee.CodeAsync()));
        var nouvelle = site.Acte();
        nouvelle["commune"] = "69123";
        using var ecrite = await site.EnvoyerAsync(nouvelle, jeton);
        Assert.Equal((HttpStatusCode.BadRequest, "ACC-581"), (ecrite.StatusCode, await ecrite.CodeAsync()));
        using var bonne = await site.EnvoyerAsync(site.Acte(), jeton);
        await AssertPage.StatutAsync(HttpStatusCode.Created, bonne);
    }

    [Theory]
    [InlineData("Erreur, 1 85 05 78 006 084 91")]
    [InlineData("mdp : Soleil42")]
    public async Task Le_motif_ne_garde_pas_de_secret(string motif)
    {
        var jour = site.Aujourdhui.AddDays(-40);
        var id = await EnvoyerAsync(jour);
        var jeton = await site.JetonAsync("activites:lire", "activites:ecrire");
        var acte = site.Acte(id);
        (acte["date"], acte["motif"], acte["duree_minutes"]) = ($"{jour:yyyy-MM-dd}", motif, 50);
        using var corrigee = await site.DemanderAsync(HttpMethod.Put, $"{Liste}/{id}", jeton, acte, "\"1\"");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, corrigee);
        using var supprimee = await site.DemanderAsync(HttpMethod.Delete, $"{Liste}/{id}", jeton, new { motif });
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, supprimee);
    }

    private async Task<Guid> EnvoyerAsync(DateOnly jour, Action<Dictionary<string, object?>>? changer = null)
    {
        var acte = site.Acte();
        acte["date"] = $"{jour:yyyy-MM-dd}";
        changer?.Invoke(acte);
        using var reponse = await site.EnvoyerAsync(acte);
        await AssertPage.StatutAsync(HttpStatusCode.Created, reponse);
        return (Guid)acte["id"]!;
    }

    private async Task<JsonElement> Lire(string jeton, string adresse)
    {
        using var reponse = await site.DemanderAsync(HttpMethod.Get, adresse, jeton);
        return await reponse.JsonAsync();
    }
}
