using FaireAvec.Accompagnement.Domain.Personnes;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Personnes;

/// <summary>Names that sound alike, and names that don't.</summary>
public class CleSonoreTests
{
    [Theory]
    [InlineData("Dupont", "Dupond")]
    [InlineData("Philippe", "Filipe")]
    [InlineData("Renault", "Reno")]
    [InlineData("Renaud", "Renault")]
    [InlineData("Mathieu", "Matthieu")]
    [InlineData("Thomas", "Toma")]
    [InlineData("Nathalie", "Natalie")]
    [InlineData("Katia", "Catia")]
    [InlineData("Cécile", "Sécile")]
    [InlineData("Gérard", "Jérar")]
    [InlineData("François", "Fransois")]
    [InlineData("Lefèvre", "Lefebvre")]
    [InlineData("Mohamed", "Mohammed")]
    [InlineData("Martin", "Martain")]
    [InlineData("Lambert", "Lanbert")]
    [InlineData("Fatou", "FATOU")]
    [InlineData("Le Goff", "Legof")]
    [InlineData("Michel", "Mischel")]
    [InlineData("Guérin", "Guerrin")]
    [InlineData("Moreau", "Moro")]
    [InlineData("Roussel", "Roucel")]
    [InlineData("Yannick", "Ianic")]
    public void Ceux_qui_sonnent_pareil_ont_la_meme_cle(string un, string autre) => Assert.Equal(CleSonore.De(un), CleSonore.De(autre));

    [Theory]
    [InlineData("Martin", "Bernard")]
    [InlineData("Marie", "Marine")]
    [InlineData("Paul", "Pauline")]
    [InlineData("Julien", "Julienne")]
    [InlineData("Awa", "Ewa")]
    [InlineData("Diallo", "Dialla")]
    [InlineData("Simon", "Simone")]
    [InlineData("Marin", "Marine")]
    public void Ceux_qui_ne_sonnent_pas_pareil_n_ont_pas_la_meme(string un, string autre) => Assert.NotEqual(CleSonore.De(un), CleSonore.De(autre));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Ô")]
    [InlineData("123")]
    [InlineData("李")]
    public void Une_cle_trop_courte_ne_s_accorde_avec_rien(string? nom) => Assert.False(CleSonore.De(nom).Egale(CleSonore.De(nom)));

    [Fact]
    public void N_importe_quel_texte_a_une_cle_sans_accent_ni_casse() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), texte =>
        {
            var cle = CleSonore.De(texte);
            return cle.Valeur.All(char.IsAsciiLetter) && cle == CleSonore.De($" {texte} ");
        }).QuickCheckThrowOnFailure();
}
