using FaireAvec.Accompagnement.Domain.AllerVers;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Demonstration;

/// <summary>What the invented médiateur did outside the place in a few weeks. Ids never change, so that tests and papers may name them.</summary>
internal static class RencontresInventees
{
    private static readonly (string Cle, string Nom, string Nature)[] Partenaires =
        [("epicerie", "Épicerie solidaire Exemple", "aide_alimentaire"), ("ecole", "École Exemple", "ecole"), ("foyer", "Foyer de jeunes Exemple", "logement")];

    private static readonly (int IlYA, string Ou, int Duree, string Motif, string? Partenaire, string? Configuration, EffectifsDEnrolement Effectifs, Renoncement Renoncement, string? Appris, int? RappelDans)[] Rencontres =
    [
        (2, "Marché du mardi, place Exemple", 120, "telephone", null, "stand", new(31, 14, 6), new(9, 12, 3, 2, 5, 2), "Beaucoup ne savent pas qui appeler quand le site ne répond pas.", null),
        (4, "Distribution de l’épicerie solidaire", 90, "demarche", "epicerie", null, new(18, 11, 7, 5), new(8, 5, 1, 3, 4, 1), "La déclaration trimestrielle revient sans cesse, souvent faite par un proche.", -1),
        (9, "Sortie de l’école", 45, "ecole", "ecole", null, new(22, 9, 4, 6, 3), Renoncement.Aucun, "Le carnet de liaison en ligne n’est lu que par un seul des parents.", 3),
        (18, "Hall du foyer", 60, "emploi", "foyer", "atelier", new(12, 8, 5, 5, 4, 2, 1), new(3, 6, 0, 1, 2, 0), null, null),
        (23, "Marché du mardi, place Exemple", 120, "arnaques", null, "stand", new(27, 12, 5, 7, 3, 1, 0), new(6, 10, 2, 2, 3, 1), "Peur de payer en ligne après des messages frauduleux.", null),
    ];

    public static async Task AjouterAsync(FaireAvecDb db, IDemonstration demonstration, TimeProvider horloge, CancellationToken annulation)
    {
        if (await db.Set<ActionDAllerVers>().AnyAsync(a => a.Id == demonstration.IdDe("aller-vers:1"), annulation))
        {
            return;
        }

        var camille = demonstration.De(Role.Mediateur);
        var maintenant = horloge.GetUtcNow();
        var aujourdhui = JourDeParis.De(maintenant);
        Guid[] equipes = [camille.Equipe];
        foreach (var p in Partenaires)
        {
            db.Add(new PartenaireQuiOriente { Id = demonstration.IdDe($"partenaire:{p.Cle}"), Auteur = camille.Compte, Equipes = equipes, Nom = p.Nom, Nature = p.Nature, CreeLe = maintenant });
        }

        foreach (var (i, (partenaire, ilYA, personnes)) in new[] { ("epicerie", 3, 4), ("epicerie", 17, 2), ("ecole", 8, 3) }.Index())
        {
            db.Add(new OrientationDePartenaire
            {
                Id = demonstration.IdDe($"orientation:{i + 1}"),
                Partenaire = demonstration.IdDe($"partenaire:{partenaire}"),
                Auteur = camille.Compte,
                Equipes = equipes,
                Jour = aujourdhui.AddDays(-ilYA),
                Personnes = personnes,
                EnregistreeLe = maintenant,
            });
        }

        db.Add(new ConfigurationDAllerVers
        {
            Id = demonstration.IdDe("configuration:stand"),
            Auteur = camille.Compte,
            Equipes = equipes,
            Nom = "Stand au marché",
            Lieu = "Marché du mardi, place Exemple",
            PublicCible = "Habitants qui ne viennent jamais au lieu",
            Motif = "telephone",
            Taille = 3,
            Posture = "faire",
            Duree = 120,
            Supports = "Deux téléphones, une affiche",
            PairsPresents = true,
            ObjetReel = "Les photos et les messages de la personne",
            Suite = "Un rendez-vous dans la semaine",
            CreeeLe = maintenant,
        });
        db.Add(new ConfigurationDAllerVers
        {
            Id = demonstration.IdDe("configuration:atelier"),
            Auteur = camille.Compte,
            Equipes = equipes,
            Nom = "Café du foyer",
            Motif = "emploi",
            Taille = 8,
            Posture = "avec",
            Duree = 60,
            PairsPresents = false,
            ObjetReel = "Le CV de chacun",
            CreeeLe = maintenant,
        });
        // The actions point at what is above: it goes first.
        await db.SaveChangesAsync(annulation);
        foreach (var (i, r) in Rencontres.Index())
        {
            db.Add(new ActionDAllerVers
            {
                Id = demonstration.IdDe($"aller-vers:{i + 1}"),
                Auteur = camille.Compte,
                Organisation = camille.Organisation,
                Equipes = equipes,
                Jour = aujourdhui.AddDays(-r.IlYA),
                Duree = r.Duree,
                LieuLibre = r.Ou,
                Commune = "42218",
                Departement = "42",
                Partenaire = r.Partenaire is null ? null : demonstration.IdDe($"partenaire:{r.Partenaire}"),
                Motif = r.Motif,
                Configuration = r.Configuration is null ? null : demonstration.IdDe($"configuration:{r.Configuration}"),
                Contactes = r.Effectifs.Contactes!.Value,
                Interesses = r.Effectifs.Interesses,
                Inscrits = r.Effectifs.Inscrits,
                Venus = r.Effectifs.Venus,
                Revenus = r.Effectifs.Revenus,
                Engages = r.Effectifs.Engages,
                Relais = r.Effectifs.Relais,
                RenonceOui = r.Renoncement.Oui,
                RenonceNon = r.Renoncement.Non,
                RenonceNeSaitPas = r.Renoncement.NeSaitPas,
                FaiteOui = r.Renoncement.FaiteOui,
                FaiteNon = r.Renoncement.FaiteNon,
                FaiteNeSaitPas = r.Renoncement.FaiteNeSaitPas,
                Appris = r.Appris,
                RappelLe = r.RappelDans is { } dans ? aujourdhui.AddDays(dans) : null,
                EnregistreeLe = maintenant,
                ModifieeLe = maintenant,
            });
        }

        await db.SaveChangesAsync(annulation);
    }
}
