using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class DonneesPersonnelles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "codes_d_assistance",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    sel = table.Column<byte[]>(type: "bytea", nullable: false),
                    empreinte = table.Column<byte[]>(type: "bytea", nullable: false),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expire_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    utilise_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    essais = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_codes_d_assistance", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "consultations",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    personne = table.Column<Guid>(type: "uuid", nullable: false),
                    par = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: true),
                    instant = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    quoi = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    pourquoi = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    quart = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "demandes_de_droits",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    personne = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: true),
                    type = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    etat = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    texte = table.Column<string>(type: "character varying(3000)", maxLength: 3000, nullable: true),
                    recue_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    echeance = table.Column<DateOnly>(type: "date", nullable: false),
                    motif_de_prolongation = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    reponse = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    finie_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    traitee_par = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_demandes_de_droits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "effacements",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    personne = table.Column<Guid>(type: "uuid", nullable: false),
                    demande = table.Column<Guid>(type: "uuid", nullable: true),
                    fait_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    detail = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    cle_detruite = table.Column<bool>(type: "boolean", nullable: false),
                    code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_effacements", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "purges",
                schema: "noyau",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    purge = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    instant = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    effaces = table.Column<int>(type: "integer", nullable: true),
                    erreur = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_purges", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "textes_d_accord",
                schema: "comptes",
                columns: table => new
                {
                    finalite = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    titre = table.Column<string>(type: "text", nullable: false),
                    texte = table.Column<string>(type: "text", nullable: false),
                    empreinte = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_textes_d_accord", x => new { x.finalite, x.version });
                });

            migrationBuilder.CreateTable(
                name: "accords",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    personne = table.Column<Guid>(type: "uuid", nullable: false),
                    finalite = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    donne_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    moyen = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    recueilli_par = table.Column<Guid>(type: "uuid", nullable: false),
                    retire_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    moyen_du_retrait = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accords", x => x.id);
                    table.ForeignKey(
                        name: "fk_accords_textes_d_accord_finalite_version",
                        columns: x => new { x.finalite, x.version },
                        principalSchema: "comptes",
                        principalTable: "textes_d_accord",
                        principalColumns: new[] { "finalite", "version" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ux_accords_en_cours",
                schema: "comptes",
                table: "accords",
                columns: new[] { "personne", "finalite" },
                unique: true,
                filter: "retire_le IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_codes_d_assistance_compte_cree_le",
                schema: "comptes",
                table: "codes_d_assistance",
                columns: new[] { "compte", "cree_le" });

            migrationBuilder.CreateIndex(
                name: "ix_consultations_instant",
                schema: "comptes",
                table: "consultations",
                column: "instant");

            migrationBuilder.CreateIndex(
                name: "ix_consultations_personne_instant",
                schema: "comptes",
                table: "consultations",
                columns: new[] { "personne", "instant" });

            migrationBuilder.CreateIndex(
                name: "ix_consultations_personne_par_quoi_quart",
                schema: "comptes",
                table: "consultations",
                columns: new[] { "personne", "par", "quoi", "quart" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_demandes_de_droits_code",
                schema: "comptes",
                table: "demandes_de_droits",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_demandes_de_droits_etat_echeance",
                schema: "comptes",
                table: "demandes_de_droits",
                columns: new[] { "etat", "echeance" });

            migrationBuilder.CreateIndex(
                name: "ix_demandes_de_droits_personne",
                schema: "comptes",
                table: "demandes_de_droits",
                column: "personne");

            migrationBuilder.CreateIndex(
                name: "ux_demandes_de_droits_ouvertes",
                schema: "comptes",
                table: "demandes_de_droits",
                columns: new[] { "personne", "type" },
                unique: true,
                filter: "etat IN ('Recue', 'EnCours', 'Prolongee')");

            migrationBuilder.CreateIndex(
                name: "ix_effacements_code",
                schema: "comptes",
                table: "effacements",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_effacements_personne",
                schema: "comptes",
                table: "effacements",
                column: "personne",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_purges_purge_instant",
                schema: "noyau",
                table: "purges",
                columns: new[] { "purge", "instant" });

            migrationBuilder.SqlFichier("comptes_rgpd_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accords",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "codes_d_assistance",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "consultations",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "demandes_de_droits",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "effacements",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "purges",
                schema: "noyau");

            migrationBuilder.DropTable(
                name: "textes_d_accord",
                schema: "comptes");
        }
    }
}
