namespace FaireAvec.Accompagnement.Domain.Imports;

/// <summary>The three figures that are compared.</summary>
/// <param name="Actes">Acts.</param>
/// <param name="Accompagnements">One for each person in each act.</param>
/// <param name="Minutes">Minutes.</param>
internal readonly record struct Mesures(long Actes, long Accompagnements, long Minutes)
{
    public static Mesures operator +(Mesures a, Mesures b) => new(a.Actes + b.Actes, a.Accompagnements + b.Accompagnements, a.Minutes + b.Minutes);

    public static Mesures operator -(Mesures a, Mesures b) => new(a.Actes - b.Actes, a.Accompagnements - b.Accompagnements, a.Minutes - b.Minutes);
}

/// <summary>Why figures differ.</summary>
internal enum CauseDEcart
{
    /// <summary>In the file, refused: a date, a duration, a place that isn't understood.</summary>
    Refusee,

    /// <summary>In the file, dated after today.</summary>
    Future,

    /// <summary>In the file, somebody else's.</summary>
    DUnAutre,

    /// <summary>In the file, not yet brought in: the import waits, or it was left.</summary>
    PasReprise,

    /// <summary>In the file; seems to be noted here, and nobody said yet.</summary>
    DoubleADecider,

    /// <summary>Brought in once, removed here since.</summary>
    SupprimeeIci,

    /// <summary>In both, on a day out of the time of the file here.</summary>
    DateDifferente,

    /// <summary>In both; another number of people here.</summary>
    PersonnesDifferentes,

    /// <summary>In both; another duration here.</summary>
    DureeDifferente,

    /// <summary>Noted here alone.</summary>
    SeulementIci,

    /// <summary>Came from the other tool, and this file doesn't have it any more.</summary>
    DisparueLaBas,
}

/// <summary>One act of the file.</summary>
/// <param name="Mesures">What the file counts.</param>
/// <param name="Absence">Why it isn't here, if it isn't.</param>
/// <param name="Activite">The act here that it is; null when there is none.</param>
internal readonly record struct ActeLaBas(Mesures Mesures, CauseDEcart Absence, Guid? Activite);

/// <summary>One act of ours that isn't removed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Mesures">What is counted here.</param>
/// <param name="DansLaPeriode">True when it is in the time of the file.</param>
/// <param name="DeLOutil">True when it came from the other tool.</param>
internal readonly record struct ActeIci(Guid Id, Mesures Mesures, bool DansLaPeriode, bool DeLOutil);

/// <summary>
/// Why our figures differ from those of a file: each act of the file and each act of ours falls under causes, so that the causes add up to the difference exactly, whatever the acts.
/// </summary>
/// <param name="LaBas">What the file counts.</param>
/// <param name="Ici">What is counted here, in the time of the file.</param>
/// <param name="Causes">What each cause adds (or takes away) to go from there to here, and how many acts it touches.</param>
internal sealed record EcartsDesChiffres(Mesures LaBas, Mesures Ici, IReadOnlyList<(CauseDEcart Cause, int Nombre, Mesures Effet)> Causes)
{
    public static EcartsDesChiffres Calculer(IEnumerable<ActeLaBas> laBas, IEnumerable<ActeIci> ici)
    {
        var nos = ici.ToDictionary(a => a.Id);
        var (causes, totalLaBas) = (new SortedDictionary<CauseDEcart, (int Nombre, Mesures Effet)>(), default(Mesures));
        var reconnus = new HashSet<Guid>();
        void Compter(CauseDEcart cause, Mesures effet)
        {
            if (effet != default)
            {
                var (nombre, somme) = causes.GetValueOrDefault(cause);
                causes[cause] = (nombre + 1, somme + effet);
            }
        }

        foreach (var acte in laBas)
        {
            totalLaBas += acte.Mesures;
            // Two acts of the file that are one of ours: the second one isn't counted here.
            if (acte.Activite is not { } id || !nos.TryGetValue(id, out var notre) || !reconnus.Add(id))
            {
                Compter(acte.Absence, default(Mesures) - acte.Mesures);
            }
            else if (!notre.DansLaPeriode)
            {
                Compter(CauseDEcart.DateDifferente, default(Mesures) - acte.Mesures);
            }
            else
            {
                var ecart = notre.Mesures - acte.Mesures;
                Compter(CauseDEcart.PersonnesDifferentes, ecart with { Minutes = 0 });
                Compter(CauseDEcart.DureeDifferente, new Mesures(0, 0, ecart.Minutes));
            }
        }

        var totalIci = default(Mesures);
        foreach (var notre in nos.Values.Where(a => a.DansLaPeriode))
        {
            totalIci += notre.Mesures;
            if (!reconnus.Contains(notre.Id))
            {
                Compter(notre.DeLOutil ? CauseDEcart.DisparueLaBas : CauseDEcart.SeulementIci, notre.Mesures);
            }
        }

        return new(totalLaBas, totalIci, [.. causes.Select(c => (c.Key, c.Value.Nombre, c.Value.Effet))]);
    }
}
