using FaireAvec.Comptes.Demonstration;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support.Postgres;
using Npgsql;

namespace FaireAvec.Tests.Integration.Accompagnement.Capacitation;

/// <summary>The second wall of these tables, by raw SQL as each role: what the database shows and lets change, whatever the code forgets.</summary>
[Collection(CollectionDeCapacitation.Nom)]
public sealed class SecuriteDeCapacitationTests(SiteDeCapacitation site) : ITablesEprouvees
{
    static IReadOnlyList<string> ITablesEprouvees.Tables => [.. DePersonnes.Append("signaux_de_saisie").Append("changements_de_demarches").Append("couts_de_periodes").Append("parts_de_publics").Select(t => $"accompagnement.{t}")];

    private static readonly string[] DePersonnes = ["parcours", "savoir_faire_choisis", "positionnements", "rappels_de_suivi"];

    private static readonly Guid Autre = Personas.IdDe("compte:conseiller_numerique");

    private static readonly string[] Roles =
    [
        "", "mediateur", "conseiller_numerique", "coordinateur", "aidant", "referent", "gestionnaire_structure", "gestionnaire_departement", "gestionnaire_region", "gestionnaire_reseau", "instructeur", "payeur",
        "controleur", "administrateur", "support", "auditeur", "gestionnaire_donnees", "financeur", "client_api", "systeme:taches", "systeme:droits", "systeme:connexion", "systeme:evenements", "systeme:commande",
    ];

    public static TheoryData<string, string> Cas() => [.. from t in DePersonnes from r in Roles select (t, r)];

    [Theory]
    [MemberData(nameof(Cas))]
    public async Task Un_parcours_n_est_lu_que_par_qui_suit_la_personne(string table, string role)
    {
        var personne = await site.PersonneAsync();
        await site.ParcoursAsync(personne, 100, 40, ("I06", 1, 4));
        var lecture = $"SELECT count(*) > 0 FROM accompagnement.{table} WHERE personne = '{personne}'";
        var systeme = role is "systeme:taches" or "systeme:droits";
        // Of the organisation and the team, but not the one who follows.
        Assert.Equal(systeme, await EnAsync(Autre, role, lecture));
        Assert.Equal(true, await EnAsync(SiteDeCapacitation.Mediateur, "mediateur", lecture));
        Assert.Equal(role == "systeme:droits", await EcrireAsync(Autre, role, $"DELETE FROM accompagnement.{table} WHERE personne = '{personne}'") > 0);
        Assert.Equal(role == "systeme:taches", await EcrireAsync(Autre, role, $"UPDATE accompagnement.{table} SET personne = personne WHERE personne = '{personne}'") > 0);
    }

    [Fact]
    public async Task Qui_suit_change_mais_n_efface_pas_ce_qui_a_ete_regarde()
    {
        var personne = await site.PersonneAsync();
        var parcours = await site.ParcoursAsync(personne, 100, null, ("I06", 1, null));
        foreach (var table in DePersonnes)
        {
            Assert.Equal(0, await EcrireAsync(SiteDeCapacitation.Mediateur, "mediateur", $"DELETE FROM accompagnement.{table} WHERE personne = '{personne}'"));
        }

        await site.Base.ExecuterAsync("INSERT INTO accompagnement.savoir_faire_choisis (parcours, personne, savoir_faire, etat, choisi_le) VALUES ($1, $2, 'C01', 'Choisi', now())", parcours.Id, personne);
        Assert.Equal(1, await EcrireAsync(SiteDeCapacitation.Mediateur, "mediateur", $"DELETE FROM accompagnement.savoir_faire_choisis WHERE personne = '{personne}'"));
    }

    [Fact]
    public async Task Nul_n_ecrit_le_parcours_d_une_personne_qu_il_ne_suit_pas()
    {
        var personne = await site.PersonneAsync();
        var parcours = await site.ParcoursAsync(personne, 100, null, ("I06", 1, null));
        foreach (var role in (string[])["mediateur", "coordinateur", "administrateur", "gestionnaire_structure", "systeme:taches"])
        {
            foreach (var sql in (string[])
            [
                $"INSERT INTO accompagnement.parcours (id, personne, auteur, equipes, etat, ouvert_le, version) VALUES (gen_random_uuid(), '{personne}', '{Autre}', '{{}}', 'Clos', now(), 1)",
                $"INSERT INTO accompagnement.positionnements (id, parcours, personne, savoir_faire, moment, niveau, preuve, evaluateur, auteur, jour, saisi_le) VALUES (gen_random_uuid(), '{parcours.Id}', '{personne}', 'I06', 'EnCours', 5, 'Reel', 'Mediateur', '{Autre}', now(), now())",
                $"INSERT INTO accompagnement.savoir_faire_choisis (parcours, personne, savoir_faire, etat, choisi_le) VALUES ('{parcours.Id}', '{personne}', 'C02', 'Choisi', now())",
                $"INSERT INTO accompagnement.rappels_de_suivi (parcours, moment, personne, a_partir_du, au_plus_tard) VALUES ('{parcours.Id}', 'M1', '{personne}', now(), now())",
            ])
            {
                Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => EcrireAsync(Autre, role, sql))).SqlState);
            }
        }
    }

    [Theory]
    [InlineData(6)]
    [InlineData(-1)]
    public async Task Un_niveau_va_de_zero_a_cinq(int niveau)
    {
        var personne = await site.PersonneAsync();
        await site.ParcoursAsync(personne, 100, null, ("I06", 1, null));
        Assert.Equal(PostgresErrorCodes.CheckViolation, (await Assert.ThrowsAsync<PostgresException>(() => site.Base.ExecuterAsync("UPDATE accompagnement.positionnements SET niveau = $2 WHERE personne = $1", personne, niveau))).SqlState);
    }

    [Fact]
    public async Task Un_signal_est_a_son_mediateur_et_une_equipe_n_apprend_que_ce_qui_est_transmis()
    {
        var (personne, id) = (await site.PersonneAsync(), FaireAvec.Kernel.Temps.Identifiants.Nouveau(site.Horloge));
        await site.Base.ExecuterAsync("INSERT INTO accompagnement.signaux_de_saisie (id, nature, mediateur, equipes, personne, jour, trouve_le) VALUES ($1, 'UnSeulSavoirFaire', $2, $3, $4, '2026-01-01', now())", id, SiteDeCapacitation.Mediateur, new[] { SiteDeCapacitation.Equipe }, personne);
        var lecture = $"SELECT count(*) > 0 FROM accompagnement.signaux_de_saisie WHERE id = '{id}'";
        Assert.Equal(true, await EnAsync(SiteDeCapacitation.Mediateur, "mediateur", lecture));
        foreach (var role in Roles)
        {
            Assert.Equal(role is "systeme:taches" or "systeme:droits", await EnAsync(Autre, role, lecture));
        }

        Assert.Equal(0, await EcrireAsync(Autre, "coordinateur", $"UPDATE accompagnement.signaux_de_saisie SET vu_le = now() WHERE id = '{id}'"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => EcrireAsync(SiteDeCapacitation.Mediateur, "mediateur", $"UPDATE accompagnement.signaux_de_saisie SET jour = '2026-02-02' WHERE id = '{id}'"))).SqlState);
        const string Transmis = "SELECT count(*) > 0 FROM accompagnement.signaux_transmis() WHERE jour = '2026-01-01'";
        Assert.Equal(false, await EnAsync(Autre, "coordinateur", Transmis, SiteDeCapacitation.Equipe));
        await site.Base.ExecuterAsync("UPDATE accompagnement.signaux_de_saisie SET transmis_le = now() WHERE id = $1", id);
        Assert.Equal(true, await EnAsync(Autre, "coordinateur", Transmis, SiteDeCapacitation.Equipe));
        Assert.Equal(false, await EnAsync(Autre, "coordinateur", Transmis));
        Assert.Equal(false, await EnAsync(Autre, "gestionnaire_structure", Transmis, SiteDeCapacitation.Equipe));
        await site.Base.ExecuterAsync("DELETE FROM accompagnement.signaux_de_saisie WHERE id = $1", id);
    }

    [Fact]
    public async Task Les_chiffres_d_une_equipe_ne_sortent_que_pour_qui_la_coordonne()
    {
        await site.ParcoursAsync(await site.PersonneAsync(), 100, 40, ("I06", 1, 4));
        await site.ActeAsync(await site.PersonneAsync(), 10, 30, null);
        foreach (var (fonction, trouve) in new[]
        {
            ("evaluations_des_equipes('2020-01-01', '2020-01-01', '2030-01-01', NULL)", true), ("venues_des_equipes('2020-01-01')", true), ("etats_des_parcours_des_equipes('2020-01-01')", true),
            ($"evaluations_des_equipes('2020-01-01', '2020-01-01', '2030-01-01', '{SiteDeCapacitation.Equipe}')", true), ($"evaluations_des_equipes('2020-01-01', '2020-01-01', '2030-01-01', '{Autre}')", false),
        })
        {
            var lecture = $"SELECT count(*) > 0 FROM accompagnement.{fonction}";
            foreach (var role in Roles)
            {
                Assert.Equal(role == "coordinateur" && trouve, await EnAsync(Autre, role, lecture, SiteDeCapacitation.Equipe));
                Assert.Equal(false, await EnAsync(Autre, role, lecture));
            }

        }

        // Without what they did with their own hands.
        const string Tous = "SELECT sum(nombre) FROM accompagnement.etats_des_parcours_des_equipes('2020-01-01')";
        const string Niveaux = "SELECT count(*) FROM accompagnement.evaluations_des_equipes('2020-01-01', '2020-01-01', '2030-01-01', NULL)";
        foreach (var lecture in (string[])[Tous, Niveaux])
        {
            var (dUnAutre, siens) = (await EnAsync(Autre, "coordinateur", lecture, SiteDeCapacitation.Equipe), await EnAsync(SiteDeCapacitation.Mediateur, "coordinateur", lecture, SiteDeCapacitation.Equipe));
            Assert.True(Convert.ToInt64(siens is DBNull ? 0 : siens, System.Globalization.CultureInfo.InvariantCulture) < Convert.ToInt64(dUnAutre, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task Les_publics_et_les_contacts_sont_les_siens_ou_ceux_de_son_equipe()
    {
        await site.ActeAsync(await site.PersonneAsync(), 10, 30, null);
        foreach (var role in Roles)
        {
            var coordonne = role == "coordinateur";
            foreach (var (soi, equipe) in new[] { ("publics_touches('2020-01-01', '2030-01-01', false, NULL)", "publics_touches('2020-01-01', '2030-01-01', true, NULL)"), ("contacts('2020-01-01', '2030-01-01', false) WHERE nouvelles > 0", "contacts('2020-01-01', '2030-01-01', true) WHERE nouvelles > 0") })
            {
                Assert.Equal(false, await EnAsync(Autre, role, $"SELECT count(*) > 0 FROM accompagnement.{soi}", SiteDeCapacitation.Equipe));
                Assert.Equal(role is "mediateur" or "conseiller_numerique" or "coordinateur", await EnAsync(SiteDeCapacitation.Mediateur, role, $"SELECT count(*) > 0 FROM accompagnement.{soi}"));
                Assert.Equal(coordonne, await EnAsync(Autre, role, $"SELECT count(*) > 0 FROM accompagnement.{equipe}", SiteDeCapacitation.Equipe));
                Assert.Equal(false, await EnAsync(Autre, role, $"SELECT count(*) > 0 FROM accompagnement.{equipe}"));
                Assert.Equal(false, await EnAsync(SiteDeCapacitation.Mediateur, role, $"SELECT count(*) > 0 FROM accompagnement.{equipe}", SiteDeCapacitation.Equipe));
            }

            Assert.Equal(false, await EnAsync(Autre, role, $"SELECT count(*) > 0 FROM accompagnement.publics_touches('2020-01-01', '2030-01-01', true, '{Autre}')", SiteDeCapacitation.Equipe));
        }

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => EnAsync(SiteDeCapacitation.Mediateur, "mediateur", "SELECT count(*) FROM accompagnement.actes_a_compter(false, NULL)"))).SqlState);
    }

    [Fact]
    public async Task Un_cout_est_a_qui_coordonne_l_equipe_et_une_part_a_qui_la_dit()
    {
        var (cout, deLEquipe, deSoi) = (Identifiants.Nouveau(site.Horloge), Identifiants.Nouveau(site.Horloge), Identifiants.Nouveau(site.Horloge));
        await site.Base.ExecuterAsync("INSERT INTO accompagnement.couts_de_periodes (id, equipe, auteur, du, au, poste, note_le) VALUES ($1, $2, $3, '2025-01-01', '2025-12-31', 100, now())", cout, SiteDeCapacitation.Equipe, SiteDeCapacitation.Mediateur);
        await site.Base.ExecuterAsync("INSERT INTO accompagnement.parts_de_publics (id, equipe, auteur, public, pour_dix_mille, territoire, source, note_le) VALUES ($1, $3, $4, '18_24', 100, 't', 's', now()), ($2, NULL, $4, '18_24', 100, 't', 's', now())", deLEquipe, deSoi, SiteDeCapacitation.Equipe, SiteDeCapacitation.Mediateur);
        string Lire(string table, Guid id) => $"SELECT count(*) > 0 FROM accompagnement.{table} WHERE id = '{id}'";
        foreach (var role in Roles)
        {
            Assert.Equal(role == "coordinateur", await EnAsync(Autre, role, Lire("couts_de_periodes", cout), SiteDeCapacitation.Equipe));
            Assert.Equal(false, await EnAsync(SiteDeCapacitation.Mediateur, role, Lire("couts_de_periodes", cout)));
            Assert.Equal(role == "coordinateur", await EnAsync(Autre, role, Lire("parts_de_publics", deLEquipe), SiteDeCapacitation.Equipe));
            Assert.Equal(false, await EnAsync(Autre, role, Lire("parts_de_publics", deSoi), SiteDeCapacitation.Equipe));
            Assert.Equal(true, await EnAsync(SiteDeCapacitation.Mediateur, role, Lire("parts_de_publics", deSoi)));
            Assert.Equal(0, await EcrireAsync(Autre, role, $"UPDATE accompagnement.couts_de_periodes SET poste = 1 WHERE id = '{cout}'"));
            Assert.Equal(0, await EcrireAsync(Autre, role, $"UPDATE accompagnement.parts_de_publics SET pour_dix_mille = 1 WHERE id = '{deSoi}'"));
            foreach (var sql in (string[])
            [
                $"INSERT INTO accompagnement.couts_de_periodes (id, equipe, auteur, du, au, note_le) VALUES (gen_random_uuid(), '{SiteDeCapacitation.Equipe}', '{Autre}', '2020-01-01', '2020-12-31', now())",
                $"INSERT INTO accompagnement.parts_de_publics (id, equipe, auteur, public, pour_dix_mille, territoire, source, note_le) VALUES (gen_random_uuid(), '{SiteDeCapacitation.Equipe}', '{Autre}', 'retraite', 1, 't', 's', now())",
                $"DELETE FROM accompagnement.couts_de_periodes WHERE id = '{cout}'",
                $"DELETE FROM accompagnement.parts_de_publics WHERE id = '{deSoi}'",
            ])
            {
                Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => EcrireAsync(Autre, role, sql))).SqlState);
            }
        }

        Assert.Equal(PostgresErrorCodes.CheckViolation, (await Assert.ThrowsAsync<PostgresException>(() => site.Base.ExecuterAsync("UPDATE accompagnement.couts_de_periodes SET poste = -1"))).SqlState);
        Assert.Equal(PostgresErrorCodes.CheckViolation, (await Assert.ThrowsAsync<PostgresException>(() => site.Base.ExecuterAsync("UPDATE accompagnement.parts_de_publics SET pour_dix_mille = 0"))).SqlState);
        await site.Base.ExecuterAsync("DELETE FROM accompagnement.couts_de_periodes");
        await site.Base.ExecuterAsync("DELETE FROM accompagnement.parts_de_publics");
    }

    [Fact]
    public async Task La_tranche_d_age_de_la_base_est_celle_du_code_annee_par_annee()
    {
        var jour = new DateOnly(2026, 11, 26);
        for (var annee = 1890; annee <= 2030; annee++)
        {
            Assert.Equal(FaireAvec.Accompagnement.Domain.Activites.TrancheDAge.De(annee, jour), await site.Base.LireAsync<string>("SELECT accompagnement.tranche_d_age($1, NULL, $2)", annee, jour));
        }

        Assert.Equal("40_59", await site.Base.LireAsync<string>("SELECT accompagnement.tranche_d_age(NULL, '40_59', '2026-11-26')"));
        Assert.Equal("non_communique", await site.Base.LireAsync<string>("SELECT accompagnement.tranche_d_age(NULL, NULL, '2026-11-26')"));
    }

    [Fact]
    public async Task Un_changement_de_regles_se_note_sous_son_nom_seulement()
    {
        string Sql(Guid auteur) => $"INSERT INTO accompagnement.changements_de_demarches (id, demarche, jour, auteur, note_le) VALUES (gen_random_uuid(), 'essai', '2026-01-01', '{auteur}', now())";
        foreach (var (role, auteur) in new[] { ("mediateur", SiteDeCapacitation.Mediateur), ("financeur", Autre), ("administrateur", Autre), ("", Autre) })
        {
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => EcrireAsync(Autre, role, Sql(auteur)))).SqlState);
        }

        Assert.Equal(1, await EcrireAsync(Autre, "mediateur", Sql(Autre)));
        Assert.Equal(true, await EnAsync(Autre, "coordinateur", "SELECT count(*) > 0 FROM accompagnement.changements_de_demarches"));
        Assert.Equal(false, await EnAsync(Autre, "financeur", "SELECT count(*) > 0 FROM accompagnement.changements_de_demarches"));
    }

    private async Task<object?> EnAsync(Guid compte, string role, string sql, Guid? equipe = null)
    {
        await using var connexion = await OuvrirAsync(compte, role, equipe);
        await using var commande = new NpgsqlCommand(sql, connexion);
        return await commande.ExecuteScalarAsync();
    }

    // Undone at once: only whether the database lets it counts.
    private async Task<int> EcrireAsync(Guid compte, string role, string sql)
    {
        await using var connexion = await OuvrirAsync(compte, role, null);
        await using var transaction = await connexion.BeginTransactionAsync();
        await using var commande = new NpgsqlCommand(sql, connexion, transaction);
        var lignes = await commande.ExecuteNonQueryAsync();
        if (sql.StartsWith("INSERT INTO accompagnement.changements", StringComparison.Ordinal))
        {
            await transaction.CommitAsync();
        }

        return lignes;
    }

    private async Task<NpgsqlConnection> OuvrirAsync(Guid compte, string role, Guid? equipe)
    {
        var connexion = await site.Base.Application.OpenConnectionAsync();
        await using var commande = new NpgsqlCommand("SELECT set_config('app.compte', $1, false), set_config('app.organisation', $2, false), set_config('app.role', $3, false), set_config('app.equipes', $4, false)", connexion)
        {
            Parameters = { new() { Value = compte.ToString() }, new() { Value = SiteDeCapacitation.Mediatheque.ToString() }, new() { Value = role }, new() { Value = equipe?.ToString() ?? "" } },
        };
        await commande.ExecuteNonQueryAsync();
        return connexion;
    }
}
