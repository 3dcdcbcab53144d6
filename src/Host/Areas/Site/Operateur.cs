namespace FaireAvec.Host.Areas.Site;

/// <summary>
/// Who runs this installation: configuration section <c>Operateur</c> (<c>Operateur:Nom</c>, or <c>Operateur__Nom</c> in the environment).
/// Every value may be absent; the pages then say so instead of inventing one.
/// </summary>
internal sealed record Operateur
{
    /// <summary>Legal name.</summary>
    public string? Nom { get; init; }

    /// <summary>Postal address, on one line.</summary>
    public string? Adresse { get; init; }

    public string? Telephone { get; init; }

    /// <summary>When somebody answers the telephone, in words: « du lundi au vendredi, de 9 h à 17 h ».</summary>
    public string? HorairesTelephone { get; init; }

    public string? Courriel { get; init; }

    /// <summary>Name or function of the director of publication.</summary>
    public string? DirecteurDePublication { get; init; }

    /// <summary>Name, address and telephone of the host.</summary>
    public string? Hebergeur { get; init; }

    /// <summary>E-mail address of the data protection officer; <see cref="Courriel"/> when there is none.</summary>
    public string? CourrielDonneesPersonnelles { get; init; }

    /// <summary>True when there is at least one way to reach the operator.</summary>
    public bool Joignable => Adresse is not null || Telephone is not null || Courriel is not null;

    /// <summary>The number as a link dials it: digits and plus.</summary>
    public string? TelephoneANumeroter => Telephone is null ? null : string.Concat(Telephone.Where(c => char.IsAsciiDigit(c) || c == '+'));

    public static Operateur De(IConfiguration configuration)
    {
        var section = configuration.GetSection("Operateur");
        string? Lire(string cle) => string.IsNullOrWhiteSpace(section[cle]) ? null : section[cle]!.Trim();
        return new Operateur
        {
            Nom = Lire(nameof(Nom)),
            Adresse = Lire(nameof(Adresse)),
            Telephone = Lire(nameof(Telephone)),
            HorairesTelephone = Lire(nameof(HorairesTelephone)),
            Courriel = Lire(nameof(Courriel)),
            DirecteurDePublication = Lire(nameof(DirecteurDePublication)),
            Hebergeur = Lire(nameof(Hebergeur)),
            CourrielDonneesPersonnelles = Lire(nameof(CourrielDonneesPersonnelles)) ?? Lire(nameof(Courriel)),
        };
    }
}
