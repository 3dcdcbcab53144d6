using FaireAvec.Accompagnement.Domain.Calendriers;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.ICalendar;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Kernel.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Calendriers;

/// <summary>Makes, revokes and reads the secret addresses of agendas, and the public one of a place.</summary>
internal sealed class FluxDesAgendas(FaireAvecDb db, EnSysteme enSysteme, IEmplois emplois, INomsDesLieux lieux, AdresseDuSite site, TimeProvider horloge)
{
    private const string Taches = "systeme:taches";

    private static readonly TimeSpan Avant = TimeSpan.FromDays(30);
    private static readonly TimeSpan Apres = TimeSpan.FromDays(365);

    /// <summary>The one in use, or null.</summary>
    public Task<FluxDAgenda?> EnCoursAsync(Guid compte, Guid organisation, CancellationToken annulation) =>
        db.Set<FluxDAgenda>().SingleOrDefaultAsync(f => f.Compte == compte && f.Organisation == organisation && f.RevoqueLe == null, annulation);

    /// <summary>A new address, that is told once; the one before no longer opens.</summary>
    public async Task<string> CreerAsync(Guid compte, Guid organisation, bool avecPrenoms, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        // Two windows at once: one after the other.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('accompagnement.flux'), hashtext({compte.ToString()}))", annulation);
        (await EnCoursAsync(compte, organisation, annulation))?.Revoquer(maintenant);
        await db.SaveChangesAsync(annulation);
        var secret = SecretDeFlux.Nouveau();
        db.Add(new FluxDAgenda { Id = Identifiants.Nouveau(horloge), Compte = compte, Organisation = organisation, Empreinte = SecretDeFlux.Empreinte(secret)!, AvecPrenoms = avecPrenoms, CreeLe = maintenant });
        await db.SaveChangesAsync(annulation);
        await transaction.CommitAsync(annulation);
        return secret;
    }

    /// <summary>The address no longer opens.</summary>
    public async Task RevoquerAsync(Guid compte, Guid organisation, CancellationToken annulation)
    {
        (await EnCoursAsync(compte, organisation, annulation))?.Revoquer(horloge.GetUtcNow());
        await db.SaveChangesAsync(annulation);
    }

    /// <summary>The agenda behind a secret; null when it opens nothing, or when they no longer receive people there.</summary>
    public async Task<byte[]?> DuMediateurAsync(string secret, CancellationToken annulation)
    {
        if (SecretDeFlux.Empreinte(secret) is not { } empreinte)
        {
            return null;
        }

        return await enSysteme.FaireAsync(Taches, async (services, base_) =>
        {
            if (await base_.Set<FluxDAgenda>().AsNoTracking().SingleOrDefaultAsync(f => f.Empreinte == empreinte && f.RevoqueLe == null, annulation) is not { } flux || !await ExerceAsync(flux, annulation))
            {
                return null;
            }

            var moments = await LireAsync(services, (source, de, a) => source.DuMediateurAsync(base_, flux.Compte, flux.Organisation, de, a, annulation));
            return EcritureICalendar.Ecrire(MotsCalendriers.T("Flux.Nom"), [.. moments.Select(m => Evenement(m, Titre(m, flux.AvecPrenoms)))]);
        }, annulation);
    }

    /// <summary>The public workshops of a place; null when it isn't one.</summary>
    public async Task<byte[]?> DuLieuAsync(string id, CancellationToken annulation)
    {
        if (lieux.Trouver(id) is not { } lieu)
        {
            return null;
        }

        return await enSysteme.FaireAsync(Taches, async (services, base_) =>
        {
            var moments = await LireAsync(services, (source, de, a) => source.AteliersDuLieuAsync(base_, lieu.Id, de, a, annulation));
            return EcritureICalendar.Ecrire(MotsCalendriers.T("Flux.Lieu", lieu.Nom), [.. moments.Select(m => Evenement(m, m.Atelier ?? MotsCalendriers.T("Flux.Atelier")))]);
        }, annulation);
    }

    private async Task<IReadOnlyList<MomentPublie>> LireAsync(IServiceProvider services, Func<IAgendaAPublier, DateTimeOffset, DateTimeOffset, Task<IReadOnlyList<MomentPublie>>> lire)
    {
        var maintenant = horloge.GetUtcNow();
        var moments = new List<MomentPublie>();
        foreach (var source in services.GetServices<IAgendaAPublier>())
        {
            moments.AddRange(await lire(source, maintenant - Avant, maintenant + Apres));
        }

        return [.. moments.OrderBy(m => m.Debut).ThenBy(m => m.Id)];
    }

    private async Task<bool> ExerceAsync(FluxDAgenda flux, CancellationToken annulation) =>
        await emplois.LeJourAsync(flux.Compte, flux.Organisation, JourDeParis.De(horloge.GetUtcNow()), annulation) is { } emploi && emploi.Roles.Any(r => r is Role.Mediateur or Role.ConseillerNumerique);

    private EvenementICalendar Evenement(MomentPublie m, string titre) => new(m.Id.ToString(), m.Debut, m.Fin, HeuresDUnFuseau.Zone(m.Fuseau), titre, m.ModifieLe)
    {
        Etat = m.Etat,
        Sequence = Math.Max(0, m.Version - 1),
        Lieu = m.Lieu,
        Description = m.Atelier is null ? null : m.Description,
        Url = m.Lien is { } lien ? site.Complete(lien) : null,
    };

    private static string Titre(MomentPublie m, bool avecPrenoms) => m switch
    {
        { Atelier: { } atelier } => MotsCalendriers.T("Flux.AtelierDe", atelier),
        { Prenom: { Length: > 0 } prenom } when avecPrenoms => MotsCalendriers.T("Flux.RendezVousAvec", prenom),
        _ => MotsCalendriers.T("Flux.RendezVous"),
    };
}
