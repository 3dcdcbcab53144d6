using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Commandes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Cartographie.Commandes;

/// <summary>« faireavec sources … ».</summary>
internal static class SourcesCommandes
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static void Ajouter(IRegistreDeCommandes registre)
    {
        var groupe = registre.Groupe("sources", "Les producteurs de lieux et leurs fichiers");
        var lister = new Command("lister", "Liste les sources, une par ligne");
        lister.SetAction(registre.EnLecture(ListerAsync));
        groupe.Add(lister);
        groupe.Add(Ajout(registre));
        groupe.Add(Moisson(registre));
        groupe.Add(SurUnImport(registre, "liberer", "Publie un import retenu", (s, id, a) => s.GetRequiredService<Moissonneur>().LibererAsync(id, a), PhrasesDesCommandes.Dire));
        groupe.Add(SurUnImport(registre, "refuser", "Refuse un import retenu : rien ne change", (s, id, a) => s.GetRequiredService<Moissonneur>().RefuserAsync(id, a), PhrasesDesCommandes.Dire));
        groupe.Add(SurUnImport(registre, "annuler", "Annule un import publié : ses lieux redeviennent ce qu’ils étaient, sauf ceux qui ont changé depuis", (s, id, a) => s.GetRequiredService<AnnulationDImport>().AnnulerAsync(id, a), PhrasesDesCommandes.Dire));
    }

    private static async Task<int> ListerAsync(IServiceProvider services, ParseResult lecture, CancellationToken annulation)
    {
        var db = services.GetRequiredService<FaireAvecDb>();
        var lieux = await db.Set<Lieu>().GroupBy(l => l.Source).Select(g => new { g.Key, Nombre = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Nombre, StringComparer.Ordinal, annulation);
        foreach (var s in await db.Set<Source>().AsNoTracking().OrderBy(s => s.Code).ToListAsync(annulation))
        {
            Ecrire(new { s.Code, s.Nom, s.Etat, Lieux = lieux.GetValueOrDefault(s.Code), s.Licence, s.Contact, s.Url, s.Format, s.Calendrier, s.Confiance, s.Complet, s.SeuilDeChute, Correspondance = s.VersionEnCours, s.RecupereeLe });
        }

        return 0;
    }

    private static Command Ajout(IRegistreDeCommandes registre)
    {
        var code = new Argument<string>("code") { Description = "Code de la source : minuscules, chiffres, tirets" };
        var nom = new Option<string>("--nom") { Description = "Nom du producteur", Required = true };
        var url = new Option<string?>("--url") { Description = "Adresse du fichier" };
        var licence = new Option<string?>("--licence") { Description = "Licence des données" };
        var contact = new Option<string?>("--contact") { Description = "Boîte commune du producteur" };
        var format = new Option<FormatDeSource?>("--format") { Description = "Format du fichier ; deviné sans cette option" };
        var liste = new Option<string?>("--liste") { Description = "Chemin de la liste dans un fichier JSON" };
        var nuit = new Option<bool>("--chaque-nuit") { Description = "Moissonne chaque nuit" };
        var complet = new Option<bool>("--complet") { Description = "Le fichier contient tous les lieux de la source" };
        var confiance = new Option<int?>("--confiance") { CustomParser = Valeurs.EntierFacultatif(0, 100), Description = "Confiance, de 0 à 100" };
        var seuil = new Option<int?>("--seuil-de-chute") { CustomParser = Valeurs.EntierFacultatif(0, 10_000), Description = "Chute retenue, en points de base (2000 = 20 %)" };
        var correspondance = new Option<FileInfo?>("--correspondance") { Description = "Document de correspondance, JSON ou YAML" };
        var commande = new Command("ajouter", "Ajoute une source") { code, nom, url, licence, contact, format, liste, nuit, complet, confiance, seuil, correspondance };
        commande.SetAction(registre.AvecBase(async (services, l, annulation) =>
        {
            if (l.GetValue(correspondance) is { Exists: false } absent)
            {
                await Console.Error.WriteLineAsync($"Le fichier {absent.FullName} n’existe pas.");
                return 1;
            }

            var registreDesSources = services.GetRequiredService<RegistreDesSources>();
            var ajoutee = await registreDesSources.AjouterAsync(new SourceDemandee(l.GetRequiredValue(code))
            {
                Nom = l.GetRequiredValue(nom),
                Url = l.GetValue(url),
                Licence = l.GetValue(licence),
                Contact = l.GetValue(contact),
                Format = l.GetValue(format),
                CheminDeListe = l.GetValue(liste),
                Calendrier = l.GetValue(nuit) ? CalendrierDeSource.ChaqueNuit : null,
                Complet = l.GetValue(complet),
                Confiance = l.GetValue(confiance),
                SeuilDeChute = l.GetValue(seuil),
            }, annulation);
            if (!ajoutee.Reussi || l.GetValue(correspondance) is not { } document)
            {
                return await FinirAsync(ajoutee);
            }

            return await FinirAsync(await registreDesSources.AjouterCorrespondanceAsync(ajoutee.Valeur.Code, await File.ReadAllTextAsync(document.FullName, annulation), document.Name, annulation));
        }));
        return commande;
    }

    private static Command Moisson(IRegistreDeCommandes registre)
    {
        var code = new Argument<string>("code") { Description = "Code de la source" };
        var fichier = new Option<FileInfo?>("--fichier") { Description = "Lit ce fichier au lieu de l’adresse de la source" };
        var aBlanc = new Option<bool>("--a-blanc") { Description = "Donne le rapport et ne change rien" };
        var forcer = new Option<bool>("--forcer") { Description = "Relit le fichier même s’il n’a pas changé" };
        var commande = new Command("moissonner", "Lit le fichier d’une source et publie ce qui a changé") { code, fichier, aBlanc, forcer };
        commande.SetAction(registre.AvecBase(async (services, l, annulation) =>
        {
            var donne = l.GetValue(fichier);
            if (donne is { Exists: false })
            {
                await Console.Error.WriteLineAsync($"Le fichier {donne.FullName} n’existe pas.");
                return 1;
            }

            var barre = new BarreDeProgression("Moisson");
            var resultat = await services.GetRequiredService<Moissonneur>().MoissonnerAsync(l.GetRequiredValue(code), new DemandeDeMoisson
            {
                Fichier = donne?.OpenRead(),
                NomDuFichier = donne?.Name,
                ABlanc = l.GetValue(aBlanc),
                Forcer = l.GetValue(forcer),
                Progres = barre.Avancer,
            }, annulation);
            barre.Finir();
            if (!resultat.Reussi)
            {
                return await FinirAsync(resultat);
            }

            var import = resultat.Valeur;
            var id = import.Id;
            foreach (var a in await services.GetRequiredService<FaireAvecDb>().Set<AnomalieDImport>().AsNoTracking().Where(a => a.Import == id).OrderBy(a => a.Id).ToListAsync(annulation))
            {
                Ecrire(new { a.Ligne, a.Lieu, a.Champ, a.Regle, a.Niveau, a.Avant, a.Apres, a.Message, a.Suggestion });
            }

            Ecrire(new { import });
            await Console.Error.WriteLineAsync(PhrasesDesCommandes.Dire(import));
            return import.Statut is StatutImport.Echec or StatutImport.Retenu ? 1 : 0;
        }));
        return commande;
    }

    private static Command SurUnImport<T>(IRegistreDeCommandes registre, string nom, string description, Func<IServiceProvider, Guid, CancellationToken, Task<Resultat<T>>> action, Func<T, string> dire)
    {
        var import = new Argument<Guid>("import") { CustomParser = Valeurs.Identifiant, Description = "Identifiant de l’import" };
        var motif = new Option<string?>("--motif") { Description = "Pourquoi" };
        var commande = new Command(nom, description) { import, motif };
        commande.SetAction(registre.AvecBase(async (services, l, annulation) =>
        {
            services.GetRequiredService<ContexteEcriture>().Motif = l.GetValue(motif);
            var fait = await action(services, l.GetRequiredValue(import), annulation);
            if (fait.Reussi)
            {
                await Console.Error.WriteLineAsync(dire(fait.Valeur));
            }

            return await FinirAsync(fait);
        }));
        return commande;
    }

    private static async Task<int> FinirAsync<T>(Resultat<T> resultat)
    {
        if (resultat.Reussi)
        {
            Ecrire(resultat.Valeur);
            return 0;
        }

        foreach (var erreur in resultat.Erreurs)
        {
            Ecrire(new { erreur = erreur.Message, erreur.Code, erreur.Champ });
            await Console.Error.WriteLineAsync(erreur.Message);
        }

        return 1;
    }

    private static void Ecrire<T>(T valeur) => Console.WriteLine(JsonSerializer.Serialize(valeur, Json));
}
