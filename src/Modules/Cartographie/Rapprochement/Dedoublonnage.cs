using System.Collections.Concurrent;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Rapprochement.Groupes;

namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>Finds the duplicates of a set of places: candidates, decisions, groups. The order of the places changes nothing.</summary>
internal sealed class Dedoublonnage
{
    /// <summary>Told first of a pair judged the same that its groups couldn't hold.</summary>
    public const string DejaReunieAilleurs = "l’une est déjà réunie à une fiche distincte de l’autre";

    private const int Morceau = 4_096;

    private readonly DecisionsHumaines _decisions;
    private readonly Dictionary<int, int> _groupeDe = [];

    private Dedoublonnage(Profil[] profils, ulong[] candidats, List<PaireJugee> paires, List<int[]> groupes, DecisionsHumaines decisions)
    {
        (Profils, Candidats, Paires, Groupes, _decisions) = (profils, candidats, paires, groupes, decisions);
        for (var g = 0; g < groupes.Count; g++)
        {
            foreach (var rang in groupes[g])
            {
                _groupeDe[rang] = g;
            }
        }
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
        return new Dedoublonnage(profils, candidats, paires, groupes, decisions);
    }

    /// <summary>What is told of a pair left to a person; first of all why two places that are judged the same weren't joined.</summary>
    public IReadOnlyList<string> RaisonsDeRevoir(Moteur moteur, PaireJugee paire)
    {
        var raisons = moteur.Rapprocher(Profils[paire.A], Profils[paire.B]).Raisons;
        return paire.Verdict.Decision == Decision.Meme ? [DejaReunieAilleurs, .. raisons] : raisons;
    }

    /// <summary>Pairs for a person: those in doubt, and those judged the same that their groups couldn't hold; never one that a person has decided.</summary>
    public IEnumerable<PaireJugee> ARevoir => Paires.Where(p => !Ensemble(p.A, p.B) && _decisions.De(Profils[p.A].Id, Profils[p.B].Id) is null);

    /// <summary>True when the two places are in one group.</summary>
    public bool Ensemble(int a, int b) => _groupeDe.TryGetValue(a, out var g) && _groupeDe.TryGetValue(b, out var h) && g == h;

    /// <summary>Links between distinct places at one address.</summary>
    public IEnumerable<LienHote> Liens(Comparateur comparateur)
    {
        foreach (var candidat in Candidats)
        {
            var (i, j) = ((int)(candidat >> 32), (int)candidat);
            if (Ensemble(i, j))
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
