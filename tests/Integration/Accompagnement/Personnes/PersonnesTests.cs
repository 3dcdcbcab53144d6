using System.Net;
using FaireAvec.Accompagnement;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Jobs;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Comptes;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Accompagnement.Personnes;

/// <summary>People followed by name: opened with their agreement, found again, shared, changed; each page refuses who has no right, what isn't there, what isn't possible.</summary>
[Collection(PersonnesDuSite.Nom)]
public class PersonnesTests(SiteDesMembres site)
{
    private static readonly Guid Inconnue = new("01a21000-0000-7000-8000-00000000ffff");

    private static string[] PagesDUne(Guid id) => [LiensPersonnes.Personne(id), LiensPersonnes.Modifier(id), LiensPersonnes.Imprimer(id), LiensPersonnes.Carte(id), LiensPersonnes.Partage(id), LiensPersonnes.Reunir(id), LiensPersonnes.Fin(id)];

    [Theory]
    [InlineData(Role.Coordinateur)]
    [InlineData(Role.GestionnaireStructure)]
    [InlineData(Role.GestionnaireDepartement)]
    [InlineData(Role.Financeur)]
    [InlineData(Role.Support)]
    [InlineData(Role.AdministrateurNational)]
    [InlineData(Role.Auditeur)]
    public async Task Sans_le_droit_aucune_page_ne_s_ouvre(Role role)
    {
        using var mediateur = await site.MediateurAsync();
        var id = await mediateur.OuvrirAsync("Awa");
        using var client = await site.PersonaAsync(role);
        foreach (var adresse in PagesDUne(id).Concat([LiensPersonnes.Personnes, LiensPersonnes.Nouvelle, LiensPersonnes.ParNom, LiensPersonnes.SansNom, LiensPersonnes.AvecCarte, LiensPersonnes.Objectif(id, Inconnue)]))
        {
            await SiteDesMembres.StatutAsync(HttpStatusCode.Forbidden, client, adresse);
        }
    }

    [Fact]
    public async Task Une_personne_que_l_on_ne_suit_pas_n_est_pas_trouvee()
    {
        using var mediateur = await site.MediateurAsync();
        using var collegue = await site.MediateurAsync(mediateur.Organisation);
        var id = await mediateur.OuvrirAsync("Awa");
        foreach (var adresse in PagesDUne(id).Concat(PagesDUne(Inconnue)).Append(LiensPersonnes.Objectif(id, Inconnue)))
        {
            await collegue.StatutAsync(HttpStatusCode.NotFound, adresse);
        }

        await mediateur.StatutAsync(HttpStatusCode.NotFound, LiensPersonnes.Objectif(id, Inconnue));
        using var forge = await SiteDesMembres.PosterAsync(collegue.Client, LiensPersonnes.Nouvelle, LiensPersonnes.Fin(id), ("Choix", "effacer"));
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, forge);
        Assert.Null((await site.PersonneAsync(id)).EffaceeLe);
    }

    [Fact]
    public async Task On_demande_d_abord_comment_la_personne_veut_etre_aidee_et_sans_nom_rien_n_est_garde()
    {
        using var mediateur = await site.MediateurAsync();
        var avant = await site.LireToutAsync(db => db.Set<PersonneAccompagnee>().CountAsync(p => p.Organisation == mediateur.Organisation));
        var page = await mediateur.Client.LirePageAsync(LiensPersonnes.Nouvelle);
        using var rien = await mediateur.Client.EnvoyerAsync(LiensPersonnes.Nouvelle, page);
        AssertPage.Erreurs(await rien.LirePageAsync(), ErreursPersonnes.Choix.Message);
        using var sansNom = await mediateur.Client.EnvoyerAsync(LiensPersonnes.Nouvelle, page, ("Niveau", "sans-nom"));
        Assert.Equal(LiensPersonnes.SansNom, sansNom.Headers.Location!.OriginalString);
        AssertPage.Dit(await mediateur.Client.LirePageAsync(LiensPersonnes.SansNom), "C’est son droit, et l’aide est la même.");
        using var nom = await mediateur.Client.EnvoyerAsync(LiensPersonnes.Nouvelle, page, ("Niveau", "nom"));
        Assert.Equal(LiensPersonnes.ParNom, nom.Headers.Location!.OriginalString);
        Assert.Equal(avant, await site.LireToutAsync(db => db.Set<PersonneAccompagnee>().CountAsync(p => p.Organisation == mediateur.Organisation)));
    }

    [Fact]
    public async Task Sans_son_accord_rien_n_est_garde_et_rien_de_tape_n_est_perdu()
    {
        using var mediateur = await site.MediateurAsync();
        using var reponse = await mediateur.EnvoyerParNomAsync("Awa", ("Accord", "false"), ("Telephone", "06 39 98 01 02"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        var page = await reponse.LirePageAsync();
        AssertPage.Erreurs(page, ErreursPersonnes.Accord.Message);
        Assert.Equal("06 39 98 01 02", page.QuerySelector("input[name=Telephone]")!.GetAttribute("value"));
        Assert.Equal(0, await site.LireToutAsync(db => db.Set<PersonneAccompagnee>().CountAsync(p => p.Organisation == mediateur.Organisation)));
    }

    [Fact]
    public async Task Avec_son_accord_la_fiche_s_ouvre_et_la_preuve_est_gardee()
    {
        using var mediateur = await site.MediateurAsync();
        var id = await mediateur.OuvrirAsync("Awa", ("Nom", "Sarr"), ("Telephone", "+33 6 39 98 01 02"), ("Courriel", "awa@example.org"), ("AnneeDeNaissance", "1958"), ("Commune", "Saint-Étienne (Loire)"), ("Moyen", "Papier"));
        var fiche = await mediateur.Client.LirePageAsync(LiensPersonnes.Personne(id));
        AssertPage.H1(fiche, "Awa Sarr");
        AssertPage.Dit(fiche, "06\u00a039\u00a098\u00a001\u00a002".Replace('\u00a0', ' '));
        AssertPage.Dit(fiche, "Saint-Étienne");
        var accord = await site.LireToutAsync(db => db.Set<Accord>().AsNoTracking().SingleAsync(a => a.Personne == id));
        Assert.Equal((SuiviDesPersonnes.Finalite, 1, "Papier", mediateur.Compte), (accord.Finalite, accord.Version, accord.Moyen, accord.RecueilliPar));
        // Contacts are closed in the base, and in the journal under the person's key.
        Assert.Equal(0L, await site.Base.LireAsync<long>($"SELECT count(*) FROM accompagnement.personnes p WHERE id = '{id}' AND p::text ~ '0639980102|awa@example'"));
        Assert.Equal(0L, await site.Base.LireAsync<long>($"SELECT count(*) FROM noyau.journal j WHERE j.entite_id = '{id}' AND (coalesce(j.avant, '') || coalesce(j.apres, '')) ~ 'Awa|Sarr|0639980102|awa@example'"));
        Assert.True(await site.Base.LireAsync<long>($"SELECT count(*) FROM noyau.journal WHERE entite_id = '{id}' AND personne = '{id}' AND chiffre IS NOT NULL") >= 2);
        Assert.Contains(await site.Base.ListerAsync<string>($"SELECT charge::text FROM noyau.evenements WHERE nom = 'accompagnement.SuiviOuvert'"), c => c.Contains(id.ToString(), StringComparison.Ordinal) && !c.Contains("Awa", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Qui_tient_la_plateforme_ne_lit_pas_ce_que_le_journal_dit_d_une_personne_aidee()
    {
        using var mediateur = await site.MediateurAsync();
        var id = await mediateur.OuvrirAsync("Awa", ("Telephone", "06 39 98 04 01"));
        using var administrateur = await site.PersonaAsync(Role.AdministrateurNational);
        var entrees = await site.Base.ListerAsync<Guid>($"SELECT id FROM noyau.journal WHERE personne = '{id}' AND chiffre IS NOT NULL");
        Assert.NotEmpty(entrees);
        foreach (var entree in entrees)
        {
            var page = await administrateur.LirePageAsync(LiensDAdministration.EntreeDuJournal(entree));
            Assert.Null(page.QuerySelector($"a[href='{LiensDAdministration.PersonnelDuJournal(entree)}']"));
            Assert.DoesNotContain("Awa", page.DocumentElement.TextContent, StringComparison.Ordinal);
            await SiteDesMembres.StatutAsync(HttpStatusCode.NotFound, administrateur, LiensDAdministration.PersonnelDuJournal(entree));
        }
    }

    [Fact]
    public async Task Un_secret_dans_les_notes_est_refuse_et_un_telephone_se_confirme()
    {
        using var mediateur = await site.MediateurAsync();
        using var refus = await mediateur.EnvoyerParNomAsync("Awa", ("Notes", "mdp : Soleil2024!"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, refus);
        using var averti = await mediateur.EnvoyerParNomAsync("Awa", ("Notes", "Sa voisine : 06 39 98 01 03"));
        var page = await averti.LirePageAsync();
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, averti);
        var compris = page.QuerySelector("input[name=texte-libre-compris]")!.GetAttribute("value")!;
        using var garde = await mediateur.EnvoyerParNomAsync("Awa", ("Notes", "Sa voisine : 06 39 98 01 03"), ("texte-libre-compris", compris));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, garde);
    }

    [Fact]
    public async Task Un_enfant_demande_l_accord_d_un_parent_et_un_majeur_protege_dit_qui_signe()
    {
        using var mediateur = await site.MediateurAsync();
        using var enfant = await mediateur.EnvoyerParNomAsync("Léo", ("AnneeDeNaissance", "2014"));
        AssertPage.Erreurs(await enfant.LirePageAsync(), ErreursPersonnes.Responsable.Message, ErreursPersonnes.AccordDuResponsable.Message);
        var id = await mediateur.OuvrirAsync("Léo", ("AnneeDeNaissance", "2014"), ("Responsable", "Awa Sarr"), ("AccordDuResponsable", "true"));
        AssertPage.Dit(await mediateur.Client.LirePageAsync(LiensPersonnes.Personne(id)), "un mandat est signé aussi par un parent (Awa Sarr).");
        using var tutelle = await mediateur.EnvoyerParNomAsync("Zoé", ("Protection", "Tutelle"), ("Protecteur", "Association Exemple"));
        AssertPage.Erreurs(await tutelle.LirePageAsync(), ErreursPersonnes.AccordDuTuteur.Message);
        var protegee = await mediateur.OuvrirAsync("Zoé", ("Protection", "Tutelle"), ("Protecteur", "Association Exemple"), ("AccordDuProtecteur", "true"));
        AssertPage.Dit(await mediateur.Client.LirePageAsync(LiensPersonnes.Personne(protegee)), "un mandat est signé par Association Exemple");
    }

    [Fact]
    public async Task Une_meme_personne_fait_poser_la_question_avant_d_etre_gardee_deux_fois()
    {
        using var mediateur = await site.MediateurAsync();
        var id = await mediateur.OuvrirAsync("Awa", ("Nom", "Sarr"), ("Telephone", "06 39 98 01 04"));
        using var question = await mediateur.EnvoyerParNomAsync("awa", ("Nom", "SARR "));
        var page = await question.LirePageAsync();
        AssertPage.Erreurs(page, ErreursPersonnes.MemePersonneOuPas.Message);
        AssertPage.Dit(page, "Oui, c’est Awa Sarr");
        using var oui = await mediateur.Client.EnvoyerAsync(LiensPersonnes.ParNom, page, ("Doublon", id.ToString()));
        Assert.Equal($"{LiensPersonnes.Personne(id)}?fait=deja", oui.Headers.Location!.OriginalString);
        using var non = await mediateur.Client.EnvoyerAsync(LiensPersonnes.ParNom, page, ("Doublon", "autre"));
        Assert.EndsWith("fait=ouverte", non.Headers.Location!.OriginalString, StringComparison.Ordinal);
        // While typing, the same question without writing anything; and never about the people of others.
        using var frappe = await SiteDesMembres.PosterAsync(mediateur.Client, LiensPersonnes.ParNom, $"{LiensPersonnes.ParNom}?handler=Doublons", ("Prenom", "Awa"), ("Telephone", "0639980104"));
        Assert.Contains("Awa Sarr", await frappe.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var collegue = await site.MediateurAsync(mediateur.Organisation);
        using var rien = await SiteDesMembres.PosterAsync(collegue.Client, LiensPersonnes.ParNom, $"{LiensPersonnes.ParNom}?handler=Doublons", ("Prenom", "Awa"), ("Telephone", "0639980104"));
        Assert.DoesNotContain("Awa", await rien.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_liste_se_cherche_se_filtre_se_trie_et_s_exporte_en_le_disant()
    {
        using var mediateur = await site.MediateurAsync();
        AssertPage.Dit(await mediateur.Client.LirePageAsync(LiensPersonnes.Personnes), "Vous ne suivez personne pour l’instant");
        var id = await mediateur.OuvrirAsync("Awa", ("Nom", "Sarr"), ("Telephone", "06 39 98 01 05"), ("Courriel", "awa5@example.org"));
        await mediateur.OuvrirAsync("Zoé", ("Nom", "=cmd|calc".Replace("=", "", StringComparison.Ordinal).Replace("|", "", StringComparison.Ordinal)));
        var carte = await mediateur.DonnerUneCarteAsync();
        async Task<List<string>> ChercherAsync(string q)
        {
            using var reponse = await SiteDesMembres.PosterAsync(mediateur.Client, LiensPersonnes.Personnes, ("Cherche", q));
            return [.. (await reponse.LirePageAsync()).QuerySelectorAll("tbody th a").Select(AssertPage.Texte)];
        }

        Assert.Equal(["Awa Sarr"], await ChercherAsync("sàrr AWA"));
        Assert.Equal(["Awa Sarr"], await ChercherAsync("+33639980105"));
        Assert.Equal(["Awa Sarr"], await ChercherAsync("AWA5@example.org"));
        Assert.Equal([$"Carte {carte.Numero}"], await ChercherAsync(carte.Numero.ToLowerInvariant()));
        Assert.Empty(await ChercherAsync("%"));
        Assert.Equal(3, (await ChercherAsync("  ")).Count);
        Assert.Equal(1, (await mediateur.Client.LirePageAsync($"{LiensPersonnes.Personnes}?niveau=carte")).QuerySelectorAll("tbody tr").Length);
        Assert.Empty((await mediateur.Client.LirePageAsync($"{LiensPersonnes.Personnes}?niveau=x")).QuerySelectorAll("tbody tr"));
        Assert.Equal("Zoé cmdcalc", AssertPage.Texte((await mediateur.Client.LirePageAsync($"{LiensPersonnes.Personnes}?tri=-nom")).QuerySelector("tbody th a")!));
        foreach (var tri in (string[])["dernier", "-dernier", "rendez-vous", "-rendez-vous", "xx"])
        {
            Assert.Equal(3, (await mediateur.Client.LirePageAsync($"{LiensPersonnes.Personnes}?tri={tri}&page=1")).QuerySelectorAll("tbody tr").Length);
        }

        using var csv = await mediateur.Client.GetAsync($"{LiensPersonnes.Personnes}?handler=Csv&niveau=nom");
        var texte = await csv.Content.ReadAsStringAsync();
        Assert.Contains("\"Awa\";\"Sarr\"", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("0639980105", texte, StringComparison.Ordinal);
        Assert.Contains("Votre fiche, dans un fichier exporté", await site.Base.ListerAsync<string>($"SELECT quoi FROM comptes.consultations WHERE personne = '{id}'"));
    }

    [Fact]
    public async Task La_personne_dit_ce_qu_elle_veut_et_ou_elle_en_est()
    {
        using var mediateur = await site.MediateurAsync();
        var id = await mediateur.OuvrirAsync("Awa");
        var page = LiensPersonnes.Personne(id);
        using var vide = await SiteDesMembres.PosterAsync(mediateur.Client, page, $"{page}?handler=Objectif", ("Objectif", " "));
        AssertPage.Erreurs(await vide.LirePageAsync(), ErreursPersonnes.Objectif.Message);
        using var choisi = await SiteDesMembres.PosterAsync(mediateur.Client, page, $"{page}?handler=Objectif", ("Objectif", "Faire ma déclaration sans ma fille"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, choisi);
        AssertPage.Dit(await mediateur.Client.LirePageAsync(page), "Faire ma déclaration sans ma fille");
        var objectif = LiensPersonnes.Objectif(id, await site.LireToutAsync(db => db.Set<ObjectifDePersonne>().Where(o => o.Personne == id).Select(o => o.Id).SingleAsync()));
        async Task<HttpResponseMessage> PasserAsync(string etat, string motif = "") => await SiteDesMembres.PosterAsync(mediateur.Client, objectif, ("Etat", etat), ("Motif", motif));
        using (var rien = await PasserAsync(""))
        {
            AssertPage.Erreurs(await rien.LirePageAsync(), ErreursPersonnes.HorsListe.Message);
        }

        using (var choisiEncore = await PasserAsync("Choisi"))
        {
            AssertPage.Erreurs(await choisiEncore.LirePageAsync(), ErreursPersonnes.EtatDObjectif.Message);
        }

        using (var sansMotif = await PasserAsync("Abandonne"))
        {
            AssertPage.Erreurs(await sansMotif.LirePageAsync(), ErreursPersonnes.MotifDAbandon.Message);
        }

        // Done by themselves meanwhile: nothing has to be worked on first.
        using var atteint = await PasserAsync("Atteint");
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, atteint);
        using var travaille = await PasserAsync("Travaille");
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, travaille);
        AssertPage.Dit(await mediateur.Client.LirePageAsync(page), "On y travaille");
    }

    [Fact]
    public async Task La_prochaine_fois_s_ecrit_et_s_imprime_en_grand()
    {
        using var mediateur = await site.MediateurAsync();
        var id = await mediateur.OuvrirAsync("Awa");
        var page = LiensPersonnes.Personne(id);
        AssertPage.Dit(await mediateur.Client.LirePageAsync(page), "Pas de rendez-vous noté.");
        using var passe = await SiteDesMembres.PosterAsync(mediateur.Client, page, $"{page}?handler=Prevoir", ("RendezVous.jour", "1"), ("RendezVous.mois", "1"), ("RendezVous.annee", "2020"), ("Documents", "Avis d’impôt"));
        var refus = await passe.LirePageAsync();
        AssertPage.Erreurs(refus, ErreursPersonnes.RendezVousPasse.Message);
        Assert.Equal("Avis d’impôt", refus.QuerySelector("textarea[name=Documents]")!.TextContent.Trim());
        using var prevu = await SiteDesMembres.PosterAsync(mediateur.Client, page, $"{page}?handler=Prevoir", ("RendezVous.jour", "7"), ("RendezVous.mois", "décembre"), ("RendezVous.annee", "2027"), ("LieuDuRendezVous", "10 h, médiathèque"), ("Documents", "Avis d’impôt"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, prevu);
        await site.ActeAsync(mediateur, TypeDActivite.Individuel, id);
        var feuille = await mediateur.Client.LirePageAsync(LiensPersonnes.Imprimer(id));
        AssertPage.H1(feuille, "Mon parcours");
        foreach (var phrase in (string[])["mardi 7 décembre 2027", "10 h, médiathèque", "Avis d’impôt", "E-mail"])
        {
            AssertPage.Dit(feuille, phrase);
        }

        Assert.NotNull(feuille.QuerySelector(".fa-feuille--grands"));
    }

    [Fact]
    public async Task Modifier_ne_defait_pas_ce_qu_un_autre_a_ecrit()
    {
        using var mediateur = await site.MediateurAsync();
        var id = await mediateur.OuvrirAsync("Awa", ("Courriel", "awa6@example.org"));
        var avant = await mediateur.Client.LirePageAsync(LiensPersonnes.Modifier(id));
        Assert.Equal("awa6@example.org", avant.QuerySelector("input[name=Courriel]")!.GetAttribute("value"));
        using var modifie = await mediateur.Client.EnvoyerAsync(LiensPersonnes.Modifier(id), avant, ("Nom", "Sarr"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, modifie);
        using var trop = await mediateur.Client.EnvoyerAsync(LiensPersonnes.Modifier(id), avant, ("Nom", "Diop"));
        var page = await trop.LirePageAsync();
        AssertPage.Dit(page, ErreursPersonnes.ModifieeEntreTemps.Message);
        Assert.Equal("Diop", page.QuerySelector("input[name=Nom]")!.GetAttribute("value"));
        Assert.Equal("Sarr", (await site.PersonneAsync(id)).Nom);
        using var faux = await mediateur.Client.EnvoyerAsync(LiensPersonnes.Modifier(id), page, ("Prenom", ""), ("Commune", "Trifouilly-les-Oies-Inventée"));
        AssertPage.Erreurs(await faux.LirePageAsync(), ErreursPersonnes.Prenom.Message, ErreursPersonnes.CommuneInconnue.Message);
    }

    [Fact]
    public async Task Qui_n_avait_qu_une_carte_donne_son_nom_puis_le_reprend()
    {
        using var mediateur = await site.MediateurAsync();
        var carte = await mediateur.DonnerUneCarteAsync();
        var adresse = LiensPersonnes.Modifier(carte.Personne);
        var page = await mediateur.Client.LirePageAsync(adresse);
        using var sans = await mediateur.Client.EnvoyerAsync(adresse, page, ("Prenom", "Awa"));
        AssertPage.Erreurs(await sans.LirePageAsync(), ErreursPersonnes.Accord.Message);
        using var avec = await mediateur.Client.EnvoyerAsync(adresse, page, ("Prenom", "Awa"), ("Accord", "true"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, avec);
        Assert.Equal("Awa", (await site.PersonneAsync(carte.Personne)).NomComplet);
        using var reprise = await mediateur.Client.EnvoyerAsync(LiensPersonnes.Fin(carte.Personne), await mediateur.Client.LirePageAsync(LiensPersonnes.Fin(carte.Personne)), ("Choix", "carte"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reprise);
        var personne = await site.PersonneAsync(carte.Personne);
        Assert.Equal((NiveauDIdentite.Carte, (string?)null), (personne.Niveau, personne.Prenom));
        Assert.NotNull(await site.LireToutAsync(db => db.Set<Accord>().Where(a => a.Personne == carte.Personne).Select(a => a.RetireLe).SingleAsync()));
        // The card still opens.
        using var autre = await site.MediateurAsync();
        using var ouverte = await autre.PresenterAsync(carte.Numero, carte.Secret);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, ouverte);
    }

    [Fact]
    public async Task Un_collegue_suit_aussi_avec_l_accord_de_la_personne_et_plus_quand_elle_le_retire()
    {
        using var mediateur = await site.MediateurAsync();
        using var collegue = await site.MediateurAsync(mediateur.Organisation);
        using var ailleurs = await site.MediateurAsync();
        var id = await mediateur.OuvrirAsync("Awa");
        var adresse = LiensPersonnes.Partage(id);
        async Task<HttpResponseMessage> PartagerAsync(string avec, string accord = "true") => await SiteDesMembres.PosterAsync(mediateur.Client, adresse, ("Avec", avec), ("Accord", accord));
        using (var sans = await PartagerAsync(collegue.Compte.ToString(), "false"))
        {
            AssertPage.Erreurs(await sans.LirePageAsync(), ErreursPersonnes.AccordDePartage.Message);
        }

        using (var dehors = await PartagerAsync(ailleurs.Compte.ToString()))
        {
            AssertPage.Erreurs(await dehors.LirePageAsync(), ErreursPersonnes.CollegueInconnu.Message);
        }

        await collegue.StatutAsync(HttpStatusCode.NotFound, LiensPersonnes.Personne(id));
        using (var fait = await PartagerAsync(collegue.Compte.ToString()))
        {
            await AssertPage.StatutAsync(HttpStatusCode.Redirect, fait);
        }

        await collegue.StatutAsync(HttpStatusCode.OK, LiensPersonnes.Personne(id));
        var page = await mediateur.Client.LirePageAsync(adresse);
        AssertPage.Dit(page, collegue.Nom);
        var suivi = await site.LireToutAsync(db => db.Set<Suivi>().Where(s => s.Personne == id && s.Compte == collegue.Compte).Select(s => s.Id).SingleAsync());
        using var retire = await SiteDesMembres.PosterAsync(mediateur.Client, adresse, $"{adresse}?handler=Retirer", ("suivi", suivi.ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, retire);
        await collegue.StatutAsync(HttpStatusCode.NotFound, LiensPersonnes.Personne(id));
        using var encore = await SiteDesMembres.PosterAsync(mediateur.Client, adresse, $"{adresse}?handler=Retirer", ("suivi", suivi.ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, encore);
        using var tous = await PartagerAsync("organisation");
        await collegue.StatutAsync(HttpStatusCode.OK, LiensPersonnes.Personne(id));
        await ailleurs.StatutAsync(HttpStatusCode.NotFound, LiensPersonnes.Personne(id));
    }

    [Fact]
    public async Task Qui_quitte_l_organisation_ne_voit_plus_les_personnes_qu_il_y_suivait()
    {
        var (ici, la) = ((await site.OrganisationAsync()).Id, (await site.OrganisationAsync()).Id);
        var (compte, role, client) = await site.MembreAsync(ici, Role.Mediateur);
        using var mediateur = new Mediateur(compte.Id, "x", ici, client);
        var id = await mediateur.OuvrirAsync("Awa");
        await mediateur.StatutAsync(HttpStatusCode.OK, LiensPersonnes.Personne(id));
        site.Horloge.Avancer(TimeSpan.FromMinutes(1));
        await site.Base.ExecuterAsync($"UPDATE comptes.appartenances SET fin = '{site.Horloge.Instant.AddSeconds(-1):O}' WHERE id = '{role.Id}'");
        await site.RoleAsync(compte.Id, la, Role.Mediateur);
        await mediateur.StatutAsync(HttpStatusCode.NotFound, LiensPersonnes.Personne(id));
        AssertPage.Dit(await mediateur.Client.LirePageAsync(LiensPersonnes.Personnes), "Vous ne suivez personne pour l’instant");
    }

    [Fact]
    public async Task Arreter_de_suivre_ferme_la_fiche_et_la_carte_reste_a_la_personne()
    {
        using var mediateur = await site.MediateurAsync();
        var carte = await mediateur.DonnerUneCarteAsync();
        var page = await mediateur.Client.LirePageAsync(LiensPersonnes.Fin(carte.Personne));
        using var rien = await mediateur.Client.EnvoyerAsync(LiensPersonnes.Fin(carte.Personne), page);
        AssertPage.Erreurs(await rien.LirePageAsync(), ErreursPersonnes.Choix.Message);
        using var fini = await mediateur.Client.EnvoyerAsync(LiensPersonnes.Fin(carte.Personne), page, ("Choix", "arreter"));
        Assert.Equal($"{LiensPersonnes.Personnes}?fait=finie", fini.Headers.Location!.OriginalString);
        await mediateur.StatutAsync(HttpStatusCode.NotFound, LiensPersonnes.Personne(carte.Personne));
        using var rouvert = await mediateur.PresenterAsync(carte.Numero, carte.Secret);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, rouvert);
        await mediateur.StatutAsync(HttpStatusCode.OK, LiensPersonnes.Personne(carte.Personne));
    }

    [Fact]
    public async Task Un_nom_qui_ne_s_ecrit_pas_ne_laisse_pas_d_accord()
    {
        using var mediateur = await site.MediateurAsync();
        var carte = await mediateur.DonnerUneCarteAsync();
        var (adresse, id) = (LiensPersonnes.Modifier(carte.Personne), carte.Personne);
        (string, string)[] champs = [("Prenom", "Awa"), ("Accord", "true")];
        await site.Base.ExecuterAsync("CREATE FUNCTION accompagnement.refus_d_essai() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'essai'; END $$");
        await site.Base.ExecuterAsync($"CREATE TRIGGER refus_d_essai BEFORE UPDATE ON accompagnement.personnes FOR EACH ROW WHEN (NEW.id = '{id}') EXECUTE FUNCTION accompagnement.refus_d_essai()");
        try
        {
            using var panne = await mediateur.Client.EnvoyerAsync(adresse, await mediateur.Client.LirePageAsync(adresse), champs);
            await AssertPage.StatutAsync(HttpStatusCode.InternalServerError, panne);
        }
        finally
        {
            await site.Base.ExecuterAsync("DROP TRIGGER refus_d_essai ON accompagnement.personnes; DROP FUNCTION accompagnement.refus_d_essai()");
        }

        Assert.Equal(0L, await site.Base.LireAsync<long>("SELECT count(*) FROM comptes.accords WHERE personne = $1", id));
        using var nommee = await mediateur.Client.EnvoyerAsync(adresse, await mediateur.Client.LirePageAsync(adresse), champs);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, nommee);
        Assert.Equal(1L, await site.Base.LireAsync<long>("SELECT count(*) FROM comptes.accords WHERE personne = $1 AND retire_le IS NULL", id));
    }

    [Fact]
    public async Task Le_suivi_finit_la_nuit_d_apres_le_depart_et_revenir_redemande_l_accord()
    {
        using var part = await site.MediateurAsync();
        using var reste = await site.MediateurAsync(part.Organisation);
        var (seul, aDeux, partage) = (await part.OuvrirAsync("Awa"), await part.OuvrirAsync("Zoé"), await part.OuvrirAsync("Lia"));
        await site.AvecBaseAsync(
            async db =>
            {
                db.AddRange(
                    new Suivi { Id = site.Id(), Personne = aDeux, Organisation = part.Organisation, Compte = reste.Compte, Debut = site.Horloge.Instant, Par = part.Compte },
                    new Suivi { Id = site.Id(), Personne = partage, Organisation = part.Organisation, Compte = null, Debut = site.Horloge.Instant, Par = part.Compte });
                return await db.SaveChangesAsync();
            },
            "systeme:demarrage");
        await NuitAsync();
        Assert.Equal(5, await OuvertsAsync());

        // The role of before, over since yesterday; then back.
        await site.Base.ExecuterAsync("UPDATE comptes.appartenances SET debut = debut - interval '9 days', fin = debut - interval '2 days' WHERE compte = $1", part.Compte);
        site.Horloge.Avancer(TimeSpan.FromMinutes(1));
        await NuitAsync();
        await NuitAsync();
        Assert.Equal(2, await OuvertsAsync());
        Assert.Equal([FinDeSuivi.Depart], await site.LireToutAsync(db => db.Set<Suivi>().Where(s => s.Personne == seul).Select(s => s.Motif!.Value).ToListAsync()));
        await site.Base.ExecuterAsync("UPDATE comptes.appartenances SET fin = NULL WHERE compte = $1", part.Compte);
        site.Horloge.Avancer(TimeSpan.FromMinutes(1));
        await part.StatutAsync(HttpStatusCode.NotFound, LiensPersonnes.Personne(seul));
        await part.StatutAsync(HttpStatusCode.NotFound, LiensPersonnes.Personne(aDeux));
        await part.StatutAsync(HttpStatusCode.OK, LiensPersonnes.Personne(partage));
        await reste.StatutAsync(HttpStatusCode.OK, LiensPersonnes.Personne(aDeux));

        Task<bool> NuitAsync() => site.DansAsync(async s =>
        {
            await FinirLesSuivis.FaireAsync(s.GetRequiredService<FaireAvecDb>(), s.GetRequiredService<IEmplois>(), site.Horloge, CancellationToken.None);
            return true;
        }, "systeme:taches");
        Task<int> OuvertsAsync() => site.LireToutAsync(db => db.Set<Suivi>().CountAsync(s => s.Organisation == part.Organisation && s.Fin == null));
    }
}
