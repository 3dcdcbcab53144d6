using System.Collections.Frozen;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Accompagnement.Statistiques;
using FaireAvec.Tests.Support.Accompagnement;
using Npgsql;

namespace FaireAvec.Tests.Integration.Accompagnement.Statistiques;

/// <summary>Figures are those of the acts, at every moment, whatever is written and by how many at once.</summary>
public sealed class ChiffresTests : IClassFixture<SiteDesChiffres>
{
    private readonly SiteDesChiffres _site;

    public ChiffresTests(SiteDesChiffres site) => _site = site;

    // Create, correct, remove, give back, move people, mend a sheet: by four hands at once, while months are derived and figures read.
    [Fact]
    public async Task Quoi_qu_il_arrive_les_chiffres_sont_ceux_des_actes()
    {
        Guid[] personnes = [.. await Task.WhenAll(Enumerable.Range(0, 8).Select(i => _site.PersonneAsync(i % 2 == 0 ? "feminin" : "masculin", 1930 + (i * 10))))];
        using var fin = new CancellationTokenSource();
        var derivations = Task.Run(async () =>
        {
            var tours = 0;
            while (!fin.IsCancellationRequested)
            {
                tours += await _site.DeriverAsync();
                var i = (await _site.MontresAsync()).Indicateurs;
                // One moment: even while people write, parts are the whole.
                Assert.Equal(i.Accompagnements, i.SansNom + i.Suivies);
                Assert.Equal(i.Accompagnements, i.Ages.Sum());
                Assert.Equal(i.Activites, i.ParJour.Values.Sum(m => m.Activites));
            }

            return tours;
        });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(main => Task.Run(() => EcrireAsync(new Random(main), new FaitsAuHasard(20260701 + main), personnes))));
        await fin.CancelAsync();
        Assert.True(await derivations > 0);

        await VerifierAsync();
        // Nothing is left to derive, and it is the same.
        await _site.DeriverAsync();
        Assert.Equal(0, await _site.Site.Base.LireAsync<long>("SELECT count(*) FROM accompagnement.mouvements"));
        await VerifierAsync();
        Assert.Empty((await _site.RecompterAsync()).Ecarts);
    }

    [Fact]
    public async Task Une_difference_est_dite_puis_reparee()
    {
        var fait = new FaitsAuHasard(7).Fait() with { Type = TypeDActivite.Individuel, Departement = "2A", Jour = new(2024, 3, 5), Duree = 40, SansNom = 1, Suivies = 0, Effectifs = null };
        await _site.NoterAsync(fait);
        await _site.DeriverAsync();
        await _site.Site.Base.ExecuterAsync("UPDATE accompagnement.cumuls_du_mois c SET faits = $1, version = version + 1 WHERE departement = '2A'", EcritureDeBloc.Ecrire(BlocDeFaits.De([])));
        Assert.Equal(0, (await _site.MontresAsync(SiteDesChiffres.Tout with { Departements = FrozenSet.Create("2A") })).Indicateurs.Activites);
        var recompte = await _site.RecompterAsync();
        Assert.Contains(recompte.Ecarts, e => e.StartsWith("2A 2024-03 : minutes", StringComparison.Ordinal));
        Assert.Equal(1, (await _site.MontresAsync(SiteDesChiffres.Tout with { Departements = FrozenSet.Create("2A") })).Indicateurs.Activites);
        Assert.Empty((await _site.RecompterAsync()).Ecarts);
    }

    [Fact]
    public async Task Une_correction_ne_bloque_pas_la_derivation_et_rien_n_est_perdu()
    {
        var fait = new FaitsAuHasard(11).Fait() with { Type = TypeDActivite.Individuel, Departement = "2B", Jour = new(2024, 5, 5), Duree = 40, SansNom = 1, Suivies = 0, Effectifs = null };
        var id = await _site.NoterAsync(fait);
        await _site.DeriverAsync();
        await _site.Site.Base.ExecuterAsync("UPDATE accompagnement.activites SET duree = 50 WHERE id = $1", id);
        await using var connexion = await _site.Site.Base.Proprietaire.OpenConnectionAsync();
        await using var transaction = await connexion.BeginTransactionAsync();
        await using (var commande = new NpgsqlCommand("UPDATE accompagnement.activites SET duree = 60 WHERE id = $1", connexion) { Parameters = { new() { Value = id } } })
        {
            await commande.ExecuteNonQueryAsync();
        }

        // Somebody is changing it: the round is begun again, and ends by giving up.
        await Assert.ThrowsAnyAsync<Exception>(_site.DeriverAsync);
        Assert.Equal(50, (await Corse()).Minutes);
        await transaction.CommitAsync();
        Assert.Equal(60, (await Corse()).Minutes);
        await _site.DeriverAsync();
        Assert.Equal(60, (await Corse()).Minutes);

        async Task<Indicateurs> Corse() => (await _site.MontresAsync(SiteDesChiffres.Tout with { Departements = FrozenSet.Create("2B") })).Indicateurs;
    }

    // Where ten thousand people write all day, something always waits: each month is derived once a round, and the round ends.
    [Fact]
    public async Task Une_derivation_finit_meme_si_l_on_ecrit_sans_arret()
    {
        var fait = new FaitsAuHasard(13).Fait() with { Type = TypeDActivite.Individuel, Departement = "976", Jour = new(2024, 7, 5), Duree = 1, SansNom = 1, Suivies = 0, Effectifs = null };
        await _site.NoterAsync(fait);
        // Somebody who records an act of this month each time it is derived.
        await _site.Site.Base.ExecuterAsync(
            """
            CREATE FUNCTION public.ecrire_encore() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
            BEGIN
                INSERT INTO accompagnement.activites SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid()))).* FROM accompagnement.activites a WHERE a.departement = '976' LIMIT 1;
                RETURN NULL;
            END $$;
            CREATE TRIGGER ecrire_encore AFTER INSERT OR UPDATE ON accompagnement.cumuls_du_mois FOR EACH ROW WHEN (NEW.departement = '976') EXECUTE FUNCTION public.ecrire_encore();
            """);
        try
        {
            Assert.InRange(await _site.DeriverAsync().WaitAsync(TimeSpan.FromSeconds(30)), 1, 20);
        }
        finally
        {
            await _site.Site.Base.ExecuterAsync("DROP TRIGGER ecrire_encore ON accompagnement.cumuls_du_mois");
        }

        Assert.True((await _site.MontresAsync(SiteDesChiffres.Tout with { Departements = FrozenSet.Create("976") })).Indicateurs.Activites >= 2);
    }

    [Fact]
    public async Task L_age_est_celui_du_jour_de_l_acte_et_une_fiche_completee_se_voit()
    {
        var personne = await _site.PersonneAsync(genre: null, naissance: null);
        var fait = new FaitsAuHasard(3).Fait() with { Type = TypeDActivite.Individuel, Departement = "971", Jour = new(2020, 6, 1), Duree = 30, SansNom = 0, Effectifs = null };
        await _site.NoterAsync(fait, personne);
        await _site.NoterAsync(fait with { Jour = new(2030, 6, 1) }, personne);
        Assert.Equal(2, (await Ages()).Ages[^1]);
        await _site.DeriverAsync();
        await _site.Site.Base.ExecuterAsync("UPDATE accompagnement.personnes SET annee_de_naissance = 1955, genre = 'feminin' WHERE id = $1", personne);
        var i = await Ages();
        Assert.Equal((1, 1, 2), (i.Ages[5], i.Ages[6], i.Genres[1]));
        Assert.Equal(1, i.Personnes.Distinctes);

        async Task<Indicateurs> Ages() => (await _site.MontresAsync(SiteDesChiffres.Tout with { Departements = FrozenSet.Create("971") })).Indicateurs;
    }

    [Fact]
    public async Task Une_periode_close_ne_change_plus()
    {
        var organisation = Guid.CreateVersion7();
        var fait = new FaitsAuHasard(5).Fait() with { Type = TypeDActivite.Individuel, Organisation = organisation, Jour = new(2025, 12, 31), SansNom = 1, Suivies = 0, Effectifs = null };
        var id = await _site.NoterAsync(fait);
        await _site.Site.Base.ExecuterAsync("INSERT INTO accompagnement.clotures (organisation, jusquau, par, le) VALUES ($1, '2025-12-31', $1, now())", organisation);
        Assert.Equal("FA002", (await Assert.ThrowsAsync<PostgresException>(() => _site.NoterAsync(fait))).SqlState);
        Assert.Equal("FA002", (await Assert.ThrowsAsync<PostgresException>(() => _site.CorrigerAsync(id, fait with { Duree = 5 }, sansPersonne: false))).SqlState);
        Assert.Equal("FA002", (await Assert.ThrowsAsync<PostgresException>(() => _site.CorrigerAsync(id, fait with { Jour = new(2026, 1, 1) }, sansPersonne: false))).SqlState);
        await _site.NoterAsync(fait with { Jour = new(2026, 1, 1) });
        await _site.NoterAsync(fait with { Organisation = Guid.CreateVersion7() });
    }

    private async Task VerifierAsync()
    {
        var hasard = new FaitsAuHasard(99);
        foreach (var filtre in Enumerable.Range(0, 25).Select(_ => hasard.Filtre()).Prepend(SiteDesChiffres.Tout))
        {
            Assert.Empty(EcartsDIndicateurs.Entre((await _site.MontresAsync(filtre)).Indicateurs, await _site.RecomptesAsync(filtre)));
        }

        // The same figures from close by: a médiateur, teams.
        var tout = await _site.RecomptesAsync(SiteDesChiffres.Tout);
        foreach (var auteur in tout.ParAuteur.Keys)
        {
            var perimetre = new Perimetre { Niveau = NiveauDePerimetre.Mediateur, Auteur = auteur };
            Assert.Empty(EcartsDIndicateurs.Entre((await _site.MontresAsync(perimetre: perimetre)).Indicateurs, await _site.RecomptesAsync(SiteDesChiffres.Tout with { Auteurs = FrozenSet.Create(auteur) })));
            var equipe = new Perimetre { Niveau = NiveauDePerimetre.Equipe, Equipes = [auteur] };
            Assert.Empty(EcartsDIndicateurs.Entre((await _site.MontresAsync(perimetre: equipe)).Indicateurs, await _site.RecomptesAsync(SiteDesChiffres.Tout with { Equipes = FrozenSet.Create(auteur) })));
            var structure = new Perimetre { Niveau = NiveauDePerimetre.Structure, Organisation = auteur };
            Assert.Empty(EcartsDIndicateurs.Entre((await _site.MontresAsync(perimetre: structure)).Indicateurs, await _site.RecomptesAsync(SiteDesChiffres.Tout with { Organisations = FrozenSet.Create(auteur) })));
        }
    }

    private async Task EcrireAsync(Random hasard, FaitsAuHasard faits, Guid[] personnes)
    {
        var actes = new List<Guid>();
        for (var i = 0; i < 60; i++)
        {
            var acte = actes.Count == 0 ? default : actes[hasard.Next(actes.Count)];
            switch (actes.Count == 0 ? 0 : hasard.Next(8))
            {
                case 3:
                    var corrige = faits.Fait();
                    await _site.CorrigerAsync(acte, corrige, sansPersonne: !corrige.Type.EstDeMediation() || hasard.Next(2) == 0);
                    break;
                case 4:
                    await _site.Site.Base.ExecuterAsync("UPDATE accompagnement.activites SET supprimee_le = CASE WHEN supprimee_le IS NULL THEN now() END WHERE id = $1", acte);
                    break;
                case 5:
                    // Two sheets of one person are joined in this act.
                    await _site.Site.Base.ExecuterAsync("UPDATE accompagnement.accompagnements SET personne = $2 WHERE activite = $1 AND personne = (SELECT min(personne::text)::uuid FROM accompagnement.accompagnements WHERE activite = $1) AND NOT EXISTS (SELECT 1 FROM accompagnement.accompagnements WHERE activite = $1 AND personne = $2)", acte, personnes[hasard.Next(personnes.Length)]);
                    break;
                case 6:
                    await _site.Site.Base.ExecuterAsync("UPDATE accompagnement.personnes SET annee_de_naissance = $2 WHERE id = $1", personnes[hasard.Next(personnes.Length)], hasard.Next(1920, 2010));
                    break;
                default:
                    var fait = faits.Fait();
                    actes.Add(await _site.NoterAsync(fait, fait.Type.EstDeMediation() ? [.. hasard.GetItems(personnes, hasard.Next(0, 3)).Distinct()] : []));
                    break;
            }
        }
    }
}
