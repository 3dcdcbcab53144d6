using System.Collections.Frozen;
using System.Globalization;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Lieux;

/// <summary>The results as a list, nearest first. Accepts the API's parameters, and « ou » and « besoin » in words.</summary>
internal sealed class IndexModel(CatalogueLieux catalogue, LectureCriteres lecture, ITerritoires territoires, IProchainsCreneaux prochains, TimeProvider horloge, IConfiguration configuration) : PageModel
{
    public Recherche Recherche { get; private set; } = null!;

    /// <summary>Null when the search wasn't understood or the town is to be chosen.</summary>
    public Criteres? Criteres { get; private set; }

    public Resultats Resultats { get; private set; } = null!;

    public IReadOnlyList<ConnaissanceDuLieu> Lieux { get; private set; } = [];

    /// <summary>When no place is open at the instant asked: those that answer the rest, and open at another time.</summary>
    public IReadOnlyList<ConnaissanceDuLieu> Fermes { get; private set; } = [];

    public IReadOnlyList<ConnaissanceDuLieu> PlusLoin { get; private set; } = [];

    public IReadOnlyList<ConnaissanceDuLieu> Generalistes { get; private set; } = [];

    public Commune? CommuneDuCentre { get; private set; }

    public IReadOnlyList<ConnaissanceDuLieu> SansPosition { get; private set; } = [];

    /// <summary>The next time of the places of the page that take bookings.</summary>
    public IReadOnlyDictionary<string, ProchainCreneauDuLieu> Prochains { get; private set; } = FrozenDictionary<string, ProchainCreneauDuLieu>.Empty;

    /// <summary>Towns among which to choose: several have the name, or none has and these resemble.</summary>
    public IReadOnlyList<CommuneTrouvee> Villes { get; private set; } = [];

    /// <summary>The département or the region of the name that was written for a town, and the same search there.</summary>
    public (TerritoireNomme Territoire, string Adresse)? Territoire { get; private set; }

    /// <summary>True when nothing has that name.</summary>
    public bool Inconnue { get; private set; }

    public IReadOnlyList<Erreur> Erreurs { get; private set; } = [];

    /// <summary>What is odd about the position, or null.</summary>
    public string? AvisPosition { get; private set; }

    /// <summary>« Lundi 23 novembre, 11 h 10 », in the zone of the place searched.</summary>
    public string Maintenant { get; private set; } = "";

    /// <summary>The day and hour asked for, said as <see cref="Maintenant"/>; null when it is now.</summary>
    public string? Moment { get; private set; }

    /// <summary>« mercredi 18 novembre 2026, 10 h 00, heure de Paris »: when the list was made, for paper.</summary>
    public string FaiteLe { get; private set; } = "";

    /// <summary>Number of the last page of the list.</summary>
    public int DernierePage { get; private set; } = 1;

    /// <summary>What was chosen in the filters, in words: paper doesn't show the filters.</summary>
    public IReadOnlyList<string> Choix { get; private set; } = [];

    /// <summary>True when the search says where.</summary>
    public bool Situee => Criteres is { } c && (c.Centre is not null || c.Boite is not null || c.Communes.Count + c.Departements.Count > 0);

    /// <summary>True when the places further away don't answer all that was chosen.</summary>
    public bool SansChoix { get; private set; }

    /// <summary>True when no place is known on the whole territory: those shown are of the nearest collectivities.</summary>
    public bool SansLieu { get; private set; }

    public string? Tuiles => configuration["Carte:Tuiles"];

    public string Attribution => configuration["Carte:Attribution"] ?? Mots.T("Resultats.Carte.Source");

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        Response.Headers.CacheControl = "private, max-age=60";
        Recherche = new Recherche(catalogue, territoires, Request.Query);
        if (Recherche.Fautes() is { Count: > 0 } fautes)
        {
            Erreurs = fautes;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (VersLaVille() is { } ailleurs)
        {
            return ailleurs;
        }

        if (Villes.Count > 0 || Inconnue)
        {
            Response.StatusCode = Inconnue ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
            return Page();
        }

        if (PositionTropPrecise() is { } arrondie)
        {
            return Redirect(arrondie);
        }

        var lu = lecture.Lire(Request.Query);
        if (!lu.Reussi)
        {
            Erreurs = lu.Erreurs;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var index = await catalogue.ActuelAsync(annulation);
        if (ValeursSansLieu.Fautes(lu.Valeur, index, PhrasesDesFautes.DeLaPage) is { Count: > 0 } inconnues)
        {
            Erreurs = inconnues;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Chercher(lu.Valeur);
        Prochains = await prochains.LireAsync([.. Lieux.Concat(Fermes).Concat(PlusLoin).Concat(Generalistes).Concat(SansPosition).Select(l => l.Lieu.Id)], annulation);
        return Recherche.Page > DernierePage ? Redirect(Recherche.Avec("page", DernierePage > 1 ? DernierePage.ToString(CultureInfo.InvariantCulture) : null)) : Page();
    }

    private void Chercher(Criteres lus)
    {
        var index = catalogue.Index;
        (Criteres, Resultats) = Recherche.Executer(Recherche.AvecBesoin(lus));
        DernierePage = Math.Max(1, (Math.Min(Resultats.Total, Recherche.PageMax * Recherche.ParPage) + Recherche.ParPage - 1) / Recherche.ParPage);
        Choix = Recherche.Choix(Criteres);
        ConnaissanceDuLieu Voir(LieuTrouve t) => new(index, t.Rang, Criteres.Instant, t.DistanceM);
        Lieux = [.. Resultats.Lieux.Skip((Recherche.Page - 1) * Recherche.ParPage).Select(Voir)];
        (CommuneDuCentre, var sansPosition) = Recherche.SansPosition(Criteres);
        SansPosition = [.. sansPosition.Select(Voir)];
        // Away from France, the nearest is a thousand kilometres from there: that helps nobody.
        if (Resultats.Total == 0 && Criteres.Centre is not { PresDeLaFrance: false })
        {
            Fermes = [.. Recherche.Fermes(Criteres).Select(Voir)];
            var ailleurs = Recherche.PlusLoin(Criteres);
            if (Fermes.Count > 0)
            {
                // Some are here, closed for now: another one is worth naming only if one can go there.
                ailleurs = [.. ailleurs.Where(t => Recherche.DistancesSures(Criteres) && t.DistanceM <= Recherche.UtileAujourdhuiM)];
            }
            else if (ailleurs.Count == 0)
            {
                // Nothing answers these choices, however far: those that are near help with other things, and know who does.
                SansChoix = true;
                ailleurs = Recherche.PlusLoin(Recherche.SansRien(Criteres)) is { Count: > 0 } proches ? proches : Recherche.DuDepartement(Criteres);
            }

            if (Fermes.Count == 0 && ailleurs.Count == 0 && Recherche.TerritoireSansLieu(Criteres))
            {
                SansLieu = true;
                ailleurs = Recherche.DesCollectivitesProches(Criteres);
            }

            // A distance from the chief town, or from the middle of a box, is from nowhere that the person named.
            PlusLoin = [.. ailleurs.Select(t => Voir(Recherche.DistancesSures(Criteres) ? t : t with { DistanceM = null }))];
        }

        if (Resultats.Total < Besoin.Peu && Recherche.Besoin is { Services.Length: > 0 } && Recherche.Page == 1)
        {
            Generalistes = [.. Recherche.Generalistes(Criteres, Resultats.Lieux.Select(l => l.Rang).ToHashSet()).Select(Voir)];
        }

        if (Criteres.Centre is { PresDeLaFrance: false } centre)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            AvisPosition = centre.Inversee
                ? $"{Mots.T("Resultats.HorsFrance")} {Mots.T("Resultats.Inversee")}"
                : Mots.T("Resultats.HorsFrance");
        }

        else if (Recherche.PeutEtreEnMer(Criteres) is { } km)
        {
            AvisPosition = Mots.T("Resultats.EnMer", km.ToString("N0", CultureInfo.CurrentCulture));
        }

        var heure = HeureDeLaRecherche.De(Criteres, territoires, index);
        string Dite(string moment) => heure.Mention switch
        {
            HeureDeLaRecherche.DitComme.DuLieu => Mots.T("Resultats.Papier.HeureLocale", moment),
            HeureDeLaRecherche.DitComme.DeParis => Mots.T("Resultats.Papier.HeureDeParis", moment),
            _ => moment,
        };
        Maintenant = Dite(MomentEnMots(horloge.GetUtcNow(), heure.Zone));
        FaiteLe = Mots.T(heure.Mention == HeureDeLaRecherche.DitComme.DuLieu ? "Resultats.Papier.HeureLocale" : "Resultats.Papier.HeureDeParis", MomentEnMots(horloge.GetUtcNow(), heure.Zone, annee: true));
        Moment = Recherche.Moment is null ? null : Dite(MomentEnMots(Criteres.Instant, heure.Zone));
    }

    private static string MomentEnMots(DateTimeOffset instant, TimeZoneInfo zone, bool annee = false)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var jour = annee ? "dddd d\u00a0MMMM yyyy" : "dddd d\u00a0MMMM";
        return CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr"
            ? local.DateTime.EnMots($"{jour}, H\u00a0'h'\u00a0mm", CultureInfo.CurrentCulture)
            : local.DateTime.EnMots($"{jour}, HH:mm", CultureInfo.CurrentCulture);
    }

    /// <summary>A town written in words becomes a position (or a commune when its centre isn't known), so that the address can be shared.</summary>
    private RedirectResult? VersLaVille()
    {
        var q = Request.Query;
        if (Recherche.Ou is not { } ou || q.ContainsKey("departement") || q.ContainsKey("bbox") || (q.ContainsKey("commune") && q["ou"] == ""))
        {
            return null;
        }

        if (Pages.Villes.TerritoireEntier(territoires, ou) is { } entier)
        {
            return Redirect(Adresse(entier));
        }

        var trouvees = territoires.ChercherCommunes(ou, Pages.Villes.Lues);
        if (!string.IsNullOrEmpty(q["lat"]) && !Recherche.LaVillePasseAvantLaPosition(trouvees))
        {
            return null;
        }

        // A commune without a known centre is searched by its code: it has nowhere else to lead.
        var demandee = q["commune"].Count == 1 ? territoires.Commune(q["commune"]) : null;
        if (demandee is { Latitude: null } && (demandee.Nom == ou || demandee.NomComplet == ou))
        {
            return null;
        }

        // The commune chosen in the suggestions, unless the text was changed afterwards.
        var commune = demandee?.NomComplet == ou ? demandee : null;
        string? ancien = null;
        if (commune is null)
        {
            if (!Pages.Villes.Evidente(trouvees))
            {
                if (Pages.Villes.SeulTerritoire(territoires, ou, trouvees) is { } seul)
                {
                    return Redirect(Adresse(seul));
                }

                Territoire = Pages.Villes.Territoire(territoires, ou) is { } nomme ? (nomme, Adresse(nomme)) : null;
                Inconnue = trouvees.Count == 0 || trouvees[0].Correspondance == Correspondance.Approchante;
                Villes = [.. Pages.Villes.AProposer(trouvees)];
                return null;
            }

            commune = trouvees[0].Commune;
            ancien = trouvees[0].AncienNom;
        }

        return Redirect(Adresse(commune, ancien));
    }

    /// <summary>The same search in a territory.</summary>
    private string Adresse(TerritoireNomme territoire)
    {
        var suite = new Microsoft.AspNetCore.Http.Extensions.QueryBuilder();
        foreach (var departement in territoire.Departements)
        {
            suite.Add("departement", departement);
        }

        foreach (var (cle, valeurs) in Request.Query)
        {
            if (cle is not ("ou" or "lat" or "lon" or "commune" or "par" or "page" or "rayon_km" or "tri"))
            {
                suite.Add(cle, valeurs.Where(v => !string.IsNullOrEmpty(v))!);
            }
        }

        return Liens.Lieux + suite.ToQueryString();
    }

    /// <summary>The same search around a commune.</summary>
    /// <param name="commune">The commune.</param>
    /// <param name="ancien">The former name by which it was found: the page says why it shows another name.</param>
    public string Adresse(Commune commune, string? ancien = null)
    {
        var suite = new Microsoft.AspNetCore.Http.Extensions.QueryBuilder();
        if (commune is { Latitude: { } lat, Longitude: { } lon })
        {
            var centre = new Position(lat, lon).Arrondie;
            suite.Add("lat", centre.Latitude.ToString(CultureInfo.InvariantCulture));
            suite.Add("lon", centre.Longitude.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            suite.Add("commune", commune.CodeInsee);
        }

        suite.Add("ou", commune.Nom);
        if (ancien is not null)
        {
            suite.Add("par", ancien);
        }

        foreach (var (cle, valeurs) in Request.Query)
        {
            if (cle is not ("ou" or "par" or "commune" or "lat" or "lon" or "page" or "handler"))
            {
                suite.Add(cle, valeurs.Where(v => !string.IsNullOrEmpty(v))!);
            }
        }

        return $"{Liens.Lieux}{suite.ToQueryString()}";
    }

    /// <summary>A link never tells where somebody stood: a position with more than three decimals is rounded in the address.</summary>
    private string? PositionTropPrecise()
    {
        var (lat, lon) = (Request.Query["lat"].ToString(), Request.Query["lon"].ToString());
        if (!(lat.Length - lat.IndexOf('.', StringComparison.Ordinal) > 4 && lat.Contains('.', StringComparison.Ordinal)) && !(lon.Length - lon.IndexOf('.', StringComparison.Ordinal) > 4 && lon.Contains('.', StringComparison.Ordinal)))
        {
            return null;
        }

        if (!double.TryParse(lat, NumberStyles.Float, CultureInfo.InvariantCulture, out var y) || !double.TryParse(lon, NumberStyles.Float, CultureInfo.InvariantCulture, out var x) || !new Position(y, x).Valable)
        {
            return null;
        }

        var centre = new Position(y, x).Arrondie;
        var suite = new Microsoft.AspNetCore.Http.Extensions.QueryBuilder();
        foreach (var (cle, valeurs) in Request.Query)
        {
            string[] suivantes = cle switch
            {
                "lat" => [centre.Latitude.ToString(CultureInfo.InvariantCulture)],
                "lon" => [centre.Longitude.ToString(CultureInfo.InvariantCulture)],
                _ => [.. valeurs.OfType<string>().Where(v => v.Length > 0)],
            };
            suite.Add(cle, suivantes);
        }

        return $"{Liens.Lieux}{suite.ToQueryString()}";
    }
}
