using FaireAvec.Cartographie.Nettoyage;

namespace FaireAvec.Tests.Unit.Cartographie.Nettoyage;

/// <summary>Closed lists, in today's labels whatever was written.</summary>
public class LibellesTests
{
    [Theory]
    [InlineData("Aide aux démarches administratives", "Aide aux démarches administratives")]
    [InlineData("AIDE AUX DEMARCHES ADMINISTRATIVES", "Aide aux démarches administratives")]
    [InlineData("Aide aux démarche administrative", "Aide aux démarches administratives")]
    [InlineData("Devenir autonome dans les démarches administratives;Prendre en main un ordinateur;Utiliser le numérique au quotidien", "Aide aux démarches administratives|Maîtrise des outils numériques du quotidien")]
    [InlineData("S’équiper en matériel informatique", "Acquisition de matériel informatique à prix solidaire")]
    public void Un_service_est_reconnu(string texte, string attendu) => Assert.Equal(attendu, string.Join('|', ListesDuStandard.Services.Nettoyer(texte, new Releve())));

    [Theory]
    [InlineData("Gratuit : Je peux accéder gratuitement au lieu et à ses services", "Gratuit")]
    [InlineData("Gratuit sous condition : La gratuité est conditionnée à des critères", "Gratuit sous condition")]
    [InlineData("Adhésion : L'accès au lieu et/ou à ses services nécessite d'y adhérer", "Gratuit sous condition")]
    [InlineData("Accepte le Pass numérique : il est possible d'utiliser un Pass numérique pour accéder au lieu", "")]
    [InlineData("Gratuité partielle", "")]
    public void Les_frais_de_la_version_0_deviennent_ceux_d_aujourd_hui(string texte, string attendu) => Assert.Equal(attendu, string.Join('|', ListesDuStandard.Frais.Nettoyer(texte, new Releve())));

    [Fact]
    public void Une_valeur_inconnue_est_laissee_de_cote_avec_la_plus_proche()
    {
        var releve = new Releve();
        Assert.Empty(ListesDuStandard.Accompagnements.Nettoyer("Accompagnement individualisé", releve));
        var anomalie = Assert.Single(releve.Anomalies);
        Assert.Equal((Regles.ListeInconnue, "Accompagnement individuel"), (anomalie.Regle, anomalie.Suggestion));
    }

    [Fact]
    public void Une_valeur_d_une_autre_colonne_y_est_rangee()
    {
        var recus = new List<string>();
        var gardes = ListesDuStandard.Publics.Nettoyer("Jeunes (16-26 ans);Surdité;Adultes", new Releve(), (ListesDuStandard.PrisesEnCharge, recus));
        Assert.Equal(["Jeunes"], gardes);
        Assert.Equal(["Surdité"], recus);
    }
}
