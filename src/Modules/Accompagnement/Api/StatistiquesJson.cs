using System.Globalization;
using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Accompagnement.Statistiques;

namespace FaireAvec.Accompagnement.Api;

/// <summary>Figures: the tables of the page, with the same numbers.</summary>
/// <param name="Niveau">How wide: structure, lieu, departement, nation.</param>
/// <param name="De">Which one; null when there is one alone.</param>
/// <param name="Du">First day.</param>
/// <param name="Au">Last day.</param>
/// <param name="CalculeLe">When they were counted, all at the same moment.</param>
/// <param name="Tableaux">One for each block.</param>
internal sealed record StatistiquesReponse(string Niveau, string? De, DateOnly Du, DateOnly Au, DateTimeOffset CalculeLe, IReadOnlyList<TableauDeChiffres> Tableaux)
{
    public static StatistiquesReponse Lire(ChiffresDemandes demandes, int lignesMax, DateTimeOffset maintenant) => new(
        demandes.Choix.Nom, demandes.Choix.Cle, demandes.Demande.Du, demandes.Demande.Au, maintenant,
        [.. demandes.Blocs(lignesMax).Select(b => new TableauDeChiffres(
            b.Cle, MotsRapports.Titre(b), b.Colonnes,
            [.. b.Lignes.Select(l => new LigneDeTableau(MotsRapports.Ligne(l), [.. l.Valeurs.Select(v => v.Nombre)]))],
            b.Absent is { } absent ? [MotsRapports.T($"Absent.{absent}")] : [.. b.Notes.Where(n => n != "coupe").Select(n => MotsRapports.T($"Note.{n}"))]))]);
}

/// <summary>One table.</summary>
/// <param name="Cle">Stable.</param>
/// <param name="Titre">In French.</param>
/// <param name="Colonnes">Keys of the values.</param>
/// <param name="Lignes">In their order.</param>
/// <param name="Notes">To read with it: what is hidden and why, what adds up to more than the whole.</param>
internal sealed record TableauDeChiffres(string Cle, string Titre, IReadOnlyList<string> Colonnes, IReadOnlyList<LigneDeTableau> Lignes, IReadOnlyList<string> Notes);

/// <summary>One line.</summary>
/// <param name="Libelle">What it is.</param>
/// <param name="Valeurs">One for each column; null when it is hidden or can't be compared.</param>
internal sealed record LigneDeTableau(string Libelle, IReadOnlyList<double?> Valeurs);

/// <summary>Open figures.</summary>
/// <param name="Methode">How they are made, in French.</param>
/// <param name="Version">Of the method.</param>
/// <param name="Licence">Under which they are given.</param>
/// <param name="CalculeLe">When; null before the first time.</param>
/// <param name="Chiffres">Month × département × indicator.</param>
internal sealed record StatistiquesOuvertesReponse(string Methode, string Version, string Licence, DateTimeOffset? CalculeLe, IReadOnlyList<UnChiffreOuvert> Chiffres);

/// <summary>One figure.</summary>
/// <param name="Mois">"2026-10".</param>
/// <param name="Departement">Its code.</param>
/// <param name="Indicateur">accompagnements, activites, minutes.</param>
/// <param name="Valeur">Null when it is hidden.</param>
internal sealed record UnChiffreOuvert(string Mois, string Departement, string Indicateur, int? Valeur)
{
    public static UnChiffreOuvert De(ChiffreOuvert c) => new(c.Mois.ToString("yyyy-MM", CultureInfo.InvariantCulture), c.Departement, c.Indicateur, c.Valeur);
}
