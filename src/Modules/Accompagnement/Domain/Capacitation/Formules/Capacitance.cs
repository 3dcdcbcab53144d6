namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>Somebody in a configuration, with what makes them comparable to others.</summary>
/// <param name="Configuration">Its id.</param>
/// <param name="Age">Code of the bracket; null when it isn't known.</param>
/// <param name="Langue">Code of the language; null when it isn't known.</param>
internal sealed record PersonneDansUneConfiguration(string Configuration, double Gain, NiveauDeDepart Depart, string? Age, string? Langue);

/// <summary>
/// The median gain of a configuration, beside that of people who are like its own (same starting level, age and language) in the others, each counted so that
/// the two groups have the same make-up. A description: people weren't drawn by lot, so that it can't say that the configuration is the cause
/// (<see cref="EstCausale"/>). Nothing under <see cref="ListeMasquee.Seuil"/> people on either side. Somebody whose age or language isn't known is like
/// nobody: two unknowns aren't two people alike.
/// </summary>
/// <param name="Effectif">People of the configuration.</param>
/// <param name="Mediane">Their median gain.</param>
/// <param name="Bas">Lower end of its 95 % interval (<see cref="Reechantillonnage"/>).</param>
/// <param name="Haut">Its higher end.</param>
/// <param name="Apparies">Those who have somebody like them elsewhere.</param>
/// <param name="Semblables">Those of elsewhere who are like them.</param>
/// <param name="MedianeDesApparies">Median of the matched.</param>
/// <param name="MedianeDesSemblables">Weighted median of those who are like them.</param>
/// <param name="EntreApparies">Interval of the first.</param>
/// <param name="EntreSemblables">Interval of the second; each draw keeps the weights.</param>
internal sealed record Capacitance(string Configuration, int Effectif, double? Mediane, double? Bas, double? Haut, int Apparies, int Semblables, double? MedianeDesApparies, double? MedianeDesSemblables, (double Bas, double Haut)? EntreApparies = null, (double Bas, double Haut)? EntreSemblables = null)
{
    /// <summary>Never.</summary>
    public const bool EstCausale = false;

    public static IReadOnlyList<Capacitance> ParConfiguration(IReadOnlyCollection<PersonneDansUneConfiguration> personnes) =>
        [.. personnes.Select(p => p.Configuration).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(c => De(c, personnes))];

    private static Capacitance De(string configuration, IReadOnlyCollection<PersonneDansUneConfiguration> personnes)
    {
        var ici = personnes.Where(p => p.Configuration == configuration).ToList();
        var ailleurs = personnes.Where(p => p.Configuration != configuration && Connue(p)).ToLookup(Profil);
        var apparies = ici.Where(p => Connue(p) && ailleurs[Profil(p)].Any()).ToList();
        // Each profile weighs elsewhere what it weighs here.
        var semblables = apparies.GroupBy(Profil).SelectMany(g => ailleurs[g.Key].Select(p => (p.Gain, Poids: (double)g.Count() / ailleurs[g.Key].Count()))).ToList();
        var assez = apparies.Count >= ListeMasquee.Seuil && semblables.Count >= ListeMasquee.Seuil;
        var montree = ici.Count >= ListeMasquee.Seuil;
        var intervalle = montree ? Reechantillonnage.Intervalle([.. ici.Select(p => p.Gain).Order()], Reechantillonnage.Mediane) : ((double Bas, double Haut)?)null;
        return new(
            configuration,
            ici.Count,
            montree ? MedianeDe([.. ici.Select(p => (p.Gain, 1.0))]) : null,
            intervalle?.Bas,
            intervalle?.Haut,
            apparies.Count,
            semblables.Count,
            assez ? MedianeDe([.. apparies.Select(p => (p.Gain, 1.0))]) : null,
            assez ? MedianeDe([.. semblables]) : null,
            assez ? Reechantillonnage.Intervalle([.. apparies.Select(p => p.Gain).Order()], Reechantillonnage.Mediane) : null,
            assez ? Entre(semblables) : null);
    }

    // Draws ranks, so that each gain goes with its weight.
    private static (double Bas, double Haut) Entre(List<(double Gain, double Poids)> semblables)
    {
        var ranges = semblables.Order().ToList();
        return Reechantillonnage.Intervalle([.. Enumerable.Range(0, ranges.Count).Select(i => (double)i)], t => MedianeDe([.. t.Select(i => ranges[(int)i])]));
    }

    private static bool Connue(PersonneDansUneConfiguration p) => p is { Age: not null, Langue: not null };

    private static (NiveauDeDepart Depart, string? Age, string? Langue) Profil(PersonneDansUneConfiguration p) => (p.Depart, p.Age, p.Langue);

    // The value under which half of the weight lies; half-way when it falls between two.
    private static double MedianeDe(List<(double Gain, double Poids)> valeurs)
    {
        valeurs.Sort();
        var moitie = valeurs.Sum(v => v.Poids) / 2;
        var cumul = 0.0;
        for (var i = 0; i < valeurs.Count; i++)
        {
            cumul += valeurs[i].Poids;
            if (Math.Abs(cumul - moitie) < 1e-9 && i + 1 < valeurs.Count)
            {
                return (valeurs[i].Gain + valeurs[i + 1].Gain) / 2;
            }

            if (cumul > moitie)
            {
                return valeurs[i].Gain;
            }
        }

        return valeurs[^1].Gain;
    }
}
