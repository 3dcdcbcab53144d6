using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;

namespace FaireAvec.Comptes.PremiersPas;

/// <summary>One of the first steps of somebody who arrives. Registered in the services; shown to the roles that it is for, in the order of its rank.</summary>
internal interface IPremierPas
{
    /// <summary>Key of its words (« PremiersPas.{Cle} ») and of its mark.</summary>
    string Cle { get; }

    int Rang { get; }

    /// <summary>The roles that it is for; empty: everybody.</summary>
    IReadOnlyList<Role> Roles { get; }

    /// <summary>Where it is done.</summary>
    string Href(Identite identite);

    /// <summary>True when only the person can say that it is done.</summary>
    bool ACocher => false;

    /// <summary>True once it is done.</summary>
    Task<bool> FaitAsync(FaireAvecDb db, Identite identite, CancellationToken annulation);
}
