using FaireAvec.Cartographie.Correspondances.Documents;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Nettoyage;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Correspondances.Moteur;

/// <summary>
/// A draft made a place: each value is cleaned, labels outside the closed lists are left out, the hours become OSM, the commune is found, the id is made.
/// A place without a name or without a commune is rejected: nobody could find it.
/// </summary>
internal sealed class Finition(NettoyageDuBrouillon nettoyage, LectureDesHoraires horaires, CommuneNommee communes)
{
    public ResultatDeLigne Finir(Correspondance correspondance, Brouillon brouillon, Comptage comptage)
    {
        if (brouillon.Texte("nom") is not { } nom)
        {
            return ResultatDeLigne.Rejeter(brouillon.Lignes, "Le lieu n’a pas de nom.");
        }

        var releve = new Releve();
        var source = brouillon.Texte("source") is { } propre ? TexteRecherche.Slug(propre) : correspondance.Source.Code;
        var id = IdentifiantDeLieu.Faire(source, brouillon.IdLocal, correspondance.Identifiant.Cle, brouillon);
        ListesFermees(brouillon, releve, comptage);
        RetirerLesAbimes(brouillon, releve);
        communes.Chercher(brouillon, releve);
        var fiche = nettoyage.Nettoyer(id, source, brouillon, correspondance.Coordonnees?.Lambert93 == true, releve);
        if (fiche.Nom.Length == 0)
        {
            return ResultatDeLigne.Rejeter(brouillon.Lignes, Reparation.EstAbime(nom) ? "Le nom du lieu a perdu des lettres dans le fichier." : "Le nom du lieu ne dit rien.");
        }

        if (fiche.Commune.Length == 0)
        {
            return ResultatDeLigne.Rejeter(brouillon.Lignes, communes.Raison(brouillon), fiche.Nom);
        }

        var lus = horaires.Lire(brouillon.Horaires);
        fiche.Horaires = lus.Osm;
        releve.Corriger("horaires", lus.Avant, lus.Osm, ReglesDeCorrespondance.Horaires);
        return new ResultatDeLigne
        {
            Lignes = brouillon.Lignes,
            Fiche = fiche,
            Nom = fiche.Nom,
            Corrections = releve.Corrections,
            Anomalies = releve.Anomalies,
            Retenues = releve.Retenues,
            Deduits = brouillon.Deduits.Where(d => fiche.Texte(d.Key) is not null).ToDictionary(d => d.Key, d => d.Value, StringComparer.Ordinal),
            HorairesEnTexte = lus.Texte,
        };
    }

    /// <summary>A text copied from the file may be outside the closed list: it is left out, and counted as unknown.</summary>
    private static void ListesFermees(Brouillon brouillon, Releve releve, Comptage comptage)
    {
        foreach (var champ in brouillon.Champs.Keys.ToList())
        {
            if (ChampsDuStandard.ListeFermee(champ) is not { } liste)
            {
                continue;
            }

            var gardees = new List<string>();
            foreach (var valeur in brouillon.Champs[champ])
            {
                if (liste.Trouver(valeur) is { } libelle)
                {
                    releve.Corriger(champ, valeur, libelle, ReglesDeCorrespondance.Libelle);
                    gardees.Add(libelle);
                }
                else
                {
                    releve.Corriger(champ, valeur, null, ReglesDeCorrespondance.HorsListe);
                    comptage.Inconnue($"champs.{champ}", valeur);
                }
            }

            brouillon.Champs[champ] = [.. gardees.Distinct(StringComparer.Ordinal)];
        }
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
