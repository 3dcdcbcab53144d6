using System.Buffers;

namespace FaireAvec.Cartographie.Horaires.Syntaxe;

/// <summary>
/// Cuts the text in tokens, one at a time, in one pass and without allocation. Spaces of any kind are dropped. The struct may be copied to look
/// ahead: the copy moves, the original stays.
/// </summary>
internal ref struct Lexeur
{
    private const string OuvrentUnCommentaire = "\"'“„‚‘’«";
    private static readonly SearchValues<char> FermentUnCommentaire = SearchValues.Create("\"'“”‘’»;|");
    private readonly ReadOnlySpan<char> _texte;
    private int _position;

    /// <summary>Starts at the first character.</summary>
    public Lexeur(ReadOnlySpan<char> texte) => _texte = texte;

    /// <summary>Reads the next token; <see cref="Genre.Fin"/> again and again at the end.</summary>
    public Jeton Suivant()
    {
        var jeton = Lire();
        while (jeton.Genre == Genre.Vide)
        {
            jeton = Lire();
        }

        return jeton;
    }

    private Jeton Lire()
    {
        while (_position < _texte.Length && char.IsWhiteSpace(_texte[_position]))
        {
            _position++;
        }

        if (_position == _texte.Length)
        {
            return new Jeton(Genre.Fin, 0, _position, 0);
        }

        var c = _texte[_position];
        if (Locutions.Chercher(_texte[_position..], out var locution))
        {
            _position += locution.Longueur;
            return locution with { Debut = _position - locution.Longueur };
        }

        if (char.IsAsciiDigit(c))
        {
            return Nombre();
        }

        if (char.IsLetter(c))
        {
            return Mot();
        }

        if (OuvrentUnCommentaire.Contains(c, StringComparison.Ordinal))
        {
            return Commentaire(c);
        }

        return c switch
        {
            ':' or '：' => Signe(Genre.DeuxPoints),
            '.' => Signe(Genre.Point),
            ',' or '&' => Signe(Genre.Virgule),
            ';' => Signe(Genre.PointVirgule),
            '+' => Signe(Genre.Plus),
            '/' => Signe(Genre.Oblique),
            '[' => Signe(Genre.CrochetOuvrant),
            ']' => Signe(Genre.CrochetFermant),
            '-' or '‐' or '‑' or '‒' or '–' or '—' or '−' or '→' => Signe(Genre.Tiret),
            '|' when _position + 1 < _texte.Length && _texte[_position + 1] == '|' => Signe(Genre.BarreDouble, 2),
            _ => Signe(Genre.Inconnu),
        };
    }

    private Jeton Signe(Genre genre, int longueur = 1)
    {
        _position += longueur;
        return new Jeton(genre, 0, _position - longueur, longueur);
    }

    // Five digits or more are never right; they must not overflow either.
    private Jeton Nombre()
    {
        var debut = _position;
        var valeur = 0;
        while (_position < _texte.Length && char.IsAsciiDigit(_texte[_position]))
        {
            valeur = Math.Min((valeur * 10) + _texte[_position] - '0', 99_999);
            _position++;
        }

        var longueur = _position - debut;
        return new Jeton(longueur <= 4 ? Genre.Nombre : Genre.Inconnu, valeur, debut, longueur);
    }

    private Jeton Mot()
    {
        var debut = _position;
        while (_position < _texte.Length && char.IsLetter(_texte[_position]))
        {
            _position++;
        }

        var longueur = _position - debut;
        if (longueur == 1 && DemiJournee(debut) is { } demiJournee)
        {
            return demiJournee;
        }

        if (longueur > Vocabulaire.LongueurMaximale)
        {
            return new Jeton(Genre.Inconnu, 0, debut, longueur);
        }

        Span<char> mot = stackalloc char[Vocabulaire.LongueurMaximale];
        for (var i = 0; i < longueur; i++)
        {
            mot[i] = char.ToLowerInvariant(_texte[debut + i]);
        }

        var (genre, valeur, langue) = Vocabulaire.Chercher(mot[..longueur]);
        if (genre is Genre.Jour or Genre.Mois && _position < _texte.Length && _texte[_position] == '.')
        {
            _position++;
        }

        return new Jeton(genre, valeur, debut, _position - debut, langue);
    }

    // « a.m. » and « p.m. ».
    private Jeton? DemiJournee(int debut)
    {
        if (!_texte[(debut + 1)..].StartsWith(".m.", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var genre = _texte[debut] switch
        {
            'a' or 'A' => Genre.Matin,
            'p' or 'P' => Genre.ApresMidi,
            _ => Genre.Inconnu,
        };
        _position = debut + 4;
        return new Jeton(genre, 0, debut, 4);
    }

    // Between straight quotes anything goes; other quotes are those that word processors and habits put instead, in any pair.
    private Jeton Commentaire(char ouvrant)
    {
        var debut = _position;
        var suite = _texte[(debut + 1)..];
        var longueur = ouvrant == '"' ? suite.IndexOf('"') : suite.IndexOfAny(FermentUnCommentaire);
        if (longueur < 0 || suite[longueur] is ';' or '|')
        {
            _position = _texte.Length;
            return new Jeton(Genre.Inconnu, 0, debut, _position - debut);
        }

        _position = debut + longueur + 2;
        return new Jeton(Genre.Commentaire, 0, debut, longueur + 2);
    }
}
