using FaireAvec.Accompagnement.Domain.Registres;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Purges;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Registres;

/// <summary>First names and signatures of workshops that are long over. A register that was left open is closed first: its count stays, those who signed go.</summary>
internal sealed class PurgeDesSignatures(FaireAvecDb db, IDureesDeConservation durees) : IPurge
{
    public string Nom => "accompagnement.signatures";

    public string CeQuiPart => "Les prénoms et les signatures des registres d’émargement";

    public async Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = JourDeParis.De(durees.Limite(Nom, maintenant));
        var signes = db.Set<SignatureDeRegistre>();
        foreach (var ouvert in await db.Set<Registre>().Where(r => r.FermeLe == null && r.Jour < limite && signes.Any(s => s.Registre == r.Id)).ToListAsync(annulation))
        {
            ouvert.Fermer(await signes.CountAsync(s => s.Registre == ouvert.Id, annulation), maintenant);
        }

        await db.SaveChangesAsync(annulation);
        return await signes.Where(s => db.Set<Registre>().Any(r => r.Id == s.Registre && r.Jour < limite)).ExecuteDeleteAsync(annulation);
    }
}
