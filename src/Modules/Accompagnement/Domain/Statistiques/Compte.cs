namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>What was counted.</summary>
/// <param name="Indicateurs">Of the period.</param>
/// <param name="Precedents">Of the period before, as long; null when it isn't asked for.</param>
/// <param name="PersonnesNouvelles">People who are followed and hadn't come before, in the same bounds.</param>
internal sealed record Chiffres(Indicateurs Indicateurs, Indicateurs? Precedents, int PersonnesNouvelles)
{
    /// <summary>Authors who have acts in these bounds that the filter leaves out.</summary>
    public int AuteursEcartes { get; init; }
}

/// <summary>A count in progress: the period, the one before, and who had come before it.</summary>
internal sealed class Compte(FiltreDeFaits filtre, FiltreDeFaits? precedent, FiltreDeFaits anciennes)
{
    private readonly Indicateurs _total = new();
    private readonly Indicateurs? _precedents = precedent is null ? null : new();
    private readonly OccurrencesDePersonnes _anciennes = new();

    /// <summary>First day whose acts matter.</summary>
    public DateOnly Debut => precedent is null || filtre.Du < precedent.Du ? filtre.Du : precedent.Du;

    /// <summary>Last day.</summary>
    public DateOnly Fin => precedent is null || filtre.Au > precedent.Au ? filtre.Au : precedent.Au;

    /// <summary>The day before the period.</summary>
    public DateOnly Veille => filtre.Du == DateOnly.MinValue ? filtre.Du : filtre.Du.AddDays(-1);

    public void DejaVenue(int numero) => _anciennes.Ajouter(numero, 1);

    /// <summary>Adds a block, or takes it away.</summary>
    public void Ajouter(BlocDeFaits bloc, int signe, bool anciennesAussi = true)
    {
        Denombrement.Ajouter(_total, bloc, filtre, signe);
        if (_precedents is not null)
        {
            Denombrement.Ajouter(_precedents, bloc, precedent!, signe);
        }

        if (anciennesAussi)
        {
            Denombrement.Personnes(_anciennes, bloc, anciennes, signe);
        }
    }

    /// <summary>Adds many blocks, on as many processors as there are, four at most.</summary>
    public void AjouterEnParallele(IReadOnlyList<BlocDeFaits> blocs)
    {
        var mains = Math.Clamp(Environment.ProcessorCount, 1, 4);
        if (mains == 1 || blocs.Count < 8)
        {
            foreach (var bloc in blocs)
            {
                Ajouter(bloc, 1);
            }

            return;
        }

        var parts = new Compte[mains];
        Parallel.For(0, mains, m =>
        {
            parts[m] = new Compte(filtre, precedent, anciennes);
            for (var b = m; b < blocs.Count; b += mains)
            {
                parts[m].Ajouter(blocs[b], 1);
            }
        });
        foreach (var part in parts)
        {
            Denombrement.Reunir(_total, part._total);
            _anciennes.Ajouter(part._anciennes);
            if (_precedents is not null)
            {
                Denombrement.Reunir(_precedents, part._precedents!);
            }
        }
    }

    public Chiffres Finir() => new(_total, _precedents, _total.Personnes.Hors(_anciennes));
}
