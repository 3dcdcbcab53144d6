namespace FaireAvec.Comptes.Domain;

/// <summary>An invitation that nobody answered: after three days it may be sent again; after its end it is sent again or called off.</summary>
internal static class InvitationSansReponse
{
    public static readonly TimeSpan Delai = TimeSpan.FromDays(3);

    /// <summary>Since when it waits, or null when there is nothing to do.</summary>
    public static DateTimeOffset? Depuis(Invitation invitation, DateTimeOffset maintenant) => invitation.Etat(maintenant) switch
    {
        EtatDInvitation.Expiree => invitation.ExpireLe,
        EtatDInvitation.EnAttente when maintenant - (invitation.EnvoyeeLe ?? invitation.CreeeLe) > Delai => invitation.EnvoyeeLe ?? invitation.CreeeLe,
        _ => null,
    };
}
