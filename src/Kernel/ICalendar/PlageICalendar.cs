namespace FaireAvec.Kernel.ICalendar;

/// <summary>A time when somebody is taken.</summary>
/// <param name="Debut">Its beginning.</param>
/// <param name="Fin">Its end, after.</param>
public readonly record struct PlageICalendar(DateTimeOffset Debut, DateTimeOffset Fin)
{
    /// <summary>In order, those that touch joined.</summary>
    public static IReadOnlyList<PlageICalendar> Reunir(IEnumerable<PlageICalendar> plages)
    {
        var reunies = new List<PlageICalendar>();
        foreach (var plage in plages.OrderBy(p => p.Debut))
        {
            if (reunies is [.., var derniere] && plage.Debut <= derniere.Fin)
            {
                reunies[^1] = derniere with { Fin = plage.Fin > derniere.Fin ? plage.Fin : derniere.Fin };
            }
            else
            {
                reunies.Add(plage);
            }
        }

        return reunies;
    }
}
