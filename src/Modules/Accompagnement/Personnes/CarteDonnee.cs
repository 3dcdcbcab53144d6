using FaireAvec.Accompagnement.Domain.Personnes;

namespace FaireAvec.Accompagnement.Personnes;

/// <summary>A card just made. Its secret is in the answer to the form, and nowhere else: shown once, to be printed or copied.</summary>
internal sealed record CarteDonnee(Guid Personne, NumeroDeCarte Numero, SecretDeCarte Secret, DateTimeOffset Le)
{
    /// <summary>What the QR code leads to. Number and secret are behind #: browsers don't send it, and no log has it.</summary>
    public string Adresse(string site) => $"{site}{LiensPersonnes.MaCarte}#{Numero.Valeur}-{Secret.Valeur}";
}
