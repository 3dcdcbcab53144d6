using System.Net;
using AngleSharp.Html.Dom;
using FaireAvec.Accompagnement;
using FaireAvec.Accompagnement.Capacitation;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Accompagnement.Capacitation;

/// <summary>The product with the personas; each test opens the follow-ups that it changes.</summary>
public sealed class SiteDeCapacitation() : ApplicationDeTest(new ReglagesDeTest { AvecDonnees = true }), IAsyncLifetime
{
    internal static Guid Mediateur => Personas.IdDe("compte:mediateur");

    internal static Guid Mediatheque => Personas.IdDe("organisation:mediatheque");

    internal static Guid Equipe => Personas.Equipe;

    public DateOnly Aujourdhui => JourDeParis.De(Horloge.Instant);

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        using var client = await ClientDeAsync(Role.Mediateur);
    }

    /// <summary>Somebody whom the médiateur of the personas follows; or somebody else.</summary>
    internal async Task<Guid> PersonneAsync(Guid? mediateur = null)
    {
        var id = Identifiants.Nouveau(Horloge);
        await AjouterAsync(
            new PersonneAccompagnee { Id = id, Niveau = NiveauDIdentite.Carte, Organisation = Mediatheque, CreeeLe = Horloge.Instant, DernierContactLe = Horloge.Instant },
            new Suivi { Id = Identifiants.Nouveau(Horloge), Personne = id, Organisation = Mediatheque, Compte = mediateur ?? Mediateur, Debut = Horloge.Instant, Par = mediateur ?? Mediateur, Accord = AccordDeSuivi.Carte });
        return id;
    }

    public Task<int> AjouterAsync(params object[] entites) => AvecBaseAsync(
        async db =>
        {
            db.AddRange(entites);
            return await db.SaveChangesAsync();
        },
        "systeme:demarrage");

    /// <summary>Reads whatever the rights.</summary>
    internal Task<T> LireAsync<T>(Func<FaireAvecDb, Task<T>> lire) => AvecBaseAsync(lire, "systeme:taches");

    internal Task<Parcours> ParcoursDeAsync(Guid personne) => LireAsync(db => db.Set<Parcours>().AsNoTracking().SingleAsync(p => p.Personne == personne));

    /// <summary>A path that is done, with its levels.</summary>
    internal async Task<Parcours> ParcoursAsync(Guid personne, int debut, int? fin, params (string Code, int Debut, int? Fin)[] niveaux)
    {
        var (jour, sortie) = (Aujourdhui.AddDays(-debut), fin is { } f ? Aujourdhui.AddDays(-f) : (DateOnly?)null);
        var parcours = new Parcours { Id = Identifiants.Nouveau(Horloge), Personne = personne, Auteur = Mediateur, Equipes = [Equipe], OuvertLe = jour };
        parcours.Regarder(Moment.Initial, jour);
        if (sortie is { } s)
        {
            parcours.Regarder(Moment.Sortie, s);
        }

        Positionnement Un(string code, Moment moment, int niveau, DateOnly le) => new()
        {
            Id = Identifiants.Nouveau(Horloge),
            Parcours = parcours.Id,
            Personne = personne,
            SavoirFaire = code,
            Moment = moment,
            Niveau = niveau,
            Preuve = Preuve.Observe,
            Evaluateur = Evaluateur.Mediateur,
            Auteur = Mediateur,
            Jour = le,
            SaisiLe = JourDeParis.Debut(le).AddHours(10),
        };
        await AjouterAsync(
        [
            parcours,
            .. niveaux.Select(n => new SavoirFaireChoisi { Parcours = parcours.Id, Personne = personne, SavoirFaire = n.Code, ChoisiLe = jour }),
            .. niveaux.Select(n => Un(n.Code, Moment.Initial, n.Debut, jour)),
            .. niveaux.Where(n => n.Fin is not null && sortie is not null).Select(n => Un(n.Code, Moment.Sortie, n.Fin!.Value, sortie!.Value)),
            .. sortie is { } le ? RendezVousDeSuivi.ApresLaSortie(le).Select(r => new RappelDeSuivi { Parcours = parcours.Id, Moment = r.Moment, Personne = personne, APartirDu = r.APartirDu, AuPlusTard = r.AuPlusTard }) : [],
        ]);
        return parcours;
    }

    /// <summary>An act of the médiateur.</summary>
    internal async Task<Guid> ActeAsync(Guid? personne, int avant, int duree, Posture? posture, string? demarche = null)
    {
        var id = Identifiants.Nouveau(Horloge);
        var acte = new Activite
        {
            Id = id,
            Auteur = Mediateur,
            Organisation = Mediatheque,
            Equipes = [Equipe],
            Type = TypeDActivite.Individuel,
            Jour = Aujourdhui.AddDays(-avant),
            Duree = duree,
            PartALaPlace = posture?.ALaPlace,
            PartAvec = posture?.Avec,
            PartFaire = posture?.Faire,
            Demarche = demarche,
            Suivies = personne is null ? 0 : 1,
            SansNom = personne is null ? 1 : 0,
            Origine = OrigineDActivite.Saisie,
            Empreinte = [1],
            EnregistreeLe = Horloge.Instant,
            ModifieeLe = Horloge.Instant,
        };
        await AjouterAsync(personne is { } p ? [acte, new UnAccompagnement { Activite = id, Personne = p, Auteur = Mediateur, Jour = acte.Jour }] : [acte]);
        return id;
    }

    /// <summary>Sends fields with the token of a page.</summary>
    public static async Task<HttpResponseMessage> PosterAsync(HttpClient client, string page, string adresse, params (string Nom, string Valeur)[] champs)
    {
        var html = await client.LirePageAsync(page);
        using var contenu = new FormUrlEncodedContent([.. champs.Select(c => KeyValuePair.Create(c.Nom, c.Valeur)), KeyValuePair.Create("__RequestVerificationToken", Jeton(html))]);
        return await client.PostAsync(adresse, contenu);
    }

    public static Task<HttpResponseMessage> PosterAsync(HttpClient client, string adresse, params (string Nom, string Valeur)[] champs) => PosterAsync(client, adresse, adresse, champs);

    public static async Task StatutAsync(HttpStatusCode attendu, HttpClient client, string adresse)
    {
        using var reponse = await client.GetAsync(adresse);
        await AssertPage.StatutAsync(attendu, reponse);
    }

    internal static string AdresseDe(Guid personne) => LiensCapacitation.DeLaPersonne(personne);

    private static string Jeton(IHtmlDocument page) => page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}

/// <summary>The tests of these pages share one application.</summary>
[CollectionDefinition(Nom)]
public sealed class CollectionDeCapacitation : ICollectionFixture<SiteDeCapacitation>
{
    public const string Nom = "capacitation";
}
