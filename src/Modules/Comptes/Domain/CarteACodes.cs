using FaireAvec.Kernel.Journal;

namespace FaireAvec.Comptes.Domain;

/// <summary>A card that shows codes, for who has no phone of their own. Imported by lot; attached to one account at a time.</summary>
internal sealed class CarteACodes : IJournalisee
{
    public const int SerieMax = 40;

    public required Guid Id { get; init; }

    /// <summary>The number printed on it.</summary>
    public required string Serie { get; init; }

    [HorsJournal]
    public required byte[] GraineChiffree { get; init; }

    public required DateTimeOffset ImporteeLe { get; init; }
    public Guid? Compte { get; private set; }
    public DateTimeOffset? AttacheeLe { get; private set; }
    public DateTimeOffset? UtiliseeLe { get; private set; }

    /// <summary>Steps by which its clock is ahead (or behind, negative), as seen at its last use.</summary>
    [HorsJournal]
    public int Derive { get; private set; }

    /// <summary>Kept when it changes hands: a code seen by the former holder is worth nothing.</summary>
    [HorsJournal]
    public long? DernierPas { get; private set; }

    string IJournalisee.IdJournal => Id.ToString();

    public void Attacher(Guid compte, long pas, DateTimeOffset maintenant)
    {
        (Compte, AttacheeLe) = (compte, maintenant);
        Utiliser(pas, maintenant);
    }

    public void Detacher() => (Compte, AttacheeLe) = (null, null);

    /// <summary>A code was accepted: its step is spent, and tells how far the clock of the card is now.</summary>
    public void Utiliser(long pas, DateTimeOffset maintenant) =>
        (DernierPas, Derive, UtiliseeLe) = (pas, (int)(pas - CodeTemporel.PasDe(maintenant)), maintenant);

    /// <summary>The number as printed, made comparable; null when it can't be one.</summary>
    public static string? LireSerie(string? saisie)
    {
        var serie = string.Concat((saisie ?? "").Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();
        return serie.Length is > 0 and <= SerieMax && serie.All(char.IsAsciiLetterOrDigit) ? serie : null;
    }
}
