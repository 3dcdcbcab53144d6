using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Constructeurs;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Cartographie.Donnees;

/// <summary>The product without data, and somebody who keeps the data of places.</summary>
public sealed class SiteDesGestionnaires() : ApplicationDeTest(new ReglagesDeTest { Connecte = Role.GestionnaireDonnees })
{
    private const string Entete = "id,pivot,nom,commune,code_postal,code_insee,adresse,latitude,longitude,typologie,telephone,horaires,source,date_maj,services";

    private int _numero;

    /// <summary>Sends fields to an address, with the token of a page, as its form does.</summary>
    public async Task<HttpResponseMessage> PosterAsync(string adresse, params (string Nom, string Valeur)[] champs)
    {
        using var contenu = new FormUrlEncodedContent([.. champs.Select(c => KeyValuePair.Create(c.Nom, c.Valeur)), KeyValuePair.Create("__RequestVerificationToken", await JetonAsync())]);
        return await Client.PostAsync(adresse, contenu);
    }

    /// <summary>The same, with a file.</summary>
    public async Task<HttpResponseMessage> DeposerAsync(string adresse, string nom, byte[] fichier, params (string Nom, string Valeur)[] champs)
    {
        using var contenu = new MultipartFormDataContent();
        foreach (var (cle, valeur) in champs.Append(("__RequestVerificationToken", await JetonAsync())))
        {
            contenu.Add(new StringContent(valeur), cle);
        }

        contenu.Add(new ByteArrayContent(fichier), "Fichier", nom);
        return await Client.PostAsync(adresse, contenu);
    }

    public Task<IHtmlDocument> PageAsync(string adresse) => Client.LirePageAsync(adresse);

    /// <summary>A source of its own.</summary>
    internal async Task<string> SourceAsync(Action<Source>? changer = null)
    {
        var code = $"hub-{Interlocked.Increment(ref _numero)}";
        var source = new Source { Code = code, Nom = $"Hub numéro {code[4..]}", CreeeLe = Horloge.Instant };
        changer?.Invoke(source);
        await AjouterAsync(source);
        return code;
    }

    /// <summary>Two records of one place according to two sources, and the pair that waits.</summary>
    public async Task<(string A, string B)> PaireAsync(double probabilite = 0.87, Action<LieuDeTest>? a = null, Action<LieuDeTest>? b = null)
    {
        var n = Interlocked.Increment(ref _numero);
        var un = new LieuDeTest().Identifie($"paire-{n:000}-a").Nomme($"Médiathèque {n}").DeLaSource("source-a");
        var autre = new LieuDeTest().Identifie($"paire-{n:000}-b").Nomme($"Mediatheque {n}").DeLaSource("source-b").AvecAdresse("2 place de l’Hôtel de Ville");
        a?.Invoke(un);
        b?.Invoke(autre);
        var ids = (await un.CreerAsync(this), await autre.CreerAsync(this));
        await AjouterAsync(new PaireARevoir { LieuA = ids.Item1, LieuB = ids.Item2, Probabilite = probabilite, Raisons = ["Noms proches."], CalculeeLe = Horloge.Instant });
        return ids;
    }

    /// <summary>No pair waits any more.</summary>
    public Task<int> SansPaireAsync() => AvecBaseAsync(db => db.Set<PaireARevoir>().ExecuteDeleteAsync(), "administrateur");

    /// <summary>An import of a source, in a state.</summary>
    internal async Task<Guid> ImportAsync(string source, StatutImport statut)
    {
        var import = new ImportDeLieux { Id = Identifiants.Nouveau(Horloge), Source = source, Origine = OrigineImport.Fichier, Fichier = "lieux.csv", Auteur = "demonstration", DebutLe = Horloge.Instant, Lus = 10, Gardes = 9, Rejetes = 1, Avant = 20 };
        if (statut != StatutImport.EnCours)
        {
            Assert.True(import.Passer(statut == StatutImport.Annule ? StatutImport.Publie : statut, Horloge.Instant, statut == StatutImport.Retenu ? "La source passe de 20 à 9 lieux." : null));
            _ = statut == StatutImport.Annule && import.Passer(StatutImport.Annule, Horloge.Instant);
        }

        await AjouterAsync(import);
        return import.Id;
    }

    public Task<int> AjouterAsync(params object[] entites) => AvecBaseAsync(
        async db =>
        {
            db.AddRange(entites);
            return await db.SaveChangesAsync();
        },
        "administrateur");

    /// <summary>A file of the standard: one row for each name.</summary>
    public static byte[] Fichier(string source, params string[] noms) => Encoding.UTF8.GetBytes(
        $"{Entete}\n{string.Concat(noms.Select((nom, i) => $"{source}_{i + 1},20005430200019,{nom},Saint-Étienne,42000,42218,{i + 1} rue de la Paix,45.4397,4.3872,MUNI,+33477000000,Mo-Fr 09:00-12:00,{source},2026-05-01,Aide aux démarches administratives\n"))}");

    /// <summary>The page of an import, once it is done. Without script, the browser asks again by itself.</summary>
    public async Task<IHtmlDocument> FinAsync(string adresse)
    {
        IHtmlDocument? page = null;
        await Attente.QueAsync("the import is done", async () =>
        {
            page = await PageAsync(adresse);
            return page.QuerySelector("[data-rafraichir]") is null;
        });
        return page!;
    }

    private async Task<string> JetonAsync()
    {
        var page = await PageAsync(FaireAvec.Cartographie.LiensDonnees.NouvelleSource);
        return page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }
}

/// <summary>The product seen by somebody who has another role: everything of these pages is refused.</summary>
public sealed class SiteFerme() : ApplicationDeTest(new ReglagesDeTest { Connecte = Role.Mediateur })
{
    public async Task RefuseAsync(string adresse)
    {
        using var reponse = await Client.GetAsync(adresse);
        await AssertPage.ErreurAsync(HttpStatusCode.Forbidden, "Page réservée", reponse);
    }
}

/// <summary>The tests of these pages share one demonstration, one after the other.</summary>
[CollectionDefinition(Nom)]
public sealed class Gestionnaires : ICollectionFixture<SiteDesGestionnaires>, ICollectionFixture<SiteFerme>
{
    public const string Nom = "gestionnaires";
}
