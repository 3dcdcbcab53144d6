using System.Security.Cryptography;
using System.Text;
using FaireAvec.Cartographie.Import;

namespace FaireAvec.Cartographie.Lecture;

/// <summary>
/// Any file of rows as a stream of <see cref="LigneBrute"/>: CSV, JSON, JSON lines, GeoJSON, XLSX, ODS, plain or gzip, told by content. Rows are read one by
/// one, so a file is never held in memory (the texts of a workbook are). A file that can't be read throws <see cref="FichierIllisibleException"/>,
/// sometimes after its first rows; a row that can't be read is told as an <see cref="Anomalie"/> and reading goes on.
/// </summary>
internal sealed class LectureFichier : IDisposable
{
    /// <summary>Longest row, in bytes.</summary>
    public const int LigneMax = 1_000_000;

    private readonly Stream _flux;
    private readonly OptionsDeLecture _options;
    private Entete? _entete;

    private LectureFichier(Stream flux, OptionsDeLecture options)
    {
        (_flux, _options) = (flux, options);
        Format = Reconnaitre();
    }

    public FormatDeFichier Format { get; private set; }

    /// <summary>Encoding of a text file; null for a workbook.</summary>
    public Encoding? Encodage { get; private set; }

    /// <summary>Separator of a CSV file; null elsewhere.</summary>
    public char? Separateur { get; private set; }

    /// <summary>Path of the list that is read in a JSON file, empty for the root; null elsewhere.</summary>
    public string? Liste { get; private set; }

    /// <summary>Sheet that is read; known once the reading has begun.</summary>
    public string? Feuille { get; private set; }

    /// <summary>True when the days of the workbook are counted from 1904; known once the reading has begun.</summary>
    public bool Depuis1904 { get; private set; }

    /// <summary>The columns: all of them as soon as the reading has begun for CSV and XLSX, those seen so far for JSON.</summary>
    public Entete Entete => _entete ?? throw new InvalidOperationException("The columns are known once the reading has begun.");

    /// <summary>Share of the file read, 0 to 1.</summary>
    public double Avancement => _flux.Length == 0 ? 1 : (double)_flux.Position / _flux.Length;

    public static async Task<LectureFichier> OuvrirAsync(string chemin, OptionsDeLecture? options = null, CancellationToken annulation = default)
    {
        var flux = await Ouverture.OuvrirAsync(chemin, annulation);
        return Ouvrir(flux, options);
    }

    /// <summary>Reads a seekable stream that isn't gzip (see <see cref="Ouverture.DeplierAsync"/>), and closes it at the end.</summary>
    public static LectureFichier Ouvrir(Stream flux, OptionsDeLecture? options = null)
    {
        try
        {
            return new LectureFichier(flux, options ?? new OptionsDeLecture());
        }
        catch
        {
            flux.Dispose();
            throw;
        }
    }

    /// <summary>The rows, once.</summary>
    /// <param name="anomalie">Receives the rows that can't be read.</param>
    public IEnumerable<LigneBrute> Lignes(Action<Anomalie> anomalie)
    {
        _flux.Position = 0;
        switch (Format)
        {
            case FormatDeFichier.Csv:
                return LectureCsv.Lire(_flux, Encodage!, Separateur!.Value, e => _entete = e, anomalie, _options.SansEntete);
            case FormatDeFichier.Xlsx:
                return LectureXlsx.Lire(_flux, _options.Feuille, (e, feuille) => (_entete, Feuille) = (e, feuille), anomalie, _options.SansEntete, d => Depuis1904 = d);
            case FormatDeFichier.Ods:
                return LectureOds.Lire(_flux, _options.Feuille, (e, feuille) => (_entete, Feuille) = (e, feuille), _options.SansEntete);
            case FormatDeFichier.LignesJson:
                _entete = new Entete();
                return LectureLignesJson.Lire(EnUtf8(), _entete, anomalie);
            case FormatDeFichier.Json or FormatDeFichier.Geojson:
                _entete = new Entete();
                return LectureJson.Lire(EnUtf8(), Liste!, Format == FormatDeFichier.Geojson, _entete, anomalie);
            default:
                throw new InvalidOperationException($"{Format} isn't a format.");
        }
    }

    /// <summary>SHA-256 of the unpacked content, in lower-case hexadecimal.</summary>
    public async Task<string> EmpreinteAsync(CancellationToken annulation)
    {
        _flux.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(_flux, annulation));
    }

    public void Dispose() => _flux.Dispose();

    private FormatDeFichier Reconnaitre()
    {
        Span<byte> magie = stackalloc byte[8];
        _flux.Position = 0;
        var lus = _flux.ReadAtLeast(magie, magie.Length, throwOnEndOfStream: false);
        _flux.Position = 0;
        switch (magie[..lus])
        {
            case []:
                throw new FichierIllisibleException("Le fichier est vide : il faut une première ligne avec le nom des colonnes.");
            case [(byte)'P', (byte)'K', 3, 4, ..]:
                return LectureOds.EstUn(_flux) ? FormatDeFichier.Ods : FormatDeFichier.Xlsx;
            case [0xD0, 0xCF, 0x11, 0xE0, ..]:
                throw new FichierIllisibleException("C’est un ancien fichier de tableur ou un fichier protégé par un mot de passe : enregistrez-le au format XLSX ou CSV, sans mot de passe.");
            case [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..]:
                throw new FichierIllisibleException("C’est un document PDF : il faut un fichier CSV, JSON, GeoJSON ou XLSX.");
        }

        Encodage = _options.Encodage is { } nom ? Lecture.Encodage.Nomme(nom) : Lecture.Encodage.Deviner(_flux);
        var debut = Debut();
        var utile = debut.AsSpan().TrimStart('\uFEFF').TrimStart();
        if (utile.StartsWith('<'))
        {
            throw new FichierIllisibleException("Le fichier contient une page web, pas un CSV : l’adresse de la source a peut-être changé.");
        }

        if (EstJson(utile))
        {
            var (format, liste) = LectureJson.TrouverLaListe(EnUtf8(), _options.Liste);
            Liste = liste;
            return format;
        }

        var fin = debut.AsSpan().IndexOfAny('\n', '\r');
        var ligne = debut[..(fin < 0 ? debut.Length : fin)];
        if (ligne.Contains('\0', StringComparison.Ordinal))
        {
            throw new FichierIllisibleException("Ce n’est pas un fichier CSV : il contient des caractères nuls.");
        }

        if (EstBinaire(debut))
        {
            throw new FichierIllisibleException("Ce n’est pas un fichier de texte ni un classeur : il faut un fichier CSV, JSON, GeoJSON ou XLSX, entier et non protégé.");
        }

        Separateur = _options.Separateur ?? LectureCsv.Annonce(ligne) ?? (_options.SansEntete ? Lecture.Encodage.SeparateurDesLignes(debut) : Lecture.Encodage.Separateur(ligne));
        return FormatDeFichier.Csv;
    }

    private string Debut()
    {
        using var lecteur = new StreamReader(_flux, Encodage!, detectEncodingFromByteOrderMarks: true, bufferSize: 4096, leaveOpen: true);
        var tampon = new char[64 * 1024];
        var lus = lecteur.ReadBlock(tampon, 0, tampon.Length);
        _flux.Position = 0;
        return new string(tampon, 0, lus);
    }

    // An image, a video, an archive of another kind: null characters all along. A text has none, or a few that a bad export left.
    private static bool EstBinaire(string debut) => debut.Count(c => c == '\0') > Math.Max(8, debut.Length / 2000);

    private static bool EstJson(ReadOnlySpan<char> texte)
    {
        if (texte.IsEmpty || texte[0] is not ('{' or '['))
        {
            return false;
        }

        var suite = texte[1..].TrimStart();
        return suite.IsEmpty || (texte[0] == '{' ? suite[0] is '"' or '}' : suite[0] is '{' or '[' or ']' or '"' or '-' or 't' or 'f' or 'n' || char.IsAsciiDigit(suite[0]));
    }

    /// <summary>The text from its start, in UTF-8 without mark.</summary>
    private Stream EnUtf8()
    {
        Span<byte> marque = stackalloc byte[3];
        _flux.Position = 0;
        var lus = _flux.ReadAtLeast(marque, 3, throwOnEndOfStream: false);
        _flux.Position = marque[..lus] switch { [0xEF, 0xBB, 0xBF] => 3, [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => 2, _ => 0 };
        return Encodage is UTF8Encoding ? _flux : Encoding.CreateTranscodingStream(_flux, Encodage!, Lecture.Encodage.Utf8, leaveOpen: true);
    }
}
