using System.Diagnostics;
using System.Text;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Unit.Cartographie;

/// <summary>Partners' files as they come: read, or refused with a sentence; never an exception, never without end.</summary>
public class ImportTests(ITestOutputHelper sortie)
{
    private static readonly string[] Ligne = Valeurs(("id", "test_1"), ("nom", "Médiathèque « L’Œuvre » ; le café, l'été"), ("commune", "Saint-Étienne"), ("code_postal", "42000"), ("code_insee", "42218"), ("source", "test"), ("latitude", "45.4397"), ("longitude", "4.3872"), ("services", "Aide aux démarches administratives|Loisirs et créations numériques"), ("presentation_detail", "Il dit \"bonjour\" | à tous\ten un\nmot"));

    public static TheoryData<string, string, string> Formes()
    {
        var formes = new TheoryData<string, string, string>();
        foreach (var encodage in (string[])["utf-8", "utf-8 avec marque", "utf-16 LE", "utf-16 BE", "windows-1252"])
        {
            foreach (var separateur in (string[])[",", ";", "\t", "|"])
            {
                foreach (var fin in (string[])["\n", "\r\n", "\r"])
                {
                    formes.Add(encodage, separateur, fin);
                }
            }
        }

        return formes;
    }

    [Theory]
    [MemberData(nameof(Formes))]
    public void Un_fichier_donne_les_memes_lieux_quels_que_soient_son_encodage_son_separateur_et_ses_fins_de_ligne(string encodage, string separateur, string fin)
    {
        var ligne = fin == "\r" ? [.. Ligne.Select(v => v.Replace('\n', ' '))] : Ligne;
        var texte = Csv(separateur[0], fin, FicheLieu.Colonnes, ligne, Avec(ligne, ("id", "test_2"), ("nom", "Bibliothèque")));
        var lu = Lire(Encoder(encodage, texte));
        Assert.Empty(lu.Anomalies);
        Assert.Equal(["test_1", "test_2"], lu.Lieux.Select(l => l.Id));
        Assert.Equal((Ligne[Place("nom")], 45.4397, 4.3872), (lu.Lieux[0].Nom, lu.Lieux[0].Latitude!.Value, lu.Lieux[0].Longitude!.Value));
        Assert.Equal([Vocabulaire.Demarches, Vocabulaire.Loisirs], lu.Lieux[0].Services);
        Assert.Equal(ligne[Place("presentation_detail")].ReplaceLineEndings("\n"), lu.Lieux[0].PresentationDetail?.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Le_fichier_livre_se_lit_en_entier()
    {
        Assert.Equal(13_138, LieuxLivres.Tous.Count);
        Assert.DoesNotContain(LieuxLivres.Anomalies, a => a.Rejete);
        Assert.Equal(13_138, LieuxLivres.Tous.Select(l => l.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("", "vide")]
    [InlineData("   ", "Colonnes obligatoires absentes")]
    [InlineData("\n\n\n", "")]
    [InlineData("<!DOCTYPE html><html><body>404</body></html>", "page web")]
    [InlineData("  \r\n<html><body>404</body></html>", "")]
    [InlineData("{\"lieux\":[]}", "Colonnes obligatoires absentes")]
    [InlineData("id,nom\n1,a", "commune, code_postal, source")]
    [InlineData("id,nom,commune,code_postal,source,nom\n1,a,b,42000,t,c", "« nom » est présente deux fois")]
    [InlineData("id,nom,commune,code_postal,source\n1,\"a,b,42000,t\n2,a,b,42000,t\n", "")]
    [InlineData("PK\u0003\u0004\0\0\0\0xl/workbook.xml", "abîmé")]
    public void Un_fichier_qui_n_est_pas_le_bon_est_refuse_avec_une_phrase(string texte, string phrase)
    {
        var lu = Lire(Encoding.UTF8.GetBytes(texte));
        Assert.Empty(lu.Lieux);
        Assert.True(lu.Illisible is not null || lu.Anomalies.Exists(a => a.Rejete), "Neither refused nor rejected.");
        Assert.Contains(phrase, lu.Illisible ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void L_UTF_16_sans_marque_est_refuse_plutot_que_devine() =>
        Assert.NotNull(Lire(new UnicodeEncoding(bigEndian: false, byteOrderMark: false).GetBytes(Csv(',', "\n", FicheLieu.Colonnes, Ligne))).Illisible);

    [Fact]
    public void Un_fichier_avec_sa_seule_premiere_ligne_n_a_pas_de_lieu()
    {
        foreach (var fin in (string[])["", "\n", "\r\n\r\n"])
        {
            var lu = Lire(Encoding.UTF8.GetBytes(string.Join(',', FicheLieu.Colonnes) + fin));
            Assert.Equal((0, 0, null), (lu.Lieux.Count, lu.Anomalies.Count, lu.Illisible));
        }
    }

    [Fact]
    public void Dix_mille_colonnes_sont_refusees() =>
        Assert.Contains("10000 colonnes", Lire(Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"c{i}")) + "\n")).Illisible, StringComparison.Ordinal);

    [Theory]
    [InlineData("id", "", "obligatoire")]
    [InlineData("nom", "", "obligatoire")]
    [InlineData("commune", "  ", "obligatoire")]
    [InlineData("source", "", "obligatoire")]
    [InlineData("code_postal", "", "obligatoire")]
    [InlineData("code_postal", "4200", "cinq chiffres")]
    [InlineData("code_postal", "٤٢٠٠٠", "cinq chiffres")]
    [InlineData("latitude", "quarante-cinq", "n’est pas lisible")]
    [InlineData("latitude", "45,43", "n’est pas lisible")]
    [InlineData("latitude", "NaN", "n’est pas lisible")]
    [InlineData("latitude", "", "n’est pas lisible")]
    [InlineData("longitude", "181", "n’est pas lisible")]
    [InlineData("nom", "a\0b", "caractère nul")]
    [InlineData("id", "a\0b", "caractère nul")]
    [InlineData("id", "test\n1", "invisible")]
    [InlineData("id", "../etc/passwd", "barre")]
    public void Une_ligne_fausse_est_rejetee_avec_sa_raison(string colonne, string valeur, string raison)
    {
        var lu = Lire(Encoding.UTF8.GetBytes(Csv(',', "\n", FicheLieu.Colonnes, Avec(Ligne, (colonne, valeur)), Avec(Ligne, ("id", "test_2")))));
        Assert.Equal(["test_2"], lu.Lieux.Select(l => l.Id));
        var anomalie = Assert.Single(lu.Anomalies);
        Assert.True(anomalie.Rejete);
        Assert.Equal(2, anomalie.Ligne);
        Assert.Contains(raison, anomalie.Raison, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_nom_trop_long_est_rejete() =>
        Assert.Contains("Trop long : 300", Assert.Single(Lire(Encoding.UTF8.GetBytes(Csv(',', "\n", FicheLieu.Colonnes, Avec(Ligne, ("nom", new string('é', 301)))))).Anomalies).Raison, StringComparison.Ordinal);

    [Theory]
    [InlineData("code_insee", "ABCDE")]
    [InlineData("date_maj", "12/11/2026")]
    [InlineData("courriels", "pas une adresse")]
    [InlineData("site_web", "javascript:alert(1)")]
    [InlineData("site_web", "https://quelqu.un:secret@example.org")]
    [InlineData("prise_rdv", "data:text/html,x")]
    [InlineData("fiche_acces_libre", "www.example.org")]
    [InlineData("services", "Coiffure")]
    [InlineData("latitude", "4.3872")]
    [InlineData("longitude", "45")]
    public void Une_valeur_fausse_est_laissee_de_cote_et_dite(string colonne, string valeur)
    {
        var lu = Lire(Encoding.UTF8.GetBytes(Csv(',', "\n", FicheLieu.Colonnes, Avec(Ligne, (colonne, valeur)))));
        Assert.Single(lu.Lieux);
        Assert.False(Assert.Single(lu.Anomalies).Rejete);
    }

    [Theory]
    [InlineData("nom", "Entre Dore &amp; Allier", "Entre Dore & Allier")]
    [InlineData("presentation_resume", "Le d&eacute;p&ocirc;t &#60;b&#62;", "Le dépôt <b>")]
    [InlineData("presentation_resume", "AT&T, R&D &;", "AT&T, R&D &;")]
    [InlineData("site_web", "https://asso.example/?a=1&amp=2", "https://asso.example/?a=1&amp=2")]
    public void Un_texte_pris_dans_une_page_web_se_lit(string colonne, string ecrit, string lu)
    {
        var resultat = Lire(Encoding.UTF8.GetBytes(Csv(',', "\n", FicheLieu.Colonnes, Avec(Ligne, (colonne, ecrit)))));
        Assert.Empty(resultat.Anomalies);
        Assert.Equal(lu, Assert.Single(resultat.Lieux).Texte(colonne));
    }

    [Theory]
    [InlineData("adresse", "0")]
    [InlineData("adresse", "1 - 3")]
    [InlineData("presentation_resume", ".")]
    public void Une_valeur_ou_rien_ne_se_lit_est_laissee_de_cote_et_dite(string colonne, string valeur)
    {
        var resultat = Lire(Encoding.UTF8.GetBytes(Csv(',', "\n", FicheLieu.Colonnes, Avec(Ligne, (colonne, valeur)))));
        Assert.Equal(colonne, Assert.Single(resultat.Anomalies).Champ);
        Assert.Null(Assert.Single(resultat.Lieux).Texte(colonne));
    }

    [Fact]
    public void Des_coordonnees_inversees_sont_dites_telles()
    {
        var lu = Lire(Encoding.UTF8.GetBytes(Csv(',', "\n", FicheLieu.Colonnes, Avec(Ligne, ("latitude", "4.3872"), ("longitude", "45.4397")))));
        Assert.Contains("inversées", Assert.Single(lu.Anomalies).Raison, StringComparison.Ordinal);
        Assert.Null(Assert.Single(lu.Lieux).Latitude);
    }

    [Fact]
    public void Un_identifiant_en_double_est_rejete_avec_la_ligne_du_premier()
    {
        var lu = Lire(Encoding.UTF8.GetBytes(Csv(',', "\n", FicheLieu.Colonnes, Ligne, Ligne)));
        Assert.Single(lu.Lieux);
        Assert.Equal("Cet identifiant est déjà à la ligne 2.", Assert.Single(lu.Anomalies).Raison);
    }

    [Fact]
    public void Une_ligne_qui_a_trop_ou_trop_peu_de_colonnes_est_rejetee_et_les_autres_sont_lues()
    {
        var entete = "id,nom,commune,code_postal,source";
        var lu = Lire(Encoding.UTF8.GetBytes($"{entete}\na_1,A,Lyon,69001,t\na_2,A,Lyon,69001\na_3,A,Lyon,69001,t,x\na_4,A,Lyon,69001,t\n"));
        Assert.Equal(["a_1", "a_4"], lu.Lieux.Select(l => l.Id));
        Assert.Equal([(3L, true), (4L, true)], lu.Anomalies.Select(a => (a.Ligne, a.Rejete)));
    }

    [Fact]
    public void Un_texte_qui_serait_une_formule_reste_du_texte() =>
        Assert.Equal("=1+1", Assert.Single(Lire(Encoding.UTF8.GetBytes(Csv(',', "\n", FicheLieu.Colonnes, Avec(Ligne, ("nom", "=1+1"))))).Lieux).Nom);

    [Theory]
    [InlineData("première")]
    [InlineData("seconde")]
    [InlineData("entre guillemets")]
    public void Une_ligne_de_cent_mega_octets_est_refusee_sans_remplir_la_memoire(string ou)
    {
        using var dossier = new DossierTemporaire();
        var chemin = dossier.Sous("enorme.csv");
        using (var fichier = File.Create(chemin))
        {
            if (ou != "première")
            {
                fichier.Write(Encoding.UTF8.GetBytes(string.Join(',', FicheLieu.Colonnes) + "\n" + (ou == "seconde" ? "" : "\"")));
            }

            var bloc = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("aaaaaaa,\n"[..(ou == "entre guillemets" ? 9 : 8)], 100_000)));
            for (var ecrits = 0; ecrits < 100_000_000; ecrits += bloc.Length)
            {
                fichier.Write(bloc);
            }
        }

        using var flux = File.OpenRead(chemin);
        var chrono = Stopwatch.StartNew();
        var avant = GC.GetAllocatedBytesForCurrentThread();
        var lu = Lire(flux);
        var alloues = GC.GetAllocatedBytesForCurrentThread() - avant;
        sortie.WriteLine($"{alloues / 1_000_000} MB, {chrono.ElapsedMilliseconds} ms");
        Assert.NotNull(lu.Illisible);
        Assert.InRange(alloues, 0, 60_000_000);
        Assert.InRange(chrono.Elapsed.TotalSeconds, 0, 5);
    }

    [Fact]
    public void Un_fichier_coupe_n_importe_ou_est_lu_jusque_la_ou_refuse()
    {
        var octets = Encoding.UTF8.GetBytes(Csv(',', "\n", FicheLieu.Colonnes, Ligne, Avec(Ligne, ("id", "test_2")), Avec(Ligne, ("id", "test_3"))));
        for (var fin = 0; fin < octets.Length; fin++)
        {
            var lu = Lire(octets[..fin]);
            Assert.InRange(lu.Lieux.Count, 0, 3);
            Assert.True(lu.Lieux.Count < 3 || fin > octets.Length - 200);
        }
    }

    [Fact]
    public void Un_fichier_abime_au_hasard_ne_donne_que_des_lieux_des_anomalies_ou_un_refus()
    {
        var graine = Environment.TickCount;
        sortie.WriteLine($"Seed {graine}");
        var hasard = new Random(graine);
        var lignes = Encoding.UTF8.GetString(LieuxLivres.Octets).Split('\n');
        byte[] signes = [(byte)'"', (byte)',', (byte)';', (byte)'\n', (byte)'\r', (byte)'\t', (byte)'|', 0, 0xFF, 0xFE, 0xEF, 0xC3, (byte)'<', (byte)'=', 0x1F, 0x8B];
        var chrono = Stopwatch.StartNew();
        for (var i = 0; i < 1500; i++)
        {
            var depart = hasard.Next(1, lignes.Length - 20);
            var octets = Encoding.UTF8.GetBytes(string.Join('\n', lignes.Skip(depart).Take(10).Prepend(lignes[0]))).ToList();
            for (var coups = hasard.Next(1, 30); coups > 0; coups--)
            {
                var place = hasard.Next(octets.Count);
                switch (hasard.Next(5))
                {
                    case 0:
                        octets[place] = (byte)hasard.Next(256);
                        break;
                    case 1:
                        octets.Insert(place, signes[hasard.Next(signes.Length)]);
                        break;
                    case 2:
                        octets.RemoveRange(place, Math.Min(hasard.Next(1, 50), octets.Count - place));
                        break;
                    case 3:
                        octets.InsertRange(place, octets.Skip(hasard.Next(octets.Count)).Take(hasard.Next(200)).ToList());
                        break;
                    default:
                        octets[place] = signes[hasard.Next(signes.Length)];
                        break;
                }

                if (octets.Count == 0)
                {
                    break;
                }
            }

            var lu = Lire([.. octets]);
            Assert.All(lu.Anomalies, a => Assert.EndsWith(".", a.Raison, StringComparison.Ordinal));
            Assert.All(lu.Lieux, l => Assert.True(l.Id.Length is > 0 and <= Lieu.IdMax && l.Nom.Length is > 0 and <= Lieu.NomMax && l.CodePostal.Length == 5 && !l.Nom.Contains('\0') && l.Empreinte.Length == 32));
        }

        Assert.InRange(chrono.Elapsed.TotalSeconds, 0, 10);
    }

    [Fact]
    public void L_empreinte_ne_change_qu_avec_les_valeurs()
    {
        static byte[] Empreinte(params (string, string)[] valeurs) => Assert.Single(Lire(Encoding.UTF8.GetBytes(Csv(',', "\n", FicheLieu.Colonnes, Avec(Ligne, valeurs)))).Lieux).Empreinte;
        Assert.Equal(Empreinte(), Empreinte(("nom", Ligne[Place("nom")] + " ")));
        Assert.All(FicheLieu.Colonnes.Where(c => c is "nom" or "commune" or "adresse" or "horaires" or "telephone" or "presentation_resume"), c => Assert.NotEqual(Empreinte(), Empreinte((c, "Autre chose"))));
        Assert.NotEqual(Empreinte(("adresse", "a"), ("complement_adresse", "")), Empreinte(("adresse", ""), ("complement_adresse", "a")));
    }

    [Fact]
    public void La_source_n_est_pas_exigee_la_ou_la_norme_ne_l_exige_pas()
    {
        var octets = Encoding.UTF8.GetBytes("id,nom,commune,code_postal\n1,Mairie,Nolay,21340\n");
        using (var fichier = LectureFichier.Ouvrir(new MemoryStream(octets)))
        {
            Assert.Single(LignesDeLieux.Lire(fichier, _ => { }, avecSource: false));
        }

        using var encore = LectureFichier.Ouvrir(new MemoryStream(octets));
        Assert.Throws<FichierIllisibleException>(() => LignesDeLieux.Lire(encore, _ => { }).ToList());
    }

    private static Lecture Lire(byte[] octets)
    {
        using var flux = new MemoryStream(octets);
        return Lire(flux);
    }

    private static Lecture Lire(Stream flux)
    {
        var lu = new Lecture([], [], null);
        var lecture = new LectureLieu(new HorlogeFactice(), lu.Anomalies.Add);
        try
        {
            using var fichier = LectureFichier.Ouvrir(flux);
            foreach (var ligne in LignesDeLieux.Lire(fichier, lu.Anomalies.Add))
            {
                if (lecture.Lire(ligne) is { } lieu)
                {
                    lu.Lieux.Add(lieu);
                }
            }

            return lu;
        }
        catch (FichierIllisibleException e)
        {
            return lu with { Illisible = e.Message };
        }
    }

    private static string Csv(char separateur, string fin, params string[][] lignes) =>
        string.Concat(lignes.Select(l => string.Join(separateur, l.Select(v => v.IndexOfAny([separateur, '"', '\n', '\r']) >= 0 ? $"\"{v.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : v)) + fin));

    private static byte[] Encoder(string encodage, string texte) => encodage switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(texte),
        "utf-8 avec marque" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(texte)],
        "utf-16 LE" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(texte)],
        "utf-16 BE" => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(texte)],
        _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(texte),
    };

    private static int Place(string colonne) => Array.IndexOf(FicheLieu.Colonnes, colonne);

    private static string[] Valeurs(params (string Colonne, string Valeur)[] valeurs) => Avec(new string[FicheLieu.Colonnes.Length].Select(_ => "").ToArray(), valeurs);

    private static string[] Avec(string[] ligne, params (string Colonne, string Valeur)[] valeurs)
    {
        var copie = (string[])ligne.Clone();
        foreach (var (colonne, valeur) in valeurs)
        {
            copie[Place(colonne)] = valeur;
        }

        return copie;
    }

    private sealed record Lecture(List<Lieu> Lieux, List<Anomalie> Anomalies, string? Illisible);
}
