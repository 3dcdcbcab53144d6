using System.Text;
using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FaireAvec.Tests.Integration.Kernel;

/// <summary>The journal: written by itself, append-only, and every later change of it is seen.</summary>
public sealed class JournalTests(NoyauPartage partage) : IClassFixture<NoyauPartage>
{
    private const string Administrateur = "administrateur";

    [Fact]
    public async Task Une_creation_une_modification_et_une_suppression_s_ecrivent_d_elles_memes()
    {
        await using var noyau = await NoyauDeTest.DemarrerAsync();
        var id = await SignalerAsync(noyau, "Porte fermée");
        noyau.Horloge.Avancer(TimeSpan.FromHours(1));

        await noyau.DansAsync(async s =>
        {
            s.GetRequiredService<ContexteEcriture>().Acteur = "compte:42";
            s.GetRequiredService<ContexteEcriture>().Motif = "Vu sur place";
            var db = s.GetRequiredService<FaireAvecDb>();
            (await db.Set<Signalement>().SingleAsync(x => x.Id == id)).Passer(EtatSignalement.Corrige, noyau.Horloge.GetUtcNow());
            return await db.SaveChangesAsync();
        }, Administrateur);

        var entrees = await LireAsync(noyau.Base);
        Assert.Equal(["creation", "modification"], entrees.Select(e => e.Action));
        Assert.All(entrees, e => Assert.Equal(("cartographie.Signalement", id.ToString()), (e.Entite, e.EntiteId)));
        Assert.Equal(("anonyme", "test", null), (entrees[0].Acteur, entrees[0].Processus, entrees[0].Motif));
        Assert.Null(entrees[0].Avant);
        Assert.Equal("Nouveau", Champ(entrees[0].Apres, "etat"));
        Assert.Equal(("compte:42", "Vu sur place"), (entrees[1].Acteur, entrees[1].Motif));
        Assert.Equal("Nouveau", Champ(entrees[1].Avant, "etat"));
        Assert.Equal("Corrige", Champ(entrees[1].Apres, "etat"));
        Assert.Null(Champ(entrees[1].Apres, "lieu_id"));
        Assert.Equal(HorlogeFactice.Depart.AddHours(1).UtcDateTime, entrees[1].Instant);
        await IntactAsync(noyau, 2);
    }

    [Fact]
    public async Task Une_transaction_annulee_n_ecrit_rien()
    {
        await using var noyau = await NoyauDeTest.DemarrerAsync();
        await noyau.AvecBaseAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(Nouveau(noyau, "Annulé"));
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return 0;
        });
        Assert.Equal(0, await noyau.Base.LireAsync<long>("SELECT count(*) FROM noyau.journal"));
        await IntactAsync(noyau, 0);
    }

    [Fact]
    public async Task Une_sauvegarde_qui_echoue_n_ecrit_rien_et_peut_etre_refaite()
    {
        await using var noyau = await NoyauDeTest.DemarrerAsync();
        var premier = Nouveau(noyau, "Premier");
        await noyau.AvecBaseAsync(async db =>
        {
            db.Add(premier);
            return await db.SaveChangesAsync();
        });
        await noyau.AvecBaseAsync(async db =>
        {
            var second = Nouveau(noyau, "Second");
            db.Add(second);
            var double_ = db.Add(Copie(premier));
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            double_.State = EntityState.Detached;
            return await db.SaveChangesAsync();
        });
        await IntactAsync(noyau, 2);
    }

    [Fact]
    public async Task Les_valeurs_personnelles_sont_chiffrees_puis_oubliees_et_la_chaine_tient()
    {
        await using var noyau = await NoyauDeTest.DemarrerAsync();
        var id = await SignalerAsync(noyau, "Madame Zwiebel m’a mal reçue", "zwiebel@exemple.fr");
        await SignalerAsync(noyau, "Un autre");

        var clair = await noyau.Base.LireAsync<string>("SELECT concat_ws(' ', acteur, processus, motif, entite, entite_id, avant, apres) FROM noyau.journal WHERE entite_id = $1", id.ToString());
        Assert.DoesNotContain("wiebel", clair, StringComparison.OrdinalIgnoreCase);
        var chiffre = (await noyau.Base.LireAsync<byte[]>("SELECT chiffre FROM noyau.journal WHERE entite_id = $1", id.ToString()))!;
        Assert.DoesNotContain("wiebel", Encoding.UTF8.GetString(chiffre), StringComparison.OrdinalIgnoreCase);
        var cle = (await noyau.Base.LireAsync<byte[]>("SELECT cle FROM noyau.cles_personnes WHERE personne = $1", id))!;
        var lu = JsonDocument.Parse(ClePersonne.Dechiffrer(cle, chiffre)).RootElement;
        Assert.Equal("Madame Zwiebel m’a mal reçue", lu.GetProperty("message")[1].GetString());
        Assert.Equal(JsonValueKind.Null, lu.GetProperty("courriel")[0].ValueKind);

        Assert.True(await BaseDeTest.LireAsync<bool>(noyau.Base.Application, "SELECT CASE WHEN set_config('app.role', 'systeme:droits', false) IS NOT NULL THEN noyau.oublier_personne($1) END", id));
        Assert.False(await BaseDeTest.LireAsync<bool>(noyau.Base.Application, "SELECT CASE WHEN set_config('app.role', 'systeme:droits', false) IS NOT NULL THEN noyau.oublier_personne($1) END", id));

        Assert.Equal(0, await noyau.Base.LireAsync<long>("SELECT count(*) FROM noyau.cles_personnes WHERE personne = $1", id));
        Assert.Equal(1, await noyau.Base.LireAsync<long>("SELECT count(*) FROM noyau.cles_personnes"));
        await IntactAsync(noyau, 2);
    }

    [Fact]
    public async Task Un_autre_nonce_a_chaque_ecriture()
    {
        await using var noyau = await NoyauDeTest.DemarrerAsync();
        var personne = Identifiants.Nouveau(noyau.Horloge);
        for (var i = 0; i < 3; i++)
        {
            await noyau.AvecBaseAsync(async db =>
            {
                db.Journaliser(new EntreeJournal("essai", "test.Chose", "x", Personne: personne, Personnel: "la même chose"));
                return await db.SaveChangesAsync();
            });
        }

        Assert.Equal(3, await noyau.Base.LireAsync<long>("SELECT count(DISTINCT chiffre) FROM noyau.journal"));
        Assert.Equal(1, await noyau.Base.LireAsync<long>("SELECT count(*) FROM noyau.cles_personnes"));
    }

    [Theory]
    [InlineData("UPDATE noyau.journal SET acteur = 'moi'")]
    [InlineData("DELETE FROM noyau.journal")]
    [InlineData("TRUNCATE noyau.journal")]
    [InlineData("INSERT INTO noyau.journal SELECT * FROM noyau.journal")]
    [InlineData("UPDATE noyau.journal_chaines SET rang = 0")]
    [InlineData("DELETE FROM noyau.journal_chaines")]
    [InlineData("INSERT INTO noyau.journal_chaines VALUES ('2026-01-01', 0, 1, '')")]
    [InlineData("UPDATE noyau.journal_racines SET entrees = 0")]
    [InlineData("DELETE FROM noyau.journal_racines")]
    [InlineData("SELECT cle FROM noyau.cles_personnes")]
    [InlineData("UPDATE noyau.cles_personnes SET cle = ''")]
    [InlineData("DELETE FROM noyau.cles_personnes")]
    [InlineData("ALTER TABLE noyau.journal DISABLE TRIGGER ALL")]
    [InlineData("CREATE OR REPLACE FUNCTION noyau.champ(t text) RETURNS bytea LANGUAGE sql AS $$ SELECT ''::bytea $$")]
    public async Task L_application_ne_peut_rien_changer_au_journal(string sql)
    {
        var noyau = partage.Noyau;
        var entrees = await noyau.Base.LireAsync<long>("SELECT count(*) FROM noyau.journal") + 1;
        await SignalerAsync(noyau, "Témoin");
        // Both ways in: its own login, and the owner's login that took its role.
        foreach (var source in (NpgsqlDataSource[])[noyau.Base.Application, noyau.Services.GetRequiredService<Base>().Application])
        {
            var refus = await Assert.ThrowsAsync<PostgresException>(() => BaseDeTest.ExecuterAsync(source, sql));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refus.SqlState);
        }

        await IntactAsync(noyau, entrees);
    }

    [Fact]
    public async Task Un_jour_clos_a_une_racine_qui_tient_celle_de_la_veille()
    {
        await using var noyau = await NoyauDeTest.DemarrerAsync();
        for (var jour = 0; jour < 3; jour++)
        {
            await SignalerAsync(noyau, $"Jour {jour}");
            await SignalerAsync(noyau, $"Jour {jour} encore");
            noyau.Horloge.Avancer(TimeSpan.FromDays(1));
        }

        Assert.Equal(3, await CloreAsync(noyau));
        Assert.Equal(0, await CloreAsync(noyau));

        var racines = (await VerifierAsync(noyau)).Where(c => c.Chaine is null).ToList();
        Assert.Equal([new DateOnly(2026, 11, 18), new DateOnly(2026, 11, 19), new DateOnly(2026, 11, 20)], racines.Select(r => r.Jour));
        Assert.All(racines, r => Assert.Equal((2L, (string?)null), (r.Entrees, r.Defaut)));
    }

    [Fact]
    public async Task Le_jour_en_cours_n_est_pas_clos_et_un_retardataire_va_au_jour_suivant()
    {
        await using var noyau = await NoyauDeTest.DemarrerAsync();
        await SignalerAsync(noyau, "Hier");
        noyau.Horloge.Avancer(TimeSpan.FromDays(1));
        await SignalerAsync(noyau, "Aujourd’hui");
        Assert.Equal(1, await CloreAsync(noyau));

        // A node whose clock is late.
        noyau.Horloge.Avancer(TimeSpan.FromDays(-1));
        await SignalerAsync(noyau, "En retard");

        Assert.Equal([new DateOnly(2026, 11, 18), new DateOnly(2026, 11, 19), new DateOnly(2026, 11, 19)], await noyau.Base.ListerAsync<DateOnly>("SELECT jour FROM noyau.journal ORDER BY jour, id"));
        await IntactAsync(noyau, 3);
    }

    [Theory]
    [InlineData("DELETE FROM noyau.journal WHERE jour = '2026-11-18'; DELETE FROM noyau.journal_chaines WHERE jour = '2026-11-18'")]
    [InlineData("DELETE FROM noyau.journal_racines WHERE jour = '2026-11-18'")]
    [InlineData("UPDATE noyau.journal_racines SET racine = sha256('x') WHERE jour = '2026-11-18'")]
    [InlineData("UPDATE noyau.journal_racines SET entrees = entrees + 1 WHERE jour = '2026-11-19'")]
    [InlineData("UPDATE noyau.journal_chaines SET empreinte = sha256('x') WHERE jour = '2026-11-19'; UPDATE noyau.journal SET empreinte = sha256('x') WHERE jour = '2026-11-19'")]
    public async Task Un_jour_clos_ne_change_plus_meme_avec_ses_tetes(string sql)
    {
        await using var noyau = await NoyauDeTest.DemarrerAsync();
        for (var jour = 0; jour < 2; jour++)
        {
            await SignalerAsync(noyau, "Fait");
            noyau.Horloge.Avancer(TimeSpan.FromDays(1));
        }

        await CloreAsync(noyau);
        await noyau.Base.ExecuterAsync(sql);

        Assert.Contains(await VerifierAsync(noyau), c => c is { Chaine: null, Defaut: "La racine de ce jour ne correspond plus à ses chaînes." });
    }

    [Fact]
    public async Task Seize_ecrivains_sur_des_chaines_et_des_personnes_qui_se_croisent_ne_se_bloquent_pas()
    {
        await using var noyau = await NoyauDeTest.DemarrerAsync();
        var personnes = Enumerable.Range(0, 5).Select(_ => Identifiants.Nouveau(noyau.Horloge)).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(ecrivain => Task.Run(async () =>
        {
            var hasard = new Random(ecrivain);
            for (var i = 0; i < 12; i++)
            {
                await noyau.AvecBaseAsync(async db =>
                {
                    for (var j = 0; j < 4; j++)
                    {
                        db.Journaliser(new EntreeJournal("essai", "test.Chose", hasard.Next(100).ToString(), Apres: "{}", Personne: personnes[hasard.Next(5)], Personnel: "{}"));
                    }

                    return await db.SaveChangesAsync();
                });
            }
        })));
        await IntactAsync(noyau, 16 * 12 * 4);
    }

    [Fact]
    public async Task La_verification_ne_se_trompe_pas_pendant_que_l_on_ecrit()
    {
        await using var noyau = await NoyauDeTest.DemarrerAsync();
        using var fin = new CancellationTokenSource();
        var ecriture = Task.Run(async () =>
        {
            while (!fin.IsCancellationRequested)
            {
                await SignalerAsync(noyau, "Encore");
            }
        });
        for (var i = 0; i < 25; i++)
        {
            Assert.All(await VerifierAsync(noyau), c => Assert.Null(c.Defaut));
        }

        await fin.CancelAsync();
        await ecriture;
    }

    private static Signalement Nouveau(NoyauDeTest noyau, string message, string? courriel = null) => new()
    {
        Id = Identifiants.Nouveau(noyau.Horloge),
        LieuId = "test_1",
        Categorie = CategorieSignalement.Horaires,
        Message = message,
        Courriel = courriel,
        RecuLe = noyau.Horloge.GetUtcNow(),
    };

    private static Signalement Copie(Signalement s) => new() { Id = s.Id, LieuId = s.LieuId, Categorie = s.Categorie, Message = s.Message, RecuLe = s.RecuLe };

    private static Task<Guid> SignalerAsync(NoyauDeTest noyau, string message, string? courriel = null) => noyau.AvecBaseAsync(async db =>
    {
        var signalement = Nouveau(noyau, message, courriel);
        db.Add(signalement);
        await db.SaveChangesAsync();
        return signalement.Id;
    });

    private static Task<int> CloreAsync(NoyauDeTest noyau) => BaseDeTest.LireAsync<int>(noyau.Base.Application, "SELECT noyau.journal_clore($1)", noyau.Horloge.GetUtcNow().UtcDateTime)!;

    private static Task<List<ConstatJournal>> VerifierAsync(NoyauDeTest noyau) => noyau.DansAsync(s => s.GetRequiredService<VerificationJournal>().VerifierAsync().ToListAsync().AsTask());

    private static async Task IntactAsync(NoyauDeTest noyau, long entrees)
    {
        var constats = await VerifierAsync(noyau);
        Assert.All(constats, c => Assert.Null(c.Defaut));
        Assert.Equal(entrees, constats.Where(c => c.Chaine is not null).Sum(c => c.Entrees));
    }

    private static async Task<List<Entree>> LireAsync(BaseDeTest donnees)
    {
        await using var commande = donnees.Proprietaire.CreateCommand("SELECT instant, acteur, processus, motif, action, entite, entite_id, avant, apres FROM noyau.journal ORDER BY instant");
        await using var l = await commande.ExecuteReaderAsync();
        var entrees = new List<Entree>();
        while (await l.ReadAsync())
        {
            string? Texte(int i) => l.IsDBNull(i) ? null : l.GetString(i);
            entrees.Add(new Entree(l.GetDateTime(0), l.GetString(1), l.GetString(2), Texte(3), l.GetString(4), l.GetString(5), l.GetString(6), Texte(7), Texte(8)));
        }

        return entrees;
    }

    private static string? Champ(string? json, string nom) => JsonDocument.Parse(json!).RootElement.TryGetProperty(nom, out var v) ? v.ToString() : null;

    private sealed record Entree(DateTime Instant, string Acteur, string Processus, string? Motif, string Action, string Entite, string EntiteId, string? Avant, string? Apres);
}
