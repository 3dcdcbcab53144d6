using System.Diagnostics;
using System.Text;
using System.Text.Json;
using FaireAvec.Cartographie.Norme;

namespace FaireAvec.Tests.Unit.Cartographie.Norme;

/// <summary>What the command writes, and what it makes of anything.</summary>
public sealed class RapportTests(ITestOutputHelper sortie)
{
    [Fact]
    public void Une_ligne_JSON_par_defaut_puis_le_bilan()
    {
        var lignes = Ecrire(Lieux.Csv(Lieux.Avec(("code_postal", "1000"), ("source", ""))), enTexte: false);
        Assert.Equal("""{"ligne":2,"id":"exemple_1","colonne":"code_postal","valeur":"1000","regle":"NOR-CP-01","niveau":"bloquant","message":"Un code postal a cinq chiffres.","suggestion":"01000"}""", lignes[0]);
        Assert.Equal("""{"bilan":{"lignes":1,"valides":0,"defauts":2,"bloquants":1,"avertissements":1,"par_regle":{"FA-SRC-01":1,"NOR-CP-01":1},"schema":"1.0.2","version_lue":"1"}}""", lignes[^1]);
        Assert.Equal(3, lignes.Length);
    }

    [Fact]
    public void En_texte_chaque_defaut_est_une_phrase()
    {
        var lignes = Ecrire(Lieux.Csv(Lieux.Avec(("code_postal", "1000"))), enTexte: true);
        Assert.Equal("✗ Ligne 2, code_postal « 1000 » : Un code postal a cinq chiffres. Peut-être « 01000 ». [NOR-CP-01]", lignes[0]);
        Assert.StartsWith("1 lignes lues, 0 sans défaut bloquant (schéma 1.0.2).", lignes[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Une_valeur_n_atteint_pas_le_terminal_avec_ses_commandes() =>
        Assert.DoesNotContain('\u001b', string.Concat(Ecrire(Lieux.Csv(Lieux.Avec(("telephone", "\u001b[2J\u0007"))), enTexte: true)));

    [Fact]
    public void Les_lignes_d_un_tube_sont_jugees_au_fur_et_a_mesure()
    {
        using var tube = new MemoryStream(Encoding.UTF8.GetBytes("{\"id\":\"a\",\"nom\":\"A\"}\nzut\n{\"id\":\"a\"}\n"));
        var defauts = new List<Defaut>();
        var bilan = Lieux.Validation.Valider(tube, toutes: false, defauts.Add, CancellationToken.None);
        Assert.Equal((3, 0), (bilan.Lignes, bilan.Valides));
        Assert.Equal([1L, 2L, 3L], defauts.Where(d => d.Ligne is not null).Select(d => d.Ligne!.Value).Distinct());
        Assert.Contains(defauts, d => d.Regle == "NOR-ID-01");
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("lignes")]
    [InlineData("geojson")]
    [InlineData("xlsx")]
    public void Un_fichier_abime_ne_donne_que_des_defauts_ou_un_refus(string semence)
    {
        var graine = Environment.TickCount;
        sortie.WriteLine($"Seed {graine}");
        var hasard = new Random(graine);
        var lieu = FaireAvec.Cartographie.Domain.FicheLieu.DepuisTexte(c => Lieux.Bon[c]);
        var octets = semence == "lignes"
            ? Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 3).Select(i => JsonSerializer.Serialize(Lieux.Avec(("id", $"e_{i}"))))))
            : Lieux.Ecrire(semence, lieu, lieu);
        var chrono = Stopwatch.StartNew();
        for (var i = 0; i < 800; i++)
        {
            try
            {
                var (defauts, bilan) = Lieux.Valider(Lecture.FuzzTests.Abimer([.. octets], hasard));
                Assert.All(defauts, d => Assert.EndsWith(".", d.Message.TrimEnd(' ', '?', '»'), StringComparison.Ordinal));
                Assert.Equal(defauts.Count, bilan.Defauts);
            }
            catch (FaireAvec.Cartographie.Import.FichierIllisibleException e)
            {
                Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
            }
        }

        Assert.InRange(chrono.Elapsed.TotalSeconds, 0, 30);
    }

    [Fact]
    public void Une_cellule_d_un_megaoctet_est_jugee_vite()
    {
        var chrono = Stopwatch.StartNew();
        var (pire, ou) = (0L, "");
        foreach (var colonne in FaireAvec.Cartographie.Domain.FicheLieu.Colonnes)
        {
            foreach (var motif in (string[])["a", "a|", "<", "Ã", "0", "é ", ";", "a@", "NUMEROS"])
            {
                var valeur = motif == "NUMEROS" ? string.Join('|', Enumerable.Range(0, 130_000)) : string.Concat(Enumerable.Repeat(motif, 900_000 / Encoding.UTF8.GetByteCount(motif)));
                var depart = chrono.ElapsedMilliseconds;
                Lieux.Valider(Lieux.Csv(Lieux.Avec((colonne, valeur))));
                (pire, ou) = chrono.ElapsedMilliseconds - depart > pire ? (chrono.ElapsedMilliseconds - depart, $"{colonne} {motif}") : (pire, ou);
            }
        }

        sortie.WriteLine($"Worst {pire} ms ({ou}), {chrono.ElapsedMilliseconds} ms in all");
        // One millisecond for 500 characters, and the machine may be busy.
        Assert.InRange(pire, 0, 10 * 900_000 / 500);
    }

    private static string[] Ecrire(string csv, bool enTexte)
    {
        using var memoire = new MemoryStream();
        using (var rapport = new RapportDeValidation(memoire, enTexte, sansAttendre: false))
        {
            using var fichier = FaireAvec.Cartographie.Lecture.LectureFichier.Ouvrir(new MemoryStream(Encoding.UTF8.GetBytes(csv)));
            rapport.Finir(Lieux.Validation.Valider(fichier, toutes: true, rapport.Ecrire, CancellationToken.None));
        }

        return Encoding.UTF8.GetString(memoire.ToArray()).TrimEnd('\n').Split('\n');
    }
}
