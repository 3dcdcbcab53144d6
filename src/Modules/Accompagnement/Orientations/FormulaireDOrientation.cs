using System.Globalization;
using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Accompagnement.Domain.Personnes;

namespace FaireAvec.Accompagnement.Orientations;

/// <summary>What the professional chooses, from step to step. It goes from page to page in the form, and is kept nowhere before the sending.</summary>
internal sealed class FormulaireDOrientation
{
    /// <summary>Made with the first page: sent twice, it is one orientation.</summary>
    public Guid Id { get; set; }

    /// <summary>A need that is kept already.</summary>
    public Guid? Besoin { get; set; }

    public List<string> Besoins { get; set; } = [];
    public List<string> Signaux { get; set; } = [];
    public string? JoursAvantPerte { get; set; }
    public bool Mineure { get; set; }
    public string? Protection { get; set; }
    public string? Commune { get; set; }
    public string? CodeCommune { get; set; }
    public string? Langue { get; set; }
    public bool Interprete { get; set; }
    public List<string> Amenagements { get; set; } = [];
    public List<string> Disponibilites { get; set; } = [];

    /// <summary>Place of the map, or <see cref="Ailleurs"/>.</summary>
    public string? Receveur { get; set; }

    public string? Structure { get; set; }
    public string? Metier { get; set; }
    public bool Verifie { get; set; }

    /// <summary>"oui" or "non".</summary>
    public string? Accord { get; set; }

    public string? Forme { get; set; }
    public string? Temoin { get; set; }
    public bool AccordDuResponsable { get; set; }
    public bool AccordDuProtecteur { get; set; }
    public bool Retour { get; set; }
    public string? Precision { get; set; }

    /// <summary>A structure that isn't on the map.</summary>
    public const string Ailleurs = "ailleurs";

    public const string Oui = "oui";

    public ProtectionDAdulte ProtectionLue => Enum.TryParse<ProtectionDAdulte>(Protection, out var protection) && Enum.IsDefined(protection) ? protection : ProtectionDAdulte.Aucune;

    public IReadOnlyList<PartieAUnMandat> Parties => PartiesALOrientation.De(Mineure ? MajoriteDeLaPersonne.Mineure : MajoriteDeLaPersonne.Majeure, ProtectionLue);

    /// <summary>True when the number of days can't be read.</summary>
    public bool JoursIllisibles => !string.IsNullOrWhiteSpace(JoursAvantPerte) && Jours is null;

    public int? Jours => int.TryParse(JoursAvantPerte?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var jours) && jours <= 365 ? jours : null;

    public SituationExprimee Situation => new()
    {
        Besoins = [.. Besoins.Where(b => BesoinsDOrientation.De(b) is not null).Distinct(StringComparer.Ordinal)],
        Signaux = Signaux.Select(s => Enum.TryParse<SignalDOrientation>(s, out var signal) && Enum.IsDefined(signal) ? signal : (SignalDOrientation?)null).OfType<SignalDOrientation>().ToHashSet(),
        JoursAvantPerte = Jours,
        Majorite = Mineure ? MajoriteDeLaPersonne.Mineure : MajoriteDeLaPersonne.Majeure,
        Protection = ProtectionLue,
    };

    public Metier? MetierLu => Enum.TryParse<Metier>(Metier, out var metier) && Enum.IsDefined(metier) ? metier : null;

    /// <summary>The yeses that were said, at this instant.</summary>
    public IReadOnlyList<AccordDOrientation> Accords(DateTimeOffset maintenant)
    {
        if (Accord != Oui || !Enum.TryParse<FormeDAccord>(Forme, out var forme) || !Enum.IsDefined(forme))
        {
            return [];
        }

        var temoin = forme == FormeDAccord.Oral ? AccordDOrientation.LireTemoin(Temoin) : null;
        var accords = new List<AccordDOrientation> { new(PartieAUnMandat.Personne, maintenant, forme, temoin) };
        if (AccordDuResponsable)
        {
            accords.Add(new(PartieAUnMandat.Responsable, maintenant, forme, temoin));
        }

        if (AccordDuProtecteur)
        {
            accords.Add(new(PartieAUnMandat.Protecteur, maintenant, forme, temoin));
        }

        return accords;
    }
}
