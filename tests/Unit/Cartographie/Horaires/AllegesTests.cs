using System.Text.Json;
using FaireAvec.Cartographie.Horaires;
using FaireAvec.Cartographie.Horaires.Regles;

namespace FaireAvec.Tests.Unit.Cartographie.Horaires;

/// <summary>Hours lightened for the index say what whole ones say.</summary>
public class AllegesTests
{
    [Fact]
    public void Les_horaires_alleges_disent_la_meme_chose()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cartographie/Horaires/differentiel.json")));
        var journees = new JourneesPartagees();
        var (alleges, contexte) = (0, new Contexte("67", new DateOnly(2025, 4, 28), 40));
        foreach (var texte in json.RootElement.GetProperty("reels").EnumerateArray().Concat(json.RootElement.GetProperty("generes").EnumerateArray()).Select(c => c.GetProperty("t").GetString()!))
        {
            if (HorairesOsm.Analyser(texte) is { Reussi: true, Valeur: var entiers })
            {
                var leger = entiers.Alleger(journees);
                alleges += ReferenceEquals(leger, entiers) ? 0 : 1;
                Assert.Equal(
                    (entiers.Texte, entiers.Canonique, entiers.Regles.Count, entiers.SemaineStable, entiers.MentionneLesJoursFeries, entiers.Vacances, ReponseDeReference.Ecrire(entiers, contexte)),
                    (leger.Texte, leger.Canonique, leger.Regles.Count, leger.SemaineStable, leger.MentionneLesJoursFeries, leger.Vacances, ReponseDeReference.Ecrire(leger, contexte)));
            }
        }

        Assert.InRange(alleges, 1000, int.MaxValue);
    }

    [Fact]
    public void Deux_textes_qui_ont_un_jour_en_commun_le_partagent()
    {
        var (journees, lundi) = (new JourneesPartagees(), new DateOnly(2025, 5, 5));
        var (a, b) = (Lecture.Lire("Mo 09:00-12:00; Tu 14:00-17:00").Alleger(journees), Lecture.Lire("Mo,We 09:00-12:00").Alleger(journees));
        Assert.Same(a.JourneeDu(lundi, "75"), b.JourneeDu(lundi, "75"));
        Assert.NotSame(a.JourneeDu(lundi.AddDays(1), "75"), b.JourneeDu(lundi.AddDays(1), "75"));
    }

    [Fact]
    public void Des_horaires_qui_changent_avec_la_date_restent_entiers()
    {
        var horaires = Lecture.Lire("Mo-Fr 09:00-12:00; PH off");
        Assert.Same(horaires, horaires.Alleger(new JourneesPartagees()));
    }
}
