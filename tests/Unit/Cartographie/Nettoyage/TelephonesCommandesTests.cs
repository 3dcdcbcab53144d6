using FaireAvec.Cartographie.Commandes;

namespace FaireAvec.Tests.Unit.Cartographie.Nettoyage;

/// <summary>« faireavec telephones normaliser », line by line.</summary>
public class TelephonesCommandesTests
{
    [Theory]
    [InlineData("""{"id":"a","telephone":"04 77 12 34 56"}""", """{"id":"a","e164":"+33477123456","affichage":"04 77 12 34 56","type":"fixe","extension":null}""")]
    [InlineData("""{"id":7,"texte":"26 12 34","departement":"988"}""", """{"id":7,"e164":"+687261234","affichage":"+687 26 12 34","type":"fixe","extension":null}""")]
    [InlineData("""{"id":"b","numero":590123456,"code_postal":97110}""", """{"id":"b","e164":"+590590123456","affichage":"0590 12 34 56","type":"fixe","extension":null}""")]
    [InlineData("""{"id":"c","telephone":"3939"}""", """{"id":"c","e164":null,"affichage":"39 39","type":"court","extension":null,"court":"3939"}""")]
    [InlineData("""{"id":"d","telephone":"04 77 12 34 56 poste 12"}""", """{"id":"d","e164":"+33477123456","affichage":"04 77 12 34 56","type":"fixe","extension":"12"}""")]
    [InlineData("""{"id":"e","telephone":"04 77 12 34 56 / 04 77 12 34 57"}""", """{"id":"e","e164":"+33477123456","affichage":"04 77 12 34 56","type":"fixe","extension":null,"autres":["+33477123457"]}""")]
    [InlineData("""{"id":"f","telephone":null}""", """{"id":"f","erreur":"La case ne contient pas de numéro de téléphone."}""")]
    [InlineData("""{"id":"g"}""", """{"id":"g","erreur":"La case ne contient pas de numéro de téléphone."}""")]
    [InlineData("""{"id":"h","telephone":"0000000000"}""", """{"id":"h","erreur":"Le numéro n’est fait que de zéros : le téléphone est inconnu."}""")]
    [InlineData("\"04 77 12 34 56\"", """{"id":null,"e164":"+33477123456","affichage":"04 77 12 34 56","type":"fixe","extension":null}""")]
    [InlineData("04 77 12 34 56", """{"id":null,"e164":"+33477123456","affichage":"04 77 12 34 56","type":"fixe","extension":null}""")]
    [InlineData("0477123456", """{"id":null,"e164":"+33477123456","affichage":"04 77 12 34 56","type":"fixe","extension":null}""")]
    [InlineData("3939", """{"id":null,"e164":null,"affichage":"39 39","type":"court","extension":null,"court":"3939"}""")]
    [InlineData("""{"id":"i","telephone""", """{"id":null,"erreur":"Cette ligne n’est pas un objet JSON valide."}""")]
    [InlineData("""[1,2]""", """{"id":null,"erreur":"La ligne n’est ni un objet JSON, ni un numéro."}""")]
    public void Une_ligne_donne_une_ligne(string entree, string attendue) => Assert.Equal(attendue, TelephonesCommandes.Repondre(entree));

    [Fact]
    public void Une_ligne_trop_longue_est_dite() => Assert.Equal("""{"id":null,"erreur":"Cette ligne dépasse 2000000 octets."}""", TelephonesCommandes.Repondre(null));

    [Fact]
    public void Une_ligne_vide_ne_donne_rien() => Assert.Null(TelephonesCommandes.Repondre(" "));
}
