using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261122005611_Territoires")]
    public partial class Territoires : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "territoires");

            migrationBuilder.CreateTable(
                name: "anciennes_communes",
                schema: "territoires",
                columns: table => new
                {
                    ancien_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    code_insee = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    nom = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_anciennes_communes", x => x.ancien_code);
                });

            migrationBuilder.CreateTable(
                name: "chargements",
                schema: "territoires",
                columns: table => new
                {
                    jeu = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    empreinte = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    charge_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_chargements", x => x.jeu);
                });

            migrationBuilder.CreateTable(
                name: "codes_postaux",
                schema: "territoires",
                columns: table => new
                {
                    code_postal = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    code_insee = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    millesime = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_codes_postaux", x => new { x.code_postal, x.code_insee });
                });

            migrationBuilder.CreateTable(
                name: "communes",
                schema: "territoires",
                columns: table => new
                {
                    code_insee = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    nom = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    nom_normalise = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    commune_mere = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    departement = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    region = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    epci = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: true),
                    codes_postaux = table.Column<string[]>(type: "text[]", nullable: false),
                    population = table.Column<int>(type: "integer", nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_communes", x => x.code_insee);
                });

            migrationBuilder.CreateTable(
                name: "departements",
                schema: "territoires",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    nom = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    region = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    chef_lieu = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    zone = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    voisins = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_departements", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "epci",
                schema: "territoires",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    nom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    type = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    population = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_epci", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "regions",
                schema: "territoires",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    nom = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    chef_lieu = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    zone = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_regions", x => x.code);
                });

            migrationBuilder.CreateIndex(
                name: "ix_anciennes_communes_code_insee",
                schema: "territoires",
                table: "anciennes_communes",
                column: "code_insee");

            migrationBuilder.CreateIndex(
                name: "ix_codes_postaux_code_insee",
                schema: "territoires",
                table: "codes_postaux",
                column: "code_insee");

            migrationBuilder.CreateIndex(
                name: "ix_communes_departement",
                schema: "territoires",
                table: "communes",
                column: "departement");

            migrationBuilder.CreateIndex(
                name: "ix_communes_epci",
                schema: "territoires",
                table: "communes",
                column: "epci");

            migrationBuilder.SqlFichier("territoires_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "anciennes_communes",
                schema: "territoires");

            migrationBuilder.DropTable(
                name: "chargements",
                schema: "territoires");

            migrationBuilder.DropTable(
                name: "codes_postaux",
                schema: "territoires");

            migrationBuilder.DropTable(
                name: "communes",
                schema: "territoires");

            migrationBuilder.DropTable(
                name: "departements",
                schema: "territoires");

            migrationBuilder.DropTable(
                name: "epci",
                schema: "territoires");

            migrationBuilder.DropTable(
                name: "regions",
                schema: "territoires");
        }
    }
}
