using FaireAvec.Kernel.Journal;

namespace FaireAvec.Cartographie.Domain;

/// <summary>A producer's list of places: where it is fetched, under which licence, how far it is trusted, and where its harvest stands.</summary>
internal sealed class Source : IJournalisee
{
    /// <summary>Longest code; it begins the ids of the places.</summary>
    public const int CodeMax = 100;

    /// <summary>The source of places made by hand on this site.</summary>
    public const string Saisie = "saisie";

    /// <summary>Trust given to a source of which nothing is known.</summary>
    public const int ConfianceParDefaut = 50;

    /// <summary>"hinaura", as in the column <c>source</c> of its places.</summary>
    public required string Code { get; init; }

    public required string Nom { get; set; }

    /// <summary>Name of the licence as the producer gives it ("Licence Ouverte 2.0"); null when it isn't known.</summary>
    public string? Licence { get; set; }

    /// <summary>A shared mailbox of the producer, never a person's: reminders are sent there.</summary>
    public string? Contact { get; set; }

    /// <summary>Where the file is fetched; null when it is only given by hand.</summary>
    public string? Url { get; set; }

    public FormatDeSource Format { get; set; }

    /// <summary>Path of the list inside a JSON file ("records", "data.lieux").</summary>
    public string? CheminDeListe { get; set; }

    public CalendrierDeSource Calendrier { get; set; }

    /// <summary>0 to 100: in a merge, between two values of the same age, the more trusted source wins.</summary>
    public int Confiance { get; set; } = ConfianceParDefaut;

    /// <summary>True when the file holds all the source's places: those that it no longer holds are removed.</summary>
    public bool Complet { get; set; }

    /// <summary>Fall beyond which a harvest is held instead of published, in basis points.</summary>
    public int SeuilDeChute { get; set; } = ChuteDeSource.SeuilParDefaut;

    public EtatSource Etat { get; private set; } = EtatSource.Active;

    /// <summary>Version of its mapping in force; null when its file follows the standard.</summary>
    public int? VersionEnCours { get; set; }

    /// <summary>What the server said of the file that was last read (headers ETag and Last-Modified), sent back at the next fetch.</summary>
    public string? Etag { get; private set; }

    public string? ModifieeLe { get; private set; }

    /// <summary>SHA-256 of the file last read, hexadecimal: the same file isn't read again.</summary>
    public string? EmpreinteDuFichier { get; private set; }

    /// <summary>Last time that the producer's server gave a file, or said that it hadn't changed.</summary>
    public DateTimeOffset? RecupereeLe { get; private set; }

    /// <summary>Last reminder sent to the producer.</summary>
    public DateTimeOffset? RappeleeLe { get; set; }

    /// <summary>When the producer last confirmed that everything is still exact.</summary>
    public DateTimeOffset? ExacteLe { get; set; }

    public required DateTimeOffset CreeeLe { get; init; }

    string IJournalisee.IdJournal => Code;

    /// <summary>True when the nightly job fetches it.</summary>
    public bool EstMoissonneeChaqueNuit => Etat == EtatSource.Active && Calendrier == CalendrierDeSource.ChaqueNuit && Url is not null;

    /// <summary>Moves the source to another state; false when the table doesn't allow it.</summary>
    public bool Passer(EtatSource vers)
    {
        if (!EtatsSource.Permet(Etat, vers))
        {
            return false;
        }

        Etat = vers;
        return true;
    }

    /// <summary>A code is a slug: lower-case letters without accents, figures, hyphens, beginning with a letter or a figure.</summary>
    public static bool EstUnCode(string code) =>
        code.Length is > 0 and <= CodeMax && char.IsAsciiLetterOrDigit(code[0]) && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
