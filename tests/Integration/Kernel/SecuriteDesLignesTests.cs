using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Postgres;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FaireAvec.Tests.Integration.Kernel;

/// <summary>The second wall: what the database itself refuses, whatever the code forgets.</summary>
public sealed class SecuriteDesLignesTests(NoyauPartage partage) : IClassFixture<NoyauPartage>, ITablesEprouvees
{
    /// <summary>Tables with personal data, each with its test by raw SQL below.</summary>
    public static IReadOnlyList<string> Tables { get; } = ["cartographie.anomalies", "cartographie.historique_lieux", "cartographie.lignes_en_attente", "cartographie.signalements"];

    private const string Inserer = "INSERT INTO cartographie.signalements (id, lieu_id, categorie, message, etat, recu_le) VALUES (gen_random_uuid(), 'test_1', 'Horaires', 'Fermé', 'Nouveau', now())";

    [Fact]
    public async Task Chaque_table_protegee_est_eprouvee()
    {
        var noyau = partage.Noyau;
        var eprouvees = typeof(SecuriteDesLignesTests).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(ITablesEprouvees)))
            .SelectMany(t => (IReadOnlyList<string>)t.GetProperties(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic).Single(p => p.Name == nameof(Tables) || p.Name.EndsWith($".{nameof(Tables)}", StringComparison.Ordinal)).GetValue(null)!).Order(StringComparer.Ordinal);
        Assert.Equal(eprouvees, (await noyau.Base.ListerAsync<string>("SELECT relnamespace::regnamespace || '.' || relname FROM pg_class WHERE relrowsecurity")).Order(StringComparer.Ordinal));
        Assert.Empty(await noyau.Base.ListerAsync<string>("SELECT DISTINCT schemaname || '.' || tablename FROM pg_policies EXCEPT SELECT relnamespace::regnamespace || '.' || relname FROM pg_class WHERE relrowsecurity"));
    }

    [Theory]
    [InlineData(null, 0, 0, 0)]
    [InlineData("", 0, 0, 0)]
    [InlineData("visiteur", 0, 0, 0)]
    [InlineData("mediateur", 0, 0, 0)]
    [InlineData("Administrateur", 0, 0, 0)]
    [InlineData("systeme:taches", 2, 0, 3)]
    [InlineData("systeme:evenements", 0, 0, 0)]
    [InlineData("systeme:demarrage", 0, 0, 0)]
    [InlineData("administrateur", 2, 2, 0)]
    [InlineData("mediateur,gestionnaire_donnees", 2, 2, 0)]
    [InlineData("systeme:commande", 2, 2, 0)]
    public async Task Signalements_chaque_role_voit_et_change_ce_qu_il_doit(string? role, int visibles, int changes, int effaces)
    {
        var noyau = partage.Noyau;
        await noyau.Base.ExecuterAsync("TRUNCATE cartographie.signalements");
        await noyau.Base.ExecuterAsync(Inserer);
        await noyau.Base.ExecuterAsync(Inserer);

        await using var connexion = await noyau.Base.Application.OpenConnectionAsync();
        if (role is not null)
        {
            await ExecuterAsync(connexion, $"SELECT set_config('app.role', '{role}', false)");
        }

        Assert.Equal((long)visibles, await LireAsync(connexion, "SELECT count(*) FROM cartographie.signalements"));
        Assert.Equal(changes, await ExecuterAsync(connexion, "UPDATE cartographie.signalements SET etat = 'EnCours'"));
        Assert.Equal((long)visibles, await LireAsync(connexion, "SELECT count(*) FROM (SELECT 1 FROM cartographie.signalements WHERE message LIKE '%' OR true) x"));
        Assert.Equal(1, await ExecuterAsync(connexion, Inserer));
        Assert.Equal(effaces, await ExecuterAsync(connexion, "DELETE FROM cartographie.signalements"));
        if (visibles == 0)
        {
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => ExecuterAsync(connexion, Inserer + " RETURNING id"))).SqlState);
        }

        Assert.Equal(3 - effaces, await noyau.Base.LireAsync<long>("SELECT count(*) FROM cartographie.signalements"));
    }

    /// <summary>What a partner wrote before it was cleaned may hold a person's e-mail or mobile: read by those who look after the data, and by nobody else.</summary>
    [Theory]
    [InlineData(null, false)]
    [InlineData("visiteur", false)]
    [InlineData("mediateur", false)]
    [InlineData("Administrateur", false)]
    [InlineData("systeme:evenements", false)]
    [InlineData("systeme:demarrage", false)]
    [InlineData("administrateur", true)]
    [InlineData("gestionnaire_donnees", true)]
    [InlineData("systeme:commande", true)]
    [InlineData("systeme:taches", true)]
    public async Task Ce_qu_ecrivent_les_sources_ne_se_lit_que_par_qui_s_en_occupe(string? role, bool lit)
    {
        var noyau = partage.Noyau;
        string[] insertions =
        [
            "INSERT INTO cartographie.anomalies (import, source, ligne, champ, regle, niveau, avant, message, instant) VALUES (gen_random_uuid(), 's', 1, 'telephone', 'r', 'Avertissement', 'secret', 'm', now())",
            "INSERT INTO cartographie.historique_lieux (lieu, auteur, instant, apres) VALUES ('l', 'a', now(), '{}')",
            "INSERT INTO cartographie.lignes_en_attente (import, lieu) VALUES (gen_random_uuid(), 'l')",
        ];
        await using var connexion = await noyau.Base.Application.OpenConnectionAsync();
        await ExecuterAsync(connexion, $"SELECT set_config('app.role', '{role}', false)");
        foreach (var (table, insertion) in Tables.Where(t => t != "cartographie.signalements").Zip(insertions))
        {
            Assert.Equal(1, await ExecuterAsync(connexion, insertion));
            Assert.Equal(lit, await LireAsync(connexion, $"SELECT count(*) FROM {table}") is > 0L);
            Assert.Equal(lit, await LireAsync(connexion, $"SELECT count(*) FROM (SELECT 1 FROM {table} t WHERE t::text LIKE '%' OR true) x") is > 0L);
        }
    }

    /// <summary>The key of a person opens all that the journal says of them: given to who runs the platform, after the reading is written, and to nobody else.</summary>
    [Theory]
    [InlineData("administrateur", true, "comptes.Compte", true)]
    [InlineData("administrateur", false, "comptes.Compte", false)]
    [InlineData("administrateur", true, "accompagnement.PersonneAccompagnee", false)]
    [InlineData("administrateur", true, "accompagnement.SavoirFaireChoisi", false)]
    [InlineData("administrateur,regard", true, "comptes.Compte", false)]
    [InlineData("auditeur", true, "comptes.Compte", false)]
    [InlineData("support", true, "comptes.Compte", false)]
    [InlineData("mediateur", true, "comptes.Compte", false)]
    [InlineData("coordinateur", true, "comptes.Compte", false)]
    [InlineData("gestionnaire_structure", true, "comptes.Compte", false)]
    [InlineData("systeme:taches", true, "comptes.Compte", false)]
    [InlineData("systeme:droits", true, "comptes.Compte", false)]
    [InlineData("systeme:commande", true, "comptes.Compte", false)]
    [InlineData("", true, "comptes.Compte", false)]
    [InlineData(null, true, "comptes.Compte", false)]
    public async Task La_cle_d_une_personne_ne_se_lit_qu_apres_avoir_dit_pourquoi(string? role, bool notee, string entite, bool lue)
    {
        var noyau = partage.Noyau;
        var (moi, personne, entree) = (Identifiants.Nouveau(TimeProvider.System), Identifiants.Nouveau(TimeProvider.System), Identifiants.Nouveau(TimeProvider.System));
        const string Journaliser = "SELECT noyau.journaliser($1, now(), 0::smallint, $2, 'test', NULL, $3, $4, $5, NULL, NULL, $6, NULL)";
        await noyau.Base.ExecuterAsync("INSERT INTO noyau.cles_personnes (personne, cle, creee_le) VALUES ($1, '\\x01', now())", personne);
        await noyau.Base.ExecuterAsync(Journaliser, entree, "autre", "creation", entite, personne.ToString(), personne);
        // Somebody else's reading opens nothing for this one.
        await noyau.Base.ExecuterAsync(Journaliser, Identifiants.Nouveau(TimeProvider.System), notee ? moi.ToString() : Identifiants.Nouveau(TimeProvider.System).ToString(), "lecture", "noyau.Journal", entree.ToString(), DBNull.Value);
        await using var connexion = await noyau.Base.Application.OpenConnectionAsync();
        if (role is not null)
        {
            await ExecuterAsync(connexion, $"SELECT set_config('app.role', '{role}', false), set_config('app.compte', '{moi}', false)");
        }

        Assert.Equal(lue, await LireAsync(connexion, $"SELECT noyau.lire_cle_de_personne('{personne}')") is byte[]);
        Assert.False(await LireAsync(connexion, $"SELECT noyau.lire_cle_de_personne('{moi}')") is byte[]);
    }

    [Theory]
    [InlineData("SET ROLE faireavec")]
    [InlineData("SET SESSION AUTHORIZATION faireavec")]
    [InlineData("ALTER TABLE cartographie.signalements DISABLE ROW LEVEL SECURITY")]
    [InlineData("DROP POLICY lire ON cartographie.signalements")]
    [InlineData("CREATE POLICY tout ON cartographie.signalements USING (true)")]
    [InlineData("CREATE TABLE public.a (b integer)")]
    [InlineData("CREATE TABLE cartographie.a (b integer)")]
    [InlineData("CREATE SCHEMA a")]
    [InlineData("CREATE DATABASE a")]
    [InlineData("CREATE ROLE a")]
    [InlineData("CREATE EXTENSION cube")]
    [InlineData("CREATE FUNCTION public.a() RETURNS integer LANGUAGE sql AS 'SELECT 1'")]
    [InlineData("ALTER ROLE faireavec_app SUPERUSER")]
    [InlineData("GRANT faireavec TO faireavec_app")]
    [InlineData("COPY (SELECT 1) TO PROGRAM 'true'")]
    [InlineData("SELECT pg_read_file('/etc/passwd')")]
    [InlineData("ALTER SYSTEM SET log_statement = 'all'")]
    [InlineData("UPDATE noyau.parametres SET valeur = 0")]
    [InlineData("UPDATE noyau.donnees_chargees SET empreinte = ''")]
    [InlineData("UPDATE territoires.communes SET nom = ''")]
    [InlineData("DELETE FROM noyau.migrations")]
    [InlineData("DELETE FROM noyau.cles_protection")]
    public async Task Le_role_de_l_application_ne_possede_et_ne_cree_rien(string sql)
    {
        var noyau = partage.Noyau;
        var refus = await Assert.ThrowsAsync<PostgresException>(() => BaseDeTest.ExecuterAsync(noyau.Base.Application, sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refus.SqlState);
    }

    [Fact]
    public async Task Le_role_de_l_application_n_a_aucun_pouvoir_ni_aucun_bien()
    {
        var noyau = partage.Noyau;
        Assert.False(await noyau.Base.LireAsync<bool>("SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication FROM pg_roles WHERE rolname = 'faireavec_app'"));
        Assert.Equal(0, await noyau.Base.LireAsync<long>("SELECT count(*) FROM pg_shdepend d JOIN pg_roles r ON r.oid = d.refobjid WHERE r.rolname = 'faireavec_app' AND d.deptype = 'o'"));
        Assert.Equal(0, await noyau.Base.LireAsync<long>("SELECT count(*) FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member WHERE r.rolname = 'faireavec_app'"));
    }

    [Fact]
    public async Task Le_role_de_l_application_lit_et_ecrit_ses_tables_et_rien_de_plus()
    {
        var noyau = partage.Noyau;
        // A table that nobody thought of: its rights are then none, and the test of its module says so first.
        Assert.Empty(await noyau.Base.ListerAsync<string>("""
            SELECT table_schema || '.' || table_name || ' ' || string_agg(privilege_type, ' ' ORDER BY privilege_type)
            FROM information_schema.role_table_grants WHERE grantee IN ('faireavec_app', 'PUBLIC') AND table_schema NOT IN ('pg_catalog', 'information_schema')
              AND privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE') GROUP BY table_schema, table_name
            """));
        string[] effacables =
        [
            "accompagnement.absences", "accompagnement.accompagnements", "accompagnement.appareils", "accompagnement.besoins_exprimes", "accompagnement.brouillons", "accompagnement.calendriers_externes", "accompagnement.cartes_reservees", "accompagnement.charge_a_recompter", "accompagnement.charge_par_mois", "accompagnement.chiffres_ouverts", "accompagnement.clotures", "accompagnement.disponibilites", "accompagnement.etiquettes",
            "accompagnement.flux_d_agenda", "accompagnement.freins_des_cartes", "accompagnement.identifiants_externes", "accompagnement.imports", "accompagnement.liens_d_orientation", "accompagnement.lignes_d_import", "accompagnement.mentorats", "accompagnement.modeles_d_activites", "accompagnement.morceaux_d_import", "accompagnement.mouvements",
            "accompagnement.notes_d_activites", "accompagnement.orientations", "accompagnement.orientations_de_partenaires", "accompagnement.parcours", "accompagnement.plages_externes",
            "accompagnement.positionnements", "accompagnement.rappels", "accompagnement.rappels_de_suivi", "accompagnement.rapports", "accompagnement.receveurs", "accompagnement.registres",
            "accompagnement.remises_a_plus_tard", "accompagnement.rencontres_de_mentorat", "accompagnement.savoir_faire_choisis", "accompagnement.signatures_de_registres",
            "accompagnement.signaux_de_saisie", "accompagnement.temps_de_saisie",
            "cartographie.anomalies", "cartographie.arrets", "cartographie.groupes", "cartographie.groupes_membres", "cartographie.lieux", "cartographie.lieux_lies", "cartographie.lignes_en_attente",
            "cartographie.paires_a_revoir", "cartographie.publications", "cartographie.publications_fichiers", "cartographie.redirections", "cartographie.signalements",
            "comptes.accords", "comptes.applications_de_codes", "comptes.changements_de_courriel", "comptes.cles_d_acces", "comptes.codes_d_assistance", "comptes.codes_imprimes",
            "comptes.consultations", "comptes.defis_utilises", "comptes.demandes_de_droits", "comptes.demandes_de_secours", "comptes.demandes_oidc", "comptes.effacements", "comptes.freins",
            "comptes.identites_externes", "comptes.jetons_api", "comptes.lettres", "comptes.liens_de_connexion", "comptes.lieux_d_organisation", "comptes.livraisons_de_webhook",
            "comptes.navigateurs_connus", "comptes.premiers_pas", "comptes.sessions", "comptes.sessions_oidc", "comptes.usages_de_client",
            "noyau.courriels", "noyau.courts_messages", "noyau.desinscriptions", "noyau.evenements", "noyau.rapports_csp", "noyau.retours_de_courts_messages", "noyau.taches_echouees",
            "noyau.verifications",
        ];
        Assert.Equal(effacables, await noyau.Base.ListerAsync<string>("""
            SELECT table_schema || '.' || table_name FROM information_schema.role_table_grants
            WHERE grantee = 'faireavec_app' AND privilege_type = 'DELETE' AND table_schema <> 'taches' ORDER BY 1
            """));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Le_contexte_d_une_personne_ne_passe_pas_a_la_suivante(bool deuxComptes)
    {
        // One connection for everybody: each scope gets the one of the scope before.
        await using var noyau = await NoyauDeTest.DemarrerAsync(connexion: b => deuxComptes
            ? new(StringComparer.Ordinal) { ["ConnectionStrings:FaireAvec"] = b.ConnexionApplication + ";Maximum Pool Size=1", ["ConnectionStrings:FaireAvecProprietaire"] = b.ConnexionProprietaire }
            : new(StringComparer.Ordinal) { ["ConnectionStrings:FaireAvec"] = b.ConnexionProprietaire + ";Maximum Pool Size=1" });
        await noyau.Base.ExecuterAsync(Inserer);
        const string Qui = "SELECT coalesce(current_setting('app.role', true), '') || '/' || coalesce(current_setting('app.compte', true), '') || '/' || current_user || '/' || (SELECT count(*) FROM cartographie.signalements) AS \"Value\"";
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("administrateur/c1/faireavec_app/1", await noyau.DansAsync(async s =>
            {
                s.GetRequiredService<ContexteAcces>().Compte = "c1";
                return await s.GetRequiredService<FaireAvecDb>().Database.SqlQueryRaw<string>(Qui).SingleAsync();
            }, "administrateur"));
            Assert.Equal("//faireavec_app/0", await noyau.AvecBaseAsync(db => db.Database.SqlQueryRaw<string>(Qui).SingleAsync()));
            Assert.Equal("systeme:taches//faireavec_app/1", await noyau.AvecBaseAsync(db => db.Database.SqlQueryRaw<string>(Qui).SingleAsync(), "systeme:taches"));
            Assert.Equal("//faireavec_app/0", await noyau.DansAsync(s => BaseDeTest.LireAsync<string>(s.GetRequiredService<Base>().Application, Qui)));
        }
    }

    [Theory]
    [InlineData("No Reset On Close=true", "« No Reset On Close » est interdit")]
    [InlineData("Multiplexing=true", "« Multiplexing » est interdit")]
    public void Une_chaine_qui_melerait_les_personnes_est_refusee(string option, string phrase)
    {
        var refus = Assert.Throws<ErreurDeDemarrage>(() => Base.ConnexionsExternes(new OptionsDonnees("/nowhere", $"Host=/nowhere;{option}", null)));
        Assert.StartsWith(phrase, refus.Message, StringComparison.Ordinal);
        Assert.Throws<ErreurDeDemarrage>(() => Base.ConnexionsExternes(new OptionsDonnees("/nowhere", $"Host=/nowhere;{option}", "Host=/nowhere")));
    }

    [Theory]
    [InlineData("n’importe quoi", null, "ConnectionStrings__FaireAvec n’est pas")]
    [InlineData("Host=/nowhere;Mot=de passe secret", null, "ConnectionStrings__FaireAvec n’est pas")]
    [InlineData("Host=/nowhere;Port=abc", null, "ConnectionStrings__FaireAvec n’est pas")]
    [InlineData("Host=/nowhere", "rien=du tout", "ConnectionStrings__FaireAvecProprietaire n’est pas")]
    public void Une_chaine_illisible_donne_une_phrase_sans_la_repeter(string connexion, string? proprietaire, string phrase)
    {
        var refus = Assert.Throws<ErreurDeDemarrage>(() => Base.ConnexionsExternes(new OptionsDonnees("/nowhere", connexion, proprietaire)));
        Assert.StartsWith(phrase, refus.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refus.Message, StringComparison.Ordinal);
    }

    private static async Task<int> ExecuterAsync(NpgsqlConnection connexion, string sql)
    {
        await using var commande = new NpgsqlCommand(sql, connexion);
        return await commande.ExecuteNonQueryAsync();
    }

    private static async Task<object?> LireAsync(NpgsqlConnection connexion, string sql)
    {
        await using var commande = new NpgsqlCommand(sql, connexion);
        return await commande.ExecuteScalarAsync();
    }
}

/// <summary>One kernel for the tests of a class that leave nothing behind.</summary>
public sealed class NoyauPartage : IAsyncLifetime
{
    public NoyauDeTest Noyau { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Noyau = await NoyauDeTest.DemarrerAsync();

    public ValueTask DisposeAsync() => Noyau.DisposeAsync();
}
