using System.Globalization;
using System.Text;
using FaireAvec.Kernel.Normes;
using FaireAvec.Kernel.Texte;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Kernel.Texte;

/// <summary>What a free text should not hold is found, and what only looks like it isn't. Every number is invented.</summary>
public sealed class ReperageDeSecretsTests
{
    // A person who can't be: commune 990 of a département, rank 999.
    private const string Treize = "1850542990999";

    private static string Quinze { get; } = Treize + NumeroNir.Cle(Treize).ToString("00", CultureInfo.InvariantCulture);

    [Fact]
    public void Un_nir_en_un_mot_est_refuse()
    {
        var repere = Assert.Single(ReperageDeSecrets.Reperer($"Né dans la Loire,\nson numéro est {Quinze}."));
        Assert.Equal((NatureDeSecret.Nir, 33, 15, 2, "185…", true), (repere.Nature, repere.Debut, repere.Longueur, repere.Ligne, repere.Extrait, repere.Refuse));
        Assert.Equal("Ce texte contient un numéro de sécurité sociale (ligne 2 : « 185… »). Effacez-le : il ne s’écrit nulle part ici.", repere.Phrase.Replace('\u00a0', ' '));
    }

    [Theory]
    [InlineData("1 85 05 42 990 999 {0}")]
    [InlineData("1.85.05.42.990.999.{0}")]
    [InlineData("1-85-05-42-990-999-{0}")]
    [InlineData("1\u00a085\u202f05 42 990 999 {0}")]
    [InlineData("1850542990999 {0}")]
    [InlineData("1850542990999/{0}")]
    [InlineData("1850542990999 clé {0}")]
    [InlineData("1850542990999 (clef : {0})")]
    [InlineData("1  85  05  42  990  999  {0}")]
    [InlineData("NIR1850542990999{0}")]
    [InlineData("18\u200b50542990999{0}")]
    [InlineData("1 - 85 - 05 - 42 - 990 - 999 - {0}")]
    public void Un_nir_est_reconnu_comme_on_l_ecrit(string modele) =>
        Assert.Equal([NatureDeSecret.Nir], Natures(string.Format(CultureInfo.InvariantCulture, $"n° {modele}, mardi", Quinze[13..])));

    [Theory]
    [InlineData("2A")]
    [InlineData("2B")]
    [InlineData("2a")]
    public void Un_nir_de_corse_est_reconnu(string departement)
    {
        var treize = $"26912{departement}990999";
        var cle = NumeroNir.Cle(treize).ToString("00", CultureInfo.InvariantCulture);
        Assert.Equal([NatureDeSecret.Nir], Natures($"{treize}{cle}"));
        Assert.Equal([NatureDeSecret.Nir], Natures($"2 69 12 {departement} 990 999 {cle}"));
    }

    // The key as the public notice gives it: 97 less the rest; Corsica counts as 19 and 18.
    [Theory]
    [InlineData("2551412990999", 97 - (2551412990999 % 97))]
    [InlineData("2691219990999", 97 - (2691219990999 % 97))]
    public void La_cle_est_celle_de_la_notice(string treize, long cle) => Assert.Equal(cle, NumeroNir.Cle(treize));

    [Fact]
    public void La_corse_se_compte_comme_dix_neuf_et_dix_huit()
    {
        Assert.Equal(NumeroNir.Cle("2691219990999"), NumeroNir.Cle("269122A990999"));
        Assert.Equal(NumeroNir.Cle("2691218990999"), NumeroNir.Cle("269122B990999"));
    }

    [Theory]
    [InlineData("1850542990999")]
    [InlineData("son numéro : 1 85 05 42 990 999")]
    [InlineData("1 85 05 42 990 999 01")]
    public void Sans_sa_cle_il_est_signale(string texte)
    {
        var repere = Assert.Single(ReperageDeSecrets.Reperer(texte));
        Assert.Equal((NatureDeSecret.DebutDeNir, false), (repere.Nature, repere.Refuse));
    }

    [Theory]
    [InlineData("SIRET 356 000 000 00048")]
    [InlineData("SIRET 35600000000048, SIREN 356000000")]
    [InlineData("RIO 01 P 123456 ABC")]
    [InlineData("RIO : 01P123456ABC+")]
    [InlineData("le 12/05/2026 de 10 h 30 à 12 h 00")]
    [InlineData("le 12.05.2026, puis le 13-06-2026")]
    [InlineData("du 01/02/2026 10:30 au 03/02/2026 11:30")]
    [InlineData("42000 42100 42218 42230")]
    [InlineData("13001 13002 13003")]
    [InlineData("1 234 567,89 €")]
    [InlineData("commande n° 202611250001234")]
    [InlineData("commande 2026112512345")]
    [InlineData("commande 2011112512345")]
    [InlineData("CMD1850542990999")]
    [InlineData("facture F-2026-0001234567")]
    [InlineData("EAN 3760123456789, ISBN 9782070368228")]
    [InlineData("IMEI 354909090000018")]
    [InlineData("45.4397, 4.3872")]
    [InlineData("+45.43972345, +4.38721234")]
    [InlineData("+12 personnes, +350 € en 2026")]
    [InlineData("n° fiscal 0123456789012")]
    [InlineData("appelez le 3949 ou le 0 800 00 00 00")]
    [InlineData("01a21000-0000-7000-8000-000000000001")]
    [InlineData("99.99.99.99.99")]
    [InlineData("1764115200000")]
    public void Ce_qui_ressemble_de_loin_n_est_rien(string texte) => Assert.Empty(Natures(texte));

    [Theory]
    [InlineData("FR76 3000 6000 0112 3456 7890 189")]
    [InlineData("FR7630006000011234567890189")]
    [InlineData("fr76 3000 6000 0112 3456 7890 189")]
    [InlineData("DE89 3704 0044 0532 0130 00 merci")]
    [InlineData("BE68-5390-0754-7034.")]
    public void Un_compte_bancaire_est_signale(string texte) => Assert.Equal([NatureDeSecret.Iban], Natures($"virement {texte}"));

    [Theory]
    [InlineData("FR76 3000 6000 0112 3456 7890 188")]
    [InlineData("FR76 3000 6000 0112 3456 7890 1891")]
    [InlineData("ZZ76 3000 6000 0112 3456 7890 189")]
    [InlineData("FR12345678901")]
    public void Un_compte_dont_la_cle_est_fausse_n_en_est_pas_un(string texte) => Assert.DoesNotContain(NatureDeSecret.Iban, Natures(texte));

    [Theory]
    [InlineData("4970 1000 0000 0006")]
    [InlineData("4970100000000006")]
    [InlineData("5131-0000-0000-0001 12/27")]
    [InlineData("3714 496353 98431")]
    public void Une_carte_est_signalee(string texte) => Assert.Equal([NatureDeSecret.CarteBancaire], Natures($"carte {texte}"));

    [Theory]
    [InlineData("4970 1000 0000 0007")]
    [InlineData("49701 000 0000 0006")]
    [InlineData("9970 1000 0000 0009")]
    public void Une_carte_mal_faite_n_en_est_pas_une(string texte) => Assert.DoesNotContain(NatureDeSecret.CarteBancaire, Natures(texte));

    [Theory]
    [InlineData("06 39 98 00 01")]
    [InlineData("06.39.98.00.01")]
    [InlineData("06-39-98-00-01")]
    [InlineData("0639980001")]
    [InlineData("01\u00a099\u00a000\u00a012\u00a034")]
    [InlineData("+33 6 39 98 00 01")]
    [InlineData("+33639980001")]
    [InlineData("+33 (0)6 39 98 00 01")]
    [InlineData("0033 6 39 98 00 01")]
    [InlineData("+262 693 01 00 01")]
    [InlineData("+687 12 34 56")]
    [InlineData("06 - 39 - 98 - 00 - 01")]
    [InlineData("+44 20 7946 0018")]
    [InlineData("+213 550 00 00 00")]
    [InlineData("+1-202-555-0143")]
    [InlineData("+32475000000")]
    public void Un_telephone_est_signale(string texte) => Assert.Equal([NatureDeSecret.Telephone], Natures($"rappeler au {texte} demain"));

    [Theory]
    [InlineData("paul.exemple@example.org")]
    [InlineData("<paul_exemple+caf@sous.example.org>.")]
    [InlineData("écrire à hélène@example.org, avant midi")]
    [InlineData("paul@example.org, 12/05/2026")]
    [InlineData("paul@example.org dossier CMD2026-001")]
    [InlineData("paul@example.org\nSoleil42")]
    public void Une_adresse_electronique_est_signalee(string texte) => Assert.Equal([NatureDeSecret.Courriel], Natures(texte));

    [Theory]
    [InlineData("@")]
    [InlineData("a@b")]
    [InlineData("@example.org")]
    [InlineData("rendez-vous @ 10 h")]
    [InlineData("a@.")]
    public void Une_arobase_seule_n_est_rien(string texte) => Assert.Empty(Natures(texte));

    [Theory]
    [InlineData("mdp: xxx")]
    [InlineData("MDP : Soleil42!")]
    [InlineData("mdp=soleil")]
    [InlineData("mdp ameli : soleil")]
    [InlineData("mdp soleil42")]
    [InlineData("Mdp provisoire -> Azerty12")]
    [InlineData("mot de passe : soleil")]
    [InlineData("Mot de passe: soleil.")]
    [InlineData("mot-de-passe : « soleil »")]
    [InlineData("mot de passe pour la CAF : soleil 42")]
    [InlineData("mot de passe (ameli) : 123456")]
    [InlineData("mot de passe :\nSoleil42")]
    [InlineData("son mot de passe est Soleil42")]
    [InlineData("son mot de passe, c’est noté ; mdp : lune")]
    [InlineData("ses mots de passe : soleil42 et lune")]
    [InlineData("password: soleil")]
    [InlineData("code secret 1234")]
    [InlineData("code secret : 1234")]
    [InlineData("code confidentiel = 12345678")]
    [InlineData("code PIN 0000")]
    [InlineData("code d’accès : 1234B")]
    [InlineData("MOT DE PASSE\u00a0: SOLEIL")]
    [InlineData("mot de passé : soleil")]
    [InlineData("paul@example.org / soleil42")]
    [InlineData("paul@example.org Soleil42!")]
    [InlineData("paul@example.org:soleil")]
    [InlineData("Paul paul@example.org mdp soleil42")]
    public void Un_mot_de_passe_est_refuse(string texte)
    {
        var repere = ReperageDeSecrets.Reperer(texte).First(r => r.Refuse);
        Assert.Equal(NatureDeSecret.MotDePasse, repere.Nature);
    }

    [Theory]
    [InlineData("Elle a oublié son mot de passe.")]
    [InlineData("mot de passe : oublié")]
    [InlineData("Mot de passe : oubli, nous l’avons changé ensemble")]
    [InlineData("mot de passe : nous l’avons changé ensemble")]
    [InlineData("mot de passe : à réinitialiser")]
    [InlineData("MDP : perdu")]
    [InlineData("mdp ok")]
    [InlineData("mdp : ••••••")]
    [InlineData("mdp : ********")]
    [InlineData("Mot de passe : atelier du mardi")]
    [InlineData("Atelier mot de passe : choisir un bon mot de passe")]
    [InlineData("Règles des mots de passe : douze caractères, une majuscule")]
    [InlineData("mots de passe : 12 caractères")]
    [InlineData("Changer de mot de passe et adresse : 12 rue de la Paix")]
    [InlineData("mot de passe oublié le 12/05/2026")]
    [InlineData("mot de passe demandé à 14h30, 15min")]
    [InlineData("mot de passe : https://exemple.example.org/oubli")]
    [InlineData("Le code secret de sa carte est chez elle.")]
    [InlineData("code secret : 4 chiffres")]
    [InlineData("Le compas est sur la table")]
    [InlineData("Pass numérique : 10 euros")]
    [InlineData("code postal : 42000")]
    [InlineData("rue du Pin : 12")]
    public void Une_phrase_sur_un_mot_de_passe_n_en_donne_pas_un(string texte) => Assert.DoesNotContain(ReperageDeSecrets.Reperer(texte), r => r.Refuse);

    [Fact]
    public void Tout_est_dit_dans_l_ordre_du_texte() => Assert.Equal(
        [NatureDeSecret.Courriel, NatureDeSecret.Telephone, NatureDeSecret.Nir, NatureDeSecret.MotDePasse],
        Natures($"a@example.org\n06 39 98 00 01\n{Quinze}\nmdp : soleil"));

    [Fact]
    public void Les_phrases_sont_dites_dans_la_langue_de_la_page()
    {
        var avant = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
            foreach (var nature in Enum.GetValues<NatureDeSecret>())
            {
                Assert.StartsWith("This text contains", new SecretRepere(nature, 0, 1, 1, "a…").Phrase, StringComparison.Ordinal);
            }
        }
        finally
        {
            CultureInfo.CurrentUICulture = avant;
        }
    }

    [Fact]
    public void N_importe_quel_texte_a_des_reperes_bien_places() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>().Generator.Select(Semer).ToArbitrary(), texte =>
        {
            var fin = 0;
            foreach (var repere in ReperageDeSecrets.Reperer(texte))
            {
                Assert.True(repere.Debut >= fin && repere.Longueur > 0 && repere.Debut + repere.Longueur <= texte!.Length);
                Assert.Equal(texte![..repere.Debut].Count(c => c == '\n') + 1, repere.Ligne);
                fin = repere.Debut + repere.Longueur;
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Un_nir_bien_forme_est_toujours_refuse_et_un_chiffre_change_ne_l_est_plus() =>
        Prop.ForAll(
            (from sexe in Gen.Choose(1, 2)
             from annee in Gen.Choose(0, 99)
             from mois in Gen.Choose(1, 12)
             from departement in Gen.Choose(1, 95)
             from commune in Gen.Choose(1, 990)
             from rang in Gen.Choose(1, 999)
             from place in Gen.Choose(0, 12)
             from autre in Gen.Choose(1, 9)
             select ($"{sexe}{annee:00}{mois:00}{departement:00}{commune:000}{rang:000}", place, autre)).ToArbitrary(),
            cas =>
            {
                var (treize, place, autre) = cas;
                var nir = treize + NumeroNir.Cle(treize).ToString("00", CultureInfo.InvariantCulture);
                Assert.Equal([NatureDeSecret.Nir], Natures($"({nir})"));
                // 10^n is never a multiple of 97: one digit that changes always changes the key.
                var change = new StringBuilder(nir) { [place] = (char)('0' + ((nir[place] - '0' + autre) % 10)) }.ToString();
                Assert.DoesNotContain(NatureDeSecret.Nir, Natures($"({change})"));
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Un_siret_n_est_jamais_pris_pour_un_nir_ni_pour_une_carte() =>
        Prop.ForAll(Gen.Choose(0, 9).ArrayOf(14).ToArbitrary(), chiffres =>
        {
            var siret = string.Concat(chiffres);
            Assert.DoesNotContain(Natures($"SIRET {siret} à Lyon").Concat(Natures($"{siret[..3]} {siret[3..6]} {siret[6..9]} {siret[9..]}")), n => n is NatureDeSecret.Nir or NatureDeSecret.CarteBancaire);
        }).QuickCheckThrowOnFailure();

    // Bounded work, not a bounded time: a text ten times longer is read in about ten times longer, whatever it holds. A walk that went wrong would not end here.
    [Theory]
    [InlineData("a")]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("06 ")]
    [InlineData("@")]
    [InlineData("a@a.")]
    [InlineData("mdp")]
    [InlineData("mdp ")]
    [InlineData("mdp:")]
    [InlineData("mot de passe ")]
    [InlineData("FR76 ")]
    [InlineData("+33 ")]
    [InlineData("+3(0)")]
    [InlineData("\u200b")]
    [InlineData("06 39 98 00 01 ")]
    public async Task Dix_millions_de_caracteres_sont_lus_d_un_trait(string motif)
    {
        var texte = string.Concat(Enumerable.Repeat(motif, 10_000_000 / motif.Length));
        var lecture = Task.Run(() => ReperageDeSecrets.Reperer(texte), TestContext.Current.CancellationToken);
        var reperes = await lecture.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        Assert.InRange(reperes.Count, 0, 2 * ReperageDeSecrets.Max);
    }

    [Fact]
    public void Un_refus_n_est_pas_cache_par_mille_avertissements() =>
        Assert.Contains(NatureDeSecret.Nir, Natures(string.Concat(Enumerable.Repeat("06 39 98 00 01\n", 1000)) + Quinze));

    private static IReadOnlyList<NatureDeSecret> Natures(string texte) => [.. ReperageDeSecrets.Reperer(texte).Select(r => r.Nature)];

    /// <summary>Random texts seldom hold anything: pieces that look like something are put in.</summary>
    private static string? Semer(string? texte) => texte is null ? null : $"{texte}\n06 39 98 00 01 {texte} mdp: {texte}\n{texte}@example.org {texte} 1 85 05 {texte}";
}
