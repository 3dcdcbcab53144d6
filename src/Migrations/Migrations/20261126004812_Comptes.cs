using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261126004812_Comptes")]
    public partial class Comptes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "comptes");

            migrationBuilder.CreateTable(
                name: "comptes",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    courriel = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    cle_du_courriel = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    prenom = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    nom = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    telephone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    statut = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    etat = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    derniere_connexion_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    etat_depuis = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    demonstration = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comptes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    type_identification = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    numero = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    motif_identification = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    nature = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    categorie = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    code_insee = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    departement = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    reseau = table.Column<Guid>(type: "uuid", nullable: true),
                    creee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fermee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    fusionnee_dans = table.Column<Guid>(type: "uuid", nullable: true),
                    demonstration = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisations", x => x.id);
                    table.ForeignKey(
                        name: "fk_organisations_organisations_fusionnee_dans",
                        column: x => x.fusionnee_dans,
                        principalSchema: "comptes",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organisations_organisations_reseau",
                        column: x => x.reseau,
                        principalSchema: "comptes",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    empreinte = table.Column<byte[]>(type: "bytea", nullable: false),
                    facteur = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    ouverte_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fin_au_plus_tard = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    inactivite_minutes = table.Column<int>(type: "integer", nullable: false),
                    vue_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    preuve_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: true),
                    navigateur = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    fermee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    regarde_comme = table.Column<Guid>(type: "uuid", nullable: true),
                    regarde_jusqu_a = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_sessions_comptes_compte",
                        column: x => x.compte,
                        principalSchema: "comptes",
                        principalTable: "comptes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appartenances",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    debut = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fin = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    motif_de_fin = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    departements = table.Column<string[]>(type: "text[]", nullable: false),
                    donnee_par = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appartenances", x => x.id);
                    table.ForeignKey(
                        name: "fk_appartenances_comptes_compte",
                        column: x => x.compte,
                        principalSchema: "comptes",
                        principalTable: "comptes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_appartenances_organisations_organisation",
                        column: x => x.organisation,
                        principalSchema: "comptes",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "equipes",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    nom = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    creee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fermee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_equipes", x => x.id);
                    table.ForeignKey(
                        name: "fk_equipes_organisations_organisation",
                        column: x => x.organisation,
                        principalSchema: "comptes",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fonctions",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    fonction = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    debut = table.Column<DateOnly>(type: "date", nullable: false),
                    fin = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fonctions", x => x.id);
                    table.ForeignKey(
                        name: "fk_fonctions_organisations_organisation",
                        column: x => x.organisation,
                        principalSchema: "comptes",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lieux_d_organisation",
                schema: "comptes",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    lieu = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ajoute_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lieux_d_organisation", x => new { x.organisation, x.lieu });
                    table.ForeignKey(
                        name: "fk_lieux_d_organisation_organisations_organisation",
                        column: x => x.organisation,
                        principalSchema: "comptes",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "membres_d_equipe",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    equipe = table.Column<Guid>(type: "uuid", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    coordonne = table.Column<bool>(type: "boolean", nullable: false),
                    debut = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fin = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_membres_d_equipe", x => x.id);
                    table.ForeignKey(
                        name: "fk_membres_d_equipe_comptes_compte",
                        column: x => x.compte,
                        principalSchema: "comptes",
                        principalTable: "comptes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_membres_d_equipe_equipes_equipe",
                        column: x => x.equipe,
                        principalSchema: "comptes",
                        principalTable: "equipes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_appartenances_compte",
                schema: "comptes",
                table: "appartenances",
                column: "compte");

            migrationBuilder.CreateIndex(
                name: "ix_appartenances_organisation_role",
                schema: "comptes",
                table: "appartenances",
                columns: new[] { "organisation", "role" });

            migrationBuilder.CreateIndex(
                name: "ix_comptes_cle_du_courriel",
                schema: "comptes",
                table: "comptes",
                column: "cle_du_courriel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_comptes_nom_prenom",
                schema: "comptes",
                table: "comptes",
                columns: new[] { "nom", "prenom" });

            migrationBuilder.CreateIndex(
                name: "ix_equipes_organisation",
                schema: "comptes",
                table: "equipes",
                column: "organisation");

            migrationBuilder.CreateIndex(
                name: "ix_fonctions_organisation",
                schema: "comptes",
                table: "fonctions",
                column: "organisation");

            migrationBuilder.CreateIndex(
                name: "ix_lieux_d_organisation_lieu",
                schema: "comptes",
                table: "lieux_d_organisation",
                column: "lieu");

            migrationBuilder.CreateIndex(
                name: "ix_membres_d_equipe_compte",
                schema: "comptes",
                table: "membres_d_equipe",
                column: "compte");

            migrationBuilder.CreateIndex(
                name: "ix_membres_d_equipe_equipe",
                schema: "comptes",
                table: "membres_d_equipe",
                column: "equipe");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_departement",
                schema: "comptes",
                table: "organisations",
                column: "departement");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_reseau",
                schema: "comptes",
                table: "organisations",
                column: "reseau",
                filter: "reseau IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_type_identification_numero",
                schema: "comptes",
                table: "organisations",
                columns: new[] { "type_identification", "numero" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_compte",
                schema: "comptes",
                table: "sessions",
                column: "compte");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_empreinte",
                schema: "comptes",
                table: "sessions",
                column: "empreinte",
                unique: true);

            migrationBuilder.SqlFichier("noyau_v3.sql");
            migrationBuilder.SqlFichier("cartographie_v4.sql");
            migrationBuilder.SqlFichier("comptes_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "appartenances",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "fonctions",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "lieux_d_organisation",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "membres_d_equipe",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "sessions",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "equipes",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "comptes",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "organisations",
                schema: "comptes");
        }
    }
}
