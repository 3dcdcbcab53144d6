using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>The expected failures about figures: ACC-640 to ACC-669. A code is never used again.</summary>
internal static class ErreursDeStatistiques
{
    public static readonly Erreur PeriodeInversee = new("ACC-640", "La période finit avant de commencer. Échangez les deux dates.", "du");
    public static readonly Erreur PeriodeTropLongue = new("ACC-641", "La période est trop longue : 20 ans au plus, à partir de l’an 2000.", "du");
    public static readonly Erreur DateFausse = new("ACC-642", "« {0} » n’est pas une date. Écrivez-la comme 2026-11-25.");
    public static readonly Erreur ValeurInconnue = new("ACC-643", "« {0} » n’est pas une valeur possible pour « {1} ».");
    public static readonly Erreur TropDeValeurs = new("ACC-644", "Cent valeurs au plus pour « {0} ».");
    public static readonly Erreur UneSeuleValeur = new("ACC-645", "Une seule valeur pour « {0} ».");
    public static readonly Erreur PasPourCesChiffres = new("ACC-646", "« {0} » ne se filtre pas pour ces chiffres.");
    public static readonly Erreur PasParMediateur = new("ACC-647", "Les chiffres ne se lisent pas médiateur par médiateur : ils sont additionnés.", "mediateur");
    public static readonly Erreur Cloturee = new("ACC-648", "Cette période est close : les chiffres jusqu’au {0} ont été rendus. Rien n’y est ajouté, corrigé ou supprimé. Demandez à votre structure de la rouvrir.", "date");
    public static readonly Erreur ClotureFuture = new("ACC-649", "Choisissez un jour passé : aujourd’hui, on note encore.", "Jusquau");
    public static readonly Erreur ClotureManque = new("ACC-650", "Choisissez le dernier jour à clore.", "Jusquau");
    public static readonly Erreur ClotureRecule = new("ACC-651", "C’est déjà clos plus loin, jusqu’au {0}. Pour revenir en arrière, rouvrez la période.", "Jusquau");
    public static readonly Erreur MotifManque = new("ACC-652", "Dites pourquoi vous rouvrez, en 300 caractères au plus.", "Motif");
    public static readonly Erreur RienAClore = new("ACC-653", "Aucune période n’est close.");
    public static readonly Erreur TitreManque = new("ACC-654", "Donnez un titre au rapport, de 3 à 120 caractères.", "Titre");
    public static readonly Erreur CommentaireTropLong = new("ACC-655", "Le commentaire fait 5 000 caractères au plus.", "Commentaire");
    public static readonly Erreur DureeDePartage = new("ACC-656", "Le lien dure de 1 à 365 jours.", "Jours");
    public static readonly Erreur TropDeRapports = new("ACC-657", "Cent rapports au plus. Supprimez-en un d’abord.", "Titre");
    public static readonly Erreur ParametreInconnu = new("ACC-658", "Le paramètre « {0} » n’existe pas.");
    public static readonly Erreur PasCeNiveau = new("ACC-659", "Cet accès ne lit pas les chiffres de ce niveau.", "niveau");
    public static readonly Erreur Introuvable = new("ACC-660", "Il n’y a pas de chiffres à cet endroit pour cet accès.", "de");

    public static readonly Erreur ClotureTropAncienne = new("ACC-661", "Choisissez un jour à partir du {0} : rien n’est noté avant.", "Jusquau");

    public static Erreur Avec(this Erreur erreur, params object?[] valeurs) => erreur with { Message = string.Format(System.Globalization.CultureInfo.InvariantCulture, erreur.Message, valeurs) };
}
