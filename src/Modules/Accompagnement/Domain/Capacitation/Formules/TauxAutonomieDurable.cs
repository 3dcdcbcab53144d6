namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>
/// Does it stay? <c>savoir-faire at 3 or more at the exit that are still at 3 or more from 30 to 90 days later / savoir-faire at 3 or more at the exit</c>.
/// Whoever couldn't be asked again is in the denominator only. An exit whose 90 days aren't over yet says nothing: it waits, and is told. Of a period: the
/// exits whose 90th day falls in it.
/// </summary>
/// <param name="Taux">Durable out of all.</param>
/// <param name="NonRevus">Among those that aren't counted as durable: not looked at again in time.</param>
/// <param name="EnAttente">Not 90 days old yet.</param>
/// <param name="Personnes">People in the denominator: what small numbers are judged by.</param>
internal sealed record TauxAutonomieDurable(Proportion Taux, int NonRevus, int EnAttente, int Personnes)
{
    public const int PremierJour = 30;
    public const int DernierJour = 90;

    public static TauxAutonomieDurable De(IEnumerable<Evaluation> evaluations, DateOnly du, DateOnly aujourdhui)
    {
        var (durables, tous, nonRevus, attente) = (0, 0, 0, 0);
        var personnes = new HashSet<Guid>();
        foreach (var groupe in evaluations.GroupBy(e => (e.Personne, e.SavoirFaire)))
        {
            var sortie = groupe.Where(e => e.Moment == Moment.Sortie).OrderByDescending(e => e.Jour).ThenByDescending(e => e.Preuve).ThenBy(e => e.Niveau).FirstOrDefault();
            if (sortie is null || sortie.Niveau < Niveaux.FaitSeul || sortie.Jour.AddDays(DernierJour) < du)
            {
                continue;
            }

            if (sortie.Jour.AddDays(DernierJour) > aujourdhui)
            {
                attente++;
                continue;
            }

            tous++;
            personnes.Add(groupe.Key.Personne);
            // The last look of the window; the exit itself is before it.
            var revu = groupe.Where(e => e.Jour >= sortie.Jour.AddDays(PremierJour) && e.Jour <= sortie.Jour.AddDays(DernierJour))
                .OrderByDescending(e => e.Jour).ThenByDescending(e => e.Preuve).ThenBy(e => e.Niveau).FirstOrDefault();
            if (revu is null)
            {
                nonRevus++;
            }
            else if (revu.Niveau >= Niveaux.FaitSeul)
            {
                durables++;
            }
        }

        return new(new(durables, tous), nonRevus, attente, personnes.Count);
    }
}
