using FaireAvec.Accompagnement.Orientations;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.CourtsMessages;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Orientations;

/// <summary>The card by SMS: two segments, whatever the place is called.</summary>
public class SmsDeLaCarteTests
{
    private const string Site = "https://faireavec.exemple.example.org";

    [Fact]
    public void Il_dit_ou_quand_le_code_et_la_page_sans_dire_pour_quoi()
    {
        var orientation = OrientationDEssai.Envoyee();
        var texte = SmsDeLaCarte.Ecrire(orientation, Lieu("Médiathèque de l’Hôtel-Dieu", "12 rue des Tilleuls, 42000 Saint-Étienne", "01 99 00 12 34"), Site, "STOP au 36180");
        Assert.Equal(
            $"Médiathèque de l'Hotel-Dieu, 12 rue des Tilleuls, 42000 Saint-Étienne. Ouvert jusqu'à 18 h. Tél. 01 99 00 12 34. Code {Domain(orientation)}. {Site}/lieux/lieu-exemple-1 STOP au 36180",
            texte);
        Assert.InRange(LongueurDeCourtMessage.Mesurer(texte).Segments, 1, 2);
    }

    [Fact]
    public void Trop_long_il_perd_le_telephone_puis_l_adresse_puis_la_fin_du_nom()
    {
        var orientation = OrientationDEssai.Envoyee();
        var texte = SmsDeLaCarte.Ecrire(orientation, Lieu(string.Join(' ', Enumerable.Repeat("Maison", 60)), new string('r', 200), "01 99 00 12 34"), Site, "STOP au 36180");
        Assert.StartsWith("Maison Maison", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("01 99", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("rrr", texte, StringComparison.Ordinal);
        Assert.EndsWith("/lieux/lieu-exemple-1 STOP au 36180", texte, StringComparison.Ordinal);
        Assert.Equal(2, LongueurDeCourtMessage.Mesurer(texte).Segments);
    }

    [Fact]
    public void Deux_segments_quel_que_soit_le_nom_et_l_adresse() => Prop.ForAll<string, string>((nom, adresse) =>
        LongueurDeCourtMessage.Mesurer(SmsDeLaCarte.Ecrire(OrientationDEssai.Envoyee(), Lieu(nom ?? "", adresse ?? "", "01 99 00 12 34"), Site, "STOP au 36180")).Segments <= SmsDeLaCarte.SegmentsMax).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static string Domain(FaireAvec.Accompagnement.Domain.Orientations.Orientation orientation) => FaireAvec.Accompagnement.Domain.Orientations.ReferenceDOrientation.Presenter(orientation.Reference);

    private static LieuQuiRecoit Lieu(string nom, string adresse, string telephone) => new()
    {
        Lieu = new LieuNomme("lieu-exemple-1", nom, "Saint-Étienne", "42000", "42218", "/lieux/lieu-exemple-1"),
        Adresse = adresse,
        Fuseau = "Europe/Paris",
        OuvertureEnMots = "Ouvert jusqu’à 18 h",
        Telephone = telephone,
    };
}
