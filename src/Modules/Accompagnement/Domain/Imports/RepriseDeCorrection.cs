using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.Imports;

/// <summary>
/// An act of ours as the other tool now says it: what that tool says is taken over; what it knows nothing of (posture, situation, online service, labels, people followed, what comes next) stays.
/// </summary>
internal static class RepriseDeCorrection
{
    public static SaisieDActivite Faire(Activite activite, string? note, IReadOnlyList<Guid> personnes, SaisieDActivite laBas)
    {
        var suivie = personnes.Count > 0;
        var collectif = laBas.Type == TypeDActivite.Collectif.Regle().Code;
        return laBas with
        {
            // « Démarche » is ours: the other tool calls it an individual act.
            Type = activite.Type == TypeDActivite.Demarche && laBas.Type == TypeDActivite.Individuel.Regle().Code ? TypeDActivite.Demarche.Regle().Code : laBas.Type,
            Posture = activite.Posture,
            MotifALaPlace = activite.MotifALaPlace,
            Situation = activite.Situation,
            Service = activite.Service,
            Cause = activite.Cause,
            // Shorter there than the time that the service took here: it took all of it.
            MinutesPerdues = laBas.DureeMinutes is { } duree && activite.MinutesPerdues > duree ? (duree > 0 ? duree : null) : activite.MinutesPerdues,
            Suite = activite.Suite,
            Notes = laBas.Notes ?? note,
            Demarche = laBas.Demarche ?? activite.Demarche,
            // Ours stay; those of the file come beside, while there is room.
            Etiquettes = [.. activite.Etiquettes.Union(laBas.Etiquettes).Take(Activite.EtiquettesMax)],
            Personnes = personnes,
            // Somebody followed has her own values; at a workshop, margins hold those without a name only.
            SansNom = suivie ? PersonneSansNom.Inconnue : laBas.SansNom with { DejaAccompagnee = activite.DejaAccompagnee },
            Effectifs = !collectif ? null : suivie ? activite.Effectifs : laBas.Effectifs is { } e && activite.Effectifs is { } avant && e.Total == avant.Total ? e with { DejaAccompagnes = avant.DejaAccompagnes } : laBas.Effectifs,
        };
    }
}
