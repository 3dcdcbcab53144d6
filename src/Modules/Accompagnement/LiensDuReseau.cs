namespace FaireAvec.Accompagnement;

/// <summary>The addresses of labels, of what is to be done, and of mentors.</summary>
internal static class LiensDuReseau
{
    public const string Etiquettes = "/activites/etiquettes";
    public const string ATraiter = "/a-traiter";
    public const string Mentorat = "/mentorat";
    public const string MentoratDeLEquipe = "/mentorat/equipe";

    public static string Etiquette(Guid id) => $"/activites/etiquettes/{id}";

    public static string ActivitesAvec(Guid etiquette) => $"/activites?etiquette={etiquette}";
}
