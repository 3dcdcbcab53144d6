using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261126144557_Retouches")]
    public partial class Retouches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "echu_le",
                schema: "accompagnement",
                table: "rappels_de_suivi");

            migrationBuilder.AddColumn<string>(
                name: "reservee_a",
                schema: "comptes",
                table: "sessions",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "aller_vers",
                schema: "accompagnement",
                table: "brouillons",
                type: "boolean",
                nullable: false,
                defaultValue: false);
            migrationBuilder.SqlFichier("comptes_session_reservee_v1.sql");
            migrationBuilder.SqlFichier("accompagnement_retouches_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "reservee_a",
                schema: "comptes",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "aller_vers",
                schema: "accompagnement",
                table: "brouillons");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "echu_le",
                schema: "accompagnement",
                table: "rappels_de_suivi",
                type: "timestamp with time zone",
                nullable: true);
        }
    }
}
