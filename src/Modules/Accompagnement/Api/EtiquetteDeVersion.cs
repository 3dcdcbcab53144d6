using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace FaireAvec.Accompagnement.Api;

/// <summary>The version of a row as an ETag: « "3" ».</summary>
internal static class EtiquetteDeVersion
{
    public static string De(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>True when the client has this version already.</summary>
    public static bool DejaLue(HttpRequest requete, int version) => requete.Headers.IfNoneMatch.ToString() is var dite && dite == De(version);

    /// <summary>The version that the client changes; null when it doesn't say; 0, which no row has, when it can't be read.</summary>
    public static int? Voulue(HttpRequest requete)
    {
        var dite = requete.Headers.IfMatch.ToString().Trim();
        return dite.Length == 0 ? null : dite is ['"', .. var nombre, '"'] && int.TryParse(nombre, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
    }
}
