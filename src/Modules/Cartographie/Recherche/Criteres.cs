using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>Orders of the results.</summary>
internal enum Tri
{
    Distance,
    Nom,
    Pertinence,
}

/// <summary>Three answers about opening, as bits so that several can be asked.</summary>
[Flags]
internal enum Ouverture : byte
{
    Aucune = 0,
    Ouvert = 1,
    Ferme = 2,
    Inconnu = 4,
}

/// <summary>A box of the map: degrees.</summary>
internal readonly record struct Boite(double Ouest, double Sud, double Est, double Nord)
{
    public bool Contient(Position p) => p.Longitude >= Ouest && p.Longitude <= Est && p.Latitude >= Sud && p.Latitude <= Nord;

    /// <summary>True when the box is less high than a circle of this radius: it is then the quicker one to go through.</summary>
    public bool MoinsHaute(double rayonKm) => double.DegreesToRadians(Nord - Sud) * Position.RayonTerre < 2000 * rayonKm;
}

/// <summary>What is searched. Built by <see cref="LectureCriteres"/>; everything in it is valid.</summary>
internal sealed record Criteres
{
    /// <summary>Results per page when nothing is said.</summary>
    public const int LimiteParDefaut = 24;

    /// <summary>Radius when a position comes without one, kilometres.</summary>
    public const double RayonParDefaut = 20;

    /// <summary>Centre of the search.</summary>
    public Position? Centre { get; init; }

    /// <summary>Radius around the centre, kilometres; null when the centre only sorts, what is found being bounded by the box.</summary>
    public double? RayonKm { get; init; } = RayonParDefaut;

    /// <summary>Places outside are left out; with a centre and a radius, those outside of the circle too.</summary>
    public Boite? Boite { get; init; }

    /// <summary>INSEE codes, arrondissements included; empty = everywhere.</summary>
    public IReadOnlyCollection<string> Communes { get; init; } = [];

    /// <summary>Codes of départements; empty = everywhere.</summary>
    public IReadOnlyCollection<string> Departements { get; init; } = [];

    /// <summary>Words of the name or the commune.</summary>
    public string? Texte { get; init; }

    /// <summary>Chosen bits; in each filter that has any, at least one must be set in the place.</summary>
    public ulong Choix { get; init; }

    public IReadOnlyCollection<string> Typologies { get; init; } = [];

    public IReadOnlyCollection<string> Sources { get; init; } = [];

    /// <summary>Answers accepted about opening at <see cref="Instant"/>.</summary>
    public Ouverture Ouverture { get; init; }

    /// <summary>When the person would come.</summary>
    public DateTimeOffset Instant { get; init; }

    public Tri Tri { get; init; }

    public int Limite { get; init; } = LimiteParDefaut;

    public Curseur? Curseur { get; init; }

    /// <summary>
    /// What is searched and in which order, in one number: the same on every server, whatever the page, its size and the moment. A cursor carries it.
    /// </summary>
    public uint Empreinte
    {
        get
        {
            static string Rangees(IEnumerable<string> valeurs) => string.Join(',', valeurs.Order(StringComparer.Ordinal));
            var texte = string.Create(CultureInfo.InvariantCulture, $"{Centre?.Latitude:R}|{Centre?.Longitude:R}|{RayonKm:R}|{Boite?.Ouest:R}|{Boite?.Sud:R}|{Boite?.Est:R}|{Boite?.Nord:R}|{Rangees(Communes)}|{Rangees(Departements)}|{Choix}|{Rangees(Typologies)}|{Rangees(Sources)}|{(byte)Ouverture}|{(byte)Tri}|{Texte}");
            return BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(texte)));
        }
    }

    /// <summary>Counts the places of every value of every filter, as if the filter itself weren't set.</summary>
    public bool Comptes { get; init; }
}
