using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Modules;
using FaireAvec.Migrations;
using FaireAvec.Tests.Architecture.Regles;
using FaireAvec.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FaireAvec.Tests.Architecture;

/// <summary>Rule 3, the schemas of rule 5, and the migrations.</summary>
public sealed class DonneesTests(SiteDArchitecture site)
{
    private static readonly Dictionary<string, string> Schemas = Assemblages.Modules
        .ToDictionary(a => a.GetName().Name!, a => a.GetName().Name!["FaireAvec.".Length..].ToLowerInvariant(), StringComparer.Ordinal);

    [Fact]
    public void Regle_3_aucune_cle_du_modele_ne_joint_deux_modules()
    {
        using var db = Contexte();
        Assert.Empty(ReglesDesDonnees.ClesEntreModules(ReglesDesDonnees.Cles(db.Model)));
    }

    [Fact]
    public void Regle_3_mord()
    {
        var modele = new ModelBuilder(new ConventionSet());
        modele.Entity<Lieu>(l =>
        {
            l.Property(x => x.Id);
            l.HasKey(x => x.Id);
            l.Property(x => x.CodeInsee);
        });
        modele.Entity<ParametreDate>(p =>
        {
            p.Property(x => x.Cle);
            p.HasKey(x => x.Cle);
        });
        modele.Entity<Lieu>().HasOne<ParametreDate>().WithMany().HasForeignKey(l => l.CodeInsee);
        var faute = Assert.Single(ReglesDesDonnees.ClesEntreModules(ReglesDesDonnees.Cles((IReadOnlyModel)modele.Model)));
        Assert.Contains("joins FaireAvec.Cartographie to FaireAvec.Kernel", faute, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Regle_3_aucune_cle_de_la_base_ne_joint_deux_schemas()
    {
        // The SQL files may make keys that the model doesn't know.
        var cles = await site.HorsDemonstration.Base.ListerAsync<string>("""
            SELECT conname || ' ' || c.connamespace::regnamespace || ' ' || t.relnamespace::regnamespace
            FROM pg_constraint c JOIN pg_class t ON t.oid = c.confrelid WHERE contype = 'f'
            """);
        Assert.NotEmpty(cles);
        Assert.Empty(ReglesDesDonnees.ClesEntreModules(cles.Select(c => c.Split(' ')).Select(c => new CleEtrangere(c[0], c[1], c[2]))));
    }

    [Fact]
    public void Regle_5_chaque_table_est_dans_le_schema_de_son_module()
    {
        using var db = Contexte();
        var schemas = new Dictionary<string, string>(Schemas, StringComparer.Ordinal) { ["FaireAvec.Kernel"] = FaireAvecDb.SchemaNoyau };
        var tables = ReglesDesDonnees.Tables(db.Model).ToList();
        Assert.NotEmpty(tables);
        Assert.Empty(ReglesDesDonnees.SchemaDuModule(tables, schemas));
    }

    [Theory]
    [InlineData("FaireAvec.Cartographie", "territoires")]
    [InlineData("FaireAvec.Cartographie", null)]
    [InlineData("FaireAvec.Inconnu", "inconnu")]
    public void Regle_5_mord_sur_les_schemas(string proprietaire, string? schema) =>
        Assert.Single(ReglesDesDonnees.SchemaDuModule([new TableDuModele("fautive", proprietaire, schema)], Schemas));

    [Fact]
    public async Task Regle_5_la_base_ne_contient_que_les_schemas_des_modules()
    {
        var schemas = await site.HorsDemonstration.Base.ListerAsync<string>("SELECT DISTINCT table_schema::text FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema')");
        Assert.Empty(schemas.Except([.. Schemas.Values, FaireAvecDb.SchemaNoyau, "taches"], StringComparer.Ordinal));
    }

    [Fact]
    public void Le_modele_n_a_pas_bouge_sans_migration()
    {
        using var db = Contexte();
        Assert.False(db.Database.HasPendingModelChanges(), "The model has changed: run ./dev migration NAME.");
    }

    [Fact]
    public void Un_modele_qui_bouge_sans_migration_se_voit()
    {
        using var db = new FaireAvecDb(
            new DbContextOptionsBuilder<FaireAvecDb>().UseNpgsql("Host=/nowhere", Postgres.Reglages).EnableServiceProviderCaching(false).Options,
            [.. FabriqueDesign.Modules(), new ModuleQuiAjoute()],
            new ContexteEcriture());
        Assert.True(db.Database.HasPendingModelChanges());
    }

    /// <summary><c>FAIREAVEC_ECRIRE=oui</c> writes the script again, as <c>./dev migration</c> does.</summary>
    [Fact]
    public void Le_script_d_une_base_neuve_est_la_suite_des_migrations()
    {
        using var db = Contexte();
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.NoTransactions).ReplaceLineEndings("\n");
        var fichier = Depot.Chemin("src", "Migrations", "Sql", Postgres.BaseEntiere);
        if (Depot.Ecrire)
        {
            File.WriteAllText(fichier, script);
        }

        Assert.True(script == File.ReadAllText(fichier), $"Migrations, or EF's version, have changed: src/Migrations/Sql/{Postgres.BaseEntiere} must be written again (FAIREAVEC_ECRIRE=oui ./dev test architecture).");
    }

    private static FaireAvecDb Contexte() => new FabriqueDesign().CreateDbContext([]);

    private sealed class ModuleQuiAjoute : IModule
    {
        public string Nom => "Ajout";

        public IReadOnlyList<string> Routes => [];

        public void ConfigureModel(ModelBuilder model) => model.Entity<Ajout>();
    }

    private sealed class Ajout
    {
        public int Id { get; set; }
    }
}
