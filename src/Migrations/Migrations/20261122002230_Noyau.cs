using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261122002230_Noyau")]
    public partial class Noyau : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "noyau");

            migrationBuilder.CreateTable(
                name: "parametres",
                schema: "noyau",
                columns: table => new
                {
                    cle = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    debut = table.Column<DateOnly>(type: "date", nullable: false),
                    valeur = table.Column<long>(type: "bigint", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parametres", x => new { x.cle, x.debut });
                });

            migrationBuilder.EnsureSchema(name: "taches");
            migrationBuilder.SqlFichier("noyau_v1.sql");
            migrationBuilder.SqlFichier("journal_v1.sql");
            migrationBuilder.SqlFichier("evenements_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "parametres",
                schema: "noyau");
        }
    }
}
