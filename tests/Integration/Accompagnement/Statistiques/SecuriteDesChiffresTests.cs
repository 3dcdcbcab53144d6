using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Tests.Support.Accompagnement;
using FaireAvec.Tests.Support.Postgres;
using Npgsql;

namespace FaireAvec.Tests.Integration.Accompagnement.Statistiques;

/// <summary>The second wall around figures: raw SQL as each role. Nobody reads the months nor what changed; a closing is its organisation's.</summary>
public sealed class SecuriteDesChiffresTests(SiteDesChiffres site) : IClassFixture<SiteDesChiffres>, ITablesEprouvees
{
    public static IReadOnlyList<string> Tables { get; } = ["accompagnement.clotures", "accompagnement.cumuls_du_mois", "accompagnement.mouvements", "accompagnement.recomptes"];

    private static readonly Guid Organisation = Guid.Parse("01a21000-0000-7000-8000-0000000000b7");

    [Theory]
    [InlineData("mediateur", 1, 0, 0, 0, 0)]
    [InlineData("conseiller_numerique", 1, 0, 0, 0, 0)]
    [InlineData("coordinateur", 1, 0, 0, 0, 0)]
    [InlineData("aidant", 1, 0, 0, 0, 0)]
    [InlineData("referent", 1, 0, 0, 0, 0)]
    [InlineData("gestionnaire_structure", 1, 0, 0, 0, 0)]
    [InlineData("gestionnaire_departement", 1, 0, 0, 0, 0)]
    [InlineData("financeur", 1, 0, 0, 0, 0)]
    [InlineData("client_api", 1, 0, 0, 0, 0)]
    [InlineData("administrateur", 1, 0, 0, 1, 0)]
    [InlineData("systeme:taches", 1, 0, 0, 1, 0)]
    [InlineData("systeme:statistiques", 1, 1, 1, 0, 1)]
    [InlineData(null, 0, 0, 0, 0, 0)]
    public async Task Chacun_ne_voit_que_ce_qu_il_doit(string? role, params int[] attendus)
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync(role);
        Assert.Equal<int[]>(attendus,
        [
            await CompterAsync(connexion, $"SELECT count(*) FROM accompagnement.clotures WHERE organisation = '{Organisation}'"),
            await CompterAsync(connexion, "SELECT least(count(*), 1) FROM accompagnement.cumuls_du_mois"),
            await CompterAsync(connexion, "SELECT least(count(*), 1) FROM accompagnement.mouvements"),
            await CompterAsync(connexion, $"SELECT count(*) FROM accompagnement.recomptes WHERE id = '{Organisation}'"),
            await CompterAsync(connexion, "SELECT least(count(*), 1) FROM accompagnement.actes_a_denombrer(NULL, '29', '2000-01-01', '2099-12-31')"),
        ]);
    }

    [Theory]
    [InlineData("mediateur")]
    [InlineData("coordinateur")]
    [InlineData("administrateur")]
    [InlineData("systeme:statistiques")]
    public async Task Seul_le_gestionnaire_clot_et_chez_lui(string role)
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync(role);
        await using var clore = new NpgsqlCommand($"INSERT INTO accompagnement.clotures (organisation, jusquau, par, le) VALUES ('{Guid.CreateVersion7()}', '2025-01-01', '{Organisation}', now())", connexion);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => clore.ExecuteNonQueryAsync())).SqlState);
        await using var rouvrir = new NpgsqlCommand($"DELETE FROM accompagnement.clotures WHERE organisation = '{Organisation}'", connexion);
        Assert.Equal(0, await rouvrir.ExecuteNonQueryAsync());
    }

    [Theory]
    [InlineData("INSERT INTO accompagnement.mouvements (activite, transaction) VALUES (gen_random_uuid(), pg_current_xact_id())")]
    [InlineData("SELECT accompagnement.noter_un_mouvement(gen_random_uuid(), NULL)")]
    [InlineData("DELETE FROM accompagnement.cumuls_du_mois")]
    public async Task Les_changements_ne_sont_ecrits_que_par_les_actes(string sql)
    {
        await using var connexion = await CommeAsync("systeme:statistiques");
        await using var commande = new NpgsqlCommand(sql, connexion);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => commande.ExecuteNonQueryAsync())).SqlState);
    }

    private async Task PreparerAsync()
    {
        if (await site.Site.Base.LireAsync<long>($"SELECT count(*) FROM accompagnement.clotures WHERE organisation = '{Organisation}'") == 1)
        {
            return;
        }

        var fait = new FaitsAuHasard(1).Fait() with { Type = TypeDActivite.Individuel, Departement = "29", Jour = new(2026, 1, 5), SansNom = 1, Suivies = 0, Effectifs = null };
        await site.NoterAsync(fait);
        await site.DeriverAsync();
        await site.NoterAsync(fait);
        await site.Site.Base.ExecuterAsync($"INSERT INTO accompagnement.clotures (organisation, jusquau, par, le) VALUES ('{Organisation}', '2025-12-31', '{Organisation}', now())");
        await site.Site.Base.ExecuterAsync($"INSERT INTO accompagnement.recomptes (id, fait_le, mois, ecarts) VALUES ('{Organisation}', now(), 0, '{{}}')");
    }

    private async Task<NpgsqlConnection> CommeAsync(string? role)
    {
        var connexion = await site.Site.Base.Application.OpenConnectionAsync();
        if (role is not null)
        {
            await using var reglages = new NpgsqlCommand("SELECT set_config('app.compte', $1, false), set_config('app.organisation', $1, false), set_config('app.role', $2, false)", connexion);
            reglages.Parameters.AddWithValue(Organisation.ToString());
            reglages.Parameters.AddWithValue(role);
            await reglages.ExecuteNonQueryAsync();
        }

        return connexion;
    }

    private static async Task<int> CompterAsync(NpgsqlConnection connexion, string sql)
    {
        await using var commande = new NpgsqlCommand(sql, connexion);
        return (int)Convert.ToInt64(await commande.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
