using System.Globalization;

namespace FaireAvec.Comptes.DonneesPersonnelles.Domain;

/// <summary>How long something is kept: an ISO 8601 duration in years, months and days (« P12M », « P5Y », « P1Y6M », « P1D »).</summary>
internal readonly record struct DureeDeConservation(int Annees, int Mois, int Jours)
{
    // Longer ones are faults of typing.
    private const int AnneesMax = 100;

    /// <summary>The duration, or null when the text isn't one.</summary>
    public static DureeDeConservation? Lire(string? texte)
    {
        if (texte is not { Length: >= 3 and <= 20 } || texte[0] != 'P')
        {
            return null;
        }

        Span<int> valeurs = [0, 0, 0];
        var (rang, nombre, chiffres) = (-1, 0, 0);
        foreach (var c in texte.AsSpan(1))
        {
            if (char.IsAsciiDigit(c) && chiffres < 5)
            {
                (nombre, chiffres) = ((nombre * 10) + c - '0', chiffres + 1);
                continue;
            }

            // Years, then months, then days, once each.
            var unite = "YMD".IndexOf(c, StringComparison.Ordinal);
            if (unite <= rang || chiffres == 0)
            {
                return null;
            }

            (rang, valeurs[unite], nombre, chiffres) = (unite, nombre, 0, 0);
        }

        var duree = new DureeDeConservation(valeurs[0], valeurs[1], valeurs[2]);
        return chiffres == 0 && duree != default && duree.Annees <= AnneesMax && duree.Mois <= AnneesMax * 12 && duree.Jours <= AnneesMax * 366 ? duree : null;
    }

    /// <summary>What began before this instant is no longer kept.</summary>
    public DateTimeOffset Avant(DateTimeOffset maintenant) => maintenant.AddYears(-Annees).AddMonths(-Mois).AddDays(-Jours);

    /// <summary>« 12 mois », « 5 ans », « 1 an et 6 mois ».</summary>
    public string EnMots() => string.Join(" et ", new[] { Partie(Annees, "an", "ans"), Partie(Mois, "mois", "mois"), Partie(Jours, "jour", "jours") }.Where(p => p is not null));

    /// <summary>« P12M ».</summary>
    public override string ToString() => $"P{Lettre(Annees, 'Y')}{Lettre(Mois, 'M')}{Lettre(Jours, 'D')}";

    private static string Lettre(int nombre, char unite) => nombre == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{nombre}{unite}");

    private static string? Partie(int nombre, string un, string plusieurs) => nombre == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{nombre}\u00a0{(nombre == 1 ? un : plusieurs)}");
}
