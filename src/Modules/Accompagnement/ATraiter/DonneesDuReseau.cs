using FaireAvec.Accompagnement.Domain.ATraiter;
using FaireAvec.Accompagnement.Domain.Etiquettes;
using FaireAvec.Accompagnement.Domain.Mentorats;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.ATraiter;

/// <summary>What the network keeps of somebody who works: their own labels, their mentorships, what they put off. Mentorships keep ids and dates; the rest goes with them.</summary>
internal sealed class DonneesDuReseau(FaireAvecDb db) : IDonneesDePersonne
{
    public string Nom => "accompagnement.reseau";

    public IReadOnlyList<string> Entites => [];

    public async Task<IReadOnlyList<LotDeDonnees>> ExporterAsync(Guid personne, CancellationToken annulation)
    {
        var etiquettes = await db.Set<Etiquette>().AsNoTracking().Where(e => e.Proprietaire == personne).OrderBy(e => e.Nom).ToListAsync(annulation);
        var mentorats = await db.Set<Mentorat>().AsNoTracking().Where(m => m.Mentor == personne || m.Mentore == personne).OrderBy(m => m.Debut).ToListAsync(annulation);
        var remises = await db.Set<RemiseAPlusTard>().AsNoTracking().Where(r => r.Compte == personne).OrderBy(r => r.Jusqua).ToListAsync(annulation);
        return
        [
            .. Lot("etiquettes", "activites", [.. etiquettes.Select(e => (IReadOnlyList<Donnee>)[D("nom", e.Nom), D("description", e.Description), D("creee_le", e.CreeeLe)])], LiensDuReseau.Etiquettes),
            .. Lot("mentorats", "mentorats", [.. mentorats.Select(m => (IReadOnlyList<Donnee>)[D("place", MotsDuReseau.T(m.Mentor == personne ? "Mentorat.Mentor" : "Mentorat.Mentore")), D("debut", m.Debut), D("fin", m.Fin)])], LiensDuReseau.Mentorat),
            .. Lot("remises", "remises", [.. remises.Select(r => (IReadOnlyList<Donnee>)[D("cle", r.Cle), D("jusqua", r.Jusqua)])], LiensDuReseau.ATraiter),
        ];
    }

    public async Task<int> EffacerAsync(Guid personne, CancellationToken annulation) =>
        await db.Set<Etiquette>().Where(e => e.Portee == PorteeDEtiquette.Personnelle && e.Proprietaire == personne).ExecuteDeleteAsync(annulation)
        + await db.Set<RemiseAPlusTard>().Where(r => r.Compte == personne).ExecuteDeleteAsync(annulation);

    private static IEnumerable<LotDeDonnees> Lot(string cle, string traitement, IReadOnlyList<IReadOnlyList<Donnee>> fiches, string rectifier) =>
        fiches.Count == 0 ? [] : [new(cle, MotsDuReseau.T($"Donnees.{cle}"), MotsDuReseau.T($"Donnees.{cle}.Explication"), traitement, fiches, rectifier)];

    private static Donnee D(string cle, object? valeur) => new(cle, MotsDuReseau.T($"Donnees.Champ.{cle}"), valeur);
}
