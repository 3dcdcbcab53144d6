using System.Text;

namespace FaireAvec.Cartographie.Recherche.Memoire;

/// <summary>Reads, in the same order, the values that <see cref="EcritureEmpaquetee"/> wrote.</summary>
internal ref struct LectureEmpaquetee(ReadOnlySpan<byte> octets, EcritureEmpaquetee.Partages partages)
{
    private readonly ReadOnlySpan<byte> _octets = octets;
    private int _position;

    public int Entier()
    {
        var (nombre, decalage) = (0u, 0);
        while (true)
        {
            var octet = _octets[_position++];
            nombre |= (uint)(octet & 0x7F) << decalage;
            if (octet < 0x80)
            {
                return (int)nombre;
            }

            decalage += 7;
        }
    }

    /// <summary>The bytes of a text that isn't null.</summary>
    public ReadOnlySpan<byte> Octets()
    {
        var longueur = Entier() - 1;
        _position += longueur;
        return _octets.Slice(_position - longueur, longueur);
    }

    public string? Texte()
    {
        if (_octets[_position] != 0)
        {
            return Encoding.UTF8.GetString(Octets());
        }

        _position++;
        return null;
    }

    public string[] Textes()
    {
        var nombre = Entier();
        var textes = nombre == 0 ? [] : new string[nombre];
        for (var i = 0; i < nombre; i++)
        {
            textes[i] = Texte()!;
        }

        return textes;
    }

    public string? Valeur() => Entier() is > 0 and var n ? partages.Valeurs[n - 1] : null;

    public string[] Liste() => Entier() is > 0 and var n ? partages.Listes[n - 1] : [];

    public DateTimeOffset? Instant() => Entier() is > 0 and var n ? new DateTimeOffset(partages.Instants[n - 1], TimeSpan.Zero) : null;

    public DateOnly? Jour() => Entier() is > 0 and var n ? DateOnly.FromDayNumber(n - 1) : null;
}
