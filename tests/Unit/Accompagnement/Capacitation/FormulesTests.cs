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
        Assert.Equal(new PostureDeLaPeriode(1, 0, 60, new(20, 50, 30)), PostureDeLaPeriode.De([new(60, new Posture(20, 50, 30))]));
        Assert.Equal(new PostureDeLaPeriode(2, 1, 90, new(67, 0, 33)), PostureDeLaPeriode.De([new(60, new Posture(100, 0, 0)), new(30, new Posture(0, 0, 100)), new(500, null)]));
        Assert.Null(PostureDeLaPeriode.De([]));
        Assert.Null(PostureDeLaPeriode.De([new(0, new Posture(100, 0, 0)), new(60, null)]));
    }

    [Fact]
    public void Les_trois_parts_font_toujours_un_dans_n_importe_quel_ordre()
    {
        var acte = from minutes in Gen.Choose(0, 1439) from connue in Gen.Choose(0, 4) from p in Tirages.Posture select new TempsDActe(minutes, connue == 0 ? null : p);
        var tirage = from actes in acte.ArrayOf() from melange in Tirages.Melange(actes) select (actes, melange);
        Prop.ForAll(tirage.ToArbitrary(), t =>
        {
            var parts = PostureDeLaPeriode.De(t.actes);
            Assert.Equal(parts, PostureDeLaPeriode.De(t.melange));
            if (parts is not null)
            {
                Assert.True(parts.Parts.Juste);
                foreach (var (part, obtenue) in new (Func<Posture, int>, int)[] { (p => p.ALaPlace, parts.Parts.ALaPlace), (p => p.Avec, parts.Parts.Avec), (p => p.Faire, parts.Parts.Faire) })
                {
                    // Word for word, in decimals: rounding moves a share by less than one hundredth.
                    var (haut, bas) = (0m, 0m);
                    foreach (var a in t.actes.Where(a => a.Posture is not null))
                    {
                        (haut, bas) = (haut + (a.Minutes * part(a.Posture!.Value)), bas + a.Minutes);
                    }

                    Assert.InRange(obtenue - (haut / bas), -1, 1);
                }

                Assert.Equal(t.actes.Length, parts.Actes + parts.SansPosture);
            }
        }).Check(Tirages.Mille);
    }

    [Fact]
    public void Aucun_type_ne_fait_un_indice_des_trois_parts() =>
        Assert.DoesNotContain(typeof(PostureDeLaPeriode).Assembly.GetTypes().SelectMany(t => t.GetMembers().Select(m => m.Name).Append(t.Name)), n => n.Contains("IndicePosture", StringComparison.OrdinalIgnoreCase) || n.Contains("IndiceDePosture", StringComparison.OrdinalIgnoreCase));

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
        Assert.Equal(new TauxAutonomieDurable(new(1, 4), 2, 1, 4), TauxAutonomieDurable.De(tous, Jour, Jour.AddDays(120)));
        // Of a period: the exits whose 90th day falls in it.
        Assert.Equal(new TauxAutonomieDurable(new(1, 4), 2, 1, 4), TauxAutonomieDurable.De(tous, Jour.AddDays(90), Jour.AddDays(120)));
        Assert.Equal(new TauxAutonomieDurable(new(0, 0), 0, 1, 0), TauxAutonomieDurable.De(tous, Jour.AddDays(91), Jour.AddDays(120)));
    }

    [Fact]
    public void Qui_est_perdu_de_vue_ne_fait_jamais_monter_la_duree()
    {
        var tirage = from evaluations in Tirages.Evaluation(40).ArrayOf(60) from melange in Tirages.Melange(evaluations) from du in Gen.Choose(0, 200) from jour in Gen.Choose(200, 400) from perdue in Gen.Choose(0, 39) select (evaluations, melange, du, jour, perdue);
        Prop.ForAll(tirage.ToArbitrary(), t =>
        {
            var (du, jour) = (Jour.AddDays(t.du), Jour.AddDays(t.jour));
            var taux = TauxAutonomieDurable.De(t.evaluations, du, jour);
            Assert.Equal(taux, TauxAutonomieDurable.De(t.melange, du, jour));
            Assert.True(taux.Taux.Valeur is null or (>= 0 and <= 1));
            Assert.InRange(taux.NonRevus, 0, taux.Taux.Effectif - taux.Taux.Oui);
            Assert.Equal(LenteDurable(t.evaluations, du, jour), (taux.Taux.Oui, taux.Taux.Effectif));
            // One more person who leaves and never answers.
            var plus = TauxAutonomieDurable.De([.. t.evaluations, new(Tirages.Personne(99), "C01", 4, Preuve.Reel, Moment.Sortie, Evaluateur.Mediateur, du)], du, jour);
            Assert.True((plus.Taux.Valeur ?? 0) <= (taux.Taux.Valeur ?? 0));
            // Somebody who stops answering.
            var perdue = TauxAutonomieDurable.De(t.evaluations.Where(e => e.Personne != Tirages.Personne(t.perdue) || e.Moment is Moment.Initial or Moment.EnCours or Moment.Sortie), du, jour);
            Assert.Equal(taux.Taux.Effectif, perdue.Taux.Effectif);
        }).Check(Tirages.Mille);
    }

    private static (int, int) LenteDurable(Evaluation[] evaluations, DateOnly du, DateOnly jour)
    {
        var (oui, tous) = (0, 0);
        foreach (var (personne, code) in evaluations.Select(e => (e.Personne, e.SavoirFaire)).Distinct())
        {
            var siennes = evaluations.Where(e => e.Personne == personne && e.SavoirFaire == code).ToList();
            Evaluation? Dernier(Func<Evaluation, bool> lesquelles) => siennes.Where(lesquelles).OrderBy(e => (e.Jour.DayNumber, (int)e.Preuve, -e.Niveau)).LastOrDefault();
            if (Dernier(e => e.Moment == Moment.Sortie) is { Niveau: >= 3 } sortie && jour.DayNumber - sortie.Jour.DayNumber >= 90 && sortie.Jour.DayNumber + 90 >= du.DayNumber)
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
            V(7, "impots", 0, aLaPlace) with { Perdue = true }, // nobody knows: in neither number
            V(8, "impots", 0, aLaPlace) with { Perdue = true }, V(8, "impots", 40, aLaPlace) with { Perdue = true }, // came back before
            V(9, "impots", 300, aLaPlace), V(9, "impots", 310, aLaPlace), // helped less than a year ago: waits, come back or not
        ], Jour.AddDays(400));
        Assert.Equal(["caf", "impots"], lignes.Select(l => l.Demarche));
        Assert.Equal([new TauxNonRetour("caf", new(0, 1), 0, 0), new TauxNonRetour("impots", new(3, 7), 1, 1)], lignes);
        Assert.Equal(1 - (3.0 / 7), lignes[1].Valeur!.Value, 12);
    }

    [Fact]
    public void Le_non_retour_suit_sa_reference_et_pas_l_ordre()
    {
        var venue = from personne in Gen.Choose(0, 5)
                    from demarche in Gen.Elements("a", "b")
                    from jour in Gen.Choose(0, 800)
                    from connue in Gen.Choose(0, 3)
                    from p in Tirages.Posture
                    from regle in Gen.Choose(0, 4)
                    select new Venue(Tirages.Personne(personne), demarche, Jour.AddDays(jour), connue == 0 ? null : p, regle == 0, Perdue: personne == 5);
        var tirage = from venues in venue.ArrayOf() from melange in Tirages.Melange(venues) from jour in Gen.Choose(0, 1300) from perdue in Gen.Choose(0, 5) select (venues, melange, jour, perdue);
        Prop.ForAll(tirage.ToArbitrary(), t =>
        {
            var jour = Jour.AddDays(t.jour);
            var lignes = TauxNonRetour.ParDemarche(t.venues, jour);
            Assert.Equal(lignes, TauxNonRetour.ParDemarche(t.melange, jour));
            foreach (var ligne in lignes)
            {
                Assert.Equal(LentRetour([.. t.venues.Where(v => v.Demarche == ligne.Demarche)], jour), (ligne.Revenues.Oui, ligne.Revenues.Effectif, ligne.EnAttente, ligne.Perdues));
                Assert.True(ligne.Valeur is null or (>= 0 and <= 1));
            }

            // Somebody of whom there is no more news: the rate never rises, whether they were one who came back or not.
            var perdue = TauxNonRetour.ParDemarche(t.venues.Select(v => v.Personne == Tirages.Personne(t.perdue) ? v with { Perdue = true } : v), jour);
            Assert.All(lignes.Zip(perdue), l => Assert.True((l.Second.Valeur ?? 0) <= (l.First.Valeur ?? 0)));
            // Neither does somebody new who was lost at once.
            var nouvelle = TauxNonRetour.ParDemarche(t.venues.Append(new(Tirages.Personne(99), "a", Jour, null, Perdue: true)), jour).Single(l => l.Demarche == "a");
            Assert.Equal(lignes.FirstOrDefault(l => l.Demarche == "a")?.Valeur, nouvelle.Valeur);
        }).Check(Tirages.Mille);
    }

    // Person by person, day by day.
    private static (int, int, int, int) LentRetour(List<Venue> venues, DateOnly jour)
    {
        var (oui, tous, attente, perdues) = (0, 0, 0, 0);
        foreach (var p in venues.Select(v => v.Personne).Distinct())
        {
            var siennes = venues.Where(v => v.Personne == p).OrderBy(v => v.Jour).ToList();
            var limite = siennes[0].Jour.AddYears(1);
            var revenue = siennes.Exists(v => v.Jour != siennes[0].Jour && v.Jour <= limite && !v.RegleChangee && (v.Posture is not { } posture || posture.ALaPlace + posture.Avec >= 50));
            var compte = jour >= limite && (revenue || !siennes[0].Perdue);
            attente += jour < limite ? 1 : 0;
            oui += compte && revenue ? 1 : 0;
            tous += compte ? 1 : 0;
            perdues += jour >= limite && !compte ? 1 : 0;
        }

        return (oui, tous, attente, perdues);
    }

    [Fact]
    public void L_entonnoir_compare_chaque_etape_a_celle_d_avant()
    {
        var entonnoir = Entonnoir.De([new(200, 80, 40, 30, 0, 5)]);
        Assert.Equal([null, 0.4, 0.5, 0.75, 0, null, null], entonnoir.Etapes.Select(e => e.Passage?.Valeur));
        // A step that isn't known breaks the chain instead of being compared with another one.
        Assert.All(Entonnoir.De([new(10, Venus: 5)]).Etapes.Where(e => e.Etape != EtapeDEnrolement.Venu), e => Assert.Null(e.Passage?.Valeur));
        Assert.Null(Entonnoir.De([new(10, Venus: 5)]).Etapes[(int)EtapeDEnrolement.Venu].Passage!.Value.Valeur);
        Assert.Equal([null, null, null, 3, 2, 1, null], Entonnoir.DesVenues([0, 1, 2, 5]).Etapes.Select(e => e.Effectif));
        Assert.Equal([null, null, null, null, 2.0 / 3, 0.5, null], Entonnoir.DesVenues([0, 1, 2, 5]).Etapes.Select(e => e.Passage?.Valeur));
    }

    [Fact]
    public void Les_etapes_des_venues_ne_montent_jamais() => Prop.ForAll(Gen.Choose(0, 9).ArrayOf().ToArbitrary(), venues =>
    {
        var etapes = Entonnoir.DesVenues(venues).Etapes;
        var sues = etapes.Where(e => e.Effectif is not null).ToList();
        Assert.True(sues.Zip(sues.Skip(1)).All(p => p.Second.Effectif <= p.First.Effectif && p.Second.Passage!.Value.Valeur is null or (>= 0 and <= 1)));
        Assert.Equal(etapes, Entonnoir.DesVenues([.. venues.Reverse()]).Etapes);
        Assert.Equal([venues.Count(v => v > 0), venues.Count(v => v > 1), venues.Count(v => v > 3)], sues.Select(e => e.Effectif!.Value));
    }).Check(Tirages.Mille);

    [Fact]
    public void Il_n_y_a_qu_un_entonnoir() =>
        Assert.Single(typeof(Entonnoir).Assembly.GetTypes(), t => t.IsEnum && Enum.GetNames(t) is var noms && noms.Contains("Contacte") && noms.Contains("Relais"));

    [Fact]
    public void Aller_vers_et_conversion_sont_des_parts()
    {
        Assert.Equal(0.25, TauxAllerVers.De(25, 100).Valeur);
        Assert.Equal(0.2, Conversion.De(5, 25).Valeur);
        Assert.Null(TauxAllerVers.De(0, 0).Valeur);
        Assert.Throws<ArgumentOutOfRangeException>(() => TauxAllerVers.De(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TauxAllerVers.De(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Conversion.De(2, 1));
        // Met outside and come since: once. Not known to be new: met, so that nothing said never raises the rate.
        Assert.Equal((40, 100, 0.4), (new ContactsDeLaPeriode(40, 10, 60, 10).Taux.Oui, new ContactsDeLaPeriode(40, 10, 60, 10).Rencontrees, new ContactsDeLaPeriode(40, 10, 60, 10).Taux.Valeur));
        Assert.Equal(40, new ContactsDeLaPeriode(40, 30, 20, 0).Rencontrees);
    }

    [Fact]
    public void La_part_de_l_aller_vers_suit_sa_reference() => Prop.ForAll(
        (from hors in Gen.Choose(0, 300) from venues in Gen.Choose(0, hors) from nouvelles in Gen.Choose(0, 300) from nonSues in Gen.Choose(0, 300) select (hors, venues, nouvelles, nonSues)).ToArbitrary(),
        t =>
        {
            var c = new ContactsDeLaPeriode(t.hors, t.venues, t.nouvelles, t.nonSues);
            // One by one: those of the market, then those of the place who aren't among them.
            var (dehors, tous, deja) = (0, 0, t.venues);
            for (var i = 0; i < t.hors; i++)
            {
                (dehors, tous) = (dehors + 1, tous + 1);
            }

            for (var i = 0; i < t.nouvelles; i++)
            {
                (tous, deja) = deja > 0 ? (tous, deja - 1) : (tous + 1, 0);
            }

            Assert.Equal(tous + t.nonSues == 0 ? null : (double)dehors / (tous + t.nonSues), c.Taux.Valeur);
            Assert.True((new ContactsDeLaPeriode(t.hors, t.venues, t.nouvelles, t.nonSues + 1).Taux.Valeur ?? 0) <= (c.Taux.Valeur ?? 0));
        }).Check(Tirages.Mille);

    [Fact]
    public void La_conversion_suit_sa_reference_et_pas_l_ordre()
    {
        var action = from contactes in Gen.Choose(1, 60) from connus in Gen.Choose(0, 3) from venus in Gen.Choose(0, contactes) select new EffectifsDEnrolement(contactes, Venus: connus == 0 ? null : venus);
        var tirage = from actions in action.ArrayOf() from melange in Tirages.Melange(actions) select (actions, melange);
        Prop.ForAll(tirage.ToArbitrary(), t =>
        {
            var sues = t.actions.Where(a => a.Venus.HasValue).ToList();
            var obtenue = Conversion.De(t.actions);
            Assert.Equal(sues.Count == 0 ? null : sues.Aggregate(0m, (s, a) => s + a.Venus!.Value) / sues.Aggregate(0m, (s, a) => s + a.Contactes!.Value), obtenue.Valeur is { } v ? Math.Round((decimal)v, 12) : null, new ADouzeDecimales());
            Assert.Equal(obtenue, Conversion.De(t.melange));
            // An action whose next weeks aren't known raises nothing.
            Assert.Equal(obtenue, Conversion.De(t.actions.Append(new(50))));
        }).Check(Tirages.Mille);
    }

    private sealed class ADouzeDecimales : IEqualityComparer<decimal?>
    {
        public bool Equals(decimal? x, decimal? y) => x is { } a && y is { } b ? Math.Abs(a - b) < 1e-9m : x is null && y is null;

        public int GetHashCode(decimal? valeur) => 0;
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
    public void La_portee_suit_sa_reference_et_l_inconnu_n_y_est_pas()
    {
        var compte = from liste in Gen.Elements(PublicsPrioritaires.Age, PublicsPrioritaires.Statut)
                     from code in Gen.Elements<string>([.. liste == PublicsPrioritaires.Age ? Listes.Ages.Codes : Listes.Statuts.Codes])
                     from nombre in Gen.Choose(0, 40)
                     select new CompteDePublic(liste, code, nombre);
        var tirage = from comptes in compte.ArrayOf() from melange in Tirages.Melange(comptes) from part in Gen.Choose(1, 10000) from p in Gen.Elements<PublicPrioritaire>([.. PublicsPrioritaires.Tous]) select (comptes, melange, part, p);
        Prop.ForAll(tirage.ToArbitrary(), t =>
        {
            var (touches, nonSus) = t.p.Parmi(t.comptes);
            Assert.Equal((touches, nonSus), t.p.Parmi(t.melange));
            var personnes = t.comptes.Where(c => c.Liste == t.p.Liste).SelectMany(c => Enumerable.Repeat(c.Code, c.Nombre)).ToList();
            var connues = personnes.Where(c => c != "non_communique").ToList();
            Assert.Equal(personnes.Count - connues.Count, nonSus);
            var portee = new PorteePrioritaire(touches, t.part / 10000.0);
            Assert.Equal(connues.Count > 0, portee.Valeur is not null);
            if (portee is { Valeur: { } valeur, Intervalle: { } entre })
            {
                Assert.Equal(connues.Count(t.p.Reponses.Contains) / (double)connues.Count * 10000 / t.part, valeur, 6);
                Assert.True(entre.Bas <= valeur + 1e-9 && valeur <= entre.Haut + 1e-9);
            }

            // Somebody of whom it isn't known changes nothing.
            Assert.Equal(touches, t.p.Parmi([.. t.comptes, new(t.p.Liste, "non_communique", 7)]).Touches);
        }).Check(Tirages.Mille);
    }

    [Fact]
    public void Un_public_dans_un_autre_n_en_donne_pas_la_difference()
    {
        CompteDePublic[] comptes = [new(PublicsPrioritaires.Age, "60_69", 4), new(PublicsPrioritaires.Age, "70_et_plus", 40), new(PublicsPrioritaires.Age, "35_59", 60), new(PublicsPrioritaires.Age, "25_34", 30), new(PublicsPrioritaires.Age, "18_24", 90)];
        // Forty-four minus forty would say four.
        Assert.False(PublicsPrioritaires.Lire("60_et_plus")!.Montrable(comptes));
        Assert.True(PublicsPrioritaires.Lire("70_et_plus")!.Montrable(comptes));
        Assert.True(PublicsPrioritaires.Lire("18_24")!.Montrable(comptes));
        // Eight and four: what is missing from the total anyway.
        Assert.True(PublicsPrioritaires.Lire("60_et_plus")!.Montrable([new(PublicsPrioritaires.Age, "60_69", 8), new(PublicsPrioritaires.Age, "70_et_plus", 4), new(PublicsPrioritaires.Age, "40_59", 24)]));
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
        Assert.Equal((12, 4), (lignes[0].Effectif, lignes[0].SansGain));
        // Twelve people who gained the same: the interval is that figure.
        Assert.Equal((lignes[0].Centimes, lignes[0].Centimes), (lignes[0].Bas, lignes[0].Haut));
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
        }).Check(Tirages.Mille.WithMaxTest(100));
    }

    [Fact]
    public void Le_cout_par_gain_suit_sa_reference_et_pas_l_ordre()
    {
        var part = from depart in Gen.Elements(Enum.GetValues<NiveauDeDepart>()) from gain in Gen.Choose(-20, 100) from connu in Gen.Choose(0, 4) from minutes in Gen.Choose(0, 3000) select new PartDeCout(depart, connu == 0 ? null : gain / 100.0, minutes);
        var tirage = from parts in part.ArrayOf(80) from melange in Tirages.Melange(parts) from poste in Gen.Choose(0, 9_000_000) from lieu in Gen.Choose(0, 900_000) from kit in Gen.Choose(0, 90_000) from pass in Gen.Choose(0, 90_000) select (parts, melange, cout: new CoutComplet(poste, lieu, kit, pass));
        Prop.ForAll(tirage.ToArbitrary(), t =>
        {
            var lignes = CoutParGain.ParNiveauDeDepart(t.cout, t.parts);
            Assert.Equal(lignes, CoutParGain.ParNiveauDeDepart(t.cout, t.melange));
            double total = t.cout.Poste + t.cout.Lieu + t.cout.Kit + t.cout.Pass, minutes = t.parts.Sum(p => (double)p.Minutes);
            foreach (var ligne in lignes)
            {
                var siens = t.parts.Where(p => p.Depart == ligne.Depart).ToList();
                var gains = siens.Where(p => p.Gain.HasValue).Sum(p => p.Gain!.Value);
                Assert.Equal((siens.Count(p => p.Gain.HasValue), siens.Count(p => !p.Gain.HasValue)), (ligne.Effectif, ligne.SansGain));
                Assert.True(ligne.Effectif >= 11 || ligne.Centimes is null);
                if (ligne.Centimes is { } centimes)
                {
                    Assert.InRange(centimes, (total * siens.Sum(p => (double)p.Minutes) / minutes / gains) - 1, (total * siens.Sum(p => (double)p.Minutes) / minutes / gains) + 1);
                    Assert.True(ligne.Bas <= centimes && (ligne.Haut is null || centimes <= ligne.Haut));
                }
            }
        }).Check(Tirages.Mille.WithMaxTest(100));
    }

    [Fact]
    public void Un_depart_se_lit_des_premiers_regards_seuls() => Prop.ForAll(Tirages.Evaluations.ToArbitrary(), evaluations =>
    {
        // Those who have an exit start from the same place as those who were lost, when the same savoir-faire were looked at.
        foreach (var personne in evaluations.GroupBy(e => e.Personne))
        {
            var debuts = personne.Where(e => e.Moment == Moment.Initial).GroupBy(e => e.SavoirFaire).Where(g => Tirages.Poids(g.Key) is not null)
                .Select(g => (Poids: Tirages.Poids(g.Key)!.Value, g.OrderBy(e => (e.Jour.DayNumber, -(int)e.Preuve, -e.Niveau)).First().Niveau)).ToList();
            var moyenne = debuts.Count == 0 ? (double?)null : debuts.Sum(d => (double)d.Poids * d.Niveau) / debuts.Sum(d => d.Poids);
            NiveauDeDepart? attendu = moyenne switch { null => null, < 1.5 => NiveauDeDepart.Premier, < 3 => NiveauDeDepart.Milieu, _ => NiveauDeDepart.Avance };
            Assert.Equal(attendu, NiveauxDeDepart.DesDebuts(personne, Tirages.Poids));
        }
    }).Check(Tirages.Mille);

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
        Assert.Equal((2, 3), (HeuresParSavoirFaireAcquis.De([120], progressions).Acquis, HeuresParSavoirFaireAcquis.De([120], progressions).AApprendre));
        Assert.Null(HeuresParSavoirFaireAcquis.De([120], []).Valeur);
    }

    [Fact]
    public void Les_heures_par_savoir_faire_suivent_leur_reference()
    {
        var progression = from poids in Gen.Choose(1, 3) from debut in Gen.Choose(0, 5) from fin in Gen.Choose(0, 5) select new Progression("A01", poids, debut, fin);
        var tirage = from minutes in Gen.Choose(0, 600).ArrayOf() from progressions in progression.ArrayOf() from melange in Tirages.Melange(progressions) select (minutes, progressions, melange);
        Prop.ForAll(tirage.ToArbitrary(), t =>
        {
            var h = HeuresParSavoirFaireAcquis.De(t.minutes, t.progressions);
            Assert.Equal(h, HeuresParSavoirFaireAcquis.De(t.minutes.Reverse(), t.melange));
            var acquis = 0;
            foreach (var p in t.progressions)
            {
                acquis += (p.Debut, p.Fin) is ( <= 2, >= 3) ? 1 : 0;
            }

            Assert.Equal(acquis == 0 ? null : t.minutes.Aggregate(0m, (s, m) => s + m) / 60 / acquis, h.Valeur is { } v ? (decimal)v : null, new ADouzeDecimales());
            Assert.True(h.Intervalle is null || (h.Intervalle.Value.Bas <= h.Valeur + 1e-9 && h.Valeur <= h.Intervalle.Value.Haut + 1e-9));
            // Time given to somebody who was lost makes it dearer, never cheaper.
            Assert.True((HeuresParSavoirFaireAcquis.De([.. t.minutes, 60], t.progressions).Valeur ?? 0) >= (h.Valeur ?? 0));
        }).Check(Tirages.Mille);
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
        // Each of the two has its interval.
        Assert.True(lignes["marche"].EntreApparies is var (bas, haut) && bas < 0.5 && haut > 0.5);
        Assert.True(lignes["marche"].EntreSemblables is var (basAilleurs, hautAilleurs) && basAilleurs < 0.5 && hautAilleurs > 0.5);
        Assert.Null(lignes["gare"].EntreApparies);
        Assert.Null(lignes["gare"].Mediane);
        Assert.Null(lignes["gare"].MedianeDesApparies);
        Assert.Equal(31, lignes["atelier"].Effectif);
        Assert.False(Capacitance.EstCausale);
        Assert.Equal(Capacitance.ParConfiguration(personnes), Capacitance.ParConfiguration([.. Enumerable.Reverse(personnes)]));
    }

    [Fact]
    public void La_capacitance_suit_sa_reference_et_pas_l_ordre()
    {
        var personne = from configuration in Gen.Elements("a", "b", "c")
                       from gain in Gen.Choose(-10, 10)
                       from depart in Gen.Elements(NiveauDeDepart.Premier, NiveauDeDepart.Milieu)
                       from age in Gen.Elements("40_59", "60_69", null)
                       from langue in Gen.Elements("francais", null)
                       select new PersonneDansUneConfiguration(configuration, gain / 10.0, depart, age, langue);
        var tirage = from personnes in personne.ArrayOf(120) from melange in Tirages.Melange(personnes) select (personnes, melange);
        Prop.ForAll(tirage.ToArbitrary(), t =>
        {
            var lignes = Capacitance.ParConfiguration(t.personnes);
            Assert.Equal(lignes, Capacitance.ParConfiguration(t.melange));
            foreach (var ligne in lignes)
            {
                var siens = t.personnes.Where(p => p.Configuration == ligne.Configuration).Select(p => p.Gain).Order().ToList();
                Assert.Equal(siens.Count, ligne.Effectif);
                Assert.Equal(siens.Count < 11 ? null : (siens[(siens.Count - 1) / 2] + siens[siens.Count / 2]) / 2, ligne.Mediane);
                Assert.True(ligne.Mediane is null || (ligne.Bas <= ligne.Mediane && ligne.Mediane <= ligne.Haut));
                var apparies = t.personnes.Where(p => p.Configuration == ligne.Configuration && p.Age is not null && p.Langue is not null
                    && t.personnes.Any(q => q.Configuration != p.Configuration && q.Depart == p.Depart && q.Age == p.Age && q.Langue == p.Langue)).ToList();
                Assert.Equal(apparies.Count, ligne.Apparies);
                Assert.True(ligne.MedianeDesApparies is null || apparies.Count >= 11);
                Assert.True(ligne.MedianeDesApparies is not { } m ? ligne.EntreApparies is null : ligne.EntreApparies is var (b, h) && b <= m && m <= h);
                Assert.True(ligne.MedianeDesSemblables is not { } ms ? ligne.EntreSemblables is null : ligne.EntreSemblables is var (bs, hs) && bs <= ms + 1e-9 && ms <= hs + 1e-9);
                if (ligne.MedianeDesSemblables is { } semblables)
                {
                    // Half of the weight at most on either side; each profile weighs elsewhere what it weighs here.
                    var ailleurs = t.personnes.Where(q => q.Configuration != ligne.Configuration).ToList();
                    var peses = apparies.SelectMany(p => ailleurs.Where(q => (q.Depart, q.Age, q.Langue) == (p.Depart, p.Age, p.Langue)) is var s ? s.Select(q => (q.Gain, Poids: 1.0 / s.Count())) : []).ToList();
                    Assert.True(peses.Where(p => p.Gain < semblables - 1e-9).Sum(p => p.Poids) <= (peses.Sum(p => p.Poids) / 2) + 1e-6);
                    Assert.True(peses.Where(p => p.Gain > semblables + 1e-9).Sum(p => p.Poids) <= (peses.Sum(p => p.Poids) / 2) + 1e-6);
                }
            }
        }).Check(Tirages.Mille.WithMaxTest(60));
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
