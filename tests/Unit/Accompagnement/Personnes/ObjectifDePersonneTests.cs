using FaireAvec.Accompagnement.Domain.Personnes;

namespace FaireAvec.Tests.Unit.Accompagnement.Personnes;

public class ObjectifDePersonneTests
{
    private static readonly DateTimeOffset Maintenant = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

    private static readonly Guid Id = new("01a21000-0000-7000-8000-0000000000c1");
    private static readonly Guid Autre = new("01a21000-0000-7000-8000-0000000000c2");

    private static ObjectifDePersonne Nouveau() => ObjectifDePersonne.Choisir(Id, Autre, " Faire ma déclaration sans ma fille ", Maintenant).Valeur;

    [Fact]
    public void La_table_des_etats_est_celle_ci()
    {
        var lignes = Enum.GetValues<EtatDObjectif>().Select(e => $"{e}: {string.Join(' ', EtatsDObjectif.Suites(e))}");
        Assert.Equal(
            [
                "Choisi: Travaille Atteint Reporte Abandonne",
                "Travaille: Atteint Reporte Abandonne",
                "Atteint: Travaille",
                "Reporte: Travaille Atteint Abandonne",
                "Abandonne: Travaille",
            ],
            lignes);
    }

    [Fact]
    public void Un_objectif_s_ecrit_avec_les_mots_de_la_personne() => Assert.Equal("Faire ma déclaration sans ma fille", Nouveau().Texte);

    [Theory]
    [InlineData(null, "ACC-119")]
    [InlineData("  ", "ACC-119")]
    [InlineData("Mon mot de passe : Soleil2024!", "ACC-120")]
    public void Un_objectif_vide_ou_qui_contient_un_secret_est_refuse(string? texte, string code) =>
        Assert.Equal(code, ObjectifDePersonne.Choisir(Id, Autre, texte, Maintenant).Erreur!.Code);

    [Fact]
    public void Abandonner_demande_un_motif_et_reprendre_l_oublie()
    {
        var objectif = Nouveau();
        Assert.Equal("ACC-122", objectif.Passer(EtatDObjectif.Abandonne, " ", Maintenant).Erreur!.Code);
        Assert.Equal(EtatDObjectif.Choisi, objectif.Etat);
        Assert.True(objectif.Passer(EtatDObjectif.Abandonne, "Ma fille le fait, et ça me va", Maintenant).Reussi);
        Assert.NotNull(objectif.Motif);
        Assert.True(objectif.Passer(EtatDObjectif.Travaille, null, Maintenant.AddDays(1)).Reussi);
        Assert.Null(objectif.Motif);
        Assert.Equal(Maintenant.AddDays(1), objectif.EtatDepuis);
    }

    [Fact]
    public void Un_passage_hors_de_la_table_est_refuse_et_ne_change_rien()
    {
        var objectif = Nouveau();
        Assert.True(objectif.Passer(EtatDObjectif.Atteint, null, Maintenant).Reussi);
        Assert.Equal("ACC-121", objectif.Passer(EtatDObjectif.Reporte, null, Maintenant.AddDays(1)).Erreur!.Code);
        Assert.Equal((EtatDObjectif.Atteint, Maintenant), (objectif.Etat, objectif.EtatDepuis));
    }

    [Fact]
    public void Effacer_laisse_l_etat_sans_les_mots()
    {
        var objectif = Nouveau();
        Assert.True(objectif.Effacer());
        Assert.False(objectif.Effacer());
        Assert.Null(objectif.Texte);
    }
}
