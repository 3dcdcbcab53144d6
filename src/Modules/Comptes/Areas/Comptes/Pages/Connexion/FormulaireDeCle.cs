using FaireAvec.Comptes.Connexion;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Connexion;

/// <summary>What the form of a passkey needs.</summary>
internal sealed record FormulaireDeCle
{
    /// <summary>« get » to prove, « create » to make one.</summary>
    public required string Geste { get; init; }

    public required DefiDeCle Defi { get; init; }

    public required string Action { get; init; }

    public required string Bouton { get; init; }

    /// <summary>What is said when the device gave nothing.</summary>
    public required string Refus { get; init; }

    public string? Retour { get; init; }

    /// <summary>The browser also proposes its passkeys in the field of the address, before anybody asks.</summary>
    public bool Proposee { get; init; }

    /// <summary>The name of a box of the page, whose answer goes along.</summary>
    public string? Avec { get; init; }

    /// <summary>What was typed in a form that waits for the proof.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Saisie { get; init; } = [];

    public bool DemanderUnNom { get; init; }

    public string LibelleDuNom { get; init; } = "";

    public string IndiceDuNom { get; init; } = "";
}
