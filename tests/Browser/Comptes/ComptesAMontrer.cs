using FaireAvec.Comptes.Demonstration;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Comptes.Webhooks;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Exploitation;
using FaireAvec.Kernel.Modules;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Browser.Comptes;

/// <summary>What the pages of accounts, of clients and of the platform need to have something to show, under ids that pages.txt knows. Nobody here is real.</summary>
internal static class ComptesAMontrer
{
    /// <summary>What pages.txt writes for the entry of the journal that says something of a person: its id is made by the journal.</summary>
    public const string Entree = "{entree}";

    private static readonly Guid Client = Id("c1");
    private static readonly Guid Webhook = Id("c4");
    private static readonly Guid Suspendu = Id("c6");

    /// <summary>Prepares everything; returns the id of the entry of the journal.</summary>
    public static async Task<Guid> PreparerAsync(ApplicationDeTest site)
    {
        var maintenant = site.Horloge.Instant;
        var mediatheque = Personas.IdDOrganisation(Personas.Mediatheque);
        await AjouterAsync("systeme:connexion", Absente(), Role(), Cle(), Secours());
        await AjouterAsync("systeme:taches", Avis());
        await AjouterAsync("systeme:droits", Demande());
        await AjouterAsync("systeme:commande", LeClient(), Secret("c2", "a1b2", 200), Secret("c3", "c3d4", 20), LeWebhook());
        await SqlAsync(
            """
            INSERT INTO comptes.livraisons_de_webhook (id, webhook, evenement, nom, corps, cree_le, essais, recue_le, statut, erreur, duree_ms) VALUES
                ($1, $2, $3, 'cartographie.LieuRetire', '{}', $4, 1, $4, 204, NULL, 41),
                ($3, $2, $1, 'cartographie.LieuRetire', '{}', $4, 8, NULL, 503, 'Le destinataire a répondu 503.', 1200)
            """,
            Id("d2"), Webhook, Id("d3"), maintenant.UtcDateTime);
        await SqlAsync("INSERT INTO noyau.maintenances (id, texte, debut, fin, lecture_seule, creee_le) VALUES ($1, 'La plateforme sera mise à jour : essai d’annonce.', $2, $3, false, $4)", Id("c5"), maintenant.AddDays(20).UtcDateTime, maintenant.AddDays(20).AddHours(2).UtcDateTime, maintenant.UtcDateTime);
        await SqlAsync("INSERT INTO noyau.evenements (id, nom, charge, instant, processus) VALUES ($1, 'cartographie.LieuRetire', '{}', $2, 'essai')", Id("c8"), maintenant.UtcDateTime);
        await SqlAsync("INSERT INTO noyau.livraisons (evenement, gestionnaire, essais, prochain_essai, morte_le, erreur) VALUES ($1, 'Essai', 10, $2, $2, 'Panne d’essai')", Id("c8"), maintenant.UtcDateTime);
        await using var lecture = Proprietaire().CreateCommand("SELECT id FROM noyau.journal WHERE personne IS NOT NULL AND entite LIKE '%Demande%' LIMIT 1");
        return (Guid)(await lecture.ExecuteScalarAsync())!;

        async Task AjouterAsync(string role, params object[] entites) => await site.AvecBaseAsync(
            async db =>
            {
                db.AddRange(entites);
                return await db.SaveChangesAsync();
            },
            role);

        Npgsql.NpgsqlDataSource Proprietaire() => site.Services.GetRequiredService<Base>().Proprietaire;

        async Task SqlAsync(string sql, params object[] valeurs)
        {
            await using var commande = Proprietaire().CreateCommand(sql);
            foreach (var valeur in valeurs)
            {
                commande.Parameters.Add(new Npgsql.NpgsqlParameter { Value = valeur });
            }

            await commande.ExecuteNonQueryAsync();
        }

        // Suspended because nobody used the account: somebody of the organisation may give it back.
        Compte Absente()
        {
            var compte = new Compte { Id = Suspendu, Courriel = "absente@example.org", CleDuCourriel = "absente@example.org", Prenom = "Absente", Nom = Personas.NomDeFamille, CreeLe = maintenant.AddYears(-2), Demonstration = true };
            Assert.True(compte.Passer(EtatDeCompte.Suspendu, maintenant.AddDays(-3)));
            return compte;
        }

        Appartenance Role() => new() { Id = Id("c7"), Compte = Suspendu, Organisation = mediatheque, Role = Kernel.Securite.Role.Mediateur, Debut = maintenant.AddYears(-2) };

        AvisDInactivite Avis() => new() { Compte = Suspendu, AvertiLe = maintenant.AddDays(-40), SuspenduLe = maintenant.AddDays(-3) };

        CleDAcces Cle() => new() { Id = Id("09"), Compte = Persona(Kernel.Securite.Role.GestionnaireStructure), Identifiant = [1, 2, 3], ClePublique = [4, 5, 6], Signatures = 0, Nom = "Clé d’essai", CreeeLe = maintenant };

        DemandeDeSecours Secours() => new() { Id = Id("09"), Compte = Persona(Kernel.Securite.Role.Aidant), Code = "ABCDEF", DemandeeLe = maintenant, ExpireLe = maintenant + DemandeDeSecours.Duree };

        DemandeDeDroits Demande() => new DemandeDeDroits { Id = Id("d001"), Personne = Persona(Kernel.Securite.Role.Mediateur), Organisation = mediatheque, Type = TypeDeDemande.Acces, RecueLe = maintenant, Echeance = DelaiDeReponse.Echeance(maintenant) }.Dire("Je voudrais savoir ce que vous avez sur moi.");

        ClientApi LeClient() => new() { Id = Client, Nom = "Logiciel d’essai", Organisation = mediatheque, Etendues = ["evenements:lire"], Portee = Portee.Organisation, CreeLe = maintenant };

        SecretDeClient Secret(string fin, string caracteres, int jours) => new() { Id = Id(fin), Client = Client, Empreinte = System.Security.Cryptography.SHA256.HashData(Id(fin).ToByteArray()), Fin = caracteres, CreeLe = maintenant, ExpireLe = maintenant.AddDays(jours) };

        Webhook LeWebhook() => new() { Id = Webhook, Client = Client, Evenements = ["cartographie.LieuRetire"], Url = "https://recepteur.example.org/evenements", Secret = site.Services.GetRequiredService<SecretsDeWebhook>().Fermer("essai"), CreeLe = maintenant };
    }

    private static Guid Persona(Role role) => Personas.Lire(role.Cle())!.Id;

    private static Guid Id(string fin) => Guid.Parse($"01a21000-0000-7000-8000-{fin.PadLeft(12, '0')}");

    /// <summary>A feature to turn on, since the product has none to show at all times.</summary>
    internal sealed class ModuleAFonctionnalite : IModule
    {
        public string Nom => "Essai";

        public IReadOnlyList<string> Routes => [];

        public IReadOnlyList<Fonctionnalite> Fonctionnalites => [new("essai.nouveaute", "La nouveauté d’essai", new DateOnly(2027, 1, 31))];
    }
}
