using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Constructeurs;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Browser.Cartographie;

/// <summary>What the pages of those who keep the data need to have something to show, under ids that pages.txt knows. The names are plainly made up.</summary>
internal static class DonneesAMontrer
{
    public const string Source = "hub-essai";

    /// <summary>Pairs that wait, the most probable first.</summary>
    public const int Paires = 4;

    private static readonly Guid Publie = Guid.Parse("01a21000-0000-7000-8000-000000000001");
    private static readonly Guid Retenu = Guid.Parse("01a21000-0000-7000-8000-000000000002");

    public static async Task PreparerAsync(ApplicationDeTest site)
    {
        var horloge = site.Horloge;
        var entites = new List<object>
        {
            new Source { Code = Source, Nom = "Hub d’essai", Licence = "Licence Ouverte 2.0", Contact = "donnees@example.org", VersionEnCours = 2, CreeeLe = horloge.Instant },
            new VersionDeCorrespondance { Source = Source, Version = 1, Document = Document("NOM"), Auteur = "demonstration", Note = "Première version", CreeeLe = horloge.Instant },
            new VersionDeCorrespondance { Source = Source, Version = 2, Document = Document("LIBELLE"), Auteur = "demonstration", Note = "La colonne a changé de nom", CreeeLe = horloge.Instant },
            Import(Publie, StatutImport.Publie),
            Import(Retenu, StatutImport.Retenu),
            Anomalie(2, "telephone", "NET-TEL-01", NiveauAnomalie.Corrige, "04 77 00 00 00", "+33477000000", "Le numéro est écrit au format international."),
            Anomalie(7, "code_postal", "lecture.code_postal", NiveauAnomalie.Rejet, "4200", null, "Un code postal a cinq chiffres."),
            new GroupeDeLieux { Id = $"{Source}_reuni-1", CreeLe = horloge.Instant },
        };
        for (var i = 1; i <= Paires; i++)
        {
            entites.Add(Fiche($"{Source}_{i}", $"Médiathèque d’essai {i}").AvecTelephone("+33477000000").Ouvert("Mo-Fr 09:00-12:00").Construire(horloge));
            entites.Add(Fiche($"{Source}_{i}-bis", $"Mediatheque d’essai numéro {i}").AvecAdresse("2 place de l’Hôtel de Ville").Construire(horloge));
            entites.Add(new PaireARevoir { LieuA = $"{Source}_{i}", LieuB = $"{Source}_{i}-bis", Probabilite = 0.99 - (i / 100.0), Raisons = ["Noms proches.", "Adresses différentes."], CalculeeLe = horloge.Instant });
        }

        for (var i = 1; i <= 2; i++)
        {
            entites.Add(Fiche($"{Source}_reuni-{i}", "Maison d’essai").Construire(horloge));
            entites.Add(new MembreDeGroupe { Lieu = $"{Source}_reuni-{i}", Groupe = $"{Source}_reuni-1", Probabilite = 0.97, Raisons = ["Même adresse."] });
        }

        entites.Add(new CorrectionDeChamp { Id = Guid.Parse("01a21000-0000-7000-8000-000000000003"), Lieu = $"{Source}_1", Champ = "telephone", Valeur = "+33199000000", ValeurDeLaSource = "+33477000000", Auteur = "demonstration", Motif = "Le lieu a appelé", CreeeLe = horloge.Instant });
        entites.Add(new Arret { Id = Guid.Parse("01a21000-0000-7000-8000-000000000004"), Lieu = $"{Source}_1", Commune = "Firminy", CodePostal = "42700", PremierJour = new DateOnly(2026, 12, 2), DernierJour = new DateOnly(2026, 12, 2), Auteur = "demonstration", CreeLe = horloge.Instant });
        await site.AvecBaseAsync(
            async db =>
            {
                db.AddRange(entites);
                return await db.SaveChangesAsync();
            },
            "administrateur");
        await site.Services.GetRequiredService<CatalogueLieux>().RechargerAsync(CancellationToken.None);

        ImportDeLieux Import(Guid id, StatutImport statut)
        {
            var import = new ImportDeLieux { Id = id, Source = Source, Origine = OrigineImport.Fichier, Fichier = "lieux-d-essai.csv", Auteur = "demonstration", DebutLe = horloge.Instant, Lus = 12, Gardes = 11, Corriges = 1, Rejetes = 1, Ajoutes = 11, Avant = 20 };
            Assert.True(import.Passer(statut, horloge.Instant, statut == StatutImport.Retenu ? "La source passe de 20 à 11 lieux : 45 % de moins. Rien n’est publié tant que personne n’a décidé." : null));
            return import;
        }

        AnomalieDImport Anomalie(long ligne, string champ, string regle, NiveauAnomalie niveau, string avant, string? apres, string message) =>
            new() { Import = Publie, Source = Source, Ligne = ligne, Lieu = $"{Source}_{ligne}", Champ = champ, Regle = regle, Niveau = niveau, Avant = avant, Apres = apres, Message = message, Instant = horloge.Instant };
    }

    private static LieuDeTest Fiche(string id, string nom) => new LieuDeTest().Identifie(id).Nomme(nom).DeLaSource(Source);

    private static string Document(string nom) =>
        $"correspondance: 1\nsource:\n  code: {Source}\n  nom: Hub d’essai\nidentifiant:\n  local: ID\nchamps:\n  nom: {nom}\n  adresse: RUE\n  code_postal: CP\n  commune: VILLE\n";
}
