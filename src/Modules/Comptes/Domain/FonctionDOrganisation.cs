using FaireAvec.Kernel.Journal;

namespace FaireAvec.Comptes.Domain;

/// <summary>What an organisation is in the schemes; the words are under « Organisation.Fonction.{value} ».</summary>
internal enum Fonction
{
    /// <summary>Employs or hosts conseillers numériques.</summary>
    HoteDeConseillers,

    /// <summary>Qualified to take the vouchers.</summary>
    QualifieePass,

    /// <summary>Accredited for mandates.</summary>
    HabiliteeMandats,
    OrganismeDeFormation,
    CentreDExamen,

    /// <summary>Carries a territorial hub.</summary>
    PorteuseDeHub,

    /// <summary>Orders vouchers.</summary>
    Commanditaire,
    MembreDeGouvernance,

    /// <summary>Owns kits of equipment.</summary>
    ProprietaireDeKits,
    Financeur,

    /// <summary>Head of a network.</summary>
    TeteDeReseau,
}

/// <summary>A duty of an organisation, from a day until another (excluded). One at a time of each kind: the database refuses two that overlap.</summary>
internal sealed class FonctionDOrganisation : IJournalisee
{
    public required Guid Id { get; init; }
    public required Guid Organisation { get; init; }
    public required Fonction Fonction { get; init; }
    public required DateOnly Debut { get; init; }

    /// <summary>First day without it; null while it lasts.</summary>
    public DateOnly? Fin { get; set; }

    string IJournalisee.IdJournal => Id.ToString();
}
