using System.Globalization;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>The path of somebody, from a first look to three months after the exit. One at a time for a person.</summary>
internal sealed class Parcours : IJournalisee
{
    public required Guid Id { get; init; }
    public required Guid Personne { get; init; }

    /// <summary>The médiateur who opened it.</summary>
    public required Guid Auteur { get; init; }

    /// <summary>The teams of the médiateur on the day of the last look: their coordinators see figures, never the path.</summary>
    public Guid[] Equipes { get; set; } = [];

    /// <summary>In which configuration they learn (<see cref="AllerVers.ConfigurationDAllerVers"/>); null when it isn't said.</summary>
    public Guid? Configuration { get; set; }

    /// <summary>Code of <see cref="ListesDuParcours.Langues"/>; null when it isn't said.</summary>
    [Personnel]
    public string? Langue { get; set; }

    public EtatDeParcours Etat { get; private set; } = EtatDeParcours.PositionnementInitial;

    /// <summary>Where they were when they were lost, to come back there.</summary>
    public EtatDeParcours? EtatAvantPerte { get; private set; }

    public required DateOnly OuvertLe { get; init; }

    /// <summary>The day of the exit; reminders are counted from it.</summary>
    public DateOnly? SortieLe { get; private set; }

    public int Version { get; private set; } = 1;

    /// <summary>True while the person can be looked at again.</summary>
    public bool Actif => EtatsDeParcours.Actif(Etat);

    string IJournalisee.IdJournal => Id.ToString();

    Guid? IJournalisee.PersonneConcernee => Personne;

    /// <summary>A look at this moment, on that day.</summary>
    public Resultat<EtatDeParcours> Regarder(Moment moment, DateOnly jour)
    {
        if (EtatsDeParcours.Apres(Etat, moment) is not { } apres)
        {
            return ErreursDeCapacitation.MomentImpossible;
        }

        if (jour < OuvertLe || (moment is Moment.M1 or Moment.M3 && jour <= SortieLe))
        {
            return ErreursDeCapacitation.AvantLeDebut;
        }

        // Taken too early, they would be the only ones of that moment, and out of the figure that they are asked for.
        if (SortieLe is { } sortie && RendezVousDeSuivi.ApresLaSortie(sortie).FirstOrDefault(r => r.Moment == moment).APartirDu is var debut && jour < debut)
        {
            return ErreursDeCapacitation.TropTot with { Message = string.Format(CultureInfo.InvariantCulture, ErreursDeCapacitation.TropTot.Message, debut.EnMots("d MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR"))) };
        }

        if (moment == Moment.Sortie && SortieLe is null)
        {
            SortieLe = jour;
        }

        Passer(apres);
        return apres;
    }

    /// <summary>No news of the person; false when the path is closed, or lost already.</summary>
    public bool PerdreDeVue()
    {
        if (!EtatsDeParcours.Permet(Etat, EtatDeParcours.PerduDeVue))
        {
            return false;
        }

        EtatAvantPerte = Etat;
        Passer(EtatDeParcours.PerduDeVue);
        return true;
    }

    /// <summary>They are back: where they were.</summary>
    public bool Retrouver()
    {
        if (Etat != EtatDeParcours.PerduDeVue || EtatAvantPerte is not { } avant)
        {
            return false;
        }

        EtatAvantPerte = null;
        Passer(avant);
        return true;
    }

    /// <summary>The last look is done.</summary>
    public bool Clore()
    {
        if (!EtatsDeParcours.Permet(Etat, EtatDeParcours.Clos))
        {
            return false;
        }

        Passer(EtatDeParcours.Clos);
        return true;
    }

    private void Passer(EtatDeParcours etat)
    {
        if (etat != Etat)
        {
            Etat = etat;
            Version++;
        }
    }
}
