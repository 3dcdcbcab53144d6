using FaireAvec.Contracts.Cartographie;

namespace FaireAvec.Cartographie.Horaires.Calendrier;

/// <summary>The holidays, for the other modules.</summary>
internal sealed class JoursFeriesDeFrance : IJoursFeries
{
    public string? Nom(DateOnly jour, string? departement) => JoursFeries.Nom(jour, departement ?? "");
}
