using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Securite;

namespace FaireAvec.Comptes.DonneesPersonnelles.Domain;

/// <summary>What somebody asks about what is known of them (GDPR, articles 15 to 21).</summary>
internal enum TypeDeDemande
{
    Acces,
    Rectification,
    Effacement,
    Limitation,
    Portabilite,
    Opposition,
}

/// <summary>State of a request. Transitions: <see cref="EtatsDeDemande"/>.</summary>
internal enum EtatDeDemande
{
    Recue,

    /// <summary>Somebody deals with it.</summary>
    EnCours,

    /// <summary>The month isn't enough: two more, with the reason, told to the person.</summary>
    Prolongee,
    Repondue,

    /// <summary>With the reason, and how to complain.</summary>
    Refusee,

    /// <summary>By the person.</summary>
    Retiree,
}

/// <summary>The table of allowed transitions.</summary>
internal static class EtatsDeDemande
{
    private static readonly HashSet<(EtatDeDemande De, EtatDeDemande Vers)> Permises =
    [
        (EtatDeDemande.Recue, EtatDeDemande.EnCours),
        (EtatDeDemande.Recue, EtatDeDemande.Prolongee),
        (EtatDeDemande.Recue, EtatDeDemande.Repondue),
        (EtatDeDemande.Recue, EtatDeDemande.Refusee),
        (EtatDeDemande.Recue, EtatDeDemande.Retiree),
        (EtatDeDemande.EnCours, EtatDeDemande.Prolongee),
        (EtatDeDemande.EnCours, EtatDeDemande.Repondue),
        (EtatDeDemande.EnCours, EtatDeDemande.Refusee),
        (EtatDeDemande.EnCours, EtatDeDemande.Retiree),
        (EtatDeDemande.Prolongee, EtatDeDemande.Repondue),
        (EtatDeDemande.Prolongee, EtatDeDemande.Refusee),
        (EtatDeDemande.Prolongee, EtatDeDemande.Retiree),
    ];

    public static bool Permet(EtatDeDemande de, EtatDeDemande vers) => Permises.Contains((de, vers));

    /// <summary>True while an answer is due.</summary>
    public static bool Ouverte(EtatDeDemande etat) => etat is EtatDeDemande.Recue or EtatDeDemande.EnCours or EtatDeDemande.Prolongee;
}

/// <summary>A request of somebody about what is known of them, with the day by which it must be answered.</summary>
internal sealed class DemandeDeDroits : IJournalisee
{
    public const int TexteMax = 3000;
    public const int MotifMax = 1000;

    public required Guid Id { get; init; }

    /// <summary>The account that asks.</summary>
    public required Guid Personne { get; init; }

    /// <summary>The organisation whose manager may answer; null: the national team only, since the answer touches several organisations.</summary>
    public Guid? Organisation { get; init; }

    public required TypeDeDemande Type { get; init; }
    public EtatDeDemande Etat { get; private set; } = EtatDeDemande.Recue;

    /// <summary>The person's words.</summary>
    [Personnel]
    public string? Texte { get; private set; }

    public required DateTimeOffset RecueLe { get; init; }

    /// <summary>Last day for the answer, in France.</summary>
    public required DateOnly Echeance { get; set; }

    [Personnel]
    public string? MotifDeProlongation { get; private set; }

    /// <summary>The answer, or the reason of a refusal.</summary>
    [Personnel]
    public string? Reponse { get; private set; }

    /// <summary>Of a request of erasure: leads to its proof, for somebody who no longer has an account.</summary>
    [HorsJournal]
    public string? Code { get; init; }

    public DateTimeOffset? FinieLe { get; private set; }
    public Guid? TraiteePar { get; private set; }

    /// <summary>What they already did on this request.</summary>
    public IReadOnlyList<string> ActesDe(Guid compte) => compte == Personne ? [SeparationDesTaches.DemanderSurSesDonnees] : [];

    string IJournalisee.IdJournal => Id.ToString();

    Guid? IJournalisee.PersonneConcernee => Personne;

    public bool Ouverte => EtatsDeDemande.Ouverte(Etat);

    public bool EnRetard(DateOnly aujourdhui) => Ouverte && aujourdhui > Echeance;

    public DemandeDeDroits Dire(string? texte)
    {
        Texte = texte;
        return this;
    }

    /// <summary>Moves the request; false when the table doesn't allow it.</summary>
    /// <param name="vers">Its new state.</param>
    /// <param name="par">Who does it.</param>
    /// <param name="mots">The answer or the reason; none when it is taken in hand or taken back.</param>
    /// <param name="maintenant">When.</param>
    public bool Passer(EtatDeDemande vers, Guid par, string? mots, DateTimeOffset maintenant)
    {
        if (!EtatsDeDemande.Permet(Etat, vers))
        {
            return false;
        }

        Etat = vers;
        switch (vers)
        {
            case EtatDeDemande.Prolongee:
                (MotifDeProlongation, Echeance) = (mots, DelaiDeReponse.Prolonge(RecueLe));
                break;
            case EtatDeDemande.Repondue or EtatDeDemande.Refusee or EtatDeDemande.Retiree:
                (Reponse, FinieLe) = (mots, maintenant);
                break;
        }

        TraiteePar = vers == EtatDeDemande.Retiree ? TraiteePar : par;
        return true;
    }

    /// <summary>The words go with the person; that there was a request, and when it was answered, stays.</summary>
    public bool Effacer()
    {
        if (Texte is null && MotifDeProlongation is null && Reponse is null)
        {
            return false;
        }

        (Texte, MotifDeProlongation, Reponse) = (null, null, null);
        return true;
    }
}
