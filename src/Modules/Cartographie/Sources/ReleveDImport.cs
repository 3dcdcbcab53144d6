using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Import;

namespace FaireAvec.Cartographie.Sources;

/// <summary>What is noted while the rows of one import are read: the counts, and each defect.</summary>
internal sealed class ReleveDImport(ImportDeLieux import, CancellationToken annulation)
{
    private readonly List<AnomalieDImport> _anomalies = [];
    private readonly HashSet<string> _refusees = new(StringComparer.Ordinal);
    private readonly HashSet<string> _noms = new(StringComparer.Ordinal);

    public IReadOnlyCollection<AnomalieDImport> Anomalies => _anomalies;

    /// <summary>Ids of the refused rows: their places are left as they are.</summary>
    public IReadOnlyCollection<string> Refusees => _refusees;

    /// <summary>Names of the refused rows whose id isn't known: the places of that name are left as they are too.</summary>
    public IReadOnlyCollection<string> NomsRefuses => _noms;

    /// <summary>A record begins.</summary>
    /// <param name="lignes">Rows that make it.</param>
    public void Lire(int lignes)
    {
        import.Lus += lignes;
        annulation.ThrowIfCancellationRequested();
    }

    /// <summary>A row gave a place.</summary>
    public void Garder(Lieu lieu, bool corrige)
    {
        import.Gardes++;
        import.Corriges += corrige ? 1 : 0;
        import.Retenus += lieu.Retenu is null ? 0 : 1;
    }

    /// <summary>A row gives no place.</summary>
    public void Rejeter(long ligne, string? id, string? nom, string champ, string regle, string? valeur, string raison)
    {
        Refuser(id, nom);
        Noter(ligne, id, champ, regle, NiveauAnomalie.Rejet, valeur, null, raison, null);
    }

    /// <summary>A refused row, whose reasons are noted already.</summary>
    public void Refuser(string? id, string? nom)
    {
        import.Rejetes++;
        if (!string.IsNullOrEmpty(id))
        {
            _refusees.Add(id);
        }
        else if (!string.IsNullOrEmpty(nom))
        {
            _noms.Add(nom);
        }
    }

    /// <summary>A defect told by the reading of files.</summary>
    public void Noter(Anomalie a) => Noter(a.Ligne, a.Id, a.Champ, a.Champ.Length == 0 ? "lecture" : $"lecture.{a.Champ}", a.Rejete ? NiveauAnomalie.Rejet : NiveauAnomalie.Avertissement, a.Valeur, null, a.Raison, null);

    public void Noter(long ligne, string? id, string champ, string regle, NiveauAnomalie niveau, string? avant, string? apres, string message, string? suggestion)
    {
        if (_anomalies.Count < EcritureDesAnomalies.Maximum)
        {
            _anomalies.Add(new AnomalieDImport { Import = import.Id, Source = import.Source, Ligne = ligne, Lieu = id, Champ = champ, Regle = regle, Niveau = niveau, Avant = avant, Apres = apres, Message = message, Suggestion = suggestion, Instant = import.DebutLe });
        }
    }
}
