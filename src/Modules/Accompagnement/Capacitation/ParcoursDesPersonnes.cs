using FaireAvec.Accompagnement.Domain.AllerVers;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaireAvec.Accompagnement.Capacitation;

/// <summary>Reads and moves the path of somebody, under the rights of who asks: people whom they follow.</summary>
internal sealed class ParcoursDesPersonnes(FaireAvecDb db, Demandeur demandeur, IEmplois emplois, CatalogueLivre catalogue, TimeProvider horloge)
{
    /// <summary>Beyond, nobody gets there.</summary>
    public const int SavoirFaireMax = 12;

    private DateOnly Aujourdhui => JourDeParis.De(horloge.GetUtcNow());

    /// <summary>True for somebody whom who asks follows today.</summary>
    public Task<bool> SuivieAsync(Guid personne, CancellationToken annulation) =>
        db.Set<PersonneAccompagnee>().AnyAsync(p => p.Id == personne && p.FusionneeDans == null, annulation);

    public async Task<ParcoursLu> LireAsync(Guid personne, CancellationToken annulation)
    {
        // Those that turned out to be this person keep what was theirs.
        var ids = await db.Database.SqlQuery<Guid>($"SELECT i.id AS \"Value\" FROM accompagnement.ids_de_mes_personnes() i WHERE i.personne = {personne}").ToListAsync(annulation);
        var parcours = await db.Set<Parcours>().Where(p => ids.Contains(p.Personne)).OrderBy(p => p.Etat == EtatDeParcours.Clos).ThenByDescending(p => p.OuvertLe).ThenByDescending(p => p.Id).FirstOrDefaultAsync(annulation);
        var positionnements = await db.Set<Positionnement>().Where(p => ids.Contains(p.Personne)).OrderBy(p => p.Jour).ThenBy(p => p.SaisiLe).ToListAsync(annulation);
        if (parcours is null)
        {
            return new(null, [], positionnements, []);
        }

        var choisis = await db.Set<SavoirFaireChoisi>().Where(c => c.Parcours == parcours.Id).ToListAsync(annulation);
        var rappels = await db.Set<RappelDeSuivi>().Where(r => r.Parcours == parcours.Id).OrderBy(r => r.APartirDu).ToListAsync(annulation);
        return new(parcours, [.. choisis.OrderBy(c => catalogue.Catalogue.Rang(c.SavoirFaire))], positionnements, rappels);
    }

    /// <summary>What matters to the person. Opens a path when there is none in progress; one whose last follow-up is done is closed first.</summary>
    /// <param name="personne">Who.</param>
    /// <param name="codes">The savoir-faire.</param>
    /// <param name="configuration">In which configuration they learn: one of one's own, or the one that the path has.</param>
    /// <param name="langue">Code of <see cref="ListesDuParcours.Langues"/>, or null.</param>
    /// <param name="annulation">Gives up.</param>
    public async Task<Resultat<Parcours>> ChoisirAsync(Guid personne, IReadOnlyCollection<string> codes, Guid? configuration, string? langue, CancellationToken annulation)
    {
        if (codes.Count == 0)
        {
            return ErreursDeCapacitation.RienDeChoisi;
        }

        if (codes.Any(c => catalogue.Catalogue.Lire(c) is null))
        {
            return ErreursDeCapacitation.SavoirFaireInconnu;
        }

        var distincts = codes.ToHashSet(StringComparer.Ordinal);
        if (distincts.Count > SavoirFaireMax)
        {
            return ErreursDeCapacitation.TropDeSavoirFaire with { Message = string.Format(System.Globalization.CultureInfo.InvariantCulture, ErreursDeCapacitation.TropDeSavoirFaire.Message, SavoirFaireMax) };
        }

        if (langue is not null && !ListesDuParcours.Langues.Contient(langue))
        {
            return ErreursDeCapacitation.LangueInconnue;
        }

        var lu = await LireAsync(personne, annulation);
        var parcours = lu.Parcours;
        if (configuration is { } c0 && c0 != parcours?.Configuration && !await db.Set<ConfigurationDAllerVers>().AnyAsync(c => c.Id == c0 && c.Auteur == demandeur.Identite!.Compte, annulation))
        {
            return ErreursDeCapacitation.ConfigurationInconnue;
        }

        if (parcours?.Etat == EtatDeParcours.SuiviM3)
        {
            parcours.Clore();
            await db.SaveChangesAsync(annulation);
        }

        if (parcours is null or { Etat: EtatDeParcours.Clos })
        {
            (parcours, lu) = (new Parcours { Id = Identifiants.Nouveau(horloge), Personne = personne, Auteur = demandeur.Identite!.Compte, Equipes = await EquipesAsync(annulation), OuvertLe = Aujourdhui }, lu with { Choisis = [] });
            db.Add(parcours);
        }
        else if (!parcours.Actif)
        {
            return ErreursDeCapacitation.EtatImpossible;
        }

        (parcours.Configuration, parcours.Langue) = (configuration, langue);
        foreach (var retire in lu.Choisis.Where(c => !distincts.Contains(c.SavoirFaire)))
        {
            if (lu.Positionnements.Any(p => p.Parcours == parcours.Id && p.SavoirFaire == retire.SavoirFaire))
            {
                return ErreursDeCapacitation.DejaPositionne;
            }

            db.Remove(retire);
        }

        db.AddRange(distincts.Where(c => lu.Choisis.All(x => x.SavoirFaire != c)).Order(StringComparer.Ordinal).Select(c => new SavoirFaireChoisi { Parcours = parcours.Id, Personne = parcours.Personne, SavoirFaire = c, ChoisiLe = Aujourdhui }));
        return await EnregistrerAsync(parcours, annulation);
    }

    /// <summary>Levels at a moment of the path. Sent twice, it is kept once; at the same moment, it is put right.</summary>
    public async Task<Resultat<Parcours>> PositionnerAsync(Guid personne, SaisieDePositionnement saisie, CancellationToken annulation)
    {
        if (saisie.Niveaux.Count == 0)
        {
            return ErreursDeCapacitation.AucunNiveau;
        }

        if (saisie.Niveaux.Any(n => !Niveaux.Existe(n.Niveau)))
        {
            return ErreursDeCapacitation.NiveauFaux;
        }

        if (saisie.Jour > Aujourdhui)
        {
            return ErreursDeCapacitation.JourFutur;
        }

        var lu = await LireAsync(personne, annulation);
        if (lu.Parcours is not { Actif: true } parcours)
        {
            return ErreursDeCapacitation.ParcoursAbsent;
        }

        if (saisie.Niveaux.Any(n => lu.Choisis.All(c => c.SavoirFaire != n.SavoirFaire)))
        {
            return ErreursDeCapacitation.SavoirFaireInconnu;
        }

        if (saisie.Moment == Moment.Sortie && ControleDeSortie.EstTire(parcours.Id) && !(saisie.Evaluateur == Evaluateur.Epreuve || (saisie.Evaluateur == Evaluateur.AutreMediateur && parcours.Auteur != demandeur.Identite!.Compte)))
        {
            return ErreursDeCapacitation.AutreRegard;
        }

        var avant = parcours.SortieLe;
        if (parcours.Regarder(saisie.Moment, saisie.Jour) is { Reussi: false } refus)
        {
            return refus.Erreur!;
        }

        parcours.Equipes = await EquipesAsync(annulation);
        foreach (var niveau in saisie.Niveaux)
        {
            Noter(lu, parcours, saisie, niveau);
        }

        if (avant is null && parcours.SortieLe is { } sortie)
        {
            db.AddRange(RendezVousDeSuivi.ApresLaSortie(sortie).Select(r => new RappelDeSuivi { Parcours = parcours.Id, Moment = r.Moment, Personne = parcours.Personne, APartirDu = r.APartirDu, AuPlusTard = r.AuPlusTard }));
        }

        foreach (var rappel in lu.Rappels.Where(r => r.Moment == saisie.Moment))
        {
            rappel.FaitLe ??= horloge.GetUtcNow();
        }

        return await EnregistrerAsync(parcours, annulation);
    }

    /// <summary>No news of the person, or news again.</summary>
    public async Task<Resultat<Parcours>> DePerdueAsync(Guid personne, bool perdue, CancellationToken annulation)
    {
        if ((await LireAsync(personne, annulation)).Parcours is not { } parcours)
        {
            return ErreursDeCapacitation.ParcoursAbsent;
        }

        return (perdue ? parcours.PerdreDeVue() : parcours.Retrouver()) ? await EnregistrerAsync(parcours, annulation) : ErreursDeCapacitation.EtatImpossible;
    }

    /// <summary>Takes one of the chosen savoir-faire again.</summary>
    public Task<Resultat<Parcours>> ReprendreAsync(Guid personne, string savoirFaire, CancellationToken annulation) =>
        ChangerAsync(personne, savoirFaire, c => c.Passer(EtatDApprentissage.Choisi) ? c.Etat : ErreursDeCapacitation.EtatImpossible, annulation);

    /// <summary>Puts one off until a day.</summary>
    public Task<Resultat<Parcours>> ReporterAsync(Guid personne, string savoirFaire, DateOnly? au, CancellationToken annulation) =>
        ChangerAsync(personne, savoirFaire, c => c.Reporter(au, Aujourdhui), annulation);

    /// <summary>Gives one up, with the reason.</summary>
    public Task<Resultat<Parcours>> AbandonnerAsync(Guid personne, string savoirFaire, string? motif, CancellationToken annulation) =>
        ChangerAsync(personne, savoirFaire, c => c.Abandonner(motif), annulation);

    private async Task<Resultat<Parcours>> ChangerAsync(Guid personne, string savoirFaire, Func<SavoirFaireChoisi, Resultat<EtatDApprentissage>> changer, CancellationToken annulation)
    {
        var lu = await LireAsync(personne, annulation);
        if (lu.Parcours is not { Actif: true } parcours || lu.Choisis.FirstOrDefault(c => c.SavoirFaire == savoirFaire) is not { } choisi)
        {
            return ErreursDeCapacitation.ParcoursAbsent;
        }

        var change = changer(choisi);
        return change.Reussi ? await EnregistrerAsync(parcours, annulation) : Resultat<Parcours>.Echec(change.Erreurs);
    }

    private void Noter(ParcoursLu lu, Parcours parcours, SaisieDePositionnement saisie, NiveauSaisi niveau)
    {
        var choisi = lu.Choisis.First(c => c.SavoirFaire == niveau.SavoirFaire);
        if (saisie.Moment == Moment.EnCours)
        {
            choisi.Passer(EtatDApprentissage.Travaille);
        }

        if (niveau.Niveau >= Niveaux.FaitSeul && saisie.Moment != Moment.Initial)
        {
            choisi.Passer(EtatDApprentissage.Atteint);
        }

        var connu = lu.Positionnements.FirstOrDefault(p => p.Parcours == parcours.Id && p.SavoirFaire == niveau.SavoirFaire && p.Moment == saisie.Moment && (saisie.Moment != Moment.EnCours || p.Jour == saisie.Jour));
        if (connu is null)
        {
            db.Add(new Positionnement
            {
                Id = Identifiants.Nouveau(horloge),
                Parcours = parcours.Id,
                Personne = parcours.Personne,
                SavoirFaire = niveau.SavoirFaire,
                Moment = saisie.Moment,
                Niveau = niveau.Niveau,
                Preuve = niveau.Preuve,
                Evaluateur = saisie.Evaluateur,
                Auteur = demandeur.Identite!.Compte,
                Jour = saisie.Jour,
                SaisiLe = horloge.GetUtcNow(),
            });
        }
        else if ((connu.Niveau, connu.Preuve, connu.Evaluateur) != (niveau.Niveau, niveau.Preuve, saisie.Evaluateur))
        {
            (connu.Niveau, connu.Preuve, connu.Evaluateur, connu.Auteur, connu.SaisiLe) = (niveau.Niveau, niveau.Preuve, saisie.Evaluateur, demandeur.Identite!.Compte, horloge.GetUtcNow());
        }
    }

    private async Task<Guid[]> EquipesAsync(CancellationToken annulation) => demandeur.Identite is { Organisation: { } organisation } moi
        && await emplois.LeJourAsync(moi.Compte, organisation, Aujourdhui, annulation) is { } emploi
        ? [.. emploi.Equipes]
        : [];

    private async Task<Resultat<Parcours>> EnregistrerAsync(Parcours parcours, CancellationToken annulation)
    {
        try
        {
            await db.SaveChangesAsync(annulation);
            return parcours;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return ErreursDeCapacitation.ChangeEntreTemps;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return ErreursDeCapacitation.ChangeEntreTemps;
        }
    }
}
