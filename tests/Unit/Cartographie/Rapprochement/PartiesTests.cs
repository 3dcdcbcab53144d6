using FaireAvec.Cartographie.Rapprochement;
using FaireAvec.Cartographie.Rapprochement.Texte;
using static FaireAvec.Tests.Unit.Cartographie.Rapprochement.MoteurDeTest;

namespace FaireAvec.Tests.Unit.Cartographie.Rapprochement;

/// <summary>Each part of the comparison, alone.</summary>
public class PartiesTests
{
    [Theory]
    [InlineData("12 bis rue Victor Hugo", "12B R. Victor-Hugo", nameof(Indice.AdresseEgale))]
    [InlineData("37ter Avenue du Général de Gaulle", "37 T AV DU GENERAL DE GAULLE", nameof(Indice.AdresseEgale))]
    [InlineData("5-9 Rue des Papetiers", "9 rue des papetiers", nameof(Indice.AdresseEgale))]
    [InlineData("55 avenue du 4 septembre", "55 AV DU QUATRE SEPTEMBRE", nameof(Indice.AdresseEgale))]
    [InlineData("10 PL DU ONZE NOVEMBRE 1918", "10 place du 11 novembre 1918", nameof(Indice.AdresseEgale))]
    [InlineData("Place du marché", "5 place du Marché", nameof(Indice.AdresseSansNumero))]
    [InlineData("0 Place Jean Léa", "Place Jean Léa", nameof(Indice.AdresseSansNumero))]
    [InlineData("14 rue du Mont Bar", "16 rue du mont bar", nameof(Indice.AdresseNumeroProche))]
    [InlineData("14 rue du Mont Bar", "43 rue du mont bar", nameof(Indice.AdresseNumeroContraire))]
    [InlineData("431 rue du Mont Bar", "413 rue du mont bar", nameof(Indice.AdresseNumeroProche))]
    [InlineData("41 rue du Mont Bar", "14 rue du mont bar", nameof(Indice.AdresseNumeroContraire))]
    [InlineData("2avenue de la Gare", "2 AV DE LA GARE", nameof(Indice.AdresseEgale))]
    [InlineData("14 rue du Mont Bar", "3 place de l'Église", nameof(Indice.AdresseVoieContraire))]
    [InlineData("le bourg", "3 place de l'Église", nameof(Indice.AdresseVague))]
    [InlineData("Résidence Les Lilas, 12 rue Hoche", "12 rue Hoche", nameof(Indice.AdresseEgale))]
    public void Une_adresse_est_lue_comme_un_facteur_la_lit(string a, string b, string attendu)
    {
        var indices = Relever(Lieu("X", a), Lieu("X", b, "b"));
        Assert.True(indices[Enum.Parse<Indice>(attendu)] > 0.5f, $"{attendu} : {indices[Enum.Parse<Indice>(attendu)]}");
    }

    [Theory]
    [InlineData("Médiathèque Louis Aragon", "Bibliothèque L. Aragon", true)]
    [InlineData("Médiathèque Louis Aragon", "Médiathèque Jean Jaurès", false)]
    [InlineData("EPN Les Mimosas", "Espace public numérique les Mimozas", true)]
    [InlineData("Jacques Cartier", "JacquesCartier", true)]
    public void Les_noms_sont_compares_sans_leur_type_de_lieu(string a, string b, bool proches)
    {
        var indices = Relever(Lieu(a), Lieu(b, source: "b"));
        Assert.Equal(proches, indices[Indice.NomNoyau] > 0.5f);
        Assert.Equal(!proches, indices[Indice.NomNoyauContraire] > 0.5f);
    }

    [Fact]
    public void Le_nom_de_la_commune_ne_distingue_rien()
    {
        var profil = Engin.Preparateur.Preparer(Lieu("Agence postale d'Arnac-la-Poste", commune: "Arnac-la-Poste", codePostal: "87160", insee: "87003"));
        Assert.Empty(profil.Noyau);
        Assert.Equal(Genre.Poste, profil.Genres);
    }

    [Theory]
    [InlineData("FOYER LAIQUE EDUCATION PERMANENTE", "CSCS FLEP")]
    [InlineData("Association Culture et Jeunesse", "MJC ACJ")]
    public void Un_sigle_est_reconnu(string a, string b) => Assert.Equal(1, Relever(Lieu(a), Lieu(b, source: "b"))[Indice.NomSigle]);

    [Theory]
    [InlineData("MSAP de Ferrières", "France services", nameof(Indice.GenreMeme))]
    [InlineData("COMMUNE DE FERRIERES", "France services", nameof(Indice.GenrePorteur))]
    [InlineData("Centre communal d'action sociale", "EPN du centre", nameof(Indice.GenrePorteur))]
    [InlineData("La Poste", "Médiathèque", nameof(Indice.GenreContraire))]
    [InlineData("Mairie", "Point Information Jeunesse", nameof(Indice.GenreContraire))]
    [InlineData("Les Ricochets", "France services", nameof(Indice.GenreInconnu))]
    [InlineData("Moulins Communauté", "France services Moulins Communauté", nameof(Indice.GenrePorteur))]
    [InlineData("COMMUNE DE FERRIERES", "Mairie et médiathèque de Ferrières", nameof(Indice.GenreMeme))]
    [InlineData("Mauges Communauté", "CLIC Mauges Communauté", nameof(Indice.GenreContraire))]
    [InlineData("Croix-Rouge française", "France services", nameof(Indice.GenrePorteur))]
    [InlineData("CA du Pays de Grasse", "Communauté d'Agglomérations du Pays de Grasse", nameof(Indice.GenreMeme))]
    public void La_relation_entre_les_deux_est_nommee(string a, string b, string attendu) => Assert.Equal(1, Relever(Lieu(a), Lieu(b, source: "b"))[Enum.Parse<Indice>(attendu)]);

    [Theory]
    [InlineData("01 99 00 11 22", "+33199001122", true)]
    [InlineData("+596 596 00 11 22", "05 96 00 11 22", true)]
    [InlineData("01 99 00 11 22 / 01 99 00 11 33", "0199001133", true)]
    [InlineData("01 99 00 11 22", "01 99 00 11 23", false)]
    public void Un_telephone_se_compare_sans_son_prefixe(string a, string b, bool egal)
    {
        var indices = Relever(Lieu("X", telephone: a), Lieu("X", source: "b", telephone: b));
        Assert.Equal(egal, indices[Indice.TelephoneEgal] > 0);
        Assert.Equal(!egal, indices[Indice.TelephoneContraire] > 0);
    }

    [Fact]
    public void Le_domaine_d_une_messagerie_publique_ne_dit_rien()
    {
        Assert.Equal(0, Relever(Lieu("X", courriel: "un@orange.fr"), Lieu("X", source: "b", courriel: "deux@orange.fr"))[Indice.DomaineEgal]);
        Assert.Equal(1, Relever(Lieu("X", courriel: "un@ville.example.org"), Lieu("X", source: "b", courriel: "deux@ville.example.org"))[Indice.DomaineEgal]);
    }

    [Theory]
    [InlineData("21450145000011", "21450145000011", nameof(Indice.SiretEgal))]
    [InlineData("21450145000011", "21450145000029", nameof(Indice.SirenEgal))]
    [InlineData("21450145000011", "20006745200017", nameof(Indice.SirenContraire))]
    public void Un_siret_dit_l_etablissement_ou_l_organisme(string a, string b, string attendu) => Assert.Equal(1, Relever(Lieu("X", pivot: a), Lieu("X", source: "b", pivot: b))[Enum.Parse<Indice>(attendu)]);

    [Fact]
    public void Quatorze_zeros_ne_sont_pas_un_siret() => Assert.Equal(0, Relever(Lieu("X", pivot: "00000000000000"), Lieu("X", source: "b", pivot: "00000000000000"))[Indice.SiretEgal]);

    [Theory]
    [InlineData("Mo-Fr 09:00-12:00,14:00-17:00", "Mo-Th 09:00-12:00,14:00-17:00; Fr 09:00-12:00,14:00-17:00", 1f)]
    [InlineData("Mo 09:00-12:00", "Tu 09:00-12:00", 0f)]
    [InlineData("Mo-Fr 09:00-12:00; We off", "Mo,Tu,Th,Fr 09:00-12:00", 1f)]
    public void Deux_semaines_se_comparent_par_leurs_demi_heures(string a, string b, float attendu) =>
        Assert.Equal(attendu, SemaineType.Ressemblance(SemaineType.Lire(a), SemaineType.Lire(b)), 3);

    [Fact]
    public void Une_position_a_trois_decimales_ou_au_centre_de_la_commune_est_vague()
    {
        Precision De(double lat, double lon) => Engin.Preparateur.Preparer(Lieu("X", latitude: lat, longitude: lon)).Precision;
        Assert.Equal(Precision.Vague, De(48.091, 2.785));
        Assert.Equal(Precision.Bonne, De(48.09145, 2.78521));
        Assert.Equal(Precision.Aucune, De(0, 0));
        var commune = Territoires.Donnees.Territoires.Commune("45145")!;
        Assert.Equal(Precision.Vague, De(commune.Latitude!.Value + 0.00011, commune.Longitude!.Value));
    }

    [Theory]
    [InlineData("mediatheque", "mediatheques", 0.9)]
    [InlineData("barrenne", "barenne", 0.85)]
    [InlineData("hauteclocque", "hautecloc", 0.75)]
    [InlineData("parrocel", "parocel", 0.85)]
    public void Un_mot_mal_ecrit_ressemble_au_bon(string a, string b, double auMoins) => Assert.True(Mot.Proximite(Mot.De(a), Mot.De(b)) >= auMoins);

    [Theory]
    [InlineData("1914", "1918")]
    [InlineData("jaures", "zola")]
    [InlineData("nord", "sud")]
    [InlineData("", "")]
    public void Deux_mots_differents_ne_se_ressemblent_pas(string a, string b) => Assert.Equal(0, Mot.Proximite(Mot.De(a), Mot.De(b)));
}
