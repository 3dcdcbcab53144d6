namespace FaireAvec.Accompagnement.HorsLigne;

/// <summary>What the pages and the script of the shell must say alike.</summary>
internal static class DureesHorsLigne
{
    /// <summary>Without contact for so long, a device forgets its agenda and its people. What was written stays until it is sent.</summary>
    public const int JoursSansContact = 7;

    /// <summary>Wrong codes after which everything is erased.</summary>
    public const int EssaisMax = 10;

    /// <summary>How long the server keeps what was refused.</summary>
    public const int JoursARevoir = 30;
}
