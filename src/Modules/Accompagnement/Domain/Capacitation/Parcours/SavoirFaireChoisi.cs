using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>A savoir-faire that matters to the person, in their path.</summary>
internal sealed class SavoirFaireChoisi : IJournalisee
{
    public required Guid Parcours { get; init; }
    public required Guid Personne { get; init; }

    /// <summary>Code of <see cref="Capacitation.SavoirFaire"/>.</summary>
    public required string SavoirFaire { get; init; }

    public EtatDApprentissage Etat { get; private set; } = EtatDApprentissage.Choisi;
    public required DateOnly ChoisiLe { get; init; }

    string IJournalisee.IdJournal => $"{Parcours}:{SavoirFaire}";

    /// <summary>False when the table of states doesn't allow it.</summary>
    public bool Passer(EtatDApprentissage etat)
    {
        if (!EtatsDApprentissage.Permet(Etat, etat))
        {
            return false;
        }

        Etat = etat;
        return true;
    }
}
