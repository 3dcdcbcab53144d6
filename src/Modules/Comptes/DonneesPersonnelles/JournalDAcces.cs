using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.DonneesPersonnelles;

/// <summary>Writes the access log that the person concerned reads.</summary>
internal sealed class JournalDAcces(FaireAvecDb db, Demandeur demandeur, TimeProvider horloge) : IJournalDAcces
{
    public Task NoterAsync(Guid personne, string quoi, string? pourquoi, CancellationToken annulation) => NoterAsync([personne], quoi, pourquoi, annulation);

    public async Task NoterAsync(IReadOnlyCollection<Guid> personnes, string quoi, string? pourquoi, CancellationToken annulation)
    {
        // A look of the support is noted when it begins, with its reason: it isn't the person themselves who looks meanwhile.
        if (demandeur.Identite is not { LectureSeule: false } qui)
        {
            return;
        }

        Guid[] autres = [.. personnes.Distinct().Where(p => p != qui.Compte)];
        Guid[] ids = [.. autres.Select(_ => Identifiants.Nouveau(horloge))];
        var (maintenant, texte, raison) = (horloge.GetUtcNow(), Court(quoi, Consultation.QuoiMax), pourquoi is null ? null : Court(pourquoi, Consultation.PourquoiMax));
        // Plain SQL: who looks may write this line and not read it, so no column is asked back.
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO comptes.consultations (id, personne, par, organisation, instant, quoi, pourquoi, quart)
            SELECT x.id, x.personne, {qui.Compte}, {qui.Organisation}, {maintenant}, {texte}, {raison}, {Consultation.QuartDe(maintenant)} FROM unnest({ids}, {autres}) x (id, personne)
            ON CONFLICT DO NOTHING
            """, annulation);
    }

    private static string Court(string texte, int max) => texte.Length <= max ? texte : texte[..(max - 1)] + "…";
}
