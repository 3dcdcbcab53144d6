namespace FaireAvec.Kernel.Securite;

/// <summary>The headings of the folded part of the menu, in their order.</summary>
public enum GroupeDeMenu
{
    /// <summary>People and what is done with them.</summary>
    Accompagner,

    /// <summary>The team, the network and what they add up to.</summary>
    Equipe,

    /// <summary>The organisation and its places.</summary>
    Organisation,

    /// <summary>One's own account.</summary>
    Compte,

    /// <summary>The platform.</summary>
    Plateforme,
}
