using FaireAvec.Cartographie.Correspondances.Expressions;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;

namespace FaireAvec.Cartographie.Correspondances.Moteur;

/// <summary>
/// One run of a mapping over the rows of a file. Every record ends as a place, a place with the trace of what was changed, or a rejection with its
/// reason; nothing else comes out, and nothing is thrown for what a file holds. Used once, by one thread.
/// </summary>
internal sealed class Execution(Correspondance correspondance, Finition finition)
{
    private readonly Comptage _comptage = new(correspondance.Regles.Count);
    private readonly Reparation _reparation = new(correspondance.MotsAbimes);
    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);
    private readonly Queue<ResultatDeLigne> _illisibles = new();

    /// <summary>Complete when the last result has been read.</summary>
    public RapportCorrespondance Rapport { get; } = new() { Source = correspondance.Source.Code };

    /// <summary>Receives the rows that the reader can't read: give it to <see cref="LectureFichier.Lignes"/>.</summary>
    public void Illisible(Anomalie anomalie)
    {
        Rapport.Lues++;
        _illisibles.Enqueue(ResultatDeLigne.Rejeter([anomalie.Ligne], anomalie.Raison));
    }

    /// <summary>What becomes of each record, in the order of the file; after the last row when rows are grouped.</summary>
    public IEnumerable<ResultatDeLigne> Appliquer(IEnumerable<LigneBrute> lignes)
    {
        Entete? entete = null;
        var groupes = correspondance.Groupement is null ? null : new Groupes(correspondance.Groupement);
        using var suite = lignes.GetEnumerator();
        while (Avancer(suite))
        {
            while (_illisibles.TryDequeue(out var illisible))
            {
                yield return Compter(illisible);
            }

            entete = suite.Current.Entete;
            Rapport.Lues++;
            var ligne = new LigneLue(suite.Current, _reparation, _comptage);
            if (MiseEnBrouillon.Rejet(correspondance, ligne) is { } raison)
            {
                yield return Compter(ResultatDeLigne.Rejeter([ligne.Numero], raison));
                continue;
            }

            var brouillon = MiseEnBrouillon.Faire(correspondance, ligne);
            if (groupes is null)
            {
                yield return Compter(Finir(brouillon));
            }
            else
            {
                groupes.Ajouter(brouillon);
            }
        }

        while (_illisibles.TryDequeue(out var illisible))
        {
            yield return Compter(illisible);
        }

        foreach (var brouillon in groupes?.Tous ?? [])
        {
            yield return Compter(Finir(brouillon));
        }

        Conclure(entete);
    }

    /// <summary>A file may prove unreadable after its first rows: what was read is kept, and the report says where it stopped.</summary>
    private bool Avancer(IEnumerator<LigneBrute> suite)
    {
        try
        {
            return suite.MoveNext();
        }
        catch (FichierIllisibleException e)
        {
            Rapport.Interruption = e.Message;
            return false;
        }
    }

    private ResultatDeLigne Finir(Brouillon brouillon)
    {
        var resultat = finition.Finir(correspondance, brouillon, _comptage);
        if (resultat.Fiche is not { } fiche || _ids.TryAdd(fiche.Id, brouillon.Lignes[0]))
        {
            return resultat;
        }

        var raison = brouillon.IdLocal is null
            ? "C’est le même lieu qu’une ligne précédente : rien de ce qui fait son identifiant ne les distingue."
            : "Une ligne précédente a déjà cet identifiant.";
        return ResultatDeLigne.Rejeter(brouillon.Lignes, raison, fiche.Nom) with { LigneSemblable = _ids[fiche.Id] };
    }

    private ResultatDeLigne Compter(ResultatDeLigne resultat)
    {
        Rapport.Compter(resultat);
        return resultat;
    }

    private void Conclure(Entete? entete)
    {
        Rapport.Regles = [.. correspondance.Regles.Select((regle, i) => new Couverture(regle, _comptage.Lignes[i], Rapport.Lues == 0 ? 0 : Math.Round((double)_comptage.Lignes[i] / Rapport.Lues, 4)))];
        Rapport.ValeursInconnues = _comptage.Inconnues;
        if (entete is not null)
        {
            var (lues, noms) = (correspondance.Colonnes.Concat(correspondance.Ignorees.Keys).Select(entete.Rang).ToHashSet(), entete.Noms);
            Rapport.ColonnesNonLues = [.. noms.Where((_, i) => !lues.Contains(i))];
            Rapport.ColonnesAbsentes = [.. correspondance.Colonnes.Where(c => entete.Rang(c) < 0).Order(StringComparer.Ordinal)];
        }
    }
}
