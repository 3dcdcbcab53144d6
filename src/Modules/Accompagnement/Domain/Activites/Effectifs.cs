using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Activites;

/// <summary>
/// Those who came to a workshop without being followed, as counts: by gender, by age, by status, apart. Nobody is made up from these margins: who of
/// the women was over 70 isn't known, and stays so.
/// </summary>
internal sealed record Effectifs
{
    /// <summary>Most people that a workshop may hold.</summary>
    public const int Max = 2000;

    /// <summary>All of them.</summary>
    public int Total { get; init; }

    /// <summary>Among them, those who had been helped before.</summary>
    public int DejaAccompagnes { get; init; }

    /// <summary>In the order of <see cref="Listes.Genres"/>; the last one holds those of whom it isn't known.</summary>
    public IReadOnlyList<int> Genres { get; init; } = new int[Listes.Genres.Termes.Count];

    /// <summary>In the order of <see cref="Listes.Ages"/>.</summary>
    public IReadOnlyList<int> Ages { get; init; } = new int[Listes.Ages.Termes.Count];

    /// <summary>In the order of <see cref="Listes.Statuts"/>.</summary>
    public IReadOnlyList<int> Statuts { get; init; } = new int[Listes.Statuts.Termes.Count];

    /// <summary>Reads counts by code. What a margin doesn't say is « not known »: it is never more than the total.</summary>
    public static Resultat<Effectifs> Lire(int total, int dejaAccompagnes, IReadOnlyDictionary<string, int> genres, IReadOnlyDictionary<string, int> ages, IReadOnlyDictionary<string, int> statuts)
    {
        var erreurs = new List<Erreur>();
        if (total is < 0 or > Max)
        {
            erreurs.Add(ErreursActivites.TropDeMonde);
        }

        if (dejaAccompagnes < 0 || dejaAccompagnes > Math.Max(total, 0))
        {
            erreurs.Add(ErreursActivites.DejaAccompagnes);
        }

        var lus = new Effectifs
        {
            Total = total,
            DejaAccompagnes = dejaAccompagnes,
            Genres = Marge(total, Listes.Genres, genres, ErreursActivites.MargeGenres, erreurs),
            Ages = Marge(total, Listes.Ages, ages, ErreursActivites.MargeAges, erreurs),
            Statuts = Marge(total, Listes.Statuts, statuts, ErreursActivites.MargeStatuts, erreurs),
        };
        return erreurs.Count > 0 ? Resultat<Effectifs>.Echec(erreurs) : lus;
    }

    private static int[] Marge(int total, Nomenclature liste, IReadOnlyDictionary<string, int> nombres, Erreur tropGrande, List<Erreur> erreurs)
    {
        var marge = new int[liste.Termes.Count];
        foreach (var (code, nombre) in nombres)
        {
            if (liste.Rang(code) is not (>= 0 and var rang) || nombre is < 0 or > Max)
            {
                erreurs.Add(tropGrande with { ValeursAcceptees = liste.Codes });
                return marge;
            }

            marge[rang] = nombre;
        }

        // The last entry of each list is « not known »: what the others leave.
        var connus = marge[..^1].Sum();
        if (connus > Math.Max(total, 0) || (marge[^1] > 0 && connus + marge[^1] != total))
        {
            erreurs.Add(tropGrande);
        }

        marge[^1] = Math.Max(total - connus, 0);
        return marge;
    }

    public bool Equals(Effectifs? autre) => autre is not null && Total == autre.Total && DejaAccompagnes == autre.DejaAccompagnes
        && Genres.SequenceEqual(autre.Genres) && Ages.SequenceEqual(autre.Ages) && Statuts.SequenceEqual(autre.Statuts);

    public override int GetHashCode() => HashCode.Combine(Total, DejaAccompagnes, Genres.Sum(), Ages[0], Statuts[0]);
}
