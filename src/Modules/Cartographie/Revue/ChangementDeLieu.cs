using System.Text.Json;
using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Revue;

/// <summary>What changed in one field.</summary>
internal sealed record ChangementDeChamp(string Champ, string? Avant, string? Apres);

/// <summary>One line of the history of a place: who, when, why, what.</summary>
/// <param name="Instant">When.</param>
/// <param name="Auteur">Who.</param>
/// <param name="Motif">Why.</param>
/// <param name="Import">The import that did it.</param>
/// <param name="Sorte">"ajout", "retrait", "modification", "correction", "correction-close", "correction-retiree", "accord", "accord-retire".</param>
/// <param name="Champs">The fields that changed.</param>
internal sealed record ChangementDeLieu(DateTimeOffset Instant, string Auteur, string? Motif, Guid? Import, string Sorte, IReadOnlyList<ChangementDeChamp> Champs)
{
    // Beside the standard: whether the place is shown, and when a person confirmed it.
    private static readonly string[] Colonnes = [.. FicheLieu.Colonnes, "retenu", "verifie_le"];

    /// <summary>Reads a row of the history.</summary>
    public static ChangementDeLieu De(HistoriqueDeLieu h)
    {
        using var avant = h.Avant is null ? null : JsonDocument.Parse(h.Avant);
        using var apres = h.Apres is null ? null : JsonDocument.Parse(h.Apres);
        var sorte = avant is null ? "ajout" : apres is null ? "retrait" : "modification";
        var champs = sorte == "modification"
            ? Colonnes.Select(c => new ChangementDeChamp(c, Valeur(avant!.RootElement, c), Valeur(apres!.RootElement, c))).Where(c => c.Avant != c.Apres).ToList()
            : [];
        return new ChangementDeLieu(h.Instant, h.Auteur, h.Motif, h.Import, sorte, champs);
    }

    /// <summary>A correction tells its beginning, and its end when it has one.</summary>
    public static IEnumerable<ChangementDeLieu> De(CorrectionDeChamp c)
    {
        yield return new ChangementDeLieu(c.CreeeLe, c.Auteur, c.Motif, null, "correction", [new(c.Champ, c.ValeurDeLaSource, c.Valeur)]);
        if (c.CloseLe is { } fin)
        {
            yield return new ChangementDeLieu(fin, c.Etat == EtatCorrection.DepasseeParLaSource ? "systeme" : c.Auteur, null, c.ClosePar, c.Etat == EtatCorrection.DepasseeParLaSource ? "correction-close" : "correction-retiree", [new(c.Champ, c.Valeur, null)]);
        }
    }

    /// <summary>An agreement tells its beginning, and its end when it has one.</summary>
    public static IEnumerable<ChangementDeLieu> De(AccordDHebergement a)
    {
        yield return new ChangementDeLieu(a.DonneLe, a.Auteur, a.Motif, null, "accord", []);
        if (a.RetireLe is { } fin)
        {
            yield return new ChangementDeLieu(fin, a.Auteur, a.MotifDeRetrait, null, "accord-retire", []);
        }
    }

    private static string? Valeur(JsonElement fiche, string colonne) =>
        fiche.TryGetProperty(colonne, out var valeur) && FicheLieu.Cellule(valeur) is { Length: > 0 } texte ? texte : null;
}
