using FaireAvec.Kernel.Demarrage;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Migrations;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FaireAvec.Tests.Integration.Postgres;

/// <summary>A new database is made by one script; one that has some migrations gets the others one by one. Both end alike.</summary>
public sealed class BaseNeuveTests
{
    // What migrations make, as text; the architecture tests compare the SQL itself.
    private static readonly string[] Inventaire =
    [
        "SELECT nspname::text || coalesce(nspacl::text, '') FROM pg_namespace WHERE nspname !~ '^pg_'",
        "SELECT c.oid::regclass::text || c.relkind::text || c.relrowsecurity::text || c.relforcerowsecurity::text || coalesce(c.relacl::text, '') || coalesce(c.reloptions::text, '') || c.relpersistence::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE nspname !~ '^(pg_|information_schema)'",
        "SELECT attrelid::regclass::text || attname::text || format_type(atttypid, atttypmod) || attnotnull::text || attnum::text || attidentity::text || attgenerated::text || coalesce(attacl::text, '') || coalesce(pg_get_expr(d.adbin, d.adrelid), '') FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_attrdef d ON d.adrelid = attrelid AND d.adnum = attnum WHERE nspname !~ '^(pg_|information_schema)' AND attnum > 0",
        "SELECT conrelid::regclass::text || conname::text || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace::regnamespace::text !~ '^(pg_|information_schema)'",
        "SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid::regclass::text !~ '^pg_'",
        "SELECT p.oid::regprocedure::text || md5(pg_get_functiondef(p.oid)) || coalesce(p.proacl::text, '') FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace WHERE nspname !~ '^(pg_|information_schema)' AND prokind <> 'a'",
        "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
        "SELECT schemaname::text || tablename || policyname || permissive || roles::text || cmd || coalesce(qual, '') || coalesce(with_check, '') FROM pg_policies",
        "SELECT stxname::text || pg_get_statisticsobjdef(oid) FROM pg_statistic_ext",
        "SELECT extname::text || extversion FROM pg_extension",
        """SELECT "MigrationId" FROM noyau.migrations""",
        "SELECT cle || debut::text || valeur::text || source FROM noyau.parametres",
    ];

    [Fact]
    public async Task Une_base_neuve_est_celle_que_font_les_migrations_une_a_une()
    {
        await using var neuve = await (await ServeurDeTest.CommunAsync).CreerBaseAsync(migree: false);
        await using var pas = await (await ServeurDeTest.CommunAsync).CreerBaseAsync(migree: false);
        await using (var noyau = await NoyauDeTest.DemarrerAsync(donnees: neuve))
        {
            await using var connexion = await neuve.Proprietaire.OpenConnectionAsync();
            await FaireAvec.Migrations.Postgres.ToutCreerAsync(connexion, CancellationToken.None);
        }

        await using (var noyau = await NoyauDeTest.DemarrerAsync(donnees: pas))
        {
            await ((FaireAvec.Migrations.Postgres)noyau.Services.GetRequiredService<IMigration>()).PasAPasAsync(CancellationToken.None);
        }

        foreach (var requete in Inventaire)
        {
            var (une, autre) = (await neuve.ListerAsync<string>(requete), await pas.ListerAsync<string>(requete));
            Assert.True(une.Count > 0 || requete.Contains("statistic", StringComparison.Ordinal) || requete.Contains("parametres", StringComparison.Ordinal), requete);
            Assert.Equal(autre.Order(StringComparer.Ordinal), une.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Une_base_arretee_en_chemin_recoit_ce_qui_lui_manque()
    {
        await using var noyau = await NoyauDeTest.DemarrerAsync();
        var migration = noyau.Services.GetRequiredService<IMigration>();
        Assert.Empty(await migration.EnAttenteAsync(CancellationToken.None));
        var derniere = await noyau.Base.LireAsync<string>("""SELECT max("MigrationId") FROM noyau.migrations""");
        await noyau.Base.ExecuterAsync("""DELETE FROM noyau.migrations WHERE "MigrationId" = $1""", derniere!);
        Assert.Equal([derniere!], await migration.EnAttenteAsync(CancellationToken.None));

        // The last one is there already: made a second time, the database refuses it, which shows that it was tried.
        var refus = await Assert.ThrowsAsync<PostgresException>(() => migration.MigrerAsync(CancellationToken.None));
        Assert.StartsWith("42", refus.SqlState, StringComparison.Ordinal);
        Assert.Equal([derniere!], await migration.EnAttenteAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Un_demarrage_coupe_apres_les_migrations_retrouve_les_tables_des_taches()
    {
        await using var noyau = await NoyauDeTest.DemarrerAsync();
        var migration = noyau.Services.GetRequiredService<IMigration>();
        var tables = await noyau.Base.ListerAsync<string>(Taches);
        await noyau.Base.ExecuterAsync("DROP SCHEMA taches CASCADE");
        await noyau.Base.ExecuterAsync("CREATE SCHEMA taches");

        Assert.Empty(await migration.MigrerAsync(CancellationToken.None));
        Assert.Equal(tables, await noyau.Base.ListerAsync<string>(Taches));
        Assert.True(await noyau.Base.LireAsync<bool>("SELECT has_table_privilege('faireavec_app', 'taches.qrtz_triggers', 'INSERT')"));
    }

    private const string Taches = "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'taches' ORDER BY 1";
}
