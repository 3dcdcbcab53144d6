namespace FaireAvec.Kernel.Securite;

/// <summary>One right, and who has it how far. Each module declares its own in one table (<see cref="Modules.IModule.Droits"/>); whoever isn't in it is refused.</summary>
/// <param name="Droit">"module.chose.verbe", the name that pages and endpoints ask for.</param>
/// <param name="Libelle">What it lets one do, in French, for the page of rights.</param>
/// <param name="Attributions">Roles, each with the scope of its right.</param>
public sealed record RegleDeDroit(string Droit, string Libelle, params IReadOnlyList<(Role Role, Portee Portee)> Attributions)
{
    /// <summary>True for an act that asks for the second factor again when it was given more than <see cref="Identite.DureeDeLaPreuve"/> ago.</summary>
    public bool Sensible { get; init; }

    /// <summary>The scope that gives this right to a client of the API ("activites:ecrire"); null: no client has it.</summary>
    public string? Etendue { get; init; }
}
