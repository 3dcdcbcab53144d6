using System.CommandLine;
using FaireAvec.Cartographie.Correspondances;
using FaireAvec.Cartographie.Correspondances.Geocodage;
using FaireAvec.Cartographie.Correspondances.Moteur;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Cartographie.Norme.Ecriture;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Commandes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Correspondance = FaireAvec.Cartographie.Correspondances.Correspondance;

namespace FaireAvec.Cartographie.Commandes;

/// <summary>« faireavec lieux correspondre »: a partner's file through a mapping.</summary>
internal static class CorrespondreCommande
{
    public static void Ajouter(IRegistreDeCommandes registre)
    {
        var fichier = new Argument<FileInfo>("fichier") { Description = "Fichier du partenaire : CSV, JSON, GeoJSON ou XLSX (ou .gz)" };
        var document = new Option<FileInfo>("--correspondance") { Description = "Document de correspondance, JSON ou YAML", Required = true };
        var sortie = new Option<FileInfo?>("--sortie") { Description = "Fichier CSV du standard à écrire" };
        var apercu = new Option<int?>("--apercu") { CustomParser = Valeurs.EntierFacultatif(1, 1000), Description = "Montre les N premières lignes, avant et après, sans rien écrire" };
        var geocoder = new Option<bool>("--geocoder") { Description = "Cherche la position des lieux qui n’en ont pas auprès du service de Geocodage__Adresse" };
        var cache = new Option<FileInfo?>("--cache") { Description = "Fichier où sont gardées les adresses déjà cherchées" };
        var commande = new Command("correspondre", "Traduit le fichier d’un partenaire vers le standard ; chaque ligne est gardée, corrigée avec sa trace, ou rejetée avec sa raison") { fichier, document, sortie, apercu, geocoder, cache };
        commande.SetAction(registre.SansBase(async (services, lecture, annulation) =>
        {
            var correspondance = await Correspondance.LireAsync(lecture.GetRequiredValue(document), annulation);
            if (!correspondance.Reussi)
            {
                foreach (var erreur in correspondance.Erreurs)
                {
                    SortieJson.Ecrire(new { erreur = erreur.Message, chemin = erreur.Champ, code = erreur.Code });
                }

                await Console.Error.WriteLineAsync($"La correspondance a {correspondance.Erreurs.Count} faute(s) : rien n’a été lu.");
                return 1;
            }

            try
            {
                using var lu = await LectureFichier.OuvrirAsync(lecture.GetRequiredValue(fichier).FullName, correspondance.Valeur.Lecture, annulation);
                var atelier = new AtelierDeCorrespondance(services.GetRequiredService<ITerritoires>(), services.GetRequiredService<TimeProvider>());
                return lecture.GetValue(apercu) is { } lignes
                    ? Apercu(atelier, correspondance.Valeur, lu, lignes)
                    : await TraduireAsync(atelier, services, correspondance.Valeur, lu, lecture.GetValue(sortie), lecture.GetValue(geocoder), lecture.GetValue(cache), annulation);
            }
            catch (FichierIllisibleException e)
            {
                SortieJson.Ecrire(new { erreur = e.Message });
                await Console.Error.WriteLineAsync(e.Message);
                return 1;
            }
            catch (FileNotFoundException)
            {
                await Console.Error.WriteLineAsync($"Le fichier {lecture.GetRequiredValue(fichier).FullName} n’existe pas.");
                return 1;
            }
        }));
        registre.Groupe("lieux", "Les lieux de médiation numérique").Add(commande);
    }

    private static int Apercu(AtelierDeCorrespondance atelier, Correspondance correspondance, LectureFichier fichier, int lignes)
    {
        var apercu = atelier.Apercu(correspondance, fichier, lignes);
        foreach (var ligne in apercu.Lignes)
        {
            SortieJson.Ecrire(new
            {
                lignes = ligne.Apres.Lignes,
                etat = Etat(ligne.Apres.Etat),
                raison = ligne.Apres.Raison,
                avant = ligne.Avant.Select(b => b.Valeurs.Where(v => !correspondance.Ignorees.ContainsKey(v.Key)).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal)),
                apres = ligne.Apres.Fiche is { } fiche ? Champs(fiche) : null,
                corrections = ligne.Apres.Corrections.Select(c => new { champ = c.Champ, avant = c.Avant, apres = c.Apres, regle = c.Regle, phrase = ReglesDeCorrespondance.Phrase(c.Regle) }),
                horaires_en_texte = ligne.Apres.HorairesEnTexte,
                deduits = ligne.Apres.Deduits,
            });
        }

        EcrireRapport(apercu.Rapport, []);
        return 0;
    }

    private static async Task<int> TraduireAsync(AtelierDeCorrespondance atelier, IServiceProvider services, Correspondance correspondance, LectureFichier fichier, FileInfo? sortie, bool geocoder, FileInfo? cache, CancellationToken annulation)
    {
        var execution = atelier.Preparer(correspondance);
        var resultats = execution.Appliquer(fichier.Lignes(execution.Illisible));
        using var client = geocoder ? ServiceDAdresses.Client() : null;
        ServiceDAdresses? service = null;
        if (client is not null)
        {
            if (ReglagesGeocodage.Lire(services.GetRequiredService<IConfiguration>()) is not { } reglages)
            {
                await Console.Error.WriteLineAsync("--geocoder demande l’adresse du service : Geocodage__Adresse (par exemple https://data.geopf.fr/geocodage/).");
                return 1;
            }

            var horloge = services.GetRequiredService<TimeProvider>();
            service = new ServiceDAdresses(client, reglages, services.GetRequiredService<ITerritoires>(), horloge);
            IGeocodeur geocodeur = cache is null ? service : new GeocodeurAvecCache(service, new CacheEnFichier(cache.FullName, horloge));
            resultats = await atelier.Geocodage(geocodeur).CompleterAsync([.. resultats], annulation);
        }

        await using var csv = sortie is null ? null : new StreamWriter(sortie.FullName, append: false);
        if (csv is not null)
        {
            await csv.WriteLineAsync(EcritureCsv.Entete);
        }

        foreach (var resultat in resultats)
        {
            annulation.ThrowIfCancellationRequested();
            if (resultat.Fiche is not { } fiche)
            {
                SortieJson.Ecrire(new { lignes = resultat.Lignes, rejet = resultat.Raison, nom = resultat.Nom, comme_la_ligne = resultat.LigneSemblable });
            }
            else if (csv is not null)
            {
                await csv.WriteLineAsync(EcritureCsv.Ligne(fiche));
            }
        }

        EcrireRapport(execution.Rapport, service?.Pannes ?? []);
        await Console.Error.WriteLineAsync($"{execution.Rapport.Lues} lignes lues : {execution.Rapport.Gardees} lieux gardés, {execution.Rapport.Corrigees} corrigés, {execution.Rapport.Rejetees} rejetés ; {execution.Rapport.Regroupees} lignes regroupées.{(execution.Rapport.Interruption is { } arret ? $" Lecture arrêtée : {arret}" : "")}");
        return execution.Rapport.Interruption is null ? 0 : 1;
    }

    private static void EcrireRapport(RapportCorrespondance r, IReadOnlyCollection<string> pannes) => SortieJson.Ecrire(new
    {
        rapport = new
        {
            source = r.Source,
            lues = r.Lues,
            gardees = r.Gardees,
            corrigees = r.Corrigees,
            rejetees = r.Rejetees,
            regroupees = r.Regroupees,
            raisons_de_rejet = r.RaisonsDeRejet,
            corrections = r.CorrectionsParRegle.Select(c => new { champ = c.Key.Split(' ')[0], regle = c.Key.Split(' ')[1], lieux = c.Value, phrase = ReglesDeCorrespondance.Phrase(c.Key.Split(' ')[1]) }),
            anomalies = r.AnomaliesParRegle,
            retenues = r.RetenuesParChamp,
            deduits = r.Deduits,
            avec_position = r.AvecPosition,
            avec_horaires = r.AvecHoraires,
            horaires_en_texte = r.HorairesEnTexte,
            valeurs_inconnues = r.ValeursInconnues,
            colonnes_non_lues = r.ColonnesNonLues,
            colonnes_absentes = r.ColonnesAbsentes,
            regles = r.Regles,
            pannes,
            interruption = r.Interruption,
        },
    });

    private static Dictionary<string, string> Champs(FicheLieu fiche) =>
        FicheLieu.Colonnes.Select(c => (c, Texte: fiche.Texte(c))).Where(c => c.Texte is not null).ToDictionary(c => c.c, c => c.Texte!, StringComparer.Ordinal);

    private static string Etat(EtatDeLigne etat) => etat switch { EtatDeLigne.Gardee => "gardee", EtatDeLigne.Corrigee => "corrigee", _ => "rejetee" };
}
