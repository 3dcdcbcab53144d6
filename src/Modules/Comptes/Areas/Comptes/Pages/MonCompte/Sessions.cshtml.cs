using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.MonCompte;

/// <summary>Where one is signed in, and the browsers that are known. Each is closed by a button; the others all at once.</summary>
internal sealed class SessionsModel(FaireAvecDb db, Demandeur demandeur, TimeProvider horloge) : PageDuCompte(demandeur)
{
    private const int PasseesMontrees = 10;

    public IReadOnlyList<Session> Ouvertes { get; private set; } = [];

    public IReadOnlyList<Session> Passees { get; private set; } = [];

    public IReadOnlyList<NavigateurConnu> Connus { get; private set; } = [];

    public Guid? Celle => Qui.Session;

    public Task OnGetAsync(CancellationToken annulation) => LireAsync(annulation);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken annulation)
    {
        var moi = Moi;
        if (await db.Set<Session>().SingleOrDefaultAsync(s => s.Id == id && s.Compte == moi, annulation) is not { } session)
        {
            return NotFound();
        }

        session.FermeeLe ??= horloge.GetUtcNow();
        await db.SaveChangesAsync(annulation);
        if (id != Celle)
        {
            return Redirect(LiensComptes.MesSessions);
        }

        CookieDeSession.Retirer(HttpContext);
        return Redirect(LiensComptes.Deconnexion);
    }

    public async Task<IActionResult> OnPostAutresAsync(CancellationToken annulation)
    {
        var (moi, celle) = (Moi, Celle);
        foreach (var session in await db.Set<Session>().Where(s => s.Compte == moi && s.Id != celle && s.FermeeLe == null).ToListAsync(annulation))
        {
            session.FermeeLe = horloge.GetUtcNow();
        }

        await db.SaveChangesAsync(annulation);
        return Redirect(LiensComptes.MesSessions);
    }

    private async Task LireAsync(CancellationToken annulation)
    {
        var (moi, maintenant) = (Moi, horloge.GetUtcNow());
        var dernieres = await db.Set<Session>().AsNoTracking().Where(s => s.Compte == moi).OrderByDescending(s => s.OuverteLe).Take(100).ToListAsync(annulation);
        Ouvertes = [.. dernieres.Where(Ouverte)];
        Passees = [.. dernieres.Where(s => !Ouverte(s)).Take(PasseesMontrees)];
        Connus = await db.Set<NavigateurConnu>().AsNoTracking().Where(n => n.Compte == moi).OrderByDescending(n => n.VuLe).Take(50).ToListAsync(annulation);

        bool Ouverte(Session s) => s.FermeeLe is null && s.FinAuPlusTard > maintenant && s.VueLe.AddMinutes(s.InactiviteMinutes) > maintenant;
    }
}
