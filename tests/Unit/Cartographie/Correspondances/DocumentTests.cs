using System.Text;
using FaireAvec.Cartographie.Correspondances.Documents;
using FaireAvec.Tests.Support;
using Correspondance = FaireAvec.Cartographie.Correspondances.Correspondance;

namespace FaireAvec.Tests.Unit.Cartographie.Correspondances;

public class DocumentTests
{
    private const string Tete = "correspondance: 1\nsource: { code: essai, nom: Essai }\n";

    public static TheoryData<string> Livres => [.. Directory.EnumerateFiles(Depot.Chemin("data", "correspondances"), "*.yaml").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Livres))]
    public void Chaque_correspondance_livree_est_juste_et_dit_sa_licence(string nom)
    {
        var correspondance = Banc.Lire(File.ReadAllText(Depot.Chemin("data", "correspondances", nom)));
        Assert.NotNull(correspondance.Source.Licence);
        Assert.NotNull(correspondance.Source.Provenance);
    }

    [Fact]
    public void Le_schema_livre_est_celui_du_programme() =>
        Assert.Equal(File.ReadAllText(Depot.Chemin("data", "correspondances", "schema.json")), SchemaCorrespondance.Texte);

    [Fact]
    public void Json_et_yaml_donnent_le_meme_document()
    {
        var yaml = Banc.Lire(Tete + "champs: { nom: [a, b], services: { de: s, table: { x: Aide aux démarches administratives } } }");
        var json = Banc.Lire("""{"correspondance":1,"source":{"code":"essai","nom":"Essai"},"champs":{"nom":["a","b"],"services":{"de":"s","table":{"x":"Aide aux démarches administratives"}}}}""");
        Assert.Equal(yaml.Regles, json.Regles);
        Assert.Equal(yaml.Colonnes, json.Colonnes);
    }

    [Theory]
    [InlineData("champs: { nom: a }", "(document)", "Il manque les clés « correspondance », « source ».")]
    [InlineData(Tete + "champs: { nom: { colone: a } }", "champs.nom.colone", "La clé « colone » n’est pas connue ici.")]
    [InlineData(Tete + "champs: { nom: { colonne: a, modele: b } }", "champs.nom", "« colonne » et « modele » y sont ensemble.")]
    [InlineData(Tete + "champs: { nom: 3 }", "champs.nom", "Il faut un texte ou une liste ou un ensemble de clés ; c’est un nombre.")]
    [InlineData(Tete + "champs: { nom: { partie: 1, de: a } }", "champs.nom", "« partie » demande aussi « separateur ».")]
    [InlineData(Tete + "champs: { nom: a }\nfiltres: [{ rejeter: 'non', si: { egal: x } }]", "filtres[0].si", "« egal » demande aussi « colonne ».")]
    [InlineData("correspondance: 2\nsource: { code: essai, nom: Essai }\nchamps: { nom: a }", "correspondance", "Valeurs acceptées : « 1 ».")]
    [InlineData("correspondance: 1\nsource: { code: 'Essai !', nom: Essai }\nchamps: { nom: a }", "source.code", "Seules les minuscules")]
    [InlineData(Tete + "champs: { nom: a, telefone: b }", "champs.telefone", "peut-être « telephone »")]
    [InlineData(Tete + "champs: { nom: a, services: { constante: Aide aux démarche administratives } }", "champs.services", "peut-être « Aide aux démarches administratives »")]
    [InlineData(Tete + "champs: { nom: a, adresse: { motif: '(', de: b } }", "champs.adresse.motif", "Ce n’est pas une expression régulière")]
    [InlineData(Tete + "champs: { nom: a, adresse: { motif: (?=a)b, de: b } }", "champs.adresse.motif", "ces formes ne sont pas acceptées")]
    [InlineData(Tete + "champs: { nom: a, adresse: { motif: '(?<x>a)', groupe: y, de: b } }", "champs.adresse.groupe", "Le motif n’a pas de groupe « y ».")]
    [InlineData(Tete + "champs: { nom: { modele: '{a' } }", "champs.nom.modele", "Une accolade n’est pas fermée.")]
    [InlineData(Tete + "champs: { nom: a, typologie: { de: t, table: { Mairie: MUNI, MAIRIE: CC } } }", "champs.typologie.table", "« MAIRIE » est déjà dans la table")]
    [InlineData(Tete + "champs: { adresse: a }", "champs.nom", "Il faut dire d’où vient le nom des lieux.")]
    public void Une_faute_est_dite_en_francais_avec_son_chemin(string document, string chemin, string message)
    {
        var lue = Correspondance.Lire(document);
        Assert.False(lue.Reussi);
        Assert.Contains(lue.Erreurs, e => e.Champ == chemin && e.Message.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "vide")]
    [InlineData("   \n ", "vide")]
    [InlineData("a: [b", "faute à la ligne")]
    [InlineData("{\"a\": }", "faute à la ligne 1")]
    [InlineData("{\"a\": 1, \"a\": 2}", "deux fois la même clé")]
    [InlineData("a: 1\na: 2", "La clé « a » est écrite deux fois (ligne 2).")]
    [InlineData("a: *b", "L’alias « b » ne renvoie à rien")]
    [InlineData("a: &a { b: *a }", "L’alias « a » ne renvoie à rien")]
    [InlineData("a: 1\n---\nb: 2", "un seul document")]
    [InlineData("? [x]\n: 2", "faute à la ligne")]
    public void Un_texte_qui_n_est_pas_un_document_est_refuse(string texte, string message) =>
        Assert.Contains(message, Correspondance.Lire(texte).Erreur!.Message, StringComparison.Ordinal);

    [Fact]
    public void Une_bombe_d_alias_est_refusee_sans_etre_depliee()
    {
        var bombe = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 40; i++)
        {
            bombe.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        Assert.Contains("20000 valeurs", Correspondance.Lire(bombe.ToString()).Erreur!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Des_alias_emboites_ne_passent_pas_la_profondeur()
    {
        var emboites = new StringBuilder("a0: &a0 [x]\n");
        for (var i = 1; i < 100; i++)
        {
            emboites.Append($"a{i}: &a{i} [*a{i - 1}]\n");
        }

        Assert.Contains("niveaux", Correspondance.Lire(emboites.ToString()).Erreur!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public void Une_profondeur_sans_fin_est_refusee(char ouvrante, char fermante)
    {
        var texte = ouvrante == '{' ? string.Concat(Enumerable.Repeat("{\"a\":", 5_000)) + "1" + new string(fermante, 5_000) : "a: " + new string(ouvrante, 5_000) + new string(fermante, 5_000);
        Assert.Contains("niveaux", Correspondance.Lire(texte).Erreur!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_document_trop_grand_est_refuse() =>
        Assert.Contains("Kio", Correspondance.Lire("a: " + new string('x', LectureDeTexte.TailleMax)).Erreur!.Message, StringComparison.Ordinal);
}
