using System.Text;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Cartographie.Norme;
using FaireAvec.Cartographie.Norme.Ecriture;

namespace FaireAvec.Tests.Unit.Cartographie.Norme;

/// <summary>From any file of places to a file of the standard: what is kept, mended, left out.</summary>
public sealed class ConversionTests
{
    [Fact]
    public void Un_fichier_bon_passe_tel_quel()
    {
        var (csv, retouches, bilan) = Convertir(Lieux.Csv(Lieux.Bon));
        Assert.Empty(retouches);
        Assert.Equal((1, 1, 0, 0), (bilan.Lues, bilan.Ecrites, bilan.Rejetees, bilan.Retouches));
        Assert.Equal(Lieux.Bon.Values, Lieux.Relire(Encoding.UTF8.GetBytes(csv)).SelectMany(l => FaireAvec.Cartographie.Domain.FicheLieu.Colonnes.Select(c => c == "pivot" ? l.Pivot ?? "" : l.Texte(c) ?? "")));
    }

    [Theory]
    [InlineData("telephone", "+33 4 78 00 00 00", "+33478000000")]
    [InlineData("telephone", "inconnu", null)]
    [InlineData("code_postal", "1000", "01000")]
    [InlineData("pivot", "", "00000000000000")]
    [InlineData("pivot", "x", "00000000000000")]
    [InlineData("date_maj", "31/01/2026", "2026-01-31")]
    [InlineData("services", "aide-aux-demarches-administratives|Coiffure|Loisirs et créations numériques", "Aide aux démarches administratives|Loisirs et créations numériques")]
    [InlineData("formations_labels", "Étapes numériques(La Poste)", "Étapes numériques (La Poste)")]
    [InlineData("services", "Aide aux démarches administrative", null)]
    [InlineData("site_web", "www.example.org|nul", "http://www.example.org")]
    [InlineData("latitude", "45,7673", "45.7673")]
    public void Une_valeur_est_redressee_quand_on_est_sur_laissee_de_cote_sinon(string colonne, string valeur, string? attendu)
    {
        var (csv, retouches, bilan) = Convertir(Lieux.Csv(Lieux.Avec((colonne, valeur))));
        var lieu = Assert.Single(Lieux.Relire(Encoding.UTF8.GetBytes(csv)));
        Assert.Equal(attendu, colonne == "pivot" ? lieu.Pivot ?? EcritureCsv.PivotInconnu : lieu.Texte(colonne));
        Assert.Equal(valeur.Length > 0, retouches.Count > 0);
        Assert.Equal(retouches.Count, bilan.Retouches);
        Assert.Empty(Lieux.Valider(csv, toutes: false).Defauts);
    }

    [Fact]
    public void Un_resume_trop_long_est_coupe_a_280_caracteres()
    {
        var (csv, retouches, _) = Convertir(Lieux.Csv(Lieux.Avec(("presentation_resume", new string('a', 276) + "😀" + new string('b', 100)))));
        var resume = Assert.Single(Lieux.Relire(Encoding.UTF8.GetBytes(csv))).PresentationResume!;
        Assert.Equal(new string('a', 276) + "…", resume);
        Assert.Equal("NOR-RES-01", Assert.Single(retouches).Regle);
    }

    [Theory]
    [InlineData("id", "", "NOR-OBL-01")]
    [InlineData("nom", "", "NOR-OBL-01")]
    [InlineData("code_postal", "?", "NOR-CP-01")]
    [InlineData("date_maj", "hier", "NOR-DAT-01")]
    [InlineData("id", "exemple_1", "NOR-ID-01")]
    public void Une_ligne_sans_ce_que_la_norme_demande_est_laissee_de_cote_avec_sa_raison(string colonne, string valeur, string regle)
    {
        var (csv, retouches, bilan) = Convertir(Lieux.Csv(Lieux.Bon, Lieux.Avec(("id", "exemple_2"), (colonne, valeur))));
        Assert.Equal((2, 1, 1), (bilan.Lues, bilan.Ecrites, bilan.Rejetees));
        Assert.Equal((3L, true, regle), (retouches.Single(r => r.Rejete).Ligne, true, retouches.Single(r => r.Rejete).Regle));
        Assert.Single(Lieux.Relire(Encoding.UTF8.GetBytes(csv)));
    }

    [Fact]
    public void Les_valeurs_des_versions_0_sont_traduites_et_dites()
    {
        var (csv, retouches, _) = Convertir("""[{"id":"a","pivot":"00000000000000","nom":"A","commune":"Lyon","code_postal":"69001","date_maj":"2022-05-09","services":"Créer avec le numérique;Prendre en main un ordinateur","labels_nationaux":"CNFS;APTIC","conditions_access":"Gratuit : Je peux accéder gratuitement au lieu et à ses services"}]""");
        var lieu = Assert.Single(Lieux.Relire(Encoding.UTF8.GetBytes(csv)));
        Assert.Equal(("Loisirs et créations numériques|Maîtrise des outils numériques du quotidien", "Conseillers numériques", "Gratuit"), (lieu.Texte("services"), lieu.Texte("dispositif_programmes_nationaux"), lieu.Texte("frais_a_charge")));
        Assert.Equal(["NOR-VER-02", "NOR-VER-02", "NOR-VER-02", "NOR-VER-02", "NOR-VER-03"], retouches.Select(r => r.Regle).Order(StringComparer.Ordinal));
        Assert.Empty(Lieux.Valider(csv, toutes: false).Defauts);
    }

    [Fact]
    public void N_importe_quel_fichier_donne_un_CSV_que_la_norme_admet()
    {
        var graine = Environment.TickCount;
        var hasard = new Random(graine);
        var lignes = Encoding.UTF8.GetString(LieuxLivres.Octets).Split('\n');
        for (var i = 0; i < 300; i++)
        {
            var depart = hasard.Next(1, lignes.Length - 20);
            var octets = Encoding.UTF8.GetBytes(string.Join('\n', lignes.Skip(depart).Take(8).Prepend(lignes[0])));
            var (csv, illisible) = (default(string), false);
            try
            {
                csv = Convertir(Lecture.FuzzTests.Abimer([.. octets], hasard)).Csv;
            }
            catch (FaireAvec.Cartographie.Import.FichierIllisibleException)
            {
                illisible = true;
            }

            if (!illisible)
            {
                var defauts = Lieux.Valider(csv!, toutes: false).Defauts;
                Assert.True(defauts.Count == 0, $"Seed {graine}: {defauts.FirstOrDefault()}");
            }
        }
    }

    private static (string Csv, List<Retouche> Retouches, BilanDeConversion Bilan) Convertir(string texte) => Convertir(Encoding.UTF8.GetBytes(texte));

    private static (string Csv, List<Retouche> Retouches, BilanDeConversion Bilan) Convertir(byte[] octets)
    {
        using var fichier = LectureFichier.Ouvrir(new MemoryStream(octets));
        using var sortie = new StringWriter();
        using var ecriture = new EcritureCsv(sortie);
        var retouches = new List<Retouche>();
        var bilan = new ConversionDeLieux(Lieux.Schema).Convertir(fichier, ecriture, retouches.Add, CancellationToken.None);
        return (sortie.ToString(), retouches, bilan);
    }
}
