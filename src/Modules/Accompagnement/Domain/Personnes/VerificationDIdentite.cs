using System.Globalization;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>What must be true of an identity before it is kept: page, file and merge go by it.</summary>
internal static class VerificationDIdentite
{
    public const int NotesMax = 2000;

    /// <param name="saisie">As typed.</param>
    /// <param name="jour">Today.</param>
    public static Resultat<IdentiteDePersonne> Verifier(IdentiteSaisie saisie, DateOnly jour)
    {
        var erreurs = new List<Erreur>();
        var prenom = NomsDesPersonnes.Lire(saisie.Prenom);
        if (prenom is null)
        {
            erreurs.Add(ErreursPersonnes.Prenom);
        }

        var nom = Facultatif(saisie.Nom, NomsDesPersonnes.Lire, ErreursPersonnes.Nom, erreurs);
        var telephone = Facultatif(saisie.Telephone, Telephones.Lire, ErreursPersonnes.Telephone, erreurs);
        if (saisie.SansTelephone && telephone is not null)
        {
            erreurs.Add(ErreursPersonnes.TelephoneEtSansTelephone);
        }

        var courriel = Facultatif(saisie.Courriel, NomsDesPersonnes.LireCourriel, ErreursPersonnes.Courriel, erreurs);
        var annee = Annee(saisie.AnneeDeNaissance, jour, erreurs);
        var age = Choix(saisie.Age, Listes.Ages, "Age", erreurs);
        var genre = Choix(saisie.Genre, Listes.Genres, "Genre", erreurs);
        var statut = Choix(saisie.Statut, Listes.Statuts, "Statut", erreurs);
        var notes = Notes(saisie.Notes, erreurs);
        var (protection, protecteur) = Protection(saisie, erreurs);
        var responsable = Responsable(saisie, AgeDeLaPersonne.De(annee, age, jour), erreurs);
        return erreurs.Count > 0
            ? Resultat<IdentiteDePersonne>.Echec(erreurs)
            : new IdentiteDePersonne(
                prenom!, nom, annee, annee is null ? age : null, Vide(saisie.Commune), telephone, saisie.SansTelephone, courriel, genre, statut, notes,
                protection, protecteur, protecteur is not null && saisie.AccordDuProtecteur, responsable, responsable is not null && saisie.AccordDuResponsable);
    }

    private static string? Vide(string? texte) => string.IsNullOrWhiteSpace(texte) ? null : texte.Trim();

    private static string? Facultatif(string? texte, Func<string?, string?> lire, Erreur erreur, List<Erreur> erreurs)
    {
        if (Vide(texte) is not { } saisi)
        {
            return null;
        }

        var lu = lire(saisi);
        if (lu is null)
        {
            erreurs.Add(erreur);
        }

        return lu;
    }

    private static int? Annee(string? texte, DateOnly jour, List<Erreur> erreurs)
    {
        if (Vide(texte) is not { } saisi)
        {
            return null;
        }

        if (saisi.Length == 4 && int.TryParse(saisi, NumberStyles.None, CultureInfo.InvariantCulture, out var annee) && annee >= AgeDeLaPersonne.AnneeMin && annee <= jour.Year)
        {
            return annee;
        }

        erreurs.Add(ErreursPersonnes.Annee with { Message = string.Format(CultureInfo.InvariantCulture, ErreursPersonnes.Annee.Message, jour.Year) });
        return null;
    }

    private static string? Choix(string? code, Nomenclature liste, string champ, List<Erreur> erreurs)
    {
        if (string.IsNullOrEmpty(code))
        {
            return null;
        }

        if (liste.Contient(code))
        {
            return code;
        }

        erreurs.Add(ErreursPersonnes.HorsListe with { Champ = champ, ValeursAcceptees = liste.Codes });
        return null;
    }

    private static string? Notes(string? texte, List<Erreur> erreurs)
    {
        var notes = Vide(texte);
        if (notes is { Length: > NotesMax })
        {
            erreurs.Add(ErreursPersonnes.NotesLongues);
        }
        else if (ReperageDeSecrets.Reperer(notes).Any(s => s.Refuse))
        {
            erreurs.Add(ErreursPersonnes.NotesRefusees);
        }

        return notes;
    }

    private static (ProtectionDAdulte Protection, string? Protecteur) Protection(IdentiteSaisie saisie, List<Erreur> erreurs)
    {
        var protection = ProtectionDAdulte.Aucune;
        if (Vide(saisie.Protection) is { } code && (!Enum.TryParse(code, out protection) || !Enum.IsDefined(protection) || char.IsAsciiDigit(code[0])))
        {
            erreurs.Add(ErreursPersonnes.HorsListe with { Champ = "Protection", ValeursAcceptees = Enum.GetNames<ProtectionDAdulte>() });
            return default;
        }

        if (protection == ProtectionDAdulte.Aucune)
        {
            return default;
        }

        var protecteur = NomsDesPersonnes.Lire(saisie.Protecteur);
        if (protecteur is null)
        {
            erreurs.Add(ErreursPersonnes.Protecteur);
        }

        // A curateur assists for acts, not for being helped: only the tuteur's agreement is needed here.
        if (protection == ProtectionDAdulte.Tutelle && !saisie.AccordDuProtecteur)
        {
            erreurs.Add(ErreursPersonnes.AccordDuTuteur);
        }

        return (protection, protecteur);
    }

    private static string? Responsable(IdentiteSaisie saisie, MajoriteDeLaPersonne majorite, List<Erreur> erreurs)
    {
        if (majorite == MajoriteDeLaPersonne.Majeure)
        {
            return null;
        }

        var responsable = Facultatif(saisie.Responsable, NomsDesPersonnes.Lire, ErreursPersonnes.Responsable, erreurs);
        if (majorite == MajoriteDeLaPersonne.MineureDeMoinsDe15Ans)
        {
            if (string.IsNullOrWhiteSpace(saisie.Responsable))
            {
                erreurs.Add(ErreursPersonnes.Responsable);
            }

            if (!saisie.AccordDuResponsable)
            {
                erreurs.Add(ErreursPersonnes.AccordDuResponsable);
            }
        }

        return responsable;
    }
}
