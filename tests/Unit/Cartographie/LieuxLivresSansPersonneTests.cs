using System.Text.RegularExpressions;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Cartographie.Nettoyage;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Tests.Unit.Cartographie;

/// <summary>The shipped file itself, not what the import makes of it: nobody's name, e-mail or mobile is in it.</summary>
public partial class LieuxLivresSansPersonneTests
{
    // Texts that name a place after somebody, a bookshop, a département: looked at one by one.
    private static readonly HashSet<string> NomsDHonneur =
    [
        "gironde_35", "gironde_62", "gironde_193", "gironde_242", "gironde_244", "gironde_253", "gironde_261", "gironde_268", "gironde_272", "gironde_279", "dora_853c8671-b657-44ce-8655-785124a33132",
    ];

    // Offices of Mayotte whose only number is a mobile.
    private static readonly HashSet<string> BureauxDeMayotte = ["siao_2417", "france-services_567", "france-services_1852", "france-services_2291", "france-services_2294"];

    private static readonly List<LigneBrute> Lignes = Lire();

    [Fact]
    public void Aucun_nom_de_lieu_n_est_celui_de_qui_recoit() =>
        Assert.Empty(Lignes.Where(l => PersonneNommee.HorsDuNom(l["nom"]!, l["commune"]) != l["nom"] || SeulementQuelquun(l["nom"]!)).Select(l => l["id"]));

    [Fact]
    public void Aucune_adresse_ne_dit_chez_qui() =>
        Assert.Empty(Lignes.Where(l => PersonneNommee.HorsDeLAdresse(l["adresse"]) != l["adresse"] || PersonneNommee.HorsDeLAdresse(l["complement_adresse"]) != l["complement_adresse"]).Select(l => l["id"]));

    [Fact]
    public void Aucune_presentation_ne_nomme_quelqu_un() =>
        Assert.Empty(Lignes.Where(l => !NomsDHonneur.Contains(l["id"]!) && (NommeQuelquun(l["presentation_resume"]) || NommeQuelquun(l["presentation_detail"]))).Select(l => l["id"]));

    [Fact]
    public void Aucun_courriel_ni_telephone_n_est_celui_d_une_personne() =>
        Assert.Empty(Lignes.Where(l => Courriel.Nettoyer(l["courriels"]).Releve.Retenues.Count > 0 || (!BureauxDeMayotte.Contains(l["id"]!) && Telephone.Nettoyer(l["telephone"], null).Releve.Retenues.Count > 0)).Select(l => l["id"]));

    // A name of two words with a first name, that isn't the name of an organisation, a kind of place or a quarter.
    private static bool SeulementQuelquun(string nom) => NomDePersonne.Est(nom) && !Organisations().IsMatch(nom);

    private static bool NommeQuelquun(string? texte) =>
        texte is not null && MotsAMajuscule().Matches(texte).Any(m => Prenoms.Contient(TexteRecherche.Normaliser(m.Value)) && !Saint().IsMatch(texte[..m.Index]));

    private static List<LigneBrute> Lire()
    {
        using var fichier = LectureFichier.Ouvrir(new MemoryStream(LieuxLivres.Octets));
        return [.. LignesDeLieux.Lire(fichier, a => Assert.Fail(a.Raison))];
    }

    [GeneratedRegex(@"^(l[ée]o lagrange|ariane m[ée]diterran[ée]e|mjc|mdh|mdsi|mvc|aselqo|pimms|tilt) ?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Organisations();

    [GeneratedRegex(@"(?<![\p{L}])\p{Lu}\p{Ll}+(?![\p{L}])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MotsAMajuscule();

    [GeneratedRegex(@"\b(saints?|saintes?|ste?)[ -]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Saint();
}
