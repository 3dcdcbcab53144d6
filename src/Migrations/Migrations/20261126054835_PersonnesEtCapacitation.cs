using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261126054835_PersonnesEtCapacitation")]
    public partial class PersonnesEtCapacitation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "accord",
                schema: "accompagnement",
                table: "suivis",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "motif",
                schema: "accompagnement",
                table: "suivis",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "par",
                schema: "accompagnement",
                table: "suivis",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "accord_du_protecteur_le",
                schema: "accompagnement",
                table: "personnes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "accord_du_responsable_le",
                schema: "accompagnement",
                table: "personnes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "age",
                schema: "accompagnement",
                table: "personnes",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "annee_de_naissance",
                schema: "accompagnement",
                table: "personnes",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "commune",
                schema: "accompagnement",
                table: "personnes",
                type: "character varying(5)",
                maxLength: 5,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "courriel_empreinte",
                schema: "accompagnement",
                table: "personnes",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "courriel_ferme",
                schema: "accompagnement",
                table: "personnes",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "dernier_contact_le",
                schema: "accompagnement",
                table: "personnes",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<string>(
                name: "documents",
                schema: "accompagnement",
                table: "personnes",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "effacee_le",
                schema: "accompagnement",
                table: "personnes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "genre",
                schema: "accompagnement",
                table: "personnes",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "nom",
                schema: "accompagnement",
                table: "personnes",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "nom_cherche",
                schema: "accompagnement",
                table: "personnes",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "notes",
                schema: "accompagnement",
                table: "personnes",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "prenom",
                schema: "accompagnement",
                table: "personnes",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "protecteur",
                schema: "accompagnement",
                table: "personnes",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "protection",
                schema: "accompagnement",
                table: "personnes",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "rendez_vous_le",
                schema: "accompagnement",
                table: "personnes",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rendez_vous_ou",
                schema: "accompagnement",
                table: "personnes",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "responsable",
                schema: "accompagnement",
                table: "personnes",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "sans_telephone",
                schema: "accompagnement",
                table: "personnes",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "statut",
                schema: "accompagnement",
                table: "personnes",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "telephone_empreinte",
                schema: "accompagnement",
                table: "personnes",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "telephone_ferme",
                schema: "accompagnement",
                table: "personnes",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "version",
                schema: "accompagnement",
                table: "personnes",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "cartes",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    personne = table.Column<Guid>(type: "uuid", nullable: false),
                    numero = table.Column<string>(type: "character(8)", fixedLength: true, maxLength: 8, nullable: false),
                    empreinte = table.Column<byte[]>(type: "bytea", nullable: false),
                    creee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finie_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    fin = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cartes", x => x.id);
                    table.ForeignKey(
                        name: "fk_cartes_personnes_personne",
                        column: x => x.personne,
                        principalSchema: "accompagnement",
                        principalTable: "personnes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

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
                name: "freins_des_cartes",
                schema: "accompagnement",
                columns: table => new
                {
                    cle = table.Column<byte[]>(type: "bytea", nullable: false),
                    echecs = table.Column<int>(type: "integer", nullable: false),
                    dernier_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    jusqu_a = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_freins_des_cartes", x => x.cle);
                });

            migrationBuilder.CreateTable(
                name: "fusions_de_personnes",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<Guid>(type: "uuid", nullable: false),
                    cible = table.Column<Guid>(type: "uuid", nullable: false),
                    par = table.Column<Guid>(type: "uuid", nullable: false),
                    faite_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    remplis = table.Column<string[]>(type: "text[]", nullable: false),
                    cible_creee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actes_deplaces = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    actes_doubles = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    suivis = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    objectifs = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    cartes = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    cartes_finies = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    precedentes = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    defaite_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    defaite_par = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fusions_de_personnes", x => x.id);
                    table.ForeignKey(
                        name: "fk_fusions_de_personnes_personnes_cible",
                        column: x => x.cible,
                        principalSchema: "accompagnement",
                        principalTable: "personnes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_fusions_de_personnes_personnes_source",
                        column: x => x.source,
                        principalSchema: "accompagnement",
                        principalTable: "personnes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "objectifs_des_personnes",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    personne = table.Column<Guid>(type: "uuid", nullable: false),
                    texte = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    etat = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    choisi_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    etat_depuis = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    motif = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objectifs_des_personnes", x => x.id);
                    table.ForeignKey(
                        name: "fk_objectifs_des_personnes_personnes_personne",
                        column: x => x.personne,
                        principalSchema: "accompagnement",
                        principalTable: "personnes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "ix_personnes_dernier_contact_le",
                schema: "accompagnement",
                table: "personnes",
                column: "dernier_contact_le",
                filter: "effacee_le IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_personnes_fusionnee_dans",
                schema: "accompagnement",
                table: "personnes",
                column: "fusionnee_dans",
                filter: "fusionnee_dans IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cartes_empreinte",
                schema: "accompagnement",
                table: "cartes",
                column: "empreinte",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cartes_numero",
                schema: "accompagnement",
                table: "cartes",
                column: "numero",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cartes_personne",
                schema: "accompagnement",
                table: "cartes",
                column: "personne",
                unique: true,
                filter: "finie_le IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_changements_de_demarches_demarche_jour",
                schema: "accompagnement",
                table: "changements_de_demarches",
                columns: new[] { "demarche", "jour" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_freins_des_cartes_dernier_le",
                schema: "accompagnement",
                table: "freins_des_cartes",
                column: "dernier_le");

            migrationBuilder.CreateIndex(
                name: "ix_fusions_de_personnes_cible_faite_le",
                schema: "accompagnement",
                table: "fusions_de_personnes",
                columns: new[] { "cible", "faite_le" });

            migrationBuilder.CreateIndex(
                name: "ix_fusions_de_personnes_source",
                schema: "accompagnement",
                table: "fusions_de_personnes",
                column: "source",
                unique: true,
                filter: "defaite_le IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_objectifs_des_personnes_personne",
                schema: "accompagnement",
                table: "objectifs_des_personnes",
                column: "personne");

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

            migrationBuilder.SqlFichier("accompagnement_personnes_v1.sql");
            migrationBuilder.SqlFichier("accompagnement_capacitation_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cartes",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "changements_de_demarches",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "freins_des_cartes",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "fusions_de_personnes",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "objectifs_des_personnes",
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

            migrationBuilder.DropIndex(
                name: "ix_personnes_dernier_contact_le",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropIndex(
                name: "ix_personnes_fusionnee_dans",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "accord",
                schema: "accompagnement",
                table: "suivis");

            migrationBuilder.DropColumn(
                name: "motif",
                schema: "accompagnement",
                table: "suivis");

            migrationBuilder.DropColumn(
                name: "par",
                schema: "accompagnement",
                table: "suivis");

            migrationBuilder.DropColumn(
                name: "accord_du_protecteur_le",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "accord_du_responsable_le",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "age",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "annee_de_naissance",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "commune",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "courriel_empreinte",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "courriel_ferme",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "dernier_contact_le",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "documents",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "effacee_le",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "genre",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "nom",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "nom_cherche",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "notes",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "prenom",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "protecteur",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "protection",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "rendez_vous_le",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "rendez_vous_ou",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "responsable",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "sans_telephone",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "statut",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "telephone_empreinte",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "telephone_ferme",
                schema: "accompagnement",
                table: "personnes");

            migrationBuilder.DropColumn(
                name: "version",
                schema: "accompagnement",
                table: "personnes");
        }
    }
}
