using FaireAvec.Cartographie.Horaires.Calendrier;
using FaireAvec.Cartographie.Horaires.Regles;

namespace FaireAvec.Cartographie.Horaires.Syntaxe;

/// <summary>Weekdays, public and school holidays.</summary>
internal ref partial struct Analyseur
{
    private bool LireJours(ref SelecteursLus lus)
    {
        if (!LireListeDeJours(out var jours))
        {
            return false;
        }

        // « PH Mo-Fr »: holidays, then weekdays without a comma.
        if (CommenceUnJour() && jours is { Masque: 0, Niemes.Count: 0, Feries: [0], Vacances: null } or { Masque: 0, Niemes.Count: 0, Feries.Count: 0, Vacances: not null })
        {
            lus.FeriesEtJours = jours;
            if (!LireListeDeJours(out jours))
            {
                return false;
            }
        }

        // « Mo We Fr »: the comma may be missing between weekdays.
        while (CommenceUnJour() && !jours.MentionneDesFeries)
        {
            if (!LireListeDeJours(out var suite))
            {
                return false;
            }

            jours = new SelecteurJours(jours.Masque | suite.Masque, [.. jours.Niemes, .. suite.Niemes], suite.Feries, suite.Vacances);
        }

        lus.Jours = jours;
        return true;
    }

    private readonly bool CommenceUnJour() => _jeton.Genre is Genre.Jour or Genre.GroupeDeJours;

    private bool LireListeDeJours(out SelecteurJours jours)
    {
        var masque = 0;
        List<NiemeJour>? niemes = null;
        List<int>? feries = null;
        VacancesScolaires? vacances = null;
        var debut = _jeton.Debut;
        jours = null!;
        while (true)
        {
            var lu = _jeton.Genre switch
            {
                Genre.Jour => LireJour(ref masque, ref niemes),
                Genre.GroupeDeJours => LireGroupeDeJours(ref masque),
                Genre.JourFerie => LireFerie(ref feries),
                Genre.VacancesScolaires => LireVacances(ref vacances),
                _ => NonCompris(),
            };
            if (!lu)
            {
                return false;
            }

            if (_jeton.Genre != Genre.Virgule)
            {
                break;
            }

            if (feries is [.., not 0])
            {
                return Echouer(ErreursHoraires.FerieDecale(_texte, debut));
            }

            Avancer();
        }

        jours = new SelecteurJours(masque, Garder(niemes), Garder(feries), vacances);
        return true;
    }

    private bool LireJour(ref int masque, ref List<NiemeJour>? niemes)
    {
        var premier = _jeton.Valeur;
        Avancer();
        if (_jeton.Genre == Genre.CrochetOuvrant)
        {
            niemes ??= [];
            var lu = LireNieme(premier, niemes);
            _moisPuisRang = false;
            return lu;
        }

        _moisPuisRang = false;
        var dernier = premier;
        if (_jeton.Genre == Genre.Tiret)
        {
            Avancer();
            if (_jeton.Genre != Genre.Jour)
            {
                return NonCompris();
            }

            dernier = _jeton.Valeur;
            Avancer();
        }

        for (var jour = premier; ; jour = (jour + 1) % 7)
        {
            masque |= 1 << jour;
            if (jour == dernier)
            {
                return true;
            }
        }
    }

    private bool LireNieme(int jour, List<NiemeJour> niemes)
    {
        var debut = _jeton.Debut;
        var rangs = 0;
        var rangsDeLaFin = 0;
        do
        {
            Avancer();
            var lu = _jeton.Genre == Genre.Tiret ? LireRangDeLaFin(ref rangsDeLaFin) : LireRangs(ref rangs);
            if (!lu)
            {
                return false;
            }
        }
        while (_jeton.Genre == Genre.Virgule);

        if (_jeton.Genre != Genre.CrochetFermant)
        {
            return NonCompris();
        }

        Avancer();
        if (!LireDecalage(maximum: 6, out var decalage))
        {
            return false;
        }

        var nieme = new NiemeJour(jour, rangs, rangsDeLaFin, decalage);
        if (!nieme.ResteDansLeMois)
        {
            return Echouer(ErreursHoraires.DecalageHorsDuMois(_texte, debut));
        }

        // « Jun Mo[1,3] »: the reference implementation only reads one rank right after a month; « Apr 9,Jun Mo[1] »: it wants the date and the month.
        if (_moisPuisRang && (nieme.NombreDeRangs > 1 || _moisApresDates))
        {
            return Echouer(ErreursHoraires.PlusieursRangsAvecDate(_texte, debut));
        }

        niemes.Add(nieme);
        return true;
    }

    private bool LireRangDeLaFin(ref int rangsDeLaFin)
    {
        Avancer();
        if (!LireRang(out var rang))
        {
            return false;
        }

        rangsDeLaFin |= 1 << rang;
        return true;
    }

    private bool LireRangs(ref int rangs)
    {
        var debut = _jeton.Debut;
        if (!LireRang(out var premier))
        {
            return false;
        }

        var dernier = premier;
        if (_jeton.Genre == Genre.Tiret)
        {
            Avancer();
            if (!LireRang(out dernier))
            {
                return false;
            }
        }

        if (dernier < premier)
        {
            return Echouer(ErreursHoraires.DateImpossible(_texte, debut));
        }

        for (var rang = premier; rang <= dernier; rang++)
        {
            rangs |= 1 << rang;
        }

        return true;
    }

    private bool LireRang(out int rang)
    {
        rang = _jeton.Valeur;
        if (_jeton.Genre != Genre.Nombre)
        {
            return NonCompris();
        }

        if (rang is < 1 or > 5)
        {
            return Echouer(ErreursHoraires.DateImpossible(_texte, _jeton.Debut));
        }

        Avancer();
        return true;
    }

    private bool LireGroupeDeJours(ref int masque)
    {
        masque |= _jeton.Valeur;
        Avancer();
        return true;
    }

    private bool LireVacances(ref VacancesScolaires? vacances)
    {
        vacances = _vacances;
        if (_vacances is null)
        {
            return NonCompris();
        }

        Avancer();
        return true;
    }

    private bool LireFerie(ref List<int>? feries)
    {
        Avancer();
        if (!LireDecalage(maximum: 1, out var decalage))
        {
            return false;
        }

        (feries ??= []).Add(decalage);
        return true;
    }

    // « +1 day », « -2 days »; nothing is 0.
    private bool LireDecalage(int maximum, out int decalage)
    {
        decalage = 0;
        if (_jeton.Genre is not (Genre.Plus or Genre.Tiret))
        {
            return true;
        }

        var signe = _jeton.Genre == Genre.Plus ? 1 : -1;
        Avancer();
        if (_jeton.Genre != Genre.Nombre || JetonSuivant().Genre != Genre.Journee)
        {
            return NonCompris();
        }

        decalage = signe * _jeton.Valeur;
        if (_jeton.Valeur < 1 || _jeton.Valeur > maximum)
        {
            return Echouer(ErreursHoraires.DateImpossible(_texte, _jeton.Debut));
        }

        Avancer();
        Avancer();
        return true;
    }
}
