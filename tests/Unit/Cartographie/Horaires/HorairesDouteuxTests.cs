using FaireAvec.Cartographie.Horaires;
using FaireAvec.Cartographie.Recherche;

namespace FaireAvec.Tests.Unit.Cartographie.Horaires;

public class HorairesDouteuxTests
{
    [Theory]
    [InlineData("We 14:00-14:00")]
    [InlineData("Th 00:00-00:00")]
    [InlineData("Th 0:00 - 0:00")]
    [InlineData("Mo-Fr 09:00-12:00,14:00-14:00")]
    [InlineData("Mo 09:00-12:00; Tu 12:00-12:00; We 09:00-12:00")]
    [InlineData("Fr 17:00-12:00")]
    [InlineData("Mo-Fr 17:30-09:00")]
    [InlineData("Mo 13:30-07:00")]
    [InlineData("week 1-53/2 Mo 11:00-11:00")]
    public void Une_plage_qui_remplit_un_formulaire_n_ouvre_pas_le_lieu(string texte)
    {
        var lus = HorairesOsm.Analyser(texte);
        Assert.True(lus.Reussi, "The OSM grammar reads it.");
        Assert.True(HorairesDouteux.Sont(lus.Valeur));
        Assert.Null(HorairesDuLieu.Lire(texte));
        Assert.True(HorairesDuLieu.SontAVerifier(texte));

        // Neither open nor closed, at any time.
        Assert.Equal(0, new ReleveDesHoraires().Numero(texte, "75"));
    }

    [Theory]
    [InlineData("24/7")]
    [InlineData("Mo-Su 00:00-24:00")]
    [InlineData("00:00-24:00")]
    [InlineData("Mo-Fr 09:00-12:00,14:00-18:00")]
    [InlineData("Fr-Sa 18:00-02:00")]
    [InlineData("Sa 20:00-06:00")]
    [InlineData("Mo-Su 19:00-09:00")]
    [InlineData("Sa 10:00-00:00")]
    [InlineData("Sa 09:00-00:30")]
    [InlineData("18:00+")]
    [InlineData("Mo 00:00-00:30")]
    [InlineData("Mo 10:00-10:30")]
    public void Ce_qui_est_voulu_reste(string texte)
    {
        Assert.NotNull(HorairesDuLieu.Lire(texte));
        Assert.False(HorairesDuLieu.SontAVerifier(texte));
    }

    [Fact]
    public void Ce_qui_n_est_pas_compris_n_est_pas_douteux()
    {
        Assert.Null(HorairesDuLieu.Lire("sur place"));
        Assert.Null(HorairesDuLieu.Lire(null));
        Assert.False(HorairesDuLieu.SontAVerifier("sur place"));
        Assert.False(HorairesDuLieu.SontAVerifier(null));
    }

    [Fact]
    public void Aucun_lieu_livre_n_est_ouvert_en_pleine_nuit_par_remplissage()
    {
        var douteux = LieuxLivres.Tous.Where(l => HorairesDuLieu.SontAVerifier(l.Horaires)).ToList();
        Assert.Equal(NombreDeLieux, douteux.Count);
        var index = LieuxLivres.Index;
        for (var i = 0; i < index.Nombre; i++)
        {
            if (HorairesDuLieu.SontAVerifier(index[i].Horaires))
            {
                Assert.Null(new ConnaissanceDuLieu(index, i, FaireAvec.Tests.Support.HorlogeFactice.Depart).Horaires);
            }
        }
    }

    // Twelve strings; some places share one.
    private const int NombreDeLieux = 13;
}
