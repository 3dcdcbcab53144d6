namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>A way that needs neither a screen nor an account: given with every orientation. The words are under « SansInternet.{value} ».</summary>
internal enum VoieSansInternet
{
    Guichet,
    Telephone,
    Courrier,

    /// <summary>Delegate of the Défenseur des droits, when an administration only answers on its site.</summary>
    DelegueDuDefenseur,

    /// <summary>Everything on paper.</summary>
    Imprime,
}
