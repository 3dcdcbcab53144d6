using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FaireAvec.Kernel.Resultats;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FaireAvec.Cartographie.Correspondances.Documents;

/// <summary>
/// The text of a mapping document, JSON or YAML, as one JSON tree. Bounded before anything is built: size, depth, number of values. An alias of YAML
/// counts for all that it stands for, so that a small text can't become a large tree.
/// </summary>
internal static class LectureDeTexte
{
    public const int TailleMax = 256 * 1024;
    public const int ProfondeurMax = 32;
    public const int ValeursMax = 20_000;

    private static readonly Erreur TropDeValeurs = new("CAR-402", $"Le document compte plus de {ValeursMax} valeurs, alias compris.");
    private static readonly Erreur TropProfond = new("CAR-402", $"Le document a plus de {ProfondeurMax} niveaux.");

    /// <summary>The tree, or what is wrong with the text.</summary>
    public static Resultat<JsonNode> Lire(string texte)
    {
        if (texte.Length > TailleMax)
        {
            return new Erreur("CAR-402", $"Le document dépasse {TailleMax / 1024} Kio.");
        }

        var utile = texte.AsSpan().TrimStart('\uFEFF').TrimStart();
        if (utile.IsEmpty)
        {
            return new Erreur("CAR-401", "Le document est vide.");
        }

        return utile[0] == '{' ? LireJson(texte.TrimStart('\uFEFF')) : LireYaml(texte.TrimStart('\uFEFF'));
    }

    private static Resultat<JsonNode> LireJson(string texte)
    {
        try
        {
            var arbre = JsonNode.Parse(texte, documentOptions: new JsonDocumentOptions { MaxDepth = ProfondeurMax, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false });
            return Borner(arbre);
        }
        catch (JsonException e)
        {
            return new Erreur("CAR-401", $"Ce n’est pas du JSON : faute à la ligne {(e.LineNumber ?? 0) + 1}, ou plus de {ProfondeurMax} niveaux, ou deux fois la même clé.");
        }
    }

    /// <summary>Aliases may nest values deeper than the text does: the tree itself is measured.</summary>
    private static Resultat<JsonNode> Borner(JsonNode? arbre)
    {
        if (arbre is null)
        {
            return new Erreur("CAR-401", "Le document est vide.");
        }

        var (nombre, reste) = (0, new Stack<(JsonNode Noeud, int Niveau)>([(arbre, 1)]));
        while (reste.TryPop(out var courant))
        {
            if (++nombre > ValeursMax)
            {
                return TropDeValeurs;
            }

            if (courant.Niveau > ProfondeurMax)
            {
                return TropProfond;
            }

            IEnumerable<JsonNode?> enfants = courant.Noeud switch { JsonObject o => o.Select(p => p.Value), JsonArray a => a, _ => [] };
            foreach (var enfant in enfants)
            {
                if (enfant is not null)
                {
                    reste.Push((enfant, courant.Niveau + 1));
                }
            }
        }

        return arbre;
    }

    private static Resultat<JsonNode> LireYaml(string texte)
    {
        try
        {
            var analyseur = new Parser(new StringReader(texte));
            analyseur.Consume<StreamStart>();
            if (!analyseur.TryConsume<DocumentStart>(out _))
            {
                return new Erreur("CAR-401", "Le document est vide.");
            }

            var lecture = new LectureYaml(analyseur);
            var arbre = lecture.Valeur(1);
            analyseur.Consume<DocumentEnd>();
            return analyseur.Accept<DocumentStart>(out _)
                ? new Erreur("CAR-401", "Il faut un seul document YAML par fichier.")
                : Borner(arbre);
        }
        catch (ArretDeLecture e)
        {
            return e.Faute;
        }
        catch (YamlException e)
        {
            return new Erreur("CAR-401", $"Ce n’est pas du YAML : faute à la ligne {e.Start.Line}, colonne {e.Start.Column}.");
        }
    }

    /// <summary>Reads events one by one and stops at the first bound passed: nothing is built beyond it.</summary>
    private sealed class LectureYaml(Parser analyseur)
    {
        private readonly Dictionary<string, (JsonNode? Noeud, int Nombre)> _ancres = new(StringComparer.Ordinal);
        private int _nombre;

        public JsonNode? Valeur(int niveau)
        {
            if (niveau > ProfondeurMax)
            {
                throw new ArretDeLecture(TropProfond);
            }

            var avant = _nombre;
            Ajouter(1);
            if (analyseur.TryConsume<AnchorAlias>(out var alias))
            {
                // An anchor is known once its value is whole: a value that holds itself isn't found here.
                if (!_ancres.TryGetValue(alias.Value.Value, out var ancre))
                {
                    throw new ArretDeLecture(new Erreur("CAR-401", $"L’alias « {alias.Value.Value} » ne renvoie à rien (ligne {alias.Start.Line})."));
                }

                Ajouter(ancre.Nombre);
                return ancre.Noeud?.DeepClone();
            }

            if (analyseur.TryConsume<Scalar>(out var scalaire))
            {
                return Retenir(scalaire.Anchor, Scalaire(scalaire), avant);
            }

            if (analyseur.TryConsume<SequenceStart>(out var liste))
            {
                var valeurs = new JsonArray();
                while (!analyseur.TryConsume<SequenceEnd>(out _))
                {
                    valeurs.Add(Valeur(niveau + 1));
                }

                return Retenir(liste.Anchor, valeurs, avant);
            }

            var objet = analyseur.Consume<MappingStart>();
            var proprietes = new JsonObject();
            while (!analyseur.TryConsume<MappingEnd>(out _))
            {
                var cle = analyseur.Consume<Scalar>();
                if (proprietes.ContainsKey(cle.Value))
                {
                    throw new ArretDeLecture(new Erreur("CAR-401", $"La clé « {cle.Value} » est écrite deux fois (ligne {cle.Start.Line})."));
                }

                proprietes[cle.Value] = Valeur(niveau + 1);
            }

            return Retenir(objet.Anchor, proprietes, avant);
        }

        private JsonNode? Retenir(AnchorName ancre, JsonNode? noeud, int avant)
        {
            if (!ancre.IsEmpty)
            {
                _ancres[ancre.Value] = (noeud, _nombre - avant);
            }

            return noeud;
        }

        private void Ajouter(int nombre)
        {
            _nombre += nombre;
            if (_nombre > ValeursMax)
            {
                throw new ArretDeLecture(TropDeValeurs);
            }
        }

        /// <summary>Only canonical whole numbers, true, false and null have a type: « 01000 », « oui », « 1.0 » are texts.</summary>
        private static JsonValue? Scalaire(Scalar scalaire) => scalaire.Style != ScalarStyle.Plain ? JsonValue.Create(scalaire.Value) : scalaire.Value switch
        {
            "" or "null" or "~" => null,
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            { Length: < 10 } t when int.TryParse(t, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n.ToString(CultureInfo.InvariantCulture) == t => JsonValue.Create(n),
            var texte => JsonValue.Create(texte),
        };
    }
}
