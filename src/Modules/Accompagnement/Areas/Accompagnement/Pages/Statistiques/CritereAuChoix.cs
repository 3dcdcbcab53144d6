using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Ui.Formulaires;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Statistiques;

/// <summary>A criterion of the form, with what may be ticked.</summary>
/// <param name="Critere">Which one.</param>
/// <param name="Options">What may be ticked; what was typed and isn't known is there too, so that it can be taken away.</param>
/// <param name="Choisies">How many are.</param>
internal sealed record CritereAuChoix(CritereDeStatistiques Critere, IReadOnlyList<OptionDeChamp> Options, int Choisies);

/// <summary>A value that narrows the figures, with the address without it.</summary>
internal sealed record PuceDeFiltre(string Critere, string Valeur, string Sans);
