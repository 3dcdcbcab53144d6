using System.Collections.Concurrent;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Rapprochement.Groupes;

namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>Finds the duplicates of a set of places: candidates, decisions, groups. The order of the places changes nothing.</summary>
internal sealed class Dedoublonnage
{
    private const int Morceau = 4_096;

    private Dedoublonnage(Profil[] profils, ulong[] candidats, List<PaireJugee> paires, List<int[]> groupes)
    {
        (Profils, Candidats, Paires, Groupes) = (profils, candidats, paires, groupes);
    }

    /// <summary>The places in the order of their ids: ranks are ranks in it.</summary>
    public Profil[] Profils { get; }

    /// <summary>Pairs that were compared, as <see cref="Groupes.Candidats.Trouver"/> gives them.</summary>
    public ulong[] Candidats { get; }

    /// <summary>Pairs that aren't distinct, in the order of their ranks.</summary>
    public List<PaireJugee> Paires { get; }

    /// <summary>Groups of two places and more.</summary>
    public List<int[]> Groupes { get; }

    public static Dedoublonnage Faire(Moteur moteur, IReadOnlyList<FicheLieu> fiches, DecisionsHumaines decisions, Action<double>? progres = null)
    {
        var profils = new Profil[fiches.Count];
        Parallel.For(0, (fiches.Count + Morceau - 1) / Morceau, m =>
        {
            for (var i = m * Morceau; i < Math.Min(fiches.Count, (m + 1) * Morceau); i++)
            {
                profils[i] = moteur.Preparateur.Preparer(fiches[i]);
            }
        });
        progres?.Invoke(0.3);
        Array.Sort(profils, (a, b) => string.CompareOrdinal(a.Id, b.Id) is var c && c != 0 ? c : a.Contenu.CompareTo(b.Contenu));
        var candidats = Rapprochement.Groupes.Candidats.Trouver(profils);
        progres?.Invoke(0.5);
        var paires = Juger(moteur.Comparateur, profils, candidats);
        progres?.Invoke(0.9);
        var groupes = new Regroupement(profils, moteur.Comparateur, decisions).Grouper(paires);
        progres?.Invoke(1);
        return new Dedoublonnage(profils, candidats, paires, groupes);
    }

    /// <summary>Links between distinct places at one address.</summary>
    public IEnumerable<LienHote> Liens(Comparateur comparateur)
    {
        var groupeDe = new Dictionary<int, int>();
        for (var g = 0; g < Groupes.Count; g++)
        {
            foreach (var rang in Groupes[g])
            {
                groupeDe[rang] = g;
            }
        }

        foreach (var candidat in Candidats)
        {
            var (i, j) = ((int)(candidat >> 32), (int)candidat);
            if (groupeDe.TryGetValue(i, out var g) && groupeDe.TryGetValue(j, out var h) && g == h)
            {
                continue;
            }

            var indices = comparateur.Relever(Profils[i], Profils[j]);
            if (comparateur.Juger(Profils[i], Profils[j], indices).Decision == Decision.Distinct && LienHote.Entre(Profils[i], Profils[j], indices) is { } lien)
            {
                yield return lien;
            }
        }
    }

    private static List<PaireJugee> Juger(Comparateur comparateur, Profil[] profils, ulong[] candidats)
    {
        var morceaux = (candidats.Length + Morceau - 1) / Morceau;
        var jugees = new List<PaireJugee>[morceaux];
        Parallel.ForEach(Partitioner.Create(0, Math.Max(1, morceaux), 1), plage =>
        {
            for (var m = plage.Item1; m < Math.Min(plage.Item2, morceaux); m++)
            {
                var gardees = new List<PaireJugee>();
                for (var k = m * Morceau; k < Math.Min(candidats.Length, (m + 1) * Morceau); k++)
                {
                    var (i, j) = ((int)(candidats[k] >> 32), (int)candidats[k]);
                    var verdict = comparateur.Comparer(profils[i], profils[j]);
                    if (verdict.Decision != Decision.Distinct)
                    {
                        gardees.Add(new PaireJugee(i, j, verdict));
                    }
                }

                jugees[m] = gardees;
            }
        });
        return [.. jugees.Where(j => j is not null).SelectMany(j => j)];
    }
}
