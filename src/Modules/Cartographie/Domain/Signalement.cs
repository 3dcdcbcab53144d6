using FaireAvec.Kernel.Journal;

namespace FaireAvec.Cartographie.Domain;

/// <summary>What a report is about; the words are in the resource files, under "Signalement.{value}".</summary>
internal enum CategorieSignalement
{
    Horaires,
    Services,
    Adresse,
    Contact,
    Accessibilite,
    Ferme,
    Autre,
}

/// <summary>State of a report in the queue. Transitions: <see cref="EtatsSignalement"/>.</summary>
internal enum EtatSignalement
{
    Nouveau,
    EnCours,
    Corrige,
    Ecarte,
}

/// <summary>The table of allowed transitions.</summary>
internal static class EtatsSignalement
{
    private static readonly HashSet<(EtatSignalement De, EtatSignalement Vers)> Permises =
    [
        (EtatSignalement.Nouveau, EtatSignalement.EnCours),
        (EtatSignalement.Nouveau, EtatSignalement.Corrige),
        (EtatSignalement.Nouveau, EtatSignalement.Ecarte),
        (EtatSignalement.EnCours, EtatSignalement.Corrige),
        (EtatSignalement.EnCours, EtatSignalement.Ecarte),
        // A mistake is undone.
        (EtatSignalement.Corrige, EtatSignalement.EnCours),
        (EtatSignalement.Ecarte, EtatSignalement.EnCours),
    ];

    public static bool Permet(EtatSignalement de, EtatSignalement vers) => Permises.Contains((de, vers));
}

/// <summary>Somebody says that something is wrong in a place's page. No account asked; an e-mail address only if the person wants an answer.</summary>
internal sealed class Signalement : IJournalisee
{
    public const int MessageMax = 2000;
    public const int CourrielMax = 254;

    public required Guid Id { get; init; }
    public required string LieuId { get; init; }
    public required CategorieSignalement Categorie { get; init; }

    /// <summary>Free words: they may speak of a person, so the journal encrypts them.</summary>
    [Personnel]
    public required string Message { get; init; }

    [Personnel]
    public string? Courriel { get; init; }

    public EtatSignalement Etat { get; private set; } = EtatSignalement.Nouveau;
    public required DateTimeOffset RecuLe { get; init; }
    public DateTimeOffset? TraiteLe { get; private set; }

    string IJournalisee.IdJournal => Id.ToString();

    // Nobody is known here: the report itself stands for the person, so that its words can be forgotten one by one.
    Guid? IJournalisee.PersonneConcernee => Id;

    /// <summary>Moves the report to another state; false when the table doesn't allow it.</summary>
    public bool Passer(EtatSignalement vers, DateTimeOffset maintenant)
    {
        if (!EtatsSignalement.Permet(Etat, vers))
        {
            return false;
        }

        Etat = vers;
        TraiteLe = vers is EtatSignalement.Corrige or EtatSignalement.Ecarte ? maintenant : null;
        return true;
    }
}
