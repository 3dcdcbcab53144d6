using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaireAvec.Comptes.Membres;

/// <summary>Makes teams, and says from when until when somebody is in one, or coordinates it.</summary>
internal sealed class GestionDesEquipes(FaireAvecDb db, TimeProvider horloge)
{
    public async Task<Resultat<Equipe>> CreerAsync(Organisation organisation, string? nom, CancellationToken annulation)
    {
        if (!organisation.Ouverte)
        {
            return ErreursMembres.OrganisationFermee;
        }

        if (Lire(nom) is not { } lu)
        {
            return ErreursMembres.NomDEquipe;
        }

        var equipe = new Equipe { Id = Identifiants.Nouveau(horloge), Organisation = organisation.Id, Nom = lu, CreeeLe = horloge.GetUtcNow() };
        db.Add(equipe);
        await db.SaveChangesAsync(annulation);
        return equipe;
    }

    public async Task<Resultat<Equipe>> RenommerAsync(Equipe equipe, string? nom, CancellationToken annulation)
    {
        if (Lire(nom) is not { } lu)
        {
            return ErreursMembres.NomDEquipe;
        }

        equipe.Nom = lu;
        await db.SaveChangesAsync(annulation);
        return equipe;
    }

    /// <summary>Somebody comes in, from now.</summary>
    public async Task<Resultat<MembreDEquipe>> AjouterAsync(Equipe equipe, Guid compte, bool coordonne, CancellationToken annulation)
    {
        if (equipe.FermeeLe is not null)
        {
            return ErreursMembres.OrganisationFermee;
        }

        var membre = new MembreDEquipe { Id = Identifiants.Nouveau(horloge), Equipe = equipe.Id, Compte = compte, Coordonne = coordonne, Debut = horloge.GetUtcNow() };
        db.Add(membre);
        try
        {
            await db.SaveChangesAsync(annulation);
            return membre;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation })
        {
            db.ChangeTracker.Clear();
            return ErreursMembres.DejaDansLEquipe;
        }
    }

    /// <summary>Somebody leaves, from now; false when they had left already.</summary>
    public async Task<bool> RetirerAsync(MembreDEquipe membre, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        if (membre.Fin is { } fin && fin <= maintenant)
        {
            return false;
        }

        membre.Fin = membre.Debut > maintenant ? membre.Debut : maintenant;
        await db.SaveChangesAsync(annulation);
        return true;
    }

    private static string? Lire(string? nom)
    {
        var lu = string.Join(' ', Kernel.Texte.TexteRecherche.Valide(nom ?? "").Replace("\0", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return lu.Length is > 0 and <= Equipe.NomMax && lu.Any(char.IsLetterOrDigit) ? lu : null;
    }
}
