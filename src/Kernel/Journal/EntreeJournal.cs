namespace FaireAvec.Kernel.Journal;

/// <summary>An entity whose every change is journaled by itself, so that no code can forget.</summary>
public interface IJournalisee
{
    /// <summary>Identifies the thing for a reader of the journal.</summary>
    string IdJournal { get; }

    /// <summary>The person whom the <see cref="PersonnelAttribute"/> values are about, when the entity holds any. Their values are encrypted with the person's key.</summary>
    Guid? PersonneConcernee => null;
}

/// <summary>A value about a person: in the journal it is encrypted with the person's key, so that erasing the key erases it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonnelAttribute : Attribute;

/// <summary>A secret or a value too big to keep twice: the journal says that it changed, not what it was.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HorsJournalAttribute : Attribute;

/// <summary>One line of the journal.</summary>
/// <param name="Action">"creation", "modification", "suppression", or a verb of the domain ("import").</param>
/// <param name="Entite">"module.Entite".</param>
/// <param name="EntiteId">The thing's id; its hash chooses the chain.</param>
/// <param name="Avant">JSON before, or null.</param>
/// <param name="Apres">JSON after, or null.</param>
/// <param name="Personne">The person concerned, when <paramref name="Personnel"/> is given.</param>
/// <param name="Personnel">JSON about the person, stored encrypted.</param>
public sealed record EntreeJournal(string Action, string Entite, string EntiteId, string? Avant = null, string? Apres = null, Guid? Personne = null, string? Personnel = null);
