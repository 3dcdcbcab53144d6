using FaireAvec.Territoires;
using FaireAvec.Territoires.Fiches;

namespace FaireAvec.Tests.Unit.Territoires;

public class ChiffresTests
{
    private const string SaintEtienne = "42218", Firminy = "42095", Roanne = "42187", Lyon = "69123", Paris = "75056", Noumea = "98818";

    [Fact]
    public void Les_communes_proches_viennent_de_la_plus_proche_a_la_plus_lointaine_sans_la_commune_elle_meme()
    {
        var proches = Proches(SaintEtienne, (SaintEtienne, 43), (Lyon, 60), (Firminy, 3), (Paris, 100));

        Assert.Equal([Firminy, Lyon], proches.Select(p => p.Commune.CodeInsee));
        Assert.Equal([3, 60], proches.Select(p => p.Lieux));
        Assert.True(proches[0].DistanceKm < proches[1].DistanceKm);
    }

    [Fact]
    public void Les_arrondissements_comptent_pour_leur_commune_une_seule_fois() =>
        Assert.Equal([Paris], Proches("92012", (Paris, 100)).Select(p => p.Commune.CodeInsee));

    [Fact]
    public void Paris_n_est_pas_proche_de_Paris() => Assert.Empty(Proches(Paris, (Paris, 100)));

    [Fact]
    public void Sans_centre_connu_on_propose_les_communes_du_departement_qui_ont_le_plus_de_lieux()
    {
        Assert.Null(Donnees.Territoires.Commune(Noumea)!.Latitude);
        var (une, deux) = ("98801", "98802");

        var proches = Proches(Noumea, (Noumea, 9), (une, 1), (deux, 4), (SaintEtienne, 43));

        Assert.Equal([deux, une], proches.Select(p => p.Commune.CodeInsee));
        Assert.All(proches, p => Assert.Null(p.DistanceKm));
    }

    [Fact]
    public void Une_region_dont_un_departement_n_a_pas_d_habitant_connu_n_a_pas_de_population()
    {
        var chiffres = Chiffres();

        Assert.Null(chiffres.Population(Donnees.Territoires.Region("989")!));
        Assert.Null(chiffres.Densite(Donnees.Territoires.Departement("989")!));
        Assert.Equal(
            Donnees.Territoires.Region("84")!.Departements.Sum(d => chiffres.Population(Donnees.Territoires.Departement(d)!)),
            chiffres.Population(Donnees.Territoires.Region("84")!));
    }

    [Fact]
    public void Le_plan_ne_donne_que_les_territoires_qui_ont_des_lieux()
    {
        var lieux = new LieuxInventes((SaintEtienne, 43), (Roanne, 2));
        var plan = new PlanDesTerritoires(Donnees.Territoires, lieux, new Chiffres(Donnees.Territoires, lieux));

        Assert.Equal(
            [Liens.France, "/territoires/region/auvergne-rhone-alpes-84", "/territoires/departement/loire-42", "/territoires/commune/roanne-42187", "/territoires/commune/saint-etienne-42218"],
            plan.Adresses());
    }

    private static Chiffres Chiffres(params (string, int)[] lieux) => new(Donnees.Territoires, new LieuxInventes(lieux));

    private static IReadOnlyList<CommuneEtLieux> Proches(string commune, params (string, int)[] lieux) => Chiffres(lieux).Proches(Donnees.Territoires.Commune(commune)!, 8);
}

public class IntercommunalitesTests
{
    [Fact]
    public void Aucun_nom_ne_commence_par_un_sigle()
    {
        var t = Donnees.Territoires;
        var noms = t.Communes.Select(c => t.Epci(c.Epci)).OfType<Contracts.Territoires.Epci>().Distinct().Select(Intercommunalites.NomEntier).ToList();

        Assert.Contains("Communauté de communes du Diois", noms);
        Assert.DoesNotContain(noms, n => n.Length > 3 && n[2] == ' ' && char.IsUpper(n[0]) && char.IsUpper(n[1]));
    }
}
