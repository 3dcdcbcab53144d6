using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Personnes;

/// <summary>One thing done with a person, in words.</summary>
/// <param name="Id">Id of the act.</param>
/// <param name="TypeEnMots">« Accompagnement individuel ».</param>
/// <param name="Ou">Where, as far as it is known.</param>
/// <param name="Themes">The themes, the principal one first.</param>
/// <param name="Suite">What comes next.</param>
/// <param name="Auteur">Who did it.</param>
internal sealed record ActeDUnePersonne(Guid Id, DateOnly Jour, string TypeEnMots, string Ou, string Themes, string? Demarche, string? Suite, Guid Auteur);

/// <summary>What was done with somebody, whoever did it. The notes of who did it stay theirs.</summary>
internal sealed class ActesDesPersonnes(FaireAvecDb db, INomsDesLieux lieux, ITerritoires territoires)
{
    public async Task<IReadOnlyList<ActeDUnePersonne>> ListerAsync(Guid personne, CancellationToken annulation)
    {
        var lignes = await db.Database.SqlQuery<Ligne>($"""
            SELECT activite AS "Activite", jour AS "Jour", type AS "Type", type_de_lieu AS "TypeDeLieu", lieu AS "Lieu", commune AS "Commune", thematiques AS "Thematiques", demarche AS "Demarche", titre AS "Titre", suite AS "Suite", auteur AS "Auteur"
            FROM accompagnement.actes_de({personne}) ORDER BY jour DESC, activite DESC
            """).ToListAsync(annulation);
        return [.. lignes.Select(l => new ActeDUnePersonne(
            l.Activite, l.Jour, MotsMaCarte.T($"Acte.{l.Type}"), Ou(l), string.Join(", ", l.Thematiques.Select(t => Thematiques.Libelle(t) ?? t)), l.Demarche ?? l.Titre, l.Suite, l.Auteur))];
    }

    private string Ou(Ligne l) =>
        lieux.Trouver(l.Lieu) is { } lieu ? $"{lieu.Nom}, {lieu.Commune}"
        : l.TypeDeLieu is Listes.Domicile or Listes.ADistance ? Listes.TypesDeLieu.Libelle(l.TypeDeLieu)!
        : territoires.Commune(l.Commune)?.NomComplet ?? Listes.TypesDeLieu.Libelle(l.TypeDeLieu) ?? "";

    private sealed class Ligne
    {
        public required Guid Activite { get; init; }
        public required DateOnly Jour { get; init; }
        public required string Type { get; init; }
        public string? TypeDeLieu { get; init; }
        public string? Lieu { get; init; }
        public string? Commune { get; init; }
        public required string[] Thematiques { get; init; }
        public string? Demarche { get; init; }
        public string? Titre { get; init; }
        public string? Suite { get; init; }
        public required Guid Auteur { get; init; }
    }
}
