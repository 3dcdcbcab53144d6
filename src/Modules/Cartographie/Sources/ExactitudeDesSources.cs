using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Courrier;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Cartographie.Sources;

/// <summary>Asks producers, once a month, whether their places are still exact, and keeps their answer.</summary>
internal sealed class ExactitudeDesSources(FaireAvecDb db, JetonDExactitude jetons, ICourrier courrier, IConfiguration configuration, ContexteEcriture ecriture, TimeProvider horloge, ILogger<ExactitudeDesSources> journal)
{
    /// <summary>A source is asked again after this time at the earliest, whatever the schedule.</summary>
    public static readonly TimeSpan Delai = TimeSpan.FromDays(25);

    /// <summary>
    /// Sends the reminders: to active sources with a contact, that have places not confirmed for six months. Returns the codes of those asked. Needs
    /// the public address of the site (<c>Site:Adresse</c>): a mail has no page to start from.
    /// </summary>
    public async Task<IReadOnlyList<string>> RappelerAsync(CancellationToken annulation)
    {
        if (!Uri.TryCreate(configuration["Site:Adresse"], UriKind.Absolute, out var site) || site.Scheme is not ("http" or "https"))
        {
            journal.LogWarning("No reminder is sent: Site__Adresse, the public address of the site, isn't set");
            return [];
        }

        var maintenant = horloge.GetUtcNow();
        var (limite, ancien) = (maintenant - Delai, maintenant.AddMonths(-6));
        var sources = await db.Set<Source>().Where(s => s.Etat == EtatSource.Active && s.Contact != null && (s.RappeleeLe == null || s.RappeleeLe < limite) && (s.ExacteLe == null || s.ExacteLe < ancien))
            .OrderBy(s => s.Code).ToListAsync(annulation);
        var rappelees = new List<string>();
        foreach (var source in sources)
        {
            var code = source.Code;
            var lieux = await db.Set<Lieu>().CountAsync(l => l.Source == code && l.Retenu == null, annulation);
            if (lieux == 0)
            {
                continue;
            }

            // Written before the mail leaves: a failure asks once too few, never a second time each night.
            source.RappeleeLe = maintenant;
            await db.SaveChangesAsync(annulation);
            try
            {
                await courrier.EnvoyerAsync(Message(source, lieux, new Uri(site, Liens.Exactitude(jetons.Faire(new RappelSigne(code, maintenant))))), annulation);
                rappelees.Add(code);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                journal.LogError(e, "The reminder to source {Source} could not be sent", code);
            }
        }

        return rappelees;
    }

    /// <summary>What the confirmation would be about: the source, and its places that haven't changed since the reminder. Null: the link says nothing any more.</summary>
    public async Task<(Source Source, int Lieux)?> TrouverAsync(string jeton, CancellationToken annulation)
    {
        if (jetons.Lire(jeton) is not { } rappel || await db.Set<Source>().AsNoTracking().SingleOrDefaultAsync(s => s.Code == rappel.Source && s.Etat == EtatSource.Active, annulation) is not { } source)
        {
            return null;
        }

        return (source, await Confirmables(rappel).CountAsync(annulation));
    }

    /// <summary>
    /// « Tout est encore exact »: the places of the source, as they were when the reminder was sent, are verified today. A second answer to the same
    /// reminder changes nothing. Null: the link says nothing any more.
    /// </summary>
    public async Task<int?> ConfirmerAsync(string jeton, CancellationToken annulation)
    {
        if (jetons.Lire(jeton) is not { } rappel)
        {
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await db.PrendreSourceAsync(rappel.Source, annulation);
        var source = await db.Set<Source>().SingleOrDefaultAsync(s => s.Code == rappel.Source && s.Etat == EtatSource.Active, annulation);
        if (source is null)
        {
            return null;
        }

        if (source.ExacteLe >= rappel.EnvoyeLe)
        {
            return await Confirmables(rappel).CountAsync(annulation);
        }

        var maintenant = horloge.GetUtcNow();
        ecriture.Acteur = $"producteur:{source.Code}";
        ecriture.Motif = "Tout est encore exact.";
        await db.DirePourLHistoriqueAsync(ecriture, maintenant, null, annulation);
        var lieux = await Confirmables(rappel).ExecuteUpdateAsync(l => l.SetProperty(x => x.VerifieLe, maintenant), annulation);
        source.ExacteLe = maintenant;
        db.Journaliser(new EntreeJournal("verification", "cartographie.Lieu", source.Code, null, JsonSerializer.Serialize(new { Lieux = lieux, Rappel = rappel.EnvoyeLe })));
        await db.SaveChangesAsync(annulation);
        await CatalogueLieux.AnnoncerAsync(db, annulation);
        await transaction.CommitAsync(annulation);
        return lieux;
    }

    // Somebody who confirms speaks of what the mail was about, not of what came since.
    private IQueryable<Lieu> Confirmables(RappelSigne rappel) => db.Set<Lieu>().Where(l => l.Source == rappel.Source && l.Retenu == null && l.ModifieLe <= rappel.EnvoyeLe);

    private static Message Message(Source source, int lieux, Uri lien) => new(
        source.Contact!,
        $"Vos {lieux} lieux de médiation numérique sont-ils encore exacts ?",
        $"""
        Bonjour,

        Nous montrons {lieux} lieux de votre liste « {source.Nom} ». Des personnes s’y rendent avec ces horaires et ces adresses.

        Tout est encore exact ? Dites-le en un clic, puis confirmez :
        {lien}

        Quelque chose a changé ? Corrigez votre liste comme d’habitude : nous la relisons. Vous pouvez aussi répondre à cette adresse.

        Ce lien est valable 60 jours et ne sert qu’à cela.

        """);
}
