using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Horaires.Conversion;

/// <summary>Hours, months and dates.</summary>
internal sealed partial class AnalyseurFrancais
{
    private const int Midi = 12 * 60;

    // All the hours that follow, two by two: « 9h-12h / 14h-17h », « 8h30 / 12h30 - 13h30 / 17h30 », « 9h30 12h ».
    private Erreur? Heures()
    {
        // « 9h-12h lundi, 14h-17h »: of Monday, or of the day that follows?
        if (_regle.Ferme || (_heuresDabord && _regle.ADesJours && _regle.Heures.Count > 0))
        {
            return ErreursConversion.Ambigu();
        }

        _sauf = false;
        _heuresDabord |= !_regle.ADesJours && _regles.Count == 0;
        var lues = new List<(int Minutes, GenreFrancais Avant, bool Nue)>();
        var avant = GenreFrancais.Liant;
        while (true)
        {
            switch (Jeton.Genre)
            {
                case GenreFrancais.APartirDe:
                    _i++;
                    return APartirDe(lues.Count);
                case GenreFrancais.Heure when Jeton.Sur == 0 || Jeton.Valeur > 24 * 60:
                    return ErreursConversion.HeuresIncompletes();
                case GenreFrancais.Heure:
                    lues.Add((Jeton.Valeur, avant, false));
                    avant = GenreFrancais.Liant;
                    break;
                case GenreFrancais.Nombre when !EstUneDate() && Jeton.Valeur <= 24:
                    lues.Add((Jeton.Valeur * 60, avant, true));
                    avant = GenreFrancais.Liant;
                    break;
                case GenreFrancais.A or GenreFrancais.Tiret or GenreFrancais.Oblique or GenreFrancais.Et or GenreFrancais.Virgule when UneHeureSuit():
                    Confiance *= Jeton.Sur;
                    avant = Jeton.Genre;
                    break;
                case GenreFrancais.Liant or GenreFrancais.DeuxPoints or GenreFrancais.Neutre or GenreFrancais.DemiJournee when UneHeureSuit() && lues.Count % 2 == 0:
                    break;
                case GenreFrancais.Liant when UneHeureSuit():
                    // « du 8h30 à 12h »; between the two bounds of a range, « de » says nothing.
                    break;
                case GenreFrancais.Fort when UneHeureSuit() && lues.Count % 2 == 0:
                    avant = GenreFrancais.Fort;
                    break;
                default:
                    return Apparier(lues);
            }

            _i++;
        }
    }

    // Looks past signs and small words.
    private bool UneHeureSuit()
    {
        var i = _i + 1;
        while (jetons[i].Genre is GenreFrancais.A or GenreFrancais.Liant or GenreFrancais.Et or GenreFrancais.DeuxPoints or GenreFrancais.Neutre or GenreFrancais.DemiJournee or GenreFrancais.Virgule or GenreFrancais.Tiret)
        {
            i++;
        }

        return jetons[i].Genre == GenreFrancais.Heure || (jetons[i].Genre == GenreFrancais.Nombre && !EstUneDateA(i));
    }

    private Erreur? Apparier(List<(int Minutes, GenreFrancais Avant, bool Nue)> lues)
    {
        if (lues.Count == 0 || lues.Count % 2 != 0 || lues.Count > 12)
        {
            return ErreursConversion.HeuresIncompletes();
        }

        var croissantes = true;
        for (var i = 0; i < lues.Count; i += 2)
        {
            var (debut, fin) = (lues[i], lues[i + 1]);

            // « 9h et 12h », « 9h, 12h » aren't ranges.
            if (fin.Avant is GenreFrancais.Et or GenreFrancais.Virgule or GenreFrancais.Fort || debut.Minutes == fin.Minutes || debut.Minutes == 24 * 60)
            {
                return ErreursConversion.HeuresIncompletes();
            }

            // « 14 18 h »: two bare numbers, or one without a sign between, may be anything.
            if (debut.Nue && (fin.Nue || fin.Avant == GenreFrancais.Liant))
            {
                Confiance *= fin.Avant is GenreFrancais.Tiret or GenreFrancais.A ? 0.85 : 0.6;
            }

            Confiance *= fin.Avant switch
            {
                GenreFrancais.A or GenreFrancais.Tiret => 1,
                GenreFrancais.Oblique => 0.95,
                _ => 0.92,
            };
            croissantes &= debut.Minutes < fin.Minutes && (i == 0 || lues[i - 1].Minutes <= debut.Minutes);
            if (fin.Minutes < debut.Minutes)
            {
                // Past midnight: only one range, late, with its sign.
                if (lues.Count > 2 || fin.Minutes > 6 * 60 || debut.Minutes < Midi || fin.Avant is not (GenreFrancais.A or GenreFrancais.Tiret))
                {
                    return ErreursConversion.Ambigu();
                }

                Confiance *= 0.85;
            }
        }

        if (!croissantes && lues.Count > 2)
        {
            return ErreursConversion.Ambigu();
        }

        if (_regle.Heures.Count > 0 && _regle.Heures[^1].Fin > lues[0].Minutes)
        {
            return ErreursConversion.Ambigu();
        }

        for (var i = 0; i < lues.Count; i += 2)
        {
            _regle.Heures.Add((lues[i].Minutes, lues[i + 1].Minutes));
        }

        _fort = false;
        return null;
    }

    private Erreur? APartirDe(int dejaLues)
    {
        while (Jeton.Genre == GenreFrancais.Liant)
        {
            _i++;
        }

        if (Jeton.Genre != GenreFrancais.Heure || Jeton.Sur == 0 || dejaLues > 0 || _regle.Heures.Count > 0 || Jeton.Valeur is 0 or >= 24 * 60)
        {
            return ErreursConversion.HeuresIncompletes();
        }

        Confiance *= 0.85;
        _regle.Heures.Add((Jeton.Valeur, -1));
        _i++;
        return UneHeureSuit() ? ErreursConversion.HeuresIncompletes() : null;
    }

    private bool EstUneDate() => EstUneDateA(_i);

    private bool EstUneDateA(int i)
    {
        if (jetons[i].Genre is not (GenreFrancais.Nombre or GenreFrancais.Ordinal))
        {
            return false;
        }

        if (jetons[i + 1].Genre == GenreFrancais.Mois)
        {
            return true;
        }

        // « du 1er au 15 août ».
        return jetons[i + 1].Genre is GenreFrancais.A or GenreFrancais.Tiret && jetons[i + 2].Genre == GenreFrancais.Nombre && jetons[i + 3].Genre == GenreFrancais.Mois;
    }

    // « août », « juillet et août », « de septembre à juin », « du 1er juillet au 31 août », « du 1er au 15 août ».
    private Erreur? Mois()
    {
        var (jour, mois) = UneDate();
        var i = _i;
        while (jetons[i].Genre is GenreFrancais.Liant)
        {
            i++;
        }

        if (jetons[i].Genre is GenreFrancais.A or GenreFrancais.Tiret)
        {
            i++;
            while (jetons[i].Genre is GenreFrancais.Liant)
            {
                i++;
            }

            if (jetons[i].Genre == GenreFrancais.Mois || (jetons[i].Genre is GenreFrancais.Nombre or GenreFrancais.Ordinal && jetons[i + 1].Genre == GenreFrancais.Mois))
            {
                _i = i;
                var (jourDeFin, moisDeFin) = UneDate();
                if (mois == 0)
                {
                    mois = moisDeFin;
                }

                return (jour == 0) != (jourDeFin == 0)
                    ? ErreursConversion.Ambigu()
                    : Periode(jour == 0 ? $"{MoisOsm[mois - 1]}-{MoisOsm[moisDeFin - 1]}" : mois == moisDeFin ? $"{MoisOsm[mois - 1]} {Nombre(jour)}-{Nombre(jourDeFin)}" : $"{MoisOsm[mois - 1]} {Nombre(jour)}-{MoisOsm[moisDeFin - 1]} {Nombre(jourDeFin)}", 0);
            }
        }

        if (mois == 0)
        {
            return ErreursConversion.Ambigu();
        }

        var liste = jour == 0 ? MoisOsm[mois - 1] : $"{MoisOsm[mois - 1]} {Nombre(jour)}";
        while (jour == 0 && jetons[_i].Genre is GenreFrancais.Et or GenreFrancais.Virgule or GenreFrancais.Tiret && jetons[_i + 1].Genre == GenreFrancais.Mois)
        {
            liste += "," + MoisOsm[jetons[_i + 1].Valeur - 1];
            _i += 2;
        }

        return Periode(liste, 0);
    }

    private (int Jour, int Mois) UneDate()
    {
        var jour = 0;
        if (Jeton.Genre is GenreFrancais.Nombre or GenreFrancais.Ordinal)
        {
            jour = Jeton.Valeur;
            _i++;
        }

        var mois = 0;
        if (Jeton.Genre == GenreFrancais.Mois)
        {
            mois = Jeton.Valeur;
            _i++;
        }

        return (jour, mois);
    }

    // A period before any days holds for all that follows; after them, for this rule.
    private Erreur? Periode(string periode, int avance)
    {
        _i += avance;
        if (_sauf)
        {
            _sauf = false;
            _regles.Add(new RegleFrancaise { Ferme = true, Periode = periode });
            return null;
        }

        if (_regle.Ferme && !_regle.ADesJours)
        {
            _regle.Periode = periode;
            _regles.Add(_regle);
            _regle = new RegleFrancaise();
            return null;
        }

        if (_regle.Vide)
        {
            return PeriodeDeCeQuiSuit(periode);
        }

        if (_regle.Complete && _periode.Length > 0)
        {
            return Clore() ?? PeriodeDeCeQuiSuit(periode);
        }

        // « lundi 9h-12h, mardi 14h-17h de septembre à juin »: both, or the last one only?
        if (_regle.Complete && (_fort || _regles.Count > 0))
        {
            return ErreursConversion.Ambigu();
        }

        _periodeApres |= _regle.Complete;
        if (_regle.Periode.Length > 0)
        {
            return ErreursConversion.Ambigu();
        }

        _regle.Periode = periode;
        return null;
    }

    // Months, then weeks before any days, add up; after them a new period begins.
    private Erreur? PeriodeDeCeQuiSuit(string periode)
    {
        if (_regles.Count > 0 && _periode.Length == 0 && _regles.Exists(r => !r.Ferme))
        {
            return ErreursConversion.Ambigu();
        }

        _periode = _periode.Length > 0 && _regles.Count == 0 && EstUneSemaine(_periode) != EstUneSemaine(periode) ? Joindre(_periode, periode) : periode;
        return null;
    }

    private static bool EstUneSemaine(string periode) => periode.StartsWith("week", StringComparison.Ordinal);

    private static string Joindre(string a, string b) => EstUneSemaine(a) ? $"{b} {a}" : $"{a} {b}";
}
