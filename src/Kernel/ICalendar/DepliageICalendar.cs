using System.Runtime.CompilerServices;
using System.Text;

namespace FaireAvec.Kernel.ICalendar;

/// <summary>Reads the lines of a calendar, unfolded, as they come: memory holds one line, never the file. Ends of line of all systems are taken.</summary>
internal sealed class DepliageICalendar(Stream flux, LimitesICalendar limites)
{
    private const int Tampon = 32 * 1024;

    /// <summary>True once there were too many bytes: what was read isn't all of it.</summary>
    public bool TropGros { get; private set; }

    /// <summary>Each line with what says whether its end was passed over.</summary>
    public async IAsyncEnumerable<(string Texte, bool Coupee)> LireAsync([EnumeratorCancellation] CancellationToken annulation)
    {
        var tampon = new byte[Tampon];
        var ligne = new MemoryStream();
        var (total, coupee, finie, retour) = (0L, false, false, false);
        int lus;
        while ((lus = await flux.ReadAsync(tampon, annulation)) > 0)
        {
            total += lus;
            if (total > limites.Octets)
            {
                TropGros = true;
                yield break;
            }

            for (var i = 0; i < lus; i++)
            {
                var octet = tampon[i];
                if (octet == '\n' && retour)
                {
                    retour = false;
                    continue;
                }

                retour = octet == '\r';
                if (finie)
                {
                    finie = false;
                    // A space at the beginning: the line before goes on.
                    if (octet is (byte)' ' or (byte)'\t')
                    {
                        continue;
                    }

                    yield return (Texte(ligne), coupee);
                    ligne.SetLength(0);
                    coupee = false;
                }

                if (octet is (byte)'\r' or (byte)'\n')
                {
                    finie = true;
                }
                else if (ligne.Length < limites.Ligne)
                {
                    ligne.WriteByte(octet);
                }
                else
                {
                    coupee = true;
                }
            }
        }

        if (ligne.Length > 0)
        {
            yield return (Texte(ligne), coupee);
        }
    }

    private static string Texte(MemoryStream ligne) => Encoding.UTF8.GetString(ligne.GetBuffer(), 0, (int)ligne.Length);
}
