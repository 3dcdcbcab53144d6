using FaireAvec.Accompagnement.Api;
using FaireAvec.Tests.Unit.Accompagnement.Capacitation;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Api;

public class CurseurDeLApiTests
{
    private static readonly CurseurDeLApi Curseur = new(new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero), Guid.Parse("01a21000-0000-7000-8000-0000000000a1"));

    [Fact]
    public void Il_se_relit() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).Two().ToArbitrary(),
        t =>
        {
            var curseur = new CurseurDeLApi(DateTimeOffset.UnixEpoch.AddTicks((t.Item1 * 10_000_000L) + t.Item2), Guid.CreateVersion7());
            return CurseurDeLApi.Lire(curseur.Ecrire("a"), "a") == curseur;
        }).Check(Tirages.Mille);

    [Fact]
    public void Celui_d_une_autre_liste_ne_se_relit_pas() => Assert.Null(CurseurDeLApi.Lire(Curseur.Ecrire("activites"), "rendez-vous"));

    [Fact]
    public void Change_d_une_lettre_il_ne_se_relit_pas()
    {
        var texte = Curseur.Ecrire("a");
        for (var i = 0; i < texte.Length - 1; i++)
        {
            Assert.Null(CurseurDeLApi.Lire($"{texte[..i]}{(texte[i] == 'A' ? 'B' : 'A')}{texte[(i + 1)..]}", "a"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("éé")]
    [InlineData("AAAA")]
    [InlineData("../../etc/passwd")]
    public void Ce_qui_n_en_est_pas_un_ne_se_lit_pas(string texte) => Assert.Null(CurseurDeLApi.Lire(texte, "a"));

    [Fact]
    public void Un_texte_sans_fin_ne_se_lit_pas() => Assert.Null(CurseurDeLApi.Lire(new string('A', 1_000_000), "a"));
}
