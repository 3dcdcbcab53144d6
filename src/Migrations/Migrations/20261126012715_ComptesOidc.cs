using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261126012715_ComptesOidc")]
    public partial class ComptesOidc : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "demandes_oidc",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    federation = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    empreinte_etat = table.Column<byte[]>(type: "bytea", nullable: false),
                    empreinte_navigateur = table.Column<byte[]>(type: "bytea", nullable: false),
                    nonce = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    verificateur = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    retour = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    compte = table.Column<Guid>(type: "uuid", nullable: true),
                    niveau = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    expire_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    consommee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_demandes_oidc", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identites_externes",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    federation = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    empreinte_sub = table.Column<byte[]>(type: "bytea", nullable: false),
                    liee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identites_externes", x => x.id);
                    table.ForeignKey(
                        name: "fk_identites_externes_comptes_compte",
                        column: x => x.compte,
                        principalSchema: "comptes",
                        principalTable: "comptes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sessions_oidc",
                schema: "comptes",
                columns: table => new
                {
                    session = table.Column<Guid>(type: "uuid", nullable: false),
                    federation = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    empreinte_sub = table.Column<byte[]>(type: "bytea", nullable: false),
                    sid = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    jeton = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions_oidc", x => x.session);
                    table.ForeignKey(
                        name: "fk_sessions_oidc_sessions_session",
                        column: x => x.session,
                        principalSchema: "comptes",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_demandes_oidc_empreinte_etat",
                schema: "comptes",
                table: "demandes_oidc",
                column: "empreinte_etat",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_demandes_oidc_expire_le",
                schema: "comptes",
                table: "demandes_oidc",
                column: "expire_le");

            migrationBuilder.CreateIndex(
                name: "ix_identites_externes_compte",
                schema: "comptes",
                table: "identites_externes",
                column: "compte");

            migrationBuilder.CreateIndex(
                name: "ix_identites_externes_federation_empreinte_sub",
                schema: "comptes",
                table: "identites_externes",
                columns: new[] { "federation", "empreinte_sub" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_oidc_federation_empreinte_sub",
                schema: "comptes",
                table: "sessions_oidc",
                columns: new[] { "federation", "empreinte_sub" });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_oidc_federation_sid",
                schema: "comptes",
                table: "sessions_oidc",
                columns: new[] { "federation", "sid" });

            migrationBuilder.SqlFichier("comptes_oidc_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "demandes_oidc",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "identites_externes",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "sessions_oidc",
                schema: "comptes");
        }
    }
}
