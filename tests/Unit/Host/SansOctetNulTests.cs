using System.Text;
using FaireAvec.Host.Site;

namespace FaireAvec.Tests.Unit.Host;

public class SansOctetNulTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a=b", "a=b")]
    [InlineData("a=%00", "a=")]
    [InlineData("%00a=%00%00b%00", "a=b")]
    [InlineData("a=%0", "a=%0")]
    [InlineData("a=%", "a=%")]
    [InlineData("a=%0A%2500%0", "a=%0A%2500%0")]
    public async Task Les_octets_passent_sans_les_nuls_quel_que_soit_leur_decoupage(string corps, string attendu)
    {
        for (var morceau = 1; morceau <= corps.Length + 1; morceau++)
        {
            for (var place = 1; place <= 5; place++)
            {
                await using var filtre = new SansOctetNul.Filtre(new ParMorceaux(Encoding.ASCII.GetBytes(corps), morceau));
                var (lus, tampon) = (new StringBuilder(), new byte[place]);
                while (await filtre.ReadAsync(tampon, TestContext.Current.CancellationToken) is > 0 and var n)
                {
                    lus.Append(Encoding.ASCII.GetString(tampon, 0, n));
                }

                Assert.Equal((morceau, place, attendu), (morceau, place, lus.ToString()));
            }
        }
    }

    [Fact]
    public async Task Un_long_corps_passe_entier()
    {
        var corps = string.Concat(Enumerable.Range(0, 20_000).Select(i => i % 7 == 0 ? "%00" : i % 5 == 0 ? "%0A" : "é%"));
        await using var filtre = new SansOctetNul.Filtre(new MemoryStream(Encoding.UTF8.GetBytes(corps)));
        using var lecteur = new StreamReader(filtre);
        Assert.Equal(corps.Replace("%00", "", StringComparison.Ordinal), await lecteur.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>A network that gives a few bytes at a time.</summary>
    private sealed class ParMorceaux(byte[] octets, int taille) : MemoryStream(octets)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(buffer.Length, taille)], cancellationToken);
    }
}
