namespace FaireAvec.Tests.Unit.Cartographie.Correspondances;

public class ExpressionTests
{
    [Theory]
    [InlineData("a", """{"a":" x "}""", "x")]
    [InlineData("a", """{"b":"x"}""", null)]
    [InlineData("[a, b]", """{"a":"","b":"y"}""", "y")]
    [InlineData("{ colonne: a, separateur: [';', '/'] }", """{"a":"x; y / z ;"}""", "x|y|z")]
    [InlineData("{ joindre: [a, b, c], avec: ' - ' }", """{"a":"x","c":"z"}""", "x - z")]
    [InlineData("{ liste: [a, b, a] }", """{"a":"x","b":"y"}""", "x|y")]
    [InlineData("{ partie: 2, separateur: ',', de: a }", """{"a":"48.1, 2.3"}""", "2.3")]
    [InlineData("{ partie: -1, separateur: ',', de: a }", """{"a":"x, y, z"}""", "z")]
    [InlineData("{ partie: 3, separateur: ',', de: a }", """{"a":"x, y"}""", null)]
    [InlineData("{ motif: '(?<cp>\\d{5}) (?<ville>.+)$', groupe: ville, de: a }", """{"a":"1 rue X 42000 Lyon"}""", "Lyon")]
    [InlineData("{ motif: '\\d+', de: a }", """{"a":"aucun"}""", null)]
    [InlineData("{ modele: '{a} ({b})' }", """{"a":"x","b":"y"}""", "x (y)")]
    [InlineData("{ modele: '{a} ({b})' }", """{"a":"x"}""", null)]
    [InlineData("{ modele: '{{{a}' }", """{"a":"x"}""", "{x")]
    [InlineData("{ remplacer: { '{': '', '}': '' }, de: a }", """{"a":"{x,y}"}""", "x,y")]
    [InlineData("{ si: { colonne: a, egal: OUI }, alors: { constante: o }, sinon: { constante: n } }", """{"a":"oui"}""", "o")]
    [InlineData("{ si: { colonne: a, egal: oui }, alors: { constante: o }, sinon: { constante: n } }", """{"a":"ouin"}""", "n")]
    [InlineData("{ constante: [x, 12, true] }", """{"a":"x"}""", "x|12|true")]
    public void Un_operateur_donne(string expression, string ligne, string? attendu) => Assert.Equal(attendu, Banc.Valeur(expression, ligne));

    [Theory]
    // A code is compared whole: « 5 » isn't in « 15 ».
    [InlineData("{ de: a, separateur: ',', table: { '5': cinq, '15': quinze } }", """{"a":"15"}""", "quinze")]
    [InlineData("{ de: a, separateur: ',', table: { '5': cinq, '15': quinze } }", """{"a":"5, 15"}""", "cinq|quinze")]
    [InlineData("{ de: a, table: { Accès-libre à l’espace: x } }", """{"a":"ACCES LIBRE A L'ESPACE"}""", "x")]
    [InlineData("{ de: a, comparaison: contient, table: { CAF: caf } }", """{"a":"La CAF du Rhône"}""", "caf")]
    [InlineData("{ de: a, comparaison: contient, table: { CAF: caf } }", """{"a":"Le café"}""", null)]
    [InlineData("{ de: a, comparaison: commence, table: { Avec de l'aide: x } }", """{"a":"Avec de l’aide : quelqu’un"}""", "x")]
    [InlineData("{ de: a, table: { x: [y, z] }, ignorer: [w], sinon: autre }", """{"a":"x"}""", "y|z")]
    [InlineData("{ de: a, table: { x: [y, z] }, ignorer: [w], sinon: autre }", """{"a":"w"}""", null)]
    [InlineData("{ de: a, table: { x: [y, z] }, ignorer: [w], sinon: autre }", """{"a":"v"}""", "autre")]
    public void Une_table_donne(string expression, string ligne, string? attendu) => Assert.Equal(attendu, Banc.Valeur(expression, ligne));

    [Theory]
    [InlineData("{ colonne: a, rempli: true }", """{"a":"x"}""", true)]
    [InlineData("{ colonne: a, rempli: false }", """{"b":"x"}""", true)]
    [InlineData("{ colonne: [a, b], egal: x }", """{"b":"x"}""", true)]
    [InlineData("{ colonne: a, separateur: ';', egal: [x, y] }", """{"a":"w;y"}""", true)]
    [InlineData("{ colonne: a, contient: démarches en ligne }", """{"a":"Aide aux DEMARCHES EN LIGNE."}""", true)]
    [InlineData("{ colonne: a, contient: gratuit, sauf: [adhésion] }", """{"a":"Gratuit après adhésion"}""", false)]
    [InlineData("{ colonne: a, commence: [mairie] }", """{"a":"Mairie annexe"}""", true)]
    [InlineData("{ colonne: a, motif: '^98\\d{3}$' }", """{"a":"98800"}""", true)]
    [InlineData("{ colonne: a, rempli: true, sauf: aucun }", """{"a":"Aucun"}""", false)]
    [InlineData("{ toutes: [{ colonne: a, egal: x }, { colonne: b, egal: y }] }", """{"a":"x","b":"z"}""", false)]
    [InlineData("{ une: [{ colonne: a, egal: w }, { colonne: b, egal: y }] }", """{"a":"x","b":"y"}""", true)]
    [InlineData("{ non: { colonne: a, egal: x } }", """{"a":"x"}""", false)]
    [InlineData("{ colonne: a, egal: x, non: { colonne: b, rempli: true } }", """{"a":"x"}""", true)]
    public void Une_condition_est(string condition, string ligne, bool attendu) =>
        Assert.Equal(attendu ? "oui" : null, Banc.Valeur($"{{ choix: [{{ si: {condition}, donne: oui }}] }}", ligne));

    [Fact]
    public void Un_choix_donne_toutes_ses_regles_vraies_dans_l_ordre() =>
        Assert.Equal("un|trois", Banc.Valeur("{ choix: [{ si: { colonne: a, rempli: true }, donne: un }, { si: { colonne: b, rempli: true }, donne: deux }, { si: { colonne: a, egal: x }, donne: [trois, un] }] }", """{"a":"x"}"""));

    [Fact]
    public void Un_motif_hostile_reste_dans_le_temps()
    {
        // Exponential with a backtracking engine.
        Assert.Null(Banc.Valeur("{ motif: '^(a+)+$', de: a }", $$"""{"a":"{{new string('a', 5_000)}}!"}"""));
    }
}
