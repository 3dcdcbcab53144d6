using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Tests.Unit.Accompagnement.Activites;

/// <summary>What a correction changed, told from the journal.</summary>
public class ChangementsDActiviteTests
{
    private static readonly ChangementsDActivite Lecture = new(l => l == "exemple_1" ? "Médiathèque d’exemple" : null, c => c == "42218" ? "Exemple-sur-Loire" : null, ids => [.. ids.Select(_ => "essai")]);

    [Fact]
    public void Chaque_champ_dit_son_nom_sa_valeur_d_avant_et_celle_d_apres() => Assert.Equal(
        [
            "Date : avant « 1er novembre 2026 », après « 25 novembre 2026 »",
            "Durée : avant « 45 min », après « 1 h 30 »",
            "Lieu : avant « rien », après « Médiathèque d’exemple »",
            "La commune : avant « Exemple-sur-Loire », après « rien »",
            "Thématiques : avant « E-mail », après « E-mail, Santé »",
            "Faire avec : avant « 60 % », après « 50 % »",
            "Matériel : avant « rien », après « Tablette »",
            "La suite : avant « Revenir mardi », après « rien »",
        ],
        Dits(
            TypeDActivite.Individuel,
            """{"jour":"2026-11-01","duree":45,"lieu":null,"commune":"42218","thematiques":["email"],"part_avec":60,"materiels":[],"suite":"Revenir mardi","version":1,"equipes":[]}""",
            """{"jour":"2026-11-25","duree":90,"lieu":"exemple_1","commune":null,"thematiques":["email","sante"],"part_avec":50,"materiels":["tablette"],"suite":null,"version":2,"equipes":["01a21000-0000-7000-8000-0000000000a4"]}"""));

    [Fact]
    public void Les_marges_d_un_atelier_se_comparent_une_a_une() => Assert.Equal(
        ["Personnes sans nom : avant « 8 », après « 9 »", "Genre : avant « Féminin : 5, Non communiqué : 3 », après « Féminin : 6, Non communiqué : 3 »"],
        Dits(
            TypeDActivite.Collectif,
            """{"sans_nom":8,"effectifs":{"Total":8,"DejaAccompagnes":0,"Genres":[0,5,3],"Ages":[],"Statuts":[]}}""",
            """{"sans_nom":9,"effectifs":{"Total":9,"DejaAccompagnes":0,"Genres":[0,6,3],"Ages":[],"Statuts":[]}}"""));

    [Fact]
    public void Une_coordination_se_compare_champ_par_champ_et_ce_qui_n_a_pas_change_ne_se_dit_pas() => Assert.Equal(
        ["Structures partenaires : avant « Commune d’Exemple », après « Commune d’Exemple (Commune), Association d’Essai »"],
        Dits(
            TypeDActivite.Partenariat,
            """{"coordination":{"Nom":"Permanences","Natures":["subvention"],"Thematiques":[],"Organisateurs":[],"Echelon":"communal","Partenaires":[{"Nom":"Commune d’Exemple","Type":null}]}}""",
            """{"coordination":{"Nom":"Permanences","Natures":["subvention"],"Thematiques":[],"Organisateurs":[],"Echelon":"communal","Partenaires":[{"Nom":"Commune d’Exemple","Type":"commune"},{"Nom":"Association d’Essai","Type":null}]}}"""));

    [Theory]
    [InlineData(null, null)]
    [InlineData("{", "{}")]
    [InlineData("[]", "3")]
    [InlineData("{\"duree\":\"45\"}", "{\"jour\":45}")]
    [InlineData("{\"effectifs\":[1]}", "{\"coordination\":{\"Partenaires\":3}}")]
    public void Une_entree_d_un_autre_temps_ne_dit_rien_et_n_arrete_rien(string? avant, string? apres) =>
        Assert.Empty(Lecture.Lire(TypeDActivite.Collectif, avant, apres));

    private static string[] Dits(TypeDActivite type, string avant, string apres) => [.. Lecture.Lire(type, avant, apres).Select(l => l.Replace('\u00a0', ' '))];
}
