using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Accompagnement.Etiquettes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Statistiques;

/// <summary>Figures that somebody asked for, counted.</summary>
/// <param name="Choix">Whose.</param>
/// <param name="Demande">Of when, and narrowed by what.</param>
/// <param name="Chiffres">The count.</param>
/// <param name="Noms">Names of its lines.</param>
/// <param name="RendezVous">The appointments of the period, for one's own figures.</param>
/// <param name="Regardes">True when the support looks as somebody: what says who people are is then as for a team.</param>
internal sealed record ChiffresDemandes(ChoixDePerimetre Choix, DemandeDeStatistiques Demande, Chiffres Chiffres, NomsDesChiffres Noms, BlocDeChiffres? RendezVous, bool Regardes)
{
    /// <summary>The tables, for a screen or for a file.</summary>
    public IReadOnlyList<BlocDeChiffres> Blocs(int lignesMax = BlocsDeStatistiques.LignesALEcran) => Blocs(Choix.Niveau == NiveauDePerimetre.Mediateur && !Regardes ? Masquage.Aucun : Masquage.Publics, lignesMax);

    /// <summary>The tables, as somebody without an account may read them.</summary>
    public IReadOnlyList<BlocDeChiffres> BlocsPourTous(int lignesMax = BlocsDeStatistiques.LignesALEcran) => Blocs(Masquage.Tout, lignesMax);

    private IReadOnlyList<BlocDeChiffres> Blocs(Masquage masquage, int lignesMax)
    {
        // Labels are free words: who has no account doesn't read them.
        var blocs = new BlocsDeStatistiques(Chiffres, Demande, Choix.Niveau, masquage, masquage == Masquage.Tout ? Noms with { Etiquette = null } : Noms, lignesMax).Tous();
        return RendezVous is null || masquage == Masquage.Tout ? blocs : [.. blocs, RendezVous];
    }
}

/// <summary>
/// From the parameters of an address to figures: the same reading for a page, a file, a report and the API. The bounds come from <see cref="PerimetresPermis"/>,
/// never from the address.
/// </summary>
internal sealed class StatistiquesDemandees(ChiffresDActivite chiffres, FaireAvecDb db, INomsDesLieux lieux, ITerritoires territoires, IGensDesOrganisations organisations, IEquipes equipes, Demandeur demandeur, TimeProvider horloge)
{
    public DateOnly Aujourdhui => JourDeParis.De(horloge.GetUtcNow());

    /// <summary>Reads what is asked; with a reason for each thing that can't be.</summary>
    public async Task<Resultat<DemandeDeStatistiques>> LireAsync(ChoixDePerimetre choix, Func<string, IReadOnlyList<string>> lire, CancellationToken annulation)
    {
        var lue = DemandeDeStatistiques.Lire(lire, choix.Niveau, Aujourdhui);
        if (!lue.Reussi)
        {
            return lue;
        }

        var demande = lue.Valeur with { Valeurs = Canoniques(lue.Valeur) };
        var erreurs = new List<Erreur>();
        Verifier(demande, CritereDeStatistiques.Lieu, l => lieux.Trouver(l) is not null, erreurs);
        Verifier(demande, CritereDeStatistiques.Commune, c => territoires.Commune(c) is not null, erreurs);
        Verifier(demande, CritereDeStatistiques.Departement, d => territoires.Departement(d) is not null, erreurs);
        if (demande.De(CritereDeStatistiques.Etiquette).Count > 0)
        {
            var etiquettes = await EtiquettesAsync(choix, annulation);
            Verifier(demande, CritereDeStatistiques.Etiquette, e => etiquettes.ContainsKey(Guid.Parse(e)), erreurs);
        }

        if (demande.De(CritereDeStatistiques.Personne).Count > 0)
        {
            var personnes = await NumerosAsync(demande, annulation);
            Verifier(demande, CritereDeStatistiques.Personne, p => personnes.ContainsKey(Guid.Parse(p)), erreurs);
        }

        return erreurs.Count > 0 ? Resultat<DemandeDeStatistiques>.Echec(erreurs) : demande;
    }

    public async Task<ChiffresDemandes> CompterAsync(ChoixDePerimetre choix, DemandeDeStatistiques demande, CancellationToken annulation)
    {
        var etiquettes = await EtiquettesAsync(choix, annulation);
        var compte = await CompterAsync(choix, demande, etiquettes, annulation);
        return new(choix, demande, compte, new NomsDesChiffres(NomDuLieu, NomDeLaCommune, d => territoires.Departement(d)?.Nom)
        {
            Etiquette = CritereDeStatistiques.Etiquette.PermisPour(choix.Niveau) ? id => etiquettes.TryGetValue(id, out var e) ? e : null : null,
        }, await RendezVousAsync(choix, demande, annulation), demandeur.Identite!.LectureSeule);
    }

    /// <summary>What the figures could be narrowed by: the places, communes, départements and structures that are in them.</summary>
    public async Task<Indicateurs> AuChoixAsync(ChiffresDemandes demandes, CancellationToken annulation)
    {
        var large = demandes.Demande.SansLesLieux();
        return large.Valeurs.Count == demandes.Demande.Valeurs.Count
            ? demandes.Chiffres.Indicateurs
            : (await chiffres.CompterAsync(demandes.Choix.Perimetre, (await FiltreAsync(large, await EtiquettesAsync(demandes.Choix, annulation), annulation))(false), null, annulation)).Indicateurs;
    }

    /// <summary>The labels that they may read figures by, each with the one that it was joined to.</summary>
    public async Task<IReadOnlyDictionary<Guid, (Guid Id, string Nom)>> EtiquettesAsync(ChoixDePerimetre choix, CancellationToken annulation)
    {
        switch (choix.Niveau)
        {
            case NiveauDePerimetre.Mediateur:
                var connues = await EtiquettesConnues.LireAsync(db, annulation);
                return connues.Toutes.Select(e => (e.Id, Retenue: connues.Retenue(e.Id))).Where(e => e.Retenue is not null).ToDictionary(e => e.Id, e => (e.Retenue!.Id, e.Retenue.Nom));
            case NiveauDePerimetre.Equipe:
                var siennes = await db.Database.SqlQuery<EtiquetteDEquipe>($"SELECT etiquette, retenue, nom FROM accompagnement.etiquettes_des_equipes()").ToListAsync(annulation);
                return siennes.GroupBy(e => e.Etiquette).ToDictionary(g => g.Key, g => (g.First().Retenue, g.First().Nom));
            default:
                return new Dictionary<Guid, (Guid, string)>();
        }
    }

    /// <summary>What figures were narrowed to, in words; empty for everything. A person is counted, not named; so is a label, whose words are free.</summary>
    public string EnMots(ChiffresDemandes demandes) => string.Join(" ; ", CritereDeStatistiques.Tous.Where(c => demandes.Demande.De(c).Count > 0).Select(c =>
        $"{MotsStatistiques.T($"Critere.{c.Nom}")} : {(c == CritereDeStatistiques.Personne || c == CritereDeStatistiques.Etiquette ? MotsStatistiques.N("Critere.Choisies", demandes.Demande.De(c).Count) : string.Join(", ", demandes.Demande.De(c).Select(v => Nom(c, v, demandes.Noms))))}"));

    /// <summary>« Médiathèque Exemple », « Loire »: whose figures they are. One's own carry no name: they may be given to others.</summary>
    public async Task<string> DeQuiAsync(ChoixDePerimetre choix, CancellationToken annulation) => choix.Niveau switch
    {
        NiveauDePerimetre.Structure => demandeur.Identite!.NomOrganisation,
        NiveauDePerimetre.Lieu => NomDuLieu(choix.Cle!),
        NiveauDePerimetre.Departement => NomDuDepartement(choix.Cle!),
        NiveauDePerimetre.Equipe => await NomsDesEquipesAsync(choix, annulation),
        _ => null,
    } ?? MotsRapports.T($"Niveau.{choix.Nom}");

    /// <summary>What a file or a sheet of paper says of these figures.</summary>
    public async Task<EnTeteDeChiffres> EnTeteAsync(ChiffresDemandes demandes, CancellationToken annulation) => new()
    {
        Niveau = demandes.Choix.Niveau,
        DeQui = await DeQuiAsync(demandes.Choix, annulation),
        Du = demandes.Demande.Du,
        Au = demandes.Demande.Au,
        Choisi = EnMots(demandes),
        CalculeLe = horloge.GetUtcNow(),
    };

    private async Task<string?> NomsDesEquipesAsync(ChoixDePerimetre choix, CancellationToken annulation) => string.Join(", ", (await equipes.NomsAsync(choix.Perimetre.Equipes, annulation)).Select(e => e.Nom)) is { Length: > 0 } noms ? noms : null;

    public Task<string?> NomDeLOrganisationAsync(Guid organisation, CancellationToken annulation) => organisations.NomAsync(organisation, annulation);

    public string? NomDuLieu(string id) => lieux.Trouver(id) is { } l ? $"{l.Nom} ({l.Commune})" : null;

    public string? NomDeLaCommune(string code) => territoires.Commune(code) is { } c ? $"{c.Nom} ({c.Departement})" : null;

    public string? NomDuDepartement(string code) => territoires.Departement(code)?.Nom;

    private string Nom(CritereDeStatistiques critere, string valeur, NomsDesChiffres noms) => critere.Nom switch
    {
        "lieu" => NomDuLieu(valeur),
        "commune" => NomDeLaCommune(valeur),
        "departement" => NomDuDepartement(valeur),
        "etiquette" => noms.Etiquette?.Invoke(Guid.Parse(valeur))?.Nom,
        _ => critere.Liste?.Libelle(valeur),
    } ?? valeur;

    private async Task<Chiffres> CompterAsync(ChoixDePerimetre choix, DemandeDeStatistiques demande, IReadOnlyDictionary<Guid, (Guid Id, string Nom)> etiquettes, CancellationToken annulation)
    {
        var filtre = await FiltreAsync(demande, etiquettes, annulation);
        var compte = await chiffres.CompterAsync(choix.Perimetre, filtre(false), filtre(true), annulation);
        if (demande.Valeurs.Count == 0 || choix.Niveau is NiveauDePerimetre.Mediateur or NiveauDePerimetre.Nation)
        {
            return compte;
        }

        // What a filter leaves out may be one person's: the figures with and without it would give theirs by difference.
        var tous = (await chiffres.CompterAsync(choix.Perimetre, new FiltreDeFaits { Du = demande.Du, Au = demande.Au }, null, annulation)).Indicateurs.ParAuteur;
        return compte with { AuteursEcartes = tous.Count(a => a.Value > compte.Indicateurs.ParAuteur.GetValueOrDefault(a.Key)) };
    }

    // Of the period, or of the one before.
    private async Task<Func<bool, FiltreDeFaits>> FiltreAsync(DemandeDeStatistiques demande, IReadOnlyDictionary<Guid, (Guid Id, string Nom)> etiquettes, CancellationToken annulation)
    {
        var personnes = await NumerosAsync(demande, annulation);
        return precedente => demande.Filtre(precedente, lieux.Ids, territoires.CodesInsee, e => etiquettes.Where(x => x.Value.Id == e || x.Key == e).Select(x => x.Key).Append(e), personnes);
    }

    // Under row security: somebody whom one doesn't follow has no number.
    private async Task<Dictionary<Guid, int>> NumerosAsync(DemandeDeStatistiques demande, CancellationToken annulation)
    {
        Guid[] ids = [.. demande.De(CritereDeStatistiques.Personne).Select(Guid.Parse)];
        return ids.Length == 0 ? [] : await db.Database.SqlQuery<NumeroDePersonne>($"SELECT id, numero FROM accompagnement.personnes WHERE id = ANY ({ids})").ToDictionaryAsync(p => p.Id, p => p.Numero, annulation);
    }

    // A place that another one took over, a commune that was joined: under what they are today.
    private Dictionary<string, IReadOnlyList<string>> Canoniques(DemandeDeStatistiques demande) => demande.Valeurs.ToDictionary(v => v.Key, v => v.Key switch
    {
        "lieu" => [.. v.Value.Select(l => lieux.Trouver(l)?.Id ?? l).Distinct(StringComparer.Ordinal)],
        "commune" => [.. v.Value.Select(c => territoires.Commune(c)?.CodeInsee ?? c).Distinct(StringComparer.Ordinal)],
        _ => v.Value,
    }, StringComparer.Ordinal);

    private static void Verifier(DemandeDeStatistiques demande, CritereDeStatistiques critere, Func<string, bool> connue, List<Erreur> erreurs)
    {
        if (demande.De(critere).FirstOrDefault(v => !connue(v)) is { } inconnue)
        {
            erreurs.Add(ErreursDeStatistiques.ValeurInconnue.Avec(inconnue, critere.Nom) with { Champ = critere.Nom });
        }
    }

    // Appointments have an agenda of their own: only the period and the places narrow them.
    private async Task<BlocDeChiffres?> RendezVousAsync(ChoixDePerimetre choix, DemandeDeStatistiques demande, CancellationToken annulation)
    {
        if (choix.Niveau != NiveauDePerimetre.Mediateur)
        {
            return null;
        }

        var (moi, maintenant) = (choix.Perimetre.Auteur!.Value, horloge.GetUtcNow());
        var (du, au) = (JourDeParis.Debut(demande.Du).ToUniversalTime(), JourDeParis.Debut(demande.Au.AddDays(1)).ToUniversalTime());
        string[] voulus = [.. demande.De(CritereDeStatistiques.Lieu)];
        var comptes = await db.Set<RendezVous>().AsNoTracking()
            .Where(r => r.Compte == moi && r.Debut >= du && r.Debut < au && (r.TenueJusqua == null || r.TenueJusqua > maintenant) && (voulus.Length == 0 || voulus.Contains(r.Lieu)))
            .GroupBy(r => new { r.Etat, Passe = r.Debut <= maintenant }).Select(g => new { g.Key.Etat, g.Key.Passe, Nombre = g.Count() }).ToListAsync(annulation);
        long Nombre(EtatDeRendezVous etat, bool? passe = null) => comptes.Where(c => c.Etat == etat && (passe is null || c.Passe == passe)).Sum(c => c.Nombre);
        return new()
        {
            Cle = "rendez_vous",
            Forme = FormeDeBloc.Barres,
            Colonnes = ["rendez_vous"],
            Lignes =
            [
                Ligne("rdv.a_venir", Nombre(EtatDeRendezVous.Pris, passe: false)), Ligne("rdv.passes", Nombre(EtatDeRendezVous.Pris, passe: true)), Ligne("rdv.honores", Nombre(EtatDeRendezVous.Honore)),
                Ligne("rdv.absents", Nombre(EtatDeRendezVous.Absent)), Ligne("rdv.annules", Nombre(EtatDeRendezVous.Annule)), Ligne("rdv.deplaces", Nombre(EtatDeRendezVous.Deplace)),
            ],
            Notes = ["rendez_vous"],
        };

        static LigneDeChiffres Ligne(string cle, long nombre) => new(cle, [nombre], cle);
    }

    private sealed record EtiquetteDEquipe(Guid Etiquette, Guid Retenue, string Nom);

    private sealed record NumeroDePersonne(Guid Id, int Numero);
}
