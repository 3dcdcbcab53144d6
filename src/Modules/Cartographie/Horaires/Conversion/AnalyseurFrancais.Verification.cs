using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Horaires.Conversion;

/// <summary>What is looked at once all is read.</summary>
internal sealed partial class AnalyseurFrancais
{
    private const int FinDeMatinee = 14 * 60;
    private const int DebutDApresMidi = 11 * 60;

    private Erreur? Verifier() => RendezVousCoherents() ?? ExclureDesJours() ?? FermerDesDemiJournees() ?? DemiJourneesCoherentes() ?? JoursPartout() ?? SansDoublon();

    private Erreur? RendezVousCoherents()
    {
        var avec = _regles.Count(r => r.RendezVous);
        if (_sansRendezVous && (avec > 0 || _rendezVousPartout))
        {
            return ErreursConversion.Ambigu();
        }

        // Said of the last group only, at the end: of it, or of all? Of all is the cautious reading.
        if (avec == 1 && _regles.Count > 1 && _regles[^1] is { RendezVous: true, Heures.Count: > 0 })
        {
            _rendezVousPartout = true;
            Confiance *= 0.8;
        }
        else if (_rendezVousPartout && _regles.Count > 0)
        {
            Confiance *= 0.85;
        }

        if (_rendezVousPartout)
        {
            _regles.ForEach(r => r.RendezVous |= !r.Ferme);
        }

        return null;
    }

    private Erreur? ExclureDesJours()
    {
        foreach (var regle in _regles.Where(r => r.Exclus != 0).ToList())
        {
            if (regle.DemiJournees != 0)
            {
                if (Reduire(regle, regle.Exclus, regle.DemiJournees) is { } erreur)
                {
                    return erreur;
                }

                regle.DemiJournees = 0;
            }
            else
            {
                regle.Jours &= ~regle.Exclus;
                if (regle.Jours == 0)
                {
                    return ErreursConversion.Ambigu();
                }
            }
        }

        return null;
    }

    // « fermé le jeudi après-midi ».
    private Erreur? FermerDesDemiJournees()
    {
        foreach (var fermeture in _regles.Where(r => r.Ferme && r.DemiJournees is 1 or 2).ToList())
        {
            _regles.Remove(fermeture);
            foreach (var regle in _regles.Where(r => !r.Ferme && (r.Jours & fermeture.Jours) != 0).ToList())
            {
                if (Reduire(regle, fermeture.Jours, fermeture.DemiJournees) is { } erreur)
                {
                    return erreur;
                }
            }
        }

        return null;
    }

    // Takes half a day away from some days of a rule. A range on both sides of noon can't be cut: where?
    private Erreur? Reduire(RegleFrancaise regle, int jours, int demiJournee)
    {
        if (demiJournee is not (1 or 2) || regle.Niemes.Count > 0 || regle.Heures.Count == 0)
        {
            return ErreursConversion.Ambigu();
        }

        var matin = demiJournee == 1;
        if (regle.Heures.Exists(h => h.Fin < 0 || !(h.Fin <= FinDeMatinee && h.Debut < Midi) && h.Debut < Midi))
        {
            return ErreursConversion.Ambigu();
        }

        var restantes = regle.Heures.Where(h => h.Debut < Midi != matin).ToList();
        var touches = regle.Jours & jours;
        regle.Jours &= ~jours;
        if (restantes.Count > 0 && touches != 0)
        {
            _regles.Insert(_regles.IndexOf(regle) + 1, new RegleFrancaise { Jours = touches, Heures = restantes, RendezVous = regle.RendezVous, Periode = regle.Periode });
        }

        if (regle.Jours == 0)
        {
            _regles.Remove(regle);
        }

        Confiance *= 0.95;
        return _regles.Count == 0 ? ErreursConversion.Ambigu() : null;
    }

    private Erreur? DemiJourneesCoherentes()
    {
        foreach (var regle in _regles.Where(r => r.DemiJournees is 1 or 2 && r.Heures.Count > 0))
        {
            var matin = regle.DemiJournees == 1;
            if (regle.Heures.Exists(h => matin ? h.Fin is < 0 or > FinDeMatinee : h.Debut < DebutDApresMidi))
            {
                return ErreursConversion.Ambigu();
            }
        }

        return _regles.Exists(r => r.DemiJournees != 0 && r.Heures.Count == 0) ? ErreursConversion.JoursEtHeures() : null;
    }

    // Hours without days beside hours with days: which ones?
    private Erreur? JoursPartout()
    {
        var ouvertes = _regles.Where(r => !r.Ferme).ToList();
        // « Dimanche (2e dimanche du mois) »: each Sunday, or one?
        if ((_periodeApres && ouvertes.Count > 1) || ouvertes.Exists(r => r.Niemes.Exists(n => (r.Jours & (1 << Array.IndexOf(JoursOsm, n[..2]))) != 0)))
        {
            return ErreursConversion.Ambigu();
        }

        if (ouvertes.Exists(r => !r.ADesJours) && ouvertes.Count > 1)
        {
            return ErreursConversion.JoursEtHeures();
        }

        return _regles.Count == 0 && !_rendezVousPartout && !FermeLesFeries ? ErreursConversion.JoursEtHeures() : null;
    }

    // The same day twice: added, or instead? Only for the same group of days is it surely added.
    private Erreur? SansDoublon()
    {
        for (var i = 0; i < _regles.Count; i++)
        {
            for (var j = i + 1; j < _regles.Count; j++)
            {
                var (a, b) = (_regles[i], _regles[j]);
                if (a.Ferme || b.Ferme || a.Periode != b.Periode || (Touches(a) & Touches(b)) == 0)
                {
                    continue;
                }

                if (a.Jours != b.Jours || a.Niemes.Count + b.Niemes.Count > 0 || a.RendezVous != b.RendezVous || a.Heures.Count == 0 || b.Heures.Count == 0 || a.Heures[^1].Fin > b.Heures[0].Debut || a.Heures[^1].Fin < 0)
                {
                    return ErreursConversion.Ambigu();
                }

                a.Heures.AddRange(b.Heures);
                _regles.RemoveAt(j--);
                Confiance *= 0.9;
            }
        }

        return null;
    }

    private static int Touches(RegleFrancaise regle) => regle.Niemes.Aggregate(regle.Jours, (masque, n) => masque | (1 << Array.IndexOf(JoursOsm, n[..2])));
}
