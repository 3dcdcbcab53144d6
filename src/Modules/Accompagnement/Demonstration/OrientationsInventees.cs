using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Demonstration;

/// <summary>What the invented médiateur sent on, what their library received, and a need that waits. Ids never change, so that tests and papers may name them.</summary>
internal static class OrientationsInventees
{
    // Shipped with the demonstration, in Saint-Étienne.
    private const string Lieu = "hinaura_446";

    public static async Task AjouterAsync(IServiceProvider services, IDemonstration demonstration, CancellationToken annulation)
    {
        var (db, horloge) = (services.GetRequiredService<FaireAvecDb>(), services.GetRequiredService<TimeProvider>());
        if (await db.Set<BesoinExprime>().AnyAsync(b => b.Id == demonstration.IdDe("besoin-exprime:1"), annulation))
        {
            return;
        }

        var (camille, sacha) = (demonstration.De(Role.Mediateur), demonstration.De(Role.ConseillerNumerique));
        var maintenant = horloge.GetUtcNow();
        // Mr X: what can't wait goes first; learning comes after, and isn't forgotten.
        var droits = Besoin(demonstration.IdDe("besoin-exprime:1"), camille, "K7P2RW", BesoinsDOrientation.OuvertureDesDroits, 2, maintenant.AddDays(-2), urgent: true);
        var apres = Besoin(demonstration.IdDe("besoin-exprime:2"), camille, "K7P2RW", BesoinsDOrientation.Apprendre, 2, maintenant.AddDays(-2), apres: droits.Id);
        var apprendre = Besoin(demonstration.IdDe("besoin-exprime:3"), camille, "M4QZ8T", BesoinsDOrientation.Apprendre, 8, maintenant.AddDays(-6));
        var revenue = Besoin(demonstration.IdDe("besoin-exprime:4"), camille, "VB93HS", BesoinsDOrientation.Materiel, 7, maintenant.AddDays(-24));
        var recue = Besoin(demonstration.IdDe("besoin-exprime:5"), sacha, "CT62ND", BesoinsDOrientation.Culture, 8, maintenant.AddDays(-1));
        db.AddRange(droits, apres, apprendre, revenue, recue);
        foreach (var besoin in (BesoinExprime[])[droits, apprendre, revenue, recue])
        {
            besoin.CompterUnEnvoi();
        }

        await db.SaveChangesAsync(annulation);
        var lieu = services.GetRequiredService<INomsDesLieux>().Trouver(Lieu)?.Id ?? Lieu;
        db.Add(Envoyee(demonstration.IdDe("orientation-envoyee:1"), droits, maintenant.AddDays(-2), null, "CCAS Exemple", Metier.TravailSocial, null));
        var accueillie = Envoyee(demonstration.IdDe("orientation-envoyee:2"), apprendre, maintenant.AddDays(-6), lieu, null, Metier.MediationNumerique, null);
        // A Tuesday afternoon, when the place is open.
        var jour = JourDeParis.De(maintenant).AddDays(1);
        while (jour.DayOfWeek != DayOfWeek.Tuesday)
        {
            jour = jour.AddDays(1);
        }

        accueillie.FixerLeRendezVous(JourDeParis.Instant(jour, new TimeOnly(14, 30)), maintenant.AddDays(-5));
        var muette = Envoyee(demonstration.IdDe("orientation-envoyee:3"), revenue, maintenant.AddDays(-24), null, "Recyclerie Exemple", Metier.Reemploi, null, lieu);
        muette.Expirer(maintenant.AddDays(-3));
        // To the library itself: received there, and counted nowhere.
        db.AddRange(accueillie, muette, Envoyee(demonstration.IdDe("orientation-envoyee:4"), recue, maintenant.AddDays(-1), lieu, null, Metier.MediationNumerique, camille.Organisation));
        await db.SaveChangesAsync(annulation);
    }

    private static BesoinExprime Besoin(Guid id, PersonneInventee qui, string reference, string code, int ligne, DateTimeOffset le, bool urgent = false, Guid? apres = null) =>
        new() { Id = id, Auteur = qui.Compte, Organisation = qui.Organisation, Reference = reference, Code = code, Ligne = ligne, Urgent = urgent, Avant = urgent ? le.AddHours(48) : null, Apres = apres, Commune = "42218", CreeLe = le };

    private static Orientation Envoyee(Guid id, BesoinExprime besoin, DateTimeOffset le, string? lieu, string? structure, Metier metier, Guid? destinataire, params string[] candidats)
    {
        var orientation = new Orientation
        {
            Id = id,
            Besoin = besoin.Id,
            Code = besoin.Code,
            Reference = besoin.Reference,
            Auteur = besoin.Auteur,
            Organisation = besoin.Organisation,
            Rang = 0,
            Lieu = lieu,
            Structure = structure,
            Metier = metier,
            Destinataire = destinataire,
            MemeStructure = destinataire == besoin.Organisation,
            Urgent = besoin.Urgent,
            Langue = "uk",
            Interprete = true,
            Disponibilites = ["matin"],
            Candidats = candidats,
            ProposeeLe = le,
            EtatDepuis = le,
        };
        orientation.Accepter([new AccordDOrientation(PartieAUnMandat.Personne, le, FormeDAccord.Oral, "CE")], [PartieAUnMandat.Personne], retourConsenti: true, le);
        orientation.Envoyer(new ReceveurVu(Existe: true, Competent: true, Suspendu: false, Libres: null), le);
        return orientation;
    }
}
