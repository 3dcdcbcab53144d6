using System.Globalization;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Resultats;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Sources;

/// <summary>The fields of a source, as texts: what was typed comes back as it was typed.</summary>
internal abstract class FormulaireDeSource : PageModel
{
    [BindProperty]
    public string? Nom { get; set; }

    [BindProperty]
    public string? Licence { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    [BindProperty]
    public string? Adresse { get; set; }

    [BindProperty]
    public string? Format { get; set; }

    [BindProperty]
    public string? CheminDeListe { get; set; }

    [BindProperty]
    public string? Calendrier { get; set; }

    [BindProperty]
    public string? Confiance { get; set; }

    [BindProperty]
    public string? Complet { get; set; }

    /// <summary>In per cent.</summary>
    [BindProperty]
    public string? Seuil { get; set; }

    protected void Remplir(Source s)
    {
        (Nom, Licence, Contact, Adresse, CheminDeListe) = (Ecran.NomDe(s), s.Licence, s.Contact, s.Url, s.CheminDeListe);
        (Format, Calendrier, Complet) = (s.Format.ToString(), s.Calendrier.ToString(), s.Complet ? "oui" : "non");
        (Confiance, Seuil) = (s.Confiance.ToString(CultureInfo.InvariantCulture), (s.SeuilDeChute / 100.0).ToString("0.##", CultureInfo.CurrentCulture));
    }

    /// <summary>The demand of the form; null when a field can't be read, and it is said.</summary>
    protected SourceDemandee? Lire(string code)
    {
        var format = Enum.TryParse<FormatDeSource>(Format, out var f) && Enum.IsDefined(f) ? f : (FormatDeSource?)null;
        var calendrier = Enum.TryParse<CalendrierDeSource>(Calendrier, out var c) && Enum.IsDefined(c) ? c : (CalendrierDeSource?)null;
        if (!int.TryParse(Confiance?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var confiance))
        {
            ModelState.AddModelError(nameof(Confiance), MotsDonnees.T("Source.Confiance.Faux"));
        }

        if (!decimal.TryParse(Seuil?.Trim().TrimEnd('%').Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seuil) || seuil is < 0 or > 100)
        {
            ModelState.AddModelError(nameof(Seuil), MotsDonnees.T("Source.Seuil.Faux"));
        }

        if (format is null || calendrier is null || Complet is not ("oui" or "non"))
        {
            ModelState.AddModelError("", MotsDonnees.T("Source.Choix.Faux"));
        }

        return !ModelState.IsValid ? null : new SourceDemandee(code)
        {
            Nom = Nom ?? "",
            Licence = Licence ?? "",
            Contact = Contact ?? "",
            Url = Adresse ?? "",
            Format = format,
            CheminDeListe = CheminDeListe ?? "",
            Calendrier = calendrier,
            Confiance = confiance,
            Complet = Complet == "oui",
            SeuilDeChute = (int)(seuil * 100),
        };
    }

    protected void Dire(IEnumerable<Erreur> erreurs) => ModelState.Dire(erreurs, champ => champ switch
    {
        "nom" => nameof(Nom),
        "licence" => nameof(Licence),
        "contact" => nameof(Contact),
        "url" => nameof(Adresse),
        "chemin_de_liste" => nameof(CheminDeListe),
        "confiance" => nameof(Confiance),
        "seuil_de_chute" => nameof(Seuil),
        "code" => "Code",
        _ => "",
    });
}
