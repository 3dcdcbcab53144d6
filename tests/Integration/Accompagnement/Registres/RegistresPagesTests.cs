using System.Net;
using AngleSharp.Html.Dom;
using FaireAvec.Accompagnement;
using FaireAvec.Accompagnement.Registres;
using FaireAvec.Kernel.Purges;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Integration.Accompagnement.Personnes;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static FaireAvec.Tests.Integration.Accompagnement.Registres.GestesDesRegistres;

namespace FaireAvec.Tests.Integration.Accompagnement.Registres;

/// <summary>The pages of registers of attendance: each one without the right, not found, in the wrong state, and good.</summary>
[Collection(PersonnesDuSite.Nom)]
public sealed class RegistresPagesTests(SiteDesMembres site)
{
    private static readonly Guid Inconnu = Guid.Parse("01a21000-0000-7000-8000-00000000dead");

    private static string[] Pages(Guid registre) =>
        [LiensDesRegistres.Registre(registre), LiensDesRegistres.Signer(registre), LiensDesRegistres.Papier(registre), LiensDesRegistres.Reprise(registre), LiensDesRegistres.Signature(registre, Inconnu)];

    [Fact]
    public async Task Qui_coordonne_ou_gere_n_y_entre_pas()
    {
        foreach (var role in (Role[])[Role.Coordinateur, Role.GestionnaireStructure])
        {
            using var autre = await site.MediateurAsync(role: role);
            foreach (var adresse in (string[])[LiensDesRegistres.Liste, LiensDesRegistres.Nouveau, .. Pages(Inconnu)])
            {
                await autre.StatutAsync(HttpStatusCode.Forbidden, adresse);
            }
        }
    }

    [Fact]
    public async Task Celui_d_un_collegue_ou_d_une_autre_organisation_n_existe_pas()
    {
        using var camille = await site.MediateurAsync();
        using var collegue = await site.MediateurAsync(camille.Organisation);
        using var ailleurs = await site.MediateurAsync();
        var registre = await camille.OuvrirUnRegistreAsync();
        await camille.SignerBienAsync(registre);
        var ligne = (await site.SignaturesAsync(registre)).Single().Id;
        using var tablette = await camille.TabletteAsync(registre);
        var page = await tablette.LirePageAsync(LiensDesRegistres.Signer(registre));
        foreach (var autre in (Mediateur[])[collegue, ailleurs])
        {
            foreach (var adresse in (string[])[.. Pages(Inconnu), .. Pages(registre), LiensDesRegistres.Signature(registre, ligne), LiensDesRegistres.Noter(registre)])
            {
                await autre.StatutAsync(HttpStatusCode.NotFound, adresse);
            }

            // Its own token, the other one's register.
            var mien = await autre.OuvrirUnRegistreAsync();
            using var sienne = await autre.TabletteAsync(mien);
            var jeton = await sienne.LirePageAsync(LiensDesRegistres.Signer(mien));
            foreach (var adresse in (string[])[LiensDesRegistres.Signer(registre), LiensDesRegistres.Reprise(registre), LiensDesRegistres.Fermer(registre), LiensDesRegistres.Retirer(registre), LiensDesRegistres.RetirerLaSignature(registre, ligne)])
            {
                using var vol = await SiteDesMembres.PosterAsync(autre.Client, LiensDesRegistres.Signer(mien), adresse, ("Trace", Trace), ("Papier", "3"), ("Ligne", site.Id().ToString()));
                await AssertPage.StatutAsync(HttpStatusCode.NotFound, vol);
            }

            // Somebody else's line, put in one's own register.
            using var pris = await sienne.EnvoyerPremierAsync("", jeton, ("Trace", Trace), ("Ligne", ligne.ToString()));
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, pris);
            AssertPage.Dit(await pris.LirePageAsync(), "Cette page a déjà servi");
        }

        Assert.Single(await site.SignaturesAsync(registre));
        Assert.False((await site.RegistreAsync(registre)).Ferme);
        using var sien = await tablette.EnvoyerPremierAsync("", page, ("Trace", Trace));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, sien);
    }

    [Fact]
    public async Task Un_registre_s_ouvre_se_signe_se_ferme_et_ne_dit_personne_dans_la_liste()
    {
        using var camille = await site.MediateurAsync();
        AssertPage.Dit(await camille.Client.LirePageAsync(LiensDesRegistres.Liste), "Aucun registre pour le moment");
        var registre = await camille.OuvrirUnRegistreAsync();
        await camille.SignerBienAsync(registre, ("Prenom", "Prénom Unique"), ("Trace", Trace));
        // Without script one ticks, and stays without a name.
        await camille.SignerBienAsync(registre, ("Present", "true"));
        using var appareil = await camille.TabletteAsync(registre);
        var tablette = await appareil.LirePageAsync($"{LiensDesRegistres.Signer(registre)}?fait=signe");
        AssertPage.Dit(tablette, "Merci, c’est signé");
        AssertPage.Dit(tablette, "2 signatures");
        // The tablet goes from hand to hand: it says nothing of those before.
        Assert.DoesNotContain("Unique", tablette.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", tablette.QuerySelector("[name=Prenom]")!.GetAttribute("value") ?? "");
        Assert.Null(tablette.QuerySelector("header, nav"));

        var page = await camille.Client.LirePageAsync(LiensDesRegistres.Registre(registre));
        AssertPage.H1(page, "Atelier d’essai");
        AssertPage.Dit(page, "Prénom Unique");
        AssertPage.Dit(page, "Sans nom");
        AssertPage.Dit(page, "2 sur tablette, 0 sur papier");
        Assert.DoesNotContain("M100 100", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var liste = await camille.Client.LirePageAsync(LiensDesRegistres.Liste);
        Assert.DoesNotContain("Unique", liste.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 signatures", AssertPage.Texte(Assert.Single(liste.QuerySelectorAll("main .fa-liste-gestes li"))), StringComparison.Ordinal);

        using var ferme = await camille.FermerAsync(registre);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, ferme);
        var apres = await camille.Client.LirePageAsync(ferme.Headers.Location!.OriginalString);
        AssertPage.Dit(apres, "Le registre est fermé");
        Assert.Equal("2", apres.QuerySelector("[data-signatures]")!.TextContent);
        Assert.Equal(2, (await site.RegistreAsync(registre)).Signatures);
    }

    [Fact]
    public async Task Ce_que_la_personne_ecrit_et_dessine_est_chiffre_et_hors_du_journal()
    {
        using var camille = await site.MediateurAsync();
        var registre = await camille.OuvrirUnRegistreAsync();
        await camille.SignerBienAsync(registre, ("Prenom", "Zazimuthe"), ("Trace", Trace));
        var ligne = (await site.SignaturesAsync(registre)).Single();
        foreach (var texte in (string[])["Zazimuthe", "100,100 300,300"])
        {
            Assert.DoesNotContain(texte, System.Text.Encoding.Latin1.GetString([.. ligne.Prenom!, .. ligne.Trace!]), StringComparison.Ordinal);
        }

        Assert.Equal(0L, await site.Base.LireAsync<long>("SELECT count(*) FROM noyau.journal j WHERE j::text ILIKE '%Zazimuthe%' OR j::text LIKE '%100,100 300,300%'"));
        Assert.Equal(1L, await site.Base.LireAsync<long>($"SELECT count(*) FROM noyau.journal WHERE action = 'signature' AND entite_id = '{registre}'"));
    }

    [Fact]
    public async Task Ce_qui_manque_est_dit_et_rien_n_est_perdu()
    {
        using var camille = await site.MediateurAsync();
        using var faux = await camille.EnvoyerLeRegistreAsync(("Titre", "mdp: Soleil2024!"), ("Debut", "tôt"), ("Fin", "13 h"), ("CodeCommune", "99999"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, faux);
        var page = await faux.LirePageAsync();
        Assert.Equal("tôt", page.QuerySelector("[name=Debut]")!.GetAttribute("value"));

        using var encore = await camille.EnvoyerLeRegistreAsync(("Titre", ""), ("Debut", "tôt"), ("Fin", "13 h"), ("CodeCommune", "99999"));
        var fautes = await encore.LirePageAsync();
        foreach (var phrase in (string[])["Donnez un titre à l’atelier", "Écrivez l’heure de début", "Choisissez la commune"])
        {
            AssertPage.Dit(fautes, phrase);
        }

        using var jour = await camille.EnvoyerLeRegistreAsync(("Jour.jour", "31"), ("Jour.mois", "février"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, jour);
        Assert.Equal("Atelier d’essai", (await jour.LirePageAsync()).QuerySelector("[name=Titre]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task La_tablette_verrouillee_n_ouvre_que_la_page_a_signer_et_rien_d_autre_du_mediateur()
    {
        using var camille = await site.MediateurAsync();
        var (registre, autre) = (await camille.OuvrirUnRegistreAsync(), await camille.OuvrirUnRegistreAsync());
        var avant = await camille.Client.LirePageAsync(LiensDesRegistres.Signer(registre));
        Assert.Null(avant.QuerySelector("[name=Trace]"));
        AssertPage.Dit(avant, "vous vous reconnecterez");
        using var tablette = await camille.TabletteAsync(registre);
        foreach (var adresse in (string[])[LiensDesRegistres.Liste, .. Pages(registre).Except([LiensDesRegistres.Signer(registre)]), LiensDesRegistres.Signer(autre), LiensAccompagnement.Aujourdhui, LiensPersonnes.Personnes, "/mon-compte"])
        {
            using var ailleurs = await tablette.GetAsync(adresse);
            Assert.Equal((adresse, HttpStatusCode.Redirect), (adresse, ailleurs.StatusCode));
            Assert.StartsWith("/connexion", new Uri(new Uri("https://faireavec.example.org"), ailleurs.Headers.Location!).AbsolutePath, StringComparison.Ordinal);
        }

        // Nothing of it undoes the lock, and the next person still signs.
        using var signee = await tablette.EnvoyerPremierAsync("", await tablette.LirePageAsync(LiensDesRegistres.Signer(registre)), ("Trace", Trace));
        Assert.Equal($"{LiensDesRegistres.Signer(registre)}?fait=signe", signee.Headers.Location?.OriginalString);
        Assert.NotNull((await tablette.LirePageAsync(LiensDesRegistres.Signer(registre))).QuerySelector("[name=Trace]"));
        // The médiateur's own device is left as it was.
        await camille.StatutAsync(HttpStatusCode.OK, LiensDesRegistres.Registre(registre));
        using var vide = await SiteDesMembres.PosterAsync(camille.Client, LiensDesRegistres.Registre(registre), LiensDesRegistres.Verrouiller(Inconnu));
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, vide);
    }

    [Fact]
    public async Task Le_meme_formulaire_envoye_deux_fois_est_un_seul_registre_et_une_seule_signature()
    {
        using var camille = await site.MediateurAsync();
        var nouveau = await camille.Client.LirePageAsync(LiensDesRegistres.Nouveau);
        (string, string)[] usuel = [("Titre", "Deux fois"), ("Debut", "9 h"), ("Fin", "10 h"), ("TypeDeLieu", "autre"), ("CodeCommune", "42218")];
        var ouverts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => camille.Client.EnvoyerPremierAsync("", nouveau, usuel)));
        Assert.All(ouverts, r => Assert.Equal(HttpStatusCode.Redirect, r.StatusCode));
        var registre = Guid.Parse(Assert.Single(ouverts.Select(r => r.Headers.Location!.OriginalString).Distinct()).Split('/', '?')[3]);
        using var tablette = await camille.TabletteAsync(registre);
        var page = await tablette.LirePageAsync(LiensDesRegistres.Signer(registre));
        var signees = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => tablette.EnvoyerPremierAsync("", page, ("Trace", Trace))));
        Assert.All(signees, r => Assert.Equal(HttpStatusCode.Redirect, r.StatusCode));
        Assert.Single(await site.SignaturesAsync(registre));
        var aFermer = await camille.Client.LirePageAsync(LiensDesRegistres.Registre(registre));
        var fermes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => camille.FermerAsync(aFermer)));
        Assert.All(fermes, r => Assert.Equal(HttpStatusCode.Redirect, r.StatusCode));
    }

    [Fact]
    public async Task Deux_tablettes_signent_en_meme_temps_et_le_nombre_ferme_est_celui_des_signatures()
    {
        using var camille = await site.MediateurAsync();
        var registre = await camille.OuvrirUnRegistreAsync();
        await camille.SignerBienAsync(registre);
        using var tablette = await camille.TabletteAsync(registre);
        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => tablette.LirePageAsync(LiensDesRegistres.Signer(registre))));
        var envois = pages.Select(p => tablette.EnvoyerPremierAsync("", p, ("Present", "true"))).Append(camille.FermerAsync(registre)).ToList();
        var reponses = await Task.WhenAll(envois);
        Assert.All(reponses, r => Assert.True(r.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Conflict, r.StatusCode.ToString()));
        var signatures = await site.SignaturesAsync(registre);
        Assert.Equal(signatures.Count, (await site.RegistreAsync(registre)).Signatures);
        Assert.Equal(signatures.Count, 1 + reponses.SkipLast(1).Count(r => r.StatusCode == HttpStatusCode.Redirect));
    }

    [Fact]
    public async Task Une_signature_trop_grosse_mal_formee_ou_absente_est_dite_et_le_prenom_reste()
    {
        using var camille = await site.MediateurAsync();
        var registre = await camille.OuvrirUnRegistreAsync();
        foreach (var (trace, phrase) in new[]
        {
            (new string('1', 200_000), "trop longue"), ("<svg onload=alert(1)>", "n’a pas été lue"), ("5,5", "trop petite"), (string.Join(';', Enumerable.Repeat("1,1", 200)), "trop longue"), ("", "Signez dans le cadre"),
        })
        {
            using var refusee = await camille.SignerAsync(registre, ("Trace", trace), ("Prenom", "Gardé"));
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, refusee);
            var page = await refusee.LirePageAsync();
            AssertPage.Dit(page, phrase);
            Assert.Equal("Gardé", page.QuerySelector("[name=Prenom]")!.GetAttribute("value"));
        }

        using var prenom = await camille.SignerAsync(registre, ("Trace", Trace), ("Prenom", "06 39 98 01 02"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, prenom);
        // The drawing isn't lost with the first name.
        Assert.Equal(Trace, (await prenom.LirePageAsync()).QuerySelector("[name=Trace]")!.GetAttribute("value"));
        Assert.Empty(await site.SignaturesAsync(registre));
    }

    [Fact]
    public async Task Un_registre_ferme_ne_se_signe_plus_et_rien_n_y_change()
    {
        using var camille = await site.MediateurAsync();
        var registre = await camille.OuvrirUnRegistreAsync();
        await camille.SignerBienAsync(registre, ("Prenom", "Reste"), ("Trace", Trace));
        var ligne = (await site.SignaturesAsync(registre)).Single().Id;
        using var tablette = await camille.TabletteAsync(registre);
        var signer = await tablette.LirePageAsync(LiensDesRegistres.Signer(registre));
        var reprise = await camille.Client.LirePageAsync(LiensDesRegistres.Reprise(registre));
        var correction = await camille.Client.LirePageAsync(LiensDesRegistres.Signature(registre, ligne));
        using var ferme = await camille.FermerAsync(registre);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, ferme);

        using var signee = await tablette.EnvoyerPremierAsync("", signer, ("Trace", Trace));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, signee);
        AssertPage.Dit(await signee.LirePageAsync(), "on ne signe plus");
        using var reprise2 = await camille.Client.EnvoyerPremierAsync("", reprise, ("Papier", "4"));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, reprise2);
        Assert.Equal("4", (await reprise2.LirePageAsync()).QuerySelector("[name=Papier]")!.GetAttribute("value"));
        using var corrigee = await camille.Client.EnvoyerPremierAsync("", correction, ("Prenom", "Autre"));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, corrigee);
        using var retiree = await camille.Client.EnvoyerLeAsync("", Formulaire(correction, "Retirer"));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, retiree);
        foreach (var adresse in (string[])[LiensDesRegistres.Papier(registre), LiensDesRegistres.Reprise(registre), LiensDesRegistres.Signature(registre, ligne)])
        {
            await camille.StatutAsync(HttpStatusCode.Redirect, adresse);
        }

        Assert.Equal((1, 0), ((await site.RegistreAsync(registre)).Signatures, (await site.RegistreAsync(registre)).Papier));
        Assert.Single(await site.SignaturesAsync(registre));
    }

    [Fact]
    public async Task Une_ligne_se_corrige_et_se_retire_avant_la_fermeture()
    {
        using var camille = await site.MediateurAsync();
        var registre = await camille.OuvrirUnRegistreAsync();
        await camille.SignerBienAsync(registre, ("Prenom", "Avant"), ("Trace", Trace));
        var ligne = (await site.SignaturesAsync(registre)).Single().Id;
        var page = await camille.Client.LirePageAsync(LiensDesRegistres.Signature(registre, ligne));
        Assert.Equal("M100 100L300 300M300 100L100 300", page.QuerySelector("svg.fa-signature__dessin path")!.GetAttribute("d"));
        Assert.Equal(("Avant", Trace), (page.QuerySelector("[name=Prenom]")!.GetAttribute("value"), page.QuerySelector("[name=Trace]")!.GetAttribute("value")));
        using var fausse = await camille.Client.EnvoyerPremierAsync("", page, ("Prenom", "=1+1"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, fausse);
        using var corrigee = await camille.Client.EnvoyerPremierAsync("", page, ("Prenom", "Après"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, corrigee);
        AssertPage.Dit(await camille.Client.LirePageAsync(corrigee.Headers.Location!.OriginalString), "Après");

        // Twice: away, and away.
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var retiree = await camille.Client.EnvoyerLeAsync("", Formulaire(page, "Retirer"));
            await AssertPage.StatutAsync(HttpStatusCode.Redirect, retiree);
        }

        Assert.Empty(await site.SignaturesAsync(registre));
        await camille.StatutAsync(HttpStatusCode.NotFound, LiensDesRegistres.Signature(registre, ligne));
        using var disparue = await camille.Client.EnvoyerPremierAsync("", page, ("Prenom", "Après"));
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, disparue);
    }

    [Fact]
    public async Task La_feuille_papier_a_ses_lignes_et_un_code_et_se_compte_sans_inventer_personne()
    {
        using var camille = await site.MediateurAsync();
        var registre = await camille.OuvrirUnRegistreAsync();
        var feuille = await camille.Client.LirePageAsync(LiensDesRegistres.Papier(registre));
        Assert.Equal(Enumerable.Range(1, 15).Select(i => $"{i}"), feuille.QuerySelectorAll("main tbody th").Select(t => t.TextContent.Trim()));
        Assert.NotNull(feuille.QuerySelector(".fa-qr svg[role=img]"));
        AssertPage.Dit(feuille, LiensDesRegistres.Reprise(registre));
        Assert.Equal(40, (await camille.Client.LirePageAsync($"{LiensDesRegistres.Papier(registre)}?lignes=40")).QuerySelectorAll("main tbody tr").Length);
        Assert.Equal(200, (await camille.Client.LirePageAsync($"{LiensDesRegistres.Papier(registre)}?lignes=99999999")).QuerySelectorAll("main tbody tr").Length);

        var page = await camille.Client.LirePageAsync(LiensDesRegistres.Reprise(registre));
        foreach (var (champs, phrase) in new[]
        {
            (new[] { ("Papier", "5000") }, "Le nombre de participants va de 0 à 2"),
            ([("Papier", "-1")], "Le nombre de participants va de 0 à 2"),
            ([("Papier", "beaucoup")], "Écrivez un nombre, avec des chiffres seulement."),
            ([("Papier", "")], "Comptez les signatures de la feuille"),
            ([("Papier", "3"), ("ParGenre[feminin]", "4")], "Le total par genre ne dépasse pas"),
            ([("Papier", "3"), ("ParAge[70_et_plus]", "2"), ("ParAge[non_communique]", "3")], "Le total par âge ne dépasse pas"),
            ([("Papier", "3"), ("ParStatut[jamais_vu]", "1")], "Le total par statut ne dépasse pas"),
        })
        {
            using var refusee = await camille.Client.EnvoyerPremierAsync("", page, champs);
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, refusee);
            var lue = await refusee.LirePageAsync();
            AssertPage.Dit(lue, phrase);
            Assert.Equal(champs[0].Item2, lue.QuerySelector("[name=Papier]")!.GetAttribute("value") ?? "");
        }

        using var comptee = await camille.Client.EnvoyerPremierAsync("", page, ("Papier", "5"), ("ParGenre[feminin]", "3"), ("ParGenre[non_communique]", "2"), ("ParAge[70_et_plus]", "4"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, comptee);
        var e = (await site.RegistreAsync(registre)).Effectifs!;
        Assert.Equal((5, 3, 2, 4, 1, 5), (e.Total, e.Genres[1], e.Genres[^1], e.Ages[6], e.Ages[^1], e.Statuts[^1]));
        // Another window, from before: told, and nothing is lost.
        using var encore = await camille.Client.EnvoyerPremierAsync("", page, ("Papier", "7"));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, encore);
        Assert.Equal("7", (await encore.LirePageAsync()).QuerySelector("[name=Papier]")!.GetAttribute("value"));
        Assert.Equal("3", (await camille.Client.LirePageAsync(LiensDesRegistres.Reprise(registre))).QuerySelector("[name='ParGenre[feminin]']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Sans_signature_un_registre_se_retire_et_ne_se_ferme_pas()
    {
        using var camille = await site.MediateurAsync();
        var registre = await camille.OuvrirUnRegistreAsync();
        var vide = await camille.Client.LirePageAsync(LiensDesRegistres.Registre(registre));
        using var ferme = await SiteDesMembres.PosterAsync(camille.Client, LiensDesRegistres.Registre(registre), LiensDesRegistres.Fermer(registre));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, ferme);
        AssertPage.Dit(await ferme.LirePageAsync(), "Personne n’a signé : rien à fermer");

        await camille.SignerBienAsync(registre);
        using var signe = await camille.Client.EnvoyerLeAsync("", Formulaire(vide, "Retirer"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, signe);
        var ligne = (await site.SignaturesAsync(registre)).Single().Id;
        using var retiree = await camille.Client.EnvoyerLeAsync("", Formulaire(await camille.Client.LirePageAsync(LiensDesRegistres.Signature(registre, ligne)), "Retirer"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, retiree);
        using var parti = await camille.Client.EnvoyerLeAsync("", Formulaire(vide, "Retirer"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, parti);
        await camille.StatutAsync(HttpStatusCode.NotFound, LiensDesRegistres.Registre(registre));
    }

    [Fact]
    public async Task La_page_qui_se_signe_est_aussi_en_anglais()
    {
        using var camille = await site.MediateurAsync();
        var registre = await camille.OuvrirUnRegistreAsync();
        using var tablette = await camille.TabletteAsync(registre);
        var lien = (await tablette.LirePageAsync(LiensDesRegistres.Signer(registre))).QuerySelector("main a[lang=en]")!.GetAttribute("href")!;
        using var choix = await tablette.GetAsync(lien);
        Assert.Equal(LiensDesRegistres.Signer(registre), choix.Headers.Location!.OriginalString);
        var page = await tablette.LirePageAsync(LiensDesRegistres.Signer(registre));
        AssertPage.H1(page, "I sign");
        AssertPage.Dit(page, "Tick it instead of signing.");
        // What the médiateur reads stays in French.
        Assert.NotNull(page.QuerySelector("html[lang=en]"));
        AssertPage.Dit(await camille.Client.LirePageAsync(LiensDesRegistres.Registre(registre)), "Faire signer sur cette tablette");
    }

    [Fact]
    public async Task Un_an_apres_l_atelier_les_signatures_partent_et_le_nombre_reste()
    {
        using var camille = await site.MediateurAsync();
        var (ouvert, ferme) = (await camille.OuvrirUnRegistreAsync(), await camille.OuvrirUnRegistreAsync());
        foreach (var registre in (Guid[])[ouvert, ferme, ferme])
        {
            await camille.SignerBienAsync(registre);
        }

        using var fermeture = await camille.FermerAsync(ferme);
        await PurgerAsync(site.Horloge.Instant.AddDays(300));
        Assert.Equal((1, 2), ((await site.SignaturesAsync(ouvert)).Count, (await site.SignaturesAsync(ferme)).Count));
        Assert.True(await PurgerAsync(site.Horloge.Instant.AddDays(370)) >= 3);
        Assert.Equal((0, 0), ((await site.SignaturesAsync(ouvert)).Count, (await site.SignaturesAsync(ferme)).Count));
        Assert.Equal((1, 2), ((await site.RegistreAsync(ouvert)).Signatures, (await site.RegistreAsync(ferme)).Signatures));
        AssertPage.Dit(await camille.Client.LirePageAsync(LiensDesRegistres.Registre(ferme)), "Les prénoms et les signatures sont effacés");
        Assert.Equal(0, await PurgerAsync(site.Horloge.Instant.AddDays(370)));
    }

    private Task<int> PurgerAsync(DateTimeOffset quand) => site.DansAsync(s => s.GetServices<IPurge>().Single(p => p.Nom == "accompagnement.signatures").PurgerAsync(quand, CancellationToken.None), "systeme:taches");
}
