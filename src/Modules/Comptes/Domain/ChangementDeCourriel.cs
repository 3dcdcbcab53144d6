using FaireAvec.Kernel.Journal;

namespace FaireAvec.Comptes.Domain;

/// <summary>Somebody changes their address: both addresses say yes, the one in use may say no until then.</summary>
internal sealed class ChangementDeCourriel : IJournalisee
{
    public required Guid Id { get; init; }
    public required Guid Compte { get; init; }

    [Personnel]
    public required string Nouveau { get; init; }

    [Personnel]
    public required string CleDuNouveau { get; init; }

    public required DateTimeOffset DemandeLe { get; init; }
    public required DateTimeOffset ExpireLe { get; init; }
    public DateTimeOffset? AncienDAccordLe { get; private set; }
    public DateTimeOffset? NouveauDAccordLe { get; private set; }
    public DateTimeOffset? AnnuleLe { get; private set; }
    public DateTimeOffset? FaitLe { get; private set; }

    string IJournalisee.IdJournal => Id.ToString();

    Guid? IJournalisee.PersonneConcernee => Compte;

    public bool EnCours(DateTimeOffset maintenant) => AnnuleLe is null && FaitLe is null && maintenant < ExpireLe;

    /// <summary>One of the two addresses agrees. True when both have: the address may change.</summary>
    public bool Accepter(UsageDeLien adresse, DateTimeOffset maintenant)
    {
        if (adresse == UsageDeLien.AncienCourriel)
        {
            AncienDAccordLe ??= maintenant;
        }
        else if (adresse == UsageDeLien.NouveauCourriel)
        {
            NouveauDAccordLe ??= maintenant;
        }

        return AncienDAccordLe is not null && NouveauDAccordLe is not null;
    }

    public void Annuler(DateTimeOffset maintenant) => AnnuleLe = maintenant;

    public void Finir(DateTimeOffset maintenant) => FaitLe = maintenant;
}
