using System.Diagnostics;
using System.Text.Json;
using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Kernel.Donnees;

/// <summary>
/// One write in one round trip, for the few whose rate matters: a function of the module's schema writes the row, its journal and its event in one
/// transaction, with the rights of who asks, which end with it. What one asker sends while a write of theirs is on its way is written together with what
/// waits beside (<see cref="EcrituresGroupees"/>). Everything else goes through <see cref="FaireAvecDb"/>, which does the same in several.
/// </summary>
public sealed class EcritureDirecte
{
    private readonly EcrituresGroupees _groupees;
    private readonly ContexteEcriture _ecriture;
    private readonly ContexteAcces _acces;

    internal EcritureDirecte(EcrituresGroupees groupees, ContexteEcriture ecriture, ContexteAcces acces) =>
        (_groupees, _ecriture, _acces) = (groupees, ecriture, acces);

    /// <summary>
    /// Calls the function and returns what it says of this write. It takes, each an array with one value for each write: ids, documents, what is beside;
    /// then the instant and the chain of the journal, its ids, who, from where; then ids of events, their name, contents, handlers. It returns an array in the
    /// same order, or refuses them all: each is then written alone.
    /// </summary>
    /// <param name="fonction">Its qualified name, from the code.</param>
    /// <param name="id">Of what is written.</param>
    /// <param name="document">The row in JSON: what the journal keeps is what is written.</param>
    /// <param name="joint">What is written beside the row, in JSON; null when nothing is.</param>
    /// <param name="evenement">Told to the other modules.</param>
    /// <param name="annulation">Stops waiting: what was sent may still be written.</param>
    public Task<string?> AppelerAsync(string fonction, Guid id, string document, string? joint, IEvenement evenement, CancellationToken annulation)
    {
        var nom = RegistreEvenements.Nom(evenement.GetType());
        var demandeur = new DemandeurDEcritures(fonction, nom, _acces.Compte ?? "", _acces.Organisation ?? "", _acces.Role ?? "", _acces.Departements ?? "", _acces.Equipes ?? "");
        var ecriture = new EcritureEnAttente(id, document, joint, _ecriture.Acteur, _ecriture.Processus, JsonSerializer.Serialize(evenement, evenement.GetType()), Activity.Current);
        return _groupees.EcrireAsync(demandeur, ecriture, annulation);
    }
}
