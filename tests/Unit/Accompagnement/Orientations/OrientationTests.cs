using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Accompagnement.Domain.Personnes;
using static FaireAvec.Tests.Unit.Accompagnement.Orientations.OrientationDEssai;

namespace FaireAvec.Tests.Unit.Accompagnement.Orientations;

/// <summary>What each move of an orientation asks for.</summary>
public sealed class OrientationTests
{
    [Fact]
    public void Sans_oui_rien_ne_part()
    {
        var orientation = Proposee();
        Assert.Equal(ErreursOrientation.Accord, orientation.Accepter([], Seule, false, Maintenant).Erreur);
        Assert.Equal(ErreursOrientation.Accord, orientation.Envoyer(Ouvert, Maintenant).Erreur);
        Assert.Equal(EtatDOrientation.Proposee, orientation.Etat);
    }

    [Fact]
    public void Le_parent_et_le_tuteur_disent_oui_avec_la_personne()
    {
        Assert.Equal(ErreursOrientation.AccordDuResponsable, Proposee().Accepter([Oui], [PartieAUnMandat.Personne, PartieAUnMandat.Responsable], false, Maintenant).Erreur);
        Assert.Equal(ErreursOrientation.AccordDuProtecteur, Proposee().Accepter([Oui], [PartieAUnMandat.Personne, PartieAUnMandat.Protecteur], false, Maintenant).Erreur);
        Assert.Equal(ErreursOrientation.Accord, Proposee().Accepter([Oui with { Qui = PartieAUnMandat.Protecteur }], [PartieAUnMandat.Protecteur], false, Maintenant).Erreur);
        Assert.True(Proposee().Accepter([Oui, Oui with { Qui = PartieAUnMandat.Protecteur }], [PartieAUnMandat.Personne, PartieAUnMandat.Protecteur], false, Maintenant).Reussi);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("Camille Exemple")]
    [InlineData("<script>")]
    [InlineData("1234567890123")]
    public void Un_oui_de_vive_voix_a_le_code_de_son_temoin(string? temoin) => Assert.Equal(ErreursOrientation.Temoin, Proposee().Accepter([Oui with { Temoin = temoin }], Seule, false, Maintenant).Erreur);

    [Fact]
    public void Un_oui_sur_papier_n_a_pas_besoin_de_temoin() => Assert.True(Proposee().Accepter([Oui with { Forme = FormeDAccord.Papier, Temoin = null }], Seule, false, Maintenant).Reussi);

    [Fact]
    public void Un_receveur_ferme_suspendu_complet_ou_d_un_autre_metier_ne_recoit_pas()
    {
        foreach (var (vu, erreur) in new[]
        {
            (Ouvert with { Existe = false }, ErreursOrientation.ReceveurFerme), (Ouvert with { Suspendu = true }, ErreursOrientation.ReceveurSuspendu),
            (Ouvert with { Competent = false }, ErreursOrientation.PasCompetent), (Ouvert with { Libres = 0 }, ErreursOrientation.Complet),
        })
        {
            var orientation = Proposee();
            orientation.Accepter([Oui], Seule, false, Maintenant);
            Assert.Equal(erreur, orientation.Envoyer(vu, Maintenant).Erreur);
            Assert.Equal((EtatDOrientation.Acceptee, null), (orientation.Etat, orientation.EnvoyeeLe));
        }
    }

    [Fact]
    public void La_venue_se_confirme_par_le_lieu_ou_par_la_personne()
    {
        Assert.Equal(ErreursOrientation.Confirmation, Envoyee().Honorer(null, Maintenant).Erreur);
        var parLaPersonne = Envoyee(retour: false);
        Assert.True(parLaPersonne.Honorer(ConfirmationDArrivee.Personne, Maintenant).Reussi);
        Assert.Equal(EtatDOrientation.Honoree, parLaPersonne.EtatPourLEnvoyeur);
        Assert.Equal(ErreursOrientation.Etat, Envoyee().Honorer(ConfirmationDArrivee.Receveur, Maintenant).Erreur);
    }

    [Fact]
    public void Celui_qui_envoie_n_apprend_l_arrivee_que_si_la_personne_veut()
    {
        var (dite, tue) = (Envoyee(retour: true), Envoyee(retour: false));
        foreach (var o in (Orientation[])[dite, tue])
        {
            Assert.True(o.Recevoir(Maintenant).Reussi);
            Assert.True(o.Honorer(ConfirmationDArrivee.Receveur, Maintenant).Reussi);
            Assert.True(o.Clore("resolu", Maintenant).Reussi);
        }

        Assert.Equal((EtatDOrientation.Close, true), (dite.EtatPourLEnvoyeur, dite.RetourVisible));
        Assert.Equal((EtatDOrientation.Recue, false), (tue.EtatPourLEnvoyeur, tue.RetourVisible));
        // The person tells it afterwards: it is theirs to tell.
        Assert.True(tue.Honorer(ConfirmationDArrivee.Personne, Maintenant).Reussi);
        Assert.Equal(EtatDOrientation.Close, tue.EtatPourLEnvoyeur);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("reussi")]
    public void Une_fin_a_son_resultat(string? resultat)
    {
        var orientation = Envoyee();
        orientation.Recevoir(Maintenant);
        orientation.Honorer(ConfirmationDArrivee.Receveur, Maintenant);
        Assert.Equal(ErreursOrientation.Resultat, orientation.Clore(resultat, Maintenant).Erreur);
        Assert.Equal(ErreursOrientation.Motif, Envoyee().Refuser(resultat, Maintenant).Erreur);
    }

    [Fact]
    public void Sans_reponse_en_vingt_et_un_jours_elle_revient_pas_avant()
    {
        var orientation = Envoyee();
        Assert.Equal(ErreursOrientation.TropTot, orientation.Expirer(Maintenant.AddDays(21).AddTicks(-1)).Erreur);
        Assert.True(orientation.Expirer(Maintenant.AddDays(21)).Reussi);
        Assert.True(orientation.Revenue);
        var recue = Envoyee();
        recue.Recevoir(Maintenant);
        Assert.Equal(ErreursOrientation.Etat, recue.Expirer(Maintenant.AddDays(40)).Erreur);
    }

    [Fact]
    public void Un_rendez_vous_est_a_venir_et_dans_l_annee()
    {
        foreach (var quand in (DateTimeOffset?[])[null, Maintenant, Maintenant.AddDays(-1), Maintenant.AddDays(367), DateTimeOffset.MaxValue])
        {
            Assert.Equal(ErreursOrientation.RendezVous, Envoyee().FixerLeRendezVous(quand, Maintenant).Erreur);
        }

        var orientation = Envoyee();
        Assert.True(orientation.FixerLeRendezVous(Maintenant.AddDays(2), Maintenant).Reussi);
        Assert.True(orientation.FixerLeRendezVous(Maintenant.AddDays(3), Maintenant).Reussi);
        Assert.Equal(Maintenant.AddDays(3), orientation.RdvLe);
    }

    [Theory]
    [InlineData("mdp: Soleil2024!")]
    [InlineData("Son numéro 1 84 12 76 451 089 46")]
    [InlineData("Appeler le 06 39 98 01 02")]
    [InlineData("camille.exemple@example.org")]
    public void Un_secret_ou_un_contact_ne_part_jamais(string texte) => Assert.Equal(ErreursOrientation.PrecisionRefusee, Proposee().Preciser(texte).Erreur);

    [Fact]
    public void Ce_qui_ressemble_a_un_telephone_part_quand_on_dit_que_ce_n_en_est_pas_un()
    {
        Assert.Equal("Dossier 06 39 98 12 34", Proposee().Preciser("Dossier 06 39 98 12 34", pasUnTelephone: true).Valeur);
        Assert.Equal(ErreursOrientation.PrecisionRefusee, Proposee().Preciser("Dossier 06 39 98 12 34, mdp : Soleil2024!", pasUnTelephone: true).Erreur);
    }

    [Fact]
    public void Une_precision_est_courte()
    {
        Assert.Equal(ErreursOrientation.Precision, Proposee().Preciser(new string('a', 141)).Erreur);
        Assert.Equal("Préfère le matin", Proposee().Preciser("  Préfère le matin ").Valeur);
        Assert.True(Proposee().Preciser("   ").Reussi);
    }

    [Fact]
    public void La_troisieme_reorientation_demande_un_referent()
    {
        var besoin = Besoin();
        Assert.Equal([0, 1, 2], Enumerable.Range(0, 3).Select(_ => besoin.CompterUnEnvoi().Valeur));
        Assert.Equal(ErreursOrientation.TropDeReorientations, besoin.CompterUnEnvoi().Erreur);
        Assert.True(besoin.NommerLeReferent(Guid.CreateVersion7(Maintenant), Maintenant).Reussi);
        Assert.Equal(ErreursOrientation.BesoinClos, besoin.CompterUnEnvoi().Erreur);
        Assert.Equal(ErreursOrientation.ReferentTropTot, Besoin().NommerLeReferent(Guid.CreateVersion7(Maintenant), Maintenant).Erreur);
    }
}
