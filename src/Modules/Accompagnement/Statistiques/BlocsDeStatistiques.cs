using System.Globalization;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Accompagnement.Statistiques;

/// <summary>Names that lines of figures carry.</summary>
internal sealed record NomsDesChiffres(Func<string, string?> Lieu, Func<string, string?> Commune, Func<string, string?> Departement)
{
    /// <summary>The labels that who asks may read, each under the one that it was joined to; null when labels aren't theirs to read.</summary>
    public Func<Guid, (Guid Id, string Nom)?>? Etiquette { get; init; }
}

/// <summary>
/// Makes the tables of a page of figures. Beyond one's own acts, small numbers that say who people are are hidden with <see cref="ListeMasquee"/>; a posture, and who people are, aren't shown at all
/// when fewer than two médiateurs noted the acts, or those that a filter leaves out: they would be one person's way of working, and one person's public.
/// </summary>
internal sealed class BlocsDeStatistiques(Chiffres chiffres, DemandeDeStatistiques demande, NiveauDePerimetre niveau, Masquage masquage, NomsDesChiffres noms, int lignesMax)
{
    /// <summary>Lines of a table of places on a page; files hold them all.</summary>
    public const int LignesALEcran = 30;

    /// <summary>Fewer authors than that, and a figure is somebody's.</summary>
    public const int AuteursMinimum = 2;

    private const string Activites = "activites";
    private const string Accompagnements = "accompagnements";
    private const string Minutes = "minutes";
    private const string Part = "part";

    private readonly Indicateurs _i = chiffres.Indicateurs;

    private static readonly ValeurDeChiffre NonComparable = new(null, ValeurDeChiffre.NonComparable);

    private bool DUnSeul => niveau != NiveauDePerimetre.Mediateur && (_i.Auteurs < AuteursMinimum || chiffres.AuteursEcartes == 1);

    public IReadOnlyList<BlocDeChiffres> Tous() =>
    [
        Totaux(),
        Evolution(),
        Types(),
        Repartition("durees", [.. Durees.Codes.Select((c, i) => (CritereDeStatistiques.Duree.Liste!.Libelle(c)!, _i.TranchesDeDuree[i]))]),
        Liste("types_de_lieu", Listes.TypesDeLieu, _i.TypesDeLieu),
        Repartition("thematiques", [.. Thematiques.Mediation.Termes.Select((t, i) => (t.Libelle, _i.Themes[i]))], plusieurs: true),
        Repartition("thematiques_administratives", [.. Thematiques.Administratives.Termes.Select((t, i) => (t.Libelle, _i.Themes[Thematiques.Mediation.Termes.Count + i]))], plusieurs: true),
        Repartition("materiels", [.. Listes.Materiels.Termes.Select((t, i) => (t.Libelle, _i.Materiels[i]))], plusieurs: true),
        Posture(),
        Personnes("motifs", DUnSeul ? "posture_d_un_seul" : null, SansNonDit(Listes.MotifsALaPlace, _i.Motifs), masquage != Masquage.Aucun),
        Liste("situations", Listes.Situations, _i.Situations),
        Repartition("autonomies", NonDit(Listes.Autonomies, _i.Autonomies), masquer: masquage != Masquage.Aucun),
        Liste("niveaux", Listes.NiveauxDAtelier, _i.Niveaux),
        Repartition("orientations", SansNonDit(Listes.StructuresDeRedirection, _i.Redirections)),
        Public("genres", Listes.Genres, _i.Genres),
        Public("ages", Listes.Ages, _i.Ages),
        Public("statuts", Listes.Statuts, _i.Statuts),
        Residences(),
        Endroits("lieux", _i.ParLieu, noms.Lieu),
        Endroits("communes", _i.ParCommune, noms.Commune),
        .. niveau is NiveauDePerimetre.Nation or NiveauDePerimetre.Structure or NiveauDePerimetre.Equipe ? [Endroits("departements", _i.ParDepartement, noms.Departement)] : (BlocDeChiffres[])[],
        .. noms.Etiquette is { } etiquette ? [Etiquettes(etiquette)] : (BlocDeChiffres[])[],
        QuiACompte(),
    ];

    private BlocDeChiffres Totaux()
    {
        var avant = chiffres.Precedents;
        LigneDeChiffres Ligne(string cle, Func<Indicateurs, long> lire)
        {
            var (maintenant, jadis) = (lire(_i), avant is null ? (long?)null : lire(avant));
            return new(cle,
            [
                maintenant,
                jadis is { } j ? j : NonComparable,
                jadis is { } k ? maintenant - k : NonComparable,
                jadis is > 0 and { } l ? new ValeurDeChiffre((maintenant - l) / (double)l) : NonComparable,
            ], cle);
        }

        // What was done isn't who people are: a small number of workshops is shown to anybody, a small number of people who are followed isn't. Those without a
        // name are the others: one gives the other away.
        LigneDeChiffres Discrete(LigneDeChiffres ligne, params ReadOnlySpan<Func<Indicateurs, long>> nombres)
        {
            var petit = false;
            foreach (var lire in nombres)
            {
                petit |= Petit(lire(_i)) || (avant is not null && Petit(lire(avant)));
            }

            return petit && masquage != Masquage.Aucun ? Masquee(ligne) : ligne;
        }

        var nouvelles = new LigneDeChiffres("total.nouvelles", [chiffres.PersonnesNouvelles, NonComparable, NonComparable, NonComparable], "total.nouvelles");
        LigneDeChiffres[] lignes =
        [
            Ligne("total.accompagnements", i => i.Accompagnements),
            Ligne("total.activites", i => i.Activites),
            Ligne("total.individuels", i => i.Individuels),
            Ligne("total.ateliers", i => i.Ateliers),
            Ligne("total.participants", i => i.Participants),
            Ligne("total.coordinations", i => i.Coordinations),
            Ligne("total.minutes", i => i.Minutes),
            Discrete(Ligne("total.anonymes", i => i.SansNom), i => i.SansNom, i => i.Suivies),
            Discrete(Ligne("total.suivis", i => i.Suivies), i => i.SansNom, i => i.Suivies),
            Discrete(Ligne("total.personnes", i => i.Personnes.Distinctes), i => i.Personnes.Distinctes),
            // Who is new depends on all that came before: the period before has its own, that isn't counted here.
            Discrete(nouvelles, _ => chiffres.PersonnesNouvelles, i => i.Personnes.Distinctes),
            Discrete(Ligne("total.anonymes_nouvelles", i => i.SansNomNouvelles), i => i.SansNomNouvelles),
            Ligne("total.orientees", i => i.Orientees),
        ];
        return new()
        {
            Cle = "totaux",
            Forme = FormeDeBloc.Tableau,
            Colonnes = ["periode", "precedente", "difference", "evolution"],
            Lignes = lignes,
            Notes = lignes.Any(l => l.Valeurs[0].Mot == ValeurDeChiffre.Masque) ? ["petits_nombres_de_personnes"] : [],
        };
    }

    private BlocDeChiffres Evolution()
    {
        var sommes = new SortedDictionary<DateOnly, Mesures>();
        for (var debut = PeriodesDeStatistiques.Debut(demande.Pas, demande.Du); debut <= demande.Au; debut = PeriodesDeStatistiques.Suivant(demande.Pas, debut))
        {
            sommes.Add(debut, default);
        }

        foreach (var (jour, mesures) in _i.ParJour)
        {
            sommes[PeriodesDeStatistiques.Debut(demande.Pas, jour)] += mesures;
        }

        return new()
        {
            Cle = $"evolution_{demande.Pas.Replace('-', '_')}",
            Forme = FormeDeBloc.Courbe,
            Colonnes = [Accompagnements, Activites, Minutes],
            Lignes = Masquer([.. sommes.Select(s => new LigneDeChiffres(Libelle(demande.Pas, s.Key), [s.Value.Accompagnements, s.Value.Activites, s.Value.Minutes], $"{demande.Pas}:{s.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"))], masquage == Masquage.Tout),
            Notes = masquage == Masquage.Tout ? ["petits_nombres"] : [],
        };
    }

    /// <summary>« 3 novembre », « semaine du 3 novembre 2026 », « novembre 2026 », « 2026-2027 ».</summary>
    internal static string Libelle(string pas, DateOnly debut) => pas switch
    {
        "jour" => debut.EnMots("d MMM yyyy", CultureInfo.CurrentCulture),
        "semaine" => debut.EnMots("d MMM yyyy", CultureInfo.CurrentCulture),
        "mois" => debut.EnMots("MMM yyyy", CultureInfo.CurrentCulture),
        _ => $"{debut.Year}-{debut.Year + 1}",
    };

    private BlocDeChiffres Types()
    {
        var total = _i.Activites;
        return new()
        {
            Cle = "types",
            Forme = FormeDeBloc.Barres,
            Colonnes = [Accompagnements, Activites, Part],
            Lignes = [.. TypesDActivite.Tous.Where(t => t.Mediation || _i.ActivitesParType[(int)t.Type] > 0).Select(t => new LigneDeChiffres(t.Libelle, [_i.AccompagnementsParType[(int)t.Type], _i.ActivitesParType[(int)t.Type], ValeurDeChiffre.Part(_i.ActivitesParType[(int)t.Type], total)]))],
            Notes = ["part_des_activites"],
        };
    }

    private BlocDeChiffres Posture() => DUnSeul
        ? new() { Cle = "posture", Forme = FormeDeBloc.Posture, Colonnes = [Part], Absent = "posture_d_un_seul" }
        : _i.Posture is { } p && !(masquage == Masquage.Tout && Petit(_i.Accompagnements))
            ? new()
            {
                Cle = "posture",
                Forme = FormeDeBloc.Posture,
                Colonnes = [Part],
                Lignes =
                [
                    new("posture.a_la_place", [new(p.ALaPlace / 100.0)], "posture.a_la_place"), new("posture.avec", [new(p.Avec / 100.0)], "posture.avec"), new("posture.faire", [new(p.Faire / 100.0)], "posture.faire"),
                    new("posture.connue", [ValeurDeChiffre.Part(_i.MinutesDePosture, _i.Minutes)], "posture.connue"),
                ],
                Notes = ["posture"],
            }
            : new() { Cle = "posture", Forme = FormeDeBloc.Posture, Colonnes = [Part], Absent = "posture_inconnue" };

    private BlocDeChiffres Residences()
    {
        var lignes = Rang(_i.ParResidence, noms.Commune, m => m.Accompagnements > 0);
        return DUnSeul
            ? new() { Cle = "residences", Forme = FormeDeBloc.Barres, Colonnes = [Accompagnements], Absent = "public_d_un_seul" }
            : Couper(new()
            {
                Cle = "residences",
                Forme = FormeDeBloc.Barres,
                Colonnes = [Accompagnements],
                Lignes = Masquer([.. lignes.Select(l => new LigneDeChiffres(l.Nom, [l.Mesures.Accompagnements], l.Cle))], masquage != Masquage.Aucun),
                Notes = ["residences", .. masquage != Masquage.Aucun ? ["petits_nombres"] : (string[])[]],
            });
    }

    private BlocDeChiffres Endroits(string cle, Dictionary<string, Mesures> mesures, Func<string, string?> nom) => Couper(new()
    {
        Cle = cle,
        Forme = FormeDeBloc.Barres,
        Colonnes = [Accompagnements, Activites, Minutes],
        Lignes = Masquer([.. Rang(mesures, nom, m => m.Activites > 0).Select(l => new LigneDeChiffres(l.Nom, [l.Mesures.Accompagnements, l.Mesures.Activites, l.Mesures.Minutes], l.Cle))], masquage == Masquage.Tout),
        Notes = masquage == Masquage.Tout ? ["petits_nombres"] : [],
    });

    private BlocDeChiffres Etiquettes(Func<Guid, (Guid Id, string Nom)?> nom)
    {
        // A joined label is counted with what it became; the acts that have both are counted twice, and the note says that an act has several.
        var lignes = _i.ParEtiquette.Select(e => (Nom: nom(e.Key), e.Value)).Where(e => e.Nom is not null).GroupBy(e => e.Nom!.Value.Id)
            .Select(g => (g.First().Nom!.Value.Nom, Mesures: g.Aggregate(default(Mesures), (s, e) => s + e.Value))).Where(l => l.Mesures.Activites > 0)
            .OrderByDescending(l => l.Mesures.Accompagnements).ThenBy(l => l.Nom, StringComparer.CurrentCulture);
        return Couper(new()
        {
            Cle = "etiquettes",
            Forme = FormeDeBloc.Barres,
            Colonnes = [Accompagnements, Activites],
            Lignes = Masquer([.. lignes.Select(l => new LigneDeChiffres(l.Nom, [l.Mesures.Accompagnements, l.Mesures.Activites]))], masquage != Masquage.Aucun),
            Notes = [.. _i.ParEtiquette.Count > 0 ? ["plusieurs"] : (string[])[], .. masquage != Masquage.Aucun ? ["petits_nombres"] : (string[])[]],
        });
    }

    private BlocDeChiffres QuiACompte() => new()
    {
        Cle = "qui_a_compte",
        Forme = FormeDeBloc.Tableau,
        Colonnes = [Activites],
        Lignes =
        [
            .. niveau == NiveauDePerimetre.Mediateur ? [] : (LigneDeChiffres[])[new("compte.auteurs", [_i.Auteurs], "compte.auteurs"), new("compte.organisations", [_i.Organisations], "compte.organisations")],
            .. Origines.Codes.Select((c, i) => new LigneDeChiffres(CritereDeStatistiques.Origine.Liste!.Libelle(c)!, [_i.Origines[i]], $"origine.{c}")),
        ],
    };

    private BlocDeChiffres Liste(string cle, Nomenclature liste, long[] valeurs) => Repartition(cle, NonDit(liste, valeurs));

    // By code plus one, 0 is « not said »: said last, and only when there is some.
    private static IReadOnlyList<(string, long)> NonDit(Nomenclature liste, long[] valeurs) =>
        [.. liste.Termes.Select((t, i) => (t.Libelle, valeurs[i + 1])), .. valeurs[0] > 0 ? [(NonRenseigne, valeurs[0])] : ((string, long)[])[]];

    private static IReadOnlyList<(string, long)> SansNonDit(Nomenclature liste, long[] valeurs) => [.. liste.Termes.Select((t, i) => (t.Libelle, valeurs[i + 1]))];

    private const string NonRenseigne = "non_renseigne";

    private BlocDeChiffres Repartition(string cle, IReadOnlyList<(string Libelle, long Valeur)> valeurs, bool plusieurs = false, bool masquer = false)
    {
        var tout = plusieurs ? _i.Accompagnements : valeurs.Sum(v => v.Valeur);
        masquer |= masquage == Masquage.Tout;
        return new()
        {
            Cle = cle,
            Forme = FormeDeBloc.Barres,
            Colonnes = [Accompagnements, Part],
            Lignes = Masquer([.. valeurs.Select(v => new LigneDeChiffres(v.Libelle, [v.Valeur, ValeurDeChiffre.Part(v.Valeur, tout)], v.Libelle == NonRenseigne ? NonRenseigne : null))], masquer),
            Notes = [.. plusieurs && valeurs.Any(v => v.Valeur > 0) ? ["plusieurs"] : (string[])[], .. masquer ? ["petits_nombres"] : (string[])[]],
        };
    }

    private BlocDeChiffres Personnes(string cle, string? absent, IReadOnlyList<(string Libelle, long Valeur)> valeurs, bool masquer) =>
        absent is null ? Repartition(cle, valeurs, masquer: masquer) : new() { Cle = cle, Forme = FormeDeBloc.Barres, Colonnes = [Accompagnements, Part], Absent = absent };

    private BlocDeChiffres Public(string cle, Nomenclature liste, long[] valeurs)
    {
        if (DUnSeul)
        {
            return new() { Cle = cle, Forme = FormeDeBloc.Barres, Colonnes = [Accompagnements, Part], Absent = "public_d_un_seul" };
        }

        var tout = valeurs.Sum();
        var lignes = liste.Termes.Select((t, i) => new LigneDeChiffres(t.Libelle, [valeurs[i], ValeurDeChiffre.Part(valeurs[i], tout)])).ToList();
        return new()
        {
            Cle = cle,
            Forme = FormeDeBloc.Barres,
            Colonnes = [Accompagnements, Part],
            Lignes = Masquer(lignes, masquage != Masquage.Aucun),
            Notes = [cle == "ages" ? "ages" : "publics", .. masquage != Masquage.Aucun ? ["petits_nombres"] : (string[])[]],
        };
    }

    // The first column decides; what isn't shown of it is shown of none.
    private static IReadOnlyList<LigneDeChiffres> Masquer(IReadOnlyList<LigneDeChiffres> lignes, bool masquer)
    {
        if (!masquer)
        {
            return lignes;
        }

        var montrees = ListeMasquee.De([.. lignes.Select(l => (int)Math.Clamp(l.Valeurs[0].Nombre ?? 0, 0, int.MaxValue))]).Valeurs;
        return [.. lignes.Select((l, i) => montrees[i] is null ? Masquee(l) : l)];
    }

    private static LigneDeChiffres Masquee(LigneDeChiffres ligne) => ligne with { Valeurs = [.. ligne.Valeurs.Select(_ => new ValeurDeChiffre(null, ValeurDeChiffre.Masque))] };

    private static bool Petit(long nombre) => nombre is > 0 and < ListeMasquee.Seuil;

    private static IEnumerable<(string Nom, Mesures Mesures, string? Cle)> Rang(Dictionary<string, Mesures> mesures, Func<string, string?> nom, Func<Mesures, bool> garder) => mesures
        .Where(m => garder(m.Value) && m.Key != BlocDeFaits.Aucun)
        .Select(m => (Nom: nom(m.Key) ?? m.Key, m.Value, (string?)null))
        .GroupBy(m => m.Nom, StringComparer.Ordinal)
        .Select(g => (Nom: g.Key, Mesures: g.Aggregate(default(Mesures), (s, m) => s + m.Value), Cle: (string?)null))
        .OrderByDescending(m => m.Mesures.Accompagnements).ThenBy(m => m.Nom, StringComparer.CurrentCulture)
        .Concat(mesures.TryGetValue(BlocDeFaits.Aucun, out var sans) && garder(sans) ? [("sans_endroit", sans, "sans_endroit")] : []);

    private BlocDeChiffres Couper(BlocDeChiffres bloc) => bloc.Lignes.Count <= lignesMax
        ? bloc
        : bloc with { Lignes = [.. bloc.Lignes.Take(lignesMax)], Notes = ["coupe", .. bloc.Notes] };
}
