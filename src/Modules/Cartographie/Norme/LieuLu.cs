using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Lecture;

namespace FaireAvec.Cartographie.Norme;

/// <summary>A row read as the standard: the text of each column in its place, lists split, values of old versions already in new words.</summary>
internal sealed class LieuLu(LigneBrute ligne, int colonnes)
{
    private const int PetiteListe = 16;

    private readonly string?[] _textes = new string?[colonnes];
    private readonly List<string>?[] _listes = new List<string>?[colonnes];

    // A hostile cell has 100,000 values: looking at all of them for each would take minutes.
    private readonly HashSet<string>?[] _grandes = new HashSet<string>?[colonnes];

    public LigneBrute Brute => ligne;

    public long Ligne => ligne.Numero;

    /// <summary>Id of the place, for reports.</summary>
    public string? Id => _textes[0];

    /// <summary>True when a column or a value is of a version 0.x.</summary>
    public bool EstV0 { get; set; }

    /// <summary>Columns whose values were separated by « ; ».</summary>
    public List<int>? SeparesParPointVirgule { get; private set; }

    /// <summary>The old values, and what became of them.</summary>
    public List<ValeurConvertie>? Conversions { get; private set; }

    /// <summary>The text of a column that isn't a list.</summary>
    public string? Texte(int rang) => _textes[rang];

    /// <summary>The values of a list, in order.</summary>
    public IReadOnlyList<string> Liste(int rang) => (IReadOnlyList<string>?)_listes[rang] ?? [];

    public void Ecrire(int rang, string? texte) => _textes[rang] = texte;

    public void Ajouter(int rang, string valeur)
    {
        var liste = _listes[rang] ??= [];
        if (liste.Count == PetiteListe)
        {
            _grandes[rang] ??= new HashSet<string>(liste, StringComparer.Ordinal);
        }

        if (_grandes[rang]?.Add(valeur) ?? !liste.Contains(valeur, StringComparer.Ordinal))
        {
            liste.Add(valeur);
        }
    }

    public void Remplacer(int rang, IEnumerable<string> valeurs) => _listes[rang] = [.. valeurs.Distinct(StringComparer.Ordinal)];

    public void NoterPointVirgule(int rang) => (SeparesParPointVirgule ??= []).Add(rang);

    public void NoterConversion(ValeurConvertie conversion) => (Conversions ??= []).Add(conversion);

    public FicheLieu Fiche(SchemaDesLieux schema) => FicheLieu.DepuisTexte(colonne => Brut(schema, colonne));

    /// <summary>The text of a column as in a cell of the standard; null when it is empty or isn't one of its columns.</summary>
    public string? Brut(SchemaDesLieux schema, string colonne) => schema.Trouver(colonne) switch
    {
        null => null,
        { EstListe: true } c => _listes[c.Rang] is { Count: > 0 } liste ? string.Join(FicheLieu.SeparateurDeListe, liste) : null,
        var c => _textes[c.Rang],
    };

    /// <param name="Colonne">New name of the column where the value was.</param>
    /// <param name="Avant">The old value.</param>
    /// <param name="Apres">The new one; null when it is lost.</param>
    /// <param name="Deduit">True when the new one is our reading, not the standard's.</param>
    internal sealed record ValeurConvertie(string Colonne, string Avant, string? Apres, bool Deduit);
}
