using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Texte;
using FaireAvec.Territoires.Domain;
using FaireAvec.Territoires.Import;

namespace FaireAvec.Tests.Unit.Territoires;

/// <summary>What is kept as numbers says what the files say, for all the communes.</summary>
public class CommunesEmpaqueteesTests
{
    private static readonly FichiersTerritoires Fichiers = new(Donnees.Dossier);

    private static ReferentielTerritorial T => Donnees.Territoires;

    [Fact]
    public void Chaque_commune_dit_ce_que_dit_sa_ligne()
    {
        foreach (var l in Fichiers.Communes())
        {
            var c = T.Commune(l.CodeInsee)!;
            Assert.Equal((l.CodeInsee, l.Nom, l.CommuneMere, l.Departement, l.Region, l.Epci), (c.CodeInsee, c.Nom, c.CommuneMere, c.Departement, c.Region, c.Epci));
            Assert.Equal((l.Population, l.Latitude, l.Longitude, l.CommuneMere is not null), (c.Population, c.Latitude, c.Longitude, c.EstArrondissement));
            Assert.Equal(l.CodesPostaux, c.CodesPostaux);
            Assert.Equal(T.Departement(l.Departement)!.Nom, c.NomDepartement);
            Assert.Equal(Fuseaux.DeLaCommune(l.CodeInsee, l.Departement), c.FuseauHoraire);
            Assert.Same(c, T.Commune(l.CodeInsee));
        }
    }

    [Fact]
    public void Chaque_code_postal_donne_les_communes_du_fichier()
    {
        var parCode = Fichiers.CodesPostaux().ToLookup(c => c.CodePostal, c => c.CodeInsee);
        for (var n = 0; n < CodesTerritoriaux.NumerosPostaux; n++)
        {
            var code = $"{n:00000}";
            var communes = T.CommunesDuCodePostal(code);
            Assert.Equal(parCode[code].Order(StringComparer.Ordinal), communes.Select(c => c.CodeInsee).Order(StringComparer.Ordinal));
            Assert.Equal(communes.OrderByDescending(c => c.EstArrondissement).ThenByDescending(c => c.Population ?? 0), communes);
        }
    }

    [Fact]
    public void Les_codes_d_une_commune_sont_ceux_des_fichiers()
    {
        var autres = Fichiers.Communes().Where(l => l.CommuneMere is not null).Select(l => (Commune: l.CommuneMere!, Code: l.CodeInsee))
            .Concat(Fichiers.AnciensNoms().Where(a => a.AncienCode is not null).Select(a => (a.Commune, Code: a.AncienCode!)))
            .ToLookup(x => x.Commune, x => x.Code);
        Assert.All(T.Communes, c => Assert.Equal([c.CodeInsee, .. autres[c.CodeInsee].Order(StringComparer.Ordinal)], T.CodesInsee(c.CodeInsee)));
    }

    [Theory]
    [InlineData("lyon")]
    [InlineData("saint")]
    [InlineData("mont do")]
    [InlineData("sur")]
    [InlineData("x")]
    [InlineData("ωμέγα")]
    public void Les_communes_qui_ont_un_mot_sont_celles_que_donne_la_lecture_de_tous_les_noms(string debut)
    {
        var attendues = T.Communes.Where(c => $" {TexteRecherche.Normaliser(c.Nom)}".Contains($" {debut}", StringComparison.Ordinal)).ToArray();
        Assert.Equal(attendues, T.CommunesAyantUnMot(debut, int.MaxValue));
        Assert.Equal(attendues.Take(3), T.CommunesAyantUnMot(debut, 3));
    }

    [Fact]
    public void Les_membres_d_un_EPCI_sont_par_code()
    {
        var membres = Fichiers.Communes().Where(l => l is { Epci: not null, CommuneMere: null }).ToLookup(l => l.Epci!, l => l.CodeInsee);
        foreach (var e in Fichiers.Epci().Select(l => T.Epci(l.Code)!))
        {
            Assert.Equal(membres[e.Code].Order(StringComparer.Ordinal), e.Communes);
            Assert.Equal(e.Communes, Enumerable.Range(0, e.Communes.Count).Select(i => e.Communes[i]));
        }
    }

    [Fact]
    public void Un_code_de_nos_fichiers_que_personne_n_a_est_une_erreur()
    {
        LigneCommune[] lignes = [new("01001", "L'Abergement-Clémenciat", null, "01", "84", null, ["01400"], 860, 46.15343, 4.92611)];
        Departement[] departements = [T.Departement("01")!];
        Assert.Equal("01001", new CommunesEmpaquetees(lignes, [new("01002", "Ailleurs", "01001", "fusionnee")], departements).Trouver("01002")!.CodeInsee);
        Assert.Throws<InvalidDataException>(() => new CommunesEmpaquetees(lignes, [new("01002", "Ailleurs", "01003", "fusionnee")], departements));
    }
}
