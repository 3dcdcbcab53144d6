using System.Collections.Frozen;
using System.Diagnostics;
using FaireAvec.Accompagnement.Demonstration;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Accompagnement.Statistiques;
using FaireAvec.Kernel.Donnees;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FaireAvec.Benchmarks;

/// <summary>
/// Every indicator of a period, for a médiateur, a team of thirty-one, a département and the nation, and any filters, on an invented country (<c>--activites N</c>: fewer).
/// Times are of the whole answer: database, reading, counting. Beside, the plain way: one conditional sum for each indicator over the acts, in SQL.
/// </summary>
internal static class MesureStatistiques
{
    private const int Fois = 15;

    // Forty-five conditional sums, people by gender, age and status in three more columns: what a page of figures asks when nothing is counted in advance.
    private static readonly string ALaMain =
        $"""
        SELECT count(*), sum(a.sans_nom + a.suivies), sum(a.duree),
               {string.Join(", ", TypesDActivite.Tous.Select(t => $"sum(a.sans_nom + a.suivies) FILTER (WHERE a.type = '{t.Type}')"))},
               {string.Join(", ", Listes.TypesDeLieu.Codes.Select(c => $"sum(a.sans_nom + a.suivies) FILTER (WHERE a.type_de_lieu = '{c}')"))},
               {string.Join(", ", Listes.Materiels.Codes.Select(c => $"sum(a.sans_nom + a.suivies) FILTER (WHERE '{c}' = ANY (a.materiels))"))},
               {string.Join(", ", Thematiques.Codes.Select(c => $"sum(a.sans_nom + a.suivies) FILTER (WHERE '{c}' = ANY (a.thematiques))"))}
        FROM accompagnement.activites a WHERE a.supprimee_le IS NULL AND a.jour BETWEEN $1 AND $2
        """;

    public static async Task ExecuterAsync(string[] args)
    {
        var activites = Array.IndexOf(args, "--activites") is >= 0 and var rang && rang + 1 < args.Length ? int.Parse(args[rang + 1], System.Globalization.CultureInfo.InvariantCulture) : 2_400_000;
        await using var provisoire = await BaseProvisoire.CreerAsync();
        var horloge = Stopwatch.StartNew();
        await DansAsync(provisoire, s => ActivatorUtilities.CreateInstance<VolumeInvente>(s).AjouterAsync(new(5_000, activites, 400_000, 3, 2026), Console.Error.WriteLine, CancellationToken.None));
        var tableau = new Tableau();
        tableau.Chiffre($"loading {activites} acts and deriving their months", horloge.Elapsed.TotalSeconds, "s");
        var source = provisoire.Services.GetRequiredService<Base>().Proprietaire;
        await using (var participations = source.CreateCommand("SELECT sum(sans_nom + suivies) FROM accompagnement.activites"))
        {
            tableau.Chiffre("  people who came, each time counted", (long)(await participations.ExecuteScalarAsync())!, "");
        }

        var (auteur, equipe, departement) = await AuMilieuAsync(source);
        var fin = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var annee = new FiltreDeFaits { Du = fin.AddYears(-1).AddDays(1), Au = fin };
        var tout = annee with { Du = fin.AddYears(-4) };
        var nation = new Perimetre { Niveau = NiveauDePerimetre.Nation };

        await MesurerAsync(tableau, provisoire, "a médiateur, a year and the one before", new() { Niveau = NiveauDePerimetre.Mediateur, Auteur = auteur }, annee, 30);
        await MesurerAsync(tableau, provisoire, "a team of 31, a year and the one before", new() { Niveau = NiveauDePerimetre.Equipe, Equipes = [equipe] }, annee, 50);
        horloge.Restart();
        await CompterAsync(provisoire, nation, annee);
        tableau.Chiffre("nation, first time (months read and kept)", horloge.Elapsed.TotalMilliseconds, "ms");
        tableau.Chiffre("  memory of the months", provisoire.Services.GetRequiredService<MemoireDesCumuls>().Taille / 1_048_576d, "MB");
        await MesurerAsync(tableau, provisoire, "a département, a year and the one before", new() { Niveau = NiveauDePerimetre.Departement, Departement = departement }, annee, 100);
        await MesurerAsync(tableau, provisoire, "nation, a year and the one before", nation, annee, null, cibleDeLaBase: 100);
        await MesurerAsync(tableau, provisoire, "nation, everything", nation, tout, 300);
        foreach (var (nom, filtre) in Filtres(tout))
        {
            await MesurerAsync(tableau, provisoire, $"nation, everything, {nom}", nation, filtre, 300);
        }

        await using var connexion = await source.OpenConnectionAsync();
        tableau.Temps("beside, in SQL without months: nation, a year", await PlusieursAsync(3, () => ALaMainAsync(connexion, annee)));
        tableau.Temps("beside, in SQL without months: nation, everything", await PlusieursAsync(3, () => ALaMainAsync(connexion, tout)));
        horloge.Restart();
        var recompte = await DansAsync(provisoire, s => s.GetRequiredService<RecompteDesCumuls>().FaireAsync(CancellationToken.None));
        tableau.Chiffre("counting everything again", horloge.Elapsed.TotalSeconds, "s");
        tableau.Chiffre("  differences", recompte.Ecarts.Length, "");
        tableau.Ecrire();
    }

    private static IEnumerable<(string, FiltreDeFaits)> Filtres(FiltreDeFaits tout) =>
    [
        ("one theme", tout with { ThematiquesDeMediation = FrozenSet.Create("email") }),
        ("workshops at a place with a computer", tout with { Types = FrozenSet.Create(TypeDActivite.Collectif), TypesDeLieu = FrozenSet.Create(Listes.LieuActivite), Materiels = FrozenSet.Create("ordinateur") }),
        ("procedures by conseillers numériques, 30 min to 2 h", tout with { Demarches = true, ConseillerNumerique = true, TranchesDeDuree = FrozenSet.Create(1, 2) }),
        ("three départements, two themes, not from an appointment", tout with { Departements = FrozenSet.Create("13", "59", "75"), ThematiquesDeMediation = FrozenSet.Create("email", "sante"), SurRendezVous = false }),
    ];

    private static async Task MesurerAsync(Tableau tableau, BaseProvisoire provisoire, string nom, Perimetre perimetre, FiltreDeFaits filtre, double? cible, double? cibleDeLaBase = null)
    {
        await CompterAsync(provisoire, perimetre, filtre);
        using var duree = new TempsDeLaBase();
        tableau.Temps(nom, await PlusieursAsync(Fois, () => CompterAsync(provisoire, perimetre, filtre)), cible);
        tableau.Chiffre("  of which the database answers and is read, on average", duree.Millisecondes / Fois, "ms", cibleDeLaBase);
    }

    private static Task<Chiffres> CompterAsync(BaseProvisoire provisoire, Perimetre perimetre, FiltreDeFaits filtre)
    {
        var jours = filtre.Au.DayNumber - filtre.Du.DayNumber + 1;
        return DansAsync(provisoire, s => s.GetRequiredService<ChiffresDActivite>().CompterAsync(perimetre, filtre, filtre with { Du = filtre.Du.AddDays(-jours), Au = filtre.Au.AddDays(-jours) }, CancellationToken.None));
    }

    private static async Task ALaMainAsync(NpgsqlConnection connexion, FiltreDeFaits filtre)
    {
        await using var commande = new NpgsqlCommand(ALaMain, connexion) { CommandTimeout = 0, Parameters = { new() { Value = filtre.Du }, new() { Value = filtre.Au } } };
        await commande.ExecuteNonQueryAsync();
    }

    private static async Task<double[]> PlusieursAsync(int fois, Func<Task> faire)
    {
        var temps = new double[fois];
        for (var i = 0; i < fois; i++)
        {
            var horloge = Stopwatch.StartNew();
            await faire();
            temps[i] = horloge.Elapsed.TotalMilliseconds;
        }

        return temps;
    }

    private static async Task<(Guid Auteur, Guid Equipe, string Departement)> AuMilieuAsync(NpgsqlDataSource source)
    {
        await using var commande = source.CreateCommand("SELECT auteur, equipes[1], departement FROM accompagnement.activites GROUP BY 1, 2, 3 ORDER BY count(*) DESC LIMIT 1");
        await using var lecteur = await commande.ExecuteReaderAsync();
        await lecteur.ReadAsync();
        return (lecteur.GetGuid(0), lecteur.GetGuid(1), lecteur.GetString(2));
    }

    private static async Task DansAsync(BaseProvisoire provisoire, Func<IServiceProvider, Task> action) => await DansAsync(provisoire, async s =>
    {
        await action(s);
        return 0;
    });

    private static async Task<T> DansAsync<T>(BaseProvisoire provisoire, Func<IServiceProvider, Task<T>> action)
    {
        await using var portee = provisoire.Services.CreateAsyncScope();
        var ecriture = portee.ServiceProvider.GetRequiredService<ContexteEcriture>();
        (ecriture.Acteur, ecriture.Processus) = ("systeme:taches", "mesure");
        portee.ServiceProvider.GetRequiredService<ContexteAcces>().Role = "systeme:taches";
        return await action(portee.ServiceProvider);
    }

    /// <summary>How long commands last, from their sending to the end of their reading.</summary>
    private sealed class TempsDeLaBase : IDisposable
    {
        private readonly ActivityListener _ecoute;
        private long _tics;

        public TempsDeLaBase()
        {
            _ecoute = new ActivityListener { ShouldListenTo = s => s.Name == "Npgsql", Sample = (ref _) => ActivitySamplingResult.AllData, ActivityStopped = a => Interlocked.Add(ref _tics, a.Duration.Ticks) };
            ActivitySource.AddActivityListener(_ecoute);
        }

        public double Millisecondes => TimeSpan.FromTicks(Interlocked.Read(ref _tics)).TotalMilliseconds;

        public void Dispose() => _ecoute.Dispose();
    }
}
