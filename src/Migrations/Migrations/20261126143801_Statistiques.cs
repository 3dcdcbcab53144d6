using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261126143801_Statistiques")]
    public partial class Statistiques : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "conseiller_numerique",
                schema: "accompagnement",
                table: "activites",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "age",
                schema: "accompagnement",
                table: "accompagnements",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "genre",
                schema: "accompagnement",
                table: "accompagnements",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "statut",
                schema: "accompagnement",
                table: "accompagnements",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "clotures",
                schema: "accompagnement",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    jusquau = table.Column<DateOnly>(type: "date", nullable: false),
                    par = table.Column<Guid>(type: "uuid", nullable: false),
                    le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clotures", x => x.organisation);
                });

            migrationBuilder.CreateTable(
                name: "cumuls_du_mois",
                schema: "accompagnement",
                columns: table => new
                {
                    departement = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    mois = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    actes = table.Column<int>(type: "integer", nullable: false),
                    faits = table.Column<byte[]>(type: "bytea", nullable: false),
                    calcule_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cumuls_du_mois", x => new { x.departement, x.mois });
                });

            migrationBuilder.CreateTable(
                name: "mouvements",
                schema: "accompagnement",
                columns: table => new
                {
                    activite = table.Column<Guid>(type: "uuid", nullable: false),
                    ancien = table.Column<string>(type: "jsonb", nullable: true),
                    personnes = table.Column<string>(type: "jsonb", nullable: true),
                    transaction = table.Column<ulong>(type: "xid8", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mouvements", x => x.activite);
                });

            migrationBuilder.CreateTable(
                name: "recomptes",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    fait_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    mois = table.Column<int>(type: "integer", nullable: false),
                    ecarts = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recomptes", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_activites_departement_jour",
                schema: "accompagnement",
                table: "activites",
                columns: new[] { "departement", "jour" });

            migrationBuilder.SqlFichier("accompagnement_statistiques_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "clotures",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "cumuls_du_mois",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "mouvements",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "recomptes",
                schema: "accompagnement");

            migrationBuilder.DropIndex(
                name: "ix_activites_departement_jour",
                schema: "accompagnement",
                table: "activites");

            migrationBuilder.DropColumn(
                name: "conseiller_numerique",
                schema: "accompagnement",
                table: "activites");

            migrationBuilder.DropColumn(
                name: "age",
                schema: "accompagnement",
                table: "accompagnements");

            migrationBuilder.DropColumn(
                name: "genre",
                schema: "accompagnement",
                table: "accompagnements");

            migrationBuilder.DropColumn(
                name: "statut",
                schema: "accompagnement",
                table: "accompagnements");
        }
    }
}
