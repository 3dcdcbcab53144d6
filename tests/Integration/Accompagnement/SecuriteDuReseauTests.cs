using FaireAvec.Comptes.Demonstration;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FaireAvec.Tests.Integration.Accompagnement;

/// <summary>The second wall around labels, what is put off and mentors: raw SQL as each role.</summary>
[Collection(CollectionDesActivites.Nom)]
public sealed class SecuriteDuReseauTests(SiteDesActivites site) : ITablesEprouvees
{
    public static IReadOnlyList<string> Tables { get; } =
        ["accompagnement.etiquettes", "accompagnement.compteurs_d_etiquettes", "accompagnement.remises_a_plus_tard", "accompagnement.mentorats", "accompagnement.rencontres_de_mentorat"];

    // A team of its own, of which nobody of the demonstration is a member.
    private static readonly Guid Equipe = Guid.Parse("01a21000-0000-7000-8000-0000000000d1");
    private static readonly Guid Sienne = Guid.Parse("01a21000-0000-7000-8000-0000000000d2");
    private static readonly Guid Commune = Guid.Parse("01a21000-0000-7000-8000-0000000000d3");
    private static readonly Guid Mentorat = Guid.Parse("01a21000-0000-7000-8000-0000000000d4");
    private static readonly Guid Autre = Guid.Parse("01a21000-0000-7000-8000-0000000000d5");

    /// <summary>A label of a médiateur, one of a team, its counters, what the médiateur put off, their mentorship and its meeting, that each one sees.</summary>
    [Theory]
    [InlineData("mediateur", 1, 0, 0, 1, 1, 1)]
    [InlineData("conseiller_numerique", 0, 0, 0, 0, 0, 0)]
    [InlineData("coordinateur", 0, 1, 1, 0, 1, 1)]
    [InlineData("aidant", 0, 0, 0, 0, 0, 0)]
    [InlineData("referent", 0, 0, 0, 0, 0, 0)]
    [InlineData("gestionnaire_structure", 0, 0, 0, 0, 0, 0)]
    [InlineData("gestionnaire_departement", 0, 0, 0, 0, 0, 0)]
    [InlineData("gestionnaire_region", 0, 0, 0, 0, 0, 0)]
    [InlineData("gestionnaire_reseau", 0, 0, 0, 0, 0, 0)]
    [InlineData("instructeur", 0, 0, 0, 0, 0, 0)]
    [InlineData("payeur", 0, 0, 0, 0, 0, 0)]
    [InlineData("controleur", 0, 0, 0, 0, 0, 0)]
    [InlineData("administrateur", 0, 0, 0, 0, 0, 0)]
    [InlineData("support", 0, 0, 0, 0, 0, 0)]
    [InlineData("auditeur", 0, 0, 0, 0, 0, 0)]
    [InlineData("gestionnaire_donnees", 0, 0, 0, 0, 0, 0)]
    [InlineData("financeur", 0, 0, 0, 0, 0, 0)]
    [InlineData("client_api", 0, 0, 0, 0, 0, 0)]
    [InlineData(null, 0, 0, 0, 0, 0, 0)]
    public async Task Chacun_ne_voit_que_ce_qu_il_doit(string? role, params int[] attendus)
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync(role);
        Assert.Equal<int[]>(attendus,
        [
            await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.etiquettes WHERE id = $1", Sienne),
            await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.etiquettes WHERE id = $1", Commune),
            await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.compteurs_d_etiquettes WHERE etiquette = $1", Commune),
            await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.remises_a_plus_tard WHERE cle = 'essai' AND compte = $1", SiteDesActivites.Camille),
            await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.mentorats WHERE id = $1", Mentorat),
            await CompterAsync(connexion, "SELECT count(*) FROM accompagnement.rencontres_de_mentorat WHERE mentorat = $1", Mentorat),
        ]);
    }

    [Theory]
    [InlineData("conseiller_numerique")]
    [InlineData("gestionnaire_structure")]
    [InlineData("administrateur")]
    [InlineData(null)]
    public async Task Personne_ne_change_ce_qui_est_a_un_autre(string? role)
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync(role);
        foreach (var sql in (string[])[$"UPDATE accompagnement.etiquettes SET nom = 'vol' WHERE id IN ('{Sienne}', '{Commune}')", $"UPDATE accompagnement.mentorats SET etat = 'Termine', fin = debut WHERE id = '{Mentorat}'", $"DELETE FROM accompagnement.etiquettes WHERE id = '{Sienne}'", $"DELETE FROM accompagnement.mentorats WHERE id = '{Mentorat}'", $"DELETE FROM accompagnement.rencontres_de_mentorat WHERE mentorat = '{Mentorat}'"])
        {
            await using var commande = new NpgsqlCommand(sql, connexion);
            Assert.Equal((sql, 0), (sql, await commande.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)));
        }
    }

    [Theory]
    [InlineData("mediateur", "INSERT INTO accompagnement.etiquettes (id, portee, proprietaire, auteur, nom, nom_recherche, creee_le) VALUES (gen_random_uuid(), 'Equipe', '{equipe}', noyau.compte(), 'essai', 'essai x', now())")]
    [InlineData("conseiller_numerique", "INSERT INTO accompagnement.etiquettes (id, portee, proprietaire, auteur, nom, nom_recherche, creee_le) VALUES (gen_random_uuid(), 'Personnelle', '{camille}', '{camille}', 'essai', 'essai x', now())")]
    [InlineData("coordinateur", "INSERT INTO accompagnement.etiquettes (id, portee, proprietaire, auteur, nom, nom_recherche, creee_le) VALUES (gen_random_uuid(), 'Equipe', gen_random_uuid(), noyau.compte(), 'essai', 'essai x', now())")]
    [InlineData("mediateur", "INSERT INTO accompagnement.mentorats (id, mentor, mentore, equipe, declare_par, debut, declare_le, etat) VALUES (gen_random_uuid(), gen_random_uuid(), noyau.compte(), '{equipe}', noyau.compte(), now(), now(), 'EnCours')")]
    [InlineData("coordinateur", "INSERT INTO accompagnement.rencontres_de_mentorat (id, mentorat, jour, notee_par, notee_le) VALUES (gen_random_uuid(), '{mentorat}', now(), noyau.compte(), now())")]
    [InlineData("coordinateur", "INSERT INTO accompagnement.remises_a_plus_tard (compte, cle, jusqua) VALUES ('{camille}', 'vol', now())")]
    [InlineData("coordinateur", "UPDATE accompagnement.compteurs_d_etiquettes SET activites = 99")]
    [InlineData("coordinateur", "UPDATE accompagnement.etiquettes SET proprietaire = noyau.compte()")]
    [InlineData("mediateur", "UPDATE accompagnement.mentorats SET mentor = noyau.compte()")]
    public async Task Personne_n_ecrit_au_nom_d_un_autre(string role, string sql)
    {
        await PreparerAsync();
        await using var connexion = await CommeAsync(role);
        await using var commande = new NpgsqlCommand(sql.Replace("{equipe}", Equipe.ToString(), StringComparison.Ordinal).Replace("{camille}", SiteDesActivites.Camille.ToString(), StringComparison.Ordinal).Replace("{mentorat}", Mentorat.ToString(), StringComparison.Ordinal), connexion);
        var e = await Assert.ThrowsAsync<PostgresException>(() => commande.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, e.SqlState);
    }

    [Fact]
    public async Task Les_etiquettes_permises_ne_se_demandent_que_pour_soi_ou_pour_son_organisation()
    {
        await PreparerAsync();
        foreach (var (role, attendu) in ((string?, int)[])[("mediateur", 1), ("client_api", 1), ("conseiller_numerique", 0), ("administrateur", 0), (null, 0)])
        {
            await using var connexion = await CommeAsync(role);
            Assert.Equal((role, attendu), (role, await CompterAsync(connexion, $"SELECT count(*) FROM accompagnement.etiquettes_permises('{SiteDesActivites.Camille}', '{SiteDesActivites.Mediatheque}', '{{}}', ARRAY[$1])", Sienne)));
        }
    }

    private async Task PreparerAsync()
    {
        var source = site.Site.Services.GetRequiredService<Base>().Proprietaire;
        foreach (var s in (string[])
        [
            $"INSERT INTO accompagnement.etiquettes (id, portee, proprietaire, auteur, nom, nom_recherche, creee_le) VALUES ('{Sienne}', 'Personnelle', '{SiteDesActivites.Camille}', '{SiteDesActivites.Camille}', 'Mur', 'mur', now()) ON CONFLICT DO NOTHING",
            $"INSERT INTO accompagnement.etiquettes (id, portee, proprietaire, auteur, nom, nom_recherche, creee_le) VALUES ('{Commune}', 'Equipe', '{Equipe}', '{SiteDesActivites.Camille}', 'Mur', 'mur', now()) ON CONFLICT DO NOTHING",
            $"INSERT INTO accompagnement.compteurs_d_etiquettes (etiquette, jour, equipes, activites, accompagnements) VALUES ('{Commune}', '1999-01-01', ARRAY['{Equipe}'::uuid], 1, 1) ON CONFLICT DO NOTHING",
            $"INSERT INTO accompagnement.remises_a_plus_tard (compte, cle, jusqua) VALUES ('{SiteDesActivites.Camille}', 'essai', '2099-01-01') ON CONFLICT DO NOTHING",
            $"INSERT INTO accompagnement.mentorats (id, mentor, mentore, equipe, declare_par, debut, declare_le, etat, fin) VALUES ('{Mentorat}', '{SiteDesActivites.Camille}', '{Autre}', '{Equipe}', '{Autre}', '2001-01-01', now(), 'Termine', '2001-02-01') ON CONFLICT DO NOTHING",
            $"INSERT INTO accompagnement.rencontres_de_mentorat (id, mentorat, jour, notee_par, notee_le) VALUES ('{Mentorat}', '{Mentorat}', '2001-01-02', '{Autre}', now()) ON CONFLICT DO NOTHING",
        ])
        {
            await using var commande = source.CreateCommand(s);
            await commande.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    private async Task<NpgsqlConnection> CommeAsync(string? role)
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
