using System.Diagnostics;
using System.Text;

namespace FaireAvec.Tests.Unit.Cartographie.Lecture;

/// <summary>Files of every kind, broken at random: rows, faults told, or one refusal; nothing else, and soon.</summary>
public sealed class FuzzTests(ITestOutputHelper sortie)
{
    private static readonly byte[] Signes = [.. "\",;\n\r\t|{}[]:<>&=0\\"u8, 0, 0xFF, 0xFE, 0xEF, 0xC3, 0x1F, 0x8B];

    public static TheoryData<string> Semences => ["csv", "json", "lignes", "geojson", "xlsx"];

    [Theory]
    [MemberData(nameof(Semences))]
    public void Un_fichier_abime_ne_donne_que_des_lignes_des_anomalies_ou_un_refus(string semence)
    {
        var graine = Environment.TickCount;
        sortie.WriteLine($"Seed {graine}");
        var hasard = new Random(graine);
        var chrono = Stopwatch.StartNew();
        for (var i = 0; i < 1500; i++)
        {
            var lu = Fichiers.Lire(Abimer([.. Semence(semence)], hasard));
            Assert.All(lu.Anomalies, a => Assert.EndsWith(".", a.Raison, StringComparison.Ordinal));
            Assert.True(lu.Illisible is null || lu.Illisible.EndsWith('.'), lu.Illisible);
        }

        Assert.InRange(chrono.Elapsed.TotalSeconds, 0, 20);
    }

    internal static byte[] Semence(string semence) => semence switch
    {
        "csv" => Encoding.UTF8.GetBytes("id;nom;services\n1;\"Médiathèque \"\"A\"\"\";x|y\n2;\"b\nc\";\n3;d;e\n"),
        "json" => Encoding.UTF8.GetBytes("""{"total":2,"data":[{"id":"1","geo":{"lat":1.5,"lon":2},"tags":["a","b"]},{"id":"2","x":null,"é":"\u00e9"}]}"""),
        "lignes" => Encoding.UTF8.GetBytes("{\"id\":\"1\",\"t\":[1,2]}\n{\"id\":\"2\"}\n\n{\"id\":\"3\",\"o\":{\"a\":{\"b\":1}}}\n"),
        "geojson" => Encoding.UTF8.GetBytes("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom":"A"},"geometry":{"type":"Point","coordinates":[4.38,45.43]}}]}"""),
        _ => Fichiers.Classeur(Fichiers.Rangee(1, "a", "b") + Fichiers.Rangee(2, "1", "2") + "<row r=\"3\"><c r=\"A3\" s=\"1\"><f>1+1</f><v>2</v></c></row>", ("xl/sharedStrings.xml", "<sst><si><t>x</t></si></sst>")),
    };

    internal static byte[] Abimer(List<byte> octets, Random hasard)
    {
        for (var coups = hasard.Next(1, 12); coups > 0 && octets.Count > 0; coups--)
        {
            var place = hasard.Next(octets.Count);
            switch (hasard.Next(6))
            {
                case 0:
                    octets[place] = (byte)hasard.Next(256);
                    break;
                case 1:
                    octets.Insert(place, Signes[hasard.Next(Signes.Length)]);
                    break;
                case 2:
                    octets.RemoveRange(place, Math.Min(hasard.Next(1, 40), octets.Count - place));
                    break;
                case 3:
                    octets.InsertRange(place, octets.Skip(hasard.Next(octets.Count)).Take(hasard.Next(100)).ToList());
                    break;
                case 4:
                    octets.RemoveRange(place, octets.Count - place);
                    break;
                default:
                    octets[place] = Signes[hasard.Next(Signes.Length)];
                    break;
            }
        }

        return [.. octets];
    }
}
