using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Kernel.Securite;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Comptes.DonneesPersonnelles;

/// <summary>Rules of requests, of erasure, of the look of the support.</summary>
public sealed class DroitsDesPersonnesTests
{
    private static readonly DateTimeOffset Maintenant = new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-18T09:00:00Z", "2026-12-18")]
    [InlineData("2027-01-31T09:00:00Z", "2027-03-01")] // 28 February is a Sunday
    [InlineData("2028-01-31T09:00:00Z", "2028-02-29")]
    [InlineData("2026-04-01T09:00:00Z", "2026-05-04")] // 1 May, then a week-end
    [InlineData("2026-03-06T09:00:00Z", "2026-04-07")] // Easter Monday
    [InlineData("2026-04-14T09:00:00Z", "2026-05-15")] // Ascension Day
    [InlineData("2026-04-25T09:00:00Z", "2026-05-26")] // Whit Monday
    [InlineData("2026-11-25T09:00:00Z", "2026-12-28")] // Christmas, then a week-end
    [InlineData("2026-11-17T23:30:00Z", "2026-12-18")] // already the 18th in Paris
    public void Une_reponse_est_due_dans_le_mois(string recue, string echeance) =>
        Assert.Equal(DateOnly.Parse(echeance, System.Globalization.CultureInfo.InvariantCulture), DelaiDeReponse.Echeance(DateTimeOffset.Parse(recue, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Un_delai_tombe_toujours_un_jour_ouvrable_dans_les_cinq_jours() =>
        Prop.ForAll(Gen.Choose(0, 365 * 40).ToArbitrary(), jours =>
        {
            var recue = Maintenant.AddDays(jours);
            foreach (var (delai, mois) in new[] { (DelaiDeReponse.Echeance(recue), 1), (DelaiDeReponse.Prolonge(recue), 3) })
            {
                Assert.False(delai.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
                Assert.InRange(delai.DayNumber - DelaiDeReponse.Jour(recue).AddMonths(mois).DayNumber, 0, 5);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Une_demande_va_au_bout_une_seule_fois()
    {
        var etats = Enum.GetValues<EtatDeDemande>();
        Assert.All(etats.Where(e => !EtatsDeDemande.Ouverte(e)), fini => Assert.DoesNotContain(etats, vers => EtatsDeDemande.Permet(fini, vers)));
        Assert.All(etats.Where(EtatsDeDemande.Ouverte), e => Assert.True(EtatsDeDemande.Permet(e, EtatDeDemande.Repondue) && EtatsDeDemande.Permet(e, EtatDeDemande.Refusee)));
        Assert.False(EtatsDeDemande.Permet(EtatDeDemande.Prolongee, EtatDeDemande.Prolongee));
    }

    [Fact]
    public void Une_demande_prolongee_a_trois_mois_et_sa_raison()
    {
        var demande = Demande();
        Assert.True(demande.Passer(EtatDeDemande.Prolongee, demande.Id, "Beaucoup de papiers", Maintenant));
        Assert.Equal((new DateOnly(2027, 2, 18), "Beaucoup de papiers"), (demande.Echeance, demande.MotifDeProlongation));
        Assert.False(demande.EnRetard(new DateOnly(2027, 2, 18)));
        Assert.True(demande.EnRetard(new DateOnly(2027, 2, 19)));
        Assert.True(demande.Passer(EtatDeDemande.Repondue, demande.Id, "C’est fait", Maintenant));
        Assert.False(demande.EnRetard(new DateOnly(2030, 1, 1)));
        Assert.False(demande.Passer(EtatDeDemande.Refusee, demande.Id, "Non", Maintenant));
    }

    [Fact]
    public void Les_mots_d_une_demande_partent_avec_la_personne()
    {
        var demande = Demande().Dire("Mon nom est mal écrit");
        demande.Passer(EtatDeDemande.Repondue, demande.Id, "Corrigé", Maintenant);
        Assert.True(demande.Effacer());
        Assert.Equal((null, null, EtatDeDemande.Repondue), (demande.Texte, demande.Reponse, demande.Etat));
        Assert.False(demande.Effacer());
    }

    [Fact]
    public void Un_compte_ne_s_efface_que_clos()
    {
        var compte = Compte();
        Assert.False(compte.Effacer(Maintenant));
        Assert.Equal("Camille Exemple", compte.NomComplet);
        compte.Passer(EtatDeCompte.Clos, Maintenant);
        Assert.True(compte.Effacer(Maintenant));
        Assert.Equal(("Personne partie", "", null, null, EtatDeCompte.Efface), (compte.NomComplet, compte.Courriel, compte.CleDuCourriel, compte.Telephone, compte.Etat));
        Assert.False(compte.Effacer(Maintenant));
    }

    [Fact]
    public void Une_preuve_dont_un_mot_change_n_a_plus_la_meme_empreinte()
    {
        var preuve = new Effacement { Id = Guid.Empty, Personne = Guid.Empty, FaitLe = Maintenant, Detail = "comptes=3", CleDetruite = true, Code = Effacement.NouveauCode() };
        Assert.Matches("^[0-9a-f]{64}$", preuve.Empreinte);
        Assert.Matches("^[2-9a-hjkmnp-z]{26}$", preuve.Code);
        Assert.NotEqual(preuve.Empreinte, new Effacement { Id = Guid.Empty, Personne = Guid.Empty, FaitLe = Maintenant, Detail = "comptes=4", CleDetruite = true }.Empreinte);
        Assert.NotEqual(preuve.Empreinte, new Effacement { Id = Guid.Empty, Personne = Guid.Empty, FaitLe = Maintenant, Detail = "comptes=3", CleDetruite = false }.Empreinte);
    }

    [Theory]
    [InlineData(Role.Mediateur, true)]
    [InlineData(Role.Referent, true)]
    [InlineData(Role.GestionnaireStructure, true)]
    [InlineData(Role.GestionnaireDepartement, true)]
    [InlineData(Role.AdministrateurNational, false)]
    [InlineData(Role.Support, false)]
    [InlineData(Role.Auditeur, false)]
    public void Le_support_ne_regarde_pas_qui_peut_plus_que_lui(Role role, bool permis)
    {
        Assert.Equal(permis, RegardPermis.Permet(DroitsDesComptes.Table, [role]));
        Assert.Equal(permis, RegardPermis.Permet(DroitsDesComptes.Table, [Role.Mediateur, role]));
    }

    [Fact]
    public void Un_droit_national_que_le_support_n_a_pas_ferme_le_regard() =>
        Assert.False(RegardPermis.Permet([new RegleDeDroit("essai.chose.payer", "Payer", (Role.Payeur, Portee.National))], [Role.Payeur]));

    [Theory]
    [InlineData("123456", "123456")]
    [InlineData(" 123 456 ", "123456")]
    [InlineData("123-456", "123456")]
    [InlineData("12345", null)]
    [InlineData("1234567", null)]
    [InlineData("12345a", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("١٢٣٤٥٦", null)]
    public void Un_code_se_lit_comme_on_l_ecrit(string? saisi, string? lu) => Assert.Equal(lu, CodeDAssistance.Lire(saisi));

    [Fact]
    public void Un_code_n_est_garde_que_par_son_empreinte()
    {
        var (code, garde) = CodeDAssistance.Nouveau(Guid.Empty, Guid.Empty, Maintenant);
        Assert.Equal(CodeDAssistance.Lire(code), code);
        Assert.Equal(garde.Empreinte, CodeDAssistance.EmpreinteDe(code, garde.Sel));
        Assert.NotEqual(garde.Empreinte, CodeDAssistance.EmpreinteDe(code == "000000" ? "000001" : "000000", garde.Sel));
        Assert.Equal(Maintenant.AddMinutes(10), garde.ExpireLe);
    }

    [Fact]
    public void Un_accord_se_retire_une_fois()
    {
        var accord = new Accord { Id = Guid.Empty, Personne = Guid.Empty, Finalite = "essai", Version = 1, DonneLe = Maintenant, Moyen = "EnLigne", RecueilliPar = Guid.Empty };
        Assert.True(accord.Retirer(Maintenant.AddDays(1), "Oral"));
        Assert.False(accord.Retirer(Maintenant.AddDays(2), "EnLigne"));
        Assert.Equal((Maintenant.AddDays(1), "Oral"), (accord.RetireLe, accord.MoyenDuRetrait));
    }

    private static DemandeDeDroits Demande() => new() { Id = Guid.Empty, Personne = Guid.Empty, Type = TypeDeDemande.Rectification, RecueLe = Maintenant, Echeance = DelaiDeReponse.Echeance(Maintenant) };

    private static Compte Compte() => new() { Id = Guid.Empty, Courriel = "camille@example.org", CleDuCourriel = "camille@example.org", Prenom = "Camille", Nom = "Exemple", Telephone = "01 99 00 00 01", CreeLe = Maintenant };
}
