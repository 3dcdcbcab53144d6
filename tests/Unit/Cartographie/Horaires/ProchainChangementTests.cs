using System.Globalization;

namespace FaireAvec.Tests.Unit.Cartographie.Horaires;

/// <summary>The next change of state, looked for at most two years ahead.</summary>
public class ProchainChangementTests
{
    [Theory]
    [InlineData("Mo-Fr 09:00-12:00", "2025-05-05 08:00", "2025-05-05 09:00")]
    [InlineData("Mo-Fr 09:00-12:00", "2025-05-05 09:00", "2025-05-05 12:00")]
    [InlineData("Mo-Fr 09:00-12:00", "2025-05-09 12:00", "2025-05-12 09:00")]
    [InlineData("Mo 09:00-12:00", "2025-05-05 12:00", "2025-05-12 09:00")]
    [InlineData("Mo 22:00-02:00", "2025-05-05 23:00", "2025-05-06 02:00")]
    [InlineData("Mo 09:00-12:00 open \"a\", Mo 12:00-14:00 open \"b\"", "2025-05-05 09:30", "2025-05-05 14:00")]
    [InlineData("24/7; Mo off", "2025-05-06 10:00", "2025-05-12 00:00")]
    [InlineData("Dec 25 10:00-12:00", "2025-12-25 13:00", "2026-12-25 10:00")]
    [InlineData("Su 02:15-02:45", "2025-03-29 10:00", "2025-04-06 02:15")]
    [InlineData("24/7", "2025-05-05 08:00", null)]
    [InlineData("off", "2025-05-05 08:00", null)]
    [InlineData("2020 Mo 09:00-12:00", "2025-05-05 08:00", null)]
    public void Prochain_changement(string texte, string instant, string? attendu) =>
        Assert.Equal(attendu, Lecture.Lire(texte).ProchainChangement(Lecture.Local(instant), "75")?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
}
