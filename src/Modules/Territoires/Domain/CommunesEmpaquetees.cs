using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Memoire;
using FaireAvec.Territoires.Import;

namespace FaireAvec.Territoires.Domain;

/// <summary>All the communes and arrondissements, by code, and the texts that they read here rather than keep themselves.</summary>
internal sealed class CommunesEmpaquetees
{
    // For each possible INSEE code the place of its commune, and 1; 0 for a code that nobody ever had.
    private readonly ushort[] _places = new ushort[CodesTerritoriaux.Numeros];

    /// <param name="lignes">By INSEE code.</param>
    /// <param name="anciens">Former names and codes.</param>
    /// <param name="departements">Those of the communes.</param>
    public CommunesEmpaquetees(IReadOnlyList<LigneCommune> lignes, IReadOnlyList<LigneAncienNom> anciens, IReadOnlyList<Departement> departements)
    {
        Departements = departements;
        Noms = new TextesEmpaquetes([.. lignes.Select(l => l.Nom), .. anciens.Select(a => a.Nom).OfType<string>()]);
        var numeros = departements.Index().ToDictionary(d => d.Item.Code, d => d.Index, StringComparer.Ordinal);
        (Epci, var epci) = Numeroter(lignes.Select(l => l.Epci));
        (Meres, var meres) = Numeroter(lignes.Select(l => l.CommuneMere));
        var codesPostaux = new List<(int Commune, int Code)>(lignes.Count + 2_000);
        Toutes = new CommuneEmpaquetee[lignes.Count];
        for (var i = 0; i < Toutes.Length; i++)
        {
            var l = lignes[i];
            var code = CodesTerritoriaux.Lire(l.CodeInsee);
            Toutes[i] = new CommuneEmpaquetee(this, i, code, numeros[l.Departement], epci[l.Epci ?? ""], meres[l.CommuneMere ?? ""], l.Population, l.Latitude, l.Longitude);
            _places[code] = checked((ushort)(i + 1));
            foreach (var codePostal in l.CodesPostaux)
            {
                codesPostaux.Add((i, CodesTerritoriaux.LireCodePostal(codePostal)));
            }
        }

        CodesPostaux = new ListesEmpaquetees(lignes.Count, codesPostaux);

        foreach (var a in anciens)
        {
            // A code that was given again to another commune is hers.
            if (a.AncienCode is not null && _places[CodesTerritoriaux.Lire(a.AncienCode)] == 0)
            {
                _places[CodesTerritoriaux.Lire(a.AncienCode)] = checked((ushort)(Connue(a.Commune).Rang + 1));
            }
        }
    }

    public CommuneEmpaquetee[] Toutes { get; }

    /// <summary>The names of the communes, in the same order, then the former names.</summary>
    public TextesEmpaquetes Noms { get; }

    public ListesEmpaquetees CodesPostaux { get; }

    public IReadOnlyList<Departement> Departements { get; }

    /// <summary>The SIREN of each number of EPCI; null for 0.</summary>
    public string?[] Epci { get; }

    /// <summary>The communes that have arrondissements; null for 0.</summary>
    public string?[] Meres { get; }

    /// <summary>The commune that has or had this INSEE code.</summary>
    public CommuneEmpaquetee? Trouver(ReadOnlySpan<char> code) => CodesTerritoriaux.Lire(code) is >= 0 and var n && _places[n] is > 0 and var place ? Toutes[place - 1] : null;

    /// <summary>The same, for a code of our own files.</summary>
    public CommuneEmpaquetee Connue(string code) => Trouver(code) ?? throw new InvalidDataException($"No commune has the code « {code} » of data/territoires.");

    // Texts that come back often are kept once, and known by their number; the empty one is number 0.
    private static (string?[] Textes, Dictionary<string, int> Numeros) Numeroter(IEnumerable<string?> textes)
    {
        string?[] uniques = [null, .. textes.OfType<string>().Distinct(StringComparer.Ordinal)];
        return (uniques, uniques.Index().ToDictionary(t => t.Item ?? "", t => t.Index, StringComparer.Ordinal));
    }
}
