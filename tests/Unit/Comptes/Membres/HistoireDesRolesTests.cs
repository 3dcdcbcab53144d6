using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;

namespace FaireAvec.Tests.Unit.Comptes.Membres;

/// <summary>Roles are given, ended, transferred; the past is never lost.</summary>
public class HistoireDesRolesTests
{
    private static readonly DateTimeOffset T = new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Qui = Guid.Parse("01a21000-0000-7000-8000-000000000001");
    private static readonly Guid Ici = Guid.Parse("01a21000-0000-7000-8000-00000000000a");
    private static readonly Guid Ailleurs = Guid.Parse("01a21000-0000-7000-8000-00000000000b");

    private int _numero;

    [Fact]
    public void Un_role_se_tient_une_fois_a_la_fois_et_se_reprend_apres()
    {
        var histoire = new HistoireDesRoles([]);
        var ligne = Donner(histoire, Ici, Role.Aidant, T).Valeur;
        Assert.Equal(ErreursComptes.Chevauchement, Donner(histoire, Ici, Role.Aidant, T.AddDays(1)).Erreur);
        Assert.True(Donner(histoire, Ailleurs, Role.Aidant, T).Reussi);
        Assert.True(histoire.Terminer(ligne.Id, T.AddDays(2), "Départ").Reussi);
        Assert.Equal(ErreursMembres.RoleDejaFini, histoire.Terminer(ligne.Id, T.AddDays(3), null).Erreur);
        Assert.True(Donner(histoire, Ici, Role.Aidant, T.AddDays(2)).Reussi);
    }

    [Fact]
    public void Deux_roles_qui_s_excluent_sont_refuses_avec_leur_raison()
    {
        var histoire = new HistoireDesRoles([]);
        Assert.True(Donner(histoire, Ici, Role.Instructeur, T).Reussi);
        Assert.True(Donner(histoire, Ailleurs, Role.GestionnaireStructure, T).Reussi);
        var refus = Donner(histoire, Ici, Role.GestionnaireStructure, T);
        Assert.Equal("CPT-014", refus.Erreur!.Code);
        Assert.EndsWith("Qui demande ne s’instruit pas soi-même.", refus.Erreur.Message, StringComparison.Ordinal);
        Assert.Equal("CPT-014", Donner(histoire, Ailleurs, Role.Payeur, T).Erreur!.Code);
    }

    [Fact]
    public void Un_territoire_va_avec_les_roles_qui_en_ont_un()
    {
        var histoire = new HistoireDesRoles([]);
        Assert.Equal(ErreursComptes.TerritoireManque, Donner(histoire, Ici, Role.GestionnaireDepartement, T).Erreur);
        Assert.Equal(ErreursMembres.TerritoireDeTrop, Donner(histoire, Ici, Role.Mediateur, T, "42").Erreur);
        Assert.True(Donner(histoire, Ici, Role.Coordinateur, T).Reussi);
    }

    [Fact]
    public void Un_transfert_finit_et_commence_au_meme_instant_ou_ne_change_rien()
    {
        var histoire = new HistoireDesRoles([]);
        var ligne = Donner(histoire, Ici, Role.Coordinateur, T, "42").Valeur;
        Assert.Equal(ErreursMembres.TransfertSurPlace, Transferer(histoire, ligne, Ici, T).Erreur);
        var nouvelle = Transferer(histoire, ligne, Ailleurs, T.AddDays(1)).Valeur;
        Assert.Equal((ligne.Fin, Ailleurs, "42"), (nouvelle.Debut, nouvelle.Organisation, nouvelle.Departements.Single()));
        var deja = Donner(histoire, Ici, Role.Coordinateur, T.AddDays(2)).Valeur;
        Assert.Equal(ErreursComptes.Chevauchement, Transferer(histoire, deja, Ailleurs, T.AddDays(3)).Erreur);
        Assert.Null(deja.Fin);
        Assert.Equal(ErreursMembres.RoleDejaFini, Transferer(histoire, ligne, Ailleurs, T.AddDays(3)).Erreur);
    }

    private Resultat<Appartenance> Donner(HistoireDesRoles histoire, Guid organisation, Role role, DateTimeOffset instant, params string[] departements) =>
        histoire.Donner(Id(), new RoleDemande(Qui, organisation, role, departements, null), instant);

    private Resultat<Appartenance> Transferer(HistoireDesRoles histoire, Appartenance ligne, Guid vers, DateTimeOffset instant) => histoire.Transferer(ligne.Id, Id(), vers, null, instant, null);

    private Guid Id() => new($"01a21000-0000-7000-9000-{++_numero:000000000000}");
}
