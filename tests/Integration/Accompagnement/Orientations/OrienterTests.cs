using System.Net;
using AngleSharp.Html.Dom;
using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Accompagnement.Jobs;
using FaireAvec.Accompagnement.Orientations;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Purges;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Integration.Accompagnement.Personnes;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Constructeurs;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Accompagnement.Orientations;

/// <summary>Sending somebody: each page without the right, not found, in the wrong state, and good.</summary>
[Collection(OrientationsDuSite.Nom)]
public sealed class OrienterTests(SiteDesMembres site)
{
    [Theory]
    [InlineData("/orienter")]
    [InlineData("/orientations")]
    [InlineData("/orientations/01a21000-0000-7000-8000-00000000dead")]
    [InlineData("/orientations/01a21000-0000-7000-8000-00000000dead/imprimer")]
    [InlineData("/orientations/reception")]
    [InlineData("/orientations/chiffres")]
    public async Task Un_financeur_n_y_entre_pas(string adresse)
    {
        using var swann = await site.PersonaAsync(Role.Financeur);
        Assert.Equal(HttpStatusCode.Forbidden, (await swann.GetStatutAsync(adresse)).Statut);
    }

    [Theory]
    [InlineData("/orienter?besoin=01a21000-0000-7000-8000-00000000dead")]
    [InlineData("/orientations/01a21000-0000-7000-8000-00000000dead")]
    [InlineData("/orientations/01a21000-0000-7000-8000-00000000dead/imprimer")]
    [InlineData("/orientations/reception?lieu=inconnu")]
    public async Task Ce_qui_n_existe_pas_est_introuvable(string adresse)
    {
        using var mediateur = await site.QuiOrienteAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await mediateur.Client.GetStatutAsync(adresse)).Statut);
    }

    [Fact]
    public async Task Trois_pages_envoient_quelqu_un_et_la_fiche_s_imprime()
    {
        var lieu = await site.LieuAsync("Lieu Exemple des trois pages", 45.731, "lieu-trois@example.org");
        using var mediateur = await site.QuiOrienteAsync();
        var accord = await mediateur.ChoisirAsync(lieu, ("F.Langue", "uk"), ("F.Interprete", "true"), ("F.Amenagements", "moteur"), ("F.Disponibilites", "matin"));
        AssertPage.H1(accord, "Est-elle d’accord ?");
        foreach (var part in (string[])["ukrainien, avec un interprète à réserver", "Accès en fauteuil", "le matin", "Rien d’autre ne part"])
        {
            AssertPage.Dit(accord, part);
        }

        using var envoyee = await mediateur.Client.EnvoyerPremierAsync("", accord, [.. GestesDesOrientations.Oui, ("F.Precision", "Préfère un rendez-vous calme")]);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, envoyee);
        var page = await mediateur.Client.LirePageAsync(envoyee.Headers.Location!.OriginalString);
        AssertPage.Dit(page, "Le lieu a reçu un lien pour répondre.");
        var id = Guid.Parse(envoyee.Headers.Location!.OriginalString.Split('/', '?')[2]);
        var fiche = await mediateur.Client.LirePageAsync($"/orientations/{id}/imprimer");
        foreach (var mot in (string[])["Lieu Exemple des trois pages", "1 rue Exemple", "Dites ou montrez ce code", "À apporter", "Défenseur des droits"])
        {
            AssertPage.Dit(fiche, mot);
        }

        // The message holds the link, and nothing about the person.
        var message = site.Boite.Messages.Single(m => m.A == "lieu-trois@example.org");
        Assert.Contains("https://faireavec.example.org/orientation/", message.Texte, StringComparison.Ordinal);
        Assert.DoesNotContain("ukrainien", message.Texte, StringComparison.Ordinal);
        // The journal keeps the move, not the words.
        var journal = await site.Base.ListerAsync<string>("SELECT coalesce(apres, '') FROM noyau.journal WHERE entite_id = $1", id.ToString());
        Assert.NotEmpty(journal);
        Assert.DoesNotContain(journal, j => j.Contains("calme", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sans_oui_rien_n_est_ecrit_et_ce_qui_etait_tape_reste()
    {
        var lieu = await site.LieuAsync("Lieu Exemple sans oui", 45.732);
        using var mediateur = await site.QuiOrienteAsync();
        var accord = await mediateur.ChoisirAsync(lieu);
        foreach (var (champs, phrase) in new ((string, string)[], string)[]
        {
            ([("F.Accord", "non"), ("F.Precision", "Le matin")], "Sans le oui de la personne"),
            ([("F.Accord", ""), ("F.Precision", "Le matin")], "Sans le oui de la personne"),
            ([("F.Accord", "oui"), ("F.Forme", "Oral"), ("F.Temoin", ""), ("F.Precision", "Le matin")], "Un oui dit de vive voix a un témoin"),
            ([.. GestesDesOrientations.Oui, ("F.Precision", "Son mdp: Soleil2024!")], "ne s’envoient jamais"),
            ([.. GestesDesOrientations.Oui, ("F.Langue", "klingon"), ("F.Precision", "Le matin")], "Choisissez une réponse de la liste"),
        })
        {
            using var reponse = await mediateur.Client.EnvoyerPremierAsync("", accord, champs);
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
            var page = await reponse.LirePageAsync();
            AssertPage.Dit(page, phrase);
            Assert.Equal(champs.Last().Item2, page.QuerySelector("[name='F.Precision']")!.GetAttribute("value"));
        }

        Assert.Equal(0, await site.ToutAsync(db => db.Set<BesoinExprime>().CountAsync(b => b.Auteur == mediateur.Compte)));
    }

    [Fact]
    public async Task Un_mineur_part_avec_le_oui_d_un_parent_une_personne_sous_tutelle_avec_celui_du_tuteur()
    {
        var lieu = await site.LieuAsync("Lieu Exemple protégé", 45.733);
        using var mediateur = await site.QuiOrienteAsync();
        var accord = await mediateur.ChoisirAsync(lieu, ("F.Mineure", "true"), ("F.Protection", "Tutelle"));
        using var seule = await mediateur.Client.EnvoyerPremierAsync("", accord, GestesDesOrientations.Oui);
        AssertPage.Dit(await seule.LirePageAsync(), "il faut aussi le oui d’un parent");
        using var parent = await mediateur.Client.EnvoyerPremierAsync("", accord, [.. GestesDesOrientations.Oui, ("F.AccordDuResponsable", "true")]);
        AssertPage.Dit(await parent.LirePageAsync(), "il faut aussi le oui du tuteur");
        using var tous = await mediateur.Client.EnvoyerPremierAsync("", accord, [.. GestesDesOrientations.Oui, ("F.AccordDuResponsable", "true"), ("F.AccordDuProtecteur", "true")]);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, tous);
    }

    [Fact]
    public async Task Le_meme_formulaire_envoye_cinq_fois_est_une_seule_orientation()
    {
        var lieu = await site.LieuAsync("Lieu Exemple cinq fois", 45.734, "lieu-cinq@example.org");
        using var mediateur = await site.QuiOrienteAsync();
        var accord = await mediateur.ChoisirAsync(lieu);
        var reponses = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => mediateur.Client.EnvoyerPremierAsync("", accord, GestesDesOrientations.Oui)));
        Assert.All(reponses, r => Assert.Equal(HttpStatusCode.Redirect, r.StatusCode));
        Assert.Equal(1, await site.ToutAsync(db => db.Set<Orientation>().CountAsync(o => o.Auteur == mediateur.Compte)));
        Assert.Equal(1, await site.ToutAsync(db => db.Set<BesoinExprime>().CountAsync(b => b.Auteur == mediateur.Compte)));
    }

    [Fact]
    public async Task Un_lieu_ferme_suspendu_ou_complet_entre_temps_ne_recoit_pas_et_rien_n_est_perdu()
    {
        var (ferme, suspendu, complet) = (await site.LieuAsync("Lieu Exemple fermé", 45.735), await site.LieuAsync("Lieu Exemple suspendu", 45.736), await site.LieuAsync("Lieu Exemple complet", 45.737));
        var maison = (await site.OrganisationAsync()).Id;
        await site.DeclarerAsync(maison, suspendu);
        await site.DeclarerAsync(maison, complet, parSemaine: 1);
        using var mediateur = await site.QuiOrienteAsync();
        var (a, b, c) = (await mediateur.ChoisirAsync(ferme), await mediateur.ChoisirAsync(suspendu), await mediateur.ChoisirAsync(complet));
        await site.AvecBaseAsync(
            async db =>
            {
                await db.Set<Lieu>().Where(l => l.Id == ferme).ExecuteDeleteAsync();
                return 0;
            },
            "systeme:commande");
        await site.Services.GetRequiredService<CatalogueLieux>().RechargerAsync(CancellationToken.None);
        await site.EnProprietaireAsync($"UPDATE accompagnement.receveurs SET suspendu_jusqu_au = '2100-01-01' WHERE lieu = '{suspendu}'");

        using (var autre = await site.QuiOrienteAsync())
        {
            await autre.EnvoyerVersAsync(complet);
        }

        foreach (var (page, phrase) in new[] { (a, "n’est plus ouvert au public"), (b, "ne reçoit personne en ce moment"), (c, "n’a plus de place cette semaine") })
        {
            using var reponse = await mediateur.Client.EnvoyerPremierAsync("", page, GestesDesOrientations.Oui);
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
            var lue = await reponse.LirePageAsync();
            AssertPage.Dit(lue, phrase);
            Assert.Equal(BesoinsDOrientation.Apprendre, lue.QuerySelector("[name='F.Besoins']")!.GetAttribute("value"));
        }

        Assert.Equal(0, await site.ToutAsync(db => db.Set<Orientation>().CountAsync(o => o.Auteur == mediateur.Compte)));
    }

    [Fact]
    public async Task La_derniere_place_de_la_semaine_n_est_donnee_qu_une_fois()
    {
        var lieu = await site.LieuAsync("Lieu Exemple d’une place", 45.738);
        await site.DeclarerAsync((await site.OrganisationAsync()).Id, lieu, parSemaine: 1);
        using var mediateur = await site.QuiOrienteAsync();
        var pages = new List<IHtmlDocument>();
        for (var i = 0; i < 6; i++)
        {
            pages.Add(await mediateur.ChoisirAsync(lieu));
        }

        var reponses = await Task.WhenAll(pages.Select(p => mediateur.Client.EnvoyerPremierAsync("", p, GestesDesOrientations.Oui)));
        Assert.Single(reponses, r => r.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(1, await site.ToutAsync(db => db.Set<Orientation>().CountAsync(o => o.Lieu == lieu)));
    }

    [Fact]
    public async Task Monsieur_X_a_ses_trois_besoins_l_urgent_d_abord_et_apprendre_ensuite()
    {
        using var mediateur = await site.QuiOrienteAsync();
        using var lieux = await mediateur.ChercherAsync(("F.Besoins", BesoinsDOrientation.Apprendre), ("F.JoursAvantPerte", "9"));
        var page = await lieux.LirePageAsync();
        AssertPage.Dit(page, "un travailleur social sous 48 heures");
        using var sansAppel = await mediateur.Client.EnvoyerPremierAsync("", page, ("F.Structure", "CCAS Exemple"));
        AssertPage.Dit(await sansAppel.LirePageAsync(), "Appelez d’abord");
        using var accord = await mediateur.Client.EnvoyerPremierAsync("", page, ("F.Structure", "CCAS Exemple"), ("F.Verifie", "true"));
        using var envoyee = await mediateur.Client.EnvoyerPremierAsync("", await accord.LirePageAsync(), GestesDesOrientations.Oui);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, envoyee);
        var besoins = await site.ToutAsync(db => db.Set<BesoinExprime>().AsNoTracking().Where(b => b.Auteur == mediateur.Compte).OrderBy(b => b.Apres != null).ThenByDescending(b => b.Envois).ToListAsync());
        Assert.Equal([BesoinsDOrientation.OuvertureDesDroits, BesoinsDOrientation.AccesAuxDroits, BesoinsDOrientation.Apprendre], besoins.Select(b => b.Code));
        Assert.Equal([1, 0, 0], besoins.Select(b => b.Envois));
        Assert.Equal([true, true, false], besoins.Select(b => b.Urgent));
        Assert.Equal(besoins[0].Id, besoins[2].Apres);
        Assert.Single(besoins.Select(b => b.Reference).Distinct());
        var liste = await mediateur.Client.LirePageAsync(GestesDesOrientations.Liste);
        AssertPage.Dit(liste, "Besoins à orienter");
        Assert.Contains(liste.QuerySelectorAll("main a"), x => x.GetAttribute("href") == $"/orienter?besoin={besoins[2].Id}");
    }

    [Fact]
    public async Task Un_danger_donne_des_numeros_et_n_ecrit_rien()
    {
        using var mediateur = await site.QuiOrienteAsync();
        using var reponse = await mediateur.ChercherAsync(("F.Besoins", BesoinsDOrientation.Apprendre), ("F.Signaux", "Danger"));
        await AssertPage.StatutAsync(HttpStatusCode.OK, reponse);
        var page = await reponse.LirePageAsync();
        foreach (var numero in (string[])["112", "114", "119", "3919", "3114"])
        {
            AssertPage.Dit(page, numero);
        }

        Assert.Equal(0, await site.ToutAsync(db => db.Set<BesoinExprime>().CountAsync(b => b.Auteur == mediateur.Compte)));
    }

    [Fact]
    public async Task Ce_qui_manque_au_debut_est_dit()
    {
        using var mediateur = await site.QuiOrienteAsync();
        using var rien = await mediateur.ChercherAsync();
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, rien);
        AssertPage.Dit(await rien.LirePageAsync(), "Choisissez au moins un besoin");
        using var ailleurs = await mediateur.ChercherAsync(("F.Besoins", BesoinsDOrientation.Apprendre), ("F.CodeCommune", ""), ("F.Commune", "Nullepart-sur-Rien"), ("F.JoursAvantPerte", "bientôt"));
        var page = await ailleurs.LirePageAsync();
        AssertPage.Dit(page, "Choisissez la commune dans la liste");
        AssertPage.Dit(page, "Écrivez un nombre de jours");
        Assert.Equal("Nullepart-sur-Rien", page.QuerySelector("[name='F.Commune']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task La_troisieme_reorientation_demande_un_referent_et_un_inconnu_ne_l_est_pas()
    {
        var lieux = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            lieux.Add(await site.LieuAsync($"Lieu Exemple ricochet {i}", 45.74 + (i * 0.0001)));
        }

        using var mediateur = await site.QuiOrienteAsync();
        var id = await mediateur.EnvoyerVersAsync(lieux[0]);
        for (var i = 1; i <= 2; i++)
        {
            await RefuserAsync(id);
            var page = await mediateur.Client.LirePageAsync($"/orientations/{id}");
            var suite = page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Single(h => h.StartsWith("/orienter?besoin=", StringComparison.Ordinal));
            var propose = await mediateur.Client.LirePageAsync(suite);
            // Where they were sent already isn't proposed again.
            Assert.DoesNotContain(propose.QuerySelectorAll("[name='F.Receveur']"), r => r.GetAttribute("value") == lieux[i - 1]);
            using var accord = await mediateur.Client.EnvoyerPremierAsync("", propose, ("F.Receveur", lieux[i]));
            using var envoyee = await mediateur.Client.EnvoyerPremierAsync("", await accord.LirePageAsync(), GestesDesOrientations.Oui);
            await AssertPage.StatutAsync(HttpStatusCode.Redirect, envoyee);
            id = Guid.Parse(envoyee.Headers.Location!.OriginalString.Split('/', '?')[2]);
        }

        await RefuserAsync(id);
        var besoin = (await site.OrientationAsync(id)).Besoin;
        using var troisieme = await mediateur.Client.GetAsync($"/orienter?besoin={besoin}");
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, troisieme);
        AssertPage.Dit(await troisieme.LirePageAsync(), "nommez un référent unique");
        using var accordForce = await mediateur.Client.EnvoyerPremierAsync("", await troisieme.LirePageAsync(), ("F.Receveur", lieux[3]));
        using var forcee = await mediateur.Client.EnvoyerPremierAsync("", await accordForce.LirePageAsync(), [.. GestesDesOrientations.Oui, ("F.Receveur", lieux[3])]);
        Assert.NotEqual(HttpStatusCode.Redirect, forcee.StatusCode);
        Assert.Equal(3, await site.ToutAsync(db => db.Set<Orientation>().CountAsync(o => o.Besoin == besoin)));

        var adresse = $"/orientations/{id}";
        await mediateur.Client.AgirAsync(adresse, "Referent", HttpStatusCode.BadRequest, ("Referent", Guid.CreateVersion7().ToString()));
        await mediateur.Client.AgirAsync(adresse, "Referent", HttpStatusCode.Redirect, ("Referent", mediateur.Compte.ToString()));
        AssertPage.Dit(await mediateur.Client.LirePageAsync(GestesDesOrientations.Liste), "Je suis référent unique");
    }

    [Fact]
    public async Task Sans_reponse_en_21_jours_elle_revient_avec_le_lieu_suivant()
    {
        await site.LieuAsync("Lieu Exemple suivant", 45.7501);
        var lieu = await site.LieuAsync("Lieu Exemple muet", 45.75);
        using var mediateur = await site.QuiOrienteAsync();
        var id = await mediateur.EnvoyerVersAsync(lieu);
        await site.DansAsync(
            async s =>
            {
                await RendreLesOrientations.FaireAsync(s.GetRequiredService<FaireAvecDb>(), site.Horloge, CancellationToken.None);
                return 0;
            },
            "systeme:taches");
        Assert.Equal(EtatDOrientation.Envoyee, (await site.OrientationAsync(id)).Etat);
        await VieillirAsync(id, 21);
        Assert.True(await site.DansAsync(s => RendreLesOrientations.FaireAsync(s.GetRequiredService<FaireAvecDb>(), site.Horloge, CancellationToken.None), "systeme:taches") >= 1);
        Assert.Equal(EtatDOrientation.Expiree, (await site.OrientationAsync(id)).Etat);
        AssertPage.Dit(await mediateur.Client.LirePageAsync($"/orientations/{id}"), "Le lieu suivant");
    }

    [Fact]
    public async Task Un_hebergement_retenu_n_est_jamais_propose_ni_trouve()
    {
        var foyer = await new LieuDeTest().Nomme("Foyer Exemple").A("Bron", "69500", "69029").Place(45.76, 4.9).AvecServices(GestesDesOrientations.Outils).Retenu("foyer").CreerAsync(site);
        var lieux = site.Services.GetRequiredService<ILieuxQuiPeuventRecevoir>();
        Assert.Null(lieux.Trouver(foyer, site.Horloge.Instant));
        Assert.DoesNotContain(lieux.Chercher(new DemandeDAccueil(45.76, 4.9, site.Horloge.Instant) { Services = [GestesDesOrientations.Outils], Limite = 100 }), l => l.Lieu.Id == foyer);
        using var mediateur = await site.QuiOrienteAsync();
        using var liste = await mediateur.ChercherAsync(("F.Besoins", BesoinsDOrientation.Apprendre));
        using var force = await mediateur.Client.EnvoyerPremierAsync("", await liste.LirePageAsync(), ("F.Receveur", foyer));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, force);
    }

    [Fact]
    public void Chaque_besoin_de_la_carte_a_des_services_que_la_carte_connait()
    {
        var lieux = site.Services.GetRequiredService<ILieuxQuiPeuventRecevoir>();
        foreach (var besoin in BesoinsDOrientation.Tous)
        {
            lieux.Chercher(new DemandeDAccueil(45.7, 4.9, site.Horloge.Instant) { Services = besoin.Services, Dispositifs = besoin.Dispositifs });
        }

        foreach (var (_, libelle) in CodesDOrientation.Amenagements)
        {
            lieux.Chercher(new DemandeDAccueil(45.7, 4.9, site.Horloge.Instant) { PrisesEnCharge = [libelle] });
        }

        Assert.Throws<ArgumentException>(() => lieux.Chercher(new DemandeDAccueil(45.7, 4.9, site.Horloge.Instant) { Services = ["Inconnu"] }));
    }

    [Fact]
    public async Task Ce_qui_ne_bouge_plus_depuis_un_an_est_efface_et_rien_d_autre()
    {
        var lieu = await site.LieuAsync("Lieu Exemple ancien", 45.77, "lieu-ancien@example.org");
        using var mediateur = await site.QuiOrienteAsync();
        var (ancienne, recente) = (await mediateur.EnvoyerVersAsync(lieu), await mediateur.EnvoyerVersAsync(lieu));
        using var lieux = await mediateur.ChercherAsync(("F.Besoins", BesoinsDOrientation.Apprendre), ("F.JoursAvantPerte", "3"));
        using var accord = await mediateur.Client.EnvoyerPremierAsync("", await lieux.LirePageAsync(), ("F.Structure", "CCAS Exemple"), ("F.Verifie", "true"));
        using var urgente = await mediateur.Client.EnvoyerPremierAsync("", await accord.LirePageAsync(), GestesDesOrientations.Oui);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, urgente);
        var besoin = (await site.OrientationAsync(recente)).Besoin;
        await site.EnProprietaireAsync($"""
            UPDATE accompagnement.besoins_exprimes SET cree_le = cree_le - interval '13 months' WHERE auteur = '{mediateur.Compte}' AND id <> '{besoin}';
            UPDATE accompagnement.orientations SET etat_depuis = etat_depuis - interval '13 months' WHERE auteur = '{mediateur.Compte}' AND id <> '{recente}'
            """);
        async Task<int> PurgerAsync() => await site.DansAsync(s => s.GetServices<IPurge>().Single(p => p.Nom == "accompagnement.orientations").PurgerAsync(site.Horloge.Instant, CancellationToken.None), "systeme:taches");
        Assert.True(await PurgerAsync() >= 2);
        await PurgerAsync();
        Assert.Equal([recente], await site.ToutAsync(db => db.Set<Orientation>().Where(o => o.Auteur == mediateur.Compte).Select(o => o.Id).ToListAsync()));
        Assert.Equal([besoin], await site.ToutAsync(db => db.Set<BesoinExprime>().Where(b => b.Auteur == mediateur.Compte).Select(b => b.Id).ToListAsync()));
        Assert.Equal(0, await site.ToutAsync(db => db.Set<LienDOrientation>().CountAsync(l => l.Orientation == ancienne)));
    }

    // As the receiver without an account would.
    private Task<int> RefuserAsync(Guid id) => site.DansAsync(
        async s =>
        {
            var db = s.GetRequiredService<FaireAvecDb>();
            var orientation = await db.Set<Orientation>().SingleAsync(o => o.Id == id);
            Assert.True((await SuiteDesOrientations.RepondreAsync(db, site.Horloge, orientation, new GesteDuReceveur("refuser", null, "complet", null), CancellationToken.None)).Reussi);
            return 0;
        },
        "systeme:orientation");

    private Task VieillirAsync(Guid id, int jours) => site.EnProprietaireAsync($"UPDATE accompagnement.orientations SET envoyee_le = envoyee_le - interval '{jours} days' WHERE id = '{id}'");
}
