using FaireAvec.Comptes.Demonstration;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FaireAvec.Tests.Integration.Accompagnement.HorsLigne;

/// <summary>The second wall around devices, what they sent and the cards kept for them: raw SQL as each role.</summary>
[Collection(CollectionDesActivites.Nom)]
public sealed class SecuriteHorsLigneTests(SiteDesActivites site) : ITablesEprouvees
{
    public static IReadOnlyList<string> Tables { get; } = ["accompagnement.appareils", "accompagnement.envois", "accompagnement.cartes_reservees"];

    private static readonly Guid Appareil = Guid.Parse("01a21000-0000-7000-8000-0000000000a1");
    private static readonly Guid Envoi = Guid.Parse("01a21000-0000-7000-8000-0000000000a2");

    /// <summary>Devices, what they sent, cards kept for them, of a médiateur, that each one sees.</summary>
    [Theory]
    [InlineData("mediateur", 1)]
    [InlineData("conseiller_numerique", 0)]
    [InlineData("coordinateur", 0)]
    [InlineData("aidant", 0)]
    [InlineData("referent", 0)]
    [InlineData("gestionnaire_structure", 0)]
    [InlineData("gestionnaire_departement", 0)]
    [InlineData("gestionnaire_region", 0)]
    [InlineData("gestionnaire_reseau", 0)]
    [InlineData("instructeur", 0)]
    [InlineData("payeur", 0)]
    [InlineData("controleur", 0)]
    [InlineData("administrateur", 0)]
    [InlineData("support", 0)]
    [InlineData("auditeur", 0)]
    [InlineData("gestionnaire_donnees", 0)]
    [InlineData("financeur", 0)]
    [InlineData("client_api", 0)]
    [InlineData(null, 0)]
    public async Task Chacun_ne_voit_que_ce_qu_il_doit(string? role, int attendu)
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync(role);
        Assert.Equal(attendu, await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.appareils WHERE id = $1", Appareil));
        Assert.Equal(attendu, await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.envois WHERE id = $1", Envoi));
        Assert.Equal(attendu, await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.cartes_reservees WHERE appareil = $1", Appareil));
    }

    [Fact]
    public async Task Qui_regarde_comme_un_mediateur_ne_voit_rien()
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync("mediateur", "mediateur,regard");
        Assert.Equal(0, await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.appareils WHERE id = $1", Appareil));
        Assert.Equal(0, await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.envois WHERE id = $1", Envoi));
        Assert.Equal(0, await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.cartes_reservees WHERE appareil = $1", Appareil));
    }

    [Theory]
    [InlineData("conseiller_numerique")]
    [InlineData("coordinateur")]
    [InlineData("gestionnaire_structure")]
    [InlineData("administrateur")]
    [InlineData(null)]
    public async Task Personne_ne_change_ce_qui_est_a_un_autre(string? role)
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync(role);
        foreach (var sql in (string[])
        [
            "UPDATE accompagnement.appareils SET revoque_le = now() WHERE id = $1", "DELETE FROM accompagnement.appareils WHERE id = $1",
            "UPDATE accompagnement.envois SET etat = 'Abandonne', corps = NULL WHERE appareil = $1",
            "UPDATE accompagnement.cartes_reservees SET donnee_le = now() WHERE appareil = $1", "DELETE FROM accompagnement.cartes_reservees WHERE appareil = $1",
        ])
        {
            await using var commande = new NpgsqlCommand(sql, connexion) { Parameters = { new() { Value = Appareil } } };
            Assert.Equal((sql, 0), (sql, await commande.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)));
        }
    }

    [Theory]
    [InlineData("conseiller_numerique")]
    [InlineData("coordinateur")]
    [InlineData("aidant")]
    [InlineData("client_api")]
    public async Task Personne_n_ecrit_au_nom_d_un_autre(string role)
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync(role);
        foreach (var sql in (string[])[UnAppareil(Guid.CreateVersion7()), UnEnvoi(Guid.CreateVersion7()), UneCarte("AAAAAAAB")])
        {
            await RefuseAsync(connexion, sql, PostgresErrorCodes.InsufficientPrivilege);
        }
    }

    [Fact]
    public async Task Rien_ne_s_accroche_a_l_appareil_d_un_autre()
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync("conseiller_numerique");
        var sacha = Personas.Toutes.Single(p => p.Role == Role.ConseillerNumerique).Id.ToString();
        foreach (var sql in (string[])[UnEnvoi(Guid.CreateVersion7()), UneCarte("AAAAAAAC")])
        {
            await RefuseAsync(connexion, sql.Replace(SiteDesActivites.Camille.ToString(), sacha, StringComparison.Ordinal).Replace(SiteDesActivites.Mediatheque.ToString(), Personas.IdDOrganisation(Personas.Toutes.Single(p => p.Role == Role.ConseillerNumerique).Organisation).ToString(), StringComparison.Ordinal), PostgresErrorCodes.ForeignKeyViolation);
        }
    }

    [Theory]
    [InlineData("UPDATE accompagnement.envois SET empreinte = '\\x00' WHERE id = '01a21000-0000-7000-8000-0000000000a2'", PostgresErrorCodes.InsufficientPrivilege)]
    [InlineData("UPDATE accompagnement.appareils SET compte = '01a21000-0000-7000-8000-0000000000c1'", PostgresErrorCodes.InsufficientPrivilege)]
    [InlineData("DELETE FROM accompagnement.envois", PostgresErrorCodes.InsufficientPrivilege)]
    [InlineData("UPDATE accompagnement.envois SET etat = 'Accepte' WHERE id = '01a21000-0000-7000-8000-0000000000a2'", PostgresErrorCodes.CheckViolation)]
    [InlineData("UPDATE accompagnement.envois SET etat = 'Perdu', corps = NULL WHERE id = '01a21000-0000-7000-8000-0000000000a2'", PostgresErrorCodes.CheckViolation)]
    public async Task Meme_son_auteur_ne_refait_pas_un_recu(string sql, string attendu)
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync("mediateur");
        await RefuseAsync(connexion, sql, attendu);
    }

    [Fact]
    public async Task Sans_session_un_appareil_dit_seulement_a_qui_il_est_et_pour_qui()
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync(null);
        Assert.Equal(1, await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.proprietaire_d_appareil($1)", Appareil));
        Assert.Equal(0, await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.proprietaire_d_appareil($1)", Guid.CreateVersion7()));
    }

    private async Task PreparerAsync()
    {
        var source = site.Site.Services.GetRequiredService<Base>().Proprietaire;
        foreach (var sql in (string[])[UnAppareil(Appareil), UnEnvoi(Envoi), UneCarte("AAAAAAAA")])
        {
            await using var commande = source.CreateCommand($"{sql} ON CONFLICT DO NOTHING");
            await commande.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    private static string UnAppareil(Guid id) =>
        $"INSERT INTO accompagnement.appareils (id, compte, organisation, nom, inscrit_le, vu_le) VALUES ('{id}', '{SiteDesActivites.Camille}', '{SiteDesActivites.Mediatheque}', 'Essai', now(), now())";

    private static string UnEnvoi(Guid id) => $@"
        INSERT INTO accompagnement.envois (appareil, id, compte, organisation, numero, genre, empreinte, fait_le, recu_le, etat, corps)
        VALUES ('{Appareil}', '{id}', '{SiteDesActivites.Camille}', '{SiteDesActivites.Mediatheque}', 1, 'Activite', sha256('x'), now(), now(), 'Refuse', '\x01')";

    private static string UneCarte(string numero) =>
        $@"INSERT INTO accompagnement.cartes_reservees (numero, appareil, compte, empreinte, reservee_le) VALUES ('{numero}', '{Appareil}', '{SiteDesActivites.Camille}', '\x01', now())";

    private static async Task RefuseAsync(NpgsqlConnection connexion, string sql, string etat)
    {
        await using var commande = new NpgsqlCommand(sql, connexion);
        var e = await Assert.ThrowsAsync<PostgresException>(() => commande.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal((sql, etat), (sql, e.SqlState));
    }

    private async Task<NpgsqlConnection> CommeAsync(string? role, string? roles = null)
    {
        var connexion = await site.Site.Services.GetRequiredService<Base>().Application.OpenConnectionAsync(TestContext.Current.CancellationToken);
        if (role is null)
        {
            return connexion;
        }

        var persona = ClesDesRoles.Lire(role) is { } r ? Personas.Toutes.SingleOrDefault(p => p.Role == r) : null;
        await using var reglages = new NpgsqlCommand("SELECT set_config('app.compte', $1, false), set_config('app.organisation', $2, false), set_config('app.role', $3, false), set_config('app.departements', $4, false), set_config('app.equipes', $5, false)", connexion);
        reglages.Parameters.AddWithValue((persona?.Id ?? Guid.Parse("01a21000-0000-7000-8000-0000000000c1")).ToString());
        reglages.Parameters.AddWithValue((persona is null ? SiteDesActivites.Mediatheque : Personas.IdDOrganisation(persona.Organisation)).ToString());
        reglages.Parameters.AddWithValue(roles ?? role);
        reglages.Parameters.AddWithValue(string.Join(',', persona?.Departements ?? []));
        reglages.Parameters.AddWithValue("");
        await reglages.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connexion;
    }

    private static async Task<int> CompterAsync(NpgsqlConnection connexion, string sql, Guid id)
    {
        await using var commande = new NpgsqlCommand(sql, connexion) { Parameters = { new() { Value = id } } };
        return (int)(long)(await commande.ExecuteScalarAsync())!;
    }
}
