using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Texte;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Organisations;

/// <summary>What a list of organisations is narrowed to. An unknown value of a closed list finds nothing.</summary>
internal sealed record CriteresDOrganisation
{
    public string? Texte { get; init; }
    public string? Departement { get; init; }
    public string? Nature { get; init; }
    public string? Categorie { get; init; }

    /// <summary>A function held today.</summary>
    public string? Fonction { get; init; }

    /// <summary>"" (open ones), "fermees" or "toutes".</summary>
    public string? Etat { get; init; }

    public bool Filtree => new[] { Texte, Departement, Nature, Categorie, Fonction, Etat }.Any(c => !string.IsNullOrEmpty(c));

    public IQueryable<Organisation> Appliquer(IQueryable<Organisation> organisations, FaireAvecDb db, CommunesDesOrganisations communes, DateOnly aujourdhui)
    {
        // Each word must be in the name, in the town's name, or begin the number.
        foreach (var mot in TexteRecherche.Normaliser(Texte is { Length: > 200 } ? Texte[..200] : Texte).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            var codes = communes.Codes(mot);
            var numero = mot.ToUpperInvariant();
            organisations = organisations.Where(o => o.NomRecherche.Contains(mot) || o.Numero.StartsWith(numero) || codes.Contains(o.CodeInsee));
        }

        if (!string.IsNullOrEmpty(Departement))
        {
            organisations = organisations.Where(o => o.Departement == Departement);
        }

        if (!string.IsNullOrEmpty(Nature))
        {
            organisations = Lire<NatureOrganisation>(Nature) is { } nature ? organisations.Where(o => o.Nature == nature) : organisations.Where(o => false);
        }

        if (!string.IsNullOrEmpty(Categorie))
        {
            organisations = Lire<CategorieOrganisation>(Categorie) is { } categorie ? organisations.Where(o => o.Categorie == categorie) : organisations.Where(o => false);
        }

        if (!string.IsNullOrEmpty(Fonction))
        {
            organisations = Lire<Fonction>(Fonction) is { } fonction
                ? organisations.Where(o => db.Set<FonctionDOrganisation>().Any(f => f.Organisation == o.Id && f.Fonction == fonction && f.Debut <= aujourdhui && (f.Fin == null || f.Fin > aujourdhui)))
                : organisations.Where(o => false);
        }

        return Etat switch
        {
            null or "" => organisations.Where(o => o.FermeeLe == null && o.FusionneeDans == null),
            "fermees" => organisations.Where(o => o.FermeeLe != null || o.FusionneeDans != null),
            "toutes" => organisations,
            _ => organisations.Where(o => false),
        };
    }

    /// <summary>The value of this name, never of a number.</summary>
    public static T? Lire<T>(string? texte) where T : struct, Enum =>
        texte is { Length: > 0 } && char.IsLetter(texte[0]) && Enum.TryParse<T>(texte, ignoreCase: false, out var valeur) && Enum.IsDefined(valeur) ? valeur : null;
}
