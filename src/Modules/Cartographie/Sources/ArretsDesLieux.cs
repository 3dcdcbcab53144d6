using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Horaires;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Sources;

/// <summary>The dated stops of touring places.</summary>
internal sealed class ArretsDesLieux(FaireAvecDb db, ContexteEcriture ecriture, TimeProvider horloge)
{
    public const int JoursMax = 731;

    /// <summary>Adds a stop.</summary>
    public async Task<Resultat<Arret>> AjouterAsync(ArretDemande demande, CancellationToken annulation)
    {
        var fautes = Fautes(demande).ToList();
        if (fautes.Count > 0)
        {
            return Resultat<Arret>.Echec(fautes);
        }

        if (!await db.Set<Lieu>().AnyAsync(l => l.Id == demande.Lieu, annulation))
        {
            return ErreursSources.LieuInconnu(demande.Lieu);
        }

        var arret = new Arret
        {
            Id = Identifiants.Nouveau(horloge),
            Lieu = demande.Lieu,
            Commune = demande.Commune.Trim(),
            CodePostal = demande.CodePostal,
            CodeInsee = demande.CodeInsee,
            Adresse = demande.Adresse,
            Latitude = demande.Position?.Latitude,
            Longitude = demande.Position?.Longitude,
            PremierJour = demande.PremierJour,
            DernierJour = demande.DernierJour,
            Horaires = demande.Horaires,
            Auteur = ecriture.Acteur,
            CreeLe = horloge.GetUtcNow(),
        };
        db.Add(arret);
        await EnregistrerAsync(annulation);
        return arret;
    }

    /// <summary>Removes a stop.</summary>
    public async Task<Resultat<Arret>> RetirerAsync(Guid id, CancellationToken annulation)
    {
        if (await db.Set<Arret>().SingleOrDefaultAsync(a => a.Id == id, annulation) is not { } arret)
        {
            return ErreursSources.ArretInconnu(id);
        }

        db.Remove(arret);
        await EnregistrerAsync(annulation);
        return arret;
    }

    private async Task EnregistrerAsync(CancellationToken annulation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await db.SaveChangesAsync(annulation);
        await CatalogueLieux.AnnoncerAsync(db, annulation);
        await transaction.CommitAsync(annulation);
    }

    private static IEnumerable<Erreur> Fautes(ArretDemande d)
    {
        if (string.IsNullOrWhiteSpace(d.Commune) || d.Commune.Length > Arret.TexteMax)
        {
            yield return ErreursSources.ValeurRefusee("commune", "La commune de l’arrêt est obligatoire.");
        }

        if (d.CodePostal.Length != 5 || !d.CodePostal.All(char.IsAsciiDigit))
        {
            yield return ErreursSources.ValeurRefusee("code_postal", "Un code postal a cinq chiffres.");
        }

        if (d.DernierJour < d.PremierJour || d.DernierJour.DayNumber - d.PremierJour.DayNumber > JoursMax)
        {
            yield return ErreursSources.ValeurRefusee("dernier_jour", "Le dernier jour vient après le premier, et moins de deux ans plus tard.");
        }

        if (d.Adresse is { Length: > Arret.TexteMax })
        {
            yield return ErreursSources.ValeurRefusee("adresse", $"Trop long : {Arret.TexteMax} caractères au plus.");
        }

        if (d.Position is { } position && (!position.Valable || !position.PresDeLaFrance))
        {
            yield return ErreursSources.ValeurRefusee("latitude", "La position de l’arrêt est hors de France.");
        }

        var dates = Arret.Dater(d.Horaires, d.PremierJour, d.DernierJour);
        if (dates is not null && (!HorairesOsm.Analyser(dates).Reussi || (dates != d.Horaires && d.Horaires!.AsSpan().ContainsAny(';', '|'))))
        {
            // After a « ; » the days of the stop would no longer hold.
            yield return ErreursSources.ValeurRefusee("horaires", "Les horaires d’un arrêt s’écrivent au format OpenStreetMap : « 10:00-12:00,14:00-16:00 », ou avec leurs dates et leur année.");
        }
    }
}
