namespace FaireAvec.Comptes.Domain;

/// <summary>How many ways somebody has to prove who they are, beside the link by e-mail.</summary>
/// <param name="Cles">Passkeys.</param>
/// <param name="Application">An application makes codes.</param>
/// <param name="Cartes">Cards that make codes.</param>
/// <param name="CodesImprimes">Printed codes that are left.</param>
internal sealed record MoyensDeProuver(int Cles, bool Application, int Cartes, int CodesImprimes)
{
    /// <summary>Those that last. Printed codes run out: alone they would lock somebody out one day.</summary>
    public int Durables => Cles + (Application ? 1 : 0) + Cartes;

    /// <summary>Somebody can get past the second step.</summary>
    public bool Aucun => Durables == 0 && CodesImprimes == 0;

    /// <summary>One of those that last may go: the last one never does.</summary>
    public bool PeutEnRetirerUn => Durables > 1;
}
