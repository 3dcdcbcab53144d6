using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Agenda;

/// <summary>What the pages of the agenda share: who asks, and what is refused said beside the field.</summary>
internal abstract class PageDAgenda(Demandeur demandeur) : PageModel
{
    public static IReadOnlyList<OptionDeChamp> Durees => [.. Disponibilite.Durees.Select(d => new OptionDeChamp(d.ToString(System.Globalization.CultureInfo.InvariantCulture), Ecrire.PageDActivite.EnHeures(d)))];

    public static IReadOnlyList<OptionDeChamp> Besoins => [.. ListesDAgenda.Besoins.Select(b => new OptionDeChamp(b, MotsReservation.T($"Besoin.{b}")))];

    public static IReadOnlyList<OptionDeChamp> Langues => [.. ListesDAgenda.Langues.Select(l => new OptionDeChamp(l, MotsReservation.T($"Langue.{l}")))];

    public static IReadOnlyList<OptionDeChamp> ChoixDAmenagements => [.. ListesDAgenda.Amenagements.Select(a => new OptionDeChamp(a, MotsReservation.T($"Amenagement.{a}")))];

    protected Guid Moi => demandeur.Identite!.Compte;

    protected Guid Organisation => demandeur.Identite!.Organisation ?? Guid.Empty;

    /// <summary>What isn't a number or a date is said by the binder in its own words: ours say what to write. True when everything could be read.</summary>
    protected bool Lisible()
    {
        var illisibles = ModelState.Where(e => e.Value!.Errors.Count > 0).ToList();
        foreach (var (_, etat) in illisibles)
        {
            var dites = etat!.Errors.Select(e => e.ErrorMessage).ToList();
            etat.Errors.Clear();
            // The date says by itself what is wrong with it.
            etat.Errors.Add(dites.Find(d => d.Contains("date", StringComparison.OrdinalIgnoreCase) || d.Contains("jour", StringComparison.OrdinalIgnoreCase)) ?? MotsActivites.T("Ecrire.Illisible"));
        }

        return illisibles.Count == 0;
    }

    protected PageResult Refuser(IEnumerable<Erreur> erreurs, Func<string?, string?>? champ = null)
    {
        foreach (var erreur in erreurs)
        {
            ModelState.AddModelError((champ is null ? erreur.Champ : champ(erreur.Champ)) ?? "", erreur.Message);
        }

        return Page();
    }

    /// <summary>« À préparer : gros caractères, interprète en arabe ».</summary>
    public static IReadOnlyList<string> APreparer(Reservation r) =>
        [.. r.Amenagements.Select(a => MotsReservation.T($"Amenagement.{a}")), .. r.Interprete is { } l ? [MotsReservation.T("Reservation.Interprete", MotsReservation.T($"Langue.{l}"))] : Array.Empty<string>()];
}
