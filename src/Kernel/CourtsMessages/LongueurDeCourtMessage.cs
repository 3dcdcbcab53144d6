namespace FaireAvec.Kernel.CourtsMessages;

/// <summary>How long a text is once sent: each segment is paid for.</summary>
/// <param name="SeptBits">True in the seven-bit alphabet, false in UCS-2.</param>
/// <param name="Unites">Seven-bit or sixteen-bit units.</param>
/// <param name="Segments">Messages on the network; 0 for an empty text.</param>
public readonly record struct LongueurDeCourtMessage(bool SeptBits, int Unites, int Segments)
{
    private const int SeulEnSeptBits = 160;
    private const int PartieEnSeptBits = 153;
    private const int SeulEnUcs2 = 70;
    private const int PartieEnUcs2 = 67;

    /// <summary>Measures a text.</summary>
    public static LongueurDeCourtMessage Mesurer(string texte)
    {
        var septBits = texte.All(c => AlphabetGsm.Unites(c) > 0);
        var (seul, partie) = septBits ? (SeulEnSeptBits, PartieEnSeptBits) : (SeulEnUcs2, PartieEnUcs2);
        var (unites, segments, reste) = (0, 0, 0);
        for (var i = 0; i < texte.Length; i++)
        {
            var taille = septBits ? AlphabetGsm.Unites(texte[i]) : 1;
            if (!septBits && char.IsHighSurrogate(texte[i]) && i + 1 < texte.Length && char.IsLowSurrogate(texte[i + 1]))
            {
                taille = 2;
                i++;
            }

            unites += taille;
            // A sign of two units isn't cut between two segments: one unit stays empty.
            if (taille > reste)
            {
                (segments, reste) = (segments + 1, partie);
            }

            reste -= taille;
        }

        return new(septBits, unites, unites == 0 ? 0 : unites <= seul ? 1 : segments);
    }
}
