using FaireAvec.Comptes.Demonstration;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FaireAvec.Tests.Integration.Accompagnement;

/// <summary>The second wall around acts and the people in them: raw SQL as each role.</summary>
[Collection(CollectionDesActivites.Nom)]
public sealed class SecuriteDesActivitesTests(SiteDesActivites site) : ITablesEprouvees
{
    public static IReadOnlyList<string> Tables { get; } =
    [
        "accompagnement.activites", "accompagnement.accompagnements", "accompagnement.notes_d_activites", "accompagnement.compteurs_du_jour",
        "accompagnement.brouillons", "accompagnement.modeles_d_activites", "accompagnement.temps_de_saisie",
    ];

    private static readonly Guid Equipe = Guid.Parse("01a21000-0000-7000-8000-0000000000e1");
    private static readonly Guid Acte = Guid.Parse("01a21000-0000-7000-8000-0000000000f1");
    private static readonly Guid Personne = Guid.Parse("01a21000-0000-7000-8000-0000000000f2");

    /// <summary>Acts, people in them, notes, counters, persons, follow-ups, drafts, templates and writing time of a médiateur, that each one sees.</summary>
    [Theory]
    [InlineData("mediateur", 1, 1, 1, 1, 1, 1, 1, 1, 1)]
    [InlineData("conseiller_numerique", 0, 0, 0, 0, 0, 0, 0, 0, 0)]
    [InlineData("coordinateur", 1, 0, 0, 1, 0, 0, 0, 0, 0)]
    [InlineData("aidant", 0, 0, 0, 0, 0, 0, 0, 0, 0)]
    [InlineData("referent", 0, 0, 0, 0, 0, 0, 0, 0, 0)]
    [InlineData("gestionnaire_structure", 0, 0, 0, 0, 0, 0, 0, 0, 0)]
    [InlineData("gestionnaire_departement", 0, 0, 0, 0, 0, 0, 0, 0, 0)]
    [InlineData("gestionnaire_region", 0, 0, 0, 0, 0, 0, 0, 0, 0)]
    [InlineData("gestionnaire_reseau", 0, 0, 0, 0, 0, 0, 0, 0, 0)]
    [InlineData("instructeur", 0, 0, 0, 0, 0, 0, 0, 0, 0)]
    [InlineData("payeur", 0, 0, 0, 0, 0, 0, 0, 0, 0)]
    [InlineData("controleur", 0, 0, 0, 0, 0, 0, 0, 0, 0)]
    [InlineData("administrateur", 0, 0, 0, 0, 0, 0, 0, 0, 0)]
    [InlineData("support", 0, 0, 0, 0, 0, 0, 0, 0, 0)]
    [InlineData("auditeur", 0, 0, 0, 0, 0, 0, 0, 0, 0)]
    [InlineData("gestionnaire_donnees", 0, 0, 0, 0, 0, 0, 0, 0, 0)]
    [InlineData("financeur", 0, 0, 0, 0, 0, 0, 0, 0, 0)]
    [InlineData("client_api", 1, 0, 0, 0, 0, 0, 0, 0, 0)]
    [InlineData(null, 0, 0, 0, 0, 0, 0, 0, 0, 0)]
    public async Task Chacun_ne_voit_que_ce_qu_il_doit(string? role, params int[] attendus)
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync(role);
        Assert.Equal<int[]>(attendus,
        [
            await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.activites WHERE id = $1", Acte),
            await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.accompagnements WHERE activite = $1", Acte),
            await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.notes_d_activites WHERE activite = $1", Acte),
            await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.compteurs_du_jour WHERE equipes @> ARRAY[$1]", Equipe),
            await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.personnes WHERE id = $1", Personne),
            await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.suivis WHERE personne = $1", Personne),
            await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.brouillons WHERE id = $1", Acte),
            await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.modeles_d_activites WHERE id = $1", Acte),
            await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.temps_de_saisie WHERE auteur = $1 AND semaine = '2001-01-01'", SiteDesActivites.Camille),
        ]);
    }

    [Theory]
    [InlineData("mediateur", "regard")]
    public async Task Qui_regarde_comme_un_mediateur_ne_voit_ni_les_personnes_ni_les_notes(string role, string regard)
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync(role, $"{role},{regard}");
        Assert.Equal(0, await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.personnes WHERE id = $1", Personne));
        Assert.Equal(0, await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.notes_d_activites WHERE activite = $1", Acte));
        Assert.Equal(0, await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.brouillons WHERE id = $1", Acte));
    }

    [Theory]
    [InlineData("UPDATE accompagnement.compteurs_du_jour SET minutes = 0")]
    [InlineData("INSERT INTO accompagnement.compteurs_du_jour SELECT * FROM accompagnement.compteurs_du_jour")]
    [InlineData("DELETE FROM accompagnement.activites")]
    [InlineData("SELECT accompagnement.ajouter_aux_compteurs(a, 1) FROM accompagnement.activites a")]
    public async Task Personne_ne_touche_aux_compteurs_ni_n_efface_un_acte(string sql)
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync("mediateur");
        await using var commande = new NpgsqlCommand(sql, connexion);
        var e = await Assert.ThrowsAsync<PostgresException>(() => commande.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, e.SqlState);
    }

    [Fact]
    public async Task Un_mediateur_n_ecrit_pas_au_nom_d_un_autre()
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync("conseiller_numerique");
        await using var voler = new NpgsqlCommand("UPDATE accompagnement.activites SET duree = 1 WHERE id = $1", connexion) { Parameters = { new() { Value = Acte } } };
        Assert.Equal(0, await voler.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        await using var meler = new NpgsqlCommand("INSERT INTO accompagnement.accompagnements (activite, personne, auteur, jour) VALUES ($1, $2, $3, now())", connexion)
        {
            Parameters = { new() { Value = Acte }, new() { Value = Personne }, new() { Value = SiteDesActivites.Camille } },
        };
        await Assert.ThrowsAsync<PostgresException>(() => meler.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }

    private async Task PreparerAsync()
    {
        var source = site.Site.Services.GetRequiredService<Base>().Proprietaire;
        string[] sql =
        [
            $"INSERT INTO accompagnement.personnes (id, niveau, organisation, demonstration, creee_le) VALUES ('{Personne}', 'Carte', '{SiteDesActivites.Mediatheque}', true, now()) ON CONFLICT DO NOTHING",
            $"INSERT INTO accompagnement.suivis (id, personne, organisation, compte, debut) VALUES ('{Personne}', '{Personne}', '{SiteDesActivites.Mediatheque}', '{SiteDesActivites.Camille}', now()) ON CONFLICT DO NOTHING",
            $$"""
            INSERT INTO accompagnement.activites (id, auteur, organisation, equipes, type, jour, duree, thematiques, materiels, etiquettes, sans_nom, suivies, origine, empreinte, enregistree_le, modifiee_le, version)
            VALUES ('{{Acte}}', '{{SiteDesActivites.Camille}}', '{{SiteDesActivites.Mediatheque}}', '{{{Equipe}}}', 'Individuel', '2001-01-01', 30, '{email}', '{}', '{}', 0, 1, 'Saisie', '\x00', now(), now(), 1) ON CONFLICT DO NOTHING
            """,
            $"INSERT INTO accompagnement.accompagnements (activite, personne, auteur, jour) VALUES ('{Acte}', '{Personne}', '{SiteDesActivites.Camille}', '2001-01-01') ON CONFLICT DO NOTHING",
            $"INSERT INTO accompagnement.notes_d_activites (activite, auteur, texte) VALUES ('{Acte}', '{SiteDesActivites.Camille}', 'note') ON CONFLICT DO NOTHING",
            $$"""INSERT INTO accompagnement.brouillons (id, auteur, contenu, modifie_le) VALUES ('{{Acte}}', '{{SiteDesActivites.Camille}}', '{}', now()) ON CONFLICT DO NOTHING""",
            $$"""INSERT INTO accompagnement.modeles_d_activites (id, auteur, nom, contenu, semaines, cree_le) VALUES ('{{Acte}}', '{{SiteDesActivites.Camille}}', 'essai', '{}', 1, now()) ON CONFLICT DO NOTHING""",
            $"INSERT INTO accompagnement.temps_de_saisie (auteur, semaine, secondes, actes) VALUES ('{SiteDesActivites.Camille}', '2001-01-01', 20, 1) ON CONFLICT DO NOTHING",
        ];
        foreach (var s in sql)
        {
            await using var commande = source.CreateCommand(s);
            await commande.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
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
        reglages.Parameters.AddWithValue(role == "coordinateur" ? Equipe.ToString() : "");
        await reglages.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connexion;
    }

    private static async Task<int> CompterAsync(NpgsqlConnection connexion, string sql, Guid id)
    {
        await using var commande = new NpgsqlCommand(sql, connexion) { Parameters = { new() { Value = id } } };
        return (int)(long)(await commande.ExecuteScalarAsync())!;
    }
}
