using FaireAvec.Kernel.Demarrage;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Evenements;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Kernel;

/// <summary>An event of the tests.</summary>
public sealed record EssaiArrive(int Numero) : IEvenement;

/// <summary>The outbox: told with the change, delivered once, tried again, then shown to an operator.</summary>
public sealed class EvenementsTests
{
    [Fact]
    public async Task Un_evenement_arrive_une_fois_a_chaque_gestionnaire()
    {
        await using var essai = await Essai.DemarrerAsync();
        await essai.PublierAsync(1, 2, 3);

        Assert.Equal(6, await essai.LivrerAsync());
        Assert.Equal(0, await essai.LivrerAsync());

        Assert.Equal(["PremierGestionnaire:1", "PremierGestionnaire:2", "PremierGestionnaire:3", "SecondGestionnaire:1", "SecondGestionnaire:2", "SecondGestionnaire:3"], await essai.RecusAsync());
        Assert.Equal(0, await essai.Base.LireAsync<long>("SELECT count(*) FROM noyau.livraisons WHERE livree_le IS NULL OR essais <> 1"));
    }

    [Fact]
    public async Task Une_transaction_annulee_ne_publie_rien()
    {
        await using var essai = await Essai.DemarrerAsync();
        await essai.Noyau.AvecBaseAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Publier(new EssaiArrive(1));
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return 0;
        });
        Assert.Equal(0, await essai.Base.LireAsync<long>("SELECT count(*) FROM noyau.evenements"));
        Assert.Equal(0, await essai.LivrerAsync());
    }

    [Fact]
    public async Task Une_sauvegarde_publie_une_seule_fois()
    {
        await using var essai = await Essai.DemarrerAsync();
        await essai.Noyau.AvecBaseAsync(async db =>
        {
            db.Publier(new EssaiArrive(1));
            await db.SaveChangesAsync();
            return await db.SaveChangesAsync();
        });
        Assert.Equal(1, await essai.Base.LireAsync<long>("SELECT count(*) FROM noyau.evenements"));
    }

    [Fact]
    public async Task Un_echec_ne_garde_rien_du_gestionnaire_et_se_retente_de_plus_en_plus_tard()
    {
        await using var essai = await Essai.DemarrerAsync();
        essai.Panne.Message = "Le service voisin ne répond pas";
        await essai.PublierAsync(1);
        Assert.Equal(2, await essai.LivrerAsync());
        Assert.Equal(["SecondGestionnaire:1"], await essai.RecusAsync());

        foreach (var delai in DistributionEvenements.Delais)
        {
            essai.Horloge.Avancer(delai - TimeSpan.FromSeconds(1));
            Assert.Equal(0, await essai.LivrerAsync());
            essai.Horloge.Avancer(TimeSpan.FromSeconds(1));
            Assert.Equal(1, await essai.LivrerAsync());
        }

        essai.Horloge.Avancer(TimeSpan.FromDays(30));
        Assert.Equal(0, await essai.LivrerAsync());
        Assert.Equal(["SecondGestionnaire:1"], await essai.RecusAsync());
        Assert.Equal("7 essais, morte, InvalidOperationException: Le service voisin ne répond pas", await essai.Base.LireAsync<string>("SELECT essais || ' essais, ' || CASE WHEN morte_le IS NULL THEN 'vivante' ELSE 'morte' END || ', ' || erreur FROM noyau.livraisons WHERE livree_le IS NULL"));
    }

    [Fact]
    public async Task Un_essai_qui_reussit_efface_l_erreur()
    {
        await using var essai = await Essai.DemarrerAsync();
        essai.Panne.Message = "Pas tout de suite";
        await essai.PublierAsync(1);
        await essai.LivrerAsync();
        essai.Panne.Message = null;
        essai.Horloge.Avancer(TimeSpan.FromSeconds(10));
        Assert.Equal(1, await essai.LivrerAsync());
        Assert.Equal(["PremierGestionnaire:1", "SecondGestionnaire:1"], await essai.RecusAsync());
        Assert.Equal(0, await essai.Base.LireAsync<long>("SELECT count(*) FROM noyau.livraisons WHERE livree_le IS NULL OR erreur IS NOT NULL"));
    }

    [Fact]
    public async Task Un_gestionnaire_disparu_est_un_echec_qui_se_voit()
    {
        await using var essai = await Essai.DemarrerAsync();
        await essai.PublierAsync(1);
        await essai.Base.ExecuterAsync("UPDATE noyau.livraisons SET gestionnaire = 'Ancien.Gestionnaire' WHERE gestionnaire LIKE '%Second%'");
        Assert.Equal(2, await essai.LivrerAsync());
        Assert.Contains("No handler Ancien.Gestionnaire", await essai.Base.LireAsync<string>("SELECT erreur FROM noyau.livraisons WHERE livree_le IS NULL"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_gestionnaire_qui_casse_sa_transaction_est_un_echec_comme_un_autre()
    {
        await using var essai = await Essai.DemarrerAsync();
        essai.Panne.Sql = "SELECT 1 / 0";
        await essai.PublierAsync(1, 2);
        Assert.Equal(4, await essai.LivrerAsync());
        Assert.Equal(["SecondGestionnaire:1", "SecondGestionnaire:2"], await essai.RecusAsync());
        Assert.Equal(2, await essai.Base.LireAsync<long>("SELECT count(*) FROM noyau.livraisons WHERE essais = 1 AND erreur LIKE 'PostgresException%'"));
    }

    [Fact]
    public async Task Deux_distributeurs_sur_une_base_livrent_chacun_leur_part_une_fois()
    {
        await using var essai = await Essai.DemarrerAsync();
        await essai.PublierAsync([.. Enumerable.Range(1, 40)]);

        var parts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(essai.LivrerAsync)));

        Assert.Equal(80, parts.Sum());
        Assert.True(parts.Count(p => p > 0) > 1, string.Join(' ', parts));
        Assert.Equal(80, (await essai.RecusAsync()).Count);
        Assert.Equal(80, (await essai.RecusAsync()).Distinct().Count());
        Assert.Equal(0, await essai.Base.LireAsync<long>("SELECT count(*) FROM noyau.livraisons WHERE livree_le IS NULL OR essais <> 1"));
    }

    [Fact]
    public async Task Le_site_livre_de_lui_meme_sans_attendre()
    {
        await using var site = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Services = Essai.Enregistrer });
        await Essai.CreerTableAsync(site.Base);
        await site.AvecBaseAsync(async db =>
        {
            db.Publier(new EssaiArrive(7));
            return await db.SaveChangesAsync();
        });
        // By notification: well before the next round of every five seconds.
        await Attente.QueAsync("the delivery", async () => await site.Base.LireAsync<long>("SELECT count(*) FROM recus") == 2, TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task Un_operateur_voit_les_livraisons_abandonnees_et_les_relance()
    {
        await using var essai = await Essai.DemarrerAsync();
        essai.Panne.Message = "Toujours en panne";
        await essai.PublierAsync(1);
        await essai.LivrerAsync();
        foreach (var delai in DistributionEvenements.Delais)
        {
            essai.Horloge.Avancer(delai);
            await essai.LivrerAsync();
        }

        var base_ = new Dictionary<string, string?>(StringComparer.Ordinal) { ["ConnectionStrings__FaireAvec"] = essai.Base.ConnexionProprietaire };
        var id = await essai.Base.LireAsync<Guid>("SELECT evenement FROM noyau.livraisons WHERE morte_le IS NOT NULL");
        await using var echecs = await ProgrammeFaireAvec.ExecuterAsync(["taches", "echecs"], base_);
        Assert.Equal(0, echecs.Code);
        Assert.Contains($"\"id\":\"{id}\"", echecs.Sortie, StringComparison.Ordinal);
        Assert.Contains("Toujours en panne", echecs.Sortie, StringComparison.Ordinal);

        await using var relance = await ProgrammeFaireAvec.ExecuterAsync(["taches", "relancer", id.ToString()], base_);
        Assert.Equal((0, "1 livraison(s) remise(s) en file.\n"), (relance.Code, relance.Erreurs));
        await using var encore = await ProgrammeFaireAvec.ExecuterAsync(["taches", "relancer", id.ToString()], base_);
        Assert.Equal((1, "Rien en échec sous cet identifiant.\n"), (encore.Code, encore.Erreurs));

        essai.Panne.Message = null;
        // The command ran on the clock of the machine, which may be ahead of the test's.
        essai.Horloge.Instant = new DateTimeOffset((await essai.Base.LireAsync<DateTime>("SELECT prochain_essai FROM noyau.livraisons WHERE livree_le IS NULL")).AddSeconds(1), TimeSpan.Zero);
        Assert.Equal(1, await essai.LivrerAsync());
        Assert.Equal(["PremierGestionnaire:1", "SecondGestionnaire:1"], await essai.RecusAsync());
    }

    /// <summary>A kernel with two handlers, one of which can be made to fail, and a dispatcher driven by hand.</summary>
    private sealed class Essai(NoyauDeTest noyau) : IAsyncDisposable
    {
        public NoyauDeTest Noyau => noyau;

        public BaseDeTest Base => noyau.Base;

        public HorlogeFactice Horloge => noyau.Horloge;

        public Panne Panne => noyau.Services.GetRequiredService<Panne>();

        public static void Enregistrer(IServiceCollection services) => services
            .AddSingleton<Panne>()
            .AddGestionnaire<EssaiArrive, PremierGestionnaire>()
            .AddGestionnaire<EssaiArrive, SecondGestionnaire>();

        public static Task<int> CreerTableAsync(BaseDeTest donnees) => donnees.ExecuterAsync("CREATE TABLE recus (gestionnaire text, numero integer, evenement uuid); GRANT SELECT, INSERT ON recus TO faireavec_app");

        public static async Task<Essai> DemarrerAsync()
        {
            var essai = new Essai(await NoyauDeTest.DemarrerAsync(Enregistrer));
            await CreerTableAsync(essai.Base);
            essai.Noyau.Services.GetRequiredService<EtatDemarrage>().Finir();
            return essai;
        }

        public Task<int> PublierAsync(params int[] numeros) => noyau.AvecBaseAsync(async db =>
        {
            foreach (var numero in numeros)
            {
                db.Publier(new EssaiArrive(numero));
            }

            return await db.SaveChangesAsync();
        });

        /// <summary>A dispatcher of its own delivers what is due; how many deliveries it tried.</summary>
        public async Task<int> LivrerAsync()
        {
            using var distribution = ActivatorUtilities.CreateInstance<DistributionEvenements>(noyau.Services);
            var nombre = 0;
            while (await distribution.LivrerUneAsync(CancellationToken.None))
            {
                nombre++;
            }

            return nombre;
        }

        public Task<List<string>> RecusAsync() => Base.ListerAsync<string>("SELECT gestionnaire || ':' || numero FROM recus ORDER BY 1");

        public ValueTask DisposeAsync() => noyau.DisposeAsync();
    }

    private sealed class Panne
    {
        public string? Message { get; set; }

        public string? Sql { get; set; }
    }

    private sealed class PremierGestionnaire(FaireAvecDb db, Panne panne) : IGestionnaire<EssaiArrive>
    {
        public async Task TraiterAsync(EssaiArrive evenement, ContexteEvenement contexte, CancellationToken annulation)
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO recus VALUES ({nameof(PremierGestionnaire)}, {evenement.Numero}, {contexte.Id})", annulation);
            if (panne.Sql is { } sql)
            {
                await db.Database.ExecuteSqlRawAsync(sql, annulation);
            }

            if (panne.Message is { } message)
            {
                throw new InvalidOperationException(message);
            }
        }
    }

    private sealed class SecondGestionnaire(FaireAvecDb db) : IGestionnaire<EssaiArrive>
    {
        public Task TraiterAsync(EssaiArrive evenement, ContexteEvenement contexte, CancellationToken annulation) =>
            db.Database.ExecuteSqlAsync($"INSERT INTO recus VALUES ({nameof(SecondGestionnaire)}, {evenement.Numero}, {contexte.Id})", annulation);
    }
}
