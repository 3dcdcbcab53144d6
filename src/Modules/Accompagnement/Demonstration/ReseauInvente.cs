using FaireAvec.Accompagnement.Domain.Etiquettes;
using FaireAvec.Accompagnement.Domain.Mentorats;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Demonstration;

/// <summary>Labels and a mentorship, invented, so that each page of the network shows something.</summary>
internal static class ReseauInvente
{
    /// <summary>Adds what is missing; changes nothing that is there.</summary>
    public static async Task AjouterAsync(FaireAvecDb db, IDemonstration demonstration, TimeProvider horloge, CancellationToken annulation)
    {
        var (mediateur, conseiller, coordinateur) = (demonstration.De(Role.Mediateur), demonstration.De(Role.ConseillerNumerique), demonstration.De(Role.Coordinateur));
        var (maintenant, aujourdhui) = (horloge.GetUtcNow(), JourDeParis.De(horloge.GetUtcNow()));
        Etiquette[] etiquettes =
        [
            new() { Id = demonstration.IdDe("etiquette:automne"), Portee = PorteeDEtiquette.Equipe, Proprietaire = mediateur.Equipe, Auteur = coordinateur.Compte, Nom = "Action d’automne", Description = "Tournée des mairies, de septembre à décembre", CreeeLe = maintenant },
            new() { Id = demonstration.IdDe("etiquette:tablettes"), Portee = PorteeDEtiquette.Personnelle, Proprietaire = mediateur.Compte, Auteur = mediateur.Compte, Nom = "Prêt de tablettes", CreeeLe = maintenant },
        ];
        foreach (var etiquette in etiquettes)
        {
            if (!await db.Set<Etiquette>().AnyAsync(e => e.Id == etiquette.Id, annulation))
            {
                db.Add(etiquette);
            }
        }

        var id = demonstration.IdDe("mentorat");
        if (!await db.Set<Mentorat>().AnyAsync(m => m.Id == id, annulation))
        {
            db.Add(new Mentorat { Id = id, Mentor = mediateur.Compte, Mentore = conseiller.Compte, Equipe = mediateur.Equipe, DeclarePar = coordinateur.Compte, Debut = aujourdhui.AddDays(-90), DeclareLe = maintenant });
            db.Add(new RencontreDeMentorat { Id = demonstration.IdDe("rencontre"), Mentorat = id, Jour = aujourdhui.AddDays(-12), NoteePar = conseiller.Compte, NoteeLe = maintenant });
        }

        await db.SaveChangesAsync(annulation);
    }
}
