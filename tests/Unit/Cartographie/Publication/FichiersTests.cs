using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Norme;
using FaireAvec.Cartographie.Publication;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Constructeurs;

namespace FaireAvec.Tests.Unit.Cartographie.Publication;

/// <summary>The files of a publication: what they say, and that the same places give the same bytes.</summary>
public sealed class FichiersTests
{
    private static readonly DateOnly Jour = new(2026, 11, 18);
    private static readonly FichiersDePublication Faiseur = new(SchemaDesLieux.Charger(Depot.Chemin("data")));

    [Fact]
    public void Tous_les_fichiers_annonces_sont_la_avec_leurs_empreintes()
    {
        var fichiers = Faiseur.Faire(Contenu(Lieux()));
        Assert.Equal(FichiersDePublication.Descriptions.Select(d => d.Nom), fichiers.Select(f => f.Nom));
        Assert.All(fichiers, f =>
        {
            var octets = Octets(f);
            Assert.Equal(f.Taille, octets.Length);
            Assert.Equal(f.Sha256, Convert.ToHexStringLower(SHA256.HashData(octets)));
        });
        var sommes = Texte(fichiers, FichiersDePublication.Sommes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(fichiers.SkipLast(1).Select(f => $"{f.Sha256}  {f.Nom}"), sommes);
    }

    [Fact]
    public void Les_memes_lieux_donnent_les_memes_octets() =>
        Assert.Equal(Faiseur.Faire(Contenu(Lieux())).Select(f => f.Sha256), Faiseur.Faire(Contenu(Lieux())).Select(f => f.Sha256));

    [Fact]
    public void Les_fichiers_se_relisent()
    {
        var fichiers = Faiseur.Faire(Contenu(Lieux()));
        foreach (var nom in (string[])[FichiersDePublication.Json, FichiersDePublication.Geojson, FichiersDePublication.DataInclusion, FichiersDePublication.LesChangements, FichiersDePublication.LaQualite, FichiersDePublication.Catalogue])
        {
            using var document = JsonDocument.Parse(Texte(fichiers, nom));
            Assert.NotEqual(JsonValueKind.Undefined, document.RootElement.ValueKind);
        }

        Assert.Equal(4, Texte(fichiers, FichiersDePublication.Csv).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(33, Texte(fichiers, FichiersDePublication.DictionnaireCsv).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("ancien_id,id\n\"vieux\",\"a\"\n", Texte(fichiers, FichiersDePublication.LesRedirections));
    }

    [Fact]
    public void Le_catalogue_decrit_chaque_fichier_avec_les_droits_que_disent_les_pages_et_chaque_source()
    {
        var fichiers = Faiseur.Faire(Contenu(Lieux()));
        var catalogue = JsonDocument.Parse(Texte(fichiers, FichiersDePublication.Catalogue)).RootElement;
        Assert.Equal("dcat:Dataset", catalogue.GetProperty("@type").GetString());
        var distributions = catalogue.GetProperty("dcat:distribution").EnumerateArray().ToList();
        Assert.Equal(fichiers.Select(f => f.Nom).Except([FichiersDePublication.Catalogue, FichiersDePublication.Sommes]), distributions.Select(d => d.GetProperty("dcat:downloadURL").GetProperty("@id").GetString()!));
        // Several producers, several licences: one for all would be a promise that isn't ours to make.
        Assert.All(distributions, d => Assert.Equal(Mots.DansLaLangue("Publications.Licence", CultureInfo.GetCultureInfo("fr")), d.GetProperty("dct:rights").GetProperty("dct:description").GetProperty("@value").GetString()));
        Assert.All(distributions, d => Assert.False(d.TryGetProperty("dct:license", out _)));
        Assert.Contains("non connue", catalogue.GetProperty("dct:provenance")[0].GetProperty("dct:description").GetProperty("@value").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Les_changements_disent_quel_champ()
    {
        var avant = Faiseur.Faire(Contenu(Lieux()));
        var apres = Lieux().Where(l => l.Id != "c").ToList();
        apres[0].Telephone = "+33199000009";
        apres[0].Services = [Vocabulaire.Outils];
        apres.Add(Lieu("d"));
        using var json = avant.Single(f => f.Nom == FichiersDePublication.Json).Lire();
        var changements = Changements.Depuis(apres, Jour.AddDays(-1), json);
        Assert.Equal(["d"], changements.Ajoutes);
        Assert.Equal(["c"], changements.Retires);
        var modifie = Assert.Single(changements.Modifies);
        Assert.Equal("a", modifie.Key);
        Assert.Equal(["telephone", "services"], modifie.Value);
    }

    [Fact]
    public void Rien_n_a_change_quand_rien_n_a_change()
    {
        using var json = Faiseur.Faire(Contenu(Lieux())).Single(f => f.Nom == FichiersDePublication.Json).Lire();
        var changements = Changements.Depuis(Lieux(), Jour.AddDays(-1), json);
        Assert.Empty(changements.Ajoutes);
        Assert.Empty(changements.Modifies);
        Assert.Empty(changements.Retires);
    }

    [Fact]
    public void Ce_qui_est_a_une_personne_ne_part_pas()
    {
        var lieu = Lieu("a");
        lieu.Courriels = ["contact@example.org", "camille.fictive@example.org"];
        lieu.Telephone = "+33639980001";
        lieu.PresentationDetail = "Appelez Camille au 06 39 98 00 01 ou camille.fictive@example.org.";
        lieu.DateMaj = DateDeMiseAJour.Remplissage;
        var publie = Assert.Single(LieuxAPublier.De([lieu], Jour));
        Assert.Equal(["contact@example.org"], publie.Courriels);
        Assert.Null(publie.Telephone);
        Assert.Null(publie.DateMaj);
        Assert.DoesNotContain("camille.fictive", publie.PresentationDetail, StringComparison.Ordinal);
        Assert.DoesNotContain("39 98", publie.PresentationDetail, StringComparison.Ordinal);
        // The place itself isn't changed.
        Assert.Equal("+33639980001", lieu.Telephone);
    }

    private static List<Lieu> Lieux() => [Lieu("a"), Lieu("b"), Lieu("c")];

    private static Lieu Lieu(string id) => new LieuDeTest().Identifie(id).Nomme($"Espace {id}").Construire(new HorlogeFactice());

    private static ContenuDePublication Contenu(IReadOnlyList<Lieu> lieux) => new()
    {
        Jour = Jour,
        Lieux = lieux,
        Qualites = [.. lieux.Select(l => (l.Source, Qualite.De(l, null, false, Jour)))],
        Changements = Changements.Premiere,
        Redirections = new Dictionary<string, string>(StringComparer.Ordinal) { ["vieux"] = "a" },
        Sources = [new Source { Code = "Test", Nom = "Test", CreeeLe = HorlogeFactice.Depart }],
        Editeur = "Exemple",
    };

    private static string Texte(IEnumerable<FichierFait> fichiers, string nom) => Encoding.UTF8.GetString(Octets(fichiers.Single(f => f.Nom == nom)));

    private static byte[] Octets(FichierFait fichier)
    {
        using var flux = fichier.Lire();
        using var memoire = new MemoryStream();
        flux.CopyTo(memoire);
        return memoire.ToArray();
    }
}
