using System.Text.RegularExpressions;
using FaireAvec.Cartographie.Horaires.Regles;

namespace FaireAvec.Cartographie.Horaires;

/// <summary>
/// Hours that the OSM grammar understands and that a place where somebody is received surely doesn't keep: a form's filler. « We 14:00-14:00 » is twenty-four hours in OSM, « Fr 17:00-12:00 » a night and
/// a morning. <see cref="HorairesOsm"/> reads them as OSM says; for a place they are shown as they are written, to be checked, and never make it open. What is meant stays: « 24/7 », « 00:00-24:00 », « 18:00-02:00 ».
/// </summary>
internal static partial class HorairesDouteux
{
    // Who is open at night closes before the morning, unless people sleep there.
    private const int FinDeNuit = PlageHoraire.Jour + (6 * 60);
    private const int FinDeNuitee = PlageHoraire.Jour + (10 * 60);
    private const int DebutDeNuitee = 18 * 60;

    /// <summary>True when one range at least is a filler.</summary>
    public static bool Sont(HorairesOsm horaires) =>
        horaires.Regles.Any(r => r.Heures.Any(EstDouteuse)) || EcritMinuitAMinuit(horaires.Texte);

    // What takes too long to look at isn't relied on either: a start doesn't fail by it.
    private static bool EcritMinuitAMinuit(string texte)
    {
        try
        {
            return MinuitAMinuit().IsMatch(texte);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static bool EstDouteuse(PlageHoraire plage) =>
        !plage.FinOuverte
        && plage.Fin > PlageHoraire.Jour
        && (plage.Fin - plage.Debut >= PlageHoraire.Jour || plage.Fin > (plage.Debut >= DebutDeNuitee ? FinDeNuitee : FinDeNuit));

    // Once read, it is the same as « 00:00-24:00 ».
    [GeneratedRegex(@"(?<![0-9:])0{1,2}[:.h]00\s*[-–—→]\s*0{1,2}[:.h]00(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex MinuitAMinuit();
}
