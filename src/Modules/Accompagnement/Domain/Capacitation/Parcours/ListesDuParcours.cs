using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>The closed lists of a path.</summary>
internal static class ListesDuParcours
{
    public const string NonDit = "non_dit";

    /// <summary>Why a savoir-faire was given up, as the person says it. Never a health reason, and one may say nothing.</summary>
    public static Nomenclature MotifsDAbandon { get; } = new(
        ("plus_besoin", "N’en a plus besoin"),
        ("autre_priorite", "Autre chose compte plus en ce moment"),
        ("un_proche", "Un proche s’en charge"),
        ("pas_le_temps", "Pas le temps"),
        ("trop_difficile", "Trop difficile pour l’instant"),
        ("materiel", "Pas de matériel, ou pas de connexion"),
        (NonDit, "Non dit"));

    /// <summary>How at ease with French, and nothing of where one comes from: people are compared with people like them.</summary>
    public static Nomenclature Langues { get; } = new(
        ("francais", "À l’aise en français"),
        ("apprend", "Apprend le français"));
}
