using System.Text.Json;
using FaireAvec.Cartographie.Horaires;

namespace FaireAvec.Tests.Unit.Cartographie.Horaires;

/// <summary>The canonical text means the same as what it rewrites, and rewrites to itself.</summary>
public class CanoniqueTests
{
    [Theory]
    [InlineData("mo,tu,we 9-12", "Mo-We 09:00-12:00")]
    [InlineData("Fr,Mo 9.00-12.00;Sa geschlossen", "Mo,Fr 09:00-12:00; Sa off")]
    [InlineData("Mo-Fr", "Mo-Fr 00:00-24:00")]
    [InlineData("open", "24/7")]
    [InlineData("24/7 open, Mo off", "24/7 open, Mo off")]
    [InlineData("PH,Su off", "Su,PH off")]
    [InlineData("Mo 10:00-12:00 \"a\" || unknown", "Mo 10:00-12:00 \"a\" || unknown")]
    [InlineData("Mo[1,3] Jun 09:00-12:00", "Jun: Mo[1,3] 09:00-12:00")]
    [InlineData("2025 May: 04:00-13:00", "2025 May: 04:00-13:00")]
    [InlineData("Dec 20-Jan 5 2025 off", "Dec 20-Jan 5 2025 off")]
    [InlineData("2025 Dec 25-2026 Jan 05 off", "2025 Dec 25-2026 Jan 5 off")]
    [InlineData("Mo 22:00-26:00,4-9+", null)]
    [InlineData("Mo 22:00-26:00", "Mo 22:00-02:00")]
    [InlineData("Mo 10:00-36:00", "Mo 10:00-36:00")]
    [InlineData("week 1-53/2 Sa[-1] +1 day 10:00+", null)]
    [InlineData("Sa[-2] +1 day 10:00+", "Sa[-2] +1 day 10:00+")]
    public void Forme_canonique(string texte, string? canonique)
    {
        var lu = HorairesOsm.Analyser(texte);
        Assert.Equal(canonique, lu.Reussi ? lu.Valeur.Canonique : null);
    }

    [Fact]
    public void Tous_les_horaires_acceptes_gardent_leur_sens_et_leur_forme()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cartographie/Horaires/differentiel.json")));
        var contextes = json.RootElement.GetProperty("contextes").EnumerateArray()
            .Select(c => new Contexte(c.GetProperty("departement").GetString()!, DateOnly.Parse(c.GetProperty("debut").GetString()!, System.Globalization.CultureInfo.InvariantCulture), c.GetProperty("jours").GetInt32())).ToList();
        var ecarts = new List<string>();
        foreach (var texte in json.RootElement.GetProperty("reels").EnumerateArray().Concat(json.RootElement.GetProperty("generes").EnumerateArray()).Select(c => c.GetProperty("t").GetString()!))
        {
            if (HorairesOsm.Analyser(texte) is not { Reussi: true } lu)
            {
                continue;
            }

            var canonique = lu.Valeur.Canonique;
            var relu = HorairesOsm.Analyser(canonique);
            if (!relu.Reussi || relu.Valeur.Canonique != canonique || contextes.Exists(c => ReponseDeReference.Ecrire(relu.Valeur, c) != ReponseDeReference.Ecrire(lu.Valeur, c)))
            {
                ecarts.Add($"{texte} → {canonique} {relu.Erreur?.Message}");
            }
        }

        Assert.Empty(ecarts);
    }
}
