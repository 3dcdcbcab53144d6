using System.Diagnostics;
using System.Globalization;
using FaireAvec.Cartographie.Horaires;
using FaireAvec.Cartographie.Horaires.Conversion;
using FaireAvec.Cartographie.Horaires.Lignes;
using FaireAvec.Cartographie.Lecture.Lignes;

namespace FaireAvec.Benchmarks;

/// <summary>
/// Damages real hours at random and gives them to the parser, the converter and the commands: whatever the text, a result or a declared error, in a time
/// and a memory that follow its length. Stops at the first exception, and prints the text.
/// </summary>
internal static class FuzzHoraires
{
    // A text is slow when it takes more than 1 ms for each 500 characters three times in a row: once may be the machine.
    private const double MsPour500 = 1;

    private static readonly string[] Graines =
    [
        "Mo-Fr 09:00-12:00,14:00-17:00; PH off", "week 1-53/2 Sa[1,-1] 10:00+ || \"sur rdv\"", "2025 Dec 25-2026 Jan 05 off", "Mo 22:00+", "PH +1 day,Su 9am-5pm",
        "du lundi au vendredi de 9h à 12h et de 14h à 17h", "1er samedi du mois, sauf en août", "fermé le jeudi après-midi et les jours fériés", "semaines paires : lundi 9h-12h",
        "Lundi\n13h30 – 17h30\n\nMardi fermé", "Sur RDV : 02 99 00 12 34", "24h/24 7j/7", "Jan-Mar,Dec 24-26 Mo-We,Fr 08:00-36:00 unknown \"a\"",
    ];

    private static readonly string[] Morceaux =
    [
        "Mo", "-", ",", ";", "||", "[", "]", "[1]", "[-1]", "+", "/", ":", "\"", "9", "09:00", "24:00", "48:00", "2025", "week", "PH", "SH", "off", "open", "Aug", "+1 day", "lundi", "h", "é", "à", "\u00a0",
        "\ud800", "\udc00", "\0", "\uFFFD", "😀", "9999999999999999999", "<", ">", "(", "sauf", "matin", "sur rdv", "  ", "\n", "ß", "İ", "\u0301\u0301\u0301",
    ];

    public static Task ExecuterAsync(string[] args)
    {
        var minutes = double.Parse(Option(args, "--minutes") ?? "10", CultureInfo.InvariantCulture);
        var graine = int.Parse(Option(args, "--graine") ?? "1", CultureInfo.InvariantCulture);
        var hasard = new Random(graine);
        string[] textes = [.. MesureHoraires.Textes(), .. Graines];
        var evaluation = new EvaluationDeLigne(vacances: null);
        var instant = new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);
        var (essais, acceptes, convertis, lents) = (0L, 0L, 0L, 0L);
        var pire = 0.0;
        var chrono = Stopwatch.StartNew();
        while (chrono.Elapsed < TimeSpan.FromMinutes(minutes))
        {
            var texte = Abimer(textes[hasard.Next(textes.Length)], textes, hasard);
            essais++;
            try
            {
                var lus = Temps(() => acceptes += HorairesOsm.Analyser(texte).Reussi ? 1 : 0);
                var traduits = Temps(() => convertis += Convertisseur.Convertir(texte).Reussi ? 1 : 0);
                var plafond = MsPour500 * Math.Max(1, texte.Length / 500.0);
                var rapport = Math.Max(lus, traduits) / plafond;
                pire = Math.Max(pire, essais > 1000 ? rapport : 0);
                if (essais > 1000 && rapport > 1 && Confirmer(texte, plafond))
                {
                    lents++;
                    Console.WriteLine($"slow: {System.Text.Json.JsonSerializer.Serialize(texte)}");
                }

                if (HorairesOsm.Analyser(texte) is { Reussi: true, Valeur: var horaires })
                {
                    var relu = HorairesOsm.Analyser(horaires.Canonique);
                    if (!relu.Reussi || relu.Valeur.Canonique != horaires.Canonique)
                    {
                        throw new InvalidOperationException($"Canonical text not read back: {horaires.Canonique}");
                    }

                    var departement = hasard.Next(2) == 0 ? "57" : "974";
                    EnMots.Etat(horaires, instant, departement);
                    SemaineEnMots.Composer(horaires, instant, departement);
                    if (!horaires.Intervalles(instant, instant.AddDays(30), departement).SequenceEqual(relu.Valeur.Intervalles(instant, instant.AddDays(30), departement)))
                    {
                        throw new InvalidOperationException($"Canonical text means something else: {horaires.Canonique}");
                    }
                }

                LignesJson.Repondre(texte, evaluation.Repondre);
                LignesJson.Repondre(texte, ConversionDeLigne.Repondre);
            }
            catch (Exception e)
            {
                Console.WriteLine($"{e.GetType().Name}: {e.Message}\non {System.Text.Json.JsonSerializer.Serialize(texte)}");
                throw;
            }
        }

        var tableau = new Tableau();
        tableau.Chiffre("texts tried", essais, "");
        tableau.Chiffre("accepted as hours", acceptes, "");
        tableau.Chiffre("converted", convertis, "");
        tableau.Chiffre("exceptions", 0, "", 1);
        tableau.Chiffre("over 1 ms for 500 characters, confirmed", lents, "", 1);
        tableau.Chiffre("longest single time, in ms for 500 characters", pire, "ms");
        tableau.Chiffre("memory at the end", Environment.WorkingSet / 1048576.0, "MB");
        tableau.Ecrire();
        return Task.CompletedTask;
    }

    private static string Abimer(string texte, string[] textes, Random hasard)
    {
        for (var n = hasard.Next(1, 6); n > 0; n--)
        {
            var i = hasard.Next(texte.Length + 1);
            texte = hasard.Next(8) switch
            {
                0 when i < texte.Length => texte.Remove(i, 1),
                1 => texte.Insert(i, Morceaux[hasard.Next(Morceaux.Length)]),
                2 => texte.Insert(i, ((char)hasard.Next(0x20, 0x250)).ToString()),
                3 => texte[..i],
                4 => texte[i..] + texte[..i],
                5 => texte[..i] + textes[hasard.Next(textes.Length)],
                6 when texte.Length < 1200 => texte + texte,
                _ => texte.Insert(i, ((char)hasard.Next(1, 0xFFFF)).ToString()),
            };
        }

        return texte.Length <= 3000 ? texte : texte[..3000];
    }

    private static bool Confirmer(string texte, double plafond)
    {
        for (var i = 0; i < 3; i++)
        {
            if (Temps(() => HorairesOsm.Analyser(texte)) <= plafond && Temps(() => Convertisseur.Convertir(texte)) <= plafond)
            {
                return false;
            }
        }

        return true;
    }

    private static double Temps(Action action)
    {
        var debut = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(debut).TotalMilliseconds;
    }

    private static string? Option(string[] args, string nom) => args.SkipWhile(a => a != nom).Skip(1).FirstOrDefault();
}
