using System.Text.Json;
using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using static FaireAvec.Tests.Unit.Accompagnement.Activites.SaisieDEssai;

namespace FaireAvec.Tests.Unit.Accompagnement.Activites;

public class DocumentDActiviteTests
{
    [Fact]
    public void Le_document_porte_les_noms_des_colonnes()
    {
        using var document = JsonDocument.Parse(DocumentDActivite.Ecrire(Juste(Usuelle)));
        var noms = document.RootElement.EnumerateObject().Select(p => p.Name).ToList();
        Assert.Contains("part_a_la_place", noms);
        Assert.Contains("enregistree_le", noms);
        Assert.DoesNotContain("posture", noms);
        Assert.DoesNotContain("accompagnements", noms);
        Assert.Equal("Individuel", document.RootElement.GetProperty("type").GetString());
        Assert.Equal("2026-11-25", document.RootElement.GetProperty("jour").GetString());
    }

    [Fact]
    public void La_meme_saisie_a_la_meme_empreinte_une_autre_non()
    {
        Assert.Equal(DocumentDActivite.Empreinte(Usuelle), DocumentDActivite.Empreinte(Usuelle with { Thematiques = ["email"] }));
        Assert.NotEqual(DocumentDActivite.Empreinte(Usuelle), DocumentDActivite.Empreinte(Usuelle with { DureeMinutes = 46 }));
    }

    // The shares of time at one touch are told apart from a setting of one's own.
    [Fact]
    public void Une_posture_toute_prete_se_reconnait()
    {
        Assert.Equal("avec", PosturesToutesPretes.Code(new Posture(10, 60, 30)));
        Assert.Null(PosturesToutesPretes.Code(new Posture(11, 59, 30)));
    }
}
