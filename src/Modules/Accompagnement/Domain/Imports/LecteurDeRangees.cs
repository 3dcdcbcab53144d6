using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Accompagnement.Domain.Imports;

/// <summary>
/// From the cells of a row to what they say. What isn't understood is told, under its column: it refuses the row when an act can't do without it, and is left out otherwise.
/// A cell that begins with « = » is a text like another.
/// </summary>
internal sealed partial class LecteurDeRangees
{
    private static readonly string[] OuEstLe = [ChampsDImport.Canal, ChampsDImport.Lieu, ChampsDImport.CodeInsee, ChampsDImport.CodePostal, ChampsDImport.Commune];

    private readonly Dictionary<string, ColonneDuFichier> _colonnes;
    private readonly ReglagesDImport _reglages;
    private readonly ReperesDuFichier _reperes;

    public LecteurDeRangees(IEnumerable<ColonneDuFichier> colonnes, ReglagesDImport reglages, ReperesDuFichier reperes)
    {
        _colonnes = colonnes.Where(c => c.Champ is not null && ChampsDImport.Trouver(c.Champ) is { Lu: true }).DistinctBy(c => c.Champ).ToDictionary(c => c.Champ!, StringComparer.Ordinal);
        (_reglages, _reperes) = (reglages, reperes);
    }

    public RangeeLue Lire(long numero, IReadOnlyList<string?> cellules, IReadOnlyList<int> fusionnees)
    {
        var l = new Lecture(this, numero, cellules, fusionnees);
        var (participants, uneParPersonne) = l.Participants();
        var (type, date) = (l.Type(participants), l.Date());
        var (minutes, themes, materiels) = (l.Minutes(), l.Themes(), l.Materiels());
        var (typeDeLieu, lieu, commune) = l.Endroit();
        var orientee = l.Un(ChampsDImport.Reoriente, t => TermesDuFichier.OuiOuNon(t) switch { true => "oui", false => "non", null => null });
        var redirection = orientee == "oui" ? l.Un(ChampsDImport.Redirection, TermesDuFichier.Redirection) : null;
        return new RangeeLue
        {
            Numero = numero,
            Id = l.Texte(ChampsDImport.Id) is { Length: <= 80 } id ? id : null,
            Type = type,
            Date = date,
            Minutes = minutes,
            TypeDeLieu = typeDeLieu,
            Lieu = lieu,
            Commune = commune,
            Ou = TexteRecherche.Normaliser(string.Join(" | ", OuEstLe.Select(l.Texte))),
            Thematiques = themes,
            Materiels = materiels,
            Demarche = l.Libre(ChampsDImport.Demarche, Activite.TexteCourtMax),
            Titre = l.Libre(ChampsDImport.Titre, Activite.TexteCourtMax),
            Niveau = l.Un(ChampsDImport.Niveau, TermesDuFichier.Niveau),
            Autonomie = l.Un(ChampsDImport.Autonomie, TermesDuFichier.Autonomie),
            // Where isn't known: the act says that somebody was sent on only with where.
            Orientee = orientee switch { "oui" => redirection is null ? null : true, "non" => false, _ => null },
            Redirection = redirection,
            Notes = l.Libre(ChampsDImport.Notes, Activite.NotesMax, enHtml: true),
            Etiquettes = l.Etiquettes(),
            Personne = new(l.Un(ChampsDImport.Genre, TermesDuFichier.Genre), l.Un(ChampsDImport.Age, TermesDuFichier.Age), l.Un(ChampsDImport.Statut, TermesDuFichier.Statut), l.CommuneDeLaPersonne()),
            Participants = participants,
            UneParPersonne = uneParPersonne,
            DUnAutre = l.Texte(ChampsDImport.Mediateur) is { } mediateur && !_reperes.EstMoi(mediateur),
            DUneAutreStructure = l.Texte(ChampsDImport.Structure) is { } structure && !_reperes.EstMaStructure(structure),
            Defauts = l.Defauts,
        };
    }

    [GeneratedRegex("<[^>]{0,1000}>", RegexOptions.NonBacktracking)]
    private static partial Regex Balises();

    [GeneratedRegex(@"^(?<i>\d{1,5}) ?/ ?(?<n>\d{1,5})$", RegexOptions.NonBacktracking)]
    private static partial Regex IDeN();

    private sealed class Lecture(LecteurDeRangees lecteur, long numero, IReadOnlyList<string?> cellules, IReadOnlyList<int> fusionnees)
    {
        public List<DefautDeLigne> Defauts { get; } = [];

        // What our files put before a text that a spreadsheet would take for a formula isn't part of it when the file comes back.
        public string? Texte(string champ) => lecteur._colonnes.TryGetValue(champ, out var c) && c.Rang < cellules.Count && cellules[c.Rang]?.Trim() is { Length: > 0 } texte
            ? texte is ['\'', '=' or '+' or '-' or '@', ..] ? texte[1..] : texte : null;

        public string? Type(int? participants)
        {
            if (Texte(ChampsDImport.Type) is not { } texte)
            {
                // A workshop is the only one that has a name, a level or several people.
                return lecteur._reglages.Type ?? (Texte(ChampsDImport.Titre) is not null || Texte(ChampsDImport.Niveau) is not null || participants > 1 ? "collectif" : "individuel");
            }

            var type = TermesDuFichier.Type(texte);
            if (type is null)
            {
                Dire(ChampsDImport.Type, texte, "Ce type n’est pas connu : accompagnement individuel, atelier collectif ou démarche administrative. Une coordination se note à la main.", refuse: true);
            }

            return type;
        }

        public DateLue Date()
        {
            if (Texte(ChampsDImport.Date) is not { } texte)
            {
                Dire(ChampsDImport.Date, null, "Il n’y a pas de date.", refuse: true);
                return default;
            }

            var lue = DatesEcrites.Lire(texte, lecteur._reglages.MoisDAbord, lecteur._reglages.Depuis1904);
            if (lue.Jour is null)
            {
                Dire(ChampsDImport.Date, texte, lue.MoisDAbord
                    ? "Cette date semble écrite avec le mois d’abord. Si tout le fichier est ainsi, dites-le dans « Corriger les colonnes »."
                    : "Cette date n’est pas comprise. Écrivez-la ainsi : 25/11/2026.", refuse: true);
            }

            return lue;
        }

        public int? Minutes()
        {
            if (Texte(ChampsDImport.Duree) is not { } texte)
            {
                Dire(ChampsDImport.Duree, null, "Il n’y a pas de durée.", refuse: true);
                return null;
            }

            var minutes = DureesEcrites.Lire(texte);
            if (minutes is null)
            {
                Dire(ChampsDImport.Duree, texte, "Cette durée n’est pas comprise. Écrivez-la en minutes (90) ou ainsi : 1 h 30.", refuse: true);
            }

            return minutes;
        }

        public IReadOnlyList<string> Themes()
        {
            if (Texte(ChampsDImport.Thematiques) is not { } texte)
            {
                if (lecteur._reglages.Thematique is { } parDefaut)
                {
                    return [parDefaut];
                }

                Dire(ChampsDImport.Thematiques, null, "Il n’y a pas de thématique.", refuse: true);
                return [];
            }

            var (codes, inconnus) = TermesDuFichier.LireLesThemes(texte);
            if (codes.Count == 0 && lecteur._reglages.Thematique is { } autre)
            {
                codes = [autre];
            }

            foreach (var inconnu in inconnus)
            {
                Dire(ChampsDImport.Thematiques, inconnu, codes.Count == 0 ? "Cette thématique n’est pas connue, et il n’y en a pas d’autre." : "Cette thématique n’est pas connue : elle est laissée de côté.", refuse: codes.Count == 0);
            }

            return codes;
        }

        public IReadOnlyList<string> Materiels()
        {
            if (Texte(ChampsDImport.Materiel) is not { } texte)
            {
                return [];
            }

            var (codes, inconnus) = TermesDuFichier.LireLesMateriels(texte);
            foreach (var inconnu in inconnus)
            {
                Dire(ChampsDImport.Materiel, inconnu, "Ce matériel n’est pas connu : il est laissé de côté.", refuse: false);
            }

            return codes;
        }

        /// <summary>Labels are told apart by their names: those that we don't have are left out, so that a file never makes some.</summary>
        public SortedDictionary<string, Guid> Etiquettes()
        {
            var siennes = new SortedDictionary<string, Guid>(StringComparer.Ordinal);
            foreach (var mot in TermesDuFichier.Separer(Texte(ChampsDImport.Etiquettes)))
            {
                var nom = TexteRecherche.Normaliser(mot);
                if (lecteur._reperes.Etiquette(nom) is not { } id)
                {
                    Dire(ChampsDImport.Etiquettes, mot, "Cette étiquette n’existe pas ici : elle est laissée de côté. Créez-la dans « Étiquettes », puis déposez à nouveau le fichier.", refuse: false);
                }
                else if (siennes.Count < Activite.EtiquettesMax)
                {
                    siennes[nom] = id;
                }
            }

            return siennes;
        }

        /// <summary>A place of the map when its name is known in its commune; else the commune, as « autre lieu ».</summary>
        public (string? TypeDeLieu, string? Lieu, string? Commune) Endroit()
        {
            var canal = Un(ChampsDImport.Canal, TermesDuFichier.Lieu);
            var (nom, commune) = (Texte(ChampsDImport.Lieu), lecteur._reperes.Commune(Texte(ChampsDImport.CodeInsee), Texte(ChampsDImport.CodePostal), Texte(ChampsDImport.Commune)));
            switch (canal)
            {
                case Listes.ADistance:
                    if ((nom ?? Texte(ChampsDImport.Commune)) is { } laisse)
                    {
                        Dire(nom is null ? ChampsDImport.Commune : ChampsDImport.Lieu, laisse, "Un accompagnement à distance n’a pas de lieu : il est laissé de côté.", refuse: false);
                    }

                    return (canal, null, null);
                case Listes.Domicile or Listes.AutreLieu when commune is not null:
                    return (canal, null, commune);
            }

            if (canal is null or Listes.LieuActivite)
            {
                if (nom is not null && commune is not null && lecteur._reperes.Lieu(nom, commune) is { } lieu)
                {
                    return (Listes.LieuActivite, lieu, null);
                }

                if (nom is null && commune is null && lecteur._reglages.Lieu is { } parDefaut)
                {
                    return (Listes.LieuActivite, parDefaut, null);
                }

                if (commune is not null)
                {
                    if (nom is not null)
                    {
                        Dire(ChampsDImport.Lieu, nom, "Ce lieu n’est pas sur la carte sous ce nom : le compte rendu est gardé à « Autre lieu », dans sa commune.", refuse: false);
                    }

                    return (Listes.AutreLieu, null, commune);
                }
            }

            Dire(nom is null ? ChampsDImport.Commune : ChampsDImport.Lieu, Texte(ChampsDImport.Commune) ?? nom, nom is null
                ? "La commune n’est pas connue. Écrivez son nom et son code postal, ou choisissez un lieu pour les lignes qui n’en disent pas dans « Corriger les colonnes »."
                : "Ce lieu n’est pas reconnu. Écrivez aussi sa commune et son code postal. Ou laissez cette colonne à « Non repris », et choisissez un lieu pour tout le fichier.", refuse: true);
            return (canal, null, null);
        }

        public string? CommuneDeLaPersonne()
        {
            var (insee, postal, nom) = (Texte(ChampsDImport.CodeInseeDeLaPersonne), Texte(ChampsDImport.CodePostalDeLaPersonne), Texte(ChampsDImport.CommuneDeLaPersonne));
            return insee is null && postal is null && nom is null ? null : lecteur._reperes.Commune(insee, postal, nom);
        }

        public (int? Nombre, bool UneParPersonne) Participants()
        {
            if (Texte(ChampsDImport.Participants) is not { } texte)
            {
                return (null, false);
            }

            if (IDeN().Match(texte) is { Success: true } m)
            {
                return (int.Parse(m.Groups["n"].Value, CultureInfo.InvariantCulture), true);
            }

            if (int.TryParse(texte, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= Effectifs.Max)
            {
                return (n, false);
            }

            Dire(ChampsDImport.Participants, texte, "Ce nombre de participants n’est pas compris. Écrivez un nombre de 1 à 2 000.", refuse: true);
            return (null, false);
        }

        /// <summary>One value of a closed list; one that isn't in it is told, and left out.</summary>
        public string? Un(string champ, Func<string, string?> lire)
        {
            if (Texte(champ) is not { } texte)
            {
                return null;
            }

            var code = lire(texte);
            if (code is null)
            {
                Dire(champ, texte, "Cette réponse n’est pas connue : elle est laissée de côté.", refuse: false);
            }

            return code;
        }

        /// <summary>Free words: cut when they are too long; left out, and not repeated, when they hold what is never kept.</summary>
        public string? Libre(string champ, int max, bool enHtml = false)
        {
            if (Texte(champ) is not { } texte)
            {
                return null;
            }

            if (enHtml && texte.Contains('<', StringComparison.Ordinal))
            {
                texte = WebUtility.HtmlDecode(Balises().Replace(texte.Replace("</p>", "\n", StringComparison.OrdinalIgnoreCase).Replace("<br>", "\n", StringComparison.OrdinalIgnoreCase), "")).Trim();
            }

            if (texte.Length > max)
            {
                Dire(champ, texte, $"Ce texte est trop long : ses {max.ToString(CultureInfo.InvariantCulture)} premiers caractères sont gardés.", refuse: false);
                texte = texte[..(max - 1)] + "…";
            }

            if (ReperageDeSecrets.Reperer(texte).Any(r => r.Refuse))
            {
                Dire(champ, null, "Ce texte contient un mot de passe ou un numéro de sécurité sociale : il n’est pas repris.", refuse: false);
                return null;
            }

            return texte.Length == 0 ? null : texte;
        }

        private void Dire(string champ, string? valeur, string phrase, bool refuse)
        {
            var colonne = lecteur._colonnes.GetValueOrDefault(champ);
            if (valeur is null && colonne is not null && fusionnees.Contains(colonne.Rang))
            {
                phrase += " La cellule est fusionnée avec une autre : défaites la fusion et recopiez la valeur sur chaque ligne.";
            }

            Defauts.Add(DefautDeLigne.De(numero, colonne?.Nom is { Length: > 0 } nom ? nom : ChampsDImport.Trouver(champ)!.Libelle, valeur, phrase, refuse));
        }
    }
}
