using FaireAvec.Cartographie.Integration;
using FaireAvec.Cartographie.Recherche;

namespace FaireAvec.Cartographie.Api;

/// <summary>The answer of « /api/v1/lieux/en-phrases ».</summary>
internal sealed record RechercheEnPhrases
{
    /// <summary>« 12 lieux pour vous aider près de Saint-Étienne »; null while nothing was asked for.</summary>
    public required string? Titre { get; init; }

    public required int Total { get; init; }

    public required int Page { get; init; }

    /// <summary>True when the next page has places.</summary>
    public required bool Encore { get; init; }

    /// <summary>True when no town has the name that was typed.</summary>
    public required bool Inconnue { get; init; }

    /// <summary>Towns among which to choose.</summary>
    public required IReadOnlyList<VilleAChoisir> Villes { get; init; }

    /// <summary>The département or the region that has this name too, when towns have it; null otherwise.</summary>
    public required TerritoireAChoisir? Territoire { get; init; }

    /// <summary>Address, on this site, of the same search with its map and its filters.</summary>
    public required string SurLeSite { get; init; }

    public required IReadOnlyList<LieuEnPhrases> Lieux { get; init; }

    /// <summary>When few places say they do what was asked for, those that help with a bit of everything: « demandez-leur ». Empty otherwise.</summary>
    public required IReadOnlyList<LieuEnPhrases> DemandezLeur { get; init; }

    public static RechercheEnPhrases De(ReponseIntegree r) => new()
    {
        Titre = r.Titre,
        Total = r.Total,
        Page = r.Demande.Page,
        Encore = r.Encore,
        Inconnue = r.Inconnue,
        Villes = [.. r.Villes.Select(v => new VilleAChoisir(v.NomComplet, v.CodeInsee))],
        Territoire = r.Territoire is { } t ? new(Ressources.Mots.T("Resultats.Laquelle.Territoire", t.Nom), t.Entier) : null,
        SurLeSite = r.SurLeSite,
        Lieux = [.. r.Lieux.Select(l => LieuEnPhrases.De(l, r.Prochains.GetValueOrDefault(l.Lieu.Id)))],
        DemandezLeur = [.. r.Generalistes.Select(l => LieuEnPhrases.De(l, r.Prochains.GetValueOrDefault(l.Lieu.Id)))],
    };
}

/// <summary>A town that somebody may have meant.</summary>
/// <param name="Nom">« Saint-Étienne (Loire) ».</param>
/// <param name="Commune">Its INSEE code.</param>
internal sealed record VilleAChoisir(string Nom, string Commune);

/// <summary>A département or a region that somebody may have meant.</summary>
/// <param name="Phrase">« Voir tous les lieux : Loire (42) ».</param>
/// <param name="Ou">What to ask for as « ou ».</param>
internal sealed record TerritoireAChoisir(string Phrase, string Ou);

/// <summary>A place as people read it.</summary>
internal sealed record LieuEnPhrases
{
    public required string Id { get; init; }

    public required string Nom { get; init; }

    /// <summary>Address of its page, on this site.</summary>
    public required string Page { get; init; }

    public required string Adresse { get; init; }

    /// <summary>« 1,2 km », or null without a centre.</summary>
    public required string? Distance { get; init; }

    /// <summary>« ouvert », « ferme » or « inconnu »: not knowing isn't closed.</summary>
    public required string Etat { get; init; }

    /// <summary>« Ouvert jusqu’à 12 h 30 ».</summary>
    public required string EtatEnMots { get; init; }

    public required IReadOnlyList<string> Prix { get; init; }

    public required IReadOnlyList<string> Services { get; init; }

    /// <summary>As one writes it.</summary>
    public required string? Telephone { get; init; }

    /// <summary>« tel:+33… », or null when the text isn't a number.</summary>
    public required string? TelephoneLien { get; init; }

    /// <summary>Where one books: on this site when the place takes bookings here, elsewhere otherwise.</summary>
    public required string? Reserver { get; init; }

    public required ProchainEnPhrases? Prochain { get; init; }

    public static LieuEnPhrases De(ConnaissanceDuLieu l, Contracts.Accompagnement.ProchainCreneauDuLieu? prochain) => new()
    {
        Id = l.Lieu.Id,
        Nom = l.Lieu.Nom,
        Page = Liens.Lieu(l.Lieu),
        Adresse = l.AdresseEnLigne,
        Distance = l.DistanceEnMots,
        Etat = l.Ouverture switch { Ouverture.Ouvert => "ouvert", Ouverture.Ferme => "ferme", _ => "inconnu" },
        EtatEnMots = l.OuvertureEnMots,
        Prix = l.ValeursDites(Filtre.Frais),
        Services = l.Valeurs(Filtre.Service),
        Telephone = l.TelephoneLisible,
        TelephoneLien = l.LienTelephone,
        Reserver = prochain is not null ? Liens.Reserver(l.Lieu) : l.Lieu.PriseRdv,
        Prochain = prochain is null ? null : new(prochain.Debut, prochain.EnMots, prochain.Atelier),
    };
}

/// <summary>The next free time of a place.</summary>
/// <param name="Debut">When.</param>
/// <param name="EnMots">When, by the clock of the place.</param>
/// <param name="Atelier">Title of the workshop, or null for an appointment.</param>
internal sealed record ProchainEnPhrases(DateTimeOffset Debut, string EnMots, string? Atelier);
