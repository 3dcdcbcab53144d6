using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;

namespace FaireAvec.Comptes.Organisations;

/// <summary>A membership that would move, or that the other organisation has already.</summary>
internal sealed record MembreAReunir(Guid Appartenance, string Nom, Role Role, bool Deja);

/// <summary>What a merge would do, before it is done.</summary>
internal sealed record ApercuDeReunion(Organisation Absorbee, Organisation Gardee)
{
    public IReadOnlyList<MembreAReunir> Membres { get; init; } = [];

    /// <summary>Functions that would move, and those that the other has already today.</summary>
    public IReadOnlyList<(Fonction Fonction, bool Deja)> Fonctions { get; init; } = [];
    public IReadOnlyList<(string Lieu, bool Deja)> Lieux { get; init; } = [];
    public IReadOnlyList<string> Equipes { get; init; } = [];
    public IReadOnlyList<string> Affiliees { get; init; } = [];

    /// <summary>Invitations that wait, and would be called off: they say the name of an organisation that goes.</summary>
    public int Invitations { get; init; }

    /// <summary>Other systems that lose their access: it was given to an organisation that goes. Undoing the merge gives it back.</summary>
    public IReadOnlyList<string> Clients { get; init; } = [];

    /// <summary>What must be settled first, in sentences.</summary>
    public IReadOnlyList<string> Empechements { get; init; } = [];
}
