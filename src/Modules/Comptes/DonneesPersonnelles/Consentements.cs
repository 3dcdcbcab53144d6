using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaireAvec.Comptes.DonneesPersonnelles;

/// <summary>The register of consents.</summary>
internal sealed class Consentements(FaireAvecDb db, Demandeur demandeur, RegistreDesTraitements registre, TimeProvider horloge) : IConsentements
{
    public TexteAAccepter Texte(string finalite)
    {
        var texte = registre.TextesDuJour.Single(t => t.Finalite == finalite);
        return new(texte.Version, texte.Titre, texte.Texte);
    }

    public async Task<bool> ADonneAsync(Guid personne, string finalite, CancellationToken annulation)
    {
        var version = await db.Set<Accord>().Where(a => a.Personne == personne && a.Finalite == finalite && a.RetireLe == null).Select(a => (int?)a.Version).FirstOrDefaultAsync(annulation);
        return version is { } donnee && TientEncore(finalite, donnee);
    }

    public async Task<Resultat<Guid>> DonnerAsync(Guid personne, string finalite, int version, MoyenDAccord moyen, CancellationToken annulation)
    {
        if (registre.TextesDuJour.FirstOrDefault(t => t.Finalite == finalite && t.Version == version) is not { } texte)
        {
            return ErreursDeDonnees.TexteDAccordInconnu;
        }

        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(annulation) : null;
        // The text first, as it is shown: two people who agree at once write it once.
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO comptes.textes_d_accord (finalite, version, titre, texte, empreinte) VALUES ({texte.Finalite}, {texte.Version}, {texte.Titre}, {texte.Texte}, {TexteGarde.EmpreinteDe(texte)})
            ON CONFLICT DO NOTHING
            """, annulation);
        var enCours = await db.Set<Accord>().FirstOrDefaultAsync(a => a.Personne == personne && a.Finalite == finalite && a.RetireLe == null, annulation);
        if (enCours is not null && enCours.Version == version)
        {
            return enCours.Id;
        }

        // Agreeing to a new text replaces the old one.
        enCours?.Retirer(horloge.GetUtcNow(), moyen.ToString());
        await db.SaveChangesAsync(annulation);
        var accord = new Accord
        {
            Id = Identifiants.Nouveau(horloge),
            Personne = personne,
            Finalite = finalite,
            Version = version,
            DonneLe = horloge.GetUtcNow(),
            Moyen = moyen.ToString(),
            RecueilliPar = demandeur.Identite?.Compte ?? personne,
        };
        db.Add(accord);
        try
        {
            await db.SaveChangesAsync(annulation);
            if (transaction is not null)
            {
                await transaction.CommitAsync(annulation);
            }

            return accord.Id;
        }
        catch (DbUpdateException e) when (transaction is not null && e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Given twice at the same instant: it is one.
            await transaction.RollbackAsync(annulation);
            db.ChangeTracker.Clear();
            return await db.Set<Accord>().Where(a => a.Personne == personne && a.Finalite == finalite && a.RetireLe == null).Select(a => a.Id).SingleAsync(annulation);
        }
    }

    public async Task<Resultat<Guid>> RetirerAsync(Guid personne, string finalite, MoyenDAccord moyen, CancellationToken annulation)
    {
        if (await db.Set<Accord>().FirstOrDefaultAsync(a => a.Personne == personne && a.Finalite == finalite && a.RetireLe == null, annulation) is not { } accord || !accord.Retirer(horloge.GetUtcNow(), moyen.ToString()))
        {
            return ErreursDeDonnees.AccordNonDonne;
        }

        await db.SaveChangesAsync(annulation);
        return accord.Id;
    }

    /// <summary>False when a later text asks for a new consent.</summary>
    public bool TientEncore(string finalite, int version) => !registre.Textes.Any(t => t.Finalite == finalite && t.Version > version && t.ExigeUnNouvelAccord);
}
