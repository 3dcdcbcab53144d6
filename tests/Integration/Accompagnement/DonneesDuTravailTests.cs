using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FaireAvec.Tests.Integration.Accompagnement;

/// <summary>What the module holds about somebody who works is told to them, and goes with their account; the acts stay.</summary>
[Collection(CollectionDesActivites.Nom)]
public sealed class DonneesDuTravailTests(SiteDesActivites site)
{
    /// <summary>Told to the person as what, how many and when; kept when the account is erased, under an id that names nobody any more: the path of people helped, what others count on.</summary>
    private const string Traces = "told, stays without a name";

    /// <summary>Not told apart, for what it repeats is told already: totals of acts, their number in another tool, hours of appointments and absences. Kept under an id that names nobody any more.</summary>
    private const string Reste = "repeats, stays without a name";

    /// <summary>Tables that hold the id of somebody who works, by what answers for them. One that isn't here fails: decide whether it is told and erased, then write it.</summary>
    private static readonly Dictionary<string, string[]> Reponses = new(StringComparer.Ordinal)
    {
        ["accompagnement.travail"] = ["absences", "activites", "ateliers_prevus", "brouillons", "disponibilites", "modeles_d_activites", "notes_d_activites", "reglages_d_agenda", "registres", "signaux_de_saisie", "temps_de_saisie"],
        ["accompagnement.hors_ligne"] = ["appareils", "envois"],
        ["accompagnement.calendriers"] = ["calendriers_externes", "flux_d_agenda", "plages_externes"],
        ["accompagnement.reseau"] = ["etiquettes", "mentorats", "remises_a_plus_tard"],
        ["accompagnement.imports"] = ["imports", "lignes_d_import", "morceaux_d_import"],
        ["accompagnement.rapports"] = ["rapports"],
        [Traces] =
        [
            "accompagnements", "actions_d_aller_vers", "besoins_exprimes", "cartes_reservees", "changements_de_demarches", "clotures", "configurations_d_aller_vers", "couts_de_periodes", "fusions_de_personnes", "inscriptions", "orientations",
            "orientations_de_partenaires", "parcours", "partenaires_qui_orientent", "parts_de_publics", "positionnements", "rendez_vous", "signatures_de_registres", "suivis",
        ],
        [Reste] = ["compteurs_du_jour", "identifiants_externes", "occupations"],
    };

    [Fact]
    public async Task Chaque_table_qui_dit_qui_travaille_a_sa_reponse()
    {
        var tables = await site.Site.AvecBaseAsync(db => db.Database.SqlQuery<string>(
            $"SELECT DISTINCT c.table_name::text AS \"Value\" FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name) WHERE c.table_schema = 'accompagnement' AND t.table_type = 'BASE TABLE' AND c.column_name IN ('auteur', 'compte', 'mediateur', 'proprietaire', 'mentor', 'cree_par', 'par') AND c.data_type = 'uuid'").ToListAsync(), "systeme:taches");
        Assert.Equal([], tables.Except(Reponses.Values.SelectMany(t => t)).Order(StringComparer.Ordinal));
        var noms = await site.Site.DansAsync(s => Task.FromResult(s.GetServices<IDonneesDePersonne>().Select(d => d.Nom).ToList()), "systeme:droits");
        Assert.Equal([], Reponses.Keys.Except([.. noms, Traces, Reste]));
        // What is said to be told is in the function that tells it, and has its words.
        var fonction = await site.Site.AvecBaseAsync(db => db.Database.SqlQuery<string>($"SELECT prosrc AS \"Value\" FROM pg_proc WHERE proname = 'travail_de'").SingleAsync(), "systeme:taches");
        Assert.All(Reponses[Traces], t =>
        {
            Assert.Contains($"'traces', '{t}'", fonction, StringComparison.Ordinal);
            Assert.NotEmpty(FaireAvec.Accompagnement.Ressources.MotsActivites.T($"Travail.Trace.{t}"));
        });
    }

    [Fact]
    public async Task Tout_est_dit_a_la_personne_puis_efface_et_ses_actes_restent()
    {
        var qui = Guid.CreateVersion7();
        var acte = site.Acte();
        acte["notes"] = "Préfère le matin";
        using (var reponse = await site.EnvoyerAsync(acte))
        {
            await AssertPage.StatutAsync(System.Net.HttpStatusCode.Created, reponse);
        }

        await using (var proprietaire = await site.Site.Services.GetRequiredService<Base>().Proprietaire.OpenConnectionAsync())
        await using (var donner = new NpgsqlCommand(
            // In no team: those of the other tests have one médiateur.
            "UPDATE accompagnement.activites SET auteur = $1, equipes = '{}' WHERE id = $2", proprietaire)
        { Parameters = { new() { Value = qui }, new() { Value = acte["id"]! } } })
        {
            await donner.ExecuteNonQueryAsync();
            await new NpgsqlCommand($"""
                UPDATE accompagnement.notes_d_activites SET auteur = '{qui}' WHERE activite = '{acte["id"]}';
                INSERT INTO accompagnement.temps_de_saisie (auteur, semaine, secondes, actes) VALUES ('{qui}', '2026-11-16', 240, 6);
                INSERT INTO accompagnement.brouillons (id, auteur, contenu, modifie_le) VALUES (gen_random_uuid(), '{qui}', '{"{"}"type":"individuel","demarche":"Payer la cantine","vide":null{"}"}', now());
                INSERT INTO accompagnement.clotures (organisation, jusquau, le, par) VALUES (gen_random_uuid(), '2026-10-31', '2026-11-02 10:00:00+00', '{qui}');
                """, proprietaire).ExecuteNonQueryAsync();
        }

        var (avant, efface, encore, apres) = await site.Site.DansAsync(async s =>
        {
            var donnees = s.GetServices<IDonneesDePersonne>().Single(d => d.Nom == "accompagnement.travail");
            return (await donnees.ExporterAsync(qui, CancellationToken.None), await donnees.EffacerAsync(qui, CancellationToken.None), await donnees.EffacerAsync(qui, CancellationToken.None), await donnees.ExporterAsync(qui, CancellationToken.None));
        }, "systeme:droits");
        Assert.Equal(["actes", "notes", "brouillons", "temps", "traces"], avant.Select(l => l.Cle));
        Assert.Equal("Préfère le matin", avant[1].Fiches[0].Single(d => d.Cle == "texte").Valeur);
        Assert.Equal("type\u00a0: individuel ; demarche\u00a0: Payer la cantine", avant[2].Fiches[0].Single(d => d.Cle == "texte").Valeur);
        Assert.Equal((new DateOnly(2026, 11, 16), 240L), (avant[3].Fiches[0].Single(d => d.Cle == "debut").Valeur, avant[3].Fiches[0].Single(d => d.Cle == "secondes").Valeur));
        Assert.Equal(("Périodes closes", new DateOnly(2026, 11, 2), 1L), (avant[4].Fiches[0].Single(d => d.Cle == "nom").Valeur, avant[4].Fiches[0].Single(d => d.Cle == "debut").Valeur, avant[4].Fiches[0].Single(d => d.Cle == "nombre").Valeur));
        // Each kind says what becomes of it, once.
        Assert.Equal(avant.Count, avant.Select(l => l.Explication).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal((3, 0), (efface, encore));
        Assert.Equal(["actes", "traces"], apres.Select(l => l.Cle));
        Assert.True(await site.Site.AvecBaseAsync(db => db.Set<Activite>().AnyAsync(a => a.Id == (Guid)acte["id"]!), "systeme:taches"));

        // A place by its name; one that left the map by its number.
        await using (var proprietaire = await site.Site.Services.GetRequiredService<Base>().Proprietaire.OpenConnectionAsync())
        {
            await new NpgsqlCommand($"""
                INSERT INTO accompagnement.disponibilites (id, compte, organisation, lieu, fuseau, depuis, semaines, de, a, duree, en_ligne, tournee, creee_le)
                SELECT gen_random_uuid(), '{qui}', gen_random_uuid(), l.lieu, 'Europe/Paris', DATE '2026-11-23' + l.rang::int, 1, '09:00', '12:00', 30, false, false, now()
                FROM unnest(ARRAY['lac_1', 'disparu_1']) WITH ORDINALITY l (lieu, rang)
                """, proprietaire).ExecuteNonQueryAsync();
        }

        var ou = await site.Site.DansAsync(s => new DonneesDuTravail(s.GetRequiredService<FaireAvecDb>(), new Lac()).ExporterAsync(qui, CancellationToken.None), "systeme:droits");
        Assert.Equal(["Lieu qui n’est plus sur la carte (disparu_1)", "Maison du lac"], ou.Single(l => l.Cle == "disponibilites").Fiches.Select(f => (string)f.Single(d => d.Cle == "lieu").Valeur!).Order(StringComparer.Ordinal));

        // Nobody reads or erases somebody else's.
        Assert.Empty(await site.Site.DansAsync(s => s.GetServices<IDonneesDePersonne>().Single(d => d.Nom == "accompagnement.travail").ExporterAsync(qui, CancellationToken.None), "administrateur"));
        var refus = await Assert.ThrowsAsync<PostgresException>(() => site.Site.DansAsync(s => s.GetServices<IDonneesDePersonne>().Single(d => d.Nom == "accompagnement.travail").EffacerAsync(qui, CancellationToken.None), "administrateur"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refus.SqlState);
    }

    /// <summary>One public place.</summary>
    private sealed class Lac : INomsDesLieux
    {
        public LieuNomme? Trouver(string? id) => id == "lac_1" ? new LieuNomme("lac_1", "Maison du lac", "Saint-Étienne", "42000", "42218", "/lieux/lac_1") : null;

        public IReadOnlyCollection<string> Ids(string id) => [id];

        public LieuNomme? Reconnaitre(string? saisi) => null;

        public LieuNomme? DeNom(string? nom, string? codeInsee) => null;
    }
}
