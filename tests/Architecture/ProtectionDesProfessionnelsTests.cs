using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Architecture.Regles;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Architecture;

/// <summary>Nobody who helps is ranked, timed or named to who pays. What is promised in docs/kit-rgpd is checked here.</summary>
public sealed class ProtectionDesProfessionnelsTests
{
    private static readonly IReadOnlyList<RegleDeDroit> Droits = [.. Host.ModulesDuProduit.Tous().SelectMany(m => m.Droits)];

    [Fact]
    public void Qui_paie_ou_decide_de_loin_ne_voit_pas_d_identite()
    {
        Assert.NotEmpty(Droits);
        Assert.Empty(ReglesDesPersonnes.SurLesDroits(Droits));
    }

    [Theory]
    [InlineData("essai.membres.lire", Role.Financeur, Portee.Organisation)]
    [InlineData("essai.membres.lire", Role.Payeur, Portee.National)]
    [InlineData("essai.activites.lire", Role.Instructeur, Portee.Territoire)]
    [InlineData("essai.membres.lire", Role.GestionnaireDepartement, Portee.National)]
    [InlineData("essai.comptes.lire", Role.GestionnaireRegion, Portee.National)]
    [InlineData("essai.statistiques.lire", Role.Financeur, Portee.National)]
    [InlineData("essai.nouveaute.lire", Role.Mediateur, Portee.Soi)]
    public void La_regle_des_droits_mord(string droit, Role role, Portee portee) => Assert.NotEmpty(ReglesDesPersonnes.SurLesDroits([new RegleDeDroit(droit, "Essai", (role, portee))]));

    [Theory]
    [InlineData("essai.membres.lire", Role.GestionnaireDepartement, Portee.Territoire)]
    [InlineData("essai.statistiques.lire", Role.Financeur, Portee.Organisation)]
    public void La_regle_des_droits_laisse_le_reste(string droit, Role role, Portee portee) => Assert.Empty(ReglesDesPersonnes.SurLesDroits([new RegleDeDroit(droit, "Essai", (role, portee))]));

    [Fact]
    public void Aucune_page_ne_classe_des_professionnels()
    {
        var pages = Directory.EnumerateFiles(Depot.Chemin("src"), "*.cshtml", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal)).ToList();
        Assert.True(pages.Count > 20);
        Assert.Empty(pages.SelectMany(f => ReglesDesPersonnes.SurLesPages(Path.GetRelativePath(Depot.Racine, f), File.ReadAllText(f))));
    }

    [Fact]
    public void La_regle_des_pages_mord()
    {
        Assert.Single(ReglesDesPersonnes.SurLesPages("A.cshtml", "<fa-tableau>\n<fa-colonne tri=\"activites\" nombre=\"true\">Activités</fa-colonne>\n@c.NomComplet</fa-tableau>"));
        Assert.Empty(ReglesDesPersonnes.SurLesPages("A.cshtml", "<fa-tableau><fa-colonne tri=\"activites\" nombre=\"true\">Activités</fa-colonne> @lieu.Nom</fa-tableau> @c.NomComplet"));
        Assert.Empty(ReglesDesPersonnes.SurLesPages("A.cshtml", "<fa-tableau><fa-colonne tri=\"nom\">Nom</fa-colonne> @c.NomComplet</fa-tableau>"));
    }
}
