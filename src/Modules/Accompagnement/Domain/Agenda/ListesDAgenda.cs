namespace FaireAvec.Accompagnement.Domain.Agenda;

/// <summary>The closed lists of a booking. Needs are said as what is to be prepared, never as a diagnosis. Their words, for the public, are in the resources.</summary>
internal static class ListesDAgenda
{
    /// <summary>What the person comes for.</summary>
    public static IReadOnlyList<string> Besoins { get; } = ["apprendre", "demarche", "appareil", "message_douteux", "autre"];

    /// <summary>Languages that an interpreter is asked for.</summary>
    public static IReadOnlyList<string> Langues { get; } = ["lsf", "ar", "en", "es", "fa", "pt", "ro", "ru", "sq", "ta", "tr", "uk", "zh", "autre"];

    /// <summary>What the room or the way of helping needs.</summary>
    public static IReadOnlyList<string> Amenagements { get; } = ["acces_fauteuil", "gros_caracteres", "lecture_a_voix_haute", "boucle_auditive", "endroit_calme", "plus_de_temps", "vient_accompagne"];
}
