using System.Globalization;
using System.Text;
using FaireAvec.Accompagnement.Domain.Imports;
using FaireAvec.Accompagnement.Imports;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Demonstration;

/// <summary>The export of another tool that the invented médiateur deposited and hasn't confirmed: its preview is there to be looked at, and nothing is counted.</summary>
internal static class ImportInvente
{
    public const string Cle = "import:1";

    private static readonly string[] Entete = ["Date", "Type", "Participants", "Bénéficiaire", "Canal", "Commune", "Code postal", "Durée (min)", "Nom de l’atelier", "Thématiques", "Genre", "Tranche d’âge", "Statut", "ID CRA"];

    public static async Task AjouterAsync(IServiceProvider services, IDemonstration demonstration, CancellationToken annulation)
    {
        var camille = demonstration.De(Role.Mediateur);
        await using var portee = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var acces = portee.ServiceProvider.GetRequiredService<ContexteAcces>();
        (acces.Compte, acces.Organisation, acces.Role) = (camille.Compte.ToString(), camille.Organisation.ToString(), Role.Mediateur.Cle());
        var ecriture = portee.ServiceProvider.GetRequiredService<ContexteEcriture>();
        (ecriture.Acteur, ecriture.Processus) = ("systeme:demarrage", "demonstration");
        var id = demonstration.IdDe(Cle);
        if (!await portee.ServiceProvider.GetRequiredService<FaireAvecDb>().Set<ImportDActivites>().AnyAsync(i => i.Auteur == camille.Compte, annulation))
        {
            var aujourdhui = JourDeParis.De(portee.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow());
            await portee.ServiceProvider.GetRequiredService<DepotDImport>().DeposerAsync(new MemoryStream(Fichier(aujourdhui)), "export-de-demonstration.csv", camille.Compte, camille.Organisation, null, annulation, id);
        }
    }

    private static byte[] Fichier(DateOnly aujourdhui)
    {
        var texte = new StringBuilder().AppendJoin(';', Entete).Append("\r\n");
        void Ligne(int ilYA, string type, string participants, string minutes, string titre, string themes, string genre, string age, string id, string? date = null) => texte
            .AppendJoin(';', date ?? aujourdhui.AddDays(-ilYA).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), type, participants, "Personne fictive", type == "Atelier collectif" ? "Autre lieu" : "À domicile", "Saint-Étienne", "42000", minutes, titre, themes, genre, age, "Retraité", id)
            .Append("\r\n");
        for (var i = 0; i < 6; i++)
        {
            Ligne(i + 2, "Accompagnement individuel", "1/1", i % 2 == 0 ? "40" : "55", "", i % 3 == 0 ? "E-mail, Navigation sur internet" : "Aide aux démarches administratives, Logement", i % 2 == 0 ? "Féminin" : "Masculin", "60 - 69 ans", $"exemple-{i}");
        }

        for (var i = 1; i <= 4; i++)
        {
            Ligne(5, "Atelier collectif", $"{i}/5", "95", "Mes premiers courriels", "E-mail", "Féminin", "70 ans et plus", "exemple-atelier");
        }

        Ligne(3, "Accompagnement individuel", "1/1", "une heure", "", "Poterie", "Féminin", "60 - 69 ans", "exemple-refuse");
        Ligne(3, "Accompagnement individuel", "1/1", "25", "", "E-mail, Poterie", "Féminin", "60 - 69 ans", "exemple-refuse-2", "hier");
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(texte.ToString())];
    }
}
