using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Normes;

namespace FaireAvec.Kernel.CourtsMessages;

/// <summary>
/// Who doesn't want any short message. Kept as keyed hashes, that nobody reads: one asks of a number. Whoever is there is never sent one, whatever module asks.
/// </summary>
public sealed class Desinscriptions
{
    private readonly Base _donnees;
    private readonly EmpreintesDeNumeros _empreintes;
    private readonly TimeProvider _horloge;

    internal Desinscriptions(Base donnees, EmpreintesDeNumeros empreintes, TimeProvider horloge) => (_donnees, _empreintes, _horloge) = (donnees, empreintes, horloge);

    /// <summary>True when this number said stop.</summary>
    public async Task<bool> EstDesinscritAsync(NumeroDeMobile numero, CancellationToken annulation)
    {
        await using var commande = _donnees.Application.CreateCommand("SELECT noyau.est_desinscrit($1)");
        commande.Parameters.AddWithValue(await _empreintes.DeAsync(numero, annulation));
        return await commande.ExecuteScalarAsync(annulation) is true;
    }

    /// <summary>No more messages to this number. Said twice, the first day stays.</summary>
    /// <param name="numero">The number.</param>
    /// <param name="origine">By which way: "reponse", "page".</param>
    /// <param name="annulation">Gives up.</param>
    public async Task DesinscrireAsync(NumeroDeMobile numero, string origine, CancellationToken annulation)
    {
        await using var commande = _donnees.Application.CreateCommand("SELECT noyau.desinscrire($1, $2, $3)");
        commande.Parameters.AddWithValue(await _empreintes.DeAsync(numero, annulation));
        commande.Parameters.AddWithValue(_horloge.GetUtcNow().UtcDateTime);
        commande.Parameters.AddWithValue(origine);
        await commande.ExecuteNonQueryAsync(annulation);
    }

    /// <summary>Messages again, at the request of whoever has the number.</summary>
    public async Task ReinscrireAsync(NumeroDeMobile numero, CancellationToken annulation)
    {
        await using var commande = _donnees.Application.CreateCommand("SELECT noyau.reinscrire($1)");
        commande.Parameters.AddWithValue(await _empreintes.DeAsync(numero, annulation));
        await commande.ExecuteNonQueryAsync(annulation);
    }
}
