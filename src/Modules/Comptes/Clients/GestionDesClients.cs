using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Clients;

/// <summary>
/// Makes, changes, renews and revokes the clients of the API. Nobody gives more than they have: a manager gives, on their organisation's data, the scopes
/// whose rights are all theirs; the national team and the operator's command give the rest.
/// </summary>
internal sealed class GestionDesClients(FaireAvecDb db, TableDesDroits table, ContexteEcriture ecriture, TimeProvider horloge)
{
    /// <summary>How long a secret is worth when nobody says.</summary>
    public const int DureeParDefautJours = 365;

    /// <summary>
    /// The scopes that they may give; all of them for the operator's command (null). A manager's rights stop at their organisation: to a client that the national
    /// team let in on more than that, they add nothing, for the scope would go as far as the client does.
    /// </summary>
    public IReadOnlyList<(string Etendue, IReadOnlyList<RegleDeDroit> Regles)> EtenduesADonner(Identite? qui, ClientApi? client = null) =>
        [.. table.Etendues.Where(e => qui is null || NationalPour(qui)
            || (e.Regles.All(r => table.Permet(qui, r.Droit)) && (client is null or { Portee: Portee.Organisation } || client.Etendues.Contains(e.Etendue, StringComparer.Ordinal))))];

    /// <summary>True when they may give more than their organisation's data.</summary>
    public bool NationalPour(Identite? qui) => qui is null || table.Portees(qui, DroitsDesComptes.GererLesClients).Contains(Portee.National);

    /// <summary>The client of this id that they may manage, or null.</summary>
    public async Task<ClientApi?> LireAsync(Identite? qui, Guid id, CancellationToken annulation) =>
        await db.Set<ClientApi>().FirstOrDefaultAsync(c => c.Id == id, annulation) is { } client && (qui is null || table.Permet(qui, DroitsDesComptes.GererLesClients, new Cible(Organisation: client.Organisation)))
            ? client
            : null;

    public async Task<Resultat<SecretDonne>> CreerAsync(Identite? qui, Guid organisation, ClientDemande demande, int dureeJours, CancellationToken annulation)
    {
        var erreurs = new List<Erreur>();
        if (qui is not null && !table.Permet(qui, DroitsDesComptes.GererLesClients, new Cible(Organisation: organisation)))
        {
            erreurs.Add(ErreursClients.OrganisationInterdite);
        }
        else if (!await db.Set<Organisation>().AnyAsync(o => o.Id == organisation && o.FermeeLe == null && o.FusionneeDans == null, annulation))
        {
            erreurs.Add(ErreursClients.OrganisationInconnue);
        }

        var departements = Verifier(qui, demande, erreurs);
        if (dureeJours is < 1 or > RotationDeSecrets.DureeMaxJours)
        {
            erreurs.Add(ErreursClients.DureeHors);
        }

        if (erreurs.Count > 0)
        {
            return Resultat<SecretDonne>.Echec(erreurs);
        }

        var maintenant = horloge.GetUtcNow();
        var client = new ClientApi
        {
            Id = Identifiants.Nouveau(horloge),
            Nom = demande.Nom!.Trim(),
            Organisation = organisation,
            Etendues = [.. demande.Etendues.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Portee = demande.Portee,
            Departements = departements,
            LimiteParSeconde = demande.LimiteParSeconde,
            Responsable = qui?.Compte,
            CreeLe = maintenant,
        };
        db.Add(client);
        var donne = AjouterUnSecret(client.Id, maintenant, dureeJours);
        await db.SaveChangesAsync(annulation);
        return donne;
    }

    public async Task<Resultat<bool>> ModifierAsync(Identite? qui, ClientApi client, ClientDemande demande, CancellationToken annulation)
    {
        if (client.RevoqueLe is not null)
        {
            return ErreursClients.DejaRevoque;
        }

        var erreurs = new List<Erreur>();
        var departements = Verifier(qui, demande, erreurs, client);
        if (erreurs.Count > 0)
        {
            return Resultat<bool>.Echec(erreurs);
        }

        // What somebody may not give, they don't take away either: it stays as the one who could gave it.
        var donnables = EtenduesADonner(qui, client).Select(e => e.Etendue).ToHashSet(StringComparer.Ordinal);
        client.Nom = demande.Nom!.Trim();
        client.Etendues = [.. demande.Etendues.Concat(client.Etendues.Where(e => !donnables.Contains(e))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        (client.Portee, client.Departements, client.LimiteParSeconde) = (demande.Portee, departements, demande.LimiteParSeconde);
        await db.SaveChangesAsync(annulation);
        return true;
    }

    /// <summary>A new secret; the one in use stays good for the overlap.</summary>
    public async Task<Resultat<SecretDonne>> TournerAsync(ClientApi client, int chevauchementJours, int dureeJours, CancellationToken annulation)
    {
        if (client.RevoqueLe is not null)
        {
            return ErreursClients.DejaRevoque;
        }

        if (dureeJours is < 1 or > RotationDeSecrets.DureeMaxJours)
        {
            return ErreursClients.DureeHors;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        // Two people at once would make a third secret: the second waits, then sees the first one's.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({client.Id.ToString()}, 200))", annulation);
        var maintenant = horloge.GetUtcNow();
        var secrets = await db.Set<SecretDeClient>().Where(s => s.Client == client.Id).ToListAsync(annulation);
        if (RotationDeSecrets.Preparer(secrets, maintenant, chevauchementJours) is { Reussi: false } refus)
        {
            return refus.Erreur!;
        }

        var donne = AjouterUnSecret(client.Id, maintenant, dureeJours);
        await db.SaveChangesAsync(annulation);
        await transaction.CommitAsync(annulation);
        return donne;
    }

    /// <summary>Ends one secret now; the tokens that it gave end with it.</summary>
    public async Task<Resultat<bool>> RetirerLeSecretAsync(ClientApi client, Guid secret, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        if (await db.Set<SecretDeClient>().FirstOrDefaultAsync(s => s.Id == secret && s.Client == client.Id, annulation) is not { } trouve || !trouve.Valable(maintenant))
        {
            return ErreursClients.SecretInconnu;
        }

        trouve.ExpireLe = maintenant;
        await db.SaveChangesAsync(annulation);
        return true;
    }

    public async Task<Resultat<bool>> RevoquerAsync(ClientApi client, string? motif, CancellationToken annulation)
    {
        motif = motif?.Trim();
        if (string.IsNullOrEmpty(motif) || motif.Length > ClientApi.MotifMax)
        {
            return string.IsNullOrEmpty(motif) ? ErreursClients.MotifManque : ErreursClients.MotifLong;
        }

        if (!client.Revoquer(horloge.GetUtcNow(), motif))
        {
            return ErreursClients.DejaRevoque;
        }

        ecriture.Motif = motif;
        await db.SaveChangesAsync(annulation);
        return true;
    }

    private SecretDonne AjouterUnSecret(Guid client, DateTimeOffset maintenant, int dureeJours)
    {
        var secret = SecretsDApi.Nouveau(SecretsDApi.PrefixeDeSecret);
        var expire = maintenant.AddDays(dureeJours);
        db.Add(new SecretDeClient { Id = Identifiants.Nouveau(horloge), Client = client, Empreinte = SecretsDApi.Empreinte(secret), Fin = secret[^SecretDeClient.LongueurDeFin..], CreeLe = maintenant, ExpireLe = expire });
        return new SecretDonne(client, secret, expire);
    }

    private string[] Verifier(Identite? qui, ClientDemande demande, List<Erreur> erreurs, ClientApi? connu = null)
    {
        if (string.IsNullOrWhiteSpace(demande.Nom) || demande.Nom.Trim().Length > ClientApi.NomMax)
        {
            erreurs.Add(string.IsNullOrWhiteSpace(demande.Nom) ? ErreursClients.NomManque : ErreursClients.NomLong);
        }

        var national = NationalPour(qui);
        var donnables = EtenduesADonner(qui, connu).Select(e => e.Etendue).ToList();
        if (demande.Etendues.FirstOrDefault(e => !donnables.Contains(e, StringComparer.Ordinal)) is { } inconnue)
        {
            erreurs.Add(ErreursClients.EtendueInconnue(inconnue[..Math.Min(inconnue.Length, 60)], donnables));
        }
        else if (demande.Etendues.Count == 0 && connu?.Etendues.Any(e => !donnables.Contains(e, StringComparer.Ordinal)) != true)
        {
            erreurs.Add(ErreursClients.EtendueManque);
        }

        if (demande.Portee is not (Portee.Organisation or Portee.Territoire or Portee.National) || (!national && demande.Portee != (connu?.Portee ?? Portee.Organisation)))
        {
            erreurs.Add(ErreursClients.PorteeInterdite);
        }

        if (demande.LimiteParSeconde is < 1 or > ClientApi.LimiteMax || (!national && demande.LimiteParSeconde != (connu?.LimiteParSeconde ?? ClientApi.LimiteParDefaut)))
        {
            erreurs.Add(ErreursClients.LimiteHors);
        }

        if (demande.Portee != Portee.Territoire)
        {
            return [];
        }

        var lus = Departements.Lire(demande.Departements);
        erreurs.AddRange(lus.Erreurs);
        return lus.Reussi ? lus.Valeur : [];
    }
}
