namespace FaireAvec.Cartographie.Horaires;

/// <summary>What the hours say of a place at an instant. Nothing written for that instant means closed.</summary>
internal enum EtatOuverture : byte
{
    /// <summary>Closed, by a rule or because no rule opens.</summary>
    Ferme,

    /// <summary>Open.</summary>
    Ouvert,

    /// <summary>Depends: on appointment, to confirm, closing time not given. The comment, when there is one, says on what.</summary>
    Inconnu,
}
