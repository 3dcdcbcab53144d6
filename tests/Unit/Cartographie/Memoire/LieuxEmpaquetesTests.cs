using System.Reflection;
using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche.Memoire;

namespace FaireAvec.Tests.Unit.Cartographie.Memoire;

/// <summary>What is packed comes back the same, whatever it is.</summary>
public class LieuxEmpaquetesTests(ITestOutputHelper sortie)
{
    private static readonly PropertyInfo[] Champs = [.. typeof(Lieu).GetProperties().Where(p => p.Name != nameof(Lieu.Empreinte))];

    private static readonly string[] Textes = ["", "a", "Mo-Fr 09:00-12:00", "Médiathèque de l’Haÿ-les-Roses", "😀 œuvre", "東京", "|", new string('é', 127), new string('x', 40_000)];

    [Fact]
    public void Les_lieux_livres_se_relisent_tous_a_l_identique()
    {
        var lieux = LieuxLivres.Publics.ToArray();
        var empaquetes = new LieuxEmpaquetes(lieux);
        Assert.Equal(lieux.Length, empaquetes.Nombre);
        for (var i = 0; i < lieux.Length; i++)
        {
            Assert.Equal(Ecrire(lieux[i]), Ecrire(empaquetes[i]));
            Assert.Equal(lieux[i].Id, empaquetes.IdDe(i));
            Assert.Equal((lieux[i].Latitude, lieux[i].Longitude), (empaquetes.PositionDe(i)?.Latitude, empaquetes.PositionDe(i)?.Longitude));
        }
    }

    [Fact]
    public void Un_lieu_quelconque_se_relit_dans_n_importe_quel_ordre()
    {
        var graine = Environment.TickCount;
        sortie.WriteLine($"Seed {graine}");
        var hasard = new Random(graine);
        foreach (var nombre in (int[])[0, 1, 63, 64, 65, 400])
        {
            var lieux = Enumerable.Range(0, nombre).Select(_ => Tirer(hasard)).ToArray();
            var empaquetes = new LieuxEmpaquetes(lieux);
            foreach (var i in Enumerable.Range(0, nombre).OrderBy(_ => hasard.Next()))
            {
                Assert.Equal(Ecrire(lieux[i]), Ecrire(empaquetes[i]));
            }
        }
    }

    [Fact]
    public void Chaque_champ_d_un_lieu_est_empaquete()
    {
        // One place where every field says something: a field added to the class and forgotten here comes back empty.
        var plein = new Lieu { Id = "id", Empreinte = [1], CreeLe = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), ModifieLe = new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero) };
        var numero = 0;
        foreach (var champ in Champs.Where(c => c.Name is not (nameof(Lieu.Id) or nameof(Lieu.CreeLe) or nameof(Lieu.ModifieLe))))
        {
            numero++;
            champ.SetValue(plein, (Nullable.GetUnderlyingType(champ.PropertyType) ?? champ.PropertyType) switch
            {
                var t when t == typeof(string) => $"{champ.Name} {numero}",
                var t when t == typeof(string[]) => new[] { champ.Name, $"{numero}" },
                var t when t == typeof(double) => 1.5 + numero,
                var t when t == typeof(DateOnly) => new DateOnly(2026, 1, 1).AddDays(numero),
                var t when t == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero).AddTicks(numero),
                var t => throw new InvalidOperationException($"{champ.Name} is of a type that isn't packed: {t}."),
            });
        }

        Assert.Equal(Ecrire(plein), Ecrire(new LieuxEmpaquetes([plein])[0]));
    }

    [Fact]
    public void Les_listes_et_les_horaires_de_plusieurs_lieux_ne_sont_gardes_qu_une_fois()
    {
        Lieu Faire(string id) => new() { Id = id, Horaires = string.Concat("Mo", " 09:00-12:00"), Services = [string.Concat("Aide ", id.Length > 0 ? "aux démarches" : "")], Empreinte = [], CreeLe = default, ModifieLe = default };
        var empaquetes = new LieuxEmpaquetes([Faire("a"), Faire("b")]);
        Assert.Same(empaquetes[0].Services, empaquetes[1].Services);
        Assert.Same(empaquetes[0].Horaires, empaquetes[1].Horaires);
    }

    [Fact]
    public void Un_meme_instant_ecrit_a_deux_horloges_est_lu_en_temps_universel()
    {
        var paris = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.FromHours(2));
        Lieu Faire(string id, DateTimeOffset instant) => new() { Id = id, Empreinte = [], CreeLe = instant, ModifieLe = instant, VerifieLe = instant };
        foreach (var lieux in (Lieu[][])[[Faire("a", paris), Faire("b", paris.ToUniversalTime())], [Faire("b", paris.ToUniversalTime()), Faire("a", paris)]])
        {
            var empaquetes = new LieuxEmpaquetes(lieux);
            Assert.All(Enumerable.Range(0, 2), rang => Assert.True(empaquetes[rang].VerifieLe!.Value.EqualsExact(paris.ToUniversalTime())));
        }
    }

    [Fact]
    public void Les_lieux_livres_pesent_moins_de_trois_cents_octets_chacun()
    {
        var lieux = LieuxLivres.Publics.ToArray();
        Assert.InRange(new LieuxEmpaquetes(lieux).Octets / lieux.Length, 100, 300);
    }

    private static Lieu Tirer(Random hasard)
    {
        var lieu = new Lieu { Id = Texte(hasard), Empreinte = [], CreeLe = Instant(hasard), ModifieLe = Instant(hasard) };
        foreach (var champ in Champs.Where(c => c.Name is not (nameof(Lieu.Id) or nameof(Lieu.CreeLe) or nameof(Lieu.ModifieLe))))
        {
            var obligatoire = new NullabilityInfoContext().Create(champ).ReadState == NullabilityState.NotNull;
            object? valeur = (Nullable.GetUnderlyingType(champ.PropertyType) ?? champ.PropertyType) switch
            {
                var t when t == typeof(string) => Texte(hasard),
                var t when t == typeof(string[]) => Enumerable.Range(0, hasard.Next(4)).Select(_ => Texte(hasard)).ToArray(),
                var t when t == typeof(double) => (hasard.NextDouble() - 0.5) * 360,
                var t when t == typeof(DateOnly) => DateOnly.FromDayNumber(hasard.Next(DateOnly.MaxValue.DayNumber + 1)),
                _ => Instant(hasard),
            };
            champ.SetValue(lieu, !obligatoire && hasard.Next(3) == 0 ? null : valeur);
        }

        return lieu;
    }

    private static string Texte(Random hasard) => Textes[hasard.Next(Textes.Length - (hasard.Next(20) == 0 ? 0 : 1))];

    private static DateTimeOffset Instant(Random hasard) => new(hasard.NextInt64(DateTime.MaxValue.Ticks), TimeSpan.Zero);

    private static string Ecrire(Lieu lieu) => JsonSerializer.Serialize(Champs.ToDictionary(c => c.Name, c => c.GetValue(lieu), StringComparer.Ordinal));
}
