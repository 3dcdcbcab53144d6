using FaireAvec.Cartographie.Rapprochement;
using static FaireAvec.Tests.Unit.Cartographie.Rapprochement.MoteurDeTest;

namespace FaireAvec.Tests.Unit.Cartographie.Rapprochement;

/// <summary>The cases that a person decides at a glance.</summary>
public class ExemplesTests
{
    [Fact]
    public void Le_meme_guichet_sous_deux_noms_est_le_meme() => Assert.Equal(Decision.Meme, Decider(
        Lieu("Espace France Services", "4 place des Églantiers", "conseiller-numerique", latitude: 48.0901, longitude: 2.7851, typologie: ["RFS"]),
        Lieu("France services de Ferrières en Gâtinais", "4 Place des Eglantiers", "france-services", latitude: 48.0902, longitude: 2.7852, typologie: ["RFS"])));

    [Fact]
    public void La_commune_et_son_France_services_au_meme_numero_sont_le_meme() => Assert.Equal(Decision.Meme, Decider(
        Lieu("COMMUNE DE FERRIERES EN GATINAIS", "4 PL DES EGLANTIERS", "conseiller-numerique", telephone: "01 99 00 11 22", latitude: 48.0901, longitude: 2.7851, dispositif: "France Services"),
        Lieu("France services Ferrières-en-Gâtinais", "4 Place des Églantiers", "france-services", telephone: "+33199001122", latitude: 48.0901, longitude: 2.7851, typologie: ["RFS"], dispositif: "France Services")));

    [Fact]
    public void Un_organisme_et_son_bus_sont_distincts() => Assert.Equal(Decision.Distinct, Decider(
        Lieu("Communauté de communes des Quatre Vallées", "1 rue du Moulin", "conseiller-numerique", latitude: 48.0901, longitude: 2.7851, typologie: ["CC"]),
        Lieu("Bus France services des Quatre Vallées", "1 Rue du Moulin", "france-services", latitude: 48.0901, longitude: 2.7851, typologie: ["RFS"], itinerance: "Itinérant")));

    [Fact]
    public void Deux_organismes_de_la_meme_rue_sont_distincts() => Assert.NotEqual(Decision.Meme, Decider(
        Lieu("Maison des Tilleuls", "12 rue des Lilas", "a", latitude: 48.0901, longitude: 2.7851),
        Lieu("Atelier Sésame", "16 rue des Lilas", "b", latitude: 48.0903, longitude: 2.7853)));

    [Fact]
    public void Une_abreviation_ne_change_pas_l_adresse() => Assert.Equal(Decision.Meme, Decider(
        Lieu("France services de Castelnaudary", "9 bd Lapasset", "france-services", telephone: "0199003344", typologie: ["RFS"], commune: "Castelnaudary", codePostal: "11400", insee: "11076", latitude: 43.3181, longitude: 1.9549),
        Lieu("France Services", "9 boulevard Lapasset", "conseiller-numerique", telephone: "0199003344", typologie: ["RFS"], commune: "Castelnaudary", codePostal: "11400", insee: "11076", latitude: 43.3183, longitude: 1.9556)));

    [Fact]
    public void Un_sigle_vaut_son_developpement() => Assert.Equal(Decision.Meme, Decider(
        Lieu("CSC Les Peupliers", "217 avenue Jean Moulin", "a", latitude: 48.0901, longitude: 2.7851, typologie: ["CS"]),
        Lieu("Centre socio-culturel les Peupliers", "217 av. Jean Moulin", "b", latitude: 48.0902, longitude: 2.7851, typologie: ["CSC"])));

    [Fact]
    public void Deux_mediatheques_de_noms_differents_dans_la_meme_ville_sont_distinctes() => Assert.Equal(Decision.Distinct, Decider(
        Lieu("Médiathèque Louis Aragon", "3 rue de la Paix", "a", latitude: 48.0901, longitude: 2.7851, typologie: ["BIB"]),
        Lieu("Médiathèque Jean Jaurès", "40 avenue de la Gare", "b", latitude: 48.0951, longitude: 2.7901, typologie: ["BIB"])));

    [Fact]
    public void La_mairie_et_la_bibliotheque_du_meme_batiment_sont_distinctes() => Assert.Equal(Decision.Distinct, Decider(
        Lieu("Mairie", "1 place de la Mairie", "a", latitude: 48.0901, longitude: 2.7851, typologie: ["MUNI"]),
        Lieu("Bibliothèque municipale", "1 place de la Mairie", "b", latitude: 48.0901, longitude: 2.7851, typologie: ["BIB"])));

    [Fact]
    public void Le_meme_nom_dans_deux_villes_est_distinct() => Assert.Equal(Decision.Distinct, Decider(
        Lieu("Bibliothèque municipale", "1 place de la Mairie", "a", typologie: ["BIB"]),
        Lieu("Bibliothèque municipale", "1 place de la Mairie", "b", typologie: ["BIB"], commune: "Castelnaudary", codePostal: "11400", insee: "11076")));

    [Fact]
    public void Sans_adresse_ni_position_ni_contact_rien_n_est_affirme() => Assert.NotEqual(Decision.Meme, Decider(Lieu("Mairie", source: "a"), Lieu("Mairie", source: "b")));

    [Fact]
    public void Un_ancien_code_insee_et_le_nouveau_sont_la_meme_commune()
    {
        // Céreste (04045) has a new name; Roumazières-Loubert (16192) is now in Terres-de-Haute-Charente.
        var indices = Relever(Lieu("Mairie", commune: "Roumazières-Loubert", codePostal: "16270", insee: "16192"), Lieu("Mairie", commune: "Terres-de-Haute-Charente", codePostal: "16270", insee: "16192"));
        Assert.False(indices.AutreCommune);
    }

    [Fact]
    public void Un_arrondissement_est_dans_sa_commune() =>
        Assert.False(Relever(Lieu("Mairie", commune: "Lyon", codePostal: "69003", insee: "69123"), Lieu("Mairie", commune: "Lyon 3e Arrondissement", codePostal: "69003", insee: "69383")).AutreCommune);

    [Fact]
    public void La_mairie_est_la_meme_quand_une_source_dit_la_place_et_l_autre_la_rue() => Assert.Equal(Decision.Meme, Decider(
        Lieu("Mairie de Ferrières", "Place de la Mairie", "a", latitude: 48.09011, longitude: 2.78511, typologie: ["MUNI"]),
        Lieu("Mairie de Ferrières", "25 rue du Lavoir", "b", latitude: 48.09021, longitude: 2.78541, typologie: ["MUNI"])));

    [Fact]
    public void La_commune_et_son_France_services_au_meme_numero_sont_le_meme_sans_position_ni_telephone() => Assert.Equal(Decision.Meme, Decider(
        Lieu("Mairie de Ferrières en Gâtinais", "90 AV JOSEPH COMBIER", "aidants-connect"),
        Lieu("France services Ferrières", "90 Avenue Joseph Combier", "france-services", telephone: "0199001122", latitude: 48.09021, longitude: 2.78521, typologie: ["RFS"])));

    [Fact]
    public void La_mairie_et_le_France_services_du_bureau_de_poste_de_la_meme_place_ne_sont_pas_dits_le_meme() => Assert.NotEqual(Decision.Meme, Decider(
        Lieu("Mairie de Ferrières", "Place Saint-Michel", "a", telephone: "0199001122", latitude: 48.09011, longitude: 2.78511, typologie: ["MUNI"], dispositif: "France Services"),
        Lieu("France services Ferrières", "Place Saint Michel", "b", telephone: "0199003344", latitude: 48.09011, longitude: 2.78511, typologie: ["RFS"], complement: "Bureau de Poste")));

    [Fact]
    public void L_information_jeunesse_et_le_France_services_d_un_meme_standard_sont_distincts() => Assert.NotEqual(Decision.Meme, Decider(
        Lieu("France services Communauté de communes des Quatre Vallées - Antenne Centre Socio-Culturel", "26 rue des Lilas", "a", telephone: "0199001122", latitude: 48.09011, longitude: 2.78511, typologie: ["RFS", "CSC", "CC"]),
        Lieu("PIJ de Ferrières", "26, rue des Lilas", "b", telephone: "0199001122", latitude: 48.09011, longitude: 2.78511, typologie: ["PIJ_BIJ"])));

    [Fact]
    public void Une_association_logee_a_l_adresse_du_CCAS_n_est_pas_le_CCAS() => Assert.NotEqual(Decision.Meme, Decider(
        Lieu("CENTRE COMMUNAL D ACTION SOCIALE", "19 RUE PIERRE MENDES FRANCE", "a", latitude: 48.09011, longitude: 2.78511),
        Lieu("Association Le Pastel", "19 RUE PIERRE MENDES FRANCE", "b", telephone: "0199001122", latitude: 48.09011, longitude: 2.78511, typologie: ["ASSO"])));

    [Fact]
    public void L_hebergement_d_un_CCAS_n_est_pas_son_accueil() => Assert.NotEqual(Decision.Meme, Decider(
        Lieu("CCAS de Ferrières", "6 rue des Tilleuls", "a", telephone: "0199001122", typologie: ["CCAS"]),
        Lieu("ALT CCAS Ferrières", "6 rue des Tilleuls", "siao", telephone: "0199001122", typologie: ["CCAS"])));

    [Fact]
    public void Une_maison_dont_une_seule_source_dit_qu_elle_heberge_est_une_maison() => Assert.Equal(Decision.Meme, Decider(
        Lieu("Sésame", "19 chemin des Tilleuls", "a", latitude: 48.09011, longitude: 2.78511),
        Lieu("CHRS Sésame", "19 Chemin des Tilleuls", "b", latitude: 48.09011, longitude: 2.78511)));

    [Fact]
    public void Une_source_qui_donne_deux_fois_un_nom_au_meme_numero_donne_deux_fois_un_lieu() => Assert.Equal(Decision.Meme, Decider(
        Lieu("club Églantine", "19 Avenue Maréchal Foch", "a", id: "a_1", latitude: 48.09011, longitude: 2.78511),
        Lieu("Club Eglantine Ferrières", "19 Avenue Maréchal Foch", "a", id: "a_2", latitude: 48.09011, longitude: 2.78511)));

    [Fact]
    public void La_mediatheque_d_une_communaute_n_est_pas_la_communaute() => Assert.NotEqual(Decision.Meme, Decider(
        Lieu("Quatre Vallées Communauté", "8 place de Lattre de Tassigny", "a", latitude: 48.09011, longitude: 2.78511),
        Lieu("Médiathèque Quatre Vallées Communauté", "8 place de Lattre de Tassigny", "b", latitude: 48.09011, longitude: 2.78511, typologie: ["BIB"])));

    [Fact]
    public void Familles_rurales_porte_son_France_services() => Assert.Equal(Decision.Meme, Decider(
        Lieu("ASSOCIATION FAMILLES RURALES DES QUATRE VALLEES", "4 route du Moulin", "a", latitude: 48.09011, longitude: 2.78511),
        Lieu("France services des Quatre Vallées", "4 Route du Moulin", "b", telephone: "0199001122", latitude: 48.09011, longitude: 2.78511, typologie: ["RFS"])));

    [Fact]
    public void Le_meme_nom_a_la_meme_adresse_reste_le_meme_quand_une_seule_source_dit_qu_il_tourne() => Assert.Equal(Decision.Meme, Decider(
        Lieu("Sésame Loisirs et Vie", "12 route du Village", "a", latitude: 48.09011, longitude: 2.78511),
        Lieu("Sésame Loisirs et Vie", "12 route du Village", "b", latitude: 48.09011, longitude: 2.78511, itinerance: "Itinérant")));

    [Fact]
    public void Une_porte_a_la_limite_de_deux_communes_est_une_porte() => Assert.Equal(Decision.Meme, Decider(
        Lieu("CHAMBRE D AGRICULTURE DE LA HAUTE LOIRE", "16 BD PRESIDENT BERTRAND", "a", commune: "Vals-près-le-Puy", codePostal: "43750", insee: "43251", latitude: 45.03411, longitude: 3.88211),
        Lieu("Chambre d'agriculture de Haute-Loire", "16 Bd Président Bertrand", "b", telephone: "0199001122", commune: "Le Puy-en-Velay", codePostal: "43000", insee: "43157", latitude: 45.03421, longitude: 3.88251)));

    [Fact]
    public void Les_raisons_sont_des_phrases_sur_ces_deux_lieux()
    {
        var (_, raisons) = Engin.Rapprocher(
            Lieu("Espace France Services", "4 place des Églantiers", "a", telephone: "0199001122", latitude: 48.0901, longitude: 2.7851),
            Lieu("France services Ferrières", "4 place des Églantiers", "b", telephone: "0199001122", latitude: 48.0904, longitude: 2.7851));
        Assert.Contains("même numéro et même rue", raisons);
        Assert.Contains("même téléphone", raisons);
        Assert.All(raisons, r => Assert.DoesNotContain("Indice", r, StringComparison.Ordinal));
    }
}
