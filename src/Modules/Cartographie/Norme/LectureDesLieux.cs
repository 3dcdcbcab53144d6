using FaireAvec.Cartographie.Lecture;
using FaireAvec.Cartographie.Norme.Ecriture;

namespace FaireAvec.Cartographie.Norme;

/// <summary>
/// Reads rows as the standard, versions 0.x and 1.x: names of columns without regard to case, « | » or « ; » between values, old columns and old values
/// turned into new ones with a trace. Judges nothing.
/// </summary>
internal sealed class LectureDesLieux
{
    private const int CacheMax = 20_000;

    private readonly SchemaDesLieux _schema;
    private readonly (string Ancien, ColonneDeLaNorme Nouvelle)[] _anciennes;
    private readonly Dictionary<(int Colonne, string Valeur), (string? Libelle, ConversionV0.ValeurV0? V0)> _vues = [];
    private readonly int[] _places;
    private readonly int[] _placesAnciennes;
    private Entete? _entete;
    private int _connues = -1;

    public LectureDesLieux(SchemaDesLieux schema)
    {
        _schema = schema;
        _anciennes = [.. schema.V0.Colonnes.Select(c => (c.Key, schema[c.Value]))];
        (_places, _placesAnciennes) = (new int[schema.Colonnes.Count], new int[_anciennes.Length]);
    }

    /// <summary>True when the name is a column of a version 0.x that has another name today.</summary>
    public static bool EstAncienne(SchemaDesLieux schema, string nom) =>
        schema.Trouver(nom) is null && (schema.V0.Colonnes.ContainsKey(nom) || schema.V0.ColonnesPerdues.Contains(nom, StringComparer.Ordinal));

    public LieuLu Lire(LigneBrute ligne)
    {
        Placer(ligne.Entete);
        var lu = new LieuLu(ligne, _schema.Colonnes.Count);
        foreach (var colonne in _schema.Colonnes)
        {
            Lire(lu, colonne, Texte(ligne, _places[colonne.Rang]));
        }

        for (var i = 0; i < _anciennes.Length; i++)
        {
            if (Texte(ligne, _placesAnciennes[i]) is { } texte)
            {
                lu.EstV0 = true;
                var colonne = _anciennes[i].Nouvelle;
                if (colonne.EstListe || lu.Texte(colonne.Rang) is null)
                {
                    Lire(lu, colonne, texte);
                }
            }
        }

        return lu;
    }

    /// <summary>The text of a cell, without the apostrophe by which a table keeps it from being a formula.</summary>
    private static string? Texte(LigneBrute ligne, int place) =>
        ligne[place] is { } texte ? (texte[0] == '\'' && ligne.Brut is null ? EcritureCsv.SansApostrophe(texte) : texte) : null;

    private void Placer(Entete entete)
    {
        // The header of a JSON file grows.
        if (ReferenceEquals(entete, _entete) && entete.Noms.Count == _connues)
        {
            return;
        }

        (_entete, _connues) = (entete, entete.Noms.Count);
        foreach (var colonne in _schema.Colonnes)
        {
            _places[colonne.Rang] = entete.Rang(colonne.Nom);
        }

        for (var i = 0; i < _anciennes.Length; i++)
        {
            _placesAnciennes[i] = entete.Rang(_anciennes[i].Ancien);
        }
    }

    private void Lire(LieuLu lu, ColonneDeLaNorme colonne, string? texte)
    {
        if (texte is null)
        {
            return;
        }

        if (!colonne.EstListe)
        {
            lu.Ecrire(colonne.Rang, texte);
            return;
        }

        var separateur = Separateur(colonne, texte);
        if (separateur == ';')
        {
            lu.NoterPointVirgule(colonne.Rang);
        }

        foreach (var morceau in separateur is { } s ? texte.Split(s, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [texte])
        {
            Valeur(lu, colonne, morceau);
        }
    }

    private void Valeur(LieuLu lu, ColonneDeLaNorme colonne, string valeur)
    {
        if (colonne.Fermee is null)
        {
            lu.Ajouter(colonne.Rang, valeur);
            return;
        }

        var (libelle, v0) = Connaitre(colonne, valeur);
        if (libelle is not null || v0 is null)
        {
            // As it was written: whoever judges says so when it isn't the exact label.
            lu.Ajouter(colonne.Rang, valeur);
            return;
        }

        lu.EstV0 = true;
        foreach (var cible in v0.Vers)
        {
            lu.Ajouter(_schema[cible.Colonne].Rang, cible.Valeur);
        }

        lu.NoterConversion(new LieuLu.ValeurConvertie(colonne.Nom, valeur, v0.Vers.Length == 0 ? null : string.Join('|', v0.Vers.Select(c => c.Valeur)), v0.Deduit));
    }

    private (string? Libelle, ConversionV0.ValeurV0? V0) Connaitre(ColonneDeLaNorme colonne, string valeur)
    {
        if (_vues.TryGetValue((colonne.Rang, valeur), out var connu))
        {
            return connu;
        }

        var libelle = colonne.Fermee!.Trouver(valeur);
        connu = (libelle, libelle is null ? _schema.V0.Trouver(colonne.Nom, valeur) : null);
        if (_vues.Count >= CacheMax)
        {
            _vues.Clear();
        }

        _vues.Add((colonne.Rang, valeur), connu);
        return connu;
    }

    private static char? Separateur(ColonneDeLaNorme colonne, string texte)
    {
        if (texte.Contains('|', StringComparison.Ordinal))
        {
            return '|';
        }

        var i = texte.IndexOf(';', StringComparison.Ordinal);
        // An address may hold a semicolon.
        return i < 0 || (colonne.Nom == "site_web" && !texte.AsSpan(i + 1).TrimStart().StartsWith("http", StringComparison.OrdinalIgnoreCase) && !texte.AsSpan(i + 1).Trim().IsEmpty) ? null : ';';
    }
}
