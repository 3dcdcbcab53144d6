using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Courrier;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Cartographie.Sources;

/// <summary>Tells the operator that a source is held or can't be read: in the log, and by mail when <c>Operateur:Courriel</c> is set.</summary>
internal sealed class AlerteDeSource(ICourrier courrier, IConfiguration configuration, ILogger<AlerteDeSource> journal)
{
    public async Task DireAsync(Source source, ImportDeLieux import, CancellationToken annulation)
    {
        journal.LogWarning("Source {Source}: import {Import} ends as {Statut}: {Raison}", source.Code, import.Id, import.Statut, import.Raison);
        if (configuration["Operateur:Courriel"]?.Trim() is not { Length: > 0 } operateur)
        {
            return;
        }

        var (objet, suite) = import.Statut == StatutImport.Retenu
            ? ($"Source retenue : {source.Nom}", $"Regardez ce qui manque, puis publiez-le par « faireavec sources liberer {import.Id} » ou refusez-le par « faireavec sources refuser {import.Id} ».")
            : ($"Source illisible : {source.Nom}", "Les lieux de cette source restent comme ils étaient.");
        try
        {
            await courrier.EnvoyerAsync(new Message(operateur, objet, $"{import.Raison}\n\nSource : {source.Nom} ({source.Code})\nFichier : {import.Fichier}\nImport : {import.Id}\n\n{suite}\n"), annulation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The harvest is done and kept: a mail server that is down must not undo it.
            journal.LogError(e, "The alert of source {Source} could not be sent", source.Code);
        }
    }
}
