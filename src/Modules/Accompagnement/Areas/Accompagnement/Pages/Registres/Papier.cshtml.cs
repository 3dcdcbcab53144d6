using System.Globalization;
using FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;
using FaireAvec.Accompagnement.Registres;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Registres;

/// <summary>The sheet of paper, with numbered lines; its code leads the médiateur to the page that counts it.</summary>
internal sealed class PapierModel(RegistresDAteliers registres, INomsDesLieux noms, ITerritoires territoires, IConfiguration configuration, Demandeur demandeur) : PageDeRegistre(registres, demandeur)
{
    private const int LignesParDefaut = 15;
    private const int LignesMax = 200;

    public int Lignes => int.TryParse(Request.Query["lignes"], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? Math.Min(n, LignesMax) : LignesParDefaut;

    public string Ou => RegistreModel.Endroit(Registre, noms, territoires);

    public string Adresse => $"{Request.Site(configuration)}{LiensDesRegistres.Reprise(Id)}";

    /// <summary>A closed register has no more sheet to sign.</summary>
    public IActionResult OnGet() => Registre.Ferme ? Redirect(LiensDesRegistres.Registre(Id)) : Page();
}
