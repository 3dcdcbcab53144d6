using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Oidc;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.MonCompte;

/// <summary>One's own account: who one is, how one signs in, where one is signed in.</summary>
internal sealed class IndexModel(FaireAvecDb db, Demandeur demandeur, FournisseursOidc fournisseurs) : PageDuCompte(demandeur)
{
    /// <summary>What was just done.</summary>
    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    public Compte Compte { get; private set; } = null!;

    public MoyensDeProuver Moyens { get; private set; } = null!;

    public IReadOnlyList<CleDAcces> Cles { get; private set; } = [];

    public IReadOnlyList<CarteACodes> Cartes { get; private set; } = [];

    public ApplicationDeCodes? Application { get; private set; }

    /// <summary>Since when ProConnect opens the account; null when it doesn't.</summary>
    public DateTimeOffset? ProConnect { get; private set; }

    public bool ProConnectExiste => fournisseurs.ProConnect is not null;

    /// <summary>The sign-in before this one.</summary>
    public DateTimeOffset? Avant { get; private set; }

    public async Task OnGetAsync(CancellationToken annulation)
    {
        var (moi, session) = (Moi, Qui.Session);
        Compte = await db.Set<Compte>().AsNoTracking().SingleAsync(c => c.Id == moi, annulation);
        Moyens = await FacteursDuCompte.MoyensAsync(db, moi, annulation);
        Cles = await db.Set<CleDAcces>().AsNoTracking().Where(c => c.Compte == moi).OrderBy(c => c.CreeeLe).ToListAsync(annulation);
        Cartes = await db.Set<CarteACodes>().AsNoTracking().Where(c => c.Compte == moi).OrderBy(c => c.Serie).ToListAsync(annulation);
        Application = await db.Set<ApplicationDeCodes>().AsNoTracking().SingleOrDefaultAsync(a => a.Compte == moi, annulation);
        ProConnect = await db.Set<IdentiteExterne>().Where(i => i.Compte == moi && i.Federation == Federation.ProConnect).MinAsync(i => (DateTimeOffset?)i.LieeLe, annulation);
        Avant = await db.Set<Session>().Where(s => s.Compte == moi && s.Id != session).MaxAsync(s => (DateTimeOffset?)s.OuverteLe, annulation);
    }
}
