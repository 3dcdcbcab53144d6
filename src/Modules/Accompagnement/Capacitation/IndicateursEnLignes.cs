using System.Globalization;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Accompagnement.Ressources;

namespace FaireAvec.Accompagnement.Capacitation;

/// <summary>The figures as a table: each with its number of people, its interval, its days and how it is made. What is hidden on the screen is hidden here.</summary>
internal static class IndicateursEnLignes
{
    public static IEnumerable<IEnumerable<string?>> De(Indicateurs i, IReadOnlyList<PorteeDUnPublic> portees, IReadOnlyList<CoutDuneEquipe> couts, Func<string, string> configuration)
    {
        yield return ["indicateur", "valeur", "bas", "haut", "effectif", "du", "au", "calcul"];
        string?[] Ligne(string nom, string? valeur, string? bas, string? haut, string? effectif, string calcul) => [nom, valeur ?? MotsCapacitation.Francais("Chiffres.Masque"), bas, haut, effectif, i.Du.ToString("O", CultureInfo.InvariantCulture), i.Au.ToString("O", CultureInfo.InvariantCulture), calcul];

        if (i is { PostureMontree: true, Posture: { } p })
        {
            var calcul = MotsCapacitation.Francais("Chiffres.Posture.Calcul");
            yield return Ligne("part_a_la_place", N(p.Parts.ALaPlace / 100.0), null, null, E(p.Actes), calcul);
            yield return Ligne("part_avec", N(p.Parts.Avec / 100.0), null, null, E(p.Actes), calcul);
            yield return Ligne("part_faire_faire", N(p.Parts.Faire / 100.0), null, null, E(p.Actes), calcul);
        }

        if (i.Gain is { Moyenne: { } moyenne } g)
        {
            var calcul = MotsCapacitation.Francais("Chiffres.Gain.Calcul", Reechantillonnage.Tirages, Reechantillonnage.Graine);
            yield return Ligne("gain_moyen", N(moyenne), N(g.Bas), N(g.Haut), E(g.Effectif), calcul);
            if (!i.DEquipe || !ListeMasquee.Petit(g.SansSortie))
            {
                yield return Ligne("gain_moyen_avec_les_perdues_de_vue_a_zero", N(g.Prudente), N(g.EntrePrudente?.Bas), N(g.EntrePrudente?.Haut), E(g.Effectif + g.SansSortie), calcul);
            }
        }

        if (i.DurableMontre)
        {
            var entre = i.Durable.Taux.Intervalle;
            yield return Ligne("autonomie_durable", N(i.Durable.Taux.Valeur), N(entre?.Bas), N(entre?.Haut), E(i.Durable.Taux.Effectif), MotsCapacitation.Francais("Chiffres.Durable.Calcul"));
        }

        foreach (var r in i.Retours)
        {
            var entre = r.Revenues.Intervalle;
            yield return Ligne($"est_revenue_pour : {r.Demarche}", N(r.Revenues.Valeur), N(entre?.Bas), N(entre?.Haut), E(r.Revenues.Effectif), MotsCapacitation.Francais("Chiffres.Retours.Calcul"));
        }

        foreach (var (nom, nombre) in ((string[])["venues_une_fois", "venues_deux_ou_trois_fois", "venues_quatre_fois_ou_plus"]).Zip(i.Venues.Valeurs))
        {
            yield return Ligne(nom, nombre is { } n ? E(n) : null, null, null, i.Venues.Total is { } t ? E(t) : null, MotsCapacitation.Francais("Chiffres.Venues.Calcul"));
        }

        if (i.Heures is { Minutes: > 0, Valeur: { } heures } h)
        {
            yield return Ligne("heures_par_savoir_faire_acquis", N(heures), N(h.Intervalle?.Bas), N(h.Intervalle?.Haut), E(h.AApprendre), MotsCapacitation.Francais("Chiffres.Heures.Calcul"));
        }

        foreach (var c in i.Capacitances)
        {
            yield return Ligne($"gain_median : {configuration(c.Configuration)}", N(c.Mediane), N(c.Bas), N(c.Haut), E(c.Effectif), MotsCapacitation.Francais("Chiffres.Capacitance.Calcul", Reechantillonnage.Tirages, Reechantillonnage.Graine));
            if (c is { MedianeDesApparies: { } apparies, MedianeDesSemblables: { } semblables })
            {
                yield return Ligne($"gain_median_compare : {configuration(c.Configuration)}", N(apparies), N(c.EntreApparies?.Bas), N(c.EntreApparies?.Haut), E(c.Apparies), MotsCapacitation.Francais("Chiffres.Capacitance.Calcul", Reechantillonnage.Tirages, Reechantillonnage.Graine));
                yield return Ligne($"gain_median_des_semblables : {configuration(c.Configuration)}", N(semblables), N(c.EntreSemblables?.Bas), N(c.EntreSemblables?.Haut), E(c.Semblables), MotsCapacitation.Francais("Chiffres.Capacitance.Calcul", Reechantillonnage.Tirages, Reechantillonnage.Graine));
            }
        }

        foreach (var p0 in portees)
        {
            var nom = $"portee_prioritaire : {MotsCapacitation.Francais($"Public.{p0.Part.Public}")}, {p0.Part.Territoire} ({p0.Part.Source})";
            yield return Ligne(nom, N(p0.Portee?.Valeur), N(p0.Portee?.Intervalle?.Bas), N(p0.Portee?.Intervalle?.Haut), p0.Portee is { } touche ? E(touche.Touches.Effectif) : null, MotsCapacitation.Francais("Chiffres.Portee.Calcul"));
        }

        foreach (var (c, ligne, effectif) in couts.SelectMany(c => c.Lignes.Zip(c.Effectifs.Valeurs, (l, n) => (c, l, n))))
        {
            yield return [$"cout_par_gain_euros : {c.Equipe}, {MotsCapacitation.Francais($"Chiffres.Depart.{ligne.Depart}")}", effectif is null || ligne.Centimes is null ? MotsCapacitation.Francais("Chiffres.Masque") : N(ligne.Centimes / 100.0), effectif is null ? null : N(ligne.Bas / 100.0), effectif is null ? null : N(ligne.Haut / 100.0), effectif is { } n ? E(n) : null, c.Cout.Du.ToString("O", CultureInfo.InvariantCulture), c.Cout.Au.ToString("O", CultureInfo.InvariantCulture), MotsCapacitation.Francais("Chiffres.Cout.Calcul")];
        }

        foreach (var (etat, nombre) in Enum.GetValues<EtatDeParcours>().Zip(i.Etats.Valeurs))
        {
            yield return Ligne($"parcours : {MotsCapacitation.Francais($"Etat.{etat}")}", nombre is { } n ? E(n) : null, null, null, i.Etats.Total is { } t ? E(t) : null, "");
        }
    }

    private static string? N(double? valeur) => valeur?.ToString("0.####", CultureInfo.InvariantCulture);

    private static string E(int effectif) => effectif.ToString(CultureInfo.InvariantCulture);
}
