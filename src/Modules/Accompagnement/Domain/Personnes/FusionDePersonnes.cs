using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>Two follow-ups of the same person that were joined: what moved, so that it can be undone. Ids and names of fields only; the one that went keeps its values.</summary>
internal sealed class FusionDePersonnes : IJournalisee
{
    public required Guid Id { get; init; }

    /// <summary>The one that leads to the other from now on.</summary>
    public required Guid Source { get; init; }

    /// <summary>The kept one.</summary>
    public required Guid Cible { get; init; }

    public required Guid Par { get; init; }
    public required DateTimeOffset FaiteLe { get; init; }

    /// <summary>Blanks of the kept one that were filled: names of its columns.</summary>
    public required string[] Remplis { get; init; }

    /// <summary>When the kept one was opened, before it took the earliest of the two.</summary>
    public required DateTimeOffset CibleCreeeLe { get; init; }

    public required Guid[] ActesDeplaces { get; init; }
    public required Guid[] ActesDoubles { get; init; }
    public required Guid[] Suivis { get; init; }
    public required Guid[] Objectifs { get; init; }

    /// <summary>Cards that moved and still open.</summary>
    public required Guid[] Cartes { get; set; }

    /// <summary>Cards that ended, because the kept one has its own.</summary>
    public required Guid[] CartesFinies { get; set; }

    /// <summary>Those that led to the one that goes, and now lead to the kept one.</summary>
    public required Guid[] Precedentes { get; init; }

    public DateTimeOffset? DefaiteLe { get; private set; }
    public Guid? DefaitePar { get; private set; }

    string IJournalisee.IdJournal => Id.ToString();

    public PlanDeFusion Plan => new(ActesDeplaces, ActesDoubles);

    /// <summary>False when it was undone already.</summary>
    public bool Defaire(Guid par, DateTimeOffset maintenant)
    {
        if (DefaiteLe is not null)
        {
            return false;
        }

        (DefaiteLe, DefaitePar) = (maintenant, par);
        return true;
    }
}
