using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Postgres;

namespace FaireAvec.Comptes.Connexion;

/// <summary>
/// The embedded database is for trials: it takes invented people only, unless the operator declares its disk encrypted (<c>Donnees:DisqueChiffre</c>).
/// </summary>
internal sealed class PersonnesReelles(OptionsDonnees options)
{
    /// <summary>True when only invented people may come in.</summary>
    public bool InventeesSeulement => options.InventeesSeulement;

    /// <summary>True when somebody with this address may be recorded here.</summary>
    public bool Permises(string cle) => !InventeesSeulement || Courriels.Inventee(cle);
}
