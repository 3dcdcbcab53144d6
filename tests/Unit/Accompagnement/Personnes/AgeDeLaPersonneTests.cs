using FaireAvec.Accompagnement.Domain.Personnes;

namespace FaireAvec.Tests.Unit.Accompagnement.Personnes;

public class AgeDeLaPersonneTests
{
    private static readonly DateOnly Jour = new(2026, 11, 26);

    [Theory]
    [InlineData(2012, null, "MineureDeMoinsDe15Ans")]
    // 15 this year, perhaps not yet: the parent is asked.
    [InlineData(2011, null, "MineureDeMoinsDe15Ans")]
    [InlineData(2010, null, "Mineure")]
    [InlineData(2008, null, "Mineure")]
    [InlineData(2007, null, "Majeure")]
    [InlineData(1900, null, "Majeure")]
    [InlineData(null, "moins_de_12", "MineureDeMoinsDe15Ans")]
    [InlineData(null, "12_17", "MineureDeMoinsDe15Ans")]
    [InlineData(null, "18_24", "Majeure")]
    [InlineData(null, "non_communique", "Majeure")]
    [InlineData(null, null, "Majeure")]
    [InlineData(2007, "12_17", "Majeure")]
    public void Le_doute_protege(int? annee, string? tranche, string attendue) => Assert.Equal(attendue, AgeDeLaPersonne.De(annee, tranche, Jour).ToString());

    [Theory]
    [InlineData("Majeure", "Aucune", "Personne")]
    [InlineData("Majeure", "Curatelle", "Personne,Protecteur")]
    [InlineData("Majeure", "Tutelle", "Protecteur")]
    [InlineData("Mineure", "Aucune", "Personne,Responsable")]
    [InlineData("MineureDeMoinsDe15Ans", "Aucune", "Personne,Responsable")]
    public void Un_mandat_a_les_parties_que_la_loi_demande(string majorite, string protection, string parties) =>
        Assert.Equal(parties, string.Join(',', PartiesAUnMandat.De(Enum.Parse<MajoriteDeLaPersonne>(majorite), Enum.Parse<ProtectionDAdulte>(protection))));
}
