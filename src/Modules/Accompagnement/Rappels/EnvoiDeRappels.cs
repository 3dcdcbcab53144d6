using System.Globalization;
using System.Net.Mail;
using FaireAvec.Accompagnement.Domain.Rappels;
using FaireAvec.Kernel.Courrier;
using FaireAvec.Kernel.CourtsMessages;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using FaireAvec.Kernel.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Accompagnement.Rappels;

/// <summary>
/// Sends what is due. Each reminder is taken by one row before it goes: whoever made the row, or took over one that failed, sends it; two nodes never both. A
/// node killed in between leaves its row in course: it is taken again after a quarter of an hour under the same id, that the gateway and the programs that
/// receive mail know.
/// </summary>
internal sealed class EnvoiDeRappels(FaireAvecDb db, IEnumerable<IRendezVousARappeler> sources, ICourrier courrier, ICourtsMessages courtsMessages, AdresseDuSite site, TimeProvider horloge, ILogger<EnvoiDeRappels> journal)
{
    /// <summary>Dated parameters: hours before, hours of the day.</summary>
    public const string Premier = "accompagnement.rappel_premier_heures";
    public const string Second = "accompagnement.rappel_second_heures";
    public const string Matin = "accompagnement.sms_matin_heure";
    public const string Soir = "accompagnement.sms_soir_heure";

    internal const string Categorie = "accompagnement.rappel";
    private const int EssaisMax = 5;

    // After that, whoever was sending it is dead. Longer than the short messages' own delay, which then lets it go.
    private static readonly TimeSpan Abandon = TimeSpan.FromMinutes(16);
    private static readonly TimeSpan EntreDeuxEssais = TimeSpan.FromMinutes(10);

    // The next pass goes on: a slow gateway must not make this one last.
    private static readonly TimeSpan DureeMax = TimeSpan.FromMinutes(4);

    private static readonly PalierDeRappel[] Paliers = Enum.GetValues<PalierDeRappel>();

    /// <summary>One pass. Says how many reminders went.</summary>
    public async Task<int> FaireAsync(CancellationToken annulation)
    {
        var (maintenant, depart, envoyes) = (horloge.GetUtcNow(), TimeProvider.System.GetTimestamp(), 0);
        var regles = await ReglesAsync(maintenant, annulation);
        foreach (var source in sources)
        {
            var aVenir = await source.AVenirAsync(db, maintenant, maintenant + regles.Premier + MomentDeRappel.AvanceMax, annulation);
            // The nearest first: they have the least time left.
            foreach (var (r, palier, canal) in Dus(aVenir, regles, maintenant))
            {
                if (TimeProvider.System.GetElapsedTime(depart) > DureeMax)
                {
                    return envoyes;
                }

                envoyes += await EnvoyerAsync(r, palier, canal, maintenant, annulation) ? 1 : 0;
            }
        }

        return envoyes;
    }

    internal static IEnumerable<(RendezVousARappeler Quoi, PalierDeRappel Palier, CanalDeRappel Canal)> Dus(IEnumerable<RendezVousARappeler> aVenir, ReglesDesRappels regles, DateTimeOffset maintenant) =>
        from r in aVenir.OrderBy(r => r.Debut)
        let fuseau = HeuresDUnFuseau.Zone(r.Fuseau)
        from canal in Canaux(r)
        from palier in Paliers
        where MomentDeRappel.EstDu(r.Debut, r.PrisLe, palier, canal, fuseau, regles, maintenant)
        select (r, palier, canal);

    private static IEnumerable<CanalDeRappel> Canaux(RendezVousARappeler r)
    {
        if (r.Courriel is { Length: > 0 })
        {
            yield return CanalDeRappel.Courriel;
        }

        if (r.Mobile is not null)
        {
            yield return CanalDeRappel.Sms;
        }
    }

    private async Task<ReglesDesRappels> ReglesAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var jour = JourDeParis.De(maintenant);
        async Task<int> LireAsync(string cle) => (int)(await db.ParametreAsync(cle, jour, annulation) ?? throw new InvalidOperationException($"The dated parameter {cle} has no value today."));
        return new(TimeSpan.FromHours(await LireAsync(Premier)), TimeSpan.FromHours(await LireAsync(Second)), await LireAsync(Matin), await LireAsync(Soir));
    }

    private async Task<bool> EnvoyerAsync(RendezVousARappeler r, PalierDeRappel palier, CanalDeRappel canal, DateTimeOffset maintenant, CancellationToken annulation)
    {
        if (!await PrendreAsync(r, palier, canal, annulation))
        {
            return false;
        }

        var (etat, faute) = (EtatDeRappel.Envoye, (string?)null);
        try
        {
            etat = canal == CanalDeRappel.Courriel ? await ParCourrielAsync(r, palier, maintenant, annulation) : await ParSmsAsync(r, palier, maintenant, annulation);
        }
        catch (EnvoiManque e)
        {
            (etat, faute) = (e.Definitif ? EtatDeRappel.Abandonne : EtatDeRappel.Echec, e.Message);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            (etat, faute) = (EtatDeRappel.Abandonne, e.GetType().Name);
        }
        catch (Exception e) when (e is SmtpException or IOException or Npgsql.NpgsqlException or InvalidOperationException)
        {
            // Its kind only: the words of the server may hold the address.
            (etat, faute) = (EtatDeRappel.Echec, e.GetType().Name);
        }

        if (faute is not null)
        {
            journal.LogWarning("A reminder didn't go: {Faute}", faute);
        }

        await NoterAsync(r, palier, canal, etat, faute);
        return etat == EtatDeRappel.Envoye;
    }

    private async Task<EtatDeRappel> ParCourrielAsync(RendezVousARappeler r, PalierDeRappel palier, DateTimeOffset maintenant, CancellationToken annulation)
    {
        await courrier.EnvoyerAsync(
            new Message(r.Courriel!, MotsDesRappels.Objet(r, maintenant), MotsDesRappels.Courriel(r, site.Complete(r.Lien), maintenant))
            {
                Categorie = Categorie,
                Identifiant = string.Create(CultureInfo.InvariantCulture, $"rappel.{r.Id:N}.{r.Debut.ToUnixTimeSeconds()}.{(int)palier}"),
            },
            annulation);
        return EtatDeRappel.Envoye;
    }

    private async Task<EtatDeRappel> ParSmsAsync(RendezVousARappeler r, PalierDeRappel palier, DateTimeOffset maintenant, CancellationToken annulation)
    {
        var cle = string.Create(CultureInfo.InvariantCulture, $"{Categorie} {r.Id:N} {r.Debut.ToUnixTimeSeconds()} {(int)palier}");
        var sort = await courtsMessages.EnvoyerAsync(new CourtMessage(r.Mobile!, MotsDesRappels.Sms(r, site.Complete(r.Lien), courtsMessages.MentionDeStop, maintenant), cle) { Categorie = Categorie }, annulation);
        return sort == SortDuCourtMessage.Desinscrit ? EtatDeRappel.Refuse : EtatDeRappel.Envoye;
    }

    // True for whoever is to send it. Committed at once: what follows may take time, and may be killed.
    private async Task<bool> PrendreAsync(RendezVousARappeler r, PalierDeRappel palier, CanalDeRappel canal, CancellationToken annulation)
    {
        var (maintenant, debut) = (horloge.GetUtcNow(), r.Debut.ToUniversalTime());
        var (abandon, encore) = (maintenant - Abandon, maintenant - EntreDeuxEssais);
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO accompagnement.rappels AS r (rendez_vous, debut, palier, canal, etat, pris_le, essais)
            VALUES ({r.Id}, {debut}, {palier.ToString()}, {canal.ToString()}, 'EnCours', {maintenant}, 1)
            ON CONFLICT (rendez_vous, debut, palier, canal) DO UPDATE SET etat = 'EnCours', pris_le = excluded.pris_le, essais = r.essais + 1, faute = NULL
                WHERE r.essais < {EssaisMax} AND ((r.etat = 'Echec' AND r.pris_le <= {encore}) OR (r.etat = 'EnCours' AND r.pris_le <= {abandon}))
            """,
            annulation) == 1;
    }

    private Task<int> NoterAsync(RendezVousARappeler r, PalierDeRappel palier, CanalDeRappel canal, EtatDeRappel etat, string? faute)
    {
        var debut = r.Debut.ToUniversalTime();
        return db.Database.ExecuteSqlAsync(
            $"UPDATE accompagnement.rappels SET etat = {etat.ToString()}, faute = {faute} WHERE rendez_vous = {r.Id} AND debut = {debut} AND palier = {palier.ToString()} AND canal = {canal.ToString()} AND etat = 'EnCours'",
            CancellationToken.None);
    }
}
