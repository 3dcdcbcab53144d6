using System.ComponentModel.DataAnnotations;
using FaireAvec.Ui.Composants;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace FaireAvec.Tests.Unit.Ui;

public sealed class ChampsTests
{
    private readonly Rendu rendu = new();

    public static TheoryData<string> Alphabet => [.. Rendu.Alphabet];

    [Fact]
    public async Task Saisie_TakesEverythingFromTheModel()
    {
        rendu.Etat.AddModelError("Nom", "Écrivez le nom.");
        rendu.Etat.AddModelError("Nom", "Second message.");

        var champ = await rendu.ElementAsync(new SaisieTagHelper { Pour = rendu.Pour(new Modele { Nom = "Dupont" }, "Nom") });
        var entree = champ.QuerySelector("input")!;

        Assert.Equal("Nom de la personne", champ.QuerySelector("label[for=Nom]")!.TextContent);
        Assert.Equal("Comme sur la carte", champ.QuerySelector("#Nom_indice")!.TextContent);
        Assert.Equal("Erreur : Écrivez le nom.", champ.QuerySelector("#Nom_erreur")!.TextContent.Replace('\u00a0', ' '));
        Assert.Equal("Nom_indice Nom_erreur", entree.GetAttribute("aria-describedby"));
        Assert.Equal("Dupont", entree.GetAttribute("value"));
        Assert.Equal("80", entree.GetAttribute("maxlength"));
    }

    [Fact]
    public async Task Saisie_KeepsWhatWasTypedEvenWhenItIsWrong()
    {
        rendu.Etat.SetModelValue("Age", "douze", "douze");
        rendu.Etat.AddModelError("Age", "Écrivez un nombre.");

        var champ = await rendu.ElementAsync(new SaisieTagHelper { Pour = rendu.Pour(new Modele { Age = 3 }, "Age"), Libelle = "Âge" });

        Assert.Equal("douze", champ.QuerySelector("input")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Saisie_NeverSendsBackAPassword()
    {
        var champ = await rendu.ElementAsync(new SaisieTagHelper { Nom = "code", Libelle = "Code", Type = "password", Valeur = "secret" });

        Assert.False(champ.QuerySelector("input")!.HasAttribute("value"));
    }

    [Fact]
    public async Task Label_OfAnUnnamedPropertySaysWhatToWrite()
    {
        var faute = await Assert.ThrowsAsync<InvalidOperationException>(() => rendu.HtmlAsync(new SaisieTagHelper { Pour = rendu.Pour(new Modele(), "Age") }, "fa-saisie"));

        Assert.Equal("<fa-saisie>: write libelle=\"…\", or [Display(Name = \"…\")] on Age.", faute.Message);
    }

    [Theory]
    [MemberData(nameof(Alphabet))]
    public async Task Texts_AreWrittenAsTheyAreRead(string texte)
    {
        FaTagHelper[] champs =
        [
            new SaisieTagHelper { Nom = "x", Libelle = texte, Indice = texte, Erreur = texte, Valeur = texte, Suffixe = texte },
            new ZoneTexteTagHelper { Nom = "x", Libelle = texte, Indice = texte, Erreur = texte, Valeur = texte },
            new ListeTagHelper { Nom = "x", Libelle = texte, Options = [new OptionDeChamp(texte, texte)], Valeur = texte },
            new RadiosTagHelper { Nom = "x", Libelle = texte, Options = [new OptionDeChamp(texte, texte) { Indice = texte }], Valeur = texte },
            new ChoixTagHelper { Nom = "x", Libelle = texte, Options = [new OptionDeChamp(texte, texte) { Indice = texte, Icone = "key" }], Valeur = texte },
        ];
        foreach (var champ in champs)
        {
            var html = await rendu.ElementAsync(champ);

            Assert.Equal(texte, (html.QuerySelector("legend") ?? html.QuerySelector("label"))!.TextContent);
            Assert.Empty(html.QuerySelectorAll("b"));
            Assert.Equal(texte, html.QuerySelector("textarea")?.TextContent ?? html.QuerySelector("option:not([value=''])")?.GetAttribute("value") ?? (html.QuerySelector("select") is null ? html.QuerySelector("input")!.GetAttribute("value") : texte));
        }
    }

    [Theory]
    [InlineData("\nune ligne vide avant")]
    [InlineData("a\r\nb")]
    public async Task ZoneTexte_LosesNoLineBreak(string texte)
    {
        var zone = (await rendu.ElementAsync(new ZoneTexteTagHelper { Nom = "x", Libelle = "X", Valeur = texte })).QuerySelector("textarea")!;

        Assert.Equal(texte.ReplaceLineEndings("\n"), zone.TextContent.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task ZoneTexte_SaysTheMaximumOfTheModel()
    {
        var champ = await rendu.ElementAsync(new ZoneTexteTagHelper { Pour = rendu.Pour(new Modele(), "Motif") });

        Assert.Equal("300 caractères au plus.", champ.QuerySelector("#Motif_compte")!.TextContent);
        Assert.Contains("Motif_compte", champ.QuerySelector("textarea")!.GetAttribute("aria-describedby"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Radios_ComeFromTheEnumAndGiveTheFirstTheIdOfTheField()
    {
        var champ = await rendu.ElementAsync(new RadiosTagHelper { Pour = rendu.Pour(new Modele { Choix = Couleur.Vert }, "Choix") });

        Assert.Equal(["Choix", "Choix_2"], champ.QuerySelectorAll("input").Select(i => i.Id));
        Assert.Equal(["Rouge vif", "Vert"], champ.QuerySelectorAll("label").Select(l => l.TextContent));
        Assert.Equal("Vert", champ.QuerySelector("input:checked")!.GetAttribute("value"));
        Assert.Equal("Choix_aide", champ.QuerySelector("input")!.GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task Cases_TickWhatTheModelHolds()
    {
        var champ = await rendu.ElementAsync(new CasesTagHelper { Pour = rendu.Pour(new Modele { Plusieurs = ["b", "c"] }, "Plusieurs"), Libelle = "Plusieurs", Options = [new("a", "A"), new("b", "B"), new("c", "C")] });

        Assert.Equal(["b", "c"], champ.QuerySelectorAll("input:checked").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task Cases_TickWhatWasSent()
    {
        rendu.Etat.SetModelValue("Plusieurs", new[] { "a", "c" }, "a,c");

        var champ = await rendu.ElementAsync(new CasesTagHelper { Pour = rendu.Pour(new Modele { Plusieurs = ["b"] }, "Plusieurs"), Libelle = "Plusieurs", Options = [new("a", "A"), new("b", "B"), new("c", "C")] });

        Assert.Equal(["a", "c"], champ.QuerySelectorAll("input:checked").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task Option_MayHoldAField()
    {
        var champ = await rendu.ElementAsync(new RadiosTagHelper { Nom = "r", Libelle = "R" }, enfants: parent => rendu.EnfantAsync(new OptionTagHelper { Valeur = "o", Libelle = "O" }, parent, "le champ"));

        Assert.Equal("le champ", champ.QuerySelector(".govuk-radios__conditional")!.TextContent);
    }

    [Fact]
    public async Task Choix_KeepsARealInputForEachCard()
    {
        var champ = await rendu.ElementAsync(new ChoixTagHelper { Nom = "besoin", Libelle = "Pour quoi faire ?", Options = [new("a", "A") { Icone = "phone" }, new("b", "B")] });

        Assert.All(champ.QuerySelectorAll("input[type=radio]"), i => Assert.NotNull(champ.QuerySelector($"label[for={i.Id}]")));
        Assert.Equal("Pour quoi faire ?", champ.QuerySelector("fieldset > legend")!.TextContent);
    }

    [Fact]
    public async Task Erreurs_FollowTheOrderOfThePageAndLeadToTheFields()
    {
        rendu.Etat.AddModelError("Motif", "Dites pourquoi.");
        rendu.Etat.AddModelError("Nom", "Écrivez le nom.");
        rendu.Etat.AddModelError("", "Le service ne répond pas.");
        await rendu.HtmlAsync(new SaisieTagHelper { Pour = rendu.Pour(new Modele(), "Nom"), Id = "mon-nom" });
        await rendu.HtmlAsync(new ZoneTexteTagHelper { Pour = rendu.Pour(new Modele(), "Motif") });

        var recapitulatif = await rendu.ElementAsync(new ErreursTagHelper());

        Assert.Equal(["Écrivez le nom.", "Dites pourquoi.", "Le service ne répond pas."], recapitulatif.QuerySelectorAll("li").Select(l => l.TextContent));
        Assert.Equal(["#mon-nom", "#Motif"], recapitulatif.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal("", await rendu.HtmlAsync(new ErreursTagHelper { SiAbsentes = true }));
    }

    [Fact]
    public async Task Erreurs_ThatSayTheSameSentenceSayOfWhichFieldAndThePageDoesntSayItAgain()
    {
        rendu.Etat.AddModelError("", "Choisissez un niveau.");
        rendu.Etat.AddModelError("B", "Choisissez un niveau.");
        rendu.Etat.AddModelError("A", "Choisissez un niveau.");
        rendu.Etat.AddModelError("Sans", "Choisissez un niveau.");
        rendu.Etat.AddModelError("Aussi", "Choisissez un niveau.");
        await rendu.HtmlAsync(new SaisieTagHelper { Nom = "A", Id = "a", Libelle = "À l’écrit ?" });
        await rendu.HtmlAsync(new SaisieTagHelper { Nom = "B", Id = "b", Libelle = "À l’oral" });

        var recapitulatif = await rendu.ElementAsync(new ErreursTagHelper());

        Assert.Equal(["À l’écrit\u00a0: Choisissez un niveau.", "À l’oral\u00a0: Choisissez un niveau.", "Choisissez un niveau."], recapitulatif.QuerySelectorAll("li").Select(l => l.TextContent));
        Assert.Equal(["#a", "#b"], recapitulatif.QuerySelectorAll("li > a").Take(2).Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Erreurs_OfOneFieldAreNotSaidAgainForThePage()
    {
        rendu.Etat.AddModelError("", "Choisissez un niveau.");
        rendu.Etat.AddModelError("A", "Choisissez un niveau.");
        await rendu.HtmlAsync(new SaisieTagHelper { Nom = "A", Id = "a", Libelle = "A" });

        var recapitulatif = await rendu.ElementAsync(new ErreursTagHelper());

        Assert.Equal("Choisissez un niveau.", Assert.Single(recapitulatif.QuerySelectorAll("li > a")).TextContent);
        Assert.Single(recapitulatif.QuerySelectorAll("li"));
    }

    [Fact]
    public async Task Erreurs_AreNothingWhenAllIsGood() => Assert.Equal("", await rendu.HtmlAsync(new ErreursTagHelper()));

    [Fact]
    public void Title_SaysThatThereIsAnError()
    {
        var donnees = new ViewDataDictionary(new EmptyModelMetadataProvider(), rendu.Etat) { [Gabarit.Titre] = "Motif" };
        Assert.Equal("Motif – FaireAvec", Gabarit.TitreComplet(donnees));

        rendu.Etat.AddModelError("x", "y");

        Assert.Equal("Erreur : Motif – FaireAvec", Gabarit.TitreComplet(donnees).Replace('\u00a0', ' '));
    }

    [Fact]
    public void Title_Missing_SaysWhatToWrite() =>
        Assert.Contains("ViewData[Gabarit.Titre]", Assert.Throws<InvalidOperationException>(() => Gabarit.TitreComplet(new ViewDataDictionary(new EmptyModelMetadataProvider(), rendu.Etat))).Message, StringComparison.Ordinal);

    internal enum Couleur
    {
        [Display(Name = "Rouge vif", Description = "Comme une brique")]
        Rouge,
        Vert,
    }

    internal sealed class Modele
    {
        [Display(Name = "Nom de la personne", Description = "Comme sur la carte")]
        [StringLength(80)]
        public string? Nom { get; set; }

        public int? Age { get; set; }

        [Display(Name = "Motif")]
        [MaxLength(300)]
        public string? Motif { get; set; }

        [Display(Name = "Choix")]
        public Couleur? Choix { get; set; }

        public string[] Plusieurs { get; set; } = [];

        [Display(Name = "Naissance")]
        public DateOnly? Naissance { get; set; }
    }
}
