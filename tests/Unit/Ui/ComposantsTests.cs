using FaireAvec.Ui.Composants;
using FaireAvec.Ui.Formulaires;
using FaireAvec.Ui.Html;
using Microsoft.AspNetCore.Http;

namespace FaireAvec.Tests.Unit.Ui;

public sealed class ComposantsTests
{
    private readonly Rendu rendu = new();

    public static TheoryData<string> Alphabet => [.. Rendu.Alphabet];

    [Fact]
    public async Task Bouton_WithoutHref_IsASubmitButton()
    {
        var bouton = (await rendu.ElementAsync(new BoutonTagHelper { Icone = "check" }, contenu: "Enregistrer")).Children.Single();

        Assert.Equal("BUTTON", bouton.TagName);
        Assert.Equal("submit", bouton.GetAttribute("type"));
        Assert.Equal("Enregistrer", bouton.TextContent);
        Assert.Equal("true", bouton.QuerySelector("svg")!.GetAttribute("aria-hidden"));
    }

    [Fact]
    public async Task Bouton_WithHref_IsALinkThatSaysItOpensElsewhere()
    {
        var lien = (await rendu.ElementAsync(new BoutonTagHelper { Href = "/lieux", NouvelOnglet = true, Variante = VarianteBouton.Second }, contenu: "Voir")).Children.Single();

        Assert.Equal("A", lien.TagName);
        Assert.Equal("noopener noreferrer", lien.GetAttribute("rel"));
        Assert.Contains("(nouvel onglet)", lien.TextContent, StringComparison.Ordinal);
        Assert.Contains("fa-bouton--second", lien.ClassList);
    }

    [Fact]
    public async Task Bouton_KeepsAttributesOfThePageAndAddsItsClass()
    {
        var bouton = (await rendu.ElementAsync(new BoutonTagHelper(), contenu: "x", attributs: [("class", "mien"), ("data-confirmer", "Sûr ?")])).Children.Single();

        Assert.Equal("fa-bouton mien", bouton.ClassName);
        Assert.Equal("Sûr ?", bouton.GetAttribute("data-confirmer"));
    }

    [Theory]
    [MemberData(nameof(Alphabet))]
    public async Task Texts_AreWrittenAsTheyAreRead(string texte)
    {
        var carte = (await rendu.ElementAsync(new CarteTagHelper { Titre = texte, Href = texte, Apart = texte }, contenu: texte)).QuerySelector(".fa-carte")!;

        Assert.Equal(texte, carte.QuerySelector("h2")!.TextContent);
        Assert.Equal(texte, carte.QuerySelector("a")!.GetAttribute("href"));
        // Razor gives an empty text for a null one: nothing is to be said, and nothing is written.
        Assert.Equal(texte.Length == 0 ? null : texte, carte.QuerySelector(".fa-carte__apart")?.TextContent);
        Assert.Empty(carte.QuerySelectorAll("b"));
    }

    public static TheoryData<string, FaTagHelper, string> Fautes => new()
    {
        { "no icon name", new IconeTagHelper(), "write nom=" },
        { "unknown icon", new IconeTagHelper { Nom = "licorne" }, "There is no icon \"licorne\"" },
        { "empty button", new BoutonTagHelper(), "write the text of the button" },
        { "link with a value", new BoutonTagHelper { Href = "/", Valeur = "1" }, "Remove href" },
        { "chip with nothing", new PuceTagHelper(), "write nom=" },
        { "chip with both", new PuceTagHelper { Nom = "a", Href = "/" }, "not both" },
        { "empty tag", new PastilleTagHelper(), "colour alone says nothing" },
        { "bare figure", new TuileTagHelper { Libelle = "x", Valeur = "1" }, "carries its n" },
        { "step outside", new EtapeDeFilTagHelper { Libelle = "x" }, "inside <fa-fil>" },
        { "line outside", new LigneTagHelper { Cle = "x" }, "inside <fa-recapitulatif>" },
        { "option outside", new OptionTagHelper { Valeur = "x", Libelle = "x" }, "inside <fa-radios>" },
        { "part outside", new PartieTagHelper { Titre = "x" }, "inside <fa-accordeon>" },
        { "table without caption", new TableauTagHelper(), "write legende=" },
        { "too deep title", new CarteTagHelper { Titre = "x", Niveau = 5 }, "niveau=\"2\", \"3\" or \"4\"" },
        { "pagination of nothing", new PaginationTagHelper(), "write pages=" },
        { "shares of 90", new PostureTagHelper { ALaPlace = 30, Avec = 30, FaireFaire = 30 }, "make 100 together" },
        { "progress beyond", new ProgressionTagHelper { Libelle = "x", Valeur = 3, Max = 2 }, "between 0 and max" },
        { "chart of nothing", new BarresTagHelper { Titre = "x" }, "write <fa-vide>" },
        { "holes in a series", new LignesTagHelper { Titre = "x", Categories = ["a", "b"], Series = [new Serie("s", [1])] }, "null when unknown" },
        { "code too long", new QrTagHelper { Texte = new string('x', 601) }, "phones don't read" },
        { "field without model", new SaisieTagHelper(), "write pour=" },
        { "field without label", new SaisieTagHelper { Nom = "x" }, "write libelle=" },
        { "odd width", new SaisieTagHelper { Nom = "x", Libelle = "x", Largeur = 7 }, "Write one of 2, 3, 4" },
        { "number field", new SaisieTagHelper { Nom = "x", Libelle = "x", Type = "number" }, "inputmode=\"numeric\"" },
        { "no answers", new RadiosTagHelper { Nom = "x", Libelle = "x" }, "write options=" },
        { "no address", new AutocompletionTagHelper { Nom = "x", Libelle = "x" }, "write url=" },
    };

    [Theory]
    [MemberData(nameof(Fautes))]
    public async Task BadMarkup_SaysWhatToWrite(string situation, FaTagHelper composant, string remede)
    {
        var faute = await Assert.ThrowsAsync<InvalidOperationException>(() => rendu.HtmlAsync(composant));

        Assert.True(faute.Message.Contains(remede, StringComparison.Ordinal), $"{situation}: {faute.Message}");
    }

    [Theory]
    [InlineData(1, 1, "1")]
    [InlineData(1, 3, "1 2 3")]
    [InlineData(7, 16, "1 … 6 7 8 … 16")]
    [InlineData(4, 16, "1 2 3 4 5 … 16")]
    [InlineData(13, 16, "1 … 12 13 14 15 16")]
    [InlineData(16, 16, "1 … 15 16")]
    public void Pagination_NeverHidesASinglePage(int page, int pages, string attendu) =>
        Assert.Equal(attendu, string.Join(' ', Generateur.Numeros(page, pages).Select(n => n?.ToString() ?? "…")));

    [Fact]
    public async Task Pagination_KeepsTheRestOfTheQuery()
    {
        rendu.Http.Request.Path = "/lieux";
        rendu.Http.Request.QueryString = new QueryString("?ou=Saint-%C3%89tienne&gratuit=true&page=2");

        var nav = await rendu.ElementAsync(new PaginationTagHelper { Page = 2, Total = 45, ParPage = 20 });

        Assert.Equal("/lieux?ou=Saint-%C3%89tienne&gratuit=true&page=3", nav.QuerySelector("[rel=next]")!.GetAttribute("href"));
        Assert.Equal("/lieux?ou=Saint-%C3%89tienne&gratuit=true", nav.QuerySelector("[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("2", nav.QuerySelector("[aria-current=page]")!.TextContent);
        Assert.Equal("21 à 40 sur 45", nav.QuerySelector(".fa-pagination__etat")!.TextContent);

        var loin = await rendu.ElementAsync(new PaginationTagHelper { Page = 100, Total = 2400, ParPage = 24 });
        Assert.Equal("2 377 à 2 400 sur 2 400", loin.QuerySelector(".fa-pagination__etat")!.TextContent.Replace('\u202f', ' ').Replace('\u00a0', ' '));
    }

    [Fact]
    public async Task Colonne_ReversesTheSortThatItHas()
    {
        rendu.Http.Request.Path = "/lieux";
        rendu.Http.Request.QueryString = new QueryString("?tri=nom&page=4");
        string? nom = null, nombre = null;

        await rendu.HtmlAsync(new TableauTagHelper { Legende = "Lieux", Tri = new Tri("nom") }, contenu: "x", enfants: async parent =>
        {
            nom = await rendu.DansAsync(new ColonneTagHelper { Tri = "nom" }, parent, "Nom");
            nombre = await rendu.DansAsync(new ColonneTagHelper { Tri = "n", Nombre = true }, parent, "Nombre");
        });

        Assert.Contains("aria-sort=\"ascending\"", nom, StringComparison.Ordinal);
        Assert.Contains("href=\"/lieux?tri=-nom\"", nom, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-sort", nombre, StringComparison.Ordinal);
        Assert.Contains("href=\"/lieux?tri=n\"", nombre, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, false, "trié de A à Z", "trié de Z à A")]
    [InlineData(null, true, "trié du plus petit au plus grand", "trié du plus grand au plus petit")]
    [InlineData(OrdreDeTri.Date, false, "trié du plus ancien au plus récent", "trié du plus récent au plus ancien")]
    public async Task Colonne_SaysItsSortInTheWordsOfWhatItHolds(OrdreDeTri? ordre, bool nombre, string croissant, string decroissant)
    {
        foreach (var (tri, attendu) in new[] { (new Tri("x"), croissant), (new Tri("x", Decroissant: true), decroissant) })
        {
            string? colonne = null;
            await rendu.HtmlAsync(new TableauTagHelper { Legende = "Liste", Tri = tri }, contenu: "x", enfants: async parent => colonne = await rendu.DansAsync(new ColonneTagHelper { Tri = "x", Nombre = nombre, Ordre = ordre }, parent, "Titre"));
            Assert.Contains(attendu, System.Net.WebUtility.HtmlDecode(colonne), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Liste_AsksToChooseOnlyWhenNoAnswerIsEmpty()
    {
        var filtre = await rendu.ElementAsync(new ListeTagHelper { Nom = "type", Libelle = "Type", Options = [new("", "Tous"), new("a", "A")] });
        Assert.Equal(["Tous", "A"], filtre.QuerySelectorAll("option").Select(o => o.TextContent.Trim()));
        var champ = await rendu.ElementAsync(new ListeTagHelper { Nom = "type", Libelle = "Type", Options = [new("a", "A")] });
        Assert.Equal(["Choisissez", "A"], champ.QuerySelectorAll("option").Select(o => o.TextContent.Trim()));
    }

    [Theory]
    [InlineData("nom", "nom", false)]
    [InlineData("-nom", "nom", true)]
    [InlineData("; drop table", "n", true)]
    [InlineData(null, "n", true)]
    public void Tri_RefusesUnknownColumns(string? texte, string colonne, bool decroissant) =>
        Assert.Equal(new Tri(colonne, decroissant), Tri.Lire(texte, "-n", "n", "nom"));

    [Fact]
    public async Task Puce_ReadsItsStateFromTheQuery()
    {
        rendu.Http.Request.QueryString = new QueryString("?ouvert=true");

        var puces = Rendu.Lire(await rendu.HtmlAsync(new PuceTagHelper { Nom = "ouvert", Compte = 1400 }, contenu: "Ouvert") + await rendu.HtmlAsync(new PuceTagHelper { Nom = "gratuit" }, contenu: "Gratuit"));

        Assert.Equal([true, false], puces.QuerySelectorAll("input").Select(i => i.HasAttribute("checked")));
        Assert.All(puces.QuerySelectorAll("input"), i => Assert.NotNull(puces.QuerySelector($"label[for={i.Id}]")));
    }

    [Fact]
    public async Task Filtres_WorkWithoutScript()
    {
        rendu.Http.Request.Path = "/lieux";
        rendu.Http.Request.QueryString = new QueryString("?ou=Roanne&ouvert=true");

        var formulaire = (await rendu.ElementAsync(new FiltresTagHelper { Garder = "ou, besoin" }, contenu: "puces")).QuerySelector("form")!;

        Assert.Equal("get", formulaire.GetAttribute("method"));
        Assert.Equal("Roanne", formulaire.QuerySelector("input[type=hidden][name=ou]")!.GetAttribute("value"));
        Assert.Null(formulaire.QuerySelector("[name=besoin]"));
        Assert.NotNull(formulaire.QuerySelector("button[type=submit]:not([hidden])"));
    }

    [Fact]
    public async Task Recapitulatif_SaysUnknownAndNamesItsLinks()
    {
        var liste = await rendu.ElementAsync(new RecapitulatifTagHelper(), enfants: async parent =>
        {
            await rendu.EnfantAsync(new LigneTagHelper { Cle = "Motif", Modifier = "/m" }, parent, "Perte");
            await rendu.EnfantAsync(new LigneTagHelper { Cle = "Téléphone" }, parent);
        });

        Assert.Equal(["Perte", "Non renseigné"], liste.QuerySelectorAll("dd.govuk-summary-list__value").Select(d => d.TextContent));
        Assert.Equal("Modifier Motif", liste.QuerySelector("a")!.TextContent);
    }

    [Fact]
    public async Task Onglets_AreLinksToSections()
    {
        var onglets = await rendu.ElementAsync(new OngletsTagHelper(), enfants: async parent =>
        {
            await rendu.EnfantAsync(new PartieTagHelper { Titre = "Cette semaine" }, parent, "a");
            await rendu.EnfantAsync(new PartieTagHelper { Titre = "L’été" }, parent, "b");
        });

        Assert.Equal(["#cette-semaine", "#l-ete"], onglets.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.All(onglets.QuerySelectorAll("a"), a => Assert.NotNull(onglets.QuerySelector(a.GetAttribute("href")!)));
    }

    [Fact]
    public async Task Parts_WithTheSameIdAreRefused()
    {
        var faute = await Assert.ThrowsAsync<InvalidOperationException>(() => rendu.HtmlAsync(new AccordeonTagHelper(), enfants: async parent =>
        {
            await rendu.EnfantAsync(new PartieTagHelper { Titre = "Suite" }, parent);
            await rendu.EnfantAsync(new PartieTagHelper { Titre = "suite" }, parent);
        }));

        Assert.Contains("two parts have the id \"suite\"", faute.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feuille_CarriesItsCheckAddressAsCodeAndAsText()
    {
        var feuille = await rendu.ElementAsync(new FeuilleTagHelper { Titre = "Attestation", Verification = "https://exemple.fr/v/K7PD" }, contenu: "x");

        Assert.Contains("https://exemple.fr/v/K7PD", feuille.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("K7PD", feuille.QuerySelector(".fa-qr svg[role=img]")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.StartsWith("M4 4h7v1h-7z", feuille.QuerySelector(".fa-qr path")!.GetAttribute("d"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Navigation_FoldsWhatFollowsTheSixthLink_UnderItsHeadings_AndMarksWhereOneIs()
    {
        LienDeNavigation[] liens = [.. Enumerable.Range(1, 8).Select(i => new LienDeNavigation($"L{i}", $"/l{i}", $"/l{i}") { Groupe = i < 8 ? "Accompagner" : "Mon compte" })];
        rendu.Http.Request.Path = "/l8/suite";
        var nav = (await rendu.ElementAsync(new NavigationTagHelper { Libelle = "Menu", Liens = liens })).Children.Single();

        Assert.Equal(["L1", "L2", "L3", "L4", "L5", "L6"], nav.QuerySelectorAll(":scope > ul > li > a").Select(a => a.TextContent));
        var plus = nav.QuerySelector("details")!;
        Assert.Equal(["Accompagner", "Mon compte"], plus.QuerySelectorAll("p").Select(p => p.TextContent));
        Assert.Equal("true", plus.QuerySelector("a[href='/l8']")!.GetAttribute("aria-current"));
        Assert.Contains("fa-navigation__ici", plus.QuerySelector("summary")!.ClassList);
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(12, false)]
    public async Task Navigation_FoldsNeitherOneLinkAloneNorLinksWithoutHeading(int nombre, bool groupes)
    {
        LienDeNavigation[] liens = [.. Enumerable.Range(1, nombre).Select(i => new LienDeNavigation($"L{i}", $"/l{i}") { Groupe = groupes ? "G" : null })];
        var nav = (await rendu.ElementAsync(new NavigationTagHelper { Libelle = "Menu", Liens = liens })).Children.Single();

        Assert.Null(nav.QuerySelector("details"));
        Assert.Equal(nombre, nav.QuerySelectorAll("a").Length);
    }

    [Fact]
    public void LienDeNavigation_MarksItsSection()
    {
        var lien = new LienDeNavigation("Trouver", "/", "/lieux");

        Assert.Equal("page", lien.Courant("/"));
        Assert.Equal("true", lien.Courant("/lieux/42"));
        Assert.Null(lien.Courant("/lieux-dits"));
        Assert.Null(lien.Courant("/comprendre"));
    }

    [Fact]
    public void Icones_AreAllReadable() => Assert.All(Icones.Noms, nom => Assert.NotEmpty(Rendu.Lire(Rendu.Texte(Icones.Svg(nom))).QuerySelectorAll("svg > *")));
}
