using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FaireAvec.Tests.Integration.Kernel;

/// <summary>The second wall around the journal: it says who chose what, who was sent where. Raw SQL as each role.</summary>
public sealed class SecuriteDuJournalTests(NoyauPartage partage) : IClassFixture<NoyauPartage>, ITablesEprouvees
{
    private const string Journaliser = "SELECT noyau.journaliser($1, now(), 0::smallint, $2, 'test', NULL, 'creation', $3, $4, NULL, '{\"savoir_faire\":\"V07\"}', $5, NULL)";

    static IReadOnlyList<string> ITablesEprouvees.Tables => ["noyau.journal"];

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("mediateur", false)]
    [InlineData("conseiller_numerique", false)]
    [InlineData("coordinateur", false)]
    [InlineData("referent", false)]
    [InlineData("gestionnaire_structure", false)]
    [InlineData("gestionnaire_departement", false)]
    [InlineData("financeur", false)]
    [InlineData("support", false)]
    [InlineData("gestionnaire_donnees", false)]
    [InlineData("client_api", false)]
    [InlineData("systeme:evenements", false)]
    [InlineData("systeme:connexion", false)]
    [InlineData("auditeur", true)]
    [InlineData("administrateur", true)]
    [InlineData("systeme:droits", true)]
    public async Task Ce_que_le_journal_dit_des_autres_ne_se_lit_que_par_qui_en_repond(string? role, bool lit)
    {
        var noyau = partage.Noyau;
        var (moi, personne, autre) = (Nouveau(), Nouveau(), Nouveau());
        await noyau.Base.ExecuterAsync(Journaliser, Nouveau(), autre.ToString(), "accompagnement.SavoirFaireChoisi", personne.ToString(), personne);
        await noyau.Base.ExecuterAsync(Journaliser, Nouveau(), moi.ToString(), "comptes.Equipe", autre.ToString(), DBNull.Value);
        await using var connexion = await CommeAsync(role, moi);
        Assert.Equal(lit ? 1L : 0L, await LireAsync(connexion, $"SELECT count(*) FROM noyau.journal WHERE personne = '{personne}'"));
        // Whatever a condition looks at, the wall is before it.
        Assert.Equal(lit ? 1L : 0L, await LireAsync(connexion, $"SELECT count(*) FROM noyau.journal j WHERE j::text LIKE '%{personne}%'"));
        // What one did is one's own.
        Assert.Equal(1L, await LireAsync(connexion, $"SELECT count(*) FROM noyau.journal WHERE acteur = '{moi}' AND length(acteur) = 36"));
    }

    [Fact]
    public async Task Chacun_lit_ce_qui_le_concerne_mais_pas_qui_regarde_son_ecran()
    {
        var noyau = partage.Noyau;
        var moi = Nouveau();
        await noyau.Base.ExecuterAsync(Journaliser, Nouveau(), Nouveau().ToString(), "comptes.Compte", moi.ToString(), moi);
        await using var connexion = await CommeAsync("mediateur", moi);
        Assert.Equal(1L, await LireAsync(connexion, $"SELECT count(*) FROM noyau.journal WHERE personne = '{moi}'"));
        await using var regard = await CommeAsync("mediateur,regard", moi);
        Assert.Equal(0L, await LireAsync(regard, $"SELECT count(*) FROM noyau.journal WHERE personne = '{moi}'"));
    }

    [Fact]
    public async Task L_histoire_d_une_organisation_se_lit_quand_on_est_connu()
    {
        var noyau = partage.Noyau;
        var organisation = Nouveau();
        await noyau.Base.ExecuterAsync(Journaliser, Nouveau(), "autre", "comptes.Organisation", organisation.ToString(), DBNull.Value);
        var compter = $"SELECT count(*) FROM noyau.journal WHERE entite = 'comptes.Organisation' AND entite_id = '{organisation}'";
        await using var connu = await CommeAsync("mediateur", Nouveau());
        Assert.Equal(1L, await LireAsync(connu, compter));
        await using var inconnu = await CommeAsync(null, null);
        Assert.Equal(0L, await LireAsync(inconnu, compter));
    }

    [Theory]
    [InlineData("mediateur")]
    [InlineData("administrateur")]
    [InlineData("support")]
    [InlineData("gestionnaire_structure")]
    [InlineData("systeme:connexion")]
    [InlineData("")]
    public async Task Seul_un_effacement_detruit_la_cle_d_une_personne(string role)
    {
        var noyau = partage.Noyau;
        var personne = Nouveau();
        await noyau.Base.ExecuterAsync("INSERT INTO noyau.cles_personnes (personne, cle, creee_le) VALUES ($1, '\\x01', now())", personne);
        await using (var connexion = await CommeAsync(role, Nouveau()))
        {
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => LireAsync(connexion, $"SELECT noyau.oublier_personne('{personne}')"))).SqlState);
        }

        await using var systeme = await CommeAsync("systeme:droits", null);
        Assert.Equal(true, await LireAsync(systeme, $"SELECT noyau.oublier_personne('{personne}')"));
        Assert.Equal(false, await LireAsync(systeme, $"SELECT noyau.oublier_personne('{personne}')"));
    }

    [Fact]
    public async Task La_verification_lit_tout()
    {
        await partage.Noyau.Base.ExecuterAsync(Journaliser, Nouveau(), "autre", "accompagnement.SavoirFaireChoisi", Nouveau().ToString(), Nouveau());
        await using var portee = partage.Noyau.Services.CreateAsyncScope();
        var entrees = 0L;
        await foreach (var constat in portee.ServiceProvider.GetRequiredService<VerificationJournal>().VerifierAsync())
        {
            Assert.Null(constat.Defaut);
            entrees += constat.Entrees;
        }

        Assert.True(entrees > 0);
    }

    private static Guid Nouveau() => Identifiants.Nouveau(TimeProvider.System);

    private async Task<NpgsqlConnection> CommeAsync(string? role, Guid? compte)
    {
        var connexion = await partage.Noyau.Base.Application.OpenConnectionAsync();
        if (role is not null)
        {
            await LireAsync(connexion, $"SELECT set_config('app.role', '{role}', false), set_config('app.compte', '{compte}', false)");
        }
        else if (compte is not null)
        {
            await LireAsync(connexion, $"SELECT set_config('app.compte', '{compte}', false)");
        }

        return connexion;
    }

    private static async Task<object?> LireAsync(NpgsqlConnection connexion, string sql)
    {
        await using var commande = new NpgsqlCommand(sql, connexion);
        return await commande.ExecuteScalarAsync();
    }
}
