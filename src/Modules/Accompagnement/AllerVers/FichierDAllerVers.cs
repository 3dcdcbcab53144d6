using System.Globalization;
using System.Text;
using FaireAvec.Accompagnement.Domain.AllerVers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.AllerVers;

/// <summary>Actions as a CSV file, written as they are read. Semicolons and the mark of UTF-8, as a French spreadsheet expects; formulas made harmless. Empty is « not known ».</summary>
internal sealed class FichierDAllerVers(IQueryable<ActionDAllerVers> actions, Func<string?, string?> lieu, IReadOnlyDictionary<Guid, string> partenaires, IReadOnlyDictionary<Guid, string> configurations) : ActionResult
{
    private static readonly string[] Entete =
    [
        "id", "date", "duree_minutes", "lieu", "nom_du_lieu", "commune", "partenaire", "motif_d_accroche", "autre_motif", "configuration", "contactes_hors_lieu", "interesses", "inscrits", "venus", "revenus", "engages", "relais",
        "renonce_oui", "renonce_non", "renonce_ne_sait_pas", "faite_ensuite_oui", "faite_ensuite_non", "faite_ensuite_ne_sait_pas", "appris", "rappel_le", "rappele_le", "enregistree_le", "modifiee_le",
    ];

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var reponse = context.HttpContext.Response;
        reponse.ContentType = "text/csv; charset=utf-8";
        reponse.Headers.ContentDisposition = "attachment; filename=\"aller-vers.csv\"";
        await using var sortie = new StreamWriter(reponse.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 16_384, leaveOpen: true);
        await EcrireAsync(sortie, Entete);
        await foreach (var a in actions.AsAsyncEnumerable().WithCancellation(context.HttpContext.RequestAborted))
        {
            await EcrireAsync(sortie,
            [
                a.Id.ToString(), Jour(a.Jour), Nombre(a.Duree), a.Lieu, a.LieuLibre ?? lieu(a.Lieu), a.Commune, Nom(partenaires, a.Partenaire), ListesDAllerVers.Motifs.Libelle(a.Motif), a.AutreMotif, Nom(configurations, a.Configuration),
                Nombre(a.Contactes), Nombre(a.Interesses), Nombre(a.Inscrits), Nombre(a.Venus), Nombre(a.Revenus), Nombre(a.Engages), Nombre(a.Relais),
                Nombre(a.RenonceOui), Nombre(a.RenonceNon), Nombre(a.RenonceNeSaitPas), Nombre(a.FaiteOui), Nombre(a.FaiteNon), Nombre(a.FaiteNeSaitPas), a.Appris,
                Jour(a.RappelLe), a.RappeleLe?.ToString("O", CultureInfo.InvariantCulture), a.EnregistreeLe.ToString("O", CultureInfo.InvariantCulture), a.ModifieeLe.ToString("O", CultureInfo.InvariantCulture),
            ]);
        }
    }

    private static Task EcrireAsync(StreamWriter sortie, IEnumerable<string?> cellules) => sortie.WriteAsync($"{string.Join(';', cellules.Select(Cellule))}\r\n");

    private static string? Nom(IReadOnlyDictionary<Guid, string> noms, Guid? id) => id is { } i ? noms.GetValueOrDefault(i) : null;

    private static string? Jour(DateOnly? jour) => jour?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Nombre(int? nombre) => nombre?.ToString(CultureInfo.InvariantCulture);

    private static string Cellule(string? valeur)
    {
        var texte = valeur ?? "";
        var sure = texte is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{texte}" : texte;
        return sure.AsSpan().ContainsAny(";\"\r\n") ? $"\"{sure.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : sure;
    }
}
