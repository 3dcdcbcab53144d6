using System.Globalization;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Rapprochement.Texte;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>Makes places ready to be compared (<see cref="Profil"/>). Safe for all threads.</summary>
internal sealed class Preparateur(ITerritoires territoires, Frequences frequences)
{
    private const double MetresParDegre = Distance.KmParDegre * 1000;

    private static readonly Dictionary<Mot, Mot> AbreviationsDesNoms = Mots.Table(
        "asso association ass association assoc association ctre centre cent centre dep departement dept departement dpt departement dpts departement bibl bibliotheque biblio bibliotheque mediath mediatheque med mediatheque mediathque mediatheque mdiathque mediatheque mdiatheque mediatheque bilbiotheque bibliotheque bibliothque bibliotheque mun municipale munic municipale fse france esp espace adm administratif comm communale interco intercommunale dr docteur gal general mal marechal fr france socioculturel socioculturel");

    private static readonly HashSet<Mot> Rangs = [.. "bus site antenne ligne numero".Split(' ').Select(m => Mot.De(m))];

    // Kinds whose very word tells one place from another: « Initiative Var », « Emmaüs », « 8 Fablab ».
    private const Genre Nommes = Genre.Insertion | Genre.Entraide | Genre.TiersLieu | Genre.Culture | Genre.Association;

    private readonly CommunesLues _communes = new(territoires);

    [ThreadStatic]
    private static Atelier? _atelier;

    public Frequences Frequences => frequences;

    public Profil Preparer(FicheLieu fiche)
    {
        var atelier = _atelier ??= new Atelier();
        var commune = _communes.Trouver(fiche.CodeInsee, fiche.CodePostal, fiche.Commune, out var possibles);
        atelier.Commune.Clear();
        Mots.Lire(fiche.Commune, atelier.Mots);
        var nomLocal = atelier.Mots.ToArray();
        atelier.Commune.UnionWith(nomLocal);
        if (commune is not null)
        {
            atelier.Commune.UnionWith(commune.Nom);
        }

        var nom = LireNom(fiche.Nom, commune?.Nom ?? [], nomLocal, atelier);
        var adresse = LectureAdresse.Lire(fiche.Adresse, atelier.Commune, atelier.Mots);
        var autre = LectureAdresse.Lire(fiche.ComplementAdresse, atelier.Commune, atelier.Mots);
        if (adresse.Vague && autre is { Vague: false, Type.EstVide: false })
        {
            // The street in the second line, the place in the first.
            adresse = autre;
        }

        var (courriels, domaines, pages, hotes) = (new List<ulong>(2), new List<ulong>(2), new List<ulong>(2), new List<ulong>(2));
        var ailleurs = new List<Mot>();
        var genresAilleurs = Genre.Aucun;
        foreach (var courriel in fiche.Courriels.Take(4))
        {
            var (adresseCourriel, domaine) = LectureContacts.Courriel(courriel, atelier.Mots);
            Ajouter(courriels, adresseCourriel);
            Ajouter(domaines, domaine);
            genresAilleurs |= Reconnaitre(atelier.Mots, null, atelier.Commune);
            if (domaine != 0)
            {
                Mots.Lire(courriel[(courriel.IndexOf('@', StringComparison.Ordinal) + 1)..], atelier.Mots);
                Reconnaitre(atelier.Mots, ailleurs, atelier.Commune);
            }
        }

        foreach (var site in fiche.SiteWeb.Take(4))
        {
            var (page, hote, nomDuSite) = LectureContacts.Site(site);
            Ajouter(pages, page);
            Ajouter(hotes, hote);
            if (nomDuSite is not null)
            {
                Mots.Lire(nomDuSite, atelier.Mots);
                genresAilleurs |= Reconnaitre(atelier.Mots, ailleurs, atelier.Commune);
            }
        }

        foreach (var texte in (string?[])[fiche.StructureParente, fiche.ComplementAdresse])
        {
            Mots.Lire(texte, atelier.Mots);
            genresAilleurs |= Reconnaitre(atelier.Mots, ailleurs, atelier.Commune);
        }

        var genresDits = Genres.DesTypologies(fiche.Typologie);
        var franceServices = nom.Genres.A(Genre.FranceServices) || genresDits.A(Genre.FranceServices)
            || fiche.DispositifProgrammesNationaux.Contains("France Services", StringComparer.OrdinalIgnoreCase);
        var (siret, siren) = LectureContacts.Immatriculation(fiche.Pivot);
        var (latitude, longitude, precision) = LirePosition(fiche, commune);
        return new Profil
        {
            Fiche = fiche,
            Contenu = ContenuDe(fiche),
            Source = fiche.Source.Length == 0 ? 0 : Empreinte.De(fiche.Source.ToLowerInvariant()),
            Noyau = nom.Noyau,
            PoidsNoyau = nom.Poids,
            SommeNoyau = nom.Poids.Sum(),
            Nom = nom.Mots,
            Initiales = nom.Initiales,
            Genres = nom.Genres,
            GenresDits = genresDits,
            GenresAilleurs = genresAilleurs,
            Ailleurs = [.. ailleurs.Distinct().Take(24)],
            Rang = nom.Rang,
            Adresse = adresse,
            Latitude = latitude,
            Longitude = longitude,
            Precision = precision,
            Commune = commune?.Numero ?? 0,
            NomDeCommune = nomLocal.Length == 0 ? 0 : nomLocal.Aggregate(1UL, (h, m) => Empreinte.Melanger(h, m.Code)),
            Population = commune?.Population ?? 0,
            CommunesPossibles = possibles,
            CodePostal = int.TryParse(fiche.CodePostal, NumberStyles.None, CultureInfo.InvariantCulture, out var cp) ? cp : 0,
            Telephones = LectureContacts.Telephones(fiche.Telephone),
            Courriels = [.. courriels],
            Domaines = [.. domaines],
            Pages = [.. pages],
            Hotes = [.. hotes],
            Siret = siret,
            Siren = siren,
            Semaine = SemaineType.Lire(fiche.Horaires),
            FranceServices = franceServices,
            Itinerant = nom.Genres.A(Genre.Itinerant) || fiche.Itinerance is ["Itinérant"],
            DitFixe = fiche.Itinerance is ["Fixe"],
        };
    }

    private static void Ajouter(List<ulong> liste, ulong valeur)
    {
        if (valeur != 0 && !liste.Contains(valeur))
        {
            liste.Add(valeur);
        }
    }

    private (Mot[] Noyau, float[] Poids, Mot[] Mots, Mot Initiales, Genre Genres, int Rang) LireNom(string texte, Mot[] commune, Mot[] local, Atelier atelier)
    {
        var mots = atelier.Mots;
        Mots.Lire(texte, mots);
        for (var i = 0; i < mots.Count; i++)
        {
            mots[i] = AbreviationsDesNoms.GetValueOrDefault(mots[i], mots[i]);
        }

        var tous = mots.ToArray();
        var initiales = Initiales(tous);

        // The name of the commune says where; taken away first, so that « Arnac-la-Poste » isn't a post office.
        Retirer(mots, commune);
        Retirer(mots, local);
        var (noyau, poids, genres, rang) = (new List<Mot>(), new List<float>(), Genre.Aucun, 0);
        var reste = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(mots);
        for (var i = 0; i < reste.Length;)
        {
            if (reste[i].EstVide)
            {
                i++;
                continue;
            }

            var genre = Genres.Reconnaitre(reste[i..], out var longueur);
            if (genre != Genre.Aucun)
            {
                genres |= genre;
                if (Rangs.Contains(reste[i]) && i + longueur < reste.Length && reste[i + longueur].Nombre is > 0 and var n)
                {
                    rang = n;
                }

                for (var k = i; genre.A(Nommes) && k < i + longueur; k++)
                {
                    Garder(reste[k], 0.35f);
                }

                i += longueur;
                continue;
            }

            do
            {
                Garder(reste[i], DeLaCommune(reste[i], atelier.Commune) ? 0.15f : 1f);
                i++;
                longueur--;
            }
            while (longueur > 0);
        }

        return ([.. noyau], [.. poids], tous, initiales, genres, rang);

        void Garder(Mot mot, float facteur)
        {
            if (noyau.Count < 16 && !noyau.Contains(mot) && (mot.Longueur > 1 || mot.EstNombre))
            {
                noyau.Add(mot);
                poids.Add(facteur * frequences.Poids(mot));
            }
        }
    }

    /// <summary>« Loriol », « Loriolais »; a number or a short word must be the same.</summary>
    private static bool DeLaCommune(Mot mot, HashSet<Mot> commune)
    {
        if (commune.Contains(mot))
        {
            return true;
        }

        foreach (var m in commune)
        {
            if (m.Longueur >= 5 && mot.Longueur >= m.Longueur && Mot.Proximite(mot, m) >= 0.8)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Turns the words of the commune's name, met in order, into empty words.</summary>
    private static void Retirer(List<Mot> mots, Mot[] commune)
    {
        for (var i = 0; commune.Length > 0 && i + commune.Length <= mots.Count; i++)
        {
            var egaux = 0;
            while (egaux < commune.Length && Mot.Proximite(mots[i + egaux], commune[egaux]) >= 0.93)
            {
                egaux++;
            }

            if (egaux == commune.Length)
            {
                for (var k = 0; k < egaux; k++)
                {
                    mots[i + k] = Mot.Vide;
                }
            }
        }
    }

    private static Genre Reconnaitre(List<Mot> mots, List<Mot>? autres, HashSet<Mot> commune)
    {
        var genres = Genre.Aucun;
        var reste = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(mots);
        for (var i = 0; i < reste.Length;)
        {
            var genre = Genres.Reconnaitre(reste[i..], out var longueur);
            genres |= genre;
            if (longueur == 0)
            {
                if (reste[i].Longueur > 2 && !commune.Contains(reste[i]))
                {
                    autres?.Add(reste[i]);
                }

                longueur = 1;
            }

            i += longueur;
        }

        return genres;
    }

    private static Mot Initiales(Mot[] mots)
    {
        Span<char> lettres = stackalloc char[Mot.LettresMax];
        var n = 0;
        foreach (var mot in mots)
        {
            if (n < lettres.Length && !mot.EstVide)
            {
                lettres[n++] = mot.ToString()[0];
            }
        }

        return n < 2 ? Mot.Vide : Mot.De(lettres[..n]);
    }

    private (double Latitude, double Longitude, Precision Precision) LirePosition(FicheLieu fiche, CommuneLue? commune)
    {
        if (fiche.Latitude is not { } lat || fiche.Longitude is not { } lon || !Distance.PositionValide(lat, lon) || (lat == 0 && lon == 0))
        {
            return (double.NaN, double.NaN, Precision.Aucune);
        }

        var vague = (Math.Round(lat, 3) == lat && Math.Round(lon, 3) == lon)
            || frequences.Rarete(ClePosition(lat, lon)) < 1
            || (commune is not null && Metres(lat, lon, commune.Latitude, commune.Longitude) < 60);
        return (lat, lon, vague ? Precision.Vague : Precision.Bonne);
    }

    public static ulong ClePosition(double latitude, double longitude) =>
        Frequences.Cle('p', (ulong)(long)Math.Round((latitude + 90) * 100_000) << 32 | (uint)Math.Round((longitude + 180) * 100_000));

    /// <summary>Metres between two points near one another; NaN when one is unknown.</summary>
    public static double Metres(double lat1, double lon1, double lat2, double lon2)
    {
        var dy = (lat1 - lat2) * MetresParDegre;
        var dx = (lon1 - lon2) * MetresParDegre * Math.Cos((lat1 + lat2) * (Math.PI / 360));
        return Math.Sqrt((dx * dx) + (dy * dy));
    }

    private static ulong ContenuDe(FicheLieu f)
    {
        var h = 0UL;
        foreach (var t in (string?[])[f.Nom, f.Commune, f.CodePostal, f.CodeInsee, f.Adresse, f.ComplementAdresse, f.Pivot, f.Telephone, f.Horaires, f.Source, f.StructureParente])
        {
            h = Empreinte.Ajouter(h, t);
        }

        foreach (var l in (string[][])[f.Typologie, f.Courriels, f.SiteWeb, f.Itinerance, f.DispositifProgrammesNationaux])
        {
            h = Empreinte.Ajouter(h, l.Length == 1 ? l[0] : l.Length == 0 ? null : string.Join('|', l));
        }

        return Empreinte.Melanger(h, BitConverter.DoubleToUInt64Bits(f.Latitude ?? 999) ^ (BitConverter.DoubleToUInt64Bits(f.Longitude ?? 999) * 31));
    }

    /// <summary>Room to work, one for each thread.</summary>
    private sealed class Atelier
    {
        public List<Mot> Mots { get; } = new(64);

        public HashSet<Mot> Commune { get; } = [];
    }
}
