using System.Text;
using FaireAvec.Kernel.CourtsMessages;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Kernel.CourtsMessages;

/// <summary>What a short message costs, and how its words are brought to the cheap alphabet.</summary>
public class LongueurDeCourtMessageTests
{
    private static readonly Gen<string> Textes = Gen.OneOf(
        Gen.Elements("a", "é", "€", "[", "ê", "’", "😀", "à", " ", "\n", "ç", "Ç", "\ud83d").ArrayOf(),
        Gen.Elements("a", "é", "€", "[", "~", " ").ArrayOf()).Select(m => string.Concat(Enumerable.Repeat(string.Concat(m), 5)));

    [Theory]
    [InlineData(0, 'a', true, 0)]
    [InlineData(160, 'a', true, 1)]
    [InlineData(161, 'é', true, 2)]
    [InlineData(306, 'a', true, 2)]
    [InlineData(307, 'a', true, 3)]
    [InlineData(80, '€', true, 1)]
    [InlineData(81, '€', true, 2)]
    [InlineData(152, '€', true, 2)]
    [InlineData(153, '€', true, 3)]
    [InlineData(70, 'ê', false, 1)]
    [InlineData(71, 'ê', false, 2)]
    [InlineData(134, 'ê', false, 2)]
    [InlineData(135, 'ê', false, 3)]
    public void Les_bornes_des_segments_sont_celles_du_reseau(int fois, char signe, bool septBits, int segments)
    {
        var mesure = LongueurDeCourtMessage.Mesurer(new string(signe, fois));
        Assert.Equal((fois == 0 || septBits, segments), (mesure.SeptBits, mesure.Segments));
    }

    [Fact]
    public void Les_segments_comptes_sont_ceux_que_l_on_decouperait()
    {
        Prop.ForAll(Textes.ToArbitrary(), texte => LongueurDeCourtMessage.Mesurer(texte).Segments == Decouper(texte).Count).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("« Ça va être l’heure » – 9 h 30…", "\"Ça va etre l'heure\" - 9 h 30...")]
    [InlineData("à é è ù ì ò ä ö ü ñ", "à é è ù ì ò ä ö ü ñ")]
    [InlineData("œuvre, naïve, forêt, Noël, garçon", "oeuvre, naive, foret, Noel, garcon")]
    [InlineData("مرحبا", "مرحبا")]
    public void Les_mots_francais_se_rapprochent_de_l_alphabet(string texte, string attendu) => Assert.Equal(attendu, AlphabetGsm.Rapprocher(texte));

    [Fact]
    public void Rapprocher_ne_rend_jamais_un_texte_plus_cher_ni_ne_change_ce_qui_est_deja_proche()
    {
        Prop.ForAll(Textes.ToArbitrary(), texte =>
        {
            var proche = AlphabetGsm.Rapprocher(texte);
            return AlphabetGsm.Rapprocher(proche) == proche && (texte.Any(c => AlphabetGsm.Unites(c) == 0) || proche == texte);
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Slow and plain: cuts the message as a telephone would, sign by sign.</summary>
    private static List<string> Decouper(string texte)
    {
        var septBits = texte.All(c => AlphabetGsm.Unites(c) > 0);
        var signes = new List<(string Signe, int Taille)>();
        for (var i = 0; i < texte.Length; i++)
        {
            var paire = char.IsHighSurrogate(texte[i]) && i + 1 < texte.Length && char.IsLowSurrogate(texte[i + 1]);
            signes.Add((texte.Substring(i, paire ? 2 : 1), septBits ? AlphabetGsm.Unites(texte[i]) : paire ? 2 : 1));
            i += paire ? 1 : 0;
        }

        if (signes.Count == 0)
        {
            return [];
        }

        if (signes.Sum(s => s.Taille) <= (septBits ? 160 : 70))
        {
            return [texte];
        }

        var (parties, place) = (new List<StringBuilder> { new() }, septBits ? 153 : 67);
        var reste = place;
        foreach (var (signe, taille) in signes)
        {
            if (taille > reste)
            {
                parties.Add(new());
                reste = place;
            }

            parties[^1].Append(signe);
            reste -= taille;
        }

        return parties.ConvertAll(p => p.ToString());
    }
}
