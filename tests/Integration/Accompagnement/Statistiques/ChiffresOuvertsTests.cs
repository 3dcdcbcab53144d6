using System.Text.Json;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Statistiques;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support.Accompagnement;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Accompagnement.Statistiques;

/// <summary>Open figures: months that ended, without the small ones, the same in both formats.</summary>
public sealed class ChiffresOuvertsTests(SiteDesChiffres site) : IClassFixture<SiteDesChiffres>
{
    [Fact]
    public async Task Ceux_des_mois_finis_sans_les_petits_nombres()
    {
        var aujourdhui = JourDeParis.De(site.Site.Horloge.GetUtcNow());
        Guid[] auteurs = [Guid.CreateVersion7(), Guid.CreateVersion7()];
        var modele = new FaitsAuHasard(7).Fait() with { Type = TypeDActivite.Individuel, SansNom = 1, Suivies = 0, Effectifs = null };
        async Task NoterAsync(string departement, DateOnly jour, int nombre)
        {
            for (var i = 0; i < nombre; i++)
            {
                await site.NoterAsync(modele with { Auteur = auteurs[i % 2], Departement = departement, Jour = jour });
            }
        }

        await NoterAsync("07", new(2025, 3, 5), 40);
        await NoterAsync("26", new(2025, 3, 5), 4);
        await NoterAsync("42", new(2025, 3, 5), 20);
        await NoterAsync("42", aujourdhui, 20);
        await site.DeriverAsync();
        await site.Site.DansAsync(s => s.GetRequiredService<ChiffresOuverts>().CalculerAsync(CancellationToken.None), "systeme:taches");

        var csv = (await site.Site.Client.GetStringAsync("/api/v1/statistiques/ouvertes.csv")).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("mois;departement;indicateur;valeur;masque;version_de_la_methode;licence", csv[0]);
        Assert.Contains("2025-03;07;activites;40;non;1;Licence Ouverte 2.0", csv);
        Assert.Contains("2025-03;26;activites;;oui;1;Licence Ouverte 2.0", csv);
        // Alone, it would be found from the total: the smallest of the others goes with it.
        Assert.Contains("2025-03;42;activites;;oui;1;Licence Ouverte 2.0", csv);
        Assert.DoesNotContain(csv, l => l.StartsWith($"{aujourdhui:yyyy-MM}", StringComparison.Ordinal));
        Assert.Equal(10, csv.Length);

        var json = JsonDocument.Parse(await site.Site.Client.GetStringAsync("/api/v1/statistiques/ouvertes")).RootElement;
        Assert.Equal(9, json.GetProperty("chiffres").GetArrayLength());
        Assert.Equal("1", json.GetProperty("version").GetString());
        // Worked out again, they are the same.
        Assert.Equal(9, await site.Site.DansAsync(s => s.GetRequiredService<ChiffresOuverts>().CalculerAsync(CancellationToken.None), "systeme:taches"));
        Assert.Contains("/api/v1/statistiques/ouvertes.csv", await site.Site.Client.GetStringAsync("/donnees-ouvertes"), StringComparison.Ordinal);
    }
}
