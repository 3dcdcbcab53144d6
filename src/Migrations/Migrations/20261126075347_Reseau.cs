using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261126075347_Reseau")]
    public partial class Reseau : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "compteurs_d_etiquettes",
                schema: "accompagnement",
                columns: table => new
                {
                    etiquette = table.Column<Guid>(type: "uuid", nullable: false),
                    jour = table.Column<DateOnly>(type: "date", nullable: false),
                    equipes = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    activites = table.Column<int>(type: "integer", nullable: false),
                    accompagnements = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_compteurs_d_etiquettes", x => new { x.etiquette, x.jour, x.equipes });
                });

            migrationBuilder.CreateTable(
                name: "etiquettes",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    portee = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    proprietaire = table.Column<Guid>(type: "uuid", nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    nom = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    nom_recherche = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    description = table.Column<string>(type: "character varying(280)", maxLength: 280, nullable: true),
                    creee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    rangee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reunie_dans = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_etiquettes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mentorats",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mentor = table.Column<Guid>(type: "uuid", nullable: false),
                    mentore = table.Column<Guid>(type: "uuid", nullable: false),
                    equipe = table.Column<Guid>(type: "uuid", nullable: false),
                    declare_par = table.Column<Guid>(type: "uuid", nullable: false),
                    debut = table.Column<DateOnly>(type: "date", nullable: false),
                    declare_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    etat = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fin = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mentorats", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "remises_a_plus_tard",
                schema: "accompagnement",
                columns: table => new
                {
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    cle = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    jusqua = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_remises_a_plus_tard", x => new { x.compte, x.cle });
                });

            migrationBuilder.CreateTable(
                name: "rencontres_de_mentorat",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mentorat = table.Column<Guid>(type: "uuid", nullable: false),
                    jour = table.Column<DateOnly>(type: "date", nullable: false),
                    notee_par = table.Column<Guid>(type: "uuid", nullable: false),
                    notee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rencontres_de_mentorat", x => x.id);
                    table.ForeignKey(
                        name: "fk_rencontres_de_mentorat_mentorats_mentorat",
                        column: x => x.mentorat,
                        principalSchema: "accompagnement",
                        principalTable: "mentorats",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_etiquettes_proprietaire_nom_recherche",
                schema: "accompagnement",
                table: "etiquettes",
                columns: new[] { "proprietaire", "nom_recherche" },
                unique: true,
                filter: "rangee_le IS NULL AND reunie_dans IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_mentorats_equipe",
                schema: "accompagnement",
                table: "mentorats",
                column: "equipe");

            migrationBuilder.CreateIndex(
                name: "ix_mentorats_mentor",
                schema: "accompagnement",
                table: "mentorats",
                column: "mentor");

            migrationBuilder.CreateIndex(
                name: "ux_mentorats_un_mentor",
                schema: "accompagnement",
                table: "mentorats",
                column: "mentore",
                unique: true,
                filter: "etat = 'EnCours'");

            migrationBuilder.CreateIndex(
                name: "ix_rencontres_de_mentorat_mentorat_jour",
                schema: "accompagnement",
                table: "rencontres_de_mentorat",
                columns: new[] { "mentorat", "jour" },
                unique: true);

            migrationBuilder.SqlFichier("comptes_reseau_v1.sql");
            migrationBuilder.SqlFichier("accompagnement_reseau_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "compteurs_d_etiquettes",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "etiquettes",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "remises_a_plus_tard",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "rencontres_de_mentorat",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "mentorats",
                schema: "accompagnement");
        }
    }
}
