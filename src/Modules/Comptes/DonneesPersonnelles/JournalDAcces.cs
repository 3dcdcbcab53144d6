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
    public async Task NoterAsync(Guid personne, string quoi, string? pourquoi, CancellationToken annulation)
    {
        // A look of the support is noted when it begins, with its reason: it isn't the person themselves who looks meanwhile.
        if (demandeur.Identite is not { LectureSeule: false } qui || qui.Compte == personne)
        {
            return;
        }

        var (maintenant, texte, raison) = (horloge.GetUtcNow(), Court(quoi, Consultation.QuoiMax), pourquoi is null ? null : Court(pourquoi, Consultation.PourquoiMax));
        // Plain SQL: who looks may write this line and not read it, so no column is asked back.
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO comptes.consultations (id, personne, par, organisation, instant, quoi, pourquoi, quart)
            VALUES ({Identifiants.Nouveau(horloge)}, {personne}, {qui.Compte}, {qui.Organisation}, {maintenant}, {texte}, {raison}, {Consultation.QuartDe(maintenant)})
            ON CONFLICT DO NOTHING
            """, annulation);
    }

    private static string Court(string texte, int max) => texte.Length <= max ? texte : texte[..(max - 1)] + "…";
}
