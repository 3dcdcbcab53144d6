using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Comptes.Membres;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Kernel.Texte;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Membres.Lire;

/// <summary>A role that somebody holds or held, for the list. Its members are set by name: the database orders by them.</summary>
internal sealed record LigneDeMembre
{
    public required Guid Id { get; init; }
    public required Guid Compte { get; init; }
    public required string Prenom { get; init; }
    public required string Nom { get; init; }
    public required string Courriel { get; init; }
    public required EtatDeCompte Etat { get; init; }
    public required Role Role { get; init; }
    public required string[] Departements { get; init; }
    public required Guid Organisation { get; init; }
    public required string NomDOrganisation { get; init; }
    public required string? Departement { get; init; }
    public required Guid? Reseau { get; init; }
    public required bool Ouverte { get; init; }
    public required DateTimeOffset Debut { get; init; }
    public required DateTimeOffset? Fin { get; init; }
}

/// <summary>Who works where, and since when: the people of one organisation, of a team, of a territory, as far as one's right goes.</summary>
internal sealed class IndexModel(GestionDesRoles roles, FaireAvecDb db, AccesAuxOrganisations acces, ListeDesMembres membres, IJournalDAcces journal, Demandeur demandeur, TableDesDroits droits, TimeProvider horloge) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Cherche { get; set; }

    [BindProperty(SupportsGet = true, Name = "organisation")]
    public Guid? FiltreOrganisation { get; set; }

    [BindProperty(SupportsGet = true, Name = "role")]
    public string? FiltreRole { get; set; }

    /// <summary>"" (now) or "anciens".</summary>
    [BindProperty(SupportsGet = true, Name = "etat")]
    public string? FiltreEtat { get; set; }

    [BindProperty(SupportsGet = true, Name = "tri")]
    public string? TriDemande { get; set; }

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    public Tri Tri { get; private set; } = new("nom");

    public int NumeroDePage { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<LigneDeMembre> Lignes { get; private set; } = [];

    public Organisation? Organisation { get; private set; }

    public bool PeutInviter { get; private set; }

    public bool Filtree => new[] { Cherche, FiltreRole, FiltreEtat }.Any(f => !string.IsNullOrEmpty(f));

    /// <summary>The organisation where one would invite: the one of the list, else one's own.</summary>
    public Guid? OuInviter => Organisation?.Id ?? demandeur.Identite?.Organisation;

    public string AdresseCsv => QueryHelpers.AddQueryString(LiensMembres.Membres, new[] { ("handler", "Csv"), ("q", Cherche), ("organisation", FiltreOrganisation?.ToString()), ("role", FiltreRole), ("etat", FiltreEtat) }
        .Where(p => !string.IsNullOrEmpty(p.Item2)).ToDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal));

    public bool PeutFinir(LigneDeMembre l) => l.Fin is null && Permet(DroitsDesComptes.RetirerUnMembre, l) && roles.PeutFinir(l.Compte, l.Role, l.Organisation, l.Departement);

    /// <summary>Only who may give roles elsewhere than here.</summary>
    public bool PeutTransferer(LigneDeMembre l) => PeutFinir(l) && droits.Portees(demandeur.Identite, DroitsDesComptes.Inviter).Any(p => p > Portee.Organisation);

    public bool PeutDonner(LigneDeMembre l) => l.Ouverte && l.Etat == EtatDeCompte.Actif && Permet(DroitsDesComptes.Inviter, l);

    public bool PeutRetablir(LigneDeMembre l) => l.Etat == EtatDeCompte.Suspendu && Permet(DroitsDesComptes.DepannerUnMembre, l);

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        if (!await PreparerAsync(annulation))
        {
            return NotFound();
        }

        NumeroDePage = Request.NumeroDePage();
        Total = await Chercher().CountAsync(annulation);
        Tri = Tri.Lire(TriDemande, "nom", "nom", "role", "organisation", "debut");
        var lignes = Chercher();
        var triees = (Tri.Colonne, Tri.Decroissant) switch
        {
            ("role", false) => lignes.OrderBy(l => l.Role),
            ("role", true) => lignes.OrderByDescending(l => l.Role),
            ("organisation", false) => lignes.OrderBy(l => l.NomDOrganisation),
            ("organisation", true) => lignes.OrderByDescending(l => l.NomDOrganisation),
            ("debut", false) => lignes.OrderBy(l => l.Debut),
            ("debut", true) => lignes.OrderByDescending(l => l.Debut),
            (_, true) => lignes.OrderByDescending(l => l.Nom).ThenByDescending(l => l.Prenom),
            _ => lignes.OrderBy(l => l.Nom).ThenBy(l => l.Prenom),
        };
        Lignes = await triees.ThenBy(l => l.Id).Skip((NumeroDePage - 1) * Affichage.ParPage).Take(Affichage.ParPage).ToListAsync(annulation);
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken annulation)
    {
        if (!await PreparerAsync(annulation))
        {
            return NotFound();
        }

        var lignes = await Chercher().OrderBy(l => l.Nom).ThenBy(l => l.Prenom).ThenBy(l => l.Id).Take(Affichage.CsvMax).ToListAsync(annulation);
        await journal.NoterAsync([.. lignes.Select(l => l.Compte)], MotsDonneesPersonnelles.T("Consultation.Export"), null, annulation);
        return Affichage.Csv(
            "membres.csv",
            ["prenom", "nom", "courriel", "role", "territoire", "organisation", "debut", "fin"],
            lignes.Select(l => new[] { l.Prenom, l.Nom, l.Courriel, l.Role.Cle(), string.Join(' ', l.Departements), l.NomDOrganisation, $"{JourDeParis.De(l.Debut):yyyy-MM-dd}", l.Fin is { } f ? $"{JourDeParis.De(f):yyyy-MM-dd}" : null }));
    }

    private bool Permet(string droit, LigneDeMembre l) => acces.Permet(droit, l.Organisation, l.Departement, l.Reseau);

    private async Task<bool> PreparerAsync(CancellationToken annulation)
    {
        if (FiltreOrganisation is { } id)
        {
            Organisation = await acces.TrouverAsync(id, DroitsDesComptes.LireLesMembres, annulation);
            if (Organisation is null)
            {
                return false;
            }

            PeutInviter = Organisation.Ouverte && acces.Permet(DroitsDesComptes.Inviter, Organisation);
        }
        else
        {
            PeutInviter = demandeur.Identite is { Organisation: { } sienne } && await acces.TrouverAsync(sienne, DroitsDesComptes.Inviter, annulation) is { Ouverte: true };
        }

        return true;
    }

    private IQueryable<LigneDeMembre> Chercher()
    {
        var maintenant = horloge.GetUtcNow();
        var lignes =
            from a in membres.Appartenances()
            join c in db.Set<Compte>() on a.Compte equals c.Id
            join o in db.Set<Organisation>() on a.Organisation equals o.Id
            select new { a, c, o };
        foreach (var mot in TexteRecherche.Valide((Cherche is { Length: > 200 } ? Cherche[..200] : Cherche) ?? "").Replace("\0", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(6))
        {
            var motif = MotifSql.Contient(mot);
            lignes = lignes.Where(l => EF.Functions.ILike(l.c.Prenom, motif, "\\") || EF.Functions.ILike(l.c.Nom, motif, "\\") || EF.Functions.ILike(l.c.Courriel, motif, "\\") || EF.Functions.ILike(l.o.Nom, motif, "\\"));
        }

        if (FiltreOrganisation is { } organisation)
        {
            lignes = lignes.Where(l => l.a.Organisation == organisation);
        }

        if (!string.IsNullOrEmpty(FiltreRole))
        {
            lignes = ClesDesRoles.Lire(FiltreRole) is { } role ? lignes.Where(l => l.a.Role == role) : lignes.Where(l => false);
        }

        lignes = FiltreEtat switch
        {
            null or "" => lignes.Where(l => l.a.Fin == null || l.a.Fin > maintenant),
            "anciens" => lignes.Where(l => l.a.Fin != null && l.a.Fin <= maintenant && l.a.Fin > l.a.Debut),
            _ => lignes.Where(l => false),
        };
        return lignes.Select(l => new LigneDeMembre
        {
            Id = l.a.Id,
            Compte = l.c.Id,
            Prenom = l.c.Prenom,
            Nom = l.c.Nom,
            Courriel = l.c.Courriel,
            Etat = l.c.Etat,
            Role = l.a.Role,
            Departements = l.a.Departements,
            Organisation = l.o.Id,
            NomDOrganisation = l.o.Nom,
            Departement = l.o.Departement,
            Reseau = l.o.Reseau,
            Ouverte = l.o.FermeeLe == null && l.o.FusionneeDans == null,
            Debut = l.a.Debut,
            Fin = l.a.Fin,
        });
    }
}
