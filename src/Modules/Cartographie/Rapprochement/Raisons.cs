using System.Globalization;
using System.Numerics;

namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>Tells a decision in words: the clues that weighed most, for or against, with what the two places say.</summary>
internal static class Raisons
{
    /// <summary>Reasons told at most.</summary>
    private const int Nombre = 6;

    /// <summary>In log-odds: a lighter clue isn't told.</summary>
    private const double PoidsDit = 0.2;

    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    private static readonly Dictionary<Genre, string> NomsDesGenres = new()
    {
        [Genre.FranceServices] = "France services",
        [Genre.Mairie] = "mairie",
        [Genre.Intercommunalite] = "intercommunalité",
        [Genre.ActionSociale] = "CCAS",
        [Genre.Poste] = "La Poste",
        [Genre.Bibliotheque] = "bibliothèque",
        [Genre.EspaceNumerique] = "espace numérique",
        [Genre.Jeunesse] = "information jeunesse",
        [Genre.MissionLocale] = "mission locale",
        [Genre.CentreSocial] = "centre social",
        [Genre.Departement] = "service du département",
        [Genre.Pimms] = "PIMMS",
        [Genre.TiersLieu] = "tiers-lieu",
        [Genre.Hebergement] = "hébergement",
        [Genre.Emploi] = "emploi",
        [Genre.Enseignement] = "enseignement",
        [Genre.Tourisme] = "office de tourisme",
        [Genre.Ludotheque] = "ludothèque",
        [Genre.Sante] = "santé",
        [Genre.Securite] = "service de l’État",
        [Genre.Droit] = "accès aux droits",
        [Genre.Culture] = "culture",
        [Genre.Insertion] = "insertion",
        [Genre.Entraide] = "entraide",
        [Genre.ReseauDeLecture] = "réseau de lecture",
        [Genre.Agriculture] = "chambre ou mutualité",
        [Genre.Region] = "région",
    };

    private enum Theme
    {
        Nom,
        Genre,
        Itinerance,
        Adresse,
        Position,
        Telephone,
        Courriel,
        Site,
        Immatriculation,
        Horaires,
        Source,
    }

    public static IReadOnlyList<string> Dire(Profil a, Profil b, in Indices indices, Poids poids)
    {
        var themes = new double[Enum.GetValues<Theme>().Length];
        var valeurs = indices.Lire();
        var vecteur = poids.Vecteur;
        for (var i = 0; i < valeurs.Length; i++)
        {
            themes[(int)De((Indice)i)] += valeurs[i] * vecteur[i];
        }

        var raisons = new List<string>(Nombre);
        if (indices.AutreCommune)
        {
            raisons.Add($"communes différentes : {Court(a.Fiche.Commune)} et {Court(b.Fiche.Commune)}");
        }

        if (indices.BusEtFixe)
        {
            raisons.Add("l’un est itinérant, l’autre est dit fixe");
        }
        else if (Doute(indices) is { } doute)
        {
            raisons.Add(doute);
        }

        foreach (var theme in Enum.GetValues<Theme>().Where(t => Math.Abs(themes[(int)t]) >= PoidsDit).OrderByDescending(t => Math.Abs(themes[(int)t])).ThenBy(t => t))
        {
            if (raisons.Count < Nombre && Phrase(theme, a, b, indices) is { } phrase)
            {
                raisons.Add(phrase);
            }
        }

        if (raisons.Count == 0)
        {
            raisons.Add("trop peu d’informations en commun");
        }

        return raisons;
    }

    /// <summary>The name of the clearest of these kinds, or null.</summary>
    public static string? NomDuGenre(Genre genres) =>
        genres == Genre.Aucun ? null : NomsDesGenres.GetValueOrDefault((Genre)(1u << BitOperations.TrailingZeroCount((uint)genres)));

    private static string? Doute(in Indices i) => Reserves.De(i) switch
    {
        Reserve.Aucune or Reserve.Hebergement => null,
        Reserve.PlusieursSites => "même SIRET, mais deux adresses : un organisme donne souvent un seul numéro pour tous ses sites",
        Reserve.DeuxEtablissements => "deux établissements d’un organisme, à deux adresses",
        Reserve.DeuxGuichets => "une même source leur donne deux sites ou deux domaines de courriel : peut-être deux guichets d’un organisme",
        Reserve.TropLoin => $"deux adresses, à {Distance(i.Metres)} : trop loin pour être dits un seul lieu",
        _ => throw new InvalidOperationException("Unknown reserve."),
    };

    private static string? Phrase(Theme theme, Profil a, Profil b, in Indices i)
    {
        var (x, y) = (Court(a.Fiche.Nom), Court(b.Fiche.Nom));
        switch (theme)
        {
            case Theme.Nom when i[Indice.NomEgal] > 0:
                return "même nom";
            case Theme.Nom when i[Indice.NomNoyau] >= 0.5f:
                return $"noms proches : « {x} » et « {y} »";
            case Theme.Nom when i[Indice.NomSigle] > 0:
                return $"l’un des noms est le sigle de l’autre : « {x} » et « {y} »";
            case Theme.Nom when i[Indice.NomAilleurs] >= 0.5f:
                return "le nom de l’un est dans les coordonnées de l’autre";
            case Theme.Nom when i[Indice.NomNoyauContraire] >= 0.4f:
                return $"noms différents : « {x} » et « {y} »";
            case Theme.Nom when i[Indice.NomNoyauAucun] > 0:
                return "rien ne distingue les noms, une fois ôtés le type de lieu et la commune";
            case Theme.Nom:
                return i[Indice.NomNoyauUnSeul] > 0 ? $"un seul des noms est précis : « {x} » et « {y} »" : null;
            case Theme.Genre when i[Indice.Hebergement] > 0:
                return "l’un est un hébergement, l’autre non";
            case Theme.Genre when i[Indice.DeuxFranceServices] >= 0.5f:
                return "tous deux France services, dans une commune qui n’en a sans doute qu’un";
            case Theme.Genre when i[Indice.GenreMeme] > 0:
                return NomDuGenre(Parties.PartieGenre.Principaux(a) & Parties.PartieGenre.Principaux(b)) is { } meme ? $"même type de lieu : {meme}" : "même type de lieu";
            case Theme.Genre when i[Indice.GenrePorteur] > 0:
                return i[Indice.GenreProgramme] > 0 ? "l’un porte le guichet de l’autre, et tous deux sont dans le programme France services" : "l’un peut porter le guichet de l’autre";
            case Theme.Genre when i[Indice.GenreContraire] > 0:
                return $"deux services différents : {NomDuGenre(Parties.PartieGenre.Principaux(a))} et {NomDuGenre(Parties.PartieGenre.Principaux(b))}";
            case Theme.Genre:
                return i[Indice.Annexe] > 0 ? "l’un est une annexe ou une antenne" : i[Indice.GenreAilleurs] > 0 ? "le type de l’un est dans les coordonnées de l’autre" : null;
            case Theme.Itinerance:
                return i[Indice.RangContraire] > 0 ? "numéros différents dans les noms" : i[Indice.ItineranceDuNom] + i[Indice.ItineranceDite] > 0 ? "l’un est itinérant, l’autre non" : null;
            case Theme.Adresse when i[Indice.AdresseEgale] > 0:
                return "même numéro et même rue";
            case Theme.Adresse when i[Indice.AdresseNumeroProche] > 0:
                return $"même rue, numéros voisins ({a.Adresse.Numero} et {b.Adresse.Numero})";
            case Theme.Adresse when i[Indice.AdresseNumeroContraire] > 0:
                return $"même rue, numéros différents ({a.Adresse.Numero} et {b.Adresse.Numero})";
            case Theme.Adresse when i[Indice.AdresseSansNumero] > 0:
                return a.Adresse.ANumero || b.Adresse.ANumero ? "même rue, un numéro manque" : "même rue ou même place, sans numéro";
            case Theme.Adresse:
                return i[Indice.AdresseVoieContraire] > 0 ? "rues différentes" : i[Indice.AdresseVague] > 0 ? "adresse trop vague pour comparer" : null;
            case Theme.Position when double.IsNaN(i.Metres):
                return "position de l’un ou de l’autre inconnue";
            case Theme.Position:
                return $"{(i.Metres < 1 ? "au même point" : $"{Distance(i.Metres)} l’un de l’autre")}{(a.Precision == Precision.Vague || b.Precision == Precision.Vague ? ", position peu précise" : "")}";
            case Theme.Telephone:
                return i[Indice.TelephoneEgal] >= 0.7f ? "même téléphone" : i[Indice.TelephoneEgal] > 0 ? "même téléphone, mais d’autres lieux l’ont aussi" : i[Indice.TelephoneContraire] > 0 ? "téléphones différents" : null;
            case Theme.Courriel:
                return i[Indice.CourrielEgal] > 0 ? "même courriel" : i[Indice.DomaineEgal] > 0 ? "courriels du même domaine" : i[Indice.DomaineContraire] > 0 ? "courriels de domaines différents" : null;
            case Theme.Site:
                return i[Indice.PageEgale] > 0 ? "même page web" : i[Indice.SiteEgal] > 0 ? "même site web" : "sites web différents";
            case Theme.Immatriculation:
                return i[Indice.SiretEgal] > 0 ? "même SIRET" : i[Indice.SirenEgal] > 0 ? "même organisme, autre établissement" : "SIRET différents";
            case Theme.Horaires:
                return i[Indice.HorairesEgaux] > 0 ? "mêmes horaires" : i[Indice.HorairesProches] > 0.3f ? "horaires proches" : i[Indice.HorairesContraires] > 0 ? "horaires différents" : null;
            case Theme.Source:
                return "même source, qui donne rarement deux fois un lieu";
            default:
                throw new ArgumentOutOfRangeException(nameof(theme));
        }
    }

    private static Theme De(Indice indice) => indice switch
    {
        >= Indice.NomNoyau and <= Indice.NomEgal or Indice.NoyauContraireEtAdresse or Indice.NoyauContraireEtContact or Indice.NoyauEtGenre or Indice.MemeGenreEtNoyauContraire => Theme.Nom,
        Indice.ItineranceDuNom or Indice.ItineranceDite or Indice.RangContraire or Indice.ItineranceEtPorteur => Theme.Itinerance,
        >= Indice.GenreMeme and <= Indice.DeuxFranceServices or Indice.ContraireEtAdresse or Indice.ContraireEtContact or Indice.MemeGenreSansNoyau or Indice.BibliothequeEtAutre => Theme.Genre,
        >= Indice.AdresseEgale and <= Indice.AdresseVague or Indice.PorteurEtAdresse or Indice.InconnuEtAdresse or Indice.MemeGenreEtAdresse or Indice.NoyauEtAdresse or Indice.DeuxAdresses or Indice.CollectiviteEtAdresse => Theme.Adresse,
        >= Indice.DistanceProche and <= Indice.PositionInconnue or Indice.LoinEtAdresse or Indice.NomsEtPoint => Theme.Position,
        Indice.TelephoneEgal or Indice.TelephoneContraire or Indice.TelephoneContraireEtPorteur or Indice.PorteurEtContact or Indice.ContactEtVoieContraire or Indice.FranceServicesEtContact or Indice.NoyauEtContact => Theme.Telephone,
        Indice.CourrielEgal or Indice.DomaineEgal or Indice.DomaineContraire => Theme.Courriel,
        Indice.PageEgale or Indice.SiteEgal or Indice.SiteContraire => Theme.Site,
        Indice.SiretEgal or Indice.SirenEgal or Indice.SirenContraire => Theme.Immatriculation,
        Indice.HorairesEgaux or Indice.HorairesProches or Indice.HorairesContraires => Theme.Horaires,
        Indice.MemeSource or Indice.MemeSourceEtNoyau => Theme.Source,
        _ => throw new ArgumentOutOfRangeException(nameof(indice)),
    };

    private static string Distance(double metres) =>
        metres < 950 ? string.Create(Francais, $"{Math.Round(metres < 10 ? metres : metres / 5) * (metres < 10 ? 1 : 5)} m") : string.Create(Francais, $"{metres / 1000:0.0} km");

    private static string Court(string texte) => texte.Length == 0 ? "sans nom" : texte.Length > 60 ? texte[..59].TrimEnd() + "…" : texte;
}
