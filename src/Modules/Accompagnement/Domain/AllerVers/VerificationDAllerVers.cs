using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Accompagnement.Domain.AllerVers;

/// <summary>The rules of an action and of a configuration. Says every fault at once. Whether the partner and the configuration exist is asked afterwards, by who writes.</summary>
internal static class VerificationDAllerVers
{
    private static readonly DateOnly PremierJourPossible = new(2000, 1, 1);

    public static readonly IReadOnlyList<(EtapeDEnrolement Etape, string Champ, string Nom)> Etapes =
    [
        (EtapeDEnrolement.Contacte, "contactes", "Rencontrées"), (EtapeDEnrolement.Interesse, "interesses", "Intéressées"), (EtapeDEnrolement.Inscrit, "inscrits", "Inscrites"), (EtapeDEnrolement.Venu, "venus", "Venues"),
        (EtapeDEnrolement.Revenu, "revenus", "Revenues"), (EtapeDEnrolement.Engage, "engages", "Engagées"), (EtapeDEnrolement.Relais, "relais", "Relais"),
    ];

    public static Resultat<ActionDAllerVers> Verifier(SaisieDAllerVers saisie, ContexteDeSaisie contexte)
    {
        var erreurs = new List<Erreur>();
        var endroit = Endroit(saisie, contexte, erreurs);
        var effectifs = Effectifs(saisie, erreurs);
        var renoncement = Renonce(saisie.Renoncement, effectifs.Contactes!.Value, erreurs);
        var (motif, autreMotif) = Motif(saisie.Motif, saisie.AutreMotif, saisie.PasUnTelephone, erreurs);
        var action = new ActionDAllerVers
        {
            Id = contexte.Id,
            Auteur = contexte.Auteur,
            Organisation = contexte.Organisation,
            Equipes = [.. contexte.Equipes],
            Jour = Jour(saisie.Date, contexte, erreurs),
            Duree = Duree(saisie.DureeMinutes, erreurs),
            Lieu = endroit?.Id,
            LieuLibre = endroit?.Id is null ? Texte(saisie.LieuLibre, "lieu_libre", ActionDAllerVers.LieuMax, erreurs, saisie.PasUnTelephone) : null,
            Commune = endroit?.Commune,
            Departement = endroit?.Departement,
            Partenaire = saisie.Partenaire,
            Motif = motif,
            AutreMotif = autreMotif,
            Configuration = saisie.Configuration,
            Contactes = effectifs.Contactes!.Value,
            Interesses = effectifs.Interesses,
            Inscrits = effectifs.Inscrits,
            Venus = effectifs.Venus,
            Revenus = effectifs.Revenus,
            Engages = effectifs.Engages,
            Relais = effectifs.Relais,
            RenonceOui = renoncement.Oui,
            RenonceNon = renoncement.Non,
            RenonceNeSaitPas = renoncement.NeSaitPas,
            FaiteOui = renoncement.FaiteOui,
            FaiteNon = renoncement.FaiteNon,
            FaiteNeSaitPas = renoncement.FaiteNeSaitPas,
            Appris = Texte(saisie.Appris, "appris", ActionDAllerVers.ApprisMax, erreurs, saisie.PasUnTelephone),
            RappelLe = saisie.RappelLe,
            EnregistreeLe = contexte.Maintenant,
            ModifieeLe = contexte.Maintenant,
        };
        Rappel(action, erreurs);
        return erreurs.Count > 0 ? Resultat<ActionDAllerVers>.Echec(erreurs) : action;
    }

    public static Resultat<ConfigurationDAllerVers> Verifier(SaisieDeConfiguration saisie, Guid id, Guid auteur, IReadOnlyList<Guid> equipes, DateTimeOffset maintenant)
    {
        var erreurs = new List<Erreur>();
        var nom = Texte(saisie.Nom, "nom", ConfigurationDAllerVers.NomMax, erreurs);
        if (nom is null && !erreurs.Exists(e => e.Champ == "nom"))
        {
            erreurs.Add(ErreursAllerVers.NomDeConfiguration);
        }

        if (saisie.Taille is < 1 or > ConfigurationDAllerVers.TailleMax)
        {
            erreurs.Add(ErreursAllerVers.Taille);
        }

        if (!string.IsNullOrEmpty(saisie.Posture) && PosturesToutesPretes.Lire(saisie.Posture) is null)
        {
            erreurs.Add(ErreursAllerVers.HorsListe with { Champ = "posture" });
        }

        var (motif, autreMotif) = Motif(saisie.Motif, saisie.AutreMotif, pasUnTelephone: false, erreurs);
        string? Court(string? texte, string champ) => Texte(texte, champ, ConfigurationDAllerVers.TexteMax, erreurs);
        var configuration = new ConfigurationDAllerVers
        {
            Id = id,
            Auteur = auteur,
            Equipes = [.. equipes],
            Nom = nom ?? "",
            Lieu = Court(saisie.Lieu, "lieu"),
            PublicCible = Court(saisie.PublicCible, "public_cible"),
            Motif = motif,
            AutreMotif = autreMotif,
            Taille = saisie.Taille,
            Posture = string.IsNullOrEmpty(saisie.Posture) ? null : saisie.Posture,
            Duree = saisie.DureeMinutes is null ? null : Duree(saisie.DureeMinutes, erreurs),
            Supports = Court(saisie.Supports, "supports"),
            PairsPresents = saisie.PairsPresents,
            ObjetReel = Court(saisie.ObjetReel, "objet_reel"),
            Suite = Court(saisie.Suite, "suite"),
            CreeeLe = maintenant,
        };
        return erreurs.Count > 0 ? Resultat<ConfigurationDAllerVers>.Echec(erreurs) : configuration;
    }

    public static Resultat<PartenaireQuiOriente> Partenaire(string? nom, string? nature, Guid id, Guid auteur, IReadOnlyList<Guid> equipes, DateTimeOffset maintenant)
    {
        var erreurs = new List<Erreur>();
        var lu = Texte(string.Join(' ', (nom ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), "nom", PartenaireQuiOriente.NomMax, erreurs);
        if (lu is null && erreurs.Count == 0)
        {
            erreurs.Add(ErreursAllerVers.NomDePartenaire);
        }

        if (!ListesDAllerVers.NaturesDePartenaire.Contient(nature))
        {
            erreurs.Add(ErreursAllerVers.NatureDePartenaire);
        }

        return erreurs.Count > 0
            ? Resultat<PartenaireQuiOriente>.Echec(erreurs)
            : new PartenaireQuiOriente { Id = id, Auteur = auteur, Equipes = [.. equipes], Nom = lu!, Nature = nature!, CreeLe = maintenant };
    }

    /// <summary>The fault of a day, or null.</summary>
    public static Erreur? Jour(DateOnly? date, DateOnly aujourdhui, DateOnly premierJour) => date switch
    {
        null => ErreursAllerVers.DateManque,
        { } d when d > aujourdhui => ErreursAllerVers.DateFuture,
        { } d when d < premierJour || d < PremierJourPossible => ErreursAllerVers.DateAvantVous,
        _ => null,
    };

    private static DateOnly Jour(DateOnly? date, ContexteDeSaisie contexte, List<Erreur> erreurs)
    {
        if (Jour(date, contexte.Aujourdhui, contexte.PremierJour) is { } erreur)
        {
            erreurs.Add(erreur);
        }

        return date ?? contexte.Aujourdhui;
    }

    private static int Duree(int? minutes, List<Erreur> erreurs)
    {
        if (minutes is not (> 0 and <= Activite.DureeMax))
        {
            erreurs.Add(ErreursAllerVers.DureeManque);
        }

        return minutes ?? 0;
    }

    private static Endroit? Endroit(SaisieDAllerVers saisie, ContexteDeSaisie contexte, List<Erreur> erreurs)
    {
        var auLieu = !string.IsNullOrEmpty(saisie.Lieu);
        var endroit = auLieu ? contexte.Lieu(saisie.Lieu!) : saisie.Commune is { Length: > 0 } commune ? contexte.Commune(commune) : null;
        if (endroit is null)
        {
            erreurs.Add(auLieu ? ErreursAllerVers.LieuInconnu : ErreursAllerVers.CommuneManque);
        }

        return endroit;
    }

    private static (string Motif, string? Autre) Motif(string? code, string? autre, bool pasUnTelephone, List<Erreur> erreurs)
    {
        if (!ListesDAllerVers.Motifs.Contient(code))
        {
            erreurs.Add(ErreursAllerVers.Motif);
            return ("", null);
        }

        if (code != ListesDAllerVers.Autre)
        {
            return (code!, null);
        }

        var avant = erreurs.Count;
        var mots = Texte(autre, "autre_motif", ActionDAllerVers.AutreMotifMax, erreurs, pasUnTelephone);
        if (mots is null && erreurs.Count == avant)
        {
            erreurs.Add(ErreursAllerVers.AutreMotif);
        }

        return (code!, mots);
    }

    private static EffectifsDEnrolement Effectifs(SaisieDAllerVers saisie, List<Erreur> erreurs)
    {
        var effectifs = new EffectifsDEnrolement(saisie.Contactes ?? 0, saisie.Interesses, saisie.Inscrits, saisie.Venus, saisie.Revenus, saisie.Engages, saisie.Relais);
        if (effectifs.Contactes is < 1 or > ActionDAllerVers.PersonnesMax)
        {
            erreurs.Add(ErreursAllerVers.ContactesManquent);
            return effectifs;
        }

        foreach (var (etape, champ, _) in Etapes.Skip(1))
        {
            if (effectifs.De(etape) is not { } n)
            {
                continue;
            }

            if (n is < 0 or > ActionDAllerVers.PersonnesMax)
            {
                erreurs.Add(ErreursAllerVers.Nombre with { Champ = champ });
                continue;
            }

            // What holds this step may not be known: what holds that one then is the limit.
            var contenant = EffectifsDEnrolement.Contient(etape)!.Value;
            while (effectifs.De(contenant) is null)
            {
                contenant = EffectifsDEnrolement.Contient(contenant)!.Value;
            }

            if (n > effectifs.De(contenant))
            {
                erreurs.Add(ErreursAllerVers.Depasse(champ, Etapes[(int)contenant].Nom));
            }
        }

        return effectifs;
    }

    // « Not known » of those who gave up is what the others leave: it isn't typed.
    private static Renoncement Renonce(Renoncement r, int contactes, List<Erreur> erreurs)
    {
        foreach (var (nombre, champ) in new[] { (r.Oui, "renonce_oui"), (r.Non, "renonce_non"), (r.NeSaitPas, "renonce_ne_sait_pas"), (r.FaiteOui, "faite_oui"), (r.FaiteNon, "faite_non") })
        {
            if (nombre is < 0 or > ActionDAllerVers.PersonnesMax)
            {
                erreurs.Add(ErreursAllerVers.Nombre with { Champ = champ });
                return Renoncement.Aucun;
            }
        }

        if (r.Reponses > Math.Max(contactes, 0))
        {
            erreurs.Add(ErreursAllerVers.TropDeReponses);
        }

        if (r.FaiteOui + r.FaiteNon > r.Oui)
        {
            erreurs.Add(ErreursAllerVers.TropDeSuites);
        }

        return r with { FaiteNeSaitPas = Math.Max(r.Oui - r.FaiteOui - r.FaiteNon, 0) };
    }

    private static void Rappel(ActionDAllerVers action, List<Erreur> erreurs)
    {
        if (action.RappelLe is not { } jour)
        {
            return;
        }

        if (action.Partenaire is null)
        {
            erreurs.Add(ErreursAllerVers.RappelSansPartenaire);
        }

        if (jour < action.Jour || jour > action.Jour.AddYears(1))
        {
            erreurs.Add(ErreursAllerVers.RappelDate);
        }
    }

    /// <summary>
    /// A short text about a demand or a structure. Stricter than the notes of an act: a telephone or an e-mail would be somebody's, and nobody leaves theirs here.
    /// What only looks like a telephone (the number of a file) passes once it is said that it isn't one.
    /// </summary>
    internal static string? Texte(string? saisi, string champ, int max, List<Erreur> erreurs, bool pasUnTelephone = false)
    {
        if (string.IsNullOrWhiteSpace(saisi))
        {
            return null;
        }

        var texte = TexteRecherche.Valide(saisi).Replace("\0", "", StringComparison.Ordinal).Trim();
        if (texte.Length > max)
        {
            erreurs.Add(ErreursAllerVers.TropLong(champ, max));
            return null;
        }

        if (ReperageDeSecrets.Reperer(texte).Any(r => !pasUnTelephone || r.Nature != NatureDeSecret.Telephone))
        {
            erreurs.Add(ErreursAllerVers.TexteRefuse with { Champ = champ });
            return null;
        }

        return texte.Length == 0 ? null : texte;
    }
}
