using FaireAvec.Accompagnement.Domain.AllerVers;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FsCheck;
using FsCheck.Fluent;
using static FaireAvec.Tests.Unit.Accompagnement.AllerVers.AllerVersDEssai;

namespace FaireAvec.Tests.Unit.Accompagnement.AllerVers;

public class EntonnoirTests
{
    private static readonly Arbitrary<EffectifsDEnrolement[]> Plusieurs = Effectifs.ArrayOf().ToArbitrary();

    [Fact]
    public void Deux_actions_s_ajoutent()
    {
        var e = Entonnoir.De([new(20, 10, 4, 5, 2, 1, 0), new(30, 6, 2, 5, 1, 1, 1)]);
        Assert.Equal(2, e.Actions);
        Assert.Equal([50, 16, 6, 10, 3, 2, 1], e.Etapes.Select(x => x.Effectif));
        Assert.Equal(new Part(16, 50), e.Etapes[1].Passage);
        Assert.Equal(new Part(10, 6), e.Etapes[3].Passage);
        Assert.Equal(new Proportion(10, 50), e.Conversion);
        Assert.Equal(0.2, e.Conversion.Valeur);
    }

    [Fact]
    public void Ce_qui_ne_se_sait_pas_encore_n_est_pas_zero()
    {
        var e = Entonnoir.De([new(20, Venus: 5), new(30)]);
        Assert.Equal((5, 1), (e.Etapes[(int)EtapeDEnrolement.Venu].Effectif, e.Etapes[(int)EtapeDEnrolement.Venu].Sues));
        Assert.Equal(new Proportion(5, 20), e.Conversion);
        Assert.Null(e.Etapes[(int)EtapeDEnrolement.Inscrit].Effectif);
    }

    [Fact]
    public void Sans_action_rien_ne_se_dit()
    {
        var e = Entonnoir.De([]);
        Assert.Null(e.Conversion.Valeur);
        Assert.All(e.Etapes, x => Assert.Null(x.Effectif));
    }

    [Fact]
    public void L_ordre_de_saisie_ne_change_rien() => Prop.ForAll(Plusieurs, actions =>
    {
        var (a, b) = (Entonnoir.De(actions), Entonnoir.De([.. actions.Reverse()]));
        Assert.Equal(a.Etapes, b.Etapes);
        Assert.Equal(a.Conversion, b.Conversion);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void La_conversion_est_celle_d_un_calcul_lent() => Prop.ForAll(Plusieurs, actions =>
    {
        var (venus, sur) = (0, 0);
        foreach (var a in actions)
        {
            if (a.Venus is { } v)
            {
                (venus, sur) = (venus + v, sur + a.Contactes!.Value);
            }
        }

        Assert.Equal(new Proportion(venus, sur), Entonnoir.De(actions).Conversion);
        Assert.True(venus <= sur);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Une_action_sans_nouvelles_ne_monte_aucun_taux() => Prop.ForAll(Plusieurs, actions =>
    {
        var (sans, avec) = (Entonnoir.De(actions), Entonnoir.De([.. actions, new EffectifsDEnrolement(40)]));
        Assert.Equal(sans.Conversion, avec.Conversion);
        Assert.Equal(sans.Etapes.Skip(1).Select(e => e.Passage), avec.Etapes.Skip(1).Select(e => e.Passage));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Une_equipe_ne_montre_ni_un_petit_nombre_ni_une_petite_difference()
    {
        var e = EntonnoirDEquipe.De(Entonnoir.De([new(60, 55, 40, 20, 15, 5, 0)]));
        // 60 − 55 and 20 − 15 are 5 people; 5 are engaged; nobody is nobody.
        Assert.Equal([60, null, 40, 20, null, null, 0], e.Etapes.Select(x => x.Effectif));
        Assert.Equal([false, true, false, false, true, true, false], e.Etapes.Select(x => x.Cache));
        Assert.Equal(new Proportion(20, 60), e.Conversion);
        Assert.Null(EntonnoirDEquipe.De(Entonnoir.De([new(60, Venus: 8)])).Conversion);
        Assert.Null(EntonnoirDEquipe.De(Entonnoir.De([new(60, Venus: 52)])).Conversion);
        // Came out of 60, and 65 met in all: the 5 of the other action would be seen.
        Assert.Null(EntonnoirDEquipe.De(Entonnoir.De([new(60, Venus: 30), new(5)])).Conversion);
    }

    [Fact]
    public void Rien_de_ce_qui_se_montre_a_une_equipe_ne_designe_moins_de_onze_personnes() => Prop.ForAll(Plusieurs, actions =>
    {
        var e = EntonnoirDEquipe.De(Entonnoir.De(actions));
        var dits = e.Etapes.Where(x => x.Effectif is not null).Select(x => x.Effectif!.Value).ToList();
        if (e.Conversion is { } c)
        {
            dits.AddRange([c.Oui, c.Effectif]);
        }

        Assert.DoesNotContain(dits, n => n is > 0 and < 11);
        Assert.DoesNotContain(dits.SelectMany(a => dits.Select(b => Math.Abs(a - b))), n => n is > 0 and < 11);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void La_question_ne_se_montre_que_si_personne_ne_s_y_reconnait()
    {
        Assert.Equal(new Proportion(20, 40), EntonnoirDEquipe.ARenonce(new Renoncement(20, 15, 5)));
        Assert.Null(EntonnoirDEquipe.ARenonce(new Renoncement(4, 30)));
        Assert.Null(EntonnoirDEquipe.ARenonce(new Renoncement(30, 4)));
        Assert.Null(EntonnoirDEquipe.ARenonce(new Renoncement(10)));
        Assert.Equal(new Proportion(40, 100), EntonnoirDEquipe.AllerVers(new ContactsDeLaPeriode(40, 10, 60, 10)));
        Assert.Null(EntonnoirDEquipe.AllerVers(new ContactsDeLaPeriode(8, 0, 60, 10)));
        Assert.Null(EntonnoirDEquipe.AllerVers(new ContactsDeLaPeriode(40, 0, 5, 0)));
        Assert.Equal(new Renoncement(3, 3, 1, 1, 0, 2), new Renoncement(1, 1, 1, 1) + new Renoncement(2, 2, 0, 0, 0, 2));
    }
}
