using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Kernel.Commandes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Commandes;

/// <summary>« faireavec comptes organisations … » and « faireavec comptes membres … ».</summary>
internal static class OrganisationsCommandes
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static void Ajouter(IRegistreDeCommandes registre)
    {
        var comptes = registre.Groupe("comptes", "Les personnes qui travaillent et leurs organisations");
        var organisations = new Command("organisations", "Les organisations") { Importation(registre), Liste(registre) };
        comptes.Add(organisations);
        comptes.Add(new Command("membres", "Qui travaille où") { Membres(registre) });
    }

    private static Command Importation(IRegistreDeCommandes registre)
    {
        var fichier = new Argument<FileInfo>("fichier") { Description = "CSV : nom, type (siret, ridet, interne), numero, motif, nature (publique, privee), categorie, code_insee ou commune, reseau" };
        var appliquer = new Option<bool>("--appliquer") { Description = "Écrit les lignes valables ; sans cette option, rien n’est écrit" };
        var commande = new Command("importer", "Importe des organisations ; dit d’abord ce que devient chaque ligne") { fichier, appliquer };
        commande.SetAction(registre.AvecBase(async (services, lecture, annulation) =>
        {
            var f = lecture.GetRequiredValue(fichier);
            if (!f.Exists)
            {
                await Console.Error.WriteLineAsync($"Le fichier {f.FullName} n’existe pas.");
                return 1;
            }

            if (f.Length > ImportDOrganisations.OctetsMax)
            {
                await Console.Error.WriteLineAsync($"Le fichier {f.Name} dépasse {ImportDOrganisations.OctetsMax / 1024 / 1024} Mo. Coupez-le en plusieurs.");
                return 1;
            }

            var resultat = await services.GetRequiredService<ImportDOrganisations>().ImporterAsync(await File.ReadAllBytesAsync(f.FullName, annulation), lecture.GetValue(appliquer), annulation);
            if (!resultat.Reussi)
            {
                await Console.Error.WriteLineAsync(resultat.Erreur!.Message);
                return 1;
            }

            foreach (var ligne in resultat.Valeur)
            {
                Ecrire(new { ligne.Ligne, ligne.Etat, ligne.Id, ligne.Nom, ligne.Numero, Erreurs = ligne.Erreurs.Select(e => new { e.Code, e.Message }) });
            }

            var fautes = resultat.Valeur.Count(l => l.Erreurs.Count > 0);
            await Console.Error.WriteLineAsync($"{resultat.Valeur.Count} lignes, {resultat.Valeur.Count - fautes} valables, {fautes} refusées.{(lecture.GetValue(appliquer) ? "" : " Rien n’est écrit : ajoutez --appliquer.")}");
            return fautes == 0 ? 0 : 1;
        }));
        return commande;
    }

    private static Command Liste(IRegistreDeCommandes registre)
    {
        var commande = new Command("lister", "Liste les organisations, une par ligne");
        commande.SetAction(registre.EnLecture(async (services, _, annulation) =>
        {
            await foreach (var o in services.GetRequiredService<FaireAvecDb>().Set<Organisation>().AsNoTracking().OrderBy(o => o.NomRecherche).ThenBy(o => o.Id).AsAsyncEnumerable().WithCancellation(annulation))
            {
                Ecrire(new { o.Id, o.Nom, Type = o.TypeIdentification, o.Numero, o.Nature, o.Categorie, o.CodeInsee, o.Departement, o.Reseau, o.CreeeLe, o.FermeeLe, o.FusionneeDans });
            }

            return 0;
        }));
        return commande;
    }

    private static Command Membres(IRegistreDeCommandes registre)
    {
        var organisation = new Option<string?>("--organisation") { Description = "Numéro de l’organisation ; toutes sans cette option" };
        var anciens = new Option<bool>("--anciens") { Description = "Aussi les rôles finis" };
        var commande = new Command("lister", "Liste les rôles tenus, un par ligne : identifiants, rôle, dates ; ni nom ni adresse") { organisation, anciens };
        commande.SetAction(registre.EnLecture(async (services, lecture, annulation) =>
        {
            var db = services.GetRequiredService<FaireAvecDb>();
            var maintenant = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var (tous, numero) = (lecture.GetValue(anciens), lecture.GetValue(organisation));
            if (numero is not null && !await db.Set<Organisation>().AnyAsync(o => o.Numero == numero, annulation))
            {
                await Console.Error.WriteLineAsync($"Aucune organisation ne porte le numéro {numero}.");
                return 1;
            }

            var lignes =
                from a in db.Set<Appartenance>()
                join o in db.Set<Organisation>() on a.Organisation equals o.Id
                join c in db.Set<Compte>() on a.Compte equals c.Id
                where (numero == null || o.Numero == numero) && (tous || a.Fin == null || a.Fin > maintenant)
                orderby o.NomRecherche, a.Debut, a.Id
                select new { a.Compte, c.Etat, a.Role, a.Departements, Organisation = o.Numero, a.Debut, a.Fin };
            await foreach (var l in lignes.AsNoTracking().AsAsyncEnumerable().WithCancellation(annulation))
            {
                Ecrire(new { l.Compte, l.Etat, Role = l.Role.Cle(), l.Departements, l.Organisation, l.Debut, l.Fin });
            }

            return 0;
        }));
        return commande;
    }

    private static void Ecrire<T>(T valeur) => Console.WriteLine(JsonSerializer.Serialize(valeur, Json));
}
