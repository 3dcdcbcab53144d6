using FaireAvec.Accompagnement.Domain.Personnes;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Personnes;

public class RegleDesDoublonsTests
{
    private static readonly PersonneComparee Fatou = new("Fatou", "Le Goff", 1958, "0639980101", "fatou@example.org");

    // Values worked out by pg_trgm's similarity().
    [Theory]
    [InlineData("mot", "mot", 1.0)]
    [InlineData("legoff", "legof", 0.625)]
    [InlineData("martin", "martins", 0.6666667)]
    [InlineData("martin", "bernard", 0.0)]
    [InlineData("a", "a", 1.0)]
    public void La_ressemblance_est_celle_de_postgresql(string une, string autre, double attendue) => Assert.Equal(attendue, RegleDesDoublons.Ressemblance(une, autre), 6);

    [Theory]
    [InlineData("LE GOFF", "fatou", true)]
    [InlineData("legof", "FATOU", true)]
    [InlineData("Martin", "Fatou", false)]
    [InlineData("Le Goff", "Awa", false)]
    [InlineData(null, "Fatou", false)]
    public void Un_nom_qui_ressemble_et_le_meme_prenom_font_poser_la_question(string? nom, string prenom, bool suspecte) =>
        Assert.Equal(suspecte, RegleDesDoublons.Suspecte(Fatou, new(prenom, nom, null, null, null)));

    [Theory]
    [InlineData("Le Goff", "Fatou", true)] // the other way round
    [InlineData("LEGOF", "Phatou", true)] // round, and by ear
    [InlineData("Fatou", "Martin", false)]
    [InlineData("Fatou", null, false)]
    public void Un_nom_et_un_prenom_inverses_font_poser_la_question(string prenom, string? nom, bool suspecte) =>
        Assert.Equal(suspecte, RegleDesDoublons.Suspecte(Fatou, new(prenom, nom, null, null, null)));

    [Theory]
    [InlineData("Philippe", "Dupond", true)]
    [InlineData("Filipe", "Dupon", true)]
    [InlineData("Philippine", "Dupont", false)]
    public void Des_noms_qui_sonnent_pareil_font_poser_la_question(string prenom, string nom, bool suspecte) =>
        Assert.Equal(suspecte, RegleDesDoublons.Suspecte(new("Philippe", "Dupont", null, null, null), new(prenom, nom, null, null, null)));

    [Fact]
    public void Un_seul_accord_ne_suffit_jamais()
    {
        Assert.False(RegleDesDoublons.Suspecte(Fatou, new("Awa", "Sarr", null, Fatou.Telephone, null)));
        Assert.False(RegleDesDoublons.Suspecte(Fatou, new("Awa", "Sarr", 1958, null, null)));
        Assert.False(RegleDesDoublons.Suspecte(Fatou, new("Awa", "Sarr", null, null, Fatou.Courriel)));
    }

    [Fact]
    public void Deux_accords_suffisent_quels_qu_ils_soient()
    {
        Assert.Equal([CritereDeDoublon.Telephone, CritereDeDoublon.Courriel], RegleDesDoublons.Accords(Fatou, new("Awa", "Sarr", 1990, Fatou.Telephone, Fatou.Courriel)));
        Assert.True(RegleDesDoublons.Suspecte(Fatou, new("Awa", "Sarr", 1958, Fatou.Telephone, null)));
        Assert.True(RegleDesDoublons.Suspecte(Fatou, new("fatoù", null, 1958, null, null)));
    }

    [Fact]
    public void Ce_qui_n_est_pas_connu_ne_s_accorde_avec_rien()
    {
        var inconnue = new PersonneComparee(null, "", null, "", null);
        Assert.Empty(RegleDesDoublons.Accords(inconnue, inconnue));
        Assert.Empty(RegleDesDoublons.Accords(inconnue, Fatou));
    }

    [Fact]
    public void La_question_est_la_meme_dans_les_deux_sens() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), ArbMap.Default.ArbFor<string?>(), ArbMap.Default.ArbFor<int?>(), (a, b, annee) =>
        {
            var (une, autre) = (new PersonneComparee(a, b, annee, a, b), new PersonneComparee(b, a, annee, b, b));
            return RegleDesDoublons.Accords(une, autre).SequenceEqual(RegleDesDoublons.Accords(autre, une)) && RegleDesDoublons.Ressemblance(RegleDesDoublons.Cle(a), RegleDesDoublons.Cle(b)) is >= 0 and <= 1;
        }).QuickCheckThrowOnFailure();
}
