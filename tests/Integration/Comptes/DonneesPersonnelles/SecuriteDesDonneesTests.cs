using FaireAvec.Tests.Integration.Kernel;
using FaireAvec.Tests.Support.Postgres;
using Npgsql;

namespace FaireAvec.Tests.Integration.Comptes.DonneesPersonnelles;

/// <summary>The second wall of these tables, by raw SQL as each role: what the database shows and lets change, whatever the code forgets.</summary>
public sealed class SecuriteDesDonneesTests(NoyauPartage partage) : IClassFixture<NoyauPartage>, ITablesEprouvees
{
    static IReadOnlyList<string> ITablesEprouvees.Tables => [.. Lignes.Keys.Select(t => $"comptes.{t}")];

    private static readonly Guid Soi = new("01a21000-0000-7000-8000-0000000000a1");
    private static readonly Guid Autre = new("01a21000-0000-7000-8000-0000000000a2");
    private static readonly Guid Maison = new("01a21000-0000-7000-8000-0000000000b1");

    // Rows of another person, in my organisation where there is one.
    private static readonly Dictionary<string, string> Lignes = new(StringComparer.Ordinal)
    {
        ["demandes_de_droits"] = "(id, personne, organisation, type, etat, recue_le, echeance) VALUES (gen_random_uuid(), '{0}', '{1}', 'Acces', 'Recue', now(), '2027-01-01')",
        ["effacements"] = "(id, personne, fait_le, detail, cle_detruite) VALUES (gen_random_uuid(), '{0}', now(), 'x', true)",
        ["accords"] = "(id, personne, finalite, version, donne_le, moyen, recueilli_par) VALUES (gen_random_uuid(), '{0}', 'essai', 1, now(), 'EnLigne', '{0}')",
        ["consultations"] = "(id, personne, par, instant, quoi, quart) VALUES (gen_random_uuid(), '{0}', '{0}', now(), 'x', now())",
        ["codes_d_assistance"] = "(id, compte, sel, empreinte, cree_le, expire_le, essais) VALUES (gen_random_uuid(), '{0}', '\\x00', '\\x00', now(), now(), 0)",
    };

    /// <summary>Table, role, rows of another person that are read, that can be erased.</summary>
    public static TheoryData<string, string, bool, bool> Cas()
    {
        var cas = new TheoryData<string, string, bool, bool>();
        foreach (var table in Lignes.Keys)
        {
            foreach (var role in (string[])["", "visiteur", "mediateur", "referent", "coordinateur", "gestionnaire_structure", "gestionnaire_departement", "support", "financeur", "payeur", "instructeur", "administrateur", "auditeur", "systeme:connexion", "systeme:evenements", "systeme:taches", "systeme:droits"])
            {
                var lit = (table, role) switch
                {
                    (_, "systeme:taches" or "systeme:droits") => true,
                    ("codes_d_assistance", _) => false,
                    (_, "auditeur") => true,
                    ("demandes_de_droits", "administrateur" or "gestionnaire_structure") => true,
                    ("effacements", "administrateur") => true,
                    _ => false,
                };
                cas.Add(table, role, lit, role == "systeme:taches");
            }
        }

        return cas;
    }

    [Theory]
    [MemberData(nameof(Cas))]
    public async Task Chaque_role_lit_et_efface_ce_qu_il_doit(string table, string role, bool lit, bool efface)
    {
        await using var connexion = await PreparerAsync(table, Autre, role);
        Assert.Equal(lit ? 1L : 0L, await LireAsync(connexion, $"SELECT count(*) FROM comptes.{table}"));
        Assert.Equal(lit ? 1L : 0L, await LireAsync(connexion, $"SELECT count(*) FROM (SELECT 1 FROM comptes.{table} t WHERE t::text LIKE '%' OR true) x"));
        Assert.Equal(efface ? 1 : 0, await ExecuterAsync(connexion, $"DELETE FROM comptes.{table}"));
    }

    [Theory]
    [InlineData("demandes_de_droits", true)]
    [InlineData("effacements", false)]
    [InlineData("accords", true)]
    [InlineData("consultations", true)]
    [InlineData("codes_d_assistance", true)]
    public async Task Chacun_lit_ce_qui_est_a_soi_sauf_a_travers_le_regard_du_support(string table, bool lit)
    {
        await using (var connexion = await PreparerAsync(table, Soi, "mediateur"))
        {
            Assert.Equal(lit ? 1L : 0L, await LireAsync(connexion, $"SELECT count(*) FROM comptes.{table}"));
        }

        await using var regard = await PreparerAsync(table, Soi, "mediateur,regard");
        Assert.Equal(table == "codes_d_assistance" ? 1L : 0L, await LireAsync(regard, $"SELECT count(*) FROM comptes.{table}"));
        Assert.Equal(DBNull.Value, await LireAsync(regard, "SELECT noyau.ma_cle()"));
    }

    [Theory]
    [InlineData("demandes_de_droits")]
    [InlineData("effacements")]
    [InlineData("accords")]
    [InlineData("consultations")]
    [InlineData("codes_d_assistance")]
    public async Task Nul_n_ecrit_au_nom_d_un_autre(string table)
    {
        await using var connexion = await PreparerAsync(table, Soi, "administrateur");
        var refus = await Assert.ThrowsAsync<PostgresException>(() => ExecuterAsync(connexion, Insertion(table, Autre)));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refus.SqlState);
    }

    [Fact]
    public async Task Chacun_n_a_que_sa_cle()
    {
        await partage.Noyau.Base.ExecuterAsync("INSERT INTO noyau.cles_personnes (personne, cle, creee_le) VALUES ($1, '\\x01', now()), ($2, '\\x02', now()) ON CONFLICT DO NOTHING", Soi, Autre);
        await using var connexion = await PreparerAsync("accords", Soi, "administrateur,auditeur");
        Assert.Equal(new byte[] { 1 }, await LireAsync(connexion, "SELECT noyau.ma_cle()"));
        var refus = await Assert.ThrowsAsync<PostgresException>(() => LireAsync(connexion, "SELECT cle FROM noyau.cles_personnes"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refus.SqlState);
        await partage.Noyau.Base.ExecuterAsync("DELETE FROM noyau.cles_personnes");
    }

    private static string Insertion(string table, Guid personne) => $"INSERT INTO comptes.{table} {string.Format(System.Globalization.CultureInfo.InvariantCulture, Lignes[table], personne, Maison)}";

    private async Task<NpgsqlConnection> PreparerAsync(string table, Guid personne, string role)
    {
        var donnees = partage.Noyau.Base;
        await donnees.ExecuterAsync($"TRUNCATE comptes.{table}");
        await donnees.ExecuterAsync("INSERT INTO comptes.textes_d_accord (finalite, version, titre, texte, empreinte) VALUES ('essai', 1, 't', 't', '\\x00') ON CONFLICT DO NOTHING");
        await donnees.ExecuterAsync(Insertion(table, personne));
        var connexion = await donnees.Application.OpenConnectionAsync();
        await ExecuterAsync(connexion, $"SELECT set_config('app.compte', '{Soi}', false), set_config('app.organisation', '{Maison}', false), set_config('app.role', '{role}', false)");
        return connexion;
    }

    private static async Task<int> ExecuterAsync(NpgsqlConnection connexion, string sql)
    {
        await using var commande = new NpgsqlCommand(sql, connexion);
        return await commande.ExecuteNonQueryAsync();
    }

    private static async Task<object?> LireAsync(NpgsqlConnection connexion, string sql)
    {
        await using var commande = new NpgsqlCommand(sql, connexion);
        return await commande.ExecuteScalarAsync();
    }
}
