using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Postgres;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Comptes.Invitations;

/// <summary>Whose records may enter this base: the embedded one takes invented people only, unless the operator declares its disk encrypted.</summary>
internal sealed class PersonnesAdmises(OptionsDonnees donnees, IConfiguration configuration)
{
    /// <summary>True when only invented people may come in.</summary>
    public bool InventeesSeulement => donnees.Embarque && configuration["Donnees:DisqueChiffre"] is not ("oui" or "true");

    public bool Admet(string cleDuCourriel) => !InventeesSeulement || Courriels.Inventee(cleDuCourriel);
}
