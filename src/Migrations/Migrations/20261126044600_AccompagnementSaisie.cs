using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261126044600_AccompagnementSaisie")]
    public partial class AccompagnementSaisie : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "brouillons",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    contenu = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    modifie_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_brouillons", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "modeles_d_activites",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    nom = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    contenu = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    depuis = table.Column<DateOnly>(type: "date", nullable: true),
                    jusqua = table.Column<DateOnly>(type: "date", nullable: true),
                    semaines = table.Column<int>(type: "integer", nullable: false),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_modeles_d_activites", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "temps_de_saisie",
                schema: "accompagnement",
                columns: table => new
                {
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    semaine = table.Column<DateOnly>(type: "date", nullable: false),
                    secondes = table.Column<int>(type: "integer", nullable: false),
                    actes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_temps_de_saisie", x => new { x.auteur, x.semaine });
                });

            migrationBuilder.CreateIndex(
                name: "ix_brouillons_auteur_modifie_le",
                schema: "accompagnement",
                table: "brouillons",
                columns: new[] { "auteur", "modifie_le" });

            migrationBuilder.CreateIndex(
                name: "ix_modeles_d_activites_auteur_nom",
                schema: "accompagnement",
                table: "modeles_d_activites",
                columns: new[] { "auteur", "nom" },
                unique: true);

            migrationBuilder.SqlFichier("accompagnement_saisie_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "brouillons",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "modeles_d_activites",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "temps_de_saisie",
                schema: "accompagnement");
        }
    }
}
