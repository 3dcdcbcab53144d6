using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Rapprochement;
using FaireAvec.Cartographie.Rapprochement.Fusions;
using FaireAvec.Cartographie.Rapprochement.Groupes;
using FaireAvec.Tests.Support;
using static FaireAvec.Tests.Unit.Cartographie.Rapprochement.MoteurDeTest;

namespace FaireAvec.Tests.Unit.Cartographie.Rapprochement;

/// <summary>The merge of a group, field by field, and what is written.</summary>
public class FusionTests
{
    private static readonly DateOnly Aujourdhui = new(2026, 11, 18);

    [Fact]
    public void Le_plus_recent_l_emporte_les_trous_sont_remplis_les_listes_reunies()
    {
        var fusion = Fusionner([], Fiche("a", "2024-05-01", ("telephone", "+33199001111"), ("services", "S1|S2"), ("horaires", "Mo 09:00-12:00")), Fiche("b", "2025-05-01", ("telephone", "+33199002222"), ("services", "S2|S3")));
        Assert.Equal("+33199002222", fusion.Fiche.Telephone);
        Assert.Equal("Mo 09:00-12:00", fusion.Fiche.Horaires);
        Assert.Equal(["S2", "S3", "S1"], fusion.Fiche.Services);
        Assert.Equal(["b_x"], fusion.Origines["telephone"]);
        Assert.Equal(["a_x", "b_x"], fusion.Origines["services"]);
        Assert.Equal(new DateOnly(2025, 5, 1), fusion.Fiche.DateMaj);
    }

    [Fact]
    public void Une_date_de_remplissage_n_est_pas_la_plus_recente()
    {
        var fusion = Fusionner([], Fiche("a", "2022-12-01", ("telephone", "+33199001111")), Fiche("b", "2022-06-01", ("telephone", "+33199002222")));
        Assert.Equal("+33199002222", fusion.Fiche.Telephone);
        Assert.Equal(new DateOnly(2022, 6, 1), fusion.Fiche.DateMaj);
    }

    [Fact]
    public void La_confiance_dans_la_source_compte()
    {
        var confiances = new Dictionary<string, double> { ["a"] = 0.9, ["b"] = 0.1 };
        Assert.Equal("+33199001111", Fusionner(confiances, Fiche("a", "2024-05-01", ("telephone", "+33199001111")), Fiche("b", "2025-05-01", ("telephone", "+33199002222"))).Fiche.Telephone);
    }

    [Fact]
    public void L_adresse_vient_d_une_seule_ligne_et_le_nom_est_celui_du_guichet()
    {
        var fusion = Fusionner([], Fiche("a", "2025-05-01", ("nom", "COMMUNE DE FERRIERES"), ("adresse", "le bourg"), ("complement_adresse", "Bâtiment B")), Fiche("b", "2020-05-01", ("nom", "France services Ferrières"), ("adresse", "4 place des Églantiers")));
        Assert.Equal("4 place des Églantiers", fusion.Fiche.Adresse);
        Assert.Null(fusion.Fiche.ComplementAdresse);
        Assert.Equal("France services Ferrières", fusion.Fiche.Nom);
    }

    [Fact]
    public void Chaque_valeur_a_son_origine_et_l_ordre_des_lignes_ne_change_rien()
    {
        foreach (var groupe in MoteurDeTest.Paires.Where(p => p.Meme).Take(200))
        {
            Profil[] profils = [Engin.Preparateur.Preparer(groupe.A), Engin.Preparateur.Preparer(groupe.B)];
            var fusionneur = new Fusionneur(new Dictionary<string, double>(), Aujourdhui);
            var (x, y) = (fusionneur.Fusionner("id", profils), fusionneur.Fusionner("id", [profils[1], profils[0]]));
            foreach (var colonne in FicheLieu.Colonnes.Where(c => c != "id"))
            {
                Assert.Equal(x.Fiche.Texte(colonne), y.Fiche.Texte(colonne));
                if (x.Fiche.Texte(colonne) is not null)
                {
                    Assert.NotEmpty(x.Origines[colonne]);
                }
            }
        }
    }

    [Fact]
    public void Les_fichiers_ecrits_sont_les_memes_deux_fois_et_ne_perdent_aucun_lieu()
    {
        using var dossier = new DossierTemporaire();
        var lieux = LieuxLivres.Tous.Where(l => l.CodeInsee?.StartsWith("04", StringComparison.Ordinal) == true).Cast<FicheLieu>().ToList();
        RapportDeDedoublonnage Ecrire(string nom, IReadOnlyList<FicheLieu> fiches)
        {
            Directory.CreateDirectory(dossier.Sous(nom));
            return new Restitution(Engin, new Fusionneur(new Dictionary<string, double>(), Aujourdhui)).Ecrire(
                Dedoublonnage.Faire(Engin, fiches, DecisionsHumaines.Aucune), dossier.Sous(nom), new Dictionary<string, IReadOnlyList<string>>());
        }

        var rapport = Ecrire("un", lieux);
        Ecrire("deux", [.. lieux.AsEnumerable().Reverse()]);
        foreach (var fichier in (string[])["groupes.jsonl", "lieux.csv", "redirections.csv", "a-revoir.jsonl", "voisins.jsonl", "rapport.json", "rapport.md"])
        {
            Assert.Equal(File.ReadAllBytes(dossier.Sous("un", fichier)), File.ReadAllBytes(dossier.Sous("deux", fichier)));
        }

        Assert.Equal(lieux.Count, rapport.Lieux);
        Assert.Equal(rapport.Lieux - rapport.LieuxGroupes + rapport.Groupes, rapport.LieuxFusionnes);
        Assert.Equal(rapport.LieuxGroupes - rapport.Groupes, rapport.Redirections);
        Assert.True(rapport.Groupes > 0);
    }

    private static Fusion Fusionner(Dictionary<string, double> confiances, params FicheLieu[] fiches) =>
        new Fusionneur(confiances, Aujourdhui).Fusionner("id", [.. fiches.Select(Engin.Preparateur.Preparer)]);

    private static FicheLieu Fiche(string source, string date, params (string Colonne, string Valeur)[] valeurs) => FicheLieu.DepuisTexte(colonne =>
        valeurs.FirstOrDefault(v => v.Colonne == colonne).Valeur
        ?? colonne switch { "id" => $"{source}_x", "source" => source, "date_maj" => date, "nom" => "Mairie", "commune" => "Ferrières-en-Gâtinais", "code_postal" => "45210", "code_insee" => "45145", _ => null });
}
