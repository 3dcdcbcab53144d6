using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Registres;
using FaireAvec.Accompagnement.Registres;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Demonstration;

/// <summary>Two registers of the invented médiateur: one of today that is open, one that is closed and not noted yet. Ids never change, so that tests and papers may name them.</summary>
internal static class RegistresInventes
{
    private const string Gribouillis = "120,260 180,120 240,280 300,140 360,260;420,210 520,150 640,230 760,170 860,220";

    public static async Task AjouterAsync(FaireAvecDb db, IDemonstration demonstration, ClesDesSignatures cles, TimeProvider horloge, CancellationToken annulation)
    {
        if (await db.Set<Registre>().AnyAsync(r => r.Id == demonstration.IdDe("registre:1"), annulation))
        {
            return;
        }

        var camille = demonstration.De(Role.Mediateur);
        var maintenant = horloge.GetUtcNow();
        var aujourdhui = JourDeParis.De(maintenant);
        Registre Registre(int numero, int ilYA, string titre) => new()
        {
            Id = demonstration.IdDe($"registre:{numero}"),
            Auteur = camille.Compte,
            Organisation = camille.Organisation,
            Titre = titre,
            Jour = aujourdhui.AddDays(-ilYA),
            Debut = new TimeOnly(14, 0),
            Fin = new TimeOnly(16, 0),
            TypeDeLieu = Listes.AutreLieu,
            Commune = "42218",
            OuvertLe = maintenant,
        };

        var (ouvert, ferme) = (Registre(1, 0, "Atelier exemple : ma boîte à courriels"), Registre(2, 6, "Atelier exemple : mes photos"));
        ferme.Reprendre(Effectifs.Lire(9, 0, new Dictionary<string, int> { ["feminin"] = 5, ["masculin"] = 3 }, new Dictionary<string, int> { ["70_et_plus"] = 6 }, new Dictionary<string, int>()).Valeur, 0, ferme.Version);
        ferme.Fermer(0, maintenant);
        db.AddRange(ouvert, ferme);
        // Who signed points at the register: it goes first.
        await db.SaveChangesAsync(annulation);
        foreach (var (numero, prenom, trace) in new[] { (1, "Prénom Exemple", Gribouillis), (2, null, (string?)null) })
        {
            var id = demonstration.IdDe($"signature:{numero}");
            db.Add(new SignatureDeRegistre
            {
                Id = id,
                Registre = ouvert.Id,
                Auteur = camille.Compte,
                Prenom = cles.FermerLePrenom(id, prenom),
                Trace = cles.FermerLaTrace(id, trace is null ? null : TraceDeSignature.Lire(trace).Valeur),
                SigneeLe = maintenant.AddMinutes(numero),
            });
        }

        await db.SaveChangesAsync(annulation);
    }
}
