using System.Diagnostics;
using System.Text;
using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Lecture.Lignes;
using FaireAvec.Cartographie.Rapprochement;
using FsCheck;
using FsCheck.Fluent;
using static FaireAvec.Tests.Unit.Cartographie.Rapprochement.MoteurDeTest;

namespace FaireAvec.Tests.Unit.Cartographie.Rapprochement;

/// <summary>What holds for all pairs, real or absurd.</summary>
public class ProprietesTests
{
    private static readonly Config Beaucoup = Config.QuickThrowOnFailure.WithMaxTest(2000);

    [Fact]
    public void L_ordre_des_deux_lieux_ne_change_rien() =>
        Prop.ForAll(Reels(), Reels(), (a, b) =>
        {
            var (x, y) = (Engin.Rapprocher(a, b), Engin.Rapprocher(b, a));
            return x.Verdict == y.Verdict && Relever(a, b).Lire().SequenceEqual(Relever(b, a).Lire());
        }).Check(Beaucoup);

    [Fact]
    public void Un_lieu_est_le_meme_que_lui_meme() =>
        Prop.ForAll(Reels(), a => Decider(a, a) == Decision.Meme).Check(Beaucoup);

    [Fact]
    public void Un_telephone_ou_un_courriel_commun_ne_rend_jamais_deux_lieux_moins_semblables() =>
        Prop.ForAll(Paires(), paire =>
        {
            double P(string? telephone, string? courriel)
            {
                FicheLieu Avec(FicheLieu f) => FicheLieu.DepuisTexte(c => c switch { "telephone" => telephone, "courriels" => courriel, _ => f.Texte(c) });
                return Engin.Rapprocher(Avec(paire.A), Avec(paire.B)).Verdict.Probabilite;
            }

            var sans = P(null, null);
            return P("0199009988", null) >= sans - 1e-6 && P(null, "accueil@example.org") >= sans - 1e-6;
        }).Check(Beaucoup);

    [Fact]
    public void Une_autre_commune_ne_rend_jamais_deux_lieux_plus_semblables() =>
        Prop.ForAll(Paires(), paire =>
        {
            var ailleurs = FicheLieu.DepuisTexte(c => c switch { "commune" => "Castelnaudary", "code_postal" => "11400", "code_insee" => "11076", "latitude" or "longitude" => null, _ => paire.B.Texte(c) });
            var ici = FicheLieu.DepuisTexte(c => c switch { "latitude" or "longitude" => null, _ => paire.B.Texte(c) });
            return Engin.Rapprocher(paire.A, ailleurs).Verdict.Decision != Decision.Meme || Engin.Rapprocher(paire.A, ici).Verdict.Decision == Decision.Meme;
        }).Check(Beaucoup);

    [Fact]
    public void Des_textes_quelconques_donnent_une_decision_sans_exception() =>
        Prop.ForAll<string?, string?, string?>((nom, adresse, autre) =>
        {
            var a = FicheLieu.DepuisTexte(c => c switch { "nom" => nom, "adresse" => adresse, _ => autre });
            var b = FicheLieu.DepuisTexte(c => c switch { "nom" => autre, "adresse" => nom, _ => adresse });
            var (verdict, raisons) = Engin.Rapprocher(a, b);
            return verdict.Probabilite is >= 0 and <= 1 && raisons.Count is > 0 and <= 7;
        }).Check(Beaucoup);

    [Theory]
    [InlineData("""{"id":1,"a":{"nom":"Mairie","latitude":"x","courriels":["a@example.org",null,3]},"b":{"nom":null,"services":{"a":1}}}""", null)]
    [InlineData("""{"id":"é","a":{},"b":{}}""", null)]
    [InlineData("""{"id":"x","a":[],"b":{}}""", "« a » et « b » doivent être deux objets, avec les champs de la norme.")]
    [InlineData("""{"a":{}}""", "« a » et « b » doivent être deux objets, avec les champs de la norme.")]
    [InlineData("[1,2]", "Cette ligne doit être un objet JSON, entre accolades.")]
    [InlineData("nul", "Cette ligne n’est pas un objet JSON valide.")]
    [InlineData("\0\0", "Cette ligne n’est pas un objet JSON valide.")]
    [InlineData("""{"id":"\ud800","a":{"nom":"\ud800"},"b":{}}""", "Un texte de cette ligne contient un caractère qui n’existe pas.")]
    [InlineData("""{"id":"1","a":{"nom":"\ud800"},"b":{}}""", "Un texte de cette ligne contient un caractère qui n’existe pas.")]
    public void Une_ligne_donne_toujours_une_ligne(string ligne, string? erreur)
    {
        var reponse = JsonDocument.Parse(LignesJson.Repondre(ligne, new PairesEnLignes(Engin).Repondre)).RootElement;
        Assert.Equal(erreur, reponse.TryGetProperty("erreur", out var e) ? e.GetString() : null);
        Assert.Equal(erreur is null, reponse.TryGetProperty("decision", out _));
        Assert.True(reponse.TryGetProperty("id", out _));
    }

    [Fact]
    public async Task Une_ligne_immense_est_refusee_et_la_suivante_est_lue()
    {
        var immense = new string('x', LignesJson.LongueurMaximale + 10);
        using var entree = new MemoryStream(Encoding.UTF8.GetBytes($"{immense}\n\n{{\"id\":\"2\",\"a\":{{\"nom\":\"{new string('y', 100_000)}\"}},\"b\":{{}}}}"));
        using var sortie = new MemoryStream();
        Assert.Equal(1, await LignesJson.TraiterAsync(entree, sortie, new PairesEnLignes(Engin).Repondre, CancellationToken.None));
        var lignes = Encoding.UTF8.GetString(sortie.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lignes.Length);
        Assert.Contains("dépasse", lignes[0], StringComparison.Ordinal);
        Assert.Contains("\"id\":\"2\",\"decision\":", lignes[1], StringComparison.Ordinal);
    }

    private static Arbitrary<FicheLieu> Reels() => Gen.Elements(LieuxLivres.Tous.Where(l => l.Nom.Length > 0).Cast<FicheLieu>().ToArray()).ToArbitrary();

    private static Arbitrary<FaireAvec.Cartographie.Rapprochement.Apprentissage.PaireEtiquetee> Paires() => Gen.Elements(MoteurDeTest.Paires.ToArray()).ToArbitrary();
}
