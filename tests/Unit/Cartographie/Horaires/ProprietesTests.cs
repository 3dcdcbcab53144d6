using System.Diagnostics;
using FaireAvec.Cartographie.Horaires;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Cartographie.Horaires;

/// <summary>Whatever the text: a result, quickly, and answers that agree with each other.</summary>
public class ProprietesTests
{
    private static readonly string[] Morceaux =
    [
        "Mo", "Tu", "Su", "Mo-Fr", "PH", "SH", "Aug", "Dec 25", "2025", "week 1-53/2", "09:00", "9", "-", ",", ";", "||", "12:00-14:30", "24/7", "[1]", "[", "]", "+", "/2",
        " ", " ", "off", "open", "unknown", "\"sur rdv\"", "\"", ":", "h", "am", "31", "0", "+1 day", "lundi", "di", "mar", "é", "\u00a0", "\ud800", "\0", "9999999999999",
    ];

    private static readonly Config Beaucoup = Config.QuickThrowOnFailure.WithMaxTest(3000);

    [Fact]
    public void Un_texte_quelconque_donne_un_resultat_sans_exception() =>
        Prop.ForAll<string?>(texte => Verifier(texte)).Check(Beaucoup);

    [Fact]
    public void Un_assemblage_de_morceaux_donne_un_resultat_sans_exception() =>
        Prop.ForAll(Assemblages(), texte => Verifier(texte)).Check(Beaucoup);

    [Fact]
    public void Le_prochain_changement_est_le_premier_instant_ou_l_etat_differe() =>
        Prop.ForAll(Reels(), Instants(), (texte, instant) =>
        {
            var horaires = Lecture.Lire(texte);
            var etat = horaires.EtatA(instant, "75").Etat;
            if (horaires.ProchainChangement(instant, "75") is not { } changement)
            {
                return true;
            }

            var pas = (changement - instant) / 50;
            return horaires.EtatA(changement, "75").Etat != etat
                && horaires.EtatA(changement.AddTicks(-1), "75").Etat == etat
                && Enumerable.Range(0, 50).All(i => horaires.EtatA(instant + (pas * i), "75").Etat == etat);
        }).Check(Beaucoup);

    [Fact]
    public void L_etat_et_les_intervalles_disent_la_meme_chose() =>
        Prop.ForAll(Reels(), Instants(), (texte, instant) =>
        {
            var horaires = Lecture.Lire(texte);
            var etat = horaires.EtatA(instant, "971");
            var intervalle = horaires.Intervalles(instant, instant.AddMinutes(1), "971");
            return intervalle.Count == 0
                ? etat.Etat == EtatOuverture.Ferme
                : intervalle[0].Debut != instant || (etat.Commentaire == intervalle[0].Commentaire && etat.Etat == (intervalle[0].Inconnu ? EtatOuverture.Inconnu : EtatOuverture.Ouvert));
        }).Check(Beaucoup);

    private static void Verifier(string? texte)
    {
        var chrono = Stopwatch.StartNew();
        var horaires = HorairesOsm.Analyser(texte);
        if (horaires.Reussi)
        {
            var instant = Lecture.Local("2025-05-05 10:00");
            EnMots.Etat(horaires.Valeur, instant, "67");
            SemaineEnMots.Composer(horaires.Valeur, instant, "67");
        }
        else
        {
            Assert.All(horaires.Erreurs, e => Assert.False(string.IsNullOrWhiteSpace(e.Message)));
        }

        Assert.True(chrono.Elapsed < TimeSpan.FromSeconds(1), texte);
    }

    private static Arbitrary<string> Assemblages() => Gen.Elements(Morceaux).ListOf().Select(m => string.Concat(m)).ToArbitrary();

    private static Arbitrary<string> Reels() => Gen.Elements(HorairesReels.Lire().Where(h => HorairesOsm.Analyser(h.Texte).Reussi).Select(h => h.Texte).ToArray()).ToArbitrary();

    private static Arbitrary<DateTimeOffset> Instants() =>
        Gen.Choose(0, 3 * 365 * 24 * 60).Select(m => new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(m)).ToArbitrary();
}
