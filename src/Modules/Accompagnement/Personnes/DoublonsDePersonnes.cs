using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Personnes;

/// <summary>Somebody whom one follows already, and who may be the one that is being written.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Nom">Their name, as one knows it.</param>
/// <param name="AnneeDeNaissance">Year of birth, to tell two people apart.</param>
/// <param name="Commune">INSEE code of where they live.</param>
/// <param name="Accords">What agrees.</param>
internal sealed record Doublon(Guid Id, string Nom, int? AnneeDeNaissance, string? Commune, IReadOnlyList<CritereDeDoublon> Accords);

/// <summary>Looks for the same person among those whom one may see, never further: a name typed here tells nothing of the people of others.</summary>
internal sealed class DoublonsDePersonnes(FaireAvecDb db, ClesDesPersonnes cles)
{
    // More isn't read.
    private const int Max = 5;

    /// <summary>From what is typed, as it stands.</summary>
    public async Task<IReadOnlyList<Doublon>> ChercherAsync(string? prenom, string? nom, string? annee, string? telephone, string? courriel, Guid? sauf, CancellationToken annulation) =>
        await ChercherAsync(
            new(
                NomsDesPersonnes.Lire(prenom), NomsDesPersonnes.Lire(nom), int.TryParse(annee?.Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var a) ? a : null,
                await HexaAsync(ClesDesPersonnes.Telephone, Telephones.Lire(telephone), annulation), await HexaAsync(ClesDesPersonnes.Courriel, NomsDesPersonnes.LireCourriel(courriel), annulation)),
            sauf,
            annulation);

    /// <summary>Those who may be the same as this one.</summary>
    public async Task<IReadOnlyList<Doublon>> ChercherAsync(PersonneComparee personne, Guid? sauf, CancellationToken annulation)
    {
        var connues = await db.Set<PersonneAccompagnee>().AsNoTracking()
            .Where(p => p.Niveau == NiveauDIdentite.Suivie && p.FusionneeDans == null && p.EffaceeLe == null && p.Id != sauf)
            .Select(p => new { p.Id, p.Prenom, p.Nom, p.AnneeDeNaissance, p.Commune, p.TelephoneEmpreinte, p.CourrielEmpreinte })
            .ToListAsync(annulation);
        return [.. connues
            .Select(p => new Doublon(p.Id, $"{p.Prenom} {p.Nom}".TrimEnd(), p.AnneeDeNaissance, p.Commune, RegleDesDoublons.Accords(personne, new(p.Prenom, p.Nom, p.AnneeDeNaissance, Hexa(p.TelephoneEmpreinte), Hexa(p.CourrielEmpreinte)))))
            .Where(d => d.Accords.Count >= RegleDesDoublons.CriteresMin)
            .OrderByDescending(d => d.Accords.Count).ThenBy(d => d.Nom, StringComparer.Ordinal).Take(Max)];
    }

    private async Task<string?> HexaAsync(string sorte, string? contact, CancellationToken annulation) =>
        contact is null ? null : Hexa(await cles.HacherAsync($"{sorte}\n{contact}", annulation));

    private static string? Hexa(byte[]? octets) => octets is null ? null : Convert.ToHexString(octets);
}
