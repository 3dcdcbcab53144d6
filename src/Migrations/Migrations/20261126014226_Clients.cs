using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class Clients : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "clients_api",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nom = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    etendues = table.Column<string[]>(type: "text[]", nullable: false),
                    portee = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    departements = table.Column<string[]>(type: "text[]", nullable: false),
                    limite_par_seconde = table.Column<int>(type: "integer", nullable: false),
                    responsable = table.Column<Guid>(type: "uuid", nullable: true),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoque_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    motif_de_revocation = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clients_api", x => x.id);
                    table.ForeignKey(
                        name: "fk_clients_api_organisations_organisation",
                        column: x => x.organisation,
                        principalSchema: "comptes",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "secrets_de_client",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client = table.Column<Guid>(type: "uuid", nullable: false),
                    empreinte = table.Column<byte[]>(type: "bytea", nullable: false),
                    fin = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expire_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    vu_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_secrets_de_client", x => x.id);
                    table.ForeignKey(
                        name: "fk_secrets_de_client_clients_api_client",
                        column: x => x.client,
                        principalSchema: "comptes",
                        principalTable: "clients_api",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "webhooks",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client = table.Column<Guid>(type: "uuid", nullable: false),
                    evenements = table.Column<string[]>(type: "text[]", nullable: false),
                    url = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    secret = table.Column<string>(type: "text", nullable: false),
                    etat = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    en_echec_depuis = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhooks", x => x.id);
                    table.ForeignKey(
                        name: "fk_webhooks_clients_api_client",
                        column: x => x.client,
                        principalSchema: "comptes",
                        principalTable: "clients_api",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_clients_api_organisation",
                schema: "comptes",
                table: "clients_api",
                column: "organisation");

            migrationBuilder.CreateIndex(
                name: "ix_secrets_de_client_client",
                schema: "comptes",
                table: "secrets_de_client",
                column: "client");

            migrationBuilder.CreateIndex(
                name: "ix_secrets_de_client_empreinte",
                schema: "comptes",
                table: "secrets_de_client",
                column: "empreinte",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_webhooks_client",
                schema: "comptes",
                table: "webhooks",
                column: "client");

            migrationBuilder.SqlFichier("comptes_clients_v1.sql");
            migrationBuilder.SqlFichier("noyau_exploitation_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "secrets_de_client",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "webhooks",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "clients_api",
                schema: "comptes");
        }
    }
}
