using System.Text;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Cartographie.Nettoyage;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Unit.Cartographie.Nettoyage;

/// <summary>A row called by the name of a person: what is kept, and what the report says of it.</summary>
public class LigneQuiNommeUnePersonneTests
{
    [Fact]
    public void Le_nom_est_retire_et_le_rapport_ne_le_repete_pas()
    {
        var (lieu, anomalies) = Lire("Feurs - Nathalie Exemple");
        Assert.Equal(("Médiation numérique Feurs", (string?)null), (lieu.Nom, lieu.Retenu));
        Assert.Contains(anomalies, a => a is { Champ: "nom", Valeur: PersonneNommee.Masque });
        Assert.DoesNotContain(anomalies, a => a.Valeur?.Contains("Nathalie", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Une_ligne_d_essai_reste_une_ligne_d_essai_et_n_est_pas_montree()
    {
        var (lieu, anomalies) = Lire("Feurs - Nathalie Test");
        Assert.Equal(NomDeLieu.Motif("Feurs - Nathalie Test"), lieu.Retenu);
        Assert.NotNull(lieu.Retenu);
        Assert.DoesNotContain(anomalies, a => a.Valeur?.Contains("Nathalie", StringComparison.Ordinal) == true);
    }

    private static (Lieu Lieu, List<Anomalie> Anomalies) Lire(string nom)
    {
        var anomalies = new List<Anomalie>();
        var csv = $"id,nom,commune,code_postal,adresse,latitude,longitude,date_maj,source,services\nfictif_1,{nom},Feurs,42110,1 rue des Tilleuls,45.74,4.23,2026-01-31,fictif,Aides aux démarches administratives\n";
        using var texte = LectureFichier.Ouvrir(new MemoryStream(Encoding.UTF8.GetBytes(csv)));
        var lecture = new LectureLieu(new HorlogeFactice(), anomalies.Add);
        return (Assert.Single(LignesDeLieux.Lire(texte, anomalies.Add).Select(lecture.Lire).OfType<Lieu>()), anomalies);
    }
}
