using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using FaireAvec.Kernel.Texte;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;

/// <summary>One person of the list. Its members are set by name: the database orders by them.</summary>
internal sealed record LigneDePersonne
{
    public required Guid Id { get; init; }
    public required bool Nommee { get; init; }
    public required string? Prenom { get; init; }
    public required string? Nom { get; init; }
    public required string? NomCherche { get; init; }
    public required int? AnneeDeNaissance { get; init; }
    public required string? Tranche { get; init; }
    public required string? Commune { get; init; }
    public required string? NumeroDeCarte { get; init; }
    public required DateOnly? DernierActe { get; init; }
    public required DateOnly? RendezVousLe { get; init; }
    public required DateTimeOffset CreeeLe { get; init; }

    /// <summary>« K7PD-2RWX ».</summary>
    public string? Numero => Domain.Personnes.NumeroDeCarte.Lire(NumeroDeCarte)?.Presente;

    public string Appellation => Nommee ? $"{Prenom} {Nom}".TrimEnd() : Numero is { } n ? MotsPersonnes.T("Personne.Carte", n) : MotsPersonnes.T("Personne.SansCarte");

    /// <summary>In words, when it is known.</summary>
    public string? Age { get; set; }
}

/// <summary>The people whom one follows. A name that is looked for is never in an address: the search is sent as a form is.</summary>
internal sealed class IndexModel(FaireAvecDb db, ClesDesPersonnes cles, ITerritoires territoires, IJournalDAcces acces, TimeProvider horloge) : PageModel
{
    [BindProperty]
    public string? Cherche { get; set; }

    /// <summary>"carte", "nom".</summary>
    [BindProperty(SupportsGet = true, Name = "niveau")]
    public string? FiltreNiveau { get; set; }

    /// <summary>"avec", "sans".</summary>
    [BindProperty(SupportsGet = true, Name = "rendez-vous")]
    public string? FiltreRendezVous { get; set; }

    [BindProperty(SupportsGet = true, Name = "tri")]
    public string? TriDemande { get; set; }

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    public Tri Tri { get; private set; } = new("nom");

    public int NumeroDePage { get; private set; } = 1;

    public int Total { get; private set; }

    /// <summary>True for the answer to a search.</summary>
    public bool Cherchee { get; private set; }

    public bool Filtree => Cherchee || !string.IsNullOrEmpty(FiltreNiveau) || !string.IsNullOrEmpty(FiltreRendezVous);

    public IReadOnlyList<LigneDePersonne> Lignes { get; private set; } = [];

    public string AdresseCsv => QueryHelpers.AddQueryString(LiensPersonnes.Personnes, new[] { ("handler", "Csv"), ("niveau", FiltreNiveau), ("rendez-vous", FiltreRendezVous) }
        .Where(p => !string.IsNullOrEmpty(p.Item2)).ToDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal));

    /// <summary>« Saint-Étienne (Loire) ».</summary>
    public string? NomDeCommune(string? code) => code is null ? null : territoires.Commune(code)?.NomComplet ?? code;

    public async Task OnGetAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        NumeroDePage = Request.NumeroDePage();
        Tri = Tri.Lire(TriDemande, "nom", "nom", "dernier", "rendez-vous");
        await ListerAsync(Filtrer(), annulation);
    }

    public async Task OnPostAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        Cherchee = !string.IsNullOrWhiteSpace(Cherche);
        await ListerAsync(Cherchee ? await ChercherAsync(annulation) : Filtrer(), annulation);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken annulation)
    {
        var lignes = await Trier(Projeter(Filtrer())).Take(Affichage.CsvMax).ToListAsync(annulation);
        // Leaving the platform is a look at each of them.
        foreach (var ligne in lignes)
        {
            await acces.NoterAsync(ligne.Id, "Votre fiche, dans un fichier exporté", null, annulation);
        }

        return Affichage.Csv(
            "personnes.csv",
            ["carte", "prenom", "nom", "annee_de_naissance", "tranche_d_age", "commune", "code_insee", "dernier_acte", "rendez_vous", "suivie_depuis"],
            lignes.Select(l => new[]
            {
                l.Numero, l.Prenom, l.Nom, $"{l.AnneeDeNaissance}", Listes.Ages.Libelle(AgeDeLaPersonne.Tranche(l.AnneeDeNaissance, l.Tranche, Aujourdhui)), NomDeCommune(l.Commune), l.Commune,
                $"{l.DernierActe:yyyy-MM-dd}", $"{l.RendezVousLe:yyyy-MM-dd}", $"{JourDeParis.De(l.CreeeLe):yyyy-MM-dd}",
            }));
    }

    private DateOnly Aujourdhui => JourDeParis.De(horloge.GetUtcNow());

    // Row security says whom one follows.
    private IQueryable<PersonneAccompagnee> Toutes() => db.Set<PersonneAccompagnee>().AsNoTracking().Where(p => p.FusionneeDans == null && p.EffaceeLe == null);

    private IQueryable<PersonneAccompagnee> Filtrer()
    {
        var (personnes, jour) = (Toutes(), Aujourdhui);
        personnes = FiltreNiveau switch
        {
            null or "" => personnes,
            "carte" => personnes.Where(p => p.Niveau == NiveauDIdentite.Carte),
            "nom" => personnes.Where(p => p.Niveau == NiveauDIdentite.Suivie),
            _ => personnes.Where(p => false),
        };
        return FiltreRendezVous switch
        {
            null or "" => personnes,
            "avec" => personnes.Where(p => p.RendezVousLe >= jour),
            "sans" => personnes.Where(p => p.RendezVousLe == null || p.RendezVousLe < jour),
            _ => personnes.Where(p => false),
        };
    }

    // A card number, a telephone, an address: whole. A name: by its parts.
    private async Task<IQueryable<PersonneAccompagnee>> ChercherAsync(CancellationToken annulation)
    {
        var texte = Cherche!.Trim();
        if (NumeroDeCarte.Lire(texte) is { } numero && await db.Set<CarteDeParcours>().Where(c => c.Numero == numero.Valeur && c.FinieLe == null).Select(c => (Guid?)c.Personne).FirstOrDefaultAsync(annulation) is { } elle)
        {
            return Toutes().Where(p => p.Id == elle);
        }

        if (Telephones.Lire(texte) is { } telephone)
        {
            var empreinte = await cles.HacherAsync($"{ClesDesPersonnes.Telephone}\n{telephone}", annulation);
            return Toutes().Where(p => p.TelephoneEmpreinte == empreinte);
        }

        if (NomsDesPersonnes.LireCourriel(texte) is { } courriel)
        {
            var empreinte = await cles.HacherAsync($"{ClesDesPersonnes.Courriel}\n{courriel}", annulation);
            return Toutes().Where(p => p.CourrielEmpreinte == empreinte);
        }

        var personnes = Toutes();
        var mots = TexteRecherche.Normaliser(texte.Length > 200 ? texte[..200] : texte).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6).ToList();
        foreach (var mot in mots)
        {
            personnes = personnes.Where(p => p.NomCherche!.Contains(mot));
        }

        return mots.Count == 0 ? personnes.Where(p => false) : personnes;
    }

    private IQueryable<LigneDePersonne> Projeter(IQueryable<PersonneAccompagnee> personnes) => personnes.Select(p => new LigneDePersonne
    {
        Id = p.Id,
        Nommee = p.Niveau == NiveauDIdentite.Suivie,
        Prenom = p.Prenom,
        Nom = p.Nom,
        NomCherche = p.NomCherche,
        AnneeDeNaissance = p.AnneeDeNaissance,
        Tranche = p.Age,
        Commune = p.Commune,
        NumeroDeCarte = db.Set<CarteDeParcours>().Where(c => c.Personne == p.Id && c.FinieLe == null).Select(c => c.Numero).FirstOrDefault(),
        DernierActe = db.Set<UnAccompagnement>().Where(a => a.Personne == p.Id).Max(a => (DateOnly?)a.Jour),
        RendezVousLe = p.RendezVousLe,
        CreeeLe = p.CreeeLe,
    });

    private IOrderedQueryable<LigneDePersonne> Trier(IQueryable<LigneDePersonne> lignes) => (Tri.Colonne, Tri.Decroissant) switch
    {
        ("dernier", false) => lignes.OrderBy(l => l.DernierActe == null).ThenByDescending(l => l.DernierActe).ThenBy(l => l.Id),
        ("dernier", true) => lignes.OrderBy(l => l.DernierActe == null).ThenBy(l => l.DernierActe).ThenBy(l => l.Id),
        ("rendez-vous", false) => lignes.OrderBy(l => l.RendezVousLe == null).ThenBy(l => l.RendezVousLe).ThenBy(l => l.Id),
        ("rendez-vous", true) => lignes.OrderBy(l => l.RendezVousLe == null).ThenByDescending(l => l.RendezVousLe).ThenBy(l => l.Id),
        (_, true) => lignes.OrderBy(l => l.NomCherche == null).ThenByDescending(l => l.NomCherche).ThenBy(l => l.Id),
        _ => lignes.OrderBy(l => l.NomCherche == null).ThenBy(l => l.NomCherche).ThenBy(l => l.Id),
    };

    private async Task ListerAsync(IQueryable<PersonneAccompagnee> personnes, CancellationToken annulation)
    {
        Total = await personnes.CountAsync(annulation);
        Lignes = await Trier(Projeter(personnes)).Skip((NumeroDePage - 1) * Affichage.ParPage).Take(Affichage.ParPage).ToListAsync(annulation);
        foreach (var ligne in Lignes)
        {
            ligne.Age = Listes.Ages.Libelle(AgeDeLaPersonne.Tranche(ligne.AnneeDeNaissance, ligne.Tranche, Aujourdhui)) is { } age && AgeDeLaPersonne.Tranche(ligne.AnneeDeNaissance, ligne.Tranche, Aujourdhui) != Listes.NonCommunique ? age : null;
        }
    }
}
