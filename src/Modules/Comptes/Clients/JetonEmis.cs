using FaireAvec.Kernel.Web;

namespace FaireAvec.Comptes.Clients;

/// <summary>A token, as RFC 6749 (5.1) writes it.</summary>
/// <param name="AccessToken">To send in « Authorization: Bearer ».</param>
/// <param name="TokenType">"Bearer".</param>
/// <param name="ExpiresIn">Seconds.</param>
/// <param name="Scope">Scopes, with a space between.</param>
internal sealed record JetonEmis(string AccessToken, string TokenType, int ExpiresIn, string Scope);

/// <summary>A refusal, as RFC 6749 (5.2) writes it, with ours beside.</summary>
/// <param name="Error">The word of the RFC.</param>
/// <param name="ErrorDescription">A sentence in ASCII.</param>
/// <param name="Erreurs">The same as elsewhere in the API.</param>
internal sealed record JetonRefuse(string Error, string ErrorDescription, IReadOnlyList<FauteDuProbleme> Erreurs);
