namespace FaireAvec.Accompagnement.Orientations;

/// <summary>What a receiver does, signed in or by the link: "recevoir", "rdv", "refuser", "honorer", "absente", "clore".</summary>
internal sealed record GesteDuReceveur(string? Quoi, DateTimeOffset? Rdv, string? Motif, string? Resultat);
