using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Comptes.Domain;

/// <summary>Public or private: the legal basis of a processing depends on it (GDPR art. 6-1-e or 6-1-f).</summary>
internal enum NatureOrganisation
{
    Publique,
    Privee,
}

/// <summary>What kind of body it is; the words are under « Organisation.Categorie.{value} ».</summary>
internal enum CategorieOrganisation
{
    Commune,
    Intercommunalite,
    Departement,
    Region,
    Etat,
    EtablissementPublic,
    Association,
    EconomieSociale,
    Entreprise,
    Autre,
}

/// <summary>A body that people work for: an employer, a town hall, an association, a hub, a network. Its duties in the schemes are dated (<see cref="FonctionDOrganisation"/>).</summary>
internal sealed class Organisation : IJournalisee
{
    public const int NomMax = 200;

    public required Guid Id { get; init; }

    public required string Nom
    {
        get;
        set
        {
            field = value;
            NomRecherche = TexteRecherche.Normaliser(value);
        }
    }

    /// <summary>The name made comparable, for searches.</summary>
    [HorsJournal]
    public string NomRecherche { get; private set; } = "";

    public required TypeIdentification TypeIdentification { get; set; }

    /// <summary>SIRET, RIDET or a number of ours; one organisation each.</summary>
    public required string Numero { get; set; }

    /// <summary>Why the number is ours.</summary>
    public string? MotifIdentification { get; set; }

    public required NatureOrganisation Nature { get; set; }
    public required CategorieOrganisation Categorie { get; set; }

    /// <summary>INSEE code of the commune where it has its seat.</summary>
    public string? CodeInsee { get; set; }

    /// <summary>Code of its département: what a territory's right is compared with.</summary>
    public string? Departement { get; set; }

    /// <summary>The organisation at the head of its network.</summary>
    public Guid? Reseau { get; set; }

    public required DateTimeOffset CreeeLe { get; init; }
    public DateTimeOffset? FermeeLe { get; set; }

    /// <summary>The organisation that it was merged into; its people and places went there.</summary>
    public Guid? FusionneeDans { get; set; }

    /// <summary>Invented, for the demonstration.</summary>
    public bool Demonstration { get; init; }

    public bool Ouverte => FermeeLe is null && FusionneeDans is null;

    string IJournalisee.IdJournal => Id.ToString();
}
