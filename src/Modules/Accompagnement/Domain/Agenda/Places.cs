namespace FaireAvec.Accompagnement.Domain.Agenda;

/// <summary>Seats of a workshop and its waiting list.</summary>
internal static class Places
{
    /// <summary>The smallest free seat, or null when it is full.</summary>
    public static int? Libre(IEnumerable<int> prises, int capacite)
    {
        var connues = prises.ToHashSet();
        for (var place = 1; place <= capacite; place++)
        {
            if (!connues.Contains(place))
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>Until when a seat that was freed is offered to the first who waits: the set time, but not beyond the start.</summary>
    public static DateTimeOffset Offre(DateTimeOffset maintenant, TimeSpan duree, DateTimeOffset debut) => maintenant + duree < debut ? maintenant + duree : debut;
}
