using System.Collections.Frozen;
using System.Globalization;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>What figures are asked for: a period, a cut, and what they are narrowed by. Read from an address, and written back to one that may be shared.</summary>
internal sealed record DemandeDeStatistiques
{
    /// <summary>Of <see cref="PeriodesDeStatistiques.Codes"/>; null for two dates.</summary>
    public string? Periode { get; init; }

    public required DateOnly Du { get; init; }
    public required DateOnly Au { get; init; }

    /// <summary>Of <see cref="PeriodesDeStatistiques.Pas"/>.</summary>
    public required string Pas { get; init; }

    /// <summary>Values by criterion, each once, in their order.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Valeurs { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    public IReadOnlyList<string> De(CritereDeStatistiques critere) => Valeurs.GetValueOrDefault(critere.Nom) ?? [];

    /// <summary>The same period, in other words the same days.</summary>
    public (DateOnly Du, DateOnly Au) Avant => PeriodesDeStatistiques.Precedente(Du, Au);

    /// <summary>Reads the parameters of an address. Nothing wrong is dropped in silence: each fault has its sentence.</summary>
    /// <param name="lire">The values of a parameter, in their order.</param>
    /// <param name="niveau">How wide the figures are.</param>
    /// <param name="aujourdhui">Today.</param>
    public static Resultat<DemandeDeStatistiques> Lire(Func<string, IReadOnlyList<string>> lire, NiveauDePerimetre niveau, DateOnly aujourdhui)
    {
        var erreurs = new List<Erreur>();
        var (periode, du, au) = LireLaPeriode(lire, aujourdhui, erreurs);
        var pas = Une(lire, "pas", PeriodesDeStatistiques.Pas, erreurs) ?? PeriodesDeStatistiques.PasPour(du, au);
        var valeurs = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var critere in CritereDeStatistiques.Tous)
        {
            if (LireLeCritere(lire, critere, niveau, erreurs) is { Count: > 0 } lues)
            {
                valeurs.Add(critere.Nom, lues);
            }
        }

        if (lire(CritereDeStatistiques.Mediateur).Any(v => v.Length > 0))
        {
            erreurs.Add(ErreursDeStatistiques.PasParMediateur);
        }

        return erreurs.Count > 0 ? Resultat<DemandeDeStatistiques>.Echec(erreurs) : new DemandeDeStatistiques { Periode = periode, Du = du, Au = au, Pas = pas, Valeurs = valeurs };
    }

    /// <summary>Its parameters in an address, always in the same order: the same question is the same address.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Parametres()
    {
        if (Periode is not null)
        {
            yield return new("periode", Periode);
        }
        else
        {
            yield return new("du", Du.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            yield return new("au", Au.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        if (Pas != PeriodesDeStatistiques.PasPour(Du, Au))
        {
            yield return new("pas", Pas);
        }

        foreach (var critere in CritereDeStatistiques.Tous)
        {
            foreach (var valeur in De(critere))
            {
                yield return new(critere.Nom, valeur);
            }
        }
    }

    /// <summary>Without one value.</summary>
    public DemandeDeStatistiques Sans(CritereDeStatistiques critere, string valeur)
    {
        var valeurs = Valeurs.ToDictionary(v => v.Key, v => v.Key == critere.Nom ? [.. v.Value.Where(x => x != valeur)] : v.Value, StringComparer.Ordinal);
        return this with { Valeurs = valeurs };
    }

    /// <summary>Without what places, communes and structures it is narrowed by: what a form then offers.</summary>
    public DemandeDeStatistiques SansLesLieux() => this with { Valeurs = Valeurs.Where(v => v.Key is not ("lieu" or "commune" or "departement" or "structure")).ToDictionary(StringComparer.Ordinal) };

    /// <summary>The filter of the count.</summary>
    /// <param name="precedente">Of the period before.</param>
    /// <param name="lieux">Every id under which acts of a place may be: places are merged.</param>
    /// <param name="communes">Every code under which acts of a commune may be.</param>
    /// <param name="etiquettes">A label with those that were joined to it.</param>
    /// <param name="personnes">Numbers of people who are followed, by their id.</param>
    public FiltreDeFaits Filtre(bool precedente, Func<string, IEnumerable<string>> lieux, Func<string, IEnumerable<string>> communes, Func<Guid, IEnumerable<Guid>> etiquettes, IReadOnlyDictionary<Guid, int> personnes)
    {
        var (du, au) = precedente ? Avant : (Du, Au);
        return new FiltreDeFaits
        {
            Du = du,
            Au = au,
            Types = Ensemble(CritereDeStatistiques.Type, c => TypesDActivite.Lire(c)!.Type),
            ThematiquesDeMediation = Ensemble(CritereDeStatistiques.Thematique, c => c),
            ThematiquesAdministratives = Ensemble(CritereDeStatistiques.Administrative, c => c),
            Demarches = OuiNon(CritereDeStatistiques.Demarches),
            TypesDeLieu = Ensemble(CritereDeStatistiques.TypeDeLieu, c => c),
            Lieux = De(CritereDeStatistiques.Lieu) is { Count: > 0 } l ? l.SelectMany(lieux).ToFrozenSet(StringComparer.Ordinal) : null,
            Communes = De(CritereDeStatistiques.Commune) is { Count: > 0 } c ? c.SelectMany(communes).ToFrozenSet(StringComparer.Ordinal) : null,
            Departements = Ensemble(CritereDeStatistiques.Departement, d => d),
            Organisations = Ensemble(CritereDeStatistiques.Structure, Guid.Parse),
            Personnes = De(CritereDeStatistiques.Personne) is { Count: > 0 } p ? p.Select(x => personnes.GetValueOrDefault(Guid.Parse(x), -1)).ToFrozenSet() : null,
            Etiquettes = De(CritereDeStatistiques.Etiquette) is { Count: > 0 } e ? e.SelectMany(x => etiquettes(Guid.Parse(x))).ToFrozenSet() : null,
            Materiels = Ensemble(CritereDeStatistiques.Materiel, m => m),
            TranchesDeDuree = Ensemble(CritereDeStatistiques.Duree, d => Durees.Codes.IndexOf(d)),
            ConseillerNumerique = OuiNon(CritereDeStatistiques.Conseiller),
            SurRendezVous = OuiNon(CritereDeStatistiques.RendezVous),
            Origines = Ensemble(CritereDeStatistiques.Origine, Origines.Lire),
        };
    }

    private FrozenSet<T>? Ensemble<T>(CritereDeStatistiques critere, Func<string, T> lire) => De(critere) is { Count: > 0 } valeurs ? valeurs.Select(lire).ToFrozenSet() : null;

    private bool? OuiNon(CritereDeStatistiques critere) => De(critere) switch { ["oui"] => true, ["non"] => false, _ => null };

    private static (string? Periode, DateOnly Du, DateOnly Au) LireLaPeriode(Func<string, IReadOnlyList<string>> lire, DateOnly aujourdhui, List<Erreur> erreurs)
    {
        var avant = erreurs.Count;
        var code = Une(lire, "periode", PeriodesDeStatistiques.Codes, erreurs);
        var (du, au) = (Jour(lire, "du", erreurs), Jour(lire, "au", erreurs));
        if (erreurs.Count > avant)
        {
            return (null, aujourdhui, aujourdhui);
        }

        // Two dates say more than a name; the first day alone goes up to today, the last one alone begins where the named period does.
        var nommee = PeriodesDeStatistiques.Lire(code ?? PeriodesDeStatistiques.ParDefaut, aujourdhui);
        if (du is null && au is null)
        {
            return (code ?? PeriodesDeStatistiques.ParDefaut, nommee.Du, nommee.Au);
        }

        var (debut, fin) = (du ?? (nommee.Du < au!.Value ? nommee.Du : au.Value), au ?? (du > aujourdhui ? du.Value : aujourdhui));
        if (fin < debut)
        {
            erreurs.Add(ErreursDeStatistiques.PeriodeInversee);
        }
        else if (debut < PeriodesDeStatistiques.PremierJour || fin > aujourdhui.AddYears(1) || debut.AddYears(PeriodesDeStatistiques.AnneesMax) <= fin)
        {
            erreurs.Add(ErreursDeStatistiques.PeriodeTropLongue);
        }

        return erreurs.Count > avant ? (null, aujourdhui, aujourdhui) : (null, debut, fin);
    }

    private static DateOnly? Jour(Func<string, IReadOnlyList<string>> lire, string nom, List<Erreur> erreurs)
    {
        var valeurs = lire(nom).Where(v => v.Length > 0).ToList();
        if (valeurs.Count == 0)
        {
            return null;
        }

        if (valeurs.Count == 1 && DateOnly.TryParseExact(valeurs[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour))
        {
            return jour;
        }

        erreurs.Add(valeurs.Count > 1 ? ErreursDeStatistiques.UneSeuleValeur.Avec(nom) with { Champ = nom } : ErreursDeStatistiques.DateFausse.Avec(Court(valeurs[0])) with { Champ = nom });
        return null;
    }

    private static string? Une(Func<string, IReadOnlyList<string>> lire, string nom, IReadOnlyList<string> permises, List<Erreur> erreurs)
    {
        var valeurs = lire(nom).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (valeurs.Count == 0)
        {
            return null;
        }

        if (valeurs.Count > 1)
        {
            erreurs.Add(ErreursDeStatistiques.UneSeuleValeur.Avec(nom) with { Champ = nom });
            return null;
        }

        if (permises.Contains(valeurs[0], StringComparer.Ordinal))
        {
            return valeurs[0];
        }

        erreurs.Add(ErreursDeStatistiques.ValeurInconnue.Avec(Court(valeurs[0]), nom) with { Champ = nom, ValeursAcceptees = permises });
        return null;
    }

    private static IReadOnlyList<string> LireLeCritere(Func<string, IReadOnlyList<string>> lire, CritereDeStatistiques critere, NiveauDePerimetre niveau, List<Erreur> erreurs)
    {
        var donnees = lire(critere.Nom);
        if (donnees.Count > CritereDeStatistiques.ValeursMax)
        {
            erreurs.Add(ErreursDeStatistiques.TropDeValeurs.Avec(critere.Nom) with { Champ = critere.Nom });
            return [];
        }

        var valeurs = donnees.Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (valeurs.Count == 0)
        {
            return [];
        }

        if (!critere.PermisPour(niveau))
        {
            erreurs.Add(ErreursDeStatistiques.PasPourCesChiffres.Avec(critere.Nom) with { Champ = critere.Nom });
            return [];
        }

        if (critere.OuiOuNon && valeurs.Count > 1)
        {
            // Yes and no: everything.
            return valeurs.TrueForAll(critere.Liste!.Contient) ? [] : Refuser(valeurs.First(v => !critere.Liste.Contient(v)));
        }

        return valeurs.Find(v => !Convient(critere, v)) is { } fausse ? Refuser(fausse) : valeurs;

        IReadOnlyList<string> Refuser(string fausse)
        {
            erreurs.Add(ErreursDeStatistiques.ValeurInconnue.Avec(Court(fausse), critere.Nom) with { Champ = critere.Nom, ValeursAcceptees = critere.Liste?.Codes });
            return [];
        }
    }

    // Names of places and of territories are looked up by who has them.
    private static bool Convient(CritereDeStatistiques critere, string valeur) => valeur.Length <= CritereDeStatistiques.LongueurMax && !valeur.Any(char.IsControl) && critere switch
    {
        { Liste: { } liste } => liste.Contient(valeur),
        { Nom: "structure" or "personne" or "etiquette" } => Guid.TryParseExact(valeur, "D", out _),
        _ => true,
    };

    private static string Court(string valeur) => valeur.Length <= 40 ? valeur : $"{valeur[..40]}…";
}

/// <summary>Where an act came from, by its code in addresses.</summary>
internal static class Origines
{
    /// <summary>In the order of <see cref="OrigineDActivite"/>.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Enum.GetValues<OrigineDActivite>().Select(Code)];

    public static OrigineDActivite Lire(string code) => Enum.GetValues<OrigineDActivite>().First(o => Code(o) == code);

    private static string Code(OrigineDActivite origine) => origine switch
    {
        OrigineDActivite.Saisie => "saisie",
        OrigineDActivite.Api => "api",
        OrigineDActivite.HorsLigne => "hors_ligne",
        _ => "import",
    };
}
