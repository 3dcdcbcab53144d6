using FaireAvec.Comptes.Oidc;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Comptes.Oidc;

public class LectureDuPivotTests
{
    [Fact]
    public void Les_prenoms_se_separent_et_le_nom_d_usage_ne_repete_pas_le_nom()
    {
        var pivot = Lire(("given_name", " Angèle  Marie "), ("family_name", "FICTIVE"), ("preferred_username", "fictive"), ("birthdate", "1962-08-24"), ("birthplace", "2A004"), ("gender", "autre"), ("email", "a@example.org")).Valeur;
        Assert.Equal(["Angèle", "Marie"], pivot.Prenoms);
        Assert.Equal(("FICTIVE", null, "2A004", null), (pivot.NomDeNaissance, pivot.NomDUsage, pivot.LieuDeNaissance, pivot.Genre));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("99352x", null)]
    [InlineData("42218", "42218")]
    public void Un_lieu_absent_ou_faux_est_inconnu(string lieu, string? lu) => Assert.Equal(lu, Lire(("given_name", "A"), ("family_name", "B"), ("birthdate", "1962-08-24"), ("birthplace", lieu)).Valeur.LieuDeNaissance);

    [Theory]
    [InlineData("1962-08-24", "24/08/1962")]
    [InlineData("1962-08-00", "08/1962")]
    [InlineData("1962-00-00", "1962")]
    [InlineData("1962-02-30", null)]
    [InlineData("1962-13-01", null)]
    [InlineData("0000-01-01", null)]
    [InlineData("24/08/1962", null)]
    [InlineData("1962-8-24", null)]
    public void Une_date_incomplete_dit_ce_qu_elle_sait(string date, string? mots)
    {
        var lue = Lire(("given_name", "A"), ("family_name", "B"), ("birthdate", date));
        Assert.Equal(mots, lue.Reussi ? LectureDuPivot.EnFrancais(lue.Valeur.DateDeNaissance) : null);
    }

    [Theory]
    [InlineData("given_name")]
    [InlineData("family_name")]
    [InlineData("birthdate")]
    public void Sans_l_essentiel_on_ne_reconnait_personne(string absent) =>
        Assert.Equal("CPT-257", Lire([.. new[] { ("given_name", "A"), ("family_name", "B"), ("birthdate", "1962-08-24") }.Where(d => d.Item1 != absent)]).Erreur!.Code);

    [Fact]
    public void Rien_ne_fait_tomber_la_lecture() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), ArbMap.Default.ArbFor<string>(), (nom, date) =>
    {
        var lue = Lire(("given_name", nom ?? ""), ("family_name", nom ?? ""), ("birthdate", date ?? ""));
        return !lue.Reussi || lue.Valeur.NomDeNaissance.Length > 0;
    }).QuickCheckThrowOnFailure();

    private static FaireAvec.Kernel.Resultats.Resultat<FaireAvec.Contracts.Comptes.IdentitePivot> Lire(params (string, string)[] donnees) =>
        LectureDuPivot.Lire(donnees.ToDictionary(d => d.Item1, d => d.Item2, StringComparer.Ordinal), "eidas1", "e");
}
