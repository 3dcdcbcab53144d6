using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Securite;

namespace FaireAvec.Accompagnement.Statistiques;

/// <summary>Figures that somebody may look at.</summary>
/// <param name="Niveau">How wide.</param>
/// <param name="Cle">Which team, place or département; null when there is one alone.</param>
/// <param name="Perimetre">The bounds of the count.</param>
internal sealed record ChoixDePerimetre(NiveauDePerimetre Niveau, string? Cle, Perimetre Perimetre)
{
    /// <summary>Name of the level in addresses.</summary>
    public string Nom => PerimetresPermis.Nom(Niveau);

    public IEnumerable<KeyValuePair<string, string?>> Parametres() => Cle is null ? [new("niveau", Nom)] : [new("niveau", Nom), new("de", Cle)];
}

/// <summary>The answer to « may they look at this? ».</summary>
/// <param name="Choix">What they asked for; null when they may not.</param>
/// <param name="Existe">False when there is no such thing for them: it isn't said whether it is there for others.</param>
internal readonly record struct ReponseDePerimetre(ChoixDePerimetre? Choix, bool Existe);

/// <summary>
/// The wall before every figure: which levels somebody may ask for, from their roles, their teams, their organisation and their territory. Whatever an address
/// says, nothing is counted outside of it.
/// </summary>
internal sealed class PerimetresPermis(TableDesDroits droits, ILieuxDesOrganisations lieux, INomsDesLieux noms, ITerritoires territoires)
{
    /// <summary>The names of the levels.</summary>
    public static IReadOnlyList<string> Niveaux { get; } = [.. Enum.GetValues<NiveauDePerimetre>().Select(Nom)];

    /// <summary>The name of a level in addresses.</summary>
    public static string Nom(NiveauDePerimetre niveau) => niveau.ToString().ToLowerInvariant();

    /// <summary>The levels that they have, the one that they most likely want first.</summary>
    public IReadOnlyList<NiveauDePerimetre> De(Identite qui, string droit = DroitsDeLAccompagnement.LireLesStatistiques)
    {
        var portees = droits.Portees(qui, droit);
        var niveaux = new List<NiveauDePerimetre>();
        if (portees.Contains(Portee.Equipe) && qui.Equipes.Count > 0)
        {
            niveaux.Add(NiveauDePerimetre.Equipe);
        }

        if (portees.Contains(Portee.Soi))
        {
            niveaux.Add(NiveauDePerimetre.Mediateur);
        }

        if (portees.Contains(Portee.Organisation) && qui.Organisation is not null)
        {
            niveaux.AddRange([NiveauDePerimetre.Structure, NiveauDePerimetre.Lieu]);
        }

        if (portees.Contains(Portee.Territoire) && qui.Departements.Count > 0)
        {
            niveaux.Add(NiveauDePerimetre.Departement);
        }

        if (portees.Contains(Portee.National))
        {
            niveaux.AddRange([NiveauDePerimetre.Nation, NiveauDePerimetre.Departement]);
        }

        return [.. niveaux.Distinct()];
    }

    /// <summary>The places of their organisation.</summary>
    public async Task<IReadOnlyList<string>> LieuxAsync(Identite qui, CancellationToken annulation) => qui.Organisation is { } o ? await lieux.LieuxAsync(o, annulation) : [];

    /// <summary>The départements that they may choose among; all of them for who sees the nation.</summary>
    public IReadOnlyList<string> Departements(Identite qui, string droit = DroitsDeLAccompagnement.LireLesStatistiques) =>
        droits.Portees(qui, droit).Contains(Portee.National) ? [.. territoires.Departements.Select(d => d.Code)] : qui.Departements;

    /// <summary>What they ask for, if they may.</summary>
    /// <param name="qui">Who asks.</param>
    /// <param name="niveau">Name of the level; null for the first that they have.</param>
    /// <param name="cle">Which one of that level; null for all of theirs, or for the first.</param>
    /// <param name="annulation">Gives up.</param>
    /// <param name="droit">The right that they use.</param>
    public async Task<ReponseDePerimetre> LireAsync(Identite qui, string? niveau, string? cle, CancellationToken annulation, string droit = DroitsDeLAccompagnement.LireLesStatistiques)
    {
        var permis = De(qui, droit);
        NiveauDePerimetre? voulu = niveau is null ? (permis.Count > 0 ? permis[0] : null) : permis.Cast<NiveauDePerimetre?>().FirstOrDefault(p => Nom(p!.Value) == niveau);
        return voulu switch
        {
            NiveauDePerimetre.Mediateur => Seul(new Perimetre { Niveau = NiveauDePerimetre.Mediateur, Auteur = qui.Compte }),
            NiveauDePerimetre.Equipe when cle is null => Oui(null, new Perimetre { Niveau = NiveauDePerimetre.Equipe, Equipes = qui.Equipes }),
            NiveauDePerimetre.Equipe => Guid.TryParseExact(cle, "D", out var equipe) && qui.Equipes.Contains(equipe) ? Oui(cle, new Perimetre { Niveau = NiveauDePerimetre.Equipe, Equipes = [equipe] }) : Introuvable,
            NiveauDePerimetre.Structure => Seul(new Perimetre { Niveau = NiveauDePerimetre.Structure, Organisation = qui.Organisation }),
            NiveauDePerimetre.Lieu => Parmi(await LieuxAsync(qui, annulation), c => new Perimetre { Niveau = NiveauDePerimetre.Lieu, Organisation = qui.Organisation, Lieux = noms.Ids(c) }),
            NiveauDePerimetre.Departement => Parmi(Departements(qui, droit), c => new Perimetre { Niveau = NiveauDePerimetre.Departement, Departement = c }),
            NiveauDePerimetre.Nation => Seul(new Perimetre { Niveau = NiveauDePerimetre.Nation }),
            _ => new(null, Existe: true),
        };

        // There is one alone: a key that follows it is nothing of theirs.
        ReponseDePerimetre Seul(Perimetre perimetre) => cle is null ? Oui(null, perimetre) : Introuvable;

        ReponseDePerimetre Parmi(IReadOnlyList<string> siens, Func<string, Perimetre> faire) =>
            (cle is null ? (siens.Count > 0 ? siens[0] : null) : siens.FirstOrDefault(s => s == cle)) is { } trouve ? Oui(trouve, faire(trouve)) : Introuvable;
    }

    private static ReponseDePerimetre Introuvable => new(null, Existe: false);

    private static ReponseDePerimetre Oui(string? cle, Perimetre perimetre) => new(new(perimetre.Niveau, cle, perimetre), Existe: true);
}
