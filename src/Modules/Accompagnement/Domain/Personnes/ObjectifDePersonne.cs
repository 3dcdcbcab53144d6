using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>What a person wants to be able to do, in their words: « Faire ma déclaration sans ma fille ».</summary>
internal sealed class ObjectifDePersonne : IJournalisee
{
    public const int TexteMax = 300;
    public const int MotifMax = 300;

    /// <summary>More at a time is a wish list, not a path.</summary>
    public const int OuvertsMax = 20;

    public required Guid Id { get; init; }
    public Guid Personne { get; set; }

    [Personnel]
    public string? Texte { get; private set; }

    public EtatDObjectif Etat { get; private set; }
    public required DateTimeOffset ChoisiLe { get; init; }
    public DateTimeOffset EtatDepuis { get; private set; }

    /// <summary>Why it was given up, in the person's words.</summary>
    [Personnel]
    public string? Motif { get; private set; }

    string IJournalisee.IdJournal => Id.ToString();

    Guid? IJournalisee.PersonneConcernee => Personne;

    public static Resultat<ObjectifDePersonne> Choisir(Guid id, Guid personne, string? texte, DateTimeOffset maintenant)
    {
        if (TextesCourts.Lire(texte, TexteMax) is not { } lu)
        {
            return ErreursPersonnes.Objectif;
        }

        return TextesCourts.Refuse(lu) ? ErreursPersonnes.ObjectifRefuse : new ObjectifDePersonne { Id = id, Personne = personne, Texte = lu, ChoisiLe = maintenant, EtatDepuis = maintenant };
    }

    /// <summary>Moves it; says why it can't.</summary>
    public Resultat<EtatDObjectif> Passer(EtatDObjectif vers, string? motif, DateTimeOffset maintenant)
    {
        if (!EtatsDObjectif.Permet(Etat, vers))
        {
            return ErreursPersonnes.EtatDObjectif;
        }

        var pourquoi = EtatsDObjectif.DemandeUnMotif(vers) ? TextesCourts.Lire(motif, MotifMax) : null;
        if (EtatsDObjectif.DemandeUnMotif(vers) && pourquoi is null)
        {
            return ErreursPersonnes.MotifDAbandon;
        }

        if (TextesCourts.Refuse(pourquoi))
        {
            return ErreursPersonnes.ObjectifRefuse with { Champ = "Motif" };
        }

        (Etat, EtatDepuis, Motif) = (vers, maintenant, pourquoi);
        return Etat;
    }

    /// <summary>The words go; that there was an objective, and what became of it, stays.</summary>
    public bool Effacer()
    {
        if (Texte is null && Motif is null)
        {
            return false;
        }

        (Texte, Motif) = (null, null);
        return true;
    }
}
