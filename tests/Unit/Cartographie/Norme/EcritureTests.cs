using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Norme.Ecriture;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Cartographie.Norme;

/// <summary>What is written is read back as it was, and others can read it.</summary>
public sealed partial class EcritureTests
{
    private static readonly FicheLieu Bon = FicheLieu.DepuisTexte(c => Lieux.Bon[c]);

    public static TheoryData<string> Formats => ["csv", "json", "geojson", "xlsx"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Tout_lieu_ecrit_se_relit_le_meme(string format) =>
        Prop.ForAll(Fiches().ListOf().ToArbitrary(), lieux =>
        {
            var relus = Lieux.Relire(Lieux.Ecrire(format, [.. lieux]));
            return relus.Select(Lieux.Tout).SequenceEqual(lieux.Select(Lieux.Tout));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Formats))]
    public void Les_lieux_livres_font_l_aller_et_retour(string format)
    {
        var lieux = LieuxLivres.Tous.Where((_, i) => i % 7 == 0).ToArray<FicheLieu>();
        Assert.Equal(lieux.Select(Lieux.Tout), Lieux.Relire(Lieux.Ecrire(format, lieux)).Select(Lieux.Tout));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Sans_lieu_le_fichier_est_encore_un_fichier(string format) => Assert.Empty(Lieux.Relire(Lieux.Ecrire(format)));

    [Fact]
    public void Le_CSV_suit_les_regles_officielles_ecrites_une_seconde_fois()
    {
        var octets = Lieux.Ecrire("csv", [.. LieuxLivres.Tous]);
        var lignes = LignesCsv(Encoding.UTF8.GetString(octets));
        Assert.Equal(FicheLieu.Colonnes, lignes[0]);
        Assert.Equal(LieuxLivres.Tous.Count + 1, lignes.Count);
        foreach (var ligne in lignes.Skip(1))
        {
            for (var i = 0; i < 32; i++)
            {
                Assert.True(RegleOfficielle(lignes[0][i], ligne[i]), $"{lignes[0][i]} « {ligne[i]} »");
            }
        }
    }

    [Fact]
    public void Le_CSV_a_tous_ses_champs_entre_guillemets()
    {
        var texte = Encoding.UTF8.GetString(Lieux.Ecrire("csv", Bon, new FicheLieu { Id = "b" }));
        Assert.StartsWith("\"id\",\"pivot\",\"nom\",", texte, StringComparison.Ordinal);
        Assert.Contains("\n\"b\",\"00000000000000\",\"\",\"\"", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", texte, StringComparison.Ordinal);
        Assert.DoesNotMatch(SansGuillemets(), texte);
    }

    [Theory]
    [InlineData(0.00001, "0.00001")]
    [InlineData(-1.5e-7, "-0.00000015")]
    [InlineData(45.767312345678, "45.767312345678")]
    [InlineData(48, "48")]
    public void Une_position_n_a_jamais_d_exposant(double valeur, string attendu) => Assert.Equal(attendu, EcritureCsv.Degres(valeur));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("+cmd|' /C calc'!A0")]
    [InlineData("-2+3")]
    [InlineData("＝1+1")]
    public void Aucun_texte_n_est_une_formule(string texte)
    {
        var lieu = FicheLieu.DepuisTexte(c => c == "nom" ? texte : Lieux.Bon[c]);
        Assert.Contains($"\"'{texte}\"", Encoding.UTF8.GetString(Lieux.Ecrire("csv", lieu)), StringComparison.Ordinal);
        using var memoire = new MemoryStream(Lieux.Ecrire("xlsx", lieu));
        using var classeur = SpreadsheetDocument.Open(memoire, false);
        var feuille = classeur.WorkbookPart!.WorksheetParts.Single().Worksheet;
        Assert.Empty(feuille.Descendants<CellFormula>());
        Assert.Equal(texte, feuille.Descendants<Cell>().Single(c => c.CellReference == "C2").InnerText);
        Assert.All(feuille.Descendants<Cell>(), c => Assert.Equal(CellValues.InlineString, c.DataType!.Value));
        Assert.Equal(texte, Assert.Single(Lieux.Relire(Lieux.Ecrire("csv", lieu))).Nom);
    }

    [Fact]
    public void Le_classeur_est_valide_pour_une_autre_bibliotheque()
    {
        using var memoire = new MemoryStream(Lieux.Ecrire("xlsx", [.. LieuxLivres.Tous.Take(300), FicheLieu.DepuisTexte(c => c == "nom" ? "a\u0001b\r_x0041_\ud800\uFFFE" : Lieux.Bon[c])]));
        using var classeur = SpreadsheetDocument.Open(memoire, false);
        Assert.Empty(new OpenXmlValidator().Validate(classeur).Select(e => $"{e.Part?.Uri} {e.Description}"));
    }

    [Fact]
    public void Ce_que_XML_refuse_se_relit_d_un_classeur() =>
        Assert.Equal("a\u0001b\rc_x0041_ _x", Assert.Single(Lieux.Relire(Lieux.Ecrire("xlsx", FicheLieu.DepuisTexte(c => c == "nom" ? "a\u0001b\rc_x0041_ _x" : Lieux.Bon[c])))).Nom);

    [Fact]
    public void Une_cellule_trop_longue_pour_un_tableur_est_coupee() =>
        Assert.Equal(ClasseurEcrit.TexteMax, Assert.Single(Lieux.Relire(Lieux.Ecrire("xlsx", FicheLieu.DepuisTexte(c => c == "presentation_detail" ? new string('x', 40_000) : Lieux.Bon[c])))).PresentationDetail!.Length);

    [Fact]
    public void Le_classeur_s_ecrit_dans_un_flux_qui_ne_revient_pas_en_arriere()
    {
        using var memoire = new MemoryStream();
        using (var gzip = new GZipStream(memoire, CompressionMode.Compress, leaveOpen: true))
        {
            using var ecriture = new EcritureXlsx(gzip);
            ecriture.Ecrire(Bon);
            ecriture.Finir();
        }

        Assert.NotEqual(0, memoire.Length);
    }

    [Fact]
    public void Le_GeoJSON_met_la_longitude_devant_et_laisse_sans_geometrie_un_lieu_sans_position()
    {
        using var document = JsonDocument.Parse(Lieux.Ecrire("geojson", Bon, new FicheLieu { Id = "b" }));
        var entites = document.RootElement.GetProperty("features");
        Assert.Equal("[4.8361,45.7673]", entites[0].GetProperty("geometry").GetProperty("coordinates").GetRawText());
        Assert.Equal(["BIB", "EPN"], entites[0].GetProperty("properties").GetProperty("typologie").EnumerateArray().Select(v => v.GetString()));
        Assert.Equal(JsonValueKind.Null, entites[1].GetProperty("geometry").ValueKind);
    }

    [Fact]
    public void Le_modele_CSV_se_valide_et_s_ouvre_avec_ses_accents()
    {
        var octets = ModeleDeFichier.Csv(Lieux.Schema);
        Assert.Equal([0xEF, 0xBB, 0xBF], octets[..3]);
        var (defauts, bilan) = Lieux.Valider(octets, toutes: false);
        Assert.Empty(defauts);
        Assert.Equal((1, 1), (bilan.Lignes, bilan.Valides));
    }

    [Fact]
    public void Le_modele_XLSX_se_valide_et_explique_chaque_colonne()
    {
        using var memoire = new MemoryStream();
        ModeleDeFichier.Xlsx(Lieux.Schema, memoire);
        var (defauts, bilan) = Lieux.Valider(memoire.ToArray(), toutes: false);
        Assert.Empty(defauts);
        Assert.Equal(1, bilan.Valides);
        memoire.Position = 0;
        using var classeur = SpreadsheetDocument.Open(memoire, false);
        Assert.Empty(new OpenXmlValidator().Validate(classeur).Select(e => $"{e.Part?.Uri} {e.Description}"));
        Assert.Equal(["lieux", "mode d'emploi", "typologies"], classeur.WorkbookPart!.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value));
        var modeDEmploi = Lecture.Fichiers.Lire(memoire.ToArray(), new FaireAvec.Cartographie.Lecture.OptionsDeLecture { Feuille = "mode d'emploi" });
        Assert.Equal(FicheLieu.Colonnes, modeDEmploi.Colonne("Colonne"));
        Assert.Equal(92, Lecture.Fichiers.Lire(memoire.ToArray(), new FaireAvec.Cartographie.Lecture.OptionsDeLecture { Feuille = "typologies" }).Lignes.Count);
    }

    /// <summary>Places with any text, as far as the standard can hold it: trimmed, and no « | » inside a value of a list.</summary>
    private static Gen<FicheLieu> Fiches()
    {
        var texte = ArbMap.Default.GeneratorFor<NonNull<string>>().Select(t => Propre(t.Get));
        var valeurs = texte.Select(t => t.Replace("|", "/", StringComparison.Ordinal).Replace(";", ",", StringComparison.Ordinal)).ListOf().Select(l => string.Join('|', l.Where(v => v.Trim().Length > 0).Select(v => v.Trim()).Distinct(StringComparer.Ordinal).Take(4)));
        var degres = Gen.Choose(-90_000_000, 90_000_000).Select(n => (n / 1_000_000.0).ToString(System.Globalization.CultureInfo.InvariantCulture));
        return from textes in texte.ArrayOf(32)
               from listes in valeurs.ArrayOf(32)
               from lat in degres
               from lon in degres
               from jour in Gen.Choose(0, 20_000)
               from choix in Gen.Choose(0, int.MaxValue)
               select Fiche(textes, listes, lat, lon, jour, choix);
    }

    private static FicheLieu Fiche(string[] textes, string[] listes, string lat, string lon, int jour, int choix) => FicheLieu.DepuisTexte(colonne =>
    {
        var c = Lieux.Schema[colonne];
        return colonne switch
        {
            "id" => "x" + textes[0],
            "pivot" => "123456789",
            "latitude" => choix % 3 == 0 ? null : lat,
            "longitude" => choix % 3 == 0 ? null : lon,
            "date_maj" => new DateOnly(1990, 1, 1).AddDays(jour).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            _ when c.Fermee is { } fermee => string.Join('|', fermee.Libelles.Where((_, i) => ((choix >> (i % 20)) & 1) == 1)),
            _ when c.EstListe => listes[c.Rang],
            _ => textes[c.Rang],
        };
    });

    // What no format of files can keep: half characters, NUL, spaces around, the apostrophe that hides a formula.
    private static string Propre(string texte) =>
        string.Concat(texte.Where(c => !char.IsSurrogate(c) && c is not ('\0' or '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF')))).Trim().TrimStart('\'').Trim();

    /// <summary>A second reading of CSV, as simple as can be: every field is quoted.</summary>
    private static List<string[]> LignesCsv(string texte) =>
        [.. texte.Split("\"\n", StringSplitOptions.RemoveEmptyEntries).Select(l => l[1..].Split("\",\"").Select(c => c.Replace("\"\"", "\"", StringComparison.Ordinal)).ToArray())];

    /// <summary>The rules of the standard, written from its text and apart from the product's.</summary>
    private static bool RegleOfficielle(string colonne, string valeur)
    {
        static bool Toutes(string v, Func<string, bool> regle) => v.Length == 0 || v.Split('|').All(regle);
        static bool Parmi(string v, params string[] admises) => Toutes(v, x => admises.Contains(x, StringComparer.Ordinal));
        static bool Web(string v) => Regex.IsMatch(v, @"\Ahttps?://[^\s/?#]+\.[^\s/?#]+([/?#]\S*)?\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return colonne switch
        {
            "id" or "nom" or "commune" => valeur.Length > 0,
            "pivot" => Regex.IsMatch(valeur, @"\A[a-zA-Z0-9]{9,14}\z", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)),
            "code_postal" => valeur.Length == 5 && valeur.All(char.IsAsciiDigit),
            "code_insee" => valeur.Length == 0 || (valeur.Length == 5 && Regex.IsMatch(valeur, @"\A([013-9]\d|2[0-9AB])\d{3}\z", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) && valeur[..2] is not ("00" or "96")),
            "latitude" or "longitude" => valeur.Length == 0 || Regex.IsMatch(valeur, @"\A-?\d+(\.\d+)?\z", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)),
            "telephone" => valeur.Length == 0 || Regex.IsMatch(valeur, @"\A\+(?:33|590|594|262|596|269|687|689|508|681)\d{6,9}\z", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)),
            "courriels" => Toutes(valeur, v => v.Count(c => c == '@') == 1 && v.LastIndexOf('.') > v.IndexOf('@', StringComparison.Ordinal) + 1 && v.All(c => c is > ' ' and < '\x7F')),
            "site_web" => Toutes(valeur, Web),
            "fiche_acces_libre" or "prise_rdv" => valeur.Length == 0 || Web(valeur),
            "presentation_resume" => valeur.Length <= 280,
            "date_maj" => DateOnly.TryParseExact(valeur, "yyyy-MM-dd", out _),
            "itinerance" => Parmi(valeur, "Itinérant", "Fixe"),
            "services" => Parmi(valeur, "Aide aux démarches administratives", "Maîtrise des outils numériques du quotidien", "Insertion professionnelle via le numérique", "Utilisation sécurisée du numérique", "Parentalité et éducation avec le numérique", "Loisirs et créations numériques", "Compréhension du monde numérique", "Accès internet et matériel informatique", "Acquisition de matériel informatique à prix solidaire"),
            "publics_specifiquement_adresses" => Parmi(valeur, "Jeunes", "Étudiants", "Familles et/ou enfants", "Seniors", "Femmes"),
            "prise_en_charge_specifique" => Parmi(valeur, "Surdité", "Handicaps moteurs", "Handicaps mentaux", "Illettrisme", "Langues étrangères (anglais)", "Langues étrangères (autres)", "Déficience visuelle"),
            "frais_a_charge" => Parmi(valeur, "Gratuit", "Gratuit sous condition", "Payant"),
            "dispositif_programmes_nationaux" => Parmi(valeur, "Aidants Connect", "Bibliothèques numérique de référence", "Certification PIX", "Conseillers numériques", "Emmaüs Connect", "France Services", "Grande école du numérique", "La Croix Rouge", "Point d'accès numérique CAF", "Promeneurs du net", "Relais numérique (Emmaüs Connect)"),
            // The official pattern writes « Étapes numériques(La Poste) »: the right label is the other one.
            "formations_labels" => Parmi(valeur, "Formé à « Mon Espace Santé »", "Formé à « DUPLEX » (illettrisme)", "Arnia/MedNum BFC (Bourgogne-Franche-Comté)", "Collectif ressources et acteurs réemploi (Normandie)", "Étapes numériques (La Poste)", "Fabriques de Territoire", "Les Éclaireurs du numérique (Drôme)", "Mes Papiers (Métropole de Lyon)", "ORDI 3.0", "SUD LABS (PACA)"),
            "modalites_acces" => Parmi(valeur, "Se présenter", "Téléphoner", "Contacter par mail", "Envoyer un mail avec une fiche de prescription", "Prendre un RDV en ligne", "Ce lieu n'accueille pas de public"),
            "modalites_accompagnement" => Parmi(valeur, "En autonomie", "Accompagnement individuel", "Dans un atelier collectif", "À distance"),
            _ => true,
        };
    }

    [GeneratedRegex("(^|,)[^\"]+,", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex SansGuillemets();
}
