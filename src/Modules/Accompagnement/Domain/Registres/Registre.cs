using System.Text.Json.Serialization;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Registres;

/// <summary>
/// The register of attendance of a workshop, past or to come: who came signs on a tablet or on paper. Once closed, its count doesn't change any more, and
/// one act may be noted from it. Made by <see cref="VerificationDeRegistre"/>.
/// </summary>
internal sealed class Registre : IJournalisee
{
    public required Guid Id { get; init; }

    /// <summary>The médiateur; nobody else sees it.</summary>
    public required Guid Auteur { get; init; }

    public required Guid Organisation { get; init; }
    public required string Titre { get; init; }
    public required DateOnly Jour { get; init; }
    public required TimeOnly Debut { get; init; }
    public required TimeOnly Fin { get; init; }

    /// <summary>A code of <see cref="Listes.TypesDeLieu"/>.</summary>
    public required string TypeDeLieu { get; init; }

    /// <summary>Id of the place on the map.</summary>
    public string? Lieu { get; init; }

    /// <summary>INSEE code.</summary>
    public string? Commune { get; init; }

    /// <summary>Signatures counted on the sheet of paper.</summary>
    public int Papier { get; private set; }

    /// <summary>What the sheet of paper says of them, as counts; null when it wasn't counted.</summary>
    public Effectifs? Effectifs { get; private set; }

    public required DateTimeOffset OuvertLe { get; init; }
    public DateTimeOffset? FermeLe { get; private set; }

    /// <summary>All signatures, when it was closed. They may be erased since: the count stays.</summary>
    public int? Signatures { get; private set; }

    public int Version { get; private set; } = 1;

    [JsonIgnore]
    public bool Ferme => FermeLe is not null;

    [JsonIgnore]
    public int Minutes => (int)(Fin - Debut).TotalMinutes;

    string IJournalisee.IdJournal => Id.ToString();

    /// <summary>Counts the sheet of paper, again if need be.</summary>
    /// <param name="effectifs">Its signatures and what is known of them.</param>
    /// <param name="surTablette">Signatures given on the tablet.</param>
    /// <param name="vue">The version that was looked at.</param>
    public Resultat<Registre> Reprendre(Effectifs effectifs, int surTablette, int vue)
    {
        if (Ferme)
        {
            return ErreursRegistres.Ferme;
        }

        if (vue != Version)
        {
            return ErreursRegistres.ModifieEntreTemps;
        }

        if (effectifs.Total + surTablette > Effectifs.Max)
        {
            return ErreursRegistres.TropDeSignatures;
        }

        (Papier, Effectifs, Version) = (effectifs.Total, effectifs.Total == 0 ? null : effectifs, Version + 1);
        return this;
    }

    /// <summary>True when one more person may sign.</summary>
    public Erreur? PeutSigner(int surTablette) => Ferme ? ErreursRegistres.Ferme : Papier + surTablette >= Effectifs.Max ? ErreursRegistres.TropDeSignatures : null;

    /// <summary>Closes it: the count is kept. Closing again changes nothing.</summary>
    public Resultat<Registre> Fermer(int surTablette, DateTimeOffset maintenant)
    {
        if (Ferme)
        {
            return this;
        }

        if (Papier + surTablette == 0)
        {
            return ErreursRegistres.SansSignature;
        }

        (FermeLe, Signatures, Version) = (maintenant, Papier + surTablette, Version + 1);
        return this;
    }
}
