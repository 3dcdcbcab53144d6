using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Imports;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Imports;

/// <summary>From rows to acts, by way of the columns.</summary>
public class AssembleurDActesTests
{
    private static readonly Guid Auteur = Guid.Parse("01a21000-0000-7000-8000-0000000000c1");

    private static readonly string[] Entete = ["Type", "Date", "Durée (min)", "Participants", "Canal", "Nom du lieu", "Commune", "Code postal", "Thématiques", "Genre", "Tranche d’âge", "Statut", "Commune", "ID CRA", "Bénéficiaire", "Notes"];

    private static readonly ReperesDuFichier Reperes = new((nom, _) => nom == "Médiathèque d’essai" ? "lieu-1" : null, (insee, postal, nom) => nom is "Saint-Étienne" ? "42218" : insee, nom => nom == "Camille Exemple", nom => nom == "Ma maison");

    [Fact]
    public void Les_colonnes_se_reconnaissent_et_la_seconde_commune_est_celle_de_la_personne()
    {
        var colonnes = ChampsDImport.Reconnaitre(Entete);
        Assert.Equal(["type", "date", "duree", "participants", "canal", "lieu", "commune", "code_postal", "thematiques", "genre", "age", "statut", "commune_personne", "id", "beneficiaire", "notes"], colonnes.Select(c => c.Champ));
        Assert.Equal(OutilsDOrigine.ExportDeCra, ChampsDImport.Outil(colonnes));
        Assert.Equal(OutilsDOrigine.Tableur, ChampsDImport.Outil(ChampsDImport.Reconnaitre(["Date", "Durée"])));
        // A spreadsheet of one's own that numbers its rows isn't the export.
        Assert.Equal(OutilsDOrigine.Tableur, ChampsDImport.Outil(ChampsDImport.Reconnaitre(["Id activité", "Date", "Type", "Durée", "Thématique"])));
        Assert.Equal([("date", 0), (null, 1)], ChampsDImport.Reconnaitre(["Date", "Date"]).Select(c => (c.Champ, c.Rang)));
    }

    [Fact]
    public void L_entete_se_trouve_sous_des_titres_et_des_groupes()
    {
        string?[][] lignes = [["Export de mes activités"], ["Accompagnement", null, null, "Lieu"], ["Date", "Type", "Durée", "Commune"], ["12/11/2026", "Accompagnement individuel", "45", "Saint-Étienne"]];
        Assert.Equal(2, ChampsDImport.TrouverLEntete(lignes));
        Assert.Null(ChampsDImport.TrouverLEntete([["a", "b"], ["1", "2"]]));
    }

    [Fact]
    public void Un_atelier_devient_des_marges_et_jamais_des_personnes()
    {
        var actes = Lire(
            Ligne("Atelier collectif", "1/5", "Féminin", "70 ans et plus", "a"), Ligne("Accompagnement individuel", "1/1", "Masculin", "", "i"), Ligne("Atelier collectif", "2/5", "Féminin", "", "a"), Ligne("Atelier collectif", "3/5", "Masculin", "18 - 24 ans", "a"));
        var (individuel, atelier) = (actes[0], actes[1]);
        Assert.Equal(("masculin", 1, 1), (individuel.Saisie!.SansNom.Genre, individuel.Accompagnements, individuel.Personnes));
        // Five came, of whom three rows are there: the file counts three, five are counted here, and it is said.
        Assert.Equal((3, 5), (atelier.Accompagnements, atelier.Personnes));
        Assert.Equal([1, 2, 2], atelier.Saisie!.Effectifs!.Genres);
        Assert.Equal([0, 0, 1, 0, 0, 0, 1, 3], atelier.Saisie.Effectifs.Ages);
        Assert.Empty(atelier.Saisie.Personnes);
        Assert.Contains(atelier.Defauts, d => !d.Refuse && d.Phrase.StartsWith("Des lignes de cet atelier manquent", StringComparison.Ordinal));
        Assert.Equal("a", atelier.Cle);
        // The name of the person is nowhere.
        Assert.DoesNotContain("Fictive", System.Text.Json.JsonSerializer.Serialize(actes), StringComparison.Ordinal);
    }

    [Fact]
    public void Un_atelier_dont_les_lignes_se_contredisent_est_refuse()
    {
        var acte = Assert.Single(Lire(Ligne("Atelier collectif", "1/2", "", "", "a"), Ligne("Atelier collectif", "2/2", "", "", "a", duree: "60")));
        Assert.Null(acte.Saisie);
        Assert.Contains(acte.Defauts, d => d.Phrase.Contains("ne disent pas la même date ou la même durée que la ligne 2", StringComparison.Ordinal));
    }

    [Fact]
    public void Le_meme_identifiant_deux_fois_est_dit()
    {
        var actes = Lire(Ligne("Accompagnement individuel", "1/1", "", "", "i"), Ligne("Accompagnement individuel", "1/1", "", "", "i"));
        Assert.NotNull(actes[0].Saisie);
        Assert.Contains(actes[1].Defauts, d => d.Phrase == "Cet identifiant est déjà celui de la ligne 2.");
    }

    [Theory]
    [InlineData("8", "collectif", 8)]
    [InlineData("1", "individuel", 1)]
    [InlineData("", "individuel", 1)]
    public void Sans_type_plusieurs_personnes_font_un_atelier(string participants, string type, int personnes)
    {
        var acte = Assert.Single(Lire(Ligne("", participants, "", "", "i")));
        Assert.Equal((type, personnes), (acte.Saisie!.Type, acte.Personnes));
        Assert.Empty(acte.Defauts);
    }

    [Fact]
    public void Un_accompagnement_individuel_de_plusieurs_personnes_est_dit()
    {
        var acte = Assert.Single(Lire(Ligne("Accompagnement individuel", "3", "", "", "i")));
        Assert.Equal(1, acte.Personnes);
        Assert.Contains(acte.Defauts, d => !d.Refuse && d.Phrase.StartsWith("Un accompagnement individuel compte une seule personne", StringComparison.Ordinal));
    }

    [Fact]
    public void Un_lieu_inconnu_n_est_jamais_remplace_par_celui_du_fichier()
    {
        var lecteur = new LecteurDeRangees(ChampsDImport.Reconnaitre(Entete), new ReglagesDImport { Lieu = "lieu-1" }, Reperes);
        RangeeLue Lue(string lieu, string? commune, string canal = "Lieu d’activité")
        {
            var ligne = Ligne("Accompagnement individuel", "", "", "", "12");
            (ligne[4], ligne[5], ligne[6], ligne[7]) = (canal, lieu, commune, null);
            return lecteur.Lire(2, SansVides(ligne), []);
        }

        Assert.Equal("lieu-1", Lue("", null).Lieu);
        var inconnu = Lue("Bibliothèque d’ailleurs", null);
        Assert.Null(inconnu.Lieu);
        Assert.Contains(inconnu.Defauts, d => d.Refuse && d.Phrase.StartsWith("Ce lieu n’est pas reconnu", StringComparison.Ordinal));
        var aDistance = Lue("", "Saint-Étienne", "À distance");
        Assert.Contains(aDistance.Defauts, d => !d.Refuse && d.Phrase.StartsWith("Un accompagnement à distance n’a pas de lieu", StringComparison.Ordinal));
    }

    [Fact]
    public void Ce_que_nos_fichiers_protegent_revient_comme_il_etait()
    {
        var acte = Assert.Single(Lire(Ligne("Accompagnement individuel", "", "", "", "12", notes: "'@SUM(A1)")));
        Assert.Equal("@SUM(A1)", acte.Saisie!.Notes);
    }

    [Theory]
    [InlineData("email")]
    [InlineData("securite_numerique")]
    [InlineData("Sécurité numérique")]
    public void Une_thematique_se_lit_par_son_libelle_ou_par_son_code(string texte) => Assert.Empty(TermesDuFichier.LireLesThemes(texte).Inconnus);

    [Fact]
    public void Les_etiquettes_d_ici_sont_reprises_et_les_autres_dites()
    {
        var (projet, lu) = (Guid.CreateVersion7(), new List<ActeDuFichier>());
        foreach (var connue in new[] { true, false })
        {
            var lecteur = new LecteurDeRangees(ChampsDImport.Reconnaitre([.. Entete, "Tags"]), new ReglagesDImport(), Reperes with { Etiquette = nom => connue && nom == "projet ete" ? projet : null });
            string?[] ligne = [.. SansVides(Ligne("Accompagnement individuel", "", "", "", "12")), "Projet été ; Ailleurs ; projet ETE"];
            lu.Add(new AssembleurDActes(OutilsDOrigine.ExportDeCra, Auteur).Ajouter(lecteur.Lire(2, ligne, []))!);
        }

        Assert.Equal([projet], lu[0].Saisie!.Etiquettes);
        Assert.Equal("Ailleurs", Assert.Single(lu[0].Defauts).Valeur);
        Assert.Empty(lu[1].Saisie!.Etiquettes);
        // Made here since: the same file then has something to bring.
        Assert.NotEqual(lu[0].Empreinte, lu[1].Empreinte);
        Assert.Equal(lu[0].Cle, lu[1].Cle);
    }

    [Fact]
    public void Dans_un_tableau_a_soi_les_numeros_recommencent_chaque_annee()
    {
        var colonnes = ChampsDImport.Reconnaitre(Entete);
        var lecteur = new LecteurDeRangees(colonnes, new ReglagesDImport(), Reperes);
        var assembleur = new AssembleurDActes(OutilsDOrigine.Tableur, Auteur);
        var cles = new[] { "12/11/2025", "12/11/2026" }.Select(date =>
        {
            var ligne = Ligne("Accompagnement individuel", "", "", "", "12");
            ligne[1] = date;
            return assembleur.Ajouter(lecteur.Lire(2, SansVides(ligne), []))!.Cle;
        }).ToList();
        Assert.NotEqual(cles[0], cles[1]);
    }

    [Fact]
    public void Un_lieu_de_la_carte_est_reconnu_et_un_autre_garde_sa_commune()
    {
        var actes = Lire(Ligne("", "", "", "", "1", lieu: "Médiathèque d’essai"), Ligne("", "", "", "", "2", lieu: "Ailleurs"));
        Assert.Equal((Listes.LieuActivite, "lieu-1"), (actes[0].Saisie!.TypeDeLieu, actes[0].Saisie!.Lieu));
        Assert.Equal((Listes.AutreLieu, "42218"), (actes[1].Saisie!.TypeDeLieu, actes[1].Saisie!.Commune));
        Assert.Contains(actes[1].Defauts, d => d.Phrase.StartsWith("Ce lieu n’est pas sur la carte", StringComparison.Ordinal));
    }

    [Fact]
    public void Un_secret_dans_une_note_n_est_ni_garde_ni_repete()
    {
        var acte = Assert.Single(Lire(Ligne("", "", "", "", "1", notes: "mdp: Soleil2024!")));
        Assert.Null(acte.Saisie!.Notes);
        Assert.Contains(acte.Defauts, d => d is { Valeur: null, Refuse: false } && d.Colonne == "Notes");
        Assert.DoesNotContain("Soleil", System.Text.Json.JsonSerializer.Serialize(acte), StringComparison.Ordinal);
    }

    [Fact]
    public void Une_cellule_fusionnee_se_dit()
    {
        var lecteur = new LecteurDeRangees(ChampsDImport.Reconnaitre(["Date", "Durée", "Thématiques", "Commune"]), new ReglagesDImport(), Reperes);
        var rangee = lecteur.Lire(3, [null, "45", "E-mail", "Saint-Étienne"], [0]);
        Assert.Contains(rangee.Defauts, d => d.Refuse && d.Phrase.Contains("fusionnée", StringComparison.Ordinal));
    }

    /// <summary>Any order of the rows of a file gives the same acts, under the same keys: recognised next time whatever the sort of the spreadsheet.</summary>
    [Fact]
    public void L_ordre_des_lignes_ne_change_ni_les_actes_ni_leurs_cles()
    {
        var ligne = from type in Gen.Elements("Accompagnement individuel", "Atelier collectif")
                    from genre in Gen.Elements("Féminin", "Masculin", "")
                    from age in Gen.Elements("70 ans et plus", "18 - 24 ans", "")
                    from duree in Gen.Elements("30", "45")
                    from n in Gen.Choose(1, 3)
                    select (type, genre, age, duree, n);
        var fichiers = from lignes in ligne.ArrayOf(20) from melange in Gen.Shuffle(Enumerable.Range(0, 20).ToArray()) select (lignes, melange);
        Prop.ForAll(fichiers.ToArbitrary(), f =>
        {
            // Individual acts have no id: they are known by what they say. Workshops have one.
            string?[][] rangees = [.. f.lignes.Select(l => l.type == "Atelier collectif" ? Ligne(l.type, "", l.genre, l.age, $"atelier-{l.n}") : Ligne(l.type, "1/1", l.genre, l.age, "", l.duree))];
            var (dans, melange) = (Resume(Lire(rangees)), Resume(Lire([.. f.melange.Select(i => rangees[i])])));
            return dans.SequenceEqual(melange);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Les_personnes_d_un_fichier_sont_toutes_comptees_une_fois()
    {
        var fichiers = from tailles in Gen.Choose(1, 12).ArrayOf() from seuls in Gen.Choose(0, 8) select (tailles, seuls);
        Prop.ForAll(fichiers.ToArbitrary(), f =>
        {
            string?[][] rangees = [.. f.tailles.SelectMany((n, a) => Enumerable.Range(1, n).Select(i => Ligne("Atelier collectif", $"{i}/{n}", "Féminin", "", $"a{a}"))), .. Enumerable.Range(0, f.seuls).Select(i => Ligne("Accompagnement individuel", "1/1", "", "", $"i{i}"))];
            var actes = Lire(rangees);
            return actes.Count == f.tailles.Length + f.seuls && actes.Sum(a => a.Accompagnements) == rangees.Length && actes.Sum(a => a.Personnes) == rangees.Length
                && actes.Where(a => a.Saisie?.Effectifs is not null).All(a => a.Saisie!.Effectifs!.Genres[1] == a.Personnes);
        }).QuickCheckThrowOnFailure();
    }

    private static List<string> Resume(IEnumerable<ActeDuFichier> actes) =>
        [.. actes.Select(a => $"{a.Cle} {Convert.ToHexStringLower(a.Empreinte!)} {a.Personnes} {string.Join(',', a.Saisie?.Effectifs?.Genres ?? [])}").Order(StringComparer.Ordinal)];

    private static string?[] Ligne(string type, string participants, string genre, string age, string id, string duree = "45", string lieu = "", string notes = "") =>
        [type, "12/11/2026", duree, participants, lieu.Length > 0 ? "Lieu d’activité" : "À domicile", lieu, "Saint-Étienne", "42000", "E-mail", genre, age, "", "", id, "Personne Fictive", notes];

    private static string?[] SansVides(string?[] rangee) => [.. rangee.Select(c => string.IsNullOrEmpty(c) ? null : c)];

    private static List<ActeDuFichier> Lire(params string?[][] rangees)
    {
        var lecteur = new LecteurDeRangees(ChampsDImport.Reconnaitre(Entete), new ReglagesDImport(), Reperes);
        var assembleur = new AssembleurDActes(OutilsDOrigine.ExportDeCra, Auteur);
        var actes = new List<ActeDuFichier>();
        foreach (var (i, rangee) in rangees.Index())
        {
            if (assembleur.Ajouter(lecteur.Lire(i + 2, SansVides(rangee), [])) is { } acte)
            {
                actes.Add(acte);
            }
        }

        actes.AddRange(assembleur.Finir());
        return actes;
    }
}
