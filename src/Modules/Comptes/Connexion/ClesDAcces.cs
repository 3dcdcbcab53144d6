using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Connexion;

/// <summary>What the page gives to the browser, and what it sends back with the answer.</summary>
/// <param name="Options">For <c>navigator.credentials</c>, JSON.</param>
/// <param name="Etat">What the answer is compared with, closed.</param>
internal sealed record DefiDeCle(string Options, string Etat);

/// <summary>Passkeys, by the framework's own verification over our tables. A challenge ends after half an hour and is answered once.</summary>
internal sealed class ClesDAcces(IServiceScopeFactory portees, JetonsDeFormulaire jetons, TimeProvider horloge)
{
    private const int ReponseMax = 20_000;

    /// <summary>False at an address made of figures, where no passkey works, by the rules of browsers.</summary>
    public static bool Possible(HttpRequest requete) => !IPAddress.TryParse(requete.Host.Host.Trim('[', ']'), out _);

    /// <summary>A challenge to prove who one is; null at an address made of figures. For one account, or for whichever the device proposes.</summary>
    public async Task<DefiDeCle?> DefiAsync(HttpContext contexte, Guid? compte, CancellationToken annulation)
    {
        if (!Possible(contexte.Request))
        {
            return null;
        }

        return await portees.EnSystemeAsync("systeme:connexion", contexte, compte, async services =>
        {
            var titulaire = compte is { } id ? await services.GetRequiredService<MagasinDeCles>().FindByIdAsync(id.ToString(), annulation) : null;
            var options = await services.GetRequiredService<IPasskeyHandler<Titulaire>>().MakeRequestOptionsAsync(titulaire, contexte);
            return new DefiDeCle(options.RequestOptionsJson, jetons.Fermer(But("preuve", compte), options.AssertionState ?? ""));
        });
    }

    /// <summary>A challenge to make a new passkey; null at an address made of figures.</summary>
    public async Task<DefiDeCle?> DefiDeCreationAsync(HttpContext contexte, Compte compte, CancellationToken annulation)
    {
        if (!Possible(contexte.Request))
        {
            return null;
        }

        return await portees.EnSystemeAsync("systeme:connexion", contexte, compte.Id, async services =>
        {
            var entite = new PasskeyUserEntity { Id = compte.Id.ToString(), Name = compte.Courriel, DisplayName = compte.NomComplet };
            var options = await services.GetRequiredService<IPasskeyHandler<Titulaire>>().MakeCreationOptionsAsync(entite, contexte);
            annulation.ThrowIfCancellationRequested();
            return new DefiDeCle(options.CreationOptionsJson, jetons.Fermer(But("creation", compte.Id), options.AttestationState ?? ""));
        });
    }

    /// <summary>The account whose passkey answered.</summary>
    /// <param name="contexte">The request.</param>
    /// <param name="compte">The only account that may answer; null for whichever.</param>
    /// <param name="reponse">What the browser answered, JSON.</param>
    /// <param name="etat">The closed state of the page.</param>
    /// <param name="ensuite">What goes with a success, in the same transaction.</param>
    /// <param name="annulation">Gives up.</param>
    public Task<Resultat<Guid>> ProuverAsync(HttpContext contexte, Guid? compte, string? reponse, string? etat, Func<FaireAvecDb, Task<Resultat<bool>>>? ensuite, CancellationToken annulation) =>
        portees.EnTransactionAsync<Resultat<Guid>>(contexte, compte, async (services, db) =>
        {
            if (!Possible(contexte.Request))
            {
                return ErreursDeConnexion.AdresseEnChiffres;
            }

            if (Lire(reponse) is not { } json || jetons.Ouvrir(But("preuve", compte), etat) is not { Length: > 0 } defi || !await NeufAsync(db, etat!, annulation))
            {
                return ErreursDeConnexion.CleRefusee;
            }

            var resultat = await services.GetRequiredService<IPasskeyHandler<Titulaire>>().PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = contexte, CredentialJson = json, AssertionState = defi });
            if (!resultat.Succeeded || (compte is not null && resultat.User.Id != compte))
            {
                return ErreursDeConnexion.CleRefusee;
            }

            services.GetRequiredService<ContexteEcriture>().Acteur = resultat.User.Id.ToString();
            await services.GetRequiredService<MagasinDeCles>().AddOrUpdatePasskeyAsync(resultat.User, resultat.Passkey, annulation);
            if (ensuite is not null && await ensuite(db) is { Reussi: false } refus)
            {
                return refus.Erreur!;
            }

            await db.SaveChangesAsync(annulation);
            return resultat.User.Id;
        }, annulation);

    /// <summary>Keeps a new passkey.</summary>
    /// <param name="contexte">The request.</param>
    /// <param name="compte">Whose.</param>
    /// <param name="reponse">What the browser answered, JSON.</param>
    /// <param name="etat">The closed state of the page.</param>
    /// <param name="nom">What the person calls it; a name from the browser when empty.</param>
    /// <param name="avant">What must hold in the same transaction; null when nothing.</param>
    /// <param name="annulation">Gives up.</param>
    public Task<Resultat<bool>> GarderAsync(HttpContext contexte, Guid compte, string? reponse, string? etat, string? nom, Func<FaireAvecDb, Task<Resultat<bool>>>? avant, CancellationToken annulation) =>
        portees.EnTransactionAsync<Resultat<bool>>(contexte, compte, async (services, db) =>
        {
            if (!Possible(contexte.Request))
            {
                return ErreursDeConnexion.AdresseEnChiffres;
            }

            if (Lire(reponse) is not { } json || jetons.Ouvrir(But("creation", compte), etat) is not { Length: > 0 } defi || !await NeufAsync(db, etat!, annulation))
            {
                return ErreursDeConnexion.CleRefusee;
            }

            await db.VerrouillerAsync(compte, annulation);
            if (await db.Set<CleDAcces>().CountAsync(c => c.Compte == compte, annulation) >= CleDAcces.Max)
            {
                return ErreursDeConnexion.TropDeCles;
            }

            var resultat = await services.GetRequiredService<IPasskeyHandler<Titulaire>>().PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = contexte, CredentialJson = json, AttestationState = defi });
            if (!resultat.Succeeded || resultat.UserEntity.Id != compte.ToString())
            {
                return ErreursDeConnexion.CleRefusee;
            }

            if (avant is not null && await avant(db) is { Reussi: false } refus)
            {
                return refus;
            }

            var magasin = services.GetRequiredService<MagasinDeCles>();
            if (await magasin.FindByPasskeyIdAsync(resultat.Passkey.CredentialId, annulation) is not null)
            {
                return ErreursDeConnexion.CleConnue;
            }

            resultat.Passkey.Name = NomDeCle(nom) ?? Navigateurs.Decrire(contexte.Request.Headers.UserAgent) ?? "Clé d’accès";
            await magasin.AddOrUpdatePasskeyAsync(new Titulaire(compte, ""), resultat.Passkey, annulation);
            await services.GetRequiredService<FacteursDuCompte>().DireAsync(db, compte, "Cle", annulation);
            await db.SaveChangesAsync(annulation);
            return true;
        }, annulation);

    /// <summary>A name as typed, or null when it can't be one.</summary>
    public static string? NomDeCle(string? saisi) => saisi?.Trim() is { Length: > 0 and <= CleDAcces.NomMax } nom && !nom.Any(char.IsControl) ? nom : null;

    // For one account or for all: a challenge made for one page isn't answered on another.
    private static string But(string geste, Guid? compte) => $"cle:{geste}:{compte:N}";

    // The framework reads JSON it trusts to be JSON: what isn't would be an exception of ours.
    private static string? Lire(string? reponse)
    {
        if (reponse is not { Length: > 2 and <= ReponseMax })
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(reponse, new JsonDocumentOptions { MaxDepth = 16 });
            return document.RootElement.ValueKind == JsonValueKind.Object ? reponse : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<bool> NeufAsync(FaireAvecDb db, string etat, CancellationToken annulation)
    {
        var empreinte = SHA256.HashData(Encoding.UTF8.GetBytes(etat));
        return await db.Database.ExecuteSqlAsync($"INSERT INTO comptes.defis_utilises (empreinte, utilise_le) VALUES ({empreinte}, {horloge.GetUtcNow()}) ON CONFLICT DO NOTHING", annulation) == 1;
    }
}
