using System.Globalization;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Imports;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Fichiers.Tableurs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Importer;

/// <summary>What an import would do, or did, as a CSV file: one line for each act, or for each fault of it.</summary>
internal sealed class FichierDApercu(IQueryable<LigneDImport> lignes) : ActionResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var annulation = context.HttpContext.RequestAborted;
        await using var sortie = await SortieCsv.OuvrirAsync(context, "verification");
        await sortie.EcrireAsync(["ligne", "date", "type", "duree_minutes", "personnes", "sort", "fait", "colonne", "valeur", "phrase"]);
        await foreach (var l in lignes.AsAsyncEnumerable().WithCancellation(annulation))
        {
            string?[] debut =
            [
                string.Join(' ', l.Numeros), l.Jour?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), TypesDActivite.Lire(l.Type)?.Libelle, l.Minutes > 0 ? l.Minutes.ToString(CultureInfo.InvariantCulture) : "",
                l.Personnes.ToString(CultureInfo.InvariantCulture), l.Sort.ToString(), l.Fait?.ToString(),
            ];
            if (l.Defauts.Count == 0)
            {
                await sortie.EcrireAsync([.. debut, "", "", ""]);
            }

            foreach (var d in l.Defauts)
            {
                await sortie.EcrireAsync([.. debut, d.Colonne, d.Valeur, d.Phrase]);
            }
        }

        await sortie.FinirAsync();
    }
}

/// <summary>The refused rows as they were sent, with the reason beside: to be corrected and sent again. Only their author gets it.</summary>
internal sealed class FichierDesRefus(ITableaux tableaux, Stream fichier, ImportDActivites import, IReadOnlyDictionary<long, string> raisons) : ActionResult
{
    private const string Pourquoi = "Pourquoi c’est refusé";

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        using var tableau = tableaux.Ouvrir(fichier);
        await using var sortie = await SortieCsv.OuvrirAsync(context, "a-corriger");
        var largeur = import.Colonnes.Count;
        await sortie.EcrireAsync([.. import.Colonnes.Select(c => c.Nom), Pourquoi]);
        foreach (var ligne in tableau.Lignes())
        {
            context.HttpContext.RequestAborted.ThrowIfCancellationRequested();
            if (ligne.Numero > import.LigneDEntete && raisons.TryGetValue(ligne.Numero, out var raison))
            {
                await sortie.EcrireAsync([.. Enumerable.Range(0, largeur).Select(i => i < ligne.Cellules.Count ? ligne.Cellules[i] : null), raison]);
            }
        }

        await sortie.FinirAsync();
    }
}

/// <summary>A CSV file that is sent as it is written.</summary>
internal sealed class SortieCsv : IAsyncDisposable
{
    private readonly EcritureDeTableur _sortie;
    private readonly CancellationToken _annulation;

    private SortieCsv(EcritureDeTableur sortie, CancellationToken annulation) => (_sortie, _annulation) = (sortie, annulation);

    public static async Task<SortieCsv> OuvrirAsync(ActionContext context, string nom) => new(await ReponseDeTableur.CommencerAsync(context.HttpContext, "csv", nom), context.HttpContext.RequestAborted);

    public Task EcrireAsync(IEnumerable<string?> cellules) => _sortie.LigneAsync([.. cellules.Select(CelluleDeTableur.De)], _annulation);

    public Task FinirAsync() => _sortie.FinirAsync(_annulation);

    public ValueTask DisposeAsync() => _sortie.DisposeAsync();
}
