using FaireAvec.Cartographie.Norme;

namespace FaireAvec.Tests.Unit.Cartographie.Norme;

/// <summary>Our own rules, stricter than the standard.</summary>
public sealed class ReglesFaireAvecTests
{
    /// <summary>Changes of the good place, the rule that is broken, the suggestion.</summary>
    public static TheoryData<string, string, string?> Signalees => new()
    {
        { "source=", "FA-SRC-01", null },
        { "services=", "FA-SRV-01", null },
        { "modalites_acces=Ce lieu n'accueille pas de public", "FA-SRV-02", null },
        { "telephone=", "FA-ACC-01", null },
        { "modalites_acces=Prendre un RDV en ligne + prise_rdv=", "FA-ACC-01", null },
        { "horaires=9h30", "FA-HOR-01", null },
        { "horaires=du lundi au vendredi de 9h à 12h", "FA-HOR-01", "Mo-Fr 09:00-12:00" },
        { "id=a/b", "NET-ID-01", "a-b" },
        { "typologie=bib", "NET-LIS-01", "BIB" },
        { "typologie=ZZZ", "NET-LIS-50", null },
        { "pivot=12345678900000", "NET-PIV-51", null },
        { "longitude=", "NET-GEO-56", null },
        { "latitude=40.7 + longitude=-74", "NET-GEO-52", null },
        { "code_insee=74011 + commune=Annecy + code_postal=74940 + latitude=45.92 + longitude=6.14", "NET-INS-04", "74010" },
        { "date_maj=2030-01-01", "NET-DAT-53", null },
        { "date_maj=1970-01-01", "NET-DAT-52", null },
        { "date_maj=2022-12-01", "NET-DAT-54", null },
        { "nom=MÃ©diathÃ¨que", "NET-TXT-01", "Médiathèque" },
        { "presentation_detail=<p>Bonjour</p>", "NET-TXT-03", "Bonjour" },
        { "telephone=+33639980000", "NET-TEL-70", null },
        { "courriels=jeanne.exemple@example.org", "NET-MEL-70", null },
    };

    [Fact]
    public void Le_bon_lieu_ne_dit_rien() => Assert.Empty(Lieux.Defauts());

    [Theory]
    [MemberData(nameof(Signalees))]
    public void Ce_qui_gene_est_dit_sans_bloquer(string changements, string regle, string? suggestion)
    {
        var defaut = Assert.Single(Lieux.Defauts([.. Changements(changements)]));
        Assert.Equal((regle, Niveau.Avertissement, suggestion), (defaut.Regle, defaut.Niveau, defaut.Suggestion));
    }

    [Theory]
    [InlineData("pivot=00000000000000")]
    [InlineData("code_insee=69123")]
    [InlineData("latitude= + longitude=")]
    [InlineData("code_insee=75111 + code_postal=75011 + commune=Paris + latitude=48.85 + longitude=2.38")]
    [InlineData("presentation_detail=2 < 3 et 5 > 4")]
    [InlineData("modalites_acces=Ce lieu n'accueille pas de public + services=")]
    [InlineData("horaires=")]
    public void Ce_qui_est_juste_ne_dit_rien(string changements) => Assert.Empty(Lieux.Defauts([.. Changements(changements)]));

    [Theory]
    [InlineData("https://www.\uFFFDexample.org")]
    [InlineData("https://www.example.o\u0378g")]
    [InlineData("https://\u00AD.example.org")]
    public void Une_adresse_d_un_domaine_impossible_est_dite(string adresse) => Assert.Equal(["NET-URL-50"], Lieux.Defauts(("site_web", adresse)).Select(d => d.Regle));

    [Fact]
    public void Ce_que_la_norme_a_dit_n_est_pas_dit_deux_fois()
    {
        Assert.Equal(["NOR-TEL-01"], Lieux.Defauts(("telephone", "04 78 00 00 00")).Select(d => d.Regle));
        Assert.Equal(["NOR-SRV-01"], Lieux.Defauts(("services", "Coiffure")).Select(d => d.Regle));
    }

    [Fact]
    public void Une_position_loin_de_la_commune_dit_quelle_commune_y_est()
    {
        var defaut = Assert.Single(Lieux.Defauts(("latitude", "48.85"), ("longitude", "2.35")));
        Assert.Equal("NET-GEO-55", defaut.Regle);
        Assert.Contains("Paris", defaut.Suggestion, StringComparison.Ordinal);
    }

    [Fact]
    public void Le_mobile_d_une_personne_n_est_montre_que_masque() =>
        Assert.DoesNotContain("980000", string.Concat(Lieux.Defauts(("telephone", "+33639980000")).Select(d => d.ToString())), StringComparison.Ordinal);

    [Fact]
    public void Un_telephone_de_beaucoup_de_lieux_est_dit_a_la_fin()
    {
        var (defauts, _) = Lieux.Valider(Lieux.Csv([.. Enumerable.Range(0, 6).Select(i => Lieux.Avec(("id", $"e_{i}")))]));
        var defaut = Assert.Single(defauts);
        Assert.Equal(("FA-TEL-01", 2L), (defaut.Regle, defaut.Ligne));
        Assert.Contains("6 lieux", defaut.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sans_elles_la_norme_juge_seule() => Assert.Empty(Lieux.Valider(Lieux.Csv(Lieux.Avec(("source", ""), ("services", ""))), toutes: false).Defauts);

    [Fact]
    public void Chaque_regle_a_son_cas()
    {
        var couvertes = Signalees.Select(s => s.Data.Item2).Append("FA-TEL-01").ToHashSet(StringComparer.Ordinal);
        Assert.All(ReglesFaireAvec.Toutes, r => Assert.Contains(r.Code, couvertes));
        Assert.All(ReglesFaireAvec.Toutes, r => Assert.Equal(Niveau.Avertissement, r.Niveau));
    }

    /// <summary>« column=value + column=value ».</summary>
    private static IEnumerable<(string Colonne, string Valeur)> Changements(string texte) =>
        texte.Split(" + ").Select(t => t.Split('=', 2)).Select(t => (t[0], t[1]));
}
