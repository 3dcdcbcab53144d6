using Microsoft.AspNetCore.Http;

namespace FaireAvec.Kernel.Fichiers.Tableurs;

/// <summary>A file for a spreadsheet as the answer to a request: its kind and its name are said, then its lines go out as they are written.</summary>
public static class ReponseDeTableur
{
    /// <param name="contexte">Who asks; when they leave, nothing more is written.</param>
    /// <param name="format">One of <see cref="EcritureDeTableur.Formats"/>.</param>
    /// <param name="nom">Name of the file, without its extension, of letters, digits and hyphens.</param>
    public static Task<EcritureDeTableur> CommencerAsync(HttpContext contexte, string format, string nom)
    {
        contexte.Response.ContentType = EcritureDeTableur.Nature(format);
        contexte.Response.Headers.ContentDisposition = $"attachment; filename=\"{nom}.{format}\"";
        return EcritureDeTableur.CommencerAsync(format, contexte.Response.Body, contexte.RequestAborted);
    }
}
