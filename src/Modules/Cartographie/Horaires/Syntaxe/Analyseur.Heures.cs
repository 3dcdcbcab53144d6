using FaireAvec.Cartographie.Horaires.Regles;

namespace FaireAvec.Cartographie.Horaires.Syntaxe;

/// <summary>Times.</summary>
internal ref partial struct Analyseur
{
    private bool LireHeures(List<PlageHoraire> heures)
    {
        if (_jeton.Genre == Genre.Soleil)
        {
            return NonCompris();
        }

        while (CommenceUneHeure(_jeton))
        {
            var debut = _jeton.Debut;
            if (!LirePlageHoraire(out var plage))
            {
                return false;
            }

            if (heures.Exists(p => p.FinOuverte) || (plage.FinOuverte && heures.Exists(p => p.Fin > plage.Debut)))
            {
                return Echouer(ErreursHoraires.FinOuverte(_texte, debut));
            }

            heures.Add(plage);

            // « 09:00-12:00 14:00-17:00 »: the comma may be missing.
            if (_jeton.Genre == Genre.Virgule && CommenceUneHeure(JetonSuivant()))
            {
                Avancer();
            }
        }

        return true;
    }

    private static bool CommenceUneHeure(Jeton jeton) => jeton.Genre == Genre.HeureEnMots || (jeton.Genre == Genre.Nombre && !EstAnnee(jeton));

    private bool LirePlageHoraire(out PlageHoraire plage)
    {
        plage = default;
        var position = _jeton.Debut;
        if (!LireHeure(out var debut, out var minutesAuDebut))
        {
            return false;
        }

        if (debut >= PlageHoraire.Jour)
        {
            return Echouer(ErreursHoraires.HeureImpossible(_texte, position));
        }

        if (_jeton.Genre == Genre.Plus && minutesAuDebut)
        {
            // « 00:00+ » would be the whole day, open.
            if (debut == 0)
            {
                return Echouer(ErreursHoraires.FinOuverte(_texte, position));
            }

            Avancer();
            plage = PlageHoraire.SansFin(debut);
            return true;
        }

        if (_jeton.Genre != Genre.Tiret)
        {
            return FinitUneRegle()
                ? Echouer(ErreursHoraires.HeureDeFinManquante(_texte, position))
                : NonCompris();
        }

        Avancer();
        if (!CommenceUneHeure(_jeton))
        {
            return NonCompris();
        }

        var positionDeFin = _jeton.Debut;
        if (!LireHeure(out var fin, out var minutesALaFin))
        {
            return false;
        }

        if (minutesAuDebut != minutesALaFin)
        {
            return Echouer(ErreursHoraires.MinutesDUnSeulCote(_texte, position));
        }

        if (_jeton.Genre == Genre.Oblique)
        {
            return Echouer(ErreursHoraires.InstantsReguliers(_texte, position));
        }

        if (fin == debut && !minutesAuDebut)
        {
            return Echouer(ErreursHoraires.HeureImpossible(_texte, position));
        }

        // « 14:00-18:00+ »: after 18:00 the reference implementation says « unknown » of a list of intervals, and « closed » of an instant. Nobody knows which is meant.
        if (_jeton.Genre == Genre.Plus)
        {
            return Echouer(ErreursHoraires.FinOuverte(_texte, position));
        }

        // An end before the start, or equal to it, is on the next day.
        fin += fin <= debut ? PlageHoraire.Jour : 0;
        if (fin > 2 * PlageHoraire.Jour)
        {
            return Echouer(ErreursHoraires.HeureImpossible(_texte, positionDeFin));
        }

        plage = new PlageHoraire(debut, fin);
        return true;
    }

    // « 9 », « 9h », « 09:30 », « 9.30 », « 9 am », « 9:30pm ». In minutes, up to 48 hours.
    private bool LireHeure(out int minutes, out bool avecMinutes)
    {
        var heure = _jeton;
        minutes = 0;
        avecMinutes = false;
        if (heure.Genre == Genre.HeureEnMots)
        {
            minutes = heure.Valeur;
            avecMinutes = true;
            Avancer();
            return true;
        }

        if (heure.Longueur > 2)
        {
            return Echouer(ErreursHoraires.HeureImpossible(_texte, heure.Debut));
        }

        Avancer();
        if (_jeton.Genre == Genre.DeuxPoints || (_jeton.Genre == Genre.Point && _jeton.Debut == heure.Fin))
        {
            Avancer();
            avecMinutes = true;
            minutes = _jeton.Valeur;
            if (_jeton.Genre != Genre.Nombre || _jeton.Longueur != 2 || minutes > 59)
            {
                return Echouer(ErreursHoraires.HeureImpossible(_texte, heure.Debut));
            }

            Avancer();
        }

        var heures = heure.Valeur;
        if (_jeton.Genre is Genre.Matin or Genre.ApresMidi)
        {
            if (heures is < 1 or > 12)
            {
                return Echouer(ErreursHoraires.HeureImpossible(_texte, heure.Debut));
            }

            heures = (heures % 12) + (_jeton.Genre == Genre.ApresMidi ? 12 : 0);
            Avancer();
        }
        else if (_jeton.Genre == Genre.Heure)
        {
            Avancer();
            if (_jeton.Genre == Genre.Nombre)
            {
                return Echouer(ErreursHoraires.HeureAvecH(_texte, heure.Debut));
            }
        }

        minutes += heures * 60;
        return minutes <= 2 * PlageHoraire.Jour || Echouer(ErreursHoraires.HeureImpossible(_texte, heure.Debut));
    }
}
