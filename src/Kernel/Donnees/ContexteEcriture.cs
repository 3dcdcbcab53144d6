namespace FaireAvec.Kernel.Donnees;

/// <summary>Who writes, from which process and why. Scoped; filled by the request, the command or the job. Kept with every write by the journal.</summary>
public sealed class ContexteEcriture
{
    /// <summary>Who: an account's id, "anonyme", or "systeme:NOM".</summary>
    public string Acteur { get; set; } = "anonyme";

    /// <summary>From where: "web:/lieux/…/signaler", "commande:lieux importer", "tache:…".</summary>
    public string Processus { get; set; } = "inconnu";

    /// <summary>Why, in the person's words when they were asked.</summary>
    public string? Motif { get; set; }
}
