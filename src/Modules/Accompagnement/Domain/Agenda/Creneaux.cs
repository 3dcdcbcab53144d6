namespace FaireAvec.Accompagnement.Domain.Agenda;

/// <summary>A slot that somebody may take.</summary>
internal sealed record Creneau(DateTimeOffset Debut, DateTimeOffset Fin, Disponibilite Disponibilite)
{
    public Plage Plage => new(Debut, Fin);

    public Guid Compte => Disponibilite.Compte;
}

/// <summary>A time when a médiateur, or a room, isn't free.</summary>
/// <param name="Compte">The médiateur.</param>
/// <param name="Salle">The room, when there is one.</param>
/// <param name="Plage">From when to when.</param>
internal sealed record Pris(Guid Compte, Guid? Salle, Plage Plage);

/// <summary>Free slots: what is foreseen, less what is taken. Nothing is read nor written.</summary>
internal static class Creneaux
{
    /// <summary>The free slots that begin within these instants, the earliest first.</summary>
    /// <param name="disponibilites">Of any number of médiateurs.</param>
    /// <param name="pris">Appointments, workshops, absences.</param>
    /// <param name="fenetre">When the slot begins.</param>
    /// <param name="ferie">True for a public holiday of a département.</param>
    public static IReadOnlyList<Creneau> Libres(IEnumerable<Disponibilite> disponibilites, IEnumerable<Pris> pris, Plage fenetre, Func<DateOnly, string?, bool> ferie)
    {
        var parCompte = new Dictionary<Guid, List<Plage>>();
        var parSalle = new Dictionary<Guid, List<Plage>>();
        foreach (var p in pris)
        {
            Ajouter(parCompte, p.Compte, p.Plage);
            if (p.Salle is { } salle)
            {
                Ajouter(parSalle, salle, p.Plage);
            }
        }

        var libres = new List<Creneau>();
        foreach (var d in disponibilites)
        {
            var duCompte = parCompte.GetValueOrDefault(d.Compte);
            var deLaSalle = d.Salle is { } salle ? parSalle.GetValueOrDefault(salle) : null;
            foreach (var plage in DesJours(d, fenetre, ferie).SelectMany(d.Decouper))
            {
                if (plage.Debut >= fenetre.Debut && plage.Debut < fenetre.Fin && !Croise(duCompte, plage) && !Croise(deLaSalle, plage))
                {
                    libres.Add(new(plage.Debut, plage.Fin, d));
                }
            }
        }

        libres.Sort((a, b) => a.Debut != b.Debut ? a.Debut.CompareTo(b.Debut) : a.Fin != b.Fin ? a.Fin.CompareTo(b.Fin) : a.Disponibilite.Id.CompareTo(b.Disponibilite.Id));
        return libres;
    }

    // From one day before to one day after: the window is in instants, the days are those of the place.
    private static IEnumerable<DateOnly> DesJours(Disponibilite d, Plage fenetre, Func<DateOnly, string?, bool> ferie)
    {
        var (premier, dernier) = (HeuresLocales.Jour(d.Fuseau, fenetre.Debut), HeuresLocales.Jour(d.Fuseau, fenetre.Fin));
        if (d.Jusqua is { } fin && fin < dernier)
        {
            dernier = fin;
        }

        var pas = 7 * Math.Max(d.Semaines, 1);
        var debut = premier <= d.Depuis ? d.Depuis : d.Depuis.AddDays((premier.DayNumber - d.Depuis.DayNumber + pas - 1) / pas * pas);
        for (var jour = debut; jour <= dernier; jour = jour.AddDays(pas))
        {
            if (d.UnSeulJour || !ferie(jour, d.Departement))
            {
                yield return jour;
            }
        }
    }

    private static bool Croise(List<Plage>? plages, Plage plage) => plages is not null && plages.Exists(p => p.Croise(plage));

    private static void Ajouter(Dictionary<Guid, List<Plage>> plages, Guid cle, Plage plage)
    {
        if (!plages.TryGetValue(cle, out var liste))
        {
            plages[cle] = liste = [];
        }

        liste.Add(plage);
    }
}
