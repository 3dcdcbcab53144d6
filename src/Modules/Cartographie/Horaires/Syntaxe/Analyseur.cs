using FaireAvec.Cartographie.Horaires.Regles;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Horaires.Syntaxe;

/// <summary>
/// Reads hours by recursive descent, in one pass. The grammar is that of the OSM page « Key:opening_hours/specification », less what is refused
/// (sun, Easter, school holidays, points in time, selectors out of order), plus what people type (see <see cref="Vocabulaire"/>).
/// A method of the reader returns false when it has set the error: the caller stops at once. This file: rules and states; the others: days, dates, times.
/// </summary>
internal ref partial struct Analyseur
{
    private readonly string _texte;
    private Lexeur _lexeur;
    private Jeton _jeton;
    private Langue _langues;
    private Erreur? _erreur;

    private Analyseur(string texte)
    {
        _texte = texte;
        _lexeur = new Lexeur(texte);
        Avancer();
    }

    /// <summary>The rules, in the order of the text, or the first error met.</summary>
    public static Resultat<List<Regle>> Lire(string texte)
    {
        var analyseur = new Analyseur(texte);
        var regles = new List<Regle>(4);
        return analyseur.LireRegles(regles) ? Resultat<List<Regle>>.Ok(regles) : analyseur._erreur!;
    }

    private bool LireRegles(List<Regle> regles)
    {
        var liaison = Liaison.Remplace;
        while (true)
        {
            if (_jeton.Genre == Genre.PointVirgule && liaison == Liaison.Remplace)
            {
                Avancer();
                continue;
            }

            if (_jeton.Genre == Genre.Fin && liaison == Liaison.Remplace && regles.Count > 0)
            {
                break;
            }

            if (!LireRegle(liaison, regles))
            {
                return false;
            }

            if (_jeton.Genre == Genre.Fin)
            {
                break;
            }

            if (!LireLiaison(out liaison))
            {
                return false;
            }
        }

        return VerifierFinsOuvertes(regles) && VerifierLangues();
    }

    private bool LireLiaison(out Liaison liaison)
    {
        liaison = _jeton.Genre switch
        {
            Genre.Virgule => Liaison.Ajoute,
            Genre.BarreDouble => Liaison.Repli,
            _ => Liaison.Remplace,
        };
        if (_jeton.Genre is not (Genre.PointVirgule or Genre.Virgule or Genre.BarreDouble))
        {
            return NonCompris();
        }

        Avancer();
        return true;
    }

    private bool LireRegle(Liaison liaison, List<Regle> regles)
    {
        var debut = _jeton.Debut;
        var dates = default(SelecteursLus);
        var heures = new List<PlageHoraire>();
        var toutLeTemps = LireToutLeTemps();
        if (!toutLeTemps && !(LireSelecteurs(ref dates) && LireHeures(heures)))
        {
            return false;
        }

        if (!LireEtat(out var etat, out var commentaire))
        {
            return false;
        }

        if (etat is null && !toutLeTemps && heures.Count == 0)
        {
            return dates.Vide || !FinitUneRegle() ? NonCompris() : Echouer(ErreursHoraires.JoursSansHeures(_texte, debut));
        }

        var regle = new Regle
        {
            Liaison = liaison,
            ToutLeTemps = toutLeTemps,
            Annees = dates.Annees ?? [],
            Dates = dates.Dates ?? [],
            Semaines = dates.Semaines ?? [],
            FeriesEtJours = dates.FeriesEtJours,
            Jours = dates.Jours,
            Heures = heures,
            Etat = etat ?? EtatOuverture.Ouvert,
            Commentaire = commentaire,
        };
        if (!Verifier(regle, regles, debut))
        {
            return false;
        }

        regles.Add(regle);
        return true;
    }

    // What the grammar allows and whose meaning is not sure: the reference implementation refuses it, or answers something nobody would expect.
    private bool Verifier(Regle regle, List<Regle> precedentes, int position)
    {
        if (regle.Liaison == Liaison.Ajoute && precedentes[^1].ToutLeTemps)
        {
            return Echouer(ErreursHoraires.NonCompris(_texte, position));
        }

        if (regle.Liaison == Liaison.Ajoute && precedentes[^1].Liaison == Liaison.Repli)
        {
            return Echouer(ErreursHoraires.ComplementDUnRepli(_texte, position));
        }

        if (regle.Liaison == Liaison.Ajoute && !regle.NommeDesJours && precedentes[^1].NommeDesJours && regle.Heures.Count > 0)
        {
            return Echouer(ErreursHoraires.ComplementSansJour(_texte, position));
        }

        if (regle.Dates.Count > 0 && regle.Jours is not null && regle.Jours.Niemes.Any(n => n.NombreDeRangs > 1))
        {
            return Echouer(ErreursHoraires.PlusieursRangsAvecDate(_texte, position));
        }

        if (regle.Jours is not null && regle.Jours.Feries.Any(d => d != 0) && regle.DebordeSurLeLendemain)
        {
            return Echouer(ErreursHoraires.FerieDecale(_texte, position));
        }

        if (regle.Liaison == Liaison.Repli && regle.DebordeSurLeLendemain)
        {
            return Echouer(ErreursHoraires.RepliApresMinuit(_texte, position));
        }

        return regle.Etat != EtatOuverture.Ferme || !regle.Heures.Any(p => p.FinOuverte) || Echouer(ErreursHoraires.FinOuverte(_texte, position));
    }

    // « 24/7 » is one word: « 24 / 7 » is not it.
    private bool LireToutLeTemps()
    {
        if (!_texte.AsSpan(_jeton.Debut).StartsWith("24/7", StringComparison.Ordinal))
        {
            return false;
        }

        var copie = _lexeur;
        copie.Suivant();
        if (copie.Suivant().Longueur != 1)
        {
            return false;
        }

        _lexeur = copie;
        Avancer();
        return true;
    }

    private bool LireEtat(out EtatOuverture? etat, out string? commentaire)
    {
        etat = null;
        commentaire = null;
        if (_jeton.Genre == Genre.Etat)
        {
            etat = (EtatOuverture)_jeton.Valeur;
            Avancer();
        }

        if (_jeton.Genre == Genre.Commentaire)
        {
            var contenu = _texte.AsSpan(_jeton.Debut + 1, _jeton.Longueur - 2).Trim();
            commentaire = contenu.IsEmpty ? null : contenu.ToString();
            etat ??= EtatOuverture.Inconnu;
            Avancer();
        }

        return true;
    }

    // How long an open end lasts when another rule gives times to the same day isn't sure. A rule that closes whole days is no trouble.
    private bool VerifierFinsOuvertes(List<Regle> regles)
    {
        foreach (var ouverte in regles)
        {
            if (!ouverte.Heures.Any(p => p.FinOuverte))
            {
                continue;
            }

            foreach (var autre in regles)
            {
                var fermeture = autre.Etat == EtatOuverture.Ferme && autre.Heures.Count == 0;
                if (autre != ouverte && !fermeture && (autre.JoursTouches & ouverte.JoursTouches) != 0)
                {
                    return Echouer(ErreursHoraires.FinOuverteEtAutreRegle());
                }
            }
        }

        return true;
    }

    // Words that belong to several languages are kept only when the others say which one is meant.
    private bool VerifierLangues()
    {
        var francais = _langues.HasFlag(Langue.Francais);
        var jourDouteux = _langues.HasFlag(Langue.JourAmbigu) && (!francais || _langues.HasFlag(Langue.Allemand));
        var moisDouteux = _langues.HasFlag(Langue.MarsOuMardi) && (francais || _langues.HasFlag(Langue.JourAmbigu));
        return !(jourDouteux || moisDouteux) || Echouer(ErreursHoraires.JourAmbigu());
    }

    private readonly bool FinitUneRegle() => _jeton.Genre is Genre.Fin or Genre.PointVirgule or Genre.Virgule or Genre.BarreDouble;

    private void Avancer()
    {
        _jeton = _lexeur.Suivant();
        _langues |= _jeton.Langue;
    }

    private readonly Jeton JetonSuivant()
    {
        var copie = _lexeur;
        return copie.Suivant();
    }

    private bool Echouer(Erreur erreur)
    {
        _erreur = erreur;
        return false;
    }

    private bool NonCompris() => Echouer(_jeton.Genre switch
    {
        Genre.Soleil => ErreursHoraires.Soleil(_texte, _jeton.Debut),
        Genre.Paques => ErreursHoraires.Paques(_texte, _jeton.Debut),
        Genre.VacancesScolaires => ErreursHoraires.VacancesScolaires(_texte, _jeton.Debut),
        Genre.Heure => ErreursHoraires.HeureAvecH(_texte, _jeton.Debut),
        _ => ErreursHoraires.NonCompris(_texte, _jeton.Debut),
    });
}
