using FaireAvec.Comptes.Clients;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Comptes;

/// <summary>Rules of the clients of the API that need no host.</summary>
public sealed class ClientsTests
{
    private static readonly DateTimeOffset Maintenant = new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("42, 43", "42,43")]
    [InlineData("2a;2B 974", "2A,2B,974")]
    [InlineData("42 42", "42")]
    [InlineData("988", "988")]
    public void Les_departements_se_lisent_comme_on_les_ecrit(string saisi, string attendu) => Assert.Equal(attendu, string.Join(',', Departements.Lire(saisi).Valeur));

    [Theory]
    [InlineData(null, "CPT-207")]
    [InlineData(" , ", "CPT-207")]
    [InlineData("42, 20", "CPT-208")]
    [InlineData("00", "CPT-208")]
    [InlineData("96", "CPT-208")]
    [InlineData("Loire", "CPT-208")]
    [InlineData("99999999999999999999999999", "CPT-208")]
    public void Un_departement_faux_est_dit(string? saisi, string code) => Assert.Equal(code, Departements.Lire(saisi).Erreur!.Code);

    [Fact]
    public void Une_suite_de_rotations_ne_laisse_jamais_plus_de_deux_secrets_ni_ne_rallonge_un_ancien()
    {
        var gestes = Gen.Choose(0, 40).Zip(Gen.Choose(0, 60)).ListOf();
        Prop.ForAll(gestes.ToArbitrary(), suite =>
        {
            var (secrets, instant) = (new List<SecretDeClient>(), Maintenant);
            foreach (var (chevauchement, attente) in suite)
            {
                instant = instant.AddDays(attente);
                var fins = secrets.ToDictionary(s => s.Id, s => s.ExpireLe);
                var avant = secrets.Count(s => s.Valable(instant));
                var permis = RotationDeSecrets.Preparer(secrets, instant, chevauchement).Reussi;
                Assert.Equal(avant < RotationDeSecrets.ValablesMax && chevauchement <= RotationDeSecrets.ChevauchementMaxJours, permis);
                Assert.All(secrets, s => Assert.True(s.ExpireLe <= fins[s.Id]));
                if (permis)
                {
                    secrets.Add(new SecretDeClient { Id = FaireAvec.Kernel.Temps.Identifiants.Nouveau(TimeProvider.System), Client = Guid.Empty, Empreinte = [], Fin = "abcd", CreeLe = instant, ExpireLe = instant.AddDays(365) });
                }

                Assert.InRange(secrets.Count(s => s.Valable(instant)), 0, RotationDeSecrets.ValablesMax);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Le_seau_ne_laisse_jamais_passer_plus_que_son_debit_et_sa_rafale()
    {
        var attentes = Gen.Choose(0, 3000).ListOf().Zip(Gen.Choose(1, 50));
        Prop.ForAll(attentes.ToArbitrary(), essai =>
        {
            var (attendues, parSeconde) = essai;
            var (seau, instant, passees) = (new SeauDeDemandes(parSeconde), TimeSpan.Zero, 0);
            foreach (var attente in attendues)
            {
                instant += TimeSpan.FromMilliseconds(attente);
                var passage = seau.Prendre(instant);
                Assert.InRange(passage.Reste, 0, passage.Limite);
                Assert.Equal(passage.Permis, passage.Attente == TimeSpan.Zero);
                if (passage.Permis)
                {
                    passees++;
                }
                else
                {
                    // What is announced is enough to wait.
                    instant += passage.Attente + TimeSpan.FromMilliseconds(1);
                    Assert.True(seau.Prendre(instant).Permis);
                    passees++;
                }

                Assert.True(passees <= (parSeconde * SeauDeDemandes.Rafale) + (instant.TotalSeconds * parSeconde) + 1e-6);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Un_secret_se_reconnait_par_son_empreinte_et_rien_d_autre_ne_s_y_trompe()
    {
        var secret = SecretsDApi.Nouveau(SecretsDApi.PrefixeDeSecret);
        Assert.Equal(SecretsDApi.Empreinte(secret), SecretsDApi.Empreinte(secret, SecretsDApi.PrefixeDeSecret));
        Assert.Null(SecretsDApi.Empreinte(secret, SecretsDApi.PrefixeDeJeton));
        Assert.Null(SecretsDApi.Empreinte(secret + "a", SecretsDApi.PrefixeDeSecret));
        Assert.Null(SecretsDApi.Empreinte(secret[..^1] + "é", SecretsDApi.PrefixeDeSecret));
        Assert.NotEqual(secret, SecretsDApi.Nouveau(SecretsDApi.PrefixeDeSecret));
    }

    [Theory]
    [InlineData(Portee.Organisation, true, false)]
    [InlineData(Portee.Territoire, false, true)]
    [InlineData(Portee.National, true, true)]
    public void Un_client_va_jusqu_ou_on_l_a_laisse_aller(Portee portee, bool sonOrganisation, bool sonTerritoire)
    {
        var table = new TableDesDroits([new UnModule()]);
        var organisation = FaireAvec.Kernel.Temps.Identifiants.Nouveau(TimeProvider.System);
        var qui = new Identite { Compte = FaireAvec.Kernel.Temps.Identifiants.Nouveau(TimeProvider.System), Nom = "x", Roles = [Role.ClientApi], Organisation = organisation, Etendues = ["essai:lire"], PorteeDuClient = portee, Departements = portee == Portee.Territoire ? ["42"] : [] };
        Assert.Equal(sonOrganisation, table.Permet(qui, "essai.chose.lire", new Cible(Organisation: organisation)));
        Assert.Equal(sonTerritoire, table.Permet(qui, "essai.chose.lire", new Cible(Organisation: FaireAvec.Kernel.Temps.Identifiants.Nouveau(TimeProvider.System), Departement: "42")));
        Assert.False(table.Permet(qui with { Etendues = [] }, "essai.chose.lire"));
        Assert.Equal(["essai:lire"], table.Etendues.Select(e => e.Etendue));
    }

    private sealed class UnModule : FaireAvec.Kernel.Modules.IModule
    {
        public string Nom => "Essai";

        public IReadOnlyList<string> Routes => [];

        public IReadOnlyList<RegleDeDroit> Droits => [new("essai.chose.lire", "Lire", (Role.Mediateur, Portee.Organisation)) { Etendue = "essai:lire" }, new("essai.chose.taire", "Taire")];
    }
}
