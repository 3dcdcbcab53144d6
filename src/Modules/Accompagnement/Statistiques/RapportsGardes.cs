using System.Text.Json;
using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Statistiques;

/// <summary>Reports: kept, shared, taken back, removed. Row security shows them to their author alone; a link opens one, and nothing else.</summary>
internal sealed class RapportsGardes(FaireAvecDb db, StatistiquesDemandees statistiques, JetonsDeRapports jetons, EnSysteme systeme, Demandeur demandeur, TimeProvider horloge)
{
    /// <summary>What the link of a report opens, and nothing else.</summary>
    public const string Role = "systeme:rapports";

    /// <summary>Keeps figures. The id comes with the form: sent twice, it is one report.</summary>
    public async Task<Resultat<Guid>> GarderAsync(Guid id, ChiffresDemandes demandes, string? titre, string? commentaire, CancellationToken annulation)
    {
        var lus = Lire(titre, commentaire);
        if (!lus.Reussi)
        {
            return Resultat<Guid>.Echec(lus.Erreurs);
        }

        var moi = demandeur.Identite!;
        if (await db.Set<Rapport>().AsNoTracking().AnyAsync(r => r.Id == id, annulation))
        {
            return id;
        }

        if (await db.Set<Rapport>().CountAsync(annulation) >= Rapport.Max)
        {
            return ErreursDeStatistiques.TropDeRapports;
        }

        db.Add(new Rapport
        {
            Id = id,
            Auteur = moi.Compte,
            Organisation = moi.Organisation!.Value,
            Niveau = demandes.Choix.Niveau,
            DeQui = await statistiques.DeQuiAsync(demandes.Choix, annulation),
            Titre = lus.Valeur.Titre,
            Commentaire = lus.Valeur.Commentaire,
            Du = demandes.Demande.Du,
            Au = demandes.Demande.Au,
            Choisi = statistiques.EnMots(demandes),
            Blocs = Ecrire(demandes.Blocs()),
            BlocsPourTous = Ecrire(demandes.BlocsPourTous()),
            CalculeLe = horloge.GetUtcNow(),
        });
        try
        {
            await db.SaveChangesAsync(annulation);
        }
        catch (DbUpdateException e) when (e.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation })
        {
            // The same form sent twice at once: it is one report.
            db.Oublier();
        }

        return id;
    }

    public Task<Rapport?> TrouverAsync(Guid id, CancellationToken annulation) => db.Set<Rapport>().SingleOrDefaultAsync(r => r.Id == id, annulation);

    public async Task<Resultat<bool>> ModifierAsync(Rapport rapport, string? titre, string? commentaire, CancellationToken annulation)
    {
        var lus = Lire(titre, commentaire);
        if (!lus.Reussi)
        {
            return Resultat<bool>.Echec(lus.Erreurs);
        }

        (rapport.Titre, rapport.Commentaire) = lus.Valeur;
        await db.SaveChangesAsync(annulation);
        return true;
    }

    /// <summary>A new link; the one before is void at once.</summary>
    public async Task<Resultat<bool>> PartagerAsync(Rapport rapport, int? jours, CancellationToken annulation)
    {
        if (jours is not (>= 1 and <= Rapport.JoursMax))
        {
            return ErreursDeStatistiques.DureeDePartage;
        }

        rapport.Partager(Guid.CreateVersion7(horloge.GetUtcNow()), horloge.GetUtcNow().AddDays(jours.Value));
        await db.SaveChangesAsync(annulation);
        return true;
    }

    public Task RetirerLePartageAsync(Rapport rapport, CancellationToken annulation)
    {
        rapport.RetirerLePartage();
        return db.SaveChangesAsync(annulation);
    }

    public Task SupprimerAsync(Rapport rapport, CancellationToken annulation)
    {
        db.Remove(rapport);
        return db.SaveChangesAsync(annulation);
    }

    /// <summary>The link of a report, while it opens.</summary>
    public async Task<string?> LienAsync(Rapport rapport, CancellationToken annulation) => rapport.EstPartage(horloge.GetUtcNow()) ? LiensDesStatistiques.Partage(await jetons.DonnerAsync(rapport.Partage!.Value, annulation)) : null;

    /// <summary>What a link opens; null when it opens nothing: wrong, too old, taken back. Which of them isn't said.</summary>
    public async Task<Rapport?> OuvrirAsync(string? jeton, CancellationToken annulation) =>
        await jetons.LireAsync(jeton, annulation) is { } partage
        && await systeme.FaireAsync(Role, (_, d) => d.Set<Rapport>().AsNoTracking().SingleOrDefaultAsync(r => r.Partage == partage, annulation), annulation) is { } rapport
        && rapport.EstPartage(horloge.GetUtcNow()) ? rapport : null;

    public static IReadOnlyList<BlocDeChiffres> Lire(string blocs) => JsonSerializer.Deserialize<List<BlocDeChiffres>>(blocs, Data.EnJson.Options)!;

    private static string Ecrire(IReadOnlyList<BlocDeChiffres> blocs) => JsonSerializer.Serialize(blocs, Data.EnJson.Options);

    private static Resultat<(string Titre, string? Commentaire)> Lire(string? titre, string? commentaire)
    {
        var propre = string.Join(' ', (titre ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var texte = commentaire?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        var erreurs = new List<Erreur>();
        if (propre.Length is < Rapport.TitreMin or > Rapport.TitreMax || propre.Any(char.IsControl))
        {
            erreurs.Add(ErreursDeStatistiques.TitreManque);
        }

        if (texte is { Length: > Rapport.CommentaireMax })
        {
            erreurs.Add(ErreursDeStatistiques.CommentaireTropLong);
        }

        return erreurs.Count > 0 ? Resultat<(string, string?)>.Echec(erreurs) : (propre, texte is { Length: > 0 } ? texte : null);
    }
}
