namespace FaireAvec.Comptes.Sessions;

/// <summary>« Firefox sur Android »: enough for somebody to recognise a session of theirs. Nothing else of what a browser says is kept.</summary>
internal static class Navigateurs
{
    // Order counts: most browsers also say the name of older ones.
    private static readonly (string Marque, string Nom)[] Logiciels =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chromium", "Chromium"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Marque, string Nom)[] Systemes =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("CrOS", "ChromeOS"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")];

    public static string? Decrire(string? agent)
    {
        if (string.IsNullOrWhiteSpace(agent))
        {
            return null;
        }

        var logiciel = Logiciels.FirstOrDefault(l => agent.Contains(l.Marque, StringComparison.Ordinal)).Nom;
        var systeme = Systemes.FirstOrDefault(s => agent.Contains(s.Marque, StringComparison.Ordinal)).Nom;
        return (logiciel, systeme) switch
        {
            (null, null) => null,
            ({ } l, null) => l,
            (null, { } s) => s,
            ({ } l, { } s) => $"{l} sur {s}",
        };
    }
}
