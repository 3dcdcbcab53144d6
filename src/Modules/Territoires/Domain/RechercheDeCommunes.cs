using System.Buffers;
using System.Numerics;
using System.Text;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Memoire;
using FaireAvec.Kernel.Texte;
using FaireAvec.Territoires.Import;

namespace FaireAvec.Territoires.Domain;

/// <summary>
/// Finds communes by what people type. All names stand in one text of a byte a letter, one a line; an array of the starts of words, in alphabetical order,
/// answers a beginning by two binary searches. What costs more (letters inside a word, typing mistakes) reads the whole text once, and only
/// when the rest found little. The work for one query is bounded whatever its text.
/// </summary>
internal sealed class RechercheDeCommunes
{
    /// <summary>Beyond, nothing is read: the longest name has 45 characters.</summary>
    public const int LongueurLue = 200;

    /// <summary>The most answers to one query.</summary>
    public const int LimiteMaximale = 100;

    private const int MotsLus = 16;

    /// <summary>Six bits each in a number of 64.</summary>
    private const int LettresDUneCle = 10;

    /// <summary>Communes suggested among the words of a longer text.</summary>
    private const int Suggestions = 8;
    private const byte Fin = (byte)'\n';
    private const byte Espace = (byte)' ';

    private static readonly UInt128 Partout = UInt128.MaxValue;

    private static readonly HashSet<string> MotsPostaux = new(StringComparer.Ordinal) { "cedex", "cs", "bp", "france" };

    private static readonly HashSet<string> MotsDArrondissement = new(StringComparer.Ordinal)
    {
        "arrondissement", "arrondissements", "arr", "arrdt", "ardt", "e", "er", "eme", "ieme", "nd", "nde", "de", "du", "dans", "le", "cedex",
    };

    // Names of villages too, but first of all words of an address.
    private static readonly HashSet<string> MotsDAdresse = new(StringComparer.Ordinal)
    {
        "rue", "avenue", "boulevard", "place", "chemin", "route", "allee", "impasse", "quai", "cours", "les", "des", "sur", "sous", "bis", "ter",
    };

    private static readonly HashSet<string> EnTete = new(StringComparer.Ordinal) { "mairie", "ville", "commune", "village", "france", "services", "d", "de", "du", "des", "a" };

    private static readonly Dictionary<string, (string Debut, int Nombre)> Plm = new(StringComparer.Ordinal)
    {
        ["paris"] = ("751", 20),
        ["lyon"] = ("6938", 9),
        ["marseille"] = ("132", 16),
    };

    private static readonly string[] Romains =
        ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"];

    private readonly CommunesEmpaquetees _ensemble;
    private readonly CommuneEmpaquetee[] _communes;
    private readonly byte[] _departementDe;
    private readonly long[] _poids;

    // One entry per name: the communes first, in the same order, then the former names.
    private readonly int[] _communeDe;
    private readonly int[] _debuts;
    private readonly byte[] _article;
    private readonly uint[] _lettresDe;
    private readonly byte[] _noms;
    private readonly int[] _motsPosition;
    private readonly int[] _motsEntree;

    private readonly ListesEmpaquetees _parCodePostal;

    // Made at the first misspelling: most searches have none.
    private readonly Lazy<(int[] Empreintes, int[] Entrees)> _sons;

    private readonly Dictionary<string, UInt128> _territoireParNom = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UInt128> _territoireParCode = new(StringComparer.Ordinal);

    public RechercheDeCommunes(
        CommunesEmpaquetees ensemble,
        List<LigneAncienNom> anciens,
        IReadOnlyList<Region> regions,
        ListesEmpaquetees parCodePostal)
    {
        _ensemble = ensemble;
        _parCodePostal = parCodePostal;
        var communes = _communes = ensemble.Toutes;
        var numeros = new Dictionary<string, byte>(StringComparer.Ordinal);
        foreach (var d in ensemble.Departements)
        {
            var masque = UInt128.One << numeros.Count;
            _territoireParCode[d.Code.ToLowerInvariant()] = masque;
            NommerTerritoire(d.Nom, masque);
            numeros[d.Code] = (byte)numeros.Count;
        }

        foreach (var r in regions)
        {
            NommerTerritoire(r.Nom, r.Departements.Aggregate(UInt128.Zero, (m, d) => m | (UInt128.One << numeros[d])));
        }

        _departementDe = Array.ConvertAll(communes, c => (byte)c.NumeroDuDepartement);

        // Sorts by population, then by INSEE code.
        _poids = new long[communes.Length];
        for (var i = 0; i < communes.Length; i++)
        {
            _poids[i] = ((long)(0xFFFFFF - Math.Min(communes[i].Population ?? 0, 0xFFFFFF)) << 16) | (uint)i;
        }

        var nommes = anciens.Where(a => a.Nom is not null).ToArray();
        var total = communes.Length + nommes.Length;
        var cles = new string[total];
        Parallel.For(0, total, i => cles[i] = Cle(ensemble.Noms.Texte(i)));
        _communeDe = new int[total];
        _debuts = new int[total + 1];
        _article = new byte[total];
        _lettresDe = Array.ConvertAll(cles, c => LettresDe(c));
        var position = 1;
        for (var e = 0; e < total; e++)
        {
            _communeDe[e] = e < communes.Length ? e : ensemble.Connue(nommes[e - communes.Length].Commune).Rang;
            _debuts[e] = position;
            _article[e] = (byte)TexteRecherche.LongueurDeLArticle(cles[e]);
            position += cles[e].Length + 1;
        }

        _debuts[total] = position;

        // Padding: ten letters can be read from anywhere.
        _noms = new byte[position + LettresDUneCle];
        _noms.AsSpan().Fill(Fin);
        for (var e = 0; e < total; e++)
        {
            Encoding.ASCII.GetBytes(cles[e], _noms.AsSpan(_debuts[e]));
        }

        (_motsPosition, _motsEntree) = TrierLesMots();
        _sons = new Lazy<(int[], int[])>(TrierLesSons);
    }

    public IReadOnlyList<CommuneTrouvee> Chercher(string? texte, int limite)
    {
        limite = Math.Clamp(limite, 1, LimiteMaximale);
        var brut = texte.AsSpan().Trim();
        if (brut.Length > LongueurLue)
        {
            brut = brut[..LongueurLue];
        }

        // U+FFFE is not a character: text that holds it can't be normalised.
        var mots = Mots(TexteRecherche.Normaliser(brut.ToString().Replace('\uFFFE', ' ')));
        if (mots.Length == 0)
        {
            return [];
        }

        var recolte = new Recolte(limite);
        Chercher(mots, brut, recolte);
        if (recolte.Nombre == 0 && SansEnTete(mots) is { Length: > 0 } reste && reste.Length < mots.Length)
        {
            Chercher(reste, brut, recolte);
        }

        // « lille59 »: the code was written against the name.
        if (recolte.NeSuggereQue && Decoller(mots) is { } decolles)
        {
            var autre = new Recolte(limite);
            Chercher(decolles, brut, autre);
            recolte = autre.NeSuggereQue ? recolte : autre;
        }

        return recolte.NeSuggereQue ? [.. recolte.Resultats(this).Concat(NommeesDans(mots)).DistinctBy(t => t.Commune.CodeInsee).Take(limite)] : recolte.Resultats(this);
    }

    /// <summary>« lille59 » is « lille 59 »; null when no word has letters then two figures or more.</summary>
    private static string[]? Decoller(string[] mots)
    {
        var sortie = new List<string>(mots.Length + 1);
        foreach (var mot in mots)
        {
            var lettres = mot.AsSpan().TrimEnd("0123456789").Length;
            if (lettres >= 2 && mot.Length - lettres >= 2 && !mot.AsSpan(0, lettres).ContainsAnyInRange('0', '9'))
            {
                sortie.Add(mot[..lettres]);
                sortie.Add(mot[lettres..]);
            }
            else
            {
                sortie.Add(mot);
            }
        }

        return sortie.Count > mots.Length ? [.. sortie] : null;
    }

    /// <summary>
    /// The communes whose whole name is among the words, for suggestions: « 34 rue de la paix paris », « nantes france ». The longest names first, then
    /// the most populated.
    /// </summary>
    private IEnumerable<CommuneTrouvee> NommeesDans(string[] mots)
    {
        if (mots.Length < 2)
        {
            return [];
        }

        var trouvees = new List<(int Longueur, CommuneTrouvee Trouvee)>();
        for (var debut = 0; debut < mots.Length; debut++)
        {
            for (var fin = debut + 1; fin <= mots.Length; fin++)
            {
                if (fin == debut + 1 && (mots[debut].Length < 3 || MotsDAdresse.Contains(mots[debut])))
                {
                    continue;
                }

                trouvees.AddRange(ParNomExact(string.Join(' ', mots[debut..fin])).Where(t => t.Correspondance == Correspondance.Nom).Select(t => (fin - debut, t)));
            }
        }

        return trouvees.OrderByDescending(t => t.Longueur).ThenByDescending(t => t.Trouvee.Commune.Population ?? 0)
            .Take(Suggestions).Select(t => t.Trouvee with { Correspondance = Correspondance.Approchante });
    }

    /// <summary>All communes and arrondissements in alphabetical order, accents and signs left out.</summary>
    public IEnumerable<CommuneEmpaquetee> ParNom()
    {
        for (var i = 0; i < _motsPosition.Length; i++)
        {
            var e = _motsEntree[i];
            if (e < _communes.Length && _motsPosition[i] == _debuts[e])
            {
                yield return _communes[e];
            }
        }
    }

    /// <summary>The communes and arrondissements of today that have a word beginning so, by code.</summary>
    public IEnumerable<CommuneEmpaquetee> AyantUnMot(string debut)
    {
        var cherche = Encoding.ASCII.GetBytes(debut);
        var rangs = new SortedSet<int>();
        for (var i = Premier(cherche); i < _motsPosition.Length && _noms.AsSpan(_motsPosition[i]).StartsWith(cherche); i++)
        {
            if (_motsEntree[i] < _communes.Length)
            {
                rangs.Add(_motsEntree[i]);
            }
        }

        return rangs.Select(r => _communes[r]);
    }

    /// <summary>The communes of exactly this name, today's or former.</summary>
    public IReadOnlyList<CommuneTrouvee> ParNomExact(string? nom)
    {
        if (nom is null or { Length: > LongueurLue } || Cle(nom) is not { Length: > 0 } cle)
        {
            return [];
        }

        var entrees = EntreesNommees(cle);
        if (TexteRecherche.LongueurDeLArticle(cle) is > 0 and var article)
        {
            entrees.AddRange(EntreesNommees(cle[article..]));
        }

        return
        [
            .. entrees
                .OrderBy(e => e >= _communes.Length).ThenBy(e => _debuts[e + 1] - 1 - _debuts[e] != cle.Length).ThenBy(e => _poids[_communeDe[e]])
                .Select(e => new CommuneTrouvee(_communes[_communeDe[e]], e < _communes.Length ? Correspondance.Nom : Correspondance.AncienNom, AncienNom(e)))
                .DistinctBy(c => c.Commune.CodeInsee),
        ];
    }

    /// <summary>The names that are exactly this text, with or without their article: « Mont-Dore » is also Le Mont-Dore.</summary>
    private List<int> EntreesNommees(string cle)
    {
        var entrees = new List<int>();
        var cherche = Encoding.ASCII.GetBytes(cle);
        for (var i = Premier(cherche); i < _motsPosition.Length; i++)
        {
            // A name that goes on comes after all those that end here.
            var suite = _noms.AsSpan(_motsPosition[i]);
            if (!suite.StartsWith(cherche) || suite[cherche.Length] != Fin)
            {
                break;
            }

            var e = _motsEntree[i];
            var decalage = _motsPosition[i] - _debuts[e];
            if (decalage == 0 || decalage == _article[e])
            {
                entrees.Add(e);
            }
        }

        entrees.Sort();
        return entrees;
    }

    private string? AncienNom(int entree) => entree < _communes.Length ? null : _ensemble.Noms.Texte(entree);

    private void Chercher(string[] mots, ReadOnlySpan<char> brut, Recolte recolte)
    {
        var cedex = mots.Contains("cedex");
        mots = cedex ? SansCedex(mots) : mots;
        if (mots.Length == 0)
        {
            return;
        }

        var iCode = Array.FindIndex(mots, m => CodesTerritoriaux.ALaFormeDUnCode(m));
        var masque = Partout;
        if (iCode >= 0)
        {
            var reste = mots.Where((m, i) => i != iCode && !MotsPostaux.Contains(m)).ToArray();
            if (ParCode(mots[iCode], reste, cedex, recolte))
            {
                return;
            }

            if (reste.Length == 0)
            {
                CodesVoisins(mots[iCode], recolte);
                return;
            }

            // A code of business mail (CEDEX): its first digits still say the département.
            if (CodesTerritoriaux.DepartementDuCodePostal(mots[iCode]) is { } d)
            {
                masque = _territoireParCode[d.ToLowerInvariant()];
            }

            mots = reste;
        }

        if (mots.Length == 1 && (CodesTerritoriaux.SontDesChiffres(mots[0]) || _territoireParCode.ContainsKey(mots[0])))
        {
            DebutDeCode(mots[0], recolte);
            return;
        }

        var parentheses = EntreParentheses(brut, mots[^1]);
        if (!parentheses)
        {
            Arrondissement(mots, recolte);
        }

        // A code of département at one end: only this département, unless nothing is there.
        if (masque == Partout && mots.Length > 1)
        {
            var (code, reste) = _territoireParCode.ContainsKey(mots[^1]) ? (mots[^1], mots[..^1])
                : _territoireParCode.ContainsKey(mots[0]) ? (mots[0], mots[1..])
                : ("", mots);
            if (code.Length > 0)
            {
                var avant = recolte.Nombre;
                ParNom(reste, _territoireParCode[code], recolte, precise: true);
                if (recolte.Nombre > avant)
                {
                    return;
                }

                if (avant == 0)
                {
                    mots = reste;
                }
            }
        }

        var trouves = recolte.Nombre;
        ParNom(mots, masque, recolte, precise: masque != Partout);
        if (recolte.Nombre == trouves && masque != Partout)
        {
            ParNom(mots, Partout, recolte, precise: false);
        }
    }

    /// <summary>Words of a name, inside the départements of the mask.</summary>
    private void ParNom(string[] mots, UInt128 masque, Recolte recolte, bool precise)
    {
        var requete = string.Join(' ', mots);
        var exact = precise ? Correspondance.NomEtDepartement : Correspondance.Nom;
        Debuts(requete, masque, recolte, exact);

        // « saint étienne loire »: every way to cut a département or a region off the end.
        if (!precise)
        {
            for (var i = 1; i < mots.Length; i++)
            {
                var territoire = Territoire(string.Join(' ', mots[i..]));
                if (territoire != UInt128.Zero)
                {
                    Debuts(string.Join(' ', mots[..i]), territoire, recolte, Correspondance.NomEtDepartement);
                }
            }
        }

        if (mots.Length > 1 && !recolte.Pleine)
        {
            TousLesMots(mots, masque, recolte);
        }

        if (requete.Length >= 3 && !recolte.Pleine)
        {
            Contenus(requete, masque, recolte);
        }

        if (!precise && !recolte.Pleine && _territoireParNom.TryGetValue(TexteRecherche.SansArticle(requete), out var nomme))
        {
            ToutLeTerritoire(nomme, recolte);
        }

        if (recolte.Nombre < Math.Min(recolte.Limite, 3) && !recolte.ContientUnNom)
        {
            MemesSons(requete, masque, recolte);
            Approchants(requete, masque, recolte, 0);
            for (var i = 1; i < mots.Length && !precise; i++)
            {
                var territoire = _territoireParNom.GetValueOrDefault(TexteRecherche.SansArticle(string.Join(' ', mots[i..])));
                if (territoire != UInt128.Zero)
                {
                    Approchants(string.Join(' ', mots[..i]), territoire, recolte, 0);
                }
            }
        }
    }

    /// <summary>Names, and words of names, that begin by this text.</summary>
    private void Debuts(string requete, UInt128 masque, Recolte recolte, Correspondance exact)
    {
        var cherche = Encoding.ASCII.GetBytes(requete);
        for (var i = Premier(cherche); i < _motsPosition.Length; i++)
        {
            var p = _motsPosition[i];
            if (!_noms.AsSpan(p).StartsWith(cherche))
            {
                break;
            }

            var e = _motsEntree[i];
            var commune = _communeDe[e];
            if (!Dedans(commune, masque))
            {
                continue;
            }

            var decalage = p - _debuts[e];
            var ancien = e >= _communes.Length;
            var genre = decalage != 0 && decalage != _article[e] ? Correspondance.DebutDeMot
                : _noms[p + cherche.Length] != Fin ? Correspondance.DebutDeNom
                : ancien ? Correspondance.AncienNom
                : exact;
            recolte.Ajouter(this, genre, 0, e);
        }
    }

    /// <summary>Names that have all these words, or words that begin so, in any order: « vitry seine ».</summary>
    private void TousLesMots(string[] mots, UInt128 masque, Recolte recolte)
    {
        var cherches = Array.ConvertAll(mots, Encoding.ASCII.GetBytes);
        var rare = cherches.MaxBy(m => m.Length)!;
        for (var i = Premier(rare); i < _motsPosition.Length && _noms.AsSpan(_motsPosition[i]).StartsWith(rare); i++)
        {
            var e = _motsEntree[i];
            if (Dedans(_communeDe[e], masque) && Array.TrueForAll(cherches, m => ADansSesMots(e, m)))
            {
                recolte.Ajouter(this, Correspondance.DebutDeMot, 1, e);
            }
        }
    }

    private bool ADansSesMots(int entree, ReadOnlySpan<byte> mot)
    {
        var nom = Lettres(entree);
        while (true)
        {
            if (nom.StartsWith(mot))
            {
                return true;
            }

            var espace = nom.IndexOf(Espace);
            if (espace < 0)
            {
                return false;
            }

            nom = nom[(espace + 1)..];
        }
    }

    private void Contenus(string requete, UInt128 masque, Recolte recolte)
    {
        var cherche = Encoding.ASCII.GetBytes(requete);
        var p = 0;
        for (var pas = _noms.AsSpan().IndexOf(cherche); pas >= 0; pas = _noms.AsSpan(++p).IndexOf(cherche))
        {
            p += pas;
            var e = Array.BinarySearch(_debuts, p);
            e = e >= 0 ? e : ~e - 1;
            if (Dedans(_communeDe[e], masque))
            {
                recolte.Ajouter(this, Correspondance.Contenu, 0, e);
            }
        }
    }

    /// <summary>Names that sound alike: « bordo », « nim ». Nearer than any spelling.</summary>
    private void MemesSons(string requete, UInt128 masque, Recolte recolte)
    {
        var cle = Sons.Cle(requete);
        if (cle.Length < 3)
        {
            return;
        }

        var (empreintes, entrees) = _sons.Value;
        var empreinte = string.GetHashCode(cle, StringComparison.Ordinal);
        var i = Array.BinarySearch(empreintes, empreinte);
        while (i > 0 && empreintes[i - 1] == empreinte)
        {
            i--;
        }

        for (; i >= 0 && i < empreintes.Length && empreintes[i] == empreinte; i++)
        {
            var e = entrees[i];
            if (Dedans(_communeDe[e], masque) && (Sons.Cle(Nom(e)) == cle || Sons.Cle(Nom(e).AsSpan(_article[e])) == cle))
            {
                recolte.Ajouter(this, Correspondance.Approchante, 1, e);
            }
        }
    }

    private (int[] Empreintes, int[] Entrees) TrierLesSons()
    {
        var empreintes = new List<int>(_communeDe.Length + 8_000);
        var entrees = new List<int>(_communeDe.Length + 8_000);
        for (var e = 0; e < _communeDe.Length; e++)
        {
            empreintes.Add(string.GetHashCode(Sons.Cle(Nom(e)), StringComparison.Ordinal));
            entrees.Add(e);
            if (_article[e] > 0)
            {
                empreintes.Add(string.GetHashCode(Sons.Cle(Nom(e).AsSpan(_article[e])), StringComparison.Ordinal));
                entrees.Add(e);
            }
        }

        var (cles, valeurs) = (empreintes.ToArray(), entrees.ToArray());
        Array.Sort(cles, valeurs);
        return (cles, valeurs);
    }

    /// <summary>Names one or two letters away, spaces left out: « marseile », « grenobel », « lehavre ».</summary>
    private void Approchants(string requete, UInt128 masque, Recolte recolte, int penalite)
    {
        Span<char> motif = stackalloc char[DistanceDEdition.LongueurMaximale];
        var m = 0;
        foreach (var c in requete)
        {
            if (c == ' ')
            {
                continue;
            }

            if (m == motif.Length)
            {
                return;
            }

            motif[m++] = c;
        }

        if (m < 4)
        {
            return;
        }

        var permis = m < 8 ? 1 : 2;
        var lettres = LettresDe(motif[..m]);
        var distance = new DistanceDEdition(motif[..m]);
        for (var e = 0; e < _communeDe.Length; e++)
        {
            // Each letter of the text that the name lacks is a mistake: this alone refuses nearly all the names.
            if (BitOperations.PopCount(lettres & ~_lettresDe[e]) > permis || !Dedans(_communeDe[e], masque))
            {
                continue;
            }

            var nom = Lettres(e);
            var (complete, debut) = distance.Calculer(nom);
            if (_article[e] > 0)
            {
                // « creuzot »: the article may be left out.
                var (sansArticle, debutSansArticle) = distance.Calculer(nom[_article[e]..]);
                (complete, debut) = (Math.Min(complete, sansArticle), Math.Min(debut, debutSansArticle));
            }

            var rang = Math.Min(complete <= permis ? 2 * complete : 15, debut < permis ? (2 * debut) + 1 : 15);
            if (rang < 15)
            {
                recolte.Ajouter(this, Correspondance.Approchante, rang + penalite, e);
            }
        }
    }

    private void ToutLeTerritoire(UInt128 masque, Recolte recolte)
    {
        for (var c = 0; c < _communes.Length; c++)
        {
            if (Dedans(c, masque))
            {
                recolte.Ajouter(this, Correspondance.Departement, 0, c);
            }
        }
    }

    /// <summary>A full postal or INSEE code, perhaps in the middle of an address. False when no commune has it.</summary>
    private bool ParCode(string code, string[] reste, bool cedex, Recolte recolte)
    {
        var postal = CodesTerritoriaux.LireCodePostal(code);
        var communes = postal < 0 ? [] : _parCodePostal[postal];
        var parInsee = _ensemble.Trouver(code)?.Rang ?? -1;
        var requete = string.Join(' ', reste);
        if (communes.Length == 0 && (parInsee < 0 || cedex || Ecart(parInsee, requete) == 2))
        {
            // « saint etienne 42007 » is business mail of Saint-Étienne, though 42007 is also the INSEE code of another commune.
            return false;
        }

        // Arrondissements come first.
        var arrondissement = communes.Length > 0 && _communes[communes[0]].EstArrondissement;
        foreach (var r in communes)
        {
            // « 13013 »: the arrondissement first, then Marseille.
            var rang = arrondissement && !_communes[r].EstArrondissement ? 3 : Ecart(r, requete);
            recolte.Ajouter(this, Correspondance.Code, rang, r);
        }

        if (parInsee >= 0)
        {
            recolte.Ajouter(this, Correspondance.Code, communes.Length == 0 ? 0 : 4, parInsee);
        }

        return true;
    }

    // How far the words beside a code are from the name: 0 the name itself, 1 its beginning or the name inside an address, 2 another thing.
    private int Ecart(int commune, string requete)
    {
        if (requete.Length == 0)
        {
            return 0;
        }

        var nom = Nom(commune);
        if (nom == requete || nom[_article[commune]..] == requete)
        {
            return 0;
        }

        if (nom.StartsWith(requete, StringComparison.Ordinal) || nom[_article[commune]..].StartsWith(requete, StringComparison.Ordinal))
        {
            return 1;
        }

        return $" {requete} ".Contains($" {nom} ", StringComparison.Ordinal) ? 1 : 2;
    }

    /// <summary>Nobody has this code: the communes whose codes begin alike, as suggestions.</summary>
    private void CodesVoisins(string code, Recolte recolte)
    {
        for (var longueur = 4; longueur >= 2 && recolte.Nombre == 0; longueur--)
        {
            if (CodesTerritoriaux.SontDesChiffres(code.AsSpan(0, longueur)))
            {
                CommencantPar(code[..longueur], Correspondance.Approchante, recolte);
            }
        }
    }

    private void DebutDeCode(string debut, Recolte recolte)
    {
        if (_territoireParCode.TryGetValue(debut, out var masque))
        {
            ToutLeTerritoire(masque, recolte);
        }

        if (debut.Length is >= 2 and < 5 && CodesTerritoriaux.SontDesChiffres(debut))
        {
            CommencantPar(debut, Correspondance.DebutDeCode, recolte);
        }
    }

    private void CommencantPar(string debut, Correspondance genre, Recolte recolte)
    {
        var ampleur = debut.Length switch { 2 => 1000, 3 => 100, 4 => 10, _ => 1 };
        var premier = Entier(debut) * ampleur;
        foreach (var commune in _parCodePostal.Entre(premier, premier + ampleur))
        {
            recolte.Ajouter(this, genre, 0, commune);
        }
    }

    /// <summary>« paris 13 », « lyon 3e arrondissement », « paris XIII ».</summary>
    private void Arrondissement(string[] mots, Recolte recolte)
    {
        (string Debut, int Nombre)? ville = null;
        var numero = 0;
        foreach (var mot in mots)
        {
            if (ville is null && Plm.TryGetValue(mot, out var v))
            {
                ville = v;
            }
            else if (numero == 0 && Numero(mot) is > 0 and var n)
            {
                numero = n;
            }
            else if (!MotsDArrondissement.Contains(mot))
            {
                return;
            }
        }

        if (ville is { } trouvee && numero > 0 && numero <= trouvee.Nombre)
        {
            var code = trouvee.Debut.Length == 4 ? $"{trouvee.Debut}{numero}" : $"{trouvee.Debut}{numero:00}";
            recolte.Ajouter(this, Correspondance.Nom, 0, _ensemble.Connue(code).Rang);
        }
    }

    private static int Numero(string mot)
    {
        var chiffres = mot.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (chiffres < 0)
        {
            return mot.Length <= 2 ? Entier(mot) : 0;
        }

        return chiffres > 0
            ? chiffres <= 2 && mot[chiffres..] is "e" or "er" or "eme" or "ieme" or "nd" or "nde" or "em" ? Entier(mot[..chiffres]) : 0
            : Math.Max(0, Array.IndexOf(Romains, mot));
    }

    // « Marseille (13) » is the commune and its département, « marseille 13 » the arrondissement first.
    private static bool EntreParentheses(ReadOnlySpan<char> brut, string dernier) =>
        brut.EndsWith(")") && brut.LastIndexOf('(') is >= 0 and var i && brut[(i + 1)..^1].Trim().Equals(dernier, StringComparison.OrdinalIgnoreCase);

    private UInt128 Territoire(string nom)
    {
        nom = TexteRecherche.SansArticle(nom);
        if (_territoireParNom.TryGetValue(nom, out var masque) || nom.Length < 3)
        {
            return masque;
        }

        // Still being typed.
        foreach (var (n, m) in _territoireParNom)
        {
            if (n.StartsWith(nom, StringComparison.Ordinal))
            {
                masque |= m;
            }
        }

        return masque;
    }

    private void NommerTerritoire(string nom, UInt128 masque)
    {
        var cle = TexteRecherche.SansArticle(Cle(nom));
        _territoireParNom[cle] = _territoireParNom.GetValueOrDefault(cle) | masque;
    }

    private bool Dedans(int commune, UInt128 masque) => (masque >> _departementDe[commune] & UInt128.One) != UInt128.Zero;

    private ReadOnlySpan<byte> Lettres(int entree) => _noms.AsSpan(_debuts[entree], _debuts[entree + 1] - 1 - _debuts[entree]);

    private string Nom(int entree) => Encoding.ASCII.GetString(Lettres(entree));

    private int Premier(ReadOnlySpan<byte> debut)
    {
        var (bas, haut) = (0, _motsPosition.Length);
        while (bas < haut)
        {
            var milieu = (bas + haut) >>> 1;
            var mot = _noms.AsSpan(_motsPosition[milieu]);
            if (mot[..Math.Min(mot.Length, debut.Length)].SequenceCompareTo(debut) < 0)
            {
                bas = milieu + 1;
            }
            else
            {
                haut = milieu;
            }
        }

        return bas;
    }

    private (int[] Positions, int[] Entrees) TrierLesMots()
    {
        var positions = new List<int>(150_000);
        var entrees = new List<int>(150_000);
        for (var e = 0; e < _communeDe.Length; e++)
        {
            for (var p = _debuts[e]; p < _debuts[e + 1] - 1; p++)
            {
                if (_noms[p - 1] is Fin or Espace)
                {
                    positions.Add(p);
                    entrees.Add(e);
                }
            }
        }

        // The first ten letters in one number sort most of it; equal numbers are then compared in full.
        var cles = new ulong[positions.Count];
        var ordre = new int[positions.Count];
        for (var i = 0; i < cles.Length; i++)
        {
            cles[i] = Cle(_noms.AsSpan(positions[i], LettresDUneCle));
            ordre[i] = i;
        }

        Array.Sort(cles, ordre);
        var comparer = Comparer<int>.Create((a, b) => Suite(positions[a], entrees[a]).SequenceCompareTo(Suite(positions[b], entrees[b])));
        for (var i = 0; i < cles.Length;)
        {
            var j = i + 1;
            while (j < cles.Length && cles[j] == cles[i])
            {
                j++;
            }

            if (j - i > 1)
            {
                Array.Sort(ordre, i, j - i, comparer);
            }

            i = j;
        }

        return (Array.ConvertAll(ordre, i => positions[i]), Array.ConvertAll(ordre, i => entrees[i]));

        ReadOnlySpan<byte> Suite(int p, int e) => _noms.AsSpan(p, _debuts[e + 1] - 1 - p);
    }

    private static ulong Cle(ReadOnlySpan<byte> texte)
    {
        var cle = 0UL;
        var fini = false;
        foreach (var c in texte)
        {
            fini |= c == Fin;
            cle = (cle << 6) | (fini ? 0UL : c switch { Espace => 1UL, <= (byte)'9' => (ulong)(c - '0' + 2), _ => (ulong)(c - 'a' + 12) });
        }

        return cle;
    }

    private static uint LettresDe(ReadOnlySpan<char> texte)
    {
        var lettres = 0u;
        foreach (var c in texte)
        {
            lettres |= c is >= 'a' and <= 'z' ? 1u << (c - 'a') : 0;
        }

        return lettres;
    }

    // Names of the files have no other letter once normalised; one that had would break the order of the array.
    private static string Cle(string nom)
    {
        var cle = TexteRecherche.Normaliser(nom);
        return cle.AsSpan().ContainsAnyExcept(LettresLues) ? string.Concat(cle.Where(LettresLues.Contains)) : cle;
    }

    private static readonly SearchValues<char> LettresLues = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789 ");

    /// <summary>Words to look for: « 42 000 » is one code, « s/ » is « sur ».</summary>
    private static string[] Mots(string normalise)
    {
        var mots = normalise.Split(' ', MotsLus + 1, StringSplitOptions.RemoveEmptyEntries);
        if (mots.Length > MotsLus)
        {
            mots = mots[..MotsLus];
        }

        for (var i = 0; i + 1 < mots.Length; i++)
        {
            if (mots[i].Length == 2 && mots[i + 1].Length == 3 && CodesTerritoriaux.ALaFormeDUnCode(mots[i] + mots[i + 1]))
            {
                return [.. mots[..i], mots[i] + mots[i + 1], .. mots[(i + 2)..]];
            }

            if (i > 0 && mots[i] is "s" or "ss")
            {
                mots[i] = mots[i] == "s" ? "sur" : "sous";
            }
        }

        return mots;
    }

    /// <summary>« saint etienne cedex 1 » is Saint-Étienne: the mail's own word goes with its number.</summary>
    private static string[] SansCedex(string[] mots) =>
        [.. mots.Where((m, i) => m != "cedex" && !(i > 0 && mots[i - 1] == "cedex" && m.Length <= 2 && CodesTerritoriaux.SontDesChiffres(m)))];

    private static string[] SansEnTete(string[] mots) => [.. mots.SkipWhile(EnTete.Contains)];

    private static int Entier(string chiffres) => int.Parse(chiffres, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The best answers so far, in order, each commune once by its best name.</summary>
    private sealed class Recolte(int limite)
    {
        private readonly long[] _scores = new long[limite];
        private readonly int[] _entrees = new int[limite];

        public int Limite => limite;

        public int Nombre { get; private set; }

        public bool Pleine => Nombre == limite;

        /// <summary>Nothing was found, or only what is nearly like it.</summary>
        public bool NeSuggereQue => Nombre == 0 || Genre(_scores[0]) == Correspondance.Approchante;

        /// <summary>A whole name was found: what is nearly like it would only confuse.</summary>
        public bool ContientUnNom => Nombre > 0 && Genre(_scores[0]) <= Correspondance.AncienNom;

        public void Ajouter(RechercheDeCommunes recherche, Correspondance genre, int rang, int entree)
        {
            var commune = recherche._communeDe[entree];
            var ancien = entree >= recherche._communes.Length ? 1L : 0L;
            var score = ((long)genre << 48) | ((long)Math.Min(rang, 15) << 44) | (ancien << 43) | recherche._poids[commune];
            if (Nombre == limite && score >= _scores[Nombre - 1])
            {
                return;
            }

            var place = Nombre;
            for (var i = 0; i < Nombre; i++)
            {
                if (recherche._communeDe[_entrees[i]] == commune)
                {
                    if (_scores[i] <= score)
                    {
                        return;
                    }

                    place = i;
                    break;
                }
            }

            if (place == limite)
            {
                place--;
            }
            else if (place == Nombre)
            {
                Nombre++;
            }

            for (; place > 0 && _scores[place - 1] > score; place--)
            {
                (_scores[place], _entrees[place]) = (_scores[place - 1], _entrees[place - 1]);
            }

            (_scores[place], _entrees[place]) = (score, entree);
        }

        public CommuneTrouvee[] Resultats(RechercheDeCommunes r)
        {
            var sortie = new CommuneTrouvee[Nombre];
            for (var i = 0; i < Nombre; i++)
            {
                var e = _entrees[i];
                sortie[i] = new CommuneTrouvee(
                    r._communes[r._communeDe[e]], Genre(_scores[i]), r.AncienNom(e));
            }

            return sortie;
        }

        private static Correspondance Genre(long score) => (Correspondance)(score >> 48);
    }
}
