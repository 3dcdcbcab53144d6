using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Tests.Unit.Cartographie;

public class AppelPayantTests
{
    [Theory]
    [InlineData("+33890123456", true)]
    [InlineData("+33821123456", true)]
    [InlineData("+33810123456", true)]
    [InlineData("3949", true)]
    [InlineData("3230", true)]
    [InlineData("+33800123456", false)]
    [InlineData("+33477123456", false)]
    [InlineData("+33987654321", false)]
    [InlineData("+262262123456", false)]
    [InlineData("3020", false)]
    [InlineData("118", false)]
    [InlineData(null, false)]
    public void Seuls_les_numeros_qui_peuvent_couter_plus_le_disent(string? numero, bool attendu) => Assert.Equal(attendu, AppelPayant.Est(numero));
}
