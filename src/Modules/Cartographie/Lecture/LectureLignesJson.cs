using System.Text.Json;
using FaireAvec.Cartographie.Import;

namespace FaireAvec.Cartographie.Lecture;

/// <summary>
/// JSON lines: one object a line. A line that isn't one is told and reading goes on. Rows come as soon as their line does: the stream may be a pipe.
/// </summary>
internal static class LectureLignesJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = LectureJson.ProfondeurMax };

    public static IEnumerable<LigneBrute> Lire(Stream flux, Entete entete, Action<Anomalie> anomalie)
    {
        var enLigne = new ObjetEnLigne(entete);
        var tampon = new byte[1 << 16];
        var (debut, fin, numero, trop) = (0, 0, 0L, false);
        while (true)
        {
            var longueur = tampon.AsSpan(debut, fin - debut).IndexOf((byte)'\n');
            if (longueur < 0)
            {
                if (fin - debut > LectureFichier.LigneMax)
                {
                    // Its end is still looked for, so that the next line can be read.
                    (trop, debut, fin) = (true, 0, 0);
                }

                if (debut > 0)
                {
                    tampon.AsSpan(debut, fin - debut).CopyTo(tampon);
                    (debut, fin) = (0, fin - debut);
                }

                if (fin == tampon.Length)
                {
                    Array.Resize(ref tampon, tampon.Length * 2);
                }

                var lus = flux.Read(tampon, fin, tampon.Length - fin);
                if (lus > 0)
                {
                    fin += lus;
                    continue;
                }

                if (fin == debut && !trop)
                {
                    yield break;
                }

                longueur = fin - debut;
            }

            numero++;
            var ligne = tampon.AsMemory(debut, longueur);
            debut = Math.Min(fin, debut + longueur + 1);
            if (trop || longueur > LectureFichier.LigneMax)
            {
                trop = false;
                anomalie(new Anomalie(numero, null, "", null, $"La ligne dépasse {LectureFichier.LigneMax / 1_000_000} Mo.", true));
                continue;
            }

            if (ligne.Span.IndexOfAnyExcept(" \t\r\0"u8) < 0)
            {
                continue;
            }

            if (Objet(numero, ligne, anomalie) is { } objet && enLigne.Lire(numero, objet, geojson: true, anomalie) is { } lue)
            {
                yield return lue;
            }
        }
    }

    private static JsonElement? Objet(long numero, ReadOnlyMemory<byte> ligne, Action<Anomalie> anomalie)
    {
        try
        {
            using var document = JsonDocument.Parse(numero == 1 && ligne.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? ligne[3..] : ligne, Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document.RootElement.Clone();
            }

            anomalie(new Anomalie(numero, null, "", null, "La ligne n’est pas un objet JSON.", true));
        }
        catch (JsonException)
        {
            anomalie(new Anomalie(numero, null, "", null, "La ligne n’est pas du JSON lisible : une accolade ou un guillemet manque, ou le fichier a été coupé.", true));
        }

        return null;
    }
}
