using System.Text;

namespace FaireAvec.Cartographie.Recherche.Memoire;

/// <summary>Writes values one after the other in few bytes: what <see cref="LectureEmpaquetee"/> reads.</summary>
internal sealed class EcritureEmpaquetee
{
    private readonly ValeursPartagees<string> _valeurs = new(StringComparer.Ordinal);
    private readonly ValeursPartagees<string[]> _listes = new(EgaliteDeListes.Ordinale);

    // Most often the same list comes back as the same object: no need to look into it.
    private readonly Dictionary<string[], int> _listesVues = new(ReferenceEqualityComparer.Instance);

    // What happened when is kept, not by which clock it was written: all instants are UTC here.
    private readonly ValeursPartagees<long> _instants = new(EqualityComparer<long>.Default);
    private byte[] _octets = new byte[1 << 14];

    /// <summary>Bytes written since the last <see cref="Detacher"/>.</summary>
    public int Longueur { get; private set; }

    /// <summary>What was written, and a new start.</summary>
    public byte[] Detacher()
    {
        var octets = _octets[..Longueur];
        Longueur = 0;
        return octets;
    }

    /// <summary>The values that were shared.</summary>
    public Partages Partager() => new(_valeurs.Ranger(), _listes.Ranger(), _instants.Ranger());

    /// <summary>A number, small most often: seven bits a byte.</summary>
    public void Entier(int nombre)
    {
        Reserver(5);
        var reste = (uint)nombre;
        for (; reste >= 0x80; reste >>= 7)
        {
            _octets[Longueur++] = (byte)(reste | 0x80);
        }

        _octets[Longueur++] = (byte)reste;
    }

    /// <summary>A text of its own.</summary>
    public void Texte(string? texte)
    {
        if (texte is null)
        {
            Entier(0);
            return;
        }

        var longueur = Encoding.UTF8.GetByteCount(texte);
        Entier(longueur + 1);
        Reserver(longueur);
        Longueur += Encoding.UTF8.GetBytes(texte, _octets.AsSpan(Longueur));
    }

    /// <summary>Texts of its own.</summary>
    public void Textes(string[] textes)
    {
        Entier(textes.Length);
        foreach (var texte in textes)
        {
            Texte(texte);
        }
    }

    /// <summary>A text that others have too.</summary>
    public void Partage(string? texte) => Entier(texte is null ? 0 : _valeurs.Numero(texte) + 1);

    /// <summary>A list that others have too.</summary>
    public void Partage(string[] liste)
    {
        if (liste.Length == 0)
        {
            Entier(0);
            return;
        }

        if (!_listesVues.TryGetValue(liste, out var numero))
        {
            _listesVues[liste] = numero = _listes.Numero(liste);
        }

        Entier(numero + 1);
    }

    /// <summary>An instant that others have too: an import writes many at once. It is read again in UTC.</summary>
    public void Partage(DateTimeOffset? instant) => Entier(instant is { } i ? _instants.Numero(i.UtcTicks) + 1 : 0);

    public void Jour(DateOnly? jour) => Entier(jour is { } j ? j.DayNumber + 1 : 0);

    private void Reserver(int place)
    {
        if (_octets.Length - Longueur < place)
        {
            Array.Resize(ref _octets, Math.Max(_octets.Length * 2, Longueur + place));
        }
    }

    /// <summary>The values that several records share, at their numbers; instants in ticks of UTC.</summary>
    internal sealed record Partages(string[] Valeurs, string[][] Listes, long[] Instants);
}
