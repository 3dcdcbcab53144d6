using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Rapprochement;
using FaireAvec.Cartographie.Rapprochement.Groupes;

namespace FaireAvec.Cartographie.Sources;

/// <summary>Compares all the source records, with what people have decided.</summary>
internal sealed class ComparaisonDesFiches(MoteurDeRapprochement rapprochement)
{
    private static readonly string[] DecideParUnePersonne = ["décidé par une personne"];

    public RapprochementFait Comparer(IReadOnlyList<Lieu> fiches, IReadOnlyList<DecisionHumaine> decisions)
    {
        var moteur = rapprochement.Moteur;
        var humaines = new DecisionsHumaines();
        foreach (var d in decisions)
        {
            humaines.Ajouter(d.LieuA, d.LieuB, d.Verdict == VerdictHumain.Meme);
        }

        var fait = Dedoublonnage.Faire(moteur, fiches, humaines);
        var plusForte = new Dictionary<int, PaireJugee>();
        foreach (var paire in fait.Paires.Where(p => fait.Ensemble(p.A, p.B)))
        {
            foreach (var rang in (int[])[paire.A, paire.B])
            {
                if (!plusForte.TryGetValue(rang, out var connue) || paire.Verdict.Probabilite > connue.Verdict.Probabilite)
                {
                    plusForte[rang] = paire;
                }
            }
        }

        var decides = decisions.Where(d => d.Verdict == VerdictHumain.Meme).SelectMany(d => new[] { d.LieuA, d.LieuB }).ToHashSet(StringComparer.Ordinal);
        RapprochementFait.Membre Membre(int rang)
        {
            var id = fait.Profils[rang].Id;
            return decides.Contains(id) || !plusForte.TryGetValue(rang, out var paire)
                ? new RapprochementFait.Membre(id, 1, DecideParUnePersonne)
                : new RapprochementFait.Membre(id, paire.Verdict.Probabilite, moteur.Rapprocher(fait.Profils[paire.A], fait.Profils[paire.B]).Raisons);
        }

        var aRevoir = fait.ARevoir
            .Select(p => new RapprochementFait.Paire(fait.Profils[p.A].Id, fait.Profils[p.B].Id, p.Verdict.Probabilite, fait.RaisonsDeRevoir(moteur, p)));
        var liens = fait.Liens(moteur.Comparateur).Select(l => l.Hote == l.B ? (Hote: l.B, Invite: l.A) : (Hote: l.A, Invite: l.B)).Distinct()
            .Select(l => new RapprochementFait.Paire(l.Hote, l.Invite, 0, []));
        return new RapprochementFait([.. fait.Groupes.Select(g => (IReadOnlyList<RapprochementFait.Membre>)[.. g.Select(Membre)])], [.. aRevoir], [.. liens]);
    }
}
