using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Courrier;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;
using static FaireAvec.Comptes.DonneesPersonnelles.DonneesDuCompte;

namespace FaireAvec.Comptes.DonneesPersonnelles;

/// <summary>
/// What signing in and invitations hold about somebody who works: their means, the browsers that they use, their changes of address, how they were invited,
/// what the account went through, the messages that left for them.
/// </summary>
internal sealed class DonneesDesMoyens(FaireAvecDb db) : IDonneesDePersonne
{
    public string Nom => "comptes.moyens";

    public IReadOnlyList<string> Entites => [nameof(ChangementDeCourriel), nameof(Invitation)];

    public async Task<IReadOnlyList<LotDeDonnees>> ExporterAsync(Guid personne, CancellationToken annulation)
    {
        var moyens = await db.Database.SqlQuery<Moyen>($"SELECT sorte, nom, cree_le AS cree, utilise_le AS utilise FROM comptes.mes_moyens({personne})").ToListAsync(annulation);
        var vie = await db.Database.SqlQuery<Fait>($"SELECT sorte, nom, instant FROM comptes.vie_du_compte({personne})").ToListAsync(annulation);
        var courriels = await db.CourrielsDeAsync(await AdressesAsync(personne, annulation), annulation);
        return
        [
            Lot("moyens", "connexions", [.. moyens.Select(m => (IReadOnlyList<Donnee>)
            [
                D("sorte", MotsDonneesPersonnelles.T($"Moyen.{m.Sorte}")), D("nom", m.Nom), D("cree_le", m.Cree), D("utilise_le", m.Utilise),
            ])], LiensComptes.MonCompte),
            Lot("vie", "comptes", [.. vie.Select(v => (IReadOnlyList<Donnee>)[D("instant", v.Instant), D("sorte", MotsDonneesPersonnelles.T($"Vie.{v.Sorte}")), D("nom_precis", Precision(v))])]),
            Lot("courriels", "courriels", [.. courriels.Select(c => (IReadOnlyList<Donnee>)
            [
                D("instant", c.Instant), D("sorte", MotsDonneesPersonnelles.Courriel(c.Categorie)), D("adresse", c.Destinataire), D("parti", c.Etat == "envoye"),
            ])]),
        ];
    }

    public async Task<int> EffacerAsync(Guid personne, CancellationToken annulation)
    {
        // First: what is erased next says which addresses they were.
        var courriels = await db.OublierCourrielsAsync(await AdressesAsync(personne, annulation), annulation);
        return courriels + (await db.Database.SqlQuery<int>($"SELECT comptes.effacer_les_moyens({personne}) AS \"Value\"").ToListAsync(annulation))[0];
    }

    private static string? Precision(Fait fait) => (fait.Sorte, fait.Nom) switch
    {
        (_, null) => null,
        ("premier_pas", { } pas) => MotsDonneesPersonnelles.PremierPas(pas),
        ("secours_fini", { } etat) => MotsDonneesPersonnelles.T($"Secours.{etat}"),
        (_, { } nom) => nom,
    };

    private Task<List<string>> AdressesAsync(Guid personne, CancellationToken annulation) =>
        db.Database.SqlQuery<string>($"SELECT adresse AS \"Value\" FROM comptes.adresses_de({personne})").ToListAsync(annulation);

    private sealed record Moyen(string Sorte, string? Nom, DateTimeOffset? Cree, DateTimeOffset? Utilise);

    private sealed record Fait(string Sorte, string? Nom, DateTimeOffset Instant);
}
