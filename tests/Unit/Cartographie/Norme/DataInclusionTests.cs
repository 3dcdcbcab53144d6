using System.Text;
using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Norme.Ecriture;

namespace FaireAvec.Tests.Unit.Cartographie.Norme;

/// <summary>The places as data·inclusion v1.</summary>
public sealed class DataInclusionTests
{
    // The enumerations of v1, written from its documentation and apart from the product's.
    private static readonly Dictionary<string, string[]> Enumerations = new(StringComparer.Ordinal)
    {
        ["frais"] = ["gratuit", "payant"],
        ["modes_accueil"] = ["a-distance", "en-presentiel"],
        ["modes_mobilisation"] = ["envoyer-un-courriel", "se-presenter", "telephoner", "utiliser-lien-mobilisation"],
        ["mobilisable_par"] = ["professionnels", "usagers"],
        ["type"] = ["accompagnement", "aide-financiere", "aide-materielle", "atelier", "formation", "information"],
        ["publics"] = ["actifs", "beneficiaires-des-minimas-sociaux", "demandeurs-emploi", "etudiants", "familles", "femmes", "jeunes", "personnes-en-situation-de-handicap", "personnes-en-situation-durgence", "personnes-en-situation-juridique-specifique", "personnes-exilees", "residents-qpv-frr", "seniors", "tous-publics"],
    };

    private static readonly string[] Categories =
    [
        "choisir-un-metier", "creer-une-entreprise", "difficultes-administratives-ou-juridiques", "difficultes-financieres", "equipement-et-alimentation", "famille", "lecture-ecriture-calcul", "logement-hebergement",
        "mobilite", "numerique", "preparer-sa-candidature", "remobilisation", "sante", "se-former", "souvrir-a-linternational", "trouver-un-emploi",
    ];

    [Fact]
    public void Les_lieux_livres_n_ont_que_des_valeurs_de_la_v1()
    {
        var aujourdhui = new DateOnly(2026, 11, 18);
        var lieux = LieuxLivres.Tous.Where(l => l.DateMaj is { Year: >= 2000 } d && d <= aujourdhui && l.Nom.Length >= 3).ToArray<FicheLieu>();
        using var document = JsonDocument.Parse(Lieux.Ecrire("data-inclusion", lieux));
        var structures = document.RootElement.GetProperty("structures").EnumerateArray().ToDictionary(s => s.GetProperty("id").GetString()!, StringComparer.Ordinal);
        Assert.Equal(lieux.Length, structures.Count);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var service in document.RootElement.GetProperty("services").EnumerateArray())
        {
            Assert.True(ids.Add(service.GetProperty("id").GetString()!));
            Assert.Contains(service.GetProperty("structure_id").GetString()!, structures.Keys);
            Assert.InRange(service.GetProperty("description").GetString()!.Length, 5, 10_000);
            Assert.InRange(service.GetProperty("nom").GetString()!.Length, 3, 150);
            foreach (var (champ, admises) in Enumerations)
            {
                Assert.All(Valeurs(service, champ), v => Assert.Contains(v, admises));
            }

            Assert.All(Valeurs(service, "thematiques"), t => Assert.Contains(t.Split("--")[0], Categories));
            Assert.NotEmpty(Valeurs(service, "thematiques"));
        }

        Assert.All(structures.Values, s => Assert.InRange(s.GetProperty("nom").GetString()!.Length, 3, 150));
    }

    [Fact]
    public void Ce_qui_a_un_equivalent_se_retrouve_au_retour()
    {
        // Every label that has one equivalent of its own comes back; the others come back as the group they fell in.
        foreach (var (colonne, champ, table) in ((string, string, IReadOnlyDictionary<string, string>)[])[
            ("publics_specifiquement_adresses", "publics", CorrespondanceDataInclusion.Publics),
            ("prise_en_charge_specifique", "publics", CorrespondanceDataInclusion.Publics),
            ("frais_a_charge", "frais", CorrespondanceDataInclusion.Frais),
            ("modalites_acces", "modes_mobilisation", CorrespondanceDataInclusion.Mobilisation),
            ("dispositif_programmes_nationaux", "reseaux_porteurs", CorrespondanceDataInclusion.Reseaux)])
        {
            foreach (var libelle in Lieux.Schema[colonne].Valeurs!)
            {
                var (structure, service) = Un((colonne, libelle));
                var trouvees = Valeurs(champ == "reseaux_porteurs" ? structure : service, champ).Except(colonne.StartsWith('p') ? ["seniors"] : [], StringComparer.Ordinal).ToList();
                if (table.TryGetValue(libelle, out var attendue))
                {
                    Assert.Contains(attendue, Valeurs(champ == "reseaux_porteurs" ? structure : service, champ));
                    Assert.Contains(libelle, table.Where(t => t.Value == attendue).Select(t => t.Key));
                }
                else
                {
                    Assert.True(trouvees.Count == 0, $"{libelle} gave {string.Join(',', trouvees)}");
                }
            }
        }
    }

    [Fact]
    public void Chaque_service_de_la_norme_a_ses_thematiques()
    {
        Assert.Equal(Vocabulaire.Services.Libelles.Order(), CorrespondanceDataInclusion.Thematiques.Keys.Order());
        Assert.Equal(["numerique--acceder-a-une-connexion-internet", "numerique--acquerir-un-equipement"], Valeurs(Un(("services", "Accès internet et matériel informatique")).Service, "thematiques"));
        Assert.Equal(["numerique--acceder-a-des-services-en-ligne", "difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives"], Valeurs(Un(("services", "Aide aux démarches administratives")).Service, "thematiques"));
    }

    [Fact]
    public void Une_personne_qui_parle_une_autre_langue_n_est_pas_une_personne_exilee()
    {
        var (_, service) = Un(("prise_en_charge_specifique", "Langues étrangères (anglais)|Illettrisme|Surdité"));
        Assert.DoesNotContain("personnes-exilees", Valeurs(service, "publics"));
        Assert.Equal("Langues étrangères (anglais), Illettrisme", service.GetProperty("publics_precisions").GetString());
        Assert.Contains("personnes-en-situation-de-handicap", Valeurs(service, "publics"));
    }

    [Fact]
    public void Ce_qui_n_est_pas_su_est_nul_et_non_vide()
    {
        var (structure, service) = Un(("publics_specifiquement_adresses", ""), ("prise_en_charge_specifique", ""), ("frais_a_charge", ""), ("modalites_acces", ""), ("modalites_accompagnement", ""), ("pivot", "00000000000000"));
        Assert.All((string[])["publics", "publics_precisions", "frais", "frais_precisions", "modes_accueil", "modes_mobilisation", "mobilisable_par", "zone_eligibilite", "type"], c => Assert.Equal(JsonValueKind.Null, service.GetProperty(c).ValueKind));
        Assert.Equal(JsonValueKind.Null, structure.GetProperty("siret").ValueKind);
    }

    [Fact]
    public void Gratuit_l_emporte_et_la_condition_reste_dite()
    {
        Assert.Equal("gratuit", Un(("frais_a_charge", "Payant|Gratuit")).Service.GetProperty("frais").GetString());
        Assert.Equal("Gratuit sous condition", Un(("frais_a_charge", "Gratuit sous condition")).Service.GetProperty("frais_precisions").GetString());
    }

    [Fact]
    public void Chaque_facon_d_accompagner_est_un_service()
    {
        using var document = JsonDocument.Parse(Lieux.Ecrire("data-inclusion", FicheLieu.DepuisTexte(c => Lieux.Avec(("modalites_accompagnement", "En autonomie|Dans un atelier collectif|À distance"))[c])));
        var services = document.RootElement.GetProperty("services");
        Assert.Equal(["exemple--exemple_1--aide-materielle", "exemple--exemple_1--atelier"], services.EnumerateArray().Select(s => s.GetProperty("id").GetString()));
        Assert.Equal(["a-distance", "en-presentiel"], Valeurs(services[0], "modes_accueil"));
        Assert.Equal("exemple--exemple_1", services[0].GetProperty("structure_id").GetString());
    }

    [Fact]
    public void Un_lieu_sans_service_est_une_structure_seule()
    {
        using var document = JsonDocument.Parse(Lieux.Ecrire("data-inclusion", FicheLieu.DepuisTexte(c => Lieux.Avec(("services", ""))[c])));
        Assert.Equal((1, 0), (document.RootElement.GetProperty("structures").GetArrayLength(), document.RootElement.GetProperty("services").GetArrayLength()));
    }

    [Theory]
    [InlineData("date_maj", "1999-12-31", "date")]
    [InlineData("date_maj", "2030-01-01", "date")]
    [InlineData("date_maj", "", "date")]
    [InlineData("nom", "Ax", "3 caractères")]
    public void Ce_que_la_v1_refuse_n_est_pas_ecrit_et_on_dit_pourquoi(string colonne, string valeur, string raison)
    {
        using var memoire = new MemoryStream();
        using var ecriture = new EcritureDataInclusion(memoire, new DateOnly(2026, 11, 18));
        Assert.Contains(raison, ecriture.Ecrire(FicheLieu.DepuisTexte(c => Lieux.Avec((colonne, valeur))[c])), StringComparison.Ordinal);
        ecriture.Finir();
        Assert.Equal("""{"structures":[],"services":[]}""", Encoding.UTF8.GetString(memoire.ToArray()));
    }

    private static (JsonElement Structure, JsonElement Service) Un(params (string Colonne, string Valeur)[] valeurs)
    {
        using var document = JsonDocument.Parse(Lieux.Ecrire("data-inclusion", FicheLieu.DepuisTexte(c => Lieux.Avec(valeurs)[c])));
        return (document.RootElement.GetProperty("structures")[0].Clone(), document.RootElement.GetProperty("services")[0].Clone());
    }

    private static List<string> Valeurs(JsonElement objet, string champ) => objet.GetProperty(champ) switch
    {
        { ValueKind: JsonValueKind.Null } => [],
        { ValueKind: JsonValueKind.Array } liste => [.. liste.EnumerateArray().Select(v => v.GetString()!)],
        var valeur => [valeur.GetString()!],
    };
}
