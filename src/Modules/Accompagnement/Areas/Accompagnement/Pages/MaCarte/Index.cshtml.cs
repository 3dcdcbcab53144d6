using FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.MaCarte;

/// <summary>Somebody who follows, for the person concerned.</summary>
internal sealed record QuiSuit(Guid Id, string Nom, DateTimeOffset Debut);

/// <summary>What a card opens to the person who has it.</summary>
internal sealed record Parcours(
    Guid Personne, string Numero, IReadOnlyList<Donnee> Identite, IReadOnlyList<ObjectifDePersonne> Objectifs, IReadOnlyList<ActeDUnePersonne> Actes, IReadOnlyList<QuiSuit> Suivis,
    IReadOnlyList<(DateTimeOffset Le, string Qui, string Quoi)> Regards, bool Nommee);

/// <summary>
/// A person with their card, without an account: what is kept, who helps, and the ways to take it back. Number and secret come by a form, or from what is
/// behind # in the address of the QR code, which browsers never send; a closed pass of ten minutes stands for them afterwards.
/// </summary>
internal sealed class IndexModel(CartesDesPersonnes cartes, PassesDeCarte passes, EnSysteme systeme, Demandeur demandeur, TableDesDroits droits, IConfiguration configuration) : PageModel
{
    [BindProperty]
    public string? Numero { get; set; }

    [BindProperty]
    public string? Secret { get; set; }

    [BindProperty]
    public string? Passe { get; set; }

    public Parcours? Ouvert { get; private set; }

    public CarteDonnee? Donnee { get; private set; }

    /// <summary>"retire", "anonyme", "efface".</summary>
    public string? Fait { get; private set; }

    public string Site => Request.Site(configuration);

    /// <summary>True for a médiateur: the same card opens a follow-up.</summary>
    public bool Mediateur => droits.Portees(demandeur.Identite, DroitsDeLAccompagnement.SuivreDesPersonnes).Any();

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        ViewData[Gabarit.Robots] = "noindex";
    }

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        var trouvee = await cartes.TrouverAsync(Numero, Secret, annulation);
        Secret = null;
        if (!trouvee.Reussi)
        {
            return Refuser(trouvee.Erreurs);
        }

        await OuvrirAsync(trouvee.Valeur.Id, annulation);
        return Page();
    }

    public Task<IActionResult> OnPostRetirerAsync(Guid suivi, CancellationToken annulation) => AvecLaCarteAsync(
        async (services, db, carte) =>
        {
            var fini = await services.GetRequiredService<SuiviDesPersonnes>().FinirAsync(db, carte.Personne, suivi, FinDeSuivi.Retrait, annulation);
            Fait = fini.Reussi ? "retire" : null;
            return fini.Erreurs;
        },
        annulation);

    public Task<IActionResult> OnPostAnonymeAsync(CancellationToken annulation) => AvecLaCarteAsync(
        async (services, db, carte) =>
        {
            await services.GetRequiredService<SuiviDesPersonnes>().OublierLeNomAsync(services, db, carte.Personne, MoyenDAccord.EnLigne, annulation);
            Fait = "anonyme";
            return [];
        },
        annulation);

    public Task<IActionResult> OnPostRefaireAsync(CancellationToken annulation) => AvecLaCarteAsync(
        async (services, db, carte) =>
        {
            Donnee = await services.GetRequiredService<CartesDesPersonnes>().RemplacerAsync(db, carte.Personne, annulation);
            return [];
        },
        annulation);

    public Task<IActionResult> OnPostEffacerAsync(CancellationToken annulation) => AvecLaCarteAsync(
        async (services, db, carte) =>
        {
            await EffacementDesPersonnes.EffacerAsync(services, db, carte.Personne, annulation);
            Fait = "efface";
            return [];
        },
        annulation);

    private PageResult Refuser(IEnumerable<Erreur> erreurs)
    {
        foreach (var erreur in erreurs)
        {
            ModelState.AddModelError(erreur.Champ ?? "", MotsMaCarte.Erreur(erreur));
        }

        return Page();
    }

    // The pass is worth what the card is: one that was replaced meanwhile opens nothing.
    private async Task<IActionResult> AvecLaCarteAsync(Func<IServiceProvider, FaireAvecDb, CarteDeParcours, Task<IReadOnlyList<Erreur>>> action, CancellationToken annulation)
    {
        ModelState.Clear();
        if (passes.Lire(Passe) is not { } id)
        {
            return Refuser([ErreursPersonnes.PasseFini]);
        }

        var erreurs = await systeme.FaireAsync(
            EnSysteme.Droits,
            async (services, db) => await db.Set<CarteDeParcours>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && c.FinieLe == null, annulation) is { } carte ? await action(services, db, carte) : [ErreursPersonnes.PasseFini],
            annulation);
        if (erreurs.Any(e => e.Code == ErreursPersonnes.PasseFini.Code))
        {
            return Refuser(erreurs);
        }

        if (Donnee is null && Fait != "efface")
        {
            await OuvrirAsync(id, annulation);
        }

        return erreurs.Count > 0 ? Refuser(erreurs) : Page();
    }

    private async Task OuvrirAsync(Guid carte, CancellationToken annulation)
    {
        Passe = passes.Donner(carte);
        Ouvert = await systeme.FaireAsync(EnSysteme.Droits, async (services, db) =>
        {
            var c = await db.Set<CarteDeParcours>().AsNoTracking().SingleAsync(c => c.Id == carte, annulation);
            var personne = await db.Set<PersonneAccompagnee>().AsNoTracking().SingleAsync(p => p.Id == c.Personne, annulation);
            var identite = new List<Donnee>();
            var regards = new List<(DateTimeOffset, string, string)>();
            foreach (var id in await EffacementDesPersonnes.ToutesAsync(db, personne.Id, annulation))
            {
                foreach (var donnees in services.GetServices<IDonneesDePersonne>().Where(d => d.PersonnesAidees))
                {
                    foreach (var lot in await donnees.ExporterAsync(id, annulation))
                    {
                        if (lot.Cle == "personne" && id == personne.Id)
                        {
                            identite.AddRange(lot.Fiches.SelectMany(f => f).Where(d => d.Valeur is not null));
                        }
                        else if (lot.Cle == "consultations")
                        {
                            regards.AddRange(lot.Fiches.Select(f => ((DateTimeOffset)Valeur(f, "instant")!, (string?)Valeur(f, "par") ?? "", (string?)Valeur(f, "quoi") ?? "")));
                        }
                    }
                }
            }

            return new Parcours(
                personne.Id,
                NumeroDeCarte.Lire(c.Numero)!.Value.Presente,
                identite,
                await db.Set<ObjectifDePersonne>().AsNoTracking().Where(o => o.Personne == personne.Id && o.Texte != null).OrderBy(o => o.ChoisiLe).ToListAsync(annulation),
                await services.GetRequiredService<ActesDesPersonnes>().ListerAsync(personne.Id, annulation),
                await SuivisAsync(services, db, personne.Id, annulation),
                [.. regards.OrderByDescending(r => r.Item1).Take(50)],
                personne.Niveau == NiveauDIdentite.Suivie);
        }, annulation);
    }

    private static object? Valeur(IReadOnlyList<Donnee> fiche, string cle) => fiche.FirstOrDefault(d => d.Cle == cle)?.Valeur;

    private static async Task<IReadOnlyList<QuiSuit>> SuivisAsync(IServiceProvider services, FaireAvecDb db, Guid personne, CancellationToken annulation)
    {
        var (gens, noms) = (services.GetRequiredService<IGensDesOrganisations>(), services.GetRequiredService<INomsDesComptes>());
        var suivis = new List<QuiSuit>();
        foreach (var s in await db.Set<Suivi>().AsNoTracking().Where(s => s.Personne == personne && s.Fin == null).OrderBy(s => s.Debut).ToListAsync(annulation))
        {
            var organisation = await gens.NomAsync(s.Organisation, annulation);
            suivis.Add(new(s.Id, s.Compte is { } compte ? MotsMaCarte.T("Suivi.Personne", await noms.NomAsync(compte.ToString(), annulation) ?? MotsMaCarte.T("Suivi.Partie"), organisation) : MotsMaCarte.T("Suivi.Organisation", organisation), s.Debut));
        }

        return suivis;
    }
}
