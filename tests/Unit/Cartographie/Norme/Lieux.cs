using System.Text;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Cartographie.Norme;
using FaireAvec.Cartographie.Norme.Ecriture;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Unit.Territoires;

namespace FaireAvec.Tests.Unit.Cartographie.Norme;

/// <summary>A row without defect, its variants, and what the validation says of them.</summary>
internal static class Lieux
{
    public static readonly SchemaDesLieux Schema = SchemaDesLieux.Charger(Donnees.Dossier);

    public static readonly ValidationDesLieux Validation = new(Schema, Donnees.Territoires, new HorlogeFactice());

    /// <summary>A place that neither the standard nor our rules find fault with.</summary>
    public static Dictionary<string, string> Bon => new(StringComparer.Ordinal)
    {
        ["id"] = "exemple_1",
        ["pivot"] = "W691000000",
        ["nom"] = "Espace de l’Exemple",
        ["commune"] = "Lyon",
        ["code_postal"] = "69001",
        ["code_insee"] = "69381",
        ["adresse"] = "1 place de la Comédie",
        ["complement_adresse"] = "",
        ["latitude"] = "45.7673",
        ["longitude"] = "4.8361",
        ["typologie"] = "BIB|EPN",
        ["telephone"] = "+33478000000",
        ["courriels"] = "contact@example.org",
        ["site_web"] = "https://www.example.org",
        ["horaires"] = "Mo-Fr 09:00-12:00",
        ["presentation_resume"] = "Un lieu.",
        ["presentation_detail"] = "Un lieu ouvert.",
        ["source"] = "exemple",
        ["itinerance"] = "Fixe",
        ["structure_parente"] = "Ville de l’Exemple",
        ["date_maj"] = "2026-01-31",
        ["services"] = "Aide aux démarches administratives|Loisirs et créations numériques",
        ["publics_specifiquement_adresses"] = "Seniors",
        ["prise_en_charge_specifique"] = "Illettrisme",
        ["frais_a_charge"] = "Gratuit",
        ["dispositif_programmes_nationaux"] = "Conseillers numériques",
        ["formations_labels"] = "Étapes numériques (La Poste)",
        ["autres_formations_labels"] = "QPV",
        ["modalites_acces"] = "Se présenter|Téléphoner",
        ["modalites_accompagnement"] = "À distance",
        ["fiche_acces_libre"] = "https://acceslibre.beta.gouv.fr/app/",
        ["prise_rdv"] = "https://www.example.org/rdv",
    };

    public static Dictionary<string, string> Avec(params (string Colonne, string Valeur)[] valeurs)
    {
        var lieu = Bon;
        foreach (var (colonne, valeur) in valeurs)
        {
            lieu[colonne] = valeur;
        }

        return lieu;
    }

    public static string Csv(params Dictionary<string, string>[] lieux) =>
        string.Concat(lieux.Select(l => string.Join(',', FicheLieu.Colonnes.Select(c => $"\"{l[c].Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n").Prepend(string.Join(',', FicheLieu.Colonnes) + "\n"));

    public static (List<Defaut> Defauts, BilanDeValidation Bilan) Valider(string texte, bool toutes = true) => Valider(Encoding.UTF8.GetBytes(texte), toutes);

    public static (List<Defaut> Defauts, BilanDeValidation Bilan) Valider(byte[] octets, bool toutes = true)
    {
        using var fichier = LectureFichier.Ouvrir(new MemoryStream(octets));
        var defauts = new List<Defaut>();
        var bilan = Validation.Valider(fichier, toutes, defauts.Add, CancellationToken.None);
        return (defauts, bilan);
    }

    /// <summary>The defects of the good place with some values changed.</summary>
    public static List<Defaut> Defauts(params (string Colonne, string Valeur)[] valeurs) => Valider(Csv(Avec(valeurs))).Defauts;

    /// <summary>What is read back of a file, as places.</summary>
    public static List<FicheLieu> Relire(byte[] octets)
    {
        using var fichier = LectureFichier.Ouvrir(new MemoryStream(octets));
        var lecture = new LectureDesLieux(Schema);
        return [.. fichier.Lignes(a => Assert.Fail(a.Raison)).Select(l => lecture.Lire(l).Fiche(Schema))];
    }

    public static byte[] Ecrire(string format, params FicheLieu[] lieux)
    {
        using var memoire = new MemoryStream();
        using (EcritureDeLieux ecriture = format switch
        {
            "csv" => new EcritureCsv(new StreamWriter(memoire, new UTF8Encoding(false))),
            "xlsx" => new EcritureXlsx(memoire),
            "data-inclusion" => new EcritureDataInclusion(memoire, new DateOnly(2026, 11, 18)),
            _ => new EcritureJson(memoire, geojson: format == "geojson"),
        })
        {
            foreach (var lieu in lieux)
            {
                Assert.Null(ecriture.Ecrire(lieu));
            }

            ecriture.Finir();
        }

        return memoire.ToArray();
    }

    /// <summary>All the values of a place, to compare two of them.</summary>
    public static string Tout(FicheLieu l) => string.Join('\n', FicheLieu.Colonnes.Select(c => $"{c}={(c == "pivot" ? l.Pivot ?? EcritureCsv.PivotInconnu : l.Texte(c))}"));
}
