using System.Net;
using System.Text;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Constructeurs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Cartographie.Sources;

/// <summary>What people do to places: correct, make, unpublish, decide that two are one, add a stop.</summary>
public sealed class CorrectionsTests(ApplicationDeTest application) : IClassFixture<ApplicationDeTest>
{
    private const string Role = "administrateur";

    [Fact]
    public async Task Une_correction_survit_aux_imports_jusqu_a_ce_que_la_source_change_la_valeur()
    {
        await AjouterAsync("nuit");
        await MoissonnerAsync("nuit", "nuit_0,Espace,Lyon,69001,nuit,0199000001");
        var corrections = await CorrigerAsync("nuit_0", ("telephone", "+33199000002"), ("nom", "Espace du Parc"));
        Assert.Equal(2, corrections.Valeur.Count);
        Assert.Equal(("Espace du Parc", "+33199000002"), await MontreAsync("nuit_0"));
        // The next night, another field changes: both corrections hold.
        await MoissonnerAsync("nuit", "nuit_0,Espace,Villeurbanne,69100,nuit,0199000001");
        Assert.Equal(("Espace du Parc", "+33199000002"), await MontreAsync("nuit_0"));
        // The source changes the phone: its own wins, the name stays corrected, and it is said.
        var import = await MoissonnerAsync("nuit", "nuit_0,Espace,Villeurbanne,69100,nuit,0199000003");
        Assert.Equal(("Espace du Parc", "+33199000003"), await MontreAsync("nuit_0"));
        Assert.Equal(1, await application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.anomalies WHERE import = $1 AND regle = 'correction.depassee' AND champ = 'telephone'", import.Id));
        Assert.Equal(1, await application.Base.LireAsync<long>("SELECT count(*) FROM noyau.journal WHERE entite = 'cartographie.CorrectionDeChamp' AND entite_id = 'nuit_0/telephone' AND apres LIKE '%DepasseeParLaSource%'"));
        // Rolled back, that import leaves the correction in force again.
        Assert.True((await DansAsync(s => s.GetRequiredService<AnnulationDImport>().AnnulerAsync(import.Id, CancellationToken.None))).Reussi);
        Assert.Equal(("Espace du Parc", "+33199000002"), await MontreAsync("nuit_0"));
    }

    [Fact]
    public async Task Une_correction_fausse_est_refusee_avec_une_phrase_et_aucune_n_est_gardee()
    {
        await AjouterAsync("faute");
        await MoissonnerAsync("faute", "faute_0,Espace,Lyon,69001,faute,");
        var refus = await CorrigerAsync("faute_0", ("code_postal", "6900"), ("nom", "Bon nom"));
        Assert.Equal(("CAR-522", "code_postal"), (refus.Erreur!.Code, refus.Erreur.Champ));
        Assert.Equal("CAR-521", (await CorrigerAsync("faute_0", ("id", "autre"))).Erreur!.Code);
        Assert.Equal("CAR-521", (await CorrigerAsync("faute_0", ("couleur", "vert"))).Erreur!.Code);
        Assert.Equal("CAR-520", (await CorrigerAsync("faute_99", ("nom", "x"))).Erreur!.Code);
        Assert.Equal("CAR-522", (await CorrigerAsync("faute_0", ("services", "Coiffure"))).Erreur!.Code);
        Assert.Equal(0, await application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.corrections WHERE lieu = 'faute_0'"));
    }

    [Fact]
    public async Task Une_correction_se_remplace_se_retire_et_se_rend_au_producteur()
    {
        await AjouterAsync("rendue");
        await MoissonnerAsync("rendue", "rendue_0,Espace,Lyon,69001,rendue,0199000001");
        await CorrigerAsync("rendue_0", ("telephone", "+33199000002"));
        var seconde = (await CorrigerAsync("rendue_0", ("telephone", "+33199000004"))).Valeur.Single();
        var aRendre = (await DansAsync(s => s.GetRequiredService<CorrectionsDesLieux>().ARendreAsync("rendue", CancellationToken.None))).Valeur;
        var ligne = Assert.Single(aRendre);
        Assert.Equal("\"rendue_0\",\"Espace\",\"telephone\",\"+33199000001\",\"+33199000004\",\"Vu sur place\",\"2026-11-18\"", ligne.Ligne);
        Assert.True((await DansAsync(s => s.GetRequiredService<CorrectionsDesLieux>().RetirerAsync(seconde.Id, CancellationToken.None))).Reussi);
        Assert.Equal(("Espace", "+33199000001"), await MontreAsync("rendue_0"));
        // The value of the source needs no correction.
        await CorrigerAsync("rendue_0", ("telephone", "+33199000002"));
        Assert.Empty((await CorrigerAsync("rendue_0", ("telephone", "+33199000001"))).Valeur);
        Assert.Equal("CAR-523", (await DansAsync(s => s.GetRequiredService<CorrectionsDesLieux>().RetirerAsync(seconde.Id, CancellationToken.None))).Erreur!.Code);
    }

    [Fact]
    public async Task Un_lieu_saisi_a_la_main_se_cree_se_modifie_et_a_son_histoire()
    {
        var cree = await DansAsync(s => s.GetRequiredService<SaisieDesLieux>().CreerAsync(new FicheLieu { Nom = "Fait main", Commune = "Lyon", CodePostal = "69001" }, CancellationToken.None));
        Assert.True(cree.Reussi, cree.Erreur?.Message);
        var id = cree.Valeur.Id;
        Assert.StartsWith("saisie_", id, StringComparison.Ordinal);
        application.Horloge.Avancer(TimeSpan.FromMinutes(5));
        var modifie = await DansAsync(s => s.GetRequiredService<SaisieDesLieux>().ModifierAsync(id, Valeurs(("telephone", "+33199000001")), CancellationToken.None));
        Assert.True(modifie.Reussi, modifie.Erreur?.Message);
        Assert.Equal(("Fait main", "+33199000001"), await MontreAsync(id));
        Assert.Equal(0, await application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.corrections WHERE lieu = $1", id));
        var histoire = await application.AvecBaseAsync(db => db.Set<HistoriqueDeLieu>().Where(h => h.Lieu == id).OrderBy(h => h.Id).ToListAsync(), Role);
        Assert.Equal([("anonyme", "Vu sur place"), ("anonyme", "Vu sur place")], histoire.Select(h => (h.Auteur, h.Motif!)));
        Assert.Equal(1, await application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.lieux WHERE id = $1 AND modifie_le > cree_le", id));
        var refuse = await DansAsync(s => s.GetRequiredService<SaisieDesLieux>().CreerAsync(new FicheLieu { Nom = "", Commune = "Lyon", CodePostal = "6900" }, CancellationToken.None));
        Assert.Equal(["nom", "code_postal"], refuse.Erreurs.Select(e => e.Champ).Order().Reverse());
    }

    [Fact]
    public async Task Un_lieu_depublie_ne_revient_pas_avec_un_import()
    {
        await AjouterAsync("ferme", complet: true);
        await MoissonnerAsync("ferme", "ferme_0,Espace,Lyon,69001,ferme,\nferme_1,Autre,Lyon,69001,ferme,");
        Assert.True((await DansAsync(s => s.GetRequiredService<SaisieDesLieux>().DepublierAsync("ferme_0", CancellationToken.None))).Reussi);
        Assert.Null(await MontreAsync("ferme_0"));
        await MoissonnerAsync("ferme", "ferme_0,Espace rouvert,Lyon,69001,ferme,\nferme_1,Autre,Lyon,69001,ferme,");
        Assert.Null(await MontreAsync("ferme_0"));
        // The file forgets it, then finds it again: the decision still holds.
        await MoissonnerAsync("ferme", "ferme_1,Autre,Lyon,69001,ferme,", seuil: 10_000);
        await MoissonnerAsync("ferme", "ferme_0,Espace,Lyon,69001,ferme,\nferme_1,Autre,Lyon,69001,ferme,");
        Assert.Null(await MontreAsync("ferme_0"));
        Assert.Equal("CAR-524", (await DansAsync(s => s.GetRequiredService<SaisieDesLieux>().DepublierAsync("ferme_0", CancellationToken.None))).Erreur!.Code);
        Assert.True((await DansAsync(s => s.GetRequiredService<SaisieDesLieux>().RepublierAsync("ferme_0", CancellationToken.None))).Reussi);
        Assert.NotNull(await MontreAsync("ferme_0"));
        Assert.Equal(1, await application.Base.LireAsync<long>("SELECT count(*) FROM noyau.evenements WHERE nom = 'cartographie.LieuRetire' AND charge->>'Lieu' = 'ferme_0'"));
    }

    [Fact]
    public async Task Un_arret_se_trouve_comme_un_lieu_jusqu_a_la_fin_de_son_dernier_jour()
    {
        await using var seule = await ApplicationDeTest.DemarrerAsync();
        var bus = await new LieuDeTest().Nomme("Bus numérique").CreerAsync(seule);
        var jour = DateOnly.FromDateTime(seule.Horloge.Instant.UtcDateTime);
        var demande = new ArretDemande(bus, "Annonay", "07100", jour, jour.AddDays(1)) { CodeInsee = "07010", Position = new Position(45.24, 4.67), Horaires = "10:00-12:00" };
        var ajoute = await seule.DansAsync(s => s.GetRequiredService<ArretsDesLieux>().AjouterAsync(demande, CancellationToken.None), Role);
        Assert.True(ajoute.Reussi, ajoute.Erreur?.Message);
        var catalogue = seule.Services.GetRequiredService<CatalogueLieux>();
        await catalogue.RechargerAsync(CancellationToken.None);
        Assert.Equal(2, catalogue.Index.Nombre);
        Assert.Equal(1, catalogue.Index.CompterCommune("07010"));
        seule.Horloge.Avancer(TimeSpan.FromDays(2));
        // The watch of the catalogue may have seen it first.
        Assert.True(await catalogue.EstDepasseAsync(CancellationToken.None) || catalogue.Index.Nombre == 1);
        await catalogue.RechargerAsync(CancellationToken.None);
        Assert.Equal(1, catalogue.Index.Nombre);
        foreach (var fausse in (ArretDemande[])[demande with { CodePostal = "7100" }, demande with { DernierJour = jour.AddDays(-1) }, demande with { Horaires = "9h30" }, demande with { Horaires = "10:00-12:00; Mo off" }, demande with { Position = new Position(0, 0) }, demande with { Commune = " " }])
        {
            Assert.Equal("CAR-522", (await seule.DansAsync(s => s.GetRequiredService<ArretsDesLieux>().AjouterAsync(fausse, CancellationToken.None), Role)).Erreur!.Code);
        }
    }

    private Task<T> DansAsync<T>(Func<IServiceProvider, Task<T>> action) => application.DansAsync(s =>
    {
        s.GetRequiredService<ContexteEcriture>().Motif = "Vu sur place";
        return action(s);
    }, Role);

    private static Dictionary<string, string?> Valeurs(params (string Champ, string? Valeur)[] valeurs) => valeurs.ToDictionary(v => v.Champ, v => v.Valeur, StringComparer.Ordinal);

    private Task<Resultat<IReadOnlyList<CorrectionDeChamp>>> CorrigerAsync(string lieu, params (string Champ, string? Valeur)[] valeurs) =>
        DansAsync(s => s.GetRequiredService<CorrectionsDesLieux>().CorrigerAsync(lieu, Valeurs(valeurs), CancellationToken.None));

    private async Task<(string Nom, string? Telephone)?> MontreAsync(string id)
    {
        var catalogue = application.Services.GetRequiredService<CatalogueLieux>();
        await catalogue.RechargerAsync(CancellationToken.None);
        var rang = catalogue.Index.RangDe(id);
        return rang < 0 ? null : (catalogue.Index[rang].Nom, catalogue.Index[rang].Telephone);
    }

    private async Task AjouterAsync(string code, bool complet = false) =>
        Assert.True((await DansAsync(s => s.GetRequiredService<RegistreDesSources>().AjouterAsync(new SourceDemandee(code) { Nom = code, Complet = complet }, CancellationToken.None))).Reussi);

    private async Task<ImportDeLieux> MoissonnerAsync(string code, string lignes, int? seuil = null)
    {
        if (seuil is not null)
        {
            Assert.True((await DansAsync(s => s.GetRequiredService<RegistreDesSources>().ModifierAsync(new SourceDemandee(code) { SeuilDeChute = seuil }, CancellationToken.None))).Reussi);
        }

        var resultat = await DansAsync(s => s.GetRequiredService<Moissonneur>().MoissonnerAsync(code, new DemandeDeMoisson { Fichier = new MemoryStream(Encoding.UTF8.GetBytes($"id,nom,commune,code_postal,source,telephone\n{lignes}\n")), NomDuFichier = "f.csv" }, CancellationToken.None));
        Assert.True(resultat.Reussi, resultat.Erreur?.Message);
        Assert.True(resultat.Valeur.Statut is StatutImport.Publie or StatutImport.Inchange, resultat.Valeur.Raison);
        return resultat.Valeur;
    }
}
