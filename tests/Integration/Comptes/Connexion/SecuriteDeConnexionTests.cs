using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support.Postgres;
using Npgsql;

namespace FaireAvec.Tests.Integration.Comptes.Connexion;

/// <summary>The second wall of the tables of signing in, by raw SQL as each role: one's own factors and nothing else; links and mails are nobody's.</summary>
[Collection(CollectionDeConnexion.Nom)]
public sealed class SecuriteDeConnexionTests(SiteDeConnexion site) : ITablesEprouvees
{
    static IReadOnlyList<string> ITablesEprouvees.Tables => [.. APersonne.Concat(AuSysteme).Select(t => $"comptes.{t}")];

    private static readonly string[] APersonne = ["cles_d_acces", "applications_de_codes", "codes_imprimes", "cartes_a_codes", "navigateurs_connus", "changements_de_courriel", "demandes_de_secours"];
    private static readonly string[] AuSysteme = ["liens_de_connexion", "freins", "lettres", "defis_utilises"];

    [Fact]
    public async Task Chacun_ne_voit_que_ses_facteurs_et_personne_ne_voit_les_liens()
    {
        var (moi, autre) = (await site.CompteAsync(), await site.CompteAsync());
        await site.ApplicationDeCodesAsync(moi.Id);
        await site.ApplicationDeCodesAsync(autre.Id);
        var (client, _) = site.Visiteur();
        await site.LienAsync(client, moi.Courriel);
        foreach (var role in Enum.GetValues<Role>().Select(r => r.Cle()).Append(""))
        {
            foreach (var table in AuSysteme)
            {
                Assert.Equal(0, await CompterAsync(moi.Id, role, $"SELECT count(*) FROM comptes.{table}"));
            }

            // The national team answers requests for help everywhere: the only thing of others that a role reads here.
            foreach (var table in APersonne.Where(t => t != "demandes_de_secours" || role != "administrateur"))
            {
                Assert.Equal(0, await CompterAsync(moi.Id, role, $"SELECT count(*) FROM comptes.{table} WHERE compte <> '{moi.Id}'"));
                Assert.Equal(0, await CompterAsync(null, "", $"SELECT count(*) FROM comptes.{table}"));
            }

            Assert.Equal(1, await CompterAsync(moi.Id, role, "SELECT count(*) FROM comptes.applications_de_codes"));
        }
    }

    [Fact]
    public async Task Personne_n_ecrit_un_facteur_hors_du_contexte_de_connexion()
    {
        var moi = await site.CompteAsync();
        await site.ApplicationDeCodesAsync(moi.Id);
        foreach (var role in (string[])["mediateur", "administrateur", "support", "referent"])
        {
            await Assert.ThrowsAsync<PostgresException>(() => CompterAsync(moi.Id, role, $"INSERT INTO comptes.codes_imprimes (id, compte, sel, empreinte, cree_le) VALUES (gen_random_uuid(), '{moi.Id}', 'x', 'x', now()) RETURNING 1::bigint"));
            Assert.Equal(0, await CompterAsync(moi.Id, role, "WITH d AS (DELETE FROM comptes.applications_de_codes RETURNING 1) SELECT count(*) FROM d"));
            Assert.Equal(0, await CompterAsync(moi.Id, role, "WITH d AS (UPDATE comptes.applications_de_codes SET dernier_pas = 0 RETURNING 1) SELECT count(*) FROM d"));
        }

        // Even the system can't put another seed on a row that is there.
        await Assert.ThrowsAsync<PostgresException>(() => CompterAsync(null, "systeme:connexion", "WITH d AS (UPDATE comptes.applications_de_codes SET graine_chiffree = 'x' RETURNING 1) SELECT count(*) FROM d"));
    }

    [Fact]
    public async Task La_base_refuse_un_secours_a_une_seule_personne()
    {
        var (moi, un) = (await site.CompteAsync(), Guid.CreateVersion7());
        var faute = await Assert.ThrowsAsync<PostgresException>(() => site.Application.Base.ExecuterAsync(
            "INSERT INTO comptes.demandes_de_secours (id, compte, etat, code, demandee_le, expire_le, premier, second) VALUES (gen_random_uuid(), $1, 'Accordee', 'ABCDEF', now(), now(), $2, $2)", moi.Id, un));
        Assert.Equal("ck_demandes_de_secours_deux_personnes", faute.ConstraintName);
    }

    private async Task<long> CompterAsync(Guid? compte, string role, string sql)
    {
        await using var connexion = await site.Application.Base.Application.OpenConnectionAsync();
        await using var reglages = new NpgsqlCommand("SELECT set_config('app.compte', $1, false), set_config('app.role', $2, false)", connexion);
        reglages.Parameters.AddWithValue(compte?.ToString() ?? "");
        reglages.Parameters.AddWithValue(role);
        await reglages.ExecuteNonQueryAsync();
        await using var commande = new NpgsqlCommand(sql, connexion);
        return (long)(await commande.ExecuteScalarAsync())!;
    }
}
