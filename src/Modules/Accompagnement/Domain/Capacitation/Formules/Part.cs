namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>So many beside so many. Not always a part of them: it goes above 1 when people also came by themselves.</summary>
internal readonly record struct Part(int Oui, int Sur)
{
    /// <summary>Null beside nothing.</summary>
    public double? Valeur => Sur == 0 ? null : (double)Oui / Sur;
}
