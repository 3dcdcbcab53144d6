using FaireAvec.Kernel.Donnees;

namespace FaireAvec.Accompagnement.Rappels;

/// <summary>
/// What is to be reminded. The agenda registers one (<c>services.AddScoped&lt;IRendezVousARappeler, …&gt;()</c>); called in the system context "systeme:taches". Gives only what still
/// holds (neither cancelled, nor moved, nor waiting to be confirmed) with contacts that the person agreed to be reached by.
/// </summary>
internal interface IRendezVousARappeler
{
    /// <summary>Those that begin from <paramref name="de"/>, included, to <paramref name="a"/>, not included, in any order.</summary>
    Task<IReadOnlyList<RendezVousARappeler>> AVenirAsync(FaireAvecDb db, DateTimeOffset de, DateTimeOffset a, CancellationToken annulation);
}
