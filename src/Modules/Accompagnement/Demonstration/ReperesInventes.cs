using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Demonstration;

/// <summary>A cost and shares that say that they are invented: what the figures show, and what they still wait for.</summary>
internal static class ReperesInventes
{
    private const string Source = "Inventé pour la démonstration";

    /// <summary>Adds what is missing; changes nothing that is there.</summary>
    public static async Task AjouterAsync(FaireAvecDb db, IDemonstration demonstration, TimeProvider horloge, CancellationToken annulation)
    {
        var (camille, coordinateur) = (demonstration.De(Role.Mediateur), demonstration.De(Role.Coordinateur));
        if (await db.Set<PartDePublic>().AnyAsync(p => p.Auteur == camille.Compte, annulation))
        {
            return;
        }

        var (maintenant, aujourdhui) = (horloge.GetUtcNow(), JourDeParis.De(horloge.GetUtcNow()));
        PartDePublic Part(Guid auteur, Guid? equipe, string quel, int pourDixMille) => new() { Id = Identifiants.Nouveau(horloge), Auteur = auteur, Equipe = equipe, Public = quel, PourDixMille = pourDixMille, Territoire = "Saint-Étienne", Source = Source, NoteLe = maintenant };
        db.AddRange(Part(camille.Compte, null, "60_et_plus", 25_50), Part(camille.Compte, null, "sans_emploi", 10_40), Part(coordinateur.Compte, camille.Equipe, "60_et_plus", 25_50));
        // One amount isn't known yet: the screen says which one, and makes no figure.
        db.Add(new CoutDePeriode
        {
            Id = Identifiants.Nouveau(horloge),
            Equipe = camille.Equipe,
            Auteur = coordinateur.Compte,
            Du = aujourdhui.AddMonths(-6),
            Au = aujourdhui.AddDays(-1),
            Poste = 38_400_00,
            Lieu = 4_150_50,
            Kit = null,
            Pass = 600_00,
            NoteLe = maintenant,
        });
        await db.SaveChangesAsync(annulation);
    }
}
