using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Kernel.Courrier;

/// <summary>A message of the log: when it left, for which address, of which kind, and whether it was handed over.</summary>
public sealed record CourrielNote(DateTimeOffset Instant, string Destinataire, string Categorie, string Etat);

/// <summary>The log of mail, for the rights of people: what it holds about addresses that the caller has, and its end.</summary>
public static class JournalDesCourriels
{
    /// <summary>Messages to these addresses, the oldest first.</summary>
    public static async Task<IReadOnlyList<CourrielNote>> CourrielsDeAsync(this FaireAvecDb db, IReadOnlyCollection<string> adresses, CancellationToken annulation)
    {
        string[] connues = [.. adresses];
        return connues.Length == 0 ? [] : await db.Database.SqlQuery<CourrielNote>($"SELECT instant, destinataire, categorie, etat FROM noyau.courriels_de({connues})").ToListAsync(annulation);
    }

    /// <summary>The log names these addresses no more; that messages left stays. In the context that answers people's rights. Gives how many.</summary>
    public static async Task<int> OublierCourrielsAsync(this FaireAvecDb db, IReadOnlyCollection<string> adresses, CancellationToken annulation)
    {
        string[] connues = [.. adresses];
        return connues.Length == 0 ? 0 : (await db.Database.SqlQuery<int>($"SELECT noyau.oublier_courriels({connues}) AS \"Value\"").ToListAsync(annulation))[0];
    }
}
