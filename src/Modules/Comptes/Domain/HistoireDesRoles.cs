using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;

namespace FaireAvec.Comptes.Domain;

/// <summary>What is asked when a role is given.</summary>
/// <param name="Compte">Who receives it.</param>
/// <param name="Organisation">Where.</param>
/// <param name="Role">The role.</param>
/// <param name="Departements">Its territory; empty for most.</param>
/// <param name="DonneePar">Who gives it.</param>
internal sealed record RoleDemande(Guid Compte, Guid Organisation, Role Role, IReadOnlyList<string> Departements, Guid? DonneePar);

/// <summary>
/// The roles of one person over time, and the only ways to change them: give, end, transfer. Two lines for one organisation and role never overlap, and
/// two roles that exclude each other are never held together. The database refuses the first too; this says why, before.
/// </summary>
/// <param name="lignes">Everything that the person has had, wherever it is.</param>
internal sealed class HistoireDesRoles(IEnumerable<Appartenance> lignes)
{
    private readonly List<Appartenance> _lignes = [.. lignes];

    public IReadOnlyList<Appartenance> Lignes => _lignes;

    /// <summary>Gives a role from this instant. The line is added to the history; the caller keeps it.</summary>
    public Resultat<Appartenance> Donner(Guid id, RoleDemande demande, DateTimeOffset instant)
    {
        if (RolesADonner.TerritoireObligatoire.Contains(demande.Role) && demande.Departements.Count == 0)
        {
            return ErreursComptes.TerritoireManque;
        }

        if (!RolesADonner.DeTerritoire.Contains(demande.Role) && demande.Departements.Count > 0)
        {
            return ErreursMembres.TerritoireDeTrop;
        }

        // A line that begins later would overlap one without an end.
        if (_lignes.Any(l => l.Organisation == demande.Organisation && l.Role == demande.Role && !Vide(l) && (l.Fin is null || l.Fin > instant)))
        {
            return ErreursComptes.Chevauchement;
        }

        if (RolesIncompatibles.Conflit(demande.Role, demande.Organisation, _lignes.Where(l => !Vide(l) && (l.Fin is null || l.Fin > instant)).Select(l => (l.Role, l.Organisation))) is { } paire)
        {
            return ErreursComptes.RolesIncompatibles with { Message = $"{ErreursComptes.RolesIncompatibles.Message} {paire.Raison}", Champ = "Role" };
        }

        var ligne = new Appartenance
        {
            Id = id,
            Compte = demande.Compte,
            Organisation = demande.Organisation,
            Role = demande.Role,
            Debut = instant,
            Departements = [.. demande.Departements.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            DonneePar = demande.DonneePar,
        };
        _lignes.Add(ligne);
        return ligne;
    }

    /// <summary>Ends a role at this instant.</summary>
    public Resultat<Appartenance> Terminer(Guid id, DateTimeOffset instant, string? motif)
    {
        var ligne = _lignes.Single(l => l.Id == id);
        return ligne.Terminer(instant, motif) ? ligne : ErreursMembres.RoleDejaFini;
    }

    /// <summary>Ends a role and gives the same in another organisation, at one instant. Nothing changes when the second isn't possible.</summary>
    public Resultat<Appartenance> Transferer(Guid id, Guid nouvelId, Guid vers, Guid? donneePar, DateTimeOffset instant, string? motif)
    {
        var ligne = _lignes.Single(l => l.Id == id);
        if (ligne.Organisation == vers)
        {
            return ErreursMembres.TransfertSurPlace;
        }

        if (ligne.Fin is { } fin && fin <= instant)
        {
            return ErreursMembres.RoleDejaFini;
        }

        // What excludes the role there may be the role that is being left.
        var sans = new HistoireDesRoles(_lignes.Where(l => l.Id != id));
        var donnee = sans.Donner(nouvelId, new RoleDemande(ligne.Compte, vers, ligne.Role, ligne.Departements, donneePar), instant);
        if (donnee.Reussi)
        {
            ligne.Terminer(instant, motif);
            _lignes.Add(donnee.Valeur);
        }

        return donnee;
    }

    /// <summary>The lines that gave access during a day: held at one instant at least between these two (the second excluded).</summary>
    public static IEnumerable<Appartenance> Pendant(IEnumerable<Appartenance> lignes, DateTimeOffset debut, DateTimeOffset fin) =>
        lignes.Where(l => l.Debut < fin && (l.Fin is null || l.Fin > debut) && !Vide(l));

    // Ended where it begins: it was never held.
    private static bool Vide(Appartenance ligne) => ligne.Fin is { } fin && fin <= ligne.Debut;
}
