using System.Net;
using AngleSharp.Dom;
using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Accompagnement;

/// <summary>What was noted is read again: on its page, in the list, in the file.</summary>
[Collection(CollectionDesActivites.Nom)]
public sealed class RelireDesActesTests(SiteDesActivites site)
{
    private static (string, string)[] Atelier =>
    [
        ("F.Titre", "Atelier relu d’essai"), ("F.Thematiques", "email"), ("F.Posture", "avec"), ("F.Duree", "15"), ("F.TypeDeLieu", "a_distance"),
        ("F.Total", "8"), ("F.DejaVenus", "2"), ("F.ParGenre[feminin]", "5"), ("F.ParAge[70_et_plus]", "3"),
    ];

    [Fact]
    public async Task Un_atelier_relu_dit_chaque_marge_et_ce_qui_n_est_pas_connu()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var id = await NoterAsync(camille, "collectif", Atelier);
        var lignes = Lignes(await camille.LirePageAsync($"/activites/{id}"));
        Assert.Equal("8 personnes sans nom", lignes["Personnes"]);
        Assert.Equal("Féminin : 5, Non communiqué : 3", lignes["Genre"]);
        Assert.Equal("70 ans et plus : 3, Non communiqué : 5", lignes["Âge"]);
        Assert.Equal("Non communiqué ou hétérogène : 8", lignes["Statut"]);
        Assert.Equal("2", lignes["Dont déjà venus"]);

        var ligne = await LigneDuFichierAsync(camille, id);
        Assert.Equal(("8", "2", "0", "5", "3"), (ligne["sans_nom"], ligne["deja_venus"], ligne["genre_masculin"], ligne["genre_feminin"], ligne["genre_non_communique"]));
        Assert.Equal(("3", "5", "8"), (ligne["age_70_et_plus"], ligne["age_non_communique"], ligne["statut_non_communique"]));
        Assert.Equal("", ligne["nom"]);
    }

    [Fact]
    public async Task Une_animation_relue_dit_tout_ce_qui_fut_note()
    {
        using var dominique = await site.Site.CommeAsync(Role.Coordinateur);
        var id = await NoterAsync(dominique, "animation",
            ("F.Duree", "60"), ("F.Nature", "webinaire"), ("F.ThemesDAnimation", "maillage"), ("F.ThemesDAnimation", "autre"), ("F.Initiative", "besoin"),
            ("F.Mediateurs", "12"), ("F.Structures", "4"), ("F.AutresActeurs", "1"), ("F.NatureAutre", "Accueil des nouveaux d’essai"));
        var lignes = Lignes(await dominique.LirePageAsync($"/activites/{id}"));
        Assert.Equal("Webinaire", lignes["Type d’animation"]);
        Assert.Equal("Maillage territorial, Autre", lignes["Thématiques"]);
        Assert.Equal("En réponse à un besoin", lignes["Initiative"]);
        Assert.Equal(("12", "4", "1"), (lignes["Médiateurs"], lignes["Structures"], lignes["Autres acteurs"]));
        Assert.Equal("Accueil des nouveaux d’essai", lignes["Précision"]);

        var ligne = await LigneDuFichierAsync(dominique, id);
        Assert.Equal(("Webinaire", "Maillage territorial | Autre", "12", "4", "1"), (ligne["natures"], ligne["themes_d_animation"], ligne["mediateurs"], ligne["structures"], ligne["autres_acteurs"]));
    }

    [Fact]
    public async Task Un_evenement_relu_dit_ses_organisateurs_son_echelon_et_ses_participants()
    {
        using var dominique = await site.Site.CommeAsync(Role.Coordinateur);
        var id = await NoterAsync(dominique, "evenement",
            ("F.Duree", "60"), ("F.Nom", "NEC d’essai"), ("F.Nature", "nec_local"), ("F.Organisateurs", "commune"), ("F.Organisateurs", "hub"), ("F.Echelon", "departemental"), ("F.Participants", "140"));
        var lignes = Lignes(await dominique.LirePageAsync($"/activites/{id}"));
        Assert.Equal(("NEC d’essai", "NEC local"), (lignes["Nom de l’évènement"], lignes["Type d’évènement"]));
        Assert.Equal(("Commune, Hub", "Départemental", "140"), (lignes["Organisateurs"], lignes["Échelon"], lignes["Participants"]));

        var ligne = await LigneDuFichierAsync(dominique, id);
        Assert.Equal(("NEC d’essai", "NEC local", "Commune | Hub", "Départemental", "140"), (ligne["nom"], ligne["natures"], ligne["organisateurs"], ligne["echelon"], ligne["participants"]));
    }

    [Fact]
    public async Task Un_partenariat_relu_dit_ses_partenaires_et_jamais_zero_minute()
    {
        using var dominique = await site.Site.CommeAsync(Role.Coordinateur);
        var id = await NoterAsync(dominique, "partenariat",
            ("F.Nom", "Partenariat relu d’essai"), ("F.Natures", "parcours_usager"), ("F.Natures", "subvention"), ("F.Echelon", "communal"),
            ("F.LignesDePartenaires[0].Nom", "Commune d’Exemple"), ("F.LignesDePartenaires[0].Type", "commune"), ("F.LignesDePartenaires[1].Nom", " "), ("F.LignesDePartenaires[1].Type", "hub"), ("F.Partenaires", "Association d’Essai"));
        var page = await dominique.LirePageAsync($"/activites/{id}");
        var lignes = Lignes(page);
        Assert.Equal("Conception de parcours usager, Recherche de subvention", lignes["Nature du partenariat"]);
        Assert.Equal(("Communal", "Commune d’Exemple (Commune), Association d’Essai"), (lignes["Échelon"], lignes["Structures partenaires"]));
        // Corrected later, each one has its row, and its type.
        var corriger = await dominique.LirePageAsync($"/activites/{id}/modifier");
        Assert.Equal("commune", corriger.QuerySelector("[name='F.LignesDePartenaires[0].Type'] option[selected]")?.GetAttribute("value"));
        Assert.Equal("Association d’Essai", corriger.QuerySelector("[name='F.LignesDePartenaires[1].Nom']")?.GetAttribute("value"));
        var jour = (await dominique.LirePageAsync("/aujourd-hui")).QuerySelectorAll("main .fa-liste-gestes li").Single(l => l.TextContent.Contains("Partenariat relu d’essai", StringComparison.Ordinal));
        Assert.DoesNotContain("0\u00a0min", jour.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("0\u00a0min", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var ligne = await LigneDuFichierAsync(dominique, id);
        Assert.Equal(("Conception de parcours usager | Recherche de subvention", "Commune d’Exemple | Association d’Essai", ""), (ligne["natures"], ligne["partenaires"], ligne["duree_minutes"]));
    }

    [Fact]
    public async Task Refaire_un_atelier_ou_partir_d_un_ancien_modele_ne_propose_aucun_participant()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var id = await NoterAsync(camille, "collectif", Atelier);
        RienDePropose(await camille.LirePageAsync($"/activites/nouvelle?copie={id}"));

        var page = await camille.LirePageAsync($"/activites/modeles?depuis={id}");
        using var cree = await camille.EnvoyerPremierAsync("/activites/modeles", page, ("Nom", "Modèle sans personne d’essai"));
        Assert.Equal(HttpStatusCode.Redirect, cree.StatusCode);
        var modele = await CommeCamilleAsync(db => db.Set<ModeleDActivite>().Where(m => m.Nom == "Modèle sans personne d’essai").Select(m => m.Id).SingleAsync());
        RienDePropose(await camille.LirePageAsync($"/activites/nouvelle?modele={modele}"));

        // One that was kept with its counts, as it could be before.
        var avec = new FormulaireDActivite { Type = "collectif", Titre = "Atelier relu d’essai", Total = 8, DejaVenus = 2, ParGenre = { ["feminin"] = 5 }, ParAge = { ["70_et_plus"] = 3 } }.Ecrire();
        Assert.Equal(1, await CommeCamilleAsync(db => db.Set<ModeleDActivite>().Where(m => m.Id == modele).ExecuteUpdateAsync(m => m.SetProperty(x => x.Contenu, avec))));
        RienDePropose(await camille.LirePageAsync($"/activites/nouvelle?modele={modele}"));
    }

    [Fact]
    public async Task L_histoire_dit_ce_qui_a_change_et_tait_les_notes()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var id = await NoterAsync(camille, "collectif", Atelier);
        var modifier = await camille.LirePageAsync($"/activites/{id}/modifier");
        using var corrige = await camille.EnvoyerPremierAsync($"/activites/{id}/modifier", modifier, ("F.Duree", "45"), ("F.Total", "9"), ("F.Notes", "Prévoir des chaises d’essai"));
        Assert.Equal(HttpStatusCode.Redirect, corrige.StatusCode);
        var page = await camille.LirePageAsync($"/activites/{id}");
        var lignes = page.QuerySelectorAll("main h2 + ul > li").Select(l => l.TextContent.Replace('\u00a0', ' ')).ToList();
        Assert.Equal(2, lignes.Count);
        Assert.Contains("corrigé par Camille Exemple", lignes[0], StringComparison.Ordinal);
        Assert.Contains("Durée : avant « 15 min », après « 45 min »", lignes[0], StringComparison.Ordinal);
        Assert.Contains("Personnes sans nom : avant « 8 », après « 9 »", lignes[0], StringComparison.Ordinal);
        Assert.Contains("Statut : avant « Non communiqué ou hétérogène : 8 », après « Non communiqué ou hétérogène : 9 »", lignes[0], StringComparison.Ordinal);
        Assert.Contains("Notes changées", lignes[0], StringComparison.Ordinal);
        Assert.DoesNotContain("chaises", lignes[0], StringComparison.Ordinal);
        Assert.DoesNotContain("avant", lignes[1], StringComparison.Ordinal);
        // The journal doesn't have the words either.
        Assert.Equal(0, await site.Site.AvecBaseAsync(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM noyau.journal WHERE avant LIKE '%chaises d’essai%' OR apres LIKE '%chaises d’essai%'").SingleAsync(), "systeme:taches"));
    }

    [Theory]
    [InlineData("impots", true)]
    [InlineData("IMPÔTS relus", true)]
    [InlineData("essai DÉCLARÉS", true)]
    [InlineData("coeur", true)]
    [InlineData("st", true)]
    [InlineData("l'annee", true)]
    [InlineData("E-mail", true)]
    [InlineData("atelier COLLECTIF impots", true)]
    [InlineData("chaises cirées", true)]
    [InlineData("impots zzzz", false)]
    [InlineData("imp_ts", false)]
    [InlineData("zz%", false)]
    public async Task Un_mot_se_retrouve_sans_accent_ni_capitale_dans_les_textes_les_themes_et_les_types(string cherche, bool trouve)
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var titre = $"IMPÔTS relus d’essai {Guid.CreateVersion7():N}";
        var id = await NoterAsync(camille, "collectif", [.. Atelier.Where(c => c.Item1 != "F.Titre"), ("F.Titre", titre), ("F.Demarche", "Revenus déclarés, cœur de l’année à St-Exemple"), ("F.Notes", "Chaises cirées")]);
        var (statut, csv) = await camille.GetStatutAsync($"/activites?handler=Csv&q={Uri.EscapeDataString(cherche)}");
        Assert.Equal(HttpStatusCode.OK, statut);
        Assert.Equal(trouve, csv.Contains(id.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Une_recherche_demesuree_repond_et_ne_trouve_rien_d_un_autre()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var id = await NoterAsync(camille, "collectif", [.. Atelier, ("F.Notes", "Singulière d’essai")]);
        using var sacha = await site.Site.CommeAsync(Role.ConseillerNumerique);
        Assert.DoesNotContain(id.ToString(), (await sacha.GetStatutAsync("/activites?q=singuliere")).Corps, StringComparison.Ordinal);
        foreach (var cherche in (string[])[string.Join(' ', Enumerable.Range(0, 500).Select(n => $"mot{n}")), "\0", "\uD800 '; DROP", "%", "\\", new('é', 5000)])
        {
            Assert.Equal(HttpStatusCode.OK, (await camille.GetStatutAsync($"/activites?q={Uri.EscapeDataString(cherche)}")).Statut);
        }
    }

    private Task<T> CommeCamilleAsync<T>(Func<FaireAvecDb, Task<T>> action) => site.Site.DansAsync(
        s =>
        {
            s.GetRequiredService<ContexteAcces>().Compte = SiteDesActivites.Camille.ToString();
            return action(s.GetRequiredService<FaireAvecDb>());
        },
        "mediateur");

    private static void RienDePropose(IDocument page)
    {
        Assert.Equal("Atelier relu d’essai", page.QuerySelector("[name='F.Titre']")!.GetAttribute("value"));
        Assert.All(page.QuerySelectorAll("[name='F.Total'], [name='F.DejaVenus'], [name^='F.ParGenre'], [name^='F.ParAge'], [name^='F.ParStatut']"), c => Assert.Equal("", c.GetAttribute("value") ?? ""));
    }

    private static Dictionary<string, string> Lignes(IDocument page) => page.QuerySelectorAll("main .govuk-summary-list__row")
        .GroupBy(l => l.QuerySelector("dt")!.TextContent.Trim()).ToDictionary(g => g.Key, g => g.Last().QuerySelector("dd")!.TextContent.Trim().Replace('\u00a0', ' '));

    private static async Task<Dictionary<string, string>> LigneDuFichierAsync(HttpClient client, Guid id)
    {
        var (_, csv) = await client.GetStatutAsync("/activites?handler=Csv");
        var lignes = csv.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(';')).ToList();
        Assert.All(lignes, l => Assert.Equal(lignes[0].Length, l.Length));
        return lignes[0].Zip(lignes.Single(l => l[0] == id.ToString())).ToDictionary(c => c.First, c => c.Second);
    }

    private static async Task<Guid> NoterAsync(HttpClient client, string type, params (string, string)[] champs)
    {
        var adresse = $"/activites/nouvelle?type={type}";
        var page = await client.LirePageAsync(adresse);
        var id = Guid.Parse(page.QuerySelector("[name='F.Id']")!.GetAttribute("value")!);
        // Workshops are of yesterday: a day has 24 hours, and the other tests fill today.
        var quand = page.QuerySelectorAll("[name='F.Quand']")[type == "collectif" ? 1 : 0].GetAttribute("value")!;
        using var reponse = await client.EnvoyerPremierAsync(adresse, page, [("F.Quand", quand), .. champs]);
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        return id;
    }
}
