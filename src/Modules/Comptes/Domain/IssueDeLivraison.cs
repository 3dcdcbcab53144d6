namespace FaireAvec.Comptes.Domain;

/// <summary>How a try at a delivery ended.</summary>
internal enum IssueDeLivraison
{
    /// <summary>The receiver answered 2xx.</summary>
    Recue,

    /// <summary>It answered otherwise, or not at all.</summary>
    Ratee,

    /// <summary>It answered 410: it doesn't want any more.</summary>
    Parti,
}

/// <summary>When a delivery that failed is tried again: seven tries over about a day and a half.</summary>
internal static class EssaisDeLivraison
{
    private static readonly TimeSpan[] Delais =
        [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(8), TimeSpan.FromHours(24)];

    /// <summary>Tries in all.</summary>
    public static int Max => Delais.Length + 1;

    /// <summary>The instant of the next try, after so many; null when it is given up.</summary>
    public static DateTimeOffset? Prochain(int essaisFaits, DateTimeOffset maintenant) => essaisFaits < Max ? maintenant + Delais[essaisFaits - 1] : null;
}
