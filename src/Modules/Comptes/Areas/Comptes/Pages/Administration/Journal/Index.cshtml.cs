using System.Globalization;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using FaireAvec.Kernel.Texte;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Administration.Journal;

/// <summary>Searches the journal, newest first, by pages that follow each other: it is too long to be counted.</summary>
internal sealed class IndexModel(FaireAvecDb db, INomsDesComptes noms) : PageModel
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "d/M/yyyy", "d M yyyy"];

    [BindProperty(SupportsGet = true, Name = "entite")]
    public string? Entite { get; set; }

    [BindProperty(SupportsGet = true, Name = "chose")]
    public string? Chose { get; set; }

    [BindProperty(SupportsGet = true, Name = "acteur")]
    public string? Acteur { get; set; }

    [BindProperty(SupportsGet = true, Name = "processus")]
    public string? Processus { get; set; }

    [BindProperty(SupportsGet = true, Name = "du")]
    public string? Du { get; set; }

    [BindProperty(SupportsGet = true, Name = "au")]
    public string? Au { get; set; }

    public Constat? Verification { get; private set; }

    public IReadOnlyList<(Ligne Entree, string? Nom)> Lignes { get; private set; } = [];

    /// <summary>Address of the next page; null on the last one.</summary>
    public string? Suite { get; private set; }

    public async Task OnGetAsync([FromQuery] string? avant, CancellationToken annulation)
    {
        Verification = (await db.Database.SqlQuery<Constat>($"SELECT faite_le AS faite, chaines, entrees, defauts, premier_defaut AS premier FROM noyau.verifications ORDER BY faite_le DESC LIMIT 1").ToListAsync(annulation)).FirstOrDefault();
        // Ids are ordered by time: the last one read is where the next page begins.
        var curseur = Guid.TryParse(avant, out var lu) ? lu : (Guid?)null;
        var (entite, chose, acteur, processus) = (Affichage.Recherche(Entite), Affichage.Recherche(Chose), Affichage.Recherche(Acteur), Affichage.Recherche(Processus) is { } p ? MotifSql.Contient(p) : null);
        var (du, au) = (Jour(Du) is { } d ? JourDeParis.Debut(d) : (DateTimeOffset?)null, Jour(Au) is { } a ? JourDeParis.Debut(a.AddDays(1)) : (DateTimeOffset?)null);
        var lignes = await db.Database.SqlQuery<Ligne>($"""
            SELECT id, instant, acteur, processus, action, entite, entite_id AS chose FROM noyau.journal
            WHERE ({entite == null} OR entite = {entite}) AND ({chose == null} OR entite_id = {chose}) AND ({acteur == null} OR acteur = {acteur})
              AND ({processus == null} OR processus ILIKE {processus}) AND ({du == null} OR instant >= {du}) AND ({au == null} OR instant < {au})
              AND ({curseur == null} OR (instant, id) < (SELECT instant, id FROM noyau.journal WHERE id = {curseur}))
            ORDER BY instant DESC, id DESC LIMIT {Affichage.ParPage + 1}
            """).ToListAsync(annulation);
        var vues = new List<(Ligne, string?)>();
        foreach (var ligne in lignes.Take(Affichage.ParPage))
        {
            vues.Add((ligne, await noms.NomAsync(ligne.Acteur, annulation)));
        }

        Lignes = vues;
        if (lignes.Count > Affichage.ParPage)
        {
            var requete = new QueryBuilder(Request.Query.Where(q => q.Key != "avant").Select(q => KeyValuePair.Create(q.Key, q.Value.ToString()))) { { "avant", lignes[Affichage.ParPage - 1].Id.ToString() } };
            Suite = LiensDAdministration.Journal + requete;
        }
    }

    private static DateOnly? Jour(string? texte) => DateOnly.TryParseExact(texte?.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) && jour.Year is > 2000 and < 3000 ? jour : null;

    /// <param name="Id">Of the entry.</param>
    /// <param name="Instant">When.</param>
    /// <param name="Acteur">Who.</param>
    /// <param name="Processus">From where.</param>
    /// <param name="Action">What was done.</param>
    /// <param name="Entite">To what kind of thing.</param>
    /// <param name="Chose">To which one.</param>
    internal sealed record Ligne(Guid Id, DateTimeOffset Instant, string Acteur, string Processus, string Action, string Entite, string Chose);

    /// <param name="Faite">When the journal was last computed again.</param>
    /// <param name="Chaines">Chains read.</param>
    /// <param name="Entrees">Entries read.</param>
    /// <param name="Defauts">Faults.</param>
    /// <param name="Premier">The first one.</param>
    internal sealed record Constat(DateTimeOffset Faite, int Chaines, long Entrees, int Defauts, string? Premier);
}
