using FaireAvec.Kernel.Journal;

namespace FaireAvec.Comptes.Domain;

/// <summary>State of a subscription; the words are under « Webhook.Etat.{value} ».</summary>
internal enum EtatDeWebhook
{
    Actif,

    /// <summary>Stopped by a person.</summary>
    Suspendu,

    /// <summary>Stopped by us: the receiver failed for days, or answered that it is gone.</summary>
    Desactive,
}

/// <summary>Where a client of the API wants to be told of events. Each delivery is signed with its secret.</summary>
internal sealed class Webhook : IJournalisee
{
    public const int UrlMax = 500;
    public const int ParClientMax = 20;

    /// <summary>Days during which both secrets sign after a renewal.</summary>
    public const int ChevauchementJours = 7;

    public required Guid Id { get; init; }
    public required Guid Client { get; init; }

    /// <summary>Names of the events ("cartographie.LieuRetire").</summary>
    public required string[] Evenements { get; set; }

    /// <summary>HTTPS.</summary>
    public required string Url { get; set; }

    /// <summary>What signs the deliveries. Protected, not hashed: we need it to sign.</summary>
    [HorsJournal]
    public required string Secret { get; set; }

    /// <summary>The secret before the last renewal, closed too; deliveries are signed with both until <see cref="AncienJusquA"/>.</summary>
    [HorsJournal]
    public string? AncienSecret { get; private set; }

    public DateTimeOffset? AncienJusquA { get; private set; }

    public EtatDeWebhook Etat { get; private set; } = EtatDeWebhook.Actif;

    /// <summary>First failure since the last delivery that went well; null when all is well.</summary>
    [HorsJournal]
    public DateTimeOffset? EnEchecDepuis { get; private set; }

    public required DateTimeOffset CreeLe { get; init; }

    string IJournalisee.IdJournal => Id.ToString();

    /// <summary>A person stops it, or starts it again with a clean slate.</summary>
    public bool Passer(EtatDeWebhook vers)
    {
        if (vers == Etat || vers == EtatDeWebhook.Desactive)
        {
            return false;
        }

        (Etat, EnEchecDepuis) = (vers, vers == EtatDeWebhook.Actif ? null : EnEchecDepuis);
        return true;
    }

    /// <summary>Changes the secret without a stop: the one before still signs for a while. One renewed again meanwhile is dropped at once.</summary>
    public void Renouveler(string secret, DateTimeOffset maintenant) =>
        (AncienSecret, AncienJusquA, Secret) = (Secret, maintenant.AddDays(ChevauchementJours), secret);

    /// <summary>A delivery ended. True when the subscription has just been stopped because of it.</summary>
    /// <param name="issue">How it ended.</param>
    /// <param name="maintenant">Now.</param>
    /// <param name="joursDEchec">Days of failures after which it is stopped.</param>
    public bool Noter(IssueDeLivraison issue, DateTimeOffset maintenant, long joursDEchec)
    {
        if (issue == IssueDeLivraison.Recue)
        {
            EnEchecDepuis = null;
            return false;
        }

        EnEchecDepuis ??= maintenant;
        if (Etat != EtatDeWebhook.Actif || (issue != IssueDeLivraison.Parti && maintenant - EnEchecDepuis < TimeSpan.FromDays(joursDEchec)))
        {
            return false;
        }

        Etat = EtatDeWebhook.Desactive;
        return true;
    }
}
