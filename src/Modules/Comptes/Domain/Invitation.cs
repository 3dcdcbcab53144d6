using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;

namespace FaireAvec.Comptes.Domain;

/// <summary>State of an invitation, worked out from its dates.</summary>
internal enum EtatDInvitation
{
    EnAttente,
    Expiree,
    Acceptee,
    Annulee,
}

/// <summary>
/// Somebody is asked to take a role in an organisation. The link that goes by mail is signed and names the invitation, its sending and its address:
/// nothing of it is kept here, and sending again makes the older link worth nothing.
/// </summary>
internal sealed class Invitation : IJournalisee
{
    public required Guid Id { get; init; }
    public required Guid Organisation { get; init; }
    public required Role Role { get; init; }
    public string[] Departements { get; init; } = [];

    [Personnel]
    public required string Courriel { get; init; }

    /// <summary>The address made comparable: only an account with this confirmed address may accept.</summary>
    [Personnel]
    public required string CleDuCourriel { get; init; }

    [Personnel]
    public string? Prenom { get; init; }

    [Personnel]
    public string? Nom { get; init; }

    public required Guid InviteePar { get; init; }
    public required DateTimeOffset CreeeLe { get; init; }
    public required DateTimeOffset ExpireLe { get; set; }

    /// <summary>Number of the sending, from 1.</summary>
    public int Envoi { get; set; } = 1;

    /// <summary>When the message of this sending left; null while it waits.</summary>
    public DateTimeOffset? EnvoyeeLe { get; set; }

    public DateTimeOffset? AccepteeLe { get; private set; }
    public Guid? AccepteePar { get; private set; }
    public DateTimeOffset? AnnuleeLe { get; private set; }

    /// <summary>The account that the link made, for whoever had none.</summary>
    public Guid? CompteCree { get; set; }

    string IJournalisee.IdJournal => Id.ToString();

    // Erasing this key erases the address from the journal, whether an account came of it or not.
    Guid? IJournalisee.PersonneConcernee => Id;

    public EtatDInvitation Etat(DateTimeOffset maintenant) => AccepteeLe is not null ? EtatDInvitation.Acceptee
        : AnnuleeLe is not null ? EtatDInvitation.Annulee
        : ExpireLe <= maintenant ? EtatDInvitation.Expiree
        : EtatDInvitation.EnAttente;

    /// <summary>Why it can't be used now, or null.</summary>
    public Erreur? Refus(DateTimeOffset maintenant) => Etat(maintenant) switch
    {
        EtatDInvitation.Acceptee => ErreursMembres.InvitationAcceptee,
        EtatDInvitation.Annulee => ErreursMembres.InvitationAnnulee,
        EtatDInvitation.Expiree => ErreursMembres.InvitationExpiree,
        _ => null,
    };

    /// <summary>Used, once.</summary>
    public void Accepter(Guid compte, DateTimeOffset maintenant)
    {
        if (Refus(maintenant) is { } refus)
        {
            throw new InvalidOperationException($"{refus.Code}: {refus.Message}");
        }

        (AccepteeLe, AccepteePar) = (maintenant, compte);
    }

    /// <summary>Called off; false when it was used or called off already.</summary>
    public bool Annuler(DateTimeOffset maintenant)
    {
        if (AccepteeLe is not null || AnnuleeLe is not null)
        {
            return false;
        }

        AnnuleeLe = maintenant;
        return true;
    }

    /// <summary>Sent again, with a new delay: the older link is worth nothing. False when it was used or called off.</summary>
    public bool Renvoyer(DateTimeOffset expireLe)
    {
        if (AccepteeLe is not null || AnnuleeLe is not null)
        {
            return false;
        }

        (Envoi, EnvoyeeLe, ExpireLe) = (Envoi + 1, null, expireLe);
        return true;
    }

    /// <summary>A merge that is undone gives back the invitations that it had called off.</summary>
    public void Reprendre() => AnnuleeLe = null;
}
