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
    [Migration("20261126144555_ChargeTransferee")]
    public partial class ChargeTransferee : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "cause",
                schema: "accompagnement",
                table: "activites",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "minutes_perdues",
                schema: "accompagnement",
                table: "activites",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "service",
                schema: "accompagnement",
                table: "activites",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "charge_a_recompter",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    mois = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_charge_a_recompter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "charge_par_mois",
                schema: "accompagnement",
                columns: table => new
                {
                    mois = table.Column<DateOnly>(type: "date", nullable: false),
                    departement = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    service = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    cause = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    actes = table.Column<int>(type: "integer", nullable: false),
                    actes_avec_minutes = table.Column<int>(type: "integer", nullable: false),
                    minutes = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_charge_par_mois", x => new { x.mois, x.departement, x.service, x.cause });
                });

            migrationBuilder.CreateIndex(
                name: "ix_rendez_vous_organisation_debut_id",
                schema: "accompagnement",
                table: "rendez_vous",
                columns: new[] { "organisation", "debut", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_activites_organisation_modifiee_le_id",
                schema: "accompagnement",
                table: "activites",
                columns: new[] { "organisation", "modifiee_le", "id" });

            migrationBuilder.SqlFichier("accompagnement_charge_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "charge_a_recompter",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "charge_par_mois",
                schema: "accompagnement");

            migrationBuilder.DropIndex(
                name: "ix_rendez_vous_organisation_debut_id",
                schema: "accompagnement",
                table: "rendez_vous");

            migrationBuilder.DropIndex(
                name: "ix_activites_organisation_modifiee_le_id",
                schema: "accompagnement",
                table: "activites");

            migrationBuilder.DropColumn(
                name: "cause",
                schema: "accompagnement",
                table: "activites");

            migrationBuilder.DropColumn(
                name: "minutes_perdues",
                schema: "accompagnement",
                table: "activites");

            migrationBuilder.DropColumn(
                name: "service",
                schema: "accompagnement",
                table: "activites");
        }
    }
}
