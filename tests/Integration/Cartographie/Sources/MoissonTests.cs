using System.Text;
using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Courrier;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Cartographie.Sources;

/// <summary>The harvest of sources on a real database: published, held, dry, unchanged, failed, rolled back.</summary>
public sealed class MoissonTests(MoissonTests.Application application) : IClassFixture<MoissonTests.Application>
{
    private const string Role = "administrateur";

    [Fact]
    public async Task Une_source_est_moissonnee_a_son_adresse_puis_ne_l_est_plus_tant_qu_elle_ne_change_pas()
    {
        await using var serveur = await ServeurDeProducteur.DemarrerAsync(async c =>
        {
            if (c.Request.Headers.IfNoneMatch == "\"v1\"")
            {
                c.Response.StatusCode = 304;
                return;
            }

            c.Response.Headers.ETag = "\"v1\"";
            await ServeurDeProducteur.Texte(Fichier("url", 10))(c);
        });
        await AjouterAsync("url", serveur.Url());
        var premier = await MoissonnerAsync("url");
        Assert.Equal((StatutImport.Publie, 10, 10, 10, 0), (premier.Statut, premier.Lus, premier.Gardes, premier.Ajoutes, premier.Rejetes));
        Assert.Equal(OrigineImport.Url, premier.Origine);
        var second = await MoissonnerAsync("url");
        Assert.Equal((StatutImport.Inchange, 0), (second.Statut, second.Ajoutes));
        // Without an ETag, the file itself tells.
        serveur.Repondre = ServeurDeProducteur.Texte(Fichier("url", 10));
        Assert.Equal(StatutImport.Inchange, (await MoissonnerAsync("url")).Statut);
        Assert.Equal(3, serveur.Demandes);
        Assert.Equal(StatutImport.Inchange, (await MoissonnerAsync("url", forcer: true)).Statut);
    }

    [Fact]
    public async Task Une_source_qui_perd_trop_de_lieux_est_retenue_et_dite_jusqu_a_ce_qu_une_personne_decide()
    {
        await AjouterAsync("chute", null, complet: true);
        await MoissonnerAsync("chute", Fichier("chute", 10));
        var retenu = await MoissonnerAsync("chute", Fichier("chute", 7));
        Assert.Equal((StatutImport.Retenu, 10, 7, 3), (retenu.Statut, retenu.Avant, retenu.Gardes, retenu.Retires));
        Assert.Equal(10, await CompterAsync("chute"));
        Assert.Contains(application.Courrier.Messages, m => m.A == "exploitation@example.org" && m.Texte.Contains(retenu.Id.ToString(), StringComparison.Ordinal) && m.Objet.Contains("retenue", StringComparison.Ordinal));
        var libere = await DansAsync(s => s.GetRequiredService<Moissonneur>().LibererAsync(retenu.Id, CancellationToken.None));
        Assert.Equal((StatutImport.Publie, 3), (libere.Valeur.Statut, libere.Valeur.Retires));
        Assert.Equal(7, await CompterAsync("chute"));
        Assert.Equal("CAR-511", (await DansAsync(s => s.GetRequiredService<Moissonneur>().LibererAsync(retenu.Id, CancellationToken.None))).Erreur!.Code);
        Assert.Equal(0, await application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.lignes_en_attente WHERE import = $1", retenu.Id));
    }

    [Fact]
    public async Task Un_import_retenu_que_l_on_refuse_ne_change_rien_et_n_est_pas_propose_a_nouveau()
    {
        await AjouterAsync("refus", null, complet: true);
        await MoissonnerAsync("refus", Fichier("refus", 10));
        var retenu = await MoissonnerAsync("refus", Fichier("refus", 1));
        var refuse = await DansAsync(s => s.GetRequiredService<Moissonneur>().RefuserAsync(retenu.Id, CancellationToken.None));
        Assert.Equal(StatutImport.Annule, refuse.Valeur.Statut);
        Assert.Equal(10, await CompterAsync("refus"));
        Assert.Equal(StatutImport.Inchange, (await MoissonnerAsync("refus", Fichier("refus", 1))).Statut);
    }

    [Fact]
    public async Task Un_fichier_vide_ou_rejete_en_entier_ne_vide_pas_la_source()
    {
        await AjouterAsync("vide", null, complet: true);
        await MoissonnerAsync("vide", Fichier("vide", 10));
        Assert.Equal(StatutImport.Retenu, (await MoissonnerAsync("vide", Fichier("vide", 0))).Statut);
        var faux = new StringBuilder("id,nom,commune,code_postal,source\n");
        for (var i = 0; i < 10; i++)
        {
            faux.Append($"vide_{i},,Nulle part,00000,vide\n");
        }

        var rejete = await MoissonnerAsync("vide", faux.ToString());
        Assert.Equal((StatutImport.Retenu, 10, 0, 0), (rejete.Statut, rejete.Rejetes, rejete.Gardes, rejete.Retires));
        Assert.Equal(10, await CompterAsync("vide"));
    }

    [Fact]
    public async Task Une_ligne_rejetee_ne_retire_pas_son_lieu()
    {
        await AjouterAsync("rejet", null, complet: true);
        await MoissonnerAsync("rejet", Fichier("rejet", 10));
        var import = await MoissonnerAsync("rejet", Fichier("rejet", 8) + "rejet_8,,Lyon,69001,rejet\n");
        Assert.Equal((StatutImport.Publie, 1, 1), (import.Statut, import.Rejetes, import.Retires));
        Assert.Equal(1, await application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.lieux WHERE id = 'rejet_8'"));
        var anomalies = await application.AvecBaseAsync(db => db.Set<AnomalieDImport>().Where(a => a.Import == import.Id && a.Niveau == NiveauAnomalie.Rejet).ToListAsync(), Role);
        var anomalie = Assert.Single(anomalies);
        Assert.Equal(("nom", "rejet_8"), (anomalie.Champ, anomalie.Lieu));
    }

    [Fact]
    public async Task Un_import_a_blanc_dit_tout_et_n_ecrit_que_son_rapport()
    {
        await AjouterAsync("blanc", null, complet: true);
        await MoissonnerAsync("blanc", Fichier("blanc", 10));
        var avant = await EtatAsync("blanc");
        var source = await SourceAsync("blanc");
        var blanc = await MoissonnerAsync("blanc", Fichier("blanc", 3, i => i == 0 ? "Autre nom" : null) + "blanc_99,,Lyon,69001,blanc\n", aBlanc: true);
        Assert.Equal((StatutImport.ABlanc, 4, 3, 1, 1, 7), (blanc.Statut, blanc.Lus, blanc.Gardes, blanc.Rejetes, blanc.Modifies, blanc.Retires));
        Assert.Contains("serait retenu", blanc.Raison, StringComparison.Ordinal);
        Assert.Equal(avant, await EtatAsync("blanc"));
        Assert.Equal(JsonSerializer.Serialize(source), JsonSerializer.Serialize(await SourceAsync("blanc")));
        Assert.NotEqual(0, await application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.anomalies WHERE import = $1", blanc.Id));
        Assert.Equal(0, await application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.lignes_en_attente WHERE import = $1", blanc.Id));
        // The same file for good afterwards is read.
        Assert.Equal(StatutImport.Retenu, (await MoissonnerAsync("blanc", Fichier("blanc", 3, i => i == 0 ? "Autre nom" : null) + "blanc_99,,Lyon,69001,blanc\n")).Statut);
    }

    [Fact]
    public async Task De_deux_moissons_d_une_source_a_la_fois_l_une_attend_l_autre()
    {
        await AjouterAsync("tour", null);
        var fichier = Fichier("tour", 400);
        using var milieu = new ManualResetEventSlim();
        using var suite = new ManualResetEventSlim();
        var premier = Task.Run(() => MoissonnerAsync("tour", fichier, progres: p =>
        {
            milieu.Set();
            suite.Wait(TimeSpan.FromSeconds(30));
        }));
        Assert.True(milieu.Wait(TimeSpan.FromSeconds(30)));
        var second = Task.Run(() => MoissonnerAsync("tour", fichier, forcer: true));
        await Task.Delay(300);
        Assert.False(second.IsCompleted);
        suite.Set();
        Assert.Equal((StatutImport.Publie, 400), ((await premier).Statut, (await premier).Ajoutes));
        Assert.Equal((StatutImport.Inchange, 0), ((await second).Statut, (await second).Ajoutes));
    }

    [Theory]
    [InlineData("<!doctype html><html><body>Erreur</body></html>", "page web")]
    [InlineData("", "vide")]
    [InlineData("a;b\n1;2\n", "obligatoires absentes")]
    public async Task Ce_qui_n_est_pas_un_fichier_de_lieux_finit_en_echec_avec_une_phrase(string contenu, string mots)
    {
        await using var serveur = await ServeurDeProducteur.DemarrerAsync(ServeurDeProducteur.Texte(contenu));
        var code = $"faux-{contenu.Length}";
        await AjouterAsync(code, serveur.Url());
        var import = await MoissonnerAsync(code);
        Assert.Equal(StatutImport.Echec, import.Statut);
        Assert.Contains(mots, import.Raison, StringComparison.Ordinal);
        Assert.NotNull(import.FinLe);
    }

    [Fact]
    public async Task Un_serveur_en_panne_laisse_les_lieux_comme_ils_sont()
    {
        await using var serveur = await ServeurDeProducteur.DemarrerAsync(ServeurDeProducteur.Texte(Fichier("panne", 5)));
        await AjouterAsync("panne", serveur.Url(), complet: true);
        await MoissonnerAsync("panne");
        serveur.Repondre = c =>
        {
            c.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        var import = await MoissonnerAsync("panne");
        Assert.Equal(StatutImport.Echec, import.Statut);
        Assert.Contains("en panne", import.Raison, StringComparison.Ordinal);
        Assert.Equal(5, await CompterAsync("panne"));
    }

    [Fact]
    public async Task Personne_n_ecrit_par_dessus_le_lieu_d_une_autre_source()
    {
        await AjouterAsync("une", null);
        await AjouterAsync("autre", null);
        await MoissonnerAsync("une", Fichier("une", 2));
        var import = await MoissonnerAsync("autre", "id,nom,commune,code_postal,source\nune_0,Volé,Lyon,69001,autre\nautre_0,À moi,Lyon,69001,autre\n");
        Assert.Equal((1, 1), (import.Ajoutes, import.Rejetes));
        Assert.Equal("une", await application.Base.LireAsync<string>("SELECT source FROM cartographie.lieux WHERE id = 'une_0'"));
    }

    [Fact]
    public async Task Ce_qui_est_corrige_est_trace()
    {
        await AjouterAsync("trace", null);
        var import = await MoissonnerAsync("trace", "id,nom,commune,code_postal,source,telephone\ntrace_0,Espace,Lyon,69001,trace,01 99 00 12 34\n");
        Assert.Equal((1, 1), (import.Gardes, import.Corriges));
        Assert.Equal("+33199001234", await application.Base.LireAsync<string>("SELECT telephone FROM cartographie.lieux WHERE id = 'trace_0'"));
        var trace = await application.AvecBaseAsync(db => db.Set<AnomalieDImport>().SingleAsync(a => a.Import == import.Id && a.Champ == "telephone"), Role);
        Assert.Equal((NiveauAnomalie.Corrige, "01 99 00 12 34", "+33199001234"), (trace.Niveau, trace.Avant, trace.Apres));
    }

    [Fact]
    public async Task Une_source_retiree_ou_suspendue_n_est_pas_lue()
    {
        await AjouterAsync("fermee", null);
        await DansAsync(s => s.GetRequiredService<RegistreDesSources>().PasserAsync("fermee", EtatSource.Suspendue, CancellationToken.None));
        Assert.Equal("CAR-505", (await ResultatAsync("fermee", Fichier("fermee", 1))).Erreur!.Code);
        Assert.Equal(StatutImport.ABlanc, (await MoissonnerAsync("fermee", Fichier("fermee", 1), aBlanc: true)).Statut);
        Assert.Equal("CAR-506", (await ResultatAsync("url-absente", null, creer: true)).Erreur!.Code);
        Assert.Equal("CAR-500", (await ResultatAsync("inconnue-ici", null)).Erreur!.Code);
    }

    [Fact]
    public async Task Une_correspondance_traduit_le_fichier_et_sa_version_est_gardee()
    {
        await AjouterAsync("traduite", null);
        const string Document = """
            {"correspondance":1,"source":{"code":"traduite","nom":"Traduite"},"identifiant":{"local":"Numéro"},
             "champs":{"nom":"Nom du lieu","commune":"Ville","code_postal":"CP"}}
            """;
        var version = await DansAsync(s => s.GetRequiredService<RegistreDesSources>().AjouterCorrespondanceAsync("traduite", Document, "première", CancellationToken.None));
        Assert.True(version.Reussi, version.Erreur?.Message);
        Assert.Equal(1, version.Valeur.Version);
        var import = await MoissonnerAsync("traduite", "Numéro;Nom du lieu;Ville;CP\n12;Médiathèque;Lyon;69001\n");
        Assert.Equal((StatutImport.Publie, 1, 1), (import.Statut, import.Ajoutes, import.VersionDeCorrespondance));
        Assert.Equal("Médiathèque", await application.Base.LireAsync<string>("SELECT nom FROM cartographie.lieux WHERE source = 'traduite'"));
        // A version is never changed, even by a forgotten line of code.
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => BaseDeTestAsync("UPDATE cartographie.correspondances SET note = 'x'"));
        Assert.Equal("CAR-508", (await DansAsync(s => s.GetRequiredService<RegistreDesSources>().AjouterCorrespondanceAsync("traduite", Document.Replace("\"traduite\"", "\"autre\"", StringComparison.Ordinal), null, CancellationToken.None))).Erreur!.Code);
    }

    [Fact]
    public async Task Annuler_un_import_remet_chaque_lieu_sauf_ceux_qui_ont_change_depuis()
    {
        await AjouterAsync("annule", null, complet: true);
        await MoissonnerAsync("annule", Fichier("annule", 10));
        var avant = await EtatAsync("annule");
        application.Horloge.Avancer(TimeSpan.FromHours(1));
        // Two changed, one removed, one added.
        var import = await MoissonnerAsync("annule", Fichier("annule", 9, i => i < 2 ? $"Changé {i}" : null) + "annule_50,Nouveau,Lyon,69001,annule\n");
        Assert.Equal((1, 2, 1), (import.Ajoutes, import.Modifies, import.Retires));
        // One of the two changed again since.
        await MoissonnerAsync("annule", Fichier("annule", 9, i => i switch { 0 => "Changé encore", 1 => "Changé 1", _ => null }) + "annule_50,Nouveau,Lyon,69001,annule\n");
        var bilan = await DansAsync(s => s.GetRequiredService<AnnulationDImport>().AnnulerAsync(import.Id, CancellationToken.None));
        Assert.True(bilan.Reussi, bilan.Erreur?.Message);
        Assert.Equal((1, 1, 1), (bilan.Valeur.Remis, bilan.Valeur.Retires, bilan.Valeur.Rendus));
        Assert.Equal(["annule_0"], bilan.Valeur.Conflits);
        var apres = await EtatAsync("annule");
        Assert.Equal(avant.Where(l => !l.Contains("\"annule_0\"", StringComparison.Ordinal)), apres.Where(l => !l.Contains("\"annule_0\"", StringComparison.Ordinal)));
        Assert.Contains("Changé encore", apres.Single(l => l.Contains("\"annule_0\"", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal("CAR-512", (await DansAsync(s => s.GetRequiredService<AnnulationDImport>().AnnulerAsync(import.Id, CancellationToken.None))).Erreur!.Code);
    }

    [Fact]
    public async Task Chaque_changement_d_un_lieu_est_dans_son_histoire()
    {
        await AjouterAsync("histoire", null, complet: true);
        var premier = await MoissonnerAsync("histoire", Fichier("histoire", 6));
        var second = await MoissonnerAsync("histoire", Fichier("histoire", 5, i => i == 0 ? "Autre" : null));
        var histoire = await application.AvecBaseAsync(db => db.Set<HistoriqueDeLieu>().Where(h => h.Lieu == "histoire_0" || h.Lieu == "histoire_5").OrderBy(h => h.Id).ToListAsync(), Role);
        Assert.Equal([("histoire_0", premier.Id), ("histoire_5", premier.Id), ("histoire_0", second.Id), ("histoire_5", second.Id)], histoire.Select(h => (h.Lieu, h.Import!.Value)).OrderBy(h => h.Value == second.Id).ThenBy(h => h.Lieu));
        Assert.All(histoire.Where(h => h.Import == premier.Id), h => Assert.True(h.Avant is null && h.Apres is not null));
        var change = histoire.Single(h => h.Import == second.Id && h.Lieu == "histoire_0");
        Assert.Equal(("Espace 0", "Autre"), (JsonDocument.Parse(change.Avant!).RootElement.GetProperty("nom").GetString(), JsonDocument.Parse(change.Apres!).RootElement.GetProperty("nom").GetString()));
        Assert.Null(histoire.Single(h => h.Import == second.Id && h.Lieu == "histoire_5").Apres);
        // Nobody else reads it.
        Assert.Equal(0, await application.AvecBaseAsync(db => db.Set<HistoriqueDeLieu>().CountAsync()));
        Assert.Equal(0, await application.AvecBaseAsync(db => db.Set<AnomalieDImport>().CountAsync()));
    }

    [Fact]
    public async Task Une_valeur_laissee_de_cote_est_dite_une_fois()
    {
        await AjouterAsync("siret", null);
        var import = await MoissonnerAsync("siret", "id,pivot,nom,commune,code_postal,source\nsiret_1,77567267221138,Espace,Lyon,69001,siret\n");
        var dite = await application.AvecBaseAsync(db => db.Set<AnomalieDImport>().SingleAsync(a => a.Import == import.Id && a.Champ == "pivot"), Role);
        Assert.Equal(("NET-PIV-51", NiveauAnomalie.Corrige, "77567267221138", null), (dite.Regle, dite.Niveau, dite.Avant, dite.Apres));
    }

    internal static string Fichier(string source, int nombre, Func<int, string?>? nom = null)
    {
        var texte = new StringBuilder("id,nom,commune,code_postal,source\n");
        for (var i = 0; i < nombre; i++)
        {
            texte.Append($"{source}_{i},{nom?.Invoke(i) ?? $"Espace {i}"},Lyon,69001,{source}\n");
        }

        return texte.ToString();
    }

    private Task<int> BaseDeTestAsync(string sql) => Support.Postgres.BaseDeTest.ExecuterAsync(application.Base.Application, sql);

    private Task<T> DansAsync<T>(Func<IServiceProvider, Task<T>> action) => application.DansAsync(action, Role);

    private async Task AjouterAsync(string code, string? url, bool complet = false)
    {
        var ajoutee = await DansAsync(s => s.GetRequiredService<RegistreDesSources>().AjouterAsync(new SourceDemandee(code) { Nom = code, Url = url, Complet = complet }, CancellationToken.None));
        Assert.True(ajoutee.Reussi, ajoutee.Erreur?.Message);
    }

    private async Task<Resultat<ImportDeLieux>> ResultatAsync(string code, string? contenu, bool aBlanc = false, bool forcer = false, Action<double>? progres = null, bool creer = false)
    {
        if (creer)
        {
            await AjouterAsync(code, null);
        }

        return await DansAsync(s => s.GetRequiredService<Moissonneur>().MoissonnerAsync(code, new DemandeDeMoisson
        {
            Fichier = contenu is null ? null : new MemoryStream(Encoding.UTF8.GetBytes(contenu)),
            NomDuFichier = "lieux.csv",
            ABlanc = aBlanc,
            Forcer = forcer,
            Progres = progres,
        }, CancellationToken.None));
    }

    private async Task<ImportDeLieux> MoissonnerAsync(string code, string? contenu = null, bool aBlanc = false, bool forcer = false, Action<double>? progres = null)
    {
        var resultat = await ResultatAsync(code, contenu, aBlanc, forcer, progres);
        Assert.True(resultat.Reussi, resultat.Erreur?.Message);
        return resultat.Valeur;
    }

    private Task<long> CompterAsync(string source) => application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.lieux WHERE source = $1", source);

    private Task<List<string>> EtatAsync(string source) => application.Base.ListerAsync<string>($"SELECT to_jsonb(l)::text FROM cartographie.lieux l WHERE source = '{source}' ORDER BY id");

    private Task<Source> SourceAsync(string code) => application.AvecBaseAsync(db => db.Set<Source>().AsNoTracking().SingleAsync(s => s.Code == code));

    /// <summary>The application with a local producer allowed and a mailbox to look into.</summary>
    public sealed class Application : ApplicationDeTest
    {
        public Application() : this(new BoiteAuxLettres())
        {
        }

        private Application(BoiteAuxLettres courrier) : base(new ReglagesDeTest
        {
            Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Sources:BoucleLocale"] = "true", ["Sources:DelaiMaxSecondes"] = "20", ["Operateur:Courriel"] = "exploitation@example.org" },
            Services = s => s.AddSingleton<ICourrier>(courrier),
        }) => Courrier = courrier;

        public BoiteAuxLettres Courrier { get; }
    }
}
