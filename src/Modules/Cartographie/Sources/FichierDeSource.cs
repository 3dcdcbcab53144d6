using System.Runtime.CompilerServices;
using FaireAvec.Cartographie.Correspondances;
using FaireAvec.Cartographie.Correspondances.Moteur;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Cartographie.Nettoyage;
using FaireAvec.Cartographie.Norme;

namespace FaireAvec.Cartographie.Sources;

/// <summary>The file of one source, read once.</summary>
internal sealed class FichierDeSource(Source source, LectureFichier fichier, Correspondance? correspondance, OutilsDeLecture outils) : IDisposable
{
    public Task<string> EmpreinteAsync(CancellationToken annulation) => fichier.EmpreinteAsync(annulation);

    /// <summary>The places of the file, in its order. Every row ends as a place or as a rejection in the report.</summary>
    public async IAsyncEnumerable<Lieu> LieuxAsync(ReleveDImport releve, Action<double>? progres, [EnumeratorCancellation] CancellationToken annulation)
    {
        var resultats = correspondance is null ? Standard() : Traduits(correspondance);
        using var geocodage = outils.Geocodage();
        if (geocodage is not null)
        {
            resultats = await geocodage.Lieux.CompleterAsync([.. resultats], annulation);
        }

        var rejets = new List<Anomalie>();
        var lecture = new LectureLieu(outils.Horloge, rejets.Add, outils.Coherence);
        foreach (var resultat in resultats)
        {
            releve.Lire(resultat.Lignes.Count);
            progres?.Invoke(fichier.Avancement);
            rejets.Clear();
            if (Noter(resultat, releve) is not { } fiche)
            {
                continue;
            }

            // The limits of our own tables, and the ids that the file has twice.
            var lieu = lecture.Lire(VerificationDeFiche.EnLigne(resultat.Lignes[0], fiche));
            foreach (var anomalie in rejets)
            {
                releve.Noter(anomalie);
            }

            if (lieu is null)
            {
                releve.Refuser(fiche.Id, fiche.Nom);
                continue;
            }

            releve.Garder(lieu, resultat.Corrections.Count > 0);
            yield return lieu;
        }
    }

    public void Dispose() => fichier.Dispose();

    /// <summary>Notes what was done to the row; the place, or null when the row is refused.</summary>
    private FicheLieu? Noter(ResultatDeLigne resultat, ReleveDImport releve)
    {
        var ligne = resultat.Lignes[0];
        if (resultat.Fiche is not { } fiche)
        {
            releve.Rejeter(ligne, null, resultat.Nom, "", "ligne.rejetee", resultat.Nom, resultat.Raison!);
            return null;
        }

        // Whatever the row says, these are the places of this source.
        fiche.Source = source.Code;

        // A value that was left out is a correction and an anomaly: the second says the same, with a better sentence.
        var dites = resultat.Anomalies.Where(a => a.Severite == Severite.Corrige).Select(a => (a.Champ, a.Regle)).ToHashSet();
        foreach (var c in resultat.Corrections.Where(c => c.Apres is not null || !dites.Contains((c.Champ, c.Regle))))
        {
            releve.Noter(ligne, fiche.Id, c.Champ, c.Regle, NiveauAnomalie.Corrige, c.Avant, c.Apres, Phrase(c), null);
        }

        var bloquant = false;
        foreach (var a in resultat.Anomalies)
        {
            bloquant |= a.Severite == Severite.Bloquant;
            releve.Noter(ligne, fiche.Id, a.Champ, a.Regle, a.Severite switch { Severite.Bloquant => NiveauAnomalie.Rejet, Severite.Corrige => NiveauAnomalie.Corrige, _ => NiveauAnomalie.Avertissement }, a.Valeur, null, a.Phrase, a.Suggestion);
        }

        if (resultat.HorairesEnTexte is { } horaires)
        {
            releve.Noter(ligne, fiche.Id, "horaires", "horaires.texte", NiveauAnomalie.Avertissement, horaires, null, "Ces horaires ne peuvent pas être écrits sans risque d’erreur au format OpenStreetMap : ils sont laissés de côté.", null);
        }

        if (bloquant)
        {
            releve.Refuser(fiche.Id, fiche.Nom);
            return null;
        }

        return fiche;
    }

    private static string Phrase(Correction c) => ReglesDeCorrespondance.Phrase(c.Regle);

    /// <summary>A file that a mapping describes.</summary>
    private IEnumerable<ResultatDeLigne> Traduits(Correspondance c)
    {
        var execution = outils.Atelier.Preparer(c);
        foreach (var resultat in execution.Appliquer(fichier.Lignes(execution.Illisible)))
        {
            yield return resultat;
        }

        if (execution.Rapport.Interruption is { } raison)
        {
            // The half of a file isn't a file.
            throw new FichierIllisibleException(raison);
        }
    }

    /// <summary>A file of the standard, of any version.</summary>
    private IEnumerable<ResultatDeLigne> Standard()
    {
        var illisibles = new Queue<ResultatDeLigne>();
        var lecture = new LectureDesLieux(outils.Schema);
        var contexte = new ContexteNettoyage(source.Code, DateOnly.FromDateTime(outils.Horloge.GetUtcNow().UtcDateTime));
        foreach (var ligne in LignesDeLieux.Lire(fichier, a => illisibles.Enqueue(ResultatDeLigne.Rejeter([a.Ligne], a.Raison))))
        {
            while (illisibles.TryDequeue(out var illisible))
            {
                yield return illisible;
            }

            var lu = lecture.Lire(ligne);
            var nettoye = outils.Nettoyage.Nettoyer(colonne => Cellule(lu, colonne), contexte);
            yield return new ResultatDeLigne
            {
                Lignes = [ligne.Numero],
                Fiche = nettoye.Fiche,
                Nom = nettoye.Fiche.Nom,
                Corrections = nettoye.Corrections,
                Anomalies = nettoye.Anomalies,
                Retenues = nettoye.Retenues,
            };
        }

        while (illisibles.TryDequeue(out var illisible))
        {
            yield return illisible;
        }
    }

    private string? Cellule(LieuLu lu, string colonne) => outils.Schema.Trouver(colonne) is not { } c ? null
        : c.EstListe ? (lu.Liste(c.Rang) is { Count: > 0 } liste ? string.Join(FicheLieu.SeparateurDeListe, liste) : null)
        : lu.Texte(c.Rang);
}
