using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Texte;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Annuaire;

/// <summary>Somebody who helps people, as colleagues find them: professional data only.</summary>
/// <param name="Compte">Id of the account.</param>
/// <param name="Prenom">First name.</param>
/// <param name="Nom">Last name.</param>
/// <param name="Organisation">For whom they work.</param>
/// <param name="Commune">Where its seat is.</param>
/// <param name="Departement">Its code.</param>
/// <param name="Roles">What they do there.</param>
/// <param name="Equipes">Names of their teams.</param>
/// <param name="Courriel">When they agreed to show it.</param>
internal sealed record Confrere(Guid Compte, string Prenom, string Nom, string Organisation, string Commune, string Departement, IReadOnlyList<Role> Roles, string? Equipes, string? Courriel);

/// <summary>The people who help in the départements of who asks; the database says which.</summary>
internal sealed class AnnuaireDesMediateurs(FaireAvecDb db, ITerritoires territoires, TimeProvider horloge)
{
    /// <summary>The purpose whose consent shows an address.</summary>
    public const string Finalite = "comptes.annuaire";

    // A département has a few hundred of them.
    private const int Max = 10_000;

    private static readonly StringComparer ParNom = StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("fr-FR"), ignoreCase: true);

    /// <summary>By name. Every word is looked for in the name, the organisation, the teams and the commune.</summary>
    public async Task<IReadOnlyList<Confrere>> ChercherAsync(string? texte, string? departement, Role? role, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow().ToUniversalTime();
        var lignes = await db.Database.SqlQuery<Ligne>($"""
            SELECT compte, prenom, nom, nom_organisation AS "NomOrganisation", code_insee AS "CodeInsee", departement, roles, equipes, courriel FROM comptes.annuaire({maintenant}) LIMIT {Max}
            """).ToListAsync(annulation);
        var mots = TexteRecherche.Normaliser(texte).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. lignes.Select(l => new Confrere(l.Compte, l.Prenom, l.Nom, l.NomOrganisation, territoires.Commune(l.CodeInsee)?.Nom ?? "", l.Departement ?? "", [.. l.Roles.Split(',').Select(ClesDesRoles.Lire).OfType<Role>().Order()], l.Equipes, l.Courriel))
                .Where(c => (string.IsNullOrEmpty(departement) || c.Departement == departement) && (role is not { } r || c.Roles.Contains(r)) && Repond(c, mots))
                .OrderBy(c => c.Nom, ParNom).ThenBy(c => c.Prenom, ParNom).ThenBy(c => c.Organisation, ParNom).ThenBy(c => c.Compte),
        ];
    }

    private static bool Repond(Confrere c, string[] mots)
    {
        var ou = mots.Length == 0 ? "" : TexteRecherche.Normaliser($"{c.Prenom} {c.Nom} {c.Organisation} {c.Equipes} {c.Commune}");
        return Array.TrueForAll(mots, m => ou.Contains(m, StringComparison.Ordinal));
    }

    private sealed record Ligne(Guid Compte, string Prenom, string Nom, string NomOrganisation, string? CodeInsee, string? Departement, string Roles, string? Equipes, string? Courriel);
}
