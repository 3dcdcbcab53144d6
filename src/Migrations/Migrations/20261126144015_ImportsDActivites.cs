using System;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(FaireAvecDb))]
    [Migration("20261126144015_ImportsDActivites")]
    public partial class ImportsDActivites : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "identifiants_externes",
                schema: "accompagnement",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    outil = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    cle = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    activite = table.Column<Guid>(type: "uuid", nullable: false),
                    import = table.Column<Guid>(type: "uuid", nullable: false),
                    cree = table.Column<bool>(type: "boolean", nullable: false),
                    empreinte = table.Column<byte[]>(type: "bytea", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    vu_par = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identifiants_externes", x => new { x.organisation, x.outil, x.cle });
                });

            migrationBuilder.CreateTable(
                name: "imports",
                schema: "accompagnement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    outil = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    fichier = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    empreinte = table.Column<byte[]>(type: "bytea", nullable: false),
                    octets = table.Column<long>(type: "bigint", nullable: false),
                    etat = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ligne_d_entete = table.Column<long>(type: "bigint", nullable: false),
                    colonnes = table.Column<string>(type: "jsonb", nullable: false),
                    reglages = table.Column<string>(type: "jsonb", nullable: false),
                    phrase = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    du = table.Column<DateOnly>(type: "date", nullable: true),
                    au = table.Column<DateOnly>(type: "date", nullable: true),
                    lignes = table.Column<int>(type: "integer", nullable: false),
                    faites = table.Column<int>(type: "integer", nullable: false),
                    bilan = table.Column<string>(type: "jsonb", nullable: true),
                    depose_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confirme_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    fini_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    efface_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lignes_d_import",
                schema: "accompagnement",
                columns: table => new
                {
                    import = table.Column<Guid>(type: "uuid", nullable: false),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    numeros = table.Column<long[]>(type: "bigint[]", nullable: false),
                    cle = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    empreinte = table.Column<byte[]>(type: "bytea", nullable: true),
                    sort = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    decision = table.Column<bool>(type: "boolean", nullable: true),
                    fait = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    jour = table.Column<DateOnly>(type: "date", nullable: true),
                    type = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    accompagnements = table.Column<int>(type: "integer", nullable: false),
                    personnes = table.Column<int>(type: "integer", nullable: false),
                    ambigue = table.Column<bool>(type: "boolean", nullable: false),
                    saisie = table.Column<string>(type: "jsonb", nullable: true),
                    defauts = table.Column<string>(type: "jsonb", nullable: false),
                    activite = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lignes_d_import", x => new { x.import, x.rang });
                    table.ForeignKey(
                        name: "fk_lignes_d_import_imports_import",
                        column: x => x.import,
                        principalSchema: "accompagnement",
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "morceaux_d_import",
                schema: "accompagnement",
                columns: table => new
                {
                    import = table.Column<Guid>(type: "uuid", nullable: false),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    octets = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_morceaux_d_import", x => new { x.import, x.rang });
                    table.ForeignKey(
                        name: "fk_morceaux_d_import_imports_import",
                        column: x => x.import,
                        principalSchema: "accompagnement",
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_identifiants_externes_activite",
                schema: "accompagnement",
                table: "identifiants_externes",
                column: "activite");

            migrationBuilder.CreateIndex(
                name: "ix_identifiants_externes_import",
                schema: "accompagnement",
                table: "identifiants_externes",
                column: "import");

            migrationBuilder.CreateIndex(
                name: "ix_imports_auteur_depose_le",
                schema: "accompagnement",
                table: "imports",
                columns: new[] { "auteur", "depose_le" });

            migrationBuilder.CreateIndex(
                name: "ix_imports_ouverts",
                schema: "accompagnement",
                table: "imports",
                columns: new[] { "auteur", "organisation", "empreinte" },
                unique: true,
                filter: "etat IN ('Colonnes', 'Lecture', 'AVerifier', 'Ecriture')");

            migrationBuilder.SqlFichier("accompagnement_imports_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "identifiants_externes",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "lignes_d_import",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "morceaux_d_import",
                schema: "accompagnement");

            migrationBuilder.DropTable(
                name: "imports",
                schema: "accompagnement");
        }
    }
}
