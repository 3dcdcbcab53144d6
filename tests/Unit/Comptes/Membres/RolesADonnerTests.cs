using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;

namespace FaireAvec.Tests.Unit.Comptes.Membres;

/// <summary>Who may give which role, and where.</summary>
public class RolesADonnerTests
{
    private static readonly Guid Ici = Guid.Parse("01a21000-0000-7000-8000-00000000000a");
    private static readonly Guid Ailleurs = Guid.Parse("01a21000-0000-7000-8000-00000000000b");

    private static RoleTenu Tenu(Role role, params string[] departements) => new(role, Ici, departements);

    [Fact]
    public void Un_referent_donne_les_roles_de_terrain_dans_son_organisation_seulement()
    {
        Assert.Equal([Role.Mediateur, Role.ConseillerNumerique, Role.Aidant], RolesADonner.Pour([Tenu(Role.Referent)], Ici, "42"));
        Assert.Empty(RolesADonner.Pour([Tenu(Role.Referent)], Ailleurs, "42"));
    }

    [Fact]
    public void Personne_ne_donne_un_role_de_l_Etat_sauf_l_equipe_nationale()
    {
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.AdministrateurNational))
        {
            var donnes = RolesADonner.Pour([Tenu(role, "42")], Ici, "42");
            Assert.DoesNotContain(donnes, r => r is Role.AdministrateurNational or Role.Support or Role.Auditeur or Role.Instructeur or Role.Payeur or Role.Controleur or Role.GestionnaireDepartement or Role.GestionnaireRegion or Role.ClientApi);
        }

        Assert.DoesNotContain(Role.ClientApi, RolesADonner.Pour([Tenu(Role.AdministrateurNational)], Ailleurs, null));
        Assert.Contains(Role.Payeur, RolesADonner.Pour([Tenu(Role.AdministrateurNational)], Ailleurs, null));
    }

    [Fact]
    public void Un_territoire_donne_est_compris_dans_celui_de_qui_donne()
    {
        RoleTenu[] qui = [Tenu(Role.GestionnaireDepartement, "42")];
        Assert.True(RolesADonner.Permet(qui, Role.Coordinateur, Ailleurs, "42", ["42"]));
        Assert.True(RolesADonner.Permet(qui, Role.Coordinateur, Ailleurs, "42", []));
        Assert.False(RolesADonner.Permet(qui, Role.Coordinateur, Ailleurs, "42", ["42", "69"]));
        Assert.False(RolesADonner.Permet(qui, Role.Coordinateur, Ailleurs, "69", ["42"]));
        Assert.False(RolesADonner.Permet([Tenu(Role.GestionnaireStructure)], Role.Mediateur, Ici, "42", ["42"]));
    }

    [Fact]
    public void Un_role_donne_par_d_autres_que_l_equipe_nationale_n_exclut_rien_partout()
    {
        // What such a giver can't see (roles elsewhere) can't be in conflict.
        var donnables = RolesADonner.Table.Where(l => l.Key != Role.AdministrateurNational).SelectMany(l => l.Value.Roles).ToHashSet();
        Assert.DoesNotContain(RolesIncompatibles.Table, p => p.Etendue == Etendue.Partout && (donnables.Contains(p.Un) || donnables.Contains(p.Autre)));
    }
}
