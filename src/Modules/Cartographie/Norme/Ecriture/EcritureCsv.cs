using System.Buffers;
using System.Globalization;
using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Norme.Ecriture;

/// <summary>CSV of the standard 1.0.2: comma, every field quoted, the official order, « | » between the values of a list.</summary>
/// <param name="sortie">Where it is written; left open.</param>
internal sealed class EcritureCsv(TextWriter sortie) : EcritureDeLieux
{
    private static readonly SearchValues<char> DansUnNumero = SearchValues.Create("0123456789. ");
    private bool _commence;

    public static string Entete { get; } = string.Join(',', FicheLieu.Colonnes.Select(Champ));

    public override string? Ecrire(FicheLieu lieu)
    {
        Commencer();
        sortie.Write(Ligne(lieu));
        sortie.Write('\n');
        return null;
    }

    public override void Finir()
    {
        Commencer();
        sortie.Flush();
    }

    /// <summary>The row of a place. An unknown pivot is fourteen zeros, as the standard wants.</summary>
    public static string Ligne(FicheLieu l) => Ligne(l, l.DateMaj);

    /// <summary>The row of a place, with the date that is to be published.</summary>
    public static string Ligne(FicheLieu l, DateOnly? date)
    {
        string?[] valeurs =
        [
            l.Id, l.Pivot ?? PivotInconnu, l.Nom, l.Commune, l.CodePostal, l.CodeInsee, l.Adresse, l.ComplementAdresse,
            Degres(l.Latitude), Degres(l.Longitude), Liste(l.Typologie), l.Telephone, Liste(l.Courriels), Liste(l.SiteWeb),
            l.Horaires, l.PresentationResume, l.PresentationDetail, l.Source, Liste(l.Itinerance), l.StructureParente,
            date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Liste(l.Services), Liste(l.PublicsSpecifiquementAdresses),
            Liste(l.PriseEnChargeSpecifique), Liste(l.FraisACharge), Liste(l.DispositifProgrammesNationaux), Liste(l.FormationsLabels), Liste(l.AutresFormationsLabels),
            Liste(l.ModalitesAcces), Liste(l.ModalitesAccompagnement), l.FicheAccesLibre, l.PriseRdv,
        ];
        return string.Join(',', valeurs.Select(Champ));
    }

    /// <summary>What the standard writes for a pivot that isn't known.</summary>
    public const string PivotInconnu = "00000000000000";

    /// <summary>Decimal degrees; never an exponent, which spreadsheets and other readers take for a text.</summary>
    public static string? Degres(double? valeur)
    {
        var texte = valeur?.ToString(CultureInfo.InvariantCulture);
        return texte?.Contains('E', StringComparison.Ordinal) == true ? valeur!.Value.ToString("0.####################", CultureInfo.InvariantCulture) : texte;
    }

    /// <summary>
    /// Always quoted. A text that a spreadsheet would take for a formula gets an apostrophe first, which our reading takes away
    /// (<see cref="SansApostrophe"/>); phone numbers (+33…) keep their sign.
    /// </summary>
    public static string Champ(string? texte)
    {
        if (string.IsNullOrEmpty(texte))
        {
            return "\"\"";
        }

        return $"\"{(EstUneFormule(texte) ? "'" : "")}{texte.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>The text without the apostrophe that keeps it from being a formula.</summary>
    public static string SansApostrophe(string texte) => texte is ['\'', _, ..] && EstUneFormule(texte[1..]) ? texte[1..] : texte;

    /// <summary>True when a spreadsheet would compute this text.</summary>
    public static bool EstUneFormule(string texte)
    {
        // The wide forms of the signs are signs too, for a spreadsheet in Japanese.
        return texte[0] is '=' or '@' or '\t' or '\r' or '\n' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20'
            || (texte[0] is '+' or '-' && texte.AsSpan(1).ContainsAnyExcept(DansUnNumero));
    }

    private static string Liste(string[] valeurs) => string.Join(FicheLieu.SeparateurDeListe, valeurs);

    private void Commencer()
    {
        if (!_commence)
        {
            _commence = true;
            sortie.Write(Entete);
            sortie.Write('\n');
        }
    }
}
