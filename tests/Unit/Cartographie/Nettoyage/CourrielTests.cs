using FaireAvec.Cartographie.Nettoyage;

namespace FaireAvec.Tests.Unit.Cartographie.Nettoyage;

/// <summary>E-mails: mended without guessing; those of people are held back.</summary>
public class CourrielTests
{
    [Theory]
    [InlineData("contact@exemple.org", "contact@exemple.org")]
    [InlineData(" contact@exemple.org ", "contact@exemple.org")]
    [InlineData("mailto:contact@exemple.org", "contact@exemple.org")]
    [InlineData(": contact@exemple.org", "contact@exemple.org")]
    [InlineData("contact@@exemple.org", "contact@exemple.org")]
    [InlineData("contact[a]exemple.org", "contact@exemple.org")]
    [InlineData("contact (at) exemple.org", "contact@exemple.org")]
    [InlineData(".contact@exemple.org.", "contact@exemple.org")]
    [InlineData("Contact@Exemple.ORG", "Contact@exemple.org")]
    [InlineData("Mairie : mairie@exemple.org", "mairie@exemple.org")]
    [InlineData("contact@exemple.org ou mairie@exemple.org", "contact@exemple.org|mairie@exemple.org")]
    [InlineData("contact@exemple.org;mairie@exemple.org", "contact@exemple.org|mairie@exemple.org")]
    [InlineData("contact@exemple.org / mairie@exemple.org", "contact@exemple.org|mairie@exemple.org")]
    [InlineData("contact@exemple.org|contact@exemple.org", "contact@exemple.org")]
    [InlineData("- direction@exemple.org", "direction@exemple.org")]
    public void Une_adresse_est_reparee(string texte, string attendu) => Assert.Equal(attendu, string.Join('|', Courriel.Nettoyer(texte).Valeur!));

    [Theory]
    [InlineData("www.exemple.org")]
    [InlineData("@exemple.org")]
    [InlineData("contact@exemple")]
    [InlineData("@")]
    [InlineData("Rubrique contactez-nous")]
    [InlineData("mediathèque@exemple.org")]
    [InlineData("accueil@cc montagne.fr")]
    [InlineData("maisondes services@exemple.org")]
    public void Ce_qui_n_est_pas_une_adresse_est_retire(string texte)
    {
        var n = Courriel.Nettoyer(texte);
        Assert.Empty(n.Valeur!);
    }

    [Fact]
    public void Une_lettre_accentuee_n_est_pas_remplacee_mais_suggeree() =>
        Assert.Equal("mediatheque@exemple.org", Assert.Single(Courriel.Nettoyer("médiathèque@exemple.org").Releve.Anomalies).Suggestion);

    [Theory]
    [InlineData("sophie.durand@exemple.org")]
    [InlineData("durand.sophie@exemple.org")]
    [InlineData("s.durand@exemple.org")]
    [InlineData("s-durand@exemple.org")]
    [InlineData("sophie@exemple.org")]
    [InlineData("sophie_durand@exemple.org")]
    [InlineData("sophiedurand42@gmail.com")]
    [InlineData("durand.sophie@orange.fr")]
    [InlineData("zbigniew.kowalski@exemple.org")]
    [InlineData("jean-paul.durand@ville.example")]
    [InlineData("s.durand-fs@ville.example")]
    [InlineData("s.durand.ccas@ville.example")]
    [InlineData("s.durand-lyon@exemple.org")]
    [InlineData("durand.s@exemple.org")]
    public void L_adresse_d_une_personne_est_retenue(string texte)
    {
        var n = Courriel.Nettoyer(texte);
        Assert.Empty(n.Valeur!);
        Assert.Equal(EtatValeur.Retenue, n.Etat);
        Assert.DoesNotContain("durand", string.Join(' ', n.Releve.Corrections) + string.Join(' ', n.Releve.Retenues), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contact@exemple.org")]
    [InlineData("mairie@exemple.org")]
    [InlineData("mediatheque@exemple.org")]
    [InlineData("accueil@exemple.org")]
    [InlineData("franceservices@exemple.org")]
    [InlineData("france-services.grenoble@exemple.org")]
    [InlineData("mairiedefoce@orange.fr")]
    [InlineData("commune-de-la-tour42@orange.fr")]
    [InlineData("saint.etienne@exemple.org")]
    [InlineData("foyer.rural@wanadoo.fr")]
    [InlineData("espace-numerique@gmail.com")]
    [InlineData("conseiller.numerique@exemple.org")]
    [InlineData("les.tilleuls@exemple.org")]
    [InlineData("c.numerique.pays@exemple.org")]
    [InlineData("l.escale-fs@exemple.org")]
    [InlineData("c.tilleuls.ccas@tilleuls.example")]
    [InlineData("ccas@exemple.org")]
    [InlineData("epn42@exemple.org")]
    [InlineData("grenoble.alpes@grenoble-alpes.example")]
    public void La_boite_d_un_service_est_gardee(string texte) => Assert.Equal([texte], Courriel.Nettoyer(texte).Valeur!);

    [Fact]
    public void Une_adresse_grand_public_sans_mot_de_service_est_gardee_et_signalee()
    {
        var n = Courriel.Nettoyer("tilleuls42@gmail.com");
        Assert.Equal(["tilleuls42@gmail.com"], n.Valeur!);
        Assert.Equal(Regles.CourrielIncertain, Assert.Single(n.Releve.Anomalies).Regle);
    }
}
