using System.Text.Json;
using FaireAvec.Comptes.DonneesPersonnelles;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Purges;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Traitements;

/// <summary>The register of processing: what is kept about whom, why, for how long; and what the last night erased.</summary>
internal sealed class IndexModel(RegistreDesTraitements registre, FaireAvecDb db, IEnumerable<IPurge> purges) : PageModel
{
    public IReadOnlyList<Traitement> Traitements => registre.Traitements;

    public DateOnly Version => registre.Version;

    /// <summary>The last run of each purge.</summary>
    public IReadOnlyDictionary<string, PassageDePurge> Passages { get; private set; } = new Dictionary<string, PassageDePurge>(StringComparer.Ordinal);

    public string CeQuiPart(string purge) => purges.Single(p => p.Nom == purge).CeQuiPart;

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        switch (this.LireParmi("format", "csv", "json"))
        {
            case "csv":
                return File(Csv(), "text/csv; charset=utf-8", "registre-des-traitements.csv");
            case "json":
                return File(JsonSerializer.SerializeToUtf8Bytes(new { version = Version, traitements = Traitements }, RegistreDesTraitements.Json), "application/json", "registre-des-traitements.json");
            default:
                var derniers = await db.Set<PassageDePurge>().AsNoTracking().GroupBy(p => p.Purge).Select(g => g.OrderByDescending(p => p.Instant).First()).ToListAsync(annulation);
                Passages = derniers.ToDictionary(p => p.Purge, StringComparer.Ordinal);
                return Page();
        }
    }

    private byte[] Csv()
    {
        string[] titres = ["Cle", "Nom", "Etat", "Finalite", "Responsable", "Base", "BaseTexte", "Personnes", "Donnees", "Destinataires", "Transferts", "Conservation", "Ensuite", "Purge", "Securite", "Aipd"];
        return Tableur.Csv(
        [
            titres.Select(t => (string?)MotsDonneesPersonnelles.T($"Registre.{t}")),
            .. Traitements.Select(t => (IEnumerable<string?>)
            [
                t.Cle, t.Nom, MotsDonneesPersonnelles.T($"Registre.Etat.{t.Etat}"), t.Finalite, t.Responsable, t.Base, t.ExplicationDeLaBase, t.Personnes, string.Join(" ; ", t.Donnees), string.Join(" ; ", t.Destinataires),
                t.Transferts, t.Conservation.Phrase, t.Conservation.Ensuite, t.Purge ?? t.SansPurge, string.Join(" ; ", t.Securite), t.AnalyseDImpact,
            ]),
        ]);
    }
}
