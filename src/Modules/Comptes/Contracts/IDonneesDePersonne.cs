namespace FaireAvec.Contracts.Comptes;

/// <summary>One value about somebody.</summary>
/// <param name="Cle">Stable name, in the file.</param>
/// <param name="Libelle">Its name on the page, in French.</param>
/// <param name="Valeur">Text, number, yes or no, instant (<see cref="DateTimeOffset"/>), day (<see cref="DateOnly"/>), or null when it isn't known.</param>
public sealed record Donnee(string Cle, string Libelle, object? Valeur);

/// <summary>What a module holds about somebody, of one kind: their account, their roles…</summary>
/// <param name="Cle">Stable name, in the file.</param>
/// <param name="Titre">In French.</param>
/// <param name="Explication">Why it is there, in words for the person.</param>
/// <param name="Traitement">Key of the processing in the register.</param>
/// <param name="Fiches">One list of values for each thing.</param>
/// <param name="Rectifier">Where the person puts it right; null: by a request.</param>
public sealed record LotDeDonnees(string Cle, string Titre, string Explication, string Traitement, IReadOnlyList<IReadOnlyList<Donnee>> Fiches, string? Rectifier = null);

/// <summary>
/// What a module holds about a person: staff account or person helped. Each module that holds personal values registers one
/// (<c>services.AddScoped&lt;IDonneesDePersonne, …&gt;()</c>): rights of people are then answered for all of them at once. A test fails when an entity with a
/// <c>[Personnel]</c> value is in no <see cref="Entites"/>.
/// </summary>
public interface IDonneesDePersonne
{
    /// <summary>"comptes". Several for one module: "comptes.accords".</summary>
    string Nom { get; }

    /// <summary>Names of the entities whose personal values it exports and erases ("Compte").</summary>
    IReadOnlyList<string> Entites { get; }

    /// <summary>Erased in this order: what others need in order to find theirs comes last.</summary>
    int Rang => 100;

    /// <summary>True when it also holds things about people helped: it then takes an id that is no account, and gives what it has.</summary>
    bool PersonnesAidees => false;

    /// <summary>Entities about people helped ("accompagnement.PersonneAccompagnee", as the journal names them): who runs the platform never reads what the journal says of them.</summary>
    IReadOnlyList<string> EntitesFermees => [];

    /// <summary>Everything that is known, under the rights of who asks.</summary>
    Task<IReadOnlyList<LotDeDonnees>> ExporterAsync(Guid personne, CancellationToken annulation);

    /// <summary>
    /// Erases the personal part, in the system context "systeme:droits" and in the caller's transaction; totals, ledgers and proofs stay, without the identity.
    /// Returns how many things changed. A second time changes nothing.
    /// </summary>
    Task<int> EffacerAsync(Guid personne, CancellationToken annulation);
}
