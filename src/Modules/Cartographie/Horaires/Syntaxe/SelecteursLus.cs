using FaireAvec.Cartographie.Horaires.Regles;

namespace FaireAvec.Cartographie.Horaires.Syntaxe;

/// <summary>The day selectors of a rule while it is being read. Null lists were not written.</summary>
internal struct SelecteursLus
{
    /// <summary>Years.</summary>
    public List<PlageAnnees>? Annees;

    /// <summary>Months and dates.</summary>
    public List<PlageDates>? Dates;

    /// <summary>Weeks.</summary>
    public List<PlageSemaines>? Semaines;

    /// <summary>Holidays that must also be one of <see cref="Jours"/>.</summary>
    public SelecteurJours? FeriesEtJours;

    /// <summary>Weekdays and holidays.</summary>
    public SelecteurJours? Jours;

    /// <summary>True when nothing was written.</summary>
    public readonly bool Vide => Annees is null && Dates is null && Semaines is null && FeriesEtJours is null && Jours is null;
}
