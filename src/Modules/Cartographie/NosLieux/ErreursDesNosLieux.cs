using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.NosLieux;

/// <summary>Why an organisation's change of its place is refused.</summary>
internal static class ErreursDesNosLieux
{
    public static readonly Erreur Introuvable = new("CAR-560", "Ce lieu n’est pas parmi ceux de votre organisation.");

    public static readonly Erreur SansHoraires = new("CAR-561", "Donnez d’abord les horaires habituels : sans eux, on ne peut pas dire quand le lieu ferme.");

    public static readonly Erreur Dates = new("CAR-562", "Donnez le premier et le dernier jour de fermeture : à partir d’aujourd’hui, dans l’ordre, d’ici un an.", "Du");

    public static readonly Erreur Depasse = new("CAR-563", "Quelqu’un d’autre a changé ce lieu depuis : regardez ce qu’il dit maintenant, et corrigez-le si besoin.");

    public static readonly Erreur DejaDefait = new("CAR-564", "C’est déjà défait, ou ce n’est plus possible.");

    public static readonly Erreur Etat = new("CAR-565", "Ce lieu n’est pas montré sur la carte : rouvrez-le d’abord.");

    public static readonly Erreur PasAVous = new("CAR-566", "Le lieu et votre organisation n’ont pas le même SIREN : la fermeture a été demandée aux gestionnaires de données, qui la vérifient.");

    public static readonly Erreur Heure = new("CAR-567", "Écrivez une heure comme 9h ou 17h30, la fin après le début, le matin avant l’après-midi.");

    public static readonly Erreur Telephone = new("CAR-568", "Ce n’est pas un numéro de téléphone. Écrivez-le en entier, comme 01 99 00 12 34.", "telephone");

    public static Erreur HeureDe(string champ) => Heure with { Champ = champ };
}
