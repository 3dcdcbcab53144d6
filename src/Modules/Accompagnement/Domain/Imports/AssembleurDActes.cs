using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.Imports;

/// <summary>
/// From rows to acts. The other tool's export has one row for each person: the rows of one workshop, known by their shared id, become one act with its margins (by gender, by age, by
/// status) and nobody is made up. Rows come in any order; only workshops wait for the end. Each act gets the key by which it is recognised next time.
/// </summary>
/// <param name="outil">Where the file comes from.</param>
/// <param name="auteur">Whose acts they are.</param>
internal sealed class AssembleurDActes(string outil, Guid auteur)
{
    private const string Collectif = "collectif";
    private const int DefautsMax = 50;
    private const char Fin = '\u001f';

    private readonly Dictionary<string, Groupe> _ateliers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _pareils = new(StringComparer.Ordinal);

    /// <summary>True when a date of the file can only be read month first: those that may be read both ways aren't sure any more.</summary>
    public bool MoisDAbordVu { get; private set; }

    /// <summary>The act that this row ends; null when it waits for the others of its workshop.</summary>
    public ActeDuFichier? Ajouter(RangeeLue rangee)
    {
        MoisDAbordVu |= rangee.Date.MoisDAbord;
        if (rangee.Type != Collectif)
        {
            return Individuel(rangee);
        }

        // Without an id, rows that say the same of one workshop are its rows, until they are as many as they say.
        var cle = rangee.Id ?? (rangee is { UneParPersonne: true, Participants: > 1 } ? $"{Fin}{Commun(rangee)}" : null);
        if (cle is null)
        {
            return Atelier(new Groupe(rangee));
        }

        ref var groupe = ref CollectionsMarshal.GetValueRefOrAddDefault(_ateliers, cle, out var connu);
        if (connu)
        {
            groupe!.Ajouter(rangee);
        }
        else
        {
            groupe = new Groupe(rangee);
        }

        if (rangee.Id is null && groupe.Numeros.Count >= rangee.Participants)
        {
            var fini = groupe;
            _ateliers.Remove(cle);
            return Atelier(fini);
        }

        return null;
    }

    /// <summary>The workshops, once every row was read, in their order in the file.</summary>
    public IEnumerable<ActeDuFichier> Finir() => _ateliers.Values.OrderBy(g => g.Numeros[0]).Select(Atelier);

    private ActeDuFichier Individuel(RangeeLue r)
    {
        var defauts = Defauts(r, r.Defauts);
        if (r.Id is { } id && !_ids.TryAdd(id, r.Numero))
        {
            defauts = [.. defauts, DefautDeLigne.De(r.Numero, "", id, string.Create(CultureInfo.InvariantCulture, $"Cet identifiant est déjà celui de la ligne {_ids[id]}."), refuse: true)];
        }

        if (r.Participants is > 1 and var participants)
        {
            defauts = [.. defauts, DefautDeLigne.De(r.Numero, ChampsDImport.Trouver(ChampsDImport.Participants)!.Libelle, participants.ToString(CultureInfo.InvariantCulture), "Un accompagnement individuel compte une seule personne. Si c’était un atelier, écrivez « Collectif » dans le type, ou choisissez-le dans « Corriger les colonnes ».", refuse: false)];
        }

        var personne = $"{r.Personne.Genre}{Fin}{r.Personne.Age}{Fin}{r.Personne.Statut}{Fin}{r.Personne.Commune}";
        var saisie = defauts.Any(d => d.Refuse) ? null : Saisie(r) with
        {
            Autonomie = r.Autonomie,
            Orientee = r.Orientee,
            StructureDeRedirection = r.Redirection,
            SansNom = new PersonneSansNom(r.Personne.Genre, r.Personne.Age, r.Personne.Statut, r.Personne.Commune, null),
        };
        return Acte(r, [r.Numero], personne, 1, 1, saisie, defauts);
    }

    private ActeDuFichier Atelier(Groupe g)
    {
        var r = g.Premiere;
        var rangees = g.Numeros.Count;
        // One row that says « 12 » stands for twelve people: what it says of one of them is said of nobody.
        var enUneLigne = rangees == 1 && !r.UneParPersonne && r.Participants > 1;
        var total = Math.Max(rangees, g.Participants);
        var defauts = Defauts(r, g.Defauts);
        if (!enUneLigne && total > rangees)
        {
            defauts = [.. defauts, DefautDeLigne.De(r.Numero, ChampsDImport.Trouver(ChampsDImport.Participants)!.Libelle, string.Create(CultureInfo.InvariantCulture, $"{rangees}/{total}"), "Des lignes de cet atelier manquent dans le fichier. Tous ses participants sont comptés ; de ceux qui manquent, rien d’autre n’est su.", refuse: false)];
        }

        SaisieDActivite? saisie = null;
        if (!defauts.Any(d => d.Refuse))
        {
            var effectifs = enUneLigne ? Effectifs.Lire(total, 0, Vide, Vide, Vide) : Effectifs.Lire(total, 0, g.Genres, g.Ages, g.Statuts);
            if (effectifs.Reussi)
            {
                saisie = Saisie(r) with { Titre = r.Titre, Niveau = r.Niveau, Effectifs = effectifs.Valeur };
            }
            else
            {
                defauts = [.. defauts, .. effectifs.Erreurs.Select(e => DefautDeLigne.De(r.Numero, ChampsDImport.Trouver(ChampsDImport.Participants)!.Libelle, null, e.Message, refuse: true))];
            }
        }

        var gens = string.Create(CultureInfo.InvariantCulture, $"{total}{Fin}{(enUneLigne ? "" : $"{Texte(g.Genres)}{Fin}{Texte(g.Ages)}{Fin}{Texte(g.Statuts)}")}");
        return Acte(r, g.Numeros, gens, enUneLigne ? total : rangees, total, saisie, defauts);
    }

    private ActeDuFichier Acte(RangeeLue r, IReadOnlyList<long> numeros, string personnes, int accompagnements, int total, SaisieDActivite? saisie, IReadOnlyList<DefautDeLigne> defauts)
    {
        var commun = $"{Commun(r)}{Fin}{personnes}";
        string?[] autres = [string.Join(',', r.Materiels), r.Demarche, r.Niveau, r.Autonomie, r.Orientee?.ToString(), r.Redirection, r.Notes, .. r.Etiquettes.Keys];
        var reste = string.Join(Fin, autres);
        return new ActeDuFichier
        {
            Numeros = numeros,
            Cle = r.DUnAutre || r.DUneAutreStructure ? null : Cle(r, commun),
            Empreinte = SHA256.HashData(Encoding.UTF8.GetBytes(commun + Fin + reste)),
            Type = r.Type,
            Jour = r.Date.Jour,
            Minutes = r.Minutes ?? 0,
            Accompagnements = accompagnements,
            Personnes = total,
            Ambigue = r.Date.Ambigue,
            Saisie = saisie,
            Defauts = defauts,
        };
    }

    // An id belongs to the tool; without one, or with one of a spreadsheet of one's own, the key is the author's alone. There, numbers begin again with the year.
    private string? Cle(RangeeLue r, string commun)
    {
        if (r.Id is { } sien && outil == OutilsDOrigine.ExportDeCra)
        {
            return sien;
        }

        if (r.Date.Jour is not { } jour)
        {
            return null;
        }

        if (r.Id is { } id)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{auteur:N}/{jour.Year}/{id}");
        }

        // Two rows that are the same are two acts; the same file again has the same two.
        var empreinte = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(commun)), 0, 18);
        var rang = CollectionsMarshal.GetValueRefOrAddDefault(_pareils, empreinte, out _)++;
        return string.Create(CultureInfo.InvariantCulture, $"{auteur:N}={empreinte}#{rang + 1}");
    }

    /// <summary>What the rows of one workshop share.</summary>
    private static string Commun(RangeeLue r) => string.Join(
        Fin, r.Date.Jour?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), r.Type, r.Minutes?.ToString(CultureInfo.InvariantCulture), r.Ou, string.Join(',', r.Thematiques.Order(StringComparer.Ordinal)), r.Titre,
        r.UneParPersonne ? r.Participants?.ToString(CultureInfo.InvariantCulture) : "");

    private static SaisieDActivite Saisie(RangeeLue r) => new()
    {
        Type = r.Type,
        Date = r.Date.Jour,
        DureeMinutes = r.Minutes,
        TypeDeLieu = r.TypeDeLieu,
        Lieu = r.Lieu,
        Commune = r.Commune,
        Thematiques = r.Thematiques,
        Materiels = r.Materiels,
        Demarche = r.Demarche,
        Notes = r.Notes,
        Etiquettes = [.. r.Etiquettes.Values.Distinct()],
    };

    private static IReadOnlyList<DefautDeLigne> Defauts(RangeeLue r, IReadOnlyList<DefautDeLigne> defauts) => r switch
    {
        { DUneAutreStructure: true } => [.. defauts, DefautDeLigne.De(r.Numero, ChampsDImport.Trouver(ChampsDImport.Structure)!.Libelle, null, "Ce compte rendu est celui d’une autre organisation que la vôtre.", refuse: true)],
        { DUnAutre: true } => [.. defauts, DefautDeLigne.De(r.Numero, ChampsDImport.Trouver(ChampsDImport.Mediateur)!.Libelle, null, "Ce compte rendu est au nom d’un autre médiateur : chacun importe les siens.", refuse: true)],
        _ => defauts,
    };

    private static readonly Dictionary<string, int> Vide = [];

    private static string Texte(Dictionary<string, int> marge) => string.Join(',', marge.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Key}:{m.Value}")));

    /// <summary>The rows of one workshop, as counts.</summary>
    private sealed class Groupe
    {
        public Groupe(RangeeLue premiere)
        {
            Premiere = premiere;
            Compter(premiere);
        }

        public RangeeLue Premiere { get; }

        public List<long> Numeros { get; } = [];

        public List<DefautDeLigne> Defauts { get; } = [];

        public Dictionary<string, int> Genres { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, int> Ages { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, int> Statuts { get; } = new(StringComparer.Ordinal);

        public int Participants { get; private set; }

        public void Ajouter(RangeeLue r)
        {
            if (r.Date.Jour != Premiere.Date.Jour || r.Minutes != Premiere.Minutes || r.Type != Premiere.Type)
            {
                Dire(DefautDeLigne.De(r.Numero, "", null, string.Create(CultureInfo.InvariantCulture, $"Les lignes de cet atelier ne disent pas la même date ou la même durée que la ligne {Premiere.Numero}."), refuse: true));
            }

            Compter(r);
        }

        private void Compter(RangeeLue r)
        {
            Numeros.Add(r.Numero);
            Participants = Math.Max(Participants, r.Participants ?? 0);
            Compter(Genres, r.Personne.Genre);
            Compter(Ages, r.Personne.Age);
            Compter(Statuts, r.Personne.Statut);
            foreach (var defaut in r.Defauts)
            {
                Dire(defaut);
            }
        }

        // A fault of the whole workshop comes back on each of its rows: it is said once.
        private void Dire(DefautDeLigne defaut)
        {
            if (Defauts.Count < DefautsMax && !Defauts.Exists(d => (d.Colonne, d.Valeur, d.Phrase) == (defaut.Colonne, defaut.Valeur, defaut.Phrase)))
            {
                Defauts.Add(defaut);
            }
        }

        // What isn't known is what is left of the total.
        private static void Compter(Dictionary<string, int> marge, string? code)
        {
            if (code is not null and not Listes.NonCommunique)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(marge, code, out _)++;
            }
        }
    }
}
