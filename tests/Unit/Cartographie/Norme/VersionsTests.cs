using System.Text;
using FaireAvec.Cartographie.Norme;

namespace FaireAvec.Tests.Unit.Cartographie.Norme;

/// <summary>Files of the versions 0.x: read, translated, told.</summary>
public sealed class VersionsTests
{
    [Theory]
    [InlineData("services", "Devenir autonome dans les démarches administratives", "services=Aide aux démarches administratives")]
    [InlineData("services", "Prendre en main un ordinateur;Approfondir ma culture numérique", "services=Maîtrise des outils numériques du quotidien|Compréhension du monde numérique")]
    [InlineData("services", "Soutenir la parentalité et l'éducation avec le numérique", "services=Parentalité et éducation avec le numérique")]
    [InlineData("services", "S’équiper en matériel informatique", "services=Acquisition de matériel informatique à prix solidaire")]
    [InlineData("conditions_acces", "Gratuit : Je peux accéder gratuitement au lieu et à ses services", "frais_a_charge=Gratuit")]
    [InlineData("conditions_access", "Gratuit sous condition : La gratuité est conditionnée", "frais_a_charge=Gratuit sous condition")]
    [InlineData("conditions_acces", "Adhésion : L'accès au lieu nécessite d'y adhérer", "frais_a_charge=Gratuit sous condition")]
    [InlineData("conditions_acces", "Accepte le Pass numérique : x", "")]
    [InlineData("publics_accueillis", "Familles/enfants;Adultes;Jeunes (16-26 ans)", "publics_specifiquement_adresses=Familles et/ou enfants|Jeunes")]
    [InlineData("publics_accueillis", "Surdité;Public langues étrangères;Personnes en situation d'illettrisme", "prise_en_charge_specifique=Surdité|Langues étrangères (autres)|Illettrisme")]
    [InlineData("public_accueillis", "Handicaps mentaux : déficiences limitant les activités d'une personne", "prise_en_charge_specifique=Handicaps mentaux")]
    [InlineData("labels_nationaux", "CNFS;Aidants Connect;Fabriques de Territoire;APTIC", "dispositif_programmes_nationaux=Conseillers numériques|Aidants Connect formations_labels=Fabriques de Territoire")]
    [InlineData("labels_nationaux", "Point relais CAF;Grandes écoles du numérique", "dispositif_programmes_nationaux=Point d'accès numérique CAF|Grande école du numérique")]
    [InlineData("labels_autres", "Lieu ressource", "autres_formations_labels=Lieu ressource")]
    [InlineData("modalites_accompagnement", "Seul : j'ai accès;A ma place : une personne habilitée", "modalites_accompagnement=En autonomie|Accompagnement individuel")]
    [InlineData("modalites_access", "Dans un atelier : j'apprends", "modalites_accompagnement=Dans un atelier collectif")]
    [InlineData("courriel", "a@example.org", "courriels=a@example.org")]
    [InlineData("accessibilite", "https://acceslibre.beta.gouv.fr/x", "fiche_acces_libre=https://acceslibre.beta.gouv.fr/x")]
    [InlineData("cle_ban", "69381_1", "")]
    public void Une_valeur_d_hier_devient_celle_d_aujourd_hui(string colonne, string valeur, string attendu)
    {
        var fiche = Assert.Single(Lieux.Relire(Encoding.UTF8.GetBytes($"id;{colonne}\n\"a\";\"{valeur}\"\n")));
        Assert.Equal(attendu, string.Join(' ', FaireAvec.Cartographie.Domain.FicheLieu.Colonnes.Where(c => c != "id" && fiche.Texte(c) is not null).Select(c => $"{c}={fiche.Texte(c)}")));
    }

    [Fact]
    public void Chaque_traduction_est_dite_et_aucune_ne_bloque()
    {
        var csv = "id,pivot,nom,commune,code_postal,date_maj,services,publics_accueillis,cle_ban\na,00000000000000,A,Lyon,69001,2022-05-09,Créer avec le numérique,Adultes;Handicaps psychiques : troubles,x\n";
        var (defauts, bilan) = Lieux.Valider(csv, toutes: false);
        Assert.Equal(
            ["NOR-VER-01 publics_accueillis publics_specifiquement_adresses", "NOR-VER-01 cle_ban ", "NOR-SEP-01 publics_specifiquement_adresses ", "NOR-VER-02 services Loisirs et créations numériques", "NOR-VER-03 publics_specifiquement_adresses ", "NOR-VER-02 publics_specifiquement_adresses Handicaps mentaux"],
            defauts.Where(d => d.Regle != "NOR-COL-03" && d.Regle != "NOR-COL-05").Select(d => $"{d.Regle} {d.Colonne} {d.Suggestion}"));
        Assert.Contains("le plus proche", defauts[^1].Message, StringComparison.Ordinal);
        Assert.Equal((0, "0", 1), (bilan.Bloquants, bilan.VersionLue, bilan.LignesV0));
    }

    [Fact]
    public void Un_fichier_d_aujourd_hui_est_de_la_version_1() => Assert.Equal("1", Lieux.Valider(Lieux.Csv(Lieux.Bon)).Bilan.VersionLue);

    [Fact]
    public void La_nouvelle_colonne_l_emporte_sur_l_ancienne_et_les_listes_se_reunissent()
    {
        var fiche = Assert.Single(Lieux.Relire("courriel,courriels,accessibilite,fiche_acces_libre\na@example.org,b@example.org,https://example.org/a,https://example.org/b\n"u8.ToArray()));
        Assert.Equal(["b@example.org", "a@example.org"], fiche.Courriels);
        Assert.Equal("https://example.org/b", fiche.FicheAccesLibre);
    }
}
