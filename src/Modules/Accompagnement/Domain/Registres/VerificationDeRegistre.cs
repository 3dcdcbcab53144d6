using System.Globalization;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Accompagnement.Domain.Registres;

/// <summary>The rules of a register and of who signs it. Says every fault at once.</summary>
internal static class VerificationDeRegistre
{
    /// <summary>How far from today its day may be, in both directions.</summary>
    public const int JoursMax = 366;

    private static readonly string[] Heures = ["H':'m", "H'h'm", "H'h'", "%H"];

    public static Resultat<Registre> Verifier(SaisieDeRegistre saisie, ContexteDeSaisie contexte)
    {
        var erreurs = new List<Erreur>();
        var titre = VerificationDActivite.Texte(saisie.Titre, "titre", Activite.TexteCourtMax, erreurs);
        if (titre is null && erreurs.Count == 0)
        {
            erreurs.Add(ErreursRegistres.Titre);
        }

        if (saisie.Jour is not { } jour)
        {
            erreurs.Add(ErreursRegistres.DateManque);
        }
        else if (Math.Abs(jour.DayNumber - contexte.Aujourdhui.DayNumber) > JoursMax)
        {
            erreurs.Add(ErreursRegistres.DateLoin);
        }

        var (debut, fin) = (Heure(saisie.Debut), Heure(saisie.Fin));
        if (debut is null)
        {
            erreurs.Add(ErreursRegistres.Debut);
        }

        if (fin is null || fin <= debut)
        {
            erreurs.Add(ErreursRegistres.Fin);
        }

        var endroit = Endroit(saisie, contexte, erreurs);
        return erreurs.Count > 0
            ? Resultat<Registre>.Echec(erreurs)
            : new Registre
            {
                Id = contexte.Id,
                Auteur = contexte.Auteur,
                Organisation = contexte.Organisation,
                Titre = titre!,
                Jour = saisie.Jour!.Value,
                Debut = debut!.Value,
                Fin = fin!.Value,
                TypeDeLieu = saisie.TypeDeLieu!,
                Lieu = endroit?.Id,
                Commune = endroit?.Commune,
                OuvertLe = contexte.Maintenant,
            };
    }

    /// <summary>« 14:30 », « 14 h 30 », « 14h », « 14 »; null when it isn't an hour.</summary>
    public static TimeOnly? Heure(string? texte)
    {
        if (texte is not { Length: > 0 and <= 20 })
        {
            return null;
        }

        var serre = string.Concat(texte.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        return TimeOnly.TryParseExact(serre, Heures, CultureInfo.InvariantCulture, DateTimeStyles.None, out var heure) ? heure : null;
    }

    /// <summary>A first name, or nothing: a family name, a number or an address has no place there.</summary>
    public static Resultat<string?> Prenom(string? texte)
    {
        if (string.IsNullOrWhiteSpace(texte))
        {
            return Resultat<string?>.Ok(null);
        }

        return NomsDesPersonnes.Lire(texte) is { Length: <= SignatureDeRegistre.PrenomMax } prenom && !prenom.Any(char.IsDigit) && !ReperageDeSecrets.Reperer(prenom).Any(r => r.Refuse)
            ? Resultat<string?>.Ok(prenom)
            : ErreursRegistres.Prenom;
    }

    private static Endroit? Endroit(SaisieDeRegistre saisie, ContexteDeSaisie contexte, List<Erreur> erreurs)
    {
        switch (saisie.TypeDeLieu)
        {
            case Listes.LieuActivite:
                if (saisie.Lieu is { Length: > 0 } lieu && contexte.Lieu(lieu) is { } connu)
                {
                    return connu;
                }

                erreurs.Add(ErreursRegistres.LieuInconnu);
                return null;
            case Listes.AutreLieu:
                if (saisie.Commune is { Length: > 0 } commune && contexte.Commune(commune) is { } connue)
                {
                    return connue;
                }

                erreurs.Add(ErreursRegistres.CommuneInconnue);
                return null;
            default:
                erreurs.Add(ErreursRegistres.LieuManque);
                return null;
        }
    }
}
