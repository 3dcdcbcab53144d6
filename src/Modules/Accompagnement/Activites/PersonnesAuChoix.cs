using System.Globalization;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>Somebody whom the médiateur follows, to tick in the form of an act.</summary>
/// <param name="Id">The person.</param>
/// <param name="Nom">What one calls them; with what tells them apart when another one is called so.</param>
internal sealed record PersonneAuChoix(Guid Id, string Nom);

/// <summary>The people whom the one who asks follows: those chosen, then those seen last. Row security decides who that is.</summary>
internal sealed class PersonnesAuChoix(FaireAvecDb db, AppellationsDesPersonnes appellations)
{
    /// <summary>How many are on screen; the others are folded.</summary>
    public const int SousLaMain = 12;

    private const int Max = 300;

    public async Task<IReadOnlyList<PersonneAuChoix>> ListerAsync(IReadOnlyCollection<Guid> choisies, CancellationToken annulation)
    {
        var personnes = await db.Set<PersonneAccompagnee>().AsNoTracking().Where(p => p.FusionneeDans == null && p.EffaceeLe == null)
            .OrderByDescending(p => choisies.Contains(p.Id)).ThenByDescending(p => p.DernierContactLe).Take(Math.Max(Max, choisies.Count)).ToListAsync(annulation);
        var noms = await appellations.NommerAsync(personnes, annulation);
        var memeNom = noms.Values.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Skip(1).Any()).Select(g => g.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. personnes.Select(p => new PersonneAuChoix(p.Id, !memeNom.Contains(noms[p.Id]) ? noms[p.Id] : Distinguer(noms[p.Id], p.AnneeDeNaissance, p.DernierContactLe)))];
    }

    // « Awa Exemple (née ou né en 1958) »
    private static string Distinguer(string nom, int? annee, DateTimeOffset contact) => annee is { } a
        ? MotsActivites.T("Ecrire.Personnes.Annee", nom, a.ToString(CultureInfo.InvariantCulture))
        : MotsActivites.T("Ecrire.Personnes.Vue", nom, MotsActivites.Instant(contact));
}
