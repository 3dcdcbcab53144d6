using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261126080010_Registres")]
    public partial class Registres : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "registre",
                schema: "accompagnement",
                table: "activites",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "registres",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    titre = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    jour = table.Column<DateOnly>(type: "date", nullable: false),
                    debut = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    fin = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    type_de_lieu = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    lieu = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    commune = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    papier = table.Column<int>(type: "integer", nullable: false),
                    effectifs = table.Column<string>(type: "jsonb", nullable: true),
                    ouvert_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ferme_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    signatures = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registres", x => x.id);
                    table.UniqueConstraint("ak_registres_id_auteur", x => new { x.id, x.auteur });
                });

            migrationBuilder.CreateTable(
                name: "signatures_de_registres",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    registre = table.Column<Guid>(type: "uuid", nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    prenom = table.Column<byte[]>(type: "bytea", nullable: true),
                    trace = table.Column<byte[]>(type: "bytea", nullable: true),
                    signee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signatures_de_registres", x => x.id);
                    table.ForeignKey(
                        name: "fk_signatures_de_registres_registres_registre_auteur",
                        columns: x => new { x.registre, x.auteur },
                        principalSchema: "accompagnement",
                        principalTable: "registres",
                        principalColumns: new[] { "id", "auteur" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_activites_registre",
                schema: "accompagnement",
                table: "activites",
                column: "registre",
                unique: true,
                filter: "registre IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_registres_auteur_jour_id",
                schema: "accompagnement",
                table: "registres",
                columns: new[] { "auteur", "jour", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_signatures_de_registres_registre",
                schema: "accompagnement",
                table: "signatures_de_registres",
                column: "registre");

            migrationBuilder.AddForeignKey(
                name: "fk_activites_registres_registre_auteur",
                schema: "accompagnement",
                table: "activites",
                columns: new[] { "registre", "auteur" },
                principalSchema: "accompagnement",
                principalTable: "registres",
                principalColumns: new[] { "id", "auteur" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.SqlFichier("accompagnement_registres_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_activites_registres_registre_auteur",
                schema: "accompagnement",
                table: "activites");

            migrationBuilder.DropTable(
                name: "signatures_de_registres",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "registres",
                schema: "accompagnement");

            migrationBuilder.DropIndex(
                name: "ix_activites_registre",
                schema: "accompagnement",
                table: "activites");

            migrationBuilder.DropColumn(
                name: "registre",
                schema: "accompagnement",
                table: "activites");
        }
    }
}
