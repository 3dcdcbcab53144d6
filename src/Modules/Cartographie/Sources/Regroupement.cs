using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Sources;

/// <summary>
/// Says which source records are one place, and keeps it: groups with stable ids, redirections of the ids that are no longer public, pairs for a
/// person, hosts and guests. People's decisions are replayed at each run. The records themselves don't change.
/// </summary>
internal sealed class Regroupement(FaireAvecDb db, ComparaisonDesFiches comparaison, TimeProvider horloge)
{
    public async Task<BilanDeRegroupement> RegrouperAsync(CancellationToken annulation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        // What is compared is what is there: an import in the middle would group records that are gone.
        await db.PrendreToutAsync(annulation);
        var fiches = await db.Set<Lieu>().AsNoTracking().Where(l => l.Retenu == null || l.Retenu != Lieu.Depublie).ToListAsync(annulation);
        var decisions = await db.Set<DecisionHumaine>().AsNoTracking().Where(d => d.AnnuleeLe == null).ToListAsync(annulation);
        var corrections = await db.Set<CorrectionDeChamp>().AsNoTracking().Where(c => c.Etat == EtatCorrection.Active).ToListAsync(annulation);
        var fait = comparaison.Comparer(CompositionDesLieux.Corriger(fiches, corrections), decisions);
        var bilan = await AppliquerAsync(fiches, fait, annulation);
        await transaction.CommitAsync(annulation);
        return bilan;
    }

    /// <summary>Keeps a comparison, in the transaction in course. The same one twice writes nothing.</summary>
    public async Task<BilanDeRegroupement> AppliquerAsync(IReadOnlyList<Lieu> fiches, RapprochementFait fait, CancellationToken annulation)
    {
        var avant = await db.Set<MembreDeGroupe>().AsNoTracking().ToListAsync(annulation);
        var groupeAvant = avant.ToDictionary(m => m.Lieu, m => m.Groupe, StringComparer.Ordinal);
        var ancres = StabiliteDesGroupes.Ancrer(fait.Groupes.Select(g => g.Select(m => m.Fiche).ToList()), groupeAvant, fiches.ToDictionary(l => l.Id, l => l.CreeLe, StringComparer.Ordinal));
        var membres = fait.Groupes.SelectMany(g => g).ToDictionary(m => m.Fiche, StringComparer.Ordinal);
        var apres = ancres.SelectMany(a => a.Fiches.Select(f => new MembreDeGroupe { Lieu = f, Groupe = a.Id, Probabilite = membres[f].Probabilite, Raisons = [.. membres[f].Raisons] })).ToList();
        var change = await EcrireLesGroupesAsync(avant, apres, annulation);
        change |= await RedirigerAsync(fiches, groupeAvant, apres, annulation);
        change |= await EcrireLesPairesAsync(fait, annulation);
        var bilan = new BilanDeRegroupement(fiches.Count, ancres.Count, apres.Count, fait.ARevoir.Count, fait.Liens.Count, change);
        if (change)
        {
            db.Journaliser(new EntreeJournal("regroupement", "cartographie.Lieu", "groupes", null, JsonSerializer.Serialize(bilan)));
            await db.SaveChangesAsync(annulation);
            await CatalogueLieux.AnnoncerAsync(db, annulation);
        }

        return bilan;
    }

    private async Task<bool> EcrireLesGroupesAsync(List<MembreDeGroupe> avant, List<MembreDeGroupe> apres, CancellationToken annulation)
    {
        static string Cle(MembreDeGroupe m) => $"{m.Lieu}\n{m.Groupe}\n{m.Probabilite:R}\n{string.Join('\n', m.Raisons)}";
        if (avant.Select(Cle).ToHashSet(StringComparer.Ordinal).SetEquals(apres.Select(Cle)))
        {
            return false;
        }

        var anciens = await db.Set<GroupeDeLieux>().AsNoTracking().ToDictionaryAsync(g => g.Id, g => g.CreeLe, StringComparer.Ordinal, annulation);
        await db.Set<GroupeDeLieux>().ExecuteDeleteAsync(annulation);
        var maintenant = horloge.GetUtcNow();
        db.AddRange(apres.Select(m => m.Groupe).Distinct(StringComparer.Ordinal).Select(id => new GroupeDeLieux { Id = id, CreeLe = anciens.TryGetValue(id, out var creeLe) ? creeLe : maintenant }));
        db.AddRange(apres);
        await db.SaveChangesAsync(annulation);
        return true;
    }

    private async Task<bool> RedirigerAsync(IReadOnlyList<Lieu> fiches, Dictionary<string, string> groupeAvant, List<MembreDeGroupe> apres, CancellationToken annulation)
    {
        var anciennes = await db.Set<Redirection>().AsNoTracking().ToDictionaryAsync(r => r.Ancien, r => r.Vers, StringComparer.Ordinal, annulation);
        var publicDe = fiches.ToDictionary(l => l.Id, l => l.Id, StringComparer.Ordinal);
        foreach (var membre in apres)
        {
            publicDe[membre.Lieu] = membre.Groupe;
        }

        var nouvelles = StabiliteDesGroupes.Rediriger(anciennes, publicDe, groupeAvant);
        var retirees = anciennes.Keys.Where(a => !nouvelles.ContainsKey(a) || nouvelles[a] != anciennes[a]).ToArray();
        var ajoutees = nouvelles.Where(r => anciennes.GetValueOrDefault(r.Key) != r.Value).ToList();
        if (retirees.Length == 0 && ajoutees.Count == 0)
        {
            return false;
        }

        await db.Set<Redirection>().Where(r => retirees.Contains(r.Ancien)).ExecuteDeleteAsync(annulation);
        var maintenant = horloge.GetUtcNow();
        db.AddRange(ajoutees.Select(r => new Redirection { Ancien = r.Key, Vers = r.Value, CreeeLe = maintenant }));
        foreach (var (ancien, vers) in ajoutees)
        {
            // Who keeps the id of a place elsewhere is told which one took over.
            db.Publier(new LieuxFusionnes(ancien, vers, maintenant));
        }

        await db.SaveChangesAsync(annulation);
        return true;
    }

    private async Task<bool> EcrireLesPairesAsync(RapprochementFait fait, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var paires = fait.ARevoir.Select(p => (Paire: DecisionHumaine.Ordonner(p.A, p.B), p.Probabilite, p.Raisons)).ToList();
        var avant = await db.Set<PaireARevoir>().AsNoTracking().ToListAsync(annulation);
        var liensAvant = await db.Set<LienDeLieux>().AsNoTracking().ToListAsync(annulation);
        static string Cle(string a, string b, double p, IEnumerable<string> raisons) => $"{a}\n{b}\n{p:R}\n{string.Join('\n', raisons)}";
        var memesPaires = avant.Select(p => Cle(p.LieuA, p.LieuB, p.Probabilite, p.Raisons)).ToHashSet(StringComparer.Ordinal).SetEquals(paires.Select(p => Cle(p.Paire.A, p.Paire.B, p.Probabilite, p.Raisons)));
        var memesLiens = liensAvant.Select(l => Cle(l.Hote, l.Invite, 0, l.Raisons)).ToHashSet(StringComparer.Ordinal).SetEquals(fait.Liens.Select(l => Cle(l.A, l.B, 0, l.Raisons)));
        if (!memesPaires)
        {
            await db.Set<PaireARevoir>().ExecuteDeleteAsync(annulation);
            db.AddRange(paires.Select(p => new PaireARevoir { LieuA = p.Paire.A, LieuB = p.Paire.B, Probabilite = p.Probabilite, Raisons = [.. p.Raisons], CalculeeLe = maintenant }));
        }

        if (!memesLiens)
        {
            await db.Set<LienDeLieux>().ExecuteDeleteAsync(annulation);
            db.AddRange(fait.Liens.Select(l => new LienDeLieux { Hote = l.A, Invite = l.B, Raisons = [.. l.Raisons] }));
        }

        await db.SaveChangesAsync(annulation);
        return !memesPaires || !memesLiens;
    }
}
