using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Tests.Unit.Cartographie;

public class MotsReperesTests
{
    [Theory]
    [InlineData(" le foyer des tilleuls ", "foyer")]
    [InlineData(" les foyers ", "foyer")]
    [InlineData(" le foyerss ", null)]
    [InlineData(" avantfoyer ", null)]
    [InlineData(" foyere foyer ", "foyer")]
    [InlineData(" pensions de famille ", null)]
    [InlineData(" pension de familles ", "pension de famille")]
    [InlineData(" foyer cada ", "cada")]
    [InlineData("  ", null)]
    [InlineData(" ", null)]
    public void Un_mot_est_trouve_entier_ou_au_pluriel_dans_l_ordre_des_mots(string texte, string? attendu) => Assert.Equal(attendu, new MotsReperes("cada", "foyer", "pension de famille").Trouver(texte));

    [Fact]
    public void Des_mots_au_hasard_sont_trouves_comme_un_par_un()
    {
        var hasard = new Random(11);
        string Mot(int max) => string.Concat(Enumerable.Range(0, hasard.Next(1, max)).Select(_ => "as b"[hasard.Next(4)])).Trim() is { Length: > 0 } m ? m : "a";
        for (var essai = 0; essai < 20_000; essai++)
        {
            string[] mots = [.. Enumerable.Range(0, hasard.Next(1, 6)).Select(_ => Mot(4))];
            var texte = $" {Mot(12)} ";
            var naif = mots.FirstOrDefault(m => texte.Contains($" {m} ", StringComparison.Ordinal) || texte.Contains($" {m}s ", StringComparison.Ordinal));
            Assert.Equal(naif, new MotsReperes(mots).Trouver(texte));
        }
    }
}
