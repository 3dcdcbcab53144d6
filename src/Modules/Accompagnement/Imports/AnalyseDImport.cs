using System.Text.Json;
using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Data;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Etiquettes;
using FaireAvec.Accompagnement.Domain.Imports;
using FaireAvec.Accompagnement.Etiquettes;
using FaireAvec.Accompagnement.Statistiques;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Texte;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Imports;

/// <summary>
/// Reads a deposited file, row by row, into the acts that it would give, each checked by the rules of an act; then compares them with those that are here. Nothing is written but the
/// lines of the import: read again, they are the same.
/// </summary>
internal sealed class AnalyseDImport(
    FaireAvecDb db, ContenuDImport contenu, ITableaux tableaux, EnregistrerActivite enregistrer, INomsDesLieux lieux, ITerritoires territoires, INomsDesComptes noms, ILieuxDesOrganisations organisations, CloturesDesOrganisations clotures, TimeProvider horloge)
{
    private const int ParLot = 500;

    public async Task LireAsync(Guid id, CancellationToken annulation)
    {
        var import = await db.Set<ImportDActivites>().SingleAsync(i => i.Id == id, annulation);
        await db.Set<LigneDImport>().Where(l => l.Import == id).ExecuteDeleteAsync(annulation);
        Erreur? refus;
        try
        {
            refus = await contenu.OuvrirAsync(id, annulation) is { } fichier ? await LireAsync(import, fichier, annulation) : ErreursImports.Contenu;
        }
        catch (TableauIllisibleException e)
        {
            refus = ErreursImports.Illisible(e.Message);
        }

        if (refus is not null)
        {
            await db.Set<LigneDImport>().Where(l => l.Import == id).ExecuteDeleteAsync(annulation);
            import.Phrase = refus.Message[..Math.Min(refus.Message.Length, ImportDActivites.PhraseMax)];
        }
        else
        {
            await ComparerAsync(import, annulation);
        }

        try
        {
            import.Passer(refus is null ? EtatDImport.AVerifier : EtatDImport.Refuse, horloge.GetUtcNow());
            await db.SaveChangesAsync(annulation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Its author gave it up meanwhile.
            db.ChangeTracker.Clear();
        }
    }

    private async Task<Erreur?> LireAsync(ImportDActivites import, Stream fichier, CancellationToken annulation)
    {
        using var tableau = tableaux.Ouvrir(fichier);
        var lecteur = new LecteurDeRangees(import.Colonnes, import.Reglages, await ReperesAsync(import, annulation));
        var assembleur = new AssembleurDActes(import.Outil, import.Auteur);
        var lot = new List<LigneDImport>(ParLot);
        var (rangees, rang, miennes) = (0, 0, 0);
        var (dUnAutre, dUneAutreStructure) = (0, 0);
        foreach (var ligne in tableau.Lignes())
        {
            if (ligne.Numero <= import.LigneDEntete)
            {
                continue;
            }

            if (++rangees > ImportDActivites.LignesMax)
            {
                return ErreursImports.TropDeLignes;
            }

            ActeDuFichier? acte;
            if (ligne.Illisible is { } phrase)
            {
                acte = Illisible(ligne.Numero, phrase);
            }
            else if (tableau.Format == "csv" && ligne.Cellules.Count < import.Colonnes.Count)
            {
                acte = Illisible(ligne.Numero, $"La ligne a {ligne.Cellules.Count} colonnes au lieu de {import.Colonnes.Count} : un séparateur ou un guillemet manque, ou le fichier a été coupé.");
            }
            else
            {
                var rangee = lecteur.Lire(ligne.Numero, ligne.Cellules, ligne.Fusionnees);
                miennes += rangee.DUnAutre || rangee.DUneAutreStructure ? 0 : 1;
                (dUnAutre, dUneAutreStructure) = (dUnAutre + (rangee.DUnAutre ? 1 : 0), dUneAutreStructure + (rangee.DUneAutreStructure ? 1 : 0));
                acte = assembleur.Ajouter(rangee);
            }

            if (acte is not null)
            {
                lot.Add(await LigneAsync(import, ++rang, acte, annulation));
            }

            if (lot.Count == ParLot)
            {
                await GarderAsync(import, lot, rangees, annulation);
            }
        }

        foreach (var acte in assembleur.Finir())
        {
            lot.Add(await LigneAsync(import, ++rang, acte, annulation));
            if (lot.Count == ParLot)
            {
                await GarderAsync(import, lot, rangees, annulation);
            }
        }

        await GarderAsync(import, lot, rangees, annulation);
        import.Lignes = rangees;
        if (rangees == 0)
        {
            return ErreursImports.SansLigne;
        }

        if (miennes == 0 && dUnAutre + dUneAutreStructure > 0)
        {
            return dUneAutreStructure > 0 ? ErreursImports.DUneAutreStructure : ErreursImports.DUnAutre;
        }

        if (assembleur.MoisDAbordVu)
        {
            await RefuserLesAmbiguesAsync(import.Id, annulation);
        }

        return null;
    }

    private static ActeDuFichier Illisible(long numero, string phrase) => new() { Numeros = [numero], Accompagnements = 1, Personnes = 0, Defauts = [DefautDeLigne.De(numero, "", null, phrase, refuse: true)] };

    private async Task<LigneDImport> LigneAsync(ImportDActivites import, int rang, ActeDuFichier acte, CancellationToken annulation)
    {
        var (saisie, defauts) = (acte.Saisie, acte.Defauts);
        if (saisie is not null && await enregistrer.VerifierAsync(saisie, null, import.Auteur, import.Organisation, OrigineDActivite.Import, annulation) is { Reussi: false } refuse)
        {
            defauts = [.. defauts, .. refuse.Erreurs.Select(e => DefautDeLigne.De(acte.Numeros[0], Colonne(import, e.Champ), Valeur(saisie, e.Champ), e.Message, refuse: true))];
            saisie = null;
        }

        return new LigneDImport
        {
            Import = import.Id,
            Rang = rang,
            Auteur = import.Auteur,
            Numeros = [.. acte.Numeros],
            Cle = acte.Cle,
            Empreinte = acte.Empreinte,
            Sort = saisie is null || acte.Cle is null ? SortDeLigne.Refuse : SortDeLigne.Nouveau,
            Jour = acte.Jour,
            Type = acte.Type,
            Minutes = acte.Minutes,
            Accompagnements = acte.Accompagnements,
            Personnes = acte.Personnes,
            Ambigue = acte.Ambigue,
            Saisie = saisie,
            Defauts = defauts,
        };
    }

    private async Task GarderAsync(ImportDActivites import, List<LigneDImport> lot, int rangees, CancellationToken annulation)
    {
        db.AddRange(lot);
        await db.SaveChangesAsync(annulation);
        foreach (var ligne in lot)
        {
            db.Entry(ligne).State = EntityState.Detached;
        }

        lot.Clear();
        await db.Set<ImportDActivites>().Where(i => i.Id == import.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Faites, rangees), annulation);
    }

    // Some dates of the file are surely month first: nobody knows how the others were meant.
    private async Task RefuserLesAmbiguesAsync(Guid id, CancellationToken annulation)
    {
        var defaut = Refus("Cette date se lit de deux façons, et d’autres dates du fichier sont écrites avec le mois d’abord. Dites dans « Corriger les colonnes » comment elles sont écrites.", ChampsDImport.Trouver(ChampsDImport.Date)!.Libelle);
        await db.Database.ExecuteSqlAsync($"UPDATE accompagnement.lignes_d_import SET sort = 'Refuse', saisie = NULL, defauts = defauts || {defaut}::jsonb WHERE import = {id} AND ambigue", annulation);
    }

    private async Task ComparerAsync(ImportDActivites import, CancellationToken annulation)
    {
        var (id, moi, organisation, outil) = (import.Id, import.Auteur, import.Organisation, import.Outil);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE accompagnement.lignes_d_import l SET activite = a.id,
                sort = CASE WHEN a.supprimee_le IS NOT NULL THEN 'SupprimeIci' WHEN e.empreinte = l.empreinte THEN 'Deja' WHEN l.sort = 'Refuse' THEN 'Refuse' WHEN a.version = e.version THEN 'Corrige' ELSE 'Conflit' END
            FROM accompagnement.identifiants_externes e JOIN accompagnement.activites a ON a.id = e.activite
            WHERE l.import = {id} AND e.organisation = {organisation} AND e.outil = {outil} AND e.cle = l.cle AND e.auteur = {moi}
            """,
            annulation);
        var temps = await db.Set<LigneDImport>().Where(l => l.Import == id && l.Sort != SortDeLigne.Refuse && l.Jour != null).GroupBy(l => 1).Select(g => new { Du = g.Min(l => l.Jour), Au = g.Max(l => l.Jour) }).SingleOrDefaultAsync(annulation);
        (import.Du, import.Au) = (temps?.Du, temps?.Au);
        // As many pairs as there are on the smaller side: three rows that look like one act of ours are one probable double and two new acts.
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH lignes AS (
                SELECT rang, jour, CASE WHEN type = 'collectif' THEN 'collectif' ELSE 'individuel' END AS famille, minutes, personnes,
                       row_number() OVER (PARTITION BY jour, CASE WHEN type = 'collectif' THEN 'collectif' ELSE 'individuel' END, minutes, personnes ORDER BY rang) AS n
                FROM accompagnement.lignes_d_import WHERE import = {id} AND sort = 'Nouveau'),
            actes AS (
                SELECT a.id, a.jour, CASE WHEN a.type = 'Collectif' THEN 'collectif' ELSE 'individuel' END AS famille, a.duree AS minutes, a.sans_nom + a.suivies AS personnes,
                       row_number() OVER (PARTITION BY a.jour, CASE WHEN a.type = 'Collectif' THEN 'collectif' ELSE 'individuel' END, a.duree, a.sans_nom + a.suivies ORDER BY a.id) AS n
                FROM accompagnement.activites a
                WHERE a.auteur = {moi} AND a.organisation = {organisation} AND a.supprimee_le IS NULL AND a.type IN ('Individuel', 'Demarche', 'Collectif') AND a.jour BETWEEN {import.Du} AND {import.Au}
                  AND NOT EXISTS (SELECT 1 FROM accompagnement.identifiants_externes e WHERE e.activite = a.id AND e.outil = {outil}))
            UPDATE accompagnement.lignes_d_import l SET sort = 'Double', activite = a.id
            FROM lignes c JOIN actes a USING (jour, famille, minutes, personnes, n) WHERE l.import = {id} AND l.rang = c.rang
            """,
            annulation);
        await RefuserCeQuiEstClosAsync(import, annulation);
        await RefuserLesJourneesTropPleinesAsync(import, annulation);
        import.Bilan = await db.BilanAsync(id, annulation);
        import.Faites = 0;
    }

    // What the database would refuse is told before, rather than after « Sera ajouté ».
    private async Task RefuserCeQuiEstClosAsync(ImportDActivites import, CancellationToken annulation)
    {
        var (id, organisation) = (import.Id, import.Organisation);
        if (await clotures.JusquauAsync(organisation, annulation) is not { } jusquau)
        {
            return;
        }

        var defaut = Refus(CloturesDesOrganisations.Refus(jusquau).Message);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE accompagnement.lignes_d_import l SET sort = 'Refuse', defauts = l.defauts || {defaut}::jsonb
            WHERE l.import = {id} AND l.sort IN ('Nouveau', 'Corrige', 'Conflit')
              AND (l.jour <= {jusquau} OR EXISTS (SELECT 1 FROM accompagnement.activites a WHERE a.id = l.activite AND a.jour <= {jusquau}))
            """, annulation);
    }

    // In the order of writing: one that doesn't fit in its day leaves room to the next ones.
    private async Task RefuserLesJourneesTropPleinesAsync(ImportDActivites import, CancellationToken annulation)
    {
        var (id, moi) = (import.Id, import.Auteur);
        var dejaLa = await db.Set<CompteurDuJour>().AsNoTracking().Where(c => c.Auteur == moi && c.Jour >= import.Du && c.Jour <= import.Au)
            .GroupBy(c => c.Jour).Select(g => new { g.Key, Minutes = g.Sum(c => c.Minutes) }).ToDictionaryAsync(g => g.Key, g => g.Minutes, annulation);
        var nouveaux = db.Set<LigneDImport>().AsNoTracking().Where(l => l.Import == id && l.Sort == SortDeLigne.Nouveau && l.Jour != null);
        var pleins = (await nouveaux.GroupBy(l => l.Jour!.Value).Select(g => new { g.Key, Minutes = g.Sum(l => l.Minutes) }).ToListAsync(annulation))
            .Where(j => j.Minutes + dejaLa.GetValueOrDefault(j.Key) > Activite.MinutesDUnJour).Select(j => j.Key).ToList();
        foreach (var jour in pleins)
        {
            var (minutes, trop) = (dejaLa.GetValueOrDefault(jour), new List<int>());
            foreach (var l in await nouveaux.Where(l => l.Jour == jour).OrderBy(l => l.Rang).Select(l => new { l.Rang, l.Minutes }).ToListAsync(annulation))
            {
                if (minutes + l.Minutes > Activite.MinutesDUnJour)
                {
                    trop.Add(l.Rang);
                }
                else
                {
                    minutes += l.Minutes;
                }
            }

            var defaut = Refus(ErreursActivites.JourneeTropPleine.Message);
            await db.Database.ExecuteSqlAsync($"UPDATE accompagnement.lignes_d_import SET sort = 'Refuse', defauts = defauts || {defaut}::jsonb WHERE import = {id} AND rang = ANY ({trop})", annulation);
        }
    }

    private static string Refus(string phrase, string colonne = "") => JsonSerializer.Serialize(new[] { DefautDeLigne.De(0, colonne, null, phrase, refuse: true) }, EnJson.Options);

    private async Task<ReperesDuFichier> ReperesAsync(ImportDActivites import, CancellationToken annulation)
    {
        var moi = Mots(await noms.NomAsync(import.Auteur.ToString(), annulation));
        var (structure, siret) = (TexteRecherche.Normaliser(import.Reglages.Structure), await organisations.SiretAsync(import.Organisation, annulation));
        var (connus, communes) = (new Dictionary<(string, string), string?>(), new Dictionary<(string?, string?, string?), string?>());
        var etiquettes = await EtiquettesAsync(import.Auteur, annulation);
        return new ReperesDuFichier(
            (nom, commune) => Retenu(connus, (nom, commune), () => lieux.DeNom(nom, commune)?.Id),
            (insee, postal, nom) => Retenu(communes, (insee, postal, nom), () => Commune(insee, postal, nom)),
            nom => moi.Count == 0 || MemePersonne(moi, Mots(nom)),
            nom => (structure.Length == 0 && siret is null) || TexteRecherche.Normaliser(nom) == structure || (siret is not null && nom.Replace(" ", "", StringComparison.Ordinal).Contains(siret, StringComparison.Ordinal)))
        {
            Etiquette = nom => etiquettes.TryGetValue(nom, out var id) ? id : null,
        };
    }

    // Those that are offered, the author's own before those of teams. Row security says which may be read.
    private async Task<Dictionary<string, Guid>> EtiquettesAsync(Guid auteur, CancellationToken annulation)
    {
        var connues = await EtiquettesConnues.LireAsync(db, annulation);
        return connues.Toutes.Where(e => e.Etat == EtatDEtiquette.Proposee).OrderByDescending(e => e.Proprietaire == auteur).ThenBy(e => e.Id).DistinctBy(e => e.NomRecherche).ToDictionary(e => e.NomRecherche, e => e.Id, StringComparer.Ordinal);
    }

    // Distinct places of one file are few; a hostile one isn't remembered for ever.
    private static string? Retenu<T>(Dictionary<T, string?> memoire, T cle, Func<string?> trouver) where T : notnull
    {
        if (!memoire.TryGetValue(cle, out var trouve))
        {
            trouve = trouver();
            if (memoire.Count < 10_000)
            {
                memoire[cle] = trouve;
            }
        }

        return trouve;
    }

    private string? Commune(string? insee, string? postal, string? nom)
    {
        // A spreadsheet takes the zero off the left of a number.
        if (territoires.Commune(insee?.PadLeft(5, '0')) is { } parCode)
        {
            return parCode.CodeInsee;
        }

        var (cherche, code) = (TexteRecherche.Normaliser(nom), postal?.PadLeft(5, '0'));
        var duCode = code is null ? [] : territoires.CommunesDuCodePostal(code);
        if (cherche.Length == 0)
        {
            return duCode.Count == 1 ? duCode[0].CodeInsee : null;
        }

        var parNom = duCode.FirstOrDefault(c => TexteRecherche.Normaliser(c.Nom) == cherche);
        if (parNom is not null || code is not null)
        {
            return parNom?.CodeInsee ?? (duCode.Count == 1 ? duCode[0].CodeInsee : null);
        }

        // The most populated of several would be a guess.
        return territoires.CommunesParNom(nom) is [{ Commune.CodeInsee: var seule }] ? seule : null;
    }

    private static HashSet<string> Mots(string? nom) => [.. TexteRecherche.Normaliser(nom).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    // First name and name in any order, with or without a second one.
    private static bool MemePersonne(HashSet<string> moi, HashSet<string> nom) => nom.Count > 0 && (nom.IsSubsetOf(moi) || (moi.Count > 1 && moi.IsSubsetOf(nom)));

    private static string Colonne(ImportDActivites import, string? champ)
    {
        var code = champ switch
        {
            "date" => ChampsDImport.Date,
            "duree_minutes" => ChampsDImport.Duree,
            "lieu" => ChampsDImport.Lieu,
            "commune" => ChampsDImport.Commune,
            "thematiques" => ChampsDImport.Thematiques,
            "effectifs" => ChampsDImport.Participants,
            "type" => ChampsDImport.Type,
            _ => null,
        };
        return code is null ? "" : import.Colonnes.FirstOrDefault(c => c.Champ == code)?.Nom ?? ChampsDImport.Trouver(code)!.Libelle;
    }

    private static string? Valeur(SaisieDActivite saisie, string? champ) => champ switch
    {
        "date" => saisie.Date?.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture),
        "duree_minutes" => saisie.DureeMinutes?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };
}
