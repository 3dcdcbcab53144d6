using FaireAvec.Accompagnement;
using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Accompagnement.Statistiques;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Unit.Territoires;

namespace FaireAvec.Tests.Unit.Accompagnement.Statistiques;

/// <summary>The wall before every figure, on every role and every level.</summary>
public sealed class PerimetresPermisTests
{
    private static readonly Guid Equipe = Guid.Parse("01a21000-0000-7000-8000-0000000000e1");
    private static readonly Guid AutreEquipe = Guid.Parse("01a21000-0000-7000-8000-0000000000e2");

    private readonly PerimetresPermis _permis = new(new TableDesDroits([new AccompagnementModule()]), new LieuxDEssai(), new NomsDEssai(), Donnees.Territoires);

    public static TheoryData<Role, string> Attendus => new()
    {
        { Role.Mediateur, "mediateur" },
        { Role.ConseillerNumerique, "mediateur" },
        { Role.Coordinateur, "equipe mediateur" },
        { Role.Referent, "structure lieu" },
        { Role.GestionnaireStructure, "structure lieu" },
        { Role.GestionnaireDepartement, "departement" },
        { Role.GestionnaireRegion, "departement" },
        { Role.AdministrateurNational, "nation departement" },
        { Role.Auditeur, "nation departement" },
        { Role.Aidant, "" },
        { Role.GestionnaireReseau, "" },
        { Role.Instructeur, "" },
        { Role.Payeur, "" },
        { Role.Controleur, "" },
        { Role.Support, "" },
        { Role.GestionnaireDonnees, "" },
        { Role.Financeur, "" },
        { Role.ClientApi, "" },
    };

    [Theory]
    [MemberData(nameof(Attendus))]
    public async Task Chaque_role_a_ses_niveaux_et_aucun_autre(Role role, string attendus)
    {
        var qui = Qui(role);
        Assert.Equal(attendus, string.Join(' ', _permis.De(qui).Select(PerimetresPermis.Nom)));
        foreach (var niveau in PerimetresPermis.Niveaux)
        {
            var reponse = await _permis.LireAsync(qui, niveau, null, TestContext.Current.CancellationToken);
            Assert.Equal((niveau, attendus.Split(' ').Contains(niveau)), (niveau, reponse.Choix is not null));
            Assert.True(reponse.Existe);
        }
    }

    [Fact]
    public void Aucun_role_n_est_oublie() => Assert.Equal(Enum.GetValues<Role>().Order(), Attendus.Select(l => l.Data.Item1).Order());

    [Theory]
    [InlineData(Role.Coordinateur, "equipe", "01a21000-0000-7000-8000-0000000000e3")]
    [InlineData(Role.Coordinateur, "equipe", "n'importe quoi")]
    [InlineData(Role.Coordinateur, "mediateur", "01a21000-0000-7000-8000-0000000000e1")]
    [InlineData(Role.Mediateur, "mediateur", "01a21000-0000-7000-8000-0000000000b1")]
    [InlineData(Role.GestionnaireStructure, "lieu", "lieu-d-un-autre")]
    [InlineData(Role.GestionnaireStructure, "structure", "01a21000-0000-7000-8000-0000000000b2")]
    [InlineData(Role.GestionnaireDepartement, "departement", "43")]
    [InlineData(Role.AdministrateurNational, "departement", "99")]
    public async Task Ce_qui_est_a_d_autres_n_existe_pas(Role role, string niveau, string cle)
    {
        var reponse = await _permis.LireAsync(Qui(role), niveau, cle, TestContext.Current.CancellationToken);
        Assert.Null(reponse.Choix);
        Assert.False(reponse.Existe);
    }

    [Fact]
    public async Task Les_bornes_viennent_de_qui_demande()
    {
        async Task<Perimetre> LireAsync(Role role, string? niveau, string? cle) => (await _permis.LireAsync(Qui(role), niveau, cle, TestContext.Current.CancellationToken)).Choix!.Perimetre;
        Assert.Equal(Qui(Role.Mediateur).Compte, (await LireAsync(Role.Mediateur, null, null)).Auteur);
        Assert.Equal([Equipe, AutreEquipe], (await LireAsync(Role.Coordinateur, null, null)).Equipes);
        Assert.Equal([AutreEquipe], (await LireAsync(Role.Coordinateur, "equipe", AutreEquipe.ToString())).Equipes);
        var lieu = await LireAsync(Role.Referent, "lieu", "l2");
        Assert.Equal(Qui(Role.Referent).Organisation, lieu.Organisation);
        Assert.Equal(["l2", "l2-avant"], lieu.Lieux);
        Assert.Equal("42", (await LireAsync(Role.GestionnaireDepartement, null, null)).Departement);
        Assert.Equal("2A", (await LireAsync(Role.Auditeur, "departement", "2A")).Departement);
        Assert.Equal(NiveauDePerimetre.Nation, (await LireAsync(Role.Auditeur, null, null)).Niveau);
    }

    [Fact]
    public async Task Sans_organisation_sans_equipe_ou_sans_territoire_il_n_y_a_rien()
    {
        foreach (var role in (Role[])[Role.GestionnaireStructure, Role.Referent, Role.GestionnaireDepartement])
        {
            var nu = Qui(role) with { Organisation = null, Equipes = [], Departements = [] };
            Assert.Empty(_permis.De(nu));
            Assert.Equal(new ReponseDePerimetre(null, Existe: true), await _permis.LireAsync(nu, null, null, TestContext.Current.CancellationToken));
        }

        Assert.Equal([NiveauDePerimetre.Mediateur], _permis.De(Qui(Role.Coordinateur) with { Equipes = [] }));
    }

    [Fact]
    public async Task Un_acces_de_l_api_a_ce_que_dit_son_etendue_et_sa_portee()
    {
        var client = Qui(Role.ClientApi) with { Etendues = [DroitsDeLAccompagnement.EtendueDesStatistiques], PorteeDuClient = Portee.Organisation };
        Assert.Equal([NiveauDePerimetre.Structure, NiveauDePerimetre.Lieu], _permis.De(client, DroitsDeLAccompagnement.RecevoirLesStatistiques));
        Assert.Empty(_permis.De(client with { Etendues = ["activites:ecrire"] }, DroitsDeLAccompagnement.RecevoirLesStatistiques));
        Assert.Null((await _permis.LireAsync(client, "nation", null, TestContext.Current.CancellationToken, DroitsDeLAccompagnement.RecevoirLesStatistiques)).Choix);
    }

    private static Identite Qui(Role role) => new()
    {
        Compte = Guid.Parse("01a21000-0000-7000-8000-0000000000b1"),
        Nom = "Camille Exemple",
        Organisation = Guid.Parse("01a21000-0000-7000-8000-0000000000b2"),
        Roles = [role],
        Equipes = role == Role.Coordinateur ? [Equipe, AutreEquipe] : [],
        Departements = role is Role.GestionnaireDepartement or Role.GestionnaireRegion ? ["42"] : [],
    };

    private sealed class NomsDEssai : INomsDesLieux
    {
        public LieuNomme? Trouver(string? id) => null;

        public IReadOnlyCollection<string> Ids(string id) => [id, $"{id}-avant"];

        public LieuNomme? Reconnaitre(string? saisi) => null;

        public LieuNomme? DeNom(string? nom, string? codeInsee) => null;
    }

    private sealed class LieuxDEssai : ILieuxDesOrganisations
    {
        public Task<IReadOnlyList<string>> LieuxAsync(Guid organisation, CancellationToken annulation) => Task.FromResult<IReadOnlyList<string>>(["l1", "l2"]);

        public Task<string?> SiretAsync(Guid organisation, CancellationToken annulation) => Task.FromResult<string?>(null);
    }
}
