using FaireAvec.Cartographie.Horaires.Calendrier;
using FaireAvec.Cartographie.Horaires.Regles;

namespace FaireAvec.Cartographie.Horaires.Syntaxe;

/// <summary>Years, months, dates and weeks.</summary>
internal ref partial struct Analyseur
{
    // « Mo-Fr: 9:00-12:00 »: the colon helps the reader and says nothing. At the end of the text it isn't right.
    private bool PasserDeuxPoints()
    {
        Avancer();

        // « Nov 8: 19-5 », « Jan,Nov 8: 19:00-20:00 » and « week 1: 2pm »: the reference implementation reads « 8:19 » and « 1:02 ».
        var suivant = JetonSuivant().Genre;
        var douteux = suivant is Genre.Matin or Genre.ApresMidi || (_dateSeule && suivant is Genre.Tiret or Genre.Plus) || _dateApresMois;
        return _jeton.Genre != Genre.Fin && !(_jeton.Genre == Genre.Nombre && douteux);
    }

    // A year followed by a month and a day belongs to the date.
    private bool LireAnnees(ref SelecteursLus lus)
    {
        while (EstAnnee(_jeton) && (lus.Annees is not null || !CommenceUneDateAvecAnnee()))
        {
            if (!LirePlageAnnees(out var plage))
            {
                return false;
            }

            (lus.Annees ??= []).Add(plage);
            if (_jeton.Genre != Genre.Virgule || !EstAnnee(JetonSuivant()))
            {
                break;
            }

            Avancer();
        }

        return true;
    }

    private bool LirePlageAnnees(out PlageAnnees plage)
    {
        var debut = _jeton;
        var fin = _jeton.Valeur;
        var pas = 1;
        plage = default;
        Avancer();
        if (_jeton.Genre == Genre.Plus)
        {
            fin = JoursFeries.DerniereAnnee;
            Avancer();
        }
        else if (_jeton.Genre == Genre.Oblique)
        {
            fin = JoursFeries.DerniereAnnee;
            if (!LirePas(ref pas))
            {
                return false;
            }
        }
        else if (_jeton.Genre == Genre.Tiret)
        {
            Avancer();
            fin = _jeton.Valeur;
            if (!EstAnnee(_jeton))
            {
                return NonCompris();
            }

            if (fin == debut.Valeur)
            {
                return Echouer(ErreursHoraires.DateImpossible(_texte, debut.Debut));
            }

            Avancer();
            if (!LirePas(ref pas))
            {
                return false;
            }
        }

        if (fin < debut.Valeur || debut.Valeur < JoursFeries.PremiereAnnee || fin > JoursFeries.DerniereAnnee)
        {
            return Echouer(ErreursHoraires.DateImpossible(_texte, debut.Debut));
        }

        plage = new PlageAnnees(debut.Valeur, fin, pas);
        return true;
    }

    private bool LireDates(ref SelecteursLus lus)
    {
        var (changements, premiere, dernierEntier) = (0, true, false);
        while (_jeton.Genre == Genre.Mois || CommenceUneDateAvecAnnee())
        {
            var dates = lus.Dates ??= [];
            var position = _jeton.Debut;
            if (!LirePlagesDeDates(dates))
            {
                return false;
            }

            // « Aug,Dec 24-26 » is a list; one more change of kind and the reference implementation wants both at once.
            var entier = dates[^1].MoisEntier;
            changements += premiere || entier == dernierEntier ? 0 : 1;
            (premiere, dernierEntier) = (false, entier);
            if (changements > 1)
            {
                return Echouer(ErreursHoraires.MoisEtDates(_texte, position));
            }

            _dateApresMois = !entier && dates[0].MoisEntier;
            _dateSeule = dates[^1] is { MoisEntier: false } derniere && derniere.Debut == derniere.Fin;

            // « 2025 May 04:00-13:00 »: the reference implementation takes 04 for a day and gives up.
            var moisDUneAnnee = dates[^1].MoisEntier && lus.Annees is [{ Debut: var debut, Fin: var fin }] && debut == fin;
            if (moisDUneAnnee && _jeton.Genre == Genre.Nombre)
            {
                return NonCompris();
            }

            if (dates[^1].AvecAnnee && lus.Annees is not null)
            {
                return Echouer(ErreursHoraires.NonCompris(_texte, position));
            }

            _moisPuisRang = _jeton.Genre == Genre.Jour && dates[^1] is { MoisEntier: true, SeulMois: true } && (dates.Count == 1 || !dates[^2].MoisEntier);
            _moisApresDates = dates.Count > 1;
            if (_jeton.Genre != Genre.Virgule || (JetonSuivant().Genre != Genre.Mois && !EstAnnee(JetonSuivant())))
            {
                break;
            }

            // « , 2026 Jan 5 » goes on with the list only when all its dates carry a year; otherwise what it means is not clear.
            Avancer();
            if (_jeton.Genre == Genre.Nombre && !(CommenceUneDateAvecAnnee() && dates[^1].AvecAnnee))
            {
                return NonCompris();
            }

            if (_jeton.Genre == Genre.Mois && dates[^1].AvecAnnee)
            {
                return NonCompris();
            }
        }

        return true;
    }

    // One month with its days: « Aug », « Nov-Feb », « Aug 1 », « Aug 1-15 », « Aug 1,5,10-12 », « Dec 20-Jan 5 ».
    private bool LirePlagesDeDates(List<PlageDates> dates)
    {
        var annee = 0;
        if (_jeton.Genre == Genre.Nombre)
        {
            annee = _jeton.Valeur;
            if (annee is < JoursFeries.PremiereAnnee or > JoursFeries.DerniereAnnee)
            {
                return Echouer(ErreursHoraires.DateImpossible(_texte, _jeton.Debut));
            }

            Avancer();
        }

        var mois = _jeton.Valeur;
        Avancer();
        if (EstJourDuMois())
        {
            return LireJoursDuMois(dates, annee, mois);
        }

        var fin = mois;
        if (_jeton.Genre == Genre.Tiret)
        {
            Avancer();
            if (_jeton.Genre != Genre.Mois)
            {
                return NonCompris();
            }

            fin = _jeton.Valeur;
            Avancer();
            if (EstJourDuMois())
            {
                return NonCompris();
            }
        }

        dates.Add(new PlageDates((mois * 100) + 1, (fin * 100) + 31, 1, AvecAnnee: false, MoisEntier: true));
        return true;
    }

    private bool LireJoursDuMois(List<PlageDates> dates, int annee, int mois)
    {
        while (true)
        {
            if (!LireJourDuMois(annee, mois, out var debut))
            {
                return false;
            }

            var fin = debut;
            var pas = 1;
            if (_jeton.Genre == Genre.Tiret && !LireFinDeDates(annee, mois, ref fin, ref pas))
            {
                return false;
            }

            if (fin < debut && (annee > 0 || fin / 100 == mois))
            {
                return Echouer(ErreursHoraires.DateImpossible(_texte, _jeton.Debut));
            }

            dates.Add(new PlageDates(debut, fin, pas, annee > 0, MoisEntier: false));
            if (_jeton.Genre != Genre.Virgule || annee > 0)
            {
                return true;
            }

            var copie = this;
            copie.Avancer();
            if (!copie.EstJourDuMois())
            {
                return true;
            }

            this = copie;
        }
    }

    private bool LireFinDeDates(int annee, int mois, ref int fin, ref int pas)
    {
        Avancer();
        if (_jeton.Genre == Genre.Nombre && !EstAnnee(_jeton))
        {
            return LireJourDuMois(annee, mois, out fin) && LirePas(ref pas);
        }

        var anneeDeFin = 0;
        if (EstAnnee(_jeton))
        {
            anneeDeFin = _jeton.Valeur;
            Avancer();
        }

        if (_jeton.Genre != Genre.Mois || (annee > 0) != (anneeDeFin > 0) || anneeDeFin > JoursFeries.DerniereAnnee)
        {
            return NonCompris();
        }

        var moisDeFin = _jeton.Valeur;
        Avancer();
        return EstJourDuMois() ? LireJourDuMois(anneeDeFin, moisDeFin, out fin) : NonCompris();
    }

    private bool LireJourDuMois(int annee, int mois, out int date)
    {
        // 2000 is a leap year: 29 February exists in some years.
        date = (annee * 10_000) + (mois * 100) + _jeton.Valeur;
        if (_jeton.Genre != Genre.Nombre || _jeton.Longueur > 2 || _jeton.Valeur < 1 || _jeton.Valeur > DateTime.DaysInMonth(annee > 0 ? annee : 2000, mois))
        {
            return Echouer(ErreursHoraires.DateImpossible(_texte, _jeton.Debut));
        }

        Avancer();
        return true;
    }

    private bool LireSemaines(ref SelecteursLus lus)
    {
        Avancer();
        lus.Semaines = [];
        while (true)
        {
            var debut = _jeton;
            if (!LireNumeroDeSemaine(out var premiere))
            {
                return false;
            }

            var derniere = premiere;
            var pas = 1;
            if (_jeton.Genre == Genre.Tiret)
            {
                Avancer();
                if (!(LireNumeroDeSemaine(out derniere) && LirePas(ref pas)))
                {
                    return false;
                }

                derniere = pas is 1 && _pasEcrit || pas > 26 ? 0 : derniere;
            }

            if (derniere < premiere)
            {
                return Echouer(ErreursHoraires.DateImpossible(_texte, debut.Debut));
            }

            lus.Semaines.Add(new PlageSemaines(premiere, derniere, pas));
            if (_jeton.Genre != Genre.Virgule || JetonSuivant().Genre is not (Genre.Nombre or Genre.Semaine))
            {
                return true;
            }

            Avancer();
            if (_jeton.Genre == Genre.Semaine)
            {
                Avancer();
            }
        }
    }

    private bool LireNumeroDeSemaine(out int semaine)
    {
        semaine = _jeton.Valeur;
        if (_jeton.Genre != Genre.Nombre)
        {
            return NonCompris();
        }

        if (semaine is < 1 or > 53)
        {
            return Echouer(ErreursHoraires.DateImpossible(_texte, _jeton.Debut));
        }

        Avancer();
        return true;
    }

    // « /2 » after a range.
    private bool LirePas(ref int pas)
    {
        _pasEcrit = _jeton.Genre == Genre.Oblique;
        if (!_pasEcrit)
        {
            return true;
        }

        Avancer();
        if (_jeton.Genre != Genre.Nombre)
        {
            return NonCompris();
        }

        pas = _jeton.Valeur;
        if (pas < 1)
        {
            return Echouer(ErreursHoraires.DateImpossible(_texte, _jeton.Debut));
        }

        Avancer();
        return true;
    }

    private static bool EstAnnee(Jeton jeton) => jeton is { Genre: Genre.Nombre, Longueur: 4, Valeur: > JoursFeries.PremiereAnnee };

    private readonly bool CommenceUneDateAvecAnnee()
    {
        if (!EstAnnee(_jeton))
        {
            return false;
        }

        var copie = this;
        copie.Avancer();
        if (copie._jeton.Genre != Genre.Mois)
        {
            return false;
        }

        copie.Avancer();
        return copie.EstJourDuMois();
    }

    // A number right after a month is a day, unless minutes follow: « Aug 10:00 ». In « Aug 10: 09:00 » and « Aug 10: Mo » it is a day; « Aug 10h »
    // would be one too for the reference implementation, which drops the « h »: see LirePlagesDeDates.
    private readonly bool EstJourDuMois()
    {
        if (_jeton is not { Genre: Genre.Nombre, Longueur: <= 2 } || EstToutLeTemps())
        {
            return false;
        }

        var suivant = JetonSuivant();
        return suivant.Genre switch
        {
            Genre.DeuxPoints => suivant.Fin >= _texte.Length || !char.IsAsciiDigit(_texte[suivant.Fin]),
            Genre.Point => false,
            _ => true,
        };
    }
}
