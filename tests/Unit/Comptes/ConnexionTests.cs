using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;

namespace FaireAvec.Tests.Unit.Comptes;

/// <summary>Rules of signing in: links, brakes, printed codes, the last factor, help by two people.</summary>
public class ConnexionTests
{
    private static readonly DateTimeOffset Maintenant = new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Un_lien_sert_dix_minutes_une_fois_dans_son_navigateur()
    {
        byte[] navigateur = [1, 2, 3];
        var lien = Lien(navigateur);
        Assert.Null(lien.Refus([1, 2, 3], Maintenant));
        Assert.Equal(ErreursDeConnexion.AutreNavigateur, lien.Refus([1, 2, 4], Maintenant));
        Assert.Equal(ErreursDeConnexion.AutreNavigateur, lien.Refus(null, Maintenant));
        Assert.Null(lien.Refus(navigateur, Maintenant.AddMinutes(10).AddTicks(-1)));
        Assert.Equal(ErreursDeConnexion.LienExpire, lien.Refus(navigateur, Maintenant.AddMinutes(10)));
        lien.Utiliser([9], Maintenant);
        Assert.Equal(ErreursDeConnexion.LienUtilise, lien.Refus(navigateur, Maintenant));
    }

    [Fact]
    public void L_etape_dure_un_quart_d_heure_et_finit()
    {
        var lien = Lien(null);
        Assert.False(lien.EtapeOuverte(Maintenant));
        lien.Utiliser([9], Maintenant);
        Assert.True(lien.EtapeOuverte(Maintenant.AddMinutes(14)));
        Assert.False(lien.EtapeOuverte(Maintenant.AddMinutes(15)));
        lien.FiniLe = Maintenant;
        Assert.False(lien.EtapeOuverte(Maintenant));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(4, null)]
    [InlineData(5, 15)]
    [InlineData(6, 30)]
    [InlineData(7, 60)]
    [InlineData(11, 900)]
    [InlineData(1000, 900)]
    public void Chaque_echec_fait_attendre_plus_longtemps_et_jamais_plus_d_un_quart_d_heure(int echecs, int? secondes) =>
        Assert.Equal(secondes is { } s ? TimeSpan.FromSeconds(s) : null, Frein.Delai(echecs));

    [Fact]
    public void Les_echecs_s_oublient_apres_une_demi_journee()
    {
        var frein = new Frein { Cle = [1] };
        for (var i = 0; i < 6; i++)
        {
            frein.Compter(Maintenant);
        }

        Assert.Equal(TimeSpan.FromSeconds(30), frein.Attente(Maintenant));
        Assert.Null(frein.Attente(Maintenant.AddSeconds(30)));
        frein.Compter(Maintenant.AddHours(13));
        Assert.Equal(1, frein.Echecs);
        Assert.Null(frein.Attente(Maintenant.AddHours(13)));
    }

    [Fact]
    public void Dix_codes_differents_se_lisent_comme_on_les_imprime()
    {
        var codes = CodeImprime.Tirer();
        Assert.Equal(10, codes.Distinct().Count());
        Assert.All(codes, c => Assert.Equal(c, CodeImprime.Lire($" {CodeImprime.Presenter(c).ToLowerInvariant()} ")));
        Assert.Null(CodeImprime.Lire("ABCDE-FGHJ0"));
        Assert.Null(CodeImprime.Lire("123456"));
        Assert.Null(CodeImprime.Lire(null));
        Assert.Null(CodeImprime.Lire(new string('A', 100_000)));
    }

    [Theory]
    [InlineData(1, false, 0, false)]
    [InlineData(0, true, 0, false)]
    [InlineData(0, false, 1, false)]
    [InlineData(2, false, 0, true)]
    [InlineData(1, true, 0, true)]
    [InlineData(1, false, 1, true)]
    public void Le_dernier_moyen_qui_dure_ne_part_jamais(int cles, bool application, int cartes, bool peut) =>
        Assert.Equal(peut, new MoyensDeProuver(cles, application, cartes, CodesImprimes: 10).PeutEnRetirerUn);

    [Fact]
    public void Il_faut_deux_personnes_differentes_et_pas_soi_meme()
    {
        var (moi, un, deux) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var demande = Demande(moi);
        Assert.Equal(ErreursDeConnexion.SecoursPourSoi, demande.Accorder(moi, demande.Code, Maintenant).Erreur);
        Assert.Equal(ErreursDeConnexion.SecoursCode, demande.Accorder(un, "AAAAAA", Maintenant).Erreur);
        Assert.Equal(ErreursDeConnexion.SecoursCode, demande.Accorder(un, null, Maintenant).Erreur);
        Assert.False(demande.Accorder(un, $" {demande.Code[..3].ToLowerInvariant()} {demande.Code[3..]}", Maintenant).Valeur);
        Assert.Equal(EtatDeSecours.EnAttente, demande.Etat);
        Assert.Equal(ErreursDeConnexion.SecoursDejaAccorde, demande.Accorder(un, demande.Code, Maintenant).Erreur);
        Assert.False(demande.Faire(Maintenant));
        Assert.True(demande.Accorder(deux, demande.Code, Maintenant).Valeur);
        Assert.Equal(EtatDeSecours.Accordee, demande.Etat);
        Assert.Equal(ErreursDeConnexion.SecoursFini, demande.Accorder(Guid.CreateVersion7(), demande.Code, Maintenant).Erreur);
        Assert.True(demande.Faire(Maintenant));
        Assert.False(demande.Faire(Maintenant));
        Assert.False(demande.Annuler(Maintenant));
    }

    [Fact]
    public void Une_demande_annulee_refusee_ou_trop_vieille_n_ouvre_rien()
    {
        var annulee = Demande(Guid.CreateVersion7());
        Assert.True(annulee.Annuler(Maintenant));
        Assert.Equal(ErreursDeConnexion.SecoursFini, annulee.Accorder(Guid.CreateVersion7(), annulee.Code, Maintenant).Erreur);
        var refusee = Demande(Guid.CreateVersion7());
        Assert.True(refusee.Refuser(Guid.CreateVersion7(), Maintenant).Reussi);
        Assert.Equal(ErreursDeConnexion.SecoursFini, refusee.Accorder(Guid.CreateVersion7(), refusee.Code, Maintenant).Erreur);
        var vieille = Demande(Guid.CreateVersion7());
        Assert.Equal(ErreursDeConnexion.SecoursFini, vieille.Accorder(Guid.CreateVersion7(), vieille.Code, Maintenant.AddDays(7)).Erreur);
    }

    [Theory]
    [InlineData("3132333435363738393031323334353637383930", 20)]
    [InlineData("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", 20)]
    [InlineData("gezd gnbv gy3t qojq gezd gnbv gy3t qojq", 20)]
    [InlineData("00", null)]
    [InlineData("pas une graine", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Une_graine_se_lit_en_hexadecimal_ou_en_base_32(string? texte, int? octets) => Assert.Equal(octets, ImportDeCartes.LireGraine(texte)?.Length);

    [Theory]
    [InlineData(" 12-34 ab ", "1234AB")]
    [InlineData("é12", null)]
    [InlineData("", null)]
    public void Le_numero_d_une_carte_se_lit_comme_on_l_ecrit(string saisie, string? serie) => Assert.Equal(serie, CarteACodes.LireSerie(saisie));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Une_adresse_change_quand_les_deux_ont_dit_oui(bool ancienDAbord)
    {
        var (premier, second) = ancienDAbord ? (UsageDeLien.AncienCourriel, UsageDeLien.NouveauCourriel) : (UsageDeLien.NouveauCourriel, UsageDeLien.AncienCourriel);
        var changement = new ChangementDeCourriel { Id = Guid.CreateVersion7(), Compte = Guid.CreateVersion7(), Nouveau = "b@example.org", CleDuNouveau = "b@example.org", DemandeLe = Maintenant, ExpireLe = Maintenant.AddDays(1) };
        Assert.False(changement.Accepter(premier, Maintenant));
        Assert.False(changement.Accepter(premier, Maintenant));
        Assert.True(changement.Accepter(second, Maintenant));
        Assert.False(changement.EnCours(Maintenant.AddDays(1)));
    }

    private static LienDeConnexion Lien(byte[]? navigateur) => new() { Id = Guid.CreateVersion7(), Compte = Guid.CreateVersion7(), Usage = UsageDeLien.Connexion, Empreinte = [5], Navigateur = navigateur, CreeLe = Maintenant, ExpireLe = Maintenant + LienDeConnexion.Duree };

    private static DemandeDeSecours Demande(Guid compte) => new() { Id = Guid.CreateVersion7(), Compte = compte, Code = DemandeDeSecours.TirerUnCode(), DemandeeLe = Maintenant, ExpireLe = Maintenant + DemandeDeSecours.Duree };
}
