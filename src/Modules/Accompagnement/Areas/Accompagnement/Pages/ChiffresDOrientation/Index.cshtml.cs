using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.ChiffresDOrientation;

/// <summary>What became of what an organisation sent on: never by person, and without the small numbers.</summary>
internal sealed class IndexModel(FaireAvecDb db, TimeProvider horloge) : PageModel
{
    public static readonly IReadOnlyList<int> Periodes = [3, 6, 12];

    [BindProperty(SupportsGet = true, Name = "periode")]
    public int Mois { get; set; } = 6;

    public IndicateursDOrientation Chiffres { get; private set; } = null!;

    public DateOnly Du { get; private set; }

    public DateOnly Au { get; private set; }

    public async Task OnGetAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        Mois = Periodes.Contains(Mois) ? Mois : 6;
        var maintenant = horloge.GetUtcNow();
        (Du, Au) = FenetreDEquipe.De(JourDeParis.De(maintenant), Mois);
        var (du, au) = (JourDeParis.Debut(Du), JourDeParis.Debut(Au.AddDays(1)));
        var lignes = await db.Database.SqlQuery<Ligne>($"""
            SELECT etat AS "Etat", rang AS "Rang", urgent AS "Urgent", envoyee_le AS "EnvoyeeLe", repondue_le AS "RepondueLe", honoree_le AS "HonoreeLe" FROM accompagnement.orientations_comptees({du}, {au})
            """).ToListAsync(annulation);
        Chiffres = IndicateursDOrientation.De(
            lignes.ConvertAll(l => new OrientationComptee(Enum.Parse<EtatDOrientation>(l.Etat), l.Rang, l.Urgent, l.EnvoyeeLe, l.RepondueLe, l.HonoreeLe, l.Etat is nameof(EtatDOrientation.Close) or nameof(EtatDOrientation.Refusee))),
            maintenant);
    }

    private sealed class Ligne
    {
        public required string Etat { get; init; }
        public required int Rang { get; init; }
        public required bool Urgent { get; init; }
        public required DateTimeOffset EnvoyeeLe { get; init; }
        public DateTimeOffset? RepondueLe { get; init; }
        public DateTimeOffset? HonoreeLe { get; init; }
    }
}
