using System.Globalization;
using FaireAvec.Cartographie.Areas.Cartographie.Pages;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;
using RechercheDeLieux = FaireAvec.Cartographie.Areas.Cartographie.Pages.Lieux.Recherche;

namespace FaireAvec.Cartographie.Integration;

/// <summary>
/// The search that other sites show: around a commune, in a département or a region, or where the reader says. The frame and the web component ask the same thing, and
/// the site's own results answer it.
/// </summary>
internal sealed class RechercheIntegree(CatalogueLieux catalogue, LectureCriteres lecture, ITerritoires territoires, IProchainsCreneaux prochains)
{
    /// <summary>Fewer than on the site: it is a part of somebody else's page.</summary>
    public const int ParPage = 8;

    /// <summary>Deepest page: further, one goes on with the site.</summary>
    public const int PageMax = 25;

    /// <summary>The parameters that are read.</summary>
    public static readonly IReadOnlyList<string> Noms = ["ou", "commune", "departement", "besoin", "page", ReglagesDIntegration.Langue];

    /// <summary>Reads what is asked for. Every fault is found.</summary>
    /// <param name="requete">Parameters of the address.</param>
    /// <param name="strict">For systems: a name that isn't known is a fault, and faults are said in French.</param>
    public Resultat<DemandeIntegree> Lire(IQueryCollection requete, bool strict)
    {
        var fautes = new List<Erreur>();
        var erreurs = new ErreursDIntegration(strict ? PhrasesDesFautes.DeLApi : PhrasesDesFautes.DeLaPage);
        fautes.AddRange(Noms.Where(n => requete[n].Count > 1).Select(erreurs.DeuxFois));
        if (strict)
        {
            fautes.AddRange(requete.Keys.Where(k => !Noms.Contains(k, StringComparer.Ordinal) && !AdresseMesuree.Ignores.Contains(k)).Take(LectureCriteres.InconnusMax).Select(k => erreurs.Inconnu(Court(k))));
        }

        string? Texte(string nom) => requete[nom].Count == 1 && requete[nom].ToString().Trim() is { Length: > 0 } texte ? texte : null;
        var (ou, besoin, page) = (Texte("ou"), Texte("besoin"), Texte("page"));
        if (ou?.Length > LectureCriteres.LongueurMax || ou?.Any(char.IsControl) == true)
        {
            fautes.Add(erreurs.Ou);
        }

        if (besoin is not null && Besoin.De(besoin) is null)
        {
            fautes.Add(erreurs.Besoin);
        }

        var numero = 1;
        if (page is not null && !(int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out numero) && numero is >= 1 and <= PageMax))
        {
            fautes.Add(erreurs.Page);
        }

        if (strict && Texte(ReglagesDIntegration.Langue) is { } langue && !ReglagesDIntegration.Langues.Contains(langue, StringComparer.Ordinal))
        {
            fautes.Add(erreurs.Langue);
        }

        // The codes are judged by the search itself, with its own sentences.
        var lus = lecture.Lire(Requete([.. new[] { "commune", "departement" }.Where(n => Texte(n) is not null).Select(n => (n, Texte(n)!))]), strict ? AdresseMesuree.Ignores : null);
        fautes.AddRange(lus.Reussi ? [] : lus.Erreurs);
        return fautes.Count > 0 ? Resultat<DemandeIntegree>.Echec(fautes) : new DemandeIntegree(ou, Texte("commune"), Texte("departement") is { } departement ? [departement] : [], Besoin.De(besoin), numero);
    }

    /// <summary>Answers, in the language of the request.</summary>
    public async ValueTask<ReponseIntegree> ChercherAsync(DemandeIntegree demande, CancellationToken annulation)
    {
        var commune = territoires.Commune(demande.Commune);
        if (demande.Ou is { } ou)
        {
            // As the site does: a territory written whole first, then a town that is surely meant, then a territory that no town is called as.
            var trouvees = territoires.ChercherCommunes(ou, Villes.Lues);
            var entier = Villes.TerritoireEntier(territoires, ou);
            if (entier is null && Villes.Evidente(trouvees))
            {
                commune = trouvees[0].Commune;
            }
            else if ((entier ?? Villes.SeulTerritoire(territoires, ou, trouvees)) is { } territoire)
            {
                (commune, demande) = (null, demande with { Commune = null, Departements = territoire.Departements });
            }
            else
            {
                return new()
                {
                    Demande = demande,
                    Inconnue = trouvees.Count == 0 || trouvees[0].Correspondance == Correspondance.Approchante,
                    Villes = [.. Villes.AProposer(trouvees).Select(t => t.Commune)],
                    Territoire = Villes.Territoire(territoires, ou),
                    Titre = Mots.T(trouvees.Count == 0 || trouvees[0].Correspondance == Correspondance.Approchante ? "Resultats.Inconnue" : "Resultats.Laquelle", ou),
                };
            }
        }

        if (commune is null && demande.Departements.Count == 0)
        {
            return new() { Demande = demande };
        }

        var requete = Requete(Parametres(demande, commune));
        await catalogue.ActuelAsync(annulation);
        var recherche = new RechercheDeLieux(catalogue, territoires, requete);
        var (criteres, resultats) = recherche.Executer(recherche.AvecBesoin(lecture.Lire(requete).Valeur), ParPage);
        var index = catalogue.Index;
        var lieux = resultats.Lieux.Skip((demande.Page - 1) * ParPage).Select(t => new ConnaissanceDuLieu(index, t.Rang, criteres.Instant, t.DistanceM)).ToList();
        var generalistes = resultats.Total < Besoin.Peu && recherche.Besoin is { Services.Length: > 0 } && demande.Page == 1
            ? recherche.Generalistes(criteres, resultats.Lieux.Select(l => l.Rang).ToHashSet()).Select(t => new ConnaissanceDuLieu(index, t.Rang, criteres.Instant, t.DistanceM)).ToList()
            : [];
        return new()
        {
            Demande = demande,
            Generalistes = generalistes,
            Titre = resultats.Total == 0 ? Mots.T("Resultats.Aucun.H1", recherche.PourQuoi(criteres), recherche.Lieu(criteres)) : Mots.N("Resultats.H1", resultats.Total, recherche.PourQuoi(criteres), recherche.Lieu(criteres)),
            Total = resultats.Total,
            Lieux = lieux,
            Prochains = await prochains.LireAsync([.. lieux.Concat(generalistes).Select(l => l.Lieu.Id)], annulation),
            Encore = demande.Page < PageMax && resultats.Total > demande.Page * ParPage,
            SurLeSite = Adresse(Parametres(demande with { Page = 1 }, commune)),
        };
    }

    // Around a commune, nearest first, as the site does; a commune whose centre isn't known is searched by its code.
    private static (string Nom, string Valeur)[] Parametres(DemandeIntegree demande, Commune? commune)
    {
        var parametres = new List<(string, string)>();
        if (commune is { Latitude: { } latitude, Longitude: { } longitude })
        {
            var centre = new Position(latitude, longitude).Arrondie;
            parametres.Add(("lat", centre.Latitude.ToString(CultureInfo.InvariantCulture)));
            parametres.Add(("lon", centre.Longitude.ToString(CultureInfo.InvariantCulture)));
        }
        else if (commune is not null)
        {
            parametres.Add(("commune", commune.CodeInsee));
        }

        if (commune is not null)
        {
            parametres.Add(("ou", commune.Nom));
        }

        parametres.AddRange(demande.Departements.Select(d => ("departement", d)));

        if (demande.Besoin is { } besoin)
        {
            parametres.Add(("besoin", besoin.Cle));
        }

        if (demande.Page > 1)
        {
            parametres.Add(("page", demande.Page.ToString(CultureInfo.InvariantCulture)));
        }

        return [.. parametres];
    }

    private static QueryCollection Requete((string Nom, string Valeur)[] parametres) => new(parametres.GroupBy(p => p.Nom, StringComparer.Ordinal).ToDictionary(p => p.Key, p => new StringValues([.. p.Select(v => v.Valeur)]), StringComparer.Ordinal));

    private static string Adresse((string Nom, string Valeur)[] parametres) => $"{Liens.Lieux}{new QueryBuilder(parametres.Select(p => new KeyValuePair<string, string>(p.Nom, p.Valeur))).ToQueryString()}";

    private static string Court(string texte) => texte.Length > 60 ? texte[..60] + "…" : texte;
}
