using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaireAvec.Comptes.Organisations;

/// <summary>What a form or a line of a file says of an organisation, as it was typed.</summary>
internal sealed record OrganisationSaisie
{
    public string? Nom { get; init; }
    public string? TypeIdentification { get; init; }
    public string? Numero { get; init; }
    public string? MotifIdentification { get; init; }
    public string? Nature { get; init; }
    public string? Categorie { get; init; }

    /// <summary>INSEE code chosen among proposals.</summary>
    public string? CodeInsee { get; init; }

    /// <summary>The commune as it was typed.</summary>
    public string? Commune { get; init; }

    /// <summary>Number of the organisation at the head of its network; null or empty: none.</summary>
    public string? Reseau { get; init; }
}

/// <summary>Makes and changes organisations, their functions, their places. The rights on the thing are those of the caller, but the territory of a new one is looked at here.</summary>
internal sealed class RegistreDesOrganisations(FaireAvecDb db, AccesAuxOrganisations acces, CommunesDesOrganisations communes, INomsDesLieux lieux, TimeProvider horloge)
{
    /// <summary>The organisation as it would be, or all that is wrong with what was typed. Nothing is written.</summary>
    /// <param name="saisie">What was typed.</param>
    /// <param name="existante">The one that is changed; null for a new one.</param>
    /// <param name="annulation">Gives up.</param>
    public async Task<Resultat<Organisation>> LireAsync(OrganisationSaisie saisie, Organisation? existante, CancellationToken annulation)
    {
        var erreurs = new List<Erreur>();
        var nom = string.Join(' ', Kernel.Texte.TexteRecherche.Valide(saisie.Nom ?? "").Replace("\0", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (nom.Length is 0 or > Organisation.NomMax || !nom.Any(char.IsLetterOrDigit))
        {
            erreurs.Add(ErreursMembres.NomDOrganisation);
        }

        var type = CriteresDOrganisation.Lire<TypeIdentification>(saisie.TypeIdentification) ?? TypeIdentification.Siret;
        var motif = saisie.MotifIdentification?.Trim();
        var numero = Identification.Lire(type, saisie.Numero, motif);
        erreurs.AddRange(numero.Erreurs);
        var nature = CriteresDOrganisation.Lire<NatureOrganisation>(saisie.Nature);
        var categorie = CriteresDOrganisation.Lire<CategorieOrganisation>(saisie.Categorie);
        if (nature is null)
        {
            erreurs.Add(ErreursMembres.NatureManque);
        }

        if (categorie is null)
        {
            erreurs.Add(ErreursMembres.CategorieManque);
        }

        var commune = communes.Lire(saisie.CodeInsee, saisie.Commune);
        if (commune is null)
        {
            erreurs.Add(ErreursMembres.CommuneInconnue);
        }

        if (numero.Reussi && await db.Set<Organisation>().AnyAsync(o => o.TypeIdentification == type && o.Numero == numero.Valeur && (existante == null || o.Id != existante.Id), annulation))
        {
            erreurs.Add(ErreursComptes.OrganisationConnue);
        }

        var reseau = await ReseauAsync(saisie.Reseau, existante, erreurs, annulation);
        if (erreurs.Count > 0)
        {
            return Resultat<Organisation>.Echec(erreurs);
        }

        return new Organisation
        {
            Id = existante?.Id ?? Identifiants.Nouveau(horloge),
            Nom = nom,
            TypeIdentification = type,
            Numero = numero.Valeur,
            MotifIdentification = type == TypeIdentification.Interne ? motif : null,
            Nature = nature!.Value,
            Categorie = categorie!.Value,
            // An arrondissement is a commune's: organisations are counted by commune.
            CodeInsee = commune!.CommuneMere ?? commune.CodeInsee,
            Departement = commune.Departement,
            Reseau = reseau,
            CreeeLe = existante?.CreeeLe ?? horloge.GetUtcNow(),
        };
    }

    /// <summary>Makes an organisation, in the territory of who asks.</summary>
    public async Task<Resultat<Organisation>> CreerAsync(OrganisationSaisie saisie, CancellationToken annulation)
    {
        var lue = await LireAsync(saisie, null, annulation);
        if (!lue.Reussi)
        {
            return lue;
        }

        if (!acces.Permet(DroitsDesComptes.CreerUneOrganisation, lue.Valeur))
        {
            return ErreursMembres.HorsDuTerritoire;
        }

        db.Add(lue.Valeur);
        return await EnregistrerAsync(lue.Valeur, annulation);
    }

    /// <summary>Changes an organisation; it stays in the territory of who asks.</summary>
    public async Task<Resultat<Organisation>> ModifierAsync(Organisation organisation, OrganisationSaisie saisie, CancellationToken annulation)
    {
        if (!organisation.Ouverte)
        {
            return ErreursMembres.OrganisationFermee;
        }

        var lue = await LireAsync(saisie, organisation, annulation);
        if (!lue.Reussi)
        {
            return lue;
        }

        var nouvelle = lue.Valeur;
        if (!acces.Permet(DroitsDesComptes.ModifierUneOrganisation, nouvelle))
        {
            return ErreursMembres.HorsDuTerritoire;
        }

        // A setter that is given the same value changes nothing: nothing is written then.
        organisation.Nom = nouvelle.Nom;
        (organisation.TypeIdentification, organisation.Numero, organisation.MotifIdentification) = (nouvelle.TypeIdentification, nouvelle.Numero, nouvelle.MotifIdentification);
        (organisation.Nature, organisation.Categorie, organisation.CodeInsee, organisation.Departement, organisation.Reseau) = (nouvelle.Nature, nouvelle.Categorie, nouvelle.CodeInsee, nouvelle.Departement, nouvelle.Reseau);
        return await EnregistrerAsync(organisation, annulation);
    }

    /// <summary>Gives a function from a day, until another (excluded) when it is known.</summary>
    public async Task<Resultat<FonctionDOrganisation>> AjouterFonctionAsync(Organisation organisation, Fonction fonction, DateOnly debut, DateOnly? fin, CancellationToken annulation)
    {
        if (!organisation.Ouverte)
        {
            return ErreursMembres.OrganisationFermee;
        }

        if (fin <= debut)
        {
            return ErreursMembres.FonctionDates;
        }

        var ligne = new FonctionDOrganisation { Id = Identifiants.Nouveau(horloge), Organisation = organisation.Id, Fonction = fonction, Debut = debut, Fin = fin };
        db.Add(ligne);
        return await ViolationAsync(ligne, PostgresErrorCodes.ExclusionViolation, ErreursMembres.FonctionChevauche, annulation);
    }

    /// <summary>Ends a function: the first day without it. One that hasn't begun ends where it begins.</summary>
    public async Task<Resultat<FonctionDOrganisation>> FinirFonctionAsync(FonctionDOrganisation fonction, DateOnly jour, CancellationToken annulation)
    {
        if (fonction.Fin is { } fin && fin <= jour)
        {
            return ErreursMembres.FonctionFinie;
        }

        if (jour < fonction.Debut)
        {
            return ErreursMembres.FonctionDates;
        }

        fonction.Fin = jour;
        await db.SaveChangesAsync(annulation);
        return fonction;
    }

    /// <summary>Links a place of the map, by its id or by the address of its page.</summary>
    public async Task<Resultat<LieuNomme>> LierLieuAsync(Organisation organisation, string? saisi, CancellationToken annulation)
    {
        if (!organisation.Ouverte)
        {
            return ErreursMembres.OrganisationFermee;
        }

        if (lieux.Reconnaitre(saisi) is not { } lieu)
        {
            return ErreursMembres.LieuInconnu;
        }

        if (await db.Set<LieuDOrganisation>().AnyAsync(l => l.Organisation == organisation.Id && l.Lieu == lieu.Id, annulation))
        {
            return ErreursMembres.LieuDejaLie;
        }

        db.Add(new LieuDOrganisation { Organisation = organisation.Id, Lieu = lieu.Id, AjouteLe = horloge.GetUtcNow() });
        return await ViolationAsync(lieu, PostgresErrorCodes.UniqueViolation, ErreursMembres.LieuDejaLie, annulation);
    }

    /// <summary>Unlinks a place; false when it wasn't linked.</summary>
    public async Task<bool> DelierLieuAsync(Organisation organisation, string lieu, CancellationToken annulation)
    {
        if (await db.Set<LieuDOrganisation>().SingleOrDefaultAsync(l => l.Organisation == organisation.Id && l.Lieu == lieu, annulation) is not { } lien)
        {
            return false;
        }

        db.Remove(lien);
        await db.SaveChangesAsync(annulation);
        return true;
    }

    private async Task<Guid?> ReseauAsync(string? saisi, Organisation? existante, List<Erreur> erreurs, CancellationToken annulation)
    {
        var numero = string.Concat((saisi ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        if (numero.Length == 0)
        {
            return null;
        }

        var tete = await db.Set<Organisation>().AsNoTracking().FirstOrDefaultAsync(o => o.Numero == numero && o.FermeeLe == null && o.FusionneeDans == null, annulation);
        // One level: a head that has a head would make the reach of a network a matter of opinion.
        if (tete is null || tete.Id == existante?.Id || tete.Reseau is not null || (existante is not null && await db.Set<Organisation>().AnyAsync(o => o.Reseau == existante.Id, annulation)))
        {
            erreurs.Add(ErreursMembres.ReseauImpossible);
            return null;
        }

        return tete.Id;
    }

    private Task<Resultat<Organisation>> EnregistrerAsync(Organisation organisation, CancellationToken annulation) =>
        ViolationAsync(organisation, PostgresErrorCodes.UniqueViolation, ErreursComptes.OrganisationConnue, annulation);

    /// <summary>Saves; what the database refuses because somebody else was quicker becomes a sentence.</summary>
    private async Task<Resultat<T>> ViolationAsync<T>(T valeur, string code, Erreur erreur, CancellationToken annulation)
    {
        try
        {
            await db.SaveChangesAsync(annulation);
            return valeur;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException p && p.SqlState == code)
        {
            db.ChangeTracker.Clear();
            return erreur;
        }
    }
}
