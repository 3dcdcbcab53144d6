namespace FaireAvec.Accompagnement.Domain.AllerVers;

/// <summary>
/// Answers to the one optional question, « Avez-vous renoncé à une démarche parce qu’il fallait internet ? », and for those who did, whether it was done in
/// the end. Whoever wasn't asked is in none of them.
/// </summary>
internal sealed record Renoncement(int Oui = 0, int Non = 0, int NeSaitPas = 0, int FaiteOui = 0, int FaiteNon = 0, int FaiteNeSaitPas = 0)
{
    public static readonly Renoncement Aucun = new();

    public int Reponses => Oui + Non + NeSaitPas;

    public static Renoncement operator +(Renoncement a, Renoncement b) =>
        new(a.Oui + b.Oui, a.Non + b.Non, a.NeSaitPas + b.NeSaitPas, a.FaiteOui + b.FaiteOui, a.FaiteNon + b.FaiteNon, a.FaiteNeSaitPas + b.FaiteNeSaitPas);
}
