using System.Net;
using System.Text;
using FaireAvec.Accompagnement.Domain.Imports;
using FaireAvec.Accompagnement.Imports;
using FaireAvec.Kernel.Purges;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Integration.Accompagnement.Personnes;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static FaireAvec.Tests.Integration.Accompagnement.Imports.GestesDesImports;

namespace FaireAvec.Tests.Integration.Accompagnement.Imports;

/// <summary>The pages of imports: rights, what isn't found, wrong states, bad files, and what is erased.</summary>
[Collection(ImportsDuSite.Nom)]
public sealed class PagesDesImportsTests(SiteDesMembres site)
{
    [Theory]
    [InlineData("/importer")]
    [InlineData("/importer/01a21000-0000-7000-8000-0000000000b1")]
    [InlineData("/importer/01a21000-0000-7000-8000-0000000000b1/colonnes")]
    [InlineData("/importer/01a21000-0000-7000-8000-0000000000b1/annuler")]
    [InlineData("/importer/01a21000-0000-7000-8000-0000000000b1/differences")]
    public async Task Qui_n_ecrit_pas_d_activites_n_y_a_pas_acces(string adresse)
    {
        using var referent = await site.MediateurAsync(role: Role.Referent);
        await referent.StatutAsync(HttpStatusCode.Forbidden, adresse);
        await SiteDesMembres.StatutAsync(HttpStatusCode.Redirect, site.Client, adresse);
    }

    [Fact]
    public async Task L_import_d_un_autre_est_introuvable()
    {
        using var camille = await site.MediateurAsync();
        using var collegue = await site.MediateurAsync(camille.Organisation);
        var (id, page) = await camille.DeposerAsync(Csv(Rangee("p-1")));
        foreach (var adresse in new[] { LiensDesImports.Import(id), LiensDesImports.Colonnes(id), LiensDesImports.Annuler(id), LiensDesImports.Differences(id), $"{LiensDesImports.Import(id)}?handler=Csv", $"{LiensDesImports.Import(id)}?handler=Refusees" })
        {
            await collegue.StatutAsync(HttpStatusCode.NotFound, adresse);
        }

        Assert.Empty((await collegue.Client.LirePageAsync(LiensDesImports.Importer)).QuerySelectorAll("tbody tr"));
        Assert.Single((await camille.Client.LirePageAsync(LiensDesImports.Importer)).QuerySelectorAll("tbody tr"));
        var formulaire = page.QuerySelectorAll("main form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>().First(f => f.GetAttribute("action")!.Contains("Confirmer", StringComparison.Ordinal));
        using var vole = await collegue.Client.EnvoyerLeAsync(LiensDesImports.Import(id), formulaire, ("__RequestVerificationToken", SiteDesMembres.Jeton(await collegue.Client.LirePageAsync(LiensDesImports.Importer))));
        Assert.Equal(HttpStatusCode.NotFound, vole.StatusCode);
    }

    [Fact]
    public async Task Chaque_etat_refuse_les_gestes_des_autres()
    {
        using var camille = await site.MediateurAsync();
        var (id, page) = await camille.DeposerAsync(Csv(Rangee("s-1")));
        AssertPage.Dit(await camille.Client.LirePageAsync(LiensDesImports.Annuler(id)), "Cet import n’a rien ajouté");
        await camille.ConfirmerAsync(id, page);
        // The page of before, in another tab.
        var confirmer = page.QuerySelectorAll("main form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>().First(f => f.GetAttribute("action")!.Contains("Confirmer", StringComparison.Ordinal));
        using var encore = await camille.Client.EnvoyerLeAsync(LiensDesImports.Import(id), confirmer);
        Assert.Equal(HttpStatusCode.BadRequest, encore.StatusCode);
        AssertPage.Dit(await encore.LirePageAsync(), "n’attend plus de confirmation");
        AssertPage.Dit(await camille.Client.LirePageAsync(LiensDesImports.Colonnes(id)), "ne peuvent plus changer");

        var (abandonne, autre) = await camille.DeposerAsync(Csv(Rangee("s-2")));
        AssertPage.H1(await camille.FaireAsync(abandonne, autre, "handler=Abandonner"), "Import abandonné");
        Assert.Equal(0, await site.AvecBaseAsync(db => db.Set<MorceauDImport>().CountAsync(m => m.Import == abandonne), "systeme:taches"));
    }

    public static TheoryData<string, string> MauvaisFichiers() => new()
    {
        { "", "Choisissez un fichier." },
        { "MZ\0\0", "pas de ceux que cette page accepte" },
        { "<html><body>Non</body></html>", "pas de ceux que cette page accepte" },
        { "%PDF-1.7", "pas de ceux que cette page accepte" },
        { "{\"a\":1}", "Ce n’est p" },
        { "Date;Durée;ID CRA\r\n", "n’a pas de ligne" },
        { "bonjour", "n’a pas de ligne" },
    };

    [Theory]
    [MemberData(nameof(MauvaisFichiers))]
    public async Task Un_mauvais_fichier_est_refuse_avec_une_phrase(string contenu, string phrase)
    {
        using var camille = await site.MediateurAsync();
        using var reponse = await camille.EnvoyerUnFichierAsync(Encoding.UTF8.GetBytes(contenu));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        AssertPage.Dit(await reponse.LirePageAsync(), phrase == "Choisissez un fichier." ? "Ce fichier est vide." : phrase);
    }

    [Fact]
    public async Task Une_archive_piegee_un_classeur_coupe_et_un_fichier_trop_gros_sont_refuses()
    {
        using var camille = await site.MediateurAsync();
        var bombe = Archive(
            ("[Content_Types].xml", "<Types/>"),
            ("xl/workbook.xml", "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
            ("xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{string.Concat(Enumerable.Repeat("<row><c t=\"inlineStr\"><is><t>a</t></is></c></row>", 400_000))}</sheetData></worksheet>"));
        Assert.True(bombe.Length < 1_000_000);
        using var refusee = await camille.EnvoyerUnFichierAsync(bombe, "bombe.xlsx");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, refusee);

        var classeur = Xlsx(Rangee("z-1"));
        using var coupe = await camille.EnvoyerUnFichierAsync(classeur[..(classeur.Length / 2)], "coupe.xlsx");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, coupe);

        // Over the size of the page, the server doesn't even read it.
        try
        {
            using var gros = await camille.EnvoyerUnFichierAsync(new byte[101 * 1024 * 1024], "gros.csv");
            Assert.Contains(gros.StatusCode, new[] { HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest });
        }
        catch (HttpRequestException)
        {
            // Cut by the server in the middle.
        }
    }

    [Fact]
    public async Task Le_onzieme_import_ouvert_attend_qu_un_autre_finisse()
    {
        using var camille = await site.MediateurAsync();
        for (var i = 0; i < 10; i++)
        {
            await camille.DeposerAsync(Csv(Rangee($"o-{i}")));
        }

        using var trop = await camille.EnvoyerUnFichierAsync(Csv(Rangee("o-10")));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, trop);
        AssertPage.Dit(await trop.LirePageAsync(), "trop d’imports en cours");
    }

    [Fact]
    public async Task Trente_jours_apres_le_fichier_et_ses_lignes_s_effacent_et_les_actes_restent()
    {
        using var camille = await site.MediateurAsync();
        var (id, page) = await camille.DeposerAsync(Csv(Rangee("q-1"), Rangee("q-2", "demain")));
        await camille.ConfirmerAsync(id, page);
        var (attente, _) = await camille.DeposerAsync(Csv(Rangee("q-3")));
        await PurgerAsync(TimeSpan.FromDays(29));
        Assert.True(await site.AvecBaseAsync(db => db.Set<MorceauDImport>().AnyAsync(m => m.Import == id), "systeme:taches"));
        await PurgerAsync(TimeSpan.FromDays(31));
        Assert.False(await site.AvecBaseAsync(db => db.Set<MorceauDImport>().AnyAsync(m => m.Import == id || m.Import == attente), "systeme:taches"));
        Assert.False(await site.AvecBaseAsync(db => db.Set<LigneDImport>().AnyAsync(l => l.Import == id || l.Import == attente), "systeme:taches"));
        var fini = await camille.Client.LirePageAsync(LiensDesImports.Import(id));
        AssertPage.Dit(fini, "sont effacés. Les comptes rendus restent");
        Assert.Equal("1", Tuiles(fini)["Ajoutés"]);
        AssertPage.H1(await camille.Client.LirePageAsync(LiensDesImports.Import(attente)), "Import abandonné");
        AssertPage.Dit(await camille.Client.LirePageAsync(LiensDesImports.Differences(id)), "est effacé");

        // The ids follow the acts: the file sent again adds nothing.
        var (_, encore) = await camille.DeposerAsync(Csv(Rangee("q-1")));
        Assert.Equal("1", Tuiles(encore)["Déjà ici"]);
    }

    [Fact]
    public async Task Un_compte_efface_ne_laisse_pas_ses_fichiers()
    {
        using var camille = await site.MediateurAsync();
        var (id, _) = await camille.DeposerAsync(Csv(Rangee("g-1")));
        await site.DansAsync(
            async services =>
            {
                var donnees = services.GetServices<FaireAvec.Contracts.Comptes.IDonneesDePersonne>().Single(d => d.Nom == "accompagnement.imports");
                Assert.Single((await donnees.ExporterAsync(camille.Compte, CancellationToken.None)).Single().Fiches);
                Assert.Equal(1, await donnees.EffacerAsync(camille.Compte, CancellationToken.None));
                Assert.Equal(0, await donnees.EffacerAsync(camille.Compte, CancellationToken.None));
                return true;
            },
            "systeme:droits");
        Assert.False(await site.AvecBaseAsync(db => db.Set<MorceauDImport>().AnyAsync(m => m.Import == id), "systeme:taches"));
    }

    private Task<bool> PurgerAsync(TimeSpan plusTard) => site.DansAsync(
        async services =>
        {
            await services.GetServices<IPurge>().Single(p => p.Nom == "accompagnement.imports").PurgerAsync(site.Horloge.GetUtcNow() + plusTard, CancellationToken.None);
            return true;
        },
        "systeme:taches");
}
