using System.Globalization;

namespace FaireAvec.Cartographie.Rapprochement.Apprentissage;

/// <summary>Estimates the weights and the thresholds on the pairs for learning, and measures them on the kept ones.</summary>
internal sealed class Estimation(Preparateur preparateur)
{
    /// <summary>How much large weights cost; chosen by cross-validation on the pairs for learning (0.5 to 16 give nearly the same).</summary>
    private const double Penalite = 4;

    /// <summary>Parts of the cross-validation; a commune is never in two.</summary>
    private const int Parts = 10;

    /// <summary>Precision that the threshold of « same » must have in cross-validation: above the 97 % that is promised.</summary>
    private const double PrecisionVisee = 0.98;

    /// <summary>« Same » is never said under this probability, however well the pairs for learning would have it: a wrong merge costs more than a question. Pairs labelled by another reader, apart from these, asked for more than the 0.8 that was here first.</summary>
    private const double SeuilMinimal = 0.85;

    /// <summary>Share of « same » that may be lost under the threshold of « distinct ».</summary>
    private const double PerteToleree = 0.01;

    public Poids Estimer(IReadOnlyList<PaireEtiquetee> paires, string provenance)
    {
        var apprises = paires.Where(p => !p.Garde).Select(p => (Paire: p, A: preparateur.Preparer(p.A), B: preparateur.Preparer(p.B))).ToList();
        var releve = new Comparateur(preparateur.Frequences, SansPoids);
        var indices = apprises.Select(p => releve.Relever(p.A, p.B)).ToList();
        var commune = apprises.Select(p => (int)(Empreinte.Melanger((ulong)(p.A.Commune != 0 ? p.A.Commune : p.B.Commune), 77) % Parts)).ToArray();

        // Each part is judged by the weights of the nine others: the thresholds are chosen on pairs that the weights haven't seen.
        var sommes = new double[apprises.Count];
        for (var part = 0; part < Parts; part++)
        {
            var dehors = Enumerable.Range(0, apprises.Count).Where(i => commune[i] != part).ToList();
            if (dehors.Count == apprises.Count)
            {
                continue;
            }

            var comparateur = new Comparateur(preparateur.Frequences, Ajuster(dehors));
            foreach (var i in Enumerable.Range(0, apprises.Count).Where(i => commune[i] == part))
            {
                sommes[i] = comparateur.Somme(indices[i]);
            }
        }

        var (meme, distinct) = Seuils(apprises.Select((p, i) => (p.Paire, 1 / (1 + Math.Exp(-sommes[i])))).ToList());
        return Ajuster([.. Enumerable.Range(0, apprises.Count)]) with { SeuilMeme = meme, SeuilDistinct = distinct, Provenance = provenance };

        Poids Ajuster(List<int> rangs)
        {
            var w = RegressionLogistique.Estimer(
                [.. rangs.Select(i => indices[i].Lire().ToArray())], [.. rangs.Select(i => apprises[i].Paire.Meme)], [.. rangs.Select(i => apprises[i].Paire.Sure ? 1.0 : 0.5)], Penalite);
            var noms = Enum.GetNames<Indice>();
            return SansPoids with
            {
                Constante = Math.Round(w[0], 4),
                Indices = new SortedDictionary<string, double>(noms.Select((nom, j) => (nom, Math.Round(w[j + 1], 4))).ToDictionary(), StringComparer.Ordinal),
            };
        }
    }

    /// <summary>The measures by stratum, « ensemble » first.</summary>
    public SortedDictionary<string, Mesure> Mesurer(Poids poids, IEnumerable<PaireEtiquetee> paires)
    {
        var comparateur = new Comparateur(preparateur.Frequences, poids);
        var jugees = paires.Select(p => (Paire: p, comparateur.Comparer(preparateur.Preparer(p.A), preparateur.Preparer(p.B)).Decision)).ToList();
        var mesures = new SortedDictionary<string, Mesure>(StringComparer.Ordinal) { ["ensemble"] = Mesure.Faire(jugees.Select(j => (j.Paire.Meme, j.Decision))) };
        mesures["certains"] = Mesure.Faire(jugees.Where(j => j.Paire.Sure).Select(j => (j.Paire.Meme, j.Decision)));
        foreach (var strate in jugees.GroupBy(j => j.Paire.Strate.Split('-')[0]))
        {
            mesures[$"strate {strate.Key}"] = Mesure.Faire(strate.Select(j => (j.Paire.Meme, j.Decision)));
        }

        return mesures;
    }

    /// <summary>
    /// New weights are used when they find no less, and are wrong no more often; or when they lose one pair in a hundred at most on one side and win on the other.
    /// </summary>
    public static bool PasMoinsBons(Mesure avant, Mesure apres)
    {
        const double Jeu = 0.01;
        return apres.Precision >= avant.Precision - Jeu && apres.Rappel >= avant.Rappel - Jeu && apres.Precision + apres.Rappel >= avant.Precision + avant.Rappel - 1e-9;
    }

    /// <summary>The measures as numbers, for the file of weights.</summary>
    public static SortedDictionary<string, double> EnNombres(Mesure mesure) => new(StringComparer.Ordinal)
    {
        ["paires_gardees"] = mesure.Trouves + mesure.Manques + mesure.Fautes + mesure.Distincts,
        ["precision"] = Math.Round(mesure.Precision, 4),
        ["precision_bas"] = Math.Round(mesure.IntervallePrecision.Bas, 4),
        ["precision_haut"] = Math.Round(mesure.IntervallePrecision.Haut, 4),
        ["rappel"] = Math.Round(mesure.Rappel, 4),
        ["rappel_bas"] = Math.Round(mesure.IntervalleRappel.Bas, 4),
        ["rappel_haut"] = Math.Round(mesure.IntervalleRappel.Haut, 4),
        ["a_revoir"] = mesure.ARevoir,
    };

    public static string EnMots(Mesure m) => string.Create(
        CultureInfo.GetCultureInfo("fr-FR"),
        $"précision {m.Precision:P1} [{m.IntervallePrecision.Bas:P1} – {m.IntervallePrecision.Haut:P1}], rappel {m.Rappel:P1} [{m.IntervalleRappel.Bas:P1} – {m.IntervalleRappel.Haut:P1}], {m.ARevoir} à revoir");

    private static Poids SansPoids { get; } = new() { Provenance = "", Constante = 0, SeuilMeme = 0.5, SeuilDistinct = 0.5, Indices = [] };

    private static (double Meme, double Distinct) Seuils(List<(PaireEtiquetee Paire, double P)> jugees)
    {
        // Pairs drawn because they were hard would make the threshold too severe: the others are what a run meets.
        // Where the reader hesitated, being wrong says little.
        var justes = jugees.Where(j => j.Paire.Sure && !j.Paire.Strate.StartsWith("I-", StringComparison.Ordinal)).OrderByDescending(j => j.P).ToList();
        var (seuil, memes) = (0.9, 0);
        for (var i = 0; i < justes.Count; i++)
        {
            memes += justes[i].Paire.Meme ? 1 : 0;
            if (memes >= PrecisionVisee * (i + 1))
            {
                seuil = justes[i].P;
            }
        }

        var positifs = jugees.Where(j => j.Paire.Meme).Select(j => j.P).Order().ToList();
        var distinct = positifs.Count == 0 ? 0.1 : positifs[(int)(positifs.Count * PerteToleree)];
        seuil = Math.Round(Math.Clamp(seuil, SeuilMinimal, 0.95), 2);
        return (seuil, Math.Round(Math.Clamp(distinct, 0.02, seuil - 0.1), 2));
    }
}
