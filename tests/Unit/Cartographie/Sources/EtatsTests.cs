using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Unit.Cartographie.Sources;

/// <summary>The tables of states, whole: what isn't written here is refused.</summary>
public sealed class EtatsTests
{
    [Fact]
    public void Une_source_ne_redevient_active_qu_apres_avoir_ete_suspendue() => Verifier(EtatsSource.Permet, [
        (EtatSource.Active, EtatSource.Suspendue),
        (EtatSource.Active, EtatSource.Retiree),
        (EtatSource.Suspendue, EtatSource.Active),
        (EtatSource.Suspendue, EtatSource.Retiree),
        (EtatSource.Retiree, EtatSource.Suspendue),
    ]);

    [Fact]
    public void Un_import_retenu_attend_une_personne_et_un_import_a_blanc_finit_la() => Verifier(StatutsImport.Permet, [
        (StatutImport.EnAttente, StatutImport.EnCours),
        (StatutImport.EnAttente, StatutImport.Echec),
        (StatutImport.EnCours, StatutImport.ABlanc),
        (StatutImport.EnCours, StatutImport.Retenu),
        (StatutImport.EnCours, StatutImport.Publie),
        (StatutImport.EnCours, StatutImport.Echec),
        (StatutImport.EnCours, StatutImport.Inchange),
        (StatutImport.Retenu, StatutImport.Publie),
        (StatutImport.Retenu, StatutImport.Annule),
        (StatutImport.Publie, StatutImport.Annule),
    ]);

    [Fact]
    public void Une_correction_retiree_par_une_personne_ne_revient_pas() => Verifier(EtatsCorrection.Permet, [
        (EtatCorrection.Active, EtatCorrection.DepasseeParLaSource),
        (EtatCorrection.Active, EtatCorrection.Retiree),
        (EtatCorrection.DepasseeParLaSource, EtatCorrection.Active),
    ]);

    [Fact]
    public void Un_passage_refuse_ne_change_rien()
    {
        var source = new Source { Code = "a", Nom = "A", CreeeLe = HorlogeFactice.Depart };
        Assert.True(source.Passer(EtatSource.Retiree));
        Assert.False(source.Passer(EtatSource.Active));
        Assert.Equal(EtatSource.Retiree, source.Etat);
        var import = new ImportDeLieux { Id = Identifiants.Nouveau(TimeProvider.System), Origine = OrigineImport.Fichier, Fichier = "f", Auteur = "a", DebutLe = HorlogeFactice.Depart };
        Assert.True(import.Passer(StatutImport.ABlanc, HorlogeFactice.Depart));
        Assert.False(import.Passer(StatutImport.Publie, HorlogeFactice.Depart, "raison"));
        Assert.Equal((StatutImport.ABlanc, null), (import.Statut, import.Raison));
    }

    private static void Verifier<T>(Func<T, T, bool> permet, (T, T)[] permises) where T : struct, Enum =>
        Assert.Equal(permises.ToHashSet(), (from de in Enum.GetValues<T>() from vers in Enum.GetValues<T>() where permet(de, vers) select (de, vers)).ToHashSet());
}
