using FaireAvec.Ui.Composants;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Aujourdhui;

/// <summary>Something that waits for a person.</summary>
internal sealed record ATraiter(VariantePastille Variante, string Sorte, string Phrase, string Href);
