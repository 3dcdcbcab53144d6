using System.Security.Claims;
using System.Text.Encodings.Web;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace FaireAvec.Comptes.Sessions;

/// <summary>
/// Knows who asks by the cookie of the session. Read from the database at each request: a role that ends, an account that closes, a session that is
/// revoked have their effect at the next click, on every node.
/// </summary>
internal sealed class AuthentificationDeSession(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory journaux, UrlEncoder encodeur, Base donnees, TimeProvider horloge)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, journaux, encodeur)
{
    public const string Schema = "session";

    private const string Requete = "SELECT session, titulaire, compte, prenom, nom, demonstration, preuve_le, lecture_seule, organisation, nom_organisation, organisations, roles, departements, equipes, reservee_a FROM comptes.session_du_navigateur($1, $2)";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (CookieDeSession.Lire(Request) is not { } empreinte || Context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return AuthenticateResult.NoResult();
        }

        if (await LireAsync(empreinte) is not { } identite)
        {
            // Over or revoked: the browser forgets it, and isn't asked again at each picture.
            CookieDeSession.Retirer(Context);
            return AuthenticateResult.NoResult();
        }

        // The device is in other hands: everywhere else, nobody is signed in. The cookie stays, for the next one who signs.
        if (identite.ReserveeA is { } chemin && !Request.Path.Equals(chemin, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        Etablir(Context, identite);
        var principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, identite.Compte.ToString())], Schema));
        return AuthenticateResult.Success(new AuthenticationTicket(principal, Schema));
    }

    /// <summary>Tells everything that looks at who asks: rights, row security, journal.</summary>
    public static void Etablir(HttpContext contexte, Identite identite)
    {
        var services = contexte.RequestServices;
        ((Demandeur)services.GetService(typeof(Demandeur))!).Identite = identite;
        var acces = (ContexteAcces)services.GetService(typeof(ContexteAcces))!;
        acces.Compte = identite.Compte.ToString();
        acces.Organisation = identite.Organisation?.ToString();
        // « regard » beside the roles: what row security keeps from the support stays kept when it looks as somebody who may read it.
        acces.Role = string.Join(',', identite.LectureSeule ? [.. identite.Roles.Select(r => r.Cle()), "regard"] : identite.Roles.Select(r => r.Cle()));
        acces.Departements = string.Join(',', identite.Departements);
        acces.Equipes = string.Join(',', identite.Equipes);
        // Whoever looks as somebody else writes nothing but that they looked, in their own name.
        ((ContexteEcriture)services.GetService(typeof(ContexteEcriture))!).Acteur = (identite.RegardePar ?? identite.Compte).ToString();
    }

    private async Task<Identite?> LireAsync(byte[] empreinte)
    {
        await using var commande = donnees.Application.CreateCommand(Requete);
        commande.Parameters.AddWithValue(empreinte);
        commande.Parameters.AddWithValue(horloge.GetUtcNow().UtcDateTime);
        await using var l = await commande.ExecuteReaderAsync(Context.RequestAborted);
        if (!await l.ReadAsync(Context.RequestAborted))
        {
            return null;
        }

        var lectureSeule = l.GetBoolean(7);
        return new Identite
        {
            Session = l.GetGuid(0),
            Compte = l.GetGuid(2),
            Nom = $"{l.GetString(3)} {l.GetString(4)}",
            Demonstration = l.GetBoolean(5),
            PreuveLe = l.GetFieldValue<DateTimeOffset>(6),
            LectureSeule = lectureSeule,
            RegardePar = lectureSeule ? l.GetGuid(1) : null,
            Organisation = l.IsDBNull(8) ? null : l.GetGuid(8),
            NomOrganisation = l.IsDBNull(9) ? null : l.GetString(9),
            Organisations = l.GetInt32(10),
            Roles = [.. l.GetFieldValue<string[]>(11).Select(ClesDesRoles.Lire).OfType<Role>()],
            Departements = l.GetFieldValue<string[]>(12),
            Equipes = l.GetFieldValue<Guid[]>(13),
            ReserveeA = l.IsDBNull(14) ? null : l.GetString(14),
        };
    }
}
