using FaireAvec.Comptes.Demonstration;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Postgres;
using Npgsql;

namespace FaireAvec.Tests.Integration.Comptes.Clients;

/// <summary>The second wall around clients of the API and what the platform keeps of itself: raw SQL as each role.</summary>
public sealed class SecuriteDesClientsTests(SecuriteDesClientsTests.Site site) : IClassFixture<SecuriteDesClientsTests.Site>, ITablesEprouvees
{
    private static readonly string[] Clients = ["comptes.clients_api", "comptes.secrets_de_client", "comptes.usages_de_client", "comptes.webhooks", "comptes.livraisons_de_webhook"];
    private static readonly string[] ATous = ["noyau.fonctionnalites", "noyau.maintenances", "noyau.parametres"];

    static IReadOnlyList<string> ITablesEprouvees.Tables => [.. Clients, "comptes.jetons_api", "noyau.courriels", .. ATous];

    [Theory]
    [InlineData("", false, false)]
    [InlineData("mediateur", false, false)]
    [InlineData("gestionnaire_departement", false, false)]
    [InlineData("financeur", false, false)]
    [InlineData("gestionnaire_structure", true, false)]
    [InlineData("support", true, true)]
    [InlineData("auditeur", true, true)]
    [InlineData("administrateur", true, true)]
    public async Task Un_acces_se_lit_dans_son_organisation_et_par_l_equipe_nationale(string role, bool clients, bool courriels)
    {
        await using var connexion = await site.CommeAsync(role, Personas.IdDOrganisation(Personas.Mediatheque));
        foreach (var table in Clients)
        {
            Assert.Equal(clients, await CompterAsync(connexion, table) > 0);
        }

        Assert.Equal(courriels, await CompterAsync(connexion, "noyau.courriels") > 0);
        // Tokens are nobody's: functions alone reach them.
        Assert.Equal(0, await CompterAsync(connexion, "comptes.jetons_api"));
        await using var ailleurs = await site.CommeAsync("gestionnaire_structure", Personas.IdDOrganisation(Personas.Association));
        foreach (var table in Clients)
        {
            Assert.Equal(0, await CompterAsync(ailleurs, table));
        }
    }

    [Theory]
    [InlineData("INSERT INTO noyau.parametres (cle, debut, valeur, source) VALUES ('a.b', '2026-01-01', 1, 'x')")]
    [InlineData("INSERT INTO noyau.fonctionnalites VALUES ('a', true, now())")]
    [InlineData("INSERT INTO noyau.maintenances VALUES (gen_random_uuid(), 'x', now(), now() + interval '1 hour', true, now())")]
    public async Task Seule_l_equipe_nationale_regle_la_plateforme(string sql)
    {
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.AdministrateurNational).Select(r => r.Cle()).Append(""))
        {
            await using var connexion = await site.CommeAsync(role, Personas.IdDOrganisation(Personas.Mediatheque));
            await using var commande = new NpgsqlCommand(sql, connexion);
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => commande.ExecuteNonQueryAsync())).SqlState);
        }
    }

    [Theory]
    [InlineData("portee = 'National'")]
    [InlineData("portee = 'Territoire', departements = '{42,69}'")]
    [InlineData("limite_par_seconde = 10000")]
    public async Task Un_gestionnaire_n_elargit_pas_un_acces(string changement)
    {
        await using var connexion = await site.CommeAsync("gestionnaire_structure", Personas.IdDOrganisation(Personas.Mediatheque));
        await using var commande = new NpgsqlCommand($"UPDATE comptes.clients_api SET {changement}", connexion);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => commande.ExecuteNonQueryAsync())).SqlState);
        await using var nom = new NpgsqlCommand("UPDATE comptes.clients_api SET nom = 'Agenda', etendues = '{essai:lire}' WHERE portee = 'Organisation'", connexion);
        Assert.Equal(1, await nom.ExecuteNonQueryAsync());
    }

    [Fact]
    public async Task Un_gestionnaire_n_ajoute_pas_d_etendue_a_un_acces_large()
    {
        await using var admin = await site.CommeAsync("administrateur", Personas.IdDOrganisation(Personas.Mediatheque));
        await using (var large = new NpgsqlCommand($"INSERT INTO comptes.clients_api (id, nom, organisation, etendues, portee, departements, limite_par_seconde, cree_le) VALUES ('01a21000-0000-7000-8000-0000000000d1', 'Large', '{Personas.IdDOrganisation(Personas.Mediatheque)}', ARRAY['essai:lire'], 'National', ARRAY[]::text[], 10, now())", admin))
        {
            await large.ExecuteNonQueryAsync();
        }

        await using var connexion = await site.CommeAsync("gestionnaire_structure", Personas.IdDOrganisation(Personas.Mediatheque));
        await using var plus = new NpgsqlCommand("UPDATE comptes.clients_api SET etendues = '{essai:lire,essai:ecrire}' WHERE nom = 'Large'", connexion);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => plus.ExecuteNonQueryAsync())).SqlState);
        await using var moins = new NpgsqlCommand("UPDATE comptes.clients_api SET etendues = '{}' WHERE nom = 'Large'", connexion);
        Assert.Equal(1, await moins.ExecuteNonQueryAsync());
    }

    private static async Task<long> CompterAsync(NpgsqlConnection connexion, string table)
    {
        await using var commande = new NpgsqlCommand($"SELECT count(*) FROM {table}", connexion);
        return (long)(await commande.ExecuteScalarAsync())!;
    }

    /// <summary>A client of the media library, with one row in each table.</summary>
    public sealed class Site() : ApplicationDeTest(new ReglagesDeTest()), IAsyncLifetime
    {
        async ValueTask IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            await CookieDeAsync(Role.Mediateur);
            await Base.ExecuterAsync($$"""
                INSERT INTO comptes.clients_api (id, nom, organisation, etendues, portee, departements, limite_par_seconde, cree_le) VALUES ('01a21000-0000-7000-8000-0000000000c1', 'Essai', '{{Personas.IdDOrganisation(Personas.Mediatheque)}}', '{}', 'Organisation', '{}', 10, now());
                INSERT INTO comptes.secrets_de_client (id, client, empreinte, fin, cree_le, expire_le) VALUES ('01a21000-0000-7000-8000-0000000000c2', '01a21000-0000-7000-8000-0000000000c1', '\x01', 'abcd', now(), now() + interval '1 day');
                INSERT INTO comptes.jetons_api VALUES ('\x02', '01a21000-0000-7000-8000-0000000000c1', '01a21000-0000-7000-8000-0000000000c2', '{}', now(), now());
                INSERT INTO comptes.usages_de_client VALUES ('01a21000-0000-7000-8000-0000000000c1', now(), 1, 0, 0, 0);
                INSERT INTO comptes.webhooks (id, client, evenements, url, secret, etat, cree_le) VALUES ('01a21000-0000-7000-8000-0000000000c3', '01a21000-0000-7000-8000-0000000000c1', '{}', 'https://example.org', 's', 'Actif', now());
                INSERT INTO comptes.livraisons_de_webhook (id, webhook, evenement, nom, corps, cree_le) VALUES (gen_random_uuid(), '01a21000-0000-7000-8000-0000000000c3', gen_random_uuid(), 'essai', '', now());
                INSERT INTO noyau.courriels VALUES (gen_random_uuid(), 'a@example.org', 'essai', now(), 'envoye');
                """);
        }

        public async Task<NpgsqlConnection> CommeAsync(string role, Guid organisation)
        {
            var connexion = await Base.Application.OpenConnectionAsync();
            await using var commande = new NpgsqlCommand("SELECT set_config('app.compte', $1, false), set_config('app.organisation', $2, false), set_config('app.role', $3, false), set_config('app.departements', '42', false)", connexion);
            commande.Parameters.AddWithValue("01a21000-0000-7000-8000-0000000000cc");
            commande.Parameters.AddWithValue(organisation.ToString());
            commande.Parameters.AddWithValue(role);
            await commande.ExecuteNonQueryAsync();
            return connexion;
        }
    }
}
