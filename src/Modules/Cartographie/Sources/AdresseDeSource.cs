namespace FaireAvec.Cartographie.Sources;

/// <summary>The address of a source's file: HTTP or HTTPS, without credentials.</summary>
internal static class AdresseDeSource
{
    /// <summary>The address, or null when it can't be one.</summary>
    public static Uri? Lire(string texte) =>
        Uri.TryCreate(texte.Trim(), UriKind.Absolute, out var uri) && EstPermise(uri) ? uri : null;

    public static bool EstPermise(Uri uri) => uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 && uri.Host.Length > 0;
}
