using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Courrier;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Personnes;

/// <summary>What the module holds about a person helped: who they are, their cards, what they want, who follows them, the acts done.</summary>
internal sealed class DonneesDesPersonnes(FaireAvecDb db, ClesDesPersonnes cles, ActesDesPersonnes actes, IGensDesOrganisations gens, INomsDesComptes noms, ITerritoires territoires, TimeProvider horloge) : IDonneesDePersonne
{
    private const string Traitement = "suivi";

    public string Nom => "accompagnement.personnes";

    public IReadOnlyList<string> Entites => [nameof(PersonneAccompagnee), nameof(ObjectifDePersonne)];

    public bool PersonnesAidees => true;

    public IReadOnlyList<string> EntitesFermees => [.. Entites.Select(e => $"accompagnement.{e}")];

    public async Task<IReadOnlyList<LotDeDonnees>> ExporterAsync(Guid personne, CancellationToken annulation)
    {
        if (await db.Set<PersonneAccompagnee>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == personne, annulation) is not { } p)
        {
            return [];
        }

        var cartes = await db.Set<CarteDeParcours>().AsNoTracking().Where(c => c.Personne == personne).OrderBy(c => c.CreeeLe).ToListAsync(annulation);
        var objectifs = await db.Set<ObjectifDePersonne>().AsNoTracking().Where(o => o.Personne == personne).OrderBy(o => o.ChoisiLe).ToListAsync(annulation);
        var suivis = new List<IReadOnlyList<Donnee>>();
        foreach (var s in await db.Set<Suivi>().AsNoTracking().Where(s => s.Personne == personne).OrderBy(s => s.Debut).ToListAsync(annulation))
        {
            suivis.Add([D("par", s.Compte is { } c ? await noms.NomAsync(c.ToString(), annulation) : null), D("organisation", await gens.NomAsync(s.Organisation, annulation)), D("debut", s.Debut), D("fin", s.Fin), D("accord", MotsMaCarte.T($"Accord.{s.Accord}"))]);
        }

        var lignes = await actes.ListerAsync(personne, annulation);
        var courriels = cles.Ouvrir(p.Id, p.CourrielFerme) is { } adresse ? await db.CourrielsDeAsync([adresse], annulation) : [];
        return
        [
            Lot("personne",
            [[
                D("prenom", p.Prenom), D("nom", p.Nom), D("annee_de_naissance", p.AnneeDeNaissance), D("age", Listes.Ages.Libelle(p.Age)), D("commune", territoires.Commune(p.Commune)?.NomComplet ?? p.Commune),
                D("telephone", cles.Ouvrir(p.Id, p.TelephoneFerme) is { } t ? Telephones.Presenter(t) : null), D("sans_telephone", p.SansTelephone ? true : null), D("courriel", cles.Ouvrir(p.Id, p.CourrielFerme)),
                D("genre", Listes.Genres.Libelle(p.Genre)), D("statut", Listes.Statuts.Libelle(p.Statut)), D("notes", p.Notes),
                D("protection", p.Protection == ProtectionDAdulte.Aucune ? null : MotsMaCarte.T($"Protection.{p.Protection}")), D("protecteur", p.Protecteur), D("accord_du_protecteur_le", p.AccordDuProtecteurLe),
                D("responsable", p.Responsable), D("accord_du_responsable_le", p.AccordDuResponsableLe),
                D("rendez_vous_le", p.RendezVousLe), D("rendez_vous_ou", p.RendezVousOu), D("documents", p.Documents), D("creee_le", p.CreeeLe), D("dernier_contact_le", p.DernierContactLe),
            ]]),
            Lot("cartes", [.. cartes.Select(c => (IReadOnlyList<Donnee>)[D("numero", NumeroDeCarte.Lire(c.Numero)?.Presente), D("creee_le", c.CreeeLe), D("finie_le", c.FinieLe)])]),
            Lot("objectifs", [.. objectifs.Select(o => (IReadOnlyList<Donnee>)[D("texte", o.Texte), D("etat", MotsMaCarte.T($"Objectif.{o.Etat}")), D("choisi_le", o.ChoisiLe), D("etat_depuis", o.EtatDepuis), D("motif", o.Motif)])]),
            Lot("suivis", suivis),
            Lot("actes", [.. lignes.Select(a => (IReadOnlyList<Donnee>)[D("jour", a.Jour), D("type", a.TypeEnMots), D("ou", a.Ou), D("themes", a.Themes), D("demarche", a.Demarche), D("suite", a.Suite)])]),
            .. courriels.Count == 0 ? (IReadOnlyList<LotDeDonnees>)[] : [Lot("courriels", [.. courriels.Select(c => (IReadOnlyList<Donnee>)[D("envoye_le", c.Instant), D("courriel", c.Destinataire)])])],
        ];
    }

    public async Task<int> EffacerAsync(Guid personne, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var effaces = 0;
        if (await db.Set<PersonneAccompagnee>().FirstOrDefaultAsync(p => p.Id == personne, annulation) is not { } trouvee)
        {
            return effaces;
        }

        var courriel = cles.Ouvrir(trouvee.Id, trouvee.CourrielFerme);
        if (!trouvee.Effacer(maintenant))
        {
            return effaces;
        }

        effaces += courriel is null ? 0 : await db.OublierCourrielsAsync([courriel], annulation);

        foreach (var objectif in await db.Set<ObjectifDePersonne>().Where(o => o.Personne == personne).ToListAsync(annulation))
        {
            effaces += objectif.Effacer() ? 1 : 0;
        }

        foreach (var carte in await db.Set<CarteDeParcours>().Where(c => c.Personne == personne && c.FinieLe == null).ToListAsync(annulation))
        {
            effaces += carte.Finir(FinDeCarte.Effacee, maintenant) ? 1 : 0;
        }

        foreach (var suivi in await db.Set<Suivi>().Where(s => s.Personne == personne && s.Fin == null).ToListAsync(annulation))
        {
            effaces += suivi.Finir(FinDeSuivi.Effacement, maintenant) ? 1 : 0;
        }

        return effaces + 1;
    }

    private static Donnee D(string cle, object? valeur) => new(cle, MotsMaCarte.T($"Donnee.{cle}"), valeur);

    private static LotDeDonnees Lot(string cle, IReadOnlyList<IReadOnlyList<Donnee>> fiches) => new(cle, MotsMaCarte.T($"Lot.{cle}"), MotsMaCarte.T($"Lot.{cle}.Texte"), Traitement, fiches);
}
