namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>Some bits of a word.</summary>
/// <param name="Debut">The first one.</param>
/// <param name="Taille">How many.</param>
internal readonly record struct Champ(int Debut, int Taille)
{
    private ulong Masque => (1UL << Taille) - 1;

    /// <summary>The field that follows this one.</summary>
    public Champ Puis(int taille) => new(Debut + Taille, taille);

    public int Lire(ulong mot) => (int)((mot >> Debut) & Masque);

    /// <exception cref="ArgumentOutOfRangeException">The value doesn't fit: a list grew, its field must.</exception>
    public ulong Poser(int valeur) =>
        valeur >= 0 && (ulong)valeur <= Masque ? (ulong)valeur << Debut : throw new ArgumentOutOfRangeException(nameof(valeur), valeur, "It doesn't fit in the field.");
}
