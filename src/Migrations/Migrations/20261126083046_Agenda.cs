using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261126083046_Agenda")]
    public partial class Agenda : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "absences",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    debut = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fin = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fuseau = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absences", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ateliers_prevus",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    lieu = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    fuseau = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    salle = table.Column<Guid>(type: "uuid", nullable: true),
                    debut = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fin = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    titre = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    description = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    capacite = table.Column<int>(type: "integer", nullable: false),
                    en_ligne = table.Column<bool>(type: "boolean", nullable: false),
                    annule_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ateliers_prevus", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "disponibilites",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    lieu = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    fuseau = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    departement = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    salle = table.Column<Guid>(type: "uuid", nullable: true),
                    depuis = table.Column<DateOnly>(type: "date", nullable: false),
                    jusqua = table.Column<DateOnly>(type: "date", nullable: true),
                    semaines = table.Column<int>(type: "integer", nullable: false),
                    de = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    a = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    duree = table.Column<int>(type: "integer", nullable: false),
                    en_ligne = table.Column<bool>(type: "boolean", nullable: false),
                    tournee = table.Column<bool>(type: "boolean", nullable: false),
                    creee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disponibilites", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "occupations",
                schema: "accompagnement",
                columns: table => new
                {
                    source = table.Column<Guid>(type: "uuid", nullable: false),
                    atelier = table.Column<bool>(type: "boolean", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    lieu = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    salle = table.Column<Guid>(type: "uuid", nullable: true),
                    debut = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fin = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tenue_jusqua = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_occupations", x => x.source);
                });

            migrationBuilder.CreateTable(
                name: "reglages_d_agenda",
                schema: "accompagnement",
                columns: table => new
                {
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    en_ligne = table.Column<bool>(type: "boolean", nullable: false),
                    delai_heures = table.Column<int>(type: "integer", nullable: false),
                    horizon_jours = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reglages_d_agenda", x => x.compte);
                });

            migrationBuilder.CreateTable(
                name: "rendez_vous",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lieu = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    fuseau = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    salle = table.Column<Guid>(type: "uuid", nullable: true),
                    debut = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fin = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    etat = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    remplace = table.Column<Guid>(type: "uuid", nullable: true),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    personne = table.Column<Guid>(type: "uuid", nullable: true),
                    prenom_ferme = table.Column<byte[]>(type: "bytea", nullable: true),
                    telephone_ferme = table.Column<byte[]>(type: "bytea", nullable: true),
                    courriel_ferme = table.Column<byte[]>(type: "bytea", nullable: true),
                    empreinte_du_telephone = table.Column<byte[]>(type: "bytea", nullable: true),
                    empreinte_du_courriel = table.Column<byte[]>(type: "bytea", nullable: true),
                    empreinte_de_l_adresse = table.Column<byte[]>(type: "bytea", nullable: true),
                    accord_sms = table.Column<bool>(type: "boolean", nullable: false),
                    courriel_verifie_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    besoin = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    interprete = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    amenagements = table.Column<string[]>(type: "text[]", nullable: false),
                    langue = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    origine = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    prise_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tenue_jusqua = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    annulee_par = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    effacee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rendez_vous", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "salles",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    lieu = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    nom = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    capacite = table.Column<int>(type: "integer", nullable: false),
                    fermee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_salles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inscriptions",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    atelier = table.Column<Guid>(type: "uuid", nullable: false),
                    capacite = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: true),
                    etat = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    personne = table.Column<Guid>(type: "uuid", nullable: true),
                    prenom_ferme = table.Column<byte[]>(type: "bytea", nullable: true),
                    telephone_ferme = table.Column<byte[]>(type: "bytea", nullable: true),
                    courriel_ferme = table.Column<byte[]>(type: "bytea", nullable: true),
                    empreinte_du_telephone = table.Column<byte[]>(type: "bytea", nullable: true),
                    empreinte_du_courriel = table.Column<byte[]>(type: "bytea", nullable: true),
                    empreinte_de_l_adresse = table.Column<byte[]>(type: "bytea", nullable: true),
                    accord_sms = table.Column<bool>(type: "boolean", nullable: false),
                    courriel_verifie_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    besoin = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    interprete = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    amenagements = table.Column<string[]>(type: "text[]", nullable: false),
                    langue = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    origine = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    prise_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tenue_jusqua = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    annulee_par = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    effacee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inscriptions", x => x.id);
                    table.ForeignKey(
                        name: "fk_inscriptions_ateliers_prevus_atelier",
                        column: x => x.atelier,
                        principalSchema: "accompagnement",
                        principalTable: "ateliers_prevus",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_absences_compte_fin",
                schema: "accompagnement",
                table: "absences",
                columns: new[] { "compte", "fin" });

            migrationBuilder.CreateIndex(
                name: "ix_ateliers_prevus_compte_debut",
                schema: "accompagnement",
                table: "ateliers_prevus",
                columns: new[] { "compte", "debut" });

            migrationBuilder.CreateIndex(
                name: "ix_ateliers_prevus_lieu_debut",
                schema: "accompagnement",
                table: "ateliers_prevus",
                columns: new[] { "lieu", "debut" });

            migrationBuilder.CreateIndex(
                name: "ix_disponibilites_compte",
                schema: "accompagnement",
                table: "disponibilites",
                column: "compte");

            migrationBuilder.CreateIndex(
                name: "ix_disponibilites_lieu",
                schema: "accompagnement",
                table: "disponibilites",
                column: "lieu");

            migrationBuilder.CreateIndex(
                name: "ix_inscriptions_atelier_place",
                schema: "accompagnement",
                table: "inscriptions",
                columns: new[] { "atelier", "place" },
                unique: true,
                filter: "place IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_inscriptions_empreinte_de_l_adresse",
                schema: "accompagnement",
                table: "inscriptions",
                column: "empreinte_de_l_adresse",
                filter: "empreinte_de_l_adresse IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_inscriptions_empreinte_du_courriel",
                schema: "accompagnement",
                table: "inscriptions",
                column: "empreinte_du_courriel",
                filter: "empreinte_du_courriel IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_inscriptions_empreinte_du_telephone",
                schema: "accompagnement",
                table: "inscriptions",
                column: "empreinte_du_telephone",
                filter: "empreinte_du_telephone IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_inscriptions_personne",
                schema: "accompagnement",
                table: "inscriptions",
                column: "personne",
                filter: "personne IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_inscriptions_tenue_jusqua",
                schema: "accompagnement",
                table: "inscriptions",
                column: "tenue_jusqua",
                filter: "tenue_jusqua IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_occupations_compte_debut",
                schema: "accompagnement",
                table: "occupations",
                columns: new[] { "compte", "debut" });

            migrationBuilder.CreateIndex(
                name: "ix_occupations_lieu_debut",
                schema: "accompagnement",
                table: "occupations",
                columns: new[] { "lieu", "debut" });

            migrationBuilder.CreateIndex(
                name: "ix_rendez_vous_compte_debut",
                schema: "accompagnement",
                table: "rendez_vous",
                columns: new[] { "compte", "debut" });

            migrationBuilder.CreateIndex(
                name: "ix_rendez_vous_empreinte_de_l_adresse",
                schema: "accompagnement",
                table: "rendez_vous",
                column: "empreinte_de_l_adresse",
                filter: "empreinte_de_l_adresse IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_rendez_vous_empreinte_du_courriel",
                schema: "accompagnement",
                table: "rendez_vous",
                column: "empreinte_du_courriel",
                filter: "empreinte_du_courriel IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_rendez_vous_empreinte_du_telephone",
                schema: "accompagnement",
                table: "rendez_vous",
                column: "empreinte_du_telephone",
                filter: "empreinte_du_telephone IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_rendez_vous_fin",
                schema: "accompagnement",
                table: "rendez_vous",
                column: "fin",
                filter: "effacee_le IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_rendez_vous_personne",
                schema: "accompagnement",
                table: "rendez_vous",
                column: "personne",
                filter: "personne IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_rendez_vous_remplace",
                schema: "accompagnement",
                table: "rendez_vous",
                column: "remplace",
                unique: true,
                filter: "remplace IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_rendez_vous_tenue_jusqua",
                schema: "accompagnement",
                table: "rendez_vous",
                column: "tenue_jusqua",
                filter: "tenue_jusqua IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_salles_organisation",
                schema: "accompagnement",
                table: "salles",
                column: "organisation");
            migrationBuilder.SqlFichier("accompagnement_agenda_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absences",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "disponibilites",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "inscriptions",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "occupations",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "reglages_d_agenda",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "rendez_vous",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "salles",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "ateliers_prevus",
                schema: "accompagnement");
        }
    }
}
