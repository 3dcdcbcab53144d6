using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261126053459_AllerVers")]
    public partial class AllerVers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "configurations_d_aller_vers",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    equipes = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    nom = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    lieu = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    public_cible = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    motif = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    autre_motif = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    taille = table.Column<int>(type: "integer", nullable: true),
                    posture = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    duree = table.Column<int>(type: "integer", nullable: true),
                    supports = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    pairs_presents = table.Column<bool>(type: "boolean", nullable: true),
                    objet_reel = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    suite = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    creee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    retiree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_configurations_d_aller_vers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "partenaires_qui_orientent",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    equipes = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    nom = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    nature = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    retire_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partenaires_qui_orientent", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "actions_d_aller_vers",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    equipes = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    jour = table.Column<DateOnly>(type: "date", nullable: false),
                    duree = table.Column<int>(type: "integer", nullable: false),
                    lieu = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    lieu_libre = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    commune = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    departement = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    partenaire = table.Column<Guid>(type: "uuid", nullable: true),
                    motif = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    autre_motif = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    configuration = table.Column<Guid>(type: "uuid", nullable: true),
                    contactes = table.Column<int>(type: "integer", nullable: false),
                    interesses = table.Column<int>(type: "integer", nullable: true),
                    inscrits = table.Column<int>(type: "integer", nullable: true),
                    venus = table.Column<int>(type: "integer", nullable: true),
                    revenus = table.Column<int>(type: "integer", nullable: true),
                    engages = table.Column<int>(type: "integer", nullable: true),
                    relais = table.Column<int>(type: "integer", nullable: true),
                    renonce_oui = table.Column<int>(type: "integer", nullable: false),
                    renonce_non = table.Column<int>(type: "integer", nullable: false),
                    renonce_ne_sait_pas = table.Column<int>(type: "integer", nullable: false),
                    faite_oui = table.Column<int>(type: "integer", nullable: false),
                    faite_non = table.Column<int>(type: "integer", nullable: false),
                    faite_ne_sait_pas = table.Column<int>(type: "integer", nullable: false),
                    appris = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    rappel_le = table.Column<DateOnly>(type: "date", nullable: true),
                    rappele_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    enregistree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    modifiee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    supprimee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_actions_d_aller_vers", x => x.id);
                    table.ForeignKey(
                        name: "fk_actions_d_aller_vers_configurations_d_aller_vers_configurat~",
                        column: x => x.configuration,
                        principalSchema: "accompagnement",
                        principalTable: "configurations_d_aller_vers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_actions_d_aller_vers_partenaires_qui_orientent_partenaire",
                        column: x => x.partenaire,
                        principalSchema: "accompagnement",
                        principalTable: "partenaires_qui_orientent",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "orientations_de_partenaires",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    partenaire = table.Column<Guid>(type: "uuid", nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    equipes = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    jour = table.Column<DateOnly>(type: "date", nullable: false),
                    personnes = table.Column<int>(type: "integer", nullable: false),
                    enregistree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orientations_de_partenaires", x => x.id);
                    table.ForeignKey(
                        name: "fk_orientations_de_partenaires_partenaires_qui_orientent_parte~",
                        column: x => x.partenaire,
                        principalSchema: "accompagnement",
                        principalTable: "partenaires_qui_orientent",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_actions_d_aller_vers_auteur_jour_id",
                schema: "accompagnement",
                table: "actions_d_aller_vers",
                columns: new[] { "auteur", "jour", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_configurations_d_aller_vers_auteur_nom",
                schema: "accompagnement",
                table: "configurations_d_aller_vers",
                columns: new[] { "auteur", "nom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_orientations_de_partenaires_auteur_jour",
                schema: "accompagnement",
                table: "orientations_de_partenaires",
                columns: new[] { "auteur", "jour" });

            migrationBuilder.CreateIndex(
                name: "ix_partenaires_qui_orientent_auteur_nom",
                schema: "accompagnement",
                table: "partenaires_qui_orientent",
                columns: new[] { "auteur", "nom" },
                unique: true);

            migrationBuilder.SqlFichier("accompagnement_allervers_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "actions_d_aller_vers",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "orientations_de_partenaires",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "configurations_d_aller_vers",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "partenaires_qui_orientent",
                schema: "accompagnement");
        }
    }
}
