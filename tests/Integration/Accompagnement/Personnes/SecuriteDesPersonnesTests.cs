using FaireAvec.Tests.Integration.Kernel;
using FaireAvec.Tests.Support.Postgres;
using Npgsql;

namespace FaireAvec.Tests.Integration.Accompagnement.Personnes;

/// <summary>The second wall of these tables, by raw SQL as each role: only who follows a person, in the organisation that they agreed to, reads or writes about them.</summary>
public sealed class SecuriteDesPersonnesTests(NoyauPartage partage) : IClassFixture<NoyauPartage>, ITablesEprouvees
{
    static IReadOnlyList<string> ITablesEprouvees.Tables => [.. Tables.Select(t => $"accompagnement.{t}")];

    private static readonly string[] Tables = ["personnes", "suivis", "cartes", "objectifs_des_personnes", "fusions_de_personnes", "freins_des_cartes"];

    private static readonly string[] AutresRoles =
    [
        "", "visiteur", "coordinateur", "aidant", "referent", "gestionnaire_structure", "gestionnaire_departement", "gestionnaire_region", "gestionnaire_reseau", "instructeur", "payeur", "controleur", "administrateur",
        "support", "auditeur", "gestionnaire_donnees", "financeur", "client_api", "mediateur,regard", "conseiller_numerique,regard", "systeme:connexion", "systeme:commande", "systeme:evenements",
    ];

    private static readonly Guid Soi = new("01a21000-0000-7000-8000-0000000000a1");
    private static readonly Guid Autre = new("01a21000-0000-7000-8000-0000000000a2");
    private static readonly Guid Maison = new("01a21000-0000-7000-8000-0000000000b1");
    private static readonly Guid Ailleurs = new("01a21000-0000-7000-8000-0000000000b2");

    // Mine; of all of my house; of a colleague; mine in a house that I left; mine, over.
    private static readonly (Guid Personne, Guid? Compte, Guid Organisation, bool Finie)[] Gens =
    [
        (P(1), Soi, Maison, false), (P(2), null, Maison, false), (P(3), Autre, Maison, false), (P(4), Soi, Ailleurs, false), (P(5), Soi, Maison, true), (P(6), null, Ailleurs, false),
    ];

    private static Guid P(int n) => new($"01a21000-0000-7000-8000-0000000000c{n}");

    /// <summary>Table, role, rows read.</summary>
    public static TheoryData<string, string, int> Lectures()
    {
        var cas = new TheoryData<string, string, int>();
        foreach (var table in Tables)
        {
            foreach (var role in AutresRoles)
            {
                cas.Add(table, role, 0);
            }

            // Sheets 1 and 2; for a joining, the one whose kept sheet is 1.
            var miennes = table switch { "freins_des_cartes" => 0, "fusions_de_personnes" => 1, _ => 2 };
            cas.Add(table, "mediateur", miennes);
            cas.Add(table, "conseiller_numerique", miennes);
            cas.Add(table, "mediateur,coordinateur", miennes);
            cas.Add(table, "systeme:personnes", table is "freins_des_cartes" or "fusions_de_personnes" ? 1 : 6);
            cas.Add(table, "systeme:taches", table is "freins_des_cartes" or "fusions_de_personnes" ? 1 : 6);
            cas.Add(table, "systeme:droits", table switch { "freins_des_cartes" => 0, "fusions_de_personnes" => 1, _ => 6 });
        }

        return cas;
    }

    [Theory]
    [MemberData(nameof(Lectures))]
    public async Task Chaque_role_lit_ce_qu_il_doit(string table, string role, int lues)
    {
        await using var connexion = await PreparerAsync(role);
        Assert.Equal((long)lues, await LireAsync(connexion, $"SELECT count(*) FROM accompagnement.{table}"));
        Assert.Equal((long)lues, await LireAsync(connexion, $"SELECT count(*) FROM (SELECT 1 FROM accompagnement.{table} t WHERE t::text LIKE '%' OR true) x"));
    }

    [Theory]
    [InlineData("personnes", "UPDATE accompagnement.personnes SET version = version + 1")]
    [InlineData("suivis", "UPDATE accompagnement.suivis SET fin = now(), motif = 'Mediateur' WHERE fin IS NULL")]
    [InlineData("cartes", "UPDATE accompagnement.cartes SET finie_le = now(), fin = 'Remplacee'")]
    [InlineData("objectifs_des_personnes", "UPDATE accompagnement.objectifs_des_personnes SET texte = NULL")]
    public async Task Un_mediateur_ne_change_que_ce_qui_est_aux_personnes_qu_il_suit(string table, string sql)
    {
        await using (var connexion = await PreparerAsync("mediateur"))
        {
            Assert.Equal((table, 2), (table, await ExecuterAsync(connexion, sql)));
        }

        foreach (var role in AutresRoles)
        {
            await using var connexion = await PreparerAsync(role);
            Assert.Equal((role, 0), (role, await ExecuterAsync(connexion, sql)));
        }
    }

    [Fact]
    public async Task Rien_ne_s_efface_sauf_les_compteurs_d_essais()
    {
        foreach (var table in Tables.Where(t => t != "freins_des_cartes"))
        {
            await using var connexion = await PreparerAsync("systeme:taches");
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => ExecuterAsync(connexion, $"DELETE FROM accompagnement.{table}"))).SqlState);
        }
    }

    [Fact]
    public async Task Connaitre_un_identifiant_n_ouvre_pas_de_suivi()
    {
        foreach (var personne in new[] { P(3), P(4), P(5), P(6) })
        {
            await RefuseAsync("mediateur", $"INSERT INTO accompagnement.suivis (id, personne, organisation, compte, debut, accord) VALUES (gen_random_uuid(), '{personne}', '{Maison}', '{Soi}', now(), 'Oral')");
            await RefuseAsync("mediateur", $"INSERT INTO accompagnement.cartes (id, personne, numero, empreinte, creee_le) VALUES (gen_random_uuid(), '{personne}', 'ZZZZZZZZ', '\\x09', now())");
            await RefuseAsync("mediateur", $"INSERT INTO accompagnement.objectifs_des_personnes (id, personne, texte, etat, choisi_le, etat_depuis) VALUES (gen_random_uuid(), '{personne}', 'x', 'Choisi', now(), now())");
        }

        // Somebody whom one follows may agree to a colleague; not for another organisation.
        await using var connexion = await PreparerAsync("mediateur");
        Assert.Equal(1, await ExecuterAsync(connexion, $"INSERT INTO accompagnement.suivis (id, personne, organisation, compte, debut, accord) VALUES (gen_random_uuid(), '{P(1)}', '{Maison}', '{Autre}', now(), 'Oral')"));
        await RefuseAsync("mediateur", $"INSERT INTO accompagnement.suivis (id, personne, organisation, compte, debut, accord) VALUES (gen_random_uuid(), '{P(1)}', '{Ailleurs}', '{Autre}', now(), 'Oral')");
    }

    [Fact]
    public async Task Nul_autre_qu_un_mediateur_n_ouvre_de_fiche()
    {
        foreach (var role in AutresRoles)
        {
            await RefuseAsync(role, $"INSERT INTO accompagnement.personnes (id, niveau, organisation, demonstration, creee_le, dernier_contact_le, sans_telephone, protection, version) VALUES (gen_random_uuid(), 'Carte', '{Maison}', false, now(), now(), false, 'Aucune', 1)");
        }

        await RefuseAsync("mediateur", $"INSERT INTO accompagnement.personnes (id, niveau, organisation, demonstration, creee_le, dernier_contact_le, sans_telephone, protection, version) VALUES (gen_random_uuid(), 'Carte', '{Ailleurs}', false, now(), now(), false, 'Aucune', 1)");
        await RefuseAsync("mediateur", $"INSERT INTO accompagnement.fusions_de_personnes (id, source, cible, par, faite_le, remplis, cible_creee_le, actes_deplaces, actes_doubles, suivis, objectifs, cartes, cartes_finies, precedentes) VALUES (gen_random_uuid(), '{P(2)}', '{P(1)}', '{Soi}', now(), '{{}}', now(), '{{}}', '{{}}', '{{}}', '{{}}', '{{}}', '{{}}', '{{}}')");
        await RefuseAsync("mediateur", "INSERT INTO accompagnement.freins_des_cartes (cle, echecs, dernier_le) VALUES ('\\x77', 1, now())");
    }

    [Fact]
    public async Task La_cle_des_empreintes_ne_se_lit_pas()
    {
        await using var connexion = await PreparerAsync("administrateur,systeme:personnes,systeme:taches");
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => LireAsync(connexion, "SELECT valeur FROM accompagnement.sel"))).SqlState);
    }

    [Fact]
    public async Task Les_actes_d_une_personne_ne_se_lisent_que_par_qui_la_suit()
    {
        await using var connexion = await PreparerAsync("mediateur");
        Assert.Equal(1L, await LireAsync(connexion, $"SELECT count(*) FROM accompagnement.actes_de('{P(1)}')"));
        Assert.Equal(0L, await LireAsync(connexion, $"SELECT count(*) FROM accompagnement.actes_de('{P(3)}')"));
        foreach (var role in AutresRoles)
        {
            await using var autre = await PreparerAsync(role);
            Assert.Equal((role, 0L), (role, await LireAsync(autre, $"SELECT count(*) FROM accompagnement.actes_de('{P(1)}')")));
        }
    }

    private async Task RefuseAsync(string role, string sql)
    {
        await using var connexion = await PreparerAsync(role);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => ExecuterAsync(connexion, sql))).SqlState);
    }

    private async Task<NpgsqlConnection> PreparerAsync(string role)
    {
        var donnees = partage.Noyau.Base;
        await donnees.ExecuterAsync("TRUNCATE accompagnement.personnes, accompagnement.suivis, accompagnement.cartes, accompagnement.objectifs_des_personnes, accompagnement.fusions_de_personnes, accompagnement.freins_des_cartes, accompagnement.activites CASCADE");
        foreach (var ((personne, compte, organisation, finie), i) in Gens.Select((g, i) => (g, i)))
        {
            await donnees.ExecuterAsync($"INSERT INTO accompagnement.personnes (id, niveau, organisation, demonstration, creee_le, dernier_contact_le, prenom, sans_telephone, protection, version) VALUES ('{personne}', 'Suivie', '{organisation}', false, now(), now(), 'Awa', false, 'Aucune', 1)");
            await donnees.ExecuterAsync($"INSERT INTO accompagnement.suivis (id, personne, organisation, compte, debut, fin, motif, accord) VALUES (gen_random_uuid(), '{personne}', '{organisation}', {(compte is { } c ? $"'{c}'" : "NULL")}, now(), {(finie ? "now(), 'Mediateur'" : "NULL, NULL")}, 'Oral')");
            await donnees.ExecuterAsync($"INSERT INTO accompagnement.cartes (id, personne, numero, empreinte, creee_le) VALUES (gen_random_uuid(), '{personne}', 'AAAAAAA{i}', '\\x0{i}', now())");
            await donnees.ExecuterAsync($"INSERT INTO accompagnement.objectifs_des_personnes (id, personne, texte, etat, choisi_le, etat_depuis) VALUES (gen_random_uuid(), '{personne}', 'x', 'Choisi', now(), now())");
        }

        // One that was joined to 1, and whose id leads there.
        await donnees.ExecuterAsync($"INSERT INTO accompagnement.fusions_de_personnes (id, source, cible, par, faite_le, remplis, cible_creee_le, actes_deplaces, actes_doubles, suivis, objectifs, cartes, cartes_finies, precedentes) VALUES (gen_random_uuid(), '{P(3)}', '{P(1)}', '{Autre}', now(), '{{}}', now(), '{{}}', '{{}}', '{{}}', '{{}}', '{{}}', '{{}}', '{{}}')");
        await donnees.ExecuterAsync("INSERT INTO accompagnement.freins_des_cartes (cle, echecs, dernier_le) VALUES ('\\x01', 1, now())");
        var activite = new Guid("01a21000-0000-7000-8000-0000000000e1");
        await donnees.ExecuterAsync($"INSERT INTO accompagnement.activites (id, auteur, organisation, equipes, type, jour, duree, thematiques, materiels, sans_nom, suivies, etiquettes, origine, empreinte, enregistree_le, modifiee_le, version) VALUES ('{activite}', '{Autre}', '{Maison}', '{{}}', 'Collectif', '2026-11-01', 60, '{{email}}', '{{}}', 0, 2, '{{}}', 'Saisie', '\\x01', now(), now(), 1)");
        await donnees.ExecuterAsync($"INSERT INTO accompagnement.accompagnements (activite, personne, auteur, jour) VALUES ('{activite}', '{P(1)}', '{Autre}', '2026-11-01'), ('{activite}', '{P(3)}', '{Autre}', '2026-11-01')");
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
