using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Data;
using FaireAvec.Accompagnement.Domain.Activites;
using static FaireAvec.Tests.Unit.Accompagnement.Activites.SaisieDEssai;

namespace FaireAvec.Tests.Unit.Accompagnement.Charge;

/// <summary>What an act says of an online service: on the way in, in the form, and on the way back.</summary>
public class ChargeDUnActeTests
{
    private static SaisieDActivite Panne { get; } = Usuelle with { Service = "caf", Cause = "en_panne", MinutesPerdues = 15 };

    [Fact]
    public void Un_acte_dit_le_service_la_cause_et_le_temps_perdu()
    {
        var acte = Juste(Panne);
        Assert.Equal(("caf", "en_panne", 15), (acte.Service, acte.Cause, acte.MinutesPerdues));
        Assert.Equal(("caf", "en_panne", 15), (Juste(Atelier with { Service = "caf", Cause = "en_panne", MinutesPerdues = 15 }).Service, acte.Cause, acte.MinutesPerdues));
    }

    // An act has its own aim: nobody says that all of it was lost.
    [Fact]
    public void Un_temps_qui_n_est_pas_dit_n_est_pas_devine() => Assert.Null(Juste(Panne with { MinutesPerdues = null }).MinutesPerdues);

    [Fact]
    public void Un_service_sans_difficulte_se_dit_seul()
    {
        var acte = Juste(Usuelle with { Service = "caf" });
        Assert.Equal(("caf", null, null), (acte.Service, acte.Cause, acte.MinutesPerdues));
    }

    [Fact]
    public void Rien_n_est_demande() => Assert.Equal((null, null, null), (Juste(Usuelle).Service, Juste(Usuelle).Cause, Juste(Usuelle).MinutesPerdues));

    [Theory]
    [InlineData("sieste", "en_panne", 15, "ACC-045")]
    [InlineData("caf", "paresse", 15, "ACC-015")]
    [InlineData(null, "en_panne", null, "ACC-046")]
    [InlineData("caf", null, 15, "ACC-047")]
    [InlineData("caf", "en_panne", 0, "ACC-048")]
    [InlineData("caf", "en_panne", -15, "ACC-048")]
    [InlineData("caf", "en_panne", 46, "ACC-048")]
    public void Ce_qui_ne_tient_pas_est_refuse(string? service, string? cause, int? minutes, string code) =>
        Assert.Equal([code], Codes(Usuelle with { Service = service, Cause = cause, MinutesPerdues = minutes }));

    [Fact]
    public void Tout_le_temps_de_l_acte_se_dit() => Assert.Equal(45, Juste(Panne with { MinutesPerdues = 45 }).MinutesPerdues);

    [Fact]
    public void Une_coordination_n_en_dit_rien()
    {
        var saisie = Panne with { Type = "animation", Posture = null, Coordination = new Coordination { Nature = "webinaire", Thematiques = ["maillage"], Mediateurs = 3, Initiative = "besoin" } };
        var lue = VerificationDActivite.Verifier(saisie, Contexte, []);
        Assert.True(lue.Reussi, string.Join(", ", lue.Erreurs.Select(e => e.Message)));
        Assert.Equal((null, null, null), (lue.Valeur.Activite.Service, lue.Valeur.Activite.Cause, lue.Valeur.Activite.MinutesPerdues));
    }

    [Theory]
    [InlineData(15, "15", null)]
    [InlineData(45, FormulaireDActivite.Tout, null)]
    [InlineData(7, FormulaireDActivite.Autre, 7)]
    [InlineData(null, null, null)]
    public void Le_formulaire_rend_ce_que_l_acte_dit(int? minutes, string? perdu, int? autres)
    {
        var f = FormulaireDActivite.De(Juste(Panne with { MinutesPerdues = minutes }), null, [], c => c);
        Assert.Equal(("caf", "Caf", "en_panne", perdu, autres), (f.Service, f.NomDuService, f.Cause, f.Perdu, f.MinutesPerdues));
        var saisie = f.Lire(_ => null).Valeur;
        Assert.Equal(("caf", "en_panne", minutes), (saisie.Service, saisie.Cause, saisie.MinutesPerdues));
    }

    [Fact]
    public void Un_texte_qui_n_est_pas_un_service_est_refuse_et_garde()
    {
        var f = new FormulaireDActivite { Service = "caf", NomDuService = "le site des trucs", Cause = "en_panne" };
        Assert.Contains("ACC-045", Codes(f.Lire(_ => null).Valeur with { Date = Aujourdhui }));
        Assert.Equal("le site des trucs", f.NomDuService);
    }

    [Fact]
    public void Refaire_un_acte_garde_le_service_pas_sa_panne()
    {
        var refait = FormulaireDActivite.De(Juste(Panne), null, [], c => c).Recommencer();
        Assert.Equal(("caf", null, null, null), (refait.Service, refait.Cause, refait.Perdu, refait.MinutesPerdues));
    }

    // Drafts and templates of before, and what waits on a device that wasn't brought up to date.
    [Fact]
    public void Un_document_d_avant_se_relit()
    {
        var relu = FormulaireDActivite.Relire("""{"type":"individuel","demarche":"Déclaration","thematiques":["email"]}""");
        Assert.Equal(("Déclaration", null, null, null), (relu!.Demarche, relu.Service, relu.Cause, relu.Perdu));
        Assert.Equal(DocumentDActivite.Empreinte(Usuelle), DocumentDActivite.Empreinte(Usuelle with { Service = null, Cause = null, MinutesPerdues = null }));
        Assert.DoesNotContain("service", DocumentDActivite.Ecrire(Juste(Usuelle)), StringComparison.Ordinal);
        Assert.Contains("\"minutes_perdues\":15", DocumentDActivite.Ecrire(Juste(Panne)), StringComparison.Ordinal);
    }

    [Fact]
    public void L_histoire_dit_ce_qui_a_change()
    {
        var lecture = new ChangementsDActivite(l => l, c => c, ids => []);
        Assert.Equal(
            ["Service en ligne : avant « rien », après « Caf »", "Ce qui a bloqué : avant « rien », après « En panne »", "Temps perdu : avant « rien », après « 15 min »"],
            lecture.Lire(TypeDActivite.Individuel, """{"service":null,"cause":null,"minutes_perdues":null}""", """{"service":"caf","cause":"en_panne","minutes_perdues":15}""").Select(l => l.Replace('\u00a0', ' ')));
    }
}
