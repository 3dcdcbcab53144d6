namespace FaireAvec.Tests.Unit.Cartographie.Horaires;

/// <summary>
/// Distinct hours of fifteen public files of French places of digital mediation, with the minutes open in the week of 5 May 2025 in Île-de-France
/// as the npm package opening_hours counts them, or « refus ». See README.md.
/// </summary>
internal static class HorairesReels
{
    public static IEnumerable<(string Texte, string Minutes)> Lire()
    {
        foreach (var ligne in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cartographie/Horaires/horaires-reels.csv")).Skip(1))
        {
            var virgule = ligne.LastIndexOf(',');
            var texte = ligne[..virgule];
            yield return (texte.StartsWith('"') ? texte[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : texte, ligne[(virgule + 1)..]);
        }
    }
}
