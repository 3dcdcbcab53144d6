using System.Globalization;
using System.Text;
using FaireAvec.Cartographie.Horaires.Regles;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Horaires.Conversion;

/// <summary>
/// Converts a free French text to the OSM syntax, with a confidence. What isn't surely understood is refused, and the caller keeps the text.
/// The result has always been read again by <see cref="HorairesOsm.Analyser"/>.
/// </summary>
internal static class Convertisseur
{
    /// <summary>Below this confidence nothing is given. Set on the table of hand-checked texts in the tests, so that what is given is right 97 times in 100 or more.</summary>
    public const double Seuil = 0.7;

    /// <summary>Longest text read, in characters.</summary>
    public const int LongueurMaximale = 2000;

    /// <summary>In minutes: the longest range past midnight that French words are believed to say.</summary>
    private const int NuitLaPlusLongue = 14 * 60;

    private const string SurRendezVous = "\"sur rendez-vous\"";
    private static readonly string[] JoursFrancais = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

    /// <summary>Converts a text; one that is already in the OSM syntax is given back in canonical form.</summary>
    public static Resultat<HorairesConvertis> Convertir(string? texte)
    {
        if (string.IsNullOrWhiteSpace(texte))
        {
            return ErreursConversion.Vide();
        }

        if (texte.Length > LongueurMaximale)
        {
            return ErreursConversion.TropLong(LongueurMaximale);
        }

        if (DejaOsm(texte) is { } osm)
        {
            return osm;
        }

        var analyseur = new AnalyseurFrancais(LexeurFrancais.Lire(SansTelephone(texte)));
        return analyseur.Lire() is { } erreur ? erreur : Relire(Ecrire(analyseur.Regles, analyseur.FermeLesFeries, analyseur.RendezVousPartout), analyseur.Confiance);
    }

    /// <summary>Converts one text a day: « lundi » → « 09:00 - 12:00 / 13:30 - 17:00 ». A day without text is closed when another has one.</summary>
    public static Resultat<HorairesConvertis> ConvertirJours(IReadOnlyDictionary<string, string?> jours)
    {
        var regles = new List<RegleFrancaise>();
        var confiance = 0.98;
        foreach (var (nom, texte) in jours)
        {
            var jour = Array.IndexOf(JoursFrancais, nom.Trim().ToLowerInvariant());
            if (jour < 0)
            {
                return ErreursConversion.MotInconnu();
            }

            if (string.IsNullOrWhiteSpace(texte))
            {
                continue;
            }

            if (texte.Length > LongueurMaximale)
            {
                return ErreursConversion.TropLong(LongueurMaximale);
            }

            var analyseur = new AnalyseurFrancais(LexeurFrancais.Lire(texte));
            if (analyseur.Lire() is { } erreur)
            {
                return erreur;
            }

            confiance = Math.Min(confiance, analyseur.Confiance);
            if (analyseur.RendezVousPartout && analyseur.Regles.Count == 0)
            {
                regles.Add(new RegleFrancaise { Jours = 1 << jour, RendezVous = true });
            }
            else if (analyseur.Regles is [{ ADesJours: false, Periode.Length: 0 } seule] && !analyseur.FermeLesFeries)
            {
                if (!seule.Ferme)
                {
                    seule.Jours = 1 << jour;
                    regles.Add(seule);
                }
            }
            else
            {
                return ErreursConversion.Ambigu();
            }
        }

        return regles.Count == 0 ? ErreursConversion.Vide() : Relire(Ecrire(regles, fermeLesFeries: false, rendezVousPartout: false), confiance);
    }

    // Right as it is, unless it is French whose days would be read as whole days (« Lundi et mardi ») or whose comment isn't between quotes (« sur rdv »).
    private static HorairesConvertis? DejaOsm(string texte)
    {
        var lu = HorairesOsm.Analyser(texte);
        if (!lu.Reussi || lu.Valeur.Regles.Any(r => r.SansHeuresNiEtat || (r.Commentaire is not null && !texte.Contains(r.Commentaire + "\"", StringComparison.Ordinal))))
        {
            return null;
        }

        var canonique = lu.Valeur.Canonique;
        var telQuel = string.Equals(canonique.Replace(" ", "", StringComparison.Ordinal), texte.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

        // « lundi 12h-9h » isn't twenty-one hours: words are read again as French, where two hours in the wrong order are refused.
        return !telQuel && lu.Valeur.Regles.Any(r => r.Heures.Any(h => h.Fin > 24 * 60 && h.Fin - h.Debut > NuitLaPlusLongue)) ? null : new HorairesConvertis(canonique, telQuel ? 1 : 0.98);
    }

    private static Resultat<HorairesConvertis> Relire(string osm, double confiance)
    {
        if (confiance < Seuil)
        {
            return ErreursConversion.Ambigu();
        }

        var lu = HorairesOsm.Analyser(osm);
        return lu.Reussi ? new HorairesConvertis(lu.Valeur.Canonique, Math.Round(confiance, 2)) : ErreursConversion.Ambigu();
    }

    private static string Ecrire(IReadOnlyList<RegleFrancaise> regles, bool fermeLesFeries, bool rendezVousPartout)
    {
        var osm = new List<string>();
        var ouverts = regles.Where(r => !r.Ferme).Aggregate(0, (masque, r) => masque | (r.ADesJours ? r.Jours : 0b111_1111));
        var faites = new HashSet<RegleFrancaise>();
        foreach (var regle in regles)
        {
            // A day that nothing opens doesn't need to be closed.
            if (faites.Contains(regle) || (regle.Ferme && regle.Periode.Length == 0 && regle.Jours != 0 && ouverts != 0 && (regle.Jours & ouverts) == 0))
            {
                continue;
            }

            // The same hours on other days are the same rule.
            var jours = regle.Jours;
            foreach (var autre in regles.Where(r => r != regle && Memes(r, regle)))
            {
                jours |= autre.Jours;
                faites.Add(autre);
            }

            osm.Add(Ecrire(regle, jours));
        }

        if (osm.Count == 0 && rendezVousPartout)
        {
            osm.Add(SurRendezVous);
        }

        if (fermeLesFeries)
        {
            osm.Add("PH off");
        }

        return string.Join("; ", osm);
    }

    private static bool Memes(RegleFrancaise a, RegleFrancaise b) =>
        a.Periode == b.Periode && a.Ferme == b.Ferme && a.RendezVous == b.RendezVous && a.Feries == b.Feries && a.Niemes.Count + b.Niemes.Count == 0 && a.Jours != 0 && b.Jours != 0 && a.Heures.SequenceEqual(b.Heures);

    private static string Ecrire(RegleFrancaise regle, int masque)
    {
        var jours = EcritureOsm.Jours(masque);
        jours.AddRange(regle.Niemes);
        if (regle.Feries)
        {
            jours.Add("PH");
        }

        string[] parties =
        [
            regle.Periode,
            string.Join(',', jours),
            string.Join(',', regle.Heures.Select(h => h.Fin < 0 ? Heure(h.Debut) + "+" : $"{Heure(h.Debut)}-{Heure(h.Fin)}")),
            regle.Ferme ? "off" : regle.RendezVous ? SurRendezVous : "",
        ];
        return string.Join(' ', parties.Where(p => p.Length > 0));
    }

    private static string Heure(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    // « Sur RDV : 02 99 00 12 34 »: the number isn't hours. Ten digits starting with 0, in pairs or not.
    private static string SansTelephone(string texte)
    {
        var sortie = new StringBuilder(texte.Length);
        for (var i = 0; i < texte.Length; i++)
        {
            var fin = texte[i] == '0' && (i == 0 || !char.IsAsciiDigit(texte[i - 1])) ? FinDuNumero(texte, i) : i;
            if (fin > i)
            {
                i = fin - 1;
                continue;
            }

            sortie.Append(texte[i]);
        }

        return sortie.ToString();
    }

    private static int FinDuNumero(string texte, int debut)
    {
        var chiffres = 0;
        var i = debut;
        for (; i < texte.Length && chiffres < 10; i++)
        {
            if (char.IsAsciiDigit(texte[i]))
            {
                chiffres++;
            }
            else if (texte[i] is not (' ' or '.' or '-' or '\u00a0') || chiffres % 2 != 0)
            {
                return debut;
            }
        }

        return chiffres == 10 && (i == texte.Length || !char.IsAsciiDigit(texte[i])) ? i : debut;
    }
}
