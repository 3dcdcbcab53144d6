using System.Globalization;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Horaires;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>A place as a person reads it at an instant: distances, hours, prices and services in plain words of the request's language.</summary>
internal sealed class ConnaissanceDuLieu(IndexLieux index, int rang, DateTimeOffset instant, double? distanceM = null)
{
    public Lieu Lieu { get; } = index[rang];

    public double? DistanceM => distanceM;

    public Ouverture Ouverture => index.Etats.A(instant)[index.HorairesDe(rang)];

    public HorairesOsm? Horaires => index.Etats.De(index.HorairesDe(rang)).Horaires;

    /// <summary>Département in which the hours are read.</summary>
    public string Departement => index.DepartementDe(rang) ?? "75";

    /// <summary>« Ouvert jusqu’à 12 h 30 ».</summary>
    public string OuvertureEnMots => EnMots.Etat(Horaires, instant, Departement, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

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

    public bool AdresseConnue => Lieu.Adresse is { } a && !TexteRecherche.Normaliser(a).StartsWith("non communique", StringComparison.Ordinal);

    /// <summary>« 450 m », « 1,2 km », « 12 km ».</summary>
    public string? DistanceEnMots => distanceM switch
    {
        null => null,
        < 995 => $"{Math.Max(10, Math.Round(distanceM.Value / 10) * 10).ToString("N0", CultureInfo.CurrentCulture)}\u00a0m",
        < 9950 => $"{(distanceM.Value / 1000).ToString("N1", CultureInfo.CurrentCulture)}\u00a0km",
        _ => $"{(distanceM.Value / 1000).ToString("N0", CultureInfo.CurrentCulture)}\u00a0km",
    };

    /// <summary>The words of the values of a filter that the place has; empty when it says nothing.</summary>
    public IReadOnlyList<string> Valeurs(Filtre filtre) => [.. filtre.Lire(Lieu).Select(Mot)];

    /// <summary>A label of the standard in plain words; the label itself when there are none (names of programmes).</summary>
    public static string Mot(string libelle) => Mots.Peut($"Valeur.{TexteRecherche.Slug(libelle)}") ?? libelle;

    /// <summary>« 04 77 00 00 00 » for a French number in international form; as written otherwise.</summary>
    public string? TelephoneLisible
    {
        get
        {
            if (Lieu.Telephone is not { } t)
            {
                return null;
            }

            // Overseas numbers keep their national form with a zero: +590 590 00 00 00 is dialled 0590 00 00 00.
            var n = Composable(t);
            var national = n.StartsWith("+33", StringComparison.Ordinal) ? $"0{n[3..]}" : n.Length == 13 && n[0] == '+' && n[1..4] is "590" or "594" or "596" or "262" ? $"0{n[4..]}" : n;
            return national is { Length: 10 } and ['0', ..] && national.All(char.IsAsciiDigit)
                ? string.Join('\u00a0', Enumerable.Range(0, 5).Select(i => national.Substring(i * 2, 2)))
                : t;
        }
    }

    /// <summary>Address that dials the number; null when the text isn't one.</summary>
    public string? LienTelephone => Lieu.Telephone is { } t && Composable(t) is { Length: >= 2 } n ? $"tel:{n}" : null;

    private static string Composable(string telephone) => new([.. telephone.Where(c => char.IsAsciiDigit(c) || c == '+')]);
}
