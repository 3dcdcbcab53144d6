using FaireAvec.Comptes.Demonstration;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Postgres;
using Npgsql;

namespace FaireAvec.Tests.Integration.Accompagnement.Calendriers;

/// <summary>The second wall around calendars, reminders and short messages: raw SQL as each role.</summary>
public sealed class SecuriteDesCalendriersTests(SecuriteDesCalendriersTests.Site site) : IClassFixture<SecuriteDesCalendriersTests.Site>, ITablesEprouvees
{
    public static IReadOnlyList<string> Tables { get; } =
    [
        "accompagnement.flux_d_agenda", "accompagnement.calendriers_externes", "accompagnement.plages_externes", "accompagnement.rappels",
        "noyau.courts_messages", "noyau.desinscriptions", "noyau.retours_de_courts_messages",
    ];

    private static readonly Guid Moi = Personas.Toutes.Single(p => p.Role == Role.Mediateur).Id;

    /// <summary>Rows that each one sees, of: an address, a calendar, a time, a reminder, a message, a number that said stop, a return.</summary>
    [Theory]
    [InlineData("mediateur", "1110000")]
    [InlineData("mediateur,regard", "0000000")]
    [InlineData("conseiller_numerique", "0000000")]
    [InlineData("coordinateur", "0000000")]
    [InlineData("gestionnaire_structure", "0000000")]
    [InlineData("administrateur", "0000100")]
    [InlineData("support", "0000100")]
    [InlineData("auditeur", "0000100")]
    [InlineData("financeur", "0000000")]
    [InlineData("client_api", "0000000")]
    [InlineData("systeme:agenda", "0010000")]
    [InlineData("systeme:taches", "1111111")]
    [InlineData(null, "0000000")]
    public async Task Chacun_ne_voit_que_ce_qu_il_doit(string? role, string attendu)
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync(role);
        var vus = "";
        foreach (var (table, cle) in Tables.Zip((string[])["empreinte", "nom", "debut", "debut", "cle", "depuis", "id"]))
        {
            await using var commande = new NpgsqlCommand($"SELECT count({cle}) FROM {table}", connexion);
            vus += (long)(await commande.ExecuteScalarAsync(TestContext.Current.CancellationToken))! > 0 ? "1" : "0";
        }

        Assert.Equal(attendu, vus);
    }

    [Theory]
    [InlineData("systeme:taches", "SELECT empreinte FROM noyau.desinscriptions")]
    [InlineData("administrateur", "SELECT empreinte FROM noyau.courts_messages")]
    [InlineData("systeme:taches", "SELECT valeur FROM noyau.sel_numeros")]
    [InlineData("mediateur", "UPDATE accompagnement.flux_d_agenda SET empreinte = empreinte")]
    [InlineData("mediateur", "INSERT INTO noyau.desinscriptions VALUES ('\\x', now(), 'page')")]
    [InlineData("administrateur", "UPDATE noyau.courts_messages SET etat = 'envoye'")]
    [InlineData("conseiller_numerique", "INSERT INTO accompagnement.flux_d_agenda (id, compte, organisation, empreinte, avec_prenoms, cree_le) SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), sha256('z'), false, now()")]
    [InlineData(null, "INSERT INTO accompagnement.rappels VALUES (gen_random_uuid(), now(), 'Premier', 'Sms', 'EnCours', now(), 1, NULL)")]
    public async Task Ce_qui_n_est_pas_a_soi_ne_se_lit_ni_ne_s_ecrit(string? role, string sql)
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync(role);
        await using var commande = new NpgsqlCommand(sql, connexion);
        var e = await Assert.ThrowsAsync<PostgresException>(() => commande.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, e.SqlState);
    }

    private async Task PreparerAsync()
    {
        await site.Base.ExecuterAsync("INSERT INTO accompagnement.flux_d_agenda (id, compte, organisation, empreinte, avec_prenoms, cree_le) VALUES ('01a21000-0000-7000-8000-0000000000f1', $1, $1, sha256('x'), false, now()) ON CONFLICT DO NOTHING", Moi);
        await site.Base.ExecuterAsync(
            """
            INSERT INTO accompagnement.calendriers_externes (id, compte, organisation, nom, fuseau, ajoute_le, echecs, evenements, plages, illisibles, regles_non_comprises, fuseaux_inconnus)
            VALUES ('01a21000-0000-7000-8000-0000000000f2', $1, $1, 'x', 'Europe/Paris', now(), 0, 0, 0, 0, 0, 0) ON CONFLICT DO NOTHING
            """,
            Moi);
        await site.Base.ExecuterAsync("INSERT INTO accompagnement.plages_externes (calendrier, compte, debut, fin) VALUES ('01a21000-0000-7000-8000-0000000000f2', $1, '2026-01-01', '2026-01-02') ON CONFLICT DO NOTHING", Moi);
        await site.Base.ExecuterAsync("INSERT INTO accompagnement.rappels (rendez_vous, debut, palier, canal, etat, pris_le, essais) VALUES ('01a21000-0000-7000-8000-0000000000f3', '2026-01-01', 'Premier', 'Sms', 'Envoye', now(), 1) ON CONFLICT DO NOTHING");
        await site.Base.ExecuterAsync("INSERT INTO noyau.courts_messages (cle, id, empreinte, categorie, segments, etat, instant) VALUES ('x', '01a21000-0000-7000-8000-0000000000f4', sha256('x'), 'essai', 1, 'envoye', now()) ON CONFLICT DO NOTHING");
        await site.Base.ExecuterAsync("INSERT INTO noyau.desinscriptions VALUES (sha256('x'), now(), 'page') ON CONFLICT DO NOTHING");
        await site.Base.ExecuterAsync("INSERT INTO noyau.retours_de_courts_messages VALUES ('x', now()) ON CONFLICT DO NOTHING");
    }

    private async Task<NpgsqlConnection> CommeAsync(string? role)
    {
        var connexion = await site.Base.Application.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var compte = role?.StartsWith("mediateur", StringComparison.Ordinal) == true ? Moi : Guid.Parse("01a21000-0000-7000-8000-0000000000c1");
        await using var reglages = new NpgsqlCommand("SELECT set_config('app.compte', $1, false), set_config('app.role', $2, false)", connexion);
        reglages.Parameters.AddWithValue(role is null ? "" : compte.ToString());
        reglages.Parameters.AddWithValue(role ?? "");
        await reglages.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connexion;
    }

    public sealed class Site() : ApplicationDeTest(new ReglagesDeTest()), IAsyncLifetime;
}
