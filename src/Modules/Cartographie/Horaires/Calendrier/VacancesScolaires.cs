using System.Globalization;
using System.Text;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Horaires.Calendrier;

/// <summary>
/// A dated table of school holidays that an operator loads: the calendar is decided year by year, so that none can be built in. Without it « SH » is
/// refused. A CSV file in UTF-8, comma or semicolon, with the columns zone (A, B, C, Corse, a territory overseas or a département code), debut and fin
/// (AAAA-MM-JJ, both days included) and nom, without separator inside a value. Rows for a département replace those of its zone.
/// </summary>
internal sealed class VacancesScolaires
{
    private const int OctetsMaximum = 4 * 1024 * 1024;
    private static readonly string[] Colonnes = ["zone", "debut", "fin"];
    private readonly Dictionary<string, List<Periode>> _periodes;

    private VacancesScolaires(Dictionary<string, List<Periode>> periodes) => _periodes = periodes;

    /// <summary>Reads a file. Any row at fault refuses the whole table, with its number.</summary>
    public static Resultat<VacancesScolaires> Lire(string chemin)
    {
        try
        {
            using var flux = File.OpenRead(chemin);
            return flux.Length > OctetsMaximum ? Fautive($"elle dépasse {OctetsMaximum} octets") : Lire(flux);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fautive($"le fichier {chemin} ne peut pas être lu");
        }
    }

    /// <summary>Reads a table.</summary>
    public static Resultat<VacancesScolaires> Lire(Stream flux)
    {
        using var lecteur = new StreamReader(flux, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        return Analyser(lecteur.ReadToEnd());
    }

    private static Resultat<VacancesScolaires> Analyser(ReadOnlySpan<char> texte)
    {
        var entete = texte[..(texte.IndexOf('\n') is >= 0 and var fin ? fin : texte.Length)];
        var separateur = entete.Contains(';') ? ';' : ',';
        var periodes = new Dictionary<string, List<Periode>>(StringComparer.Ordinal);
        int[]? places = null;
        var ligne = 0;
        foreach (var morceau in texte.EnumerateLines())
        {
            ligne++;
            if (morceau.IsWhiteSpace())
            {
                continue;
            }

            var champs = morceau.ToString().Split(separateur).Select(c => c.Trim().Trim('"').Trim()).ToArray();
            if (places is null)
            {
                places = [.. Colonnes.Select(c => Array.FindIndex(champs, h => string.Equals(h, c, StringComparison.OrdinalIgnoreCase)))];
                if (places.Contains(-1))
                {
                    return Fautive($"sa première ligne doit nommer les colonnes {string.Join(", ", Colonnes)} et nom");
                }

                continue;
            }

            if (Ajouter(periodes, [.. places.Select(p => champs.ElementAtOrDefault(p) ?? "")], ligne) is { } erreur)
            {
                return erreur;
            }
        }

        return periodes.Count == 0 ? Fautive("elle est vide") : new VacancesScolaires(periodes);
    }

    private static Erreur? Ajouter(Dictionary<string, List<Periode>> periodes, string[] champs, int ligne)
    {
        if (ZonesScolaires.Lire(champs[0]) is not { } zone)
        {
            return Fautive($"ligne {ligne}, la zone doit être A, B, C, Corse, un territoire d’outre-mer ou un code de département");
        }

        if (!Date(champs[1], out var debut) || !Date(champs[2], out var fin) || fin < debut)
        {
            return Fautive($"ligne {ligne}, debut et fin doivent être des dates AAAA-MM-JJ, dans cet ordre");
        }

        if (!periodes.TryGetValue(zone, out var liste))
        {
            periodes[zone] = liste = [];
        }

        liste.Add(new Periode(debut, fin));
        return null;
    }

    /// <summary>True when the date is in the holidays of the département.</summary>
    public bool Contient(DateOnly date, string departement)
    {
        foreach (var periode in Periodes(departement))
        {
            if (date >= periode.Debut && date <= periode.Fin)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the table says something of this département at this date: between its first and its last day of holidays.</summary>
    public bool Couvre(DateOnly date, string departement)
    {
        var periodes = Periodes(departement);
        return periodes.Count > 0 && date >= periodes.Min(p => p.Debut) && date <= periodes.Max(p => p.Fin);
    }

    private List<Periode> Periodes(string departement) =>
        _periodes.TryGetValue("departement " + departement, out var propres) ? propres
        : _periodes.TryGetValue(ZonesScolaires.De(departement), out var zone) ? zone
        : [];

    private static bool Date(string? texte, out DateOnly date) => DateOnly.TryParseExact(texte?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static Erreur Fautive(string raison) => new("CAR-143", $"La table des vacances scolaires n’est pas utilisable : {raison}.", "vacances");

    private readonly record struct Periode(DateOnly Debut, DateOnly Fin);
}
