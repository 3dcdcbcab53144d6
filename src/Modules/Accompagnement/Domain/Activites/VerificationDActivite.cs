using FaireAvec.Accompagnement.Domain.Charge;
using FaireAvec.Accompagnement.Domain.Registres;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Accompagnement.Domain.Activites;

/// <summary>An act whose rules are kept, with what is stored beside it.</summary>
/// <param name="Activite">The act.</param>
/// <param name="Note">Free words of the médiateur.</param>
/// <param name="Personnes">People followed who took part.</param>
internal sealed record ActiviteVerifiee(Activite Activite, string? Note, IReadOnlyList<Guid> Personnes);

/// <summary>
/// The rules of an act, the same for the page, the API, the import and what was written without network. Says every fault at once. Whether the people
/// exist is asked to the database afterwards, by who writes; the labels that may be used come with the context.
/// </summary>
internal static class VerificationDActivite
{
    /// <summary>Acts of the digital mediation of before this are mistakes.</summary>
    private static readonly DateOnly PremierJourPossible = new(2000, 1, 1);

    public static Resultat<ActiviteVerifiee> Verifier(SaisieDActivite saisie, ContexteDeSaisie contexte, byte[] empreinte)
    {
        if (TypesDActivite.Lire(saisie.Type) is not { } regle)
        {
            return ErreursActivites.Type;
        }

        var erreurs = new List<Erreur>();
        var activite = new Activite
        {
            Id = contexte.Id,
            Auteur = contexte.Auteur,
            Organisation = contexte.Organisation,
            Equipes = [.. contexte.Equipes],
            ConseillerNumerique = contexte.ConseillerNumerique,
            Type = regle.Type,
            Jour = Jour(saisie.Date, contexte, erreurs),
            Duree = Duree(saisie.DureeMinutes, regle, erreurs),
            Etiquettes = Etiquettes(saisie.Etiquettes, contexte, erreurs),
            RendezVous = saisie.RendezVous,
            Registre = saisie.Registre,
            Origine = contexte.Origine,
            Empreinte = empreinte,
            EnregistreeLe = contexte.Maintenant,
            ModifieeLe = contexte.Maintenant,
        };
        Textes(saisie, activite, erreurs);
        Registre(saisie, contexte, regle, erreurs);
        var note = Texte(saisie.Notes, "notes", Activite.NotesMax, erreurs);
        if (regle.Mediation)
        {
            Endroit(saisie, contexte, activite, erreurs);
            Themes(saisie, contexte, activite, erreurs);
            Postures(saisie, contexte, activite, erreurs);
            Choix(saisie, activite, erreurs);
            Charge(saisie, activite, erreurs);
            Personnes(saisie, contexte, activite, erreurs);
        }
        else
        {
            activite.Coordination = VerificationDeCoordination.Verifier(regle.Type, saisie.Coordination, erreurs);
            activite.Departement = contexte.Siege?.Departement;
        }

        return erreurs.Count > 0 ? Resultat<ActiviteVerifiee>.Echec(erreurs) : new ActiviteVerifiee(activite, note, [.. saisie.Personnes.Distinct()]);
    }

    // Whoever reads the register gives it: one that they didn't find, or that is still open, isn't joined.
    private static void Registre(SaisieDActivite saisie, ContexteDeSaisie contexte, RegleDeType regle, List<Erreur> erreurs)
    {
        if (saisie.Registre is null)
        {
            return;
        }

        if (regle.Type != TypeDActivite.Collectif)
        {
            erreurs.Add(ErreursRegistres.PasUnAtelier);
        }
        else if (contexte.Registre?.Id != saisie.Registre)
        {
            erreurs.Add(ErreursRegistres.Inconnu);
        }
    }

    private static Guid[] Etiquettes(IReadOnlyList<Guid> demandees, ContexteDeSaisie contexte, List<Erreur> erreurs)
    {
        if (demandees.Count > Activite.EtiquettesMax || !demandees.All(contexte.Etiquettes.ContainsKey))
        {
            erreurs.Add(ErreursActivites.EtiquetteInconnue);
            return [];
        }

        // Always in the same order: the same labels are no change.
        return [.. demandees.Select(d => contexte.Etiquettes[d]).Distinct().Order()];
    }

    private static DateOnly Jour(DateOnly? date, ContexteDeSaisie contexte, List<Erreur> erreurs)
    {
        Erreur? erreur = date switch
        {
            null => ErreursActivites.DateManque,
            { } d when d > contexte.Aujourdhui => ErreursActivites.DateFuture,
            { } d when d < PremierJourPossible => ErreursActivites.DateTropAncienne,
            // An act of another tool may be older than the account: it was done all the same.
            { } d when d < contexte.PremierJour && contexte.Origine != OrigineDActivite.Import => ErreursActivites.DateAvantVous,
            _ => null,
        };
        if (erreur is not null)
        {
            erreurs.Add(erreur);
        }

        return date ?? contexte.Aujourdhui;
    }

    private static int Duree(int? minutes, RegleDeType regle, List<Erreur> erreurs)
    {
        if (minutes is null && !regle.Duree)
        {
            return 0;
        }

        if (minutes is not (> 0 and <= Activite.DureeMax))
        {
            erreurs.Add(ErreursActivites.DureeManque);
            return 0;
        }

        return minutes.Value;
    }

    private static void Textes(SaisieDActivite saisie, Activite activite, List<Erreur> erreurs)
    {
        activite.Demarche = Texte(saisie.Demarche, "demarche", Activite.TexteCourtMax, erreurs);
        activite.Suite = Texte(saisie.Suite, "suite", Activite.TexteCourtMax, erreurs);
        activite.Titre = Texte(saisie.Titre, "titre", Activite.TexteCourtMax, erreurs);
    }

    /// <summary>A free text, without what never is kept.</summary>
    internal static string? Texte(string? saisi, string champ, int max, List<Erreur> erreurs)
    {
        if (string.IsNullOrWhiteSpace(saisi))
        {
            return null;
        }

        var texte = TexteRecherche.Valide(saisi).Replace("\0", "", StringComparison.Ordinal).Trim();
        if (texte.Length > max)
        {
            erreurs.Add(ErreursActivites.TropLong(champ, max));
            return null;
        }

        if (ReperageDeSecrets.Reperer(texte).Any(r => r.Refuse))
        {
            erreurs.Add(ErreursActivites.TexteRefuse with { Champ = champ });
            return null;
        }

        return texte.Length == 0 ? null : texte;
    }

    private static void Endroit(SaisieDActivite saisie, ContexteDeSaisie contexte, Activite activite, List<Erreur> erreurs)
    {
        activite.TypeDeLieu = saisie.TypeDeLieu;
        Endroit? endroit = null;
        switch (saisie.TypeDeLieu)
        {
            case Listes.LieuActivite:
                endroit = saisie.Lieu is { Length: > 0 } lieu ? contexte.Lieu(lieu) : null;
                if (endroit is null)
                {
                    erreurs.Add(ErreursActivites.LieuInconnu);
                }

                break;
            case Listes.Domicile or Listes.AutreLieu:
                endroit = saisie.Commune is { Length: > 0 } commune ? contexte.Commune(commune) : null;
                if (endroit is null)
                {
                    erreurs.Add(ErreursActivites.CommuneInconnue);
                }

                break;
            case Listes.ADistance:
                endroit = contexte.Siege;
                break;
            default:
                erreurs.Add(ErreursActivites.LieuManque);
                break;
        }

        (activite.Lieu, activite.Commune, activite.Departement) = (endroit?.Id, endroit?.Commune, endroit?.Departement);
    }

    private static void Themes(SaisieDActivite saisie, ContexteDeSaisie contexte, Activite activite, List<Erreur> erreurs)
    {
        var themes = saisie.Thematiques.Distinct(StringComparer.Ordinal).ToList();
        if (themes.Count == 0 || !themes.TrueForAll(Thematiques.Contient))
        {
            erreurs.Add(ErreursActivites.ThematiqueManque);
            return;
        }

        if (themes.Count > Thematiques.Max && contexte.Origine != OrigineDActivite.Import)
        {
            erreurs.Add(ErreursActivites.TropDeThematiques);
            return;
        }

        if (saisie.ThematiquePrincipale is { Length: > 0 } principale)
        {
            if (!themes.Remove(principale))
            {
                erreurs.Add(ErreursActivites.Principale);
                return;
            }

            themes.Insert(0, principale);
        }

        activite.Thematiques = [.. themes];
    }

    private static void Postures(SaisieDActivite saisie, ContexteDeSaisie contexte, Activite activite, List<Erreur> erreurs)
    {
        if (saisie.Posture is not { } posture)
        {
            // The other tool has no posture: it isn't known, and no share is made up.
            if (contexte.Origine != OrigineDActivite.Import)
            {
                erreurs.Add(ErreursActivites.PostureManque);
            }

            return;
        }

        if (!posture.Juste)
        {
            erreurs.Add(ErreursActivites.PostureFausse);
            return;
        }

        (activite.PartALaPlace, activite.PartAvec, activite.PartFaire) = (posture.ALaPlace, posture.Avec, posture.Faire);
        if (saisie.MotifALaPlace is { Length: > 0 } motif)
        {
            if (!Listes.MotifsALaPlace.Contient(motif))
            {
                erreurs.Add(ErreursActivites.Motif);
            }
            else if (posture.ALaPlace > 0)
            {
                activite.MotifALaPlace = motif;
            }
        }
    }

    private static void Choix(SaisieDActivite saisie, Activite activite, List<Erreur> erreurs)
    {
        activite.Situation = Un(saisie.Situation, Listes.Situations, "situation", erreurs);
        activite.Niveau = activite.Type == TypeDActivite.Collectif ? Un(saisie.Niveau, Listes.NiveauxDAtelier, "niveau", erreurs) : null;
        activite.Autonomie = activite.Type == TypeDActivite.Collectif ? null : Un(saisie.Autonomie, Listes.Autonomies, "autonomie", erreurs);
        foreach (var materiel in saisie.Materiels.Where(m => !Listes.Materiels.Contient(m)))
        {
            erreurs.Add(ErreursActivites.HorsListe with { Champ = "materiels", ValeursAcceptees = Listes.Materiels.Codes });
            break;
        }

        activite.Materiels = [.. Listes.Materiels.Codes.Where(saisie.Materiels.Contains)];
        if (activite.Type != TypeDActivite.Collectif)
        {
            activite.Orientee = saisie.Orientee;
            if (saisie.Orientee == true && !Listes.StructuresDeRedirection.Contient(saisie.StructureDeRedirection))
            {
                erreurs.Add(ErreursActivites.StructureDeRedirection);
            }

            activite.StructureDeRedirection = saisie.Orientee == true ? saisie.StructureDeRedirection : null;
        }
    }

    // What an online service took of the act: a cause is of a service, minutes are of a cause, and of this act.
    private static void Charge(SaisieDActivite saisie, Activite activite, List<Erreur> erreurs)
    {
        if (saisie.Service is { Length: > 0 } service)
        {
            if (!ServicesEnLigne.Contient(service))
            {
                erreurs.Add(ErreursActivites.ServiceInconnu);
                return;
            }

            activite.Service = service;
        }

        activite.Cause = Un(saisie.Cause, Listes.CausesDeCharge, "cause", erreurs);
        if (!string.IsNullOrEmpty(saisie.Cause) && activite.Service is null)
        {
            erreurs.Add(ErreursActivites.CauseSansService);
        }

        if (saisie.MinutesPerdues is not { } minutes)
        {
            return;
        }

        if (string.IsNullOrEmpty(saisie.Cause))
        {
            erreurs.Add(ErreursActivites.MinutesSansCause);
        }
        // A duration that is wrong is said already.
        else if (minutes <= 0 || (activite.Duree > 0 && minutes > activite.Duree))
        {
            erreurs.Add(ErreursActivites.MinutesPerdues);
        }
        else
        {
            activite.MinutesPerdues = minutes;
        }
    }

    private static void Personnes(SaisieDActivite saisie, ContexteDeSaisie contexte, Activite activite, List<Erreur> erreurs)
    {
        activite.Suivies = saisie.Personnes.Distinct().Count();
        if (activite.Type == TypeDActivite.Collectif)
        {
            activite.Effectifs = saisie.Effectifs;
            activite.SansNom = saisie.Effectifs?.Total ?? 0;
            if (activite.Accompagnements == 0)
            {
                erreurs.Add(ErreursActivites.Participants);
            }
            else if (activite.Accompagnements > Effectifs.Max)
            {
                erreurs.Add(ErreursActivites.TropDeMonde);
            }
            else if (activite.Accompagnements < contexte.Registre?.Signatures)
            {
                erreurs.Add(ErreursActivites.MoinsQueSignatures);
            }

            return;
        }

        if (activite.Suivies > 1)
        {
            erreurs.Add(ErreursActivites.UneSeulePersonne);
        }

        if (activite.Suivies == 0)
        {
            var p = saisie.SansNom;
            activite.SansNom = 1;
            activite.Genre = Un(p.Genre, Listes.Genres, "sans_nom.genre", erreurs);
            activite.Age = Un(p.Age, Listes.Ages, "sans_nom.age", erreurs);
            activite.Statut = Un(p.Statut, Listes.Statuts, "sans_nom.statut", erreurs);
            activite.DejaAccompagnee = p.DejaAccompagnee;
            if (p.Commune is { Length: > 0 } commune)
            {
                activite.CommuneDeLaPersonne = contexte.Commune(commune)?.Commune;
                if (activite.CommuneDeLaPersonne is null)
                {
                    erreurs.Add(ErreursActivites.CommuneInconnue with { Champ = "sans_nom.commune" });
                }
            }
        }
        else if (saisie.SansNom != PersonneSansNom.Inconnue)
        {
            erreurs.Add(ErreursActivites.PersonneDe);
        }
    }

    private static string? Un(string? code, Nomenclature liste, string champ, List<Erreur> erreurs)
    {
        if (string.IsNullOrEmpty(code))
        {
            return null;
        }

        if (!liste.Contient(code))
        {
            erreurs.Add(ErreursActivites.HorsListe with { Champ = champ, ValeursAcceptees = liste.Codes });
            return null;
        }

        return code;
    }
}
