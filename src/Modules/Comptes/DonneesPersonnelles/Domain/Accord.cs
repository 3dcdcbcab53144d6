using System.Security.Cryptography;
using System.Text;
using FaireAvec.Kernel.Journal;

namespace FaireAvec.Comptes.DonneesPersonnelles.Domain;

/// <summary>A published text, copied here the first time that somebody agrees to it: the proof doesn't depend on a file.</summary>
internal sealed class TexteGarde
{
    public required string Finalite { get; init; }
    public required int Version { get; init; }
    public required string Titre { get; init; }
    public required string Texte { get; init; }

    /// <summary>SHA-256 of the title and the text.</summary>
    public required byte[] Empreinte { get; init; }

    public static byte[] EmpreinteDe(TexteDAccord texte) => SHA256.HashData(Encoding.UTF8.GetBytes($"{texte.Titre}\n{texte.Texte}"));
}

/// <summary>Somebody agreed to a text, and perhaps took it back: who, when, how, which version.</summary>
internal sealed class Accord : IJournalisee
{
    public const int FinaliteMax = 60;
    public const int MoyenMax = 20;

    public required Guid Id { get; init; }
    public required Guid Personne { get; init; }
    public required string Finalite { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset DonneLe { get; init; }

    /// <summary>How it was given: the words of <c>MoyenDAccord</c>.</summary>
    public required string Moyen { get; init; }

    /// <summary>Who recorded it: the person, or the professional who received a paper.</summary>
    public required Guid RecueilliPar { get; init; }

    public DateTimeOffset? RetireLe { get; private set; }
    public string? MoyenDuRetrait { get; private set; }

    string IJournalisee.IdJournal => Id.ToString();

    /// <summary>False when it was taken back already.</summary>
    public bool Retirer(DateTimeOffset maintenant, string moyen)
    {
        if (RetireLe is not null)
        {
            return false;
        }

        (RetireLe, MoyenDuRetrait) = (maintenant, moyen);
        return true;
    }
}
