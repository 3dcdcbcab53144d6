using System.Globalization;
using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Etiquettes;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.HorsLigne;

/// <summary>Gathers what a device keeps: the agenda of yesterday to a week, those who come, and what the forms need. Row security holds under it.</summary>
internal sealed class PreparationDuLot(
    FaireAvecDb db, AgendaDuMediateur agenda, AteliersDuMediateur ateliers, ContactsDesReservations contacts, Disponibilites disponibilites, Habitudes habitudes, Brouillons brouillons, CarnetDEtiquettes carnet,
    ITerritoires territoires, TableDesDroits droits, Demandeur demandeur, TimeProvider horloge)
{
    /// <summary>Days to come, today with them.</summary>
    public const int Jours = 8;

    private const int BrouillonsMax = 10;
    private const int CreneauxMax = 120;
    private const int CommunesMax = 20;

    public async Task<LotHorsLigne> PreparerAsync(CancellationToken annulation)
    {
        var moi = demandeur.Identite!;
        var organisation = moi.Organisation!.Value;
        await db.Database.OpenConnectionAsync(annulation);
        var maintenant = horloge.GetUtcNow();
        var tientUnAgenda = droits.Permet(moi, DroitsDeLAccompagnement.TenirUnAgenda);
        var fuseau = await db.Set<Disponibilite>().Where(d => d.Compte == moi.Compte).OrderByDescending(d => d.CreeeLe).Select(d => d.Fuseau).FirstOrDefaultAsync(annulation);
        var premier = HeuresLocales.Jour(fuseau, maintenant).AddDays(-1);
        List<DateOnly> jours = [.. Enumerable.Range(0, Jours + 1).Select(premier.AddDays)];
        var fenetre = new Plage(HeuresLocales.Journee(fuseau, jours[0]).Debut, HeuresLocales.Journee(fuseau, jours[^1]).Fin);
        var lues = tientUnAgenda ? await agenda.LireAsync(moi.Compte, fenetre, libres: false, annulation) : [];
        var inscrits = new Dictionary<Guid, IReadOnlyList<Inscription>>();
        foreach (var atelier in lues.Where(l => l.Nature == NatureDeLigne.Atelier))
        {
            inscrits[atelier.Id] = [.. (await ateliers.InscriptionsAsync(atelier.Id, annulation)).Where(i => i.Place is not null)];
        }

        var personnes = await AppelerAsync([.. lues.Select(l => l.RendezVous?.Personne).Concat(inscrits.Values.SelectMany(i => i).Select(i => i.Personne)).OfType<Guid>().Distinct()], annulation);
        var ids = lues.Select(l => (Guid?)l.Id).ToList();
        var notes = (await db.Set<Activite>().Where(a => a.Auteur == moi.Compte && a.SupprimeeLe == null && ids.Contains(a.RendezVous)).Select(a => a.RendezVous).ToListAsync(annulation)).OfType<Guid>().ToHashSet();
        var usages = await habitudes.LireAsync(moi.Compte, organisation, annulation);
        var lieux = usages.Lieux.Concat(tientUnAgenda ? await disponibilites.LieuxAsync(moi.Compte, organisation, annulation) : []).DistinctBy(l => l.Valeur).Select(l => new ChoixDuLot(l.Valeur, l.Libelle)).ToList();
        return new LotHorsLigne
        {
            Heure = maintenant.ToUnixTimeMilliseconds(),
            Qui = moi.Nom,
            Organisation = moi.NomOrganisation,
            Agenda = tientUnAgenda,
            Cartes = droits.Permet(moi, DroitsDeLAccompagnement.SuivreDesPersonnes),
            Jours =
            [
                .. jours.Select(j => new JourDuLot(LiensAgenda.Iso(j), MotsActivites.Maj(MotsActivites.JourLong(j)), [.. lues.Where(l => l.Jour == j || (j == jours[0] && l.Jour < j)).Select(l => Ligne(l, inscrits, personnes, notes))])),
            ],
            Personnes = [.. personnes.Select(p => new ChoixDuLot(p.Key.ToString(), p.Value)).OrderBy(p => p.Libelle, StringComparer.CurrentCulture)],
            Lieux = lieux,
            Communes = await CommunesAsync(moi.Compte, annulation),
            Etiquettes = [.. (await carnet.AuChoixAsync([], [], annulation)).Select(e => new ChoixDuLot(e.Id.ToString(), e.Nom))],
            Themes = usages.Themes,
            Habitudes = new(usages.TypeDeLieu, usages.Lieu, usages.Commune, usages.Duree),
            Creneaux = tientUnAgenda ? await CreneauxAsync(moi.Compte, new(maintenant, fenetre.Fin), annulation) : [],
            Brouillons = [.. (await brouillons.ListerAsync(moi.Compte, annulation)).Take(BrouillonsMax).Select(b => b.Formulaire)],
        };
    }

    private LigneDuLot Ligne(LigneDAgenda l, Dictionary<Guid, IReadOnlyList<Inscription>> inscrits, IReadOnlyDictionary<Guid, string> personnes, HashSet<Guid> notes) => new(
        l.Nature switch { NatureDeLigne.RendezVous => "rendez_vous", NatureDeLigne.Atelier => "atelier", _ => "absence" },
        l.Id,
        MotsAgenda.Heures(l.Debut, l.Fin, l.Fuseau),
        l.RendezVous is { } r ? Nom(r, personnes) : l.Quoi,
        l.Ou,
        l.RendezVous?.Lieu,
        l.RendezVous?.Personne?.ToString(),
        (int)(l.Fin - l.Debut).TotalMinutes,
        notes.Contains(l.Id),
        inscrits.GetValueOrDefault(l.Id)?.Select(i => new InscritDuLot(i.Id, Nom(i, personnes), i.Etat.ToString(), i.Personne)).ToList());

    // The name that they gave when they booked, else what is kept of the person followed.
    private string Nom(Reservation r, IReadOnlyDictionary<Guid, string> personnes) =>
        r.Personne is { } p && personnes.TryGetValue(p, out var suivie) ? suivie : contacts.Prenom(r) ?? MotsAgenda.T(r.EffaceeLe is null ? "Qui.SansNom" : "Qui.Efface");

    /// <summary>« Prénom, carte K7PD-2RWX »: never the last name, nor a contact.</summary>
    private async Task<IReadOnlyDictionary<Guid, string>> AppelerAsync(IReadOnlyCollection<Guid> ids, CancellationToken annulation)
    {
        if (ids.Count == 0)
        {
            return new Dictionary<Guid, string>();
        }

        var lues = await db.Set<PersonneAccompagnee>().AsNoTracking().Where(p => ids.Contains(p.Id) && p.EffaceeLe == null).Select(p => new { p.Id, p.Prenom }).ToListAsync(annulation);
        var cartes = (await db.Set<CarteDeParcours>().AsNoTracking().Where(c => ids.Contains(c.Personne) && c.FinieLe == null).ToListAsync(annulation)).ToLookup(c => c.Personne, c => NumeroDeCarte.Lire(c.Numero)?.Presente);
        return lues.ToDictionary(p => p.Id, p => (p.Prenom, cartes[p.Id].FirstOrDefault()) switch
        {
            ({ } prenom, { } carte) => MotsHorsLigne.T("Personne.PrenomEtCarte", prenom, carte),
            ({ } prenom, null) => prenom,
            (null, { } carte) => MotsPersonnes.T("Personne.Carte", carte),
            _ => MotsPersonnes.T("Personne.SansCarte"),
        });
    }

    // Without network no commune is looked for: those of the last acts are at hand.
    private async Task<IReadOnlyList<ChoixDuLot>> CommunesAsync(Guid auteur, CancellationToken annulation) =>
    [
        .. (await db.Set<Activite>().AsNoTracking().Where(a => a.Auteur == auteur && a.SupprimeeLe == null && a.Commune != null).OrderByDescending(a => a.Jour).ThenByDescending(a => a.Id).Take(200).Select(a => a.Commune).ToListAsync(annulation))
            .Distinct(StringComparer.Ordinal).Select(territoires.Commune).OfType<Commune>().Take(CommunesMax).Select(c => new ChoixDuLot(c.CodeInsee, c.Nom)),
    ];

    private async Task<IReadOnlyList<CreneauDuLot>> CreneauxAsync(Guid compte, Plage fenetre, CancellationToken annulation) =>
    [
        .. (await agenda.LibresAsync(compte, fenetre, annulation)).OrderBy(c => c.Debut).Take(CreneauxMax).Select(c =>
        {
            var locale = HeuresLocales.Locale(c.Disponibilite.Fuseau, c.Debut);
            var jour = DateOnly.FromDateTime(locale.DateTime);
            return new CreneauDuLot(LiensAgenda.Iso(jour), TimeOnly.FromDateTime(locale.DateTime).ToString("HH':'mm", CultureInfo.InvariantCulture), c.Disponibilite.Duree, c.Disponibilite.Lieu, $"{MotsActivites.JourLong(jour)}, {MotsAgenda.Heure(c.Debut, c.Disponibilite.Fuseau)}");
        }),
    ];
}
