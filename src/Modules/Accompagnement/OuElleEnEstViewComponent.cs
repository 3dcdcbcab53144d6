using FaireAvec.Accompagnement.Capacitation;
using FaireAvec.Accompagnement.Domain.Capacitation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement;

/// <summary>Where a person is on what they chose, over time: for their sheet. Shows only a person whom who asks follows; otherwise nothing.</summary>
[ViewComponent(Name = "OuElleEnEst")]
public sealed class OuElleEnEstViewComponent : ViewComponent
{
    /// <summary>Reads and draws.</summary>
    /// <param name="personne">The person helped.</param>
    /// <param name="liens">With the links to the pages of the path.</param>
    public async Task<IViewComponentResult> InvokeAsync(Guid personne, bool liens = true)
    {
        var parcours = HttpContext.RequestServices.GetRequiredService<ParcoursDesPersonnes>();
        if (!await parcours.SuivieAsync(personne, HttpContext.RequestAborted))
        {
            return Content("");
        }

        var catalogue = HttpContext.RequestServices.GetRequiredService<CatalogueLivre>().Catalogue;
        var lu = await parcours.LireAsync(personne, HttpContext.RequestAborted);
        return View(new OuElleEnEst(personne, liens, [.. lu.Choisis.Select(c => new UneProgression(catalogue.Lire(c.SavoirFaire)!, [.. lu.Positionnements.Where(p => p.SavoirFaire == c.SavoirFaire)]))]));
    }
}

/// <summary>What the component shows.</summary>
internal sealed record OuElleEnEst(Guid Personne, bool Liens, IReadOnlyList<UneProgression> Lignes)
{
    public const int Largeur = 220;
    public const int Hauteur = 56;
    private const int Bord = 8;

    private DateOnly Debut => Lignes.SelectMany(l => l.Points).Min(p => p.Jour);

    private int Duree => Math.Max(1, Lignes.SelectMany(l => l.Points).Max(p => p.Jour).DayNumber - Debut.DayNumber);

    /// <summary>Across: the day, on one scale for all.</summary>
    public double X(Positionnement p) => Bord + ((p.Jour.DayNumber - Debut.DayNumber) * (double)(Largeur - (2 * Bord)) / Duree);

    /// <summary>Up: the level.</summary>
    public static double Y(int niveau) => Hauteur - Bord - (niveau * (double)(Hauteur - (2 * Bord)) / Niveaux.Max);
}

/// <summary>One savoir-faire over time.</summary>
internal sealed record UneProgression(SavoirFaire SavoirFaire, IReadOnlyList<Positionnement> Points);
