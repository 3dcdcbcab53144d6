using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Unit.Cartographie;

public sealed class CoherenceDeLaLocalisationTests
{
    [Theory]
    [InlineData("98800", "63236", "Mont-Dore", -22.2318, 166.5249, "98817")] // homonyms, half the Earth apart
    [InlineData("62000", "63144", "Égliseneuve-d'Entraigues", 50.2931, 2.7786, "62041")]
    [InlineData("97440", "29019", "Brest", null, null, "97409")] // one commune has this postal code
    [InlineData("40200", "29019", "Brest", 44.2, -1.23, "40184")] // several: the nearest
    [InlineData("40200", "29019", "Brest", null, null, null)] // several, and nothing tells which
    [InlineData("97440", "32160", "L'Isle-Jourdain", 43.6372, 1.0451, "32160")] // the position is near the commune: the postal code is wrong
    [InlineData("42000", "42218", "Saint-Étienne", 45.44, 4.39, "42218")]
    [InlineData("42740", "42218", "Saint-Étienne", 45.44, 4.39, "42218")] // another of the same département: an address keeps its old code
    [InlineData("99999", "42218", "Saint-Étienne", 45.44, 4.39, "42218")] // nobody has this one
    public void La_commune_est_dans_le_departement_du_code_postal(string codePostal, string insee, string commune, double? latitude, double? longitude, string? attendue)
    {
        var lieu = Lieu(codePostal, insee, commune, latitude, longitude);
        var dites = Dites(lieu);
        Assert.Equal(attendue, lieu.CodeInsee);
        Assert.Equal(attendue == insee ? [] : ["code_insee"], dites);
        if (attendue is not null)
        {
            Assert.Equal(attendue == insee ? commune : LieuxLivres.Territoires.Commune(attendue)!.Nom, lieu.Commune);
        }
    }

    [Theory]
    [InlineData("97220", "97230", "La Trinité", 43.753, 7.309, false)] // in Martinique, not beside Nice
    [InlineData("05000", "05061", "Gap", 49.655, 2.589, false)]
    [InlineData("04370", "04025", "Beauvezer", 43.967, 6.508, true)] // twenty kilometres: a carrier's address, or an itinerant one
    [InlineData("97360", "97306", "Mana", 5.567, -53.882, true)] // seventy, in a commune of Guyane as large as a département
    [InlineData("98800", "98818", "Nouméa", -22.27, 166.44, true)]
    public void Une_position_loin_de_sa_commune_n_est_pas_montree(string codePostal, string insee, string commune, double latitude, double longitude, bool gardee)
    {
        var lieu = Lieu(codePostal, insee, commune, latitude, longitude);
        var dites = Dites(lieu);
        Assert.Equal(gardee, IndexLieux.PositionDe(lieu) is not null);
        Assert.Equal(gardee ? [] : ["latitude"], dites);
        Assert.Equal(insee, lieu.CodeInsee);
    }

    [Fact]
    public void Un_telephone_d_outre_mer_decide_contre_une_adresse_cherchee_dans_tout_le_pays()
    {
        var lieu = Lieu("97440", "29019", "Brest", 48.39, -4.485);
        lieu.Telephone = "+262262000000";
        Assert.Equal(["code_insee", "latitude"], Dites(lieu));
        Assert.Equal(("97409", null), (lieu.CodeInsee, IndexLieux.PositionDe(lieu)));
    }

    [Fact]
    public void Les_lieux_livres_sont_pres_de_leur_commune()
    {
        var mises = LieuxLivres.Anomalies.Where(a => a.Champ is "code_insee" or "latitude").ToLookup(a => a.Champ);
        Assert.Equal(12, mises["code_insee"].Count());
        Assert.InRange(mises["latitude"].Count(), 30, 40);
        var horsDeLeurDepartement = LieuxLivres.Publics.Where(l => l.Source == "nouvelle-caledonie" && l.CodeInsee?.StartsWith("988", StringComparison.Ordinal) != true);
        Assert.Empty(horsDeLeurDepartement.Select(l => l.Id));
    }

    private static Lieu Lieu(string codePostal, string insee, string commune, double? latitude, double? longitude) =>
        new() { Id = "a", Nom = "Espace public numérique", CodePostal = codePostal, CodeInsee = insee, Commune = commune, Latitude = latitude, Longitude = longitude, Empreinte = [], CreeLe = HorlogeFactice.Depart, ModifieLe = HorlogeFactice.Depart };

    private static List<string> Dites(Lieu lieu)
    {
        var champs = new List<string>();
        new CoherenceDeLaLocalisation(LieuxLivres.Territoires).Appliquer(lieu, (champ, _, raison) =>
        {
            Assert.EndsWith(".", raison, StringComparison.Ordinal);
            champs.Add(champ);
        });
        return champs;
    }
}
