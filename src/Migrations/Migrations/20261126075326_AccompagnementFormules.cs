using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261126075326_AccompagnementFormules")]
    public partial class AccompagnementFormules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "motif",
                schema: "accompagnement",
                table: "savoir_faire_choisis",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "reporte_au",
                schema: "accompagnement",
                table: "savoir_faire_choisis",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "configuration",
                schema: "accompagnement",
                table: "parcours",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "langue",
                schema: "accompagnement",
                table: "parcours",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "couts_de_periodes",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    equipe = table.Column<Guid>(type: "uuid", nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    du = table.Column<DateOnly>(type: "date", nullable: false),
                    au = table.Column<DateOnly>(type: "date", nullable: false),
                    poste = table.Column<long>(type: "bigint", nullable: true),
                    lieu = table.Column<long>(type: "bigint", nullable: true),
                    kit = table.Column<long>(type: "bigint", nullable: true),
                    pass = table.Column<long>(type: "bigint", nullable: true),
                    note_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    retire_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_couts_de_periodes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "parts_de_publics",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    equipe = table.Column<Guid>(type: "uuid", nullable: true),
                    @public = table.Column<string>(name: "public", type: "character varying(20)", maxLength: 20, nullable: false),
                    pour_dix_mille = table.Column<int>(type: "integer", nullable: false),
                    territoire = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    note_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    retire_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parts_de_publics", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_couts_de_periodes_equipe_au",
                schema: "accompagnement",
                table: "couts_de_periodes",
                columns: new[] { "equipe", "au" },
                unique: true,
                filter: "retire_le IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_couts_de_periodes_equipe_du",
                schema: "accompagnement",
                table: "couts_de_periodes",
                columns: new[] { "equipe", "du" },
                unique: true,
                filter: "retire_le IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_parts_de_publics_auteur_public",
                schema: "accompagnement",
                table: "parts_de_publics",
                columns: new[] { "auteur", "public" },
                unique: true,
                filter: "equipe IS NULL AND retire_le IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_parts_de_publics_equipe_public",
                schema: "accompagnement",
                table: "parts_de_publics",
                columns: new[] { "equipe", "public" },
                unique: true,
                filter: "equipe IS NOT NULL AND retire_le IS NULL");

            migrationBuilder.AddForeignKey(
                name: "fk_parcours_configurations_d_aller_vers_configuration",
                schema: "accompagnement",
                table: "parcours",
                column: "configuration",
                principalSchema: "accompagnement",
                principalTable: "configurations_d_aller_vers",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.SqlFichier("noyau_v5.sql");
            migrationBuilder.SqlFichier("accompagnement_formules_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_parcours_configurations_d_aller_vers_configuration",
                schema: "accompagnement",
                table: "parcours");

            migrationBuilder.DropTable(
                name: "couts_de_periodes",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "parts_de_publics",
                schema: "accompagnement");

            migrationBuilder.DropColumn(
                name: "motif",
                schema: "accompagnement",
                table: "savoir_faire_choisis");

            migrationBuilder.DropColumn(
                name: "reporte_au",
                schema: "accompagnement",
                table: "savoir_faire_choisis");

            migrationBuilder.DropColumn(
                name: "configuration",
                schema: "accompagnement",
                table: "parcours");

            migrationBuilder.DropColumn(
                name: "langue",
                schema: "accompagnement",
                table: "parcours");
        }
    }
}
