using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261122005144_Cartographie")]
    public partial class Cartographie : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "cartographie");

            migrationBuilder.CreateTable(
                name: "imports",
                schema: "cartographie",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    fichier = table.Column<string>(type: "text", nullable: false),
                    empreinte = table.Column<string>(type: "text", nullable: false),
                    debut_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fin_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    lus = table.Column<int>(type: "integer", nullable: false),
                    ajoutes = table.Column<int>(type: "integer", nullable: false),
                    modifies = table.Column<int>(type: "integer", nullable: false),
                    inchanges = table.Column<int>(type: "integer", nullable: false),
                    rejetes = table.Column<int>(type: "integer", nullable: false),
                    retires = table.Column<int>(type: "integer", nullable: false),
                    retenus = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lieux",
                schema: "cartographie",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    pivot = table.Column<string>(type: "text", nullable: true),
                    nom = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    commune = table.Column<string>(type: "text", nullable: false),
                    code_postal = table.Column<string>(type: "text", nullable: false),
                    code_insee = table.Column<string>(type: "text", nullable: true),
                    adresse = table.Column<string>(type: "text", nullable: true),
                    complement_adresse = table.Column<string>(type: "text", nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    typologie = table.Column<string[]>(type: "text[]", nullable: false),
                    telephone = table.Column<string>(type: "text", nullable: true),
                    courriels = table.Column<string[]>(type: "text[]", nullable: false),
                    site_web = table.Column<string[]>(type: "text[]", nullable: false),
                    horaires = table.Column<string>(type: "text", nullable: true),
                    presentation_resume = table.Column<string>(type: "text", nullable: true),
                    presentation_detail = table.Column<string>(type: "text", nullable: true),
                    itinerance = table.Column<string[]>(type: "text[]", nullable: false),
                    structure_parente = table.Column<string>(type: "text", nullable: true),
                    date_maj = table.Column<DateOnly>(type: "date", nullable: true),
                    services = table.Column<string[]>(type: "text[]", nullable: false),
                    publics_specifiquement_adresses = table.Column<string[]>(type: "text[]", nullable: false),
                    prise_en_charge_specifique = table.Column<string[]>(type: "text[]", nullable: false),
                    frais_a_charge = table.Column<string[]>(type: "text[]", nullable: false),
                    dispositif_programmes_nationaux = table.Column<string[]>(type: "text[]", nullable: false),
                    formations_labels = table.Column<string[]>(type: "text[]", nullable: false),
                    autres_formations_labels = table.Column<string[]>(type: "text[]", nullable: false),
                    modalites_acces = table.Column<string[]>(type: "text[]", nullable: false),
                    modalites_accompagnement = table.Column<string[]>(type: "text[]", nullable: false),
                    fiche_acces_libre = table.Column<string>(type: "text", nullable: true),
                    prise_rdv = table.Column<string>(type: "text", nullable: true),
                    retenu = table.Column<string>(type: "text", nullable: true),
                    empreinte = table.Column<byte[]>(type: "bytea", nullable: false),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    modifie_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    verifie_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lieux", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "signalements",
                schema: "cartographie",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lieu_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    categorie = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    message = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    courriel = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    etat = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    recu_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    traite_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signalements", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_imports_debut_le",
                schema: "cartographie",
                table: "imports",
                column: "debut_le");

            migrationBuilder.CreateIndex(
                name: "ix_lieux_code_insee",
                schema: "cartographie",
                table: "lieux",
                column: "code_insee");

            migrationBuilder.CreateIndex(
                name: "ix_lieux_source",
                schema: "cartographie",
                table: "lieux",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "ix_signalements_etat_recu_le",
                schema: "cartographie",
                table: "signalements",
                columns: new[] { "etat", "recu_le" });

            migrationBuilder.SqlFichier("cartographie_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "imports",
                schema: "cartographie");

            migrationBuilder.DropTable(
                name: "lieux",
                schema: "cartographie");

            migrationBuilder.DropTable(
                name: "signalements",
                schema: "cartographie");
        }
    }
}
