using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Accompagnement.Domain.Etiquettes;

/// <summary>A word that a médiateur, or a team, puts on acts to find and count them. It names an action, never somebody.</summary>
internal sealed class Etiquette : IJournalisee
{
    public const int DescriptionMax = 280;

    /// <summary>Of one owner at most, put away or not.</summary>
    public const int Max = 200;

    public required Guid Id { get; init; }
    public required PorteeDEtiquette Portee { get; init; }

    /// <summary>The account or the team whose label it is.</summary>
    public required Guid Proprietaire { get; init; }

    /// <summary>Who made it.</summary>
    public required Guid Auteur { get; init; }

    public required string Nom
    {
        get;
        set
        {
            field = value;
            NomRecherche = TexteRecherche.Normaliser(value);
        }
    }

    /// <summary>The name made comparable: one owner has no two labels that read the same.</summary>
    [HorsJournal]
    public string NomRecherche { get; private set; } = "";

    public string? Description { get; set; }
    public required DateTimeOffset CreeeLe { get; init; }
    public DateTimeOffset? RangeeLe { get; private set; }
    public Guid? ReunieDans { get; private set; }

    public EtatDEtiquette Etat => ReunieDans is not null ? EtatDEtiquette.Reunie : RangeeLe is not null ? EtatDEtiquette.Rangee : EtatDEtiquette.Proposee;

    string IJournalisee.IdJournal => Id.ToString();

    /// <summary>Not offered any more; null, or why not.</summary>
    public Erreur? Ranger(DateTimeOffset maintenant)
    {
        if (!EtatsDEtiquette.Permet(Etat, EtatDEtiquette.Rangee))
        {
            return ErreursDEtiquettes.Etat;
        }

        RangeeLe = maintenant;
        return null;
    }

    /// <summary>Offered again, whether it was put away or joined; null, or why not.</summary>
    public Erreur? Reprendre()
    {
        if (!EtatsDEtiquette.Permet(Etat, EtatDEtiquette.Proposee))
        {
            return ErreursDEtiquettes.Etat;
        }

        (RangeeLe, ReunieDans) = (null, null);
        return null;
    }

    /// <summary>Becomes another one; null, or why not.</summary>
    public Erreur? ReunirDans(Etiquette cible)
    {
        if (!EtatsDEtiquette.Permet(Etat, EtatDEtiquette.Reunie) || cible.Etat != EtatDEtiquette.Proposee)
        {
            return ErreursDEtiquettes.Etat;
        }

        if (UneEtiquetteNeRetrecitPas.Refus(this, cible) is { } refus)
        {
            return refus;
        }

        ReunieDans = cible.Id;
        return null;
    }
}
