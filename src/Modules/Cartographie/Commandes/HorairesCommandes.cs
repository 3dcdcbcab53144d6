using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using FaireAvec.Cartographie.Horaires.Calendrier;
using FaireAvec.Cartographie.Horaires.Lignes;
using FaireAvec.Cartographie.Lecture.Lignes;
using FaireAvec.Kernel.Commandes;

namespace FaireAvec.Cartographie.Commandes;

/// <summary>« faireavec horaires … »: reading, evaluating and writing opening hours, without database. Described in Horaires/README.md.</summary>
internal static class HorairesCommandes
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Ajouter(IRegistreDeCommandes registre)
    {
        var groupe = registre.Groupe("horaires", "Les horaires d’ouverture : évaluer, réécrire, convertir");
        groupe.Add(Evaluer());
        groupe.Add(Simple("ecrire", "Réécrit des horaires dans la forme canonique et les dit en français", EcritureDeLigne.Repondre));
        groupe.Add(Simple("convertir", "Convertit des horaires écrits en français, avec une confiance", ConversionDeLigne.Repondre));
        groupe.Add(Feries());
    }

    private static Command Evaluer()
    {
        var fichier = Fichier();
        var vacances = new Option<FileInfo?>("--vacances") { Description = "Table datée des vacances scolaires (CSV : zone, debut, fin, nom) ; sans elle, SH est refusé" };
        var commande = new Command("evaluer", "Répond à des questions en lignes JSON : quand est-ce ouvert, est-ce ouvert à cet instant. " + LignesDeCommande.Codes) { fichier, vacances };
        commande.SetAction(async (lecture, annulation) =>
        {
            VacancesScolaires? table = null;
            if (lecture.GetValue(vacances) is { } chemin)
            {
                var lue = VacancesScolaires.Lire(chemin.FullName);
                if (!lue.Reussi)
                {
                    await Console.Error.WriteLineAsync(lue.Erreur!.Message);
                    return 1;
                }

                table = lue.Valeur;
            }

            return await LignesDeCommande.TraiterAsync(lecture.GetValue(fichier), new EvaluationDeLigne(table).Repondre, annulation);
        });
        return commande;
    }

    private static Command Simple(string nom, string description, LignesJson.Reponse repondre)
    {
        var fichier = Fichier();
        var commande = new Command(nom, $"{description}. {LignesDeCommande.Codes}") { fichier };
        commande.SetAction((lecture, annulation) => LignesDeCommande.TraiterAsync(lecture.GetValue(fichier), repondre, annulation));
        return commande;
    }

    private static Command Feries()
    {
        var annee = new Option<int>("--annee") { CustomParser = Valeurs.Entier(JoursFeries.PremiereAnnee, JoursFeries.DerniereAnnee), Description = $"L’année, de {JoursFeries.PremiereAnnee} à {JoursFeries.DerniereAnnee}", Required = true };
        var departement = new Option<string>("--departement") { Description = "Le code du département : 57, 2A, 974…", DefaultValueFactory = _ => "75" };
        var commande = new Command("feries", "Donne les jours fériés d’une année dans un département") { annee, departement };
        commande.SetAction(async (lecture, _) =>
        {
            var (an, code) = (lecture.GetValue(annee), lecture.GetValue(departement) ?? "");
            if (!CodesDepartements.TryLire(code, out var connu))
            {
                await Console.Error.WriteLineAsync(ErreursLignes.DepartementInconnu(code).Message);
                return 1;
            }

            await using var sortie = Console.OpenStandardOutput();
            foreach (var ferie in JoursFeries.Annee(an, connu))
            {
                await JsonSerializer.SerializeAsync(sortie, new { date = ferie.Date, nom = ferie.Nom }, Json, CancellationToken.None);
                sortie.WriteByte((byte)'\n');
            }

            return 0;
        });
        return commande;
    }

    private static Argument<FileInfo?> Fichier() => new("fichier") { Description = "Fichier de lignes JSON ; l’entrée standard si absent", Arity = ArgumentArity.ZeroOrOne };
}
