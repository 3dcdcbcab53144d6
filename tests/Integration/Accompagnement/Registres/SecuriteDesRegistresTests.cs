using FaireAvec.Comptes.Demonstration;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FaireAvec.Tests.Integration.Accompagnement.Registres;

/// <summary>The second wall around registers and who signed them: raw SQL as each role.</summary>
[Collection(CollectionDesActivites.Nom)]
public sealed class SecuriteDesRegistresTests(SiteDesActivites site) : ITablesEprouvees
{
    public static IReadOnlyList<string> Tables { get; } = ["accompagnement.registres", "accompagnement.signatures_de_registres"];

    private static readonly Guid Ouvert = Guid.Parse("01a21000-0000-7000-8000-0000000000d1");
    private static readonly Guid Ferme = Guid.Parse("01a21000-0000-7000-8000-0000000000d2");

    /// <summary>Registers and signatures of a médiateur, that each one sees.</summary>
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
        Assert.Equal(attendu, await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.registres WHERE id = $1", Ouvert));
        Assert.Equal(attendu, await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.signatures_de_registres WHERE registre = $1", Ouvert));
        Assert.Equal(attendu, await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.registres WHERE id = $1 AND accompagnement.registre_ouvert(id)", Ouvert));
    }

    [Fact]
    public async Task Qui_regarde_comme_un_mediateur_voit_le_registre_et_personne_dedans()
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync("mediateur", "mediateur,regard");
        Assert.Equal(1, await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.registres WHERE id = $1", Ouvert));
        Assert.Equal(0, await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.signatures_de_registres WHERE registre = $1", Ouvert));
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
            "UPDATE accompagnement.registres SET papier = 9 WHERE id = $1", "DELETE FROM accompagnement.registres WHERE id = $1",
            "UPDATE accompagnement.signatures_de_registres SET prenom = NULL WHERE registre = $1", "DELETE FROM accompagnement.signatures_de_registres WHERE registre = $1",
        ])
        {
            await using var commande = new NpgsqlCommand(sql, connexion) { Parameters = { new() { Value = Ouvert } } };
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
        foreach (var sql in (string[])[Registre(Guid.CreateVersion7(), "NULL", "NULL"), Signature(Guid.CreateVersion7(), Ouvert)])
        {
            await RefuseAsync(connexion, sql, PostgresErrorCodes.InsufficientPrivilege);
        }
    }

    [Fact]
    public async Task Ferme_il_ne_change_plus_meme_pour_son_auteur()
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync("mediateur");
        foreach (var sql in (string[])
        [
            "UPDATE accompagnement.registres SET papier = 9 WHERE id = $1", "UPDATE accompagnement.registres SET ferme_le = NULL, signatures = NULL WHERE id = $1", "DELETE FROM accompagnement.registres WHERE id = $1",
            "UPDATE accompagnement.signatures_de_registres SET prenom = NULL WHERE registre = $1", "DELETE FROM accompagnement.signatures_de_registres WHERE registre = $1",
        ])
        {
            await using var commande = new NpgsqlCommand(sql, connexion) { Parameters = { new() { Value = Ferme } } };
            Assert.Equal((sql, 0), (sql, await commande.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)));
        }

        await RefuseAsync(connexion, Signature(Guid.CreateVersion7(), Ferme), PostgresErrorCodes.InsufficientPrivilege);
        await RefuseAsync(connexion, $"UPDATE accompagnement.signatures_de_registres SET registre = '{Ferme}' WHERE registre = '{Ouvert}'", PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory]
    [InlineData("papier = 5000")]
    [InlineData("papier = -1")]
    [InlineData("debut = fin")]
    [InlineData("ferme_le = now()")]
    [InlineData("papier = 4, signatures = 3, ferme_le = now()")]
    public async Task La_base_refuse_un_registre_impossible(string change)
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync("mediateur");
        await RefuseAsync(connexion, $"UPDATE accompagnement.registres SET {change} WHERE id = '{Ouvert}'", PostgresErrorCodes.CheckViolation);
    }

    [Fact]
    public async Task La_base_refuse_un_acte_du_registre_d_un_autre()
    {
        await PreparerAsync();
        var sacha = Personas.Toutes.Single(p => p.Role == Role.ConseillerNumerique).Id;
        var e = await Assert.ThrowsAsync<PostgresException>(async () =>
        {
            await using var commande = site.Site.Services.GetRequiredService<Base>().Proprietaire.CreateCommand($$"""
                INSERT INTO accompagnement.activites (id, auteur, organisation, equipes, type, jour, duree, thematiques, materiels, etiquettes, sans_nom, suivies, registre, origine, empreinte, enregistree_le, modifiee_le, version)
                VALUES ('{{Guid.CreateVersion7()}}', '{{sacha}}', '{{SiteDesActivites.Mediatheque}}', '{}', 'Collectif', '2001-01-01', 30, '{email}', '{}', '{}', 3, 0, '{{Ferme}}', 'Saisie', '\x00', now(), now(), 1)
                """);
            await commande.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        });
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, e.SqlState);
    }

    private async Task PreparerAsync()
    {
        var source = site.Site.Services.GetRequiredService<Base>().Proprietaire;
        foreach (var sql in (string[])[Registre(Ouvert, "NULL", "NULL"), Registre(Ferme, "now()", "1"), Signature(Guid.Parse("01a21000-0000-7000-8000-0000000000d3"), Ouvert), Signature(Guid.Parse("01a21000-0000-7000-8000-0000000000d4"), Ferme)])
        {
            await using var commande = source.CreateCommand($"{sql} ON CONFLICT DO NOTHING");
            await commande.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    private static string Registre(Guid id, string ferme, string signatures) => $"""
        INSERT INTO accompagnement.registres (id, auteur, organisation, titre, jour, debut, fin, type_de_lieu, commune, papier, ouvert_le, ferme_le, signatures, version)
        VALUES ('{id}', '{SiteDesActivites.Camille}', '{SiteDesActivites.Mediatheque}', 'Essai', '2001-01-01', '14:00', '15:00', 'autre', '42218', 0, now(), {ferme}, {signatures}, 1)
        """;

    private static string Signature(Guid id, Guid registre) =>
        $@"INSERT INTO accompagnement.signatures_de_registres (id, registre, auteur, prenom, trace, signee_le) VALUES ('{id}', '{registre}', '{SiteDesActivites.Camille}', '\x01', '\x01', now())";

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
