using System.Text.Json;
using FaireAvec.Cartographie.Correspondances.Moteur;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Cartographie.Correspondances;

public class ExecutionTests
{
    private const string Champs = "nom: nom\ncommune: commune\ncode_postal: cp\nadresse: adresse\ntelephone: tel\ncode_insee: insee";

    private static string Ligne(string nom, string commune = "Saint-Étienne", string cp = "42000", string adresse = "1 rue de l'Essai", string? insee = null) =>
        JsonSerializer.Serialize(new { nom, commune, cp, adresse, insee });

    [Fact]
    public void Une_ligne_juste_est_gardee()
    {
        var (resultats, rapport) = Banc.Appliquer(Banc.Document(Champs), $"[{Ligne("Espace numérique", insee: "42218")}]");
        var resultat = Assert.Single(resultats);
        Assert.Equal(EtatDeLigne.Gardee, resultat.Etat);
        Assert.Equal("42218", resultat.Fiche!.CodeInsee);
        Assert.Equal((1, 1, 0, 0), (rapport.Lues, rapport.Gardees, rapport.Corrigees, rapport.Rejetees));
    }

    [Fact]
    public void Un_filtre_rejette_avec_sa_raison_et_compte_ses_lignes()
    {
        var document = Banc.Document(Champs, "filtres:\n  - { rejeter: Ce lieu n’accueille pas de public., si: { colonne: nom, commence: privé } }\n  - { garder: Le lieu n’est pas dans la Loire., si: { colonne: cp, commence: \"42\" } }");
        var (resultats, rapport) = Banc.Appliquer(document, $"[{Ligne("Privé")},{Ligne("Ailleurs", "Lyon", "69001")},{Ligne("Bon")}]");
        Assert.Equal(["Ce lieu n’accueille pas de public.", "Le lieu n’est pas dans la Loire.", null], resultats.Select(r => r.Raison));
        Assert.Equal(1, rapport.RaisonsDeRejet["Ce lieu n’accueille pas de public."]);
        Assert.Equal(1, rapport.Regles.Single(r => r.Regle == "filtres[0]").Lignes);
    }

    [Theory]
    [InlineData("", "Saint-Étienne", "42000", "Le nom du lieu manque.")]
    [InlineData("Lieu", "", "", "Le lieu n’a ni commune ni code postal.")]
    // Several communes share it.
    [InlineData("Lieu", "", "42110", "Le lieu n’a pas de commune, et son code postal est celui de plusieurs.")]
    [InlineData("Lieu", "", "42999", "Le lieu n’a pas de commune, et son code postal n’existe pas.")]
    public void Un_lieu_introuvable_est_rejete(string nom, string commune, string cp, string raison) =>
        Assert.Equal(raison, Banc.Appliquer(Banc.Document(Champs), $"[{Ligne(nom, commune, cp)}]").Resultats.Single().Raison);

    [Fact]
    public void La_commune_que_le_nom_nomme_parmi_celles_du_code_postal_est_trouvee_avec_sa_trace()
    {
        var document = Banc.Document(Champs, "commune_dans: { liste: [nom, adresse] }");
        var (resultats, _) = Banc.Appliquer(document, $"[{Ligne("Mairie de Feurs", "", "42110")}]");
        Assert.Equal("Feurs", resultats.Single().Fiche!.Commune);
        Assert.Contains(resultats.Single().Corrections, c => c is { Champ: "commune", Regle: ReglesDeCorrespondance.CommuneNommee });
    }

    [Fact]
    public void L_identifiant_est_celui_de_la_source()
    {
        var (resultats, _) = Banc.Appliquer(Banc.Document(Champs, "identifiant: { local: id }"), """[{"id":" A 12 ","nom":"Lieu","commune":"Feurs","cp":"42110"},{"id":"A 12","nom":"Autre","commune":"Feurs","cp":"42110"}]""");
        Assert.Equal("essai_A-12", resultats[0].Fiche!.Id);
        Assert.Equal("Une ligne précédente a déjà cet identifiant.", resultats[1].Raison);
        Assert.Equal(1, resultats[1].LigneSemblable);
    }

    [Fact]
    public void Sans_identifiant_une_cle_de_contenu_ne_depend_ni_de_l_ordre_ni_de_la_casse()
    {
        string[] lignes = [Ligne("Espace Un"), Ligne("Espace Deux"), Ligne("Espace Trois")];
        var ids = Banc.Appliquer(Banc.Document(Champs), $"[{string.Join(',', lignes)}]").Resultats.Select(r => r.Fiche!.Id).Order().ToList();
        var autres = Banc.Appliquer(Banc.Document(Champs), $"[{string.Join(',', lignes.Reverse().Select(l => l.Replace("Espace", "ESPACE", StringComparison.Ordinal)))}]").Resultats.Select(r => r.Fiche!.Id).Order().ToList();
        Assert.Equal(ids, autres);
        Assert.Equal(3, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^essai_[0-9a-f]{14}$", id));
    }

    [Fact]
    public void Plusieurs_lignes_d_un_lieu_sont_reunies()
    {
        var document = Banc.Document(
            Champs + "\nservices: { de: s, table: { a: Aide aux démarches administratives, l: Loisirs et créations numériques } }\npresentation_detail: d\nstructure_parente: p",
            "groupement: { par: g, fusions: { presentation_detail: plus_long, structure_parente: unanime } }");
        var (resultats, rapport) = Banc.Appliquer(document, """
            [{"g":"1","nom":"Lieu","commune":"Feurs","cp":"42110","s":"a","d":"court","p":"X"},
             {"g":"2","nom":"Autre","commune":"Feurs","cp":"42110","s":"a"},
             {"g":"1","nom":"Lieu bis","commune":"Feurs","cp":"42110","tel":"04 77 99 00 00","s":"l","d":"plus long","p":"Y"},
             {"nom":"Seul","commune":"Feurs","cp":"42110"}]
            """);
        Assert.Equal(3, resultats.Count);
        var lieu = resultats[0];
        Assert.Equal([1L, 3L], lieu.Lignes);
        Assert.Equal("Lieu", lieu.Fiche!.Nom);
        Assert.Equal(["Aide aux démarches administratives", "Loisirs et créations numériques"], lieu.Fiche.Services);
        Assert.Equal("plus long", lieu.Fiche.PresentationDetail);
        Assert.Null(lieu.Fiche.StructureParente);
        Assert.Equal("+33477990000", lieu.Fiche.Telephone);
        Assert.Equal(1, rapport.Regroupees);
    }

    [Fact]
    public void Ce_que_rien_ne_connait_est_compte()
    {
        var document = Banc.Document(Champs + "\nservices: { de: s, separateur: ';', table: { a: Aide aux démarches administratives }, ignorer: [z] }\nfrais_a_charge: { choix: [{ si: { colonne: f, egal: oui }, donne: Gratuit }] }\nitinerance: i", "ignorees: { secret: nom d’une personne }");
        var (_, rapport) = Banc.Appliquer(document, """[{"nom":"Lieu","commune":"Feurs","cp":"42110","s":"a;b;z","f":"peut-être","i":"Parfois","secret":"x","reste":"y"}]""");
        Assert.Equal(1, rapport.ValeursInconnues["champs.services"]["b"]);
        Assert.Equal(1, rapport.ValeursInconnues["champs.frais_a_charge (f)"]["peut-être"]);
        Assert.Equal(1, rapport.ValeursInconnues["champs.itinerance"]["Parfois"]);
        Assert.Equal(["reste"], rapport.ColonnesNonLues);
        Assert.Equal(["adresse", "insee", "tel"], rapport.ColonnesAbsentes);
        Assert.Equal(1, rapport.Regles.Single(r => r.Regle == "champs.services").Part);
    }

    [Fact]
    public void Une_valeur_deduite_est_dite_deduite()
    {
        var document = Banc.Document(Champs + "\nservices: { constante: Aide aux démarches administratives, deduit: objet du dispositif }");
        var (resultats, rapport) = Banc.Appliquer(document, $"[{Ligne("Lieu")}]");
        Assert.Equal("objet du dispositif", resultats.Single().Deduits["services"]);
        Assert.Equal(1, rapport.Deduits["services : objet du dispositif"]);
    }

    [Fact]
    public void Une_ligne_illisible_est_rejetee_a_sa_place()
    {
        var (resultats, rapport) = Banc.Appliquer(Banc.Document(Champs), "nom,commune,cp,insee\nUn,Feurs,42110,42094\nDeux,Feurs\nTrois,Feurs,42110,42094\n");
        Assert.Equal([EtatDeLigne.Gardee, EtatDeLigne.Rejetee, EtatDeLigne.Gardee], resultats.Select(r => r.Etat));
        Assert.Equal([3L], resultats[1].Lignes);
        Assert.Equal(3, rapport.Lues);
    }

    [Fact]
    public void Un_fichier_coupe_garde_ce_qui_a_ete_lu_et_le_dit()
    {
        var (resultats, rapport) = Banc.Appliquer(Banc.Document(Champs), $"[{Ligne("Un")},{Ligne("Deux")},{{\"nom\":\"Tro");
        Assert.Equal(2, resultats.Count(r => r.Fiche is not null));
        Assert.NotNull(rapport.Interruption);
    }

    [Fact]
    public void Lambert_93_et_un_point_en_un_texte()
    {
        var (resultats, _) = Banc.Appliquer(Banc.Document(Champs, "coordonnees: { latitude: y, longitude: x, systeme: lambert-93 }"), """[{"nom":"Lieu","commune":"Saint-Étienne","cp":"42000","x":"808200","y":"6482500"}]""");
        var fiche = resultats.Single().Fiche!;
        Assert.InRange(fiche.Latitude!.Value, 45.3, 45.6);
        Assert.InRange(fiche.Longitude!.Value, 4.2, 4.6);
        (resultats, _) = Banc.Appliquer(Banc.Document(Champs, "coordonnees: { texte: p, ordre: longitude_latitude }"), """[{"nom":"Lieu","commune":"Saint-Étienne","cp":"42000","p":"4.387, 45.439"}]""");
        Assert.Equal((45.439, 4.387), (resultats.Single().Fiche!.Latitude, resultats.Single().Fiche!.Longitude));
    }

    [Fact]
    public void Les_horaires_viennent_de_la_premiere_forme_lisible()
    {
        var document = Banc.Document(Champs, """
            horaires:
              - osm: h
              - jours: { lundi: l, mardi: m }
              - semaine: h
            """);
        var (resultats, rapport) = Banc.Appliquer(document, """
            [{"nom":"Un","commune":"Feurs","cp":"42110","h":"Mo-Fr 09:00-12:00"},
             {"nom":"Deux","commune":"Feurs","cp":"42110","l":"9h-12h","m":"14:00 - 17:00"},
             {"nom":"Trois","commune":"Feurs","cp":"42110","h":"du lundi au vendredi de 9h à 12h"},
             {"nom":"Cinq","commune":"Feurs","cp":"42110","l":"9h-12h","m":"selon la saison"},
             {"nom":"Quatre","commune":"Feurs","cp":"42110","h":"quand le facteur passe"}]
            """);
        Assert.Equal(["Mo-Fr 09:00-12:00", "Mo 09:00-12:00; Tu 14:00-17:00", "Mo-Fr 09:00-12:00", null, null], resultats.Select(r => r.Fiche!.Horaires));
        // Half of a week would look like the whole: none of it is kept as hours.
        Assert.Equal("lundi 9h-12h ; mardi selon la saison", resultats[3].HorairesEnTexte);
        Assert.Equal("quand le facteur passe", resultats[4].HorairesEnTexte);
        Assert.Equal(1, rapport.HorairesEnTexte["quand le facteur passe"]);
    }

    [Fact]
    public void Les_semaines_paires_et_impaires_font_un_seul_texte()
    {
        var document = Banc.Document(Champs, "horaires:\n  - { jours: { lundi: p }, semaines: paires }\n  - { jours: { mardi: i }, semaines: impaires }");
        var (resultats, _) = Banc.Appliquer(document, """[{"nom":"Un","commune":"Feurs","cp":"42110","p":"9h-12h","i":"14h-17h"}]""");
        Assert.Equal("week 2-52/2 Mo 09:00-12:00; week 1-53/2 Tu 14:00-17:00", resultats.Single().Fiche!.Horaires);
    }

    [Fact]
    public void L_apercu_montre_avant_et_apres()
    {
        using var lecture = FaireAvec.Cartographie.Lecture.LectureFichier.Ouvrir(new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"[{Ligne("Un")},{Ligne("")},{Ligne("Trois")}]")));
        var apercu = Banc.Atelier.Apercu(Banc.Document(Champs), lecture, 2);
        Assert.Equal(2, apercu.Lignes.Count);
        Assert.Equal("Un", apercu.Lignes[0].Avant.Single()["nom"]);
        Assert.Equal("Le nom du lieu manque.", apercu.Lignes[1].Apres.Raison);
        Assert.Equal(2, apercu.Rapport.Lues);
    }

    [Fact]
    public void Aucune_cellule_ne_fait_tomber_une_execution()
    {
        var documents = Directory.EnumerateFiles(Tests.Support.Depot.Chemin("data", "correspondances"), "*.yaml").Order(StringComparer.Ordinal).Select(f => Banc.Lire(File.ReadAllText(f))).ToArray();
        var cellule = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>(),
            Gen.Elements("Lundi 9h-12h", "42000", "Feurs", "Oui", "+33", "�", "https://", "x@y", "48.85, 2.35", "0", "-", "|||", "31/02/2020", "{\"a\":1}", new string('9', 400)));
        Prop.ForAll(Gen.ListOf(Gen.ListOf(cellule, 3), 4).ToArbitrary(), lignes =>
        {
            foreach (var document in documents)
            {
                var colonnes = document.Colonnes.ToArray();
                var json = JsonSerializer.Serialize(lignes.Select(cellules => colonnes.Select((c, i) => (c, v: cellules.ElementAt((i + c.Length) % 3))).Where(p => p.v is not null).ToDictionary(p => p.c, p => p.v)));
                var (resultats, rapport) = Banc.Appliquer(document, json);
                if (rapport.Lues != rapport.Gardees + rapport.Corrigees + rapport.Rejetees + rapport.Regroupees || resultats.Exists(r => r.Fiche is null == r.Raison is null))
                {
                    return false;
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }
}
