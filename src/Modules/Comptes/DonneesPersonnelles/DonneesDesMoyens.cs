using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;
using static FaireAvec.Comptes.DonneesPersonnelles.DonneesDuCompte;

namespace FaireAvec.Comptes.DonneesPersonnelles;

/// <summary>What signing in and invitations hold about somebody who works: their means, the browsers that they use, their changes of address, how they were invited.</summary>
internal sealed class DonneesDesMoyens(FaireAvecDb db) : IDonneesDePersonne
{
    public string Nom => "comptes.moyens";

    public IReadOnlyList<string> Entites => [nameof(ChangementDeCourriel), nameof(Invitation)];

    public async Task<IReadOnlyList<LotDeDonnees>> ExporterAsync(Guid personne, CancellationToken annulation)
    {
        var moyens = await db.Database.SqlQuery<Moyen>($"SELECT sorte, nom, cree_le AS cree, utilise_le AS utilise FROM comptes.mes_moyens({personne})").ToListAsync(annulation);
        return
        [
            Lot("moyens", "connexions", [.. moyens.Select(m => (IReadOnlyList<Donnee>)
            [
                D("sorte", MotsDonneesPersonnelles.T($"Moyen.{m.Sorte}")), D("nom", m.Nom), D("cree_le", m.Cree), D("utilise_le", m.Utilise),
            ])], LiensComptes.MonCompte),
        ];
    }

    public async Task<int> EffacerAsync(Guid personne, CancellationToken annulation) =>
        (await db.Database.SqlQuery<int>($"SELECT comptes.effacer_les_moyens({personne}) AS \"Value\"").ToListAsync(annulation))[0];

    private sealed record Moyen(string Sorte, string? Nom, DateTimeOffset? Cree, DateTimeOffset? Utilise);
}
