using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Sources;

/// <summary>What a person says of a source. A value left null isn't changed; an empty text empties the field.</summary>
internal sealed record SourceDemandee(string Code)
{
    private const int TexteMax = 300;
    private const int AdresseMax = 2000;

    public string? Nom { get; init; }
    public string? Licence { get; init; }
    public string? Contact { get; init; }
    public string? Url { get; init; }
    public FormatDeSource? Format { get; init; }
    public string? CheminDeListe { get; init; }
    public CalendrierDeSource? Calendrier { get; init; }
    public int? Confiance { get; init; }
    public bool? Complet { get; init; }
    public int? SeuilDeChute { get; init; }

    /// <summary>Writes the demand in the source, and gives what is wrong with it: the source is then not to be saved.</summary>
    public IEnumerable<Erreur> Appliquer(Source source)
    {
        (source.Nom, source.Licence, source.Contact) = (Nom?.Trim() ?? source.Nom, Lire(Licence, source.Licence), Lire(Contact, source.Contact));
        (source.Url, source.CheminDeListe) = (Lire(Url, source.Url), Lire(CheminDeListe, source.CheminDeListe));
        (source.Format, source.Calendrier) = (Format ?? source.Format, Calendrier ?? source.Calendrier);
        (source.Confiance, source.Complet, source.SeuilDeChute) = (Confiance ?? source.Confiance, Complet ?? source.Complet, SeuilDeChute ?? source.SeuilDeChute);
        if (source.Nom.Length is 0 or > TexteMax)
        {
            yield return ErreursSources.ChampInvalide("nom", $"Le nom de la source est obligatoire, {TexteMax} caractères au plus.");
        }

        if (source.Confiance is < 0 or > 100)
        {
            yield return ErreursSources.ChampInvalide("confiance", "La confiance va de 0 à 100.");
        }

        if (source.SeuilDeChute is < 0 or > 10_000)
        {
            yield return ErreursSources.ChampInvalide("seuil_de_chute", "Le seuil de chute va de 0 à 10 000 points de base (10 000 = 100 %).");
        }

        if (source.Url is { } url && AdresseDeSource.Lire(url) is null)
        {
            yield return ErreursSources.ChampInvalide("url", "L’adresse commence par http:// ou https://, sans nom d’utilisateur ni mot de passe.");
        }

        if (source.Contact is { } contact && !(contact.Length <= 254 && System.Net.Mail.MailAddress.TryCreate(contact, out var adresse) && adresse.Address == contact))
        {
            yield return ErreursSources.ChampInvalide("contact", "Le contact est une adresse électronique : la boîte commune du producteur, pas celle d’une personne.");
        }

        foreach (var (champ, texte) in new (string, string?)[] { ("licence", source.Licence), ("chemin_de_liste", source.CheminDeListe), ("url", source.Url) })
        {
            if (texte is { Length: > AdresseMax })
            {
                yield return ErreursSources.ChampInvalide(champ, $"Trop long : {AdresseMax} caractères au plus.");
            }
        }
    }

    private static string? Lire(string? demande, string? actuel) => demande is null ? actuel : demande.Trim() is { Length: > 0 } texte ? texte : null;
}
