using FaireAvec.Accompagnement.Domain.Capacitation;

namespace FaireAvec.Tests.Unit.Accompagnement.Capacitation;

/// <summary>States of a path and of what the person chose; reminders; one exit out of ten.</summary>
public class EtatsTests
{
    [Fact]
    public void Le_parcours_va_de_la_premiere_rencontre_au_suivi_a_trois_mois()
    {
        EtatDeParcours[] chemin = [EtatDeParcours.PositionnementInitial, EtatDeParcours.ParcoursPropose, EtatDeParcours.EnCours, EtatDeParcours.BilanDeSortie, EtatDeParcours.SuiviM1, EtatDeParcours.SuiviM3, EtatDeParcours.Clos];
        Assert.All(chemin.Zip(chemin.Skip(1)), p => Assert.True(EtatsDeParcours.Permet(p.First, p.Second)));
        // Nobody jumps from the start to the end, and a closed path stays closed.
        Assert.False(EtatsDeParcours.Permet(EtatDeParcours.ParcoursPropose, EtatDeParcours.BilanDeSortie));
        Assert.False(EtatsDeParcours.Permet(EtatDeParcours.PositionnementInitial, EtatDeParcours.Clos));
        Assert.DoesNotContain(Enum.GetValues<EtatDeParcours>(), e => EtatsDeParcours.Permet(EtatDeParcours.Clos, e));
    }

    [Fact]
    public void Perdue_de_vue_depuis_chaque_etape_et_retrouvee()
    {
        foreach (var etat in Enum.GetValues<EtatDeParcours>())
        {
            Assert.Equal(EtatsDeParcours.Actif(etat), EtatsDeParcours.Permet(etat, EtatDeParcours.PerduDeVue));
            Assert.Equal(EtatsDeParcours.Actif(etat), EtatsDeParcours.Permet(EtatDeParcours.PerduDeVue, etat));
        }
    }

    [Fact]
    public void Un_regard_mene_a_l_etape_suivante_ou_nulle_part()
    {
        foreach (var etat in Enum.GetValues<EtatDeParcours>())
        {
            foreach (var moment in Enum.GetValues<Moment>())
            {
                if (EtatsDeParcours.Apres(etat, moment) is { } apres)
                {
                    Assert.True(EtatsDeParcours.Actif(etat), $"{etat} {moment}");
                    Assert.True(apres >= etat, $"{etat} {moment}");
                }
            }
        }

        Assert.Null(EtatsDeParcours.Apres(EtatDeParcours.PositionnementInitial, Moment.Sortie));
        Assert.Null(EtatsDeParcours.Apres(EtatDeParcours.EnCours, Moment.M1));
        Assert.Null(EtatsDeParcours.Apres(EtatDeParcours.SuiviM1, Moment.Initial));
        Assert.Null(EtatsDeParcours.Apres(EtatDeParcours.PerduDeVue, Moment.M3));
    }

    [Fact]
    public void Un_objectif_se_reporte_s_abandonne_et_se_reprend()
    {
        Assert.True(EtatsDApprentissage.Permet(EtatDApprentissage.Choisi, EtatDApprentissage.Travaille));
        Assert.True(EtatsDApprentissage.Permet(EtatDApprentissage.Travaille, EtatDApprentissage.Atteint));
        Assert.True(EtatsDApprentissage.Permet(EtatDApprentissage.Reporte, EtatDApprentissage.Choisi));
        Assert.True(EtatsDApprentissage.Permet(EtatDApprentissage.Abandonne, EtatDApprentissage.Choisi));
        Assert.DoesNotContain(Enum.GetValues<EtatDApprentissage>(), e => EtatsDApprentissage.Permet(EtatDApprentissage.Atteint, e) || EtatsDApprentissage.Permet(e, e));
    }

    [Fact]
    public void Abandonner_demande_une_raison_qui_peut_etre_non_dite_et_reporter_une_date()
    {
        var aujourdhui = Tirages.Origine;
        SavoirFaireChoisi Un() => new() { Parcours = Guid.Empty, Personne = Guid.Empty, SavoirFaire = "I06", ChoisiLe = aujourdhui };
        foreach (var faux in (string?[])[null, "", "maladie", "Non dit"])
        {
            var choisi = Un();
            Assert.Equal("ACC-168", choisi.Abandonner(faux).Erreur!.Code);
            Assert.Equal((EtatDApprentissage.Choisi, null), (choisi.Etat, choisi.Motif));
        }

        foreach (var faux in (DateOnly?[])[null, aujourdhui, aujourdhui.AddDays(-1), aujourdhui.AddYears(2).AddDays(1), DateOnly.MaxValue])
        {
            Assert.Equal("ACC-169", Un().Reporter(faux, aujourdhui).Erreur!.Code);
        }

        var un = Un();
        // Neither by the way that asks for nothing.
        Assert.False(un.Passer(EtatDApprentissage.Abandonne) || un.Passer(EtatDApprentissage.Reporte));
        Assert.True(un.Reporter(aujourdhui.AddDays(30), aujourdhui).Reussi);
        Assert.Equal((EtatDApprentissage.Reporte, aujourdhui.AddDays(30)), (un.Etat, un.ReporteAu));
        Assert.True(un.Abandonner(ListesDuParcours.NonDit).Reussi);
        Assert.Equal((EtatDApprentissage.Abandonne, "non_dit", (DateOnly?)null), (un.Etat, un.Motif, un.ReporteAu));
        Assert.Equal("ACC-164", un.Abandonner("plus_besoin").Erreur!.Code);
        Assert.True(un.Passer(EtatDApprentissage.Choisi));
        Assert.Null(un.Motif);
    }

    [Theory]
    [InlineData("2026-01-31")]
    [InlineData("2028-02-29")]
    [InlineData("2026-11-26")]
    public void On_redemande_a_un_mois_et_a_trois_mois_dans_la_fenetre_de_la_mesure(string sortie)
    {
        var jour = DateOnly.Parse(sortie, System.Globalization.CultureInfo.InvariantCulture);
        var suivis = RendezVousDeSuivi.ApresLaSortie(jour);
        Assert.Equal([Moment.M1, Moment.M3], suivis.Select(s => s.Moment));
        Assert.All(suivis, s =>
        {
            Assert.InRange(s.APartirDu.DayNumber - jour.DayNumber, TauxAutonomieDurable.PremierJour, TauxAutonomieDurable.DernierJour);
            Assert.InRange(s.AuPlusTard.DayNumber, s.APartirDu.DayNumber, jour.DayNumber + TauxAutonomieDurable.DernierJour);
            Assert.False(s.Echu(s.APartirDu.AddDays(-1)));
            Assert.True(s.Echu(s.APartirDu));
            Assert.False(s.EnRetard(s.AuPlusTard));
            Assert.True(s.EnRetard(s.AuPlusTard.AddDays(1)));
        });
    }

    [Fact]
    public void Une_sortie_sur_dix_est_tiree_toujours_la_meme()
    {
        var ids = Enumerable.Range(0, 10_000).Select(i => new Guid($"01a21000-0000-7000-8000-{i:000000000000}")).ToList();
        Assert.InRange(ids.Count(ControleDeSortie.EstTire), 900, 1150);
        Assert.All(ids.Take(100), i => Assert.Equal(ControleDeSortie.EstTire(i), ControleDeSortie.EstTire(i)));
    }
}
