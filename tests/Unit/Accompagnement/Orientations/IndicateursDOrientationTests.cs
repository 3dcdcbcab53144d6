using FaireAvec.Accompagnement.Domain.Orientations;
using static FaireAvec.Tests.Unit.Accompagnement.Orientations.OrientationDEssai;

namespace FaireAvec.Tests.Unit.Accompagnement.Orientations;

/// <summary>The figures: what is counted, out of what, and what is hidden.</summary>
public sealed class IndicateursDOrientationTests
{
    private static OrientationComptee Une(bool honoree = false, int rang = 0, bool urgente = false, double? reponse = null, int ilYA = 30, EtatDOrientation etat = EtatDOrientation.Recue, bool rendue = false) =>
        new(etat, rang, urgente, Maintenant.AddDays(-ilYA), reponse is { } r ? Maintenant.AddDays(-ilYA + r) : null, honoree ? Maintenant : null, rendue);

    [Fact]
    public void Moins_de_onze_ne_se_montre_pas()
    {
        var chiffres = IndicateursDOrientation.De([.. Enumerable.Range(0, 10).Select(_ => Une(honoree: true, urgente: true, reponse: 1))], Maintenant);
        Assert.Equal((null, null, null, null, false), (chiffres.Effectif, chiffres.Honorees, chiffres.Urgentes, chiffres.DelaiMedian, chiffres.TropDUrgentes));
    }

    [Fact]
    public void Un_petit_groupe_dans_un_grand_ne_se_montre_pas_non_plus()
    {
        var chiffres = IndicateursDOrientation.De([.. Enumerable.Range(0, 40).Select(i => Une(honoree: i < 3, rang: i < 12 ? 1 : 0))], Maintenant);
        Assert.Equal(40, chiffres.Effectif);
        Assert.Null(chiffres.Honorees);
        Assert.Equal(0.3, chiffres.Ricochets!.Value.Valeur);
    }

    [Fact]
    public void La_venue_se_compte_parmi_celles_qui_ont_eu_le_temps()
    {
        // Twenty that came, twenty that didn't; fifty of this week don't count yet.
        var chiffres = IndicateursDOrientation.De([.. Enumerable.Range(0, 40).Select(i => Une(honoree: i < 20)), .. Enumerable.Range(0, 50).Select(_ => Une(ilYA: 5, etat: EtatDOrientation.Envoyee))], Maintenant);
        Assert.Equal((0.5, 40), (chiffres.Honorees!.Value.Valeur, chiffres.Honorees.Value.Effectif));
    }

    [Fact]
    public void Le_delai_est_la_mediane_des_premieres_reponses()
    {
        var chiffres = IndicateursDOrientation.De([.. Enumerable.Range(1, 12).Select(i => Une(reponse: i)), Une()], Maintenant);
        Assert.Equal((6.5, 12), (chiffres.DelaiMedian, chiffres.Repondues));
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(21, true)]
    public void Plus_de_quatre_urgentes_sur_dix_se_disent(int urgentes, bool trop) =>
        Assert.Equal(trop, IndicateursDOrientation.De([.. Enumerable.Range(0, 50).Select(i => Une(urgente: i < urgentes))], Maintenant).TropDUrgentes);
}
