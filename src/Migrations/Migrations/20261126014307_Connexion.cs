using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaireAvec.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class Connexion : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "applications_de_codes",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    graine_chiffree = table.Column<byte[]>(type: "bytea", nullable: false),
                    creee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    utilisee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dernier_pas = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_applications_de_codes", x => x.id);
                    table.ForeignKey(
                        name: "fk_applications_de_codes_comptes_compte",
                        column: x => x.compte,
                        principalSchema: "comptes",
                        principalTable: "comptes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cartes_a_codes",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    serie = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    graine_chiffree = table.Column<byte[]>(type: "bytea", nullable: false),
                    importee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: true),
                    attachee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    utilisee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    derive = table.Column<int>(type: "integer", nullable: false),
                    dernier_pas = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cartes_a_codes", x => x.id);
                    table.ForeignKey(
                        name: "fk_cartes_a_codes_comptes_compte",
                        column: x => x.compte,
                        principalSchema: "comptes",
                        principalTable: "comptes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "changements_de_courriel",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    nouveau = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    cle_du_nouveau = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    demande_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expire_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ancien_d_accord_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    nouveau_d_accord_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    annule_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    fait_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_changements_de_courriel", x => x.id);
                    table.ForeignKey(
                        name: "fk_changements_de_courriel_comptes_compte",
                        column: x => x.compte,
                        principalSchema: "comptes",
                        principalTable: "comptes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cles_d_acces",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    identifiant = table.Column<byte[]>(type: "bytea", maxLength: 1023, nullable: false),
                    cle_publique = table.Column<byte[]>(type: "bytea", nullable: false),
                    signatures = table.Column<long>(type: "bigint", nullable: false),
                    transports = table.Column<string[]>(type: "text[]", nullable: false),
                    personne_verifiee = table.Column<bool>(type: "boolean", nullable: false),
                    copiable = table.Column<bool>(type: "boolean", nullable: false),
                    copiee = table.Column<bool>(type: "boolean", nullable: false),
                    nom = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    creee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    utilisee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cles_d_acces", x => x.id);
                    table.ForeignKey(
                        name: "fk_cles_d_acces_comptes_compte",
                        column: x => x.compte,
                        principalSchema: "comptes",
                        principalTable: "comptes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "codes_imprimes",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    sel = table.Column<byte[]>(type: "bytea", nullable: false),
                    empreinte = table.Column<byte[]>(type: "bytea", nullable: false),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    utilise_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_codes_imprimes", x => x.id);
                    table.ForeignKey(
                        name: "fk_codes_imprimes_comptes_compte",
                        column: x => x.compte,
                        principalSchema: "comptes",
                        principalTable: "comptes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "defis_utilises",
                schema: "comptes",
                columns: table => new
                {
                    empreinte = table.Column<byte[]>(type: "bytea", nullable: false),
                    utilise_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_defis_utilises", x => x.empreinte);
                });

            migrationBuilder.CreateTable(
                name: "demandes_de_secours",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    etat = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    demandee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expire_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    premier = table.Column<Guid>(type: "uuid", nullable: true),
                    premier_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    second = table.Column<Guid>(type: "uuid", nullable: true),
                    second_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    refusee_par = table.Column<Guid>(type: "uuid", nullable: true),
                    finie_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_demandes_de_secours", x => x.id);
                    table.ForeignKey(
                        name: "fk_demandes_de_secours_comptes_compte",
                        column: x => x.compte,
                        principalSchema: "comptes",
                        principalTable: "comptes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "freins",
                schema: "comptes",
                columns: table => new
                {
                    cle = table.Column<byte[]>(type: "bytea", nullable: false),
                    echecs = table.Column<int>(type: "integer", nullable: false),
                    dernier_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    jusqu_a = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_freins", x => x.cle);
                });

            migrationBuilder.CreateTable(
                name: "lettres",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nature = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    contenu = table.Column<byte[]>(type: "bytea", nullable: true),
                    deposee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expire_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    partie_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lettres", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "liens_de_connexion",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    usage = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    empreinte = table.Column<byte[]>(type: "bytea", nullable: false),
                    navigateur = table.Column<byte[]>(type: "bytea", nullable: true),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expire_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    utilise_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    etape = table.Column<byte[]>(type: "bytea", nullable: true),
                    fini_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    objet = table.Column<Guid>(type: "uuid", nullable: true),
                    poste_partage = table.Column<bool>(type: "boolean", nullable: false),
                    retour = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_liens_de_connexion", x => x.id);
                    table.ForeignKey(
                        name: "fk_liens_de_connexion_comptes_compte",
                        column: x => x.compte,
                        principalSchema: "comptes",
                        principalTable: "comptes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "navigateurs_connus",
                schema: "comptes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    compte = table.Column<Guid>(type: "uuid", nullable: false),
                    empreinte = table.Column<byte[]>(type: "bytea", nullable: false),
                    nom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    premier_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    vu_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_navigateurs_connus", x => x.id);
                    table.ForeignKey(
                        name: "fk_navigateurs_connus_comptes_compte",
                        column: x => x.compte,
                        principalSchema: "comptes",
                        principalTable: "comptes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_applications_de_codes_compte",
                schema: "comptes",
                table: "applications_de_codes",
                column: "compte",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cartes_a_codes_compte",
                schema: "comptes",
                table: "cartes_a_codes",
                column: "compte");

            migrationBuilder.CreateIndex(
                name: "ix_cartes_a_codes_serie",
                schema: "comptes",
                table: "cartes_a_codes",
                column: "serie",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_changements_de_courriel_compte",
                schema: "comptes",
                table: "changements_de_courriel",
                column: "compte");

            migrationBuilder.CreateIndex(
                name: "ix_cles_d_acces_compte",
                schema: "comptes",
                table: "cles_d_acces",
                column: "compte");

            migrationBuilder.CreateIndex(
                name: "ix_cles_d_acces_identifiant",
                schema: "comptes",
                table: "cles_d_acces",
                column: "identifiant",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_codes_imprimes_compte",
                schema: "comptes",
                table: "codes_imprimes",
                column: "compte");

            migrationBuilder.CreateIndex(
                name: "ix_defis_utilises_utilise_le",
                schema: "comptes",
                table: "defis_utilises",
                column: "utilise_le");

            migrationBuilder.CreateIndex(
                name: "ix_demandes_de_secours_compte",
                schema: "comptes",
                table: "demandes_de_secours",
                column: "compte");

            migrationBuilder.CreateIndex(
                name: "ix_freins_dernier_le",
                schema: "comptes",
                table: "freins",
                column: "dernier_le");

            migrationBuilder.CreateIndex(
                name: "ix_lettres_deposee_le",
                schema: "comptes",
                table: "lettres",
                column: "deposee_le");

            migrationBuilder.CreateIndex(
                name: "ix_liens_de_connexion_compte_cree_le",
                schema: "comptes",
                table: "liens_de_connexion",
                columns: new[] { "compte", "cree_le" });

            migrationBuilder.CreateIndex(
                name: "ix_liens_de_connexion_empreinte",
                schema: "comptes",
                table: "liens_de_connexion",
                column: "empreinte",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_liens_de_connexion_etape",
                schema: "comptes",
                table: "liens_de_connexion",
                column: "etape",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_navigateurs_connus_compte_empreinte",
                schema: "comptes",
                table: "navigateurs_connus",
                columns: new[] { "compte", "empreinte" },
                unique: true);

            migrationBuilder.SqlFichier("comptes_connexion_v1.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "applications_de_codes",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "cartes_a_codes",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "changements_de_courriel",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "cles_d_acces",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "codes_imprimes",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "defis_utilises",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "demandes_de_secours",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "freins",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "lettres",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "liens_de_connexion",
                schema: "comptes");

            migrationBuilder.DropTable(
                name: "navigateurs_connus",
                schema: "comptes");
        }
    }
}
