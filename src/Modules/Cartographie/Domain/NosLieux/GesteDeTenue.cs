namespace FaireAvec.Cartographie.Domain.NosLieux;

/// <summary>What an organisation does to keep its place up to date; the words are « Nos.Geste.{value} ».</summary>
internal enum GesteDeTenue
{
    /// <summary>« Tout est à jour ».</summary>
    Confirmation,

    /// <summary>Fields corrected.</summary>
    Correction,

    /// <summary>Closed for some days, in the hours.</summary>
    FermetureTemporaire,

    /// <summary>Off the map.</summary>
    Fermeture,

    /// <summary>On the map again.</summary>
    Reouverture,
}
