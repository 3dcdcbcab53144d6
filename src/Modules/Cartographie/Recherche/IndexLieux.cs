using System.Collections.Frozen;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using System.Text;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche.Memoire;
using FaireAvec.Kernel.Memoire;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>
/// All public places in memory, for a search that answers in microseconds. Immutable: a change of the places makes a new one, and so does one of what can be booked. The truth is in
/// PostgreSQL; this is built from it, and is the same on every node.
/// <para>What a search tests is in arrays, by row; all the rest of a place is packed (<see cref="LieuxEmpaquetes"/>) and read when one is shown.</para>
/// <para>Rows are looked at by words of 64: the values of the filters are stored as bits of rows, so that one operation tests or counts 64 places.</para>
/// </summary>
internal sealed class IndexLieux
{
    private const int Mot = 64;

    // An array: going through it allocates nothing.
    private static readonly Filtre[] Filtres = [.. Filtre.Tous];

    private readonly LieuxEmpaquetes _lieux;

    // For the word w and the bit b of the filters, the rows of the word that have it: at w × 64 + b.
    private ulong[] _bits;

    // Ids of the places that take bookings here: they have the value « rendez-vous en ligne » as those that give an address for it.
    private IReadOnlySet<string> _reservables = FrozenSet<string>.Empty;

    // Unit vectors, up to the end of the last word; NaN without a position.
    private readonly double[] _x, _y, _z;

    // For each word, a ball that holds its rows: most words of a crowded circle are wholly inside or outside, and need no other look.
    private readonly Boule[] _boules;
    private readonly RangsParCode _communes, _departements;
    private readonly int[] _source, _typologie;
    private readonly string[] _sources;
    private readonly string[][] _typologies;
    private readonly int[] _ordreNom;
    private readonly int[] _parNom;
    private readonly int[] _horaires;
    private readonly byte[]?[] _json;
    private EtatsDesMots? _etatsDesMots;
    private readonly RangsParId _parId;
    private readonly Grille _grille;
    private readonly IndexTextes _textes;

    // Names in their comparable form.
    private readonly TextesEmpaquetes _noms;

    /// <param name="lieux">Public places.</param>
    /// <param name="departementDe">Département of an INSEE code, or of a postal code when there is none.</param>
    /// <param name="version">Changes with the data; part of the ETag.</param>
    /// <param name="redirections">Ids that lead to another place.</param>
    /// <param name="communeDe">INSEE code under which a place is searched; its own when not given.</param>
    /// <param name="typologies">Types of the standard, that a place may have one day.</param>
    public IndexLieux(IEnumerable<Lieu> lieux, Func<Lieu, string?> departementDe, string version, IReadOnlyDictionary<string, string>? redirections = null, Func<Lieu, string?>? communeDe = null, IEnumerable<string>? typologies = null)
    {
        (Version, Revision) = (version, version);
        Lieu[] ranges = [.. lieux];
        var cles = Array.ConvertAll(ranges, l => PositionDe(l) is { } p ? Grille.Cle(p) : -1);
        Array.Sort(cles, ranges);
        var n = ranges.Length;
        var mots = (n + Mot - 1) / Mot;
        (_bits, _x, _y, _z) = (new ulong[mots * Mot], new double[mots * Mot], new double[mots * Mot], new double[mots * Mot]);
        (_source, _typologie, _horaires, _json) = (new int[n], new int[n], new int[n], new byte[n][]);
        Array.Fill(_x, double.NaN);
        var horaires = new ReleveDesHoraires();
        var (sources, listes) = (new ValeursPartagees<string>(StringComparer.Ordinal), new ValeursPartagees<string[]>(EgaliteDeListes.Ordinale));
        var (communes, departements, noms) = (new string[n], new string[n], new string[n]);
        for (var i = 0; i < n; i++)
        {
            var lieu = ranges[i];
            foreach (var filtre in Filtres)
            {
                for (var bits = filtre.Bits(lieu); bits != 0; bits &= bits - 1)
                {
                    _bits[(i / Mot * Mot) + BitOperations.TrailingZeroCount(bits)] |= 1UL << (i % Mot);
                }
            }

            if (PositionDe(lieu) is { } p)
            {
                (_x[i], _y[i], _z[i]) = p.Vecteur();
            }

            var departement = departementDe(lieu);
            (communes[i], departements[i]) = ((communeDe is null ? lieu.CodeInsee : communeDe(lieu)) ?? "", departement ?? "");
            (_source[i], _typologie[i]) = (sources.Numero(lieu.Source), listes.Numero(lieu.Typologie));
            _horaires[i] = horaires.Numero(lieu.Horaires, departement);
            noms[i] = TexteRecherche.Normaliser(lieu.Nom);
        }

        Etats = horaires.Ranger();
        (_sources, _typologies) = (sources.Ranger(), listes.Ranger());
        (_communes, _departements) = (new RangsParCode(communes), new RangsParCode(departements));
        _boules = [.. Enumerable.Range(0, mots).Select(m => Boule.Autour(_x, _y, _z, m * Mot, Math.Min(n, (m + 1) * Mot)))];
        _grille = new Grille(Array.ConvertAll(cles, Grille.CaseDeCle));
        _textes = new IndexTextes(Textes(ranges, noms));
        _noms = new TextesEmpaquetes(noms);
        _lieux = new LieuxEmpaquetes(ranges);
        _parId = new RangsParId(_lieux, redirections ?? new Dictionary<string, string>(StringComparer.Ordinal));
        _parNom = [.. Enumerable.Range(0, n)];
        Array.Sort(_parNom, (a, b) => ComparerNoms(a, _noms[b], _lieux.OctetsDeLId(b)));
        _ordreNom = new int[n];
        for (var i = 0; i < n; i++)
        {
            _ordreNom[_parNom[i]] = i;
        }

        Sources = new SortedSet<string>(_sources, StringComparer.Ordinal);
        Typologies = new SortedSet<string>(_typologies.SelectMany(t => t).Concat(typologies ?? []), StringComparer.Ordinal);
        ServicesDeduits = Domain.ServicesDeduits.Sources(ranges.Select(l => (l.Source, l.Services)));
        // What the network says, before what makes no sense for one of its places is left out.
        var dites = new (Filtre Filtre, Func<Lieu, IReadOnlyList<string>> Lire)[] { (Filtre.Frais, Filtre.Frais.Lire), (Filtre.Acces, l => l.ModalitesAcces), (Filtre.Accompagnement, Filtre.Accompagnement.Lire) };
        ValeursDuReseau = dites.ToFrozenDictionary(d => d.Filtre, d => Domain.ValeursDuReseau.De(ranges.Select(l => (l.Source, d.Lire(l)))));
    }

    /// <summary>That of the data.</summary>
    public string Version { get; }

    /// <summary>That of the answers: of the data, and of what can be booked.</summary>
    public string Revision { get; private set; }

    public int Nombre => _lieux.Nombre;

    public EtatsOuverture Etats { get; }

    /// <summary>Sources that have a place.</summary>
    public IReadOnlySet<string> Sources { get; }

    /// <summary>Types that a place has, and those of the standard.</summary>
    public IReadOnlySet<string> Typologies { get; }

    /// <summary>For each filter that a network answers for its places, the values that it gives to all.</summary>
    public IReadOnlyDictionary<Filtre, IReadOnlySet<(string Source, string Valeur)>> ValeursDuReseau { get; }

    /// <summary>Sources whose services were deduced.</summary>
    public IReadOnlySet<string> ServicesDeduits { get; }

    /// <summary>A place, made again at each call: two of one row are equal in all and are not the same object.</summary>
    public Lieu this[int rang] => _lieux[rang];

    /// <summary>All the places, made again one after the other: to go through once, not at each request.</summary>
    public IEnumerable<Lieu> Lieux => Enumerable.Range(0, Nombre).Select(rang => _lieux[rang]);

    /// <summary>Row of an id, or −1. An id that leads to another place gives that place's row: its own id tells.</summary>
    public int RangDe(string id) => _parId.De(id);

    public string IdDe(int rang) => _lieux.IdDe(rang);

    /// <summary>Every id that leads to a row, its own among them.</summary>
    public IReadOnlyCollection<string> IdsDe(int rang) => _parId.Ids(rang);

    public string? DepartementDe(int rang) => _departements.CodeDe(rang) is { Length: > 0 } d ? d : null;

    public int HorairesDe(int rang) => _horaires[rang];

    /// <summary>Where the place of a row is.</summary>
    public Position? PositionDe(int rang) => _lieux.PositionDe(rang);

    /// <summary>Number of public places of communes and of départements.</summary>
    public int CompterCommune(string code) => _communes.Rangs(code).Length;

    public int CompterDepartement(string code) => _departements.Rangs(code).Length;

    /// <summary>Number of public places by INSEE code.</summary>
    public IEnumerable<(string Code, int Nombre)> ParCommune => _communes.Nombres;

    /// <summary>Number of public places that have a value of a filter.</summary>
    /// <param name="bit">That of the value, one alone.</param>
    public int Compter(ulong bit)
    {
        // None, or several: one would be counted for the others without a word.
        if (!BitOperations.IsPow2(bit))
        {
            throw new ArgumentOutOfRangeException(nameof(bit), bit, "One bit of a filter.");
        }

        var nombre = 0;
        for (var i = BitOperations.TrailingZeroCount(bit); i < _bits.Length; i += Mot)
        {
            nombre += BitOperations.PopCount(_bits[i]);
        }

        return nombre;
    }

    /// <summary>The rows whose name is this one, in its comparable form.</summary>
    public IEnumerable<int> DeNom(string nom)
    {
        var octets = Encoding.UTF8.GetBytes(nom);
        for (var i = PremierApres(octets, default); i < _parNom.Length && _noms[_parNom[i]].SequenceEqual(octets); i++)
        {
            yield return _parNom[i];
        }
    }

    /// <summary>The place's JSON, when it was already made.</summary>
    public byte[]? Json(int rang) => _json[rang];

    public byte[] GarderJson(int rang, byte[] json) => _json[rang] = json;

    public static Position? PositionDe(Lieu lieu) => lieu is { Latitude: { } lat, Longitude: { } lon } ? new Position(lat, lon) : null;

    /// <summary>
    /// The same index, where these places can be booked online, whatever their sheet says. All but the bits is shared: it takes a copy of some kilobytes, only
    /// when an agenda opens or closes.
    /// </summary>
    public IndexLieux AvecReservables(IReadOnlySet<string> reservables)
    {
        if (ReferenceEquals(reservables, _reservables) || reservables.SetEquals(_reservables))
        {
            return this;
        }

        var copie = (IndexLieux)MemberwiseClone();
        (copie._bits, copie._reservables) = ([.. _bits], reservables);
        var (oui, inconnu) = (BitOperations.TrailingZeroCount(Filtre.Rdv.Bit(0)), BitOperations.TrailingZeroCount(Filtre.Rdv.Bit(1)));
        void Noter(string id, bool reservable)
        {
            var rang = RangDe(id);
            if (rang >= 0)
            {
                var (mot, ligne) = (rang / Mot * Mot, 1UL << (rang % Mot));
                (copie._bits[mot + oui], copie._bits[mot + inconnu]) = reservable
                    ? (copie._bits[mot + oui] | ligne, copie._bits[mot + inconnu] & ~ligne)
                    : (copie._bits[mot + oui] & ~ligne, copie._bits[mot + inconnu] | ligne);
            }
        }

        foreach (var id in _reservables)
        {
            Noter(id, RangDe(id) is >= 0 and var rang && _lieux[rang].PriseRdv is not null);
        }

        foreach (var id in reservables)
        {
            Noter(id, true);
        }

        copie.Revision = reservables.Count == 0 ? Version : $"{Version}-{Empreinte(reservables)}";
        return copie;
    }

    private static string Empreinte(IReadOnlySet<string> reservables) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', reservables.Order(StringComparer.Ordinal)))).AsSpan(0, 4));

    /// <summary>What was probably meant by a text that finds nothing; null when nothing is near, or finds nothing either.</summary>
    public string? Proposer(string texte) => _textes.Proposer(texte) is { } propose && _textes.Chercher(propose) is { Count: > 0 } ? propose : null;

    /// <summary>Searches. <paramref name="critere"/> is valid.</summary>
    public Resultats Chercher(Criteres critere)
    {
        var recherche = new Passage(this, critere);
        return recherche.Executer();
    }

    /// <summary>The words by which each place is found: those of its name, and those of its commune, which many have in common.</summary>
    private static IEnumerable<string> Textes(Lieu[] lieux, string[] noms)
    {
        var communes = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < lieux.Length; i++)
        {
            if (!communes.TryGetValue(lieux[i].Commune, out var commune))
            {
                communes[lieux[i].Commune] = commune = TexteRecherche.Normaliser(lieux[i].Commune);
            }

            yield return $"{noms[i]} {commune}";
        }
    }

    /// <summary>For each word, the rows open and closed at that minute; made once a minute.</summary>
    private EtatsDesMots EtatsA(DateTimeOffset instant)
    {
        var minute = instant.UtcTicks / TimeSpan.TicksPerMinute;
        if (Volatile.Read(ref _etatsDesMots) is { } connus && connus.Minute == minute)
        {
            return connus;
        }

        var etats = Etats.A(instant);
        var mots = new EtatsDesMots(minute, new ulong[_bits.Length / Mot], new ulong[_bits.Length / Mot]);
        for (var i = 0; i < _horaires.Length; i++)
        {
            var etat = etats[_horaires[i]];
            mots.Ouverts[i / Mot] |= etat == Ouverture.Ouvert ? 1UL << (i % Mot) : 0;
            mots.Fermes[i / Mot] |= etat == Ouverture.Ferme ? 1UL << (i % Mot) : 0;
        }

        Volatile.Write(ref _etatsDesMots, mots);
        return mots;
    }

    private int ComparerNoms(int rang, ReadOnlySpan<byte> nom, ReadOnlySpan<byte> id)
    {
        var c = _noms[rang].SequenceCompareTo(nom);
        return c != 0 ? c : _lieux.OctetsDeLId(rang).SequenceCompareTo(id);
    }

    /// <summary>Order by name of the last place that isn't after the cursor's; −1 when all are. The cursor's own place may be gone.</summary>
    private int OrdreDe(Curseur curseur) => PremierApres(Encoding.UTF8.GetBytes(curseur.Nom), Encoding.UTF8.GetBytes(curseur.Id)) - 1;

    /// <summary>Order by name of the first place that is after this name and this id.</summary>
    private int PremierApres(ReadOnlySpan<byte> nom, ReadOnlySpan<byte> id)
    {
        var (debut, fin) = (0, _parNom.Length);
        while (debut < fin)
        {
            var milieu = (debut + fin) / 2;
            (debut, fin) = ComparerNoms(_parNom[milieu], nom, id) <= 0 ? (milieu + 1, fin) : (debut, milieu);
        }

        return debut;
    }

    /// <summary>For each source, whether it is chosen; null when none is.</summary>
    private bool[]? Parmi(IReadOnlyCollection<string> sources) => sources.Count == 0 ? null : Array.ConvertAll(_sources, sources.Contains);

    /// <summary>For each list of types, whether one of them is chosen; null when none is.</summary>
    private bool[]? DUnType(IReadOnlyCollection<string> types) => types.Count == 0 ? null : Array.ConvertAll(_typologies, t => t.Any(types.Contains));

    private sealed record EtatsDesMots(long Minute, ulong[] Ouverts, ulong[] Fermes);

    /// <summary>One search: candidates, tests, the best ones, counts.</summary>
    private ref struct Passage(IndexLieux index, Criteres c)
    {
        private readonly (Filtre Filtre, ulong Choix)[] _groupes = Groupes(c.Choix);
        private readonly bool[]? _communes = index._communes.Membres(c.Communes);
        private readonly bool[]? _departements = index._departements.Membres(c.Departements);
        private readonly bool[]? _sources = index.Parmi(c.Sources);
        private readonly bool[]? _typologies = index.DUnType(c.Typologies);
        private readonly (double X, double Y, double Z) _centre = (c.Centre ?? default).Vecteur();
        private readonly double _cordeMax = CordeMax(c) is { } corde ? corde * (1 + 1e-12) : double.MaxValue;
        private readonly double _rayon = CordeMax(c) is { } corde ? Math.Sqrt(corde) : double.MaxValue;
        private readonly Comptes? _comptes = c.Comptes ? new Comptes() : null;
        private readonly int _apres = c.Curseur is null ? -1 : index.OrdreDe(c.Curseur);
        private readonly Meilleurs _meilleurs = new(c.Limite + 1);
        private readonly byte[]? _texte = c.Tri == Tri.Pertinence ? Encoding.UTF8.GetBytes(TexteRecherche.Normaliser(c.Texte)) : null;
        private readonly EtatsDesMots? _etats = c.Ouverture != Ouverture.Aucune || c.Comptes ? index.EtatsA(c.Instant) : null;
        private bool[]? _textes;
        private bool _unParUn;
        private int _total;

        public Resultats Executer()
        {
            var candidats = c.Texte is null ? null : index._textes.Chercher(c.Texte);
            if (candidats is not null && (c.Centre is not null || c.Boite is not null))
            {
                _textes = new bool[index.Nombre];
                foreach (var rang in candidats)
                {
                    _textes[rang] = true;
                }
            }

            _unParUn = _communes is not null || _departements is not null || _textes is not null || c.Boite is not null || _typologies is not null || _sources is not null;
            if (c is { Centre: { } centre, RayonKm: { } rayon } && !(c.Boite is { } cadre && cadre.MoinsHaute(rayon)))
            {
                foreach (var (debut, fin) in index._grille.Autour(centre, rayon * 1000))
                {
                    Plage(debut, fin);
                }
            }
            else if (c.Boite is { } b)
            {
                foreach (var (debut, fin) in index._grille.Dans(b.Sud, b.Nord, b.Ouest, b.Est))
                {
                    Plage(debut, fin);
                }
            }
            else if (candidats is not null)
            {
                Liste(CollectionsMarshal.AsSpan(candidats));
            }
            else if (_communes is not null)
            {
                foreach (var code in c.Communes.Distinct(StringComparer.Ordinal))
                {
                    Liste(index._communes.Rangs(code));
                }
            }
            else if (_departements is not null)
            {
                foreach (var code in c.Departements.Distinct(StringComparer.Ordinal))
                {
                    Liste(index._departements.Rangs(code));
                }
            }
            else
            {
                Plage(0, index.Nombre);
            }

            return Finir();
        }

        /// <param name="rangs">Rows in order.</param>
        private void Liste(ReadOnlySpan<int> rangs)
        {
            for (var i = 0; i < rangs.Length;)
            {
                var mot = rangs[i] / Mot;
                ulong lignes = 0;
                for (; i < rangs.Length && rangs[i] / Mot == mot; i++)
                {
                    lignes |= 1UL << (rangs[i] % Mot);
                }

                Examiner(mot, lignes);
            }
        }

        private void Plage(int debut, int fin)
        {
            for (var mot = debut / Mot; mot * Mot < fin; mot++)
            {
                var lignes = ulong.MaxValue;
                lignes &= debut > mot * Mot ? ulong.MaxValue << (debut - (mot * Mot)) : ulong.MaxValue;
                lignes &= fin < (mot + 1) * Mot ? ulong.MaxValue >> (((mot + 1) * Mot) - fin) : ulong.MaxValue;
                Examiner(mot, lignes);
            }
        }

        /// <summary>Looks at the rows of a word.</summary>
        private void Examiner(int mot, ulong lignes)
        {
            lignes = c.Centre is null || c.RayonKm is null ? lignes : lignes & Proches(mot);
            lignes = _unParUn ? Retenues(mot, lignes) : lignes;
            if (lignes == 0)
            {
                return;
            }

            // Rows that miss one filter or more, and two or more.
            var bits = index._bits.AsSpan(mot * Mot, Mot);
            var (un, deux) = (0UL, 0UL);
            Span<ulong> manque = stackalloc ulong[_groupes.Length];
            for (var g = 0; g < _groupes.Length; g++)
            {
                manque[g] = lignes;
                for (var choix = _groupes[g].Choix; choix != 0; choix &= choix - 1)
                {
                    manque[g] &= ~bits[BitOperations.TrailingZeroCount(choix)];
                }

                deux |= un & manque[g];
                un |= manque[g];
            }

            var voulues = lignes & ~un;
            if (voulues == 0 && (_comptes is null || (lignes & ~deux) == 0))
            {
                return;
            }

            var (ouverts, fermes) = _etats is null ? default : (_etats.Ouverts[mot], _etats.Fermes[mot]);
            var horaires = c.Ouverture == Ouverture.Aucune
                ? ulong.MaxValue
                : (c.Ouverture.HasFlag(Ouverture.Ouvert) ? ouverts : 0) | (c.Ouverture.HasFlag(Ouverture.Ferme) ? fermes : 0) | (c.Ouverture.HasFlag(Ouverture.Inconnu) ? ~(ouverts | fermes) : 0);
            if (_comptes is not null)
            {
                // A filter's own counts ignore its own choice: they say what one would find by choosing otherwise. So do those of the opening.
                _comptes.Compter(voulues & ouverts, voulues & fermes, voulues);
                voulues &= horaires;
                foreach (var filtre in Filtres)
                {
                    var comptees = voulues;
                    for (var g = 0; g < _groupes.Length; g++)
                    {
                        comptees |= _groupes[g].Filtre == filtre ? manque[g] & ~deux & horaires : 0;
                    }

                    _comptes.Compter(filtre, bits, comptees);
                }
            }

            voulues &= horaires;
            _total += BitOperations.PopCount(voulues);
            for (; voulues != 0; voulues &= voulues - 1)
            {
                var rang = (mot * Mot) + BitOperations.TrailingZeroCount(voulues);
                _meilleurs.Proposer(Cle(rang), index._ordreNom[rang], rang, c.Curseur, _apres);
            }
        }

        /// <summary>Rows of the word that are in the circle; never those without a position, whose NaN is not under anything.</summary>
        private readonly ulong Proches(int mot)
        {
            switch (index._boules[mot].Face(_centre, _rayon))
            {
                case Boule.Place.Dedans:
                    return ulong.MaxValue;
                case Boule.Place.Dehors:
                    return 0;
                default:
                    break;
            }

            var (cx, cy, cz, max) = (Vector256.Create(_centre.X), Vector256.Create(_centre.Y), Vector256.Create(_centre.Z), Vector256.Create(_cordeMax));
            ulong proches = 0;
            for (var i = 0; i < Mot; i += Vector256<double>.Count)
            {
                var rang = (mot * Mot) + i;
                var (dx, dy, dz) = (Vector256.Create(index._x, rang) - cx, Vector256.Create(index._y, rang) - cy, Vector256.Create(index._z, rang) - cz);
                proches |= (ulong)Vector256.LessThanOrEqual((dx * dx) + (dy * dy) + (dz * dz), max).ExtractMostSignificantBits() << i;
            }

            return proches;
        }

        /// <summary>The tests that have no bits: territory, text, box, type of place, source.</summary>
        private readonly ulong Retenues(int mot, ulong lignes)
        {
            var retenues = lignes;
            for (; lignes != 0; lignes &= lignes - 1)
            {
                var i = BitOperations.TrailingZeroCount(lignes);
                var rang = (mot * Mot) + i;
                if ((_communes is not null && !index._communes.Est(rang, _communes))
                    || (_departements is not null && !index._departements.Est(rang, _departements))
                    || (_textes is not null && !_textes[rang])
                    || (c.Boite is { } boite && !(index.PositionDe(rang) is { } p && boite.Contient(p)))
                    || (_typologies is not null && !_typologies[index._typologie[rang]])
                    || (_sources is not null && !_sources[index._source[rang]]))
                {
                    retenues &= ~(1UL << i);
                }
            }

            return retenues;
        }

        private readonly double Corde(int rang)
        {
            var (dx, dy, dz) = (index._x[rang] - _centre.X, index._y[rang] - _centre.Y, index._z[rang] - _centre.Z);
            return (dx * dx) + (dy * dy) + (dz * dz);
        }

        private readonly double Cle(int rang) => c.Tri switch
        {
            Tri.Distance when c.Centre is not null => Corde(rang),
            Tri.Pertinence => Pertinence(index._noms[rang]),
            _ => 0,
        };

        private readonly double Pertinence(ReadOnlySpan<byte> nom) =>
            nom.SequenceEqual(_texte) ? 0
            : nom.StartsWith(_texte) ? 1
            : nom.IndexOf(_texte) >= 0 ? 2
            : 3;

        private readonly Resultats Finir()
        {
            var (cles, rangs) = _meilleurs.Ranger();
            var nombre = Math.Min(rangs.Length, c.Limite);
            var lieux = new LieuTrouve[nombre];
            for (var i = 0; i < nombre; i++)
            {
                lieux[i] = new LieuTrouve(rangs[i], c.Centre is null ? null : Position.Metres(Corde(rangs[i])), cles[i]);
            }

            var suivant = rangs.Length > c.Limite ? new Curseur(c.Empreinte, cles[nombre - 1], index._noms.Texte(rangs[nombre - 1]), index.IdDe(rangs[nombre - 1])) : null;
            return new Resultats(_total, lieux, suivant, _comptes);
        }

        /// <summary>Squared chord of the radius; null when no circle bounds the search.</summary>
        private static double? CordeMax(Criteres c) => c is { Centre: not null, RayonKm: { } rayon } ? Position.CordeCarree(rayon * 1000) : null;

        private static (Filtre Filtre, ulong Choix)[] Groupes(ulong choix) => choix == 0 ? [] : [.. Filtre.Tous.Where(f => (f.Masque & choix) != 0).Select(f => (f, f.Masque & choix))];
    }
}
