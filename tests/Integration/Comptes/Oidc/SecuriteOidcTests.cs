using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Postgres;
using Npgsql;

namespace FaireAvec.Tests.Integration.Comptes.Oidc;

/// <summary>The second wall around sign-in by a provider: raw SQL as each role.</summary>
public sealed class SecuriteOidcTests(SecuriteOidcTests.Site site) : IClassFixture<SecuriteOidcTests.Site>, ITablesEprouvees
{
    public static IReadOnlyList<string> Tables { get; } = ["comptes.demandes_oidc", "comptes.identites_externes", "comptes.sessions_oidc"];

    [Theory]
    [InlineData(null, false)]
    [InlineData("mediateur", false)]
    [InlineData("administrateur", false)]
    [InlineData("support", false)]
    [InlineData("systeme:demarrage", false)]
    [InlineData("systeme:connexion", true)]
    [InlineData("systeme:taches", true)]
    public async Task Seul_le_systeme_lit_qui_est_qui_chez_un_fournisseur(string? role, bool lit)
    {
        await using var connexion = await site.Base.Application.OpenConnectionAsync();
        await using (var reglage = new NpgsqlCommand("SELECT set_config('app.role', $1, false)", connexion))
        {
            reglage.Parameters.AddWithValue(role ?? "");
            await reglage.ExecuteNonQueryAsync();
        }

        foreach (var table in Tables)
        {
            await using var compter = new NpgsqlCommand($"SELECT count(*) FROM {table}", connexion);
            Assert.Equal(lit, await compter.ExecuteScalarAsync() is > 0L);
        }
    }

    /// <summary>One row in each table.</summary>
    public sealed class Site() : ApplicationDeTest(new ReglagesDeTest()), IAsyncLifetime
    {
        async ValueTask IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            await CookieDeAsync(FaireAvec.Kernel.Securite.Role.Mediateur);
            await Base.ExecuterAsync("""
                INSERT INTO comptes.demandes_oidc (id, federation, empreinte_etat, empreinte_navigateur, nonce, verificateur, expire_le) VALUES (gen_random_uuid(), 'ProConnect', '\x01', '\x02', 'n', 'v', now());
                INSERT INTO comptes.identites_externes (id, compte, federation, empreinte_sub, liee_le) SELECT gen_random_uuid(), id, 'ProConnect', '\x03', now() FROM comptes.comptes LIMIT 1;
                INSERT INTO comptes.sessions_oidc (session, federation, empreinte_sub, jeton) SELECT id, 'ProConnect', '\x03', 'j' FROM comptes.sessions LIMIT 1;
                """);
        }
    }
}
