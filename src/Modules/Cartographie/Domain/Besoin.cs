namespace FaireAvec.Cartographie.Domain;

/// <summary>
/// What a person comes for, in their own words, and the services of the standard that answer it. The words themselves are in the resource files, under
/// "Besoin.{Cle}" (choice), "Besoin.{Cle}.Aide" (examples) and "Besoin.{Cle}.Phrase" (« pour faire une démarche »).
/// </summary>
/// <param name="Cle">Value in addresses of pages.</param>
/// <param name="Icone">Pictogram.</param>
/// <param name="Services">Any of these services answers; empty for « je ne sais pas ».</param>
internal sealed record Besoin(string Cle, string Icone, params string[] Services)
{
    public static readonly IReadOnlyList<Besoin> Tous =
    [
        new("demarche", "file-text", Vocabulaire.Demarches),
        new("appareil", "device-mobile", Vocabulaire.Outils),
        new("arnaques", "shield-lock", Vocabulaire.Securite),
        new("ecole", "school", Vocabulaire.Parentalite),
        new("emploi", "briefcase", Vocabulaire.Emploi),
        new("equipement", "wifi", Vocabulaire.Acces, Vocabulaire.Materiel),
        new("debuter", "seedling", Vocabulaire.Outils),
        new("comprendre", "message", Vocabulaire.Comprehension, Vocabulaire.Loisirs),
        new("je-ne-sais-pas", "help-circle"),
    ];

    /// <summary>Services of places that help with a bit of everything: to them one may always ask.</summary>
    public static readonly string[] Generalistes = [Vocabulaire.Outils, Vocabulaire.Demarches];

    /// <summary>When fewer places than this declare the service, generalist places are offered too, with « demandez-leur ».</summary>
    public const int Peu = 3;

    public static Besoin? De(string? cle) => Tous.FirstOrDefault(b => b.Cle == cle);
}
