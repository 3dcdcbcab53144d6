using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Norme.Ecriture;
using FaireAvec.Cartographie.Rapprochement.Fusions;
using FaireAvec.Cartographie.Rapprochement.Groupes;

namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>
/// Writes what a search for duplicates found: <c>groupes.jsonl</c>, <c>lieux.csv</c> (the merged file), <c>redirections.csv</c>, <c>a-revoir.jsonl</c>,
/// <c>voisins.jsonl</c> (distinct desks at one address), <c>rapport.json</c> and <c>rapport.md</c>. The same data give the same bytes.
/// </summary>
internal sealed class Restitution(Moteur moteur, Fusionneur fusionneur)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions JsonAere = new(Json) { WriteIndented = true };
    private static readonly UTF8Encoding Utf8 = new(false);

    /// <param name="trouve">What was found.</param>
    /// <param name="dossier">Where; the folder exists.</param>
    /// <param name="precedents">Groups of the last run, so that ids last.</param>
    public RapportDeDedoublonnage Ecrire(Dedoublonnage trouve, string dossier, IReadOnlyDictionary<string, IReadOnlyList<string>> precedents)
    {
        var membres = trouve.Groupes.Select(g => (IReadOnlyList<string>)[.. g.Select(i => trouve.Profils[i].Id)]).ToList();
        var ids = IdentifiantsDeGroupe.Attribuer(membres, precedents);
        EcrireGroupes(trouve, ids, Path.Combine(dossier, "groupes.jsonl"));
        var lieux = EcrireLieux(trouve, ids, Path.Combine(dossier, "lieux.csv"));
        var redirections = IdentifiantsDeGroupe.Rediriger(ids, membres, precedents, trouve.Profils.Select(p => p.Id).ToHashSet(StringComparer.Ordinal));
        using (var sortie = new StreamWriter(Path.Combine(dossier, "redirections.csv"), append: false, Utf8) { NewLine = "\n" })
        {
            sortie.WriteLine("ancien,nouveau");
            foreach (var (ancien, nouveau) in redirections)
            {
                sortie.WriteLine($"{EcritureCsv.Champ(ancien)},{EcritureCsv.Champ(nouveau)}");
            }
        }

        var aRevoir = EcrireARevoir(trouve, Path.Combine(dossier, "a-revoir.jsonl"));
        var voisins = EcrireVoisins(trouve, Path.Combine(dossier, "voisins.jsonl"));
        var rapport = new RapportDeDedoublonnage
        {
            Lieux = trouve.Profils.Length,
            Candidats = trouve.Candidats.Length,
            Groupes = trouve.Groupes.Count,
            LieuxGroupes = trouve.Groupes.Sum(g => g.Length),
            PlusGrandGroupe = trouve.Groupes.Count == 0 ? 0 : trouve.Groupes.Max(g => g.Length),
            LieuxFusionnes = lieux,
            PairesARevoir = aRevoir,
            Voisins = voisins,
            Redirections = redirections.Count,
            ParSources = Sources(trouve),
        };
        File.WriteAllText(Path.Combine(dossier, "rapport.json"), JsonSerializer.Serialize(rapport, JsonAere) + "\n", Utf8);
        File.WriteAllText(Path.Combine(dossier, "rapport.md"), rapport.EnMots(), Utf8);
        return rapport;
    }

    private static SortedDictionary<string, int> Sources(Dedoublonnage trouve)
    {
        var comptes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var groupe in trouve.Groupes)
        {
            var cle = string.Join(" + ", groupe.Select(i => trouve.Profils[i].Fiche.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            comptes[cle] = comptes.GetValueOrDefault(cle) + 1;
        }

        return comptes;
    }

    private void EcrireGroupes(Dedoublonnage trouve, string[] ids, string chemin)
    {
        using var sortie = new StreamWriter(chemin, append: false, Utf8) { NewLine = "\n" };
        for (var g = 0; g < ids.Length; g++)
        {
            var groupe = trouve.Groupes[g];
            var paires = new List<object>();
            for (var i = 0; i < groupe.Length; i++)
            {
                for (var j = i + 1; j < groupe.Length; j++)
                {
                    paires.Add(Paire(trouve.Profils[groupe[i]], trouve.Profils[groupe[j]]));
                }
            }

            var fusion = fusionneur.Fusionner(ids[g], [.. groupe.Select(i => trouve.Profils[i])]);
            sortie.WriteLine(JsonSerializer.Serialize(new { id = ids[g], membres = groupe.Select(i => trouve.Profils[i].Id), nom = fusion.Fiche.Nom, commune = fusion.Fiche.Commune, paires, origines = fusion.Origines }, Json));
        }
    }

    private object Paire(Profil a, Profil b)
    {
        var (verdict, raisons) = moteur.Rapprocher(a, b);
        return new { a = a.Id, b = b.Id, decision = verdict.Mot, probabilite = Math.Round(verdict.Probabilite, 4), raisons };
    }

    /// <summary>The merged file in the standard's columns: groups as one row, the others as they are, by id.</summary>
    private int EcrireLieux(Dedoublonnage trouve, string[] ids, string chemin)
    {
        var dansUnGroupe = trouve.Groupes.SelectMany(g => g).ToHashSet();
        var lignes = trouve.Groupes.Select((g, n) => (Id: ids[n], Rangs: g))
            .Concat(Enumerable.Range(0, trouve.Profils.Length).Where(i => !dansUnGroupe.Contains(i)).Select(i => (trouve.Profils[i].Id, Rangs: new[] { i })))
            .OrderBy(l => l.Id, StringComparer.Ordinal).ThenBy(l => l.Rangs[0]);
        var nombre = 0;
        using var sortie = new StreamWriter(chemin, append: false, Utf8) { NewLine = "\n" };
        sortie.WriteLine(EcritureCsv.Entete);
        foreach (var (id, rangs) in lignes)
        {
            var fiche = rangs.Length == 1 ? trouve.Profils[rangs[0]].Fiche : fusionneur.Fusionner(id, [.. rangs.Select(i => trouve.Profils[i])]).Fiche;
            sortie.WriteLine(EcritureCsv.Ligne(fiche));
            nombre++;
        }

        return nombre;
    }

    private int EcrireARevoir(Dedoublonnage trouve, string chemin)
    {
        // The most likely first: a reviewer's time goes where it finds most.
        var nombre = 0;
        using var sortie = new StreamWriter(chemin, append: false, Utf8) { NewLine = "\n" };
        foreach (var paire in trouve.ARevoir.OrderByDescending(p => p.Verdict.Probabilite).ThenBy(p => p.A).ThenBy(p => p.B))
        {
            var raisons = trouve.RaisonsDeRevoir(moteur, paire);
            sortie.WriteLine(JsonSerializer.Serialize(
                new { a = trouve.Profils[paire.A].Id, b = trouve.Profils[paire.B].Id, decision = paire.Verdict.Mot, probabilite = Math.Round(paire.Verdict.Probabilite, 4), raisons }, Json));
            nombre++;
        }

        return nombre;
    }

    private int EcrireVoisins(Dedoublonnage trouve, string chemin)
    {
        var nombre = 0;
        using var sortie = new StreamWriter(chemin, append: false, Utf8) { NewLine = "\n" };
        foreach (var lien in trouve.Liens(moteur.Comparateur))
        {
            sortie.WriteLine(JsonSerializer.Serialize(lien, Json));
            nombre++;
        }

        return nombre;
    }
}
