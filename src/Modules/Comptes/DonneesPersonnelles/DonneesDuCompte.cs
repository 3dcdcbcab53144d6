using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.DonneesPersonnelles;

/// <summary>What the module holds about somebody who works: the account, roles, teams, sessions.</summary>
internal sealed class DonneesDuCompte(FaireAvecDb db, TimeProvider horloge) : IDonneesDePersonne
{
    public string Nom => "comptes";

    public IReadOnlyList<string> Entites => [nameof(Compte)];

    // Last: others may need the address to find theirs.
    public int Rang => 1000;

    public async Task<IReadOnlyList<LotDeDonnees>> ExporterAsync(Guid personne, CancellationToken annulation)
    {
        var compte = await db.Set<Compte>().AsNoTracking().SingleAsync(c => c.Id == personne, annulation);
        var roles = await (
            from a in db.Set<Appartenance>()
            join o in db.Set<Organisation>() on a.Organisation equals o.Id
            where a.Compte == personne
            orderby a.Debut
            select new { a.Id, Organisation = o.Nom, a.Role, a.Debut, a.Fin, a.MotifDeFin, a.Departements }).ToListAsync(annulation);
        var equipes = await (
            from m in db.Set<MembreDEquipe>()
            join e in db.Set<Equipe>() on m.Equipe equals e.Id
            where m.Compte == personne
            orderby m.Debut
            select new { e.Nom, m.Coordonne, m.Debut, m.Fin }).ToListAsync(annulation);
        var sessions = await db.Set<Session>().AsNoTracking().Where(s => s.Compte == personne).OrderByDescending(s => s.OuverteLe).ToListAsync(annulation);
        return
        [
            Lot("compte", "comptes",
            [[
                D("id", compte.Id.ToString()), D("prenom", compte.Prenom), D("nom", compte.Nom), D("courriel", compte.Courriel), D("telephone", compte.Telephone),
                D("statut", compte.Statut is { } statut ? MotsDonneesPersonnelles.T($"Statut.{statut}") : null), D("etat", MotsDonneesPersonnelles.T($"Etat.{compte.Etat}")), D("cree_le", compte.CreeLe), D("derniere_connexion_le", compte.DerniereConnexionLe), D("invente", compte.Demonstration),
            ]], LiensComptes.MonCompte),
            Lot("roles", "comptes", [.. roles.Select(r => (IReadOnlyList<Donnee>)
            [
                D("organisation", r.Organisation), D("role", Mots.Role(r.Role)), D("debut", r.Debut), D("fin", r.Fin), D("motif_de_fin", r.MotifDeFin), D("departements", r.Departements.Length == 0 ? null : string.Join(", ", r.Departements)),
            ])]),
            Lot("equipes", "comptes", [.. equipes.Select(e => (IReadOnlyList<Donnee>)[D("equipe", e.Nom), D("coordonne", e.Coordonne), D("debut", e.Debut), D("fin", e.Fin)])]),
            Lot("sessions", "connexions", [.. sessions.Select(s => (IReadOnlyList<Donnee>)
            [
                D("ouverte_le", s.OuverteLe), D("fermee_le", s.FermeeLe), D("vue_le", s.VueLe), D("facteur", MotsDonneesPersonnelles.T($"Facteur.{s.Facteur}")), D("navigateur", s.Navigateur),
            ])]),
        ];
    }

    public async Task<int> EffacerAsync(Guid personne, CancellationToken annulation)
    {
        var compte = await db.Set<Compte>().SingleAsync(c => c.Id == personne, annulation);
        if (!compte.Effacer(horloge.GetUtcNow()))
        {
            return 0;
        }

        await db.SaveChangesAsync(annulation);
        var sessions = await db.Set<Session>().Where(s => s.Compte == personne).ExecuteDeleteAsync(annulation);
        // Words of others about an end of role; the role itself stays.
        var motifs = await db.Set<Appartenance>().Where(a => a.Compte == personne && a.MotifDeFin != null).ExecuteUpdateAsync(m => m.SetProperty(a => a.MotifDeFin, (string?)null), annulation);
        return 1 + sessions + motifs;
    }

    internal static Donnee D(string cle, object? valeur) => new(cle, MotsDonneesPersonnelles.T($"Donnee.{cle}"), valeur);

    internal static LotDeDonnees Lot(string cle, string traitement, IReadOnlyList<IReadOnlyList<Donnee>> fiches, string? rectifier = null) =>
        new(cle, MotsDonneesPersonnelles.T($"Lot.{cle}"), MotsDonneesPersonnelles.T($"Lot.{cle}.Texte"), traitement, fiches, rectifier);
}
