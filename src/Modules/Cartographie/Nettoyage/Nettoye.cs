namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>A value after cleaning, with everything that was done to it.</summary>
/// <param name="Valeur">What is kept; null when unknown, removed or held back.</param>
/// <param name="Releve">Corrections, anomalies and values held back.</param>
internal readonly record struct Nettoye<T>(T? Valeur, Releve Releve)
{
    public EtatValeur Etat => this switch
    {
        { Releve.Retenues.Count: > 0 } => EtatValeur.Retenue,
        { EstVide: true, Releve.EstVide: true } => EtatValeur.Absente,
        { EstVide: true } => EtatValeur.Retiree,
        { Releve.Anomalies.Count: > 0 } => EtatValeur.Signalee,
        { Releve.Corrections.Count: > 0 } => EtatValeur.Corrigee,
        _ => EtatValeur.Intacte,
    };

    private bool EstVide => Valeur is null or Array { Length: 0 };
}
