using System.Text.Json;
using FaireAvec.Cartographie.Import;

namespace FaireAvec.Cartographie.Lecture;

/// <summary>A JSON text of any length, token by token or element by element: only the element that is read is in memory.</summary>
internal sealed class FluxDeJetons(Stream flux)
{
    private byte[] _tampon = new byte[1 << 16];
    private int _debut;
    private int _fin;
    private bool _termine;
    private JsonReaderState _etat = new(new JsonReaderOptions { MaxDepth = LectureJson.ProfondeurMax, AllowMultipleValues = true });

    /// <summary>Depth after the last token.</summary>
    public int Profondeur { get; private set; }

    /// <summary>Text of the last name, and of the last string when it is short.</summary>
    public string? Texte { get; private set; }

    /// <summary>The next token; None at the end.</summary>
    public JsonTokenType Jeton()
    {
        while (true)
        {
            try
            {
                var lecteur = new Utf8JsonReader(_tampon.AsSpan(_debut, _fin - _debut), _termine, _etat);
                if (lecteur.Read())
                {
                    Texte = lecteur.TokenType is JsonTokenType.PropertyName or JsonTokenType.String && lecteur.ValueSpan.Length <= 4 * Entete.LongueurDuNom ? lecteur.GetString() : null;
                    // The depth of the reader is that of the parent for an opening.
                    Profondeur = lecteur.CurrentDepth + (lecteur.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0);
                    Avancer(ref lecteur);
                    return lecteur.TokenType;
                }

                Avancer(ref lecteur);
            }
            catch (JsonException e)
            {
                throw Illisible(e);
            }
            catch (InvalidOperationException)
            {
                throw new FichierIllisibleException("Le fichier JSON contient un nom avec un caractère coupé en deux.");
            }

            if (_termine)
            {
                return JsonTokenType.None;
            }

            Remplir();
        }
    }

    /// <summary>
    /// The next element of the list in which the reading is; null at its end. An element that isn't an object is given too. One over 1 MB makes the file
    /// unreadable: nothing tells a list from an element that never ends.
    /// </summary>
    public JsonElement? Element()
    {
        while (true)
        {
            try
            {
                var lecteur = new Utf8JsonReader(_tampon.AsSpan(_debut, _fin - _debut), _termine, _etat);
                if (lecteur.Read())
                {
                    if (lecteur.TokenType == JsonTokenType.EndArray)
                    {
                        Avancer(ref lecteur);
                        return null;
                    }

                    var depuis = (int)lecteur.TokenStartIndex;
                    if (lecteur.TrySkip())
                    {
                        var octets = _tampon.AsMemory(_debut + depuis, (int)lecteur.BytesConsumed - depuis);
                        if (octets.Length > LectureFichier.LigneMax)
                        {
                            throw TropLong();
                        }

                        using var document = JsonDocument.Parse(octets, new JsonDocumentOptions { MaxDepth = LectureJson.ProfondeurMax });
                        var element = document.RootElement.Clone();
                        Avancer(ref lecteur);
                        return element;
                    }
                }
            }
            catch (JsonException e)
            {
                throw Illisible(e);
            }

            if (_termine)
            {
                throw new FichierIllisibleException("Le fichier JSON s’arrête au milieu d’une liste : il a été coupé.");
            }

            Remplir();
        }
    }

    private static FichierIllisibleException TropLong() => new($"Un élément du fichier JSON dépasse {LectureFichier.LigneMax / 1_000_000} Mo.");

    private static FichierIllisibleException Illisible(JsonException e) =>
        new($"Le fichier JSON ne peut pas être lu à partir de la ligne {(e.LineNumber ?? 0) + 1} : il a été coupé, un signe manque ou est en trop, ou il a plus de {LectureJson.ProfondeurMax} niveaux.");

    private void Avancer(ref Utf8JsonReader lecteur)
    {
        _etat = lecteur.CurrentState;
        _debut += (int)lecteur.BytesConsumed;
    }

    private void Remplir()
    {
        if (_debut > 0)
        {
            _tampon.AsSpan(_debut, _fin - _debut).CopyTo(_tampon);
            (_debut, _fin) = (0, _fin - _debut);
        }

        if (_fin == _tampon.Length)
        {
            if (_tampon.Length > 2 * LectureFichier.LigneMax)
            {
                throw TropLong();
            }

            Array.Resize(ref _tampon, _tampon.Length * 2);
        }

        var lus = flux.Read(_tampon, _fin, _tampon.Length - _fin);
        _fin += lus;
        _termine = lus == 0;
    }
}
