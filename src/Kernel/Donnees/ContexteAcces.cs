using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace FaireAvec.Kernel.Donnees;

/// <summary>
/// In whose name the database is read and written: the settings that row-level security looks at. Scoped. All null for an anonymous visitor, who
/// then sees no protected row.
/// </summary>
public sealed class ContexteAcces
{
    /// <summary>Account's id (setting <c>app.compte</c>).</summary>
    public string? Compte { get; set; }

    /// <summary>Organisation's id (setting <c>app.organisation</c>).</summary>
    public string? Organisation { get; set; }

    /// <summary>Roles (setting <c>app.role</c>), with a comma between several: "administrateur", "mediateur,coordinateur", "systeme:taches"…</summary>
    public string? Role { get; set; }

    /// <summary>Codes of the départements of their territory (setting <c>app.departements</c>), with a comma between several.</summary>
    public string? Departements { get; set; }

    /// <summary>Ids of the teams that they coordinate (setting <c>app.equipes</c>), with a comma between several.</summary>
    public string? Equipes { get; set; }

    internal bool Anonyme => Compte is null && Organisation is null && Role is null;
}

/// <summary>
/// Sets the row-security settings at each opening of a connection. The pool resets them when the connection is given back
/// (that's why « No Reset On Close » is refused).
/// </summary>
internal sealed class ReglagesDAcces(ContexteAcces acces) : DbConnectionInterceptor
{
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (acces.Anonyme)
        {
            return;
        }

        await AppliquerAsync((NpgsqlConnection)connection, acces, cancellationToken);
    }

    public static async Task AppliquerAsync(NpgsqlConnection connexion, ContexteAcces acces, CancellationToken annulation)
    {
        await using var commande = new NpgsqlCommand("SELECT set_config('app.compte', $1, false), set_config('app.organisation', $2, false), set_config('app.role', $3, false), set_config('app.departements', $4, false), set_config('app.equipes', $5, false)", connexion);
        commande.Parameters.AddWithValue(acces.Compte ?? "");
        commande.Parameters.AddWithValue(acces.Organisation ?? "");
        commande.Parameters.AddWithValue(acces.Role ?? "");
        commande.Parameters.AddWithValue(acces.Departements ?? "");
        commande.Parameters.AddWithValue(acces.Equipes ?? "");
        await commande.ExecuteNonQueryAsync(annulation);
    }
}
