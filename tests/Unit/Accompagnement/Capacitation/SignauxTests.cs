using FaireAvec.Accompagnement.Domain.Capacitation;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Capacitation;

/// <summary>What hardly happens is seen, by whoever entered it first.</summary>
public class SignauxTests
{
    private static readonly Guid Moi = Tirages.Personne(1000);
    private static readonly DateTimeOffset Matin = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);

    private static EvaluationSaisie E(int personne, string code, Moment moment, int jour, int niveau, int minute = 0, Guid? mediateur = null) => new(
        new(Tirages.Personne(personne), code, niveau, Preuve.Observe, moment, Evaluateur.Mediateur, Tirages.Origine.AddDays(jour)),
        mediateur ?? Moi,
        Matin.AddDays(jour).AddMinutes(minute));

    private static IEnumerable<EvaluationSaisie> Parcours(int personne, int[] debuts, int[] fins, int debut = 0, int fin = 30) =>
        debuts.Select((n, i) => E(personne, $"A0{i}", Moment.Initial, debut, n, personne)).Concat(fins.Select((n, i) => E(personne, $"A0{i}", Moment.Sortie, fin, n, personne)));

    private static NatureDeSignal[] Natures(params IEnumerable<EvaluationSaisie>[] parcours) => [.. ProfilsImpossibles.Chercher([.. parcours.SelectMany(p => p)]).Select(s => s.Nature)];

    [Fact]
    public void Un_parcours_ordinaire_ne_signale_rien() => Assert.Empty(Natures(Parcours(1, [0, 1, 2], [3, 3, 2]), Parcours(2, [0, 0, 0], [3, 4, 5])));

    [Fact]
    public void Tout_de_zero_a_cinq()
    {
        Assert.Equal([NatureDeSignal.ToutDeZeroACinq], Natures(Parcours(1, [0, 0, 0], [5, 5, 5])));
        Assert.Equal([NatureDeSignal.ToutDeZeroACinq], Natures(Parcours(1, [0], [5])));
    }

    [Fact]
    public void Un_gain_sur_un_seul_savoir_faire() => Assert.Equal([NatureDeSignal.UnSeulSavoirFaire], Natures(Parcours(1, [0, 2, 2], [4, 2, 1])));

    [Fact]
    public void Deux_savoir_faire_seulement_ne_disent_rien() => Assert.Empty(Natures(Parcours(1, [0, 0], [5, 0])));

    [Fact]
    public void Une_sortie_avant_le_debut() => Assert.Contains(NatureDeSignal.FinAvantDebut, Natures(Parcours(1, [0, 1, 2], [3, 3, 2], debut: 30, fin: 10)));

    [Fact]
    public void Plusieurs_personnes_a_la_meme_minute() =>
        Assert.Equal([NatureDeSignal.HeuresIdentiques], Natures([E(1, "A01", Moment.Initial, 0, 1, 5), E(2, "A01", Moment.Initial, 0, 1, 5)]));

    [Fact]
    public void Plus_de_trois_en_un_jour()
    {
        EvaluationSaisie[] trois = [.. Enumerable.Range(1, 3).Select(p => E(p, "A01", Moment.Initial, 0, 1, p * 10))];
        Assert.Empty(Natures(trois));
        Assert.Equal([NatureDeSignal.TropEnUnJour], Natures([.. trois, E(4, "A01", Moment.Initial, 0, 1, 90)]));
        // Somebody else's day is another one.
        Assert.Empty(Natures([.. trois, E(4, "A01", Moment.Initial, 0, 1, 90, Tirages.Personne(2000))]));
    }

    [Fact]
    public void L_ordre_de_saisie_ne_change_pas_les_signaux()
    {
        var saisie = from e in Tirages.Evaluation() from minute in Gen.Choose(0, 30) from mediateur in Gen.Choose(0, 2) select new EvaluationSaisie(e, Tirages.Personne(2000 + mediateur), Matin.AddDays(e.Jour.DayNumber - Tirages.Origine.DayNumber).AddMinutes(minute));
        var tirage = from saisies in saisie.ArrayOf() from melange in Tirages.Melange(saisies) select (saisies, melange);
        Prop.ForAll(tirage.ToArbitrary(), t => Assert.Equal(ProfilsImpossibles.Chercher(t.saisies), ProfilsImpossibles.Chercher(t.melange))).Check(Tirages.Mille);
    }

    [Fact]
    public void La_coordination_ne_voit_qu_apres_la_personne_concernee()
    {
        Assert.False(VisibiliteDuSignal.PourLaCoordination(null, null, Matin.AddYears(1)));
        Assert.False(VisibiliteDuSignal.PourLaCoordination(Matin, null, Matin.AddDays(13)));
        Assert.True(VisibiliteDuSignal.PourLaCoordination(Matin, null, Matin.AddDays(14)));
        Assert.False(VisibiliteDuSignal.PourLaCoordination(Matin, Matin.AddDays(1), Matin.AddDays(14)));
    }
}
