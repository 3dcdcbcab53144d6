using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class Capacitation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "changements_de_demarches",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    demarche = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    jour = table.Column<DateOnly>(type: "date", nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    note_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_changements_de_demarches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "parcours",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    personne = table.Column<Guid>(type: "uuid", nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    equipes = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    etat = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    etat_avant_perte = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    ouvert_le = table.Column<DateOnly>(type: "date", nullable: false),
                    sortie_le = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parcours", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "signaux_de_saisie",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nature = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    mediateur = table.Column<Guid>(type: "uuid", nullable: false),
                    equipes = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    personne = table.Column<Guid>(type: "uuid", nullable: true),
                    jour = table.Column<DateOnly>(type: "date", nullable: false),
                    trouve_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    vu_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    explique_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    explication = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    transmis_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signaux_de_saisie", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "positionnements",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    parcours = table.Column<Guid>(type: "uuid", nullable: false),
                    personne = table.Column<Guid>(type: "uuid", nullable: false),
                    savoir_faire = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    moment = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    niveau = table.Column<int>(type: "integer", nullable: false),
                    preuve = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    evaluateur = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    jour = table.Column<DateOnly>(type: "date", nullable: false),
                    saisi_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_positionnements", x => x.id);
                    table.ForeignKey(
                        name: "fk_positionnements_parcours_parcours",
                        column: x => x.parcours,
                        principalSchema: "accompagnement",
                        principalTable: "parcours",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "rappels_de_suivi",
                schema: "accompagnement",
                columns: table => new
                {
                    parcours = table.Column<Guid>(type: "uuid", nullable: false),
                    moment = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    personne = table.Column<Guid>(type: "uuid", nullable: false),
                    a_partir_du = table.Column<DateOnly>(type: "date", nullable: false),
                    au_plus_tard = table.Column<DateOnly>(type: "date", nullable: false),
                    echu_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    fait_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rappels_de_suivi", x => new { x.parcours, x.moment });
                    table.ForeignKey(
                        name: "fk_rappels_de_suivi_parcours_parcours",
                        column: x => x.parcours,
                        principalSchema: "accompagnement",
                        principalTable: "parcours",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "savoir_faire_choisis",
                schema: "accompagnement",
                columns: table => new
                {
                    parcours = table.Column<Guid>(type: "uuid", nullable: false),
                    savoir_faire = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    personne = table.Column<Guid>(type: "uuid", nullable: false),
                    etat = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    choisi_le = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_savoir_faire_choisis", x => new { x.parcours, x.savoir_faire });
                    table.ForeignKey(
                        name: "fk_savoir_faire_choisis_parcours_parcours",
                        column: x => x.parcours,
                        principalSchema: "accompagnement",
                        principalTable: "parcours",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_changements_de_demarches_demarche_jour",
                schema: "accompagnement",
                table: "changements_de_demarches",
                columns: new[] { "demarche", "jour" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_parcours_personne",
                schema: "accompagnement",
                table: "parcours",
                column: "personne",
                unique: true,
                filter: "etat <> 'Clos'");

            migrationBuilder.CreateIndex(
                name: "ix_positionnements_parcours_savoir_faire_moment_jour",
                schema: "accompagnement",
                table: "positionnements",
                columns: new[] { "parcours", "savoir_faire", "moment", "jour" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_positionnements_personne",
                schema: "accompagnement",
                table: "positionnements",
                column: "personne");

            migrationBuilder.CreateIndex(
                name: "ix_positionnements_saisi_le",
                schema: "accompagnement",
                table: "positionnements",
                column: "saisi_le");

            migrationBuilder.CreateIndex(
                name: "ix_rappels_de_suivi_a_partir_du",
                schema: "accompagnement",
                table: "rappels_de_suivi",
                column: "a_partir_du",
                filter: "echu_le IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_rappels_de_suivi_personne",
                schema: "accompagnement",
                table: "rappels_de_suivi",
                column: "personne");

            migrationBuilder.CreateIndex(
                name: "ix_savoir_faire_choisis_personne",
                schema: "accompagnement",
                table: "savoir_faire_choisis",
                column: "personne");

            migrationBuilder.CreateIndex(
                name: "ix_signaux_de_saisie_mediateur_nature_jour_personne",
                schema: "accompagnement",
                table: "signaux_de_saisie",
                columns: new[] { "mediateur", "nature", "jour", "personne" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.SqlFichier("accompagnement_capacitation_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "changements_de_demarches",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "positionnements",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "rappels_de_suivi",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "savoir_faire_choisis",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "signaux_de_saisie",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "parcours",
                schema: "accompagnement");
        }
    }
}
