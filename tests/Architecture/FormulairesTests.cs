using FaireAvec.Tests.Architecture.Regles;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Architecture;

/// <summary>The forms of all the pages, as they are written.</summary>
public sealed class FormulairesTests
{
    [Fact]
    public void Chaque_formulaire_qui_ecrit_porte_son_jeton()
    {
        var pages = Directory.EnumerateFiles(Depot.Chemin("src"), "*.cshtml", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(pages);
        Assert.Empty(pages.SelectMany(p => ReglesDesFormulaires.SansJeton(File.ReadAllText(p)).Select(f => $"{Path.GetRelativePath(Depot.Racine, p)}: {f} — add asp-antiforgery=\"true\".")));
    }

    [Fact]
    public void La_regle_mord() => Assert.Single(ReglesDesFormulaires.SansJeton("""<form method="post" action="/x" enctype="multipart/form-data">"""));

    [Theory]
    [InlineData("""<form method="post">""")]
    [InlineData("""<form method="get" action="/x">""")]
    [InlineData("""<form method="post" action="/x" asp-antiforgery="true">""")]
    public void La_regle_laisse_les_autres(string formulaire) => Assert.Empty(ReglesDesFormulaires.SansJeton(formulaire));
}
