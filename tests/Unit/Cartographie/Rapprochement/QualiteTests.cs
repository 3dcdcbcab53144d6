using FaireAvec.Cartographie.Rapprochement;
using FaireAvec.Cartographie.Rapprochement.Apprentissage;
using FaireAvec.Tests.Unit.Territoires;

namespace FaireAvec.Tests.Unit.Cartographie.Rapprochement;

/// <summary>The gate of quality: precision and recall on the pairs that were kept to measure, and never used to estimate.</summary>
public class QualiteTests
{
    [Fact]
    public void Sur_les_paires_gardees_la_precision_est_de_97_pour_cent_et_le_rappel_de_85_au_moins()
    {
        var mesures = new Estimation(MoteurDeTest.Engin.Preparateur).Mesurer(MoteurDeTest.Engin.Comparateur.Poids, MoteurDeTest.Paires.Where(p => p.Garde));
        foreach (var (strate, mesure) in mesures)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{strate} ({mesure.Trouves + mesure.Manques} mêmes, {mesure.Fautes + mesure.Distincts} distinctes) : {Estimation.EnMots(mesure)}");
        }

        Assert.True(mesures["ensemble"].Precision >= 0.97, Estimation.EnMots(mesures["ensemble"]));
        Assert.True(mesures["ensemble"].Rappel >= 0.85, Estimation.EnMots(mesures["ensemble"]));
        Assert.True(mesures["certains"].Precision >= 0.98, Estimation.EnMots(mesures["certains"]));
        Assert.True(mesures["certains"].Rappel >= 0.92, Estimation.EnMots(mesures["certains"]));
    }

    [Fact]
    public void Le_jeu_a_plus_de_500_paires_aucune_commune_n_est_dans_les_deux_parts()
    {
        Assert.True(MoteurDeTest.Paires.Count > 500);
        HashSet<int> Communes(bool garde) => [.. MoteurDeTest.Paires.Where(p => p.Garde == garde).SelectMany(p => (int[])[Commune(p.A), Commune(p.B)]).Where(c => c != 0)];
        Assert.Empty(Communes(true).Intersect(Communes(false)));

        static int Commune(FaireAvec.Cartographie.Domain.FicheLieu fiche) => MoteurDeTest.Engin.Preparateur.Preparer(fiche).Commune;
    }

    [Fact]
    public void Les_poids_livres_sont_ceux_que_les_paires_livrees_donnent()
    {
        var poids = new Estimation(MoteurDeTest.Engin.Preparateur).Estimer(MoteurDeTest.Paires, "");
        var livres = MoteurDeTest.Engin.Comparateur.Poids;
        Assert.Equal(livres.SeuilMeme, poids.SeuilMeme, 2);
        foreach (var (indice, valeur) in livres.Indices)
        {
            Assert.True(Math.Abs(valeur - poids.Indices[indice]) < 0.02, $"{indice} : {valeur} livré, {poids.Indices[indice]} estimé");
        }
    }

    [Fact]
    public void Aucun_poids_n_a_un_signe_que_le_guide_refuse()
    {
        foreach (var (nom, valeur) in MoteurDeTest.Engin.Comparateur.Poids.Indices)
        {
            Assert.True(Signes.De(Enum.Parse<Indice>(nom)) * valeur >= 0, $"{nom} : {valeur}");
        }
    }

    [Fact]
    public void Les_frequences_livrees_sont_celles_des_lieux_livres()
    {
        var comptees = CalculDesFrequences.Compter(LieuxLivres.Tous.Concat<FaireAvec.Cartographie.Domain.FicheLieu>([]), Donnees.Territoires);
        var livrees = MoteurDeTest.Engin.Preparateur.Frequences;
        Assert.InRange(livrees.Noms, comptees.Noms * 0.99, comptees.Noms * 1.01);
        Assert.InRange(livrees.Mots.Count, comptees.Mots.Count(m => m.Value > 1) * 0.98, comptees.Mots.Count(m => m.Value > 1) * 1.02);
    }

    [Theory]
    [InlineData(0, 0, 0, 1)]
    [InlineData(97, 100, 0.9155, 0.9897)]
    [InlineData(10, 10, 0.7225, 1)]
    public void L_intervalle_de_Wilson_est_celui_des_tables(int succes, int total, double bas, double haut)
    {
        var (b, h) = Mesure.Wilson(succes, total);
        Assert.Equal(bas, b, 0.0005);
        Assert.Equal(haut, h, 0.0005);
    }

    [Fact]
    public void Des_poids_qui_trouvent_moins_ne_remplacent_pas_les_anciens()
    {
        var avant = new Mesure(90, 10, 2, 98, 5);
        Assert.True(Estimation.PasMoinsBons(avant, new Mesure(91, 9, 2, 98, 5)));
        Assert.True(Estimation.PasMoinsBons(avant, avant));
        Assert.False(Estimation.PasMoinsBons(avant, new Mesure(80, 20, 0, 100, 5)));
        Assert.False(Estimation.PasMoinsBons(avant, new Mesure(95, 5, 8, 92, 5)));
    }
}
