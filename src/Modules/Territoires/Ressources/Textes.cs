using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Text;
using FaireAvec.Kernel.Ressources;

namespace FaireAvec.Territoires.Ressources;

/// <summary>Every word that the pages of the territories say, in the language of the page. French is the default; a test checks that English is complete.</summary>
internal static class Textes
{
    private static readonly ResourceManager Ressources = new TextesFaciles("FaireAvec.Territoires.Ressources.Textes", typeof(Textes).Assembly);

    private static readonly ConcurrentDictionary<string, CompositeFormat> Modeles = new(StringComparer.Ordinal);

    public static string Accueil => Lire();

    public static string FranceFil => Lire();

    public static string FranceTitre(object a) => Composer(Lire(), a);

    public static string FranceChapo => Lire();

    public static string FranceDescription => Lire();

    public static string ChercherLibelle => Lire();

    public static string ChercherIndice => Lire();

    public static string ChercherBouton => Lire();

    public static string ResultatsTitre(object a) => Composer(Lire(), a);

    public static string ResultatsAucun(object a) => Composer(Lire(), a);

    public static string ResultatsConseil => Lire();

    public static string ResultatsApprochants => Lire();

    public static string TrouveePar(object a) => Composer(Lire(), a);

    public static string ParRegion => Lire();

    public static string ParDepartement => Lire();

    public static string ColonneRegion => Lire();

    public static string ColonneDepartement => Lire();

    public static string ColonneCommune => Lire();

    public static string ColonneLieux => Lire();

    public static string ColonneHabitants => Lire();

    public static string CarteTitre => Lire();

    public static string CarteNote => Lire();

    public static string CarteOutreMer => Lire();

    public static string CarteSource => Lire();

    public static string FicheTitre(object a, object b) => Composer(Lire(), a, b);

    public static string FicheOnglet(object a, object b) => Composer(Lire(), a, b);

    public static string FicheVide(object a) => Composer(Lire(), a);

    public static string FicheChapo => Lire();

    public static string RegionDescription(object a, object b) => Composer(Lire(), a, b);

    public static string DepartementDescription(object a, object b, object c) => Composer(Lire(), a, b, c);

    public static string CommuneDescription(object a, object b) => Composer(Lire(), a, b);

    public static string EnBref => Lire();

    public static string Population => Lire();

    public static string PopulationInconnue => Lire();

    public static string Region => Lire();

    public static string Departement => Lire();

    public static string ChefLieu => Lire();

    public static string CodeInsee => Lire();

    public static string Intercommunalite => Lire();

    public static string VoirAutour => Lire();

    public static string Communes => Lire();

    public static string CommunesTitre => Lire();

    public static string ToutesLesCommunes => Lire();

    public static string CommunesSuivantes => Lire();

    public static string VoisinsTitre => Lire();

    public static string ProchesTitre => Lire();

    public static string DuDepartementTitre => Lire();

    public static string ChercherAilleurs => Lire();

    public static string VideTexte => Lire();

    public static string NousContacter => Lire();

    public static string VideProches => Lire();

    public static string VideLesPlusProches => Lire();

    public static string VideSansHabitant => Lire();

    public static string SignalerQuestion => Lire();

    public static string SignalerLien => Lire();

    public static string DouViennent => Lire();

    /// <summary>« aucun lieu », « 1 lieu », « 63 lieux ».</summary>
    public static string Lieux(int nombre) => nombre switch
    {
        0 => Lire("LieuxAucun"),
        1 => Lire("LieuxUn"),
        _ => Composer(Lire("LieuxPlusieurs"), Nombre(nombre)),
    };

    public static string Habitants(int nombre) => nombre == 0 ? Lire("PopulationAucun") : nombre == 1 ? Lire("PopulationUn") : Composer(Lire("PopulationPlusieurs"), Nombre(nombre));

    /// <summary>Where a population comes from, and when.</summary>
    public static string PopulationSource(int? annee) => annee is { } a ? Composer(Lire("PopulationAnnee"), a.ToString(CultureInfo.InvariantCulture)) : Lire("PopulationSansAnnee");

    public static string VoirLieux(int nombre) => nombre == 1 ? Lire("VoirLeLieu") : Composer(Lire("VoirLesLieux"), Nombre(nombre));

    public static string CommunesCompte(int nombre, int total) => Composer(Lire(nombre == 1 ? "CommunesCompteUne" : "CommunesCompte"), Nombre(nombre), Nombre(total));

    public static string CommuneInconnue(int lieux) => Composer(Lire(lieux == 1 ? "CommuneInconnueUn" : "CommuneInconnue"), Nombre(lieux));

    public static string CodePostal(int nombre) => Lire(nombre == 1 ? "CodePostal" : "CodesPostaux");

    /// <summary>« à 4 km »: whole kilometres, as people say them.</summary>
    public static string Distance(double km) => km < 1 ? Lire("DistanceCourte") : Composer(Lire("Distance"), Nombre((int)Math.Round(km)));

    public static string Nombre(int nombre) => nombre.ToString("N0", CultureInfo.CurrentCulture);

    internal static string? DansLaLangue(string nom, CultureInfo culture) => Ressources.GetString(nom, culture);

    private static string Composer(string modele, params object[] valeurs) =>
        string.Format(CultureInfo.CurrentCulture, Modeles.GetOrAdd(modele, CompositeFormat.Parse), valeurs);

    private static string Lire([CallerMemberName] string nom = "") =>
        Ressources.GetString(nom, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"Add the text \"{nom}\" to src/Modules/Territoires/Ressources/Textes.resx.");
}
