using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class Membres : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "nom_recherche",
                schema: "comptes",
                table: "organisations",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "acceptations_des_conditions",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    empreinte = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptations_des_conditions", x => x.id);
                    table.ForeignKey(
                        name: "fk_acceptations_des_conditions_comptes_compte",
                        column: x => x.compte,
                        principalSchema: "comptes",
                        principalTable: "comptes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "avis_d_inactivite",
                schema: "comptes",
                columns: table => new
                {
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    averti_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    suspendu_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    retabli_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    retabli_par = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_avis_d_inactivite", x => x.compte);
                    table.ForeignKey(
                        name: "fk_avis_d_inactivite_comptes_compte",
                        column: x => x.compte,
                        principalSchema: "comptes",
                        principalTable: "comptes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    departements = table.Column<string[]>(type: "text[]", nullable: false),
                    courriel = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    cle_du_courriel = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    prenom = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    nom = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    invitee_par = table.Column<Guid>(type: "uuid", nullable: false),
                    creee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expire_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    envoi = table.Column<int>(type: "integer", nullable: false),
                    envoyee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    acceptee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    acceptee_par = table.Column<Guid>(type: "uuid", nullable: true),
                    annulee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    compte_cree = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => x.id);
                    table.ForeignKey(
                        name: "fk_invitations_organisations_organisation",
                        column: x => x.organisation,
                        principalSchema: "comptes",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "premiers_pas",
                schema: "comptes",
                columns: table => new
                {
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    pas = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_premiers_pas", x => new { x.compte, x.pas });
                    table.ForeignKey(
                        name: "fk_premiers_pas_comptes_compte",
                        column: x => x.compte,
                        principalSchema: "comptes",
                        principalTable: "comptes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reunions",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    absorbee = table.Column<Guid>(type: "uuid", nullable: false),
                    gardee = table.Column<Guid>(type: "uuid", nullable: false),
                    le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    par = table.Column<Guid>(type: "uuid", nullable: true),
                    motif = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    defaite_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    defaite_par = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reunions", x => x.id);
                    table.ForeignKey(
                        name: "fk_reunions_organisations_absorbee",
                        column: x => x.absorbee,
                        principalSchema: "comptes",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reunions_organisations_gardee",
                        column: x => x.gardee,
                        principalSchema: "comptes",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "elements_reunis",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reunion = table.Column<Guid>(type: "uuid", nullable: false),
                    genre = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    avant = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    apres = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    detail = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_elements_reunis", x => x.id);
                    table.ForeignKey(
                        name: "fk_elements_reunis_reunions_reunion",
                        column: x => x.reunion,
                        principalSchema: "comptes",
                        principalTable: "reunions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_acceptations_des_conditions_compte_version",
                schema: "comptes",
                table: "acceptations_des_conditions",
                columns: new[] { "compte", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_elements_reunis_reunion",
                schema: "comptes",
                table: "elements_reunis",
                column: "reunion");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_cle_du_courriel",
                schema: "comptes",
                table: "invitations",
                column: "cle_du_courriel");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_organisation_cle_du_courriel_role",
                schema: "comptes",
                table: "invitations",
                columns: new[] { "organisation", "cle_du_courriel", "role" },
                unique: true,
                filter: "acceptee_le IS NULL AND annulee_le IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_reunions_absorbee",
                schema: "comptes",
                table: "reunions",
                column: "absorbee");

            migrationBuilder.CreateIndex(
                name: "ix_reunions_gardee",
                schema: "comptes",
                table: "reunions",
                column: "gardee");

            migrationBuilder.SqlFichier("comptes_membres_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acceptations_des_conditions",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "avis_d_inactivite",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "elements_reunis",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "invitations",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "premiers_pas",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "reunions",
                schema: "comptes");

            migrationBuilder.DropColumn(
                name: "nom_recherche",
                schema: "comptes",
                table: "organisations");
        }
    }
}
