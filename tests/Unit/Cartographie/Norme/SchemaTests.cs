using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Nettoyage;

namespace FaireAvec.Tests.Unit.Cartographie.Norme;

public sealed class SchemaTests
{
    [Fact]
    public void Les_colonnes_sont_celles_de_la_norme_dans_son_ordre()
    {
        Assert.Equal("1.0.2", Lieux.Schema.Version);
        Assert.Equal(FicheLieu.Colonnes, Lieux.Schema.Colonnes.Select(c => c.Nom));
        Assert.Equal(["id", "pivot", "nom", "commune", "code_postal", "date_maj"], Lieux.Schema.Colonnes.Where(c => c.Obligatoire).Select(c => c.Nom));
        Assert.Equal(13, Lieux.Schema.Colonnes.Count(c => c.EstListe));
    }

    [Fact]
    public void Les_listes_fermees_sont_celles_du_vocabulaire()
    {
        var attendues = new Dictionary<string, ListeFermee>(StringComparer.Ordinal)
        {
            ["services"] = Vocabulaire.Services,
            ["publics_specifiquement_adresses"] = Vocabulaire.Publics,
            ["prise_en_charge_specifique"] = Vocabulaire.PrisesEnCharge,
            ["frais_a_charge"] = Vocabulaire.Frais,
            ["itinerance"] = Vocabulaire.Itinerances,
            ["dispositif_programmes_nationaux"] = Vocabulaire.Dispositifs,
            ["formations_labels"] = Vocabulaire.Formations,
            ["modalites_acces"] = Vocabulaire.ModalitesAcces,
            ["modalites_accompagnement"] = Vocabulaire.Accompagnements,
        };
        Assert.Equal(attendues.Keys.Order(), Lieux.Schema.Colonnes.Where(c => c.Valeurs is not null).Select(c => c.Nom).Order());
        Assert.All(attendues, a => Assert.Equal(a.Value.Libelles, Lieux.Schema[a.Key].Valeurs!));
    }

    [Fact]
    public void La_table_des_typologies_a_ses_92_codes()
    {
        Assert.Equal(92, Lieux.Schema.Typologies.Valeurs.Select(t => t.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.All(Lieux.Schema.Typologies.Valeurs, t => Assert.NotEqual("", t.Libelle));
        Assert.Equal("Tiers-lieu", Lieux.Schema.Typologies.Trouver("TIERS_LIEUX")?.Libelle);
    }

    [Fact]
    public void Les_codes_des_colonnes_sont_uniques() => Assert.Equal(32, Lieux.Schema.Colonnes.Select(c => c.Code).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Les_valeurs_des_versions_0_menent_a_des_libelles_de_la_norme()
    {
        Assert.All(Lieux.Schema.V0.Colonnes.Values, c => Assert.NotNull(Lieux.Schema.Trouver(c)));
        Assert.All(Lieux.Schema.V0.Valeurs.SelectMany(v => v.Value).SelectMany(v => v.Vers), c => Assert.Contains(c.Valeur, Lieux.Schema[c.Colonne].Valeurs!));
    }

    [Fact]
    public void Une_description_qui_n_a_pas_les_32_colonnes_est_refusee()
    {
        using var dossier = new FaireAvec.Tests.Support.DossierTemporaire();
        Directory.CreateDirectory(dossier.Sous("norme"));
        foreach (var nom in (string[])["typologies.json"])
        {
            File.Copy(Path.Combine(Territoires.Donnees.Dossier, "norme", nom), dossier.Sous($"norme/{nom}"));
        }

        File.WriteAllText(dossier.Sous("norme/schema-1.0.2.json"), """{"nom":"x","version":"1.0.2","colonnes":[]}""");
        Assert.Throws<InvalidDataException>(() => FaireAvec.Cartographie.Norme.SchemaDesLieux.Charger(dossier.Sous(".")));
    }

    [Fact]
    public void Le_nettoyage_connait_les_memes_typologies()
    {
        var releve = new Releve();
        var codes = Lieux.Schema.Typologies.Valeurs.Select(t => t.Code).ToList();
        Assert.Equal(codes, ListesDuStandard.Typologies.Nettoyer(string.Join('|', codes), releve));
        Assert.Empty(releve.Corrections);
    }

    [Fact]
    public void Le_nettoyage_et_la_lecture_donnent_le_meme_sens_aux_valeurs_des_versions_0()
    {
        var listes = new Dictionary<string, Libelles>
        {
            ["services"] = ListesDuStandard.Services,
            ["frais_a_charge"] = ListesDuStandard.Frais,
            ["publics_specifiquement_adresses"] = ListesDuStandard.Publics,
            ["prise_en_charge_specifique"] = ListesDuStandard.PrisesEnCharge,
            ["dispositif_programmes_nationaux"] = ListesDuStandard.Dispositifs,
            ["formations_labels"] = ListesDuStandard.Formations,
            ["modalites_accompagnement"] = ListesDuStandard.Accompagnements,
        };
        foreach (var (colonne, valeurs) in Lieux.Schema.V0.Valeurs)
        {
            foreach (var ancienne in valeurs)
            {
                var texte = ancienne.Entier ? ancienne.Debut : ancienne.Debut + " et la suite";
                Assert.Equal(ancienne, Lieux.Schema.V0.Trouver(colonne, texte));
                Assert.True(listes[ancienne.Vers.Length > 0 ? ancienne.Vers[0].Colonne : colonne].Trouver(texte) is { } trouve && trouve.Libelle == ancienne.Vers.FirstOrDefault()?.Valeur, texte);
            }
        }
    }

    [Theory]
    [InlineData("frais_a_charge", "Gratuit pour les habitants")]
    [InlineData("frais_a_charge", "Payant et aides possibles")]
    [InlineData("publics_specifiquement_adresses", "Jeunes parents")]
    [InlineData("publics_specifiquement_adresses", "Adultes handicapés")]
    [InlineData("modalites_accompagnement", "Seul ou à deux")]
    public void Ce_qui_commence_comme_une_valeur_des_versions_0_n_en_est_pas_une(string colonne, string texte) => Assert.Null(Lieux.Schema.V0.Trouver(colonne, texte));
}
