using System.Globalization;

namespace FaireAvec.Cartographie.Horaires.Conversion;

/// <summary>
/// Reads the words of a French text as groups of days followed (or preceded) by their hours. Refuses as soon as something isn't known or may be read
/// in two ways. <see cref="Confiance"/> goes down with each turn that is less sure.
/// </summary>
internal sealed partial class AnalyseurFrancais(List<JetonFrancais> jetons)
{
    private static readonly string[] MoisOsm = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly string[] JoursOsm = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    private readonly List<RegleFrancaise> _regles = [];
    private RegleFrancaise _regle = new();
    private string _periode = "";
    private bool _heuresDabord;
    private bool _sauf;
    private bool _periodeApres;
    private bool _fort;
    private bool _rendezVousPartout;
    private bool _sansRendezVous;
    private int _i;

    /// <summary>The rules, in the order of the text.</summary>
    public IReadOnlyList<RegleFrancaise> Regles => _regles;

    /// <summary>0 to 1.</summary>
    public double Confiance { get; private set; } = 0.98;

    /// <summary>« fermé les jours fériés ».</summary>
    public bool FermeLesFeries { get; private set; }

    /// <summary>« sur rendez-vous », said of all.</summary>
    public bool RendezVousPartout => _rendezVousPartout;

    private JetonFrancais Jeton => jetons[_i];

    /// <summary>Reads the text; null when it is understood.</summary>
    public Kernel.Resultats.Erreur? Lire()
    {
        while (Jeton.Genre != GenreFrancais.Fin)
        {
            Confiance *= Jeton.Sur;
            if (Un() is { } erreur)
            {
                return erreur;
            }
        }

        return Clore() ?? Verifier();
    }

    private Kernel.Resultats.Erreur? Un()
    {
        switch (Jeton.Genre)
        {
            case GenreFrancais.Inconnu:
                return ErreursConversion.MotInconnu();
            case GenreFrancais.Neutre or GenreFrancais.Liant or GenreFrancais.Virgule or GenreFrancais.Et or GenreFrancais.DeuxPoints or GenreFrancais.Tiret or GenreFrancais.Oblique:
                _i++;
                return null;
            case GenreFrancais.Fort:
                _i++;
                _sauf = false;
                _fort = true;
                return _regle.Ferme && _regle.ADesJours ? Clore() : null;
            case GenreFrancais.Jour or GenreFrancais.Jours or GenreFrancais.Ordinal:
                return Jours();
            case GenreFrancais.Heure or GenreFrancais.APartirDe:
                return Heures();
            case GenreFrancais.Nombre:
                return EstUneDate() ? Mois() : Heures();
            case GenreFrancais.Mois:
                return Mois();
            case GenreFrancais.Semaines:
                return Periode(Jeton.Valeur == 1 ? "week 1-53/2" : "week 2-52/2", avance: 1);
            case GenreFrancais.DemiJournee:
                return DemiJournee();
            case GenreFrancais.Ferme:
                return Ferme();
            case GenreFrancais.Sauf:
                _i++;
                _sauf = true;
                return null;
            case GenreFrancais.Feries:
                return Feries();
            case GenreFrancais.RendezVous:
                return RendezVous();
            case GenreFrancais.SansRendezVous:
                _i++;
                _sansRendezVous = true;
                return null;
            case GenreFrancais.ToutLeTemps:
                _i++;
                _heuresDabord |= !_regle.ADesJours && _regles.Count == 0;
                if (_regle.Heures.Count > 0)
                {
                    return ErreursConversion.Ambigu();
                }

                _regle.Heures.Add((0, 24 * 60));
                return null;
            default:
                return ErreursConversion.MotInconnu();
        }
    }

    private Kernel.Resultats.Erreur? Jours()
    {
        // « Du lundi au vendredi », « le 1er samedi du mois », « lundi ».
        var niemes = new List<string>();
        var masque = 0;
        if (Jeton.Genre == GenreFrancais.Ordinal)
        {
            if (EstUneDate())
            {
                return Mois();
            }

            if (Rang(niemes) is { } erreur)
            {
                return erreur;
            }
        }
        else if (Jeton.Genre == GenreFrancais.Jours)
        {
            masque = Jeton.Valeur;
            _i++;
        }
        else
        {
            var premier = Jeton.Valeur;
            _i++;
            masque = 1 << premier;
            var suite = _i + (jetons[_i].Genre is GenreFrancais.A or GenreFrancais.Tiret ? 1 : 0);
            while (suite > _i && jetons[suite].Genre is GenreFrancais.A or GenreFrancais.Liant)
            {
                suite++;
            }

            if (suite > _i && jetons[suite].Genre == GenreFrancais.Jour)
            {
                Confiance *= jetons[_i].Sur * jetons[suite].Sur;
                var dernier = jetons[suite].Valeur;
                _i = suite + 1;
                for (var jour = premier; jour != dernier; jour = (jour + 1) % 7)
                {
                    masque |= 1 << ((jour + 1) % 7);
                }

                // « mar-mer-jeu » is the same as a list or as a range; « lundi-mardi-jeudi » isn't.
                var suivis = dernier == (premier + 1) % 7;
                while (Jeton.Genre == GenreFrancais.Tiret && jetons[_i + 1].Genre == GenreFrancais.Jour)
                {
                    if (!suivis || jetons[_i + 1].Valeur != (dernier + 1) % 7)
                    {
                        return ErreursConversion.Ambigu();
                    }

                    dernier = jetons[_i + 1].Valeur;
                    masque |= 1 << dernier;
                    _i += 2;
                }
            }
        }

        if (_sauf)
        {
            _regle.Exclus |= masque;
            _fort = false;
            return niemes.Count > 0 ? ErreursConversion.Ambigu() : null;
        }

        if (_regle.Complete && !(_heuresDabord && !_regle.ADesJours) && Clore() is { } e)
        {
            return e;
        }

        _fort = false;
        _regle.Jours |= masque;
        _regle.Niemes.AddRange(niemes);
        return null;
    }

    // « 1er et 3e samedi du mois ».
    private Kernel.Resultats.Erreur? Rang(List<string> niemes)
    {
        var rangs = new List<int>();
        while (Jeton.Genre is GenreFrancais.Ordinal or GenreFrancais.Et or GenreFrancais.Virgule or GenreFrancais.Liant)
        {
            if (Jeton.Genre == GenreFrancais.Ordinal)
            {
                rangs.Add(Jeton.Valeur);
            }

            _i++;
        }

        if (Jeton.Genre != GenreFrancais.Jour || rangs.Exists(r => r is not (-1 or (>= 1 and <= 5))))
        {
            return ErreursConversion.Ambigu();
        }

        niemes.Add($"{JoursOsm[Jeton.Valeur]}[{string.Join(',', rangs.Distinct())}]");
        _i++;
        if (Jeton.Genre == GenreFrancais.DemiJournee)
        {
            _regle.DemiJournees |= 1 << Jeton.Valeur;
            _i++;
        }

        if (Jeton.Genre != GenreFrancais.DuMois)
        {
            return ErreursConversion.Ambigu();
        }

        _i++;
        return null;
    }

    private Kernel.Resultats.Erreur? DemiJournee()
    {
        if (_sauf || _regle.Ferme)
        {
            // « sauf le mercredi après-midi »: told of a half of the day.
            _regle.DemiJournees |= 1 << Jeton.Valeur;
            if (_sauf && _regle.Exclus == 0)
            {
                return ErreursConversion.Ambigu();
            }
        }
        else if (!_regle.Complete)
        {
            _regle.DemiJournees |= 1 << Jeton.Valeur;
        }
        else if (jetons[_i + 1].Genre is GenreFrancais.RendezVous or GenreFrancais.SansRendezVous)
        {
            // « 12h-19h, matin sur rendez-vous ».
            return ErreursConversion.Ambigu();
        }

        _i++;
        return null;
    }

    private Kernel.Resultats.Erreur? Ferme()
    {
        _i++;
        if (_regle.ADesJours && !_regle.Complete && !_regle.Ferme)
        {
            // « Lundi : fermé ».
            _regle.Ferme = true;
            return Clore();
        }

        // « fermé le lundi ».
        if (Clore() is { } erreur)
        {
            return erreur;
        }

        _regle.Ferme = true;
        return null;
    }

    private Kernel.Resultats.Erreur? Feries()
    {
        _i++;
        if (_sauf || _regle.Ferme)
        {
            FermeLesFeries = true;
            if (_regle.Ferme && !_regle.ADesJours)
            {
                _regle = new RegleFrancaise();
            }

            return null;
        }

        if (_regle.Complete && Clore() is { } erreur)
        {
            return erreur;
        }

        // « jours fériés : fermé ».
        var suite = _i;
        while (jetons[suite].Genre is GenreFrancais.DeuxPoints or GenreFrancais.Liant or GenreFrancais.Neutre or GenreFrancais.Tiret)
        {
            suite++;
        }

        if (jetons[suite].Genre == GenreFrancais.Ferme)
        {
            FermeLesFeries = true;
            _i = suite + 1;
            if (_regle.ADesJours)
            {
                _regle.Ferme = true;
                return Clore();
            }

            return null;
        }

        _regle.Feries = true;
        return null;
    }

    private Kernel.Resultats.Erreur? RendezVous()
    {
        // « de 9h à 12h et sur rendez-vous »: at other times too.
        if (_i > 0 && jetons[_i - 1].Genre == GenreFrancais.Et && _regle.Heures.Count > 0)
        {
            return ErreursConversion.Ambigu();
        }

        _i++;
        if (_regle.Heures.Count > 0 && !_fort && !_regle.Ferme)
        {
            _regle.RendezVous = true;
        }
        else if (_regle.ADesJours && !_regle.Complete && !_regle.Ferme)
        {
            // « mardi : sur rendez-vous »: unless hours follow, the whole day.
            _regle.RendezVous = true;
            var suite = _i;
            while (jetons[suite].Genre is GenreFrancais.DeuxPoints or GenreFrancais.Liant or GenreFrancais.Neutre or GenreFrancais.Tiret or GenreFrancais.Virgule)
            {
                suite++;
            }

            if (jetons[suite].Genre is GenreFrancais.Heure or GenreFrancais.Nombre)
            {
                _i = suite;
                return Heures();
            }
        }
        else
        {
            _rendezVousPartout = true;
        }

        return null;
    }

    private Kernel.Resultats.Erreur? Clore()
    {
        _sauf = false;
        var regle = _regle;
        _regle = new RegleFrancaise();
        if (regle.Vide)
        {
            return null;
        }

        if (regle.Periode.Length == 0)
        {
            regle.Periode = _periode;
        }
        else if (_periode.Length > 0)
        {
            if (EstUneSemaine(_periode) == EstUneSemaine(regle.Periode))
            {
                return ErreursConversion.Ambigu();
            }

            regle.Periode = Joindre(_periode, regle.Periode);
        }

        if (regle.Exclus != 0 && regle.Jours == 0)
        {
            if (regle.Ferme || regle.Niemes.Count > 0 || regle.Heures.Count == 0)
            {
                return ErreursConversion.Ambigu();
            }

            regle.Jours = 0b111_1111;
            Confiance *= 0.85;
        }

        if (!regle.Complete && !regle.Ferme)
        {
            return ErreursConversion.JoursEtHeures();
        }

        if (regle.Ferme && regle.Complete)
        {
            return ErreursConversion.Ambigu();
        }

        _regles.Add(regle);
        return null;
    }

    private static string Nombre(int n) => n.ToString(CultureInfo.InvariantCulture);
}
