using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Api;

/// <summary>An appointment as the database shows it to a client of the API: neither who comes nor for what.</summary>
internal sealed record RendezVousLu(Guid Id, Guid Compte, string Lieu, DateTimeOffset Debut, DateTimeOffset Fin, string Fuseau, string Etat, DateTimeOffset? TenueJusqua, string Origine, Guid? Remplace, DateTimeOffset PriseLe, int Version)
{
    /// <summary>Those of the organisation of who asks.</summary>
    public static IQueryable<RendezVousLu> Tous(FaireAvecDb db) => db.Database.SqlQuery<RendezVousLu>($"""
        SELECT id AS "Id", compte AS "Compte", lieu AS "Lieu", debut AS "Debut", fin AS "Fin", fuseau AS "Fuseau", etat AS "Etat", tenue_jusqua AS "TenueJusqua",
               origine AS "Origine", remplace AS "Remplace", prise_le AS "PriseLe", version AS "Version"
        FROM accompagnement.rendez_vous_lus
        """);
}
