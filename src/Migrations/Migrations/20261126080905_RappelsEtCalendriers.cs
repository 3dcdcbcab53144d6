using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261126080905_RappelsEtCalendriers")]
    public partial class RappelsEtCalendriers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "calendriers_externes",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    nom = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    adresse_fermee = table.Column<byte[]>(type: "bytea", nullable: true),
                    hote = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    fuseau = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ajoute_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    etag = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    lu_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lu_en_entier_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    essaye_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    prochaine_lecture = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    faute = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    echecs = table.Column<int>(type: "integer", nullable: false),
                    evenements = table.Column<int>(type: "integer", nullable: false),
                    plages = table.Column<int>(type: "integer", nullable: false),
                    illisibles = table.Column<int>(type: "integer", nullable: false),
                    regles_non_comprises = table.Column<int>(type: "integer", nullable: false),
                    fuseaux_inconnus = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendriers_externes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "flux_d_agenda",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    empreinte = table.Column<byte[]>(type: "bytea", nullable: false),
                    avec_prenoms = table.Column<bool>(type: "boolean", nullable: false),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoque_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_flux_d_agenda", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rappels",
                schema: "accompagnement",
                columns: table => new
                {
                    rendez_vous = table.Column<Guid>(type: "uuid", nullable: false),
                    debut = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    palier = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    canal = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    etat = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    pris_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    essais = table.Column<int>(type: "integer", nullable: false),
                    faute = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rappels", x => new { x.rendez_vous, x.debut, x.palier, x.canal });
                });

            migrationBuilder.CreateTable(
                name: "plages_externes",
                schema: "accompagnement",
                columns: table => new
                {
                    calendrier = table.Column<Guid>(type: "uuid", nullable: false),
                    debut = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    fin = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plages_externes", x => new { x.calendrier, x.debut });
                    table.ForeignKey(
                        name: "fk_plages_externes_calendriers_externes_calendrier",
                        column: x => x.calendrier,
                        principalSchema: "accompagnement",
                        principalTable: "calendriers_externes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_calendriers_externes_compte_nom",
                schema: "accompagnement",
                table: "calendriers_externes",
                columns: new[] { "compte", "nom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_calendriers_externes_prochaine_lecture",
                schema: "accompagnement",
                table: "calendriers_externes",
                column: "prochaine_lecture",
                filter: "prochaine_lecture IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_flux_d_agenda_compte_organisation",
                schema: "accompagnement",
                table: "flux_d_agenda",
                columns: new[] { "compte", "organisation" },
                unique: true,
                filter: "revoque_le IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_flux_d_agenda_empreinte",
                schema: "accompagnement",
                table: "flux_d_agenda",
                column: "empreinte",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plages_externes_compte_fin",
                schema: "accompagnement",
                table: "plages_externes",
                columns: new[] { "compte", "fin" });

            migrationBuilder.CreateIndex(
                name: "ix_rappels_debut",
                schema: "accompagnement",
                table: "rappels",
                column: "debut");
        
            migrationBuilder.SqlFichier("noyau_courts_messages_v1.sql");
            migrationBuilder.SqlFichier("accompagnement_rappels_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "flux_d_agenda",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "plages_externes",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "rappels",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "calendriers_externes",
                schema: "accompagnement");
        }
    }
}
