using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Securite;

namespace FaireAvec.Comptes.Domain;

/// <summary>Another system that an organisation lets in by the API, with the scopes and the territory that it was given. It proves itself by a <see cref="SecretDeClient"/>.</summary>
internal sealed class ClientApi : IJournalisee
{
    public const int NomMax = 120;
    public const int MotifMax = 300;

    /// <summary>Requests a second, on average, for a client whose limit nobody raised.</summary>
    public const int LimiteParDefaut = 50;
    public const int LimiteMax = 10_000;

    public required Guid Id { get; init; }
    public required string Nom { get; set; }

    /// <summary>The organisation that answers for it.</summary>
    public required Guid Organisation { get; init; }

    /// <summary>What it may do ("activites:ecrire").</summary>
    public required string[] Etendues { get; set; }

    /// <summary>How far: its organisation, a territory, everywhere.</summary>
    public required Portee Portee { get; set; }

    /// <summary>Codes of the départements of its territory; empty for the other scopes.</summary>
    public string[] Departements { get; set; } = [];

    /// <summary>Requests a second, on average; ten times as many at once.</summary>
    public int LimiteParSeconde { get; set; } = LimiteParDefaut;

    /// <summary>The account that made it, and that is written to when something goes wrong; null for the operator's command.</summary>
    public Guid? Responsable { get; init; }

    public required DateTimeOffset CreeLe { get; init; }
    public DateTimeOffset? RevoqueLe { get; private set; }
    public string? MotifDeRevocation { get; private set; }

    string IJournalisee.IdJournal => Id.ToString();

    /// <summary>Stops it for ever; false when it already was.</summary>
    public bool Revoquer(DateTimeOffset maintenant, string? motif)
    {
        if (RevoqueLe is not null)
        {
            return false;
        }

        (RevoqueLe, MotifDeRevocation) = (maintenant, motif);
        return true;
    }
}
