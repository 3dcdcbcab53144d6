namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>What the cleaning did, in the order in which it did it. Filled while one place is read, by one thread.</summary>
internal sealed class Releve
{
    // A cell may be a whole page; a report needs its beginning.
    private const int LongueurMontree = 200;

    private List<Correction>? _corrections;
    private List<AnomalieDeValeur>? _anomalies;
    private List<ValeurRetenue>? _retenues;

    public IReadOnlyList<Correction> Corrections => _corrections ?? [];

    public IReadOnlyList<AnomalieDeValeur> Anomalies => _anomalies ?? [];

    public IReadOnlyList<ValeurRetenue> Retenues => _retenues ?? [];

    public bool EstVide => _corrections is null && _anomalies is null && _retenues is null;

    /// <summary>Notes a change; nothing when there is none.</summary>
    public void Corriger(string champ, string? avant, string? apres, string regle)
    {
        if (!string.Equals(avant, apres, StringComparison.Ordinal))
        {
            (_corrections ??= []).Add(new Correction(champ, Court(avant), Court(apres), regle));
        }
    }

    /// <summary>Notes an anomaly; without a sentence of its own, it has the rule's.</summary>
    public void Signaler(string champ, string? valeur, string regle, Severite severite, string? phrase = null, string? suggestion = null) =>
        (_anomalies ??= []).Add(new AnomalieDeValeur(champ, Court(valeur), regle, severite, phrase ?? Regles.Phrase(regle), suggestion));

    /// <summary>Holds a value back, and traces its removal with the masked form only.</summary>
    public void Retenir(string champ, string valeur, string masquee, string regle)
    {
        (_retenues ??= []).Add(new ValeurRetenue(champ, valeur, masquee, regle));
        Corriger(champ, masquee, null, regle);
    }

    /// <summary>Removes a value that can't be used: the correction and the reason.</summary>
    public void Retirer(string champ, string? valeur, string regle, string? phrase = null, string? suggestion = null)
    {
        Corriger(champ, valeur, null, regle);
        Signaler(champ, valeur, regle, Severite.Corrige, phrase, suggestion);
    }

    /// <summary>Adds what another cleaning did.</summary>
    public void Ajouter(Releve autre)
    {
        if (autre._corrections is { } c)
        {
            (_corrections ??= []).AddRange(c);
        }

        if (autre._anomalies is { } a)
        {
            (_anomalies ??= []).AddRange(a);
        }

        if (autre._retenues is { } r)
        {
            (_retenues ??= []).AddRange(r);
        }
    }

    private static string? Court(string? texte) => texte is { Length: > LongueurMontree } ? string.Concat(texte.AsSpan(0, LongueurMontree), "…") : texte;
}
