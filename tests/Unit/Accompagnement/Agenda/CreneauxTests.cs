using FaireAvec.Accompagnement.Domain.Agenda;
using FsCheck;
using FsCheck.Fluent;
using static FaireAvec.Tests.Unit.Accompagnement.Agenda.AgendaDEssai;

namespace FaireAvec.Tests.Unit.Accompagnement.Agenda;

public class CreneauxTests
{
    private static readonly Plage Decembre = new(Maintenant, Maintenant.AddDays(35));

    private static readonly string[] Fuseaux = ["Europe/Paris", "Indian/Reunion", "America/Martinique", "Pacific/Noumea", "America/Miquelon"];

    [Fact]
    public void Un_mardi_matin_a_quatre_rendez_vous_de_45_minutes()
    {
        var libres = Creneaux.Libres([Mardis(jusqua: new DateOnly(2026, 12, 1))], [], Decembre, JamaisFerie);
        Assert.Equal(["9 h", "9 h 45", "10 h 30", "11 h 15"], libres.Select(c => Heure(c, "Europe/Paris")));
    }

    [Theory]
    [InlineData("Indian/Reunion", 5)]
    [InlineData("America/Martinique", 13)]
    [InlineData("Pacific/Noumea", -2)]
    public void Outre_mer_l_heure_est_celle_du_lieu(string fuseau, int heureUtc)
    {
        var premier = Creneaux.Libres([Mardis(fuseau, jusqua: new DateOnly(2026, 12, 1))], [], Decembre, JamaisFerie)[0];
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero).AddHours(heureUtc), premier.Debut);
        Assert.Equal("9 h", Heure(premier, fuseau));
    }

    [Fact]
    public void Le_dernier_dimanche_de_mars_a_une_heure_de_moins()
    {
        // Between 1 and 5 on the wall, three hours go by; nothing begins between 2 and 3.
        var nuit = Mardis(de: "1:00", a: "5:00", duree: 60, depuis: new DateOnly(2027, 3, 28), jusqua: new DateOnly(2027, 3, 28));
        Assert.Equal(["1 h", "3 h", "4 h"], nuit.Decouper(nuit.Depuis).Select(p => Heure(p, "Europe/Paris")));
        Assert.All(nuit.Decouper(nuit.Depuis), p => Assert.Equal(TimeSpan.FromHours(1), p.Fin - p.Debut));
    }

    [Fact]
    public void Le_dernier_dimanche_d_octobre_a_une_heure_de_plus()
    {
        var nuit = Mardis(de: "1:00", a: "5:00", duree: 60, depuis: new DateOnly(2026, 10, 25), jusqua: new DateOnly(2026, 10, 25));
        Assert.Equal(["1 h", "2 h", "2 h", "3 h", "4 h"], nuit.Decouper(nuit.Depuis).Select(p => Heure(p, "Europe/Paris")));
    }

    [Theory]
    [InlineData("2027-03-27", 8)]
    [InlineData("2027-03-28", 7)]
    [InlineData("2026-10-25", 8)]
    [InlineData("2026-10-24", 7)]
    public void Neuf_heures_reste_neuf_heures_quand_l_heure_change(string jour, int heureUtc) =>
        Assert.Equal(heureUtc, HeuresLocales.Instant(HeuresLocales.Zone("Europe/Paris"), DateOnly.Parse(jour, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(9, 0)).Hour);

    [Fact]
    public void Une_heure_qui_n_existe_pas_devient_la_fin_du_trou()
    {
        var instant = HeuresLocales.Instant(HeuresLocales.Zone("Europe/Paris"), new DateOnly(2027, 3, 28), new TimeOnly(2, 30));
        Assert.Equal(new DateTimeOffset(2027, 3, 28, 1, 0, 0, TimeSpan.Zero), instant);
    }

    [Fact]
    public void Une_heure_qui_vient_deux_fois_est_la_premiere()
    {
        var instant = HeuresLocales.Instant(HeuresLocales.Zone("Europe/Paris"), new DateOnly(2026, 10, 25), new TimeOnly(2, 30));
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), instant);
    }

    [Fact]
    public void Un_jour_ferie_ferme_une_semaine_mais_pas_un_jour_choisi()
    {
        static bool Ferie(DateOnly jour, string? departement) => jour == new DateOnly(2026, 12, 1);
        Assert.Empty(Creneaux.Libres([Mardis(jusqua: new DateOnly(2026, 12, 7))], [], Decembre, Ferie));
        Assert.NotEmpty(Creneaux.Libres([Mardis(jusqua: new DateOnly(2026, 12, 1))], [], Decembre, Ferie));
    }

    [Fact]
    public void Une_salle_prise_par_un_autre_n_est_plus_libre()
    {
        var salle = Guid.CreateVersion7();
        var mardi = Mardis(jusqua: new DateOnly(2026, 12, 1), salle: salle);
        var neufHeures = mardi.Decouper(mardi.Depuis).First();
        Assert.Equal(3, Creneaux.Libres([mardi], [new Pris(Guid.CreateVersion7(), salle, neufHeures)], Decembre, JamaisFerie).Count);
        Assert.Equal(4, Creneaux.Libres([mardi], [new Pris(Guid.CreateVersion7(), null, neufHeures)], Decembre, JamaisFerie).Count);
    }

    [Fact]
    public void Deux_rendez_vous_qui_se_suivent_ne_se_genent_pas()
    {
        var mardi = Mardis(jusqua: new DateOnly(2026, 12, 1));
        var premier = mardi.Decouper(mardi.Depuis).First();
        Assert.Equal(["9 h 45", "10 h 30", "11 h 15"], Creneaux.Libres([mardi], [new Pris(Camille, null, premier)], Decembre, JamaisFerie).Select(c => Heure(c, "Europe/Paris")));
    }

    // A month, any availability, any busy times, any zone: compared with each minute of the month tried one by one.
    [Fact]
    public void Les_creneaux_libres_sont_ceux_d_un_calcul_lent() => Prop.ForAll(
        Arb.From(
            from fuseau in Gen.Elements(Fuseaux)
            from depuis in Gen.Choose(0, 20)
            from jusqua in Gen.Choose(-1, 25)
            from semaines in Gen.Elements(1, 2, 4)
            from de in Gen.Choose(0, 22)
            from longueur in Gen.Choose(1, 6)
            from duree in Gen.Elements(15, 20, 30, 45, 60, 90)
            from pris in Gen.Choose(0, 28 * 24 * 4).ListOf()
            select (fuseau, depuis, jusqua, semaines, de, longueur, duree, pris)),
        x =>
        {
            // The last Sunday of October is inside.
            var debut = new DateTimeOffset(2026, 10, 10, 3, 15, 0, TimeSpan.Zero);
            var fenetre = new Plage(debut, debut.AddDays(28));
            var depuis = new DateOnly(2026, 10, 8).AddDays(x.depuis);
            var d = Mardis(x.fuseau, $"{x.de}:00", Math.Min(x.de + x.longueur, 23) + ":00", x.duree, depuis, x.jusqua < 0 ? null : depuis.AddDays(x.jusqua), x.semaines);
            var pris = x.pris.Select(q => new Pris(Camille, null, new(debut.AddMinutes(q * 15), debut.AddMinutes((q * 15) + 40)))).ToList();
            bool Ferie(DateOnly jour, string? departement) => jour.Day == 1;

            var attendus = new List<DateTimeOffset>();
            for (var t = fenetre.Debut; t < fenetre.Fin; t = t.AddMinutes(5))
            {
                var local = HeuresLocales.Jour(x.fuseau, t);
                var (ouverture, fermeture) = (HeuresLocales.Instant(HeuresLocales.Zone(x.fuseau), local, d.De), HeuresLocales.Instant(HeuresLocales.Zone(x.fuseau), local, d.A));
                var plage = new Plage(t, t.AddMinutes(x.duree));
                if (d.SeTient(local) && (d.UnSeulJour || !Ferie(local, null)) && t >= ouverture && plage.Fin <= fermeture && (t - ouverture).TotalMinutes % x.duree == 0 && !pris.Exists(p => p.Plage.Croise(plage)))
                {
                    attendus.Add(t);
                }
            }

            Assert.Equal(attendus, Creneaux.Libres([d], pris, fenetre, Ferie).Select(c => c.Debut));
        }).QuickCheckThrowOnFailure();

    // Two patterns meet when some day has both at the same time.
    [Fact]
    public void Deux_disponibilites_se_melangent_quand_un_jour_les_a_toutes_les_deux() => Prop.ForAll(
        Arb.From(
            from a in UneDisponibilite
            from b in UneDisponibilite
            select (a, b)),
        x =>
        {
            var jours = Enumerable.Range(0, 200).Select(new DateOnly(2026, 12, 1).AddDays);
            var attendu = x.a.De < x.b.A && x.b.De < x.a.A && jours.Any(j => x.a.SeTient(j) && x.b.SeTient(j));
            Assert.Equal(attendu, x.a.SeMelangeA(x.b));
            Assert.Equal(attendu, x.b.SeMelangeA(x.a));
        }).QuickCheckThrowOnFailure();

    private static Gen<Disponibilite> UneDisponibilite =>
        from depuis in Gen.Choose(0, 30)
        from jusqua in Gen.Choose(-1, 60)
        from semaines in Gen.Elements(1, 2, 4)
        from de in Gen.Choose(8, 18)
        select Mardis(de: $"{de}:00", a: $"{de + 2}:00", depuis: new DateOnly(2026, 12, 1).AddDays(depuis), jusqua: jusqua < 0 ? null : new DateOnly(2026, 12, 1).AddDays(depuis + jusqua), semaines: semaines);

    private static string Heure(Creneau c, string fuseau) => Heure(c.Plage, fuseau);

    private static string Heure(Plage p, string fuseau) => HeureSaisie.EnMots(TimeOnly.FromDateTime(HeuresLocales.Locale(fuseau, p.Debut).DateTime)).Replace('\u00a0', ' ');
}
