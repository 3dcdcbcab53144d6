using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261126042246_Accompagnement")]
    public partial class Accompagnement : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "accompagnement");

            migrationBuilder.CreateTable(
                name: "activites",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    equipes = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    jour = table.Column<DateOnly>(type: "date", nullable: false),
                    duree = table.Column<int>(type: "integer", nullable: false),
                    type_de_lieu = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    lieu = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    commune = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    departement = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    thematiques = table.Column<string[]>(type: "text[]", nullable: false),
                    part_a_la_place = table.Column<int>(type: "integer", nullable: true),
                    part_avec = table.Column<int>(type: "integer", nullable: true),
                    part_faire = table.Column<int>(type: "integer", nullable: true),
                    motif_a_la_place = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    situation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    materiels = table.Column<string[]>(type: "text[]", nullable: false),
                    demarche = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    suite = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    autonomie = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    orientee = table.Column<bool>(type: "boolean", nullable: true),
                    structure_de_redirection = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    genre = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    age = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    statut = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    commune_de_la_personne = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    deja_accompagnee = table.Column<bool>(type: "boolean", nullable: true),
                    titre = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    niveau = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    sans_nom = table.Column<int>(type: "integer", nullable: false),
                    suivies = table.Column<int>(type: "integer", nullable: false),
                    effectifs = table.Column<string>(type: "jsonb", nullable: true),
                    coordination = table.Column<string>(type: "jsonb", nullable: true),
                    etiquettes = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    rendez_vous = table.Column<Guid>(type: "uuid", nullable: true),
                    origine = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    empreinte = table.Column<byte[]>(type: "bytea", nullable: false),
                    enregistree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    modifiee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    supprimee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_activites", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "compteurs_du_jour",
                schema: "accompagnement",
                columns: table => new
                {
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    jour = table.Column<DateOnly>(type: "date", nullable: false),
                    lieu = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    equipes = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    individuels = table.Column<int>(type: "integer", nullable: false),
                    ateliers = table.Column<int>(type: "integer", nullable: false),
                    coordinations = table.Column<int>(type: "integer", nullable: false),
                    participants = table.Column<int>(type: "integer", nullable: false),
                    accompagnements = table.Column<int>(type: "integer", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    minutes_de_posture = table.Column<int>(type: "integer", nullable: false),
                    part_a_la_place = table.Column<long>(type: "bigint", nullable: false),
                    part_avec = table.Column<long>(type: "bigint", nullable: false),
                    part_faire = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_compteurs_du_jour", x => new { x.auteur, x.jour, x.lieu, x.organisation, x.equipes });
                });

            migrationBuilder.CreateTable(
                name: "personnes",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    niveau = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    demonstration = table.Column<bool>(type: "boolean", nullable: false),
                    creee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fusionnee_dans = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_personnes", x => x.id);
                    table.ForeignKey(
                        name: "fk_personnes_personnes_fusionnee_dans",
                        column: x => x.fusionnee_dans,
                        principalSchema: "accompagnement",
                        principalTable: "personnes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accompagnements",
                schema: "accompagnement",
                columns: table => new
                {
                    activite = table.Column<Guid>(type: "uuid", nullable: false),
                    personne = table.Column<Guid>(type: "uuid", nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    jour = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accompagnements", x => new { x.activite, x.personne });
                    table.ForeignKey(
                        name: "fk_accompagnements_activites_activite",
                        column: x => x.activite,
                        principalSchema: "accompagnement",
                        principalTable: "activites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notes_d_activites",
                schema: "accompagnement",
                columns: table => new
                {
                    activite = table.Column<Guid>(type: "uuid", nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    texte = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes_d_activites", x => x.activite);
                    table.ForeignKey(
                        name: "fk_notes_d_activites_activites_activite",
                        column: x => x.activite,
                        principalSchema: "accompagnement",
                        principalTable: "activites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suivis",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    personne = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: true),
                    debut = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fin = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suivis", x => x.id);
                    table.ForeignKey(
                        name: "fk_suivis_personnes_personne",
                        column: x => x.personne,
                        principalSchema: "accompagnement",
                        principalTable: "personnes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_accompagnements_personne_jour",
                schema: "accompagnement",
                table: "accompagnements",
                columns: new[] { "personne", "jour" });

            migrationBuilder.CreateIndex(
                name: "ix_activites_auteur_jour_id",
                schema: "accompagnement",
                table: "activites",
                columns: new[] { "auteur", "jour", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_activites_rendez_vous",
                schema: "accompagnement",
                table: "activites",
                column: "rendez_vous",
                unique: true,
                filter: "rendez_vous IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_suivis_compte",
                schema: "accompagnement",
                table: "suivis",
                column: "compte",
                filter: "fin IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_suivis_organisation",
                schema: "accompagnement",
                table: "suivis",
                column: "organisation",
                filter: "fin IS NULL AND compte IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_suivis_personne",
                schema: "accompagnement",
                table: "suivis",
                column: "personne");

            migrationBuilder.SqlFichier("noyau_v4.sql");
            migrationBuilder.SqlFichier("comptes_emplois_v1.sql");
            migrationBuilder.SqlFichier("accompagnement_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accompagnements",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "compteurs_du_jour",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "notes_d_activites",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "suivis",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "activites",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "personnes",
                schema: "accompagnement");
        }
    }
}
