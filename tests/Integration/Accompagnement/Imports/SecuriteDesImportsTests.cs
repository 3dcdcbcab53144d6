using FaireAvec.Comptes.Demonstration;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FaireAvec.Tests.Integration.Accompagnement.Imports;

/// <summary>The second wall around deposited files, their lines and the ids of other tools: raw SQL as each role.</summary>
[Collection(CollectionDesActivites.Nom)]
public sealed class SecuriteDesImportsTests(SiteDesActivites site) : ITablesEprouvees
{
    public static IReadOnlyList<string> Tables { get; } = ["accompagnement.imports", "accompagnement.lignes_d_import", "accompagnement.morceaux_d_import", "accompagnement.identifiants_externes"];

    private static readonly Guid Import = Guid.Parse("01a21000-0000-7000-8000-0000000000b7");

    /// <summary>What each one sees of an import of a médiateur.</summary>
    [Theory]
    [InlineData("mediateur", 1)]
    [InlineData("conseiller_numerique", 0)]
    [InlineData("coordinateur", 0)]
    [InlineData("aidant", 0)]
    [InlineData("referent", 0)]
    [InlineData("gestionnaire_structure", 0)]
    [InlineData("gestionnaire_departement", 0)]
    [InlineData("gestionnaire_region", 0)]
    [InlineData("gestionnaire_reseau", 0)]
    [InlineData("instructeur", 0)]
    [InlineData("payeur", 0)]
    [InlineData("controleur", 0)]
    [InlineData("administrateur", 0)]
    [InlineData("support", 0)]
    [InlineData("auditeur", 0)]
    [InlineData("gestionnaire_donnees", 0)]
    [InlineData("financeur", 0)]
    [InlineData("client_api", 0)]
    [InlineData(null, 0)]
    public async Task Chacun_ne_voit_que_ce_qu_il_doit(string? role, int attendu)
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync(role);
        foreach (var table in Tables)
        {
            Assert.Equal((table, attendu), (table, await CompterAsync(connexion, table)));
        }
    }

    [Fact]
    public async Task Qui_regarde_comme_un_mediateur_ne_voit_rien()
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync("mediateur", "mediateur,regard");
        foreach (var table in Tables)
        {
            Assert.Equal(0, await CompterAsync(connexion, table));
        }
    }

    [Theory]
    [InlineData("conseiller_numerique")]
    [InlineData("coordinateur")]
    [InlineData("gestionnaire_structure")]
    [InlineData("administrateur")]
    [InlineData(null)]
    public async Task Personne_ne_change_ni_n_efface_ce_qui_est_a_un_autre(string? role)
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync(role);
        foreach (var sql in (string[])
        [
            "UPDATE accompagnement.imports SET etat = 'Abandonne' WHERE id = $1", "DELETE FROM accompagnement.imports WHERE id = $1", "UPDATE accompagnement.lignes_d_import SET sort = 'Nouveau' WHERE import = $1",
            "DELETE FROM accompagnement.lignes_d_import WHERE import = $1", "DELETE FROM accompagnement.morceaux_d_import WHERE import = $1", "UPDATE accompagnement.identifiants_externes SET version = 9 WHERE import = $1",
            "DELETE FROM accompagnement.identifiants_externes WHERE import = $1",
        ])
        {
            await using var commande = new NpgsqlCommand(sql, connexion) { Parameters = { new() { Value = Import } } };
            Assert.Equal((sql, 0), (sql, await commande.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)));
        }
    }

    [Theory]
    [InlineData("conseiller_numerique")]
    [InlineData("coordinateur")]
    [InlineData("aidant")]
    [InlineData("client_api")]
    public async Task Personne_n_ecrit_au_nom_d_un_autre_ni_sur_l_import_d_un_autre(string role)
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync(role);
        var moi = Moi(role);
        foreach (var sql in (string[])
        [
            UnImport(Guid.CreateVersion7(), SiteDesActivites.Camille), UneLigne(9, SiteDesActivites.Camille), UneLigne(9, moi), UnMorceau(9, SiteDesActivites.Camille), UnMorceau(9, moi), UnId("autre", SiteDesActivites.Camille),
        ])
        {
            await using var commande = new NpgsqlCommand(sql, connexion);
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => commande.ExecuteNonQueryAsync(TestContext.Current.CancellationToken))).SqlState);
        }
    }

    private async Task PreparerAsync()
    {
        var source = site.Site.Services.GetRequiredService<Base>().Proprietaire;
        foreach (var s in (string[])[UnImport(Import, SiteDesActivites.Camille), UneLigne(1, SiteDesActivites.Camille), UnMorceau(0, SiteDesActivites.Camille), UnId("cle", SiteDesActivites.Camille)])
        {
            await using var commande = source.CreateCommand($"{s} ON CONFLICT DO NOTHING");
            await commande.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    private static string UnImport(Guid id, Guid auteur) =>
        $$"""
        INSERT INTO accompagnement.imports (id, auteur, organisation, outil, fichier, empreinte, octets, etat, ligne_d_entete, colonnes, reglages, lignes, faites, depose_le)
        VALUES ('{{id}}', '{{auteur}}', '{{SiteDesActivites.Mediatheque}}', 'cra', 'essai.csv', sha256('{{id}}'), 1, 'Termine', 1, '[]', '{}', 1, 1, now())
        """;

    private static string UneLigne(int rang, Guid auteur) =>
        $"INSERT INTO accompagnement.lignes_d_import (import, rang, auteur, numeros, sort, minutes, accompagnements, personnes, ambigue, defauts) VALUES ('{Import}', {rang}, '{auteur}', '{{2}}', 'Refuse', 0, 1, 1, false, '[]')";

    private static string UnMorceau(int rang, Guid auteur) => $"INSERT INTO accompagnement.morceaux_d_import (import, rang, auteur, octets) VALUES ('{Import}', {rang}, '{auteur}', '\\x00')";

    private static string UnId(string cle, Guid auteur) =>
        $"INSERT INTO accompagnement.identifiants_externes (organisation, outil, cle, auteur, activite, import, cree, empreinte, version, vu_par) VALUES ('{SiteDesActivites.Mediatheque}', 'cra', '{cle}', '{auteur}', '{Import}', '{Import}', true, sha256('a'), 1, '{Import}')";

    private static Guid Moi(string role) => (ClesDesRoles.Lire(role) is { } r ? Personas.Toutes.SingleOrDefault(p => p.Role == r) : null)?.Id ?? Guid.Parse("01a21000-0000-7000-8000-0000000000c1");

    private async Task<NpgsqlConnection> CommeAsync(string? role, string? roles = null)
    {
        var connexion = await site.Site.Services.GetRequiredService<Base>().Application.OpenConnectionAsync(TestContext.Current.CancellationToken);
        if (role is null)
        {
            return connexion;
        }

        await using var reglages = new NpgsqlCommand("SELECT set_config('app.compte', $1, false), set_config('app.organisation', $2, false), set_config('app.role', $3, false)", connexion);
        reglages.Parameters.AddWithValue(Moi(role).ToString());
        reglages.Parameters.AddWithValue(SiteDesActivites.Mediatheque.ToString());
        reglages.Parameters.AddWithValue(roles ?? role);
        await reglages.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connexion;
    }

    private static async Task<int> CompterAsync(NpgsqlConnection connexion, string table)
    {
        await using var commande = new NpgsqlCommand($"SELECT count(*)::integer FROM {table} WHERE {(table.EndsWith(".imports", StringComparison.Ordinal) ? "id" : "import")} = $1", connexion) { Parameters = { new() { Value = Import } } };
        return (int)(await commande.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
