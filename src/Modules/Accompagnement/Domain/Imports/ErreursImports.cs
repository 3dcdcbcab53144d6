using System.Globalization;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Imports;

/// <summary>The expected failures of imports of acts: ACC-600 to ACC-649. A code is never used again.</summary>
internal static class ErreursImports
{
    public static readonly Erreur FichierManque = new("ACC-600", "Choisissez un fichier.", "Fichier");
    public static readonly Erreur TropGros = new("ACC-601", $"Ce fichier est trop gros : {ImportDActivites.TailleMaxMo} Mo au plus. Exportez une période plus courte.", "Fichier");
    public static readonly Erreur DejaDepose = new("ACC-602", "Ce fichier est déjà en cours d’import. Finissez celui-là, ou abandonnez-le.", "Fichier");
    public static readonly Erreur TropDeLignes = new("ACC-603", string.Create(CultureInfo.GetCultureInfo("fr-FR"), $"Ce fichier a plus de {ImportDActivites.LignesMax:N0} lignes. Exportez une période plus courte."));
    public static readonly Erreur SansLigne = new("ACC-604", "Ce fichier n’a pas de ligne sous le nom des colonnes.");
    public static readonly Erreur DUnAutre = new("ACC-605", "Aucune ligne de ce fichier n’est à votre nom : c’est l’export d’un autre médiateur. Chacun importe ses propres comptes rendus.");
    public static readonly Erreur DUneAutreStructure = new("ACC-606", "Ce fichier est celui d’une autre organisation que la vôtre. Changez d’organisation, ou choisissez un autre fichier.");
    public static readonly Erreur ColonnesManquent = new("ACC-607", "Dites quelle colonne est la date, et laquelle est la durée.");
    public static readonly Erreur PasAVerifier = new("ACC-608", "Cet import n’attend plus de confirmation.");
    public static readonly Erreur PasTermine = new("ACC-609", "Cet import n’a rien ajouté, ou il est déjà annulé.");
    public static readonly Erreur SansEmploi = new("ACC-610", "Vous ne travaillez plus pour cette organisation : cet import ne peut pas être écrit.");
    public static readonly Erreur DejaParUnCollegue = new("ACC-611", "Ce compte rendu est déjà importé par quelqu’un de votre organisation, ou par un autre import en cours.");
    public static readonly Erreur ColonneDeuxFois = new("ACC-612", "Chaque renseignement se lit dans une seule colonne.");
    public static readonly Erreur Efface = new("ACC-613", "Le fichier de cet import est effacé. Envoyez-le de nouveau.");
    public static readonly Erreur Introuvable = new("ACC-615", "Cet import n’existe pas, ou il n’est pas à vous.");
    public static readonly Erreur EntreTemps = new("ACC-616", "Cet import a changé entre-temps, peut-être dans un autre onglet. Regardez où il en est.");
    public static readonly Erreur Contenu = new("ACC-614", "Le fichier déposé ne peut plus être lu. Envoyez-le de nouveau.");
    public static readonly Erreur TropDImports = new("ACC-619", "Vous avez trop d’imports en cours ou envoyés depuis hier. Finissez-en un, ou abandonnez-le, puis envoyez ce fichier.", "Fichier");
    public static readonly Erreur EcritureRefusee = new("ACC-617", "Ce compte rendu n’a pas pu être écrit.");

    /// <summary>The file as a whole can't be read.</summary>
    public static Erreur Illisible(string phrase) => new("ACC-618", phrase, "Fichier");
}
