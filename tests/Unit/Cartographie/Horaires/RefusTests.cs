using System.Diagnostics;
using FaireAvec.Cartographie.Horaires;

namespace FaireAvec.Tests.Unit.Cartographie.Horaires;

/// <summary>What is not surely understood is refused, with a number and a French sentence.</summary>
public class RefusTests
{
    [Theory]
    [InlineData(null, "CAR-101")]
    [InlineData("", "CAR-101")]
    [InlineData(" \u00a0\n", "CAR-101")]
    [InlineData(";", "CAR-103")]
    [InlineData("Du lundi au vendredi de 9h à 12h", "CAR-103")]
    [InlineData("Lundi au vendredi 9h-17h", "CAR-103")]
    [InlineData("Mo-We-Fr 09:00-12:00", "CAR-103")]
    [InlineData("Mo 09:00-12:00-13:30", "CAR-103")]
    [InlineData("Mo, 09:00-12:00", "CAR-103")]
    [InlineData("Mo 09:00-12:00 \"a\" \"b\"", "CAR-103")]
    [InlineData("Mo 09:00-12:00 \"a", "CAR-103")]
    [InlineData("24 / 7", "CAR-104")]
    [InlineData("24/75", "CAR-104")]
    [InlineData("Mo 9:60-12:00", "CAR-104")]
    [InlineData("Mo 9:5-12:00", "CAR-104")]
    [InlineData("Mo 24:00-26:00", "CAR-104")]
    [InlineData("Mo 22:00-49:00", "CAR-104")]
    [InlineData("Mo 0900-1200", "CAR-104")]
    [InlineData("Mo 13pm-5pm", "CAR-104")]
    [InlineData("Mo 9-9", "CAR-104")]
    [InlineData("We 08:00", "CAR-105")]
    [InlineData("Mo 9h30-12h", "CAR-106")]
    [InlineData("Mo 09h00-12h00", "CAR-106")]
    [InlineData("Mo 9:30-12", "CAR-107")]
    [InlineData("Mo 10:00-16:00/90", "CAR-108")]
    [InlineData("Mo sunrise-sunset", "CAR-109")]
    [InlineData("Mo 10:00-sunset", "CAR-109")]
    [InlineData("easter off", "CAR-110")]
    [InlineData("Mo-Fr 09:00-12:00; SH off", "CAR-111")]
    [InlineData("Di 09:00-12:00", "CAR-112")]
    [InlineData("Montag,Di 09:00-12:00", "CAR-112")]
    [InlineData("mar 9-12, jeu 9-12", "CAR-103")]
    [InlineData("jeu 9-12; mar 10:00-12:00", "CAR-112")]
    [InlineData("Feb 30 off", "CAR-113")]
    [InlineData("2025 Feb 29 off", "CAR-113")]
    [InlineData("week 54 Mo 09:00-12:00", "CAR-113")]
    [InlineData("week 50-2 Mo 09:00-12:00", "CAR-113")]
    [InlineData("Mo[6] 09:00-12:00", "CAR-113")]
    [InlineData("PH +2 days off", "CAR-113")]
    [InlineData("1850 off", "CAR-104")]
    [InlineData("Mo 18:00+,20:00-22:00", "CAR-115")]
    [InlineData("Mo 18:00+ off", "CAR-115")]
    [InlineData("Mo 10:00-12:00 open, 13:00-14:00", "CAR-116")]
    [InlineData("Jun Mo[1,3] 09:00-12:00", "CAR-118")]
    [InlineData("PH -1 day,Su 09:00-12:00", "CAR-119")]
    [InlineData("Mo 09:00-12:00 || 22:00-02:00", "CAR-121")]
    [InlineData("Fr[-1] +6 days 09:00-12:00", "CAR-123")]
    [InlineData("Su[1] -3 days 09:00-12:00", "CAR-123")]
    [InlineData("mar 9-12", "CAR-112")]
    [InlineData("2026 open", "CAR-125")]
    [InlineData("Apr 9,Jun Mo[1] 10:00-12:00", "CAR-118")]
    [InlineData("Jan,Nov 8: 19:00-20:00", "CAR-103")]
    [InlineData("week 1: 2pm-3pm", "CAR-103")]
    [InlineData("Juni 10:00-12:00", "CAR-103")]
    [InlineData("mar 10:00-12:00, jeu 10:00-12:00", "CAR-112")]
    [InlineData("Mo,Mi 09:00-12:00", "CAR-112")]
    [InlineData("Sa,So 09:00-12:00", "CAR-112")]
    [InlineData("Mo-Fr PH 09:00-12:00", "CAR-103")]
    [InlineData("PH,Mo Tu 09:00-12:00", "CAR-103")]
    [InlineData("Mardi 12h-14h mercredi 12h-18h", "CAR-103")]
    [InlineData("Mo 09:00-12:00 Tu 14:00-17:00", "CAR-103")]
    [InlineData("Aug 10h-12h", "CAR-106")]
    [InlineData("2025-2025 off", "CAR-113")]
    [InlineData("week 1-53/1 off", "CAR-113")]
    [InlineData("Aug,Dec 24-26,Jun off", "CAR-117")]
    [InlineData("Mo \"a\" open", "CAR-103")]
    [InlineData("24/7, Mo off", "CAR-103")]
    [InlineData("Mo: ", "CAR-103")]
    [InlineData("00:00+", "CAR-115")]
    [InlineData("14:00-18:00+", "CAR-115")]
    [InlineData("Mo 09:00-12:00,14:00-18:00+", "CAR-115")]
    [InlineData("Mo-Fr 14:00-18:00+; Fr 20:00-22:00", "CAR-115")]
    [InlineData("Mo 22:00-02:00+", "CAR-115")]
    [InlineData("Mo 10-12+", "CAR-115")]
    [InlineData("Mo 9-12 «l'appel»", "CAR-103")]
    [InlineData("week 1-53/27 Mo 09:00-12:00", "CAR-113")]
    public void Refus(string? texte, string code)
    {
        var resultat = HorairesOsm.Analyser(texte);
        Assert.False(resultat.Reussi);
        Assert.Equal((code, "horaires"), (resultat.Erreur!.Code, resultat.Erreur.Champ));
    }

    [Fact]
    public void Un_texte_trop_long_est_refuse() =>
        Assert.Equal("CAR-102", HorairesOsm.Analyser(new string(' ', HorairesOsm.LongueurMaximale) + "24/7").Erreur?.Code);

    [Fact]
    public void Le_message_montre_l_endroit() =>
        Assert.Equal(
            "Heure écrite avec « h » à partir de « 9h30-12h » (caractère 7). Écrivez « 09:30 » plutôt que « 9h30 ».",
            HorairesOsm.Analyser("Mo-Fr 9h30-12h").Erreur?.Message);

    [Fact]
    public void Le_pire_texte_accepte_reste_rapide()
    {
        var texte = string.Join(",", Enumerable.Range(0, 70).Select(i => $"Mo[1] {i % 24:00}:00-{(i + 3) % 24:00}:30"))[..HorairesOsm.LongueurMaximale];
        texte = texte[..texte.LastIndexOf(',')];
        var chrono = Stopwatch.StartNew();
        Lecture.Lire(texte).ProchainChangement(Lecture.Local("2025-05-05 10:00"), "75");
        Assert.True(chrono.Elapsed < TimeSpan.FromSeconds(1), $"{chrono.Elapsed}");
    }
}
