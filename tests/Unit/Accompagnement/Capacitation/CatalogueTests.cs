using System.Text;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Unit.Accompagnement.Capacitation;

/// <summary>The shipped savoir-faire: enough of them, in each domain, each competence answered.</summary>
public class CatalogueTests
{
    internal static CatalogueDeSavoirFaire Livre()
    {
        using var flux = File.OpenRead(Depot.Chemin("data", "capacitation", "savoir-faire.json"));
        return CatalogueDeSavoirFaire.De(flux);
    }

    [Fact]
    public void La_liste_livree_tient()
    {
        var catalogue = Livre();
        Assert.Empty(CatalogueValide.Defauts(catalogue.Tous));
        Assert.Equal(60, catalogue.Tous.Count);
        Assert.All(DomainesDuNumerique.Tous.Codes, d => Assert.InRange(catalogue.Tous.Count(s => s.Domaine == d), 10, 15));
        Assert.Equal(21, CadresDeCompetences.Digcomp.Count);
        Assert.Equal(16, CadresDeCompetences.Seize.Termes.Count);
        // Each of the sixteen practice scenarios trains something.
        Assert.Equal(16, catalogue.Tous.SelectMany(s => s.Scenarios).Distinct().Count());
        Assert.Contains(catalogue.Tous, s => s.Libelle == "Télécharger une attestation et la retrouver");
    }

    [Fact]
    public void Le_fichier_dit_ce_qu_il_est()
    {
        var catalogue = Livre();
        Assert.Contains("Proposition du projet FaireAvec", catalogue.Mention, StringComparison.Ordinal);
        Assert.Contains("Ce n’est pas un référentiel officiel", catalogue.Mention, StringComparison.Ordinal);
        Assert.Equal("Licence Ouverte 2.0", catalogue.Licence);
        Assert.NotEqual(default, catalogue.Date);
    }

    [Fact]
    public void Chaque_defaut_se_voit()
    {
        var bon = Livre().Tous;
        SavoirFaire Un(Func<SavoirFaire, SavoirFaire> changer) => changer(bon[0]);
        foreach (var mauvais in new[]
        {
            Un(s => s with { Code = "I1" }),
            Un(s => s with { Domaine = "autre" }),
            Un(s => s with { Libelle = " " }),
            Un(s => s with { Libelle = new string('a', 81) }),
            Un(s => s with { Poids = 3 }),
            Un(s => s with { Digcomp = [] }),
            Un(s => s with { Digcomp = ["9.9"], Competences = [] }),
            Un(s => s with { Competences = ["5.2"] }),
            Un(s => s with { Scenarios = ["S17"] }),
        })
        {
            Assert.NotEmpty(CatalogueValide.Defauts([mauvais, .. bon.Skip(1)]));
        }

        Assert.NotEmpty(CatalogueValide.Defauts([.. bon, bon[0]]));
        Assert.NotEmpty(CatalogueValide.Defauts([.. bon.Where(s => s.Domaine != "logiciels")]));
        Assert.NotEmpty(CatalogueValide.Defauts([.. bon.Where(s => !s.Competences.Contains("3.4"))]));
    }

    [Fact]
    public void Un_fichier_qui_ne_se_lit_pas_est_une_faute()
    {
        foreach (var texte in new[] { "", "null", "{}", """{"titre":"x","inconnu":1}""" })
        {
            using var flux = new MemoryStream(Encoding.UTF8.GetBytes(texte));
            Assert.ThrowsAny<Exception>(() => CatalogueDeSavoirFaire.De(flux));
        }
    }
}
