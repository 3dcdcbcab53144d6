using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Registres;
using FaireAvec.Accompagnement.Registres;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Registres;

/// <summary>Counts the sheet of paper: how many signed, and by gender, age and status as far as it was said. Counts, and nobody made up.</summary>
internal sealed class RepriseModel(RegistresDAteliers registres, Demandeur demandeur) : PageDeRegistre(registres, demandeur)
{
    [BindProperty]
    public int? Papier { get; set; }

    [BindProperty]
    public Dictionary<string, int?> ParGenre { get; set; } = [];

    [BindProperty]
    public Dictionary<string, int?> ParAge { get; set; } = [];

    [BindProperty]
    public Dictionary<string, int?> ParStatut { get; set; } = [];

    /// <summary>The version that was looked at.</summary>
    [BindProperty]
    public int Version { get; set; }

    public IActionResult OnGet()
    {
        if (Registre.Ferme)
        {
            return Redirect(LiensDesRegistres.Registre(Id));
        }

        ModelState.Clear();
        var e = Registre.Effectifs;
        (Papier, Version) = (e?.Total, Registre.Version);
        (ParGenre, ParAge, ParStatut) = (Marge(Listes.Genres, e?.Genres), Marge(Listes.Ages, e?.Ages), Marge(Listes.Statuts, e?.Statuts));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        // What isn't a number is said by the binder in its own words: ours say what to write.
        foreach (var etat in ModelState.Values.Where(v => v.Errors.Count > 0))
        {
            etat.Errors.Clear();
            etat.Errors.Add(MotsActivites.T("Ecrire.Illisible"));
        }

        if (ModelState.ErrorCount > 0)
        {
            return Page();
        }

        if (Papier is null)
        {
            return await RefuserAsync([ErreursRegistres.Papier], annulation);
        }

        var lus = Effectifs.Lire(Papier.Value, 0, Nombres(ParGenre), Nombres(ParAge), Nombres(ParStatut));
        if (!lus.Reussi)
        {
            return await RefuserAsync([.. lus.Erreurs.Select(e => e with { Champ = Champ(e) })], annulation);
        }

        var repris = await Registres.ReprendreAsync(Id, Moi.Compte, lus.Valeur, Version, annulation);
        return repris.Reussi ? Redirect($"{LiensDesRegistres.Registre(Id)}?fait=papier") : await RefuserAsync(repris.Erreurs, annulation);
    }

    // The first field of each margin has the name of its first answer.
    private static string Champ(Erreur erreur) =>
        erreur.Code == ErreursActivites.MargeGenres.Code ? $"ParGenre[{Listes.Genres.Codes[0]}]"
        : erreur.Code == ErreursActivites.MargeAges.Code ? $"ParAge[{Listes.Ages.Codes[0]}]"
        : erreur.Code == ErreursActivites.MargeStatuts.Code ? $"ParStatut[{Listes.Statuts.Codes[0]}]"
        : nameof(Papier);

    private static Dictionary<string, int> Nombres(Dictionary<string, int?> saisis) => saisis.Where(p => p.Value is not null).ToDictionary(p => p.Key, p => p.Value!.Value, StringComparer.Ordinal);

    private static Dictionary<string, int?> Marge(Nomenclature liste, IReadOnlyList<int>? nombres) =>
        nombres is null ? [] : liste.Codes.Index().Where(x => nombres[x.Index] > 0).ToDictionary(x => x.Item, x => (int?)nombres[x.Index], StringComparer.Ordinal);
}
