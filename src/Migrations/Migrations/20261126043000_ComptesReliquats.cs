using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261126043000_ComptesReliquats")]
    public partial class ComptesReliquats : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ancien_jusqu_a",
                schema: "comptes",
                table: "webhooks",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ancien_secret",
                schema: "comptes",
                table: "webhooks",
                type: "text",
                nullable: true);

            migrationBuilder.SqlFichier("comptes_reliquats_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ancien_jusqu_a",
                schema: "comptes",
                table: "webhooks");

            migrationBuilder.DropColumn(
                name: "ancien_secret",
                schema: "comptes",
                table: "webhooks");
        }
    }
}
