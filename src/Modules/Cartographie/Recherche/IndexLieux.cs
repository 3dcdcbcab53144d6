using System.Runtime.CompilerServices;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>
/// All public places in memory, for a search that answers in microseconds. Immutable: a change of the places makes a new one. The truth is in
/// PostgreSQL; this is built from it, and is the same on every node.
/// </summary>
internal sealed class IndexLieux
{
    private readonly Lieu[] _lieux;
    private readonly ulong[] _masques;
    private readonly double[] _x, _y, _z;
    private readonly int[] _commune, _departement;
    private readonly int[] _ordreNom;
    private readonly int[] _parNom;
    private readonly int[] _horaires;
    private readonly byte[]?[] _json;
    private readonly Dictionary<string, int> _parId;
    private readonly Dictionary<string, int> _communes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _departements = new(StringComparer.Ordinal);
    private readonly List<List<int>> _rangsParCommune = [];
    private readonly List<List<int>> _rangsParDepartement = [];
    private readonly Grille _grille;
    private readonly IndexTextes _textes;
    private readonly string[] _noms;

    /// <param name="lieux">Public places.</param>
    /// <param name="departementDe">Département of an INSEE code, or of a postal code when there is none.</param>
    /// <param name="version">Changes with the data; part of the ETag.</param>
    public IndexLieux(IEnumerable<Lieu> lieux, Func<Lieu, string?> departementDe, string version)
    {
        Version = version;
        _lieux = [.. lieux];
        var cases = Array.ConvertAll(_lieux, l => PositionDe(l) is { } p ? Grille.Case(p) : -1);
        Array.Sort(cases, _lieux);
        var n = _lieux.Length;
        (_masques, _x, _y, _z, _commune, _departement, _horaires, _json) = (new ulong[n], new double[n], new double[n], new double[n], new int[n], new int[n], new int[n], new byte[n][]);
        _parId = new Dictionary<string, int>(n, StringComparer.Ordinal);
        _noms = new string[n];
        Etats = new EtatsOuverture();
        var textes = new string[n];
        for (var i = 0; i < n; i++)
        {
            var lieu = _lieux[i];
            foreach (var filtre in Filtre.Tous)
            {
                _masques[i] |= filtre.Bits(lieu);
            }

            (_x[i], _y[i], _z[i]) = PositionDe(lieu) is { } p ? p.Vecteur() : (double.NaN, double.NaN, double.NaN);
            var departement = departementDe(lieu);
            _commune[i] = Numero(_communes, _rangsParCommune, lieu.CodeInsee ?? "", i);
            _departement[i] = Numero(_departements, _rangsParDepartement, departement ?? "", i);
            _horaires[i] = Etats.Numero(lieu.Horaires, departement);
            _parId[lieu.Id] = i;
            _noms[i] = TexteRecherche.Normaliser(lieu.Nom);
            textes[i] = $"{_noms[i]} {TexteRecherche.Normaliser(lieu.Commune)}";
        }

        _grille = new Grille(cases);
        _textes = new IndexTextes(textes);
        _parNom = [.. Enumerable.Range(0, n)];
        Array.Sort(_parNom, (a, b) => ComparerNoms(a, _noms[b], _lieux[b].Id));
        _ordreNom = new int[n];
        for (var i = 0; i < n; i++)
        {
            _ordreNom[_parNom[i]] = i;
        }

        ServicesDeduits = Domain.ServicesDeduits.Sources(_lieux.Select(l => (l.Source, l.Services)));
    }

    public string Version { get; }

    public int Nombre => _lieux.Length;

    public EtatsOuverture Etats { get; }

    /// <summary>Sources whose services were deduced.</summary>
    public IReadOnlySet<string> ServicesDeduits { get; }

    public Lieu this[int rang] => _lieux[rang];

    public IReadOnlyList<Lieu> Lieux => _lieux;

    /// <summary>Row of an id, or −1.</summary>
    public int RangDe(string id) => _parId.TryGetValue(id, out var rang) ? rang : -1;

    public string? DepartementDe(int rang) => _departements.FirstOrDefault(d => d.Value == _departement[rang]).Key is { Length: > 0 } d ? d : null;

    public int HorairesDe(int rang) => _horaires[rang];

    /// <summary>Number of public places of communes and of départements.</summary>
    public int CompterCommune(string code) => _communes.TryGetValue(code, out var i) ? _rangsParCommune[i].Count : 0;

    public int CompterDepartement(string code) => _departements.TryGetValue(code, out var i) ? _rangsParDepartement[i].Count : 0;

    /// <summary>Number of public places by INSEE code, as the places give it.</summary>
    public IEnumerable<(string Code, int Nombre)> ParCommune => _communes.Where(c => c.Key.Length > 0).Select(c => (c.Key, _rangsParCommune[c.Value].Count));

    /// <summary>The place's JSON, made once.</summary>
    public byte[] Json(int rang, Func<Lieu, byte[]> faire) => _json[rang] ??= faire(_lieux[rang]);

    public static Position? PositionDe(Lieu lieu) => lieu is { Latitude: { } lat, Longitude: { } lon } ? new Position(lat, lon) : null;

    /// <summary>Searches. <paramref name="critere"/> is valid.</summary>
    public Resultats Chercher(Criteres critere)
    {
        var recherche = new Passage(this, critere);
        return recherche.Executer();
    }

    private int ComparerNoms(int rang, string nom, string id)
    {
        var c = string.CompareOrdinal(_noms[rang], nom);
        return c != 0 ? c : string.CompareOrdinal(_lieux[rang].Id, id);
    }

    /// <summary>Order by name of the last place that isn't after the cursor's; −1 when all are. The cursor's own place may be gone.</summary>
    private int OrdreDe(Curseur curseur)
    {
        var (debut, fin) = (0, _parNom.Length);
        while (debut < fin)
        {
            var milieu = (debut + fin) / 2;
            if (ComparerNoms(_parNom[milieu], curseur.Nom, curseur.Id) <= 0)
            {
                debut = milieu + 1;
            }
            else
            {
                fin = milieu;
            }
        }

        return debut - 1;
    }

    private static int Numero(Dictionary<string, int> numeros, List<List<int>> rangs, string code, int rang)
    {
        if (!numeros.TryGetValue(code, out var numero))
        {
            numeros[code] = numero = rangs.Count;
            rangs.Add([]);
        }

        rangs[numero].Add(rang);
        return numero;
    }

    /// <summary>One search: candidates, tests, the best ones, counts.</summary>
    private ref struct Passage(IndexLieux index, Criteres c)
    {
        private readonly ulong[] _groupes = Groupes(c.Choix);
        private readonly bool[]? _communes = Appartenance(index._communes, c.Communes);
        private readonly bool[]? _departements = Appartenance(index._departements, c.Departements);
        private readonly (double X, double Y, double Z) _centre = (c.Centre ?? default).Vecteur();
        private readonly double _cordeMax = c.Centre is null ? double.MaxValue : Position.CordeCarree(c.RayonKm * 1000) * (1 + 1e-12);
        private readonly Comptes? _comptes = c.Comptes ? new Comptes() : null;
        private readonly int _apres = c.Curseur is null ? -1 : index.OrdreDe(c.Curseur);
        private readonly Meilleurs _meilleurs = new(c.Limite + 1);
        private readonly string? _texte = c.Tri == Tri.Pertinence ? TexteRecherche.Normaliser(c.Texte) : null;
        private EtatsOuverture.Instantane _etats;
        private bool[]? _textes;
        private int _total;

        public Resultats Executer()
        {
            if (c.Ouverture != Ouverture.Aucune || c.Comptes)
            {
                _etats = index.Etats.A(c.Instant);
            }

            var candidats = c.Texte is null ? null : index._textes.Chercher(c.Texte);
            if (candidats is not null && (c.Centre is not null || c.Boite is not null))
            {
                _textes = new bool[index.Nombre];
                foreach (var rang in candidats)
                {
                    _textes[rang] = true;
                }
            }

            if (c.Centre is { } centre)
            {
                foreach (var (debut, fin) in index._grille.Autour(centre, c.RayonKm * 1000))
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
                Liste(candidats);
            }
            else if (_communes is not null)
            {
                foreach (var code in c.Communes.Where(index._communes.ContainsKey))
                {
                    Liste(index._rangsParCommune[index._communes[code]]);
                }
            }
            else if (_departements is not null)
            {
                foreach (var code in c.Departements.Where(index._departements.ContainsKey))
                {
                    Liste(index._rangsParDepartement[index._departements[code]]);
                }
            }
            else
            {
                Plage(0, index.Nombre);
            }

            return Finir();
        }

        private void Liste(List<int> rangs)
        {
            foreach (var rang in rangs)
            {
                Examiner(rang);
            }
        }

        private void Plage(int debut, int fin)
        {
            for (var rang = debut; rang < fin; rang++)
            {
                Examiner(rang);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Examiner(int rang)
        {
            double corde = double.NaN;
            if (c.Centre is not null)
            {
                var (dx, dy, dz) = (index._x[rang] - _centre.X, index._y[rang] - _centre.Y, index._z[rang] - _centre.Z);
                corde = (dx * dx) + (dy * dy) + (dz * dz);
                // Not "corde > max": a place without a position gives NaN, and isn't near.
                if (!(corde <= _cordeMax))
                {
                    return;
                }
            }

            if ((_communes is not null && !_communes[index._commune[rang]])
                || (_departements is not null && !_departements[index._departement[rang]])
                || (_textes is not null && !_textes[rang])
                || (c.Boite is { } boite && !(PositionDe(index._lieux[rang]) is { } p && boite.Contient(p)))
                || (c.Typologies.Count > 0 && !index._lieux[rang].Typologie.Any(c.Typologies.Contains))
                || (c.Sources.Count > 0 && !c.Sources.Contains(index._lieux[rang].Source)))
            {
                return;
            }

            var masque = index._masques[rang];
            var choisis = masque & c.Choix;
            ulong manque = 0;
            var manques = 0;
            foreach (var groupe in _groupes)
            {
                if ((choisis & groupe) == 0)
                {
                    manque = groupe;
                    manques++;
                }
            }

            if (manques > 0 && (_comptes is null || manques > 1))
            {
                return;
            }

            var ouverture = Ouverture.Aucune;
            if (c.Ouverture != Ouverture.Aucune || _comptes is not null)
            {
                ouverture = _etats[index._horaires[rang]];
            }

            var horsHoraires = c.Ouverture != Ouverture.Aucune && (c.Ouverture & ouverture) == Ouverture.Aucune;
            if (_comptes is not null)
            {
                // A filter's own counts ignore its own choice: they say what one would find by choosing otherwise.
                if (manques == 1)
                {
                    if (!horsHoraires)
                    {
                        _comptes.Compter(masque & manque);
                    }

                    return;
                }

                _comptes.Compter(ouverture);
                if (horsHoraires)
                {
                    return;
                }

                _comptes.Compter(masque);
            }
            else if (horsHoraires)
            {
                return;
            }

            _total++;
            _meilleurs.Proposer(Cle(rang, corde), index._ordreNom[rang], rang, c.Curseur, _apres);
        }

        private readonly double Cle(int rang, double corde) => c.Tri switch
        {
            Tri.Distance when c.Centre is not null => corde,
            Tri.Pertinence => Pertinence(index._noms[rang]),
            _ => 0,
        };

        private readonly double Pertinence(string nom) =>
            nom == _texte ? 0
            : nom.StartsWith(_texte!, StringComparison.Ordinal) ? 1
            : nom.Contains(_texte!, StringComparison.Ordinal) ? 2
            : 3;

        private readonly Resultats Finir()
        {
            var (cles, rangs) = _meilleurs.Ranger();
            var nombre = Math.Min(rangs.Length, c.Limite);
            var lieux = new LieuTrouve[nombre];
            for (var i = 0; i < nombre; i++)
            {
                double? distance = null;
                if (c.Centre is not null)
                {
                    var rang = rangs[i];
                    var (dx, dy, dz) = (index._x[rang] - _centre.X, index._y[rang] - _centre.Y, index._z[rang] - _centre.Z);
                    distance = Position.Metres((dx * dx) + (dy * dy) + (dz * dz));
                }

                lieux[i] = new LieuTrouve(rangs[i], distance, cles[i]);
            }

            var suivant = rangs.Length > c.Limite ? new Curseur(cles[nombre - 1], index._noms[rangs[nombre - 1]], index._lieux[rangs[nombre - 1]].Id) : null;
            return new Resultats(_total, lieux, suivant, _comptes);
        }

        private static ulong[] Groupes(ulong choix) => [.. Filtre.Tous.Select(f => f.Masque).Where(m => (m & choix) != 0)];

        private static bool[]? Appartenance(Dictionary<string, int> numeros, IReadOnlyCollection<string> codes)
        {
            if (codes.Count == 0)
            {
                return null;
            }

            var membres = new bool[numeros.Count];
            foreach (var code in codes)
            {
                if (numeros.TryGetValue(code, out var numero))
                {
                    membres[numero] = true;
                }
            }

            return membres;
        }
    }
}
