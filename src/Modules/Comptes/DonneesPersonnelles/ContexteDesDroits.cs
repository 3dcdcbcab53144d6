namespace FaireAvec.Comptes.DonneesPersonnelles;

/// <summary>The system context in which one account is closed, erased or answered: named in the policies of the database.</summary>
internal static class ContexteDesDroits
{
    public const string Role = "systeme:droits";
}
