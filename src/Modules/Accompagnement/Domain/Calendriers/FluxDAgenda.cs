using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.Calendriers;

/// <summary>The secret address by which a médiateur reads their agenda in another program. Whoever has it reads it: it is revoked at once, and holds no name unless they ask.</summary>
internal sealed class FluxDAgenda : IJournalisee
{
    public required Guid Id { get; init; }

    /// <summary>The médiateur.</summary>
    public required Guid Compte { get; init; }

    public required Guid Organisation { get; init; }

    /// <summary>Hash of the secret: the base doesn't give the address.</summary>
    [HorsJournal]
    public required byte[] Empreinte { get; init; }

    /// <summary>True when the first name that people gave is in it.</summary>
    public required bool AvecPrenoms { get; init; }

    public required DateTimeOffset CreeLe { get; init; }
    public DateTimeOffset? RevoqueLe { get; private set; }

    string IJournalisee.IdJournal => Id.ToString();

    /// <summary>False when it was already.</summary>
    public bool Revoquer(DateTimeOffset maintenant)
    {
        if (RevoqueLe is not null)
        {
            return false;
        }

        RevoqueLe = maintenant;
        return true;
    }
}
