using FaireAvec.Tests.Support.Postgres;
using Npgsql;

namespace FaireAvec.Tests.Integration.Accompagnement.Statistiques;

/// <summary>The second wall around reports and open figures: raw SQL as each role.</summary>
public sealed class SecuriteDesRapportsTests(SiteDesChiffres site) : IClassFixture<SiteDesChiffres>, ITablesEprouvees
{
    public static IReadOnlyList<string> Tables { get; } = ["accompagnement.chiffres_ouverts", "accompagnement.rapports"];

    private static readonly Guid Auteur = Guid.Parse("01a21000-0000-7000-8000-0000000000c1");
    private static readonly Guid Organisation = Guid.Parse("01a21000-0000-7000-8000-0000000000c2");
    private static readonly Guid Partage = Guid.Parse("01a21000-0000-7000-8000-0000000000c3");

    [Theory]
    [InlineData("mediateur", true, true, 2)]
    [InlineData("gestionnaire_structure", true, true, 2)]
    // Another account of the organisation, the same account in another organisation.
    [InlineData("gestionnaire_structure", false, true, 0)]
    [InlineData("mediateur", true, false, 0)]
    // Who looks as the author.
    [InlineData("mediateur,regard", true, true, 0)]
    [InlineData("administrateur", false, true, 0)]
    [InlineData("support", false, true, 0)]
    [InlineData("auditeur", false, true, 0)]
    [InlineData("client_api", false, true, 0)]
    [InlineData(null, false, false, 0)]
    // A link opens what is shared, and nothing else.
    [InlineData("systeme:rapports", false, false, 1)]
    [InlineData("systeme:taches", false, false, 2)]
    [InlineData("systeme:droits", false, false, 2)]
    public async Task Chacun_ne_voit_que_les_siens(string? role, bool sonCompte, bool sonOrganisation, int attendus)
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync(role, sonCompte, sonOrganisation);
        await using var compter = new NpgsqlCommand($"SELECT count(*) FROM accompagnement.rapports WHERE auteur = '{Auteur}'", connexion);
        Assert.Equal((long)attendus, await compter.ExecuteScalarAsync());
        await using var changer = new NpgsqlCommand($"UPDATE accompagnement.rapports SET titre = titre WHERE auteur = '{Auteur}'", connexion);
        Assert.Equal(sonCompte && sonOrganisation ? attendus : 0, await changer.ExecuteNonQueryAsync());
    }

    [Theory]
    [InlineData("mediateur,regard", true, true)]
    [InlineData("mediateur", false, true)]
    [InlineData("systeme:rapports", true, true)]
    public async Task Personne_n_en_ecrit_pour_un_autre_ni_en_regardant(string role, bool sonCompte, bool sonOrganisation)
    {
        await using var connexion = await CommeAsync(role, sonCompte, sonOrganisation);
        await using var garder = new NpgsqlCommand(Inserer(Guid.CreateVersion7(), null), connexion);
        if (role == "systeme:rapports")
        {
            // The account itself may; the role adds nothing.
            Assert.Equal(1, await garder.ExecuteNonQueryAsync());
            await site.Site.Base.ExecuterAsync($"TRUNCATE accompagnement.rapports");
            return;
        }

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => garder.ExecuteNonQueryAsync())).SqlState);
    }

    [Theory]
    [InlineData("mediateur")]
    [InlineData("administrateur")]
    [InlineData("systeme:statistiques")]
    [InlineData(null)]
    public async Task Les_chiffres_ouverts_sont_lus_par_tous_et_ecrits_par_la_tache(string? role)
    {
        await site.Site.Base.ExecuterAsync("INSERT INTO accompagnement.chiffres_ouverts (mois, departement, indicateur, valeur, calcule_le) VALUES ('2025-01-01', '29', 'activites', 12, now()) ON CONFLICT DO NOTHING");
        await using var connexion = await CommeAsync(role, true, true);
        await using var compter = new NpgsqlCommand("SELECT count(*) FROM accompagnement.chiffres_ouverts", connexion);
        Assert.Equal(1L, await compter.ExecuteScalarAsync());
        await using var effacer = new NpgsqlCommand("DELETE FROM accompagnement.chiffres_ouverts", connexion);
        Assert.Equal(0, await effacer.ExecuteNonQueryAsync());
        await using var ecrire = new NpgsqlCommand("INSERT INTO accompagnement.chiffres_ouverts (mois, departement, indicateur, valeur, calcule_le) VALUES ('2025-02-01', '29', 'activites', 12, now())", connexion);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => ecrire.ExecuteNonQueryAsync())).SqlState);
    }

    private static string Inserer(Guid id, Guid? partage) =>
        $"""
        INSERT INTO accompagnement.rapports (id, auteur, organisation, niveau, de_qui, titre, du, au, choisi, blocs, blocs_pour_tous, calcule_le, partage, partage_expire_le)
        VALUES ('{id}', '{Auteur}', '{Organisation}', 'Mediateur', 'Une personne', 'Essai', '2026-01-01', '2026-01-31', '', '[]', '[]', now(), {(partage is null ? "NULL, NULL" : $"'{partage}', now()")})
        """;

    private async Task PreparerAsync()
    {
        await site.Site.Base.ExecuterAsync("TRUNCATE accompagnement.rapports");
        await site.Site.Base.ExecuterAsync(Inserer(Guid.CreateVersion7(), null));
        await site.Site.Base.ExecuterAsync(Inserer(Guid.CreateVersion7(), Partage));
    }

    private async Task<NpgsqlConnection> CommeAsync(string? role, bool sonCompte, bool sonOrganisation)
    {
        var connexion = await site.Site.Base.Application.OpenConnectionAsync();
        if (role is not null)
        {
            await using var reglages = new NpgsqlCommand("SELECT set_config('app.compte', $1, false), set_config('app.organisation', $2, false), set_config('app.role', $3, false)", connexion);
            reglages.Parameters.AddWithValue((sonCompte ? Auteur : Guid.CreateVersion7()).ToString());
            reglages.Parameters.AddWithValue((sonOrganisation ? Organisation : Guid.CreateVersion7()).ToString());
            reglages.Parameters.AddWithValue(role);
            await reglages.ExecuteNonQueryAsync();
        }

        return connexion;
    }
}
