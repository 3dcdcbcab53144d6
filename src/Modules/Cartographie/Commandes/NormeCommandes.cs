using System.CommandLine;
using System.Text;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Cartographie.Norme;
using FaireAvec.Cartographie.Norme.Ecriture;
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
        groupe.Add(Convertir(registre, liste, feuille));
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

    private static Command Convertir(IRegistreDeCommandes registre, Option<string?> liste, Option<string?> feuille)
    {
        var fichier = new Argument<string>("fichier") { Description = "Fichier de lieux : CSV, JSON, JSON lines, GeoJSON ou XLSX, même en .gz" };
        var vers = new Option<string>("--vers") { Description = "csv, json, geojson, xlsx ou data-inclusion", Required = true };
        var sortie = new Option<string?>("--sortie") { Description = "Fichier à écrire ; sans elle, le résultat va sur la sortie et les retouches ne sont que comptées" };
        vers.AcceptOnlyFromAmong("csv", "json", "geojson", "xlsx", "data-inclusion");
        var convertir = new Command("convertir", "Écrit un fichier de lieux dans un autre format, au schéma 1.0.2 ; chaque retouche est dite, chaque ligne laissée de côté l’est avec sa raison")
        {
            fichier, vers, sortie, liste, feuille,
        };
        convertir.SetAction(registre.SansBase(async (services, lecture, annulation) =>
        {
            var options = new OptionsDeLecture { Liste = lecture.GetValue(liste), Feuille = lecture.GetValue(feuille) };
            var chemin = lecture.GetValue(sortie);
            try
            {
                using var lu = await LectureFichier.OuvrirAsync(lecture.GetRequiredValue(fichier), options, annulation);
                var bilan = chemin is null
                    ? await EcrireAsync(Console.OpenStandardOutput(), _ => { })
                    : await EcrireFichierAsync(chemin, flux => EcrireAsync(flux, SortieJson.Ecrire));
                if (chemin is not null)
                {
                    SortieJson.Ecrire(new { bilan });
                }

                await Console.Error.WriteLineAsync($"{bilan.Lues} lignes lues, {bilan.Ecrites} écrites, {bilan.Rejetees} laissées de côté ; {bilan.Retouches} retouches.");
                return 0;

                async Task<BilanDeConversion> EcrireAsync(Stream flux, Action<Retouche> noter)
                {
                    await using var tampon = new BufferedStream(flux, 1 << 16);
                    using var ecriture = Ecriture(lecture.GetRequiredValue(vers), tampon, services.GetRequiredService<TimeProvider>());
                    return new ConversionDeLieux(services.GetRequiredService<SchemaDesLieux>()).Convertir(lu, ecriture, noter, annulation);
                }
            }
            catch (FichierIllisibleException e)
            {
                await Console.Error.WriteLineAsync(e.Message);
                return Illisible;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"{chemin ?? "La sortie"} ne peut pas être écrit : {e.Message}");
                return 1;
            }
        }));
        return convertir;
    }

    /// <summary>Writes beside, then takes the place: a conversion that stops leaves what was there.</summary>
    private static async Task<BilanDeConversion> EcrireFichierAsync(string chemin, Func<Stream, Task<BilanDeConversion>> ecrire)
    {
        var provisoire = chemin + ".partiel";
        try
        {
            BilanDeConversion bilan;
            await using (var flux = File.Create(provisoire))
            {
                bilan = await ecrire(flux);
            }

            File.Move(provisoire, chemin, overwrite: true);
            return bilan;
        }
        finally
        {
            File.Delete(provisoire);
        }
    }

    private static EcritureDeLieux Ecriture(string format, Stream flux, TimeProvider horloge) => format switch
    {
        "csv" => new EcritureCsv(new StreamWriter(flux, new UTF8Encoding(false), 1 << 16, leaveOpen: true)),
        "json" => new EcritureJson(flux, geojson: false),
        "geojson" => new EcritureJson(flux, geojson: true),
        "xlsx" => new EcritureXlsx(flux),
        _ => new EcritureDataInclusion(flux, DateOnly.FromDateTime(horloge.GetUtcNow().UtcDateTime)),
    };
}
