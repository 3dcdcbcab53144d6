using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261126121923_NosLieux")]
    public partial class NosLieux : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "client",
                schema: "accompagnement",
                table: "orientations",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "tenues",
                schema: "cartographie",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lieu = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    faite_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    geste = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    details = table.Column<string>(type: "jsonb", nullable: false),
                    defaite_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    defaite_par = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tenues", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_tenues_organisation_lieu_faite_le",
                schema: "cartographie",
                table: "tenues",
                columns: new[] { "organisation", "lieu", "faite_le" });

            migrationBuilder.SqlFichier("cartographie_v5.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "tenues",
                schema: "cartographie");

            migrationBuilder.DropColumn(
                name: "client",
                schema: "accompagnement",
                table: "orientations");
        }
    }
}
