using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class DonneesDesPersonnesEntieres : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.SqlFichier("comptes_effacement_v2.sql");
            migrationBuilder.SqlFichier("noyau_courriels_v1.sql");
            migrationBuilder.SqlFichier("accompagnement_travail_v2.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // The functions only answer: they may stay.
        }
    }
}
