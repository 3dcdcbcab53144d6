using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261127033000_GardesDesComptes")]
    public partial class GardesDesComptes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.SqlFichier("comptes_gardes_v1.sql");
            migrationBuilder.SqlFichier("noyau_v6.sql");
            migrationBuilder.SqlFichier("accompagnement_journal_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TRIGGER garder_la_portee ON comptes.clients_api;
                DROP FUNCTION comptes.garder_la_portee;
                DROP FUNCTION comptes.client_ecoute;
                DROP POLICY dans_le_territoire ON accompagnement.activites;
                DROP POLICY lire_les_actes ON noyau.journal;
                DROP POLICY lire ON noyau.journal;
                ALTER TABLE noyau.journal DISABLE ROW LEVEL SECURITY;
                """);
        }
    }
}
