using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Demonstration;

/// <summary>People whom the invented médiateur follows: two by name, one with a card. Ids never change, so that tests and papers may name them.</summary>
internal static class PersonnesInventees
{
    /// <summary>The card of the demonstration: everybody knows its secret, and it opens nobody real.</summary>
    public static NumeroDeCarte Numero { get; } = NumeroDeCarte.Lire($"K7PD2RW{AlphabetDesCartes.Controle("K7PD2RW")}")!.Value;

    public static SecretDeCarte Secret { get; } = SecretDeCarte.Lire("7QF2MX")!.Value;

    private static readonly (string Cle, string? Prenom, string? Nom, int? Annee, string? Telephone, string[] Objectifs, (int IlYA, string Theme, string? Demarche, string? Suite)[] Actes)[] Gens =
    [
        ("awa", "Awa", "Exemple", 1958, "0639980110", ["Faire ma déclaration sans ma fille", "Envoyer une photo à mon frère"], [(2, "argent_impots", "Déclaration de revenus", "Recommencer seule"), (9, "email", null, null), (16, "prendre_en_main_du_materiel", null, null)]),
        ("marcel", "Marcel", null, null, null, ["Prendre rendez-vous chez le médecin"], [(4, "sante", "Prise de rendez-vous", null)]),
        ("carte", null, null, null, null, ["Retrouver mes papiers sur le téléphone"], [(3, "gerer_ses_contenus", null, "Ranger les photos"), (11, "navigation_sur_internet", null, null)]),
    ];

    public static Guid IdDe(IDemonstration demonstration, string cle) => demonstration.IdDe($"personne:{cle}");

    /// <summary>Adds them once; changes nobody who is there.</summary>
    public static async Task AjouterAsync(IServiceProvider services, IDemonstration demonstration, CancellationToken annulation)
    {
        await using var portee = services.CreateAsyncScope();
        // Their consents are written by the context that answers for people's rights.
        portee.ServiceProvider.GetRequiredService<ContexteAcces>().Role = "systeme:demarrage,systeme:droits";
        var ecriture = portee.ServiceProvider.GetRequiredService<ContexteEcriture>();
        (ecriture.Acteur, ecriture.Processus) = ("systeme:demarrage", "demonstration");
        var db = portee.ServiceProvider.GetRequiredService<FaireAvecDb>();
        if (await db.Set<PersonneAccompagnee>().AnyAsync(p => p.Id == IdDe(demonstration, "awa"), annulation))
        {
            return;
        }

        var (cles, consentements, horloge) = (portee.ServiceProvider.GetRequiredService<ClesDesPersonnes>(), portee.ServiceProvider.GetRequiredService<IConsentements>(), portee.ServiceProvider.GetRequiredService<TimeProvider>());
        var camille = demonstration.De(Role.Mediateur);
        var maintenant = horloge.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        foreach (var gens in Gens)
        {
            var id = IdDe(demonstration, gens.Cle);
            var personne = new PersonneAccompagnee { Id = id, Niveau = NiveauDIdentite.Carte, Organisation = camille.Organisation, Demonstration = true, CreeeLe = maintenant.AddDays(-16), DernierContactLe = maintenant };
            if (gens.Prenom is { } prenom)
            {
                personne.Nommer(
                    new(prenom, gens.Nom, gens.Annee, gens.Annee is null ? "70_et_plus" : null, "42218", gens.Telephone, gens.Telephone is null, null, null, "retraite", null, ProtectionDAdulte.Aucune, null, false, null, false),
                    await cles.FermerAsync(id, ClesDesPersonnes.Telephone, gens.Telephone, annulation), null, maintenant);
                personne.Prevoir(JourDeParis.De(maintenant).AddDays(7), "10 h, médiathèque", "Le téléphone et son chargeur", maintenant);
            }

            db.Add(personne);
            db.Add(new Suivi { Id = demonstration.IdDe($"suivi:{gens.Cle}"), Personne = id, Organisation = camille.Organisation, Compte = camille.Compte, Debut = maintenant.AddDays(-16), Par = camille.Compte, Accord = gens.Prenom is null ? AccordDeSuivi.Carte : AccordDeSuivi.Oral });
            Remplir(db, demonstration, camille, gens.Cle, id, gens.Objectifs, gens.Actes, maintenant);
            await db.SaveChangesAsync(annulation);
            if (gens.Prenom is not null)
            {
                await consentements.DonnerAsync(id, SuiviDesPersonnes.Finalite, consentements.Texte(SuiviDesPersonnes.Finalite).Version, MoyenDAccord.Oral, annulation);
            }
        }

        db.Add(new CarteDeParcours { Id = demonstration.IdDe("carte"), Personne = IdDe(demonstration, "carte"), Numero = Numero.Valeur, Empreinte = await cles.EmpreinteAsync(Numero, Secret, annulation), CreeeLe = maintenant.AddDays(-16) });
        await db.SaveChangesAsync(annulation);
        await transaction.CommitAsync(annulation);
    }

    private static void Remplir(FaireAvecDb db, IDemonstration demonstration, PersonneInventee camille, string cle, Guid id, string[] objectifs, (int IlYA, string Theme, string? Demarche, string? Suite)[] actes, DateTimeOffset maintenant)
    {
        foreach (var (i, texte) in objectifs.Index())
        {
            var objectif = ObjectifDePersonne.Choisir(demonstration.IdDe($"objectif:{cle}:{i + 1}"), id, texte, maintenant.AddDays(-16)).Valeur;
            if (i == 0)
            {
                objectif.Passer(EtatDObjectif.Travaille, null, maintenant.AddDays(-9));
            }

            db.Add(objectif);
        }

        foreach (var (i, a) in actes.Index())
        {
            var acte = demonstration.IdDe($"activite:{cle}:{i + 1}");
            var jour = JourDeParis.De(maintenant).AddDays(-a.IlYA);
            db.Add(new Activite
            {
                Id = acte,
                Auteur = camille.Compte,
                Organisation = camille.Organisation,
                Equipes = [camille.Equipe],
                Type = a.Demarche is null ? TypeDActivite.Individuel : TypeDActivite.Demarche,
                Jour = jour,
                Duree = 45,
                TypeDeLieu = Listes.ADistance,
                Commune = "42218",
                Departement = "42",
                Thematiques = [a.Theme],
                PartALaPlace = 10,
                PartAvec = 60,
                PartFaire = 30,
                Demarche = a.Demarche,
                Suite = a.Suite,
                Suivies = 1,
                Origine = OrigineDActivite.Saisie,
                Empreinte = [],
                EnregistreeLe = maintenant,
                ModifieeLe = maintenant,
            });
            db.Add(new UnAccompagnement { Activite = acte, Personne = id, Auteur = camille.Compte, Jour = jour });
        }
    }
}
