namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>
/// Closed lists. A value is found whatever its case, accents and apostrophes; a value of the standard's version 0 becomes its value of today; a typing
/// mistake is mended when one label only is near; anything else is left out, and told, with the nearest label as a suggestion.
/// </summary>
internal sealed class Libelles
{
    private readonly string _champ;
    private readonly Dictionary<string, string> _exacts;
    private readonly Dictionary<string, string> _parCle;
    private readonly (string Cle, bool Debut, string? Libelle)[] _anciens;

    /// <param name="champ">Column of the standard.</param>
    /// <param name="libelles">Exact labels of today.</param>
    /// <param name="anciens">Values of version 0 or other words for the same thing, and the label of today; null when there is none any more. « … » at the end: only the beginning.</param>
    public Libelles(string champ, IEnumerable<string> libelles, params (string Valeur, string? Libelle)[] anciens)
    {
        _champ = champ;
        _exacts = libelles.ToDictionary(l => l, StringComparer.Ordinal);
        _parCle = _exacts.Keys.ToDictionary(Proximite.Cle, StringComparer.Ordinal);

        _anciens = [.. anciens.Select(a => (Proximite.Cle(a.Valeur), a.Valeur.EndsWith('…'), a.Libelle)).OrderByDescending(a => a.Item1.Length)];
    }

    /// <summary>What a value of this list becomes, and by which rule; null when it isn't one.</summary>
    public (string? Libelle, string? Regle)? Trouver(string valeur)
    {
        if (_exacts.TryGetValue(valeur, out var exact))
        {
            return (exact, Regles.ListeEcriture);
        }

        var cle = Proximite.Cle(valeur);
        if (cle.Length == 0)
        {
            return null;
        }

        if (_parCle.TryGetValue(cle, out var libelle))
        {
            return (libelle, Regles.ListeEcriture);
        }

        foreach (var (ancienne, debut, actuel) in _anciens)
        {
            if (debut ? cle.StartsWith(ancienne, StringComparison.Ordinal) : cle == ancienne)
            {
                return (actuel, actuel is null ? Regles.ListeDisparue : Regles.ListeAncienne);
            }
        }

        return null;
    }

    /// <summary>Cleans a list.</summary>
    /// <param name="texte">Values separated by « | », or by « ; » as in version 0.</param>
    /// <param name="releve">Where to tell.</param>
    /// <param name="ailleurs">Other lists where a value may belong, with what receives it.</param>
    public List<string> Nettoyer(string? texte, Releve releve, params (Libelles Liste, List<string> Recoit)[] ailleurs)
    {
        var gardes = new List<string>();
        foreach (var valeur in Valeurs(texte, _champ, releve))
        {
            if (Trouver(valeur) is { } trouve)
            {
                Garder(_champ, valeur, trouve.Libelle, trouve.Regle!, gardes, releve);
                continue;
            }

            var range = false;
            foreach (var (liste, recoit) in ailleurs)
            {
                if (liste.Trouver(valeur) is { } autre)
                {
                    range = true;
                    if (autre.Libelle is null)
                    {
                        releve.Corriger(_champ, valeur, null, Regles.ListeDisparue);
                    }
                    else
                    {
                        releve.Corriger(_champ, valeur, null, Regles.ListeColonne);
                        Garder(liste._champ, null, autre.Libelle, Regles.ListeColonne, recoit, releve);
                    }

                    break;
                }
            }

            if (!range)
            {
                Approcher(valeur, gardes, releve);
            }
        }

        return gardes;
    }

    /// <summary>The values of a cell.</summary>
    public static IEnumerable<string> Valeurs(string? texte, string champ, Releve releve)
    {
        if (string.IsNullOrWhiteSpace(texte))
        {
            return [];
        }

        if (texte.Length > 10_000)
        {
            releve.Retirer(champ, texte, Regles.ListeTropLongue);
            return [];
        }

        return texte.Split(texte.Contains('|', StringComparison.Ordinal) ? '|' : ';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static void Garder(string champ, string? valeur, string? libelle, string regle, List<string> gardes, Releve releve)
    {
        if (libelle is not null && gardes.Contains(libelle))
        {
            // Two values of version 0 that became one: nothing is lost.
            releve.Corriger(champ, valeur, null, valeur == libelle ? Regles.ListeDouble : regle);
            return;
        }

        releve.Corriger(champ, valeur, libelle, regle);
        if (libelle is not null)
        {
            gardes.Add(libelle);
        }
    }

    private void Approcher(string valeur, List<string> gardes, Releve releve)
    {
        var cle = Proximite.Cle(Texte.Reparer(valeur));
        var perdues = valeur.Count(c => c == '�');
        var tolerance = Math.Max(Proximite.Tolerance(cle.Length), perdues);
        var loin = Math.Max(tolerance, cle.Length / 3);
        var proches = _parCle.Select(l => (l.Value, Distance: Proximite.Distance(cle, l.Key, loin))).Where(l => l.Distance <= loin).OrderBy(l => l.Distance).ToList();
        if (cle.Length > 0 && proches.Count > 0 && proches[0].Distance <= tolerance && (proches.Count == 1 || proches[1].Distance > proches[0].Distance))
        {
            Garder(_champ, valeur, proches[0].Value, Regles.ListeFaute, gardes, releve);
            return;
        }

        releve.Retirer(_champ, valeur, Regles.ListeInconnue, suggestion: proches.Count > 0 ? proches[0].Value : null);
    }
}
