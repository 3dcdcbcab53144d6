using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.CourtsMessages;

namespace FaireAvec.Accompagnement.Orientations;

/// <summary>
/// The card of the person in two segments at most: where, when, the code to say, the page of the place. Nothing of what they come for: a telephone is read over
/// a shoulder. What is too long goes in this order: the telephone, the address, the end of the name.
/// </summary>
internal static class SmsDeLaCarte
{
    /// <summary>More would be paid for three times.</summary>
    public const int SegmentsMax = 2;

    private const int NomMin = 12;

    /// <param name="orientation">What the card is of.</param>
    /// <param name="lieu">The place; null for a trade that isn't on the map.</param>
    /// <param name="site">Address of the site, for the page of the place.</param>
    /// <param name="mentionDeStop">How one says stop; may be empty.</param>
    public static string Ecrire(Orientation orientation, LieuQuiRecoit? lieu, string site, string mentionDeStop)
    {
        var nom = lieu?.Lieu.Nom ?? orientation.Structure ?? "";
        var rdv = orientation.RdvLe is { } quand ? MotsOrientation.T("Carte.Rdv", MotsOrientation.Instant(quand, lieu?.Fuseau)) : null;
        // Without an appointment, the hours of today say whether one may go now.
        var heures = rdv ?? lieu?.OuvertureEnMots;
        string Texte(string appele, string? adresse, string? telephone) => AlphabetGsm.Rapprocher(string.Join(
            ' ',
            new[]
            {
                adresse is null ? $"{appele}." : $"{appele}, {adresse}.",
                heures is null ? null : $"{heures}.",
                telephone is null ? null : $"{MotsOrientation.T("Sms.Telephone", telephone)}.",
                $"{MotsOrientation.T("Sms.Code", ReferenceDOrientation.Presenter(orientation.Reference))}.",
                lieu is null ? null : $"{site}{lieu.Lieu.Page}",
                mentionDeStop.Length == 0 ? null : mentionDeStop,
            }.OfType<string>()));
        foreach (var (adresse, telephone) in new[] { (lieu?.Adresse, lieu?.Telephone), (lieu?.Adresse, null), (null, null) })
        {
            if (Texte(nom, adresse, telephone) is var entier && Tient(entier))
            {
                return entier;
            }
        }

        // Another script takes twice the place: what the alphabet hasn't goes first.
        var court = string.Concat(AlphabetGsm.Rapprocher(nom).Where(c => AlphabetGsm.Unites(c) > 0));
        while (!Tient(Texte(court, null, null)) && court.Length > NomMin)
        {
            court = court[..^1].TrimEnd(' ', ',', '-', '.');
        }

        return Texte(court, null, null);
    }

    private static bool Tient(string texte) => LongueurDeCourtMessage.Mesurer(texte).Segments <= SegmentsMax;
}
