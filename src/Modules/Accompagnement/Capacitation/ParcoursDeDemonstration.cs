using System.Security.Cryptography;
using System.Text;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Capacitation;

/// <summary>Invented people with a path, for the médiateur of the demonstration: one at the start, one on the way, one to ask for news.</summary>
internal static class ParcoursDeDemonstration
{
    public static Guid Mediateur => IdDe("compte:mediateur");

    /// <summary>The same id for the same key as the personas': they are named there once and for all.</summary>
    public static Guid IdDe(string cle) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"faireavec:demonstration:{cle}")).AsSpan(0, 16), bigEndian: true);

    public static Guid Personne(int rang) => IdDe(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"parcours:personne:{rang}"));

    public static async Task ChargerAsync(IServiceProvider services, CancellationToken annulation)
    {
        // Invented people belong to the demonstration, never to a base where real ones will work.
        if (services.GetRequiredService<Base>().Options.Embarque && services.GetRequiredService<IConfiguration>()["Demonstration"] != "false")
        {
            await AjouterAsync(services.GetRequiredService<FaireAvecDb>(), services.GetRequiredService<TimeProvider>(), annulation);
        }
    }

    /// <summary>Adds what is missing; changes nothing that is there.</summary>
    public static async Task AjouterAsync(FaireAvecDb db, TimeProvider horloge, CancellationToken annulation)
    {
        var premiere = Personne(1);
        if (await db.Set<PersonneAccompagnee>().AnyAsync(p => p.Id == premiere, annulation))
        {
            return;
        }

        var maintenant = horloge.GetUtcNow();
        var aujourdhui = JourDeParis.De(maintenant);
        // Days before today of each look; levels on each savoir-faire.
        Ajouter(db, horloge, 1, aujourdhui, [(Moment.Initial, 12)], ("I06", [1]), ("C01", [2]), ("V07", [0]));
        Ajouter(db, horloge, 2, aujourdhui, [(Moment.Initial, 60), (Moment.EnCours, 35), (Moment.EnCours, 10)], ("I06", [1, 2, 3]), ("V02", [0, 2, 2]), ("R10", [1, 2, 3]), ("C07", [2, 3, 4]));
        Ajouter(db, horloge, 3, aujourdhui, [(Moment.Initial, 130), (Moment.EnCours, 90), (Moment.Sortie, 40)], ("L06", [0, 2, 3]), ("C03", [1, 3, 4]), ("V01", [2, 2, 2]));
        await db.SaveChangesAsync(annulation);
    }

    private static void Ajouter(FaireAvecDb db, TimeProvider horloge, int rang, DateOnly aujourdhui, (Moment Moment, int Avant)[] regards, params (string Code, int[] Niveaux)[] savoirFaire)
    {
        var (maintenant, personne, ouverture) = (horloge.GetUtcNow(), Personne(rang), aujourdhui.AddDays(-regards[0].Avant));
        var debut = maintenant.AddDays(-regards[0].Avant);
        db.Add(new PersonneAccompagnee { Id = personne, Niveau = NiveauDIdentite.Carte, Organisation = IdDe("organisation:mediatheque"), Demonstration = true, CreeeLe = debut });
        db.Add(new Suivi { Id = Identifiants.Nouveau(horloge), Personne = personne, Organisation = IdDe("organisation:mediatheque"), Compte = Mediateur, Debut = debut });
        var parcours = new Parcours { Id = Identifiants.Nouveau(horloge), Personne = personne, Auteur = Mediateur, Equipes = [IdDe("equipe")], OuvertLe = ouverture };
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
                choisi.Passer(EtatDObjectif.Travaille);
            }

            if (niveaux[^1] >= Niveaux.FaitSeul)
            {
                choisi.Passer(EtatDObjectif.Atteint);
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
                Auteur = Mediateur,
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
