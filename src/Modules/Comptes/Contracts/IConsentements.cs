using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Contracts.Comptes;

/// <summary>How a consent is given or taken back.</summary>
public enum MoyenDAccord
{
    /// <summary>By the person, on the site.</summary>
    EnLigne,

    /// <summary>On a paper that a professional has.</summary>
    Papier,

    /// <summary>By word of mouth, to a professional who records it.</summary>
    Oral,
}

/// <summary>A published text of consent, as it is to be shown.</summary>
/// <param name="Version">To give back with the consent.</param>
/// <param name="Titre">What is agreed to, in a few words.</param>
/// <param name="Texte">What the person reads, or is read.</param>
public sealed record TexteAAccepter(int Version, string Titre, string Texte);

/// <summary>Consents, with their proof: who, when, how, to which text. Texts are in <c>data/rgpd/accords.json</c>, kept as they were shown.</summary>
public interface IConsentements
{
    /// <summary>The text of today for a purpose. Throws when there is none: a fault of ours.</summary>
    TexteAAccepter Texte(string finalite);

    /// <summary>True when the person agrees today: given, not taken back, to a version that still holds.</summary>
    Task<bool> ADonneAsync(Guid personne, string finalite, CancellationToken annulation);

    /// <summary>Records a consent to the version that was shown. Given twice, it is one.</summary>
    Task<Resultat<Guid>> DonnerAsync(Guid personne, string finalite, int version, MoyenDAccord moyen, CancellationToken annulation);

    /// <summary>Takes it back; as easy as giving it (article 7.3).</summary>
    Task<Resultat<Guid>> RetirerAsync(Guid personne, string finalite, MoyenDAccord moyen, CancellationToken annulation);
}
