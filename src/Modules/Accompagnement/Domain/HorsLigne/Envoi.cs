using System.Security.Cryptography;
using System.Text;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.HorsLigne;

/// <summary>Something that a device sent, and what became of it. Sent again, the answer is the same and nothing is written.</summary>
internal sealed class Envoi
{
    /// <summary>Longest content, in characters: what a form holds.</summary>
    public const int CorpsMax = 20_000;

    /// <summary>Sent at once.</summary>
    public const int ParEnvoi = 50;

    /// <summary>Waiting on one device: beyond, one goes back to the network first.</summary>
    public const int EnAttenteMax = 500;

    public const int PhraseMax = 1000;

    public required Guid Appareil { get; init; }

    /// <summary>Made on the device.</summary>
    public required Guid Id { get; init; }

    public required Guid Compte { get; init; }
    public required Guid Organisation { get; init; }

    /// <summary>Its rank on the device.</summary>
    public required long Numero { get; init; }

    public required GenreDEnvoi Genre { get; init; }

    /// <summary>What it is about, when the last word wins: the workshop.</summary>
    public Guid? Sujet { get; init; }

    /// <summary>Of what was sent, byte for byte.</summary>
    public required byte[] Empreinte { get; init; }

    /// <summary>By the device's own clock.</summary>
    public required DateTimeOffset FaitLe { get; init; }

    public required DateTimeOffset RecuLe { get; init; }
    public required EtatDEnvoi Etat { get; set; }

    /// <summary>Code of the refusal.</summary>
    public string? Code { get; init; }

    /// <summary>Its sentence.</summary>
    public string? Phrase { get; init; }

    /// <summary>What was sent, brought to the version of today and closed for this row; null when there is nothing left to decide.</summary>
    public byte[]? Corps { get; set; }

    public DateTimeOffset? DecideLe { get; private set; }

    /// <summary>Its author decided.</summary>
    public Resultat<bool> Decider(EtatDEnvoi vers, DateTimeOffset maintenant)
    {
        if (Etat == vers)
        {
            return false;
        }

        if (!EtatsDEnvoi.Permet(Etat, vers))
        {
            return ErreursHorsLigne.DejaDecide;
        }

        (Etat, Corps, DecideLe) = (vers, null, maintenant);
        return true;
    }

    /// <summary>The hash of what was sent: kind, version and content.</summary>
    public static byte[] Hacher(string genre, int version, string corps) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{genre}\n{version}\n{corps}")));
}
