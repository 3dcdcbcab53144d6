using System.Security.Cryptography;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Npgsql;

namespace FaireAvec.Kernel.Journal;

/// <summary>Reads what the journal says of a person. The caller has checked the right, and journals that it was read and why.</summary>
public sealed class LecturePersonnelle
{
    private readonly Base _donnees;
    private readonly Lazy<CleOperateur> _operateur;

    internal LecturePersonnelle(Base donnees, Lazy<CleOperateur> operateur) => (_donnees, _operateur) = (donnees, operateur);

    /// <summary>The values in JSON; null when the person's key was erased: nobody reads them any more.</summary>
    public async Task<string?> LireAsync(Guid personne, byte[] chiffre, CancellationToken annulation)
    {
        await using var commande = _donnees.Application.CreateCommand("SELECT noyau.lire_cle_de_personne($1)");
        commande.Parameters.Add(new NpgsqlParameter { Value = personne });
        if (await commande.ExecuteScalarAsync(annulation) is not byte[] gardee)
        {
            return null;
        }

        return Dechiffrer(gardee, chiffre);
    }

    /// <summary>The values in JSON, with the person's key as it is kept; null when it isn't the one that closed them.</summary>
    public string? Dechiffrer(byte[] gardee, byte[] chiffre)
    {
        try
        {
            return ClePersonne.Dechiffrer(_operateur.Value.OuvrirCle(gardee), chiffre);
        }
        catch (CryptographicException)
        {
            // The key was erased and another one made since: the old values stay unreadable.
            return null;
        }
    }
}
