using FaireAvec.Cartographie.Domain.NosLieux;
using FaireAvec.Cartographie.Horaires;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Cartographie;

/// <summary>Opening hours as one says them, written in the format and read back.</summary>
public class SemaineSaisieTests
{
    private static readonly DateOnly Jour = new(2026, 11, 26);

    [Theory]
    [InlineData("Mo-Fr 09:00-12:00,14:00-17:30")]
    [InlineData("Mo,Tu 09:00-12:00; We 14:00-18:00; Sa 09:00-12:30; PH off")]
    [InlineData("Mo-Su 00:00-24:00")]
    [InlineData("Mo,We-Fr 08:30-12:00; PH off; 2026 Dec 21-2027 Jan 03 off")]
    public void Ce_qui_est_simple_se_lit_et_se_recrit_pareil(string texte) => Assert.Equal(texte, SemaineSaisie.Lire(texte)!.Ecrire(Jour));

    [Theory]
    [InlineData("Mo-Fr 9:00-12:00 ; Sa off", "Mo-Fr 09:00-12:00")]
    [InlineData("Mo-Fr 09:00-12:00; We 14:00-18:00", "Mo,Tu,Th,Fr 09:00-12:00; We 14:00-18:00")]
    [InlineData("Mo 09:00-12:00; 2026 Nov 01 off \"congés\"; 2026 Nov 26 off", "Mo 09:00-12:00; 2026 Nov 26 off")]
    public void Ce_qui_est_passe_ou_ecrit_autrement_est_mis_au_propre(string texte, string propre) => Assert.Equal(propre, SemaineSaisie.Lire(texte)!.Ecrire(Jour));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("24/7")]
    [InlineData("Mo-Fr sunrise-sunset")]
    [InlineData("week 1-20 Mo 09:00-12:00")]
    [InlineData("SH Mo-Fr 10:00-12:00")]
    [InlineData("Mo 09:00-10:00,11:00-12:00,14:00-15:00")]
    [InlineData("Mo 12:00-09:00")]
    [InlineData("Fr-Mo 09:00-12:00")]
    [InlineData("Mo 09:00-12:00 || \"sur rendez-vous\"")]
    [InlineData("2026 Feb 31 off")]
    public void Ce_qui_est_plus_riche_n_est_pas_lu(string? texte) => Assert.Null(SemaineSaisie.Lire(texte));

    [Theory]
    [InlineData("9h", 540)]
    [InlineData("9 h 30", 570)]
    [InlineData("17:05", 1025)]
    [InlineData("17h30min", 1050)]
    [InlineData("0h", 0)]
    [InlineData("24h", 1440)]
    public void Une_heure_se_lit_comme_on_l_ecrit(string saisie, int minutes) => Assert.Equal(minutes, SemaineSaisie.LireHeure(saisie));

    [Theory]
    [InlineData("")]
    [InlineData("midi")]
    [InlineData("24h01")]
    [InlineData("9h60")]
    [InlineData("25h")]
    [InlineData("-9h")]
    [InlineData("9h9h9h9h9h9h9h9h9h9h9h")]
    public void Ce_qui_n_est_pas_une_heure_n_est_pas_lu(string saisie) => Assert.Null(SemaineSaisie.LireHeure(saisie));

    // Any week that the form can make is understood by the engine of hours, and comes back as it was.
    [Fact]
    public void Toute_semaine_s_ecrit_se_comprend_et_se_relit() => Prop.ForAll(Semaines(), semaine =>
    {
        var texte = semaine.Ecrire(Jour);
        return texte is null
            ? semaine.Vide
            : HorairesOsm.Analyser(texte).Reussi && SemaineSaisie.Lire(texte) is { } relue
                && relue.Semaine.Zip(semaine.Semaine).All(j => j.First.SequenceEqual(j.Second))
                && relue.FermeLesFeries == semaine.FermeLesFeries && relue.Fermetures.SequenceEqual(semaine.Fermetures.OrderBy(f => f.Du));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static Arbitrary<SemaineSaisie> Semaines()
    {
        var jour = Gen.Choose(0, 2).SelectMany(n => Gen.ArrayOf(Gen.Choose(0, 287), n * 2)).Select(bornes =>
        {
            var tries = bornes.Distinct().Order().ToArray();
            return (IReadOnlyList<PlageDuJour>)[.. Enumerable.Range(0, tries.Length / 2).Select(i => new PlageDuJour(tries[i * 2] * 5, (tries[(i * 2) + 1] * 5) + 5)).Where((p, i) => i == 0 || p.De >= (tries[1] * 5) + 5)];
        });
        var fermeture = Gen.Choose(0, 300).SelectMany(d => Gen.Choose(0, 40).Select(n => new FermeturePrevue(Jour.AddDays(d), Jour.AddDays(d + n))));
        return (from jours in Gen.ArrayOf(jour, 7)
                from feries in Gen.Elements(true, false)
                from fermetures in Gen.Choose(0, 2).SelectMany(n => Gen.ArrayOf(fermeture, n))
                select new SemaineSaisie { Semaine = jours, FermeLesFeries = feries, Fermetures = [.. fermetures.DistinctBy(f => f.Du)] }).ToArbitrary();
    }

    [Theory]
    [InlineData("12345678900012", "12345678900099", true)]
    [InlineData("123 456 789 00012", "12345678900012", true)]
    [InlineData("98765432100012", "12345678900012", false)]
    [InlineData(null, "12345678900012", false)]
    [InlineData("12345678900012", null, false)]
    [InlineData("00000000000000", "00000000000000", false)]
    [InlineData("123456789", "123456789", false)]
    public void Un_lieu_est_a_une_organisation_quand_ils_ont_le_meme_SIREN(string? pivot, string? siret, bool attendu) => Assert.Equal(attendu, AttestationDuLieu.Atteste(pivot, siret));
}
