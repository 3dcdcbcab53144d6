namespace FaireAvec.Benchmarks;

internal static class MesureDemarrage
{
    private const int Fois = 3;

    public static async Task ExecuterAsync()
    {
        var jeu = new Jeu();
        var tableau = new Tableau();
        var (premiers, seconds, arrets) = (new List<double>(), new List<double>(), new List<double>());
        var memoire = 0.0;
        for (var i = 0; i < Fois; i++)
        {
            var dossier = Serveur.DossierProvisoire();
            try
            {
                await using (var premier = await Serveur.DemarrerAsync(jeu.Racine, dossier))
                {
                    premiers.Add(premier.Demarrage.TotalMilliseconds);
                    arrets.Add((await premier.ArreterAsync()).TotalMilliseconds);
                }

                await using (var second = await Serveur.DemarrerAsync(jeu.Racine, dossier))
                {
                    seconds.Add(second.Demarrage.TotalMilliseconds);
                    if (i == 0)
                    {
                        await Task.Delay(TimeSpan.FromMinutes(1));
                        memoire = Machine.Memoire(second.Processus);
                    }

                    arrets.Add((await second.ArreterAsync()).TotalMilliseconds);
                }
            }
            finally
            {
                Directory.Delete(dossier, recursive: true);
            }
        }

        tableau.Temps("first start, empty folder, to /sante 200", premiers, 10_000, mediane: true);
        tableau.Temps("second start, to /sante 200", seconds, 4_000, mediane: true);
        tableau.Temps("SIGTERM to no process left", arrets, 1_500, mediane: true);
        tableau.Chiffre("memory of the server, one minute after a second start", memoire, "MB", 250);
        tableau.Ecrire();
    }
}
