using FaireAvec.Accompagnement.Domain.Registres;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Registres;

public class TraceDeSignatureTests
{
    [Fact]
    public void Une_signature_se_lit_et_se_dessine()
    {
        var trace = TraceDeSignature.Lire("10,20 40,60;300,18 310,40 320,60;500,200").Valeur;
        Assert.Equal([2, 3, 1], trace.Traits.Select(t => t.Count));
        Assert.Equal("M10 20L40 60M300 18L310 40L320 60M500 200h0", trace.Chemin());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("10,")]
    [InlineData(",10")]
    [InlineData("10,20 ")]
    [InlineData(";10,20")]
    [InlineData("10,20;")]
    [InlineData("10,20,30")]
    [InlineData("-10,20 30,40")]
    [InlineData("1001,20 30,40")]
    [InlineData("10,401 30,40")]
    [InlineData("1e2,20 30,40")]
    [InlineData("00010,20 30,40")]
    [InlineData("99999999999999,20")]
    [InlineData("M10 20L30 40")]
    [InlineData("<svg onload=alert(1)>")]
    [InlineData("data:image/png;base64,iVBORw0KGgo=")]
    [InlineData("١٠,٢٠ 30,40")]
    public void Ce_qui_n_est_pas_une_signature_est_refuse(string? texte) => Assert.Equal("ACC-240", TraceDeSignature.Lire(texte).Erreur!.Code);

    [Fact]
    public void Une_signature_trop_grosse_est_refusee_en_temps_borne()
    {
        Assert.Equal("ACC-241", TraceDeSignature.Lire(new string('1', TraceDeSignature.LongueurMax + 1)).Erreur!.Code);
        Assert.Equal("ACC-241", TraceDeSignature.Lire(string.Join(' ', Enumerable.Repeat("1,1", TraceDeSignature.PointsMax + 1))).Erreur!.Code);
        Assert.Equal("ACC-241", TraceDeSignature.Lire(string.Join(';', Enumerable.Repeat("1,1", TraceDeSignature.TraitsMax + 1))).Erreur!.Code);
        Assert.True(TraceDeSignature.Lire($"1,1 300,300 {string.Join(' ', Enumerable.Repeat("1,1", TraceDeSignature.PointsMax - 2))}").Reussi);
    }

    [Theory]
    [InlineData("10,20")]
    [InlineData("10,20 15,25;12,22")]
    public void Un_doigt_pose_par_megarde_n_est_pas_une_signature(string texte) => Assert.Equal("ACC-242", TraceDeSignature.Lire(texte).Erreur!.Code);

    [Theory]
    [InlineData("100,100 300,300;300,100 100,300")]
    [InlineData("100,100 130,100")]
    public void Une_croix_ou_un_trait_suffisent(string texte) => Assert.True(TraceDeSignature.Lire(texte).Reussi);

    [Fact]
    public void Ce_qui_s_ecrit_se_relit()
    {
        var point = from x in Gen.Choose(0, TraceDeSignature.Largeur) from y in Gen.Choose(0, TraceDeSignature.Hauteur) select $"{x},{y}";
        var texte = point.NonEmptyListOf().Select(p => string.Join(' ', p)).NonEmptyListOf().Select(t => string.Join(';', t));
        Prop.ForAll(texte.ToArbitrary(), t => TraceDeSignature.Lire(t) is not { Reussi: true } lue || lue.Valeur.Ecrire() == t).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Aucun_texte_ne_fait_tomber_la_lecture() => Prop.ForAll<string>(t => TraceDeSignature.Lire(t).Erreurs is not null).QuickCheckThrowOnFailure();
}
