using FaireAvec.Accompagnement.Domain.Capacitation;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Capacitation;

/// <summary>The gain of somebody, and the mean of several.</summary>
public class GainTests
{
    private static readonly DateOnly Debut = Tirages.Origine;

    [Fact]
    public void L_exemple_ecrit_donne_un_demi()
    {
        int[] debuts = [0, 1, 3, 2, 4], fins = [3, 3, 3, 4, 4], poids = [1, 1, 1, 2, 1];
        var gain = Gain.De(debuts.Select((d, i) => new Progression($"A0{i}", poids[i], d, fins[i])));
        Assert.Equal((9, 18), (gain.Numerateur, gain.Denominateur));
        Assert.Equal(0.50, gain.Valeur);
    }

    [Fact]
    public void Un_niveau_perdu_se_voit_en_negatif()
    {
        Assert.Equal(-0.5, Gain.De([new("A01", 1, 3, 2)]).Valeur);
        Assert.Equal(-1, Gain.De([new("A01", 1, 4, 0)]).Valeur);
        Assert.Equal(-1, Gain.De([new("A01", 1, 5, 4)]).Valeur);
        // One loss beside other gains counts against them.
        Assert.Equal(0.25, Gain.De([new("A01", 1, 3, 2), new("A02", 1, 3, 5)]).Valeur);
    }

    [Fact]
    public void Rien_a_gagner_ne_dit_rien()
    {
        Assert.Null(Gain.De([]).Valeur);
        Assert.Null(Gain.De([new("A01", 2, 5, 5)]).Valeur);
        Assert.Equal(1, Gain.De([new("A01", 2, 5, 5), new("A02", 1, 2, 5)]).Valeur);
    }

    [Fact]
    public void Deux_regards_a_quatorze_jours_au_moins()
    {
        Evaluation E(Moment moment, int jour, int niveau) => new(Tirages.Personne(1), "C01", niveau, Preuve.Observe, moment, Evaluateur.Mediateur, Debut.AddDays(jour));
        Assert.Empty(Progression.De([E(Moment.Initial, 0, 1), E(Moment.Sortie, 13, 3)], Tirages.Poids));
        Assert.Single(Progression.De([E(Moment.Initial, 0, 1), E(Moment.Sortie, 14, 3)], Tirages.Poids));
        // No exit, an exit before the start, a follow-up instead of an exit: no progression.
        Assert.Empty(Progression.De([E(Moment.Initial, 0, 1), E(Moment.EnCours, 30, 5)], Tirages.Poids));
        Assert.Empty(Progression.De([E(Moment.Initial, 20, 1), E(Moment.Sortie, 0, 5)], Tirages.Poids));
        Assert.Empty(Progression.De([E(Moment.Initial, 0, 1), E(Moment.M1, 60, 5)], Tirages.Poids));
        // A savoir-faire that the list doesn't know has no weight.
        Assert.Empty(Progression.De([E(Moment.Initial, 0, 1) with { SavoirFaire = "X" }, E(Moment.Sortie, 30, 5) with { SavoirFaire = "X" }], Tirages.Poids));
    }

    [Fact]
    public void Le_meme_jour_la_preuve_la_plus_forte_puis_le_progres_le_plus_petit()
    {
        Evaluation E(Moment moment, int jour, int niveau, Preuve preuve) => new(Tirages.Personne(1), "C01", niveau, preuve, moment, Evaluateur.Mediateur, Debut.AddDays(jour));
        Evaluation[] tous =
        [
            E(Moment.Initial, 0, 0, Preuve.Declare), E(Moment.Initial, 0, 1, Preuve.Observe), E(Moment.Initial, 0, 2, Preuve.Observe),
            E(Moment.Sortie, 30, 5, Preuve.Declare), E(Moment.Sortie, 30, 4, Preuve.Reel), E(Moment.Sortie, 30, 3, Preuve.Reel),
        ];
        Assert.Equal(new Progression("C01", 2, 2, 3), Assert.Single(Progression.De(tous, Tirages.Poids)));
    }

    [Fact]
    public void Comme_la_reference_lente_dans_n_importe_quel_ordre()
    {
        var tirage = from evaluations in Tirages.Evaluations from melange in Tirages.Melange(evaluations) select (evaluations, melange);
        Prop.ForAll(tirage.ToArbitrary(), t =>
        {
            foreach (var personne in t.evaluations.GroupBy(e => e.Personne))
            {
                var obtenu = Gain.De(Progression.De([.. personne], Tirages.Poids));
                Assert.Equal(obtenu, Gain.De(Progression.De([.. t.melange.Where(e => e.Personne == personne.Key)], Tirages.Poids)));
                Assert.Equal(Lente([.. personne]), obtenu.Valeur);
                Assert.True(obtenu.Valeur is null or (>= -1 and <= 1));
            }
        }).Check(Tirages.Mille);
    }

    // Word for word from the formula, one savoir-faire at a time, in decimals.
    private static double? Lente(List<Evaluation> evaluations)
    {
        decimal haut = 0, bas = 0;
        foreach (var code in evaluations.Select(e => e.SavoirFaire).Distinct())
        {
            Evaluation? debut = null, fin = null;
            foreach (var e in evaluations.Where(e => e.SavoirFaire == code))
            {
                if (e.Moment == Moment.Initial && (debut is null || e.Jour < debut.Jour || (e.Jour == debut.Jour && (e.Preuve > debut.Preuve || (e.Preuve == debut.Preuve && e.Niveau > debut.Niveau)))))
                {
                    debut = e;
                }

                if (e.Moment == Moment.Sortie && (fin is null || e.Jour > fin.Jour || (e.Jour == fin.Jour && (e.Preuve > fin.Preuve || (e.Preuve == fin.Preuve && e.Niveau < fin.Niveau)))))
                {
                    fin = e;
                }
            }

            if (debut is not null && fin is not null && fin.Jour >= debut.Jour.AddDays(14))
            {
                haut += Tirages.Poids(code)!.Value * (fin.Niveau - debut.Niveau);
                bas += Tirages.Poids(code)!.Value * (5 - debut.Niveau);
            }
        }

        return bas > 0 ? Math.Max(-1, (double)haut / (double)bas) : haut < 0 ? -1 : null;
    }

    [Fact]
    public void Moins_de_trente_ne_dit_rien()
    {
        var court = GainMoyen.De(Enumerable.Repeat(0.5, 29), 4);
        Assert.Equal(new GainMoyen(29, 4, null, null, null, null), court);
        var assez = GainMoyen.De(Enumerable.Repeat(0.5, 30), 30);
        Assert.Equal((30, 30, 0.5, 0.25, 0.5, 0.5), (assez.Effectif, assez.SansSortie, assez.Moyenne, assez.Prudente, assez.Bas, assez.Haut));
        Assert.True(assez.EntrePrudente is var (bas, haut) && bas < 0.25 && haut > 0.25 && haut < 0.5);
    }

    [Fact]
    public void L_intervalle_entoure_la_moyenne_et_ne_depend_pas_de_l_ordre()
    {
        var tirage = from n in Gen.Choose(30, 60) from valeurs in Gen.Choose(-100, 100).Select(v => v / 100.0).ArrayOf(n) from melange in Tirages.Melange(valeurs) from sans in Gen.Choose(0, 50) select (valeurs, melange, sans);
        Prop.ForAll(tirage.ToArbitrary(), t =>
        {
            var m = GainMoyen.De(t.valeurs, t.sans);
            Assert.Equal(m, GainMoyen.De(t.melange, t.sans));
            Assert.InRange(m.Moyenne!.Value, -1, 1);
            Assert.True(m.Bas <= m.Moyenne + 1e-9 && m.Moyenne <= m.Haut + 1e-9, $"{m}");
            Assert.True(m.EntrePrudente is var (bas, haut) && bas <= m.Prudente + 1e-9 && m.Prudente <= haut + 1e-9, $"{m}");
            Assert.Equal(t.valeurs.Average(), m.Moyenne.Value, 9);
            // Nobody who was lost makes it better.
            Assert.True(GainMoyen.De(t.valeurs, t.sans + 1).Prudente <= m.Prudente + 1e-12 && m.Prudente <= m.Moyenne);
        }).Check(Tirages.Mille.WithMaxTest(100));
    }

    [Fact]
    public void L_intervalle_est_celui_que_la_theorie_attend()
    {
        // A mean of 200 draws of −1, 0, 1: its interval is near ± 1.96 σ/√n.
        var valeurs = Enumerable.Range(0, 200).Select(i => (i % 3) - 1.0).ToArray();
        var m = GainMoyen.De(valeurs);
        var demi = 1.96 * Math.Sqrt(valeurs.Select(v => (v - valeurs.Average()) * (v - valeurs.Average())).Average() / 200);
        Assert.InRange((m.Haut!.Value - m.Bas!.Value) / 2, demi * 0.9, demi * 1.1);
    }
}
