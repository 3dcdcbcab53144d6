using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.ATraiter;

namespace FaireAvec.Tests.Unit.Accompagnement.ATraiter;

public sealed class ReglesATraiterTests
{
    private static readonly DateOnly Aujourdhui = new(2026, 11, 26);
    private static readonly DateTimeOffset Maintenant = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Un_brouillon_attend_apres_trois_jours()
    {
        Assert.False(BrouillonQuiAttend.Concerne(Maintenant.AddDays(-3), Maintenant));
        Assert.True(BrouillonQuiAttend.Concerne(Maintenant.AddDays(-3).AddSeconds(-1), Maintenant));
    }

    [Fact]
    public void Un_atelier_qui_revient_manque_les_jours_ou_il_n_est_pas_note()
    {
        var modele = new ModeleDActivite { Id = Guid.CreateVersion7(), Auteur = Guid.CreateVersion7(), Nom = "Tablette", Contenu = "{}", Depuis = Aujourdhui.AddDays(-28), Semaines = 1, CreeLe = Maintenant };
        // Today's one isn't late, and two weeks is as far as one looks.
        Assert.Equal([Aujourdhui.AddDays(-14), Aujourdhui.AddDays(-7)], AtelierPasNote.Manques(modele, "Tablette", [], Aujourdhui));
        Assert.Equal([Aujourdhui.AddDays(-14)], AtelierPasNote.Manques(modele, "Tablette", [(Aujourdhui.AddDays(-7), "tablette"), (Aujourdhui.AddDays(-14), "Autre")], Aujourdhui));
        modele.Jusqua = Aujourdhui.AddDays(-10);
        Assert.Equal([Aujourdhui.AddDays(-14)], AtelierPasNote.Manques(modele, "Tablette", [], Aujourdhui));
    }

    [Theory]
    [InlineData(22, false)]
    [InlineData(23, true)]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void Un_acte_incomplet_se_dit_la_semaine_avant_le_verrou(int age, bool concerne) => Assert.Equal(concerne, ActeBientotVerrouille.Concerne(Acte(age), Aujourdhui, 30));

    [Fact]
    public void Un_acte_complet_supprime_ou_de_coordination_n_est_pas_a_completer()
    {
        var complet = Acte(25);
        (complet.Duree, complet.Thematiques, complet.PartALaPlace, complet.PartAvec, complet.PartFaire) = (30, ["email"], 0, 100, 0);
        Assert.False(ActeBientotVerrouille.Concerne(complet, Aujourdhui, 30));
        var supprime = Acte(25);
        supprime.SupprimeeLe = Maintenant;
        Assert.False(ActeBientotVerrouille.Concerne(supprime, Aujourdhui, 30));
        Assert.False(ActeBientotVerrouille.Concerne(Acte(25, TypeDActivite.Partenariat), Aujourdhui, 30));
    }

    [Theory]
    [InlineData(60, 31, 30, true)]
    [InlineData(60, 30, 30, false)]
    [InlineData(31, null, 30, true)]
    [InlineData(30, null, 30, false)]
    // Somebody who has just arrived isn't late, whatever they did elsewhere before.
    [InlineData(5, 200, 30, false)]
    public void Sans_activite_notee_se_compte_depuis_le_dernier_acte_ou_l_arrivee(int arrivee, int? dernier, int jours, bool dit) =>
        Assert.Equal(dit, SansActiviteNotee.Depuis(Aujourdhui.AddDays(-arrivee), dernier is { } d ? Aujourdhui.AddDays(-d) : null, Aujourdhui, jours) is not null);

    [Fact]
    public void La_personne_sait_avant_la_coordination() => Assert.True(SansActiviteNotee.JoursPourSoi < SansActiviteNotee.Jours);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(90, true)]
    [InlineData(91, false)]
    public void On_remet_de_demain_a_trois_mois(int jours, bool permis) => Assert.Equal(permis, PlusTard.Permis(Aujourdhui.AddDays(jours), Aujourdhui));

    private static Activite Acte(int age, TypeDActivite type = TypeDActivite.Individuel) => new()
    {
        Id = Guid.CreateVersion7(),
        Auteur = Guid.CreateVersion7(),
        Organisation = Guid.CreateVersion7(),
        Equipes = [],
        Type = type,
        Jour = Aujourdhui.AddDays(-age),
        Duree = 0,
        Origine = OrigineDActivite.Import,
        Empreinte = [],
        EnregistreeLe = Maintenant,
        ModifieeLe = Maintenant,
    };
}
