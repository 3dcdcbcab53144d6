using System.Buffers;
using System.Globalization;
using System.Text;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FaireAvec.Cartographie.Api;

/// <summary>« /api/v1/lieux.csv »: the same search as a file of the standard, all rows, streamed.</summary>
internal static class CsvApi
{
    private static readonly SearchValues<char> DansUnNumero = SearchValues.Create("0123456789. ");

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/v1/lieux.csv", Repondre).Droit(DroitRequis.Public)
            .WithName("LieuxEnCsv").WithTags("Lieux")
            .WithSummary("Les lieux d’une recherche, en CSV")
            .WithDescription("Mêmes paramètres que /api/v1/lieux, sans limite ni curseur : toutes les lignes, au schéma « lieux de médiation numérique » 1.0.2.")
            .DocumenterLaRecherche(pages: false)
            .Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task Repondre(HttpContext contexte, CatalogueLieux catalogue, LectureCriteres lecture, TimeProvider horloge)
    {
        var lu = lecture.Lire(contexte.Request.Query, AdresseMesuree.Ignores);
        if (!lu.Reussi)
        {
            await Problemes.Refus(lu.Erreurs).ExecuteAsync(contexte);
            return;
        }

        var index = catalogue.Index;
        var aujourdhui = DateOnly.FromDateTime(horloge.GetUtcNow().UtcDateTime);
        contexte.Response.ContentType = "text/csv; charset=utf-8";
        contexte.Response.Headers.ContentDisposition = $"attachment; filename=\"{aujourdhui:yyyy-MM-dd}_faireavec_lieux-de-mediation-numerique.csv\"";
        contexte.Response.Headers.CacheControl = "public, max-age=300";
        await using var sortie = new StreamWriter(contexte.Response.Body, new UTF8Encoding(false), 1 << 16);
        await sortie.WriteLineAsync(string.Join(',', FicheLieu.Colonnes));
        foreach (var trouve in index.Chercher(lu.Valeur with { Limite = Math.Max(1, index.Nombre), Curseur = null, Comptes = false }).Lieux)
        {
            await sortie.WriteLineAsync(Ligne(index[trouve.Rang], aujourdhui).AsMemory(), contexte.RequestAborted);
        }
    }

    internal static string Ligne(Lieu l, DateOnly aujourdhui)
    {
        string?[] valeurs =
        [
            l.Id, l.Pivot ?? "00000000000000", l.Nom, l.Commune, l.CodePostal, l.CodeInsee, l.Adresse, l.ComplementAdresse,
            l.Latitude?.ToString(CultureInfo.InvariantCulture), l.Longitude?.ToString(CultureInfo.InvariantCulture), Liste(l.Typologie), l.Telephone, Liste(l.Courriels), Liste(l.SiteWeb),
            l.Horaires, l.PresentationResume, l.PresentationDetail, l.Source, Liste(l.Itinerance), l.StructureParente,
            DateDeMiseAJour.Croyable(l.DateMaj, aujourdhui)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Liste(l.Services), Liste(l.PublicsSpecifiquementAdresses),
            Liste(l.PriseEnChargeSpecifique), Liste(l.FraisACharge), Liste(l.DispositifProgrammesNationaux), Liste(l.FormationsLabels), Liste(l.AutresFormationsLabels),
            Liste(l.ModalitesAcces), Liste(l.ModalitesAccompagnement), l.FicheAccesLibre, l.PriseRdv,
        ];
        return string.Join(',', valeurs.Select(Champ));
    }

    private static string Liste(string[] valeurs) => string.Join('|', valeurs);

    /// <summary>Always quoted. A text that a spreadsheet would take for a formula gets an apostrophe first; phone numbers (+33…) keep their sign.</summary>
    internal static string Champ(string? texte)
    {
        if (string.IsNullOrEmpty(texte))
        {
            return "\"\"";
        }

        var numero = texte[0] is '+' or '-' && !texte.AsSpan(1).ContainsAnyExcept(DansUnNumero);
        // The wide forms of the signs are signs too, for a spreadsheet in Japanese.
        var formule = texte[0] is '=' or '@' or '\t' or '\r' or '\n' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20' || (texte[0] is '+' or '-' && !numero);
        return $"\"{(formule ? "'" : "")}{texte.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
