using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261126190344_CumulsParEquipe")]
    public partial class CumulsParEquipe : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid[]>(
                name: "equipes",
                schema: "accompagnement",
                table: "cumuls_du_mois",
                type: "uuid[]",
                nullable: true);

            migrationBuilder.AddColumn<Guid[]>(
                name: "organisations",
                schema: "accompagnement",
                table: "cumuls_du_mois",
                type: "uuid[]",
                nullable: true);

            migrationBuilder.SqlFichier("accompagnement_statistiques_v2.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "equipes",
                schema: "accompagnement",
                table: "cumuls_du_mois");

            migrationBuilder.DropColumn(
                name: "organisations",
                schema: "accompagnement",
                table: "cumuls_du_mois");
        }
    }
}
