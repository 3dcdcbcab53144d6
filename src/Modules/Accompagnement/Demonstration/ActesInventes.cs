using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Demonstration;

/// <summary>Two weeks of the invented médiateur. Ids never change, so that tests and papers may name them.</summary>
internal static class ActesInventes
{
    private static readonly (int IlYA, TypeDActivite Type, int Duree, string[] Themes, Posture Posture, string? Demarche, string? Titre, int Participants)[] Actes =
    [
        (1, TypeDActivite.Demarche, 45, ["argent_impots", "email"], new(10, 60, 30), "Déclaration trimestrielle de ressources", null, 0),
        (1, TypeDActivite.Individuel, 30, ["email"], new(0, 30, 70), null, null, 0),
        (2, TypeDActivite.Collectif, 120, ["securite_numerique"], new(0, 30, 70), null, "Reconnaître une arnaque", 9),
        (3, TypeDActivite.Demarche, 30, ["social_sante"], new(70, 20, 10), "Attestation de droits", null, 0),
        (6, TypeDActivite.Individuel, 60, ["prendre_en_main_du_materiel"], new(10, 60, 30), null, null, 0),
        (7, TypeDActivite.Individuel, 45, ["navigation_sur_internet"], new(10, 60, 30), null, null, 0),
        (9, TypeDActivite.Collectif, 90, ["prendre_en_main_du_materiel"], new(0, 30, 70), null, "Premiers pas sur le téléphone", 6),
        (10, TypeDActivite.Demarche, 45, ["logement"], new(10, 60, 30), "Demande de logement social", null, 0),
        (13, TypeDActivite.Individuel, 30, ["bureautique"], new(0, 30, 70), null, null, 0),
    ];

    public static async Task AjouterAsync(FaireAvecDb db, IDemonstration demonstration, TimeProvider horloge, CancellationToken annulation)
    {
        if (await db.Set<Activite>().AnyAsync(a => a.Id == demonstration.IdDe("activite:1"), annulation))
        {
            return;
        }

        var camille = demonstration.De(Role.Mediateur);
        var maintenant = horloge.GetUtcNow();
        var aujourdhui = JourDeParis.De(maintenant);
        foreach (var (i, a) in Actes.Index())
        {
            db.Add(new Activite
            {
                Id = demonstration.IdDe($"activite:{i + 1}"),
                Auteur = camille.Compte,
                Organisation = camille.Organisation,
                Equipes = [camille.Equipe],
                Type = a.Type,
                Jour = aujourdhui.AddDays(-a.IlYA),
                Duree = a.Duree,
                TypeDeLieu = Listes.ADistance,
                Commune = "42218",
                Departement = "42",
                Thematiques = a.Themes,
                PartALaPlace = a.Posture.ALaPlace,
                PartAvec = a.Posture.Avec,
                PartFaire = a.Posture.Faire,
                MotifALaPlace = a.Posture.ALaPlace > 50 ? "urgence" : null,
                Demarche = a.Demarche,
                Titre = a.Titre,
                SansNom = a.Type == TypeDActivite.Collectif ? a.Participants : 1,
                Effectifs = a.Type == TypeDActivite.Collectif ? Effectifs.Lire(a.Participants, 2, new Dictionary<string, int>(), new Dictionary<string, int>(), new Dictionary<string, int>()).Valeur : null,
                Origine = OrigineDActivite.Saisie,
                Empreinte = [],
                EnregistreeLe = maintenant,
                ModifieeLe = maintenant,
            });
        }

        await db.SaveChangesAsync(annulation);
    }
}
