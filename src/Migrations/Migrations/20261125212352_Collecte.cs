using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261125212352_Collecte")]
    public partial class Collecte : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<DateTimeOffset>(
                name: "fin_le",
                schema: "cartographie",
                table: "imports",
                type: "timestamp with time zone",
                nullable: true,
                oldClrType: typeof(DateTimeOffset),
                oldType: "timestamp with time zone");

            migrationBuilder.AddColumn<string>(
                name: "auteur",
                schema: "cartographie",
                table: "imports",
                type: "text",
                nullable: false,
                defaultValue: "systeme:commande");

            migrationBuilder.AddColumn<int>(
                name: "avant",
                schema: "cartographie",
                table: "imports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "corriges",
                schema: "cartographie",
                table: "imports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "gardes",
                schema: "cartographie",
                table: "imports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "origine",
                schema: "cartographie",
                table: "imports",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Fichier");

            migrationBuilder.AddColumn<string>(
                name: "raison",
                schema: "cartographie",
                table: "imports",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "source",
                schema: "cartographie",
                table: "imports",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "statut",
                schema: "cartographie",
                table: "imports",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Publie");

            migrationBuilder.AddColumn<int>(
                name: "version_de_correspondance",
                schema: "cartographie",
                table: "imports",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "anomalies",
                schema: "cartographie",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    import = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    ligne = table.Column<long>(type: "bigint", nullable: false),
                    lieu = table.Column<string>(type: "text", nullable: true),
                    champ = table.Column<string>(type: "text", nullable: false),
                    regle = table.Column<string>(type: "text", nullable: false),
                    niveau = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    avant = table.Column<string>(type: "text", nullable: true),
                    apres = table.Column<string>(type: "text", nullable: true),
                    message = table.Column<string>(type: "text", nullable: false),
                    suggestion = table.Column<string>(type: "text", nullable: true),
                    instant = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_anomalies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "arrets",
                schema: "cartographie",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lieu = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    commune = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    code_postal = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    code_insee = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    adresse = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    premier_jour = table.Column<DateOnly>(type: "date", nullable: false),
                    dernier_jour = table.Column<DateOnly>(type: "date", nullable: false),
                    horaires = table.Column<string>(type: "text", nullable: true),
                    auteur = table.Column<string>(type: "text", nullable: false),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_arrets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "corrections",
                schema: "cartographie",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lieu = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    champ = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    valeur = table.Column<string>(type: "text", nullable: true),
                    valeur_de_la_source = table.Column<string>(type: "text", nullable: true),
                    auteur = table.Column<string>(type: "text", nullable: false),
                    motif = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    creee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    etat = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    close_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    close_par = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_corrections", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "correspondances",
                schema: "cartographie",
                columns: table => new
                {
                    source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    document = table.Column<string>(type: "character varying(200000)", maxLength: 200000, nullable: false),
                    auteur = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    creee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_correspondances", x => new { x.source, x.version });
                });

            migrationBuilder.CreateTable(
                name: "decisions",
                schema: "cartographie",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lieu_a = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    lieu_b = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    verdict = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    auteur = table.Column<string>(type: "text", nullable: false),
                    motif = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    creee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    annulee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decisions", x => x.id);
                    table.CheckConstraint("ck_decisions_ordre", "lieu_a COLLATE \"C\" < lieu_b COLLATE \"C\"");
                });

            migrationBuilder.CreateTable(
                name: "groupes",
                schema: "cartographie",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_groupes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "historique_lieux",
                schema: "cartographie",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    lieu = table.Column<string>(type: "text", nullable: false),
                    import = table.Column<Guid>(type: "uuid", nullable: true),
                    auteur = table.Column<string>(type: "text", nullable: false),
                    motif = table.Column<string>(type: "text", nullable: true),
                    instant = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    avant = table.Column<string>(type: "jsonb", nullable: true),
                    apres = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_historique_lieux", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lieux_lies",
                schema: "cartographie",
                columns: table => new
                {
                    hote = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    invite = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    raisons = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lieux_lies", x => new { x.hote, x.invite });
                });

            migrationBuilder.CreateTable(
                name: "lignes_en_attente",
                schema: "cartographie",
                columns: table => new
                {
                    import = table.Column<Guid>(type: "uuid", nullable: false),
                    lieu = table.Column<string>(type: "text", nullable: false),
                    fiche = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lignes_en_attente", x => new { x.import, x.lieu });
                });

            migrationBuilder.CreateTable(
                name: "paires_a_revoir",
                schema: "cartographie",
                columns: table => new
                {
                    lieu_a = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    lieu_b = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    probabilite = table.Column<double>(type: "double precision", nullable: false),
                    raisons = table.Column<string[]>(type: "text[]", nullable: false),
                    calculee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paires_a_revoir", x => new { x.lieu_a, x.lieu_b });
                });

            migrationBuilder.CreateTable(
                name: "publications",
                schema: "cartographie",
                columns: table => new
                {
                    jour = table.Column<DateOnly>(type: "date", nullable: false),
                    instant = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    lieux = table.Column<int>(type: "integer", nullable: false),
                    ajoutes = table.Column<int>(type: "integer", nullable: false),
                    modifies = table.Column<int>(type: "integer", nullable: false),
                    retires = table.Column<int>(type: "integer", nullable: false),
                    precedente = table.Column<DateOnly>(type: "date", nullable: true),
                    auteur = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_publications", x => x.jour);
                });

            migrationBuilder.CreateTable(
                name: "redirections",
                schema: "cartographie",
                columns: table => new
                {
                    ancien = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    vers = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    creee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_redirections", x => x.ancien);
                });

            migrationBuilder.CreateTable(
                name: "sources",
                schema: "cartographie",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    nom = table.Column<string>(type: "text", nullable: false),
                    licence = table.Column<string>(type: "text", nullable: true),
                    contact = table.Column<string>(type: "text", nullable: true),
                    url = table.Column<string>(type: "text", nullable: true),
                    format = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    chemin_de_liste = table.Column<string>(type: "text", nullable: true),
                    calendrier = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    confiance = table.Column<int>(type: "integer", nullable: false),
                    complet = table.Column<bool>(type: "boolean", nullable: false),
                    seuil_de_chute = table.Column<int>(type: "integer", nullable: false),
                    etat = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version_en_cours = table.Column<int>(type: "integer", nullable: true),
                    etag = table.Column<string>(type: "text", nullable: true),
                    modifiee_le = table.Column<string>(type: "text", nullable: true),
                    empreinte_du_fichier = table.Column<string>(type: "text", nullable: true),
                    recuperee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    rappelee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    exacte_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    creee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sources", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "groupes_membres",
                schema: "cartographie",
                columns: table => new
                {
                    lieu = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    groupe = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    probabilite = table.Column<double>(type: "double precision", nullable: false),
                    raisons = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_groupes_membres", x => x.lieu);
                    table.ForeignKey(
                        name: "fk_groupes_membres_groupes_groupe",
                        column: x => x.groupe,
                        principalSchema: "cartographie",
                        principalTable: "groupes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "publications_fichiers",
                schema: "cartographie",
                columns: table => new
                {
                    jour = table.Column<DateOnly>(type: "date", nullable: false),
                    nom = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    type_media = table.Column<string>(type: "text", nullable: false),
                    octets = table.Column<byte[]>(type: "bytea", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    taille = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_publications_fichiers", x => new { x.jour, x.nom });
                    table.ForeignKey(
                        name: "fk_publications_fichiers_publications_jour",
                        column: x => x.jour,
                        principalSchema: "cartographie",
                        principalTable: "publications",
                        principalColumn: "jour",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_imports_source_debut_le",
                schema: "cartographie",
                table: "imports",
                columns: new[] { "source", "debut_le" });

            migrationBuilder.CreateIndex(
                name: "ix_anomalies_import_ligne",
                schema: "cartographie",
                table: "anomalies",
                columns: new[] { "import", "ligne" });

            migrationBuilder.CreateIndex(
                name: "ix_anomalies_instant",
                schema: "cartographie",
                table: "anomalies",
                column: "instant");

            migrationBuilder.CreateIndex(
                name: "ix_anomalies_source_regle",
                schema: "cartographie",
                table: "anomalies",
                columns: new[] { "source", "regle" });

            migrationBuilder.CreateIndex(
                name: "ix_arrets_dernier_jour",
                schema: "cartographie",
                table: "arrets",
                column: "dernier_jour");

            migrationBuilder.CreateIndex(
                name: "ix_arrets_lieu",
                schema: "cartographie",
                table: "arrets",
                column: "lieu");

            migrationBuilder.CreateIndex(
                name: "ix_corrections_lieu_champ",
                schema: "cartographie",
                table: "corrections",
                columns: new[] { "lieu", "champ" },
                unique: true,
                filter: "etat = 'Active'");

            migrationBuilder.CreateIndex(
                name: "ix_decisions_lieu_a_lieu_b",
                schema: "cartographie",
                table: "decisions",
                columns: new[] { "lieu_a", "lieu_b" },
                unique: true,
                filter: "annulee_le IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_groupes_membres_groupe",
                schema: "cartographie",
                table: "groupes_membres",
                column: "groupe");

            migrationBuilder.CreateIndex(
                name: "ix_historique_lieux_import",
                schema: "cartographie",
                table: "historique_lieux",
                column: "import");

            migrationBuilder.CreateIndex(
                name: "ix_historique_lieux_lieu_id",
                schema: "cartographie",
                table: "historique_lieux",
                columns: new[] { "lieu", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_paires_a_revoir_probabilite",
                schema: "cartographie",
                table: "paires_a_revoir",
                column: "probabilite");

            migrationBuilder.CreateIndex(
                name: "ix_redirections_vers",
                schema: "cartographie",
                table: "redirections",
                column: "vers");

            migrationBuilder.Sql("UPDATE cartographie.imports SET gardes = lus - rejetes;");
            migrationBuilder.SqlFichier("cartographie_v2.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER historique_ajout ON cartographie.lieux; DROP TRIGGER historique_modification ON cartographie.lieux; DROP TRIGGER historique_retrait ON cartographie.lieux; DROP FUNCTION cartographie.garder_l_historique(); DROP FUNCTION cartographie.annoncer(); DROP TABLE cartographie.revision");

            migrationBuilder.DropTable(
                name: "anomalies",
                schema: "cartographie");

            migrationBuilder.DropTable(
                name: "arrets",
                schema: "cartographie");

            migrationBuilder.DropTable(
                name: "corrections",
                schema: "cartographie");

            migrationBuilder.DropTable(
                name: "correspondances",
                schema: "cartographie");

            migrationBuilder.DropTable(
                name: "decisions",
                schema: "cartographie");

            migrationBuilder.DropTable(
                name: "groupes_membres",
                schema: "cartographie");

            migrationBuilder.DropTable(
                name: "historique_lieux",
                schema: "cartographie");

            migrationBuilder.DropTable(
                name: "lieux_lies",
                schema: "cartographie");

            migrationBuilder.DropTable(
                name: "lignes_en_attente",
                schema: "cartographie");

            migrationBuilder.DropTable(
                name: "paires_a_revoir",
                schema: "cartographie");

            migrationBuilder.DropTable(
                name: "publications_fichiers",
                schema: "cartographie");

            migrationBuilder.DropTable(
                name: "redirections",
                schema: "cartographie");

            migrationBuilder.DropTable(
                name: "sources",
                schema: "cartographie");

            migrationBuilder.DropTable(
                name: "groupes",
                schema: "cartographie");

            migrationBuilder.DropTable(
                name: "publications",
                schema: "cartographie");

            migrationBuilder.DropIndex(
                name: "ix_imports_source_debut_le",
                schema: "cartographie",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "auteur",
                schema: "cartographie",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "avant",
                schema: "cartographie",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "corriges",
                schema: "cartographie",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "gardes",
                schema: "cartographie",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "origine",
                schema: "cartographie",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "raison",
                schema: "cartographie",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "source",
                schema: "cartographie",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "statut",
                schema: "cartographie",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "version_de_correspondance",
                schema: "cartographie",
                table: "imports");

            migrationBuilder.AlterColumn<DateTimeOffset>(
                name: "fin_le",
                schema: "cartographie",
                table: "imports",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)),
                oldClrType: typeof(DateTimeOffset),
                oldType: "timestamp with time zone",
                oldNullable: true);
        }
    }
}
