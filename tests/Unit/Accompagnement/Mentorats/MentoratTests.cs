using FaireAvec.Accompagnement.Domain.Mentorats;

namespace FaireAvec.Tests.Unit.Accompagnement.Mentorats;

public sealed class MentoratTests
{
    private static readonly DateOnly Aujourdhui = new(2026, 11, 26);
    private static readonly Guid Ancienne = Guid.Parse("01a21000-0000-7000-8000-000000000001");
    private static readonly Guid Nouveau = Guid.Parse("01a21000-0000-7000-8000-000000000002");

    /// <summary>The whole table: every couple of states, each place.</summary>
    [Fact]
    public void Les_etats_sont_une_table()
    {
        var permises =
            from de in Enum.GetValues<EtatDeMentorat>()
            from vers in Enum.GetValues<EtatDeMentorat>()
            from qui in Enum.GetValues<PlaceDansLeMentorat>()
            where EtatsDeMentorat.Permet(de, vers, qui)
            select (de, vers, qui);
        Assert.Equal(
        [
            (EtatDeMentorat.EnCours, EtatDeMentorat.Refuse, PlaceDansLeMentorat.Mentor), (EtatDeMentorat.EnCours, EtatDeMentorat.Refuse, PlaceDansLeMentorat.Mentore),
            (EtatDeMentorat.EnCours, EtatDeMentorat.Termine, PlaceDansLeMentorat.Mentor), (EtatDeMentorat.EnCours, EtatDeMentorat.Termine, PlaceDansLeMentorat.Mentore), (EtatDeMentorat.EnCours, EtatDeMentorat.Termine, PlaceDansLeMentorat.Coordination),
        ], permises);
    }

    [Fact]
    public void Personne_n_est_son_propre_mentor_et_les_dates_ont_un_sens()
    {
        Assert.Equal("ACC-270", Mentorat.Refus(Ancienne, Ancienne, Aujourdhui, Aujourdhui)!.Code);
        Assert.Equal("ACC-271", Mentorat.Refus(Ancienne, Nouveau, null, Aujourdhui)!.Code);
        Assert.Equal("ACC-271", Mentorat.Refus(Ancienne, Nouveau, Aujourdhui.AddDays(91), Aujourdhui)!.Code);
        Assert.Equal("ACC-271", Mentorat.Refus(Ancienne, Nouveau, Aujourdhui.AddYears(-6), Aujourdhui)!.Code);
        Assert.Null(Mentorat.Refus(Ancienne, Nouveau, Aujourdhui, Aujourdhui));
    }

    [Fact]
    public void Un_mentorat_fini_ne_se_refuse_plus_et_ne_recoit_plus_de_rencontre()
    {
        var m = De(Aujourdhui.AddDays(-10));
        Assert.Null(m.RefusDeRencontre(Aujourdhui, Aujourdhui));
        Assert.Null(m.RefusDeRencontre(m.Debut, Aujourdhui));
        Assert.Equal("ACC-276", m.RefusDeRencontre(Aujourdhui.AddDays(1), Aujourdhui)!.Code);
        Assert.Equal("ACC-276", m.RefusDeRencontre(m.Debut.AddDays(-1), Aujourdhui)!.Code);
        Assert.Equal("ACC-276", m.RefusDeRencontre(null, Aujourdhui)!.Code);
        Assert.Null(m.Passer(EtatDeMentorat.Termine, PlaceDansLeMentorat.Coordination, Aujourdhui));
        Assert.Equal(Aujourdhui, m.Fin);
        Assert.Equal("ACC-275", m.Passer(EtatDeMentorat.Refuse, PlaceDansLeMentorat.Mentor, Aujourdhui)!.Code);
        Assert.Equal("ACC-275", m.RefusDeRencontre(Aujourdhui, Aujourdhui)!.Code);
    }

    [Fact]
    public void La_coordination_ne_refuse_pas_a_la_place_des_deux()
    {
        var m = De(Aujourdhui);
        Assert.Equal("ACC-275", m.Passer(EtatDeMentorat.Refuse, PlaceDansLeMentorat.Coordination, Aujourdhui)!.Code);
        Assert.Equal((PlaceDansLeMentorat?)PlaceDansLeMentorat.Mentor, m.PlaceDe(Ancienne));
        Assert.Equal((PlaceDansLeMentorat?)PlaceDansLeMentorat.Mentore, m.PlaceDe(Nouveau));
        Assert.Null(m.PlaceDe(Guid.CreateVersion7()));
    }

    [Fact]
    public void Un_mentorat_refuse_avant_de_commencer_finit_ou_il_commence()
    {
        var m = De(Aujourdhui.AddDays(20));
        Assert.Null(m.Passer(EtatDeMentorat.Refuse, PlaceDansLeMentorat.Mentore, Aujourdhui));
        Assert.Equal(m.Debut, m.Fin);
    }

    [Theory]
    [InlineData(30, null, null, null)]
    [InlineData(31, null, null, nameof(MotifDIsolement.SansMentor))]
    [InlineData(200, 45, null, null)]
    [InlineData(200, 46, null, nameof(MotifDIsolement.SansRencontre))]
    [InlineData(200, 100, 45, null)]
    [InlineData(200, 100, 46, nameof(MotifDIsolement.SansRencontre))]
    [InlineData(200, -5, null, null)]
    public void Personne_ne_reste_seul(int arrivee, int? mentorat, int? rencontre, string? attendu) => Assert.Equal(
        attendu,
        Isolement.De(Aujourdhui.AddDays(-arrivee), mentorat is { } m ? Aujourdhui.AddDays(-m) : null, rencontre is { } r ? Aujourdhui.AddDays(-r) : null, Aujourdhui)?.Motif.ToString());

    private static Mentorat De(DateOnly debut) => new() { Id = Guid.CreateVersion7(), Mentor = Ancienne, Mentore = Nouveau, Equipe = Guid.CreateVersion7(), DeclarePar = Guid.CreateVersion7(), Debut = debut, DeclareLe = default };
}
