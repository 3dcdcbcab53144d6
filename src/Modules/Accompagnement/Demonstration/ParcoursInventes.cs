using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Demonstration;

/// <summary>Paths of the people whom the invented médiateur follows: one at the start, one on the way, one to ask for news.</summary>
internal static class ParcoursInventes
{
    /// <summary>Adds what is missing; changes nothing that is there.</summary>
    public static async Task AjouterAsync(FaireAvecDb db, IDemonstration demonstration, TimeProvider horloge, CancellationToken annulation)
    {
        var awa = PersonnesInventees.IdDe(demonstration, "awa");
        if (!await db.Set<PersonneAccompagnee>().AnyAsync(p => p.Id == awa, annulation) || await db.Set<Parcours>().AnyAsync(p => p.Personne == awa, annulation))
        {
            return;
        }

        var aujourdhui = JourDeParis.De(horloge.GetUtcNow());
        // Days before today of each look; levels on each savoir-faire.
        Ajouter(db, demonstration, horloge, "carte", aujourdhui, [(Moment.Initial, 12)], ("I06", [1]), ("C01", [2]), ("V07", [0]));
        Ajouter(db, demonstration, horloge, "awa", aujourdhui, [(Moment.Initial, 60), (Moment.EnCours, 35), (Moment.EnCours, 10)], ("I06", [1, 2, 3]), ("V02", [0, 2, 2]), ("R10", [1, 2, 3]), ("C07", [2, 3, 4]));
        Ajouter(db, demonstration, horloge, "marcel", aujourdhui, [(Moment.Initial, 130), (Moment.EnCours, 90), (Moment.Sortie, 40)], ("L06", [0, 2, 3]), ("C03", [1, 3, 4]), ("V01", [2, 2, 2]));
        await db.SaveChangesAsync(annulation);
    }

    private static void Ajouter(FaireAvecDb db, IDemonstration demonstration, TimeProvider horloge, string cle, DateOnly aujourdhui, (Moment Moment, int Avant)[] regards, params (string Code, int[] Niveaux)[] savoirFaire)
    {
        var (camille, maintenant, ouverture) = (demonstration.De(Role.Mediateur), horloge.GetUtcNow(), aujourdhui.AddDays(-regards[0].Avant));
        var personne = PersonnesInventees.IdDe(demonstration, cle);
        var parcours = new Parcours { Id = Identifiants.Nouveau(horloge), Personne = personne, Auteur = camille.Compte, Equipes = [camille.Equipe], OuvertLe = ouverture };
        db.Add(parcours);
        foreach (var (moment, avant) in regards)
        {
            parcours.Regarder(moment, aujourdhui.AddDays(-avant));
        }

        foreach (var (code, niveaux) in savoirFaire)
        {
            var choisi = new SavoirFaireChoisi { Parcours = parcours.Id, Personne = personne, SavoirFaire = code, ChoisiLe = ouverture };
            if (regards.Length > 1)
            {
                choisi.Passer(EtatDApprentissage.Travaille);
            }

            if (niveaux[^1] >= Niveaux.FaitSeul)
            {
                choisi.Passer(EtatDApprentissage.Atteint);
            }

            db.Add(choisi);
            db.AddRange(niveaux.Select((niveau, i) => new Positionnement
            {
                Id = Identifiants.Nouveau(horloge),
                Parcours = parcours.Id,
                Personne = personne,
                SavoirFaire = code,
                Moment = regards[i].Moment,
                Niveau = niveau,
                Preuve = i == 0 ? Preuve.Declare : Preuve.Observe,
                Evaluateur = i == 0 ? Evaluateur.PersonneSeule : Evaluateur.Mediateur,
                Auteur = camille.Compte,
                Jour = aujourdhui.AddDays(-regards[i].Avant),
                SaisiLe = maintenant.AddDays(-regards[i].Avant),
            }));
        }

        if (parcours.SortieLe is { } sortie)
        {
            db.AddRange(RendezVousDeSuivi.ApresLaSortie(sortie).Select(r => new RappelDeSuivi { Parcours = parcours.Id, Moment = r.Moment, Personne = personne, APartirDu = r.APartirDu, AuPlusTard = r.AuPlusTard }));
        }
    }
}
