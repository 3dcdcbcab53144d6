using FaireAvec.Kernel.Donnees;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Kernel.Demarrage;

/// <summary>Remembers which files shipped with the product are already in the database. Written as the owner: open data, no person.</summary>
public static class DonneesChargees
{
    /// <summary>True when the file, known by its SHA-256, isn't in yet.</summary>
    public static async Task<bool> ChargerSiChangeAsync(this IServiceProvider services, string nom, string empreinte, CancellationToken annulation)
    {
        await using var commande = services.GetRequiredService<Base>().Proprietaire.CreateCommand("SELECT 1 FROM noyau.donnees_chargees WHERE nom = $1 AND empreinte = $2");
        commande.Parameters.AddWithValue(nom);
        commande.Parameters.AddWithValue(empreinte);
        return await commande.ExecuteScalarAsync(annulation) is null;
    }

    /// <summary>The file is in.</summary>
    public static async Task NoterChargeAsync(this IServiceProvider services, string nom, string empreinte, CancellationToken annulation)
    {
        await using var commande = services.GetRequiredService<Base>().Proprietaire.CreateCommand("INSERT INTO noyau.donnees_chargees (nom, empreinte, chargee_le) VALUES ($1, $2, $3) ON CONFLICT (nom) DO UPDATE SET empreinte = $2, chargee_le = $3");
        commande.Parameters.AddWithValue(nom);
        commande.Parameters.AddWithValue(empreinte);
        commande.Parameters.AddWithValue(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        await commande.ExecuteNonQueryAsync(annulation);
    }
}
