using System.Security.Cryptography;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Npgsql;

namespace FaireAvec.Kernel.Journal;

/// <summary>
/// Reads what the journal says of a person, in the name of who asks. The caller has checked the right, and journals that it was read and why, before: the
/// database gives the key to nobody else (<c>noyau.lire_cle_de_personne</c>).
/// </summary>
public sealed class LecturePersonnelle
{
    private readonly Base _donnees;
    private readonly ContexteAcces _acces;
    private readonly Lazy<CleOperateur> _operateur;

    internal LecturePersonnelle(Base donnees, ContexteAcces acces, Lazy<CleOperateur> operateur) => (_donnees, _acces, _operateur) = (donnees, acces, operateur);

    /// <summary>The values in JSON; null when the person's key was erased, or isn't for who asks: nobody reads them.</summary>
    public async Task<string?> LireAsync(Guid personne, byte[] chiffre, CancellationToken annulation)
    {
        await using var connexion = await _donnees.Application.OpenConnectionAsync(annulation);
        await ReglagesDAcces.AppliquerAsync(connexion, _acces, annulation);
        await using var commande = new NpgsqlCommand("SELECT noyau.lire_cle_de_personne($1)", connexion) { Parameters = { new() { Value = personne } } };
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
