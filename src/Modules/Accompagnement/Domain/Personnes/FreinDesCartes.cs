namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>
/// Failures counted for one number, known or not, and for whoever tries: an account, or an address on the public page. After a few, each one makes
/// everybody wait longer for that number, and that visitor for every number.
/// </summary>
internal sealed class FreinDesCartes
{
    /// <summary>Failures without waiting.</summary>
    public const int Libres = 5;

    /// <summary>The same for an address: a whole library may be behind one.</summary>
    public const int LibresPourUneAdresse = 20;

    public static readonly TimeSpan PremiereAttente = TimeSpan.FromSeconds(15);
    public static readonly TimeSpan AttenteMax = TimeSpan.FromMinutes(15);

    /// <summary>Without a failure for that long, it is forgotten.</summary>
    public static readonly TimeSpan Oubli = TimeSpan.FromHours(12);

    /// <summary>Hash of what is counted.</summary>
    public required byte[] Cle { get; init; }

    public int Echecs { get; private set; }
    public DateTimeOffset DernierLe { get; private set; }
    public DateTimeOffset? JusquA { get; private set; }

    /// <summary>How long to wait still, or null.</summary>
    public TimeSpan? Attente(DateTimeOffset maintenant) => JusquA is { } fin && fin > maintenant ? fin - maintenant : null;

    public void Compter(DateTimeOffset maintenant, int libres)
    {
        Echecs = maintenant - DernierLe > Oubli ? 1 : Math.Min(Echecs + 1, 1000);
        DernierLe = maintenant;
        JusquA = Delai(Echecs, libres) is { } delai ? maintenant + delai : null;
    }

    /// <summary>The wait that this many failures cost: 15 s, 30 s, 1 min… 15 min.</summary>
    public static TimeSpan? Delai(int echecs, int libres) =>
        echecs < libres ? null : TimeSpan.FromSeconds(Math.Min(AttenteMax.TotalSeconds, PremiereAttente.TotalSeconds * Math.Pow(2, Math.Min(echecs - libres, 20))));
}
