using System.Net;
using FaireAvec.Comptes;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Membres;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Comptes.Membres;

/// <summary>Accounts that nobody uses: warned, suspended, given back. On a site of its own: the clock goes by years.</summary>
public sealed class InactiviteTests : IAsyncLifetime
{
    private readonly SiteDesMembres _site = new();

    public ValueTask InitializeAsync() => ((IAsyncLifetime)_site).InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Un_compte_inutilise_est_averti_suspendu_puis_retabli_et_le_dernier_administrateur_garde_son_acces()
    {
        // The persona of the demonstration isn't anybody: these two are the administrators.
        await _site.AvecBaseAsync(
            async db =>
            {
                foreach (var a in await db.Set<Appartenance>().Where(a => a.Role == Role.AdministrateurNational).ToListAsync())
                {
                    a.Terminer(_site.Horloge.Instant, null);
                }

                return await db.SaveChangesAsync();
            },
            "administrateur");
        var o = await _site.OrganisationAsync();
        var (membre, revenu, referent) = (await _site.CompteAsync("Dominique"), await _site.CompteAsync("Andrea"), await _site.CompteAsync());
        var (admin, autreAdmin) = (await _site.CompteAsync(), await _site.CompteAsync());
        await _site.RoleAsync(membre.Id, o.Id, Role.Aidant);
        await _site.RoleAsync(revenu.Id, o.Id, Role.Aidant);
        await _site.RoleAsync(referent.Id, o.Id, Role.Referent);
        await _site.RoleAsync(admin.Id, o.Id, Role.AdministrateurNational);
        await _site.RoleAsync(autreAdmin.Id, o.Id, Role.AdministrateurNational);
        _site.Horloge.Instant = _site.Horloge.Instant.AddMonths(11).AddDays(1);
        await RevenirAsync(referent.Id);
        await TacheAsync();
        await Attente.QueAsync("four people are written to", () => _site.Boite.Messages.Count == 4);
        Assert.Contains(_site.Boite.Messages, m => m.A == membre.Courriel && m.Texte.Contains("depuis 11 mois", StringComparison.Ordinal));
        await TacheAsync();
        Assert.Equal(EtatDeCompte.Actif, await EtatAsync(membre.Id));

        await RevenirAsync(revenu.Id);
        _site.Horloge.Instant = _site.Horloge.Instant.AddMonths(1).AddDays(1);
        using var client = await _site.ConnecterAsync(membre.Id);
        await SiteDesMembres.StatutAsync(HttpStatusCode.OK, client, LiensComptes.Espace);
        await TacheAsync();
        Assert.Equal((EtatDeCompte.Suspendu, EtatDeCompte.Actif, EtatDeCompte.Actif), (await EtatAsync(membre.Id), await EtatAsync(revenu.Id), await EtatAsync(referent.Id)));
        // One of the two administrators, not both.
        Assert.Single(new[] { await EtatAsync(admin.Id), await EtatAsync(autreAdmin.Id) }, e => e == EtatDeCompte.Actif);
        await SiteDesMembres.StatutAsync(HttpStatusCode.Redirect, client, LiensComptes.Espace);
        Assert.Equal(1L, await _site.Base.LireAsync<long>("SELECT count(*) FROM noyau.journal WHERE entite = 'comptes.Inactivite' AND apres = '{\"avertis\":0,\"suspendus\":2,\"derniers_administrateurs\":1}'"));

        await RevenirAsync(referent.Id);
        using var refClient = await _site.ConnecterAsync(referent.Id);
        AssertPage.Dit(await refClient.LirePageAsync(LiensMembres.MembresDe(o.Id)), "compte suspendu");
        await SiteDesMembres.StatutAsync(HttpStatusCode.Conflict, refClient, LiensMembres.Retablir(revenu.Id));
        await SiteDesMembres.StatutAsync(HttpStatusCode.NotFound, refClient, LiensMembres.Retablir(_site.Id()));
        using var retabli = await SiteDesMembres.PosterAsync(refClient, LiensMembres.Retablir(membre.Id));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, retabli);
        Assert.Equal(EtatDeCompte.Actif, await EtatAsync(membre.Id));
        using var encore = await SiteDesMembres.PosterAsync(refClient, LiensMembres.Conditions, LiensMembres.Retablir(membre.Id));
        Assert.NotEqual(HttpStatusCode.Redirect, encore.StatusCode);
        await TacheAsync();
        Assert.Equal(EtatDeCompte.Actif, await EtatAsync(membre.Id));

        // Suspended for another reason: not for a référent.
        await _site.AvecBaseAsync(
            async db =>
            {
                (await db.Set<Compte>().SingleAsync(c => c.Id == membre.Id)).Passer(EtatDeCompte.Suspendu, _site.Horloge.Instant.AddMinutes(1));
                return await db.SaveChangesAsync();
            },
            "administrateur");
        await SiteDesMembres.StatutAsync(HttpStatusCode.Conflict, refClient, LiensMembres.Retablir(membre.Id));
    }

    private Task<int> RevenirAsync(Guid compte) => _site.AvecBaseAsync(db => db.Set<Compte>().Where(c => c.Id == compte).ExecuteUpdateAsync(s => s.SetProperty(c => c.DerniereConnexionLe, _site.Horloge.Instant)), "administrateur");

    private Task<EtatDeCompte> EtatAsync(Guid compte) => _site.LireAsync(db => db.Set<Compte>().Where(c => c.Id == compte).Select(c => c.Etat).SingleAsync());

    private Task TacheAsync() => ActivatorUtilities.CreateInstance<SuivreLesInactifs>(_site.Services).ExecuterAsync("comptes.inactivite", CancellationToken.None);
}
