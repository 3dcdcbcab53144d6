using FaireAvec.Tests.Integration.Kernel;
using FaireAvec.Tests.Support.Postgres;
using Npgsql;

namespace FaireAvec.Tests.Integration.Accompagnement.Orientations;

/// <summary>The second wall of these tables, by raw SQL as each role.</summary>
public sealed class SecuriteDesOrientationsTests(NoyauPartage partage) : IClassFixture<NoyauPartage>, ITablesEprouvees
{
    static IReadOnlyList<string> ITablesEprouvees.Tables => [.. Tables.Select(t => $"accompagnement.{t}")];

    private static readonly string[] Tables = ["besoins_exprimes", "orientations", "liens_d_orientation", "receveurs"];

    private static readonly string[] AutresRoles =
    [
        "", "referent", "gestionnaire_structure", "gestionnaire_departement", "gestionnaire_region", "gestionnaire_reseau", "instructeur", "payeur", "controleur", "administrateur", "support", "auditeur", "gestionnaire_donnees", "financeur",
        "client_api", "mediateur,regard",
    ];

    private static readonly Guid Soi = new("01a21000-0000-7000-8000-0000000000a1");
    private static readonly Guid Autre = new("01a21000-0000-7000-8000-0000000000a2");
    private static readonly Guid Maison = new("01a21000-0000-7000-8000-0000000000b1");
    private static readonly Guid Ailleurs = new("01a21000-0000-7000-8000-0000000000b2");

    /// <summary>Mine; of another to my house, sent; of another to my house, not sent yet; of another to elsewhere.</summary>
    public static TheoryData<string, string, int> Lectures()
    {
        var cas = new TheoryData<string, string, int>();
        foreach (var role in AutresRoles)
        {
            // Another account: nothing is theirs, their organisation receives nothing that they may read.
            cas.Add("besoins_exprimes", $"autre:{role}", 0);
            cas.Add("orientations", $"autre:{role}", 0);
            cas.Add("liens_d_orientation", $"autre:{role}", 0);
        }

        cas.Add("besoins_exprimes", "mediateur", 1);
        cas.Add("orientations", "mediateur", 2);
        cas.Add("liens_d_orientation", "mediateur", 1);
        cas.Add("orientations", "aidant", 1);
        cas.Add("orientations", "systeme:orientation", 4);
        cas.Add("orientations", "systeme:taches", 4);
        cas.Add("orientations", "systeme:personnes", 1);
        cas.Add("receveurs", "mediateur", 1);
        cas.Add("receveurs", "personne:", 0);
        return cas;
    }

    [Theory]
    [MemberData(nameof(Lectures))]
    public async Task Chaque_role_lit_ce_qu_il_doit(string table, string role, int lues)
    {
        await using var connexion = await PreparerAsync(role);
        Assert.Equal((long)lues, await LireAsync(connexion, $"SELECT count(*) FROM accompagnement.{table}"));
    }

    [Fact]
    public async Task Personne_n_ecrit_au_nom_d_un_autre_ni_ne_change_ce_qui_est_a_lui()
    {
        await using var connexion = await PreparerAsync("mediateur");
        // Mine and the one that my house received.
        Assert.Equal(2, await ExecuterAsync(connexion, "UPDATE accompagnement.orientations SET version = version + 1"));
        Assert.Equal(1, await ExecuterAsync(connexion, "UPDATE accompagnement.besoins_exprimes SET version = version + 1"));
        Assert.Equal(0, await ExecuterAsync(connexion, "DELETE FROM accompagnement.orientations"));
        await Assert.ThrowsAsync<PostgresException>(() => ExecuterAsync(connexion, "UPDATE accompagnement.orientations SET lieu = 'vol'"));
    }

    [Theory]
    [InlineData("UPDATE accompagnement.orientations SET rang = 3")]
    [InlineData("UPDATE accompagnement.besoins_exprimes SET reorientations = 3, envois = 4")]
    [InlineData("UPDATE accompagnement.orientations SET envoyee_le = now(), accords = '[]'")]
    [InlineData("UPDATE accompagnement.orientations SET etat = 'Close', resultat = NULL")]
    public async Task La_base_refuse_une_troisieme_reorientation_et_un_envoi_sans_oui(string sql)
    {
        (await PreparerAsync("mediateur")).Dispose();
        Assert.Equal("23514", (await Assert.ThrowsAsync<PostgresException>(() => partage.Noyau.Base.ExecuterAsync(sql))).SqlState);
    }

    private async Task<NpgsqlConnection> PreparerAsync(string role)
    {
        await partage.Noyau.Base.ExecuterAsync($"""
            DELETE FROM accompagnement.liens_d_orientation; DELETE FROM accompagnement.orientations; DELETE FROM accompagnement.besoins_exprimes; DELETE FROM accompagnement.receveurs;
            INSERT INTO accompagnement.besoins_exprimes (id, auteur, organisation, reference, code, ligne, urgent, cree_le, reorientations, envois, version)
            SELECT ('01a21000-0000-7000-8000-0000000000d' || n)::uuid, CASE n WHEN 1 THEN '{Soi}'::uuid ELSE '{Autre}'::uuid END, '{Ailleurs}', 'ABCDEF', 'apprendre_bases', 8, false, now(), 0, 1, 1 FROM generate_series(1, 4) n;
            INSERT INTO accompagnement.orientations (id, besoin, code, reference, auteur, organisation, rang, lieu, metier, destinataire, meme_structure, urgent, interprete, amenagements, disponibilites, accords, retour_consenti, candidats, etat, proposee_le, etat_depuis, envoyee_le, version)
            SELECT ('01a21000-0000-7000-8000-0000000000e' || n)::uuid, ('01a21000-0000-7000-8000-0000000000d' || n)::uuid, 'apprendre_bases', 'ABCDEF', CASE n WHEN 1 THEN '{Soi}'::uuid ELSE '{Autre}'::uuid END, '{Ailleurs}', 0, 'essai', 'MediationNumerique',
                CASE n WHEN 1 THEN NULL WHEN 4 THEN '{Ailleurs}'::uuid ELSE '{Maison}'::uuid END, false, false, false, ARRAY[]::text[], ARRAY[]::text[], '[1]', false, ARRAY[]::text[], CASE n WHEN 3 THEN 'Acceptee' ELSE 'Envoyee' END, now(), now(), CASE n WHEN 3 THEN NULL ELSE now() END, 1
            FROM generate_series(1, 4) n;
            INSERT INTO accompagnement.liens_d_orientation (id, orientation, empreinte, cree_le, expire_le)
            SELECT ('01a21000-0000-7000-8000-0000000000f' || n)::uuid, ('01a21000-0000-7000-8000-0000000000e' || n)::uuid, ('\x0' || n)::bytea, now(), now() + interval '1 day' FROM generate_series(1, 4) n;
            INSERT INTO accompagnement.receveurs (id, organisation, lieu, besoins, metier, langues, amenagements, interprete, modifie_le) VALUES ('{Maison}', '{Maison}', 'essai', ARRAY[]::text[], 'MediationNumerique', ARRAY[]::text[], ARRAY[]::text[], false, now());
            """);

        var (autre, anonyme) = (role.StartsWith("autre:", StringComparison.Ordinal), role.StartsWith("personne:", StringComparison.Ordinal));
        var connexion = await partage.Noyau.Base.Application.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var commande = new NpgsqlCommand("SELECT set_config('app.compte', $1, false), set_config('app.organisation', $2, false), set_config('app.role', $3, false)", connexion)
        {
            Parameters =
            {
                new() { Value = anonyme ? "" : autre ? "01a21000-0000-7000-8000-0000000000a9" : Soi.ToString() },
                new() { Value = anonyme ? "" : Maison.ToString() },
                new() { Value = role[(role.IndexOf(':', StringComparison.Ordinal) is >= 0 and var i && (autre || anonyme) ? i + 1 : 0)..] },
            },
        };
        await commande.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connexion;
    }

    private static async Task<long> LireAsync(NpgsqlConnection connexion, string sql)
    {
        await using var commande = new NpgsqlCommand(sql, connexion);
        return (long)(await commande.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task<int> ExecuterAsync(NpgsqlConnection connexion, string sql)
    {
        await using var commande = new NpgsqlCommand(sql, connexion);
        return await commande.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
