using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>A savoir-faire that matters to the person, in their path.</summary>
internal sealed class SavoirFaireChoisi : IJournalisee
{
    private const int AnneesDeReport = 2;

    public required Guid Parcours { get; init; }
    public required Guid Personne { get; init; }

    /// <summary>Code of <see cref="Capacitation.SavoirFaire"/>.</summary>
    public required string SavoirFaire { get; init; }

    public EtatDApprentissage Etat { get; private set; } = EtatDApprentissage.Choisi;
    public required DateOnly ChoisiLe { get; init; }

    /// <summary>Code of <see cref="ListesDuParcours.MotifsDAbandon"/>: of one that was given up, and of no other.</summary>
    [Personnel]
    public string? Motif { get; private set; }

    /// <summary>When one means to come back to it: of one that was put off, and of no other.</summary>
    public DateOnly? ReporteAu { get; private set; }

    string IJournalisee.IdJournal => $"{Parcours}:{SavoirFaire}";

    Guid? IJournalisee.PersonneConcernee => Personne;

    /// <summary>False when the table of states doesn't allow it. Putting off and giving up have their own methods: they ask for more.</summary>
    public bool Passer(EtatDApprentissage etat)
    {
        if (etat is EtatDApprentissage.Reporte or EtatDApprentissage.Abandonne || !EtatsDApprentissage.Permet(Etat, etat))
        {
            return false;
        }

        (Etat, Motif, ReporteAu) = (etat, null, null);
        return true;
    }

    /// <summary>Later, on that day or after it.</summary>
    public Resultat<EtatDApprentissage> Reporter(DateOnly? au, DateOnly aujourdhui)
    {
        if (!EtatsDApprentissage.Permet(Etat, EtatDApprentissage.Reporte))
        {
            return ErreursDeCapacitation.EtatImpossible;
        }

        if (au is not { } jour || jour <= aujourdhui || jour > aujourdhui.AddYears(AnneesDeReport))
        {
            return ErreursDeCapacitation.ReportFaux;
        }

        (Etat, Motif, ReporteAu) = (EtatDApprentissage.Reporte, null, jour);
        return Etat;
    }

    /// <summary>Given up, with the reason, that may be « non dit ».</summary>
    public Resultat<EtatDApprentissage> Abandonner(string? motif)
    {
        if (!EtatsDApprentissage.Permet(Etat, EtatDApprentissage.Abandonne))
        {
            return ErreursDeCapacitation.EtatImpossible;
        }

        if (motif is null || !ListesDuParcours.MotifsDAbandon.Contient(motif))
        {
            return ErreursDeCapacitation.MotifDAbandon;
        }

        (Etat, Motif, ReporteAu) = (EtatDApprentissage.Abandonne, motif, null);
        return Etat;
    }
}
