using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261127043000_DonneesDesPersonnesEntieres")]
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
