using System.Text.RegularExpressions;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace FaireAvec.Tests.Unit.Cartographie;

/// <summary>Bad parameters: a sentence that says what is accepted, never an exception, never a guess.</summary>
public class LectureCriteresTests
{
    private static readonly HashSet<string> Autres = ["_"];

    [Theory]
    [InlineData("lat=91&lon=2", "lat", "entre -90 et 90")]
    [InlineData("lat=-90.1&lon=2", "lat", "entre -90 et 90")]
    [InlineData("lat=48&lon=181", "lon", "entre -180 et 180")]
    [InlineData("lat=48,85&lon=2,35", "lat", "un point pour les décimales")]
    [InlineData("lat=abc&lon=2", "lat", "doit être un nombre")]
    [InlineData("lat=NaN&lon=2", "lat", "doit être un nombre")]
    [InlineData("lat=Infinity&lon=2", "lat", "doit être un nombre")]
    [InlineData("lat=-Infinity&lon=2", "lat", "doit être un nombre")]
    [InlineData("lat=∞&lon=2", "lat", "doit être un nombre")]
    [InlineData("lat=1e400&lon=2", "lat", "doit être un nombre")]
    [InlineData("lat=0x10&lon=2", "lat", "doit être un nombre")]
    [InlineData("lat=1 000&lon=2", "lat", "doit être un nombre")]
    [InlineData("lat=48&lat=49&lon=2", "lat", "qu’une fois")]
    [InlineData("lat=48", "lon", "il manque « lon »")]
    [InlineData("lon=2", "lat", "il manque « lat »")]
    [InlineData("lat=&lon=2", "lat", "il manque « lat »")]
    [InlineData("lat=&lon=", "lat", "doit être un nombre")]
    [InlineData("limite=", "limite", "doit être un nombre entier")]
    [InlineData("q=a%0D%0A", "q", "caractères invisibles")]
    [InlineData("rayon_km=5", "rayon_km", "ajoutez lat et lon")]
    [InlineData("lat=48&lon=2&rayon_km=0", "rayon_km", "entre 0.05 et 2000")]
    [InlineData("lat=48&lon=2&rayon_km=-1", "rayon_km", "entre 0.05 et 2000")]
    [InlineData("lat=48&lon=2&rayon_km=2001", "rayon_km", "entre 0.05 et 2000")]
    [InlineData("lat=48&lon=2&rayon_km=9999999999999999999999", "rayon_km", "entre 0.05 et 2000")]
    [InlineData("bbox=1,2,3", "bbox", "quatre nombres")]
    [InlineData("bbox=1,2,3,4,5", "bbox", "quatre nombres")]
    [InlineData("bbox=3,48,2,49", "bbox", "l’ouest avant l’est")]
    [InlineData("bbox=2,49,3,48", "bbox", "le sud avant le nord")]
    [InlineData("bbox=2,48,3,91", "bbox", "quatre nombres")]
    [InlineData("bbox=2,48,3,NaN", "bbox", "quatre nombres")]
    [InlineData("bbox=a,b,c,d", "bbox", "Exemple : bbox=")]
    [InlineData("limite=0", "limite", "entre 1 et 100")]
    [InlineData("limite=101", "limite", "entre 1 et 100")]
    [InlineData("limite=-1", "limite", "entre 1 et 100")]
    [InlineData("limite=2.5", "limite", "nombre entier")]
    [InlineData("limite=99999999999999999999", "limite", "entre 1 et 100")]
    [InlineData("limite=dix", "limite", "nombre entier")]
    [InlineData("limite=24&limite=24", "limite", "qu’une fois")]
    [InlineData("service=coiffure", "service", "aide-aux-demarches-administratives")]
    [InlineData("services=coiffure", "service", "aide-aux-demarches-administratives")]
    [InlineData("service=aide aux démarches administratives", "service", "Valeurs acceptées")]
    [InlineData("frais=1", "frais", "gratuit, gratuit-sous-condition, payant, non-renseigne")]
    [InlineData("rdv=non", "rdv", "oui, non-renseigne")]
    [InlineData("departement=96", "departement", "01 à 19, 2A, 2B, 21 à 95")]
    [InlineData("departement=Loire", "departement", "Codes acceptés")]
    [InlineData("commune=99999", "commune", "75056 pour Paris")]
    [InlineData("commune=Saint-Étienne", "commune", "Saint-Étienne (42218)")]
    [InlineData("ouvert=demain", "ouvert", "maintenant, non, non-renseigne")]
    [InlineData("ouvert=2026-11-31T10:00", "ouvert", "2026-11-23T14:30")]
    [InlineData("ouvert=1999-01-01T10:00", "ouvert", "entre 2000 et 2099")]
    [InlineData("ouvert=9999-12-31T23:59", "ouvert", "entre 2000 et 2099")]
    [InlineData("tri=hasard", "tri", "distance, nom, pertinence")]
    [InlineData("tri=distance", "tri", "ajoutez lat et lon")]
    [InlineData("tri=pertinence", "tri", "ajoutez q")]
    [InlineData("curseur=zzz", "curseur", "« suivant »")]
    [InlineData("comptes=1", "comptes", "oui ou non")]
    [InlineData("q=...", "q", "une lettre ou un chiffre")]
    [InlineData("typologie='; DROP TABLE lieux; --", "typologie", "BIB, CCAS")]
    [InlineData("typologie=<b>", "typologie", "BIB, CCAS")]
    [InlineData("source=<script>alert(1)</script>", "source", "france-services")]
    [InlineData("nom=mairie", "nom", "Paramètres acceptés : lat, lon")]
    [InlineData("LAT=48", "LAT", "Paramètres acceptés")]
    public void Une_valeur_fausse_donne_une_phrase_avec_ce_qui_est_accepte(string requete, string champ, string phrase)
    {
        var erreurs = Erreurs(requete);
        Assert.Contains(erreurs, e => e.Champ == champ && e.Message.Contains(phrase, StringComparison.Ordinal));
    }

    [Fact]
    public void Toutes_les_fautes_sont_dites_a_la_fois() =>
        Assert.Equal(["frais", "lat", "limite", "lon", "service", "tri"], Erreurs("lat=x&lon=y&limite=0&service=a&frais=b&tri=c").Select(e => e.Champ!).Order(StringComparer.Ordinal));

    [Fact]
    public void Dix_kilo_octets_des_caracteres_invisibles_du_SQL_et_du_HTML_sont_refuses_pour_chaque_parametre()
    {
        foreach (var nom in LectureCriteres.Noms.Concat(Filtre.Tous.Select(f => f.Champ)))
        {
            foreach (var valeur in (string[])[new string('a', 10_000), "a\u0000b", "a\u001bb", "a\r\nSet-Cookie: b", "' OR 1=1 --", "<script>alert(1)</script>", "%00", "${jndi:ldap://x}", "😀", "\ud800"])
            {
                var lu = Lire(new Dictionary<string, StringValues>(StringComparer.Ordinal) { [nom] = valeur });
                if (nom == "q" && valeur.Length < 100 && !valeur.Any(char.IsControl) && lu.Reussi)
                {
                    continue; // Any words may be searched.
                }

                Assert.False(lu.Reussi, $"{nom}={valeur[..Math.Min(20, valeur.Length)]} was accepted.");
                Assert.All(lu.Erreurs, Francais);
            }
        }
    }

    [Fact]
    public void Trop_de_valeurs_d_un_parametre_sont_refusees() =>
        Assert.Contains(Lire(new Dictionary<string, StringValues>(StringComparer.Ordinal) { ["commune"] = new StringValues([.. Enumerable.Repeat("42218", 51)]) }).Erreurs, e => e.Message.Contains("50 au plus", StringComparison.Ordinal));

    [Fact]
    public void Des_milliers_de_noms_inconnus_ne_font_pas_une_reponse_enorme()
    {
        var lu = Lire(Enumerable.Range(0, 20_000).ToDictionary(i => $"x{i}", _ => StringValues.Empty, StringComparer.Ordinal));
        Assert.InRange(lu.Erreurs.Sum(e => e.Message.Length), 100, 10_000);
    }

    [Fact]
    public void Ce_qui_est_vide_dans_un_formulaire_compte_comme_absent()
    {
        var lu = new LectureCriteres(LieuxLivres.Territoires, new HorlogeFactice()).Lire(new QueryCollection(QueryHelpers.ParseQuery("lat=&lon=&rayon_km=&q=&service=&commune=&departement=&ouvert=&tri=&limite=&curseur=&bbox=&comptes=")));
        Assert.True(lu.Reussi);
        Assert.Equal((null, null, 24, Tri.Nom), (lu.Valeur.Centre, lu.Valeur.Texte, lu.Valeur.Limite, lu.Valeur.Tri));
    }

    [Fact]
    public void Une_bonne_recherche_est_lue_en_entier()
    {
        var lu = Lire("lat=48.85&lon=2.35&rayon_km=10&service=aide-aux-demarches-administratives&service=Loisirs et créations numériques&frais=gratuit&ouvert=maintenant&departement=2a&commune=75056&q=mairie&limite=100&typologie=rfs&typologie=autre&comptes=oui&_=1");
        Assert.True(lu.Reussi);
        var c = lu.Valeur;
        Assert.Equal((new Position(48.85, 2.35), 10d, 100, true, Tri.Distance, Ouverture.Ouvert), (c.Centre!.Value, c.RayonKm, c.Limite, c.Comptes, c.Tri, c.Ouverture));
        Assert.Equal(Filtre.Service.Bit(0) | Filtre.Service.Bit(5) | Filtre.Frais.Bit(0), c.Choix);
        Assert.Equal(["2A"], c.Departements);
        Assert.Contains("75113", c.Communes);
        Assert.Equal(["RFS", "Autre"], c.Typologies);
    }

    [Theory]
    [InlineData("lat=48.5&lon=2.5&bbox=2,48,3,49", null)]
    [InlineData("lat=48.5&lon=2.5&rayon_km=10&bbox=2,48,3,49", 10d)]
    public void Un_cadre_et_une_position_vont_ensemble_le_cadre_borne_la_position_trie(string requete, double? rayon)
    {
        var lu = Lire(requete);
        Assert.True(lu.Reussi);
        Assert.Equal((new Position(48.5, 2.5), new Boite(2, 48, 3, 49), rayon, Tri.Distance), (lu.Valeur.Centre!.Value, lu.Valeur.Boite!.Value, lu.Valeur.RayonKm, lu.Valeur.Tri));
    }

    [Fact]
    public void Un_jour_et_une_heure_sont_ceux_de_Paris()
    {
        var lu = Lire("ouvert=2026-07-14T14:30");
        Assert.Equal(new DateTimeOffset(2026, 7, 14, 12, 30, 0, TimeSpan.Zero), lu.Valeur.Instant.ToUniversalTime());
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 13, 30, 0, TimeSpan.Zero), Lire("ouvert=2026-01-01T14:30").Valeur.Instant.ToUniversalTime());
    }

    [Fact]
    public void Un_assemblage_quelconque_donne_des_criteres_ou_des_phrases()
    {
        string[] noms = [.. LectureCriteres.Noms, .. Filtre.Tous.Select(f => f.Champ), "inconnu", ""];
        string[] morceaux = ["48.85", "-", ".", ",", "NaN", "1e9", " ", "\0", "\ud800", "'", "\"", "<", "é", "😀", "oui", "non-renseigne", "gratuit", "75056", "42", "nom", "distance", "2026-11-23T14:30", "\u00a0", "٣", "\ufffe", "%", "\u202e"];
        var valeur = Gen.OneOf(Gen.Elements(morceaux).ListOf().Select(string.Concat), ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""));
        var parametre = Gen.Elements(noms).SelectMany(n => valeur.ListOf().Select(v => (Nom: n, Valeurs: v.Take(4).ToArray())));
        Prop.ForAll(parametre.ListOf().ToArbitrary(), parametres =>
        {
            var requete = parametres.DistinctBy(p => p.Nom, StringComparer.Ordinal).ToDictionary(p => p.Nom, p => new StringValues(p.Valeurs), StringComparer.Ordinal);
            var lu = Lire(requete);
            if (lu.Reussi)
            {
                var c = lu.Valeur;
                Assert.InRange(c.Limite, 1, 100);
                Assert.InRange(c.RayonKm ?? 20, 0.05, 2000);
                Assert.True(c.Centre is not { } p || p.Valable);
                _ = LieuxLivres.Index.Chercher(c);
            }
            else
            {
                Assert.NotEmpty(lu.Erreurs);
                Assert.All(lu.Erreurs, Francais);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));
    }

    private static void Francais(Erreur e)
    {
        Assert.Matches(new Regex("^CAR-[0-9]{3}$", RegexOptions.None, TimeSpan.FromSeconds(1)), e.Code);
        Assert.True(char.IsUpper(e.Message[0]) || e.Message[0] == '«', e.Message);
        Assert.Contains(e.Message[^1], ".?");
        Assert.DoesNotContain(e.Message, char.IsControl);
        Assert.DoesNotContain(e.Message, char.IsSurrogate);
        Assert.InRange(e.Message.Length, 20, 1000);
    }

    private static IReadOnlyList<Erreur> Erreurs(string requete)
    {
        var lu = Lire(requete);
        Assert.False(lu.Reussi, $"{requete} was accepted.");
        Assert.All(lu.Erreurs, Francais);
        return lu.Erreurs;
    }

    private static Resultat<Criteres> Lire(string requete) => Lire(QueryHelpers.ParseQuery(requete.Replace("+", "%2B", StringComparison.Ordinal)));

    private static Resultat<Criteres> Lire(Dictionary<string, StringValues> requete) => new LectureCriteres(LieuxLivres.Territoires, new HorlogeFactice()).Lire(new QueryCollection(requete), Autres);
}
