using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Accompagnement.Statistiques;

namespace FaireAvec.Tests.Unit.Accompagnement.Statistiques;

/// <summary>What a file of figures says of itself.</summary>
public sealed class EnTeteDeChiffresTests
{
    private static readonly EnTeteDeChiffres EnTete = new()
    {
        Niveau = NiveauDePerimetre.Structure,
        DeQui = "Médiathèque Exemple",
        Du = new(2026, 10, 1),
        Au = new(2026, 10, 31),
        Choisi = "",
        CalculeLe = new(2026, 11, 2, 23, 30, 0, TimeSpan.Zero),
    };

    [Fact]
    public void Il_dit_de_qui_de_quand_compare_a_quoi_choisi_comment_et_calcule_quand()
    {
        var lignes = EnTete.Lignes().ToDictionary(l => l.Nom, l => l.Valeur);
        Assert.Equal("Une structure", lignes["Niveau"].Texte);
        Assert.Equal("Médiathèque Exemple", lignes["Chiffres de"].Texte);
        Assert.Equal((EnTete.Du, EnTete.Au), (lignes["Premier jour"].Jour, lignes["Dernier jour"].Jour));
        Assert.Equal(new DateOnly(2026, 8, 31), lignes["Comparé à la période\u00a0: premier jour"].Jour);
        Assert.Equal(new DateOnly(2026, 9, 30), lignes["Comparé à la période\u00a0: dernier jour"].Jour);
        Assert.Equal("Toutes les activités de la période", lignes["Filtres"].Texte);
        // In Paris it is the day after.
        Assert.Equal(new DateOnly(2026, 11, 3), lignes["Calculé le"].Jour);
        Assert.DoesNotContain("Titre", lignes.Keys);
    }

    [Fact]
    public void Un_rapport_dit_aussi_son_titre_et_son_commentaire()
    {
        var lignes = (EnTete with { Titre = "Bilan", Commentaire = "Un mois calme", Choisi = "Communes : 1 choix" }).Lignes();
        Assert.Equal(("Titre", "Bilan"), (lignes[0].Nom, lignes[0].Valeur.Texte));
        Assert.Equal(("Commentaire", "Un mois calme"), (lignes[^1].Nom, lignes[^1].Valeur.Texte));
        Assert.Contains(lignes, l => l.Valeur.Texte == "Communes : 1 choix");
    }

    [Fact]
    public void Le_nom_du_fichier_dit_le_niveau_et_s_il_y_a_un_filtre()
    {
        Assert.Equal("statistiques-structure-2026-10-01-2026-10-31", EnTete.NomDeFichier("statistiques"));
        Assert.Equal("statistiques-structure-2026-10-01-2026-10-31-filtre", (EnTete with { Choisi = "Communes : 1 choix" }).NomDeFichier("statistiques"));
    }
}
