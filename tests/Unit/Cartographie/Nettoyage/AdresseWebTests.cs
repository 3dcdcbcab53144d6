using FaireAvec.Cartographie.Nettoyage;

namespace FaireAvec.Tests.Unit.Cartographie.Nettoyage;

/// <summary>Web addresses: repaired, never dangerous.</summary>
public class AdresseWebTests
{
    [Theory]
    [InlineData("https://www.exemple.org/Page?Id=A", "https://www.exemple.org/Page?Id=A")]
    [InlineData("HTTPS://WWW.Exemple.Org/Page", "https://www.exemple.org/Page")]
    [InlineData("www.exemple.org", "http://www.exemple.org")]
    [InlineData("exemple.org/Page", "http://exemple.org/Page")]
    [InlineData("www,exemple.org", "http://www.exemple.org")]
    [InlineData("www: exemple.org", "http://www.exemple.org")]
    [InlineData("wwww.exemple.org", "http://www.exemple.org")]
    [InlineData("https//:www.exemple.org", "https://www.exemple.org")]
    [InlineData("https/www.exemple.org", "https://www.exemple.org")]
    [InlineData("http:/exemple.org", "http://exemple.org")]
    [InlineData("http://https://exemple.org", "http://exemple.org")]
    [InlineData("https://https://exemple.org", "https://exemple.org")]
    [InlineData("htpp://exemple.org", "http://exemple.org")]
    [InlineData("http://exemple.org,page/170.html", "")]
    [InlineData("http://exemple.org/Le-Ranch,170.html", "http://exemple.org/Le-Ranch,170.html")]
    [InlineData("http://exemple.org/a[1]", "http://exemple.org/a%5B1%5D")]
    [InlineData("Site internet : https://exemple.org/", "https://exemple.org/")]
    [InlineData("https://exemple.org (accueil)", "https://exemple.org")]
    [InlineData("https://a.example.org; https://b.example.org", "https://a.example.org|https://b.example.org")]
    [InlineData("https://a.example.org, www.b.example.org", "https://a.example.org|http://www.b.example.org")]
    [InlineData("https://a.example.org/ https://b.example.org/x", "https://a.example.org/|https://b.example.org/x")]
    [InlineData("https://a.example.org/\nhttps://b.example.org/", "https://a.example.org/|https://b.example.org/")]
    [InlineData("https://a.example.org/ - https://b.example.org/", "https://a.example.org/|https://b.example.org/")]
    [InlineData("https://exemple.org/Page-", "https://exemple.org/Page-")]
    [InlineData("https://exemple.org/Page -", "https://exemple.org/Page")]
    [InlineData("https://a.example.org|https://a.example.org", "https://a.example.org")]
    public void Une_adresse_est_reparee(string texte, string attendu) => Assert.Equal(attendu, string.Join('|', AdresseWeb.NettoyerListe(texte).Valeur!));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://exemple.org")]
    [InlineData("data:text/html,x")]
    [InlineData("http://moi:secret@exemple.org/")]
    [InlineData("http://localhost/")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://192.168.1.1/admin")]
    [InlineData("http://[::1]/")]
    [InlineData("http://serveur.local/")]
    [InlineData("http://2130706433/")]
    [InlineData("facebook : Le Fournil")]
    [InlineData("contact@exemple.org")]
    [InlineData("http://exemple")]
    [InlineData("oui")]
    [InlineData("@Compte")]
    public void Ce_qui_n_est_pas_une_adresse_publique_est_retire(string texte)
    {
        var n = AdresseWeb.NettoyerListe(texte);
        Assert.Empty(n.Valeur!);
        Assert.NotEmpty(n.Releve.Anomalies);
        Assert.DoesNotContain("secret", string.Join(' ', n.Releve.Corrections) + string.Join(' ', n.Releve.Anomalies), StringComparison.Ordinal);
    }
}
