using FaireAvec.Cartographie.Horaires.Calendrier;
using FaireAvec.Cartographie.Horaires.Regles;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Horaires.Syntaxe;

/// <summary>
/// Reads hours by recursive descent, in one pass. The grammar is that of the OSM page « Key:opening_hours/specification », less what is refused
/// (sun, Easter, points in time, school holidays without a table), plus what people type (see <see cref="Vocabulaire"/>). The parts of a rule may
/// come in any order; each kind once, since « Tu 12:00-14:00 We 12:00-18:00 » would mix all days with all times.
/// A method of the reader returns false when it has set the error: the caller stops at once. This file: rules and states; the others: days, dates, times.
/// </summary>
internal ref partial struct Analyseur
{
    private readonly string _texte;
    private readonly VacancesScolaires? _vacances;
    private Lexeur _lexeur;
    private Jeton _jeton;
    private Langue _langues;
    private Langue _languesDuGroupe;
    private bool _abregeDouteux;
    private Liaison _derniereLiaison;
    private bool _moisSansHeures;
    private bool _pasEcrit;
    private bool _moisPuisRang;
    private bool _dateSeule;
    private bool _dateApresMois;
    private bool _moisApresDates;
    private Erreur? _erreur;

    private Analyseur(string texte, VacancesScolaires? vacances)
    {
        _texte = texte;
        _vacances = vacances;
        _lexeur = new Lexeur(texte);
        Avancer();
    }

    /// <summary>The rules, in the order of the text, or the first error met. Without a table of school holidays, « SH » is an error.</summary>
    public static Resultat<List<Regle>> Lire(string texte, VacancesScolaires? vacances)
    {
        var analyseur = new Analyseur(texte, vacances);
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

        return VerifierLangues();
    }

    private bool LireLiaison(out Liaison liaison)
    {
        // A comma at the end of a rule adds nothing.
        if (_jeton.Genre == Genre.Virgule && JetonSuivant().Genre is Genre.Fin or Genre.PointVirgule or Genre.BarreDouble)
        {
            Avancer();
        }

        liaison = _jeton.Genre switch
        {
            // What adds to a fallback is a fallback too.
            Genre.Virgule => _derniereLiaison == Liaison.Repli ? Liaison.Repli : Liaison.Ajoute,
            Genre.BarreDouble => Liaison.Repli,
            _ => Liaison.Remplace,
        };
        if (_jeton.Genre == Genre.Fin)
        {
            return true;
        }

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
        var lus = default(SelecteursLus);
        var heures = new List<PlageHoraire>();
        var toutLeTemps = false;
        EtatOuverture? etat = null;
        string? commentaire = null;
        var commente = false;
        var precedente = Genre.Fin;
        while (true)
        {
            var partie = PartieSuivante();
            var lue = partie switch
            {
                Genre.ToutLeTemps => !toutLeTemps && heures.Count == 0 && LireToutLeTemps(ref toutLeTemps),
                Genre.Nombre => heures.Count == 0 && !toutLeTemps && LireHeures(heures),
                Genre.Annee => lus.Annees is null && LireAnnees(ref lus),
                Genre.Mois => lus.Dates is null && LireDates(ref lus),
                Genre.Semaine => lus.Semaines is null && LireSemaines(ref lus),
                Genre.Jour => lus.Jours is null && LireJours(ref lus),
                Genre.Etat => etat is null && !commente && LireEtat(ref etat),
                Genre.Commentaire => !commente && LireCommentaire(ref commente, ref commentaire),
                Genre.DeuxPoints => precedente is Genre.Annee or Genre.Mois or Genre.Semaine or Genre.Jour && PasserDeuxPoints(),
                _ => FinitUneRegle() && precedente != Genre.Fin && precedente != Genre.DeuxPoints,
            };
            if (!lue)
            {
                return _erreur is not null ? false : NonCompris();
            }

            if (partie == Genre.Fin)
            {
                break;
            }

            precedente = partie;
        }

        if (_jeton.Genre == Genre.Virgule && precedente is not (Genre.Nombre or Genre.Etat or Genre.Commentaire))
        {
            return NonCompris();
        }

        var sansHeures = heures.Count == 0 && !toutLeTemps && etat is null && !commente;
        _moisSansHeures |= sansHeures && lus.Dates is not null;
        var regle = new Regle
        {
            Liaison = liaison,
            SansHeuresNiEtat = sansHeures,
            Annees = Garder(lus.Annees),
            Dates = Garder(lus.Dates),
            Semaines = Garder(lus.Semaines),
            FeriesEtJours = lus.FeriesEtJours,
            Jours = lus.Jours,
            Heures = Garder(heures),
            Etat = etat ?? (commente ? EtatOuverture.Inconnu : EtatOuverture.Ouvert),
            Commentaire = commentaire,
        };
        if (!Verifier(regle, regles, debut))
        {
            return false;
        }

        _derniereLiaison = liaison;
        regles.Add(regle);
        return true;
    }

    // Thousands of hours stay in memory: what a rule doesn't say takes no room, and a list no more than what it holds.
    private static T[] Garder<T>(List<T>? lus) => lus is null ? [] : [.. lus];

    // Which part of a rule starts here; « Fin » when none does.
    private readonly Genre PartieSuivante() => _jeton.Genre switch
    {
        Genre.Nombre when EstToutLeTemps() => Genre.ToutLeTemps,
        Genre.Nombre when CommenceUneDateAvecAnnee() => Genre.Mois,
        Genre.Nombre when EstAnnee(_jeton) => Genre.Annee,
        Genre.Nombre or Genre.HeureEnMots or Genre.Soleil => Genre.Nombre,
        Genre.Jour or Genre.GroupeDeJours or Genre.JourFerie or Genre.VacancesScolaires => Genre.Jour,
        Genre.Mois or Genre.Semaine or Genre.ToutLeTemps or Genre.Etat or Genre.Commentaire or Genre.DeuxPoints => _jeton.Genre,
        _ => Genre.Fin,
    };

    // What the grammar allows and whose meaning is not sure: the reference implementation refuses it, or answers something nobody would expect.
    private bool Verifier(Regle regle, List<Regle> precedentes, int position)
    {
        if (regle.Liaison == Liaison.Ajoute && !regle.NommeDesJours && precedentes[^1].NommeDesJours && regle.Heures.Count > 0)
        {
            return Echouer(ErreursHoraires.ComplementSansJour(_texte, position));
        }

        if (regle.Jours is not null && regle.Jours.Feries.Any(d => d != 0) && regle.DebordeSurLeLendemain)
        {
            return Echouer(ErreursHoraires.FerieDecale(_texte, position));
        }

        if (regle.Liaison == Liaison.Repli && regle.DebordeSurLeLendemain)
        {
            return Echouer(ErreursHoraires.RepliApresMinuit(_texte, position));
        }

        // The reference implementation doesn't see the end of the year of « 2026 open ».
        if (regle is { Annees.Count: > 0, Dates.Count: 0, Semaines.Count: 0, Heures.Count: 0 } && regle.Annees.Any(a => a.Debut == a.Fin))
        {
            return Echouer(ErreursHoraires.AnneeSansHeures(_texte, position));
        }

        return regle.Etat != EtatOuverture.Ferme || !regle.Heures.Any(p => p.FinOuverte) || Echouer(ErreursHoraires.FinOuverte(_texte, position));
    }

    // « 24/7 » is one word: « 24 / 7 » is not it.
    private readonly bool EstToutLeTemps()
    {
        if (!_texte.AsSpan(_jeton.Debut).StartsWith("24/7", StringComparison.Ordinal))
        {
            return false;
        }

        var copie = _lexeur;
        copie.Suivant();
        return copie.Suivant().Longueur == 1;
    }

    private bool LireToutLeTemps(ref bool toutLeTemps)
    {
        toutLeTemps = true;
        if (_jeton.Genre == Genre.Nombre)
        {
            Avancer();
            Avancer();
        }

        Avancer();
        return true;
    }

    private bool LireEtat(ref EtatOuverture? etat)
    {
        etat = (EtatOuverture)_jeton.Valeur;
        Avancer();
        return true;
    }

    // The comment is kept as written, spaces included: it is compared with what was typed. Screens trim it.
    private bool LireCommentaire(ref bool commente, ref string? commentaire)
    {
        commente = true;
        commentaire = _jeton.Valeur > 0 ? Locutions.Commentaire(_jeton.Valeur) : _texte.Substring(_jeton.Debut + 1, _jeton.Longueur - 2);
        Avancer();
        return true;
    }

    // Words that belong to several languages are kept only when the others say which one is meant.
    private bool VerifierLangues()
    {
        var francais = _langues.HasFlag(Langue.Francais);
        var allemand = _langues.HasFlag(Langue.Allemand) || _langues.HasFlag(Langue.Mi);
        var jourDouteux = _langues.HasFlag(Langue.JourAmbigu) && (!francais || allemand || _langues.HasFlag(Langue.AbregeAllemand));
        var allemandDouteux = _abregeDouteux || (_langues.HasFlag(Langue.AbregeAllemand) && francais);

        // « mar 9-12 » may be 9 to 12 March, whole days, or Tuesday from 9 to 12.
        var moisDouteux = _langues.HasFlag(Langue.MarsOuMardi) && (francais || _moisSansHeures || _langues.HasFlag(Langue.JourAmbigu));
        return !(jourDouteux || allemandDouteux || moisDouteux) || Echouer(ErreursHoraires.JourAmbigu());
    }

    private readonly bool FinitUneRegle() => _jeton.Genre is Genre.Fin or Genre.PointVirgule or Genre.Virgule or Genre.BarreDouble;

    private void Avancer()
    {
        _jeton = _lexeur.Suivant();
        _langues |= _jeton.Langue;
        _languesDuGroupe |= _jeton is { Genre: Genre.Jour, Langue: Langue.Neutre } ? Langue.JourNeutre : _jeton.Langue;
        if (_jeton.Genre is Genre.PointVirgule or Genre.BarreDouble or Genre.Fin)
        {
            _abregeDouteux |= AllemandDouteux(_languesDuGroupe);
            _languesDuGroupe = Langue.Neutre;
        }
    }

    // In a rule and those joined to it by commas: « Do » and « So » are German beside « Mi » or « Montag »; « Mi » is too, unless other days of no
    // particular language make it doubtful.
    private static bool AllemandDouteux(Langue langues)
    {
        var doOuSo = langues.HasFlag(Langue.AbregeAllemand);
        var mi = langues.HasFlag(Langue.Mi);
        return !langues.HasFlag(Langue.Allemand) && ((doOuSo && !mi) || (mi && !doOuSo && langues.HasFlag(Langue.JourNeutre)));
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
