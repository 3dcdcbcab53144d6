using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FaireAvec.Accompagnement.Domain.Calendriers;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.ICalendar;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaireAvec.Accompagnement.Calendriers;

/// <summary>Adds, reads, reads again and removes the calendars that a médiateur keeps elsewhere.</summary>
internal sealed class CalendriersExternes(FaireAvecDb db, RecuperationDeCalendrier recuperation, IDataProtectionProvider protection, IEmplois emplois, ITerritoires territoires, TimeProvider horloge)
{
    private static readonly LimitesICalendar Limites = new();

    /// <summary>Bytes of a file or of an answer.</summary>
    public static int TailleMax => Limites.Octets;

    public async Task<IReadOnlyList<CalendrierExterne>> ListerAsync(Guid compte, CancellationToken annulation) =>
        await db.Set<CalendrierExterne>().AsNoTracking().Where(c => c.Compte == compte).OrderBy(c => c.Nom).ToListAsync(annulation);

    /// <summary>By its address. It is read at once: what doesn't work is said now.</summary>
    public async Task<Resultat<CalendrierExterne>> AjouterAsync(Guid compte, Guid organisation, string? nom, string? adresse, CancellationToken annulation)
    {
        if (await RefusAsync(compte, nom, annulation) is { } refus)
        {
            return refus;
        }

        if (recuperation.Lire(adresse) is not { } uri)
        {
            return ErreursDeCalendrier.Adresse;
        }

        var recupere = await recuperation.RecupererAsync(uri, null, TailleMax, annulation);
        return recupere.Reussi
            ? await GarderAsync(compte, organisation, nom!, uri, new MemoryStream(recupere.Valeur.Contenu!), recupere.Valeur.Etag, annulation)
            : Resultat<CalendrierExterne>.Echec(recupere.Erreurs);
    }

    /// <summary>By a file, read once.</summary>
    public async Task<Resultat<CalendrierExterne>> AjouterAsync(Guid compte, Guid organisation, string? nom, Stream? fichier, CancellationToken annulation) =>
        await RefusAsync(compte, nom, annulation) is { } refus ? refus
        : fichier is null ? ErreursDeCalendrier.Fichier
        : await GarderAsync(compte, organisation, nom!, null, fichier, null, annulation);

    /// <summary>False when it isn't there.</summary>
    public async Task<bool> RetirerAsync(Guid id, Guid compte, CancellationToken annulation)
    {
        if (await db.Set<CalendrierExterne>().SingleOrDefaultAsync(c => c.Id == id && c.Compte == compte, annulation) is not { } calendrier)
        {
            return false;
        }

        // Its times go with it.
        db.Remove(calendrier);
        Journaliser("suppression", calendrier);
        await db.SaveChangesAsync(annulation);
        return true;
    }

    /// <summary>Reads again one that has an address; null when it isn't there.</summary>
    public async Task<CalendrierExterne?> RelireAsync(Guid id, Guid compte, CancellationToken annulation)
    {
        if (await db.Set<CalendrierExterne>().SingleOrDefaultAsync(c => c.Id == id && c.Compte == compte && c.AdresseFermee != null, annulation) is not { } calendrier)
        {
            return null;
        }

        await RelireAsync(calendrier, annulation);
        return calendrier;
    }

    /// <summary>Reads one that is due, unless another node took it; its faults are noted in it.</summary>
    public async Task RelireSiDuAsync(Guid id, CancellationToken annulation)
    {
        var (maintenant, ensuite) = (horloge.GetUtcNow(), horloge.GetUtcNow() + CalendrierExterne.Rythme);
        if (await db.Database.ExecuteSqlAsync($"UPDATE accompagnement.calendriers_externes SET prochaine_lecture = {ensuite} WHERE id = {id} AND prochaine_lecture <= {maintenant}", annulation) == 1
            && await db.Set<CalendrierExterne>().SingleOrDefaultAsync(c => c.Id == id, annulation) is { } calendrier)
        {
            await RelireAsync(calendrier, annulation);
        }
    }

    private async Task RelireAsync(CalendrierExterne calendrier, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        if (Ouvrir(calendrier) is not { } adresse)
        {
            calendrier.Manque(ErreursDeCalendrier.SansCle.Message, maintenant);
            await db.SaveChangesAsync(annulation);
            return;
        }

        var recupere = await recuperation.RecupererAsync(adresse, calendrier.EtagAEnvoyer(maintenant), TailleMax, annulation);
        if (!recupere.Reussi)
        {
            calendrier.Manque(recupere.Erreur!.Message, maintenant);
        }
        else if (recupere.Valeur.Contenu is not { } contenu)
        {
            calendrier.Inchange(maintenant);
        }
        else
        {
            var lu = await LireAsync(new MemoryStream(contenu), calendrier.Fuseau, maintenant, annulation);
            if (lu.Reussi)
            {
                calendrier.Lu(lu.Valeur, recupere.Valeur.Etag, maintenant);
                await RemplacerAsync(calendrier, lu.Valeur, annulation);
                return;
            }

            calendrier.Manque(lu.Erreur!.Message, maintenant);
        }

        await db.SaveChangesAsync(annulation);
    }

    private async Task<Erreur?> RefusAsync(Guid compte, string? nom, CancellationToken annulation)
    {
        var propre = nom?.Trim();
        if (propre is not { Length: > 0 and <= CalendrierExterne.NomMax } || propre.Any(char.IsControl))
        {
            return ErreursDeCalendrier.Nom;
        }

        var noms = await db.Set<CalendrierExterne>().Where(c => c.Compte == compte).Select(c => c.Nom).ToListAsync(annulation);
        return noms.Count >= CalendrierExterne.Max ? ErreursDeCalendrier.Trop : noms.Contains(propre, StringComparer.Ordinal) ? ErreursDeCalendrier.Deja : null;
    }

    private async Task<Resultat<CalendrierExterne>> GarderAsync(Guid compte, Guid organisation, string nom, Uri? adresse, Stream contenu, string? etag, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var emploi = await emplois.LeJourAsync(compte, organisation, JourDeParis.De(maintenant), annulation);
        var fuseau = territoires.Commune(emploi?.CommuneDuSiege)?.FuseauHoraire ?? "Europe/Paris";
        var lu = await LireAsync(contenu, fuseau, maintenant, annulation);
        if (!lu.Reussi)
        {
            var champ = adresse is null ? ErreursDeCalendrier.Fichier.Champ : ErreursDeCalendrier.Adresse.Champ;
            return Resultat<CalendrierExterne>.Echec([.. lu.Erreurs.Select(e => e with { Champ = champ })]);
        }

        var id = Identifiants.Nouveau(horloge);
        var calendrier = new CalendrierExterne
        {
            Id = id,
            Compte = compte,
            Organisation = organisation,
            Nom = nom.Trim(),
            AdresseFermee = adresse is null ? null : Protecteur(id).Protect(Encoding.UTF8.GetBytes(adresse.AbsoluteUri)),
            Hote = adresse?.Host,
            Fuseau = fuseau,
            AjouteLe = maintenant,
        };
        calendrier.Lu(lu.Valeur, etag, maintenant);
        db.Add(calendrier);
        Journaliser("creation", calendrier);
        try
        {
            await RemplacerAsync(calendrier, lu.Valeur, annulation);
            return calendrier;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Sent twice at once.
            db.ChangeTracker.Clear();
            return ErreursDeCalendrier.Deja;
        }
    }

    // By hand: each reading, every quarter of an hour, says nothing that a journal should keep.
    private void Journaliser(string action, CalendrierExterne calendrier)
    {
        var json = JsonSerializer.Serialize(new { calendrier.Compte, calendrier.Organisation, ParAdresse = calendrier.AdresseFermee is not null });
        db.Journaliser(new EntreeJournal(action, "accompagnement.CalendrierExterne", calendrier.Id.ToString(), action == "creation" ? null : json, action == "creation" ? json : null));
    }

    private static Task<Resultat<CalendrierLu>> LireAsync(Stream contenu, string fuseau, DateTimeOffset maintenant, CancellationToken annulation) =>
        LectureICalendar.LireAsync(contenu, maintenant.AddDays(-1), maintenant + CalendrierExterne.Horizon, HeuresDUnFuseau.Zone(fuseau), Limites, annulation);

    // All of its times at once, or none.
    private async Task RemplacerAsync(CalendrierExterne calendrier, CalendrierLu lu, CancellationToken annulation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await db.SaveChangesAsync(annulation);
        var (debuts, fins) = (lu.Occupees.Select(p => p.Debut.UtcDateTime).ToArray(), lu.Occupees.Select(p => p.Fin.UtcDateTime).ToArray());
        await db.Database.ExecuteSqlAsync($"DELETE FROM accompagnement.plages_externes WHERE calendrier = {calendrier.Id}", annulation);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO accompagnement.plages_externes (calendrier, compte, debut, fin) SELECT {calendrier.Id}, {calendrier.Compte}, p.debut, p.fin FROM unnest({debuts}, {fins}) p (debut, fin)", annulation);
        await transaction.CommitAsync(annulation);
    }

    private Uri? Ouvrir(CalendrierExterne calendrier)
    {
        try
        {
            return recuperation.Lire(Encoding.UTF8.GetString(Protecteur(calendrier.Id).Unprotect(calendrier.AdresseFermee!)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protecteur(Guid calendrier) => protection.CreateProtector("FaireAvec.Accompagnement.Calendrier", calendrier.ToString("N"));
}
