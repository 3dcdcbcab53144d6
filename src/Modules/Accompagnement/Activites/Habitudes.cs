using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Ui.Formulaires;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>What a médiateur does most, read in their last acts: the form begins with it.</summary>
internal sealed class Habitudes(FaireAvecDb db, ILieuxDesOrganisations organisations, INomsDesLieux noms)
{
    private const int Derniers = 60;

    /// <summary>Themes at hand; the others are one touch further.</summary>
    private const int ThemesSousLaMain = 6;

    private static readonly string[] ThemesDuDebut = [Thematiques.AideAuxDemarches, "email", "prendre_en_main_du_materiel", "navigation_sur_internet", "securite_numerique", "social_sante"];

    public async Task<HabitudesDuMediateur> LireAsync(Guid auteur, Guid organisation, CancellationToken annulation)
    {
        var derniers = await db.Set<Activite>().AsNoTracking()
            .Where(a => a.Auteur == auteur && a.SupprimeeLe == null && a.TypeDeLieu != null)
            .OrderByDescending(a => a.Jour).ThenByDescending(a => a.Id).Take(Derniers)
            .Select(a => new { a.TypeDeLieu, a.Lieu, a.Commune, a.Duree, a.Thematiques, a.Organisation, a.Type }).ToListAsync(annulation);
        var lieux = (await organisations.LieuxAsync(organisation, annulation)).Concat(derniers.Where(d => d.Lieu is not null && d.Organisation == organisation).Select(d => d.Lieu!)).Distinct(StringComparer.Ordinal)
            .Select(noms.Trouver).OfType<LieuNomme>().DistinctBy(l => l.Id).Take(30).Select(l => new OptionDeChamp(l.Id, $"{l.Nom}, {l.Commune}")).ToList();
        var themes = derniers.SelectMany(d => d.Thematiques).GroupBy(t => t, StringComparer.Ordinal).OrderByDescending(g => g.Count()).Select(g => g.Key).Where(Thematiques.Contient)
            .Concat(ThemesDuDebut).Distinct(StringComparer.Ordinal).Take(ThemesSousLaMain).ToList();
        var dernier = derniers.FirstOrDefault(d => d.Organisation == organisation);
        return new HabitudesDuMediateur(lieux, themes, dernier?.TypeDeLieu, dernier?.Lieu, dernier?.Commune, dernier?.Duree);
    }
}

/// <param name="Lieux">Places of the organisation, then those of the last acts.</param>
/// <param name="Themes">Codes, the most frequent first.</param>
/// <param name="TypeDeLieu">Of the last act; null before the first one.</param>
/// <param name="Lieu">Of the last act.</param>
/// <param name="Commune">Of the last act.</param>
/// <param name="Duree">Of the last act, in minutes.</param>
internal sealed record HabitudesDuMediateur(IReadOnlyList<OptionDeChamp> Lieux, IReadOnlyList<string> Themes, string? TypeDeLieu, string? Lieu, string? Commune, int? Duree);
