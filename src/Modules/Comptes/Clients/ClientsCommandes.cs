using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Commandes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Clients;

/// <summary>« faireavec comptes clients creer | lister | revoquer ».</summary>
internal static class ClientsCommandes
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Ajouter(IRegistreDeCommandes registre)
    {
        var clients = new Command("clients", "Les accès des autres logiciels à l’API") { Creer(registre), Lister(registre), Revoquer(registre) };
        registre.Groupe("comptes", "Les comptes, les organisations et les accès").Add(clients);
    }

    private static Command Creer(IRegistreDeCommandes registre)
    {
        var nom = new Option<string>("--nom") { Description = "Nom du logiciel", Required = true };
        var organisation = new Option<string>("--organisation") { Description = "Organisation qui en répond : son identifiant, son SIRET, son RIDET ou son numéro interne", Required = true };
        var etendues = new Option<string>("--etendues") { Description = "Étendues, séparées par des virgules", Required = true };
        var portee = new Option<Portee>("--portee") { Description = "Organisation, Territoire ou National", DefaultValueFactory = _ => Portee.Organisation };
        var departements = new Option<string?>("--departements") { Description = "Codes des départements, séparés par des virgules (portée Territoire)" };
        var limite = new Option<int>("--limite") { Description = "Demandes par seconde, en moyenne", DefaultValueFactory = _ => ClientApi.LimiteParDefaut };
        var duree = new Option<int>("--duree-jours") { Description = "Durée du secret, en jours", DefaultValueFactory = _ => GestionDesClients.DureeParDefautJours };
        var commande = new Command("creer", "Crée un accès et affiche son secret, une seule fois") { nom, organisation, etendues, portee, departements, limite, duree };
        commande.SetAction(registre.AvecBase(async (services, lecture, annulation) =>
        {
            if (await OrganisationAsync(services.GetRequiredService<FaireAvecDb>(), lecture.GetRequiredValue(organisation), annulation) is not { } id)
            {
                return await RefuserAsync([ErreursClients.OrganisationInconnue]);
            }

            var choisis = lecture.GetValue(departements);
            var fait = await services.GetRequiredService<GestionDesClients>().CreerAsync(
                null,
                id,
                new ClientDemande
                {
                    Nom = lecture.GetRequiredValue(nom),
                    Etendues = lecture.GetRequiredValue(etendues).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                    Portee = choisis is null ? lecture.GetValue(portee) : Portee.Territoire,
                    Departements = choisis,
                    LimiteParSeconde = lecture.GetValue(limite),
                },
                lecture.GetValue(duree),
                annulation);
            if (!fait.Reussi)
            {
                return await RefuserAsync(fait.Erreurs);
            }

            Ecrire(new { ClientId = fait.Valeur.Client, ClientSecret = fait.Valeur.Secret, fait.Valeur.ExpireLe });
            await Console.Error.WriteLineAsync("Gardez ce secret maintenant : il ne sera plus montré.");
            return 0;
        }));
        return commande;
    }

    private static Command Lister(IRegistreDeCommandes registre)
    {
        var commande = new Command("lister", "Liste les accès, un par ligne");
        commande.SetAction(registre.EnLecture(async (services, _, annulation) =>
        {
            var (db, maintenant) = (services.GetRequiredService<FaireAvecDb>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
            var lignes = await (
                from c in db.Set<ClientApi>().AsNoTracking()
                join o in db.Set<Organisation>() on c.Organisation equals o.Id
                orderby c.CreeLe, c.Id
                select new { Client = c, Organisation = o.Nom, Secrets = db.Set<SecretDeClient>().Count(s => s.Client == c.Id && s.ExpireLe > maintenant) }).ToListAsync(annulation);
            foreach (var l in lignes)
            {
                Ecrire(new { ClientId = l.Client.Id, l.Client.Nom, l.Organisation, l.Client.Etendues, Portee = l.Client.Portee.ToString(), l.Client.Departements, l.Client.LimiteParSeconde, SecretsValables = l.Secrets, l.Client.CreeLe, l.Client.RevoqueLe });
            }

            return 0;
        }));
        return commande;
    }

    private static Command Revoquer(IRegistreDeCommandes registre)
    {
        var id = new Argument<Guid>("client") { Description = "Identifiant donné par « comptes clients lister »" };
        var motif = new Option<string>("--motif") { Description = "Pourquoi", Required = true };
        var commande = new Command("revoquer", "Retire un accès : ses jetons ne valent plus rien à l’instant") { id, motif };
        commande.SetAction(registre.AvecBase(async (services, lecture, annulation) =>
        {
            var gestion = services.GetRequiredService<GestionDesClients>();
            if (await gestion.LireAsync(null, lecture.GetRequiredValue(id), annulation) is not { } client)
            {
                return await RefuserAsync([ErreursClients.ClientInconnu]);
            }

            var fait = await gestion.RevoquerAsync(client, lecture.GetRequiredValue(motif), annulation);
            if (!fait.Reussi)
            {
                return await RefuserAsync(fait.Erreurs);
            }

            Ecrire(new { ClientId = client.Id, client.Nom, client.RevoqueLe });
            return 0;
        }));
        return commande;
    }

    private static async Task<Guid?> OrganisationAsync(FaireAvecDb db, string saisie, CancellationToken annulation)
    {
        var numero = string.Concat(saisie.Where(char.IsAsciiLetterOrDigit)).ToUpper(CultureInfo.InvariantCulture);
        return Guid.TryParse(saisie, out var id)
            ? id
            : await db.Set<Organisation>().Where(o => o.Numero == numero).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(annulation);
    }

    private static void Ecrire<T>(T valeur) => Console.WriteLine(JsonSerializer.Serialize(valeur, Json));

    private static async Task<int> RefuserAsync(IReadOnlyList<Erreur> erreurs)
    {
        foreach (var erreur in erreurs)
        {
            await Console.Error.WriteLineAsync($"{erreur.Code} {erreur.Message}{(erreur.ValeursAcceptees is { Count: > 0 } v ? $" Valeurs : {string.Join(", ", v)}." : "")}");
        }

        return 1;
    }
}
