using System.Collections.Frozen;
using System.Text.Json;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Statistiques;
using Npgsql;

namespace FaireAvec.Accompagnement.Statistiques;

/// <summary>Reads acts as facts, straight from the connection: thousands of lines in a few milliseconds, without a name nor a note.</summary>
internal static class LectureDesFaits
{
    private const string Colonnes = "id, auteur, organisation, equipes, type, jour, duree, type_de_lieu, lieu, commune, departement, thematiques, part_a_la_place, part_avec, motif_a_la_place, situation, materiels, autonomie, orientee, "
        + "structure_de_redirection, genre, age, statut, commune_de_la_personne, deja_accompagnee, niveau, sans_nom, suivies, effectifs, etiquettes, rendez_vous IS NOT NULL, conseiller_numerique, origine";

    private static readonly FrozenDictionary<string, TypeDActivite> LesTypes = Enum.GetValues<TypeDActivite>().ToFrozenDictionary(t => t.ToString(), StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, OrigineDActivite> LesOrigines = Enum.GetValues<OrigineDActivite>().ToFrozenDictionary(o => o.ToString(), StringComparer.Ordinal);

    /// <summary>Of somebody, or of a département, between two days.</summary>
    public static (NpgsqlBatchCommand Personnes, NpgsqlBatchCommand Actes) Demande(Guid? auteur, string? departement, DateOnly du, DateOnly au)
    {
        NpgsqlBatchCommand Une(string colonnes, string fonction) => new($"SELECT {colonnes} FROM accompagnement.{fonction}($1, $2, $3, $4)")
        {
            Parameters =
            {
                new() { Value = (object?)auteur ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid },
                new() { Value = (object?)departement ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text },
                new() { Value = du },
                new() { Value = au },
            },
        };
        return (Une("activite, numero, genre, age, statut", "personnes_a_denombrer"), Une(Colonnes, "actes_a_denombrer"));
    }

    /// <summary>What changed since its month was derived: as the month holds it, or as it is.</summary>
    public static (NpgsqlBatchCommand Personnes, NpgsqlBatchCommand Actes) DemandeDesMouvements(bool avant) => avant
        ? (new("SELECT activite, numero, genre, age, statut FROM accompagnement.personnes_d_avant()"), new($"SELECT {Colonnes} FROM accompagnement.actes_d_avant()"))
        : (new("SELECT activite, numero, genre, age, statut FROM accompagnement.personnes_d_a_present()"), new($"SELECT {Colonnes} FROM accompagnement.actes_d_a_present()"));

    /// <summary>Reads the two results of a demand, people first; the reader is on the first one, and left on the second.</summary>
    public static async Task<BlocDeFaits> LireAsync(NpgsqlDataReader lecteur, CancellationToken annulation)
    {
        var personnes = new Dictionary<Guid, List<PersonneDuFait>>();
        while (await lecteur.ReadAsync(annulation))
        {
            var activite = lecteur.GetGuid(0);
            if (!personnes.TryGetValue(activite, out var siennes))
            {
                personnes.Add(activite, siennes = []);
            }

            siennes.Add(new(lecteur.GetInt32(1), Texte(lecteur, 2), Texte(lecteur, 3), Texte(lecteur, 4)));
        }

        await lecteur.NextResultAsync(annulation);
        var bloc = new ConstructeurDeBloc();
        while (await lecteur.ReadAsync(annulation))
        {
            bloc.Ajouter(Fait(lecteur, personnes.GetValueOrDefault(lecteur.GetGuid(0))));
        }

        return bloc.Finir();
    }

    private static Fait Fait(NpgsqlDataReader l, IReadOnlyList<PersonneDuFait>? personnes) => new()
    {
        Auteur = l.GetGuid(1),
        Organisation = l.GetGuid(2),
        Equipes = l.GetFieldValue<Guid[]>(3),
        Type = LesTypes[l.GetString(4)],
        Jour = l.GetFieldValue<DateOnly>(5),
        Duree = l.GetInt32(6),
        TypeDeLieu = Texte(l, 7),
        Lieu = Texte(l, 8),
        Commune = Texte(l, 9),
        Departement = Texte(l, 10),
        Thematiques = l.GetFieldValue<string[]>(11),
        PartALaPlace = Entier(l, 12),
        PartAvec = Entier(l, 13),
        MotifALaPlace = Texte(l, 14),
        Situation = Texte(l, 15),
        Materiels = l.GetFieldValue<string[]>(16),
        Autonomie = Texte(l, 17),
        Orientee = OuiNon(l, 18),
        StructureDeRedirection = Texte(l, 19),
        Genre = Texte(l, 20),
        Age = Texte(l, 21),
        Statut = Texte(l, 22),
        CommuneDeLaPersonne = Texte(l, 23),
        DejaAccompagnee = OuiNon(l, 24),
        Niveau = Texte(l, 25),
        SansNom = l.GetInt32(26),
        Suivies = l.GetInt32(27),
        Effectifs = l.IsDBNull(28) ? null : JsonSerializer.Deserialize<Effectifs>(l.GetString(28), Data.EnJson.Options),
        Etiquettes = l.GetFieldValue<Guid[]>(29),
        SurRendezVous = l.GetBoolean(30),
        ConseillerNumerique = l.GetBoolean(31),
        Origine = LesOrigines[l.GetString(32)],
        Personnes = personnes ?? [],
    };

    private static string? Texte(NpgsqlDataReader l, int rang) => l.IsDBNull(rang) ? null : l.GetString(rang);

    private static int? Entier(NpgsqlDataReader l, int rang) => l.IsDBNull(rang) ? null : l.GetInt32(rang);

    private static bool? OuiNon(NpgsqlDataReader l, int rang) => l.IsDBNull(rang) ? null : l.GetBoolean(rang);
}
