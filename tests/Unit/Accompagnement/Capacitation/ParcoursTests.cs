using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Capacitation;

namespace FaireAvec.Tests.Unit.Accompagnement.Capacitation;

/// <summary>A path walks its states, is lost and found again.</summary>
public class ParcoursTests
{
    private static readonly DateOnly Debut = Tirages.Origine;

    private static Parcours Nouveau() => new() { Id = Tirages.Personne(1), Personne = Tirages.Personne(2), Auteur = Tirages.Personne(3), OuvertLe = Debut };

    [Fact]
    public void Un_parcours_du_debut_a_la_fin()
    {
        var p = Nouveau();
        Assert.Equal(EtatDeParcours.ParcoursPropose, p.Regarder(Moment.Initial, Debut).Valeur);
        Assert.Equal(EtatDeParcours.EnCours, p.Regarder(Moment.EnCours, Debut.AddDays(7)).Valeur);
        Assert.Equal(EtatDeParcours.BilanDeSortie, p.Regarder(Moment.Sortie, Debut.AddDays(30)).Valeur);
        Assert.Equal(Debut.AddDays(30), p.SortieLe);
        // The exit put right later keeps its day.
        Assert.True(p.Regarder(Moment.Sortie, Debut.AddDays(31)).Reussi);
        Assert.Equal(Debut.AddDays(30), p.SortieLe);
        Assert.Equal("ACC-150", p.Regarder(Moment.Initial, Debut.AddDays(32)).Erreur!.Code);
        Assert.Equal("ACC-151", p.Regarder(Moment.M1, Debut.AddDays(30)).Erreur!.Code);
        Assert.Equal(EtatDeParcours.SuiviM1, p.Regarder(Moment.M1, Debut.AddDays(60)).Valeur);
        Assert.False(p.Clore());
        Assert.Equal(EtatDeParcours.SuiviM3, p.Regarder(Moment.M3, Debut.AddDays(115)).Valeur);
        Assert.True(p.Clore());
        Assert.False(p.PerdreDeVue());
    }

    [Theory]
    [InlineData(nameof(Moment.M1), 29, "Ces nouvelles se notent à partir du 2 mars 2026.", 30)]
    [InlineData(nameof(Moment.M3), 75, "Ces nouvelles se notent à partir du 17 avril 2026.", 76)]
    public void Des_nouvelles_prises_trop_tot_sont_refusees_et_la_phrase_dit_a_partir_de_quand(string nom, int tropTot, string phrase, int assez)
    {
        var (p, moment) = (Nouveau(), Enum.Parse<Moment>(nom));
        p.Regarder(Moment.Initial, Debut);
        p.Regarder(Moment.Sortie, Debut.AddDays(30));
        var refus = p.Regarder(moment, Debut.AddDays(30 + tropTot)).Erreur!;
        Assert.Equal(("ACC-183", phrase), (refus.Code, refus.Message));
        Assert.Equal(EtatDeParcours.BilanDeSortie, p.Etat);
        Assert.True(p.Regarder(moment, Debut.AddDays(30 + assez)).Reussi);
    }

    [Fact]
    public void Perdue_puis_retrouvee_la_ou_elle_en_etait()
    {
        var p = Nouveau();
        p.Regarder(Moment.Initial, Debut);
        Assert.False(p.Retrouver());
        Assert.True(p.PerdreDeVue());
        Assert.False(p.PerdreDeVue());
        Assert.Equal("ACC-150", p.Regarder(Moment.EnCours, Debut.AddDays(7)).Erreur!.Code);
        Assert.True(p.Retrouver());
        Assert.Equal(EtatDeParcours.ParcoursPropose, p.Etat);
        Assert.Equal("ACC-151", p.Regarder(Moment.EnCours, Debut.AddDays(-1)).Erreur!.Code);
    }

    [Fact]
    public void Une_regle_qui_change_entre_deux_venues_marque_la_seconde()
    {
        Venue V(int personne, int jour) => new(Tirages.Personne(personne), "impots", Debut.AddDays(jour), new Posture(100, 0, 0));
        var marquees = ChangementDeDemarche.Marquer([V(1, 0), V(1, 20), V(1, 40), V(2, 15)], new[] { Debut.AddDays(10) }.ToLookup(_ => "impots"));
        Assert.Equal([false, true, false, false], marquees.Select(v => v.RegleChangee));
    }
}
