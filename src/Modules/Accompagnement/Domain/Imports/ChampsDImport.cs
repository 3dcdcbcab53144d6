using System.Collections.Frozen;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Accompagnement.Domain.Imports;

/// <summary>What a column may be.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Libelle">On the screen of columns.</param>
/// <param name="Noms">Headers by which it is recognised, besides its label.</param>
/// <param name="Lu">False for a column that is recognised and never read: what it says isn't ours.</param>
internal sealed record ChampDImport(string Code, string Libelle, IReadOnlyList<string> Noms, bool Lu = true);

/// <summary>One column of a file.</summary>
/// <param name="Rang">From 0.</param>
/// <param name="Nom">Its header.</param>
/// <param name="Champ">Code of <see cref="ChampsDImport"/>, or null when it isn't read.</param>
internal sealed record ColonneDuFichier(int Rang, string Nom, string? Champ);

/// <summary>Every field that an import reads, the columns of the usual export first.</summary>
internal static class ChampsDImport
{
    public const string Date = "date";
    public const string Type = "type";
    public const string Duree = "duree";
    public const string Id = "id";
    public const string Mediateur = "mediateur";
    public const string Structure = "structure";
    public const string Participants = "participants";
    public const string Canal = "canal";
    public const string Lieu = "lieu";
    public const string Commune = "commune";
    public const string CodePostal = "code_postal";
    public const string CodeInsee = "code_insee";
    public const string Titre = "titre";
    public const string Niveau = "niveau";
    public const string Materiel = "materiel";
    public const string Thematiques = "thematiques";
    public const string Demarche = "demarche";
    public const string Autonomie = "autonomie";
    public const string Reoriente = "reoriente";
    public const string Redirection = "redirection";
    public const string CommuneDeLaPersonne = "commune_personne";
    public const string CodePostalDeLaPersonne = "code_postal_personne";
    public const string CodeInseeDeLaPersonne = "code_insee_personne";
    public const string Genre = "genre";
    public const string Age = "age";
    public const string Statut = "statut";
    public const string Notes = "notes";
    public const string Etiquettes = "etiquettes";
    public const string Beneficiaire = "beneficiaire";

    public static IReadOnlyList<ChampDImport> Tous { get; } =
    [
        new(Date, "Date", ["date de l’accompagnement", "date de l’activité", "date du CRA", "jour", "le"]),
        new(Type, "Type", ["type d’activité", "type d’accompagnement", "type de CRA", "nature"]),
        new(Duree, "Durée", ["durée (min)", "durée en minutes", "durée (minutes)", "durée min", "temps", "temps passé", "durée de l’accompagnement"]),
        new(Id, "Identifiant dans l’autre outil", ["ID CRA", "identifiant CRA", "id activité", "identifiant du CRA"]),
        new(Mediateur, "Médiateur", ["nom du médiateur", "conseiller", "médiateur numérique", "conseiller numérique"]),
        new(Structure, "Structure", ["structure employeuse", "nom de la structure", "organisation", "employeur"]),
        new(Participants, "Participants", ["nombre de participants", "nb participants", "participants i/n", "nombre de personnes", "nb de personnes", "personnes", "effectif"]),
        new(Canal, "Où (type de lieu)", ["canal", "type de lieu", "modalité"]),
        new(Lieu, "Nom du lieu", ["lieu", "lieu d’activité", "lieu de l’accompagnement", "site"]),
        new(Commune, "Commune du lieu", ["commune", "ville", "ville du lieu"]),
        new(CodePostal, "Code postal du lieu", ["code postal", "cp", "cp du lieu"]),
        new(CodeInsee, "Code INSEE du lieu", ["code INSEE", "insee", "code commune", "insee du lieu"]),
        new(Titre, "Nom de l’atelier", ["titre", "titre de l’atelier", "atelier", "intitulé"]),
        new(Niveau, "Niveau de l’atelier", ["niveau"]),
        new(Materiel, "Matériel", ["matériel utilisé", "matériels", "équipement"]),
        new(Thematiques, "Thématiques", ["thématique", "thème", "thèmes", "thématiques de médiation", "sujet", "sujets"]),
        new(Demarche, "Nom de la démarche", ["démarche", "démarche administrative", "précisions de la démarche"]),
        new(Autonomie, "Niveau d’autonomie", ["autonomie", "degré d’autonomie"]),
        new(Reoriente, "Réorienté", ["réorientation", "orienté", "orientation", "orienté vers une structure"]),
        new(Redirection, "Structure de redirection", ["structure de réorientation", "structure d’orientation", "orienté vers"]),
        new(CommuneDeLaPersonne, "Commune de la personne", ["commune du bénéficiaire", "commune de résidence", "commune bénéficiaire", "ville du bénéficiaire"]),
        new(CodePostalDeLaPersonne, "Code postal de la personne", ["code postal du bénéficiaire", "code postal de résidence", "code postal bénéficiaire", "cp du bénéficiaire"]),
        new(CodeInseeDeLaPersonne, "Code INSEE de la personne", ["code INSEE du bénéficiaire", "code INSEE de résidence", "code INSEE bénéficiaire", "insee du bénéficiaire"]),
        new(Genre, "Genre", ["sexe"]),
        new(Age, "Tranche d’âge", ["âge", "tranche d’âges", "tranches d’âge"]),
        new(Statut, "Statut", ["situation", "statut de la personne", "statut du bénéficiaire"]),
        new(Notes, "Notes", ["note", "commentaire", "commentaires", "remarques", "observations"]),
        new(Etiquettes, "Étiquettes", ["étiquette", "tags", "tag", "mots clés"]),
        new(Beneficiaire, "Nom de la personne : jamais repris", ["bénéficiaire", "bénéficiaires", "nom", "prénom", "nom du bénéficiaire", "prénom du bénéficiaire", "nom et prénom", "usager", "e-mail", "courriel", "téléphone", "adresse du bénéficiaire"], Lu: false),
        new("ignore", "Non repris", ["enregistré le", "dernière modification le", "rôle", "ID conseiller", "adresse", "source", "issu d’un RDV"], Lu: false),
    ];

    private static readonly FrozenDictionary<string, ChampDImport> ParCode = Tous.ToFrozenDictionary(c => c.Code, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> ParNom = Tous.SelectMany(c => c.Noms.Append(c.Libelle).Select(n => (Nom: TexteRecherche.Normaliser(n), c.Code)))
        .DistinctBy(p => p.Nom).ToFrozenDictionary(p => p.Nom, p => p.Code, StringComparer.Ordinal);

    // The export names the columns of the place and those of the person alike: the second ones are the person's.
    private static readonly FrozenDictionary<string, string> SecondeFois = new Dictionary<string, string>
    {
        [Commune] = CommuneDeLaPersonne,
        [CodePostal] = CodePostalDeLaPersonne,
        [CodeInsee] = CodeInseeDeLaPersonne,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static ChampDImport? Trouver(string? code) => code is null ? null : ParCode.GetValueOrDefault(code);

    /// <summary>The field of a header; null when it isn't one.</summary>
    public static string? DeNom(string? nom) => ParNom.GetValueOrDefault(TexteRecherche.Normaliser(nom));

    /// <summary>What each column of a header is. A field is read in one column: the others of the same name aren't.</summary>
    public static IReadOnlyList<ColonneDuFichier> Reconnaitre(IReadOnlyList<string?> entete)
    {
        var pris = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. entete.Select((nom, rang) =>
            {
                var champ = DeNom(nom);
                if (champ is not null && ParCode[champ].Lu && !pris.Add(champ))
                {
                    champ = SecondeFois.GetValueOrDefault(champ) is { } second && pris.Add(second) ? second : null;
                }

                return new ColonneDuFichier(rang, nom ?? "", champ);
            }),
        ];
    }

    /// <summary>
    /// Which of the first rows of a file has the names of its columns: the one where most are recognised; among those, the first. Titles, dates of export and rows of
    /// groups come before it. Null when no row has two.
    /// </summary>
    public static int? TrouverLEntete(IReadOnlyList<IReadOnlyList<string?>> lignes)
    {
        var (meilleure, note) = ((int?)null, 1);
        for (var i = 0; i < lignes.Count; i++)
        {
            var reconnues = lignes[i].Select(DeNom).OfType<string>().Distinct(StringComparer.Ordinal).Count();
            if (reconnues > note)
            {
                (meilleure, note) = (i, reconnues);
            }
        }

        return meilleure;
    }

    /// <summary>The tool that made a file of these columns. A spreadsheet of one's own may have numbers, a type and themes too: the export names its ids after itself.</summary>
    public static string Outil(IReadOnlyList<ColonneDuFichier> colonnes) =>
        colonnes.Any(c => c.Champ == Id && $" {TexteRecherche.Normaliser(c.Nom)} ".Contains(" cra ", StringComparison.Ordinal)) && colonnes.Count(c => c.Champ is Date or Type or Duree or Thematiques) >= 4
            ? OutilsDOrigine.ExportDeCra : OutilsDOrigine.Tableur;
}
