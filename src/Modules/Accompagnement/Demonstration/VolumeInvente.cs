using System.Text.Json;
using FaireAvec.Accompagnement.Data;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Statistiques;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using Npgsql;
using NpgsqlTypes;

namespace FaireAvec.Accompagnement.Demonstration;

/// <summary>How much is invented.</summary>
/// <param name="Mediateurs">Authors, three by organisation on average, shared among teams of thirty-one.</param>
/// <param name="Activites">Acts, over <paramref name="Annees"/> years until yesterday.</param>
/// <param name="Personnes">People who are followed.</param>
/// <param name="Annees">Years of acts.</param>
/// <param name="Graine">The same seed gives the same acts.</param>
internal sealed record VolumeDemande(int Mediateurs, int Activites, int Personnes, int Annees, int Graine);

/// <summary>
/// A whole country of invented acts, to measure: loaded without the triggers, counted at once afterwards. Shares of types, sizes of workshops and themes are plausible, not
/// observed. Each médiateur works in one département, each organisation too.
/// </summary>
internal sealed class VolumeInvente(Base donnees, DerivationDesCumuls derivation, ITerritoires territoires, TimeProvider horloge)
{
    public const int ParEquipe = 31;

    private static readonly string[] Materiels = ["ordinateur", "telephone", "tablette"];

    public async Task AjouterAsync(VolumeDemande demande, Action<string> dire, CancellationToken annulation)
    {
        var hasard = new Random(demande.Graine);
        var aujourdhui = JourDeParis.De(horloge.GetUtcNow());
        await using var connexion = await donnees.Proprietaire.OpenConnectionAsync(annulation);
        await using var transaction = await connexion.BeginTransactionAsync(annulation);
        await ExecuterAsync(connexion, "ALTER TABLE accompagnement.activites DISABLE TRIGGER USER; ALTER TABLE accompagnement.accompagnements DISABLE TRIGGER USER", annulation);
        dire($"{demande.Personnes} personnes…");
        var personnes = await PersonnesAsync(connexion, demande, hasard, annulation);
        dire($"{demande.Activites} activités…");
        var suivies = await ActivitesAsync(connexion, demande, hasard, aujourdhui, personnes, annulation);
        dire($"{suivies.Count} présences de personnes suivies…");
        await SuiviesAsync(connexion, suivies, hasard, annulation);
        await ExecuterAsync(connexion, "ALTER TABLE accompagnement.activites ENABLE TRIGGER USER; ALTER TABLE accompagnement.accompagnements ENABLE TRIGGER USER", annulation);
        dire("Compteurs du jour…");
        await ExecuterAsync(connexion,
            """
            INSERT INTO accompagnement.compteurs_du_jour (auteur, jour, lieu, organisation, equipes, individuels, ateliers, coordinations, participants, accompagnements, minutes, minutes_de_posture, part_a_la_place, part_avec, part_faire)
            SELECT a.auteur, a.jour, coalesce(a.lieu, ''), a.organisation, a.equipes, count(*) FILTER (WHERE a.type IN ('Individuel', 'Demarche')), count(*) FILTER (WHERE a.type = 'Collectif'),
                   count(*) FILTER (WHERE a.type IN ('Animation', 'Evenement', 'Partenariat')), coalesce(sum(a.sans_nom + a.suivies) FILTER (WHERE a.type = 'Collectif'), 0), sum(a.sans_nom + a.suivies),
                   coalesce(sum(a.duree) FILTER (WHERE a.type IN ('Individuel', 'Demarche', 'Collectif')), 0), coalesce(sum(a.duree) FILTER (WHERE a.part_avec IS NOT NULL), 0),
                   coalesce(sum(a.duree::bigint * a.part_a_la_place), 0), coalesce(sum(a.duree::bigint * a.part_avec), 0), coalesce(sum(a.duree::bigint * a.part_faire), 0)
            FROM accompagnement.activites a WHERE a.titre = 'Volume' AND a.supprimee_le IS NULL GROUP BY 1, 2, 3, 4, 5
            """, annulation);
        await transaction.CommitAsync(annulation);
        await ExecuterAsync(connexion, "ANALYZE accompagnement.activites, accompagnement.accompagnements, accompagnement.personnes, accompagnement.compteurs_du_jour", annulation);
        dire("Mois par département…");
        var mois = new List<(string, DateOnly)>();
        await using (var lus = new NpgsqlCommand("SELECT DISTINCT coalesce(departement, ''), date_trunc('month', jour)::date FROM accompagnement.activites WHERE supprimee_le IS NULL ORDER BY 2, 1", connexion) { CommandTimeout = 0 })
        {
            await using var lecteur = await lus.ExecuteReaderAsync(annulation);
            while (await lecteur.ReadAsync(annulation))
            {
                mois.Add((lecteur.GetString(0), lecteur.GetFieldValue<DateOnly>(1)));
            }
        }

        foreach (var lot in mois.Chunk(100))
        {
            await derivation.RefaireAsync(lot, annulation);
        }

        dire($"{mois.Count} mois de départements dérivés.");
    }

    private async Task<Guid[]> PersonnesAsync(NpgsqlConnection connexion, VolumeDemande demande, Random hasard, CancellationToken annulation)
    {
        var personnes = new Guid[demande.Personnes];
        await using var copie = await connexion.BeginBinaryImportAsync("COPY accompagnement.personnes (id, niveau, organisation, demonstration, creee_le, sans_telephone, genre, annee_de_naissance, statut, protection, dernier_contact_le, version) FROM STDIN (FORMAT binary)", annulation);
        for (var i = 0; i < personnes.Length; i++)
        {
            personnes[i] = Id(hasard);
            await copie.StartRowAsync(annulation);
            await copie.WriteAsync(personnes[i], NpgsqlDbType.Uuid, annulation);
            await copie.WriteAsync("Carte", NpgsqlDbType.Varchar, annulation);
            await copie.WriteAsync(Guid.Empty, NpgsqlDbType.Uuid, annulation);
            await copie.WriteAsync(true, NpgsqlDbType.Boolean, annulation);
            await copie.WriteAsync(horloge.GetUtcNow().UtcDateTime, NpgsqlDbType.TimestampTz, annulation);
            await copie.WriteAsync(false, NpgsqlDbType.Boolean, annulation);
            await copie.WriteAsync(Listes.Genres.Codes[hasard.Next(2)], NpgsqlDbType.Varchar, annulation);
            await copie.WriteAsync(hasard.Next(1930, 2008), NpgsqlDbType.Integer, annulation);
            await copie.WriteAsync(Listes.Statuts.Codes[hasard.Next(Listes.Statuts.Codes.Count)], NpgsqlDbType.Varchar, annulation);
            await copie.WriteAsync("Aucune", NpgsqlDbType.Varchar, annulation);
            await copie.WriteAsync(horloge.GetUtcNow().UtcDateTime, NpgsqlDbType.TimestampTz, annulation);
            await copie.WriteAsync(1, NpgsqlDbType.Integer, annulation);
        }

        await copie.CompleteAsync(annulation);
        return personnes;
    }

    private async Task<List<(Guid Activite, Guid Personne, Guid Auteur, DateOnly Jour)>> ActivitesAsync(NpgsqlConnection connexion, VolumeDemande demande, Random hasard, DateOnly aujourdhui, Guid[] personnes, CancellationToken annulation)
    {
        var mediateurs = Mediateurs(demande, hasard);
        var suivies = new List<(Guid, Guid, Guid, DateOnly)>();
        var jours = demande.Annees * 365;
        var instant = horloge.GetUtcNow().UtcDateTime;
        var empreinte = new byte[] { 0 };
        await using var copie = await connexion.BeginBinaryImportAsync(
            """
            COPY accompagnement.activites (id, auteur, organisation, equipes, type, jour, duree, type_de_lieu, lieu, commune, departement, thematiques, part_a_la_place, part_avec, part_faire, situation, materiels, genre, age, statut,
                commune_de_la_personne, deja_accompagnee, titre, niveau, sans_nom, suivies, effectifs, etiquettes, conseiller_numerique, origine, empreinte, enregistree_le, modifiee_le, version) FROM STDIN (FORMAT binary)
            """, annulation);
        for (var i = 0; i < demande.Activites; i++)
        {
            var m = mediateurs[hasard.Next(mediateurs.Length)];
            var (id, jour) = (Id(hasard), aujourdhui.AddDays(-1 - hasard.Next(jours)));
            var type = hasard.Next(100) switch { < 45 => TypeDActivite.Individuel, < 78 => TypeDActivite.Demarche, < 97 => TypeDActivite.Collectif, _ => TypeDActivite.Animation };
            var collectif = type == TypeDActivite.Collectif;
            var connues = !type.EstDeMediation() ? 0 : collectif ? hasard.Next(0, 4) : hasard.Next(100) < 35 ? 1 : 0;
            var sansNom = !type.EstDeMediation() ? 0 : collectif ? hasard.Next(4, 16) : 1 - connues;
            var (aLaPlace, reste) = (hasard.Next(0, 41), hasard.Next(0, 60));
            await copie.StartRowAsync(annulation);
            await copie.WriteAsync(id, NpgsqlDbType.Uuid, annulation);
            await copie.WriteAsync(m.Id, NpgsqlDbType.Uuid, annulation);
            await copie.WriteAsync(m.Organisation, NpgsqlDbType.Uuid, annulation);
            await copie.WriteAsync(m.Equipes, NpgsqlDbType.Array | NpgsqlDbType.Uuid, annulation);
            await copie.WriteAsync(type.ToString(), NpgsqlDbType.Varchar, annulation);
            await copie.WriteAsync(jour, NpgsqlDbType.Date, annulation);
            await copie.WriteAsync(collectif ? 60 + (30 * hasard.Next(4)) : 15 * (1 + hasard.Next(6)), NpgsqlDbType.Integer, annulation);
            await copie.WriteAsync(Listes.TypesDeLieu.Codes[hasard.Next(5) % 4], NpgsqlDbType.Varchar, annulation);
            await copie.WriteAsync(m.Lieux[hasard.Next(m.Lieux.Length)], NpgsqlDbType.Varchar, annulation);
            await copie.WriteAsync(m.Commune, NpgsqlDbType.Varchar, annulation);
            await copie.WriteAsync(m.Departement, NpgsqlDbType.Varchar, annulation);
            await copie.WriteAsync(Themes(type, hasard), NpgsqlDbType.Array | NpgsqlDbType.Text, annulation);
            await copie.WriteAsync(aLaPlace, NpgsqlDbType.Integer, annulation);
            await copie.WriteAsync(100 - aLaPlace - reste, NpgsqlDbType.Integer, annulation);
            await copie.WriteAsync(reste, NpgsqlDbType.Integer, annulation);
            await copie.WriteAsync(Listes.Situations.Codes[hasard.Next(3)], NpgsqlDbType.Varchar, annulation);
            await copie.WriteAsync((string[])(hasard.Next(4) == 0 ? [] : [Materiels[hasard.Next(3)]]), NpgsqlDbType.Array | NpgsqlDbType.Text, annulation);
            await PublicAsync(copie, collectif || sansNom == 0 ? null : hasard, m.Commune, annulation);
            await copie.WriteAsync("Volume", NpgsqlDbType.Varchar, annulation);
            await copie.WriteAsync(Listes.NiveauxDAtelier.Codes[hasard.Next(3)], NpgsqlDbType.Varchar, annulation);
            await copie.WriteAsync(sansNom, NpgsqlDbType.Integer, annulation);
            await copie.WriteAsync(connues, NpgsqlDbType.Integer, annulation);
            await EffectifsAsync(copie, collectif ? hasard : null, sansNom, annulation);
            await copie.WriteAsync(Array.Empty<Guid>(), NpgsqlDbType.Array | NpgsqlDbType.Uuid, annulation);
            await copie.WriteAsync(m.Conseiller, NpgsqlDbType.Boolean, annulation);
            await copie.WriteAsync(hasard.Next(10) == 0 ? "Api" : "Saisie", NpgsqlDbType.Varchar, annulation);
            await copie.WriteAsync(empreinte, NpgsqlDbType.Bytea, annulation);
            await copie.WriteAsync(instant, NpgsqlDbType.TimestampTz, annulation);
            await copie.WriteAsync(instant, NpgsqlDbType.TimestampTz, annulation);
            await copie.WriteAsync(1, NpgsqlDbType.Integer, annulation);
            // Somebody comes back to the same médiateur: they choose among eighty people of theirs.
            for (var p = 0; p < connues; p++)
            {
                suivies.Add((id, personnes[(((m.Rang * 80) + (p * 27) + hasard.Next(27)) & int.MaxValue) % personnes.Length], m.Id, jour));
            }
        }

        await copie.CompleteAsync(annulation);
        return suivies;
    }

    private static async Task SuiviesAsync(NpgsqlConnection connexion, List<(Guid Activite, Guid Personne, Guid Auteur, DateOnly Jour)> suivies, Random hasard, CancellationToken annulation)
    {
        await using var copie = await connexion.BeginBinaryImportAsync("COPY accompagnement.accompagnements (activite, personne, auteur, jour, genre, age, statut) FROM STDIN (FORMAT binary)", annulation);
        foreach (var (activite, personne, auteur, jour) in suivies.DistinctBy(s => (s.Activite, s.Personne)))
        {
            await copie.StartRowAsync(annulation);
            await copie.WriteAsync(activite, NpgsqlDbType.Uuid, annulation);
            await copie.WriteAsync(personne, NpgsqlDbType.Uuid, annulation);
            await copie.WriteAsync(auteur, NpgsqlDbType.Uuid, annulation);
            await copie.WriteAsync(jour, NpgsqlDbType.Date, annulation);
            await copie.WriteAsync(Listes.Genres.Codes[hasard.Next(2)], NpgsqlDbType.Varchar, annulation);
            await copie.WriteAsync(Listes.Ages.Codes[hasard.Next(Listes.Ages.Codes.Count)], NpgsqlDbType.Varchar, annulation);
            await copie.WriteAsync(Listes.Statuts.Codes[hasard.Next(Listes.Statuts.Codes.Count)], NpgsqlDbType.Varchar, annulation);
        }

        await copie.CompleteAsync(annulation);
    }

    private static async Task PublicAsync(NpgsqlBinaryImporter copie, Random? hasard, string commune, CancellationToken annulation)
    {
        if (hasard is null)
        {
            for (var c = 0; c < 5; c++)
            {
                await copie.WriteNullAsync(annulation);
            }

            return;
        }

        await copie.WriteAsync(Listes.Genres.Codes[hasard.Next(3)], NpgsqlDbType.Varchar, annulation);
        await copie.WriteAsync(Listes.Ages.Codes[hasard.Next(Listes.Ages.Codes.Count)], NpgsqlDbType.Varchar, annulation);
        await copie.WriteAsync(Listes.Statuts.Codes[hasard.Next(Listes.Statuts.Codes.Count)], NpgsqlDbType.Varchar, annulation);
        await copie.WriteAsync(commune, NpgsqlDbType.Varchar, annulation);
        await copie.WriteAsync(hasard.Next(2) == 0, NpgsqlDbType.Boolean, annulation);
    }

    private static async Task EffectifsAsync(NpgsqlBinaryImporter copie, Random? hasard, int total, CancellationToken annulation)
    {
        if (hasard is null)
        {
            await copie.WriteNullAsync(annulation);
            return;
        }

        var femmes = hasard.Next(0, total + 1);
        var marges = Effectifs.Lire(total, hasard.Next(0, total + 1), new Dictionary<string, int>(StringComparer.Ordinal) { ["feminin"] = femmes, ["masculin"] = total - femmes },
            new Dictionary<string, int>(StringComparer.Ordinal) { [Listes.Ages.Codes[hasard.Next(7)]] = hasard.Next(0, total + 1) }, new Dictionary<string, int>(StringComparer.Ordinal) { [Listes.Statuts.Codes[hasard.Next(4)]] = hasard.Next(0, total + 1) }).Valeur;
        await copie.WriteAsync(JsonSerializer.Serialize(marges, EnJson.Options), NpgsqlDbType.Jsonb, annulation);
    }

    private static string[] Themes(TypeDActivite type, Random hasard) => type switch
    {
        TypeDActivite.Demarche => [Thematiques.Administratives.Codes[hasard.Next(11)], Thematiques.Mediation.Codes[hasard.Next(19)]],
        TypeDActivite.Animation => [],
        _ => hasard.Next(2) == 0 ? [Thematiques.Mediation.Codes[hasard.Next(19)]] : [Thematiques.Mediation.Codes[hasard.Next(10)], Thematiques.Mediation.Codes[10 + hasard.Next(9)]],
    };

    // A few large départements, many small ones: as places are.
    private Mediateur[] Mediateurs(VolumeDemande demande, Random hasard)
    {
        var departements = territoires.Departements.Where(d => territoires.CommunesDuDepartement(d.Code).Count > 0).ToArray();
        var mediateurs = new Mediateur[demande.Mediateurs];
        var (organisation, equipe) = (Guid.Empty, Guid.Empty);
        for (var i = 0; i < mediateurs.Length; i++)
        {
            var departement = departements[(int)(departements.Length * Math.Pow((double)i / mediateurs.Length, 1.3))];
            organisation = i % 3 == 0 ? Id(hasard) : organisation;
            equipe = i % ParEquipe == 0 ? Id(hasard) : equipe;
            var communes = territoires.CommunesDuDepartement(departement.Code);
            mediateurs[i] = new(i, Id(hasard), organisation, [equipe], departement.Code, communes[hasard.Next(communes.Count)].CodeInsee, [$"volume-{i / 3}-a", $"volume-{i / 3}-b", $"volume-{i}"], i % 3 != 2);
        }

        return mediateurs;
    }

    private static Guid Id(Random hasard)
    {
        Span<byte> octets = stackalloc byte[16];
        hasard.NextBytes(octets);
        return new Guid(octets);
    }

    private static async Task ExecuterAsync(NpgsqlConnection connexion, string sql, CancellationToken annulation)
    {
        await using var commande = new NpgsqlCommand(sql, connexion) { CommandTimeout = 0 };
        await commande.ExecuteNonQueryAsync(annulation);
    }

    private sealed record Mediateur(int Rang, Guid Id, Guid Organisation, Guid[] Equipes, string Departement, string Commune, string[] Lieux, bool Conseiller);
}
