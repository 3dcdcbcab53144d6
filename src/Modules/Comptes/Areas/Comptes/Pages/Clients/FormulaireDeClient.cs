using FaireAvec.Comptes.Ressources;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Clients;

/// <summary>The answers that making and changing a client share.</summary>
internal static class FormulaireDeClient
{
    public static IReadOnlyList<OptionDeChamp> Portees { get; } =
        [.. new[] { Portee.Organisation, Portee.Territoire, Portee.National }.Select(p => new OptionDeChamp(p.ToString(), MotsClients.T($"Client.Portee.{p}")) { Indice = MotsClients.T($"Client.Portee.{p}.Indice") })];

    public static IReadOnlyList<OptionDeChamp> Options(IReadOnlyList<(string Etendue, IReadOnlyList<RegleDeDroit> Regles)> etendues) =>
        [.. etendues.Select(e => new OptionDeChamp(e.Etendue, e.Etendue) { Indice = string.Join(" ; ", e.Regles.Select(r => r.Libelle)) })];
}
