using FaireAvec.Accompagnement.Capacitation;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Capacitation;

/// <summary>Two paths of one person are two: a gain is of one of them.</summary>
public class ParcoursSuccessifsTests
{
    private static readonly Guid Personne = Tirages.Personne(1);

    private static Evaluation E(int jour, Moment moment, int niveau) => new(Personne, "I06", niveau, Preuve.Observe, moment, Evaluateur.Mediateur, Tirages.Origine.AddDays(jour));

    // From nothing to 3, then from 4 to 5.
    private static readonly Evaluation[] Deux = [E(0, Moment.Initial, 0), E(30, Moment.Sortie, 3), E(60, Moment.M1, 3), E(200, Moment.Initial, 4), E(200, Moment.EnCours, 4), E(230, Moment.Sortie, 5)];

    [Fact]
    public void Un_premier_regard_apres_une_sortie_commence_un_autre_parcours() =>
        Assert.Equal([3, 3], ParcoursSuccessifs.De(Deux).Select(p => p.Count));

    [Fact]
    public void Le_depart_et_le_gain_sont_ceux_du_parcours_qui_finit_dans_la_periode()
    {
        NiveauDeDepart Depart(int du, int au)
        {
            var i = Indicateurs.De(
                new() { Evaluations = Deux, Perdues = new HashSet<Guid>(), Profils = new Dictionary<Guid, ProfilDePersonne>(), Actes = [], Venues = [], Publics = [], Etats = new Dictionary<EtatDeParcours, int>() },
                Tirages.Poids, Tirages.Origine.AddDays(du), Tirages.Origine.AddDays(au), dEquipe: false);
            Assert.Equal(1, i.Gain.Effectif);
            return Enum.GetValues<NiveauDeDepart>()[i.Departs.Valeurs.Index().Single(v => v.Item == 1).Index];
        }

        Assert.Equal(NiveauxDeDepart.De(Progression.De(Deux[..3], Tirages.Poids)), Depart(0, 100));
        Assert.Equal(NiveauxDeDepart.De(Progression.De(Deux[3..], Tirages.Poids)), Depart(150, 240));
        Assert.NotEqual(Depart(0, 100), Depart(150, 240));
    }

    [Fact]
    public void Rien_ne_se_perd_et_l_ordre_de_saisie_ne_change_rien() =>
        Prop.ForAll((from e in Tirages.Evaluations from melange in Tirages.Melange(e) select (e, melange)).ToArbitrary(), t =>
        {
            var parcours = ParcoursSuccessifs.De(t.e);
            Assert.Equal(t.e.Length, parcours.Sum(p => p.Count));
            Assert.Equal(parcours.Select(p => p.Count), ParcoursSuccessifs.De(t.melange).Select(p => p.Count));
            Assert.All(parcours.Skip(1), p => Assert.Equal(Moment.Initial, p[0].Moment));
        }).Check(Tirages.Mille.WithMaxTest(200));
}
