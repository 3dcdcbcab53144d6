using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Orientations;

/// <summary>Links of receivers without an account: one at a time for an orientation. The token is in the message or on the screen once, and nowhere else.</summary>
internal sealed class LiensSignes(FaireAvecDb db, EnSysteme systeme, TimeProvider horloge)
{
    /// <summary>A new link; the one before is void at once.</summary>
    public async Task<string> DonnerAsync(Guid orientation, CancellationToken annulation)
    {
        await RetirerSansEcrireAsync(orientation, annulation);
        var maintenant = horloge.GetUtcNow();
        var jeton = LienDOrientation.NouveauJeton();
        db.Add(new LienDOrientation { Id = Identifiants.Nouveau(horloge), Orientation = orientation, Empreinte = LienDOrientation.EmpreinteDe(jeton)!, CreeLe = maintenant, ExpireLe = maintenant + LienDOrientation.Validite });
        await db.SaveChangesAsync(annulation);
        return jeton;
    }

    public async Task RetirerAsync(Guid orientation, CancellationToken annulation)
    {
        await RetirerSansEcrireAsync(orientation, annulation);
        await db.SaveChangesAsync(annulation);
    }

    /// <summary>What the link opens, in the system context; null when it opens nothing: unknown, too old, taken back, or what it opened was taken back.</summary>
    public Task<T?> OuvrirAsync<T>(string? jeton, Func<FaireAvecDb, Orientation, Task<T>> action, CancellationToken annulation) where T : class =>
        LienDOrientation.EmpreinteDe(jeton) is not { } empreinte
            ? Task.FromResult<T?>(null)
            : systeme.FaireAsync<T?>(
                EnSysteme.Orientation,
                async (services, d) => await d.Set<LienDOrientation>().AsNoTracking().SingleOrDefaultAsync(l => l.Empreinte == empreinte, annulation) is { } lien && lien.Valable(horloge.GetUtcNow())
                    && await d.Set<Orientation>().SingleOrDefaultAsync(o => o.Id == lien.Orientation, annulation) is { Motif: not CodesDOrientation.Retrait } orientation
                    ? await action(d, orientation)
                    : null,
                annulation);

    private async Task RetirerSansEcrireAsync(Guid orientation, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        foreach (var lien in await db.Set<LienDOrientation>().Where(l => l.Orientation == orientation && l.RetireLe == null).ToListAsync(annulation))
        {
            lien.RetireLe = maintenant;
        }
    }
}
