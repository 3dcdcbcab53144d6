using FaireAvec.Cartographie.Rapprochement.Apprentissage;
using FaireAvec.Cartographie.Rapprochement.Groupes;

namespace FaireAvec.Tests.Unit.Cartographie.Rapprochement;

/// <summary>A file of people's decisions: one reader for grouping, which wants ids, and for learning, which wants places.</summary>
public class DecisionsTests
{
    private const string Fichier =
        """
        {"a":"x_1","b":"x_2","decision":"toujours"}

        {"a":{"id":"x_3","nom":"Mairie"},"b":{"id":"x_4","nom":"Mairie"},"decision":"distinct"}
        {"a":"x_5","b":"x_5","decision":"jamais"}
        {"a":"x_6","decision":"jamais"}
        {"a":"x_7","b":"x_8","decision":"peut-être"}
        [1,2]
        coupé {
        {"a":"\ud800","b":"x_9","decision":"jamais"}
        """;

    [Fact]
    public void Pour_grouper_seuls_les_identifiants_comptent()
    {
        var messages = new List<string>();
        var decisions = DecisionsHumaines.Lire(new StringReader(Fichier), messages.Add);
        Assert.Equal(2, decisions.Nombre);
        Assert.True(decisions.De("x_2", "x_1"));
        Assert.False(decisions.De("x_3", "x_4"));
        Assert.Equal([4, 5, 6, 7, 8, 9], messages.Select(m => int.Parse(m.Split("ligne ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("Décisions, ligne 4 : il faut deux identifiants différents.", messages[0]);
    }

    [Fact]
    public void Pour_apprendre_il_faut_les_deux_lieux()
    {
        var messages = new List<string>();
        var paires = DecisionsDeRelecteurs.Lire(new StringReader(Fichier), [], messages.Add);
        var paire = Assert.Single(paires);
        Assert.Equal(("d3", "x_3", "x_4", false), (paire.Id, paire.A.Id, paire.B.Id, paire.Meme));
        Assert.Equal("Décisions, ligne 1 : pour apprendre, « a » et « b » doivent être deux lieux, avec leurs champs.", messages[0]);
    }

    [Fact]
    public void Une_paire_gardee_pour_mesurer_n_est_pas_apprise()
    {
        var gardee = MoteurDeTest.Paires.First(p => p.Garde && p.A.Id.Length > 0);
        var messages = new List<string>();
        var ligne = $$$"""{"a":{"id":"{{{gardee.A.Id}}}"},"b":{"id":"autre"},"decision":"meme"}""";
        Assert.Empty(DecisionsDeRelecteurs.Lire(new StringReader(ligne), MoteurDeTest.Paires, messages.Add));
        Assert.EndsWith("la paire n’est pas apprise.", Assert.Single(messages), StringComparison.Ordinal);
    }
}
