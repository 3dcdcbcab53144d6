using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261126152153_Rapports")]
    public partial class Rapports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "chiffres_ouverts",
                schema: "accompagnement",
                columns: table => new
                {
                    mois = table.Column<DateOnly>(type: "date", nullable: false),
                    departement = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    indicateur = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    valeur = table.Column<int>(type: "integer", nullable: true),
                    calcule_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_chiffres_ouverts", x => new { x.mois, x.departement, x.indicateur });
                });

            migrationBuilder.CreateTable(
                name: "rapports",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    niveau = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    de_qui = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    titre = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    commentaire = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: true),
                    du = table.Column<DateOnly>(type: "date", nullable: false),
                    au = table.Column<DateOnly>(type: "date", nullable: false),
                    choisi = table.Column<string>(type: "text", nullable: false),
                    blocs = table.Column<string>(type: "jsonb", nullable: false),
                    blocs_pour_tous = table.Column<string>(type: "jsonb", nullable: false),
                    calcule_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    partage = table.Column<Guid>(type: "uuid", nullable: true),
                    partage_expire_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rapports", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_rapports_auteur",
                schema: "accompagnement",
                table: "rapports",
                column: "auteur");

            migrationBuilder.CreateIndex(
                name: "ix_rapports_partage",
                schema: "accompagnement",
                table: "rapports",
                column: "partage",
                unique: true,
                filter: "partage IS NOT NULL");

            migrationBuilder.SqlFichier("accompagnement_rapports_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "chiffres_ouverts",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "rapports",
                schema: "accompagnement");
        }
    }
}
