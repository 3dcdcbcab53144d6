using FaireAvec.Accompagnement.Activites;

namespace FaireAvec.Accompagnement.HorsLigne;

/// <summary>What a device keeps, closed, for seven days at most: what the days to come need, and nothing else.</summary>
internal sealed record LotHorsLigne
{
    /// <summary>Milliseconds since 1970.</summary>
    public required long Heure { get; init; }

    /// <summary>Who works with it.</summary>
    public required string Qui { get; init; }

    public required string? Organisation { get; init; }

    /// <summary>True when its owner receives people by appointment.</summary>
    public required bool Agenda { get; init; }

    /// <summary>True when its owner follows people.</summary>
    public required bool Cartes { get; init; }

    public required IReadOnlyList<JourDuLot> Jours { get; init; }

    /// <summary>Those who come in these days: number of the card, first name.</summary>
    public required IReadOnlyList<ChoixDuLot> Personnes { get; init; }

    public required IReadOnlyList<ChoixDuLot> Lieux { get; init; }

    public required IReadOnlyList<ChoixDuLot> Communes { get; init; }

    public required IReadOnlyList<ChoixDuLot> Etiquettes { get; init; }

    /// <summary>Codes at hand.</summary>
    public required IReadOnlyList<string> Themes { get; init; }

    public required HabitudesDuLot Habitudes { get; init; }

    /// <summary>One's own free times, to give.</summary>
    public required IReadOnlyList<CreneauDuLot> Creneaux { get; init; }

    /// <summary>Acts begun with network, to finish without.</summary>
    public required IReadOnlyList<FormulaireDActivite> Brouillons { get; init; }
}

internal sealed record JourDuLot(string Jour, string Titre, IReadOnlyList<LigneDuLot> Lignes);

/// <summary>One thing of a day.</summary>
/// <param name="Nature">rendez_vous, atelier, absence.</param>
/// <param name="Heures">« 9 h – 9 h 45 ».</param>
/// <param name="Note">True when it has its act.</param>
internal sealed record LigneDuLot(string Nature, Guid Id, string Heures, string? Quoi, string? Ou, string? Lieu, string? Personne, int Minutes, bool Note, IReadOnlyList<InscritDuLot>? Inscrits);

internal sealed record InscritDuLot(Guid Id, string Nom, string Etat, Guid? Personne);

internal sealed record ChoixDuLot(string Valeur, string Libelle);

internal sealed record HabitudesDuLot(string? TypeDeLieu, string? Lieu, string? Commune, int? Duree);

internal sealed record CreneauDuLot(string Date, string De, int Duree, string Lieu, string Libelle);
