using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using FaireAvec.Cartographie.Horaires;

namespace FaireAvec.Tests.Unit.Cartographie.Horaires;

/// <summary>
/// Whatever we accept must mean exactly what the reference implementation says: its answers are in differentiel.json, made by differentiel.mjs.
/// We may refuse more than it does, never less.
/// </summary>
public class DifferentielTests
{
    private static readonly Reference Donnees = JsonSerializer.Deserialize<Reference>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cartographie/Horaires/differentiel.json")), JsonSerializerOptions.Web)!;

    // The package reads these two as one rule whose days and hours are all mixed: it isn't what they say.
    private static readonly string[] ReelsRefusesExpres =
    [
        " Mardi, Jeudi : 9h-12h Vendredi : 16h-19h Le samedi sur rendez-vous ",
        "Mardi 12h-14h mercredi 12h-18h jeudi 18h-21h",
    ];

    [Fact]
    public void Les_horaires_reels_ont_le_sens_de_reference()
    {
        var refuses = Comparer(Donnees.Reels, Donnees.ContextesReels);
        Assert.Equal(ReelsRefusesExpres, refuses);
    }

    [Fact]
    public void Les_horaires_engendres_ont_le_sens_de_reference()
    {
        var refuses = Comparer(Donnees.Generes, Donnees.ContextesGeneres);
        Assert.InRange(refuses.Count, 0, Donnees.Generes.Length / 2);
    }

    [Fact]
    public void Les_horaires_reels_durent_le_temps_de_reference()
    {
        var ecarts = new List<string>();
        foreach (var (texte, minutes) in HorairesReels.Lire())
        {
            var horaires = HorairesOsm.Analyser(texte);
            var durees = horaires.Reussi
                ? horaires.Valeur.Intervalles(Lecture.Local("2025-05-05 00:00"), Lecture.Local("2025-05-12 00:00"), "75").Where(i => !i.Inconnu).Sum(i => i.Duree.TotalMinutes)
                    .ToString(CultureInfo.InvariantCulture)
                : "refus";
            if (durees != minutes && !ReelsRefusesExpres.Contains(texte))
            {
                ecarts.Add($"{texte} : {durees}, attendu {minutes}");
            }
        }

        Assert.Empty(ecarts);
    }

    // Returns the strings that the package accepts and that we refuse.
    private static List<string> Comparer(Cas[] cas, int[] contextes)
    {
        var refuses = new List<string>();
        var ecarts = new List<string>();
        foreach (var (texte, attendu, empreinte) in cas)
        {
            var horaires = HorairesOsm.Analyser(texte);
            if (attendu is null)
            {
                if (horaires.Reussi)
                {
                    ecarts.Add($"refusé par la référence : {texte}");
                }
            }
            else if (!horaires.Reussi)
            {
                refuses.Add(texte);
            }
            else
            {
                var reponses = contextes.Select(i => ReponseDeReference.Ecrire(horaires.Valeur, Donnees.Contextes[i])).ToArray();
                if (reponses[0] != attendu || Empreinte(reponses) != empreinte)
                {
                    ecarts.Add($"{texte} : {reponses[0]}, attendu {attendu}");
                }
            }
        }

        Assert.Empty(ecarts);
        return refuses;
    }

    private static string Empreinte(string[] reponses) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', reponses))))[..16];

    private sealed record Reference(Contexte[] Contextes, int[] ContextesReels, int[] ContextesGeneres, Cas[] Reels, Cas[] Generes);

    private sealed record Cas(
        [property: JsonPropertyName("t")] string Texte,
        [property: JsonPropertyName("r")] string? Attendu,
        [property: JsonPropertyName("h")] string? Empreinte);
}
