using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security;
using System.Text;
using AngleSharp.Html.Dom;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Imports;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Tests.Integration.Accompagnement.Personnes;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Accompagnement.Imports;

[CollectionDefinition(Nom)]
public sealed class ImportsDuSite : ICollectionFixture<SiteDesMembres>
{
    public const string Nom = "imports";
}

/// <summary>Files as the other tool makes them, and what tests do with them.</summary>
internal static class GestesDesImports
{
    /// <summary>The 27 columns of the export of one's own acts.</summary>
    public static readonly string[] Colonnes =
    [
        "Date", "Enregistré le", "Dernière modification le", "Type", "Participants", "Bénéficiaire", "Canal", "Nom du lieu", "Adresse", "Commune", "Code postal", "Code INSEE", "Durée (min)", "Nom de l’atelier",
        "Matériel", "Thématiques", "Tags", "Nom de la démarche", "Niveau d’autonomie", "Réorienté", "Structure de redirection", "Genre", "Tranche d’âge", "Statut", "Notes", "Source", "ID CRA",
    ];

    /// <summary>One row of it, with these values.</summary>
    public static Dictionary<string, string> Rangee(string id, string date = "12/11/2026", int minutes = 45, params (string Colonne, string Valeur)[] autres)
    {
        var rangee = Colonnes.ToDictionary(c => c, _ => "", StringComparer.Ordinal);
        (rangee["ID CRA"], rangee["Date"], rangee["Durée (min)"]) = (id, date, minutes.ToString(CultureInfo.InvariantCulture));
        (rangee["Type"], rangee["Participants"], rangee["Bénéficiaire"], rangee["Canal"]) = ("Accompagnement individuel", "1/1", "Personne Fictive", "À domicile");
        (rangee["Commune"], rangee["Code postal"], rangee["Code INSEE"]) = ("Saint-Étienne", "42000", "42218");
        (rangee["Thématiques"], rangee["Genre"], rangee["Tranche d’âge"], rangee["Statut"], rangee["Source"]) = ("E-mail, Navigation sur internet", "Féminin", "70 ans et plus", "Retraité", "v2");
        foreach (var (colonne, valeur) in autres)
        {
            rangee[colonne] = valeur;
        }

        return rangee;
    }

    public static byte[] Csv(params Dictionary<string, string>[] rangees)
    {
        var colonnes = rangees.SelectMany(r => r.Keys).Distinct(StringComparer.Ordinal).ToList();
        var texte = new StringBuilder().AppendJoin(';', colonnes.Select(Cellule)).Append("\r\n");
        foreach (var rangee in rangees)
        {
            texte.AppendJoin(';', colonnes.Select(c => Cellule(rangee.GetValueOrDefault(c, "")))).Append("\r\n");
        }

        return Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(texte.ToString())).ToArray();
    }

    /// <summary>The same as a workbook, its texts in its cells.</summary>
    public static byte[] Xlsx(params Dictionary<string, string>[] rangees)
    {
        var colonnes = rangees.SelectMany(r => r.Keys).Distinct(StringComparer.Ordinal).ToList();
        var lignes = rangees.Select(r => colonnes.Select(c => r.GetValueOrDefault(c, ""))).Prepend(colonnes);
        var feuille = new StringBuilder();
        var n = 0;
        foreach (var ligne in lignes)
        {
            feuille.Append(CultureInfo.InvariantCulture, $"<row r=\"{++n}\">").AppendJoin("", ligne.Select(v => $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(v)}</t></is></c>")).Append("</row>");
        }

        return Archive(
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"),
            ("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Activités\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"x\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
            ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{feuille}</sheetData></worksheet>"));
    }

    public static byte[] Archive(params (string Nom, string Texte)[] parties)
    {
        using var memoire = new MemoryStream();
        using (var zip = new ZipArchive(memoire, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (nom, texte) in parties)
            {
                using var partie = new StreamWriter(zip.CreateEntry(nom, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
                partie.Write(texte);
            }
        }

        return memoire.ToArray();
    }

    /// <summary>Sends a file by the page.</summary>
    public static async Task<HttpResponseMessage> EnvoyerUnFichierAsync(this Mediateur mediateur, byte[] octets, string nom = "export.csv", string? jeton = null)
    {
        using var contenu = new MultipartFormDataContent
        {
            { new StringContent(jeton ?? SiteDesMembres.Jeton(await mediateur.Client.LirePageAsync(LiensDesImports.Importer))), "__RequestVerificationToken" },
            { new ByteArrayContent(octets), "Fichier", nom },
        };
        return await mediateur.Client.PostAsync(LiensDesImports.Importer, contenu);
    }

    /// <summary>Sends a file and waits until it is read: its id and its page.</summary>
    public static async Task<(Guid Id, IHtmlDocument Page)> DeposerAsync(this Mediateur mediateur, byte[] octets, string nom = "export.csv")
    {
        using var reponse = await mediateur.EnvoyerUnFichierAsync(octets, nom);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
        var adresse = reponse.Headers.Location!.OriginalString;
        return (Guid.Parse(adresse.Split('/')[2]), await mediateur.AttendreAsync(adresse));
    }

    /// <summary>The page of an import, once its work is done.</summary>
    public static async Task<IHtmlDocument> AttendreAsync(this Mediateur mediateur, string adresse)
    {
        for (var i = 0; ; i++)
        {
            var page = await mediateur.Client.LirePageAsync(adresse);
            if (page.QuerySelector("[data-rafraichir]") is null)
            {
                return page;
            }

            Assert.True(i < 300, "The import never ended.");
            await Task.Delay(200);
        }
    }

    /// <summary>Presses the button of a gesture of the page, and waits.</summary>
    public static async Task<IHtmlDocument> FaireAsync(this Mediateur mediateur, Guid import, IHtmlDocument page, string geste, params (string Nom, string Valeur)[] champs)
    {
        // A button may send its form elsewhere.
        var bouton = page.QuerySelectorAll("main button[formaction]").OfType<IHtmlButtonElement>().FirstOrDefault(b => b.GetAttribute("formaction")!.Contains(geste, StringComparison.Ordinal));
        bouton?.Form!.SetAttribute("action", bouton.GetAttribute("formaction"));
        var formulaire = page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(f => f.GetAttribute("action")!.Contains(geste, StringComparison.Ordinal));
        using var reponse = await mediateur.Client.EnvoyerLeAsync(LiensDesImports.Import(import), formulaire, champs);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
        return await mediateur.AttendreAsync(reponse.Headers.Location!.OriginalString);
    }

    public static Task<IHtmlDocument> ConfirmerAsync(this Mediateur mediateur, Guid import, IHtmlDocument page, params (string Nom, string Valeur)[] champs) => mediateur.FaireAsync(import, page, "handler=Confirmer", champs);

    public static async Task<IHtmlDocument> AnnulerAsync(this Mediateur mediateur, Guid import) => await mediateur.FaireAsync(import, await mediateur.Client.LirePageAsync(LiensDesImports.Annuler(import)), "/annuler");

    /// <summary>« À ajouter » : 3…</summary>
    public static Dictionary<string, string> Tuiles(IHtmlDocument page) => page.QuerySelectorAll(".fa-tuile").ToDictionary(t => t.QuerySelector(".fa-tuile__libelle")!.TextContent.Trim().Replace('\u00a0', ' '), t => t.QuerySelector(".fa-tuile__valeur")!.TextContent.Trim(), StringComparer.Ordinal);

    /// <summary>Their acts that aren't removed, oldest first.</summary>
    public static Task<List<Activite>> ActesAsync(this SiteDesMembres site, Mediateur mediateur) =>
        site.AvecBaseAsync(db => db.Set<Activite>().AsNoTracking().Where(a => a.Auteur == mediateur.Compte && a.SupprimeeLe == null).OrderBy(a => a.Jour).ThenBy(a => a.Duree).ToListAsync(), "systeme:taches");

    /// <summary>What the counters of the day hold of somebody: acts, accompagnements, minutes. They must be what a recount gives.</summary>
    public static async Task<(int Actes, int Accompagnements, int Minutes)> CompteursAsync(this SiteDesMembres site, Mediateur mediateur)
    {
        var lignes = await site.AvecBaseAsync(db => db.Set<CompteurDuJour>().AsNoTracking().Where(c => c.Auteur == mediateur.Compte).ToListAsync(), "systeme:taches");
        Assert.Empty(await site.AvecBaseAsync(db => db.Database.SqlQuery<string>($"SELECT mesure AS \"Value\" FROM accompagnement.ecarts_des_compteurs('2000-01-01', '2100-01-01') WHERE auteur = {mediateur.Compte}").ToListAsync(), "systeme:taches"));
        return (lignes.Sum(l => l.Individuels + l.Ateliers), lignes.Sum(l => l.Accompagnements), lignes.Sum(l => l.Minutes));
    }

    private static string Cellule(string valeur) => valeur.AsSpan().ContainsAny(";\"\r\n") ? $"\"{valeur.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : valeur;
}
