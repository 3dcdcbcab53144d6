using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Rapprochement.Fusions;

/// <summary>
/// Merges the rows of one place field by field. A row is worth the trust in its source, halved for each two years that it is older than the newest; an
/// unknown or filler date counts as three years. Fields that only make sense together (address, position) come from one row; lists are united.
/// </summary>
/// <param name="confiances">Trust in each source, 0 to 1; those that aren't there have <see cref="ConfianceOrdinaire"/>.</param>
/// <param name="aujourdhui">Day of the run: a date in the future is not believed.</param>
internal sealed class Fusionneur(IReadOnlyDictionary<string, double> confiances, DateOnly aujourdhui)
{
    public const double ConfianceOrdinaire = 0.5;

    private const double AgeInconnu = 3 * 365;
    private const double DemiVie = 2 * 365;

    private static readonly string[] ChampsDAdresse = ["adresse", "complement_adresse", "code_postal", "commune", "code_insee"];
    private static readonly string[] ChampsDePosition = ["latitude", "longitude"];

    private static readonly HashSet<string> Listes = new(StringComparer.Ordinal)
    {
        "typologie", "courriels", "site_web", "itinerance", "services", "publics_specifiquement_adresses", "prise_en_charge_specifique", "frais_a_charge", "dispositif_programmes_nationaux",
        "formations_labels", "autres_formations_labels", "modalites_acces", "modalites_accompagnement",
    };

    /// <param name="id">Public id of the place.</param>
    /// <param name="profils">Its rows; the order doesn't matter.</param>
    public Fusion Fusionner(string id, IReadOnlyList<Profil> profils)
    {
        var rangees = Ranger(profils);
        var (valeurs, origines) = (new Dictionary<string, string?>(StringComparer.Ordinal), new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));
        foreach (var colonne in FicheLieu.Colonnes)
        {
            if (colonne == "id" || ChampsDAdresse.Contains(colonne, StringComparer.Ordinal) || ChampsDePosition.Contains(colonne, StringComparer.Ordinal))
            {
                continue;
            }

            if (Listes.Contains(colonne))
            {
                Unir(colonne, rangees, valeurs, origines);
            }
            else if (colonne == "date_maj")
            {
                Garder(["date_maj"], rangees.Where(p => Croyable(p) is not null).OrderByDescending(Croyable).FirstOrDefault() ?? rangees.FirstOrDefault(p => p.Fiche.DateMaj is not null));
            }
            else
            {
                Garder([colonne], (colonne == "nom" ? [.. rangees.OrderByDescending(EstLeGuichet)] : rangees).FirstOrDefault(p => Texte(p, colonne) is not null));
            }
        }

        // The address of the row that says most of it; the position of the same row when it is precise.
        var adresse = rangees.OrderBy(p => p.Adresse.Vague).ThenByDescending(p => p.Adresse.ANumero).ThenBy(p => p.Fiche.Adresse is null).First();
        Garder(ChampsDAdresse, adresse);
        Garder(ChampsDePosition, rangees.Where(p => p.APosition).OrderByDescending(p => p.Precision).ThenByDescending(p => ReferenceEquals(p, adresse)).FirstOrDefault());
        return new Fusion(FicheLieu.DepuisTexte(colonne => colonne == "id" ? id : valeurs.GetValueOrDefault(colonne)), origines);

        void Garder(string[] colonnes, Profil? profil)
        {
            foreach (var colonne in profil is null ? [] : colonnes)
            {
                if (Texte(profil!, colonne) is { } texte)
                {
                    valeurs[colonne] = texte;
                    origines[colonne] = [.. rangees.Where(p => string.Equals(Texte(p, colonne), texte, StringComparison.Ordinal)).Select(p => p.Id).Order(StringComparer.Ordinal)];
                }
            }
        }
    }

    private static void Unir(string colonne, List<Profil> rangees, Dictionary<string, string?> valeurs, SortedDictionary<string, IReadOnlyList<string>> origines)
    {
        var (vues, liste, ids) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), new List<string>(), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var profil in rangees)
        {
            foreach (var valeur in Texte(profil, colonne)?.Split(FicheLieu.SeparateurDeListe, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
            {
                ids.Add(profil.Id);
                if (vues.Add(valeur))
                {
                    liste.Add(valeur);
                }
            }
        }

        if (liste.Count > 0)
        {
            valeurs[colonne] = string.Join(FicheLieu.SeparateurDeListe, liste);
            origines[colonne] = [.. ids];
        }
    }

    /// <summary>The name of the desk rather than its carrier's: people look for « France services », not for the commune that pays it.</summary>
    private static bool EstLeGuichet(Profil p) => Parties.PartieGenre.Principaux(p).A(Genres.Guichets) || !Parties.PartieGenre.Principaux(p).A(Genres.Porteurs);

    private static string? Texte(Profil profil, string colonne) =>
        profil.Fiche.Texte(colonne) is { } texte && !(colonne == "pivot" && texte.Trim('0').Length == 0) ? texte : null;

    private DateOnly? Croyable(Profil p) => DateDeMiseAJour.Croyable(p.Fiche.DateMaj, aujourdhui);

    private List<Profil> Ranger(IReadOnlyList<Profil> profils)
    {
        var recente = profils.Max(Croyable);
        double Valeur(Profil p)
        {
            var age = Croyable(p) is { } date && recente is { } r ? r.DayNumber - date.DayNumber : AgeInconnu;
            return confiances.GetValueOrDefault(p.Fiche.Source, ConfianceOrdinaire) * Math.Pow(0.5, age / DemiVie);
        }

        return [.. profils.OrderByDescending(Valeur).ThenBy(p => p.Id, StringComparer.Ordinal).ThenBy(p => p.Contenu)];
    }
}
