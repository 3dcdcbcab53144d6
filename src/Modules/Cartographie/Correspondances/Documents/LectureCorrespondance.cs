using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FaireAvec.Cartographie.Correspondances.Expressions;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Cartographie.Norme;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Correspondances.Documents;

/// <summary>
/// Makes a <see cref="Correspondance"/> of a tree that the schema accepts, and checks what a schema can't: patterns, groups, labels of the closed lists,
/// names of fields. All the faults are told, each with its path.
/// </summary>
internal sealed class LectureCorrespondance
{
    private readonly List<Erreur> _erreurs = [];
    private readonly List<string> _regles = [];
    private readonly HashSet<string> _colonnes = new(StringComparer.Ordinal);

    public Resultat<Correspondance> Lire(JsonNode racine)
    {
        var source = racine["source"]!;
        var champs = new Dictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var (champ, valeur) in racine["champs"]!.AsObject())
        {
            if (!ChampsDuStandard.EstConnu(champ))
            {
                Fauter($"champs.{champ}", $"« {champ} » n’est pas un champ du standard{Proche(champ, ChampsDuStandard.Tous)}.");
                continue;
            }

            var expression = Expression(valeur, $"champs.{champ}");
            VerifierConstantes(champ, expression);
            champs.Add(champ, expression);
        }

        if (!champs.ContainsKey("nom"))
        {
            Fauter("champs.nom", "Il faut dire d’où vient le nom des lieux.");
        }

        var correspondance = new Correspondance
        {
            Source = new(Texte(source["code"]), Texte(source["nom"]), TexteOuRien(source["licence"]), TexteOuRien(source["provenance"])),
            Lecture = Options(racine["fichier"]),
            Filtres = [.. Elements(racine["filtres"]).Select((f, i) => Filtre(f!, $"filtres[{i}]"))],
            Identifiant = Identifiant(racine["identifiant"]),
            Champs = champs,
            Horaires = Horaires(racine["horaires"]),
            Coordonnees = Coordonnees(racine["coordonnees"]),
            AdresseComplete = ExpressionOuRien(racine["adresse_complete"], "adresse_complete"),
            CommuneDans = ExpressionOuRien(racine["commune_dans"], "commune_dans"),
            Groupement = Groupement(racine["groupement"]),
            Ignorees = racine["ignorees"]?.AsObject().ToDictionary(p => p.Key, p => Texte(p.Value), StringComparer.Ordinal) ?? [],
            MotsAbimes = Textes(racine["mots_abimes"]),
            Regles = _regles,
            Colonnes = _colonnes,
        };
        return _erreurs.Count > 0 ? Resultat<Correspondance>.Echec(_erreurs) : correspondance;
    }

    private static OptionsDeLecture Options(JsonNode? fichier) => new()
    {
        Liste = TexteOuRien(fichier?["liste"]),
        Feuille = TexteOuRien(fichier?["feuille"]),
        Separateur = TexteOuRien(fichier?["separateur"])?[0],
        Encodage = TexteOuRien(fichier?["encodage"]),
    };

    private Filtre Filtre(JsonNode filtre, string chemin)
    {
        var garder = TexteOuRien(filtre["garder"]);
        return new(Compter(chemin), garder is not null, Condition(filtre["si"]!, $"{chemin}.si"), garder ?? Texte(filtre["rejeter"]));
    }

    private IdentifiantDecrit Identifiant(JsonNode? identifiant)
    {
        var cle = Textes(identifiant?["cle"]);
        foreach (var champ in cle.Where(c => !ChampsDuStandard.EstConnu(c)))
        {
            Fauter("identifiant.cle", $"« {champ} » n’est pas un champ du standard{Proche(champ, ChampsDuStandard.Tous)}.");
        }

        return new(ExpressionOuRien(identifiant?["local"], "identifiant.local"), cle.Length > 0 ? cle : ["nom", "adresse", "code_postal", "commune"]);
    }

    private List<HorairesDecrits> Horaires(JsonNode? horaires) =>
        [.. (horaires is JsonArray liste ? liste.AsEnumerable() : horaires is null ? [] : [horaires]).Select((h, i) => BlocDHoraires(h!, horaires is JsonArray ? $"horaires[{i}]" : "horaires"))];

    private HorairesDecrits BlocDHoraires(JsonNode bloc, string chemin)
    {
        Expression?[]? jours = null;
        if (bloc["jours"] is JsonObject parJour)
        {
            jours = [.. new[] { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" }.Select(j => ExpressionOuRien(parJour[j], $"{chemin}.jours.{j}"))];
        }

        return new()
        {
            Osm = ExpressionOuRien(bloc["osm"], $"{chemin}.osm"),
            Semaine = ExpressionOuRien(bloc["semaine"], $"{chemin}.semaine"),
            Jours = jours,
            Semaines = TexteOuRien(bloc["semaines"]) switch { "paires" => Semaines.Paires, "impaires" => Semaines.Impaires, _ => Semaines.Toutes },
        };
    }

    private CoordonneesDecrites? Coordonnees(JsonNode? coordonnees) => coordonnees is null ? null : new()
    {
        Texte = ExpressionOuRien(coordonnees["texte"], "coordonnees.texte"),
        Latitude = ExpressionOuRien(coordonnees["latitude"], "coordonnees.latitude"),
        Longitude = ExpressionOuRien(coordonnees["longitude"], "coordonnees.longitude"),
        LongitudeDabord = TexteOuRien(coordonnees["ordre"]) == "longitude_latitude",
        Lambert93 = TexteOuRien(coordonnees["systeme"]) == "lambert-93",
    };

    private GroupementDecrit? Groupement(JsonNode? groupement)
    {
        if (groupement is null)
        {
            return null;
        }

        var fusions = new Dictionary<string, Fusion>(StringComparer.Ordinal);
        foreach (var (champ, fusion) in groupement["fusions"]?.AsObject() ?? [])
        {
            if (!ChampsDuStandard.EstConnu(champ) && champ != "horaires")
            {
                Fauter($"groupement.fusions.{champ}", $"« {champ} » n’est pas un champ du standard{Proche(champ, ChampsDuStandard.Tous)}.");
            }

            fusions[champ] = Texte(fusion) switch { "union" => Fusion.Union, "plus_long" => Fusion.PlusLong, "plus_recent" => Fusion.PlusRecent, "unanime" => Fusion.Unanime, _ => Fusion.Premier };
        }

        return new(Expression(groupement["par"], "groupement.par"), fusions);
    }

    private Expression? ExpressionOuRien(JsonNode? noeud, string chemin) => noeud is null ? null : Expression(noeud, chemin);

    private Expression Expression(JsonNode? noeud, string chemin)
    {
        var numero = Compter(chemin);
        switch (noeud)
        {
            case JsonArray liste:
                return new Premier { Chemin = chemin, Numero = numero, Parmi = Expressions(liste, chemin) };
            case JsonObject objet:
                return Operateur(objet, chemin, numero);
            default:
                return new Colonne { Chemin = chemin, Numero = numero, Nom = NoterColonne(Texte(noeud)) };
        }
    }

    private Expression[] Expressions(JsonNode? liste, string chemin) => [.. Elements(liste).Select((e, i) => Expression(e, $"{chemin}[{i}]"))];

    private Expression Operateur(JsonObject o, string chemin, int numero)
    {
        var deduit = TexteOuRien(o["deduit"]);
        Expression De() => Expression(o["de"], $"{chemin}.de");
        if (o.ContainsKey("table"))
        {
            return new TableDeValeurs
            {
                Chemin = chemin,
                Numero = numero,
                Deduit = deduit,
                De = De(),
                Separateurs = Separateurs(o["separateur"]),
                Comparaison = TexteOuRien(o["comparaison"]) switch { "contient" => Comparaison.Contient, "commence" => Comparaison.Commence, _ => Comparaison.Egal },
                Valeurs = [.. Gauches(o["table"]!.AsObject(), chemin), .. Textes(o["ignorer"]).Select(t => KeyValuePair.Create(Plier(t), Array.Empty<string>()))],
                Sinon = Textes(o["sinon"]),
            };
        }

        if (o.ContainsKey("choix"))
        {
            return new Choix
            {
                Chemin = chemin,
                Numero = numero,
                Deduit = deduit,
                Regles = [.. Elements(o["choix"]).Select((r, i) => new RegleDeChoix(Compter($"{chemin}.choix[{i}] → {string.Join(" | ", Textes(r!["donne"]))}"), Condition(r["si"]!, $"{chemin}.choix[{i}].si"), Textes(r["donne"])))],
                Ignorer = [.. Textes(o["ignorer"]).Select(Plier)],
                Sinon = Textes(o["sinon"]),
                Suivre = o["suivre"] is not JsonValue v || v.GetValue<bool>(),
            };
        }

        if (o.ContainsKey("colonne"))
        {
            return new Colonne { Chemin = chemin, Numero = numero, Deduit = deduit, Nom = NoterColonne(Texte(o["colonne"])), Separateurs = Separateurs(o["separateur"]) };
        }

        if (o.ContainsKey("premier"))
        {
            return new Premier { Chemin = chemin, Numero = numero, Deduit = deduit, Parmi = Expressions(o["premier"], $"{chemin}.premier") };
        }

        if (o.ContainsKey("liste"))
        {
            return new Liste { Chemin = chemin, Numero = numero, Deduit = deduit, De = Expressions(o["liste"], $"{chemin}.liste") };
        }

        if (o.ContainsKey("joindre"))
        {
            return new Jointure { Chemin = chemin, Numero = numero, Deduit = deduit, De = Expressions(o["joindre"], $"{chemin}.joindre"), Avec = TexteOuRien(o["avec"]) ?? " " };
        }

        if (o.ContainsKey("partie"))
        {
            return new Partie { Chemin = chemin, Numero = numero, Deduit = deduit, De = De(), Separateurs = Separateurs(o["separateur"]), Rang = o["partie"]!.GetValue<int>() };
        }

        if (o.ContainsKey("motif"))
        {
            var (motif, groupe) = (Motif(o["motif"], $"{chemin}.motif"), TexteOuRien(o["groupe"]));
            if (groupe is not null && motif.GroupNumberFromName(groupe) < 0)
            {
                Fauter($"{chemin}.groupe", $"Le motif n’a pas de groupe « {groupe} ».");
            }

            return new Extraction { Chemin = chemin, Numero = numero, Deduit = deduit, De = De(), Motif = motif, Groupe = groupe };
        }

        if (o.ContainsKey("modele"))
        {
            return new Modele { Chemin = chemin, Numero = numero, Deduit = deduit, Morceaux = Morceaux(Texte(o["modele"]), $"{chemin}.modele") };
        }

        if (o.ContainsKey("remplacer"))
        {
            return new Remplacement { Chemin = chemin, Numero = numero, Deduit = deduit, De = De(), Par = [.. o["remplacer"]!.AsObject().Select(p => KeyValuePair.Create(p.Key, TexteOuRien(p.Value) ?? ""))] };
        }

        if (o.ContainsKey("si"))
        {
            return new Conditionnelle { Chemin = chemin, Numero = numero, Deduit = deduit, Si = Condition(o["si"]!, $"{chemin}.si"), Alors = Expression(o["alors"], $"{chemin}.alors"), Sinon = ExpressionOuRien(o["sinon"], $"{chemin}.sinon") };
        }

        return new Constante { Chemin = chemin, Numero = numero, Deduit = deduit, Valeurs = Textes(o["constante"]) };
    }

    private IEnumerable<KeyValuePair<string, string[]>> Gauches(JsonObject table, string chemin)
    {
        var vues = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (gauche, droite) in table)
        {
            var pliee = Plier(gauche);
            if (!vues.Add(pliee))
            {
                Fauter($"{chemin}.table", $"« {gauche} » est déjà dans la table : la casse, les accents et les signes ne comptent pas.");
            }

            yield return KeyValuePair.Create(pliee, Textes(droite));
        }
    }

    /// <summary>« {{ » is a brace.</summary>
    private string[] Morceaux(string modele, string chemin)
    {
        var morceaux = new List<string> { "" };
        for (var i = 0; i < modele.Length; i++)
        {
            if (modele[i] != '{' || (i + 1 < modele.Length && modele[i + 1] == '{'))
            {
                morceaux[^1] += modele[i];
                i += modele[i] == '{' ? 1 : 0;
                continue;
            }

            var fin = modele.IndexOf('}', i);
            if (fin < 0)
            {
                Fauter(chemin, "Une accolade n’est pas fermée.");
                break;
            }

            morceaux.Add(NoterColonne(modele[(i + 1)..fin]));
            morceaux.Add("");
            i = fin;
        }

        return [.. morceaux];
    }

    private Condition Condition(JsonNode noeud, string chemin)
    {
        var colonnes = Textes(noeud["colonne"]);
        foreach (var colonne in colonnes)
        {
            NoterColonne(colonne);
        }

        return new()
        {
            Colonnes = colonnes,
            Separateurs = Separateurs(noeud["separateur"]),
            Egal = [.. Textes(noeud["egal"]).Select(Plier)],
            Contient = [.. Textes(noeud["contient"]).Select(Plier)],
            Commence = [.. Textes(noeud["commence"]).Select(Plier)],
            Motif = noeud["motif"] is { } motif ? Motif(motif, $"{chemin}.motif") : null,
            Rempli = noeud["rempli"]?.GetValue<bool>(),
            NomDePersonne = noeud["nom_de_personne"]?.GetValue<bool>() == true,
            Sauf = [.. Textes(noeud["sauf"]).Select(Plier)],
            Toutes = [.. Elements(noeud["toutes"]).Select((c, i) => Condition(c!, $"{chemin}.toutes[{i}]"))],
            Une = [.. Elements(noeud["une"]).Select((c, i) => Condition(c!, $"{chemin}.une[{i}]"))],
            Non = noeud["non"] is { } non ? Condition(non, $"{chemin}.non") : null,
        };
    }

    private Regex Motif(JsonNode? noeud, string chemin)
    {
        var motif = Motifs.Lire(Texte(noeud));
        if (motif.Reussi)
        {
            return motif.Valeur;
        }

        Fauter(chemin, motif.Erreur!.Message);
        return Motifs.Lire("^$").Valeur;
    }

    private void VerifierConstantes(string champ, Expression expression)
    {
        if (ChampsDuStandard.ListeFermee(champ) is not { } liste)
        {
            return;
        }

        foreach (var e in expression.Toutes())
        {
            // What a table or a choice holds inside is compared, not written.
            foreach (var constante in e.Constantes.Where(c => liste.Trouver(c) is null))
            {
                Fauter(e.Chemin, $"« {constante} » n’est pas une valeur du champ {champ}{Proche(constante, liste.Libelles)}.");
            }
        }
    }

    private static string Proche(string texte, IEnumerable<string> valeurs) => new LibelleProche(valeurs).Trouver(texte) is { } proche ? $" ; peut-être « {proche} »" : "";

    private static string[] Separateurs(JsonNode? noeud) => Textes(noeud);

    private static string Plier(string texte) => TexteCompare.Plier(texte);

    private string NoterColonne(string nom)
    {
        _colonnes.Add(nom);
        return nom;
    }

    private int Compter(string chemin)
    {
        _regles.Add(chemin);
        return _regles.Count - 1;
    }

    private void Fauter(string chemin, string message) => _erreurs.Add(new("CAR-403", message, chemin));

    private static IEnumerable<JsonNode?> Elements(JsonNode? liste) => liste as JsonArray ?? [];

    /// <summary>One text or several.</summary>
    private static string[] Textes(JsonNode? noeud) => noeud switch
    {
        null => [],
        JsonArray liste => [.. liste.Select(Texte)],
        _ => [Texte(noeud)],
    };

    private static string? TexteOuRien(JsonNode? noeud) => noeud is null ? null : Texte(noeud);

    private static string Texte(JsonNode? noeud) => noeud is JsonValue valeur && valeur.TryGetValue<string>(out var texte) ? texte : noeud?.ToJsonString() ?? "";
}
