using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261126080958_Orientations")]
    public partial class Orientations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "besoins_exprimes",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ligne = table.Column<int>(type: "integer", nullable: false),
                    urgent = table.Column<bool>(type: "boolean", nullable: false),
                    avant = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    apres = table.Column<Guid>(type: "uuid", nullable: true),
                    commune = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reorientations = table.Column<int>(type: "integer", nullable: false),
                    envois = table.Column<int>(type: "integer", nullable: false),
                    referent_unique = table.Column<Guid>(type: "uuid", nullable: true),
                    referent_depuis = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    clos_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_besoins_exprimes", x => x.id);
                    table.ForeignKey(
                        name: "fk_besoins_exprimes_besoins_exprimes_apres",
                        column: x => x.apres,
                        principalSchema: "accompagnement",
                        principalTable: "besoins_exprimes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "receveurs",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    lieu = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    besoins = table.Column<string[]>(type: "text[]", nullable: false),
                    metier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    par_semaine = table.Column<int>(type: "integer", nullable: true),
                    langues = table.Column<string[]>(type: "text[]", nullable: false),
                    amenagements = table.Column<string[]>(type: "text[]", nullable: false),
                    interprete = table.Column<bool>(type: "boolean", nullable: false),
                    suspendu_jusqu_au = table.Column<DateOnly>(type: "date", nullable: true),
                    modifie_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receveurs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "orientations",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    besoin = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reference = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    lieu = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    structure = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    metier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    destinataire = table.Column<Guid>(type: "uuid", nullable: true),
                    meme_structure = table.Column<bool>(type: "boolean", nullable: false),
                    urgent = table.Column<bool>(type: "boolean", nullable: false),
                    langue = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    interprete = table.Column<bool>(type: "boolean", nullable: false),
                    amenagements = table.Column<string[]>(type: "text[]", nullable: false),
                    disponibilites = table.Column<string[]>(type: "text[]", nullable: false),
                    precision = table.Column<string>(type: "character varying(140)", maxLength: 140, nullable: true),
                    accords = table.Column<string>(type: "jsonb", nullable: false),
                    retour_consenti = table.Column<bool>(type: "boolean", nullable: false),
                    candidats = table.Column<string[]>(type: "text[]", nullable: false),
                    etat = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    proposee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    etat_depuis = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    envoyee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    repondue_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    rdv_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    honoree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    confirmee_par = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    finie_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    resultat = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    motif = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orientations", x => x.id);
                    table.ForeignKey(
                        name: "fk_orientations_besoins_exprimes_besoin",
                        column: x => x.besoin,
                        principalSchema: "accompagnement",
                        principalTable: "besoins_exprimes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "liens_d_orientation",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    orientation = table.Column<Guid>(type: "uuid", nullable: false),
                    empreinte = table.Column<byte[]>(type: "bytea", nullable: false),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expire_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    retire_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_liens_d_orientation", x => x.id);
                    table.ForeignKey(
                        name: "fk_liens_d_orientation_orientations_orientation",
                        column: x => x.orientation,
                        principalSchema: "accompagnement",
                        principalTable: "orientations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_besoins_exprimes_auteur_cree_le",
                schema: "accompagnement",
                table: "besoins_exprimes",
                columns: new[] { "auteur", "cree_le" });

            migrationBuilder.CreateIndex(
                name: "ix_liens_d_orientation_empreinte",
                schema: "accompagnement",
                table: "liens_d_orientation",
                column: "empreinte",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_liens_d_orientation_orientation",
                schema: "accompagnement",
                table: "liens_d_orientation",
                column: "orientation");

            migrationBuilder.CreateIndex(
                name: "ix_orientations_a_expirer",
                schema: "accompagnement",
                table: "orientations",
                column: "envoyee_le",
                filter: "etat = 'Envoyee'");

            migrationBuilder.CreateIndex(
                name: "ix_orientations_auteur_proposee_le",
                schema: "accompagnement",
                table: "orientations",
                columns: new[] { "auteur", "proposee_le" });

            migrationBuilder.CreateIndex(
                name: "ix_orientations_besoin_rang",
                schema: "accompagnement",
                table: "orientations",
                columns: new[] { "besoin", "rang" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_orientations_destinataire_envoyee_le",
                schema: "accompagnement",
                table: "orientations",
                columns: new[] { "destinataire", "envoyee_le" });

            migrationBuilder.CreateIndex(
                name: "ix_orientations_lieu_envoyee_le",
                schema: "accompagnement",
                table: "orientations",
                columns: new[] { "lieu", "envoyee_le" });

            migrationBuilder.CreateIndex(
                name: "ix_receveurs_lieu",
                schema: "accompagnement",
                table: "receveurs",
                column: "lieu",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_receveurs_organisation",
                schema: "accompagnement",
                table: "receveurs",
                column: "organisation");
            migrationBuilder.SqlFichier("accompagnement_orientations_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "liens_d_orientation",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "receveurs",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "orientations",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "besoins_exprimes",
                schema: "accompagnement");
        }
    }
}
