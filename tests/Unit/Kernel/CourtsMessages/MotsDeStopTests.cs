using FaireAvec.Kernel.CourtsMessages;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Kernel.CourtsMessages;

/// <summary>« STOP », as people write it.</summary>
public class MotsDeStopTests
{
    [Theory]
    [InlineData("STOP")]
    [InlineData(" stop. ")]
    [InlineData("Stop svp")]
    [InlineData("STOP SMS")]
    [InlineData("SMS stop")]
    [InlineData("STOP 36180")]
    [InlineData("stop merci de ne plus m’écrire")]
    [InlineData("S.T.O.P.")]
    [InlineData("ARRÊT")]
    [InlineData("arrêtez s'il vous plaît")]
    [InlineData("je veux arreter")]
    [InlineData("Désabonnement")]
    [InlineData("désinscrire")]
    [InlineData("unsubscribe")]
    [InlineData("FIN")]
    public void Stop_se_dit_de_bien_des_facons(string texte) => Assert.Equal(DemandeParCourtMessage.Arreter, MotsDeStop.Lire(texte));

    [Theory]
    [InlineData("START")]
    [InlineData("reprendre")]
    [InlineData("Reprendre les SMS svp")]
    public void On_peut_reprendre(string texte) => Assert.Equal(DemandeParCourtMessage.Reprendre, MotsDeStop.Lire(texte));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("oui")]
    [InlineData("merci")]
    [InlineData("je serai en retard, le bus ne s’arrête pas à mon arrêt")]
    [InlineData("À la fin du mois plutôt")]
    [InlineData("36180")]
    public void Une_autre_reponse_n_arrete_rien(string? texte) => Assert.Equal(DemandeParCourtMessage.Autre, MotsDeStop.Lire(texte));

    [Fact]
    public void N_importe_quel_texte_donne_une_reponse() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), texte => Enum.IsDefined(MotsDeStop.Lire(texte))).QuickCheckThrowOnFailure();
}
