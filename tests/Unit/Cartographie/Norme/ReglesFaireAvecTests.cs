using FaireAvec.Cartographie.Norme;

namespace FaireAvec.Tests.Unit.Cartographie.Norme;

/// <summary>Our own rules, stricter than the standard.</summary>
public sealed class ReglesFaireAvecTests
{
    /// <summary>Changes of the good place, the rule that is broken, the suggestion.</summary>
    public static TheoryData<string, string, string?> Signalees => new()
    {
        { "id=a/b", "FA-ID-01", null },
        { "source=", "FA-SRC-01", null },
        { "services=", "FA-SRV-01", null },
        { "modalites_acces=Ce lieu n'accueille pas de public", "FA-SRV-02", null },
        { "telephone=", "FA-ACC-01", null },
        { "typologie=bib", "FA-TYP-01", "BIB" },
        { "typologie=Tiers-lieu", "FA-TYP-01", "TIERS_LIEUX" },
        { "typologie=ZZZ", "FA-TYP-01", null },
        { "longitude=", "FA-POS-01", null },
        { "latitude=4.8361 + longitude=45.7673", "FA-POS-02", "45.7673 4.8361" },
        { "latitude=40.7 + longitude=-74", "FA-POS-02", null },
        { "latitude=48.85 + longitude=2.35", "FA-POS-03", null },
        { "code_insee=69999", "FA-INS-01", "69381" },
        { "code_postal=99999", "FA-CP-01", "69001" },
        { "code_postal=75001", "FA-CP-02", "69001" },
        { "commune=Marseille", "FA-COM-01", "Lyon 1er Arrondissement" },
        { "commune=Marseille + code_insee=", "FA-COM-01", null },
        { "date_maj=2030-01-01", "FA-DAT-01", null },
        { "date_maj=1970-01-01", "FA-DAT-02", null },
        { "date_maj=2022-12-01", "FA-DAT-02", null },
        { "horaires=9h30", "FA-HOR-01", null },
        { "adresse=1 place 69001 Lyon", "FA-ADR-01", null },
        { "nom=MÃ©diathÃ¨que", "FA-TXT-01", null },
        { "presentation_detail=<p>Bonjour</p>", "FA-TXT-02", null },
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
    [InlineData("code_insee= + commune=LYON 1ER")]
    [InlineData("code_insee= + commune=Lyon CEDEX 01")]
    [InlineData("code_insee=69123")]
    [InlineData("code_postal=69201 + code_insee=69123 + commune=Lyon")]
    [InlineData("latitude= + longitude=")]
    [InlineData("code_insee=75111 + code_postal=75011 + commune=Paris + latitude=48.85 + longitude=2.38")]
    [InlineData("presentation_detail=2 < 3 et 5 > 4")]
    [InlineData("modalites_acces=Ce lieu n'accueille pas de public + services=")]
    [InlineData("horaires=")]
    public void Ce_qui_est_juste_ne_dit_rien(string changements) => Assert.Empty(Lieux.Defauts([.. Changements(changements)]));

    [Fact]
    public void Une_commune_reunie_a_une_autre_donne_le_code_d_aujourd_hui()
    {
        // Annecy-le-Vieux, a part of Annecy since 2017.
        var defauts = Lieux.Defauts(("code_insee", "74011"), ("commune", "Annecy"), ("code_postal", "74940"), ("latitude", "45.92"), ("longitude", "6.14"));
        Assert.Equal(["FA-INS-02"], defauts.Select(d => d.Regle));
        Assert.Equal("74010", defauts[0].Suggestion);
    }

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
        var couvertes = Signalees.Select(s => s.Data.Item2).Concat(["FA-INS-02", "FA-TEL-01"]).ToHashSet(StringComparer.Ordinal);
        Assert.All(ReglesFaireAvec.Toutes, r => Assert.Contains(r.Code, couvertes));
        Assert.All(ReglesFaireAvec.Toutes, r => Assert.Equal(Niveau.Avertissement, r.Niveau));
    }

    /// <summary>« column=value + column=value ».</summary>
    private static IEnumerable<(string Colonne, string Valeur)> Changements(string texte) =>
        texte.Split(" + ").Select(t => t.Split('=', 2)).Select(t => (t[0], t[1]));
}
