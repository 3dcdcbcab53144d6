using System.Net;
using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Accompagnement.Agenda;

/// <summary>Two hundred people at once, through HTTP, for what one can have.</summary>
[Collection(AgendaDuSite.Nom)]
public class DernierePlaceTests(SiteDesMembres site)
{
    private const int Foule = 200;

    [Fact]
    public async Task Deux_cents_a_la_fois_pour_la_derniere_place_un_seul_l_a()
    {
        using var guichet = await site.GuichetAsync();
        var atelier = await site.AtelierAsync(guichet, capacite: 3);
        foreach (var prenom in new[] { "Awa", "Ben" })
        {
            using var reponse = await site.SInscrireAsync(guichet, atelier, ("Prenom", prenom));
            await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
        }

        var statuts = await EnvoyerAsync(LiensAgenda.InscriptionA(guichet.Page, atelier), ("Attente", "false"));
        Assert.Equal((1, Foule - 1), (statuts.Count(s => s == HttpStatusCode.Redirect), statuts.Count(s => s == HttpStatusCode.BadRequest)));
        Assert.Equal([1, 2, 3], await site.ToutLireAsync(db => db.Set<Inscription>().Where(i => i.Atelier == atelier && i.Place != null).OrderBy(i => i.Place).Select(i => i.Place!.Value).ToListAsync()));
    }

    [Fact]
    public async Task Deux_cents_a_la_fois_pour_le_meme_moment_un_seul_l_a()
    {
        using var guichet = await site.GuichetAsync();
        var statuts = await EnvoyerAsync($"{guichet.Reserver}/creneau", ("Debut", LiensAgenda.Instant(site.A(9))));
        Assert.Equal((1, Foule - 1), (statuts.Count(s => s == HttpStatusCode.Redirect), statuts.Count(s => s == HttpStatusCode.BadRequest)));
        Assert.Equal(1, await site.ToutLireAsync(db => db.Set<RendezVous>().CountAsync(r => r.Lieu == guichet.Lieu)));
    }

    [Fact]
    public async Task La_base_refuse_la_meme_place_deux_fois_et_une_place_de_trop()
    {
        using var guichet = await site.GuichetAsync();
        var atelier = await site.AtelierAsync(guichet, capacite: 1);
        using var premiere = await site.SInscrireAsync(guichet, atelier);
        foreach (var place in new[] { 1, 2 })
        {
            // Whatever the code does: the row itself is refused.
            var inscription = new Inscription { Id = site.Id(), Compte = guichet.Mediateur.Compte, Organisation = guichet.Mediateur.Organisation, Atelier = atelier, Capacite = 1, PriseLe = site.Horloge.Instant };
            inscription.Placer(place, null);
            await Assert.ThrowsAsync<DbUpdateException>(() => site.ToutLireAsync(db =>
            {
                db.Add(inscription);
                return db.SaveChangesAsync();
            }));
        }

        var rendezVous = await site.ReserveAsync(guichet, site.A(9));
        var pris = await site.RendezVousAsync(guichet);
        await Assert.ThrowsAsync<DbUpdateException>(() => site.ToutLireAsync(db =>
        {
            db.Add(new RendezVous { Id = site.Id(), Compte = pris.Compte, Organisation = pris.Organisation, Lieu = "ailleurs", Fuseau = pris.Fuseau, Debut = pris.Debut.AddMinutes(30), Fin = pris.Fin.AddMinutes(30), PriseLe = site.Horloge.Instant });
            return db.SaveChangesAsync();
        }));
        Assert.NotNull(rendezVous);
    }

    // Each with a form of their own, as from two hundred browsers.
    private async Task<IReadOnlyList<HttpStatusCode>> EnvoyerAsync(string adresse, (string Nom, string Valeur) champ)
    {
        var jetons = site.Services.GetRequiredService<JetonsDeReservation>();
        using var visiteur = site.NouveauClient();
        var antifalsification = SiteDesMembres.Jeton(await visiteur.LirePageAsync(adresse.EndsWith("/creneau", StringComparison.Ordinal) ? $"{adresse}?debut={champ.Valeur}" : adresse));
        return await Task.WhenAll(Enumerable.Range(0, Foule).Select(async n =>
        {
            using var contenu = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["__RequestVerificationToken"] = antifalsification,
                ["Formulaire"] = await jetons.DonnerAsync(site.Id(), UsageDeJeton.Formulaire, CancellationToken.None),
                ["Prenom"] = $"Personne {n}",
                [champ.Nom] = champ.Valeur,
            });
            using var reponse = await visiteur.PostAsync(adresse, contenu);
            return reponse.StatusCode;
        }));
    }
}
