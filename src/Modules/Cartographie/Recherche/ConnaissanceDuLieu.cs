using System.Globalization;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Horaires;
using FaireAvec.Cartographie.Nettoyage;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Kernel.Normes;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>A place as a person reads it at an instant: distances, hours, prices and services in plain words of the request's language.</summary>
internal sealed class ConnaissanceDuLieu(IndexLieux index, int rang, DateTimeOffset instant, double? distanceM = null)
{
    private NumeroTelephone? _numero;

    public Lieu Lieu { get; } = index[rang];

    public double? DistanceM => distanceM;

    public Ouverture Ouverture => index.Etats.A(instant)[index.HorairesDe(rang)];

    public HorairesOsm? Horaires => index.Etats.De(index.HorairesDe(rang)).Horaires;

    /// <summary>Département in which the hours are read.</summary>
    public string Departement => index.DepartementDe(rang) ?? "75";

    /// <summary>« Ouvert jusqu’à 12 h 30 ».</summary>
    public string OuvertureEnMots => Horaires is null ? Mots.T(Lieu.Horaires is null ? "Lieu.HorairesInconnus" : "Lieu.HorairesAVerifier") : EnMots.Etat(Horaires, instant, Departement, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    public bool ServicesDeduits => index.ServicesDeduits.Contains(Lieu.Source);

    /// <summary>« 20 rue des Tilleuls, 42000 Saint-Étienne », without what is not known.</summary>
    public string AdresseEnLigne
    {
        get
        {
            var ville = $"{Lieu.CodePostal} {Lieu.Commune}";
            return AdresseConnue ? $"{Lieu.Adresse}, {ville}" : ville;
        }
    }

    /// <summary>What to do before leaving home, by what the place gives: a telephone, an address to write to, or nothing.</summary>
    public string AvantDeVenir => Mots.T(LienTelephone is not null ? "Lieu.Avant.Appeler" : Lieu.Courriels.Length > 0 ? "Lieu.Avant.Ecrire" : "Lieu.Avant.Demander");

    public bool AdresseConnue => AdresseDuLieu.Connue(Lieu.Adresse);

    /// <summary>True when calling may cost more than an ordinary call.</summary>
    public bool AppelPayant => Domain.AppelPayant.Est(Numero?.Valeur ?? LienTelephone?[4..]);

    /// <summary>The usual hours in one line, for paper that is read for months: the days to come with their dates when they aren't those of every week. Null when not known.</summary>
    public string? HorairesSurPapier
    {
        get
        {
            if (Horaires is not { } horaires)
            {
                return Lieu.Horaires is { } texte ? Mots.T("Lieu.Papier.Horaires", texte) : null;
            }

            var langue = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
            if (SemaineHabituelle.De(horaires) is { } habituelle)
            {
                var ligne = SemaineEnUneLigne.Ecrire(SemaineEnMots.Composer(habituelle.Horaires, instant, Departement, langue), CultureInfo.CurrentCulture, Mots.T("Lieu.Papier.DeA"), Mots.T("Lieu.Papier.Et"));
                return ligne.Length == 0 ? null : Mots.T("Lieu.Papier.Horaires", ligne);
            }

            var jours = ProchainesOuvertures.De(horaires, instant, Departement, langue, 3);
            return jours.Count == 0 ? null : Mots.T("Lieu.Papier.Prochains", string.Join("\u00a0; ", jours.Select(j => $"{j.Nom} {string.Join(", ", j.Plages.Select(p => p.Texte))}")));
        }
    }

    /// <summary>« 450 m », « 1,2 km », « 12 km ». Null when nobody knows where the door is: the point would be that of the town.</summary>
    public string? DistanceEnMots => distanceM switch
    {
        null => null,
        _ when !AdresseConnue => null,
        < 995 => $"{Math.Max(10, Math.Round(distanceM.Value / 10) * 10).ToString("N0", CultureInfo.CurrentCulture)}\u00a0m",
        < 9950 => $"{(distanceM.Value / 1000).ToString("N1", CultureInfo.CurrentCulture)}\u00a0km",
        _ => $"{(distanceM.Value / 1000).ToString("N0", CultureInfo.CurrentCulture)}\u00a0km",
    };

    /// <summary>The words of the values of a filter that the place has; empty when it says nothing.</summary>
    public IReadOnlyList<string> Valeurs(Filtre filtre) => [.. filtre.Lire(Lieu).Select(Mot)];

    /// <summary>True when the value is that of the whole network of the place, which gives it to all: the place itself didn't say it.</summary>
    public bool DuReseau(Filtre filtre, string libelle) => index.ValeursDuReseau.TryGetValue(filtre, out var valeurs) && valeurs.Contains((Lieu.Source, libelle));

    /// <summary>The words of the values, with who says each: « Gratuit (d’après France services) ».</summary>
    public IReadOnlyList<string> ValeursDites(Filtre filtre) => [.. filtre.Lire(Lieu).Select(v => ValeurDite(filtre, v))];

    /// <summary>The words of a value, with who says it.</summary>
    public string ValeurDite(Filtre filtre, string libelle) => DuReseau(filtre, libelle) ? Mots.T("Valeur.DuReseau", Mot(libelle), NomsDesSources.De(Lieu.Source)) : Mot(libelle);

    /// <summary>The values in one line: first what the place says, then what its network says for it.</summary>
    public string ValeursEnLigne(Filtre filtre)
    {
        var parReseau = filtre.Lire(Lieu).ToLookup(v => DuReseau(filtre, v), Mot);
        var dites = string.Join(" · ", parReseau[false]);
        var reseau = string.Join(" · ", parReseau[true]);
        return (dites, reseau) switch
        {
            (_, "") => dites,
            ("", _) => Mots.T("Valeur.DuReseau", reseau, NomsDesSources.De(Lieu.Source)),
            _ => $"{dites} · {Mots.T("Valeur.DuReseau", reseau, NomsDesSources.De(Lieu.Source))}",
        };
    }

    /// <summary>A label of the standard in plain words; the label itself when there are none (names of programmes).</summary>
    public static string Mot(string libelle) => Mots.Peut($"Valeur.{TexteRecherche.Slug(libelle)}") ?? libelle;

    /// <summary>« 04 77 00 00 00 », « 0590 00 00 00 », « +687 28 52 82 »: as one writes it in France; as it came when it isn't a number.</summary>
    public string? TelephoneLisible => Numero?.Affichage.Replace(' ', '\u00a0') ?? Lieu.Telephone;

    /// <summary>Address that dials the number; null when the text isn't one. A number of Mayotte under its old code is dialled under the one of today.</summary>
    public string? LienTelephone => (Numero?.Valeur ?? (Lieu.Telephone is { } t ? Composable(t) : null)) is { Length: >= 2 } n ? $"tel:{n}" : null;

    private NumeroTelephone? Numero => _numero ??= Telephone.Lire(Lieu.Telephone, Departement).Numero;

    private static string Composable(string telephone) => new([.. telephone.Where(c => char.IsAsciiDigit(c) || c == '+')]);
}
