using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Capacitation;

/// <summary>Each other formula against a slow reference: bounds, order of entry, and people who were lost.</summary>
public class FormulesTests
{
    private static readonly DateOnly Jour = Tirages.Origine;

    [Fact]
    public void La_posture_est_trois_parts_ponderees_par_la_duree()
    {
        // The written example: 60 minutes, 20 % in the person's place, 50 % with them, 30 % by them. No figure sums them up.
        Assert.Equal(new PartsDePosture(1, 0, 60, 0.2, 0.5, 0.3), PartsDePosture.De([new(60, new Posture(20, 50, 30))]));
        Assert.Equal(new PartsDePosture(2, 1, 90, 60.0 / 90, 0, 30.0 / 90), PartsDePosture.De([new(60, new Posture(100, 0, 0)), new(30, new Posture(0, 0, 100)), new(500, null)]));
        Assert.Null(PartsDePosture.De([]));
        Assert.Null(PartsDePosture.De([new(0, new Posture(100, 0, 0)), new(60, null)]));
    }

    [Fact]
    public void Les_trois_parts_font_toujours_un_dans_n_importe_quel_ordre()
    {
        var acte = from minutes in Gen.Choose(0, 1439) from connue in Gen.Choose(0, 4) from p in Tirages.Posture select new TempsDActe(minutes, connue == 0 ? null : p);
        var tirage = from actes in acte.ArrayOf() from melange in Tirages.Melange(actes) select (actes, melange);
        Prop.ForAll(tirage.ToArbitrary(), t =>
        {
            var parts = PartsDePosture.De(t.actes);
            Assert.Equal(parts, PartsDePosture.De(t.melange));
            if (parts is not null)
            {
                Assert.Equal(1, parts.ALaPlace + parts.Avec + parts.FaireFaire, 12);
                Assert.All(new[] { parts.ALaPlace, parts.Avec, parts.FaireFaire }, p => Assert.InRange(p, 0, 1));
                var (haut, bas) = (0m, 0m);
                foreach (var a in t.actes.Where(a => a.Posture is not null))
                {
                    (haut, bas) = (haut + (a.Minutes * (a.Posture!.Value.Faire / 100m)), bas + a.Minutes);
                }

                Assert.Equal((double)(haut / bas), parts.FaireFaire, 12);
                Assert.Equal(t.actes.Length, parts.Actes + parts.SansPosture);
            }
        }).Check(Tirages.Mille);
    }

    [Fact]
    public void Aucun_type_ne_fait_un_indice_des_trois_parts() =>
        Assert.DoesNotContain(typeof(PartsDePosture).Assembly.GetTypes().SelectMany(t => t.GetMembers().Select(m => m.Name).Append(t.Name)), n => n.Contains("IndicePosture", StringComparison.OrdinalIgnoreCase) || n.Contains("IndiceDePosture", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void L_autonomie_durable_se_regarde_de_trente_a_quatre_vingt_dix_jours()
    {
        Evaluation E(int personne, Moment moment, int jour, int niveau) => new(Tirages.Personne(personne), "C01", niveau, Preuve.Observe, moment, Evaluateur.Mediateur, Jour.AddDays(jour));
        Evaluation[] tous =
        [
            E(1, Moment.Sortie, 0, 4), E(1, Moment.M1, 30, 2), E(1, Moment.M3, 90, 3), // stays: the last look of the window counts
            E(2, Moment.Sortie, 0, 3), E(2, Moment.M3, 91, 5), // too late: not counted as durable
            E(3, Moment.Sortie, 0, 5), // lost
            E(4, Moment.Sortie, 0, 2), E(4, Moment.M3, 60, 5), // wasn't at ease at the exit
            E(5, Moment.Sortie, 0, 3), E(5, Moment.M1, 29, 5), E(5, Moment.M1, 40, 2), // lost it
            E(6, Moment.Sortie, 100, 4), E(6, Moment.M1, 140, 4), // not 90 days old
        ];
        Assert.Equal(new TauxAutonomieDurable(new(1, 4), 2, 1, 4), TauxAutonomieDurable.De(tous, Jour.AddDays(120)));
    }

    [Fact]
    public void Qui_est_perdu_de_vue_ne_fait_jamais_monter_la_duree()
    {
        var tirage = from evaluations in Tirages.Evaluation(40).ArrayOf(60) from melange in Tirages.Melange(evaluations) from jour in Gen.Choose(0, 400) from perdue in Gen.Choose(0, 39) select (evaluations, melange, jour, perdue);
        Prop.ForAll(tirage.ToArbitrary(), t =>
        {
            var jour = Jour.AddDays(t.jour);
            var taux = TauxAutonomieDurable.De(t.evaluations, jour);
            Assert.Equal(taux, TauxAutonomieDurable.De(t.melange, jour));
            Assert.True(taux.Taux.Valeur is null or (>= 0 and <= 1));
            Assert.InRange(taux.NonRevus, 0, taux.Taux.Effectif - taux.Taux.Oui);
            Assert.Equal(LenteDurable(t.evaluations, jour), (taux.Taux.Oui, taux.Taux.Effectif));
            // One more person who leaves and never answers.
            var plus = TauxAutonomieDurable.De([.. t.evaluations, new(Tirages.Personne(99), "C01", 4, Preuve.Reel, Moment.Sortie, Evaluateur.Mediateur, Jour)], jour);
            Assert.True((plus.Taux.Valeur ?? 0) <= (taux.Taux.Valeur ?? 0));
            // Somebody who stops answering.
            var perdue = TauxAutonomieDurable.De(t.evaluations.Where(e => e.Personne != Tirages.Personne(t.perdue) || e.Moment is Moment.Initial or Moment.EnCours or Moment.Sortie), jour);
            Assert.Equal(taux.Taux.Effectif, perdue.Taux.Effectif);
        }).Check(Tirages.Mille);
    }

    private static (int, int) LenteDurable(Evaluation[] evaluations, DateOnly jour)
    {
        var (oui, tous) = (0, 0);
        foreach (var (personne, code) in evaluations.Select(e => (e.Personne, e.SavoirFaire)).Distinct())
        {
            var siennes = evaluations.Where(e => e.Personne == personne && e.SavoirFaire == code).ToList();
            Evaluation? Dernier(Func<Evaluation, bool> lesquelles) => siennes.Where(lesquelles).OrderBy(e => (e.Jour.DayNumber, (int)e.Preuve, -e.Niveau)).LastOrDefault();
            if (Dernier(e => e.Moment == Moment.Sortie) is { Niveau: >= 3 } sortie && jour.DayNumber - sortie.Jour.DayNumber >= 90)
            {
                tous++;
                oui += Dernier(e => e.Jour.DayNumber - sortie.Jour.DayNumber is >= 30 and <= 90) is { Niveau: >= 3 } ? 1 : 0;
            }
        }

        return (oui, tous);
    }

    [Fact]
    public void Revenir_se_compte_par_personne_et_par_demarche()
    {
        var (aLaPlace, faire) = (new Posture(70, 20, 10), new Posture(0, 30, 70));
        Venue V(int personne, string demarche, int jour, Posture? posture, bool regle = false) => new(Tirages.Personne(personne), demarche, Jour.AddDays(jour), posture, regle);
        var lignes = TauxNonRetour.ParDemarche(
        [
            V(1, "impots", 0, aLaPlace), V(1, "impots", 365, aLaPlace), // came back within the year
            V(2, "impots", 0, aLaPlace), V(2, "impots", 366, aLaPlace), // after the year
            V(3, "impots", 0, aLaPlace), V(3, "impots", 30, faire), // came back, and did it
            V(4, "impots", 0, aLaPlace), V(4, "impots", 30, aLaPlace, regle: true), // the rules had changed
            V(5, "impots", 0, aLaPlace), V(5, "impots", 0, aLaPlace), // twice on the same day
            V(6, "impots", 0, faire), V(6, "impots", 10, null), V(6, "impots", 20, null), // not known: counted, once
            V(6, "caf", 15, aLaPlace),
        ]);
        Assert.Equal(["caf", "impots"], lignes.Select(l => l.Demarche));
        Assert.Equal([new Proportion(0, 1), new Proportion(2, 6)], lignes.Select(l => l.Revenues));
        Assert.Equal(1 - (2.0 / 6), lignes[1].Valeur);
    }

    [Fact]
    public void Le_non_retour_suit_sa_reference_et_pas_l_ordre()
    {
        var venue = from personne in Gen.Choose(0, 5) from demarche in Gen.Elements("a", "b") from jour in Gen.Choose(0, 800) from connue in Gen.Choose(0, 3) from p in Tirages.Posture from regle in Gen.Choose(0, 4)
                    select new Venue(Tirages.Personne(personne), demarche, Jour.AddDays(jour), connue == 0 ? null : p, regle == 0);
        var tirage = from venues in venue.ArrayOf() from melange in Tirages.Melange(venues) select (venues, melange);
        Prop.ForAll(tirage.ToArbitrary(), t =>
        {
            var lignes = TauxNonRetour.ParDemarche(t.venues);
            Assert.Equal(lignes, TauxNonRetour.ParDemarche(t.melange));
            foreach (var ligne in lignes)
            {
                var siennes = t.venues.Where(v => v.Demarche == ligne.Demarche).ToList();
                var revenues = siennes.Select(v => v.Personne).Distinct().Count(p =>
                {
                    var premiere = siennes.Where(v => v.Personne == p).Min(v => v.Jour);
                    return siennes.Exists(v => v.Personne == p && v.Jour > premiere && v.Jour <= premiere.AddYears(1) && !v.RegleChangee && (v.Posture is not { } posture || posture.ALaPlace + posture.Avec >= 50));
                });
                Assert.Equal(revenues, ligne.Revenues.Oui);
                Assert.InRange(ligne.Valeur!.Value, 0, 1);
            }
        }).Check(Tirages.Mille);
    }

    [Fact]
    public void L_entonnoir_compare_chaque_etape_a_celle_d_avant()
    {
        var etapes = Enrolement.De(new Dictionary<EtapeDEnrolement, int>
        {
            [EtapeDEnrolement.Contacte] = 200,
            [EtapeDEnrolement.Interesse] = 80,
            [EtapeDEnrolement.Inscrit] = 40,
            [EtapeDEnrolement.Venu] = 30,
            [EtapeDEnrolement.Revenu] = 0,
            [EtapeDEnrolement.Engage] = 5,
        });
        Assert.Equal([null, 0.4, 0.5, 0.75, 0, null], etapes.Select(e => e.Ratio));
        Assert.Equal([3, 2, 1], Enrolement.DesVenues([0, 1, 2, 5]).Select(e => e.Effectif));
        // A step that isn't known breaks the chain instead of comparing with another one.
        Assert.Equal([null, null], Enrolement.De(new Dictionary<EtapeDEnrolement, int> { [EtapeDEnrolement.Contacte] = 10, [EtapeDEnrolement.Venu] = 5 }).Select(e => e.Ratio));
    }

    [Fact]
    public void Les_etapes_des_venues_ne_montent_jamais() => Prop.ForAll(Gen.Choose(0, 9).ArrayOf().ToArbitrary(), venues =>
    {
        var etapes = Enrolement.DesVenues(venues);
        Assert.True(etapes.Zip(etapes.Skip(1)).All(p => p.Second.Effectif <= p.First.Effectif && p.Second.Ratio is null or (>= 0 and <= 1)));
        Assert.Equal(etapes, Enrolement.DesVenues([.. venues.Reverse()]));
    }).Check(Tirages.Mille);

    [Fact]
    public void Aller_vers_et_conversion_sont_des_parts()
    {
        Assert.Equal(0.25, TauxAllerVers.De(25, 100).Valeur);
        Assert.Equal(0.2, Conversion.De(5, 25).Valeur);
        Assert.Null(TauxAllerVers.De(0, 0).Valeur);
        Assert.Throws<ArgumentOutOfRangeException>(() => TauxAllerVers.De(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TauxAllerVers.De(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Conversion.De(2, 1));
    }

    [Theory]
    [InlineData(30, 100, 0.2, 1.5)]
    [InlineData(0, 100, 0.2, 0.0)]
    [InlineData(30, 100, 0.0, null)]
    [InlineData(0, 0, 0.2, null)]
    [InlineData(30, 100, 20.0, null)] // a share written as a percentage
    public void La_portee_compare_a_la_population(int touches, int tous, double part, double? attendu)
    {
        var valeur = new PorteePrioritaire(new(touches, tous), part).Valeur;
        Assert.Equal(attendu is null, valeur is null);
        Assert.Equal(attendu ?? 0, valeur ?? 0, 12);
    }

    [Fact]
    public void Le_cout_par_gain_ne_se_donne_que_par_niveau_de_depart()
    {
        PartDeCout[] parts =
        [
            .. Enumerable.Repeat(new PartDeCout(NiveauDeDepart.Premier, 0.5, 600), 12), // 7 200 minutes, 6 gains
            .. Enumerable.Repeat(new PartDeCout(NiveauDeDepart.Premier, null, 600), 4), // lost: their time counts
            .. Enumerable.Repeat(new PartDeCout(NiveauDeDepart.Milieu, 0.5, 120), 10), // too few
            .. Enumerable.Repeat(new PartDeCout(NiveauDeDepart.Avance, -0.1, 200), 11), // lost more than gained
        ];
        var lignes = CoutParGain.ParNiveauDeDepart(new CoutComplet(1_000_000, 200_000, 50_000, 50_000), parts);
        Assert.Equal([NiveauDeDepart.Premier, NiveauDeDepart.Milieu, NiveauDeDepart.Avance], lignes.Select(l => l.Depart));
        var (minutes, totales) = (16 * 600, (16 * 600) + (10 * 120) + (11 * 200));
        Assert.Equal((long)Math.Round(1_300_000m * minutes / totales / 6m), lignes[0].Centimes);
        Assert.Equal([null, null], lignes.Skip(1).Select(l => l.Centimes));
        Assert.Equal(lignes, CoutParGain.ParNiveauDeDepart(new CoutComplet(1_000_000, 200_000, 50_000, 50_000), [.. parts.Reverse()]));
        // Nothing gives one figure for all.
        Assert.DoesNotContain(typeof(CoutParGain).GetMethods(), m => m.ReturnType == typeof(CoutParGain) && m.IsStatic);
    }

    [Fact]
    public void Une_personne_perdue_ne_fait_jamais_baisser_le_cout()
    {
        var part = from depart in Gen.Elements(Enum.GetValues<NiveauDeDepart>()) from gain in Gen.Choose(-100, 100) from minutes in Gen.Choose(0, 3000) select new PartDeCout(depart, gain / 100.0, minutes);
        var tirage = from parts in part.ArrayOf(40) from perdue in Gen.Choose(0, 3000) select (parts, perdue);
        var cout = new CoutComplet(4_000_000, 0, 0, 0);
        Prop.ForAll(tirage.ToArbitrary(), t =>
        {
            var avant = CoutParGain.ParNiveauDeDepart(cout, t.parts).FirstOrDefault(l => l.Depart == NiveauDeDepart.Premier)?.Centimes;
            var apres = CoutParGain.ParNiveauDeDepart(cout, [.. t.parts, new(NiveauDeDepart.Premier, null, t.perdue)]).Single(l => l.Depart == NiveauDeDepart.Premier).Centimes;
            Assert.True(avant is null || apres >= avant);
        }).Check(Tirages.Mille);
    }

    [Theory]
    [InlineData(new[] { 0, 1, 2 }, NiveauDeDepart.Premier)]
    [InlineData(new[] { 1, 2 }, NiveauDeDepart.Milieu)]
    [InlineData(new[] { 2, 3, 3 }, NiveauDeDepart.Milieu)]
    [InlineData(new[] { 3, 3 }, NiveauDeDepart.Avance)]
    public void On_part_de_l_un_de_trois_niveaux(int[] debuts, object depart) =>
        Assert.Equal(depart, NiveauxDeDepart.De([.. debuts.Select((d, i) => new Progression($"A0{i}", 1, d, 5))]));

    [Fact]
    public void Sans_regard_de_depart_pas_de_niveau() => Assert.Null(NiveauxDeDepart.De([]));

    [Fact]
    public void Les_heures_des_personnes_perdues_comptent_aussi()
    {
        Progression[] progressions = [new("A01", 1, 0, 3), new("A02", 1, 2, 4), new("A03", 1, 3, 5), new("A04", 1, 1, 2)];
        Assert.Equal(3, HeuresParSavoirFaireAcquis.De([120, 60, 180], progressions).Valeur);
        Assert.Null(HeuresParSavoirFaireAcquis.De([120], []).Valeur);
    }

    [Fact]
    public void La_capacitance_est_une_mediane_comparee_a_des_semblables()
    {
        PersonneDansUneConfiguration P(string configuration, double gain, string age) => new(configuration, gain, NiveauDeDepart.Premier, age, "fr");
        List<PersonneDansUneConfiguration> personnes =
        [
            .. Enumerable.Range(0, 11).Select(i => P("marche", i / 10.0, "40_59")), // median 0.5
            .. Enumerable.Range(0, 11).Select(i => P("atelier", i / 20.0, "40_59")), // like them, median 0.25
            .. Enumerable.Range(0, 20).Select(_ => P("atelier", 1, "18_24")), // nobody like them on the market
            .. Enumerable.Range(0, 10).Select(_ => P("gare", 0.9, "40_59")), // too few to say anything
        ];
        var lignes = Capacitance.ParConfiguration(personnes).ToDictionary(l => l.Configuration);
        Assert.Equal(0.5, lignes["marche"].Mediane);
        Assert.Equal((11, 21), (lignes["marche"].Apparies, lignes["marche"].Semblables));
        Assert.Equal(0.5, lignes["marche"].MedianeDesApparies);
        Assert.Equal(0.5, lignes["marche"].MedianeDesSemblables);
        Assert.Null(lignes["gare"].Mediane);
        Assert.Null(lignes["gare"].MedianeDesApparies);
        Assert.Equal(31, lignes["atelier"].Effectif);
        Assert.False(Capacitance.EstCausale);
        Assert.Equal(Capacitance.ParConfiguration(personnes), Capacitance.ParConfiguration([.. Enumerable.Reverse(personnes)]));
    }

    [Fact]
    public void L_intervalle_d_une_part_reste_entre_zero_et_un() => Prop.ForAll((from n in Gen.Choose(0, 500) from k in Gen.Choose(0, n) select (k, n)).ToArbitrary(), t =>
    {
        var p = new Proportion(t.k, t.n);
        Assert.Equal(t.n == 0, p.Valeur is null);
        if (p is { Valeur: { } valeur, Intervalle: { } i })
        {
            Assert.True(i.Bas >= 0 && i.Bas <= valeur && valeur <= i.Haut && i.Haut <= 1, $"{t} {i}");
            // Seen from the other side, the same interval.
            var autre = new Proportion(t.n - t.k, t.n).Intervalle!.Value;
            Assert.Equal(1 - i.Bas, autre.Haut, 9);
        }
    }).Check(Tirages.Mille);
}
