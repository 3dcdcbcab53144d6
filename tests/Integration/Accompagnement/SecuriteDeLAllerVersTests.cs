using FaireAvec.Comptes.Demonstration;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FaireAvec.Tests.Integration.Accompagnement;

/// <summary>The second wall around what is done outside the place: raw SQL as each role.</summary>
[Collection(CollectionDesActivites.Nom)]
public sealed class SecuriteDeLAllerVersTests(SiteDesActivites site) : ITablesEprouvees
{
    public static IReadOnlyList<string> Tables { get; } =
        ["accompagnement.actions_d_aller_vers", "accompagnement.partenaires_qui_orientent", "accompagnement.orientations_de_partenaires", "accompagnement.configurations_d_aller_vers"];

    private static readonly Guid Equipe = Guid.Parse("01a21000-0000-7000-8000-0000000000e9");
    private static readonly Guid Id = Guid.Parse("01a21000-0000-7000-8000-0000000000f9");

    /// <summary>Actions, partners, people sent and configurations of a médiateur, that each one sees.</summary>
    [Theory]
    [InlineData("mediateur", 1)]
    [InlineData("conseiller_numerique", 0)]
    [InlineData("coordinateur", 1)]
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
        foreach (var table in Tables)
        {
            Assert.Equal((table, attendu), (table, await CompterAsync(connexion, $"SELECT count(*) FROM {table} WHERE id = $1")));
        }
    }

    [Fact]
    public async Task La_coordination_d_une_autre_equipe_ne_voit_rien()
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync("coordinateur", Guid.Parse("01a21000-0000-7000-8000-0000000000ea"));
        foreach (var table in Tables)
        {
            Assert.Equal((table, 0), (table, await CompterAsync(connexion, $"SELECT count(*) FROM {table} WHERE id = $1")));
        }
    }

    [Theory]
    [InlineData("conseiller_numerique")]
    [InlineData("coordinateur")]
    [InlineData("administrateur")]
    [InlineData(null)]
    public async Task Personne_ne_change_ce_qui_est_a_un_autre(string? role)
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync(role);
        foreach (var sql in (string[])
        [
            "UPDATE accompagnement.actions_d_aller_vers SET contactes = 99 WHERE id = $1", "UPDATE accompagnement.partenaires_qui_orientent SET nom = 'vol' WHERE id = $1",
            "DELETE FROM accompagnement.orientations_de_partenaires WHERE id = $1", "UPDATE accompagnement.configurations_d_aller_vers SET retiree_le = now() WHERE id = $1",
        ])
        {
            await using var commande = new NpgsqlCommand(sql, connexion) { Parameters = { new() { Value = Id } } };
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
        foreach (var table in Tables)
        {
            await using var commande = new NpgsqlCommand(Ecriture(table, Guid.CreateVersion7()).Replace(" ON CONFLICT DO NOTHING", "", StringComparison.Ordinal), connexion);
            var e = await Assert.ThrowsAsync<PostgresException>(() => commande.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
            Assert.Equal((table, PostgresErrorCodes.InsufficientPrivilege), (table, e.SqlState));
        }
    }

    [Theory]
    [InlineData("DELETE FROM accompagnement.actions_d_aller_vers")]
    [InlineData("DELETE FROM accompagnement.partenaires_qui_orientent")]
    [InlineData("UPDATE accompagnement.orientations_de_partenaires SET personnes = 1")]
    [InlineData("UPDATE accompagnement.configurations_d_aller_vers SET nom = 'autre'")]
    public async Task Meme_son_auteur_n_efface_pas_une_action_ni_ne_change_une_configuration(string sql)
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync("mediateur");
        await using var commande = new NpgsqlCommand(sql, connexion);
        var e = await Assert.ThrowsAsync<PostgresException>(() => commande.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, e.SqlState);
    }

    [Theory]
    [InlineData("contactes = 0")]
    [InlineData("venus = 99")]
    [InlineData("revenus = 3, venus = 2")]
    [InlineData("renonce_oui = 99")]
    [InlineData("renonce_oui = 2, faite_oui = 3")]
    [InlineData("rappel_le = '2001-02-01', partenaire = NULL")]
    public async Task La_base_refuse_des_comptes_impossibles(string change)
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync("mediateur");
        await using var commande = new NpgsqlCommand($"UPDATE accompagnement.actions_d_aller_vers SET {change} WHERE id = $1", connexion) { Parameters = { new() { Value = Id } } };
        var e = await Assert.ThrowsAsync<PostgresException>(() => commande.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.CheckViolation, e.SqlState);
    }

    private async Task PreparerAsync()
    {
        var source = site.Site.Services.GetRequiredService<Base>().Proprietaire;
        // The partner and the configuration before what points at them.
        foreach (var table in (string[])[Tables[1], Tables[3], Tables[2], Tables[0]])
        {
            await using var commande = source.CreateCommand(Ecriture(table, Id));
            await commande.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    private static string Ecriture(string table, Guid id)
    {
        var (qui, equipes) = (SiteDesActivites.Camille, $"'{{{Equipe}}}'");
        return table switch
        {
            "accompagnement.actions_d_aller_vers" => $"""
                INSERT INTO accompagnement.actions_d_aller_vers (id, auteur, organisation, equipes, jour, duree, motif, contactes, partenaire, configuration,
                    renonce_oui, renonce_non, renonce_ne_sait_pas, faite_oui, faite_non, faite_ne_sait_pas, enregistree_le, modifiee_le, version)
                VALUES ('{id}', '{qui}', '{SiteDesActivites.Mediatheque}', {equipes}, '2001-01-01', 30, 'telephone', 20, '{Id}', '{Id}', 0, 0, 0, 0, 0, 0, now(), now(), 1) ON CONFLICT DO NOTHING
                """,
            "accompagnement.partenaires_qui_orientent" =>
                $"INSERT INTO accompagnement.partenaires_qui_orientent (id, auteur, equipes, nom, nature, cree_le) VALUES ('{id}', '{qui}', {equipes}, 'Structure {id}', 'ecole', now()) ON CONFLICT DO NOTHING",
            "accompagnement.orientations_de_partenaires" =>
                $"INSERT INTO accompagnement.orientations_de_partenaires (id, partenaire, auteur, equipes, jour, personnes, enregistree_le) VALUES ('{id}', '{Id}', '{qui}', {equipes}, '2001-01-01', 2, now()) ON CONFLICT DO NOTHING",
            _ => $"INSERT INTO accompagnement.configurations_d_aller_vers (id, auteur, equipes, nom, motif, creee_le) VALUES ('{id}', '{qui}', {equipes}, 'Configuration {id}', 'telephone', now()) ON CONFLICT DO NOTHING",
        };
    }

    private async Task<NpgsqlConnection> CommeAsync(string? role, Guid? equipe = null)
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
        reglages.Parameters.AddWithValue(role);
        reglages.Parameters.AddWithValue(string.Join(',', persona?.Departements ?? []));
        reglages.Parameters.AddWithValue(role == "coordinateur" ? (equipe ?? Equipe).ToString() : "");
        await reglages.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connexion;
    }

    private static async Task<int> CompterAsync(NpgsqlConnection connexion, string sql)
    {
        await using var commande = new NpgsqlCommand(sql, connexion) { Parameters = { new() { Value = Id } } };
        return (int)(long)(await commande.ExecuteScalarAsync())!;
    }
}
