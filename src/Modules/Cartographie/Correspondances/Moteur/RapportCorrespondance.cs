using FaireAvec.Cartographie.Nettoyage;

namespace FaireAvec.Cartographie.Correspondances.Moteur;

/// <summary>One rule of the document and how many rows it hit.</summary>
/// <param name="Regle">Path in the document.</param>
/// <param name="Lignes">Rows hit.</param>
/// <param name="Part">Share of the rows read, 0 to 1.</param>
internal sealed record Couverture(string Regle, long Lignes, double Part);

/// <summary>What a run did, for the person who writes the document: what was kept, what wasn't and why, what no rule knows.</summary>
internal sealed class RapportCorrespondance
{
    /// <summary>Distinct texts of hours kept in the report; the others are counted.</summary>
    public const int TextesMax = 500;

    private readonly SortedDictionary<string, long> _raisons = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _corrections = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _anomalies = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _retenues = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _deduits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _horaires = new(StringComparer.Ordinal);

    public required string Source { get; init; }

    /// <summary>Rows of the file, unreadable ones included.</summary>
    public long Lues { get; set; }

    /// <summary>Rows that were joined to another one.</summary>
    public long Regroupees { get; private set; }

    /// <summary>Places as the file wrote them.</summary>
    public long Gardees { get; private set; }

    /// <summary>Places some values of which were changed, with the trace.</summary>
    public long Corrigees { get; private set; }

    /// <summary>Records rejected, with the reason.</summary>
    public long Rejetees { get; private set; }

    /// <summary>Places with hours understood.</summary>
    public long AvecHoraires { get; private set; }

    /// <summary>Places whose hours stay a text.</summary>
    public long AvecHorairesEnTexte { get; private set; }

    /// <summary>Places with a position.</summary>
    public long AvecPosition { get; private set; }

    public IReadOnlyDictionary<string, long> RaisonsDeRejet => _raisons;

    /// <summary>Changes by field and rule.</summary>
    public IReadOnlyDictionary<string, long> CorrectionsParRegle => _corrections;

    /// <summary>What the cleaning saw without mending, by field and rule.</summary>
    public IReadOnlyDictionary<string, long> AnomaliesParRegle => _anomalies;

    /// <summary>Values of persons held back, by field.</summary>
    public IReadOnlyDictionary<string, long> RetenuesParChamp => _retenues;

    /// <summary>Deduced values, by field and reason.</summary>
    public IReadOnlyDictionary<string, long> Deduits => _deduits;

    /// <summary>Hours that stay a text, with the number of places.</summary>
    public IReadOnlyDictionary<string, long> HorairesEnTexte => _horaires;

    /// <summary>Share of rows hit, rule by rule, in the order of the document.</summary>
    public IReadOnlyList<Couverture> Regles { get; set; } = [];

    /// <summary>Values that no table knows, by rule.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, long>> ValeursInconnues { get; set; } = new Dictionary<string, Dictionary<string, long>>(StringComparer.Ordinal);

    /// <summary>Columns of the file that the document neither reads nor leaves out on purpose.</summary>
    public IReadOnlyList<string> ColonnesNonLues { get; set; } = [];

    /// <summary>Columns that the document names and that the file doesn't have.</summary>
    public IReadOnlyList<string> ColonnesAbsentes { get; set; } = [];

    /// <summary>Why the reading stopped before the end of the file; null when it didn't.</summary>
    public string? Interruption { get; set; }

    public void Compter(ResultatDeLigne resultat)
    {
        Regroupees += resultat.Lignes.Count - 1;
        switch (resultat.Etat)
        {
            case EtatDeLigne.Rejetee:
                Rejetees++;
                Plus(_raisons, resultat.Raison!);
                return;
            case EtatDeLigne.Corrigee:
                Corrigees++;
                break;
            case EtatDeLigne.Gardee:
                Gardees++;
                break;
        }

        foreach (var correction in resultat.Corrections)
        {
            Plus(_corrections, $"{correction.Champ} {correction.Regle}");
        }

        foreach (var anomalie in resultat.Anomalies)
        {
            Plus(_anomalies, $"{anomalie.Champ} {anomalie.Regle}");
        }

        foreach (var retenue in resultat.Retenues)
        {
            Plus(_retenues, retenue.Champ);
        }

        foreach (var (champ, motif) in resultat.Deduits)
        {
            Plus(_deduits, $"{champ} : {motif}");
        }

        AvecHoraires += resultat.Fiche!.Horaires is null ? 0 : 1;
        AvecPosition += resultat.Fiche.Latitude is null ? 0 : 1;
        if (resultat.HorairesEnTexte is { } texte)
        {
            AvecHorairesEnTexte++;
            if (_horaires.Count < TextesMax || _horaires.ContainsKey(texte))
            {
                Plus(_horaires, texte);
            }
        }
    }

    private static void Plus(IDictionary<string, long> comptes, string cle) => comptes[cle] = comptes.TryGetValue(cle, out var n) ? n + 1 : 1;
}
