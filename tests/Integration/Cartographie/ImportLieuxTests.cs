using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using FaireAvec.Cartographie.Import;
using FaireAvec.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Cartographie;

/// <summary>« lieux importer » on a real database: what it writes, and all the ways in which it writes nothing.</summary>
public sealed class ImportLieuxTests(ApplicationDeTest application) : IClassFixture<ApplicationDeTest>, IDisposable
{
    private readonly DossierTemporaire _dossier = new();

    public void Dispose() => _dossier.Dispose();

    [Fact]
    public async Task Le_meme_fichier_deux_fois_ne_change_rien()
    {
        var fichier = Ecrire("deux-fois", 50);
        var premier = await ImporterAsync(fichier);
        Assert.Equal((50, 50, 0, 0, 0), (premier.Lus, premier.Ajoutes, premier.Modifies, premier.Inchanges, premier.Rejetes));
        var avant = await EtatAsync("deux-fois");
        var imports = await application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.imports");
        application.Horloge.Avancer(TimeSpan.FromHours(1));
        var second = await ImporterAsync(fichier);
        Assert.Equal((0, 0, 50, 0), (second.Ajoutes, second.Modifies, second.Inchanges, second.Retires));
        Assert.Equal(avant, await EtatAsync("deux-fois"));
        Assert.Equal(imports, await application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.imports"));
    }

    [Fact]
    public async Task Un_fichier_compresse_donne_les_memes_lieux()
    {
        var fichier = Ecrire("compresse", 20);
        var gz = _dossier.Sous("compresse.csv.gz");
        await using (var sortie = new GZipStream(File.Create(gz), CompressionLevel.Fastest))
        {
            await sortie.WriteAsync(await File.ReadAllBytesAsync(fichier));
        }

        Assert.Equal(20, (await ImporterAsync(gz)).Ajoutes);
        Assert.Equal(20, (await ImporterAsync(fichier)).Inchanges);
        await File.WriteAllBytesAsync(gz, (await File.ReadAllBytesAsync(gz))[..^20]);
        await Assert.ThrowsAsync<FichierIllisibleException>(() => ImporterAsync(gz));
    }

    [Fact]
    public async Task Une_ligne_changee_change_son_lieu_seul_et_la_date_de_creation_reste()
    {
        await ImporterAsync(Ecrire("change", 10));
        application.Horloge.Avancer(TimeSpan.FromHours(1));
        var bilan = await ImporterAsync(Ecrire("change", 10, i => i == 3 ? "Nouveau nom" : null));
        Assert.Equal((0, 1, 9), (bilan.Ajoutes, bilan.Modifies, bilan.Inchanges));
        Assert.Equal(1, await application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.lieux WHERE source = 'change' AND modifie_le > cree_le AND nom = 'Nouveau nom'"));
        Assert.Equal(1, await application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.lieux WHERE source = 'change' AND modifie_le > cree_le"));
    }

    [Fact]
    public async Task Les_lignes_rejetees_sont_dites_et_les_autres_importees()
    {
        var fichier = Ecrire("rejets", 5);
        await File.AppendAllTextAsync(fichier, "rejets_9,Sans code,Lyon,6900,rejets\nrejets_10,Trop court\nrejets_1,En double,Lyon,69001,rejets\n");
        var anomalies = new List<Anomalie>();
        var bilan = await ImporterAsync(fichier, anomalie: anomalies.Add);
        Assert.Equal((8, 5, 3), (bilan.Lus, bilan.Ajoutes, bilan.Rejetes));
        Assert.Equal([7L, 8, 9], anomalies.Where(a => a.Rejete).Select(a => a.Ligne));
        Assert.All(anomalies, a => Assert.EndsWith(".", a.Raison, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Un_fichier_complet_retire_les_lieux_qui_n_y_sont_plus_et_eux_seuls()
    {
        await ImporterAsync(Ecrire("complet", 10));
        await ImporterAsync(Ecrire("voisine", 3));
        Assert.Equal(0, (await ImporterAsync(Ecrire("complet", 6))).Retires);
        var fichier = Ecrire("complet", 6);
        // A mistake in the row of a place isn't its end.
        await File.AppendAllTextAsync(fichier, "complet_8,Code faux,Lyon,6900,complet\n");
        var bilan = await ImporterAsync(fichier, complet: true);
        Assert.Equal((3, 1), (bilan.Retires, bilan.Rejetes));
        Assert.Equal(["complet_0", "complet_1", "complet_2", "complet_3", "complet_4", "complet_5", "complet_8"], await application.Base.ListerAsync<string>("SELECT id FROM cartographie.lieux WHERE source = 'complet' ORDER BY id"));
        Assert.Equal(3, await application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.lieux WHERE source = 'voisine'"));
    }

    [Fact]
    public async Task De_deux_imports_a_la_fois_l_un_attend_l_autre()
    {
        var fichier = Ecrire("ensemble", 600);
        using var milieu = new ManualResetEventSlim();
        using var suite = new ManualResetEventSlim();
        var premier = Task.Run(() => ImporterAsync(fichier, progres: _ =>
        {
            milieu.Set();
            suite.Wait(TimeSpan.FromSeconds(30));
        }));
        Assert.True(milieu.Wait(TimeSpan.FromSeconds(30)));
        var second = Task.Run(() => ImporterAsync(fichier));
        await Task.Delay(300);
        Assert.False(second.IsCompleted);
        suite.Set();
        Assert.Equal((600, 0), ((await premier).Ajoutes, (await premier).Inchanges));
        Assert.Equal((0, 600), ((await second).Ajoutes, (await second).Inchanges));
    }

    [Fact]
    public async Task Un_import_arrete_au_milieu_ne_change_rien()
    {
        await ImporterAsync(Ecrire("arrete", 300));
        var avant = await EtatAsync("arrete");
        var nouveau = Ecrire("arrete", 600, i => $"Changé {i}");
        using var arret = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ImporterAsync(nouveau, complet: true, progres: _ => arret.Cancel(), annulation: arret.Token));
        Assert.Equal(avant, await EtatAsync("arrete"));
    }

    [Fact]
    public async Task Un_import_dont_la_base_s_en_va_au_milieu_ne_change_rien()
    {
        await using var seule = await ApplicationDeTest.DemarrerAsync();
        await ImporterAsync(Ecrire("coupe", 300), dans: seule);
        var nouveau = Ecrire("coupe", 6000, i => $"Changé {i} {new string('x', 250)}");
        var coupe = false;
        await Assert.ThrowsAnyAsync<Exception>(() => ImporterAsync(nouveau, dans: seule, progres: _ =>
        {
            if (!coupe)
            {
                coupe = true;
                seule.Base.CouperAsync().GetAwaiter().GetResult();
            }
        }));
        seule.Base.Retablir();
        Npgsql.NpgsqlConnection.ClearAllPools();
        Assert.Equal(300, await seule.Base.LireAsync<long>("SELECT count(*) FROM cartographie.lieux WHERE source = 'coupe' AND nom NOT LIKE 'Changé%'"));
        Assert.Equal(300, await seule.Base.LireAsync<long>("SELECT count(*) FROM cartographie.lieux"));
    }

    [Fact]
    public async Task Un_fichier_illisible_vers_la_fin_ne_change_rien()
    {
        var fichier = Ecrire("illisible", 400);
        await File.AppendAllTextAsync(fichier, $"\"{new string('a', 2_000_000)}");
        await Assert.ThrowsAsync<FichierIllisibleException>(() => ImporterAsync(fichier));
        Assert.Equal(0, await application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.lieux WHERE source = 'illisible'"));
    }

    [Fact]
    public async Task Les_autres_noeuds_refont_leur_index_apres_un_import()
    {
        await using var autre = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Base = application.Base });
        Assert.Equal(0, await TotalAsync(autre, "noeuds"));
        await ImporterAsync(Ecrire("noeuds", 7));
        await Attente.QueAsync("both nodes know the new places", async () => await TotalAsync(autre, "noeuds") == 7 && await TotalAsync(application, "noeuds") == 7);
        await ImporterAsync(Ecrire("noeuds", 5), complet: true);
        await Attente.QueAsync("both nodes forget the removed places", async () => await TotalAsync(autre, "noeuds") == 5 && await TotalAsync(application, "noeuds") == 5);
    }

    [Fact]
    public async Task Un_import_est_au_journal()
    {
        await ImporterAsync(Ecrire("journal", 4));
        Assert.Equal(1, await application.Base.LireAsync<long>("SELECT count(*) FROM noyau.journal j JOIN cartographie.imports i ON j.entite_id = i.empreinte WHERE i.fichier = 'journal.csv' AND j.action = 'import' AND j.apres LIKE '%\"Ajoutes\":4,%'"));
        Assert.Equal(1, await application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.imports WHERE fichier = 'journal.csv' AND ajoutes = 4"));
    }

    private static async Task<int> TotalAsync(ApplicationDeTest noeud, string source)
    {
        using var reponse = await noeud.Client.GetAsync($"/api/v1/lieux?source={source}&limite=1");
        // A source that no place has yet is told so.
        return reponse.StatusCode == HttpStatusCode.BadRequest ? 0 : JsonDocument.Parse(await reponse.Content.ReadAsStringAsync()).RootElement.GetProperty("total").GetInt32();
    }

    private Task<List<string>> EtatAsync(string source) => application.Base.ListerAsync<string>($"SELECT to_jsonb(l)::text FROM cartographie.lieux l WHERE source = '{source}' ORDER BY id");

    private Task<Bilan> ImporterAsync(string fichier, bool complet = false, Action<Anomalie>? anomalie = null, Action<double>? progres = null, ApplicationDeTest? dans = null, CancellationToken annulation = default) =>
        (dans ?? application).DansAsync(s => s.GetRequiredService<ImportLieux>().ImporterAsync(fichier, complet, anomalie ?? (_ => { }), progres, annulation));

    private string Ecrire(string source, int nombre, Func<int, string?>? nom = null)
    {
        var texte = new StringBuilder("id,nom,commune,code_postal,source\n");
        for (var i = 0; i < nombre; i++)
        {
            texte.Append($"{source}_{i},{nom?.Invoke(i) ?? $"Espace {i}"},Lyon,69001,{source}\n");
        }

        var chemin = _dossier.Sous($"{source}.csv");
        File.WriteAllText(chemin, texte.ToString());
        return chemin;
    }
}
