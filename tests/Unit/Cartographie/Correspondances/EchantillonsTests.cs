using System.Text.Encodings.Web;
using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Cartographie.Norme;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Unit.Cartographie.Correspondances;

/// <summary>
/// The shipped mappings over samples of the partners' files: counts, rejections, and the first places whole, as in echantillons/attendus. Written again
/// with FAIREAVEC_ECRIRE=oui, and then read by eye.
/// </summary>
public class EchantillonsTests
{
    private const int LieuxEntiers = 5;

    private static readonly string Dossier = Depot.Chemin("tests", "Unit", "Cartographie", "Correspondances", "echantillons");
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Fichiers =>
        [.. Directory.EnumerateFiles(Dossier).Where(f => Path.GetExtension(f) is ".json" or ".csv").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private static (List<FaireAvec.Cartographie.Correspondances.Moteur.ResultatDeLigne> Resultats, FaireAvec.Cartographie.Correspondances.Moteur.RapportCorrespondance Rapport) Traduire(string fichier)
    {
        var document = Directory.EnumerateFiles(Depot.Chemin("data", "correspondances"), "*.yaml")
            .Where(d => fichier.StartsWith(Path.GetFileNameWithoutExtension(d), StringComparison.Ordinal)).MaxBy(d => d.Length)!;
        using var flux = File.OpenRead(Path.Combine(Dossier, fichier));
        return Banc.Appliquer(Banc.Lire(File.ReadAllText(document)), flux);
    }

    [Fact]
    public void Chaque_correspondance_a_son_echantillon() => Assert.Equal(Directory.EnumerateFiles(Depot.Chemin("data", "correspondances"), "*.yaml").Count(), Fichiers.Count);

    [Theory]
    [MemberData(nameof(Fichiers))]
    public void Un_echantillon_donne_ce_qui_est_attendu(string fichier)
    {
        var (resultats, rapport) = Traduire(fichier);
        var obtenu = JsonSerializer.Serialize(
            new
            {
                lues = rapport.Lues,
                gardees = rapport.Gardees,
                corrigees = rapport.Corrigees,
                rejetees = rapport.Rejetees,
                regroupees = rapport.Regroupees,
                avec_position = rapport.AvecPosition,
                avec_horaires = rapport.AvecHoraires,
                horaires_en_texte = rapport.AvecHorairesEnTexte,
                rejets = rapport.RaisonsDeRejet,
                corrections = rapport.CorrectionsParRegle,
                deduits = rapport.Deduits,
                colonnes_non_lues = rapport.ColonnesNonLues,
                valeurs_inconnues = rapport.ValeursInconnues,
                lieux = resultats.Where(r => r.Fiche is not null).Take(LieuxEntiers).Select(r => FicheLieu.Colonnes.Select(c => (c, v: r.Fiche!.Texte(c))).Where(p => p.v is not null).ToDictionary(p => p.c, p => p.v)),
            },
            Json) + "\n";
        var attendu = Path.Combine(Dossier, "attendus", $"{Path.GetFileNameWithoutExtension(fichier)}.json");
        if (Depot.Ecrire)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(attendu)!);
            File.WriteAllText(attendu, obtenu);
        }

        Assert.Equal(File.ReadAllText(attendu), obtenu);
    }

    [Theory]
    [MemberData(nameof(Fichiers))]
    public void Rien_d_une_personne_ne_sort(string fichier)
    {
        var (resultats, rapport) = Traduire(fichier);
        var sorti = JsonSerializer.Serialize(resultats.Select(r => new { r.Raison, r.Nom, champs = r.Fiche is null ? null : FicheLieu.Colonnes.Select(r.Fiche.Texte) }), Json) + JsonSerializer.Serialize(rapport.ValeursInconnues, Json);
        // The persons of the samples are fictional: « EXEMPLE Camille », « olivier fictif »…
        Assert.DoesNotContain("EXEMPLE", sorti, StringComparison.Ordinal);
        Assert.DoesNotContain("fictif", sorti, StringComparison.OrdinalIgnoreCase);
        Assert.All(resultats.Where(r => r.Fiche?.Telephone is not null), r => Assert.DoesNotMatch(@"^\+33[67]|^\+262(692|693)|^\+687[789]", r.Fiche!.Telephone!));
    }

    [Theory]
    [MemberData(nameof(Fichiers))]
    public void Chaque_valeur_est_dans_les_listes_du_standard(string fichier)
    {
        var schema = SchemaDesLieux.Charger(Depot.Chemin("data"));
        foreach (var fiche in Traduire(fichier).Resultats.Select(r => r.Fiche).OfType<FicheLieu>())
        {
            Assert.All(fiche.Typologie, t => Assert.NotNull(schema.Typologies.Trouver(t)));
            Assert.All(fiche.Services, s => Assert.Contains(s, Vocabulaire.Services.Libelles));
            Assert.All(fiche.FraisACharge, s => Assert.Contains(s, Vocabulaire.Frais.Libelles));
            Assert.True(fiche.Horaires is null || FaireAvec.Cartographie.Horaires.HorairesOsm.Analyser(fiche.Horaires).Reussi);
            Assert.Matches("^[0-9]{5}$", fiche.CodePostal);
        }
    }

    [Fact]
    public void La_lecture_d_un_echantillon_dans_un_autre_ordre_donne_les_memes_identifiants()
    {
        var lignes = JsonSerializer.Deserialize<List<JsonElement>>(File.ReadAllText(Path.Combine(Dossier, "gironde.json")))!;
        lignes.Reverse();
        var document = Banc.Lire(File.ReadAllText(Depot.Chemin("data", "correspondances", "gironde.yaml")));
        var inverse = Banc.Appliquer(document, JsonSerializer.Serialize(lignes)).Resultats;
        Assert.Equal(Traduire("gironde.json").Resultats.Select(r => r.Fiche?.Id).OfType<string>().Order(), inverse.Select(r => r.Fiche?.Id).OfType<string>().Order());
    }
}
