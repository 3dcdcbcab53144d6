using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.PremiersPas;

/// <summary>A passkey, the easiest and safest way to sign in: done once they have signed in with one.</summary>
internal sealed class ChoisirUneCle : IPremierPas
{
    public string Cle => "Cle";

    public int Rang => 10;

    public IReadOnlyList<Role> Roles => [];

    public string Href(Identite identite) => LiensComptes.MonCompte;

    public Task<bool> FaitAsync(FaireAvecDb db, Identite identite, CancellationToken annulation) => db.Set<Session>().AnyAsync(s => s.Compte == identite.Compte && s.Facteur == Facteur.Passkey, annulation);
}

/// <summary>The name that colleagues and persons helped will read: only its holder can say that it is right.</summary>
internal sealed class VerifierSonNom : IPremierPas
{
    public string Cle => "Nom";

    public int Rang => 20;

    public IReadOnlyList<Role> Roles => [];

    public bool ACocher => true;

    public string Href(Identite identite) => LiensComptes.MonCompte;

    public Task<bool> FaitAsync(FaireAvecDb db, Identite identite, CancellationToken annulation) => db.Set<PremierPasFait>().AnyAsync(p => p.Compte == identite.Compte && p.Pas == Cle, annulation);
}

/// <summary>A place of the map for the organisation.</summary>
internal sealed class RattacherUnLieu : IPremierPas
{
    public string Cle => "Lieu";

    public int Rang => 30;

    public IReadOnlyList<Role> Roles { get; } = [Role.GestionnaireStructure];

    public string Href(Identite identite) => identite.Organisation is { } o ? LiensMembres.Lieux(o) : LiensComptes.ChoisirLOrganisation;

    public Task<bool> FaitAsync(FaireAvecDb db, Identite identite, CancellationToken annulation) => db.Set<LieuDOrganisation>().AnyAsync(l => l.Organisation == identite.Organisation, annulation);
}

/// <summary>A colleague: done once they have invited somebody there.</summary>
internal sealed class InviterUnCollegue : IPremierPas
{
    public string Cle => "Inviter";

    public int Rang => 40;

    public IReadOnlyList<Role> Roles { get; } = [Role.Referent, Role.GestionnaireStructure, Role.GestionnaireDepartement, Role.GestionnaireRegion, Role.AdministrateurNational];

    public string Href(Identite identite) => LiensMembres.Inviter;

    public Task<bool> FaitAsync(FaireAvecDb db, Identite identite, CancellationToken annulation) => db.Set<Invitation>().AnyAsync(i => i.InviteePar == identite.Compte && i.Organisation == identite.Organisation, annulation);
}

/// <summary>Somebody in the team that they coordinate.</summary>
internal sealed class ComposerSonEquipe : IPremierPas
{
    public string Cle => "Equipe";

    public int Rang => 50;

    public IReadOnlyList<Role> Roles { get; } = [Role.Coordinateur];

    public string Href(Identite identite) => LiensMembres.Equipes;

    public Task<bool> FaitAsync(FaireAvecDb db, Identite identite, CancellationToken annulation)
    {
        Guid[] equipes = [.. identite.Equipes];
        return db.Set<MembreDEquipe>().AnyAsync(m => equipes.Contains(m.Equipe) && !m.Coordonne && m.Fin == null, annulation);
    }
}

/// <summary>What one's roles let one do: only its reader can say that it is read.</summary>
internal sealed class LireSesDroits : IPremierPas
{
    public string Cle => "Droits";

    public int Rang => 60;

    public IReadOnlyList<Role> Roles => [];

    public bool ACocher => true;

    public string Href(Identite identite) => identite.Roles.Count > 0 ? $"{LiensComptes.Droits}?role={identite.Roles[0].Cle()}" : LiensComptes.Droits;

    public Task<bool> FaitAsync(FaireAvecDb db, Identite identite, CancellationToken annulation) => db.Set<PremierPasFait>().AnyAsync(p => p.Compte == identite.Compte && p.Pas == Cle, annulation);
}
