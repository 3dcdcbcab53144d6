using FaireAvec.Benchmarks;

// Inner command: the load generator, in its own process.
if (args is ["charge", ..])
{
    return await Charge.ExecuterAsync(args[1..]);
}

(string Nom, string Titre, Func<Task> Mesurer)[] mesures =
[
    ("http", "Requests per second and latency of the API", MesureHttp.ExecuterAsync),
    ("recherche", "Search in memory, without HTTP", MesureRecherche.ExecuterAsync),
    ("demarrage", "Start, stop and memory of the server", MesureDemarrage.ExecuterAsync),
    ("import", "Loading the shipped places into an empty database", MesureImport.ExecuterAsync),
    ("valider", "Reading and validating the shipped places", MesureValider.ExecuterAsync),
    ("accueil", "Weight of the home page, render time of pages", MesureAccueil.ExecuterAsync),
    ("journal", "Writes through the journal", MesureJournal.ExecuterAsync),
    ("comptes", "Sign-in, dashboard, cost of row security, 500 people at once", MesureComptes.ExecuterAsync),
    ("agenda", "The month of a place with ten médiateurs; the booking pages, their time and weight", MesureAgenda.ExecuterAsync),
    ("activites", "Recording acts by the API and by the page, beside bare writes", MesureActivites.ExecuterAsync),
    ("statistiques", "Figures of a médiateur, a team, a département, the nation, with any filter, on an invented country (--activites N)", () => MesureStatistiques.ExecuterAsync(args)),
    ("horsligne", "Two hundred acts queued without network, sent; the first start without network", MesureHorsLigne.ExecuterAsync),
    ("partenaires", "Partners' files through their mappings (--dossier FOLDER)", MesurePartenaires.ExecuterAsync),
    ("horaires", "Reading and evaluating opening hours (--paquet FOLDER: the npm package beside)", () => MesureHoraires.ExecuterAsync(args)),
    ("fuzz-horaires", "Ten minutes of damaged opening hours (--minutes N, --graine N)", () => FuzzHoraires.ExecuterAsync(args)),
    ("doublons", "Duplicates: quality, candidates, scores, groups", MesureDoublons.ExecuterAsync),
];

if (Array.IndexOf(args, "--dossier") is >= 0 and var rang && rang + 1 < args.Length)
{
    MesurePartenaires.Dossier = args[rang + 1];
    args = [.. args[..rang], .. args[(rang + 2)..]];
}

if (args.Contains("--liste"))
{
    foreach (var (nom, titre, _) in mesures)
    {
        Console.WriteLine($"{nom,-13} {titre}");
    }

    return 0;
}

// The ten minutes of fuzzing are asked for by name.
var choisies = args.Length == 0 ? mesures.Where(m => m.Nom != "fuzz-horaires").ToArray() : [.. mesures.Where(m => args.Contains(m.Nom))];
if (choisies.Length == 0)
{
    Console.Error.WriteLine($"Unknown benchmark. Choose among: {string.Join(", ", mesures.Select(m => m.Nom))}.");
    return 1;
}

await Machine.DecrireAsync();
foreach (var (nom, titre, mesurer) in choisies)
{
    Console.WriteLine();
    Console.WriteLine($"## {nom}: {titre} (load average {Machine.Charge()})");
    Console.WriteLine();
    await mesurer();
}

return 0;
