using System.Globalization;
using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Domain.NosLieux;
using FaireAvec.Cartographie.Horaires;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.NosLieux;

/// <summary>
/// The places of an organisation, kept up to date by who manages it. Nothing is written on what a source gives: a change is a correction of each record that
/// makes the place (<see cref="SaisieDesLieux"/>), and each gesture is kept with what was there before, so that it is undone in a click.
/// </summary>
internal sealed class LieuxDeLOrganisation(
    FaireAvecDb db, CatalogueLieux catalogue, ILieuxDesOrganisations organisations, SaisieDesLieux saisie, Demandeur demandeur, ContexteEcriture ecriture, TimeProvider horloge)
{
    /// <summary>After this time nobody knows any more.</summary>
    public const int MoisDeFraicheur = 6;

    private const string ChampVerifie = "verifie_le";
    private const string ChampRetenu = "retenu";

    /// <summary>Lock of what is written for one place.</summary>
    private const int Verrou = 0x6E6F_736C;

    public async Task<IReadOnlyList<LieuTenu>> ListerAsync(CancellationToken annulation) =>
        demandeur.Identite?.Organisation is { } organisation ? await LireAsync(await organisations.LieuxAsync(organisation, annulation), annulation) : [];

    /// <summary>One of them; null when the organisation hasn't it.</summary>
    public async Task<LieuTenu?> TrouverAsync(string id, CancellationToken annulation)
    {
        if (demandeur.Identite?.Organisation is not { } organisation || !(await organisations.LieuxAsync(organisation, annulation)).Contains(id, StringComparer.Ordinal))
        {
            return null;
        }

        return (await LireAsync([id], annulation))[0];
    }

    /// <summary>What was done on one of them, the latest first.</summary>
    public async Task<IReadOnlyList<TenueDeLieu>> HistoireAsync(string id, CancellationToken annulation) =>
        await db.Set<TenueDeLieu>().AsNoTracking().Where(t => t.Lieu == id).OrderByDescending(t => t.FaiteLe).ThenByDescending(t => t.Id).Take(50).ToListAsync(annulation);

    /// <summary>« Tout est à jour », for these places. What is already confirmed today isn't written again.</summary>
    public async Task<Resultat<int>> ConfirmerAsync(IReadOnlyList<LieuTenu> lieux, CancellationToken annulation)
    {
        // The database keeps microseconds: what is compared when it is undone is what was written.
        var maintenant = horloge.GetUtcNow() is var m ? m.AddTicks(-(m.Ticks % TimeSpan.TicksPerMicrosecond)) : default;
        var confirmes = 0;
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        foreach (var lieu in lieux.Where(l => l.Etat == EtatDuLieuTenu.Montre && l.Fiche is not null).OrderBy(l => l.Id, StringComparer.Ordinal))
        {
            await VerrouillerAsync(lieu, annulation);
            var ids = lieu.Fiches.Select(f => f.Id).ToArray();
            var avant = await db.Set<Lieu>().AsNoTracking().Where(l => ids.Contains(l.Id)).Select(l => new { l.Id, l.VerifieLe }).ToListAsync(annulation);
            if (avant.All(f => f.VerifieLe is { } v && JourDeParis.De(v) == JourDeParis.De(maintenant)))
            {
                continue;
            }

            ecriture.Motif = "Tout est à jour.";
            await db.DirePourLHistoriqueAsync(ecriture, maintenant, null, annulation);
            await db.Set<Lieu>().Where(l => ids.Contains(l.Id)).ExecuteUpdateAsync(l => l.SetProperty(x => x.VerifieLe, maintenant), annulation);
            Journaliser("verification", lieu);
            Noter(lieu, GesteDeTenue.Confirmation, [.. avant.Select(f => new ValeurTenue(f.Id, ChampVerifie, Instant(f.VerifieLe), Instant(maintenant)))]);
            confirmes++;
        }

        await FinirAsync(confirmes > 0, annulation);
        await transaction.CommitAsync(annulation);
        return confirmes;
    }

    /// <summary>Corrects fields of a place, in each record that makes it. False when nothing changed.</summary>
    public Task<Resultat<bool>> CorrigerAsync(LieuTenu lieu, IReadOnlyDictionary<string, string?> valeurs, CancellationToken annulation) =>
        CorrigerAsync(lieu, GesteDeTenue.Correction, "Corrigé par l’organisation du lieu.", valeurs, annulation);

    /// <summary>Closed from a day to another: said in the hours, and over by itself.</summary>
    public Task<Resultat<bool>> FermerUnTempsAsync(LieuTenu lieu, DateOnly? du, DateOnly? au, CancellationToken annulation)
    {
        var aujourdhui = JourDeParis.De(horloge.GetUtcNow());
        if (lieu.Fiche?.Horaires is not { } horaires || !HorairesOsm.Analyser(horaires).Reussi)
        {
            return Task.FromResult(Resultat<bool>.Echec([ErreursDesNosLieux.SansHoraires]));
        }

        if (du is not { } premier || au is not { } dernier || dernier < premier || dernier < aujourdhui || premier > aujourdhui.AddYears(1) || dernier > aujourdhui.AddYears(1))
        {
            return Task.FromResult(Resultat<bool>.Echec([ErreursDesNosLieux.Dates]));
        }

        var fermeture = new FermeturePrevue(premier, dernier);
        var texte = SemaineSaisie.Lire(horaires) is { } semaine
            ? (semaine with { Fermetures = [.. semaine.Fermetures, fermeture] }).Ecrire(aujourdhui)
            : $"{horaires.TrimEnd(' ', ';')}; {SemaineSaisie.Ecrire(fermeture)}";
        return CorrigerAsync(lieu, GesteDeTenue.FermetureTemporaire, "Fermé pour un temps.", new Dictionary<string, string?>(StringComparer.Ordinal) { ["horaires"] = texte }, annulation);
    }

    /// <summary>
    /// Closed for good: off the map at once when the place is the organisation's (<see cref="AttestationDuLieu"/>), asked of those who keep the data otherwise.
    /// </summary>
    public async Task<Resultat<bool>> FermerAsync(LieuTenu lieu, CancellationToken annulation)
    {
        if (lieu.Etat != EtatDuLieuTenu.Montre || lieu.Fiche is null)
        {
            return ErreursDesNosLieux.Etat;
        }

        var identite = demandeur.Identite!;
        if (!AttestationDuLieu.Atteste(lieu.Fiche.Pivot, await organisations.SiretAsync(identite.Organisation!.Value, annulation)))
        {
            db.Add(new Signalement { Id = Identifiants.Nouveau(horloge), LieuId = lieu.Fiche.Id, Categorie = CategorieSignalement.Ferme, Message = $"L’organisation « {identite.NomOrganisation} » dit que ce lieu a fermé.", RecuLe = horloge.GetUtcNow() });
            await db.SaveChangesAsync(annulation);
            return ErreursDesNosLieux.PasAVous;
        }

        return await ChangerLEtatAsync(lieu, GesteDeTenue.Fermeture, annulation);
    }

    /// <summary>On the map again, when the organisation had taken it off.</summary>
    public async Task<Resultat<bool>> RouvrirAsync(LieuTenu lieu, CancellationToken annulation)
    {
        if (lieu.Etat != EtatDuLieuTenu.Ferme || await DerniereAsync(lieu, annulation) is not { Geste: GesteDeTenue.Fermeture, DefaiteLe: null })
        {
            return ErreursDesNosLieux.DejaDefait;
        }

        return await ChangerLEtatAsync(lieu, GesteDeTenue.Reouverture, annulation);
    }

    /// <summary>Puts back what was there before a gesture; refused when somebody changed it since.</summary>
    public async Task<Resultat<bool>> DefaireAsync(LieuTenu lieu, Guid id, CancellationToken annulation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await VerrouillerAsync(lieu, annulation);
        if (await db.Set<TenueDeLieu>().SingleOrDefaultAsync(t => t.Id == id && t.Lieu == lieu.Id, annulation) is not { } tenue || !tenue.Defaire(demandeur.Identite!.Compte, horloge.GetUtcNow()))
        {
            return ErreursDesNosLieux.DejaDefait;
        }

        ecriture.Motif = "Défait par l’organisation du lieu.";
        var fait = tenue.Geste switch
        {
            GesteDeTenue.Confirmation => await RendreLaVerificationAsync(lieu, tenue, annulation),
            GesteDeTenue.Fermeture => await RepublierAsync(lieu, annulation),
            GesteDeTenue.Reouverture => ErreursDesNosLieux.DejaDefait,
            _ => await RendreLesValeursAsync(lieu, tenue, annulation),
        };
        if (fait.Reussi)
        {
            await FinirAsync(true, annulation);
            await transaction.CommitAsync(annulation);
        }

        return fait;
    }

    private async Task<Resultat<bool>> CorrigerAsync(LieuTenu lieu, GesteDeTenue geste, string motif, IReadOnlyDictionary<string, string?> valeurs, CancellationToken annulation)
    {
        if (lieu.Etat != EtatDuLieuTenu.Montre)
        {
            return ErreursDesNosLieux.Etat;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await VerrouillerAsync(lieu, annulation);
        ecriture.Motif = motif;
        var changees = new List<ValeurTenue>();
        // All the records that make the place: whichever gives a field, what is shown is what was written.
        foreach (var fiche in await FichesCorrigeesAsync([.. lieu.Fiches.Select(f => f.Id)], annulation))
        {
            var modifiee = await saisie.ModifierAsync(fiche.Id, valeurs, annulation);
            if (!modifiee.Reussi)
            {
                return Resultat<bool>.Echec(modifiee.Erreurs);
            }

            changees.AddRange(valeurs.Keys.Where(c => modifiee.Valeur.Texte(c) != fiche.Texte(c)).Select(c => new ValeurTenue(fiche.Id, c, fiche.Texte(c), modifiee.Valeur.Texte(c))));
        }

        if (changees.Count == 0)
        {
            return false;
        }

        Noter(lieu, geste, changees);
        await FinirAsync(true, annulation);
        await transaction.CommitAsync(annulation);
        return true;
    }

    private async Task<Resultat<bool>> ChangerLEtatAsync(LieuTenu lieu, GesteDeTenue geste, CancellationToken annulation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await VerrouillerAsync(lieu, annulation);
        ecriture.Motif = geste == GesteDeTenue.Fermeture ? "Fermé, dit l’organisation du lieu." : "Rouvert, dit l’organisation du lieu.";
        var fiche = lieu.Fiches[0].Id;
        var fait = geste == GesteDeTenue.Fermeture ? await saisie.DepublierAsync(fiche, annulation) : await saisie.RepublierAsync(fiche, annulation);
        if (!fait.Reussi)
        {
            return Resultat<bool>.Echec(fait.Erreurs);
        }

        Noter(lieu, geste, [.. fait.Valeur.Select(f => new ValeurTenue(f.Id, ChampRetenu, geste == GesteDeTenue.Fermeture ? null : Lieu.Depublie, f.Retenu))]);
        await FinirAsync(true, annulation);
        await transaction.CommitAsync(annulation);
        return true;
    }

    private async Task<Resultat<bool>> RepublierAsync(LieuTenu lieu, CancellationToken annulation)
    {
        var fait = await saisie.RepublierAsync(lieu.Fiches[0].Id, annulation);
        return fait.Reussi ? true : ErreursDesNosLieux.DejaDefait;
    }

    private async Task<Resultat<bool>> RendreLaVerificationAsync(LieuTenu lieu, TenueDeLieu tenue, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        await db.DirePourLHistoriqueAsync(ecriture, maintenant, null, annulation);
        var rendues = 0;
        foreach (var valeur in tenue.Valeurs)
        {
            var (avant, apres) = (Instant(valeur.Avant), Instant(valeur.Apres));
            rendues += await db.Set<Lieu>().Where(l => l.Id == valeur.Fiche && l.VerifieLe == apres).ExecuteUpdateAsync(l => l.SetProperty(x => x.VerifieLe, avant), annulation);
        }

        if (rendues == 0)
        {
            return ErreursDesNosLieux.Depasse;
        }

        Journaliser("verification-retiree", lieu);
        return true;
    }

    private async Task<Resultat<bool>> RendreLesValeursAsync(LieuTenu lieu, TenueDeLieu tenue, CancellationToken annulation)
    {
        var fiches = (await FichesCorrigeesAsync([.. tenue.Valeurs.Select(v => v.Fiche).Distinct(StringComparer.Ordinal)], annulation)).ToDictionary(f => f.Id, StringComparer.Ordinal);
        if (lieu.Etat != EtatDuLieuTenu.Montre || tenue.Valeurs.Any(v => !fiches.TryGetValue(v.Fiche, out var f) || f.Texte(v.Champ) != v.Apres))
        {
            return ErreursDesNosLieux.Depasse;
        }

        foreach (var parFiche in tenue.Valeurs.GroupBy(v => v.Fiche, StringComparer.Ordinal))
        {
            var rendue = await saisie.ModifierAsync(parFiche.Key, parFiche.ToDictionary(v => v.Champ, v => v.Avant, StringComparer.Ordinal), annulation);
            if (!rendue.Reussi)
            {
                return Resultat<bool>.Echec(rendue.Erreurs);
            }
        }

        return true;
    }

    private Task<TenueDeLieu?> DerniereAsync(LieuTenu lieu, CancellationToken annulation) =>
        db.Set<TenueDeLieu>().AsNoTracking().Where(t => t.Lieu == lieu.Id && (t.Geste == GesteDeTenue.Fermeture || t.Geste == GesteDeTenue.Reouverture)).OrderByDescending(t => t.FaiteLe).ThenByDescending(t => t.Id).FirstOrDefaultAsync(annulation);

    private Task<int> VerrouillerAsync(LieuTenu lieu, CancellationToken annulation) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Verrou}, hashtext({lieu.Id}))", annulation);

    private void Noter(LieuTenu lieu, GesteDeTenue geste, IReadOnlyList<ValeurTenue> valeurs) => db.Add(new TenueDeLieu
    {
        Id = Identifiants.Nouveau(horloge),
        Lieu = lieu.Id,
        Organisation = demandeur.Identite!.Organisation!.Value,
        Compte = demandeur.Identite.Compte,
        FaiteLe = horloge.GetUtcNow(),
        Geste = geste,
        Details = TenueDeLieu.Ecrire(valeurs),
    });

    private void Journaliser(string action, LieuTenu lieu) => db.Journaliser(new EntreeJournal(action, "cartographie.Lieu", lieu.Fiche!.Id, null, JsonSerializer.Serialize(new { lieu.Fiche.Nom, lieu.Fiche.Commune })));

    private async Task FinirAsync(bool change, CancellationToken annulation)
    {
        if (change)
        {
            await db.SaveChangesAsync(annulation);
            await CatalogueLieux.AnnoncerAsync(db, annulation);
        }
    }

    private async Task<IReadOnlyList<Lieu>> FichesCorrigeesAsync(string[] ids, CancellationToken annulation)
    {
        var fiches = await db.Set<Lieu>().AsNoTracking().Where(l => ids.Contains(l.Id)).OrderBy(l => l.Id).ToListAsync(annulation);
        return CompositionDesLieux.Corriger(fiches, await db.Set<CorrectionDeChamp>().AsNoTracking().Where(c => ids.Contains(c.Lieu) && c.Etat == EtatCorrection.Active).ToListAsync(annulation));
    }

    private async Task<IReadOnlyList<LieuTenu>> LireAsync(IReadOnlyList<string> ids, CancellationToken annulation)
    {
        var index = catalogue.Index;
        // A merged place is linked under any of its ids.
        var publics = ids.Distinct(StringComparer.Ordinal).ToDictionary(id => id, id => index.RangDe(id) is >= 0 and var rang ? index[rang] : null, StringComparer.Ordinal);
        var groupes = publics.Select(p => p.Value?.Id ?? p.Key).Distinct(StringComparer.Ordinal).ToArray();
        var membres = (await db.Set<MembreDeGroupe>().AsNoTracking().Where(m => groupes.Contains(m.Groupe)).Select(m => new { m.Groupe, m.Lieu }).ToListAsync(annulation)).ToLookup(m => m.Groupe, m => m.Lieu, StringComparer.Ordinal);
        var toutes = (await FichesCorrigeesAsync([.. groupes.Concat(groupes.SelectMany(g => membres[g])).Distinct(StringComparer.Ordinal)], annulation)).ToDictionary(f => f.Id, StringComparer.Ordinal);
        var maintenant = horloge.GetUtcNow();
        var tenus = new List<LieuTenu>();
        foreach (var (id, montre) in publics)
        {
            var groupe = montre?.Id ?? id;
            List<Lieu> fiches = [.. (membres.Contains(groupe) ? membres[groupe] : [groupe]).Order(StringComparer.Ordinal).Select(f => toutes.GetValueOrDefault(f)).OfType<Lieu>()];
            // The index follows a change by a second; a place of one record is told as it is in the database.
            var seule = fiches.Count == 1 ? fiches[0] : null;
            var ferme = fiches.Count > 0 && fiches.TrueForAll(f => f.Retenu == Lieu.Depublie);
            var causes = montre is null ? fiches.ConvertAll(f => Retenue.De(f, accord: false)?.Cause) : [];
            var etat = fiches.Count == 0 ? EtatDuLieuTenu.Parti
                : ferme ? EtatDuLieuTenu.Ferme
                : causes.Contains(CauseDeRetenue.Hebergement) ? EtatDuLieuTenu.Retenu
                : causes.Contains(CauseDeRetenue.Nom) ? EtatDuLieuTenu.SansNom
                : EtatDuLieuTenu.Montre;
            var fiche = seule ?? montre ?? (fiches.Count > 0 ? fiches[0] : null);
            var verifieLe = fiches.Count == 0 || fiches.Exists(f => f.VerifieLe is null) ? null : fiches.Min(f => f.VerifieLe);
            tenus.Add(new()
            {
                Id = id,
                Etat = etat,
                Fiche = fiche,
                Fiches = fiches,
                VerifieLe = verifieLe,
                AConfirmer = etat == EtatDuLieuTenu.Montre && (verifieLe is null || verifieLe < maintenant.AddMonths(-MoisDeFraicheur)),
                Manques = fiche is null || etat != EtatDuLieuTenu.Montre ? [] : [.. Qualite.De(fiche, verifieLe, HorairesDuLieu.Lire(fiche.Horaires) is not null, JourDeParis.De(maintenant)).Manques.Where(m => m is not ("date_maj" or "latitude" or "pivot" or "code_insee" or "typologie"))],
            });
        }

        return tenus;
    }

    private static string? Instant(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Instant(string? texte) => texte is null ? null : DateTimeOffset.Parse(texte, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
