using System.Diagnostics.CodeAnalysis;

namespace FaireAvec.Kernel.Resultats;

/// <summary>A value, or the reasons why there is none. For expected failures; a bug stays an exception.</summary>
public readonly struct Resultat<T>
{
    private readonly T? _valeur;
    private readonly IReadOnlyList<Erreur>? _erreurs;

    private Resultat(T? valeur, IReadOnlyList<Erreur>? erreurs)
    {
        _valeur = valeur;
        _erreurs = erreurs;
    }

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(true, nameof(_valeur))]
    public bool Reussi => _erreurs is null;

    /// <summary>The value. Throws when the result is a failure: look at <see cref="Reussi"/> first.</summary>
    public T Valeur => Reussi ? _valeur! : throw new InvalidOperationException($"No value: {Erreur!.Code} {Erreur.Message}");

    /// <summary>The first reason, or null on success.</summary>
    public Erreur? Erreur => _erreurs is { Count: > 0 } e ? e[0] : null;

    /// <summary>All the reasons; empty on success.</summary>
    public IReadOnlyList<Erreur> Erreurs => _erreurs ?? [];

    /// <summary>A success.</summary>
    public static Resultat<T> Ok(T valeur) => new(valeur, null);

    /// <summary>A failure, with at least one reason.</summary>
    public static Resultat<T> Echec(IReadOnlyList<Erreur> erreurs) =>
        erreurs.Count > 0 ? new(default, erreurs) : throw new ArgumentException("A failure has at least one reason.", nameof(erreurs));

    /// <summary>A value is a success.</summary>
    public static implicit operator Resultat<T>(T valeur) => Ok(valeur);

    /// <summary>An error is a failure.</summary>
    public static implicit operator Resultat<T>(Erreur erreur) => Echec([erreur]);
}
