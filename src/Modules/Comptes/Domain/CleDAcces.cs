using FaireAvec.Kernel.Journal;

namespace FaireAvec.Comptes.Domain;

/// <summary>A passkey: the device keeps the secret, only the public half is here.</summary>
internal sealed class CleDAcces : IJournalisee
{
    public const int NomMax = 60;
    public const int IdentifiantMax = 1023;

    /// <summary>How many somebody may have.</summary>
    public const int Max = 20;

    public required Guid Id { get; init; }
    public required Guid Compte { get; init; }

    /// <summary>Credential id, chosen by the device.</summary>
    [HorsJournal]
    public required byte[] Identifiant { get; init; }

    [HorsJournal]
    public required byte[] ClePublique { get; init; }

    /// <summary>Count of signatures that the device says; one that goes back betrays a copy. Many devices say zero for ever.</summary>
    [HorsJournal]
    public required long Signatures { get; set; }

    public string[] Transports { get; init; } = [];

    /// <summary>The device checked who holds it (finger, face, code).</summary>
    public bool PersonneVerifiee { get; set; }

    /// <summary>May be copied to the person's other devices.</summary>
    public bool Copiable { get; init; }

    /// <summary>Is copied.</summary>
    public bool Copiee { get; set; }

    /// <summary>« Téléphone », « Clé bleue »: what the person calls it.</summary>
    public required string Nom { get; set; }

    public required DateTimeOffset CreeeLe { get; init; }
    public DateTimeOffset? UtiliseeLe { get; set; }

    string IJournalisee.IdJournal => Id.ToString();
}
