using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Comptes.Domain;

/// <summary>What a one-time link is for.</summary>
internal enum UsageDeLien
{
    /// <summary>To sign in, in the browser where it was asked for.</summary>
    Connexion,

    /// <summary>Printed by the operator's command, for the first administrator.</summary>
    Operateur,

    /// <summary>Never sent: the link of an invitation was used, and the account that it made has no factor yet.</summary>
    Invitation,

    /// <summary>To start again after two colleagues have agreed.</summary>
    Secours,

    /// <summary>The new address of an account says yes.</summary>
    NouveauCourriel,

    /// <summary>The address in use agrees to go.</summary>
    AncienCourriel,

    /// <summary>The address in use says no.</summary>
    AnnulerCourriel,

    /// <summary>The person says that they didn't ask for help.</summary>
    AnnulerSecours,
}

/// <summary>A one-time link. The address holds a secret of 256 bits; only its hash is here.</summary>
internal sealed class LienDeConnexion : IJournalisee
{
    /// <summary>For how long a link to sign in is worth something.</summary>
    public static readonly TimeSpan Duree = TimeSpan.FromMinutes(10);

    /// <summary>The same for what people answer the next day.</summary>
    public static readonly TimeSpan DureeLongue = TimeSpan.FromHours(24);

    /// <summary>How long one may take to give the second factor once the link was used.</summary>
    public static readonly TimeSpan DureeDeLEtape = TimeSpan.FromMinutes(15);

    public required Guid Id { get; init; }
    public required Guid Compte { get; init; }
    public required UsageDeLien Usage { get; init; }

    [HorsJournal]
    public required byte[] Empreinte { get; init; }

    /// <summary>Hash of the cookie of the browser that asked; null when any browser will do.</summary>
    [HorsJournal]
    public byte[]? Navigateur { get; init; }

    public required DateTimeOffset CreeLe { get; init; }
    public required DateTimeOffset ExpireLe { get; init; }
    public DateTimeOffset? UtiliseLe { get; private set; }

    /// <summary>Hash of the cookie that carries on from the link to the second factor.</summary>
    [HorsJournal]
    public byte[]? Etape { get; private set; }

    /// <summary>When what the link opened was done, or given up: it opens nothing more.</summary>
    public DateTimeOffset? FiniLe { get; set; }

    /// <summary>The change of address or the request for help that it answers.</summary>
    public Guid? Objet { get; init; }

    /// <summary>The computer is used by several people.</summary>
    public bool PostePartage { get; init; }

    /// <summary>The page wanted before signing in: it says what somebody was about to read.</summary>
    [HorsJournal]
    public string? Retour { get; init; }

    string IJournalisee.IdJournal => Id.ToString();

    /// <summary>Why it can't be used now from a browser with this cookie; null when it can.</summary>
    public Erreur? Refus(byte[]? navigateur, DateTimeOffset maintenant) => this switch
    {
        { UtiliseLe: not null } or { FiniLe: not null } => ErreursDeConnexion.LienUtilise,
        { ExpireLe: var fin } when fin <= maintenant => ErreursDeConnexion.LienExpire,
        { Navigateur: { } attendu } when navigateur is null || !navigateur.AsSpan().SequenceEqual(attendu) => ErreursDeConnexion.AutreNavigateur,
        _ => null,
    };

    /// <summary>Uses it.</summary>
    public void Utiliser(byte[]? etape, DateTimeOffset maintenant) => (UtiliseLe, Etape) = (maintenant, etape);

    /// <summary>True while the second factor may still be given.</summary>
    public bool EtapeOuverte(DateTimeOffset maintenant) => UtiliseLe is { } le && FiniLe is null && maintenant - le < DureeDeLEtape;
}
