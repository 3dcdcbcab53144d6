namespace FaireAvec.Accompagnement.Api;

/// <summary>Somebody to send on, as another system says it. Nothing of who they are: the reference is the only link.</summary>
internal sealed record OrientationJson
{
    /// <summary>Made by you, UUID of version 7 by preference: sent twice, it is one orientation.</summary>
    public required Guid Id { get; init; }

    /// <summary>The account of the professional who sends, in your organisation.</summary>
    public required Guid Professionnel { get; init; }

    /// <summary>Code of the need.</summary>
    public required string Besoin { get; init; }

    /// <summary>Id of the place on the map.</summary>
    public required string Lieu { get; init; }

    /// <summary>The yes of the person.</summary>
    public required AccordJson Accord { get; init; }

    /// <summary>True when the person agrees that the sender learns that they came.</summary>
    public bool RetourConsenti { get; init; }

    /// <summary>INSEE code of where they live or are.</summary>
    public string? Commune { get; init; }

    public string? Langue { get; init; }

    public bool Interprete { get; init; }

    public IReadOnlyList<string> Amenagements { get; init; } = [];

    public IReadOnlyList<string> Disponibilites { get; init; } = [];

    /// <summary>140 characters for the welcome; nothing about who the person is.</summary>
    public string? Precision { get; init; }
}

/// <summary>A yes.</summary>
internal sealed record AccordJson
{
    /// <summary>« oral » before a witness, « papier » that the professional keeps.</summary>
    public required string Forme { get; init; }

    /// <summary>Code of the witness of an oral yes: a badge, initials.</summary>
    public string? Temoin { get; init; }
}

/// <summary>Where an orientation is, as who sent it may know.</summary>
/// <param name="Id">The id that you gave.</param>
/// <param name="Reference">What the person says or shows there.</param>
/// <param name="Besoin">Code of the need.</param>
/// <param name="Lieu">Id of the place.</param>
/// <param name="Etat">envoyee, recue, rdv_fixe, honoree, non_honoree, refusee, expiree, close.</param>
/// <param name="Depuis">Since when; null when who sent it may not know.</param>
/// <param name="RdvLe">The appointment, when there is one.</param>
/// <param name="Revenue">True when it came back: another place is to be found.</param>
internal sealed record EtatDOrientationJson(Guid Id, string Reference, string Besoin, string? Lieu, string Etat, DateTimeOffset? Depuis, DateTimeOffset? RdvLe, bool Revenue);
