using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261125232500_AccordsDHebergement")]
    public partial class AccordsDHebergement : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accords_hebergement",
                schema: "cartographie",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lieu = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    auteur = table.Column<string>(type: "text", nullable: false),
                    motif = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    donne_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    retire_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    motif_de_retrait = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accords_hebergement", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_accords_hebergement_lieu",
                schema: "cartographie",
                table: "accords_hebergement",
                column: "lieu",
                unique: true,
                filter: "retire_le IS NULL");

            migrationBuilder.SqlFichier("cartographie_v3.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accords_hebergement",
                schema: "cartographie");
        }
    }
}
