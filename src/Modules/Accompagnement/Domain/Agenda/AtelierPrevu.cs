using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Agenda;

/// <summary>A workshop to come: so many seats, then a waiting list.</summary>
internal sealed class AtelierPrevu : IJournalisee
{
    public const int TitreMax = 120;
    public const int DescriptionMax = 1000;
    public const int CapaciteMax = 200;

    public required Guid Id { get; init; }
    public required Guid Compte { get; init; }
    public required Guid Organisation { get; init; }
    public required string Lieu { get; init; }
    public required string Fuseau { get; init; }
    public Guid? Salle { get; init; }
    public required DateTimeOffset Debut { get; init; }
    public required DateTimeOffset Fin { get; init; }
    public required string Titre { get; set; }
    public string? Description { get; set; }
    public required int Capacite { get; set; }

    /// <summary>True when people register by themselves.</summary>
    public bool EnLigne { get; set; } = true;

    public DateTimeOffset? AnnuleLe { get; private set; }
    public required DateTimeOffset CreeLe { get; init; }
    public int Version { get; private set; } = 1;

    public Plage Plage => new(Debut, Fin);

    public int Minutes => (int)(Fin - Debut).TotalMinutes;

    string IJournalisee.IdJournal => Id.ToString();

    /// <summary>True when somebody may still register.</summary>
    public bool Ouvert(DateTimeOffset maintenant) => AnnuleLe is null && maintenant < Debut;

    public void Changer(string titre, string? description, int capacite, bool enLigne)
    {
        (Titre, Description, Capacite, EnLigne) = (titre, description, capacite, enLigne);
        Version++;
    }

    public Resultat<bool> Annuler(DateTimeOffset maintenant)
    {
        if (AnnuleLe is not null)
        {
            return false;
        }

        if (maintenant >= Fin)
        {
            return ErreursAgenda.DejaPasse;
        }

        AnnuleLe = maintenant;
        Version++;
        return true;
    }
}
