using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Tests.Unit.Comptes;

public class CompteTests
{
    private static readonly DateTimeOffset Debut = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Suspendu,Actif,Clos,Efface", true)]
    [InlineData("Efface", false)]
    [InlineData("Clos,Actif", false)]
    [InlineData("Actif", false)]
    public void Un_compte_ne_passe_que_par_les_etats_de_la_table(string chemin, bool permis)
    {
        var compte = new Compte { Id = Identifiants.Nouveau(TimeProvider.System), Courriel = "a@example.org", CleDuCourriel = "a@example.org", Prenom = "A", Nom = "B", CreeLe = Debut };
        Assert.Equal(permis, chemin.Split(',').Select(Enum.Parse<EtatDeCompte>).All(vers => compte.Passer(vers, Debut)));
    }

    [Fact]
    public void Un_role_vaut_de_son_debut_compris_a_sa_fin_exclue()
    {
        var role = Appartenance();
        Assert.True(role.Valable(Debut));
        Assert.False(role.Valable(Debut.AddTicks(-1)));
        Assert.True(role.Terminer(Debut.AddDays(1), "Départ"));
        Assert.True(role.Valable(Debut.AddDays(1).AddTicks(-1)));
        Assert.False(role.Valable(Debut.AddDays(1)));
        Assert.False(role.Terminer(Debut.AddDays(2), null));
    }

    [Fact]
    public void Un_role_qui_n_a_pas_commence_n_a_jamais_ete_tenu()
    {
        var role = Appartenance();
        Assert.True(role.Terminer(Debut.AddDays(-1), null));
        Assert.Equal(Debut, role.Fin);
        Assert.False(role.Valable(Debut));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36", "Chrome sur Android")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/121.0", "Firefox sur Windows")]
    [InlineData("curl/8", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Un_navigateur_se_dit_en_deux_mots(string? agent, string? mots) => Assert.Equal(mots, Navigateurs.Decrire(agent));

    [Theory]
    [InlineData("/espace", "/espace")]
    [InlineData("/lieux?q=a%20b", "/lieux?q=a%20b")]
    [InlineData("//ailleurs.example", null)]
    [InlineData("/\\ailleurs.example", null)]
    [InlineData("https://ailleurs.example", null)]
    [InlineData("/a\r\nb", null)]
    [InlineData("/é", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void On_ne_revient_que_sur_ce_site(string? adresse, string? retour) => Assert.Equal(retour, Retour.Local(adresse));

    private static Appartenance Appartenance() => new() { Id = Identifiants.Nouveau(TimeProvider.System), Compte = Identifiants.Nouveau(TimeProvider.System), Organisation = Identifiants.Nouveau(TimeProvider.System), Role = Role.Mediateur, Debut = Debut };
}
