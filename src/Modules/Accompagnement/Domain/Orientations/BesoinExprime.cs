using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>
/// A need that somebody told a professional. It holds nobody: a reference, that is on the card, is all that links it to the person who has it. The one
/// that comes after another isn't forgotten.
/// </summary>
internal sealed class BesoinExprime : IJournalisee
{
    public const int ReferenceMax = ReferenceDOrientation.Longueur;

    /// <summary>Sent on again twice at most.</summary>
    public const int ReorientationsMax = 2;

    public required Guid Id { get; init; }
    public required Guid Auteur { get; init; }
    public required Guid Organisation { get; init; }
    public required string Reference { get; init; }

    /// <summary>Code of <see cref="BesoinsDOrientation"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Row of the table that proposed it.</summary>
    public required int Ligne { get; init; }

    public required bool Urgent { get; init; }

    /// <summary>Until when the first answer is due; null when nothing presses.</summary>
    public DateTimeOffset? Avant { get; init; }

    /// <summary>The need that goes first.</summary>
    public Guid? Apres { get; init; }

    /// <summary>INSEE code of the commune around which places are looked for.</summary>
    public string? Commune { get; init; }

    public required DateTimeOffset CreeLe { get; init; }

    /// <summary>How many times it was sent on after the first.</summary>
    public int Reorientations { get; private set; }

    /// <summary>Times it was sent, the first included.</summary>
    public int Envois { get; private set; }

    /// <summary>The one who stays with the person.</summary>
    public Guid? ReferentUnique { get; private set; }

    public DateTimeOffset? ReferentDepuis { get; private set; }

    /// <summary>Answered, or given up.</summary>
    public DateTimeOffset? ClosLe { get; private set; }

    public int Version { get; private set; } = 1;

    string IJournalisee.IdJournal => Id.ToString();

    /// <summary>True when nobody has been asked for it yet.</summary>
    public bool AFaire => Envois == 0 && ClosLe is null;

    /// <summary>True when only a referent can help now.</summary>
    public bool DemandeUnReferent => Reorientations >= ReorientationsMax;

    /// <summary>Counts one more orientation. The third time on is refused, whoever asks and however.</summary>
    public Resultat<int> CompterUnEnvoi()
    {
        if (ClosLe is not null || ReferentUnique is not null)
        {
            return ErreursOrientation.BesoinClos;
        }

        if (Envois == 0)
        {
            (Envois, Version) = (1, Version + 1);
            return 0;
        }

        if (DemandeUnReferent)
        {
            return ErreursOrientation.TropDeReorientations;
        }

        (Envois, Reorientations, Version) = (Envois + 1, Reorientations + 1, Version + 1);
        return Reorientations;
    }

    /// <summary>Names who stays with the person.</summary>
    public Resultat<Guid> NommerLeReferent(Guid compte, DateTimeOffset maintenant)
    {
        if (ClosLe is not null)
        {
            return ErreursOrientation.BesoinClos;
        }

        if (!DemandeUnReferent)
        {
            return ErreursOrientation.ReferentTropTot;
        }

        (ReferentUnique, ReferentDepuis, Version) = (compte, maintenant, Version + 1);
        return compte;
    }

    /// <summary>False when it was already.</summary>
    public bool Clore(DateTimeOffset maintenant)
    {
        if (ClosLe is not null)
        {
            return false;
        }

        (ClosLe, Version) = (maintenant, Version + 1);
        return true;
    }
}
