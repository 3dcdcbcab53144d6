using System.Numerics;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Cartographie;

/// <summary>The parts of the index one by one.</summary>
public class IndexTests
{
    private static readonly Config Beaucoup = Config.QuickThrowOnFailure.WithMaxTest(1000);

    [Theory]
    [InlineData(0, 179.99, 50)]
    [InlineData(0, -179.99, 50)]
    [InlineData(-13.3, -176.2, 2000)]
    [InlineData(89.9, 10, 100)]
    [InlineData(90, 0, 10)]
    [InlineData(-90, 180, 10)]
    [InlineData(-89.99, -180, 500)]
    [InlineData(0, 180, 0.05)]
    [InlineData(46, 2, 20_100)]
    [InlineData(60, 2, 9000)]
    public void La_grille_ne_manque_aucun_point_d_un_cercle(double lat, double lon, double km)
    {
        var hasard = new Random(3);
        var centre = new Position(lat, lon);
        var points = Enumerable.Range(0, 4000).Select(i => i % 2 == 0
            ? new Position((hasard.NextDouble() * 180) - 90, (hasard.NextDouble() * 360) - 180)
            : new Position(Math.Clamp(lat + ((hasard.NextDouble() - 0.5) * km / 50), -90, 90), Tour(lon + ((hasard.NextDouble() - 0.5) * km / 20)))).ToList();
        points.AddRange([new Position(lat, lon), new Position(lat, -lon), new Position(90, 0), new Position(-90, 0), new Position(lat, 180), new Position(lat, -180)]);
        points.Sort((a, b) => Grille.Case(a).CompareTo(Grille.Case(b)));
        var grille = new Grille([.. points.Select(Grille.Case)]);
        var rangs = grille.Autour(centre, km * 1000).SelectMany(p => Enumerable.Range(p.Debut, p.Fin - p.Debut)).ToList();
        Assert.Equal(rangs.Count, rangs.Distinct().Count());
        var vus = rangs.ToHashSet();
        Assert.All(Enumerable.Range(0, points.Count).Where(i => Question.Metres(lat, lon, points[i].Latitude, points[i].Longitude) <= km * 1000), i =>
            Assert.True(vus.Contains(i), $"{points[i]} is missing."));
    }

    [Fact]
    public void Une_boule_ne_dit_dedans_ou_dehors_que_si_c_est_vrai_de_tous_ses_points()
    {
        var hasard = new Random(5);
        var vus = new HashSet<Boule.Place>();
        for (var essai = 0; essai < 2000; essai++)
        {
            var (lat, lon, etendue) = ((hasard.NextDouble() * 178) - 89, (hasard.NextDouble() * 360) - 180, Math.Pow(10, -4 * hasard.NextDouble()));
            var points = Enumerable.Range(0, 20).Select(_ => new Position(Math.Clamp(lat + (etendue * hasard.NextDouble()), -90, 90), lon + (etendue * hasard.NextDouble())).Vecteur()).ToArray();
            var boule = Boule.Autour([.. points.Select(p => p.X)], [.. points.Select(p => p.Y)], [.. points.Select(p => p.Z)], 0, points.Length);
            var centre = new Position(Math.Clamp(lat + (3 * etendue * (hasard.NextDouble() - 0.5)), -90, 90), lon + (3 * etendue * (hasard.NextDouble() - 0.5))).Vecteur();
            var rayon = double.DegreesToRadians(etendue) * 3 * hasard.NextDouble();
            var dedans = points.Count(p => Math.Sqrt(Math.Pow(p.X - centre.X, 2) + Math.Pow(p.Y - centre.Y, 2) + Math.Pow(p.Z - centre.Z, 2)) <= rayon);
            var place = boule.Face(centre, rayon);
            vus.Add(place);
            Assert.True(place == Boule.Place.ACheval || (place == Boule.Place.Dedans ? dedans == points.Length : dedans == 0), $"{place} with {dedans} points inside.");
        }

        Assert.Equal(3, vus.Count);
    }

    [Fact]
    public void Une_boule_dont_un_point_manque_ne_dit_rien() =>
        Assert.Equal(Boule.Place.ACheval, Boule.Autour([double.NaN, 1], [0, 0], [0, 0], 0, 2).Face((0, 0, 1), 3));

    [Fact]
    public void Les_meilleurs_sont_les_premiers_de_la_liste_triee() => Prop.ForAll(
        Gen.Choose(1, 20).SelectMany(k => Gen.Choose(0, 8).ListOf().Select(cles => (k, cles))).ToArbitrary(),
        tirage =>
        {
            var (capacite, cles) = tirage;
            var meilleurs = new Meilleurs(capacite);
            for (var i = 0; i < cles.Count; i++)
            {
                meilleurs.Proposer(cles[i], cles.Count - i, i, null, -1);
            }

            var attendus = Enumerable.Range(0, cles.Count).OrderBy(i => cles[i]).ThenBy(i => cles.Count - i).Take(capacite);
            return meilleurs.Ranger().Rangs.SequenceEqual(attendus);
        }).Check(Beaucoup);

    [Fact]
    public void Un_curseur_se_relit() => Prop.ForAll<NormalFloat, NonEmptyString, NonEmptyString>((cle, nom, id) =>
    {
        var (n, i) = (Propre(nom.Get), Propre(id.Get) + "x");
        return Curseur.Lire(new Curseur(7, cle.Get, n, i).ToString()) == new Curseur(7, cle.Get, n, i);
    }).Check(Beaucoup);

    [Fact]
    public void Un_texte_quelconque_n_est_pas_un_curseur_et_ne_leve_rien() => Prop.ForAll<string?>(texte =>
    {
        if (texte is not null && Curseur.Lire(texte) is { } lu)
        {
            Assert.True(double.IsFinite(lu.Cle));
            Assert.NotEmpty(lu.Id);
        }
    }).Check(Beaucoup);

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAA")] // twelve bytes, no id
    [InlineData("AAAAAAAAAAAAAAAAYQ")] // an id without a name
    [InlineData("AAAAAAAA+H8AYQ")] // not base64url
    [InlineData("AAAAAAAAAAAAAPB_AGE")] // infinity
    [InlineData("AAAAAAAAAAAAAPh_AGE")] // not a number
    [InlineData("AAAAAAAAAAAAAAAAAP8")] // not UTF-8
    [InlineData("AAAAAAAAAAAAAAAAYQBiAGM")] // three parts
    public void Un_faux_curseur_est_refuse(string texte) => Assert.Null(Curseur.Lire(texte));

    [Fact]
    public void Un_curseur_trop_long_est_refuse() => Assert.Null(Curseur.Lire(new Curseur(7, 1, "a", new string('a', 5000)).ToString()));

    [Fact]
    public void Chaque_valeur_de_chaque_filtre_a_son_bit_et_tous_tiennent_dans_64()
    {
        var bits = Filtre.Tous.SelectMany(f => Enumerable.Range(0, f.Valeurs.Libelles.Count + 1).Select(f.Bit)).ToList();
        Assert.All(bits, b => Assert.Equal(1, BitOperations.PopCount(b)));
        Assert.Equal(bits.Count, bits.Distinct().Count());
        Assert.InRange(bits.Count, 1, 64);
        Assert.All(Filtre.Tous, f => Assert.Equal(f.Masque, Enumerable.Range(0, f.Valeurs.Libelles.Count + 1).Aggregate(0UL, (m, i) => m | f.Bit(i))));
        Assert.Equal(Filtre.Tous.Count, Filtre.Tous.Select(f => f.Parametre).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Une_valeur_se_trouve_par_son_libelle_et_par_son_slug()
    {
        foreach (var filtre in Filtre.Tous)
        {
            for (var i = 0; i < filtre.Valeurs.Libelles.Count; i++)
            {
                Assert.Equal(filtre.Bit(i), filtre.BitDe(filtre.Valeurs.Libelles[i]));
                Assert.Equal(filtre.Bit(i), filtre.BitDe(filtre.SlugDe(i)));
                Assert.Equal([filtre.SlugDe(i)], filtre.Choisies(filtre.Bit(i)));
            }

            Assert.Equal(filtre.Bit(filtre.Valeurs.Libelles.Count), filtre.BitDe(Filtre.NonRenseigne));
            Assert.Equal(0UL, filtre.BitDe("inconnue"));
        }

        Assert.Equal(Filtre.Acces.Bit(5), Filtre.Acces.BitDe("Ce lieu n’accueille pas de public"));
    }

    [Fact]
    public void Un_lieu_qui_ne_dit_rien_a_le_bit_non_renseigne_et_lui_seul()
    {
        var lieu = new Lieu { Id = "a", Source = "s", Nom = "n", Commune = "c", CodePostal = "42000", Empreinte = [], CreeLe = default, ModifieLe = default };
        Assert.All(Filtre.Tous, f => Assert.Equal(f.Bit(f.Valeurs.Libelles.Count), f.Bits(lieu)));
    }

    private static string Propre(string texte) => new([.. texte.Where(c => c != '\0' && !char.IsSurrogate(c)).Take(200)]);

    private static double Tour(double lon) => lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
}
