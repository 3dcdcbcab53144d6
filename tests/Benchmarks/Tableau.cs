using System.Globalization;

namespace FaireAvec.Benchmarks;

/// <summary>The table of a benchmark: one line a measure, the target beside.</summary>
internal sealed class Tableau
{
    private readonly List<string[]> _lignes = [["measure", "median", "p95", "p99", "target", ""]];

    /// <summary>Times in milliseconds. <paramref name="cible"/> is compared with the p95 unless <paramref name="mediane"/>.</summary>
    public void Temps(string nom, IEnumerable<double> ms, double? cible = null, bool mediane = false)
    {
        var tries = ms.Order().ToArray();
        var compare = mediane ? Centile(tries, 0.5) : Centile(tries, 0.95);
        _lignes.Add([nom, Ms(Centile(tries, 0.5)), Ms(Centile(tries, 0.95)), Ms(Centile(tries, 0.99)), cible is { } c ? $"{(mediane ? "median" : "p95")} < {Ms(c)}" : "", Verdict(cible, compare <= cible)]);
    }

    /// <summary>One figure, to keep under its target (or over it).</summary>
    public void Chiffre(string nom, double valeur, string unite, double? cible = null, bool auMoins = false) =>
        _lignes.Add([nom, $"{N(valeur)} {unite}", "", "", cible is { } c ? $"{(auMoins ? "≥" : "<")} {N(c)} {unite}" : "", Verdict(cible, auMoins ? valeur >= cible : valeur < cible)]);

    public void Ecrire()
    {
        var largeurs = Enumerable.Range(0, 6).Select(i => _lignes.Max(l => l[i].Length)).ToArray();
        foreach (var ligne in _lignes)
        {
            Console.WriteLine(string.Join("  ", ligne.Select((c, i) => i == 0 ? c.PadRight(largeurs[i]) : c.PadLeft(largeurs[i]))).TrimEnd());
        }
    }

    public static double Centile(double[] tries, double part) => tries.Length == 0 ? double.NaN : tries[Math.Min(tries.Length - 1, (int)Math.Ceiling(part * tries.Length) - 1)];

    private static string Verdict(double? cible, bool? atteint) => cible is null ? "" : atteint == true ? "reached" : "NOT REACHED";

    private static string Ms(double ms) => ms switch
    {
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{ms * 1000:0.0} µs"),
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{ms:0.00} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{ms / 1000:0.00} s"),
    };

    private static string N(double n) => n.ToString(n < 100 ? "0.##" : "#,0", CultureInfo.InvariantCulture);
}
