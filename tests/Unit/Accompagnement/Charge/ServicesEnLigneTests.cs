using FaireAvec.Accompagnement.Domain.Charge;

namespace FaireAvec.Tests.Unit.Accompagnement.Charge;

public class ServicesEnLigneTests
{
    [Fact]
    public void La_liste_se_tient()
    {
        Assert.InRange(ServicesEnLigne.Tous.Count, 40, 200);
        Assert.Equal(ServicesEnLigne.Codes.Count, ServicesEnLigne.Codes.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(ServicesEnLigne.Tous.Count, ServicesEnLigne.Tous.Select(s => s.Libelle).Distinct(StringComparer.Ordinal).Count());
        Assert.All(ServicesEnLigne.Tous, s =>
        {
            Assert.Matches("^[a-z][a-z0-9_]{1,39}$", s.Code);
            Assert.NotEmpty(ServicesEnLigne.Famille(s.Famille));
        });
        Assert.All(ServicesEnLigne.Publiee.Familles, f => Assert.Contains(ServicesEnLigne.Tous, s => s.Famille == f.Code));
    }

    [Theory]
    [InlineData("caf", "caf")]
    [InlineData("CAF", "caf")]
    [InlineData("sécu", "ameli")]
    [InlineData("doctolib", "rendez_vous_medicaux")]
    [InlineData("pole emploi", "france_travail")]
    [InlineData("carte grise", "ants")]
    [InlineData("allocations", "caf")]
    [InlineData("famil alloc", "caf")]
    public void Un_service_se_trouve_par_son_nom_ou_par_ce_qu_on_en_dit(string texte, string code) => Assert.Equal(code, ServicesEnLigne.Chercher(texte)[0].Code);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    [InlineData("zzzz")]
    [InlineData("« »")]
    public void Ce_qui_ne_dit_rien_ne_propose_rien(string? texte) => Assert.Empty(ServicesEnLigne.Chercher(texte));

    [Fact]
    public void Un_texte_sans_fin_est_lu_en_temps_borne() => Assert.Empty(ServicesEnLigne.Chercher(new string('a', 1_000_000)));

    [Theory]
    [InlineData("ameli", "Assurance maladie (ameli)", "ameli")]
    [InlineData("ameli", "", "ameli")]
    [InlineData(null, "ameli", "ameli")]
    [InlineData(null, "caf", "caf")]
    [InlineData("ameli", "Caf", "caf")]
    [InlineData(null, "un truc", null)]
    [InlineData("ameli", "un truc", null)]
    [InlineData("sieste", "", null)]
    [InlineData(null, "hlm", null)]
    [InlineData(null, null, null)]
    public void Ce_qui_est_saisi_dit_un_service_et_un_seul(string? code, string? texte, string? attendu) => Assert.Equal(attendu, ServicesEnLigne.Saisi(code, texte));

    [Fact]
    public void Chaque_nom_de_la_liste_se_relit() => Assert.All(ServicesEnLigne.Tous, s => Assert.Equal(s.Code, ServicesEnLigne.Saisi(null, s.Libelle)));
}
