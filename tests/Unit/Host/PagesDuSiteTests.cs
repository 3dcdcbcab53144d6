using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FaireAvec.Host.Areas.Site;
using FaireAvec.Tests.Unit.Territoires;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Tests.Unit.Host;

public class PagesDuSiteTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly string Dossier = Path.Combine(Path.GetDirectoryName(Donnees.Dossier)!, "src", "Host");

    [Fact]
    public void La_liste_des_pages_est_celle_des_adresses_declarees_par_les_pages()
    {
        var declarees = typeof(PagesDuSite).Assembly.GetCustomAttributes<RazorCompiledItemAttribute>()
            .Where(p => p.Identifier.StartsWith("/Areas/Site/Pages/", StringComparison.Ordinal) && p.Identifier.EndsWith("/Index.cshtml", StringComparison.Ordinal))
            .Select(p => (Cle: p.Identifier.Split('/')[4], Adresse: p.Type.GetCustomAttributes<RazorCompiledItemMetadataAttribute>().Single(m => m.Key == "RouteTemplate").Value));

        Assert.Equal(PagesDuSite.Toutes.Select(p => (p.Cle, p.Adresse)).Order(), declarees.Order());
    }

    [Fact]
    public void Chaque_texte_existe_en_anglais()
    {
        var (francais, anglais) = (Noms("Textes.resx"), Noms("Textes.en.resx"));

        Assert.Equal(francais, anglais);
        Assert.All(PagesDuSite.Toutes, p => Assert.Contains($"{p.Cle}Titre", francais));
        Assert.All(PagesDuSite.Toutes, p => Assert.Contains($"{p.Cle}Description", francais));
    }

    [Fact]
    public void Chaque_contenu_a_la_meme_structure_dans_les_deux_langues()
    {
        var francais = Directory.GetFiles(Path.Combine(Dossier, "Areas", "Site", "Pages"), "_Contenu.fr.cshtml", SearchOption.AllDirectories);

        Assert.Equal(8, francais.Length);
        Assert.All(francais, f => Assert.Equal(Balises(f), Balises(f.Replace(".fr.", ".en.", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("fr", "prénom|téléphone|e-mail|SMS|carte de parcours|chiffrés|trois mois après le rendez-vous|envoie à un autre lieu|Page mise à jour le 26 novembre 2026")]
    [InlineData("en", "first name|telephone|e-mail|text message|carte de parcours|encrypted|three months after the appointment|sends another place|Page updated on 26 November 2026")]
    [InlineData("facile", "prénom|téléphone|e-mail|SMS|carte de parcours|3 mois|un autre lieu")]
    public void La_page_sur_la_vie_privee_parle_des_reservations_du_suivi_et_de_l_orientation(string langue, string mots)
    {
        var page = File.ReadAllText(Path.Combine(Dossier, "Areas", "Site", "Pages", "ViePrivee", $"_Contenu.{langue}.cshtml"));
        using var registre = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(Donnees.Dossier)!, "data", "rgpd", "traitements.json")));
        string Duree(string cle) => registre.RootElement.GetProperty("traitements").EnumerateArray().Single(t => t.GetProperty("cle").GetString() == cle).GetProperty("conservation").GetProperty("duree").GetString()!;

        Assert.All(mots.Split('|'), m => Assert.Contains(m, page, StringComparison.Ordinal));
        Assert.Equal(["P3M", "P12M", "P12M"], new[] { "rendez-vous", "suivi", "orientations" }.Select(Duree));
    }

    [Fact]
    public void Le_francais_a_ses_espaces_insecables_et_ses_apostrophes() =>
        Assert.All(ContenusEnFrancais(), f =>
        {
            var texte = Regex.Replace(File.ReadAllText(f), """@\([^)]*\)+|\$"[^"]*"|"@[^"]*"|@if[^\n]*|&\w+;""", "", RegexOptions.None, Patience);
            Assert.DoesNotMatch("[a-zéèêàç] [:;?!»]|« | »|[a-zéèêàç]'[a-zéèêàç]", texte);
        });

    [Fact]
    public void Ce_que_l_operateur_n_a_pas_dit_reste_inconnu()
    {
        var vide = Operateur.De(new ConfigurationBuilder().AddInMemoryCollection([new("Operateur:Nom", " ")]).Build());
        var connu = Operateur.De(new ConfigurationBuilder().AddInMemoryCollection([new("Operateur:Telephone", "04 77 00 00 00"), new("Operateur:Courriel", "contact@exemple.fr")]).Build());

        Assert.Null(vide.Nom);
        Assert.False(vide.Joignable);
        Assert.True(connu.Joignable);
        Assert.Equal("0477000000", connu.TelephoneANumeroter);
        Assert.Equal("contact@exemple.fr", connu.CourrielDonneesPersonnelles);
    }

    private static string[] ContenusEnFrancais() =>
        [.. new[] { "_Contenu.fr.cshtml", "_Contenu.facile.cshtml" }.SelectMany(n => Directory.GetFiles(Path.Combine(Dossier, "Areas", "Site", "Pages"), n, SearchOption.AllDirectories))];

    private static List<string> Noms(string fichier) =>
        [.. XDocument.Load(Path.Combine(Dossier, "Ressources", fichier)).Root!.Elements("data").Select(d => d.Attribute("name")!.Value).Order(StringComparer.Ordinal)];

    // Titles, lists, cards and links: a part that is missing in one language shows.
    private static string Balises(string fichier) =>
        string.Join(' ', Regex.Matches(File.ReadAllText(fichier), """<(?:h[1-6]|li|p|section|fa-[a-z-]+)\b|href="[^"]*["]""", RegexOptions.None, Patience).Select(m => m.Value));
}
