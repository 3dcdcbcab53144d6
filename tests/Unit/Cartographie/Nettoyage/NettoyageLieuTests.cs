using System.Globalization;
using CsvHelper;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Nettoyage;
using FaireAvec.Tests.Unit.Territoires;

namespace FaireAvec.Tests.Unit.Cartographie.Nettoyage;

/// <summary>Whole rows: a made-up one of version 0, and all those shipped.</summary>
public class NettoyageLieuTests
{
    private static readonly NettoyageLieu N = new(Donnees.Territoires);

    private static readonly ContexteNettoyage Contexte = new("essai", new DateOnly(2026, 11, 25));

    [Fact]
    public void Une_ligne_de_la_version_0_devient_une_fiche_d_aujourd_hui()
    {
        var ligne = new Dictionary<string, string?>
        {
            ["id"] = "source 1",
            ["nom"] = "  Espace &amp; numérique ",
            ["pivot"] = "211 300 017 00012",
            ["commune"] = "ST ETIENNE CEDEX 1",
            ["code_postal"] = "42000.0",
            ["adresse"] = "0 Rue Neuve - 42000 SAINT-ETIENNE",
            ["latitude"] = "45,4397",
            ["longitude"] = "4,3872",
            ["telephone"] = "06 39 98 12 34 / 04 77 12 34 56",
            ["courriel"] = "sophie.durand@exemple.org;contact@exemple.org",
            ["site_web"] = "www.exemple.org",
            ["services"] = "Prendre en main un ordinateur;Accéder à du matériel",
            ["conditions_acces"] = "Gratuit : Je peux accéder gratuitement au lieu et à ses services",
            ["publics_accueillis"] = "Jeunes (16-26 ans);Surdité;Adultes",
            ["labels_nationaux"] = "CNFS;Fabriques de Territoire;APTIC",
            ["modalites_access"] = "Seul : j'ai accès à du matériel et une connexion",
            ["date_maj"] = "31/01/2024",
        };
        var lieu = N.Nettoyer(ligne.GetValueOrDefault, Contexte);
        var f = lieu.Fiche;
        Assert.Equal(IssueNettoyage.Corrige, lieu.Issue);
        Assert.Equal(("source-1", "Espace & numérique", "21130001700012"), (f.Id, f.Nom, f.Pivot));
        Assert.Equal(("42000", "42218", "Saint-Étienne", "Rue Neuve"), (f.CodePostal, f.CodeInsee, f.Commune, f.Adresse));
        Assert.Equal((45.4397, 4.3872), (f.Latitude, f.Longitude));
        Assert.Equal("+33477123456", f.Telephone);
        Assert.Equal(["contact@exemple.org"], f.Courriels);
        Assert.Equal(["http://www.exemple.org"], f.SiteWeb);
        Assert.Equal([Vocabulaire.Outils, Vocabulaire.Acces], f.Services);
        Assert.Equal(["Gratuit"], f.FraisACharge);
        Assert.Equal((["Jeunes"], ["Surdité"]), (f.PublicsSpecifiquementAdresses.ToArray(), f.PriseEnChargeSpecifique.ToArray()), new DeuxListes());
        Assert.Equal(["Conseillers numériques"], f.DispositifProgrammesNationaux);
        Assert.Equal(["Fabriques de Territoire"], f.FormationsLabels);
        Assert.Equal(["En autonomie"], f.ModalitesAccompagnement);
        Assert.Equal(new DateOnly(2024, 1, 31), f.DateMaj);
        Assert.Equal("essai", f.Source);
        Assert.Equal(["courriels", "telephone"], lieu.Retenues.Select(r => r.Champ).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Une_ligne_vide_est_rejetee_avec_ses_raisons()
    {
        var lieu = N.Nettoyer(_ => null, Contexte);
        Assert.Equal(IssueNettoyage.Rejete, lieu.Issue);
        Assert.Equal(["code_postal", "commune", "id", "nom"], lieu.Anomalies.Select(a => a.Champ).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Les_lieux_livres_sont_tous_acceptes_ou_corriges_et_une_seconde_fois_inchanges()
    {
        var rejetes = 0;
        foreach (var lieu in LieuxLivres.Tous)
        {
            var une = N.Nettoyer(lieu, Contexte);
            rejetes += une.Issue == IssueNettoyage.Rejete ? 1 : 0;
            var deux = N.Nettoyer(une.Fiche, Contexte);
            Assert.Empty(deux.Corrections);
            Assert.Empty(deux.Retenues);
            Assert.All(FicheLieu.Colonnes, c => Assert.Equal(une.Fiche.Texte(c), deux.Fiche.Texte(c)));
        }

        Assert.Equal(0, rejetes);
    }

    private sealed class DeuxListes : IEqualityComparer<(string[], string[])>
    {
        public bool Equals((string[], string[]) x, (string[], string[]) y) => x.Item1.SequenceEqual(y.Item1) && x.Item2.SequenceEqual(y.Item2);

        public int GetHashCode((string[], string[]) x) => x.Item1.Length;
    }
}
