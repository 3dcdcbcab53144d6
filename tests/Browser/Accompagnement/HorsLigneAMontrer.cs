using System.Text.Json;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.HorsLigne;
using FaireAvec.Accompagnement.HorsLigne;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Browser.Accompagnement;

/// <summary>A device of the médiateur of the demonstration, and an act that it sent with other answers than the one that is there: under ids that pages.txt knows.</summary>
internal static class HorsLigneAMontrer
{
    private static readonly Guid Appareil = Guid.Parse("01a21000-0000-7000-8000-0000000000a1");
    private static readonly Guid Envoi = Guid.Parse("01a21000-0000-7000-8000-0000000000a2");

    public static Task<int> PreparerAsync(ApplicationDeTest site)
    {
        var camille = Personas.Toutes.Single(p => p.Role == Role.Mediateur);
        var (compte, organisation, maintenant) = (camille.Id, Personas.IdDOrganisation(camille.Organisation), site.Horloge.Instant);
        return site.DansAsync(async s =>
        {
            var acces = s.GetRequiredService<ContexteAcces>();
            (acces.Compte, acces.Organisation) = (compte.ToString(), organisation.ToString());
            var db = s.GetRequiredService<FaireAvecDb>();
            var acte = await db.Set<Activite>().Where(a => a.Auteur == compte && a.Type == TypeDActivite.Individuel).OrderBy(a => a.Id).Select(a => a.Id).FirstAsync();
            var corps = JsonSerializer.Serialize(new { id = acte, type = "individuel", quand = "2026-11-17", duree = "30", type_de_lieu = "a_distance", thematiques = new[] { "email" }, posture = "avec", demarche = "Écrit sur le téléphone" });
            db.Add(new Appareil { Id = Appareil, Compte = compte, Organisation = organisation, Nom = "Téléphone d’essai", InscritLe = maintenant, VuLe = maintenant });
            db.Add(new Envoi
            {
                Appareil = Appareil,
                Id = Envoi,
                Compte = compte,
                Organisation = organisation,
                Numero = 1,
                Genre = GenreDEnvoi.Activite,
                Empreinte = FaireAvec.Accompagnement.Domain.HorsLigne.Envoi.Hacher("activite", VersionsDEnvoi.Courante, corps),
                FaitLe = maintenant,
                RecuLe = maintenant,
                Etat = EtatDEnvoi.Conflit,
                Code = ErreursHorsLigne.Activite.Code,
                Phrase = ErreursHorsLigne.Activite.Message,
                Corps = s.GetRequiredService<ClesDesEnvois>().Fermer(Appareil, Envoi, corps),
            });
            return await db.SaveChangesAsync();
        }, "mediateur");
    }
}
