using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;

namespace FaireAvec.Comptes.Invitations;

/// <summary>Who is invited, as a form or a line of a file says it.</summary>
internal sealed record InvitationSaisie(string? Courriel, string? Prenom, string? Nom, Role? Role)
{
    public IReadOnlyList<string> Departements { get; init; } = [];
}

/// <summary>The same, checked.</summary>
internal sealed record InvitationLue(string Courriel, string Cle, string? Prenom, string? Nom, Role Role, IReadOnlyList<string> Departements);
