using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Accompagnement.Orientations;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Orientations;

/// <summary>What comes from outside: tokens, addresses, hours.</summary>
public sealed class LienDOrientationTests
{
    [Fact]
    public void Un_jeton_a_256_bits_et_son_empreinte_n_est_pas_lui()
    {
        var (a, b) = (LienDOrientation.NouveauJeton(), LienDOrientation.NouveauJeton());
        Assert.NotEqual(a, b);
        Assert.Equal(64, a.Length);
        Assert.NotEqual(Convert.FromHexString(a), LienDOrientation.EmpreinteDe(a)!);
        Assert.Equal(LienDOrientation.EmpreinteDe(a), LienDOrientation.EmpreinteDe(a));
    }

    [Fact]
    public void Rien_ne_fait_tomber_la_lecture_d_un_jeton() => Prop.ForAll(ArbMap.Default.ArbFor<string?>(), s => LienDOrientation.EmpreinteDe(s) is null || s!.Length == 64).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("prenom.nom@example.org", true)]
    [InlineData("prenom.nom@example.org, autre@example.org", false)]
    [InlineData("prenom\r\nBcc: autre@example.org", false)]
    [InlineData("Prénom <prenom@example.org>", false)]
    [InlineData("prenom@localhost", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Une_adresse_est_une_seule_adresse(string? saisie, bool juste) => Assert.Equal(juste, MessagesDOrientation.EstUneAdresse(saisie));

    [Theory]
    [InlineData("14:30", "13:30")]
    [InlineData("9 h 05", "08:05")]
    [InlineData("9h", "08:00")]
    [InlineData("25:00", null)]
    [InlineData("midi", null)]
    [InlineData(null, null)]
    public void Une_heure_se_lit_a_Paris(string? heure, string? utc) =>
        Assert.Equal(utc, RendezVousSaisi.Lire(new DateOnly(2026, 12, 15), heure, null)?.ToUniversalTime().ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
}
