using FaireAvec.Accompagnement.Domain.Agenda;
using FsCheck;
using FsCheck.Fluent;
using static FaireAvec.Tests.Unit.Accompagnement.Agenda.AgendaDEssai;

namespace FaireAvec.Tests.Unit.Accompagnement.Agenda;

public class EtatsDAgendaTests
{
    [Theory]
    [InlineData("Pris", "Honore,Absent,Annule,Deplace")]
    [InlineData("Honore", "Absent")]
    [InlineData("Absent", "Honore")]
    [InlineData("Annule", "")]
    [InlineData("Deplace", "")]
    public void Les_etats_d_un_rendez_vous(string de, string vers) =>
        Assert.Equal(vers, string.Join(',', Enum.GetValues<EtatDeRendezVous>().Where(v => EtatsDeRendezVous.Permet(Enum.Parse<EtatDeRendezVous>(de), v))));

    [Theory]
    [InlineData("Inscrite", "Confirmee,Annulee,Presente")]
    [InlineData("EnAttente", "Inscrite,Confirmee,Annulee")]
    [InlineData("Confirmee", "Annulee,Presente,Absente")]
    [InlineData("Annulee", "")]
    [InlineData("Presente", "Absente")]
    [InlineData("Absente", "Presente")]
    public void Les_etats_d_une_inscription(string de, string vers) =>
        Assert.Equal(vers, string.Join(',', Enum.GetValues<EtatDInscription>().Where(v => EtatsDInscription.Permet(Enum.Parse<EtatDInscription>(de), v))));

    [Fact]
    public void Ce_qui_n_est_pas_confirme_a_temps_ne_se_confirme_plus()
    {
        var r = RendezVous(tenue: Maintenant.AddMinutes(15));
        Assert.True(r.Confirmer(Maintenant.AddMinutes(14)).Valeur);
        Assert.False(r.Confirmer(Maintenant.AddMinutes(16)).Valeur);
        Assert.Equal("ACC-331", RendezVous(tenue: Maintenant.AddMinutes(15)).Confirmer(Maintenant.AddMinutes(15)).Erreur!.Code);
    }

    [Fact]
    public void Personne_n_est_absent_avant_l_heure()
    {
        var r = RendezVous();
        Assert.Equal("ACC-333", r.Noter(EtatDeRendezVous.Absent, r.Debut.AddMinutes(-1)).Erreur!.Code);
        Assert.True(r.Noter(EtatDeRendezVous.Absent, r.Debut).Valeur);
        Assert.True(r.Noter(EtatDeRendezVous.Honore, r.Debut.AddMinutes(10)).Valeur);
        Assert.Equal(EtatDeRendezVous.Honore, r.Etat);
    }

    [Fact]
    public void La_personne_n_annule_plus_une_fois_l_heure_passee()
    {
        var r = RendezVous();
        Assert.Equal("ACC-334", r.Annuler(AuteurDAnnulation.Personne, r.Debut).Erreur!.Code);
        Assert.True(r.Annuler(AuteurDAnnulation.Mediateur, r.Debut).Valeur);
        Assert.False(r.Annuler(AuteurDAnnulation.Mediateur, r.Debut).Valeur);
        Assert.Equal("ACC-332", r.Deplacer(Maintenant).Erreur!.Code);
    }

    [Fact]
    public void Une_place_va_avec_une_inscription_et_part_avec_elle()
    {
        var i = Inscription();
        Assert.True(i.Placer(3, Maintenant.AddHours(1)).Valeur);
        Assert.Equal((3, EtatDInscription.Inscrite), (i.Place, i.Etat));
        Assert.True(i.Confirmer(Maintenant).Valeur);
        Assert.True(i.Annuler(AuteurDAnnulation.Personne, Maintenant, Maintenant.AddDays(1)).Valeur);
        Assert.Null(i.Place);
        Assert.Equal("ACC-332", i.Placer(3, null).Erreur!.Code);
    }

    [Fact]
    public void Avant_le_jour_personne_n_est_absent_d_un_atelier_pas_meme_qui_n_avait_pas_confirme()
    {
        var (i, debut) = (Inscription(), Maintenant.AddDays(1));
        i.Placer(3, Maintenant.AddHours(1));
        Assert.Equal("ACC-333", i.Noter(presente: false, Maintenant, debut).Erreur!.Code);
        Assert.Equal(3, i.Place);
        Assert.True(i.Noter(presente: false, debut, debut).Valeur);
        Assert.Equal(EtatDInscription.Annulee, i.Etat);
    }

    [Fact]
    public void Effacer_ote_la_personne_et_garde_le_reste()
    {
        var r = RendezVous();
        (r.PrenomFerme, r.TelephoneFerme, r.Personne, r.AccordSms, r.Besoin, r.Interprete, r.Amenagements) = ([1], [2], Camille, true, "demarche", "ar", ["endroit_calme"]);
        Assert.True(r.Effacer(Maintenant));
        Assert.False(r.Effacer(Maintenant));
        Assert.Null(r.PrenomFerme);
        Assert.Null(r.Personne);
        Assert.Null(r.Besoin);
        Assert.Empty(r.Amenagements);
        Assert.Equal(EtatDeRendezVous.Pris, r.Etat);
    }

    // Whatever comes in whatever order, a seat has one person and no seat is beyond the capacity.
    [Fact]
    public void Des_places_prises_et_rendues_au_hasard_ne_se_donnent_jamais_deux_fois() => Prop.ForAll(
        Arb.From(from capacite in Gen.Choose(1, 6) from gestes in Gen.Choose(0, 20).ListOf() select (capacite, gestes)),
        x =>
        {
            var prises = new List<int>();
            foreach (var geste in x.gestes)
            {
                if (geste < prises.Count)
                {
                    prises.RemoveAt(geste);
                }
                else if (Places.Libre(prises, x.capacite) is { } place)
                {
                    prises.Add(place);
                }
                else
                {
                    Assert.Equal(x.capacite, prises.Count);
                }

                Assert.Equal(prises.Count, prises.Distinct().Count());
                Assert.All(prises, p => Assert.InRange(p, 1, x.capacite));
            }
        }).QuickCheckThrowOnFailure();
}
