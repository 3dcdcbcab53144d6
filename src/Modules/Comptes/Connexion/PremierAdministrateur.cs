using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Connexion;

/// <summary>What the command made.</summary>
internal sealed record AdministrateurCree(Guid Compte, string Courriel, string Lien, bool PersonneReelleSansChiffrement);

/// <summary>The operator makes the first administrator of an empty base, and gives them a one-time link. Never a second one: the first invites the others.</summary>
internal sealed class PremierAdministrateur(FaireAvecDb db, PersonnesReelles personnes, AdresseDuSite adresse, TimeProvider horloge)
{
    private const string NumeroDeLEquipe = "EQUIPENATIONALE";

    public async Task<Resultat<AdministrateurCree>> CreerAsync(string? courriel, string? prenom, string? nom, string? site, CancellationToken annulation)
    {
        if (Courriels.Cle(courriel) is not { } cle)
        {
            return ErreursComptes.Courriel;
        }

        var maintenant = horloge.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        // Two commands at once make one administrator.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('comptes:administrateur', 0))", annulation);
        if (await db.Database.SqlQuery<bool>($"SELECT comptes.a_un_administrateur({maintenant}) AS \"Value\"").SingleAsync(annulation))
        {
            return ErreursComptes.AdministrateurExiste;
        }

        var compte = await db.Set<Compte>().SingleOrDefaultAsync(c => c.CleDuCourriel == cle, annulation);
        if (compte is { Demonstration: true } or { Etat: not EtatDeCompte.Actif })
        {
            return ErreursComptes.CourrielPris;
        }

        if (compte is null)
        {
            compte = new Compte
            {
                Id = Identifiants.Nouveau(horloge),
                Courriel = courriel!.Trim(),
                CleDuCourriel = cle,
                Prenom = prenom?.Trim() is { Length: > 0 and <= Compte.NomMax } p ? p : "Administrateur",
                Nom = nom?.Trim() is { Length: > 0 and <= Compte.NomMax } n ? n : "national",
                CreeLe = maintenant,
            };
            db.Add(compte);
        }

        // An account that was there may hold a role that doesn't go with this one.
        var histoire = new HistoireDesRoles(await db.Set<Appartenance>().Where(a => a.Compte == compte.Id).ToListAsync(annulation));
        var donnee = histoire.Donner(Identifiants.Nouveau(horloge), new RoleDemande(compte.Id, await OrganisationAsync(maintenant, annulation), Role.AdministrateurNational, [], null), maintenant);
        if (!donnee.Reussi)
        {
            return Resultat<AdministrateurCree>.Echec(donnee.Erreurs);
        }

        db.Add(donnee.Valeur);
        var (lien, secret) = LiensAUsageUnique.Faire(horloge, compte.Id, UsageDeLien.Operateur, maintenant, LienDeConnexion.DureeLongue);
        db.Add(lien);
        await db.SaveChangesAsync(annulation);
        await transaction.CommitAsync(annulation);
        return new AdministrateurCree(compte.Id, compte.Courriel, $"{site?.TrimEnd('/') ?? adresse.ParDefaut()}{LiensComptes.LienDeConnexion(secret)}", !personnes.Permises(cle));
    }

    private async Task<Guid> OrganisationAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        if (await db.Set<Organisation>().FirstOrDefaultAsync(o => o.TypeIdentification == TypeIdentification.Interne && o.Numero == NumeroDeLEquipe, annulation) is { } connue)
        {
            return connue.Id;
        }

        var equipe = new Organisation
        {
            Id = Identifiants.Nouveau(horloge),
            Nom = "Équipe nationale",
            TypeIdentification = TypeIdentification.Interne,
            Numero = NumeroDeLEquipe,
            MotifIdentification = "Équipe qui administre la plateforme",
            Nature = NatureOrganisation.Publique,
            Categorie = CategorieOrganisation.Etat,
            CreeeLe = maintenant,
        };
        db.Add(equipe);
        return equipe.Id;
    }
}
