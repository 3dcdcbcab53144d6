using FaireAvec.Comptes.Demonstration;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Postgres;
using Npgsql;

namespace FaireAvec.Tests.Integration.Comptes;

/// <summary>The second wall around people who work: raw SQL as each role, on the people of the demonstration.</summary>
public sealed class SecuriteDesComptesTests(SecuriteDesComptesTests.Demonstration site) : IClassFixture<SecuriteDesComptesTests.Demonstration>, ITablesEprouvees
{
    public static IReadOnlyList<string> Tables { get; } = ["comptes.appartenances", "comptes.comptes", "comptes.membres_d_equipe", "comptes.sessions"];

    private static readonly Guid Mediatheque = Personas.IdDOrganisation(Personas.Mediatheque);
    private static readonly Guid Association = Personas.IdDOrganisation(Personas.Association);

    /// <summary>Accounts, memberships, lines of teams and sessions that each one sees. Every persona has one session.</summary>
    [Theory]
    [InlineData("mediateur", 5, 5, 1, 1)]
    [InlineData("conseiller_numerique", 5, 5, 1, 1)]
    [InlineData("aidant", 5, 5, 0, 1)]
    [InlineData("referent", 5, 5, 0, 1)]
    [InlineData("gestionnaire_structure", 5, 5, 0, 1)]
    [InlineData("coordinateur", 7, 7, 3, 1)]
    [InlineData("gestionnaire_departement", 7, 7, 0, 1)]
    [InlineData("gestionnaire_region", 10, 10, 0, 1)]
    [InlineData("gestionnaire_reseau", 6, 6, 0, 1)]
    [InlineData("instructeur", 3, 3, 0, 1)]
    [InlineData("payeur", 3, 3, 0, 1)]
    [InlineData("controleur", 3, 3, 0, 1)]
    [InlineData("gestionnaire_donnees", 1, 1, 0, 1)]
    [InlineData("financeur", 1, 1, 0, 1)]
    [InlineData("support", 17, 17, 3, 1)]
    [InlineData("auditeur", 17, 17, 3, 1)]
    [InlineData("administrateur", 17, 17, 3, 17)]
    [InlineData(null, 0, 0, 0, 0)]
    [InlineData("systeme:evenements", 17, 0, 0, 0)]
    [InlineData("systeme:demarrage", 17, 17, 3, 0)]
    [InlineData("systeme:connexion", 17, 17, 3, 17)]
    [InlineData("systeme:taches", 17, 17, 3, 17)]
    public async Task Chacun_ne_voit_que_ce_qu_il_doit(string? role, int comptes, int appartenances, int equipes, int sessions)
    {
        await using var connexion = await site.CommeAsync(role);
        Assert.Equal((comptes, appartenances, equipes, sessions), (
            await CompterAsync(connexion, "SELECT count(*) FROM comptes.comptes"),
            await CompterAsync(connexion, "SELECT count(*) FROM comptes.appartenances"),
            await CompterAsync(connexion, "SELECT count(*) FROM comptes.membres_d_equipe"),
            await CompterAsync(connexion, "SELECT count(*) FROM comptes.sessions")));
        // A condition that is always true opens nothing.
        Assert.Equal(comptes, await CompterAsync(connexion, "SELECT count(*) FROM (SELECT 1 FROM comptes.comptes c WHERE c::text LIKE '%' OR true) x"));
    }

    [Theory]
    [InlineData("mediateur", 1)]
    [InlineData("gestionnaire_structure", 1)]
    [InlineData("coordinateur", 1)]
    [InlineData("support", 1)]
    [InlineData("auditeur", 1)]
    [InlineData("administrateur", 17)]
    [InlineData(null, 0)]
    public async Task Chacun_ne_change_que_son_compte(string? role, int changes)
    {
        await using var connexion = await site.CommeAsync(role);
        await using var transaction = await connexion.BeginTransactionAsync();
        Assert.Equal(changes, await ExecuterAsync(connexion, "UPDATE comptes.comptes SET telephone = '0199000000'"));
        Assert.Equal(role is null ? 0 : role == "administrateur" ? 17 : 1, await ExecuterAsync(connexion, "UPDATE comptes.sessions SET fermee_le = now()"));
    }

    [Theory]
    [InlineData("mediateur", "mediateur", false, false)]
    [InlineData("referent", "mediateur", true, false)]
    [InlineData("referent", "gestionnaire_structure", false, false)]
    [InlineData("gestionnaire_structure", "mediateur", true, false)]
    [InlineData("gestionnaire_structure", "administrateur", false, false)]
    [InlineData("gestionnaire_structure", "coordinateur", false, false)]
    [InlineData("gestionnaire_departement", "coordinateur", true, false)]
    [InlineData("gestionnaire_departement", "gestionnaire_departement", false, false)]
    [InlineData("gestionnaire_region", "mediateur", true, true)]
    [InlineData("gestionnaire_region", "support", false, false)]
    [InlineData("support", "mediateur", false, false)]
    [InlineData("auditeur", "mediateur", false, false)]
    [InlineData("administrateur", "administrateur", true, true)]
    [InlineData(null, "mediateur", false, false)]
    public async Task Nul_ne_donne_un_role_au_dessus_du_sien_ni_ailleurs(string? qui, string role, bool chezSoi, bool ailleurs)
    {
        await using var connexion = await site.CommeAsync(qui);
        foreach (var (organisation, permis) in new[] { (Mediatheque, chezSoi), (Association, ailleurs) })
        {
            await using var transaction = await connexion.BeginTransactionAsync();
            var sql = $"INSERT INTO comptes.appartenances (id, compte, organisation, role, debut, departements) VALUES (gen_random_uuid(), '{Personas.Lire("financeur")!.Id}', '{organisation}', '{role}', now(), '{{}}')";
            if (permis)
            {
                Assert.Equal(1, await ExecuterAsync(connexion, sql));
            }
            else
            {
                await RefuseAsync(connexion, sql);
            }
        }
    }

    [Theory]
    [InlineData("UPDATE comptes.appartenances SET role = 'administrateur'")]
    [InlineData("UPDATE comptes.appartenances SET organisation = gen_random_uuid()")]
    [InlineData("UPDATE comptes.appartenances SET debut = now()")]
    [InlineData("UPDATE comptes.membres_d_equipe SET coordonne = true")]
    [InlineData("DELETE FROM comptes.appartenances")]
    [InlineData("DELETE FROM comptes.comptes")]
    [InlineData("DELETE FROM comptes.organisations")]
    [InlineData("INSERT INTO comptes.sessions (id, compte, empreinte, facteur, ouverte_le, fin_au_plus_tard, inactivite_minutes, vue_le, preuve_le) SELECT gen_random_uuid(), id, '\\x00', 'Passkey', now(), now(), 1, now(), now() FROM comptes.comptes LIMIT 1")]
    public async Task L_histoire_ne_se_recrit_pas_et_nul_n_ouvre_une_session(string sql)
    {
        await using var connexion = await site.CommeAsync("administrateur");
        await RefuseAsync(connexion, sql);
    }

    [Fact]
    public async Task Deux_fois_le_meme_role_en_meme_temps_est_refuse_par_la_base()
    {
        var camille = Personas.Lire("mediateur")!.Id;
        var refus = await Assert.ThrowsAsync<PostgresException>(() => site.Base.ExecuterAsync(
            $"INSERT INTO comptes.appartenances (id, compte, organisation, role, debut, departements) VALUES (gen_random_uuid(), '{camille}', '{Mediatheque}', 'mediateur', now() + interval '1 day', '{{}}')"));
        Assert.Equal("ex_appartenances_sans_chevauchement", refus.ConstraintName);
    }

    private static async Task<int> CompterAsync(NpgsqlConnection connexion, string sql)
    {
        await using var commande = new NpgsqlCommand(sql, connexion);
        return (int)(long)(await commande.ExecuteScalarAsync())!;
    }

    private static async Task<int> ExecuterAsync(NpgsqlConnection connexion, string sql)
    {
        await using var commande = new NpgsqlCommand(sql, connexion);
        return await commande.ExecuteNonQueryAsync();
    }

    private static async Task RefuseAsync(NpgsqlConnection connexion, string sql) =>
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => ExecuterAsync(connexion, sql))).SqlState);

    /// <summary>The people of the demonstration, each signed in once, on a database that plain SQL reaches.</summary>
    public sealed class Demonstration() : ApplicationDeTest(new ReglagesDeTest()), IAsyncLifetime
    {
        async ValueTask IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            foreach (var persona in Personas.Toutes)
            {
                await CookieDeAsync(persona.Role);
            }
        }

        /// <summary>A connection of the application with the settings of the persona of this role, as a request has them; of a system context; or of nobody.</summary>
        public async Task<NpgsqlConnection> CommeAsync(string? role)
        {
            var connexion = await Base.Application.OpenConnectionAsync();
            var persona = Personas.Lire(role);
            await using var commande = new NpgsqlCommand("SELECT set_config('app.compte', $1, false), set_config('app.organisation', $2, false), set_config('app.role', $3, false), set_config('app.departements', $4, false)", connexion);
            commande.Parameters.AddWithValue(persona?.Id.ToString() ?? "");
            commande.Parameters.AddWithValue(persona is null ? "" : Personas.IdDOrganisation(persona.Organisation).ToString());
            commande.Parameters.AddWithValue(role ?? "");
            commande.Parameters.AddWithValue(string.Join(',', persona?.Departements ?? []));
            await commande.ExecuteNonQueryAsync();
            return connexion;
        }
    }
}
