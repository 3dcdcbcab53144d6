namespace FaireAvec.Cartographie.Rapprochement.Parties;

/// <summary>A source rarely lists the same place twice.</summary>
internal static class PartieSource
{
    public static void Comparer(Profil a, Profil b, ref Indices indices) => indices[Indice.MemeSource] = a.Source != 0 && a.Source == b.Source ? 1 : 0;
}
