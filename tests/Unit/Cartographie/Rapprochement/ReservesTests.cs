using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Rapprochement;
using static FaireAvec.Tests.Unit.Cartographie.Rapprochement.MoteurDeTest;

namespace FaireAvec.Tests.Unit.Cartographie.Rapprochement;

/// <summary>What a carrier's number, name or switchboard doesn't prove.</summary>
public class ReservesTests
{
    private const string Siret = "21450145000011";

    [Fact]
    public void Un_siret_donne_pour_deux_sites_eloignes_ne_les_confond_pas()
    {
        // The seat and a branch, 3 km away, with one number and one switchboard.
        var siege = Lieu("Maison citoyenne Louise Michel", "2 rue Charles Péguy", "a", telephone: "0199001122", pivot: Siret, latitude: 48.09011, longitude: 2.78511, horaires: "Mo-Fr 09:00-12:00,14:00-17:00");
        var antenne = Lieu("Maison citoyenne Louise Michel", "14 place Hector Berlioz", "b", telephone: "0199001122", pivot: Siret, latitude: 48.11711, longitude: 2.78511, horaires: "Mo-Fr 09:00-12:00,14:00-17:30");
        Assert.Equal(Reserve.PlusieursSites, Reserves.De(Relever(siege, antenne)));
        Assert.Equal(Decision.ARevoir, Decider(siege, antenne));
        Assert.Contains("un organisme donne souvent un seul numéro", Engin.Rapprocher(siege, antenne).Raisons[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Le_meme_siret_a_la_meme_adresse_reste_le_meme_lieu()
    {
        var a = Lieu("Maison citoyenne Louise Michel", "2 rue Charles Péguy", "a", pivot: Siret, latitude: 48.09011, longitude: 2.78511);
        var b = Lieu("Maison citoyenne Louise-Michel", "2 r. Charles Peguy", "b", pivot: Siret, latitude: 48.09021, longitude: 2.78521);
        Assert.Equal(Reserve.Aucune, Reserves.De(Relever(a, b)));
        Assert.Equal(Decision.Meme, Decider(a, b));
    }

    [Fact]
    public void Deux_etablissements_a_deux_adresses_sont_laisses_a_une_personne()
    {
        var a = Lieu("Centre d’information Les Tilleuls", "154 rue Marcel Guerret", "a", telephone: "0199001122", pivot: "21450145000011");
        var b = Lieu("Les Tilleuls centre d’information", "13 allée Mortarieu", "b", telephone: "0199001122", pivot: "21450145000029");
        Assert.Equal(Reserve.DeuxEtablissements, Reserves.De(Relever(a, b)));
        Assert.NotEqual(Decision.Meme, Decider(a, b));
    }

    [Fact]
    public void Une_source_qui_donne_deux_sites_sous_le_nom_du_porteur_dit_deux_guichets()
    {
        // The library and the town hall, both entered under « Commune de… » at the town hall's address.
        FicheLieu Guichet(string site, string id, string horaires) => FicheLieu.DepuisTexte(c => c switch
        {
            "id" => id,
            "nom" => "COMMUNE DE FERRIERES EN GATINAIS",
            "adresse" => "4 place des Églantiers",
            "commune" => "Ferrières-en-Gâtinais",
            "code_postal" => "45210",
            "code_insee" => "45145",
            "pivot" => Siret,
            "site_web" => site,
            "horaires" => horaires,
            "source" => "a",
            "latitude" => "48.09011",
            "longitude" => "2.78511",
            _ => null,
        });
        var (mairie, mediatheque) = (Guichet("https://ville.example.org/", "1", "Mo-Fr 08:30-12:00"), Guichet("https://mediatheque.example.net/accueil", "2", "We,Sa 10:00-18:00"));
        Assert.Equal(Reserve.DeuxGuichets, Reserves.De(Relever(mairie, mediatheque)));
        Assert.NotEqual(Decision.Meme, Decider(mairie, mediatheque));
        Assert.Equal(Decision.Meme, Decider(mairie, Guichet("https://ville.example.org/", "2", "Mo-Fr 08:30-12:00")));
    }

    [Fact]
    public void A_plus_d_un_kilometre_il_faut_le_nom_et_un_contact()
    {
        FicheLieu Ici(string nom, string? telephone) => Lieu(nom, "20 rue du Moulin", "a", telephone: telephone, latitude: 48.09011, longitude: 2.78511, typologie: ["RFS"]);
        FicheLieu Loin(string nom, string? telephone) => Lieu(nom, "3 place de l’Église", "b", telephone: telephone, latitude: 48.10511, longitude: 2.78511, typologie: ["RFS"]);
        Assert.Equal(Reserve.TropLoin, Reserves.De(Relever(Ici("France services de Ferrières", null), Loin("France services Ferrières", null))));
        Assert.Equal(Reserve.TropLoin, Reserves.De(Relever(Ici("Centre socioculturel des Mimosas", "0199001122"), Loin("Tiers-lieu Le Phare", "0199001122"))));

        // A desk that moved, and kept its name and its phone, in a town that has one.
        Assert.Equal(Reserve.Aucune, Reserves.De(Relever(Ici("France services de Ferrières", "0199001122"), Loin("France services Ferrières", "0199001122"))));
    }

    [Fact]
    public void Un_bus_n_est_jamais_le_guichet_dit_fixe_qui_donne_ses_coordonnees()
    {
        var bus = Lieu("Bus France services des Quatre Vallées", "1 rue du Moulin", "a", telephone: "0199001122", typologie: ["RFS"], itinerance: "Itinérant", latitude: 48.09011, longitude: 2.78511, dispositif: "France Services");
        FicheLieu Guichet(string? itinerance) =>
            Lieu("France services centre social La Source", "1 rue du Moulin", "b", telephone: "0199001122", typologie: ["RFS"], itinerance: itinerance, latitude: 48.09011, longitude: 2.78511, dispositif: "France Services");
        Assert.True(Relever(bus, Guichet("Fixe")).BusEtFixe);
        Assert.Equal(Decision.Distinct, Decider(bus, Guichet("Fixe")));
        Assert.Contains("l’un est itinérant, l’autre est dit fixe", Engin.Rapprocher(bus, Guichet("Fixe")).Raisons);
        Assert.False(Relever(bus, Guichet(null)).BusEtFixe);
        Assert.False(Relever(bus, Guichet("Itinérant")).BusEtFixe);
    }
}
