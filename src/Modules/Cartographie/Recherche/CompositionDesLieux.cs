using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Sources;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>
/// What is shown, made of what the sources say: corrections laid over their fields, records of one place merged under one id, stops added as places.
/// The source records themselves never change here, so that everything can be undone.
/// </summary>
internal sealed record CompositionDesLieux
{
    private readonly Dictionary<string, string> _publicDe;
    private readonly ILookup<string, string> _fichesDe;

    private readonly Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> _origines;
    private readonly ILookup<string, string> _lies;
    private readonly ILookup<string, string> _arrets;

    private CompositionDesLieux(IReadOnlyList<Lieu> lieux, Dictionary<string, string> publicDe, Dictionary<string, string> redirections, Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> origines, IEnumerable<(string De, string Vers)> lies, IEnumerable<(string De, string Vers)> arrets, int hebergements)
    {
        Hebergements = hebergements;
        (Lieux, _publicDe, Redirections, _origines) = (lieux, publicDe, redirections, origines);
        _lies = lies.Distinct().ToLookup(l => l.De, l => l.Vers, StringComparer.Ordinal);
        _arrets = arrets.ToLookup(a => a.De, a => a.Vers, StringComparer.Ordinal);
        _fichesDe = publicDe.ToLookup(p => p.Value, p => p.Key, StringComparer.Ordinal);
    }

    /// <summary>The places to show, and the stops to come.</summary>
    public IReadOnlyList<Lieu> Lieux { get; init; }

    /// <summary>Records that may be shown as they are written, and that corrections make shelters.</summary>
    public int Hebergements { get; }

    /// <summary>Ids that lead to another place: records of a group, and ids that were public once.</summary>
    public IReadOnlyDictionary<string, string> Redirections { get; }

    /// <summary>The public id of a source record; itself when it is alone.</summary>
    public string PublicDe(string fiche) => _publicDe.GetValueOrDefault(fiche, fiche);

    /// <summary>The source records of a place, in ordinal order.</summary>
    public IReadOnlyList<string> FichesDe(string publie) => _fichesDe.Contains(publie) ? [.. _fichesDe[publie].Order(StringComparer.Ordinal)] : [publie];

    /// <summary>For a place made of several records, the records that gave each of its fields; null for a place that is one record.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? OriginesDe(string publie) => _origines.GetValueOrDefault(publie);

    /// <summary>The public places at the same address as a place, its host or its guests.</summary>
    public IEnumerable<string> LiesA(string publie) => _lies[publie];

    /// <summary>The stops of a touring place, by their first day; of a stop, the place that stops there.</summary>
    public IEnumerable<string> ArretsDe(string publie) => _arrets[publie];

    public static CompositionDesLieux Vide { get; } = new([], [], [], [], [], [], 0);

    /// <summary>Composes.</summary>
    /// <param name="e">What the database says.</param>
    /// <param name="fusion">Merges the records of one place, corrections laid.</param>
    public static CompositionDesLieux Faire(ElementsDesLieux e, FusionDesLieux fusion)
    {
        var origines = new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>(StringComparer.Ordinal);
        var parId = Corriger(e.Fiches, e.Corrections).ToDictionary(f => f.Id, StringComparer.Ordinal);
        var groupeDe = e.Membres.ToDictionary(m => m.Lieu, m => m.Groupe, StringComparer.Ordinal);
        var lieux = new List<Lieu>(parId.Count);
        var retenues = parId.Values.Select(f => (f.Id, Retenue: Retenue.De(f, e.Accords.Contains(f.Id)))).Where(r => r.Retenue is not null).ToDictionary(r => r.Id, r => r.Retenue!.Cause, StringComparer.Ordinal);
        foreach (var fiche in e.Fiches)
        {
            if (!groupeDe.ContainsKey(fiche.Id) && !retenues.ContainsKey(fiche.Id))
            {
                lieux.Add(parId[fiche.Id]);
            }
        }

        // One record of the place is a shelter's: the others speak of the same place.
        var groupesRetenus = retenues.Where(r => r.Value == CauseDeRetenue.Hebergement).Select(r => groupeDe.GetValueOrDefault(r.Key)).OfType<string>().Concat(e.GroupesRetenus).ToHashSet(StringComparer.Ordinal);

        foreach (var membres in e.Membres.GroupBy(m => m.Groupe, StringComparer.Ordinal))
        {
            // A record whose name is none says nothing of the place.
            var fiches = groupesRetenus.Contains(membres.Key) ? [] : membres.Select(m => m.Lieu).Where(id => !retenues.ContainsKey(id)).Order(StringComparer.Ordinal).Select(id => parId.GetValueOrDefault(id)).OfType<Lieu>().ToList();
            if (fiches.Count == 1)
            {
                lieux.Add(CopieDeLieu.Sous(membres.Key, fiches[0], fiches[0]));
            }
            else if (fiches.Count > 1)
            {
                (var lieu, origines[membres.Key]) = fusion.Fusionner(membres.Key, fiches);
                // Fields of several records, put together, may say what none says alone.
                if (Retenue.De(lieu, fiches.Exists(f => e.Accords.Contains(f.Id))) is null)
                {
                    lieux.Add(lieu);
                }
            }
        }

        var publies = lieux.ToDictionary(l => l.Id, StringComparer.Ordinal);
        var arrets = new List<(string De, string Vers)>();
        foreach (var arret in e.Arrets.OrderBy(a => a.PremierJour))
        {
            if (publies.TryGetValue(groupeDe.GetValueOrDefault(arret.Lieu, arret.Lieu), out var lieu))
            {
                var fait = ArretEnLieu.Faire(arret, lieu);
                lieux.Add(fait);
                arrets.Add((lieu.Id, fait.Id));
                arrets.Add((fait.Id, lieu.Id));
            }
        }

        // Records that a merge made one place, or that aren't shown, have nothing to show together.
        var lies = e.Liens
            .Select(l => (A: groupeDe.GetValueOrDefault(l.Hote, l.Hote), B: groupeDe.GetValueOrDefault(l.Invite, l.Invite)))
            .Where(l => l.A != l.B && publies.ContainsKey(l.A) && publies.ContainsKey(l.B))
            .SelectMany(l => new (string De, string Vers)[] { (l.A, l.B), (l.B, l.A) });

        var redirections = e.Redirections.Where(r => !publies.ContainsKey(r.Ancien)).ToDictionary(r => r.Ancien, r => r.Vers, StringComparer.Ordinal);
        foreach (var (fiche, groupe) in groupeDe)
        {
            if (fiche != groupe)
            {
                redirections[fiche] = groupe;
            }
        }

        return new CompositionDesLieux(lieux, groupeDe, redirections, origines, lies, arrets, retenues.Count(r => r.Value == CauseDeRetenue.Hebergement));
    }

    /// <summary>The records with the corrections in force laid over their fields, in the same order.</summary>
    public static IReadOnlyList<Lieu> Corriger(IReadOnlyCollection<Lieu> fiches, IEnumerable<CorrectionDeChamp> corrections)
    {
        var parFiche = corrections.ToLookup(c => c.Lieu, StringComparer.Ordinal);
        return [.. fiches.Select(f => parFiche.Contains(f.Id)
            ? CopieDeLieu.Sous(f.Id, VerificationDeFiche.Avec(f, parFiche[f.Id].ToDictionary(c => c.Champ, c => c.Valeur, StringComparer.Ordinal)), f)
            : f)];
    }
}
