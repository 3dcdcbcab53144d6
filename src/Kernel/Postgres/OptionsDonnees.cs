using Microsoft.Extensions.Configuration;

namespace FaireAvec.Kernel.Postgres;

/// <summary>Where the data is.</summary>
/// <param name="Dossier">Folder of the embedded database (<c>--data</c>, <c>Donnees__Dossier</c>); "./.donnees" by default. Absolute path.</param>
/// <param name="Connexion">Connection string of an outside PostgreSQL ≥ 15 (<c>ConnectionStrings__FaireAvec</c>); null means embedded.</param>
/// <param name="ConnexionProprietaire">Connection string of the owner, for migrations (<c>ConnectionStrings__FaireAvecProprietaire</c>). When absent, <paramref name="Connexion"/> serves both.</param>
public sealed record OptionsDonnees(string Dossier, string? Connexion, string? ConnexionProprietaire)
{
    /// <summary>True when the product starts its own PostgreSQL.</summary>
    public bool Embarque => Connexion is null;

    /// <summary>The operator says that the disk of the embedded database is encrypted (<c>Donnees__DisqueChiffre=oui</c>): real people may be recorded in it.</summary>
    public bool DisqueChiffre { get; init; }

    /// <summary>False when the operator wants no demonstration (<c>Demonstration=false</c>).</summary>
    public bool DemonstrationVoulue { get; init; } = true;

    /// <summary>Only invented people may be recorded: the embedded database is for trials.</summary>
    public bool InventeesSeulement => Embarque && !DisqueChiffre;

    /// <summary>
    /// One signs in as an invented person in one click. Never where real people may be recorded: the invented administrator would be everybody's way to them.
    /// </summary>
    public bool EnDemonstration => InventeesSeulement && DemonstrationVoulue;

    /// <summary>Reads the configuration.</summary>
    public static OptionsDonnees De(IConfiguration configuration)
    {
        static string? Vide(string? s) => string.IsNullOrWhiteSpace(s) ? null : s;
        return new OptionsDonnees(
            Path.GetFullPath(Vide(configuration["Donnees:Dossier"]) ?? ".donnees"),
            Vide(configuration.GetConnectionString("FaireAvec")),
            Vide(configuration.GetConnectionString("FaireAvecProprietaire")))
        {
            DisqueChiffre = configuration["Donnees:DisqueChiffre"] == "oui",
            DemonstrationVoulue = configuration["Demonstration"] != "false",
        };
    }
}
