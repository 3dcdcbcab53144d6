using System.Diagnostics;
using System.Text;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Invitations;
using FaireAvec.Kernel.Securite;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Comptes.Membres;

/// <summary>A file of people to invite, as spreadsheets write it, and as nobody should.</summary>
public class FichierDInvitationsTests
{
    static FichierDInvitationsTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", ";")]
    [InlineData("utf-16", "\t")]
    [InlineData("utf-16BE", ",")]
    [InlineData("windows-1252", ";")]
    public void Les_encodages_et_separateurs_des_tableurs_se_lisent(string encodage, string separateur)
    {
        var e = Encoding.GetEncoding(encodage);
        var texte = string.Join(separateur, "Prénom", "Nom", "E-mail", "Rôle") + "\r\n" + string.Join(separateur, "Zoë", "\"D’Œuvre\"", "zoe@example.org", "Médiateur ou médiatrice numérique") + "\r\n";
        var lignes = FichierDInvitations.Lire([.. e.GetPreamble(), .. e.GetBytes(texte)]).Valeur;
        Assert.Equal((2, "zoe@example.org", "Zoë", "D’Œuvre", Role.Mediateur), (lignes[0].Numero, lignes[0].Courriel, lignes[0].Prenom, lignes[0].Nom, lignes[0].RoleLu));
    }

    [Fact]
    public void Un_role_se_lit_par_sa_cle_ou_par_son_nom()
    {
        var lignes = FichierDInvitations.Lire("courriel,role\na@example.org,conseiller_numerique\nb@example.org,Référent ou référente\nc@example.org,chef\nd@example.org\n").Valeur;
        Assert.Equal([Role.ConseillerNumerique, Role.Referent, null, null], lignes.Select(l => l.RoleLu));
    }

    [Fact]
    public void Ce_qui_n_est_pas_un_fichier_d_invitations_est_refuse_avec_sa_raison()
    {
        foreach (var (texte, erreur) in new[]
        {
            ("", ErreursMembres.FichierIllisible), ("   \n \n", ErreursMembres.FichierIllisible), ("courriel;role\n", ErreursMembres.FichierIllisible), ("PK\u0003\u0004\0\0", ErreursMembres.FichierIllisible),
            ("nom;prenom\na;b\n", ErreursMembres.FichierColonnes), ("courriel;role\n" + string.Concat(Enumerable.Repeat("a@example.org;aidant\n", 501)), ErreursMembres.FichierTropLong),
            (new string('a', FichierDInvitations.OctetsMax + 1), ErreursMembres.FichierTropLong),
        })
        {
            Assert.Equal(erreur, FichierDInvitations.Lire(texte).Erreur);
        }

        Assert.Equal(500, FichierDInvitations.Lire("courriel;role\n" + string.Concat(Enumerable.Repeat("a@example.org;aidant\n", 500))).Valeur.Count);
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+33199000000")]
    [InlineData("@SUM(1)")]
    [InlineData("-1+1")]
    [InlineData("<b>Zoë</b>")]
    [InlineData("a@b")]
    [InlineData("https://example.org/")]
    [InlineData("\u202E")]
    [InlineData("12")]
    public void Une_formule_ou_une_adresse_n_est_pas_un_nom(string nom) => Assert.Null(NomsDePersonnes.Lire(nom));

    [Theory]
    [InlineData("  Jean–Noël  ", "Jean–Noël")]
    [InlineData("D'Angelo", "D'Angelo")]
    [InlineData("de la Tour\tdu Pin", "de la Tour du Pin")]
    [InlineData("Nguyễn", "Nguyễn")]
    public void Un_nom_garde_ses_signes(string saisi, string lu) => Assert.Equal(lu, NomsDePersonnes.Lire(saisi));

    [Fact]
    public void N_importe_quels_octets_donnent_une_reponse()
    {
        var octets = Gen.OneOf(
            Gen.Choose(0, 255).Select(i => (byte)i).ArrayOf(),
            Gen.Elements("courriel;role\n", "\"", ";", "\n", "a@example.org", "\r", "\0", "é", "\ud83d", "=1+1", "aidant", ",").ArrayOf().Select(m => Encoding.UTF8.GetBytes(string.Concat(m))));
        Prop.ForAll(octets.ToArbitrary(), o =>
        {
            var lu = FichierDInvitations.Lire(o);
            return lu.Reussi ? lu.Valeur.Count is > 0 and <= FichierDInvitations.LignesMax && lu.Valeur.All(l => l.RoleLu is null or Role.Aidant) : lu.Erreur is not null;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void Un_fichier_hostile_prend_un_temps_borne()
    {
        var chrono = Stopwatch.StartNew();
        foreach (var motif in new[] { "\"", "\"\"", ";", ",", "\n", "\"a\"b", "a@example.org;aidant\n", "œ", "\r\n\"" })
        {
            FichierDInvitations.Lire("courriel;role\n" + string.Concat(Enumerable.Repeat(motif, (FichierDInvitations.OctetsMax - 100) / motif.Length)));
        }

        // Some milliseconds each; far from it only when something loops.
        Assert.True(chrono.Elapsed < TimeSpan.FromSeconds(60), chrono.Elapsed.ToString());
    }

    [Theory]
    [InlineData("courriel;courriel;role\na@example.org;b@example.org;aidant\n", "courriel")]
    [InlineData("email;adresse;role\na@example.org;b@example.org;aidant\n", "courriel")]
    [InlineData("courriel;role;fonction\na@example.org;aidant;referent\n", "role")]
    public void Une_colonne_ecrite_deux_fois_est_refusee_par_son_nom(string texte, string colonne)
    {
        var lu = FichierDInvitations.Lire(texte);
        Assert.Equal(ErreursMembres.FichierColonnes.Code, lu.Erreur!.Code);
        Assert.Contains($"«\u00a0{colonne}\u00a0»", lu.Erreur.Message, StringComparison.Ordinal);
    }
}
