using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261126110627_HorsLigne")]
    public partial class HorsLigne : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "appareils",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    nom = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    inscrit_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    vu_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version_de_l_application = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    revoque_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appareils", x => x.id);
                    table.UniqueConstraint("ak_appareils_id_compte", x => new { x.id, x.compte });
                });

            migrationBuilder.CreateTable(
                name: "cartes_reservees",
                schema: "accompagnement",
                columns: table => new
                {
                    numero = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    appareil = table.Column<Guid>(type: "uuid", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    empreinte = table.Column<byte[]>(type: "bytea", nullable: false),
                    reservee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    donnee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cartes_reservees", x => x.numero);
                    table.ForeignKey(
                        name: "fk_cartes_reservees_appareils_appareil_compte",
                        columns: x => new { x.appareil, x.compte },
                        principalSchema: "accompagnement",
                        principalTable: "appareils",
                        principalColumns: new[] { "id", "compte" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "envois",
                schema: "accompagnement",
                columns: table => new
                {
                    appareil = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    numero = table.Column<long>(type: "bigint", nullable: false),
                    genre = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sujet = table.Column<Guid>(type: "uuid", nullable: true),
                    empreinte = table.Column<byte[]>(type: "bytea", nullable: false),
                    fait_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recu_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    etat = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    phrase = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    corps = table.Column<byte[]>(type: "bytea", nullable: true),
                    decide_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_envois", x => new { x.appareil, x.id });
                    table.ForeignKey(
                        name: "fk_envois_appareils_appareil_compte",
                        columns: x => new { x.appareil, x.compte },
                        principalSchema: "accompagnement",
                        principalTable: "appareils",
                        principalColumns: new[] { "id", "compte" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_appareils_compte",
                schema: "accompagnement",
                table: "appareils",
                column: "compte");

            migrationBuilder.CreateIndex(
                name: "ix_cartes_reservees_appareil",
                schema: "accompagnement",
                table: "cartes_reservees",
                column: "appareil");

            migrationBuilder.CreateIndex(
                name: "ix_envois_appareil_sujet_numero",
                schema: "accompagnement",
                table: "envois",
                columns: new[] { "appareil", "sujet", "numero" },
                filter: "sujet IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_envois_compte_recu_le",
                schema: "accompagnement",
                table: "envois",
                columns: new[] { "compte", "recu_le" },
                filter: "etat IN ('Refuse', 'Conflit')");

            migrationBuilder.SqlFichier("accompagnement_hors_ligne_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cartes_reservees",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "envois",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "appareils",
                schema: "accompagnement");
        }
    }
}
