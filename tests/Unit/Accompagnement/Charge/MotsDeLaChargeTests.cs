using System.Collections;
using System.Globalization;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Ressources;

namespace FaireAvec.Tests.Unit.Accompagnement.Charge;

public class MotsDeLaChargeTests
{
    [Fact]
    public void Tout_se_dit_dans_les_deux_langues_et_en_francais_sans_espace_ordinaire_devant_un_signe_double()
    {
        var (francais, anglais) = (Mots(CultureInfo.InvariantCulture), Mots(CultureInfo.GetCultureInfo("en")));
        Assert.Equal(francais.Keys.Order(StringComparer.Ordinal), anglais.Keys.Order(StringComparer.Ordinal));
        Assert.All(francais.Values, v => Assert.DoesNotMatch(" [:;?!»]|« ", v));
        Assert.All(Listes.CausesDeCharge.Codes, c => Assert.Contains($"Cause.{c}", francais.Keys));
    }

    [Theory]
    [InlineData(null, "–")]
    [InlineData(0L, "0 h")]
    [InlineData(75L, "1 h 15")]
    [InlineData(600L, "10 h")]
    public void Un_temps_se_lit_en_heures(long? minutes, string attendu) => Assert.Equal(attendu, MotsCharge.Duree(minutes).Replace('\u00a0', ' '));

    private static Dictionary<string, string> Mots(CultureInfo langue) =>
        MotsCharge.Ressources.GetResourceSet(langue, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);
}
