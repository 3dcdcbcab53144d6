using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaireAvec.Accompagnement.Capacitation;

/// <summary>A cost as somebody types it.</summary>
/// <param name="Id">Of the one that is corrected: its team and dates stay. Null for a new one.</param>
internal sealed record SaisieDeCout(Guid? Id, Guid? Equipe, DateOnly? Du, DateOnly? Au, string? Poste, string? Lieu, string? Kit, string? Pass);

/// <summary>A share as somebody types it.</summary>
internal sealed record SaisieDePart(Guid? Equipe, string? Public, string? Part, string? Territoire, string? Source);

/// <summary>What figures are compared with, and what acts don't say: full costs, the share of each public in the territory. Said by people, with a source.</summary>
internal sealed class Reperes(FaireAvecDb db, Demandeur demandeur, TimeProvider horloge)
{
    private DateOnly Aujourdhui => JourDeParis.De(horloge.GetUtcNow());

    private Guid Moi => demandeur.Identite!.Compte;

    /// <summary>The teams of who coordinates; none for the others.</summary>
    public IReadOnlyList<Guid> Equipes => demandeur.Identite is { } moi && moi.Roles.Contains(Role.Coordinateur) ? [.. moi.Equipes.Order()] : [];

    /// <summary>True for somebody who helps, and has figures of their own.</summary>
    public bool Aide => demandeur.Identite is { } moi && moi.Roles.Any(r => r is Role.Mediateur or Role.ConseillerNumerique);

    /// <summary>Costs of one's teams, newest period first.</summary>
    public async Task<IReadOnlyList<CoutDePeriode>> CoutsAsync(CancellationToken annulation)
    {
        Guid[] equipes = [.. Equipes];
        return await db.Set<CoutDePeriode>().Where(c => equipes.Contains(c.Equipe) && c.RetireLe == null).OrderByDescending(c => c.Au).ThenBy(c => c.Equipe).ToListAsync(annulation);
    }

    /// <summary>The shares of a team; one's own when none is named.</summary>
    public async Task<IReadOnlyList<PartDePublic>> PartsAsync(Guid? equipe, CancellationToken annulation)
    {
        var (moi, lues) = (Moi, db.Set<PartDePublic>().Where(p => p.RetireLe == null));
        var liste = await (equipe is null ? lues.Where(p => p.Equipe == null && p.Auteur == moi) : lues.Where(p => p.Equipe == equipe)).ToListAsync(annulation);
        return [.. PublicsPrioritaires.Tous.SelectMany(t => liste.Where(p => p.Public == t.Code))];
    }

    public async Task<Resultat<CoutDePeriode>> DireUnCoutAsync(SaisieDeCout saisie, CancellationToken annulation)
    {
        var erreurs = new List<Erreur>();
        var couts = await CoutsAsync(annulation);
        var connu = couts.FirstOrDefault(c => c.Id == saisie.Id);
        var (equipe, du, au) = connu is null ? (saisie.Equipe ?? (Equipes is [var seule] ? seule : null), saisie.Du, saisie.Au) : (connu.Equipe, connu.Du, connu.Au);
        if (equipe is not { } e || !Equipes.Contains(e) || (saisie.Id is not null && connu is null))
        {
            return ErreursDeCapacitation.EquipeInconnue;
        }

        if (du is null || au is null)
        {
            erreurs.AddRange([.. du is null ? [ErreursDeCapacitation.JourManque with { Champ = "du" }] : (Erreur[])[], .. au is null ? [ErreursDeCapacitation.JourManque with { Champ = "au" }] : (Erreur[])[]]);
        }
        else if (CoutDePeriode.Periode(du.Value, au.Value, Aujourdhui) is { } faute)
        {
            erreurs.Add(faute);
        }
        else if (couts.Any(c => c.Equipe == e && c.Id != connu?.Id && c.Croise(du.Value, au.Value)))
        {
            erreurs.Add(ErreursDeCapacitation.PeriodesQuiSeCroisent);
        }

        var (poste, lieu, kit, pass) = (Montant(saisie.Poste, "poste", erreurs), Montant(saisie.Lieu, "lieu", erreurs), Montant(saisie.Kit, "kit", erreurs), Montant(saisie.Pass, "pass", erreurs));
        if (erreurs.Count == 0 && (poste ?? 0) + (lieu ?? 0) + (kit ?? 0) + (pass ?? 0) == 0)
        {
            erreurs.Add(ErreursDeCapacitation.AucunMontant);
        }

        if (erreurs.Count > 0)
        {
            return Resultat<CoutDePeriode>.Echec(erreurs);
        }

        if (connu is null)
        {
            connu = new() { Id = Identifiants.Nouveau(horloge), Equipe = e, Auteur = Moi, Du = du!.Value, Au = au!.Value, Poste = poste, Lieu = lieu, Kit = kit, Pass = pass, NoteLe = horloge.GetUtcNow() };
            db.Add(connu);
        }
        else if ((connu.Poste, connu.Lieu, connu.Kit, connu.Pass) != (poste, lieu, kit, pass))
        {
            (connu.Poste, connu.Lieu, connu.Kit, connu.Pass, connu.Auteur, connu.NoteLe) = (poste, lieu, kit, pass, Moi, horloge.GetUtcNow());
        }

        return await EnregistrerAsync(annulation) ? connu : ErreursDeCapacitation.PeriodesQuiSeCroisent;
    }

    /// <summary>No more counted; false when it isn't there.</summary>
    public async Task<bool> RetirerUnCoutAsync(Guid id, CancellationToken annulation)
    {
        if ((await CoutsAsync(annulation)).FirstOrDefault(c => c.Id == id) is not { } cout)
        {
            return false;
        }

        (cout.RetireLe, cout.Auteur) = (horloge.GetUtcNow(), Moi);
        return await EnregistrerAsync(annulation);
    }

    /// <summary>Said again, it takes the place of the one before: the journal keeps both.</summary>
    public async Task<Resultat<PartDePublic>> DireUnePartAsync(SaisieDePart saisie, CancellationToken annulation)
    {
        // Whoever helps says it for themselves, unless they name a team that they coordinate.
        var equipe = saisie.Equipe ?? (!Aide && Equipes is [var seule] ? seule : null);
        if (equipe is { } e ? !Equipes.Contains(e) : !Aide)
        {
            return ErreursDeCapacitation.EquipeInconnue;
        }

        var erreurs = new List<Erreur>();
        if (PublicsPrioritaires.Lire(saisie.Public) is null)
        {
            erreurs.Add(ErreursDeCapacitation.PublicInconnu);
        }

        if (Nombres.Centiemes(saisie.Part, PartDePublic.Tout) is not (> 0 and var part))
        {
            erreurs.Add(ErreursDeCapacitation.PartFausse);
            part = 0;
        }

        if (Court(saisie.Territoire, PartDePublic.TerritoireMax) is not { } territoire)
        {
            erreurs.Add(ErreursDeCapacitation.TerritoireManque);
            territoire = "";
        }

        if (Court(saisie.Source, PartDePublic.SourceMax) is not { } source)
        {
            erreurs.Add(ErreursDeCapacitation.SourceManque);
            source = "";
        }

        if (erreurs.Count > 0)
        {
            return Resultat<PartDePublic>.Echec(erreurs);
        }

        var connue = (await PartsAsync(equipe, annulation)).FirstOrDefault(p => p.Public == saisie.Public);
        if (connue is null)
        {
            connue = new() { Id = Identifiants.Nouveau(horloge), Auteur = Moi, Equipe = equipe, Public = saisie.Public!, PourDixMille = (int)part, Territoire = territoire, Source = source, NoteLe = horloge.GetUtcNow() };
            db.Add(connue);
        }
        else if ((connue.PourDixMille, connue.Territoire, connue.Source) != ((int)part, territoire, source))
        {
            (connue.PourDixMille, connue.Territoire, connue.Source, connue.Auteur, connue.NoteLe) = ((int)part, territoire, source, Moi, horloge.GetUtcNow());
        }

        return await EnregistrerAsync(annulation) ? connue : ErreursDeCapacitation.ChangeEntreTemps;
    }

    public async Task<bool> RetirerUnePartAsync(Guid id, CancellationToken annulation)
    {
        if (await db.Set<PartDePublic>().FirstOrDefaultAsync(p => p.Id == id && p.RetireLe == null, annulation) is not { } part)
        {
            return false;
        }

        (part.RetireLe, part.Auteur) = (horloge.GetUtcNow(), Moi);
        return await EnregistrerAsync(annulation);
    }

    // Left empty, an amount isn't known: it is never taken for nothing.
    private static long? Montant(string? texte, string champ, List<Erreur> erreurs)
    {
        if (string.IsNullOrWhiteSpace(texte))
        {
            return null;
        }

        if (Nombres.Centiemes(texte, CoutDePeriode.Max) is { } centimes)
        {
            return centimes;
        }

        erreurs.Add(ErreursDeCapacitation.MontantFaux with { Champ = champ });
        return null;
    }

    private static string? Court(string? texte, int max) =>
        string.Join(' ', (texte ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } lu && lu.Length <= max ? lu : null;

    private async Task<bool> EnregistrerAsync(CancellationToken annulation)
    {
        try
        {
            await db.SaveChangesAsync(annulation);
            return true;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
