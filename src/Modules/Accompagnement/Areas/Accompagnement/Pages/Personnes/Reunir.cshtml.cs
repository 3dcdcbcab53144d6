using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;

/// <summary>A sheet that was joined to this one.</summary>
internal sealed record FusionEnMots(Guid Id, string Appellation, DateTimeOffset Le, bool Derniere);

/// <summary>Two sheets of the same person become one, and may become two again.</summary>
internal sealed class ReunirModel(FaireAvecDb db, DoublonsDePersonnes doublons, FusionsDePersonnes fusions, ITerritoires territoires) : PageDePersonne(db)
{
    [BindProperty]
    public string? Avec { get; set; }

    /// <summary>Number of the card of another person whom one follows.</summary>
    [BindProperty]
    public string? Numero { get; set; }

    public IReadOnlyList<OptionDeChamp> Candidats { get; private set; } = [];

    public IReadOnlyList<FusionEnMots> Faites { get; private set; } = [];

    public Task OnGetAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        return LireAsync(annulation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        await LireAsync(annulation);
        if (await SourceAsync(annulation) is not { } source)
        {
            return Refuser(string.IsNullOrWhiteSpace(Numero) ? ErreursPersonnes.MemePersonne : ErreursPersonnes.Introuvable with { Champ = nameof(Numero) });
        }

        var faite = await fusions.ReunirAsync(source, Id, annulation);
        return faite.Reussi ? Redirect($"{LiensPersonnes.Personne(Id)}?fait=reunie&fusion={faite.Valeur.Id}") : Refuser(faite.Erreurs);
    }

    public async Task<IActionResult> OnPostDefaireAsync(Guid fusion, CancellationToken annulation)
    {
        ModelState.Clear();
        await LireAsync(annulation);
        var defaite = Faites.Any(f => f.Id == fusion) ? await fusions.DefaireAsync(fusion, annulation) : ErreursPersonnes.RienADefaire;
        return defaite.Reussi ? Redirect($"{LiensPersonnes.Personne(Id)}?fait=separee") : Refuser(defaite.Erreurs);
    }

    // A number typed goes before a choice: it was typed last.
    private async Task<Guid?> SourceAsync(CancellationToken annulation)
    {
        if (!string.IsNullOrWhiteSpace(Numero))
        {
            return NumeroDeCarte.Lire(Numero) is { } numero
                ? await Db.Set<CarteDeParcours>().Where(c => c.Numero == numero.Valeur && c.FinieLe == null).Select(c => (Guid?)c.Personne).FirstOrDefaultAsync(annulation)
                : null;
        }

        return Candidats.Any(c => c.Valeur == Avec) ? Guid.Parse(Avec!) : null;
    }

    private async Task LireAsync(CancellationToken annulation)
    {
        var trouves = await doublons.ChercherAsync(Personne.Comparee, Id, annulation);
        Candidats = [.. trouves.Select(d => new OptionDeChamp(d.Id.ToString(), d.Nom)
        {
            Indice = string.Join(", ", new[] { d.AnneeDeNaissance?.ToString(System.Globalization.CultureInfo.InvariantCulture), d.Commune is { } c ? territoires.Commune(c)?.NomComplet ?? c : null, MotsPersonnes.T("Doublon.Pourquoi", string.Join(", ", d.Accords.Select(a => MotsPersonnes.T($"Critere.{a}")))) }.OfType<string>()),
        })];
        var faites = await (
            from f in Db.Set<FusionDePersonnes>()
            join p in Db.Set<PersonneAccompagnee>() on f.Source equals p.Id
            where f.Cible == Id && f.DefaiteLe == null
            orderby f.Id descending
            select new { f.Id, f.FaiteLe, p.Prenom, p.Nom, p.Niveau }).ToListAsync(annulation);
        Faites = [.. faites.Select((f, i) => new FusionEnMots(f.Id, f.Niveau == NiveauDIdentite.Suivie ? $"{f.Prenom} {f.Nom}".TrimEnd() : MotsPersonnes.T("Reunir.UneCarte"), f.FaiteLe, i == 0))];
    }
}
