using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Rapprochement;
using FaireAvec.Cartographie.Rapprochement.Apprentissage;
using FaireAvec.Tests.Unit.Territoires;

namespace FaireAvec.Tests.Unit.Cartographie.Rapprochement;

/// <summary>The shipped engine and the labelled pairs, read once for all the tests.</summary>
internal static class MoteurDeTest
{
    private static readonly Lazy<Moteur> LeMoteur = new(() => Moteur.Charger(Donnees.Dossier, Donnees.Territoires));
    private static readonly Lazy<List<PaireEtiquetee>> LesPaires = new(() => Etiquettes.Lire(Moteur.CheminDesEtiquettes(Donnees.Dossier)));

    public static Moteur Engin => LeMoteur.Value;

    public static List<PaireEtiquetee> Paires => LesPaires.Value;

    /// <summary>A place in Ferrières-en-Gâtinais, as a source would write it.</summary>
    public static FicheLieu Lieu(string nom, string? adresse = null, string source = "a", string? telephone = null, string? pivot = null, string? courriel = null, double? latitude = null, double? longitude = null,
        string[]? typologie = null, string? horaires = null, string? dispositif = null, string commune = "Ferrières-en-Gâtinais", string codePostal = "45210", string? insee = "45145", string? id = null,
        string? complement = null, string? itinerance = null) => new()
        {
            Id = id ?? $"{source}_{nom}",
            Nom = nom,
            Adresse = adresse,
            Source = source,
            Telephone = telephone,
            Pivot = pivot,
            Courriels = courriel is null ? [] : [courriel],
            Latitude = latitude,
            Longitude = longitude,
            Typologie = typologie ?? [],
            Horaires = horaires,
            DispositifProgrammesNationaux = dispositif is null ? [] : [dispositif],
            Commune = commune,
            CodePostal = codePostal,
            CodeInsee = insee,
            ComplementAdresse = complement,
            Itinerance = itinerance is null ? [] : [itinerance],
        };

    public static Indices Relever(FicheLieu a, FicheLieu b) => Engin.Comparateur.Relever(Engin.Preparateur.Preparer(a), Engin.Preparateur.Preparer(b));

    public static Decision Decider(FicheLieu a, FicheLieu b) => Engin.Rapprocher(a, b).Verdict.Decision;
}
