using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;

namespace FaireAvec.Comptes.Sessions;

/// <summary>Reads names through a reviewed function that gives nothing else. Scoped: a page asks for each name once.</summary>
internal sealed class NomsDesComptes(Base donnees) : INomsDesComptes
{
    /// <summary>Before the id of a client of the API.</summary>
    private const string Client = "client:";

    private readonly Dictionary<Guid, string?> _connus = [];

    public async ValueTask<string?> NomAsync(string? acteur, CancellationToken annulation)
    {
        var client = acteur?.StartsWith(Client, StringComparison.Ordinal) == true;
        if (!Guid.TryParse(client ? acteur![Client.Length..] : acteur, out var compte))
        {
            return null;
        }

        if (!_connus.TryGetValue(compte, out var nom))
        {
            await using var commande = donnees.Application.CreateCommand(client ? "SELECT comptes.nom_du_client($1)" : "SELECT comptes.nom_de($1)");
            commande.Parameters.AddWithValue(compte);
            nom = await commande.ExecuteScalarAsync(annulation) as string;
            _connus[compte] = nom;
        }

        return nom;
    }
}
