using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Data;
using FaireAvec.Accompagnement.Domain.AllerVers;

namespace FaireAvec.Accompagnement.AllerVers;

/// <summary>The form of an action, as it is typed. Bound by the page, kept in a draft, and made from an action to correct: nothing typed is lost, right or wrong.</summary>
internal sealed class FormulaireDAllerVers
{
    public const string Autre = FormulaireDActivite.Autre;

    public Guid Id { get; set; }

    /// <summary>A day at one touch (ISO), or « autre » with <see cref="Date"/>.</summary>
    public string? Quand { get; set; }

    public DateOnly? Date { get; set; }

    /// <summary>One of those at one touch, or « autre » with hours and minutes.</summary>
    public string? Duree { get; set; }

    public int? Heures { get; set; }
    public int? Minutes { get; set; }
    public string? Lieu { get; set; }
    public string? LieuLibre { get; set; }
    public string? Commune { get; set; }
    public string? CodeCommune { get; set; }
    public Guid? Partenaire { get; set; }

    /// <summary>A partner that isn't in the list yet.</summary>
    public string? NouveauPartenaire { get; set; }

    public string? NatureDuPartenaire { get; set; }
    public string? Motif { get; set; }
    public string? AutreMotif { get; set; }
    public Guid? Configuration { get; set; }
    public int? Contactes { get; set; }
    public int? Interesses { get; set; }
    public int? Inscrits { get; set; }
    public int? Venus { get; set; }
    public int? Revenus { get; set; }
    public int? Engages { get; set; }
    public int? Relais { get; set; }
    public int? RenonceOui { get; set; }
    public int? RenonceNon { get; set; }
    public int? RenonceNeSaitPas { get; set; }
    public int? FaiteOui { get; set; }
    public int? FaiteNon { get; set; }
    public string? Appris { get; set; }
    public DateOnly? Rappel { get; set; }

    /// <summary>Version of the action that is corrected.</summary>
    public int Version { get; set; }

    [JsonIgnore]
    public DateOnly? Jour => DateOnly.TryParseExact(Quand, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) ? jour : Date;

    // In long: a typed number of hours may be any.
    [JsonIgnore]
    public int? DureeEnMinutes => Duree == Autre
        ? (int)Math.Clamp(((Heures ?? 0) * 60L) + (Minutes ?? 0), int.MinValue, int.MaxValue)
        : int.TryParse(Duree, NumberStyles.None, CultureInfo.InvariantCulture, out var m) ? m : null;

    /// <summary>True when something was said of the weeks that follow.</summary>
    [JsonIgnore]
    public bool Suivi => Inscrits is not null || Venus is not null || Revenus is not null || Engages is not null || Relais is not null;

    /// <summary>True when the question was asked.</summary>
    [JsonIgnore]
    public bool Question => RenonceOui is not null || RenonceNon is not null || RenonceNeSaitPas is not null;

    public SaisieDAllerVers Lire() => new()
    {
        Date = Jour,
        DureeMinutes = DureeEnMinutes,
        Lieu = string.IsNullOrEmpty(Lieu) ? null : Lieu,
        LieuLibre = LieuLibre,
        Commune = CodeCommune,
        Partenaire = Partenaire,
        Motif = Motif,
        AutreMotif = AutreMotif,
        Configuration = Configuration,
        Contactes = Contactes,
        Interesses = Interesses,
        Inscrits = Inscrits,
        Venus = Venus,
        Revenus = Revenus,
        Engages = Engages,
        Relais = Relais,
        Renoncement = new(RenonceOui ?? 0, RenonceNon ?? 0, RenonceNeSaitPas ?? 0, FaiteOui ?? 0, FaiteNon ?? 0),
        Appris = Appris,
        RappelLe = Rappel,
    };

    /// <summary>The free texts, by the name of their field.</summary>
    [JsonIgnore]
    public IEnumerable<(string Champ, string? Texte)> TextesLibres => [(nameof(Appris), Appris), (nameof(LieuLibre), LieuLibre), (nameof(AutreMotif), AutreMotif), (nameof(NouveauPartenaire), NouveauPartenaire)];

    /// <summary>Writes one of <see cref="TextesLibres"/>.</summary>
    public void Ecrire(string champ, string? texte) => _ = champ switch
    {
        nameof(Appris) => Appris = texte,
        nameof(LieuLibre) => LieuLibre = texte,
        nameof(AutreMotif) => AutreMotif = texte,
        _ => NouveauPartenaire = texte,
    };

    public string Ecrire() => JsonSerializer.Serialize(this, EnJson.Options);

    /// <summary>What was kept; null when it can't be read any more.</summary>
    public static FormulaireDAllerVers? Relire(string contenu)
    {
        try
        {
            return JsonSerializer.Deserialize<FormulaireDAllerVers>(contenu, EnJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The form that gives this action.</summary>
    public static FormulaireDAllerVers De(ActionDAllerVers a, Func<string?, string?> commune)
    {
        var question = a.Renoncement.Reponses > 0;
        var f = new FormulaireDAllerVers
        {
            Id = a.Id,
            Quand = Autre,
            Date = a.Jour,
            Lieu = a.Lieu,
            LieuLibre = a.LieuLibre,
            CodeCommune = a.Lieu is null ? a.Commune : null,
            Commune = a.Lieu is null ? commune(a.Commune) : null,
            Partenaire = a.Partenaire,
            Motif = a.Motif,
            AutreMotif = a.AutreMotif,
            Configuration = a.Configuration,
            Contactes = a.Contactes,
            Interesses = a.Interesses,
            Inscrits = a.Inscrits,
            Venus = a.Venus,
            Revenus = a.Revenus,
            Engages = a.Engages,
            Relais = a.Relais,
            RenonceOui = question ? a.RenonceOui : null,
            RenonceNon = question ? a.RenonceNon : null,
            RenonceNeSaitPas = question ? a.RenonceNeSaitPas : null,
            FaiteOui = a.RenonceOui > 0 ? a.FaiteOui : null,
            FaiteNon = a.RenonceOui > 0 ? a.FaiteNon : null,
            Appris = a.Appris,
            Rappel = a.RappelLe,
            Version = a.Version,
        };
        f.ChoisirLaDuree(a.Duree);
        return f;
    }

    public void ChoisirLaDuree(int minutes)
    {
        var proposee = FormulaireDActivite.Durees.Contains(minutes);
        (Duree, Heures, Minutes) = (proposee ? minutes.ToString(CultureInfo.InvariantCulture) : Autre, proposee ? null : minutes / 60, proposee ? null : minutes % 60);
    }
}
