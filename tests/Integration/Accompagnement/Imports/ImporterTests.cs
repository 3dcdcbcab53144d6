using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using FaireAvec.Accompagnement;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Imports;
using FaireAvec.Accompagnement.Jobs;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Tests.Integration.Accompagnement.Personnes;
using FaireAvec.Tests.Integration.Accompagnement.Statistiques;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static FaireAvec.Tests.Integration.Accompagnement.Imports.GestesDesImports;

namespace FaireAvec.Tests.Integration.Accompagnement.Imports;

/// <summary>Acts of another tool, from the file to the figures: looked at, confirmed, sent again, rolled back.</summary>
[Collection(ImportsDuSite.Nom)]
public sealed class ImporterTests(SiteDesMembres site)
{
    private const string Ce = "18/11/2026";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Un_export_se_verifie_puis_s_ajoute_et_se_compte(bool classeur)
    {
        using var camille = await site.MediateurAsync();
        Dictionary<string, string>[] rangees =
        [
            Rangee("cra-1"), Rangee("cra-2", "2026-11-13", 90, ("Notes", "<p>Reprise de la <b>boîte</b> d’essai</p>"), ("Niveau d’autonomie", "2/3"), ("Réorienté", "Oui"), ("Structure de redirection", "Autre")),
            .. Atelier("cra-3", 4),
        ];
        var (id, page) = await camille.DeposerAsync(classeur ? Xlsx(rangees) : Csv(rangees), classeur ? "export.xlsx" : "export.csv");
        AssertPage.H1(page, "Vérifiez avant d’ajouter");
        Assert.Equal(("3", "0", "0"), (Tuiles(page)["À ajouter"], Tuiles(page)["Déjà ici"], Tuiles(page)["Refusés"]));
        Assert.Empty(await site.ActesAsync(camille));

        var fini = await camille.ConfirmerAsync(id, page);
        AssertPage.H1(fini, "Votre import est terminé");
        Assert.Equal("3", Tuiles(fini)["Ajoutés"]);
        var actes = await site.ActesAsync(camille);
        Assert.All(actes, a => Assert.Equal(OrigineDActivite.Import, a.Origine));
        var (un, deux, atelier) = (actes[0], actes[1], actes[2]);
        Assert.Equal((new DateOnly(2026, 11, 12), 45, "domicile", "42218", "70_et_plus", "feminin", "retraite"), (un.Jour, un.Duree, un.TypeDeLieu, un.Commune, un.Age, un.Genre, un.Statut));
        Assert.Equal(["email", "navigation_sur_internet"], un.Thematiques);
        Assert.Null(un.Posture);
        Assert.Equal(("guidee_au_besoin", true, "autre"), (deux.Autonomie, deux.Orientee, deux.StructureDeRedirection));
        AssertPage.Dit(await camille.Client.LirePageAsync(LiensAccompagnement.Activite(deux.Id)), "Reprise de la boîte d’essai");
        // Nobody is made up: four people, two of them women, one young, and what isn't said isn't known.
        Assert.Equal((4, 0), (atelier.Effectifs!.Total, atelier.Suivies));
        Assert.Equal([1, 2, 1], atelier.Effectifs.Genres);
        Assert.Equal(("Mes courriels", "debutant"), (atelier.Titre, atelier.Niveau));
        Assert.Equal((3, 6, 45 + 90 + 120), await site.CompteursAsync(camille));
        Assert.Empty(await site.LireToutAsync(db => db.Set<FaireAvec.Accompagnement.Domain.Personnes.PersonneAccompagnee>().Where(p => p.Organisation == camille.Organisation).ToListAsync()));
    }

    [Fact]
    public async Task Le_meme_export_renvoye_n_ajoute_rien_et_ne_dit_que_ce_qui_change()
    {
        using var camille = await site.MediateurAsync();
        var (premier, page) = await camille.DeposerAsync(Csv(Rangee("h-1"), Rangee("h-2", minutes: 30), Rangee("h-3", minutes: 60), Rangee("h-4", minutes: 20)));
        await camille.ConfirmerAsync(premier, page);
        var compteurs = await site.CompteursAsync(camille);

        // The same file, again.
        var (deuxieme, encore) = await camille.DeposerAsync(Csv(Rangee("h-1"), Rangee("h-2", minutes: 30), Rangee("h-3", minutes: 60), Rangee("h-4", minutes: 20)));
        Assert.Equal(("0", "4"), (Tuiles(encore)["À ajouter"], Tuiles(encore)["Déjà ici"]));
        AssertPage.Dit(encore, "Tout est déjà ici");
        await camille.ConfirmerAsync(deuxieme, encore);
        Assert.Equal(compteurs, await site.CompteursAsync(camille));

        // One was changed there, one was changed here and there, one was removed here, one isn't there any more, one is new.
        var actes = await site.ActesAsync(camille);
        await CorrigerAsync(camille, actes.Single(a => a.Duree == 60).Id, "75");
        await SupprimerAsync(camille, actes.Single(a => a.Duree == 30).Id);
        var (troisieme, apercu) = await camille.DeposerAsync(Csv(Rangee("h-1", minutes: 50), Rangee("h-2", minutes: 30), Rangee("h-3", minutes: 65), Rangee("h-5", "14/11/2026", 15), Rangee("h-6", "01/11/2026", 15)));
        var tuiles = Tuiles(apercu);
        Assert.Equal(("2", "1", "1", "1"), (tuiles["À ajouter"], tuiles["Changés là-bas"], tuiles["Changés des deux côtés"], tuiles["Supprimés ici"]));
        AssertPage.Dit(apercu, "1 compte rendu venu de l’autre outil n’est plus dans ce fichier");
        AssertPage.Dit(await camille.Client.LirePageAsync($"{LiensDesImports.Import(troisieme)}?liste=conflits"), "Durée : 1 h 15 ici, 1 h 05 là-bas.");
        AssertPage.Dit(await camille.Client.LirePageAsync($"{LiensDesImports.Import(troisieme)}?liste=corrections"), "Durée : 45 min ici, 50 min là-bas.");
        var fini = await camille.ConfirmerAsync(troisieme, apercu);
        Assert.Equal(("2", "1"), (Tuiles(fini)["Ajoutés"], Tuiles(fini)["Corrigés"]));
        Assert.Equal([15, 15, 20, 50, 75], (await site.ActesAsync(camille)).Select(a => a.Duree).Order());
        await site.CompteursAsync(camille);

        // The conflict was settled: it isn't asked again.
        var (_, calme) = await camille.DeposerAsync(Csv(Rangee("h-1", minutes: 50), Rangee("h-3", minutes: 65), Rangee("h-4", minutes: 20)));
        Assert.Equal(("0", "3"), (Tuiles(calme)["À ajouter"], Tuiles(calme)["Déjà ici"]));
    }

    [Fact]
    public async Task Des_imports_repris_corriges_et_annules_pendant_que_les_mois_se_comptent_ne_perdent_rien()
    {
        using var fin = new CancellationTokenSource();
        var derivation = Task.Run(async () =>
        {
            while (!fin.IsCancellationRequested)
            {
                await site.DeriverAsync();
            }
        });
        await Task.WhenAll(Enumerable.Range(0, 3).Select(async m =>
        {
            using var mediateur = await site.MediateurAsync();
            byte[] Fichier(int enPlus) => Csv([.. Enumerable.Range(0, 15).Select(n => Rangee($"p{m}-{n}", $"{1 + (n % 9):00}/11/2026", 10 + n + enPlus)), .. Atelier($"p{m}-a", 4)]);
            var (premier, page) = await mediateur.DeposerAsync(Fichier(0));
            await mediateur.ConfirmerAsync(premier, page);
            if (m == 1)
            {
                await mediateur.AnnulerAsync(premier);
            }

            var (second, encore) = await mediateur.DeposerAsync(Fichier(5));
            await mediateur.ConfirmerAsync(second, encore);
            Assert.Equal(16, (await site.ActesAsync(mediateur)).Count);
        }));
        await fin.CancelAsync();
        await derivation;
        await site.CompteJusteAsync();
        await site.DeriverAsync();
        await site.CompteJusteAsync();
    }

    [Fact]
    public async Task Une_case_cochee_compte_meme_sans_enregistrer_les_choix()
    {
        using var camille = await site.MediateurAsync();
        var (premier, page) = await camille.DeposerAsync(Csv(Rangee("k-1"), Rangee("k-2", minutes: 20)));
        await camille.ConfirmerAsync(premier, page);
        var actes = await site.ActesAsync(camille);
        await CorrigerAsync(camille, actes.Single(a => a.Duree == 45).Id, "50");
        var (second, apercu) = await camille.DeposerAsync(Csv(Rangee("k-1", minutes: 55), Rangee("k-2", minutes: 25)));
        Assert.Equal(("1", "1"), (Tuiles(apercu)["Changés là-bas"], Tuiles(apercu)["Changés des deux côtés"]));
        // The box of the conflict is ticked; that of the correction, which isn't shown here, follows the general choice.
        var conflits = await camille.Client.LirePageAsync($"{LiensDesImports.Import(second)}?liste=conflits");
        var rang = conflits.QuerySelector("input[name=Coches]")!.GetAttribute("value")!;
        await camille.ConfirmerAsync(second, conflits, ("Coches", rang));
        Assert.Equal([25, 55], (await site.ActesAsync(camille)).Select(a => a.Duree).Order());
    }

    [Fact]
    public async Task Ce_que_la_base_refuserait_est_dit_avant_d_ajouter()
    {
        using var camille = await site.MediateurAsync();
        await site.Base.ExecuterAsync("INSERT INTO accompagnement.clotures (organisation, jusquau, par, le) VALUES ($1, '2026-11-10', $2, now())", camille.Organisation, camille.Compte);
        var (id, page) = await camille.DeposerAsync(Csv(
            Rangee("f-1", "09/11/2026"), Rangee("f-2", "12/11/2026", 900), Rangee("f-3", "12/11/2026", 700), Rangee("f-4", "12/11/2026", 500)));
        Assert.Equal(("2", "2"), (Tuiles(page)["À ajouter"], Tuiles(page)["Refusés"]));
        var refuses = await camille.Client.LirePageAsync($"{LiensDesImports.Import(id)}?liste=refuses");
        AssertPage.Dit(refuses, "Cette période est close");
        AssertPage.Dit(refuses, "Cette journée dépasserait 24 heures");
        var fini = await camille.ConfirmerAsync(id, page);
        Assert.Equal(("2", "2"), (Tuiles(fini)["Ajoutés"], Tuiles(fini)["Refusés"]));
        Assert.Equal([500, 900], (await site.ActesAsync(camille)).Select(a => a.Duree).Order());
    }

    [Fact]
    public async Task Les_etiquettes_d_ici_que_le_fichier_nomme_sont_mises_et_les_autres_dites()
    {
        using var camille = await site.MediateurAsync();
        var (mienne, etrangere) = (site.Id(), site.Id());
        foreach (var (etiquette, nom, cherche, proprietaire) in new[] { (mienne, "Projet été", "projet ete", camille.Compte), (etrangere, "Ailleurs", "ailleurs", site.Id()) })
        {
            await site.Base.ExecuterAsync("INSERT INTO accompagnement.etiquettes (id, portee, proprietaire, auteur, nom, nom_recherche, creee_le) VALUES ($1, 'Personnelle', $4, $4, $2, $3, now())", etiquette, nom, cherche, proprietaire);
        }

        var (id, page) = await camille.DeposerAsync(Csv(Rangee("e-1", autres: ("Tags", "projet ete, Ailleurs")), Rangee("e-2", minutes: 20)));
        Assert.Equal("2", Tuiles(page)["À ajouter"]);
        AssertPage.Dit(await camille.Client.LirePageAsync($"{LiensDesImports.Import(id)}?liste=nouveaux"), "Cette étiquette n’existe pas ici");
        await camille.ConfirmerAsync(id, page);
        var actes = await site.ActesAsync(camille);
        Assert.Equal([mienne], actes.Single(a => a.Duree == 45).Etiquettes);
        Assert.Empty(actes.Single(a => a.Duree == 20).Etiquettes);
    }

    [Fact]
    public async Task Ce_qui_fut_note_ici_a_la_main_n_est_pas_compte_deux_fois()
    {
        using var camille = await site.MediateurAsync();
        await NoterAsync(camille, "45");
        await NoterAsync(camille, "30");
        var (id, page) = await camille.DeposerAsync(Csv(Rangee("d-1", Ce), Rangee("d-2", Ce), Rangee("d-3", Ce, 30), Rangee("d-4", Ce, 20)));
        // Two rows of 45 minutes for one act of ours: one is a probable double, the other one is new.
        Assert.Equal(("2", "2"), (Tuiles(page)["À ajouter"], Tuiles(page)["Déjà notés ici ?"]));
        // The second double is another act, says its author.
        var doubles = await camille.Client.LirePageAsync($"{LiensDesImports.Import(id)}?liste=doubles");
        var rangs = doubles.QuerySelectorAll("[name='Montres']").Select(m => m.GetAttribute("value")!).ToList();
        var apres = await camille.FaireAsync(id, doubles, "handler=Decider", ("Coches", rangs[1]));
        AssertPage.Dit(apres, "Vos choix sont enregistrés.");
        Assert.Equal([rangs[1]], apres.QuerySelectorAll("[name='Coches'][checked]").Select(c => c.GetAttribute("value")!));
        var fini = await camille.ConfirmerAsync(id, apres, ("Doublons", "memes"));
        Assert.Equal(("3", "1"), (Tuiles(fini)["Ajoutés"], Tuiles(fini)["Reconnus"]));
        Assert.Equal(5, (await site.ActesAsync(camille)).Count);

        // What was recognised is known from then on; the posture noted here stays when the other tool changes.
        var (suivant, plusTard) = await camille.DeposerAsync(Csv(Rangee("d-1", Ce, 55), Rangee("d-2", Ce), Rangee("d-3", Ce, 30), Rangee("d-4", Ce, 20)));
        Assert.Equal(("0", "3", "1"), (Tuiles(plusTard)["À ajouter"], Tuiles(plusTard)["Déjà ici"], Tuiles(plusTard)["Changés là-bas"]));
        await camille.ConfirmerAsync(suivant, plusTard);
        var corrige = Assert.Single(await site.ActesAsync(camille), a => a.Duree == 55);
        Assert.Equal((new Posture(10, 60, 30), OrigineDActivite.Saisie), (corrige.Posture!.Value, corrige.Origine));
    }

    [Fact]
    public async Task Sans_identifiant_deux_lignes_pareilles_sont_deux_actes_et_restent_deux()
    {
        using var camille = await site.MediateurAsync();
        byte[] tableau = Encoding.UTF8.GetBytes("Date;Durée;Thème;Ville;Code postal\r\n3 mars 2025;1 h 30;E-mail;Saint-Étienne;42000\r\n3 mars 2025;1 h 30;E-mail;Saint-Étienne;42000\r\n04/03/25;45;Bureautique;Saint-Étienne;42000\r\n");
        var (id, colonnes) = await camille.DeposerAsync(tableau, "cahier.csv");
        AssertPage.H1(colonnes, "Les colonnes de votre fichier");
        Assert.Equal(["date", "duree", "thematiques", "commune", "code_postal"], colonnes.QuerySelectorAll("select[name='Champs'] option[selected]").Select(o => o.GetAttribute("value")));
        var page = await camille.FaireAsync(id, colonnes, "/colonnes");
        Assert.Equal(("3", "0"), (Tuiles(page)["À ajouter"], Tuiles(page)["Refusés"]));
        await camille.ConfirmerAsync(id, page);
        Assert.Equal(3, (await site.ActesAsync(camille)).Count);

        var (encore, relues) = await camille.DeposerAsync(tableau, "cahier.csv");
        var verifiees = await camille.FaireAsync(encore, relues, "/colonnes");
        Assert.Equal(("0", "3"), (Tuiles(verifiees)["À ajouter"], Tuiles(verifiees)["Déjà ici"]));
    }

    [Fact]
    public async Task Annuler_retire_ce_qui_fut_ajoute_et_garde_ce_qui_a_change()
    {
        using var camille = await site.MediateurAsync();
        await NoterAsync(camille, "20");
        var (id, page) = await camille.DeposerAsync(Csv(Rangee("r-1"), Rangee("r-2", minutes: 60), Rangee("r-3", Ce, 20)));
        await camille.ConfirmerAsync(id, page);
        await site.DeriverAsync();
        var change = (await site.ActesAsync(camille)).Single(a => a.Duree == 60);
        await CorrigerAsync(camille, change.Id, "75");

        var question = await camille.Client.LirePageAsync(LiensDesImports.Annuler(id));
        AssertPage.Dit(question, "Changés depuis : ils restent");
        var annule = await camille.AnnulerAsync(id);
        AssertPage.H1(annule, "Cet import est annulé");
        AssertPage.Dit(annule, "1 compte rendu reste");
        Assert.NotNull(annule.QuerySelector($"a[href='{LiensAccompagnement.Activite(change.Id)}']"));
        Assert.Equal([20, 75], (await site.ActesAsync(camille)).Select(a => a.Duree).Order());
        Assert.Equal((2, 2, 95), await site.CompteursAsync(camille));
        await site.CompteJusteAsync();
        // Rolled back once only.
        using var encore = await camille.Client.EnvoyerPremierAsync(LiensDesImports.Annuler(id), question);
        Assert.Equal(HttpStatusCode.BadRequest, encore.StatusCode);

        // Sent again: what was removed may come back, what stayed is known.
        var (_, renvoi) = await camille.DeposerAsync(Csv(Rangee("r-1"), Rangee("r-2", minutes: 60), Rangee("r-3", Ce, 20)));
        Assert.Equal(("1", "1", "1"), (Tuiles(renvoi)["À ajouter"], Tuiles(renvoi)["Déjà ici"], Tuiles(renvoi)["Déjà notés ici ?"]));
    }

    [Fact]
    public async Task Les_bonnes_lignes_passent_et_les_autres_reviennent_a_corriger()
    {
        using var camille = await site.MediateurAsync();
        var (id, page) = await camille.DeposerAsync(Csv(
            Rangee("x-1"), Rangee("x-2", "pas une date"), Rangee("x-3", "01/01/2199"), Rangee("x-4", "12/11/1900"), Rangee("x-5", "12/11/2026", 0), Rangee("x-6", autres: [("Thématiques", "Poterie")]),
            Rangee("x-7", autres: [("Thématiques", "E-mail, Poterie"), ("Genre", "=1+1")]), Rangee("x-8", autres: [("Commune", "Nulle part"), ("Code postal", ""), ("Code INSEE", "")])));
        Assert.Equal(("2", "6"), (Tuiles(page)["À ajouter"], Tuiles(page)["Refusés"]));
        AssertPage.Dit(page, "Colonne Date, « pas une date » : Cette date n’est pas comprise");
        AssertPage.Dit(page, "La date est dans le futur");
        AssertPage.Dit(page, "avant l’an 2000");
        AssertPage.Dit(page, "Colonne Thématiques, « Poterie »");
        AssertPage.Dit(page, "La commune n’est pas connue");
        var apercu = await camille.Client.GetStringAsync($"{LiensDesImports.Import(id)}?handler=Csv");
        // A formula is given back harmless.
        Assert.Contains(";'=1+1;", apercu, StringComparison.Ordinal);
        var refus = await camille.Client.GetStringAsync($"{LiensDesImports.Import(id)}?handler=Refusees");
        Assert.Equal(7, refus.Trim().Split("\r\n").Length);
        Assert.Contains("Pourquoi c’est refusé", refus, StringComparison.Ordinal);
        await camille.ConfirmerAsync(id, page);
        Assert.Equal(2, (await site.ActesAsync(camille)).Count);

        // Corrected, the file of refusals is taken as it is, with its column of reasons.
        var corrige = refus.Replace("pas une date", "13/11/2026", StringComparison.Ordinal);
        var (_, seconde) = await camille.DeposerAsync(Encoding.UTF8.GetBytes(corrige), "a-corriger.csv");
        Assert.Equal(("1", "5"), (Tuiles(seconde)["À ajouter"], Tuiles(seconde)["Refusés"]));
    }

    [Fact]
    public async Task L_export_d_un_autre_est_refuse_et_celui_d_une_equipe_ne_donne_que_les_siens()
    {
        using var camille = await site.MediateurAsync();
        var (_, autre) = await camille.DeposerAsync(Csv(Rangee("a-1", autres: [("Médiateur", "Dominique Ailleurs")])));
        AssertPage.H1(autre, "Ce fichier ne peut pas être importé");
        AssertPage.Dit(autre, "Aucune ligne de ce fichier n’est à votre nom");
        var (_, structure) = await camille.DeposerAsync(Csv(Rangee("a-1", autres: [("Structure employeuse", "Maison d’ailleurs")])));
        AssertPage.Dit(structure, "celui d’une autre organisation");

        var (id, equipe) = await camille.DeposerAsync(Csv(Rangee("a-1", autres: [("Médiateur", camille.Nom.ToUpperInvariant())]), Rangee("a-2", autres: [("Médiateur", "Dominique Ailleurs")])));
        Assert.Equal(("1", "1"), (Tuiles(equipe)["À ajouter"], Tuiles(equipe)["Refusés"]));
        AssertPage.Dit(equipe, "au nom d’un autre médiateur");
        await camille.ConfirmerAsync(id, equipe);

        // A colleague who sends the same lines, from a file that doesn't say whose they are.
        using var collegue = await site.MediateurAsync(camille.Organisation);
        var (volee, sienne) = await collegue.DeposerAsync(Csv(Rangee("a-1")));
        var fini = await collegue.ConfirmerAsync(volee, sienne);
        Assert.Equal(("0", "1"), (Tuiles(fini)["Ajoutés"], Tuiles(fini)["Refusés"]));
        AssertPage.Dit(fini, "déjà importé par quelqu’un de votre organisation");
        Assert.Empty(await site.ActesAsync(collegue));
    }

    [Fact]
    public async Task Deux_imports_du_meme_fichier_en_meme_temps_un_seul_passe()
    {
        using var camille = await site.MediateurAsync();
        var fichier = Csv(Rangee("c-1"), Rangee("c-2", minutes: 30));
        var jeton = SiteDesMembres.Jeton(await camille.Client.LirePageAsync(LiensDesImports.Importer));
        var reponses = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => camille.EnvoyerUnFichierAsync(fichier, jeton: jeton)));
        Assert.Single(reponses, r => r.StatusCode == HttpStatusCode.Redirect);
        var refusee = reponses.First(r => r.StatusCode == HttpStatusCode.BadRequest);
        AssertPage.Dit(await refusee.LirePageAsync(), "Ce fichier est déjà en cours d’import");
        var id = Guid.Parse(reponses.Single(r => r.StatusCode == HttpStatusCode.Redirect).Headers.Location!.OriginalString.Split('/')[2]);

        // Another file with the same lines, and the two are confirmed at once, twice each.
        var (autre, _) = await camille.DeposerAsync(Csv(Rangee("c-1"), Rangee("c-2", minutes: 30), Rangee("c-3", minutes: 20)));
        var (page, autrePage) = (await camille.AttendreAsync(LiensDesImports.Import(id)), await camille.AttendreAsync(LiensDesImports.Import(autre)));
        (Guid Import, IHtmlDocument Page)[] deux = [(id, page), (autre, autrePage)];
        var gestes = await Task.WhenAll(deux.Concat(deux).Select(q => camille.Client.EnvoyerLeAsync(LiensDesImports.Import(q.Import), q.Page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(f => f.GetAttribute("action")!.Contains("Confirmer", StringComparison.Ordinal)))));
        Assert.Equal(2, gestes.Count(g => g.StatusCode == HttpStatusCode.Redirect));
        var fins = new[] { await camille.AttendreAsync(LiensDesImports.Import(id)), await camille.AttendreAsync(LiensDesImports.Import(autre)) };
        Assert.Equal(3, fins.Sum(f => int.Parse(Tuiles(f)["Ajoutés"], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal((3, 3, 95), await site.CompteursAsync(camille));
        foreach (var reponse in reponses.Concat(gestes))
        {
            reponse.Dispose();
        }
    }

    [Fact]
    public async Task La_page_des_differences_explique_l_ecart_exactement()
    {
        using var camille = await site.MediateurAsync();
        await NoterAsync(camille, "15");
        var (id, page) = await camille.DeposerAsync(Csv(Rangee("e-1", "10/11/2026"), Rangee("e-2", Ce, 30), Rangee("e-3", "01/01/2199", 40), Rangee("e-4", "hier", 50), Rangee("e-5", "13/11/2026", 60)));
        await camille.ConfirmerAsync(id, page);
        await CorrigerAsync(camille, (await site.ActesAsync(camille)).Single(a => a.Duree == 30).Id, "35");
        await SupprimerAsync(camille, (await site.ActesAsync(camille)).Single(a => a.Duree == 60).Id);
        var ecarts = await camille.Client.LirePageAsync(LiensDesImports.Differences(id));
        var lignes = ecarts.QuerySelectorAll("tbody tr").ToDictionary(l => l.QuerySelector("th")!.TextContent.Trim().Replace('\u00a0', ' ').Split(" (")[0], l => l.QuerySelectorAll("td").Select(c => long.Parse(c.TextContent.Trim().Replace("−", "-", StringComparison.Ordinal).Replace("+", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture)).ToArray(), StringComparer.Ordinal);
        Assert.Equal([5, 5, 225], lignes["Dans le fichier"]);
        Assert.Equal([3, 3, 95], lignes["Ici, du 10 novembre 2026 au 18 novembre 2026"]);
        Assert.Equal([-1, -1, -40], lignes["Refusés : datés dans le futur"]);
        Assert.Equal([-1, -1, -50], lignes["Refusés : une date, une durée ou un lieu n’est pas compris"]);
        Assert.Equal([-1, -1, -60], lignes["Supprimés ici"]);
        Assert.Equal([0, 0, 5], lignes["Durée différente ici"]);
        Assert.Equal([1, 1, 15], lignes["Notés seulement ici"]);
        Assert.Equal(lignes["Ici, du 10 novembre 2026 au 18 novembre 2026"], Enumerable.Range(0, 3).Select(i => lignes.Where(l => !l.Key.StartsWith("Ici", StringComparison.Ordinal)).Sum(l => l.Value[i])));
    }

    [Fact]
    public async Task Un_import_coupe_en_pleine_ecriture_reprend_sans_rien_ecrire_deux_fois()
    {
        using var camille = await site.MediateurAsync();
        var (id, page) = await camille.DeposerAsync(Csv(Rangee("k-1"), Rangee("k-2", minutes: 30), Rangee("k-3", minutes: 60)));
        await camille.ConfirmerAsync(id, page);
        var actes = await site.ActesAsync(camille);
        // As a node that stops between its acts and the note that it wrote them.
        await site.Base.ExecuterAsync($"UPDATE accompagnement.lignes_d_import SET fait = NULL, activite = NULL WHERE import = '{id}' AND rang > 1; UPDATE accompagnement.imports SET etat = 'Ecriture' WHERE id = '{id}'");
        await site.DansAsync(
            async s =>
            {
                await ReprendreLesImports.FaireAsync(s.GetRequiredService<FaireAvecDb>(), s.GetRequiredService<IEmplois>(), s.GetRequiredService<TravauxDesImports>(), site.Horloge, CancellationToken.None);
                return true;
            },
            "systeme:taches");
        Assert.Equal("3", Tuiles(await camille.AttendreAsync(LiensDesImports.Import(id)))["Ajoutés"]);
        Assert.Equal(actes.Select(a => a.Id), (await site.ActesAsync(camille)).Select(a => a.Id));
        Assert.Equal((3, 3, 135), await site.CompteursAsync(camille));
    }

    [Fact]
    public async Task Ce_que_la_base_refuse_se_dit_ligne_par_ligne_et_le_reste_passe()
    {
        using var camille = await site.MediateurAsync();
        var (id, page) = await camille.DeposerAsync(Csv(Rangee("f-1", "05/03/2024"), Rangee("f-2"), Rangee("f-3", minutes: 30)));
        await site.Base.ExecuterAsync(
            """
            CREATE FUNCTION accompagnement.essai_ferme() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'Cette période est close.' USING ERRCODE = 'FA900'; END $$;
            GRANT EXECUTE ON FUNCTION accompagnement.essai_ferme TO faireavec_app;
            CREATE TRIGGER essai_ferme BEFORE INSERT OR UPDATE ON accompagnement.activites FOR EACH ROW WHEN (NEW.jour = '2024-03-05') EXECUTE FUNCTION accompagnement.essai_ferme()
            """);
        try
        {
            var fini = await camille.ConfirmerAsync(id, page);
            Assert.Equal(("2", "1"), (Tuiles(fini)["Ajoutés"], Tuiles(fini)["Refusés"]));
            AssertPage.Dit(fini, "Cette période est close.");
        }
        finally
        {
            await site.Base.ExecuterAsync("DROP TRIGGER essai_ferme ON accompagnement.activites; DROP FUNCTION accompagnement.essai_ferme");
        }

        // The id that was taken for nothing was given back: the line may come again.
        var (_, encore) = await camille.DeposerAsync(Csv(Rangee("f-1", "05/03/2024")));
        Assert.Equal("1", Tuiles(encore)["À ajouter"]);
    }

    [Fact]
    public async Task Trois_lignes_d_en_tete_et_des_dates_ambigues_se_lisent_ou_se_disent()
    {
        using var camille = await site.MediateurAsync();
        byte[] tableau = Encoding.UTF8.GetBytes("Mon cahier;;;;\r\nAccompagnement;;;Lieu;\r\nDate;Durée;Thématiques;Commune;Code postal\r\n03/04/2026;01:30;E-mail;Saint-Étienne;42000\r\n03/25/2026;90;E-mail;Saint-Étienne;42000\r\n13/04/2026;1 h 30;E-mail;Saint-Étienne;42000\r\n");
        var (id, colonnes) = await camille.DeposerAsync(tableau, "cahier.csv");
        var page = await camille.FaireAsync(id, colonnes, "/colonnes");
        // One date is month first: nobody knows about the third of April, nor the fourth of March.
        Assert.Equal(("1", "2"), (Tuiles(page)["À ajouter"], Tuiles(page)["Refusés"]));
        AssertPage.Dit(page, "Cette date se lit de deux façons");
        var relue = await camille.FaireAsync(id, await camille.Client.LirePageAsync(LiensDesImports.Colonnes(id)), "/colonnes", ("Dates", "mois"));
        Assert.Equal(("2", "1"), (Tuiles(relue)["À ajouter"], Tuiles(relue)["Refusés"]));
        await camille.ConfirmerAsync(id, relue);
        Assert.Equal([new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 25)], (await site.ActesAsync(camille)).Select(a => a.Jour));
        Assert.All(await site.ActesAsync(camille), a => Assert.Equal(90, a.Duree));
    }

    private static Dictionary<string, string>[] Atelier(string id, int n) =>
    [
        .. Enumerable.Range(1, n).Select(i => Rangee(id, "14/11/2026", 120, ("Type", "Atelier collectif"), ("Participants", $"{i}/{n}"), ("Nom de l’atelier", "Mes courriels"),
            ("Genre", i <= 2 ? "Féminin" : i == 3 ? "Masculin" : "Non communiqué"), ("Tranche d’âge", i == 1 ? "18 - 24 ans" : ""), ("Statut", ""), ("Canal", "Autre lieu"), ("Niveau", "Débutant"))),
    ];

    // Today, 18 November.
    private static async Task NoterAsync(Mediateur camille, string minutes)
    {
        var page = await camille.Client.LirePageAsync(LiensAccompagnement.NouvelleDeType("individuel"));
        using var reponse = await camille.Client.EnvoyerPremierAsync(LiensAccompagnement.NouvelleActivite, page,
            ("F.Thematiques", "email"), ("F.Posture", "avec"), ("F.Duree", "autre"), ("F.Heures", "0"), ("F.Minutes", minutes), ("F.TypeDeLieu", "a_distance"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
    }

    private static async Task CorrigerAsync(Mediateur camille, Guid acte, string minutes)
    {
        var adresse = LiensAccompagnement.ModifierActivite(acte);
        var page = await camille.Client.LirePageAsync(adresse);
        using var reponse = await camille.Client.EnvoyerPremierAsync(adresse, page, ("F.Duree", "autre"), ("F.Heures", "0"), ("F.Minutes", minutes), ("F.Posture", "avec"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
    }

    private static async Task SupprimerAsync(Mediateur camille, Guid acte)
    {
        var adresse = LiensAccompagnement.SupprimerActivite(acte);
        using var reponse = await camille.Client.EnvoyerPremierAsync(adresse, await camille.Client.LirePageAsync(adresse));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
    }
}
