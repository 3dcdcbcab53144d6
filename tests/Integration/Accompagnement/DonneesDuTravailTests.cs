using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
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
    /// <summary>Kept when an account is erased, under an id that names nobody any more: acts, what is counted from them, the path of people helped, proofs.</summary>
    private const string Reste = "stays without a name";

    /// <summary>Tables that hold the id of somebody who works, by what answers for them. One that isn't here fails: decide whether it is told and erased, then write it.</summary>
    private static readonly Dictionary<string, string[]> Reponses = new(StringComparer.Ordinal)
    {
        ["accompagnement.travail"] = ["absences", "activites", "ateliers_prevus", "brouillons", "disponibilites", "modeles_d_activites", "notes_d_activites", "reglages_d_agenda", "registres", "signaux_de_saisie", "temps_de_saisie"],
        ["accompagnement.hors_ligne"] = ["appareils", "envois"],
        ["accompagnement.calendriers"] = ["calendriers_externes", "flux_d_agenda", "plages_externes"],
        ["accompagnement.reseau"] = ["etiquettes", "mentorats", "remises_a_plus_tard"],
        ["accompagnement.imports"] = ["imports", "lignes_d_import", "morceaux_d_import"],
        ["accompagnement.rapports"] = ["rapports"],
        [Reste] =
        [
            "accompagnements", "actions_d_aller_vers", "besoins_exprimes", "cartes_reservees", "changements_de_demarches", "clotures", "compteurs_du_jour", "configurations_d_aller_vers", "couts_de_periodes", "fusions_de_personnes",
            "identifiants_externes", "inscriptions", "occupations", "orientations", "orientations_de_partenaires", "parcours", "partenaires_qui_orientent", "parts_de_publics", "positionnements", "rendez_vous", "signatures_de_registres", "suivis",
        ],
    };

    [Fact]
    public async Task Chaque_table_qui_dit_qui_travaille_a_sa_reponse()
    {
        var tables = await site.Site.AvecBaseAsync(db => db.Database.SqlQuery<string>(
            $"SELECT DISTINCT c.table_name::text AS \"Value\" FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name) WHERE c.table_schema = 'accompagnement' AND t.table_type = 'BASE TABLE' AND c.column_name IN ('auteur', 'compte', 'mediateur', 'proprietaire', 'mentor', 'cree_par', 'par') AND c.data_type = 'uuid'").ToListAsync(), "systeme:taches");
        Assert.Equal([], tables.Except(Reponses.Values.SelectMany(t => t)).Order(StringComparer.Ordinal));
        var noms = await site.Site.DansAsync(s => Task.FromResult(s.GetServices<IDonneesDePersonne>().Select(d => d.Nom).ToList()), "systeme:droits");
        Assert.Equal([], Reponses.Keys.Except(noms.Append(Reste)));
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
                """, proprietaire).ExecuteNonQueryAsync();
        }

        var (avant, efface, encore, apres) = await site.Site.DansAsync(async s =>
        {
            var donnees = s.GetServices<IDonneesDePersonne>().Single(d => d.Nom == "accompagnement.travail");
            return (await donnees.ExporterAsync(qui, CancellationToken.None), await donnees.EffacerAsync(qui, CancellationToken.None), await donnees.EffacerAsync(qui, CancellationToken.None), await donnees.ExporterAsync(qui, CancellationToken.None));
        }, "systeme:droits");
        Assert.Equal(["actes", "notes", "temps"], avant.Select(l => l.Cle));
        Assert.Equal("Préfère le matin", avant[1].Fiches[0].Single(d => d.Cle == "texte").Valeur);
        Assert.Equal(240L, avant[2].Fiches[0].Single(d => d.Cle == "secondes").Valeur);
        Assert.Equal((2, 0), (efface, encore));
        Assert.Equal(["actes"], apres.Select(l => l.Cle));
        Assert.True(await site.Site.AvecBaseAsync(db => db.Set<Activite>().AnyAsync(a => a.Id == (Guid)acte["id"]!), "systeme:taches"));

        // Nobody reads or erases somebody else's.
        Assert.Empty(await site.Site.DansAsync(s => s.GetServices<IDonneesDePersonne>().Single(d => d.Nom == "accompagnement.travail").ExporterAsync(qui, CancellationToken.None), "administrateur"));
        var refus = await Assert.ThrowsAsync<PostgresException>(() => site.Site.DansAsync(s => s.GetServices<IDonneesDePersonne>().Single(d => d.Nom == "accompagnement.travail").EffacerAsync(qui, CancellationToken.None), "administrateur"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refus.SqlState);
    }
}
