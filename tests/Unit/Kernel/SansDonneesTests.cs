using System.Net.Mail;
using System.Text.RegularExpressions;
using FaireAvec.Kernel.Observation;
using Npgsql;

namespace FaireAvec.Tests.Unit.Kernel;

/// <summary>What logs and traces say of a failure: what and where, never about whom.</summary>
public class SansDonneesTests
{
    [Theory]
    [InlineData("The input string 'Dupont' was not in a correct format.", "The input string … was not in a correct format.")]
    [InlineData("invalid input syntax for type integer: \"Dupont\"", "invalid input syntax for type integer: …")]
    [InlineData("Key (courriel)=(a.b@example.org) already exists.", "Key (courriel)… already exists.")]
    [InlineData("5.1.1 <a.b@example.org>: no such user", "5.1.1 …: no such user")]
    [InlineData("refused: a.b+c@example.org, later", "refused: …, later")]
    [InlineData("Call 06 12 34 56 78 now", "Call … now")]
    [InlineData("NIR 255081416802538", "NIR …")]
    [InlineData("token fas_Zk3mQ9x1YtR8pLw2NvB7cD5e left", "token … left")]
    [InlineData("It couldn't, and it won't.", "It couldn't, and it won't.")]
    [InlineData("Job comptes.inactivite failed after 5 tries in 1200 ms", "Job comptes.inactivite failed after 5 tries in 1200 ms")]
    [InlineData("Import 01995a3c-7b1e-7c11-9f3a-1d2e3f4a5b6c failed", "Import 01995a3c-7b1e-7c11-9f3a-1d2e3f4a5b6c failed")]
    [InlineData("FaireAvec.Comptes.Connexion.EnvoiDesLettres on https://site.example", "FaireAvec.Comptes.Connexion.EnvoiDesLettres on https://site.example")]
    public void Une_phrase_perd_ce_qu_elle_cite(string phrase, string dite) => Assert.Equal(dite, SansDonnees.Epurer(phrase));

    [Fact]
    public void Un_texte_trop_long_a_lire_ne_dit_rien_et_n_arrete_rien()
    {
        var lent = new Regex("(?<a>a|aa)+$", RegexOptions.None, TimeSpan.FromMilliseconds(1));
        Assert.Equal("…", SansDonnees.Remplacer(lent, new string('a', 40) + "b Dupont"));
    }

    [Fact]
    public void La_base_dit_son_code_et_ses_objets_jamais_les_valeurs()
    {
        Assert.Equal("PostgresException: 23505 comptes ux_courriel", SansDonnees.Resumer(new PostgresException("duplicate key of Dupont", "ERROR", "ERROR", "23505", detail: "Key (nom)=(Dupont)", hint: "Dupont", tableName: "comptes", constraintName: "ux_courriel")));
        Assert.Equal("PostgresException: 42501 permission denied for table comptes", SansDonnees.Resumer(new PostgresException("permission denied for table comptes", "ERROR", "ERROR", "42501")));
        Assert.Equal("SmtpException: MailboxUnavailable", SansDonnees.Resumer(new SmtpException(SmtpStatusCode.MailboxUnavailable, "5.1.1 Dupont")));
    }

    [Fact]
    public void Les_exceptions_du_dedans_se_disent_de_meme()
    {
        var dedans = new FormatException("Not a date: Dupont at 'Lyon'");
        var dite = SansDonnees.Decrire(new AggregateException(new InvalidOperationException($"Failed because {dedans.Message}", dedans)));
        Assert.DoesNotContain("Lyon", dite, StringComparison.Ordinal);
        Assert.Contains("FormatException: Not a date", dite, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: Failed because …", dite, StringComparison.Ordinal);
    }
}
