using System.Net;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Web;

namespace FaireAvec.Tests.Unit.Kernel;

/// <summary>A producer's address leads to the public internet or nowhere.</summary>
public sealed class AdressesPubliquesTests
{
    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("93.184.215.14")]
    [InlineData("2606:4700::1111")]
    [InlineData("2002:0101:0101::1")]
    [InlineData("64:ff9b::1.1.1.1")]
    [InlineData("::ffff:1.1.1.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    public void Une_adresse_publique_est_lue(string adresse) => Assert.True(AdressesPubliques.EstPublique(IPAddress.Parse(adresse)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.1")]
    [InlineData("100.64.0.1")] // shared by carriers
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")] // metadata of hosts
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")] // IPv4-compatible
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::10.0.0.1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2002:7f00:1::1")] // 6to4 of 127.0.0.1
    [InlineData("2001:0:1::1")] // Teredo
    [InlineData("2001:db8::1")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")] // metadata of hosts
    [InlineData("ff02::1")]
    public void Une_adresse_privee_ou_reservee_ne_l_est_pas(string adresse) => Assert.False(AdressesPubliques.EstPublique(IPAddress.Parse(adresse)));

    [Theory]
    [InlineData("https://example.org/lieux.csv", true)]
    [InlineData(" http://example.org/lieux.csv ", true)]
    [InlineData("ftp://example.org/lieux.csv", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("https://moi:secret@example.org/", false)]
    [InlineData("/lieux.csv", false)]
    [InlineData("javascript:alert(1)", false)]
    public void Une_adresse_de_source_est_http_ou_https_sans_mot_de_passe(string texte, bool valable) => Assert.Equal(valable, AdresseDeSource.Lire(texte) is not null);
}
