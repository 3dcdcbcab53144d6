using System.Text;
using System.Text.Json;
using FaireAvec.Cartographie.Horaires.Calendrier;
using FaireAvec.Cartographie.Horaires.Lignes;
using FaireAvec.Cartographie.Lecture.Lignes;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Cartographie.Horaires;

/// <summary>The JSON lines of « faireavec horaires evaluer ».</summary>
public class LignesTests
{
    private static readonly EvaluationDeLigne Evaluation = new(vacances: null);

    [Theory]
    [InlineData(
        """{"id":1,"horaires":"Mo-Fr 09:00-12:00","departement":"75","de":"2025-06-02 00:00","a":"2025-06-04 00:00"}""",
        """{"id":1,"intervalles":[["2025-06-02 09:00","2025-06-02 12:00",false],["2025-06-03 09:00","2025-06-03 12:00",false]]}""")]
    [InlineData(
        """{"id":"é","horaires":"Mo \"sur rdv\"","de":"2025-06-02 08:00","a":"2025-06-02 09:00"}""",
        """{"id":"é","intervalles":[["2025-06-02 08:00","2025-06-02 09:00",true,"sur rdv"]]}""")]
    [InlineData(
        """{"id":[1.50],"horaires":"Mo-Fr 09:00-12:00","instant":"2025-06-02 10:00"}""",
        """{"id":[1.50],"ouvert":true,"inconnu":false,"commentaire":null,"prochain_changement":"2025-06-02 12:00"}""")]
    [InlineData(
        """{"id":2,"horaires":"24/7","instant":"2025-06-02 10:00","departement":null}""",
        """{"id":2,"ouvert":true,"inconnu":false,"commentaire":null,"prochain_changement":null}""")]
    [InlineData(
        """{"id":3,"horaires":"Mo-Su 09:00-12:00; PH off","instant":"2026-04-03 10:00","departement":57}""",
        """{"id":3,"ouvert":false,"inconnu":false,"commentaire":null,"prochain_changement":"2026-04-04 09:00"}""")]
    [InlineData(
        """{"id":3,"horaires":"2029 Jan 1 09:00-12:00","instant":"2026-04-03 10:00"}""",
        """{"id":3,"ouvert":false,"inconnu":false,"commentaire":null,"prochain_changement":"2029-01-01 09:00"}""")]
    [InlineData("""{"id":4,"horaires":"Mo-Fr 09:00-12:00"}""", """{"id":4,"erreur":"Il manque « de »."}""")]
    [InlineData("""{"id":4,"de":"2025-06-02 00:00","a":"2025-06-02 00:00"}""", """{"id":4,"erreur":"Il manque « horaires »."}""")]
    [InlineData("""{"id":4,"horaires":3,"instant":"2025-06-02 10:00"}""", """{"id":4,"erreur":"« horaires » doit être un texte."}""")]
    [InlineData("""{"id":4,"horaires":null,"instant":"2025-06-02 10:00"}""", """{"id":4,"erreur":"Horaires non communiqués."}""")]
    [InlineData("""{"id":5,"horaires":"Mo","de":"2025-06-03 00:00","a":"2025-06-02 00:00"}""", """{"id":5,"erreur":"« a » est avant « de »."}""")]
    [InlineData("""{"id":5,"horaires":"Mo","de":"2025-01-01 00:00","a":"2035-01-01 00:00"}""", """{"id":5,"erreur":"De « de » à « a », il y a plus de 1830 jours. Coupez la période."}""")]
    [InlineData(
        """{"id":6,"horaires":"Mo","instant":"2025-02-30 00:00"}""",
        """{"id":6,"erreur":"« instant » doit être une date et une heure qui existent, écrites « AAAA-MM-JJ HH:MM », de 1900 à 2199."}""")]
    [InlineData(
        """{"id":7,"horaires":"Mo","departement":"99","instant":"2025-02-03 00:00"}""",
        """{"id":7,"erreur":"Le département « 99 » n’existe pas. Écrivez son code, par exemple 57, 2A ou 974."}""")]
    [InlineData("""{"id":8,"horaires":"Mo 09:00-12:00","instant":null,"de":"2025-02-03 00:00","a":"2025-02-04 00:00"}""", """{"id":8,"intervalles":[["2025-02-03 09:00","2025-02-03 12:00",false]]}""")]
    [InlineData("""{"id":8,"horaires":"24/7","instant":"2025-02-03 00:00","de":null,"a":null}""", """{"id":8,"ouvert":true,"inconnu":false,"commentaire":null,"prochain_changement":null}""")]
    [InlineData("""{"id":8,"horaires":"Mo","instant":"2025-02-03 00:00","de":"2025-02-03 00:00"}""", """{"id":8,"erreur":"Donnez soit « instant », soit « de » et « a »."}""")]
    [InlineData("""{"id":9,"horaires":""", """{"id":null,"erreur":"Cette ligne n’est pas un objet JSON valide."}""")]
    [InlineData("[1]", """{"id":null,"erreur":"Cette ligne doit être un objet JSON, entre accolades."}""")]
    [InlineData("""{"id":"\ud800","horaires":"Mo"}""", """{"id":null,"erreur":"Un texte de cette ligne contient un caractère qui n’existe pas."}""")]
    [InlineData("""{"id":1,"horaires":"\ud800","instant":"2025-02-03 00:00"}""", """{"id":1,"erreur":"Un texte de cette ligne contient un caractère qui n’existe pas."}""")]
    public void Une_ligne_recoit_sa_reponse(string question, string reponse) => Assert.Equal(reponse, LignesJson.Repondre(question, Evaluation.Repondre));

    [Theory]
    [InlineData("974", "2025-06-02 09:00")]
    [InlineData("988", "2025-06-02 09:00")]
    [InlineData("973", "2025-06-02 09:00")]
    public void L_heure_est_celle_du_departement(string departement, string ouverture)
    {
        var question = $$"""{"id":1,"horaires":"Mo 09:00-12:00","departement":"{{departement}}","instant":"2025-06-01 22:00"}""";
        Assert.EndsWith($"\"prochain_changement\":\"{ouverture}\"}}", LignesJson.Repondre(question, Evaluation.Repondre), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_flux_repond_dans_l_ordre_et_survit_a_tout()
    {
        var longue = new string('x', LignesJson.LongueurMaximale + 10);
        var entree = "\uFEFF{\"id\":1,\"horaires\":\"24/7\",\"instant\":\"2025-06-02 10:00\"}\r\n\n" + longue + "\npas du JSON\n{\"id\":2,\"horaires\":\"off\",\"instant\":\"2025-06-02 10:00\"}";
        var lignes = await Traiter(entree);
        Assert.Collection(
            lignes,
            l => Assert.StartsWith("{\"id\":1,\"ouvert\":true", l, StringComparison.Ordinal),
            l => Assert.Contains("dépasse", l, StringComparison.Ordinal),
            l => Assert.Contains("JSON valide", l, StringComparison.Ordinal),
            l => Assert.StartsWith("{\"id\":2,\"ouvert\":false", l, StringComparison.Ordinal));
    }

    [Fact]
    public void Une_ligne_quelconque_recoit_une_ligne_json() => Prop.ForAll<string?>(texte =>
    {
        var reponse = LignesJson.Repondre(JsonSerializer.Serialize(new { id = 1, horaires = texte, instant = "2025-06-02 10:00" }), Evaluation.Repondre);
        using var json = JsonDocument.Parse(reponse);
        return json.RootElement.GetProperty("id").GetInt32() == 1 && (json.RootElement.TryGetProperty("ouvert", out _) || json.RootElement.TryGetProperty("erreur", out _));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Une_ligne_d_octets_quelconques_ne_leve_rien() => Prop.ForAll<string>(ligne =>
    {
        using var json = JsonDocument.Parse(LignesJson.Repondre(ligne ?? "", Evaluation.Repondre));
        return json.RootElement.ValueKind == JsonValueKind.Object;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Les_vacances_scolaires_viennent_d_une_table_par_zone()
    {
        const string Table = "zone;debut;fin;nom\nZone C;2025-02-15;2025-03-02;Hiver\nA;2025-02-22;2025-03-09;Hiver\nCorse;2025-02-15;2025-03-02;Hiver\n974;2025-01-01;2025-01-26;Été austral\nC;2025-07-05;2025-08-31;Été\n";
        var vacances = VacancesScolaires.Lire(new MemoryStream(Encoding.UTF8.GetBytes(Table)));
        Assert.True(vacances.Reussi, vacances.Erreur?.Message);
        var evaluation = new EvaluationDeLigne(vacances.Valeur);
        string Ouvert(string departement, string instant) =>
            LignesJson.Repondre($$"""{"id":1,"horaires":"Mo-Su 09:00-12:00; SH off","departement":"{{departement}}","instant":"{{instant}} 10:00"}""", evaluation.Repondre)[8..20];

        Assert.Equal("\"ouvert\":fal", Ouvert("75", "2025-02-15"));
        Assert.Equal("\"ouvert\":fal", Ouvert("75", "2025-03-02"));
        Assert.Equal("\"ouvert\":tru", Ouvert("75", "2025-03-03"));
        Assert.Equal("\"ouvert\":fal", Ouvert("69", "2025-03-03"));
        Assert.Equal("\"ouvert\":fal", Ouvert("2B", "2025-02-20"));
        Assert.Equal("\"ouvert\":fal", Ouvert("974", "2025-01-26"));
        Assert.Equal("\"erreur\":\"La", Ouvert("974", "2025-02-20"));
        Assert.Equal("\"erreur\":\"La", Ouvert("35", "2025-02-20"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("zone,debut,fin,nom\n")]
    [InlineData("zone,debut\nA,2025-02-15")]
    [InlineData("zone,debut,fin,nom\nZ,2025-02-15,2025-03-02,Hiver")]
    [InlineData("zone,debut,fin,nom\nA,15/02/2025,2025-03-02,Hiver")]
    [InlineData("zone,debut,fin,nom\nA,2025-03-02,2025-02-15,Hiver")]
    public void Une_table_fautive_est_refusee(string table) =>
        Assert.Equal("CAR-143", VacancesScolaires.Lire(new MemoryStream(Encoding.UTF8.GetBytes(table))).Erreur?.Code);

    private static async Task<string[]> Traiter(string entree)
    {
        using var flux = new MemoryStream(Encoding.UTF8.GetBytes(entree));
        using var sortie = new MemoryStream();
        await LignesJson.TraiterAsync(flux, sortie, Evaluation.Repondre, CancellationToken.None);
        return Encoding.UTF8.GetString(sortie.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
