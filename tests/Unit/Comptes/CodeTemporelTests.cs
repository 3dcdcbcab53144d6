using System.Security.Cryptography;
using System.Text;
using FaireAvec.Comptes.Domain;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Comptes;

/// <summary>Codes that follow the time, against the vectors of RFC 6238 (appendix B) and of RFC 4648.</summary>
public class CodeTemporelTests
{
    private static readonly byte[] Graine = Encoding.ASCII.GetBytes("12345678901234567890");
    private static readonly DateTimeOffset Maintenant = new(2026, 11, 18, 9, 0, 10, TimeSpan.Zero);

    [Theory]
    [InlineData(59, "94287082", "46119246", "90693936")]
    [InlineData(1111111109, "07081804", "68084774", "25091201")]
    [InlineData(1111111111, "14050471", "67062674", "99943326")]
    [InlineData(1234567890, "89005924", "91819424", "93441116")]
    [InlineData(2000000000, "69279037", "90698825", "38618901")]
    [InlineData(20000000000, "65353130", "77737706", "47863826")]
    public void Les_vecteurs_de_la_RFC_6238(long secondes, string sha1, string sha256, string sha512)
    {
        var pas = CodeTemporel.PasDe(DateTimeOffset.FromUnixTimeSeconds(secondes));
        Assert.Equal(sha1, CodeTemporel.Calculer(Graine, pas, 8));
        Assert.Equal(sha256, CodeTemporel.Calculer(Encoding.ASCII.GetBytes("12345678901234567890123456789012"), pas, 8, HashAlgorithmName.SHA256));
        Assert.Equal(sha512, CodeTemporel.Calculer(Encoding.ASCII.GetBytes("1234567890123456789012345678901234567890123456789012345678901234"), pas, 8, HashAlgorithmName.SHA512));
        Assert.Equal(sha1[2..], CodeTemporel.Calculer(Graine, pas));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void La_fenetre_est_d_un_pas_de_chaque_cote(int ecart, bool accepte)
    {
        var pas = CodeTemporel.PasDe(Maintenant) + ecart;
        Assert.Equal(accepte ? pas : null, CodeTemporel.Trouver(Graine, CodeTemporel.Calculer(Graine, pas), Maintenant, null));
    }

    [Fact]
    public void Un_pas_utilise_et_ceux_d_avant_ne_comptent_plus()
    {
        var pas = CodeTemporel.PasDe(Maintenant);
        Assert.Null(CodeTemporel.Trouver(Graine, CodeTemporel.Calculer(Graine, pas), Maintenant, pas));
        Assert.True(CodeTemporel.DejaUtilise(Graine, CodeTemporel.Calculer(Graine, pas), Maintenant, pas));
        Assert.Null(CodeTemporel.Trouver(Graine, CodeTemporel.Calculer(Graine, pas - 1), Maintenant, pas));
        Assert.Equal(pas + 1, CodeTemporel.Trouver(Graine, CodeTemporel.Calculer(Graine, pas + 1), Maintenant, pas));
        Assert.False(CodeTemporel.DejaUtilise(Graine, "000000", Maintenant, pas));
    }

    [Fact]
    public void La_derive_d_une_carte_deplace_la_fenetre()
    {
        var carte = new CarteACodes { Id = Guid.CreateVersion7(), Serie = "A1", GraineChiffree = [], ImporteeLe = Maintenant };
        var pas = CodeTemporel.PasDe(Maintenant) + 7;
        Assert.Null(CodeTemporel.Trouver(Graine, CodeTemporel.Calculer(Graine, pas), Maintenant, null));
        Assert.Equal(pas, CodeTemporel.Trouver(Graine, CodeTemporel.Calculer(Graine, pas), Maintenant, null, fenetre: CodeTemporel.FenetreDeRattachement));
        carte.Attacher(Guid.CreateVersion7(), pas, Maintenant);
        Assert.Equal(7, carte.Derive);
        var demain = Maintenant.AddDays(1);
        Assert.Equal(CodeTemporel.PasDe(demain) + 8, CodeTemporel.Trouver(Graine, CodeTemporel.Calculer(Graine, CodeTemporel.PasDe(demain) + 8), demain, carte.DernierPas, carte.Derive));
        carte.Detacher();
        Assert.Equal(pas, carte.DernierPas);
    }

    [Theory]
    [InlineData("123 456", "123456")]
    [InlineData(" 123\u00a0456 ", "123456")]
    [InlineData("123-456", "123456")]
    [InlineData("12345", null)]
    [InlineData("1234567", null)]
    [InlineData("١٢٣٤٥٦", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Le_code_se_lit_comme_on_l_ecrit(string? saisie, string? code) => Assert.Equal(code, CodeTemporel.Nettoyer(saisie));

    [Fact]
    public void Dix_mille_caracteres_sont_refuses_tout_de_suite() => Assert.Null(CodeTemporel.Nettoyer(new string('1', 10_000)));

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Les_vecteurs_de_la_RFC_4648(string texte, string base32) => Assert.Equal(base32, Base32.Ecrire(Encoding.ASCII.GetBytes(texte)));

    [Fact]
    public void La_base_32_se_relit()
    {
        Prop.ForAll<byte[]>(octets => octets is null || octets.Length is 0 or > 200 || Base32.Lire(Base32.Grouper(Base32.Ecrire(octets)).ToLowerInvariant())!.SequenceEqual(octets)).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("M1")]
    [InlineData("MZ!XW6")]
    [InlineData("M")]
    [InlineData("MZ")]
    [InlineData("====")]
    [InlineData("é")]
    public void Ce_qui_n_est_pas_de_la_base_32_est_refuse(string texte) => Assert.Null(Base32.Lire(texte));

    [Fact]
    public void L_adresse_de_l_image_dit_tout_a_l_application() => Assert.Equal(
        "otpauth://totp/FaireAvec%3Acamille%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=FaireAvec&algorithm=SHA1&digits=6&period=30",
        CodeTemporel.Adresse(Graine, "FaireAvec", "camille@example.org"));
}
