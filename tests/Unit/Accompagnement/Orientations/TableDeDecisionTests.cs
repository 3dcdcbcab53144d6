using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Accompagnement.Domain.Personnes;
using FsCheck;
using FsCheck.Fluent;
using static FaireAvec.Accompagnement.Domain.Orientations.SignalDOrientation;

namespace FaireAvec.Tests.Unit.Accompagnement.Orientations;

/// <summary>The table of decision: the first row that is true, and what comes after it.</summary>
public sealed class TableDeDecisionTests
{
    private static Decision Decider(string[] besoins, SignalDOrientation[] signaux, int? jours = null, ProtectionDAdulte protection = ProtectionDAdulte.Aucune, MajoriteDeLaPersonne majorite = MajoriteDeLaPersonne.Majeure) =>
        TableDeDecision.Decider(new SituationExprimee { Besoins = besoins, Signaux = signaux.ToHashSet(), JoursAvantPerte = jours, Protection = protection, Majorite = majorite })!;

    [Theory]
    [InlineData(Danger, 1)]
    [InlineData(PerteDeDroits, 2)]
    [InlineData(SansRessources, 2)]
    [InlineData(DemarcheBloquee, 3)]
    [InlineData(Litige, 4)]
    [InlineData(LitPeu, 5)]
    [InlineData(ApprendLeFrancais, 5)]
    [InlineData(BesoinDAmenagement, 6)]
    [InlineData(SansAppareil, 7)]
    internal void Un_signe_choisit_sa_ligne_avant_l_envie_d_apprendre(SignalDOrientation signal, int ligne) => Assert.Equal(ligne, Decider([BesoinsDOrientation.Apprendre], [signal]).Ligne.Numero);

    [Theory]
    [InlineData(BesoinsDOrientation.Apprendre, 8)]
    [InlineData(BesoinsDOrientation.Argent, 8)]
    [InlineData(BesoinsDOrientation.Materiel, 7)]
    [InlineData(BesoinsDOrientation.Francais, 5)]
    [InlineData(BesoinsDOrientation.Amenagement, 6)]
    [InlineData(BesoinsDOrientation.AccesAuDroit, 4)]
    [InlineData(BesoinsDOrientation.DemarcheBloquee, 3)]
    [InlineData(BesoinsDOrientation.AccesAuxDroits, 10)]
    [InlineData(BesoinsDOrientation.OuvertureDesDroits, 10)]
    public void Un_besoin_seul_a_sa_ligne_et_son_metier(string besoin, int ligne)
    {
        var decision = Decider([besoin], []);
        Assert.Equal(ligne, decision.Ligne.Numero);
        Assert.Equal((besoin, BesoinsDOrientation.De(besoin)!.Metiers[0]), (decision.Maintenant[0].Besoin, decision.Maintenant[0].Metier));
    }

    [Fact]
    public void Monsieur_X_apprend_apres_et_ses_droits_n_attendent_pas()
    {
        // 58 years old, doesn't use a telephone, rights to renew in nine days.
        var decision = Decider([BesoinsDOrientation.Apprendre], [], jours: 9);
        Assert.Equal(2, decision.Ligne.Numero);
        Assert.Equal(
            [new Proposition(BesoinsDOrientation.OuvertureDesDroits, Metier.TravailSocial, TimeSpan.FromHours(48)), new Proposition(BesoinsDOrientation.AccesAuxDroits, Metier.FranceServices, TimeSpan.FromHours(12))],
            decision.Maintenant);
        Assert.Equal([new Proposition(BesoinsDOrientation.Apprendre, Metier.MediationNumerique)], decision.Apres);
    }

    [Theory]
    [InlineData(15, 2)]
    [InlineData(0, 2)]
    [InlineData(16, 8)]
    public void La_perte_presse_a_quinze_jours(int jours, int ligne) => Assert.Equal(ligne, Decider([BesoinsDOrientation.Apprendre], [], jours).Ligne.Numero);

    [Fact]
    public void Un_danger_ne_passe_par_aucun_formulaire_et_le_reste_est_dit_pour_apres()
    {
        var decision = Decider([BesoinsDOrientation.Apprendre], [Danger]);
        Assert.True(decision.Ligne.SansFormulaire);
        Assert.Empty(decision.Maintenant);
        Assert.Equal(BesoinsDOrientation.Apprendre, Assert.Single(decision.Apres).Besoin);
    }

    [Fact]
    public void Sous_tutelle_le_tuteur_est_partie_quelle_que_soit_la_ligne()
    {
        Assert.Equal([PartieAUnMandat.Personne, PartieAUnMandat.Protecteur], Decider([BesoinsDOrientation.Apprendre], [], 3, ProtectionDAdulte.Tutelle).Parties);
        var seule = Decider([BesoinsDOrientation.OuvertureDesDroits], [], protection: ProtectionDAdulte.Curatelle);
        Assert.Equal((9, BesoinsDOrientation.OuvertureDesDroits), (seule.Ligne.Numero, seule.Maintenant[0].Besoin));
        Assert.Equal([PartieAUnMandat.Personne, PartieAUnMandat.Responsable], Decider([BesoinsDOrientation.Apprendre], [], majorite: MajoriteDeLaPersonne.Mineure).Parties);
    }

    [Fact]
    public void Rien_dit_ne_decide_rien()
    {
        Assert.Null(TableDeDecision.Decider(new SituationExprimee()));
        Assert.Null(TableDeDecision.Decider(new SituationExprimee { Protection = ProtectionDAdulte.Tutelle }));
        Assert.Null(TableDeDecision.Decider(new SituationExprimee { Besoins = ["inconnu"] }));
    }

    [Fact]
    public void L_acces_aux_droits_l_acces_au_droit_et_l_ouverture_des_droits_vont_a_trois_metiers()
    {
        string[] codes = [BesoinsDOrientation.AccesAuxDroits, BesoinsDOrientation.AccesAuDroit, BesoinsDOrientation.OuvertureDesDroits];
        Assert.Equal([Metier.FranceServices, Metier.PointJustice, Metier.TravailSocial], codes.Select(c => BesoinsDOrientation.De(c)!.Metiers[0]));
        Assert.Equal(3, codes.Select(c => BesoinsDOrientation.De(c)!.Famille).Distinct().Count());
        Assert.Equal(4, BesoinsDOrientation.Tous.Count(b => b.Famille == FamilleDeBesoin.ConduitesARisque));
    }

    [Fact]
    public void Aucun_besoin_dit_ne_se_perd_et_le_sans_internet_est_toujours_propose()
    {
        var situations = from besoins in Gen.Elements(BesoinsDOrientation.Tous.Select(b => b.Code).ToArray()).ListOf()
                         from signaux in Gen.Elements(Enum.GetValues<SignalDOrientation>()).ListOf()
                         from jours in Gen.Frequency<int?>((3, Gen.Constant<int?>(null)), (1, Gen.Choose(0, 60).Select(j => (int?)j)))
                         from protection in Gen.Elements(Enum.GetValues<ProtectionDAdulte>())
                         select new SituationExprimee { Besoins = [.. besoins.Distinct()], Signaux = signaux.ToHashSet(), JoursAvantPerte = jours, Protection = protection };
        Prop.ForAll(situations.ToArbitrary(), s =>
        {
            if (TableDeDecision.Decider(s) is not { } decision)
            {
                return s.Besoins.Count == 0 && s.Signaux.Count == 0 && s.JoursAvantPerte is null or > SituationExprimee.JoursUrgents;
            }

            var codes = decision.Maintenant.Concat(decision.Apres).Select(p => p.Besoin).ToList();
            return codes.Count == codes.Distinct().Count()
                && s.Besoins.All(codes.Contains)
                && decision.Ligne == TableDeDecision.Lignes.First(l => l.Vaut(s))
                && decision.Maintenant.Concat(decision.Apres).All(p => BesoinsDOrientation.Repond(p.Metier, p.Besoin))
                && decision.SansInternet.Count == 5
                && decision.Parties.Contains(PartieAUnMandat.Protecteur) == (s.Protection != ProtectionDAdulte.Aucune);
        }).QuickCheckThrowOnFailure();
    }
}
