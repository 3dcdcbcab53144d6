using FaireAvec.Cartographie.Horaires;
using FaireAvec.Cartographie.Horaires.Conversion;

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

        var lus = bloc.Jours is not null ? LireJours(bloc.Jours) : LireTexte(bloc.Osm ?? bloc.Semaine!);
        if (_memoire.Count < MemoireMax)
        {
            _memoire.Add(cle, lus);
        }

        return lus;
    }

    /// <summary>OSM that is right already, or a week in words: the conversion knows both.</summary>
    private static HorairesDuLieu LireTexte(string texte) =>
        Convertisseur.Convertir(texte) is { Reussi: true, Valeur.Osm: var osm } ? new(osm, null, osm == texte ? null : texte) : new(null, texte, null);

    private static HorairesDuLieu LireJours(string?[] jours)
    {
        // « - » is how some write that a day has no hours.
        var dits = jours.Select((j, i) => (Nom: Noms[i], Texte: j is null || j.Trim() is "-" or "–" ? null : j)).ToList();
        if (dits.TrueForAll(j => j.Texte is null))
        {
            return HorairesDuLieu.Inconnus;
        }

        var ecrits = string.Join(" ; ", dits.Where(j => j.Texte is not null).Select(j => $"{j.Nom} {j.Texte}"));
        return Convertisseur.ConvertirJours(dits.ToDictionary(j => j.Nom, j => j.Texte, StringComparer.Ordinal)) is { Reussi: true, Valeur.Osm: var osm } ? new(osm, null, ecrits) : new(null, ecrits, null);
    }
}
