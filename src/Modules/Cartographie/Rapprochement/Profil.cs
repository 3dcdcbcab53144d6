using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Rapprochement.Texte;

namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>
/// A place made ready to be compared: words as integers, the address taken apart, contacts as fingerprints. Made once for each place, so that comparing
/// two of them allocates nothing.
/// </summary>
internal sealed class Profil
{
    /// <summary>What the source wrote.</summary>
    public required FicheLieu Fiche { get; init; }

    public string Id => Fiche.Id;

    /// <summary>Fingerprint of everything that is compared: two equal ones say the same thing.</summary>
    public required ulong Contenu { get; init; }

    public required ulong Source { get; init; }

    /// <summary>Words of the name that distinguish it: neither what it is, nor where.</summary>
    public required Mot[] Noyau { get; init; }

    public required float[] PoidsNoyau { get; init; }

    public required float SommeNoyau { get; init; }

    /// <summary>All the words of the name but the small ones.</summary>
    public required Mot[] Nom { get; init; }

    /// <summary>First letters of the words of the name.</summary>
    public required Mot Initiales { get; init; }

    /// <summary>Kinds said by the name.</summary>
    public required Genre Genres { get; init; }

    /// <summary>Kinds said by the types and the programmes.</summary>
    public required Genre GenresDits { get; init; }

    /// <summary>Kinds said by an e-mail, a site, the parent structure or the second line of the address.</summary>
    public required Genre GenresAilleurs { get; init; }

    /// <summary>Words of the parent structure, of the second line of the address, of the site's name.</summary>
    public required Mot[] Ailleurs { get; init; }

    /// <summary>Number that distinguishes it among its like (« Bus 56 »); 0 when there is none.</summary>
    public required int Rang { get; init; }

    public required Adresse Adresse { get; init; }

    public required double Latitude { get; init; }

    public required double Longitude { get; init; }

    public required Precision Precision { get; init; }

    /// <summary>Number of the commune (see <see cref="CommunesLues"/>); 0 when unknown.</summary>
    public required int Commune { get; init; }

    /// <summary>Fingerprint of the commune's name as the source writes it; 0 when it doesn't.</summary>
    public required ulong NomDeCommune { get; init; }

    /// <summary>Inhabitants of the commune, 0 when unknown.</summary>
    public required int Population { get; init; }

    /// <summary>The communes of the postal code, when the commune isn't known.</summary>
    public required int[] CommunesPossibles { get; init; }

    public required int CodePostal { get; init; }

    public required (ulong, ulong) Telephones { get; init; }

    public required ulong[] Courriels { get; init; }

    public required ulong[] Domaines { get; init; }

    public required ulong[] Pages { get; init; }

    public required ulong[] Hotes { get; init; }

    public required ulong Siret { get; init; }

    public required ulong Siren { get; init; }

    public required SemaineType Semaine { get; init; }

    /// <summary>True when it is in the programme France services or of that type.</summary>
    public required bool FranceServices { get; init; }

    public required bool Itinerant { get; init; }

    /// <summary>Said « Fixe », and nothing else.</summary>
    public required bool DitFixe { get; init; }

    public bool APosition => Precision != Precision.Aucune;
}
