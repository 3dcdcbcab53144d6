using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Oidc;

/// <summary>Somebody leaves for a provider and comes back: once, in time, in the same browser.</summary>
internal sealed class PassageOidc(IServiceScopeFactory portees, ClientOidc client, IDataProtectionProvider protection, TimeProvider horloge)
{
    /// <summary>Ties the departure to the browser: a link to come back that somebody else prepared is worth nothing here.</summary>
    public const string Cookie = "fa-oidc";

    private const string Systeme = "systeme:connexion";

    private readonly IDataProtector _protection = protection.CreateProtector("comptes.oidc.verificateur");

    /// <summary>The address to send the browser to; null when the provider doesn't answer.</summary>
    public async Task<string?> PartirAsync(HttpContext contexte, FournisseurOidc fournisseur, string adresseDeRetour, string? retour, Guid? compte, string? niveau, CancellationToken annulation)
    {
        var (etat, nonce, verificateur) = (Alea(), Alea(), Alea());
        var navigateur = contexte.Request.Cookies[Cookie] is { Length: 43 } deja ? deja : Alea();
        if (await client.AdresseDAutorisationAsync(fournisseur, adresseDeRetour, etat, nonce, verificateur, niveau, annulation) is not { } adresse)
        {
            return null;
        }

        var maintenant = horloge.GetUtcNow();
        await portees.EnSystemeAsync(Systeme, contexte, null, async services =>
        {
            var db = services.GetRequiredService<FaireAvecDb>();
            db.Add(new DemandeOidc
            {
                Id = Identifiants.Nouveau(horloge),
                Federation = fournisseur.Federation,
                EmpreinteEtat = Empreinte(etat),
                EmpreinteNavigateur = Empreinte(navigateur),
                Nonce = nonce,
                Verificateur = _protection.Protect(verificateur),
                Retour = Sessions.Retour.Local(retour),
                Compte = compte,
                Niveau = niveau,
                ExpireLe = maintenant + DemandeOidc.Duree,
            });
            return await db.SaveChangesAsync(annulation);
        });
        contexte.Response.Cookies.Append(Cookie, navigateur, new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = contexte.Request.IsHttps, MaxAge = DemandeOidc.Duree, Path = "/" });
        return adresse;
    }

    /// <summary>Takes the answer that the browser brings. The request is used up whatever the outcome.</summary>
    public async Task<Resultat<(IdentiteRecue Identite, DemandeOidc Demande)>> RevenirAsync(HttpContext contexte, FournisseurOidc fournisseur, string adresseDeRetour, CancellationToken annulation)
    {
        var requete = contexte.Request.Query;
        if ((string?)requete["state"] is not { Length: 43 } etat)
        {
            return ErreursOidc.Perimee;
        }

        var demande = await ConsommerAsync(contexte, fournisseur, etat, annulation);
        if (!demande.Reussi)
        {
            return Resultat<(IdentiteRecue, DemandeOidc)>.Echec(demande.Erreurs);
        }

        // The person gave up, or the provider couldn't.
        if ((string?)requete["error"] is { Length: > 0 } || (string?)requete["code"] is not { Length: > 0 and <= 2000 } code)
        {
            return ErreursOidc.Refus;
        }

        var identite = await client.EchangerAsync(fournisseur, code, requete["iss"], adresseDeRetour, demande.Valeur.Nonce, _protection.Unprotect(demande.Valeur.Verificateur), demande.Valeur.Niveau, annulation);
        return identite.Reussi ? (identite.Valeur, demande.Valeur) : Resultat<(IdentiteRecue, DemandeOidc)>.Echec(identite.Erreurs);
    }

    private Task<Resultat<DemandeOidc>> ConsommerAsync(HttpContext contexte, FournisseurOidc fournisseur, string etat, CancellationToken annulation) => portees.EnSystemeAsync<Resultat<DemandeOidc>>(Systeme, contexte, null, async services =>
    {
        var db = services.GetRequiredService<FaireAvecDb>();
        var (empreinte, maintenant, federation) = (Empreinte(etat), horloge.GetUtcNow(), fournisseur.Federation);
        var demande = await db.Set<DemandeOidc>().AsNoTracking().SingleOrDefaultAsync(d => d.EmpreinteEtat == empreinte && d.Federation == federation, annulation);
        if (demande is null)
        {
            return ErreursOidc.Perimee;
        }

        if (contexte.Request.Cookies[Cookie] is not { Length: 43 } navigateur || !CryptographicOperations.FixedTimeEquals(Empreinte(navigateur), demande.EmpreinteNavigateur))
        {
            return ErreursOidc.AutreNavigateur;
        }

        // One update that only one can win: two tabs, or somebody who replays, come too late.
        var prises = await db.Set<DemandeOidc>().Where(d => d.Id == demande.Id && d.ConsommeeLe == null && d.ExpireLe > maintenant).ExecuteUpdateAsync(d => d.SetProperty(x => x.ConsommeeLe, maintenant), annulation);
        return prises == 1 ? demande : ErreursOidc.Perimee;
    });

    private static string Alea() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private static byte[] Empreinte(string secret) => SHA256.HashData(Encoding.ASCII.GetBytes(secret));
}
