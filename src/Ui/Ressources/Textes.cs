using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Text;
using FaireAvec.Kernel.Ressources;

namespace FaireAvec.Ui.Ressources;

/// <summary>Every word that the components say by themselves, in the language of the page. French is the default; a test checks that English is complete.</summary>
internal static class Textes
{
    private static readonly ResourceManager Ressources = new TextesFaciles("FaireAvec.Ui.Ressources.Textes", typeof(Textes).Assembly);

    private static readonly ConcurrentDictionary<string, CompositeFormat> Modeles = new(StringComparer.Ordinal);

    public static string Erreur => Lire();

    public static string ErreurPrefixe => Lire();

    public static string ErreursTitre => Lire();

    public static string ErreurGenerique => Lire();

    public static string ErreurDuChamp(object a, object b) => Composer(Lire(), a, b);

    public static string ParametreUneFois(object a) => Composer(Lire(), a);

    public static string ParametreTropLong(object a, object b) => Composer(Lire(), a, b);

    public static string ParametreInvisible(object a) => Composer(Lire(), a);

    public static string ParametreParmi(object a, object b) => Composer(Lire(), a, b);

    public static string ParametreEntier(object a, object b, object c) => Composer(Lire(), a, b, c);

    public static string SaisieRefusee(object a) => Composer(Lire(), a);

    public static string SaisieNombre => Lire();

    public static string SaisieManque => Lire();

    public static string TexteLibreCompris => Lire();
    public static string TexteLibrePasUnTelephone => Lire();

    public static string Facultatif => Lire();

    public static string Choisir => Lire();

    public static string Modifier => Lire();

    public static string Jour => Lire();

    public static string Mois => Lire();

    public static string Annee => Lire();

    public static string DateIndice => Lire();

    public static string DateManqueJour => Lire();

    public static string DateManqueMois => Lire();

    public static string DateManqueAnnee => Lire();

    public static string DateManqueJourMois => Lire();

    public static string DateManqueJourAnnee => Lire();

    public static string DateManqueMoisAnnee => Lire();

    public static string DateManque => Lire();

    public static string DateInexistante(int annee) => Composer(Lire(), annee);

    public static string DateAnneeQuatreChiffres(int annee) => Composer(Lire(), annee);

    public static string CompteMaximum(object a) => Composer(Lire(), a);

    public static string CompteReste => Lire();

    public static string CompteTrop => Lire();

    public static string AutoAucun => Lire();

    public static string AutoUn => Lire();

    public static string AutoPlusieurs => Lire();

    public static string AutoPris => Lire();

    public static string AutourDeMoi => Lire();

    public static string PositionAttente => Lire();

    public static string PositionRefus => Lire();

    public static string PositionIndisponible => Lire();

    public static string PositionTrouvee => Lire();

    public static string PositionDelai => Lire();

    public static string FichierTypes(object a) => Composer(Lire(), a);

    public static string FichierTaille(object a) => Composer(Lire(), a);

    public static string FiltresAppliquer => Lire();

    public static string FiltresAvis => Lire();

    public static string FiltresEffacer => Lire();

    public static string FiltresLegende => Lire();

    public static string FilLibelle => Lire();

    public static string Pages => Lire();

    public static string PageNumero(object a) => Composer(Lire(), a);

    public static string PagePrecedente => Lire();

    public static string PageSuivante => Lire();

    public static string PageEtat(object a, object b) => Composer(Lire(), a, b);

    public static string PageResultats(object a, object b, object c) => Composer(Lire(), a, b, c);

    public static string TriCroissant => Lire();

    public static string TriDecroissant => Lire();

    public static string TriAlphabetique => Lire();

    public static string TriAlphabetiqueInverse => Lire();

    public static string TriAncien => Lire();

    public static string TriRecent => Lire();

    public static string TriAucun => Lire();

    public static string ToutOuvrir => Lire();

    public static string ToutFermer => Lire();

    public static string Sommaire => Lire();

    public static string VoirTableau => Lire();

    public static string Source(object a) => Composer(Lire(), a);

    public static string SansDonnee => Lire();

    public static string Effectif(object a) => Composer(Lire(), a);

    public static string AuDate(object a) => Composer(Lire(), a);

    public static string Entre(object a, object b) => Composer(Lire(), a, b);

    public static string Total => Lire();

    public static string Categorie => Lire();

    public static string Territoire => Lire();

    public static string Valeur => Lire();

    public static string Borne(object a, object b, object c) => Composer(Lire(), a, b, c);

    public static string GraphiqueBarres(object a) => Composer(Lire(), a);

    public static string GraphiqueLignes(object a) => Composer(Lire(), a);

    public static string GraphiqueEmpile(object a) => Composer(Lire(), a);

    public static string GraphiqueCarte(object a) => Composer(Lire(), a);

    public static string PostureALaPlace => Lire();

    public static string PostureAvec => Lire();

    public static string PostureFaireFaire => Lire();

    public static string PostureLibelle => Lire();

    public static string EtapeFaite => Lire();

    public static string EtapeEnCours => Lire();

    public static string EtapeAFaire => Lire();

    public static string Avancement(object a, object b) => Composer(Lire(), a, b);

    public static string NotificationInfo => Lire();

    public static string NotificationSucces => Lire();

    public static string NotificationAttention => Lire();

    public static string NotificationErreur => Lire();

    public static string CarteOuvert => Lire();

    public static string CarteFerme => Lire();

    public static string CarteInconnu => Lire();

    public static string CarteVoir => Lire();

    public static string CarteAttente => Lire();

    public static string CarteChargement => Lire();

    public static string CarteRate => Lire();

    public static string CarteZoomPlus => Lire();

    public static string CarteZoomMoins => Lire();

    public static string CarteFermer => Lire();

    public static string Imprimer => Lire();

    public static string CopierLien => Lire();

    public static string CopieFaite => Lire();

    public static string CopieRatee => Lire();

    public static string QrLibelle(object a) => Composer(Lire(), a);

    public static string FeuilleVerifier => Lire();

    public static string FeuilleEditee(object a) => Composer(Lire(), a);

    public static string NouvelOnglet => Lire();

    public static string AllerAuContenu => Lire();

    public static string AccueilLibelle => Lire();

    public static string TexteLibreTableau => Lire();

    public static string MenuPlus => Lire();

    public static string MenuPrincipal => Lire();

    public static string MenuPied => Lire();

    public static string NavTrouver => Lire();

    public static string NavEntrainer => Lire();

    public static string NavComprendre => Lire();

    public static string PiedDevise => Lire();

    /// <summary>Link of the footer to the sign-in page.</summary>
    public static string PiedProfessionnels => Lire();

    /// <summary>Link to the sign-in page.</summary>
    public static string SeConnecter => Lire();

    public static string PiedAccessibilite => Lire();

    public static string PiedDonnees => Lire();

    public static string PiedVie => Lire();

    public static string PiedMentions => Lire();

    public static string PiedContact => Lire();

    public static string PiedFalc => Lire();

    public static string PiedPlan => Lire();

    /// <summary>Usual or easy sentences (« facile à lire »).</summary>
    public static string Phrases => Lire();

    public static string PhrasesCourantes => Lire();

    public static string PhrasesFaciles => Lire();

    public static string Theme => Lire();

    public static string ThemeClair => Lire();

    public static string ThemeSombre => Lire();

    public static string ThemeAuto => Lire();

    internal static string? DansLaLangue(string nom, CultureInfo culture) => Ressources.GetString(nom, culture);

    private static string Composer(string modele, params object[] valeurs) =>
        string.Format(CultureInfo.CurrentCulture, Modeles.GetOrAdd(modele, CompositeFormat.Parse), valeurs);

    private static string Lire([CallerMemberName] string nom = "") =>
        Ressources.GetString(nom, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"Add the text \"{nom}\" to src/Ui/Ressources/Textes.resx.");
}
