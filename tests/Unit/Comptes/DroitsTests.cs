using FaireAvec.Comptes;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Kernel.Modules;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Tests.Unit.Comptes;

/// <summary>Rights by role and scope; duties that exclude each other.</summary>
public class DroitsTests
{
    private static readonly Guid Moi = Identifiants.Nouveau(TimeProvider.System);
    private static readonly Guid Ici = Identifiants.Nouveau(TimeProvider.System);
    private static readonly Guid Ailleurs = Identifiants.Nouveau(TimeProvider.System);
    private static readonly Guid Equipe = Identifiants.Nouveau(TimeProvider.System);

    private static readonly TableDesDroits Table = new([new ModuleDEssai(
        new RegleDeDroit("essai.lire", "Lire", (Role.Mediateur, Portee.Soi), (Role.Referent, Portee.Organisation), (Role.Coordinateur, Portee.Equipe), (Role.GestionnaireDepartement, Portee.Territoire), (Role.AdministrateurNational, Portee.National)) { Etendue = "essai:lire" },
        new RegleDeDroit("essai.ecrire", "Écrire", (Role.Mediateur, Portee.Soi)))]);

    [Theory]
    [InlineData(Role.Mediateur, true, false, false, false, false)]
    [InlineData(Role.Referent, false, true, false, false, false)]
    [InlineData(Role.Coordinateur, false, false, true, false, false)]
    [InlineData(Role.GestionnaireDepartement, false, false, false, true, false)]
    [InlineData(Role.AdministrateurNational, true, true, true, true, true)]
    [InlineData(Role.Financeur, false, false, false, false, false)]
    public void Un_droit_va_jusqu_a_sa_portee_pas_plus_loin(Role role, bool aMoi, bool dIci, bool deLEquipe, bool duTerritoire, bool dAilleurs)
    {
        var qui = Qui(role);
        Assert.Equal(
            (aMoi, dIci, deLEquipe, duTerritoire, dAilleurs),
            (Table.Permet(qui, "essai.lire", new Cible(Compte: Moi)), Table.Permet(qui, "essai.lire", new Cible(Organisation: Ici)), Table.Permet(qui, "essai.lire", new Cible(Equipes: [Equipe])),
             Table.Permet(qui, "essai.lire", new Cible(Departement: "42")), Table.Permet(qui, "essai.lire", new Cible(Identifiants.Nouveau(TimeProvider.System), Ailleurs, "43", [Identifiants.Nouveau(TimeProvider.System)]))));
    }

    [Fact]
    public void Deux_roles_s_ajoutent() => Assert.Equal([Portee.Soi, Portee.Organisation], Table.Portees(Qui(Role.Referent, Role.Mediateur), "essai.lire"));

    [Fact]
    public void Ce_qui_n_est_pas_ecrit_est_refuse()
    {
        Assert.False(Table.Permet(null, "essai.lire"));
        Assert.False(Table.Permet(Qui(Role.AdministrateurNational), "essai.ecrire"));
        Assert.False(Table.Permet(Qui(Role.AdministrateurNational), "essai.inconnu"));
        Assert.False(Table.Permet(Qui(), "essai.lire"));
        // A thing that says nothing of itself is reached by nobody but the whole country.
        Assert.False(Table.Permet(Qui(Role.Mediateur, Role.Referent, Role.Coordinateur, Role.GestionnaireDepartement), "essai.lire", new Cible()));
    }

    [Fact]
    public void Sans_organisation_choisie_rien_n_est_de_son_organisation() =>
        Assert.False(Table.Permet(Qui(Role.Referent) with { Organisation = null }, "essai.lire", new Cible(Organisation: null)));

    [Fact]
    public void Un_autre_logiciel_n_a_que_ses_etendues_dans_son_territoire()
    {
        var client = Qui(Role.ClientApi) with { Etendues = ["essai:lire"] };
        Assert.True(Table.Permet(client, "essai.lire", new Cible(Departement: "42")));
        Assert.False(Table.Permet(client, "essai.lire", new Cible(Departement: "43")));
        Assert.False(Table.Permet(client, "essai.ecrire"));
        Assert.False(Table.Permet(client with { Etendues = [] }, "essai.lire"));
        Assert.True(Table.Permet(client with { Departements = [] }, "essai.lire", new Cible(Departement: "43")));
    }

    [Fact]
    public void Un_droit_d_un_autre_module_ou_declare_deux_fois_est_une_faute_de_notre_part()
    {
        Assert.Throws<InvalidOperationException>(() => new TableDesDroits([new ModuleDEssai(new RegleDeDroit("autre.lire", ""))]));
        Assert.Throws<InvalidOperationException>(() => new TableDesDroits([new ModuleDEssai(new RegleDeDroit("essai.lire", ""), new RegleDeDroit("essai.lire", ""))]));
    }

    [Fact]
    public void La_preuve_vaut_un_quart_d_heure()
    {
        var maintenant = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var qui = Qui(Role.Mediateur) with { PreuveLe = maintenant };
        Assert.True(qui.PreuveRecente(maintenant.AddMinutes(15).AddTicks(-1)));
        Assert.False(qui.PreuveRecente(maintenant.AddMinutes(15)));
        Assert.False((qui with { PreuveLe = null }).PreuveRecente(maintenant));
    }

    [Fact]
    public void Les_cles_des_roles_se_relisent()
    {
        Assert.All(Enum.GetValues<Role>(), r => Assert.Equal(r, ClesDesRoles.Lire(r.Cle())));
        Assert.Equal("gestionnaire_structure", Role.GestionnaireStructure.Cle());
        Assert.Equal("administrateur", Role.AdministrateurNational.Cle());
        Assert.Null(ClesDesRoles.Lire("systeme:connexion"));
    }

    [Fact]
    public void La_table_des_droits_ne_donne_aucune_identite_a_qui_paie()
    {
        string[] identites = [DroitsDesComptes.LireLesMembres, DroitsDesComptes.LireLesComptes, DroitsDesComptes.RegarderComme];
        Role[] payeurs = [Role.Financeur, Role.Payeur, Role.Instructeur, Role.Controleur];
        Assert.DoesNotContain(new ComptesModule().Droits.Where(r => identites.Contains(r.Droit)).SelectMany(r => r.Attributions), a => payeurs.Contains(a.Role));
    }

    [Theory]
    [InlineData(Role.Payeur, Role.Instructeur, false, true)]
    [InlineData(Role.Instructeur, Role.Payeur, false, true)]
    [InlineData(Role.Instructeur, Role.GestionnaireStructure, true, true)]
    [InlineData(Role.Instructeur, Role.GestionnaireStructure, false, false)]
    [InlineData(Role.Mediateur, Role.Coordinateur, true, false)]
    public void Qui_demande_n_instruit_pas_qui_instruit_ne_paie_pas(Role tenu, Role demande, bool memeOrganisation, bool refuse) =>
        Assert.Equal(refuse, RolesIncompatibles.Conflit(demande, Ici, [(tenu, memeOrganisation ? Ici : Ailleurs)]) is not null);

    [Fact]
    public void Deux_actes_qui_s_excluent_s_excluent_dans_les_deux_sens() => Assert.All(SeparationDesTaches.Table, p =>
    {
        Assert.Equal(p, SeparationDesTaches.Conflit(p.Acte, [p.Autre]));
        Assert.Equal(p, SeparationDesTaches.Conflit(p.Autre, [p.Acte]));
        Assert.Null(SeparationDesTaches.Conflit(p.Acte, [p.Acte]));
    });

    private static Identite Qui(params Role[] roles) => new() { Compte = Moi, Nom = "Camille Exemple", Organisation = Ici, Roles = roles, Departements = ["42"], Equipes = [Equipe] };

    private sealed class ModuleDEssai(params RegleDeDroit[] droits) : IModule
    {
        public string Nom => "Essai";

        public IReadOnlyList<string> Routes => [];

        public IReadOnlyList<RegleDeDroit> Droits => droits;
    }
}
