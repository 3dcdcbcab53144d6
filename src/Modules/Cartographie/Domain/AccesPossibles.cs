namespace FaireAvec.Cartographie.Domain;

/// <summary>The ways of coming that are said of a place. « On peut téléphoner » to a place whose number nobody knows helps nobody, whoever says it.</summary>
internal static class AccesPossibles
{
    public static IReadOnlyList<string> De(FicheLieu lieu) =>
        lieu.Telephone is null && lieu.ModalitesAcces.Contains(Vocabulaire.Telephoner) ? [.. lieu.ModalitesAcces.Where(m => m != Vocabulaire.Telephoner)] : lieu.ModalitesAcces;
}
