namespace FaireAvec.Comptes.DonneesPersonnelles.Domain;

/// <summary>A published text of consent. Kept as it was shown: a version isn't changed, another one follows.</summary>
/// <param name="Finalite">"comptes.nouvelles".</param>
/// <param name="Version">From 1.</param>
/// <param name="Titre">What is agreed to, in a few words.</param>
/// <param name="Texte">What the person reads.</param>
/// <param name="ExigeUnNouvelAccord">True: consents to earlier versions no longer hold.</param>
internal sealed record TexteDAccord(string Finalite, int Version, string Titre, string Texte, bool ExigeUnNouvelAccord);
