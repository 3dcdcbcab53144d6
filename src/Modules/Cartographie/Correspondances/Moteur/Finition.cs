using FaireAvec.Cartographie.Nettoyage;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Correspondances.Moteur;

/// <summary>
/// A draft made a place: the commune is sought, each value is cleaned, the hours become OSM, the id is made. What the cleaning can't publish is rejected
/// with its reason.
/// </summary>
internal sealed class Finition(NettoyageLieu nettoyage, LectureDesHoraires horaires, CommuneNommee communes, TimeProvider horloge)
{
    public ResultatDeLigne Finir(Correspondance correspondance, Brouillon brouillon, Comptage comptage)
    {
        var source = brouillon.Texte("source") is { } dite ? TexteRecherche.Slug(dite) : correspondance.Source.Code;
        var id = IdentifiantDeLieu.Faire(source, brouillon.IdLocal, correspondance.Identifiant.Cle, brouillon);
        var releve = new Releve();
        var nomAbime = brouillon.Texte("nom") is { } nom && Reparation.EstAbime(nom);
        RetirerLesAbimes(brouillon, releve);
        communes.Chercher(brouillon, releve);
        var lus = horaires.Lire(brouillon.Horaires);
        if (lus.Avant is not null)
        {
            releve.Corriger("horaires", lus.Avant, lus.Osm, ReglesDeCorrespondance.Horaires);
        }

        var propre = nettoyage.Nettoyer(
            champ => champ switch { "id" => id, "source" => source, "horaires" => lus.Osm, _ => brouillon.Cellule(champ) },
            new ContexteNettoyage(source, DateOnly.FromDateTime(horloge.GetUtcNow().UtcDateTime)));
        releve.Ajouter(propre.Releve);
        foreach (var perdue in releve.Corrections.Where(c => c is { Avant: not null, Regle: Regles.ListeInconnue }))
        {
            comptage.Inconnue($"champs.{perdue.Champ}", perdue.Avant!);
        }

        if (propre.Issue == IssueNettoyage.Rejete)
        {
            var raison = nomAbime ? "Le nom du lieu a perdu des lettres dans le fichier."
                : propre.Fiche.Commune.Length == 0 && communes.Raison(brouillon) is { } precise ? precise
                : Regles.Phrase(releve.Anomalies.First(a => a.Severite == Severite.Bloquant).Regle);
            return ResultatDeLigne.Rejeter(brouillon.Lignes, raison, propre.Fiche.Nom is { Length: > 0 } n ? n : null) with { Anomalies = releve.Anomalies };
        }

        return new ResultatDeLigne
        {
            Lignes = brouillon.Lignes,
            Fiche = propre.Fiche,
            Nom = propre.Fiche.Nom,
            Corrections = releve.Corrections,
            Anomalies = releve.Anomalies,
            Retenues = releve.Retenues,
            Deduits = brouillon.Deduits.Where(d => propre.Fiche.Texte(d.Key) is not null).ToDictionary(d => d.Key, d => d.Value, StringComparer.Ordinal),
            HorairesEnTexte = lus.Texte,
        };
    }

    /// <summary>A text that lost letters, and that nothing mends, isn't shown. The commune is let through: its postal code may tell which it is.</summary>
    private static void RetirerLesAbimes(Brouillon brouillon, Releve releve)
    {
        foreach (var (champ, valeurs) in brouillon.Champs.Where(c => c.Key != "commune" && c.Value.Any(Reparation.EstAbime)).ToList())
        {
            foreach (var valeur in valeurs.Where(Reparation.EstAbime))
            {
                releve.Corriger(champ, valeur, null, ReglesDeCorrespondance.LettrePerdue);
            }

            brouillon.Champs[champ] = [.. valeurs.Where(v => !Reparation.EstAbime(v))];
        }
    }
}
