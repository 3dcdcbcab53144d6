using System.Text.Json;
using FaireAvec.Accompagnement.Data;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Accompagnement.Statistiques;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Accompagnement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FaireAvec.Tests.Integration.Accompagnement.Statistiques;

/// <summary>Acts written and changed straight in the database, as every path of the product ends by doing, and the figures that pages show of them.</summary>
public sealed class SiteDesChiffres : IAsyncLifetime
{
    internal static readonly Perimetre Nation = new() { Niveau = NiveauDePerimetre.Nation };
    internal static readonly FiltreDeFaits Tout = new() { Du = new(1970, 1, 1), Au = new(2140, 1, 1) };

    public ApplicationDeTest Site { get; } = new();

    public Task InitialiseeAsync => Site.PretAsync();

    public async ValueTask InitializeAsync() => await Site.InitializeAsync();

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    public async Task<Guid> PersonneAsync(string? genre = "feminin", int? naissance = 1950)
    {
        var id = Guid.CreateVersion7();
        await Site.Base.ExecuterAsync(
            """
            INSERT INTO accompagnement.personnes (id, niveau, organisation, demonstration, creee_le, sans_telephone, genre, annee_de_naissance, protection, dernier_contact_le, version)
            VALUES ($1, 'Carte', $1, true, now(), false, $2, $3, 'Aucune', now(), 1)
            """, id, (object?)genre ?? DBNull.Value, (object?)naissance ?? DBNull.Value);
        return id;
    }

    /// <summary>An act with these people, in one transaction.</summary>
    internal async Task<Guid> NoterAsync(Fait f, params Guid[] personnes)
    {
        var id = Guid.CreateVersion7();
        await using var connexion = await Site.Base.Proprietaire.OpenConnectionAsync();
        await using var transaction = await connexion.BeginTransactionAsync();
        await CommandeAsync(connexion, "INSERT INTO accompagnement.activites SELECT * FROM jsonb_populate_record(NULL::accompagnement.activites, $1::jsonb)", Json(id, f, personnes.Length));
        foreach (var personne in personnes)
        {
            await CommandeAsync(connexion, "INSERT INTO accompagnement.accompagnements (activite, personne, auteur, jour) VALUES ($1, $2, $3, $4)", id, personne, f.Auteur, f.Jour);
        }

        await transaction.CommitAsync();
        return id;
    }

    /// <summary>Becomes another one, with or without its people.</summary>
    internal async Task CorrigerAsync(Guid id, Fait f, bool sansPersonne)
    {
        await using var connexion = await Site.Base.Proprietaire.OpenConnectionAsync();
        await using var transaction = await connexion.BeginTransactionAsync();
        if (sansPersonne)
        {
            await CommandeAsync(connexion, "DELETE FROM accompagnement.accompagnements WHERE activite = $1", id);
        }

        await CommandeAsync(connexion,
            """
            UPDATE accompagnement.activites a SET type = n.type, jour = n.jour, duree = n.duree, type_de_lieu = n.type_de_lieu, lieu = n.lieu, commune = n.commune, departement = n.departement, thematiques = n.thematiques,
                part_a_la_place = n.part_a_la_place, part_avec = n.part_avec, part_faire = n.part_faire, materiels = n.materiels, genre = n.genre, age = n.age, statut = n.statut, sans_nom = n.sans_nom, effectifs = n.effectifs,
                etiquettes = n.etiquettes, equipes = n.equipes, suivies = (SELECT count(*) FROM accompagnement.accompagnements u WHERE u.activite = a.id), version = a.version + 1
            FROM jsonb_populate_record(NULL::accompagnement.activites, $2::jsonb) n WHERE a.id = $1
            """, id, Json(id, f, 0));
        await CommandeAsync(connexion, "UPDATE accompagnement.accompagnements SET jour = $2 WHERE activite = $1", id, f.Jour);
        await transaction.CommitAsync();
    }

    /// <summary>What a page shows.</summary>
    internal Task<Chiffres> MontresAsync(FiltreDeFaits? filtre = null, Perimetre? perimetre = null) =>
        Site.DansAsync(s => s.GetRequiredService<ChiffresDActivite>().CompterAsync(perimetre ?? Nation, filtre ?? Tout, null, CancellationToken.None), "systeme:taches");

    public Task<int> DeriverAsync() => Site.DansAsync(s => s.GetRequiredService<DerivationDesCumuls>().FaireAsync(CancellationToken.None), "systeme:taches");

    internal Task<Recompte> RecompterAsync() => Site.DansAsync(s => s.GetRequiredService<RecompteDesCumuls>().FaireAsync(CancellationToken.None), "systeme:taches");

    /// <summary>The same figures, counted act by act.</summary>
    internal async Task<Indicateurs> RecomptesAsync(FiltreDeFaits filtre)
    {
        var personnes = new Dictionary<Guid, List<PersonneDuFait>>();
        await using (var lues = Site.Base.Proprietaire.CreateCommand("SELECT u.activite, p.numero, u.genre, u.age, u.statut FROM accompagnement.accompagnements u JOIN accompagnement.personnes p ON p.id = u.personne"))
        {
            await using var lecteur = await lues.ExecuteReaderAsync();
            while (await lecteur.ReadAsync())
            {
                var siennes = personnes.TryGetValue(lecteur.GetGuid(0), out var deja) ? deja : personnes[lecteur.GetGuid(0)] = [];
                siennes.Add(new(lecteur.GetInt32(1), lecteur.GetString(2), lecteur.GetString(3), lecteur.GetString(4)));
            }
        }

        var actes = await Site.AvecBaseAsync(db => db.Set<Activite>().AsNoTracking().Where(a => a.SupprimeeLe == null).ToListAsync(), "systeme:taches");
        return RecompteNaif.Compter(actes.Select(a => Fait.De(a, personnes.GetValueOrDefault(a.Id) ?? [])), filtre);
    }

    private static async Task CommandeAsync(NpgsqlConnection connexion, string sql, params object[] parametres)
    {
        await using var commande = new NpgsqlCommand(sql, connexion);
        foreach (var p in parametres)
        {
            commande.Parameters.Add(new() { Value = p });
        }

        await commande.ExecuteNonQueryAsync();
    }

    private static string Json(Guid id, Fait f, int suivies) => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["id"] = id,
        ["auteur"] = f.Auteur,
        ["organisation"] = f.Organisation,
        ["equipes"] = f.Equipes,
        ["type"] = f.Type.ToString(),
        ["jour"] = f.Jour,
        ["duree"] = f.Duree,
        ["type_de_lieu"] = f.TypeDeLieu,
        ["lieu"] = f.Lieu,
        ["commune"] = f.Commune,
        ["departement"] = f.Departement,
        ["thematiques"] = f.Thematiques,
        ["part_a_la_place"] = f.PartALaPlace,
        ["part_avec"] = f.PartAvec,
        ["part_faire"] = f is { PartALaPlace: { } p, PartAvec: { } a } ? 100 - p - a : null,
        ["motif_a_la_place"] = f.MotifALaPlace,
        ["situation"] = f.Situation,
        ["materiels"] = f.Materiels,
        ["autonomie"] = f.Autonomie,
        ["orientee"] = f.Orientee,
        ["structure_de_redirection"] = f.StructureDeRedirection,
        ["genre"] = f.Genre,
        ["age"] = f.Age,
        ["statut"] = f.Statut,
        ["commune_de_la_personne"] = f.CommuneDeLaPersonne,
        ["deja_accompagnee"] = f.DejaAccompagnee,
        ["niveau"] = f.Niveau,
        ["sans_nom"] = f.SansNom,
        ["suivies"] = suivies,
        ["effectifs"] = f.Effectifs is null ? null : JsonSerializer.SerializeToElement(f.Effectifs, EnJson.Options),
        ["etiquettes"] = f.Etiquettes,
        ["conseiller_numerique"] = f.ConseillerNumerique,
        ["origine"] = f.Origine.ToString(),
        ["empreinte"] = "\\x00",
        ["enregistree_le"] = "2026-01-01T00:00:00Z",
        ["modifiee_le"] = "2026-01-01T00:00:00Z",
        ["version"] = 1,
    });
}
