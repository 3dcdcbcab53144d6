using FaireAvec.Accompagnement.Domain.Mentorats;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaireAvec.Accompagnement.Mentorats;

/// <summary>A mentorship as it is shown.</summary>
/// <param name="Mentorat">The mentorship.</param>
/// <param name="Mentor">Name of the mentor.</param>
/// <param name="Mentore">Name of the one who is helped.</param>
/// <param name="Rencontres">Their meetings, the last first.</param>
internal sealed record MentoratMontre(Mentorat Mentorat, string Mentor, string Mentore, IReadOnlyList<RencontreDeMentorat> Rencontres);

/// <summary>Somebody alone, or whom nobody met for long.</summary>
internal sealed record PersonneIsolee(Guid Compte, string Nom, Isolement Isolement);

/// <summary>Who stands by whom. Row security shows it to the two of them and to who coordinates the team.</summary>
internal sealed class MentoratsDesEquipes(FaireAvecDb db, Demandeur demandeur, IEquipes equipes, IEmplois emplois, INomsDesComptes noms, TimeProvider horloge)
{
    private Identite Moi => demandeur.Identite!;

    private DateOnly Aujourdhui => JourDeParis.De(horloge.GetUtcNow());

    /// <summary>Those where one is mentor or helped, in force first.</summary>
    public async Task<IReadOnlyList<MentoratMontre>> MiensAsync(CancellationToken annulation)
    {
        var moi = Moi.Compte;
        return await MontrerAsync(db.Set<Mentorat>().Where(m => m.Mentor == moi || m.Mentore == moi), annulation);
    }

    /// <summary>Those of the teams that one coordinates.</summary>
    public async Task<IReadOnlyList<MentoratMontre>> DesEquipesAsync(CancellationToken annulation)
    {
        Guid[] siennes = [.. Moi.Equipes];
        return await MontrerAsync(db.Set<Mentorat>().Where(m => siennes.Contains(m.Equipe)), annulation);
    }

    /// <summary>Who is in the teams that one coordinates, each person once.</summary>
    public async Task<IReadOnlyList<MembreDeLEquipe>> MembresAsync(CancellationToken annulation) =>
        [.. (await equipes.MembresAsync(Moi.Equipes, annulation)).GroupBy(m => m.Compte).Select(g => g.MinBy(m => m.Depuis)!).OrderBy(m => m.Nom, StringComparer.CurrentCulture)];

    /// <summary>Members of the teams who are alone, by name.</summary>
    public async Task<IReadOnlyList<PersonneIsolee>> IsolesAsync(CancellationToken annulation)
    {
        var membres = await MembresAsync(annulation);
        return Isoles(membres.Select(m => (m.Compte, m.Nom, m.Depuis)), await DesEquipesAsync(annulation));
    }

    /// <summary>Whether one is alone oneself; null for somebody who is in no team.</summary>
    public async Task<Isolement?> MonIsolementAsync(CancellationToken annulation)
    {
        var emploi = Moi.Organisation is { } o ? await emplois.LeJourAsync(Moi.Compte, o, Aujourdhui, annulation) : null;
        var moi = (await equipes.MembresAsync(emploi?.Equipes ?? [], annulation)).Where(m => m.Compte == Moi.Compte).Select(m => (m.Compte, m.Nom, m.Depuis)).OrderBy(m => m.Depuis).Take(1).ToList();
        return Isoles(moi, await MiensAsync(annulation)).FirstOrDefault()?.Isolement;
    }

    public async Task<Resultat<Mentorat>> DeclarerAsync(Guid id, Guid? mentor, Guid? mentore, DateOnly? debut, CancellationToken annulation)
    {
        var membres = await equipes.MembresAsync(Moi.Equipes, annulation);
        // Who coordinates may be a mentor too.
        if (mentor is not { } a || mentore is not { } b || (a != Moi.Compte && membres.All(m => m.Compte != a)) || membres.Where(m => m.Compte == b).MinBy(m => m.Depuis) is not { } aide)
        {
            return ErreursDeMentorat.PasDansLEquipe;
        }

        if (Mentorat.Refus(a, b, debut, Aujourdhui) is { } refus)
        {
            return refus;
        }

        if (await db.Set<Mentorat>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, annulation) is { } deja)
        {
            return deja.Mentor == a && deja.Mentore == b ? deja : ErreursDeMentorat.Etat;
        }

        var mentorat = new Mentorat { Id = id, Mentor = a, Mentore = b, Equipe = aide.Equipe, DeclarePar = Moi.Compte, Debut = debut!.Value, DeclareLe = horloge.GetUtcNow() };
        db.Add(mentorat);
        try
        {
            await db.SaveChangesAsync(annulation);
            return mentorat;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } unique)
        {
            db.ChangeTracker.Clear();
            return unique.ConstraintName == "ux_mentorats_un_mentor" ? ErreursDeMentorat.DejaUnMentor : ErreursDeMentorat.Cercle;
        }
    }

    /// <summary>Refuses or ends; null when it isn't there for who asks.</summary>
    public async Task<Resultat<Mentorat>?> PasserAsync(Guid id, EtatDeMentorat vers, bool coordination, CancellationToken annulation)
    {
        if (await db.Set<Mentorat>().SingleOrDefaultAsync(m => m.Id == id, annulation) is not { } mentorat || PlaceDans(mentorat, coordination) is not { } place)
        {
            return null;
        }

        if (mentorat.Passer(vers, place, Aujourdhui) is { } refus)
        {
            return refus;
        }

        try
        {
            await db.SaveChangesAsync(annulation);
            return mentorat;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return ErreursDeMentorat.Etat;
        }
    }

    /// <summary>The two met on that day; noted twice, it is one meeting. Null when the mentorship isn't one's own.</summary>
    public async Task<Resultat<RencontreDeMentorat>?> RencontrerAsync(Guid id, DateOnly? jour, CancellationToken annulation)
    {
        if (await db.Set<Mentorat>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, annulation) is not { } mentorat || mentorat.PlaceDe(Moi.Compte) is null)
        {
            return null;
        }

        if (mentorat.RefusDeRencontre(jour, Aujourdhui) is { } refus)
        {
            return refus;
        }

        var rencontre = new RencontreDeMentorat { Id = Identifiants.Nouveau(horloge), Mentorat = id, Jour = jour!.Value, NoteePar = Moi.Compte, NoteeLe = horloge.GetUtcNow() };
        db.Add(rencontre);
        try
        {
            await db.SaveChangesAsync(annulation);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
        }

        return rencontre;
    }

    /// <summary>Takes back a meeting noted by mistake, by who noted it.</summary>
    public async Task<bool> RetirerRencontreAsync(Guid id, CancellationToken annulation)
    {
        var moi = Moi.Compte;
        if (await db.Set<RencontreDeMentorat>().SingleOrDefaultAsync(r => r.Id == id && r.NoteePar == moi, annulation) is not { } rencontre)
        {
            return false;
        }

        db.Remove(rencontre);
        await db.SaveChangesAsync(annulation);
        return true;
    }

    private PlaceDansLeMentorat? PlaceDans(Mentorat m, bool coordination) =>
        !coordination ? m.PlaceDe(Moi.Compte) : Moi.Roles.Contains(Role.Coordinateur) && Moi.Equipes.Contains(m.Equipe) ? PlaceDansLeMentorat.Coordination : null;

    private List<PersonneIsolee> Isoles(IEnumerable<(Guid Compte, string Nom, DateOnly Depuis)> membres, IReadOnlyList<MentoratMontre> mentorats)
    {
        var aujourdhui = Aujourdhui;
        var isoles = new List<PersonneIsolee>();
        foreach (var (compte, nom, depuis) in membres)
        {
            var siens = mentorats.Where(m => m.Mentorat.Mentore == compte && m.Mentorat.Etat != EtatDeMentorat.Refuse).ToList();
            // Who stands by somebody isn't alone.
            if (mentorats.Any(m => m.Mentorat.Mentor == compte && m.Mentorat.Etat == EtatDeMentorat.EnCours) && siens.TrueForAll(m => m.Mentorat.Etat != EtatDeMentorat.EnCours))
            {
                continue;
            }

            var enCours = siens.Find(m => m.Mentorat.Etat == EtatDeMentorat.EnCours);
            var fin = siens.Where(m => m.Mentorat.Etat == EtatDeMentorat.Termine).Max(m => m.Mentorat.Fin);
            var arrivee = fin > depuis ? fin.Value : depuis;
            if (Isolement.De(arrivee, enCours?.Mentorat.Debut, enCours?.Rencontres is [var derniere, ..] ? derniere.Jour : null, aujourdhui) is { } isolement)
            {
                isoles.Add(new PersonneIsolee(compte, nom, isolement));
            }
        }

        return isoles;
    }

    private async Task<IReadOnlyList<MentoratMontre>> MontrerAsync(IQueryable<Mentorat> mentorats, CancellationToken annulation)
    {
        var lus = await mentorats.AsNoTracking().OrderByDescending(m => m.Debut).ThenBy(m => m.Id).Take(500).ToListAsync(annulation);
        Guid[] ids = [.. lus.Select(m => m.Id)];
        var rencontres = (await db.Set<RencontreDeMentorat>().AsNoTracking().Where(r => ids.Contains(r.Mentorat)).OrderByDescending(r => r.Jour).ToListAsync(annulation)).ToLookup(r => r.Mentorat);
        var montres = new List<MentoratMontre>();
        foreach (var m in lus.OrderBy(m => m.Etat == EtatDeMentorat.EnCours ? 0 : 1))
        {
            montres.Add(new MentoratMontre(m, await NomAsync(m.Mentor, annulation), await NomAsync(m.Mentore, annulation), [.. rencontres[m.Id]]));
        }

        return montres;
    }

    private async ValueTask<string> NomAsync(Guid compte, CancellationToken annulation) => await noms.NomAsync(compte.ToString(), annulation) ?? Ressources.MotsDuReseau.T("Mentorat.Partie");
}
