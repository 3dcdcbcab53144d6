using System.Globalization;
using FaireAvec.Contracts.Cartographie;

namespace FaireAvec.Host.Areas.Site;

/// <summary>What the page about open data says, counted from the places now shown.</summary>
internal sealed record DonneesDesLieux(IReadOnlyList<SourceDeLieux> Sources, int Retenus, (int Premiere, int Derniere)? Annees)
{
    public int Lieux => Sources.Sum(s => s.Lieux);

    public int SansPosition => Sources.Sum(s => s.SansPosition);

    public int SansDate => Sources.Sum(s => s.SansDate);

    public int ServicesDeduits => Sources.Where(s => s.ServicesDeduits).Sum(s => s.Lieux);

    public static string Nombre(int nombre) => nombre.ToString("N0", CultureInfo.CurrentCulture);
}
