namespace FaireAvec.Accompagnement.Domain.Etiquettes;

/// <summary>To whom a label is offered, the narrowest first: a label is joined to one of the same reach, or of a wider one.</summary>
internal enum PorteeDEtiquette
{
    /// <summary>To the one who made it.</summary>
    Personnelle,

    /// <summary>To everybody in a team; made by who coordinates it.</summary>
    Equipe,
}
