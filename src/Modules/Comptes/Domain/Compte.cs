using FaireAvec.Kernel.Journal;

namespace FaireAvec.Comptes.Domain;

/// <summary>State of an account. Transitions: <see cref="EtatsDeCompte"/>.</summary>
internal enum EtatDeCompte
{
    /// <summary>Signs in.</summary>
    Actif,

    /// <summary>Access is stopped for a time: inactivity, incident.</summary>
    Suspendu,

    /// <summary>Closed by the person, or after a long inactivity; nobody signs in any more.</summary>
    Clos,

    /// <summary>The personal part is erased; what was done keeps « une personne partie ».</summary>
    Efface,
}

/// <summary>The table of allowed transitions.</summary>
internal static class EtatsDeCompte
{
    private static readonly HashSet<(EtatDeCompte De, EtatDeCompte Vers)> Permises =
    [
        (EtatDeCompte.Actif, EtatDeCompte.Suspendu),
        (EtatDeCompte.Suspendu, EtatDeCompte.Actif),
        (EtatDeCompte.Actif, EtatDeCompte.Clos),
        (EtatDeCompte.Suspendu, EtatDeCompte.Clos),
        // Erasure follows closing: an account in use is never erased under somebody's feet.
        (EtatDeCompte.Clos, EtatDeCompte.Efface),
    ];

    public static bool Permet(EtatDeCompte de, EtatDeCompte vers) => Permises.Contains((de, vers));
}

/// <summary>How the helper works; recorded because volunteers and young people in service civique have other rights and duties than employees.</summary>
internal enum StatutDAidant
{
    Salarie,
    Benevole,
    ServiceCivique,
    Autre,
}

/// <summary>
/// A member of staff who signs in. Neither a person helped nor an anonymous card: these are other things, in another module, and one isn't made from another.
/// </summary>
internal sealed class Compte : IJournalisee
{
    public const int NomMax = 100;

    public required Guid Id { get; init; }

    /// <summary>Address as the person writes it; compared by <see cref="Courriels.Cle"/>.</summary>
    [Personnel]
    public required string Courriel { get; set; }

    /// <summary>The address made comparable; one account each. Null once erased.</summary>
    [Personnel]
    public required string? CleDuCourriel { get; set; }

    [Personnel]
    public required string Prenom { get; set; }

    [Personnel]
    public required string Nom { get; set; }

    [Personnel]
    public string? Telephone { get; set; }

    public StatutDAidant? Statut { get; set; }
    public EtatDeCompte Etat { get; private set; } = EtatDeCompte.Actif;
    public required DateTimeOffset CreeLe { get; init; }
    public DateTimeOffset? DerniereConnexionLe { get; set; }
    public DateTimeOffset? EtatDepuis { get; private set; }

    /// <summary>Invented, for the demonstration: only such records enter an embedded database whose disk isn't declared encrypted.</summary>
    public bool Demonstration { get; init; }

    public string NomComplet => $"{Prenom} {Nom}";

    string IJournalisee.IdJournal => Id.ToString();

    Guid? IJournalisee.PersonneConcernee => Id;

    /// <summary>Moves the account to another state; false when the table doesn't allow it.</summary>
    public bool Passer(EtatDeCompte vers, DateTimeOffset maintenant)
    {
        if (!EtatsDeCompte.Permet(Etat, vers))
        {
            return false;
        }

        (Etat, EtatDepuis) = (vers, maintenant);
        return true;
    }

    /// <summary>Takes the person away from a closed account; roles keep its id, which no longer says whose it was. False when it isn't closed.</summary>
    public bool Effacer(DateTimeOffset maintenant)
    {
        if (!Passer(EtatDeCompte.Efface, maintenant))
        {
            return false;
        }

        (Courriel, CleDuCourriel, Prenom, Nom, Telephone) = ("", null, "Personne", "partie", null);
        return true;
    }
}
