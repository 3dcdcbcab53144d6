using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Imports;

namespace FaireAvec.Tests.Unit.Accompagnement.Imports;

/// <summary>Where an import may go, and what a correction of the other tool changes here.</summary>
public class EtatsDImportTests
{
    [Fact]
    public void Rien_ne_s_ecrit_sans_verification_ni_ne_s_annule_deux_fois()
    {
        Assert.True(EtatsDImport.Permet(EtatDImport.AVerifier, EtatDImport.Ecriture));
        Assert.All(Enum.GetValues<EtatDImport>().Where(e => e != EtatDImport.AVerifier), de => Assert.False(EtatsDImport.Permet(de, EtatDImport.Ecriture)));
        Assert.All(Enum.GetValues<EtatDImport>().Where(e => e != EtatDImport.Termine), de => Assert.False(EtatsDImport.Permet(de, EtatDImport.Annulation)));
        Assert.All(Enum.GetValues<EtatDImport>(), vers => Assert.False(EtatsDImport.Permet(EtatDImport.Annule, vers)));
        Assert.All(Enum.GetValues<EtatDImport>(), vers => Assert.False(EtatsDImport.Permet(EtatDImport.Abandonne, vers)));
    }

    [Fact]
    public void Une_correction_garde_ce_que_l_autre_outil_ne_connait_pas()
    {
        var etiquette = Guid.CreateVersion7();
        var personne = Guid.CreateVersion7();
        var ici = new Activite
        {
            Id = Guid.CreateVersion7(),
            Auteur = Guid.CreateVersion7(),
            Organisation = Guid.CreateVersion7(),
            Equipes = [],
            Type = TypeDActivite.Demarche,
            Jour = new DateOnly(2026, 11, 12),
            Duree = 45,
            PartALaPlace = 10,
            PartAvec = 60,
            PartFaire = 30,
            MotifALaPlace = "langue",
            Situation = "j_accompagne",
            Suite = "Revenir",
            Etiquettes = [etiquette],
            Suivies = 1,
            Origine = OrigineDActivite.Saisie,
            Empreinte = [],
            EnregistreeLe = default,
            ModifieeLe = default,
        };
        var laBas = new SaisieDActivite { Type = "individuel", Date = new DateOnly(2026, 11, 13), DureeMinutes = 60, Thematiques = ["email"], SansNom = new("feminin", "70_et_plus", null, null, null) };
        var saisie = RepriseDeCorrection.Faire(ici, "Ma note", [personne], laBas);
        Assert.Equal(("demarche", new DateOnly(2026, 11, 13), 60), (saisie.Type, saisie.Date, saisie.DureeMinutes));
        Assert.Equal((new Posture(10, 60, 30), "langue", "j_accompagne", "Revenir", "Ma note"), (saisie.Posture!.Value, saisie.MotifALaPlace, saisie.Situation, saisie.Suite, saisie.Notes));
        Assert.Equal([etiquette], saisie.Etiquettes);
        Assert.Equal([personne], saisie.Personnes);
        Assert.Equal(PersonneSansNom.Inconnue, saisie.SansNom);
    }
}
