using System.CommandLine;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Cartographie.Norme;
using FaireAvec.Kernel.Commandes;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Cartographie.Commandes;

/// <summary>« faireavec lieux valider » and « faireavec lieux convertir ».</summary>
internal static class NormeCommandes
{
    private const int Illisible = 2;

    public static void Ajouter(IRegistreDeCommandes registre)
    {
        var groupe = registre.Groupe("lieux", "Les lieux de médiation numérique");
        var liste = new Option<string?>("--liste") { Description = "Chemin de la liste dans un fichier JSON (« resultats.lieux »)" };
        var feuille = new Option<string?>("--feuille") { Description = "Feuille d’un classeur" };
        groupe.Add(Valider(registre, liste, feuille));
    }

    private static Command Valider(IRegistreDeCommandes registre, Option<string?> liste, Option<string?> feuille)
    {
        var fichier = new Argument<string>("fichier") { Description = "Fichier de lieux : CSV, JSON, JSON lines, GeoJSON ou XLSX, même en .gz ; « - » ou rien : JSON lines sur l’entrée", DefaultValueFactory = _ => "-" };
        var format = new Option<string>("--format") { Description = "jsonl (une ligne JSON par défaut) ou texte", DefaultValueFactory = _ => "jsonl" };
        var regles = new Option<string>("--regles") { Description = "norme (le schéma seul) ou toutes (nos règles plus strictes aussi)", DefaultValueFactory = _ => "toutes" };
        format.AcceptOnlyFromAmong("jsonl", "texte");
        regles.AcceptOnlyFromAmong("norme", "toutes");
        var valider = new Command("valider", "Valide un fichier de lieux : une ligne par défaut, puis le bilan. Code de sortie : 0 sans défaut bloquant, 1 avec, 2 si le fichier est illisible")
        {
            fichier, format, regles, liste, feuille,
        };
        valider.SetAction(registre.SansBase(async (services, lecture, annulation) =>
        {
            var validation = services.GetRequiredService<ValidationDesLieux>();
            var (chemin, toutes) = (lecture.GetRequiredValue(fichier), lecture.GetValue(regles) == "toutes");
            var options = new OptionsDeLecture { Liste = lecture.GetValue(liste), Feuille = lecture.GetValue(feuille) };
            await using var sortie = Console.OpenStandardOutput();
            // A person, or a program, at the other end of a pipe waits for each answer.
            using var rapport = new RapportDeValidation(sortie, enTexte: lecture.GetValue(format) == "texte", sansAttendre: chemin == "-");
            try
            {
                BilanDeValidation bilan;
                if (chemin == "-")
                {
                    await using var entree = Console.OpenStandardInput();
                    bilan = validation.Valider(entree, toutes, rapport.Ecrire, annulation);
                }
                else
                {
                    using var lu = await LectureFichier.OuvrirAsync(chemin, options, annulation);
                    bilan = validation.Valider(lu, toutes, rapport.Ecrire, annulation);
                }

                rapport.Finir(bilan);
                await Console.Error.WriteLineAsync(RapportDeValidation.EnMots(bilan));
                return bilan.Bloquants == 0 ? 0 : 1;
            }
            catch (FichierIllisibleException e)
            {
                rapport.Vider();
                await Console.Error.WriteLineAsync(e.Message);
                return Illisible;
            }
        }));
        return valider;
    }
}
