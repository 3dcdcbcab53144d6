namespace FaireAvec.Contracts.Territoires;

/// <summary>
/// The territories of France, in memory: every read is immediate and never touches the database. Unknown codes give null or an empty list,
/// never an exception. Codes are read without regard to case or surrounding spaces.
/// </summary>
public interface ITerritoires
{
    /// <summary>Fingerprint of the data, the same on every node that has the same files.</summary>
    string Version { get; }

    /// <summary>The communes of today, without the arrondissements, by INSEE code.</summary>
    IReadOnlyList<Commune> Communes { get; }

    /// <summary>All départements and overseas collectivities, by code.</summary>
    IReadOnlyList<Departement> Departements { get; }

    /// <summary>All regions and overseas collectivities, by code.</summary>
    IReadOnlyList<Region> Regions { get; }

    /// <summary>
    /// The commune or arrondissement of this INSEE code. The code of a commune that was merged gives the commune of today:
    /// the answer's <see cref="Contracts.Territoires.Commune.CodeInsee"/> then differs from the question.
    /// </summary>
    Commune? Commune(string? codeInsee);

    /// <summary>The commune of a <see cref="Contracts.Territoires.Commune.Slug"/>; only the code at the end counts.</summary>
    Commune? CommuneParSlug(string? slug);

    /// <summary>
    /// Every code under which something of this commune may be recorded: its own first, then its arrondissements, then the codes of communes
    /// that were merged into it. A code that is not known gives an empty list.
    /// </summary>
    IReadOnlyList<string> CodesInsee(string? codeInsee);

    /// <summary>The département of this code.</summary>
    Departement? Departement(string? code);

    /// <summary>
    /// The code of the département of an INSEE code: the reference for the whole product. Corsica (2A, 2B), overseas (three digits),
    /// arrondissements and merged communes included; an unknown code of the right shape gives its département; anything else gives null.
    /// </summary>
    string? DepartementDeInsee(string? codeInsee);

    /// <summary>
    /// The département of a postal code, or null when it is unknown or shared between several. Codes without a commune (CEDEX) follow their first digits.
    /// </summary>
    string? DepartementDuCodePostal(string? codePostal);

    /// <summary>The départements of a postal code, the one with most inhabitants first: some codes cross a border.</summary>
    IReadOnlyList<string> DepartementsDuCodePostal(string? codePostal);

    /// <summary>The region of this code (codes of regions, not of départements).</summary>
    Region? Region(string? code);

    /// <summary>The EPCI of this SIREN.</summary>
    Epci? Epci(string? code);

    /// <summary>The communes of a département, without the arrondissements, by name.</summary>
    IReadOnlyList<Commune> CommunesDuDepartement(string? code);

    /// <summary>The communes of an EPCI, by name.</summary>
    IReadOnlyList<Commune> CommunesDeLEpci(string? code);

    /// <summary>The communes and arrondissements that a postal code serves, arrondissements first, then the most populated.</summary>
    IReadOnlyList<Commune> CommunesDuCodePostal(string? codePostal);

    /// <summary>
    /// Finds communes by what people type: name, part of a name, former name, postal code, INSEE code, département, with mistakes. Best first, at most
    /// <paramref name="limite"/> (1 to 100). Any text is accepted; what follows the 200th character isn't read.
    /// </summary>
    IReadOnlyList<CommuneTrouvee> ChercherCommunes(string? texte, int limite);

    /// <summary>
    /// The communes of this exact name, today's or former, with or without its article; accents, case, signs and « St » don't count. Today's names
    /// first, then those written with the same article, then the most populated: « Saint-Denis » gives several. Never a nearby spelling.
    /// </summary>
    IReadOnlyList<CommuneTrouvee> CommunesParNom(string? nom);

    /// <summary>
    /// The communes, without the arrondissements, that have a word of their name beginning so, by INSEE code. The text is in its comparable form
    /// (<see cref="FaireAvec.Kernel.Texte.TexteRecherche"/>).
    /// </summary>
    IReadOnlyList<Commune> CommunesAyantUnMot(string debut, int limite);

    /// <summary>
    /// The commune or arrondissement whose centre is nearest, at any distance; null when the position isn't one. It isn't always the commune where the
    /// point is: outlines of communes aren't known here.
    /// </summary>
    CommuneProche? CommuneLaPlusProche(double latitude, double longitude);

    /// <summary>The communes and arrondissements whose centre is within this distance, nearest first.</summary>
    IReadOnlyList<CommuneProche> CommunesProches(double latitude, double longitude, double rayonKm, int limite);

    /// <summary>The départements that share a border with this one, by code; empty for islands.</summary>
    IReadOnlyList<Departement> DepartementsVoisins(string? code);

    /// <summary>The départements that have the centre of a commune within this distance, nearest first.</summary>
    IReadOnlyList<DepartementProche> DepartementsProches(double latitude, double longitude, double rayonKm);
}
