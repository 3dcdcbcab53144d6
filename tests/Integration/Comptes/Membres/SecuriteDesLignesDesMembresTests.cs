using FaireAvec.Comptes.Demonstration;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support.Postgres;
using Npgsql;

namespace FaireAvec.Tests.Integration.Comptes.Membres;

/// <summary>The second wall by raw SQL: who reads and writes what, whatever the code forgets.</summary>
[Collection(MembresDuSite.Nom)]
public class SecuriteDesLignesDesMembresTests(SiteDesMembres site) : ITablesEprouvees
{
    static IReadOnlyList<string> ITablesEprouvees.Tables => [.. Tables.Select(t => $"comptes.{t}")];

    private static readonly string[] Tables = ["reunions", "elements_reunis", "invitations", "acceptations_des_conditions", "premiers_pas", "avis_d_inactivite"];

    [Fact]
    public async Task Un_inconnu_ne_lit_aucune_ligne_et_rien_ne_s_efface()
    {
        foreach (var table in Tables)
        {
            Assert.Equal(0L, await EnAsync(null, null, null, "", $"SELECT count(*) FROM comptes.{table}"));
            if (table != "premiers_pas")
            {
                Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => EnAsync(null, null, "administrateur", "", $"DELETE FROM comptes.{table}"))).SqlState);
            }
        }
    }

    [Fact]
    public async Task La_table_des_roles_a_donner_est_celle_de_la_base()
    {
        var (ici, ailleurs) = (await site.OrganisationAsync(), await site.OrganisationAsync(insee: "15014", departement: "15"));
        foreach (var donneur in Enum.GetValues<Role>())
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                foreach (var (organisation, departement) in new[] { (ici.Id, "42"), (ailleurs.Id, "15") })
                {
                    foreach (var territoire in new[] { [], new[] { "42" }, ["42", "69"] })
                    {
                        var permis = RolesADonner.Permet([new RoleTenu(donneur, ici.Id, ["42"])], role, organisation, departement, territoire);
                        Assert.Equal((donneur, role, departement, territoire.Length, permis), (donneur, role, departement, territoire.Length, await EcritAsync(donneur, ici.Id, role, organisation, territoire)));
                    }
                }
            }
        }
    }

    [Fact]
    public async Task La_table_des_roles_a_finir_est_celle_de_la_base_et_nul_ne_met_dehors_qui_est_au_dessus()
    {
        var (ici, ailleurs, membre) = (await site.OrganisationAsync(), await site.OrganisationAsync(insee: "15014", departement: "15"), await site.CompteAsync());
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.ClientApi))
        {
            foreach (var (organisation, departement) in new[] { (ici.Id, "42"), (ailleurs.Id, "15") })
            {
                var ligne = site.Id();
                await site.Base.ExecuterAsync("INSERT INTO comptes.appartenances (id, compte, organisation, role, debut, departements) VALUES ($1, $2, $3, $4, $5, '{}')", ligne, membre.Id, organisation, role.Cle(), site.Horloge.Instant.UtcDateTime);
                foreach (var qui in Enum.GetValues<Role>())
                {
                    var permis = RolesADonner.PermetDeFinir([new RoleTenu(qui, ici.Id, ["42"])], role, organisation, departement);
                    var finies = await EnAsync(site.Id(), ici.Id, qui.Cle(), "42", $"WITH u AS (UPDATE comptes.appartenances SET motif_de_fin = motif_de_fin WHERE id = '{ligne}' RETURNING 1) SELECT count(*) FROM u");
                    Assert.Equal((qui, role, departement, permis), (qui, role, departement, (long)finies! == 1));
                }
            }
        }

        Assert.False(RolesADonner.PermetDeFinir([new RoleTenu(Role.Referent, ici.Id, [])], Role.GestionnaireStructure, ici.Id, "42"));
        Assert.False(RolesADonner.PermetDeFinir([new RoleTenu(Role.GestionnaireStructure, ici.Id, [])], Role.AdministrateurNational, ici.Id, "42"));
    }

    [Fact]
    public async Task Une_invitation_se_lit_par_qui_invite_la_et_par_son_destinataire_seulement()
    {
        var (o, autre) = (await site.OrganisationAsync(), await site.OrganisationAsync());
        var (invite, quelquun) = (await site.CompteAsync(), await site.CompteAsync());
        var invitation = new Invitation { Id = site.Id(), Organisation = o.Id, Role = Role.Aidant, Courriel = invite.Courriel, CleDuCourriel = invite.CleDuCourriel!, InviteePar = quelquun.Id, CreeeLe = site.Horloge.Instant, ExpireLe = site.Horloge.Instant.AddDays(7) };
        await site.Base.ExecuterAsync(
            "INSERT INTO comptes.invitations (id, organisation, role, departements, courriel, cle_du_courriel, invitee_par, creee_le, expire_le, envoi) VALUES ($1, $2, 'aidant', '{}', $3, $3, $4, $5, $6, 1)",
            invitation.Id, o.Id, invitation.CleDuCourriel, quelquun.Id, invitation.CreeeLe.UtcDateTime, invitation.ExpireLe.UtcDateTime);
        var lecture = $"SELECT count(*) FROM comptes.invitations WHERE id = '{invitation.Id}'";
        Assert.Equal(1L, await EnAsync(quelquun.Id, o.Id, "referent", "", lecture));
        Assert.Equal(0L, await EnAsync(quelquun.Id, autre.Id, "referent", "", lecture));
        Assert.Equal(0L, await EnAsync(quelquun.Id, o.Id, "mediateur", "", lecture));
        Assert.Equal(1L, await EnAsync(invite.Id, null, "", "", lecture));
        Assert.Equal(0L, await EnAsync(quelquun.Id, null, "", "", lecture));
        Assert.Equal(1L, await EnAsync(quelquun.Id, null, "gestionnaire_departement", "42", lecture));
        Assert.Equal(0L, await EnAsync(quelquun.Id, null, "gestionnaire_departement", "15", lecture));
        // The one who is invited reads, but doesn't write that they accepted.
        Assert.Equal(0, await EcrireAsync(invite.Id, null, "", "", $"UPDATE comptes.invitations SET acceptee_le = now() WHERE id = '{invitation.Id}'"));
    }

    [Fact]
    public async Task Nul_n_accepte_les_conditions_ni_ne_coche_pour_un_autre()
    {
        var (moi, autre) = (await site.CompteAsync(), await site.CompteAsync());
        foreach (var sql in new[] { $"INSERT INTO comptes.acceptations_des_conditions (id, compte, version, le, empreinte) VALUES ('{site.Id()}', '{autre.Id}', 'x', now(), '\\x00')", $"INSERT INTO comptes.premiers_pas (compte, pas, le) VALUES ('{autre.Id}', 'x', now())", $"INSERT INTO comptes.avis_d_inactivite (compte, averti_le) VALUES ('{moi.Id}', now())" })
        {
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => EcrireAsync(moi.Id, null, "administrateur", "", sql))).SqlState);
        }

        Assert.Equal(1, await EcrireAsync(moi.Id, null, "", "", $"INSERT INTO comptes.premiers_pas (compte, pas, le) VALUES ('{moi.Id}', 'x', now())"));
        Assert.Equal(0L, await EnAsync(autre.Id, null, "administrateur", "", $"SELECT count(*) FROM comptes.premiers_pas WHERE compte = '{moi.Id}'"));
    }

    // Undone at once: only whether the database takes it counts.
    private async Task<bool> EcritAsync(Role donneur, Guid organisationDuDonneur, Role role, Guid organisation, string[] territoire)
    {
        await using var connexion = await site.Base.Application.OpenConnectionAsync();
        await using var transaction = await connexion.BeginTransactionAsync();
        await ReglerAsync(connexion, Personas.IdDe("compte:aidant"), organisationDuDonneur, donneur.Cle(), "42");
        try
        {
            await using var commande = new NpgsqlCommand("INSERT INTO comptes.appartenances (id, compte, organisation, role, debut, departements) VALUES ($1, $2, $3, $4, now(), $5)", connexion, transaction)
            {
                Parameters = { new() { Value = site.Id() }, new() { Value = Personas.IdDe("compte:mediateur") }, new() { Value = organisation }, new() { Value = role.Cle() }, new() { Value = territoire } },
            };
            await commande.ExecuteNonQueryAsync();
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return false;
        }
    }

    private async Task<object?> EnAsync(Guid? compte, Guid? organisation, string? role, string departements, string sql)
    {
        await using var connexion = await site.Base.Application.OpenConnectionAsync();
        await ReglerAsync(connexion, compte, organisation, role, departements);
        await using var commande = new NpgsqlCommand(sql, connexion);
        return await commande.ExecuteScalarAsync();
    }

    private async Task<int> EcrireAsync(Guid? compte, Guid? organisation, string? role, string departements, string sql)
    {
        await using var connexion = await site.Base.Application.OpenConnectionAsync();
        await ReglerAsync(connexion, compte, organisation, role, departements);
        await using var commande = new NpgsqlCommand(sql, connexion);
        return await commande.ExecuteNonQueryAsync();
    }

    private static async Task ReglerAsync(NpgsqlConnection connexion, Guid? compte, Guid? organisation, string? role, string departements)
    {
        await using var commande = new NpgsqlCommand("SELECT set_config('app.compte', $1, false), set_config('app.organisation', $2, false), set_config('app.role', $3, false), set_config('app.departements', $4, false)", connexion)
        {
            Parameters = { new() { Value = compte?.ToString() ?? "" }, new() { Value = organisation?.ToString() ?? "" }, new() { Value = role ?? "" }, new() { Value = departements } },
        };
        await commande.ExecuteNonQueryAsync();
    }
}
