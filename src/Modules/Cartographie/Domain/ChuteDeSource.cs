namespace FaireAvec.Cartographie.Domain;

/// <summary>A source that suddenly loses many places is more likely broken than right: its harvest is held until a person looks.</summary>
internal static class ChuteDeSource
{
    /// <summary>20 %, in basis points.</summary>
    public const int SeuilParDefaut = 2_000;

    /// <summary>Share of the places that would be lost, in basis points; 0 when the source grows or had none.</summary>
    public static int PointsDeBase(int avant, int apres) => avant <= 0 || apres >= avant ? 0 : (int)((long)(avant - apres) * 10_000 / avant);

    /// <summary>True beyond the threshold. Exactly at the threshold isn't beyond it.</summary>
    public static bool Depasse(int avant, int apres, int seuil) => avant > 0 && apres < avant && (long)(avant - apres) * 10_000 > (long)seuil * avant;
}
