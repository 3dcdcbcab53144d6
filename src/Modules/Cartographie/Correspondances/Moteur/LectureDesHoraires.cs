using FaireAvec.Cartographie.Horaires;

namespace FaireAvec.Cartographie.Correspondances.Moteur;

/// <summary>
/// The hours of a place, from the first shape that can be read: OSM, one text for each day, a week in words. What can't be read surely enough stays a
/// text. Even and odd weeks said apart make one OSM text. Partners repeat the same hours: each text is read once.
/// </summary>
internal sealed class LectureDesHoraires
{
    /// <summary>Distinct texts whose reading is kept.</summary>
    private const int MemoireMax = 20_000;

    private static readonly string[] Noms = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

    private readonly Dictionary<string, HorairesDuLieu> _memoire = new(StringComparer.Ordinal);

    public HorairesDuLieu Lire(IReadOnlyList<HorairesLus> horaires)
    {
        string? texte = null;
        var parSemaine = new List<(Semaines Semaines, HorairesDuLieu Lus)>();
        foreach (var bloc in horaires)
        {
            var lus = LireBloc(bloc);
            texte ??= lus.Texte;
            if (lus.Osm is null)
            {
                continue;
            }

            if (bloc.Semaines == Semaines.Toutes)
            {
                return lus;
            }

            parSemaine.Add((bloc.Semaines, lus));
        }

        if (parSemaine.Count == 0)
        {
            return texte is null ? HorairesDuLieu.Inconnus : new(null, texte, null);
        }

        var osm = string.Join("; ", parSemaine.SelectMany(s => s.Lus.Osm!.Split(';', StringSplitOptions.TrimEntries).Select(r => $"week {(s.Semaines == Semaines.Paires ? "2-52/2" : "1-53/2")} {r}")));
        return HorairesOsm.Analyser(osm).Reussi ? new(osm, null, string.Join(" ; ", parSemaine.Select(s => s.Lus.Avant ?? s.Lus.Osm))) : new(null, texte ?? osm, null);
    }

    private HorairesDuLieu LireBloc(HorairesLus bloc)
    {
        var cle = bloc.Jours is null ? $"{bloc.Osm}\u001F{bloc.Semaine}" : string.Join('\u001F', bloc.Jours.Select(j => j ?? ""));
        if (_memoire.TryGetValue(cle, out var connus))
        {
            return connus;
        }

        var lus = bloc.Jours is not null ? LireJours(bloc.Jours) : bloc.Osm is { } osm ? LireOsm(osm) : LireSemaine(bloc.Semaine!);
        if (_memoire.Count < MemoireMax)
        {
            _memoire.Add(cle, lus);
        }

        return lus;
    }

    private static HorairesDuLieu LireOsm(string texte) => Valable(texte) ? new(texte, null, null) : LireSemaine(texte);

    private static HorairesDuLieu LireSemaine(string texte) => new(null, texte, null);

    private static HorairesDuLieu LireJours(string?[] jours)
    {
        var ecrits = string.Join(" ; ", jours.Select((j, i) => j is null ? null : $"{Noms[i]} {j}").OfType<string>());
        return JoursEnOsm.Lire(jours) is { } osm && Valable(osm) ? new(osm, null, ecrits)
            : jours.OfType<string>().All(j => j.Trim() is "-" or "–") ? HorairesDuLieu.Inconnus
            : new(null, ecrits, null);
    }

    private static bool Valable(string osm) => HorairesOsm.Analyser(osm).Reussi;
}
