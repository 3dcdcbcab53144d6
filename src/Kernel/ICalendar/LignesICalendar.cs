using System.Buffers;
using System.Globalization;
using System.Text;

namespace FaireAvec.Kernel.ICalendar;

/// <summary>Writes content lines (RFC 5545, 3.1): ended by CRLF, folded at 75 bytes without cutting a sign in two.</summary>
internal sealed class LignesICalendar
{
    private const int OctetsMax = 75;

    private readonly ArrayBufferWriter<byte> _octets = new();

    public byte[] EnOctets() => _octets.WrittenSpan.ToArray();

    /// <param name="debut">Name and parameters.</param>
    /// <param name="valeur">As it is: a text goes through <see cref="Texte"/>.</param>
    public void Ecrire(string debut, string valeur)
    {
        var ligne = Encoding.UTF8.GetBytes($"{debut}:{valeur}").AsSpan();
        var place = OctetsMax;
        while (ligne.Length > place)
        {
            var coupe = place;
            // A byte 10xxxxxx goes on with the sign before it.
            while ((ligne[coupe] & 0xC0) == 0x80)
            {
                coupe--;
            }

            _octets.Write(ligne[..coupe]);
            _octets.Write("\r\n "u8);
            ligne = ligne[coupe..];
            // The space counts.
            place = OctetsMax - 1;
        }

        _octets.Write(ligne);
        _octets.Write("\r\n"u8);
    }

    /// <summary>A text value: escaped, without control characters.</summary>
    public void Texte(string debut, string texte) => Ecrire(debut, Echapper(texte));

    /// <summary>An instant in UTC.</summary>
    public void Instant(string debut, DateTimeOffset instant) => Ecrire(debut, instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));

    /// <summary>An instant at the clock of a zone.</summary>
    public void Instant(string debut, DateTimeOffset instant, TimeZoneInfo fuseau)
    {
        var local = TimeZoneInfo.ConvertTime(instant, fuseau);
        // In the hour that comes twice, the clock alone means the first one: the second one is said in UTC.
        if (fuseau.HasSameRules(TimeZoneInfo.Utc) || (fuseau.IsAmbiguousTime(local.DateTime) && local.Offset != fuseau.GetAmbiguousTimeOffsets(local.DateTime).Max()))
        {
            Instant(debut, instant);
            return;
        }

        Ecrire($"{debut};TZID={fuseau.Id}", Local(local.DateTime));
    }

    public static string Local(DateTime heure) => heure.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static string Echapper(string texte)
    {
        var sortie = new StringBuilder(texte.Length + 8);
        for (var i = 0; i < texte.Length; i++)
        {
            switch (texte[i])
            {
                case '\\' or ';' or ',':
                    sortie.Append('\\').Append(texte[i]);
                    break;
                case '\r' when i + 1 < texte.Length && texte[i + 1] == '\n':
                    break;
                case '\r' or '\n':
                    sortie.Append("\\n");
                    break;
                case var c when char.IsControl(c) && c != '\t':
                    break;
                case var c:
                    sortie.Append(c);
                    break;
            }
        }

        return sortie.ToString();
    }
}
