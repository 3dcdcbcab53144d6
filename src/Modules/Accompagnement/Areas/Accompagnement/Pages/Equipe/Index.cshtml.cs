using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Etiquettes;
using FaireAvec.Accompagnement.Equipes;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Equipe;

/// <summary>What the teams of a coordinator did over a period, added up.</summary>
internal sealed class IndexModel(ActiviteDesEquipes activite, INomsDesLieux noms, Demandeur demandeur, TimeProvider horloge) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "periode")]
    public string? Demandee { get; set; }

    public string Periode => Periodes.Noms.Contains(Demandee ?? "") ? Demandee! : "mois";

    public DateOnly Du { get; private set; }

    public DateOnly Au { get; private set; }

    public SommesDEquipe Sommes { get; private set; } = SommesDEquipe.De([]);

    public IReadOnlyList<(string Lieu, SommesDEquipe Sommes)> ParLieu { get; private set; } = [];

    /// <summary>True when the shares of the time are those of several people.</summary>
    public bool PostureMontree { get; private set; }

    /// <summary>By label of the team.</summary>
    public IReadOnlyList<TotalDEtiquette> ParEtiquette { get; private set; } = [];

    public bool SansEquipe => demandeur.Identite!.Equipes.Count == 0;

    public async Task OnGetAsync(CancellationToken annulation)
    {
        (Du, Au) = Periodes.Lire(Periode, JourDeParis.De(horloge.GetUtcNow()));
        var compteurs = await activite.LireAsync(demandeur.Identite!.Equipes, Du, Au, annulation);
        Sommes = SommesDEquipe.De([.. compteurs]);
        PostureMontree = compteurs.Where(c => c.MinutesDePosture > 0 && c.Auteur != demandeur.Identite!.Compte).Select(c => c.Auteur).Distinct().Skip(SommesDEquipe.AuteursMin - 1).Any();
        ParEtiquette = await activite.ParEtiquetteAsync(demandeur.Identite!.Equipes, Du, Au, annulation);
        ParLieu = [.. compteurs.GroupBy(c => c.Lieu).Select(g => (Nom(g.Key), SommesDEquipe.De([.. g]))).OrderBy(l => l.Item1, StringComparer.CurrentCulture)];
    }

    private string Nom(string lieu) => lieu.Length == 0 ? Ressources.MotsActivites.T("Equipe.HorsDUnLieu") : noms.Trouver(lieu)?.Nom ?? Ressources.MotsActivites.T("Equipe.LieuFerme");
}
