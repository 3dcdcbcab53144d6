using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>The expected failures about savoir-faire and paths: ACC-150 to ACC-189. A code is never used again.</summary>
internal static class ErreursDeCapacitation
{
    public static readonly Erreur MomentImpossible = new("ACC-150", "À cette étape du parcours, ce regard ne se note pas. Rechargez la page : le parcours a peut-être avancé.", "moment");
    public static readonly Erreur AvantLeDebut = new("ACC-151", "Ce jour est avant le début du parcours, ou avant le bilan de sortie.", "jour");
    public static readonly Erreur JourFutur = new("ACC-152", "Ce jour n’est pas encore venu.", "jour");
    public static readonly Erreur JourManque = new("ACC-153", "Écrivez la date, par exemple 25/11/2026.", "jour");
    public static readonly Erreur RienDeChoisi = new("ACC-154", "Choisissez au moins un savoir-faire qui compte pour la personne.", "savoir_faire");
    public static readonly Erreur TropDeSavoirFaire = new("ACC-155", "Choisissez {0} savoir-faire au plus : mieux vaut peu, et y arriver.", "savoir_faire");
    public static readonly Erreur SavoirFaireInconnu = new("ACC-156", "Ce savoir-faire n’est pas dans la liste.", "savoir_faire");
    public static readonly Erreur NiveauFaux = new("ACC-157", "Choisissez un niveau de 0 à 5.", "niveau");
    public static readonly Erreur PreuveFausse = new("ACC-158", "Dites comment on le sait.", "preuve");
    public static readonly Erreur AucunNiveau = new("ACC-159", "Choisissez un niveau pour au moins un savoir-faire.", "niveaux");
    public static readonly Erreur EvaluateurFaux = new("ACC-160", "Dites qui a répondu.", "evaluateur");
    public static readonly Erreur AutreRegard = new("ACC-161", "Ce bilan est tiré au sort pour être fait par un autre médiateur, ou par une épreuve sans personne.", "evaluateur");
    public static readonly Erreur ParcoursAbsent = new("ACC-162", "Cette personne n’a pas de parcours en cours.", "");
    public static readonly Erreur ChangeEntreTemps = new("ACC-163", "Le parcours a changé entre-temps. Voici où il en est ; vos réponses sont encore là.", "");
    public static readonly Erreur EtatImpossible = new("ACC-164", "Ce changement n’est pas possible depuis cet état.", "");
    public static readonly Erreur DemarcheInconnue = new("ACC-165", "Choisissez une démarche de la liste.", "demarche");
    public static readonly Erreur FormatInconnu = new("ACC-166", "Le domaine demandé n’existe pas.", "domaine", DomainesDuNumerique.Tous.Codes);
    public static readonly Erreur DejaPositionne = new("ACC-167", "On ne retire pas un savoir-faire déjà regardé : reportez-le, ou abandonnez-le.", "savoir_faire");
    public static readonly Erreur MotifDAbandon = new("ACC-168", "Dites pourquoi, ou choisissez « Non dit ».", "motif", ListesDuParcours.MotifsDAbandon.Codes);
    public static readonly Erreur ReportFaux = new("ACC-169", "Écrivez le jour où y revenir : après aujourd’hui, dans les deux ans.", "report");
    public static readonly Erreur ConfigurationInconnue = new("ACC-170", "Choisissez une configuration de votre liste.", "configuration");
    public static readonly Erreur LangueInconnue = new("ACC-171", "Choisissez une réponse de la liste.", "langue", ListesDuParcours.Langues.Codes);
    public static readonly Erreur MontantFaux = new("ACC-172", "Écrivez un montant en euros, de 0 à 50 000 000, avec deux décimales au plus : par exemple 12 450,50.");
    public static readonly Erreur AucunMontant = new("ACC-173", "Écrivez au moins un montant supérieur à 0.", "poste");
    public static readonly Erreur PeriodeDuCout = new("ACC-174", "La période finit avant de commencer.", "au");
    public static readonly Erreur PeriodeTropLongue = new("ACC-175", "La période fait trois ans au plus.", "au");
    public static readonly Erreur PeriodePasFinie = new("ACC-176", "La période n’est pas finie : le coût se compare à ce qui a été appris pendant ce temps.", "au");
    public static readonly Erreur PeriodesQuiSeCroisent = new("ACC-177", "Cette période en croise une autre de la même équipe. Corrigez celle-là, ou choisissez d’autres dates.", "du");
    public static readonly Erreur PartFausse = new("ACC-178", "Écrivez une part de plus de 0 à 100 %, avec deux décimales au plus : par exemple 27,5.", "part");
    public static readonly Erreur SourceManque = new("ACC-179", "Dites d’où vient ce chiffre, 200 caractères au plus : par exemple INSEE, recensement 2023.", "source");
    public static readonly Erreur PublicInconnu = new("ACC-180", "Choisissez un public de la liste.", "public", [.. PublicsPrioritaires.Tous.Select(p => p.Code)]);
    public static readonly Erreur TerritoireManque = new("ACC-181", "Dites pour quel territoire, 120 caractères au plus.", "territoire");
    public static readonly Erreur EquipeInconnue = new("ACC-182", "Choisissez une de vos équipes.", "equipe");
    public static readonly Erreur TropTot = new("ACC-183", "Ces nouvelles se notent à partir du {0}.", "jour");
}
