using System.Text.Json;
using System.Text.Json.Serialization;
using FaireAvec.Accompagnement.Data;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Charge;
using FaireAvec.Accompagnement.Domain.Registres;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>
/// The form of an act, as it is typed. The same object is bound by the page, kept in a draft, kept in a template and made from an act to duplicate or
/// correct: nothing typed is ever lost, right or wrong.
/// </summary>
internal sealed class FormulaireDActivite
{
    /// <summary>Durations at one touch, in minutes.</summary>
    public static readonly IReadOnlyList<int> Durees = [15, 30, 45, 60, 90, 120];

    /// <summary>What a service took, at one touch, in minutes.</summary>
    public static readonly IReadOnlyList<int> TempsPerdus = [5, 15, 30];

    public const string Autre = "autre";
    public const string Tout = "tout";
    public const string Reglee = "reglee";

    public Guid Id { get; set; }
    public string Type { get; set; } = "individuel";

    /// <summary>A day at one touch (ISO), or « autre » with <see cref="Date"/>.</summary>
    public string? Quand { get; set; }

    public DateOnly? Date { get; set; }

    /// <summary>One of <see cref="Durees"/>, or « autre » with hours and minutes.</summary>
    public string? Duree { get; set; }

    public int? Heures { get; set; }
    public int? Minutes { get; set; }
    public string? TypeDeLieu { get; set; }

    /// <summary>Id of a place, or « autre » with its address.</summary>
    public string? Lieu { get; set; }

    public string? AutreLieu { get; set; }
    public string? Commune { get; set; }
    public string? CodeCommune { get; set; }
    public List<string> Thematiques { get; set; } = [];
    public string? Principale { get; set; }

    /// <summary>Code of a share of time at one touch, or « reglee » with the three.</summary>
    public string? Posture { get; set; }

    public int? ALaPlace { get; set; }
    public int? Avec { get; set; }
    public int? Faire { get; set; }
    public string? Motif { get; set; }
    public string? Situation { get; set; }
    public List<string> Materiels { get; set; } = [];
    public string? Demarche { get; set; }
    public string? Suite { get; set; }
    public string? Notes { get; set; }

    /// <summary>Code of the online service; read from <see cref="NomDuService"/> without script.</summary>
    public string? Service { get; set; }

    public string? NomDuService { get; set; }
    public string? Cause { get; set; }

    /// <summary>One of <see cref="TempsPerdus"/>, « tout » for the whole act, or « autre » with <see cref="MinutesPerdues"/>; empty: not said.</summary>
    public string? Perdu { get; set; }

    public int? MinutesPerdues { get; set; }
    public string? Autonomie { get; set; }
    public bool Orientee { get; set; }
    public string? Redirection { get; set; }
    public List<Guid> Personnes { get; set; } = [];
    public string? Genre { get; set; }
    public string? Age { get; set; }
    public string? Statut { get; set; }
    public string? Deja { get; set; }
    public string? Titre { get; set; }
    public string? Niveau { get; set; }
    public int? Total { get; set; }
    public int? DejaVenus { get; set; }
    public Dictionary<string, int?> ParGenre { get; set; } = [];
    public Dictionary<string, int?> ParAge { get; set; } = [];
    public Dictionary<string, int?> ParStatut { get; set; } = [];
    public string? Nom { get; set; }
    public string? Nature { get; set; }
    public List<string> Natures { get; set; } = [];
    public string? NatureAutre { get; set; }
    public int? Mediateurs { get; set; }
    public int? Structures { get; set; }
    public int? AutresActeurs { get; set; }
    public int? Participants { get; set; }
    public string? Initiative { get; set; }
    public List<string> ThemesDAnimation { get; set; } = [];
    public List<string> Organisateurs { get; set; } = [];
    public string? Echelon { get; set; }

    /// <summary>One partner a row, with its type; empty rows are left out.</summary>
    public List<PartenaireSaisi> LignesDePartenaires { get; set; } = [];

    /// <summary>Those that have no row: one a line, without type.</summary>
    public string? Partenaires { get; set; }

    /// <summary>The register of attendance that it is noted from.</summary>
    public Guid? Registre { get; set; }

    public List<Guid> Etiquettes { get; set; } = [];
    /// <summary>The appointment or the workshop that the act comes of.</summary>
    public Guid? RendezVous { get; set; }

    /// <summary>Version of the act that is corrected.</summary>
    public int Version { get; set; }

    [JsonIgnore]
    public DateOnly? Jour => DateOnly.TryParseExact(Quand, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var jour) ? jour : Date;

    [JsonIgnore]
    public int? DureeEnMinutes => Duree == Autre ? (Heures ?? 0) * 60 + (Minutes ?? 0) : int.TryParse(Duree, System.Globalization.CultureInfo.InvariantCulture, out var m) ? m : null;

    /// <summary>What the service took, in minutes; null when it isn't said.</summary>
    [JsonIgnore]
    public int? TempsPerdu => Perdu switch
    {
        Tout => DureeEnMinutes,
        Autre => MinutesPerdues,
        _ => int.TryParse(Perdu, System.Globalization.CultureInfo.InvariantCulture, out var m) ? m : null,
    };

    /// <summary>The free texts, by the name of their field.</summary>
    [JsonIgnore]
    public IEnumerable<(string Champ, string? Texte)> TextesLibres => [(nameof(Notes), Notes), (nameof(Suite), Suite), (nameof(Demarche), Demarche), (nameof(Titre), Titre)];

    /// <summary>Writes one of <see cref="TextesLibres"/>.</summary>
    public void Ecrire(string champ, string? texte) => _ = champ switch
    {
        nameof(Notes) => Notes = texte,
        nameof(Suite) => Suite = texte,
        nameof(Demarche) => Demarche = texte,
        _ => Titre = texte,
    };

    /// <summary>What was typed, to check; <paramref name="lieu"/> reads the address of another place.</summary>
    public Resultat<SaisieDActivite> Lire(Func<string, string?> lieu)
    {
        Effectifs? effectifs = null;
        if (Type == "collectif" && (Total is not null || Personnes.Count == 0))
        {
            var lus = Effectifs.Lire(Total ?? 0, DejaVenus ?? 0, Nombres(ParGenre), Nombres(ParAge), Nombres(ParStatut));
            if (!lus.Reussi)
            {
                return Resultat<SaisieDActivite>.Echec(lus.Erreurs);
            }

            effectifs = lus.Valeur;
        }

        var coordination = TypesDActivite.Lire(Type) is { Mediation: false };
        return new SaisieDActivite
        {
            Type = Type,
            Date = Jour,
            DureeMinutes = DureeEnMinutes,
            TypeDeLieu = TypeDeLieu,
            Lieu = Lieu == Autre ? lieu(AutreLieu ?? "") : Lieu,
            Commune = CodeCommune,
            Thematiques = Thematiques,
            ThematiquePrincipale = Thematiques.Contains(Principale ?? "") ? Principale : null,
            Posture = PosturesToutesPretes.Lire(Posture)?.Posture ?? (Posture == Reglee ? new Posture(ALaPlace ?? 0, Avec ?? 0, Faire ?? 0) : null),
            MotifALaPlace = Motif,
            Situation = Situation,
            Materiels = Materiels,
            Demarche = Demarche,
            Suite = Suite,
            Notes = Notes,
            // A text that means no service is refused where it was typed, never dropped.
            Service = ServicesEnLigne.Saisi(Service, NomDuService) ?? Vide(NomDuService?.Trim()) ?? Vide(Service),
            Cause = Vide(Cause),
            MinutesPerdues = TempsPerdu,
            Autonomie = Autonomie,
            Orientee = Type == "collectif" ? null : Orientee ? true : null,
            StructureDeRedirection = Redirection,
            SansNom = Personnes.Count > 0 || Type == "collectif" ? PersonneSansNom.Inconnue : new PersonneSansNom(Vide(Genre), Vide(Age), Vide(Statut), null, Deja switch { "oui" => true, "non" => false, _ => null }),
            Personnes = Personnes,
            RendezVous = RendezVous,
            Titre = Titre,
            Niveau = Niveau,
            Etiquettes = Etiquettes,
            Effectifs = effectifs,
            Registre = Registre,
            Coordination = !coordination ? null : new Coordination
            {
                Nom = Nom,
                Nature = Nature,
                Natures = Natures,
                Autre = NatureAutre,
                Mediateurs = Mediateurs,
                Structures = Structures,
                AutresActeurs = AutresActeurs,
                Participants = Participants,
                Initiative = Initiative,
                Thematiques = ThemesDAnimation,
                Organisateurs = Organisateurs,
                Echelon = Echelon,
                Partenaires = [.. LignesDePartenaires.Where(p => !string.IsNullOrWhiteSpace(p.Nom)).Select(p => new Partenaire(p.Nom!, Vide(p.Type))), .. (Partenaires ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => new Partenaire(p, null))],
            },
        };
    }

    /// <summary>The form that gives this act.</summary>
    public static FormulaireDActivite De(Activite a, string? note, IEnumerable<Guid> personnes, Func<string?, string?> commune)
    {
        var c = a.Coordination ?? new Coordination();
        return new FormulaireDActivite
        {
            Id = a.Id,
            Type = a.Type.Regle().Code,
            Quand = Autre,
            Date = a.Jour,
            Duree = Durees.Contains(a.Duree) ? a.Duree.ToString(System.Globalization.CultureInfo.InvariantCulture) : a.Duree > 0 ? Autre : null,
            Heures = a.Duree / 60,
            Minutes = a.Duree % 60,
            TypeDeLieu = a.TypeDeLieu,
            Lieu = a.Lieu,
            CodeCommune = a.TypeDeLieu is Listes.Domicile or Listes.AutreLieu ? a.Commune : null,
            Commune = a.TypeDeLieu is Listes.Domicile or Listes.AutreLieu ? commune(a.Commune) : null,
            Thematiques = [.. a.Thematiques],
            Principale = a.Thematiques.FirstOrDefault(),
            Posture = a.Posture is { } p ? PosturesToutesPretes.Code(p) ?? Reglee : null,
            ALaPlace = a.PartALaPlace,
            Avec = a.PartAvec,
            Faire = a.PartFaire,
            Motif = a.MotifALaPlace,
            Situation = a.Situation,
            Materiels = [.. a.Materiels],
            Demarche = a.Demarche,
            Suite = a.Suite,
            Notes = note,
            Service = a.Service,
            NomDuService = ServicesEnLigne.Libelle(a.Service),
            Cause = a.Cause,
            Perdu = a.MinutesPerdues is not { } perdues ? null : perdues == a.Duree ? Tout : TempsPerdus.Contains(perdues) ? perdues.ToString(System.Globalization.CultureInfo.InvariantCulture) : Autre,
            MinutesPerdues = a.MinutesPerdues is { } autres && autres != a.Duree && !TempsPerdus.Contains(autres) ? autres : null,
            Autonomie = a.Autonomie,
            Orientee = a.Orientee == true,
            Redirection = a.StructureDeRedirection,
            Personnes = [.. personnes],
            Genre = a.Genre,
            Age = a.Age,
            Statut = a.Statut,
            Deja = a.DejaAccompagnee switch { true => "oui", false => "non", null => null },
            Titre = a.Titre,
            Niveau = a.Niveau,
            Total = a.Effectifs?.Total,
            DejaVenus = a.Effectifs?.DejaAccompagnes,
            ParGenre = Marges(Listes.Genres, a.Effectifs?.Genres),
            ParAge = Marges(Listes.Ages, a.Effectifs?.Ages),
            ParStatut = Marges(Listes.Statuts, a.Effectifs?.Statuts),
            Nom = c.Nom,
            Nature = c.Nature,
            Natures = [.. c.Natures],
            NatureAutre = c.Autre,
            Mediateurs = c.Mediateurs,
            Structures = c.Structures,
            AutresActeurs = c.AutresActeurs,
            Participants = c.Participants,
            Initiative = c.Initiative,
            ThemesDAnimation = [.. c.Thematiques],
            Organisateurs = [.. c.Organisateurs],
            Echelon = c.Echelon,
            LignesDePartenaires = [.. c.Partenaires.Select(p => new PartenaireSaisi { Nom = p.Nom, Type = p.Type })],
            Etiquettes = [.. a.Etiquettes],
            Version = a.Version,
        };
    }

    /// <summary>The form that a closed register gives: its day, its hours, its place, and as many people as signed.</summary>
    public static FormulaireDActivite DuRegistre(Registre r, Func<string?, string?> commune)
    {
        var formulaire = new FormulaireDActivite
        {
            Type = "collectif",
            Registre = r.Id,
            Titre = r.Titre,
            Date = r.Jour,
            TypeDeLieu = r.TypeDeLieu,
            Lieu = r.Lieu,
            CodeCommune = r.Lieu is null ? r.Commune : null,
            Commune = r.Lieu is null ? commune(r.Commune) : null,
            Total = r.Signatures,
            ParGenre = Marges(Listes.Genres, r.Effectifs?.Genres),
            ParAge = Marges(Listes.Ages, r.Effectifs?.Ages),
            ParStatut = Marges(Listes.Statuts, r.Effectifs?.Statuts),
        };
        formulaire.ChoisirLaDuree(r.Minutes);
        return formulaire;
    }

    /// <summary>At one touch when it is one of those, else in hours and minutes.</summary>
    public void ChoisirLaDuree(int minutes)
    {
        var proposee = Durees.Contains(minutes);
        (Duree, Heures, Minutes) = (proposee ? minutes.ToString(System.Globalization.CultureInfo.InvariantCulture) : Autre, proposee ? null : minutes / 60, proposee ? null : minutes % 60);
    }

    /// <summary>
    /// The same kind of act, to do again: what describes it stays, who came to it doesn't. Neither counts, margins, people, register nor what was said of them, which
    /// would be made up; neither the day, the words nor the appointment, which are of that time.
    /// </summary>
    public FormulaireDActivite Recommencer()
    {
        (Quand, Date, Version, Registre, RendezVous) = (null, null, 0, null, null);
        (Suite, Notes, Motif, Autonomie, Orientee, Redirection) = (null, null, null, null, false, null);
        (Cause, Perdu, MinutesPerdues) = (null, null, null);
        (Personnes, Genre, Age, Statut, Deja) = ([], null, null, null, null);
        (Total, DejaVenus, ParGenre, ParAge, ParStatut) = (null, null, [], [], []);
        (Mediateurs, Structures, AutresActeurs, Participants) = (null, null, null, null);
        return this;
    }

    public string Ecrire() => JsonSerializer.Serialize(this, EnJson.Options);

    /// <summary>What was kept; null when it can't be read any more.</summary>
    public static FormulaireDActivite? Relire(string contenu)
    {
        try
        {
            return JsonSerializer.Deserialize<FormulaireDActivite>(contenu, EnJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Vide(string? code) => string.IsNullOrEmpty(code) ? null : code;

    private static Dictionary<string, int> Nombres(Dictionary<string, int?> saisis) => saisis.Where(p => p.Value is not null).ToDictionary(p => p.Key, p => p.Value!.Value, StringComparer.Ordinal);

    // « Not known » is what is left: it isn't typed.
    private static Dictionary<string, int?> Marges(Nomenclature liste, IReadOnlyList<int>? nombres) =>
        nombres is null ? [] : liste.Codes.Take(liste.Codes.Count - 1).Select((code, i) => (code, i)).Where(x => nombres[x.i] > 0).ToDictionary(x => x.code, x => (int?)nombres[x.i], StringComparer.Ordinal);
}
