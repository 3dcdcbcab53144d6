using FaireAvec.Tests.Integration.Kernel;
using FaireAvec.Tests.Support.Postgres;
using Npgsql;

namespace FaireAvec.Tests.Integration.Accompagnement.Agenda;

/// <summary>The second wall of the agenda, by raw SQL as each role: who comes is for the one who receives; colleagues see the time that is taken.</summary>
public sealed class SecuriteDeLAgendaTests(NoyauPartage partage) : IClassFixture<NoyauPartage>, ITablesEprouvees
{
    static IReadOnlyList<string> ITablesEprouvees.Tables => [.. Tables.Select(t => $"accompagnement.{t}")];

    private static readonly string[] Tables = ["disponibilites", "absences", "salles", "reglages_d_agenda", "occupations", "rendez_vous", "ateliers_prevus", "inscriptions"];

    private static readonly string[] AutresRoles =
    [
        "", "visiteur", "coordinateur", "aidant", "referent", "gestionnaire_structure", "gestionnaire_departement", "gestionnaire_region", "gestionnaire_reseau", "instructeur", "payeur", "controleur", "administrateur",
        "support", "auditeur", "gestionnaire_donnees", "financeur", "client_api", "systeme:connexion", "systeme:commande",
    ];

    private static readonly Guid Soi = new("01a21000-0000-7000-8000-0000000000a1");
    private static readonly Guid Collegue = new("01a21000-0000-7000-8000-0000000000a2");
    private static readonly Guid Etranger = new("01a21000-0000-7000-8000-0000000000a3");
    private static readonly Guid Tiers = new("01a21000-0000-7000-8000-0000000000a4");
    private static readonly Guid Maison = new("01a21000-0000-7000-8000-0000000000b1");
    private static readonly Guid Ailleurs = new("01a21000-0000-7000-8000-0000000000b2");

    /// <summary>Table, role, rows read: one of one's own, one of a colleague, one of somebody elsewhere.</summary>
    public static TheoryData<string, string, int> Lectures()
    {
        var cas = new TheoryData<string, string, int>();
        foreach (var table in Tables)
        {
            foreach (var role in AutresRoles)
            {
                cas.Add(table, role, 0);
            }

            var siennes = table is "rendez_vous" or "inscriptions" or "reglages_d_agenda";
            // Each appointment and each workshop takes a time.
            var fois = table == "occupations" ? 2 : 1;
            cas.Add(table, "mediateur", siennes ? 1 : 2 * fois);
            cas.Add(table, "conseiller_numerique", siennes ? 1 : 2 * fois);
            cas.Add(table, "mediateur,regard", table is "rendez_vous" or "inscriptions" ? 0 : siennes ? 1 : 2 * fois);
            cas.Add(table, "systeme:agenda", 3 * fois);
            cas.Add(table, "systeme:taches", 3 * fois);
        }

        return cas;
    }

    // A client of the API sees when and where, of its organisation, by a view that has neither who comes nor for what; the table stays closed to it.
    [Theory]
    [InlineData("client_api", 2)]
    [InlineData("mediateur", 0)]
    [InlineData("coordinateur", 0)]
    [InlineData("administrateur", 0)]
    [InlineData("", 0)]
    public async Task Un_client_lit_les_rendez_vous_de_son_organisation_sans_les_personnes(string role, int lus)
    {
        await using var connexion = await PreparerAsync(role, Tiers);
        Assert.Equal((long)lus, await LireAsync(connexion, "SELECT count(*) FROM accompagnement.rendez_vous_lus"));
        Assert.Equal(0L, await LireAsync(connexion, "SELECT count(*) FROM information_schema.columns WHERE table_schema = 'accompagnement' AND table_name = 'rendez_vous_lus' AND (column_name LIKE '%ferme%' OR column_name LIKE 'empreinte%' OR column_name IN ('personne', 'besoin', 'amenagements', 'interprete'))"));
    }

    [Theory]
    [MemberData(nameof(Lectures))]
    public async Task Chaque_role_lit_ce_qu_il_doit(string table, string role, int lues)
    {
        // Somebody who never had anything: only what the role opens is seen.
        await using var connexion = await PreparerAsync(role, AutresRoles.Contains(role) ? Tiers : Soi);
        Assert.Equal((long)lues, await LireAsync(connexion, $"SELECT count(*) FROM accompagnement.{table}"));
    }

    [Theory]
    [InlineData("rendez_vous", "UPDATE accompagnement.rendez_vous SET version = version + 1", 1)]
    [InlineData("inscriptions", "UPDATE accompagnement.inscriptions SET version = version + 1", 1)]
    [InlineData("disponibilites", "UPDATE accompagnement.disponibilites SET en_ligne = false", 1)]
    [InlineData("disponibilites", "DELETE FROM accompagnement.disponibilites", 1)]
    [InlineData("absences", "DELETE FROM accompagnement.absences", 1)]
    [InlineData("ateliers_prevus", "UPDATE accompagnement.ateliers_prevus SET titre = 'x'", 1)]
    [InlineData("salles", "UPDATE accompagnement.salles SET fermee_le = now()", 2)]
    public async Task Un_mediateur_ne_change_que_ce_qui_est_a_lui(string table, string sql, int lignes)
    {
        await using (var connexion = await PreparerAsync("mediateur", Soi))
        {
            Assert.Equal((table, lignes), (table, await ExecuterAsync(connexion, sql)));
        }

        foreach (var role in AutresRoles)
        {
            await using var connexion = await PreparerAsync(role, Tiers);
            Assert.Equal((role, 0), (role, await ExecuterAsync(connexion, sql)));
        }
    }

    [Theory]
    [InlineData("INSERT INTO accompagnement.occupations SELECT * FROM accompagnement.occupations")]
    [InlineData("DELETE FROM accompagnement.occupations")]
    [InlineData("DELETE FROM accompagnement.rendez_vous")]
    [InlineData("DELETE FROM accompagnement.inscriptions")]
    public async Task Le_temps_pris_ne_s_ecrit_que_par_ce_qui_le_prend_et_rien_ne_s_efface(string sql)
    {
        foreach (var role in new[] { "mediateur", "systeme:agenda", "systeme:taches" })
        {
            await using var connexion = await PreparerAsync(role, Soi);
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => ExecuterAsync(connexion, sql))).SqlState);
        }
    }

    [Fact]
    public async Task Nul_n_ecrit_au_nom_d_un_autre()
    {
        foreach (var (role, compte, organisation) in new[] { ("mediateur", Collegue, Maison), ("mediateur", Soi, Ailleurs), ("gestionnaire_structure", Soi, Maison), ("administrateur", Soi, Maison) })
        {
            await using var connexion = await PreparerAsync(role, Soi);
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => ExecuterAsync(connexion, RendezVous(compte, organisation, 40)))).SqlState);
        }
    }

    private static string RendezVous(Guid compte, Guid organisation, int jour) =>
        $"INSERT INTO accompagnement.rendez_vous (id, compte, organisation, accord_sms, amenagements, langue, origine, prise_le, version, lieu, fuseau, debut, fin, etat) VALUES (gen_random_uuid(), '{compte}', '{organisation}', false, '{{}}', 'fr', 'EnLigne', now(), 1, 'test_1', 'Europe/Paris', timestamptz '2026-12-01 09:00Z' + interval '{jour} days', timestamptz '2026-12-01 09:45Z' + interval '{jour} days', 'Pris')";

    private async Task<NpgsqlConnection> PreparerAsync(string role, Guid compte)
    {
        var donnees = partage.Noyau.Base;
        await donnees.ExecuterAsync($"TRUNCATE {string.Join(", ", Tables.Select(t => $"accompagnement.{t}"))} CASCADE");
        foreach (var (qui, organisation, i) in new[] { (Soi, Maison, 1), (Collegue, Maison, 2), (Etranger, Ailleurs, 3) })
        {
            await donnees.ExecuterAsync($"INSERT INTO accompagnement.disponibilites (id, compte, organisation, lieu, fuseau, depuis, semaines, de, a, duree, en_ligne, tournee, creee_le) VALUES (gen_random_uuid(), '{qui}', '{organisation}', 'test_1', 'Europe/Paris', '2026-12-01', 1, '09:00', '12:00', 45, true, false, now())");
            await donnees.ExecuterAsync($"INSERT INTO accompagnement.absences (id, compte, organisation, debut, fin, fuseau) VALUES (gen_random_uuid(), '{qui}', '{organisation}', now(), now() + interval '1 day', 'Europe/Paris')");
            await donnees.ExecuterAsync($"INSERT INTO accompagnement.salles (id, organisation, lieu, nom, capacite) VALUES (gen_random_uuid(), '{organisation}', 'test_1', 'Salle', 8)");
            await donnees.ExecuterAsync($"INSERT INTO accompagnement.reglages_d_agenda (compte, en_ligne, delai_heures, horizon_jours) VALUES ('{qui}', true, 2, 60)");
            await donnees.ExecuterAsync(RendezVous(qui, organisation, i));
            var atelier = new Guid($"01a21000-0000-7000-8000-0000000000d{i}");
            await donnees.ExecuterAsync($"INSERT INTO accompagnement.ateliers_prevus (id, compte, organisation, lieu, fuseau, debut, fin, titre, capacite, en_ligne, cree_le, version) VALUES ('{atelier}', '{qui}', '{organisation}', 'test_1', 'Europe/Paris', timestamptz '2026-12-01 14:00Z' + interval '{i} days', timestamptz '2026-12-01 15:00Z' + interval '{i} days', 'Atelier', 8, true, now(), 1)");
            await donnees.ExecuterAsync($"INSERT INTO accompagnement.inscriptions (id, compte, organisation, accord_sms, amenagements, langue, origine, prise_le, version, atelier, capacite, place, etat) VALUES (gen_random_uuid(), '{qui}', '{organisation}', false, '{{}}', 'fr', 'EnLigne', now(), 1, '{atelier}', 8, 1, 'Confirmee')");
        }

        var connexion = await donnees.Application.OpenConnectionAsync();
        await ExecuterAsync(connexion, $"SELECT set_config('app.compte', '{compte}', false), set_config('app.organisation', '{Maison}', false), set_config('app.role', '{role}', false)");
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
