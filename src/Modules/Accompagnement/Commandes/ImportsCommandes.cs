using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Importer;
using FaireAvec.Accompagnement.Domain.Imports;
using FaireAvec.Accompagnement.Imports;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Commandes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Fichiers;
using FaireAvec.Kernel.Modules;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Commandes;

/// <summary>
/// « faireavec accompagnement importer … »: the same import as the page's, for one médiateur, in their name: with the rights that they have today, so that neither a colleague's acts nor
/// another organisation's come in. Without --confirmer nothing is written but the preview, that they find on their page.
/// </summary>
internal static class ImportsCommandes
{
    private static readonly Role[] Roles = [Role.Mediateur, Role.ConseillerNumerique, Role.Coordinateur];
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Ajouter(IRegistreDeCommandes registre)
    {
        var fichier = new Argument<FileInfo>("fichier") { Description = "Export d’un autre outil : XLSX, ODS ou CSV" };
        var mediateur = new Option<Guid>("--mediateur") { Description = "Identifiant du compte du médiateur dont ce sont les comptes rendus", Required = true };
        var organisation = new Option<Guid>("--organisation") { Description = "Identifiant de l’organisation pour laquelle il travaille", Required = true };
        var confirmer = new Option<bool>("--confirmer") { Description = "Ajoute les comptes rendus. Sans cette option, l’import attend que le médiateur vérifie sur sa page" };
        var doublons = new Option<bool>("--ajouter-les-doublons") { Description = "Ajoute aussi ceux qui semblent déjà notés ici" };
        var commande = new Command("importer", "Importe les comptes rendus d’un médiateur depuis un autre outil. Une ligne JSON pour chaque défaut, puis une pour le bilan") { fichier, mediateur, organisation, confirmer, doublons };
        commande.SetAction(registre.AvecBase((services, l, annulation) => ImporterAsync(
            services, l.GetRequiredValue(fichier), l.GetRequiredValue(mediateur), l.GetRequiredValue(organisation), l.GetValue(confirmer), l.GetValue(doublons), annulation)));
        registre.Groupe("accompagnement", "Les comptes rendus de ceux qui accompagnent").Add(commande);
    }

    private static async Task<int> ImporterAsync(IServiceProvider services, FileInfo lu, Guid compte, Guid organisation, bool confirmer, bool doublons, CancellationToken annulation)
    {
        if (!lu.Exists)
        {
            return await RefuserAsync($"Le fichier {lu.FullName} n’existe pas.");
        }

        var emploi = await services.GetRequiredService<IEmplois>().LeJourAsync(compte, organisation, JourDeParis.De(services.GetRequiredService<TimeProvider>().GetUtcNow()), annulation);
        var roles = emploi?.Roles.Intersect(Roles).ToList() ?? [];
        if (roles.Count == 0)
        {
            return await RefuserAsync("Ce compte n’est pas celui d’un médiateur de cette organisation, aujourd’hui.");
        }

        // Places and communes are in memory on a server; here they are read now.
        foreach (var module in services.GetServices<IModule>().Where(m => m.Nom is "Territoires" or "Cartographie").OrderBy(m => m.Rang))
        {
            await module.PreparerAsync(services, annulation);
        }

        var acces = services.GetRequiredService<ContexteAcces>();
        (acces.Compte, acces.Organisation, acces.Role, acces.Equipes) = (compte.ToString(), organisation.ToString(), string.Join(',', roles.Select(r => r.Cle())), string.Join(',', emploi!.Equipes));
        services.GetRequiredService<ContexteEcriture>().Acteur = compte.ToString();
        var copie = FichierDePassage.Ouvrir();
        await using (var octets = lu.OpenRead())
        {
            await octets.CopyToAsync(copie, annulation);
        }

        copie.Position = 0;
        var depose = await services.GetRequiredService<DepotDImport>().DeposerAsync(copie, lu.Name, compte, organisation, null, annulation);
        if (!depose.Reussi)
        {
            return await RefuserAsync($"{depose.Erreur!.Code} {depose.Erreur.Message}");
        }

        var (id, travaux, db) = (depose.Valeur.Id, services.GetRequiredService<TravauxDesImports>(), services.GetRequiredService<FaireAvecDb>());
        if (depose.Valeur.Etat == EtatDImport.Colonnes)
        {
            var dites = await services.GetRequiredService<ImportsDuMediateur>().DireLesColonnesAsync(depose.Valeur, depose.Valeur.Colonnes, depose.Valeur.Reglages, annulation);
            if (!dites.Reussi)
            {
                return await RefuserAsync($"{dites.Erreur!.Code} {dites.Erreur.Message} Le médiateur peut dire les colonnes sur sa page : {LiensDesImports.Colonnes(id)}");
            }
        }

        await travaux.FaireIciAsync(id, acces, annulation);
        var import = await RelireAsync(db, id, annulation);
        if (confirmer && import.Etat == EtatDImport.AVerifier)
        {
            await services.GetRequiredService<ImportsDuMediateur>().ConfirmerAsync(import, doublons, corrections: true, annulation);
            await travaux.FaireIciAsync(id, acces, annulation);
            import = await RelireAsync(db, id, annulation);
        }

        await foreach (var ligne in db.Set<LigneDImport>().AsNoTracking().Where(l => l.Import == id && (l.Sort == SortDeLigne.Refuse || l.Fait == FaitDeLigne.Refuse)).OrderBy(l => l.Rang).AsAsyncEnumerable().WithCancellation(annulation))
        {
            foreach (var d in ligne.Defauts.Where(d => d.Refuse))
            {
                Console.WriteLine(JsonSerializer.Serialize(new { d.Ligne, d.Colonne, d.Valeur, d.Phrase }, Json));
            }
        }

        Console.WriteLine(JsonSerializer.Serialize(new { Import = id, Etat = import.Etat.ToString(), import.Lignes, import.Du, import.Au, import.Phrase, import.Bilan, Page = LiensDesImports.Import(id) }, Json));
        await Console.Error.WriteLineAsync(import.Phrase ?? $"{PageDImport.Nombre(import.Bilan?.Ecrits ?? 0)} compte(s) rendu(s) ajouté(s).");
        return import.Etat == EtatDImport.Refuse ? 1 : 0;
    }

    private static async Task<ImportDActivites> RelireAsync(FaireAvecDb db, Guid id, CancellationToken annulation)
    {
        db.ChangeTracker.Clear();
        return await db.Set<ImportDActivites>().SingleAsync(i => i.Id == id, annulation);
    }

    private static async Task<int> RefuserAsync(string phrase)
    {
        await Console.Error.WriteLineAsync(phrase);
        return 1;
    }
}
