using System.Globalization;
using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Imports;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaireAvec.Accompagnement.Imports;

/// <summary>
/// Writes what its author confirmed, act by act, by the service of the ordinary page: its rules, its journal, its counters. The id of the other tool is taken before the act is
/// written: of two imports that have the same line, one writes it, and the other one says so. Cut and begun again, it goes on where it was.
/// </summary>
internal sealed class EcritureDImport(FaireAvecDb db, EnregistrerActivite enregistrer, CorrigerActivite corriger, TimeProvider horloge)
{
    private const int ParLot = 100;

    public async Task EcrireAsync(Guid id, CancellationToken annulation)
    {
        var import = await db.Set<ImportDActivites>().AsNoTracking().SingleAsync(i => i.Id == id, annulation);
        var aFaire = db.Set<LigneDImport>().Where(l => l.Import == id && l.Fait == null && l.Sort != SortDeLigne.Refuse && l.Sort != SortDeLigne.Deja && l.Sort != SortDeLigne.SupprimeIci);
        var apres = 0;
        while (true)
        {
            // Those that are done aren't gone through again at each batch.
            var lignes = await aFaire.AsNoTracking().Where(l => l.Rang > apres).OrderBy(l => l.Rang).Take(ParLot).ToListAsync(annulation);
            if (lignes.Count == 0)
            {
                break;
            }

            apres = lignes[^1].Rang;
            await PrendreAsync(import, lignes, annulation);
            foreach (var ligne in lignes)
            {
                annulation.ThrowIfCancellationRequested();
                ligne.Fait = await UneAsync(import, ligne, annulation);
                db.ChangeTracker.Clear();
            }

            foreach (var ligne in lignes)
            {
                var entree = db.Attach(ligne);
                entree.Property(l => l.Fait).IsModified = true;
                entree.Property(l => l.Activite).IsModified = true;
                entree.Property(l => l.Defauts).IsModified = true;
            }

            await db.SaveChangesAsync(annulation);
            db.ChangeTracker.Clear();
            await db.Set<ImportDActivites>().Where(i => i.Id == id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Faites, x => x.Faites + lignes.Count), annulation);
        }

        await FinirAsync(import, annulation);
    }

    private async Task FinirAsync(ImportDActivites import, CancellationToken annulation)
    {
        var (id, organisation, outil) = (import.Id, import.Organisation, import.Outil);
        // Those that didn't change were seen again all the same.
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE accompagnement.identifiants_externes e SET vu_par = {id} FROM accompagnement.lignes_d_import l
            WHERE l.import = {id} AND e.organisation = {organisation} AND e.outil = {outil} AND e.cle = l.cle AND e.vu_par <> {id}
            """,
            annulation);
        var fini = await db.Set<ImportDActivites>().SingleAsync(i => i.Id == id, annulation);
        fini.Bilan = await db.BilanAsync(id, annulation);
        if (fini.Passer(EtatDImport.Termine, horloge.GetUtcNow()))
        {
            await db.SaveChangesAsync(annulation);
        }
    }

    // In one go: who doesn't get an id finds it taken, and says so.
    private async Task PrendreAsync(ImportDActivites import, List<LigneDImport> lignes, CancellationToken annulation)
    {
        foreach (var ligne in lignes.Where(l => Ajoutee(import, l)))
        {
            ligne.Activite = Identifiants.Nouveau(horloge);
        }

        var prises = lignes.Where(l => Ajoutee(import, l)).ToList();
        var (cles, activites, empreintes) = (prises.ConvertAll(l => l.Cle!).ToArray(), prises.ConvertAll(l => l.Activite!.Value).ToArray(), prises.ConvertAll(l => l.Empreinte!).ToArray());
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO accompagnement.identifiants_externes (organisation, outil, cle, auteur, activite, import, cree, empreinte, version, vu_par)
            SELECT {import.Organisation}, {import.Outil}, c, {import.Auteur}, a, {import.Id}, true, e, 1, {import.Id} FROM unnest({cles}, {activites}, {empreintes}) AS p(c, a, e)
            ON CONFLICT (organisation, outil, cle) DO NOTHING
            """,
            annulation);
        // One that this import took before it was cut has its id already.
        var miens = await db.Set<IdentifiantExterne>().AsNoTracking().Where(e => e.Import == import.Id && cles.Contains(e.Cle)).ToDictionaryAsync(e => e.Cle, e => e.Activite, annulation);
        foreach (var ligne in prises)
        {
            ligne.Activite = miens.TryGetValue(ligne.Cle!, out var activite) ? activite : null;
        }
    }

    private static bool Ajoutee(ImportDActivites import, LigneDImport l) => l.Sort == SortDeLigne.Nouveau || (l.Sort == SortDeLigne.Double && (l.Decision ?? import.Reglages.DoublonsAAjouter));

    private async Task<FaitDeLigne> UneAsync(ImportDActivites import, LigneDImport ligne, CancellationToken annulation)
    {
        try
        {
            return ligne.Sort switch
            {
                _ when Ajoutee(import, ligne) => await AjouterAsync(import, ligne, annulation),
                SortDeLigne.Double => await LierAsync(import, ligne, annulation),
                SortDeLigne.Corrige when ligne.Decision ?? import.Reglages.Corrections => await CorrigerAsync(import, ligne, annulation),
                SortDeLigne.Conflit when ligne.Decision == true => await CorrigerAsync(import, ligne, annulation),
                SortDeLigne.Conflit => await GarderAsync(import, ligne, annulation),
                _ => FaitDeLigne.Laisse,
            };
        }
        catch (Exception e) when (Refus(e) is { } refus)
        {
            // What the base itself refuses (a time that is closed, for instance) is said of this line, and the next one goes on.
            db.ChangeTracker.Clear();
            await RendreAsync(import, ligne, annulation);
            return Refuser(ligne, [refus]);
        }
    }

    private static Erreur? Refus(Exception e) => (e as PostgresException ?? e.InnerException as PostgresException) switch
    {
        null => null,
        // Sentences of our own functions are for people.
        { SqlState: ['F', 'A', ..] } ours => ErreursImports.EcritureRefusee with { Message = ours.MessageText },
        _ => ErreursImports.EcritureRefusee,
    };

    private async Task<FaitDeLigne> AjouterAsync(ImportDActivites import, LigneDImport ligne, CancellationToken annulation)
    {
        if (ligne.Activite is not { } id)
        {
            return Refuser(ligne, [ErreursImports.DejaParUnCollegue]);
        }

        var gardee = await enregistrer.ExecuterAsync(ligne.Saisie!, id, import.Auteur, import.Organisation, OrigineDActivite.Import, annulation);
        if (gardee.Reussi)
        {
            return FaitDeLigne.Ecrit;
        }

        await RendreAsync(import, ligne, annulation);
        return Refuser(ligne, gardee.Erreurs);
    }

    // The id that was taken for nothing is given back.
    private Task RendreAsync(ImportDActivites import, LigneDImport ligne, CancellationToken annulation) => !Ajoutee(import, ligne)
        ? Task.CompletedTask
        : db.Set<IdentifiantExterne>().Where(e => e.Import == import.Id && e.Cle == ligne.Cle && e.Cree && !db.Set<Activite>().Any(a => a.Id == e.Activite)).ExecuteDeleteAsync(annulation);

    private async Task<FaitDeLigne> LierAsync(ImportDActivites import, LigneDImport ligne, CancellationToken annulation)
    {
        var (acte, outil) = (ligne.Activite!.Value, import.Outil);
        if (await db.Set<Activite>().AsNoTracking().Where(a => a.Id == acte && a.Auteur == import.Auteur && a.SupprimeeLe == null).Select(a => (int?)a.Version).SingleOrDefaultAsync(annulation) is not { } version)
        {
            return FaitDeLigne.Laisse;
        }

        var ecrites = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO accompagnement.identifiants_externes (organisation, outil, cle, auteur, activite, import, cree, empreinte, version, vu_par)
            SELECT {import.Organisation}, {outil}, {ligne.Cle}, {import.Auteur}, {acte}, {import.Id}, false, {ligne.Empreinte}, {version}, {import.Id}
            WHERE NOT EXISTS (SELECT 1 FROM accompagnement.identifiants_externes e WHERE e.activite = {acte} AND e.outil = {outil} AND e.cle <> {ligne.Cle})
            ON CONFLICT (organisation, outil, cle) DO UPDATE SET vu_par = excluded.vu_par WHERE identifiants_externes.activite = excluded.activite
            """,
            annulation);
        return ecrites > 0 ? FaitDeLigne.Lie : Refuser(ligne, [ErreursImports.DejaParUnCollegue]);
    }

    private async Task<FaitDeLigne> CorrigerAsync(ImportDActivites import, LigneDImport ligne, CancellationToken annulation)
    {
        var id = ligne.Activite!.Value;
        var activite = await db.Set<Activite>().SingleOrDefaultAsync(a => a.Id == id && a.Auteur == import.Auteur, annulation);
        var lien = await db.Set<IdentifiantExterne>().SingleOrDefaultAsync(e => e.Organisation == import.Organisation && e.Outil == import.Outil && e.Cle == ligne.Cle, annulation);
        if (activite is not { SupprimeeLe: null } || lien is null)
        {
            return FaitDeLigne.Laisse;
        }

        // Changed here between the preview and now: it is a conflict that nobody decided.
        if (ligne.Sort == SortDeLigne.Corrige && activite.Version != lien.Version)
        {
            return FaitDeLigne.Laisse;
        }

        var note = await db.Set<NoteDActivite>().AsNoTracking().Where(n => n.Activite == id).Select(n => n.Texte).SingleOrDefaultAsync(annulation);
        var personnes = await db.Set<UnAccompagnement>().AsNoTracking().Where(a => a.Activite == id).Select(a => a.Personne).ToListAsync(annulation);
        var saisie = RepriseDeCorrection.Faire(activite, note, personnes, ligne.Saisie!);
        // In the same transaction as the correction: said the same there and here, from this version on.
        (lien.Empreinte, lien.VuPar, lien.Version) = (ligne.Empreinte!, import.Id, activite.Version + 1);
        var corrigee = await corriger.CorrigerAsync(activite, saisie, activite.Version, MotsImports.T("Correction.Motif", import.DeposeLe.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)), annulation);
        return corrigee.Reussi ? FaitDeLigne.Corrige : Refuser(ligne, corrigee.Erreurs);
    }

    // Kept as it is here: the other tool's version was seen, and isn't asked about again.
    private async Task<FaitDeLigne> GarderAsync(ImportDActivites import, LigneDImport ligne, CancellationToken annulation)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE accompagnement.identifiants_externes e SET empreinte = {ligne.Empreinte}, version = a.version, vu_par = {import.Id} FROM accompagnement.activites a
            WHERE a.id = e.activite AND e.organisation = {import.Organisation} AND e.outil = {import.Outil} AND e.cle = {ligne.Cle} AND e.auteur = {import.Auteur}
            """,
            annulation);
        return FaitDeLigne.Garde;
    }

    private static FaitDeLigne Refuser(LigneDImport ligne, IReadOnlyList<Erreur> erreurs)
    {
        ligne.Defauts = [.. ligne.Defauts, .. erreurs.Select(e => DefautDeLigne.De(ligne.Numeros[0], "", null, e.Message, refuse: true))];
        return FaitDeLigne.Refuse;
    }
}
