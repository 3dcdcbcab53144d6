using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Kernel.Resultats;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Statistiques;

/// <summary>What an address asks for: read in bounded time, refused with a sentence, written back to the same address.</summary>
public sealed class DemandeDeStatistiquesTests
{
    private static readonly DateOnly Aujourdhui = new(2026, 11, 26);

    [Theory]
    [InlineData("jour", "2026-11-26")]
    [InlineData("semaine", "2026-11-23")]
    [InlineData("mois", "2026-11-01")]
    [InlineData("trimestre", "2026-10-01")]
    [InlineData("annee", "2026-01-01")]
    [InlineData("annee-scolaire", "2026-09-01")]
    public void Une_periode_nommee_va_jusqu_a_aujourd_hui(string code, string du)
    {
        var demande = Lire(("periode", code)).Valeur;
        Assert.Equal((DateOnly.Parse(du, System.Globalization.CultureInfo.InvariantCulture), Aujourdhui), (demande.Du, demande.Au));
    }

    [Fact]
    public void Sans_rien_c_est_ce_mois_et_le_mois_dernier_est_entier()
    {
        Assert.Equal(new DateOnly(2026, 11, 1), Lire().Valeur.Du);
        var dernier = Lire(("periode", "mois-dernier")).Valeur;
        Assert.Equal((new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 31)), (dernier.Du, dernier.Au));
        Assert.Equal(new DateOnly(2025, 9, 1), PeriodesDeStatistiques.Lire("annee-scolaire", new(2026, 8, 31)).Du);
    }

    [Theory]
    [InlineData("annee", "2026-06-30", "2026-01-01")]
    [InlineData("mois", "2026-11-10", "2026-11-01")]
    [InlineData("", "2026-11-10", "2026-11-01")]
    [InlineData("mois", "2026-10-10", "2026-10-10")]
    [InlineData("annee-scolaire", "2026-12-31", "2026-09-01")]
    public void Le_dernier_jour_seul_garde_le_premier_de_la_periode_s_il_vient_avant(string periode, string au, string du)
    {
        var demande = Lire(("periode", periode), ("au", au)).Valeur;
        Assert.Equal((du, au), ($"{demande.Du:yyyy-MM-dd}", $"{demande.Au:yyyy-MM-dd}"));
    }

    [Fact]
    public void La_periode_d_avant_est_aussi_longue_et_finit_la_veille()
    {
        var demande = Lire(("du", "2026-03-01"), ("au", "2026-03-10")).Valeur;
        Assert.Equal((new DateOnly(2026, 2, 19), new DateOnly(2026, 2, 28)), demande.Avant);
    }

    [Theory]
    [InlineData("ACC-640", "du", "2026-03-02", "au", "2026-03-01")]
    [InlineData("ACC-641", "du", "1999-12-31", "au", "2026-03-01")]
    [InlineData("ACC-641", "du", "2000-01-01", "au", "2026-03-01")]
    [InlineData("ACC-641", "du", "2026-03-01", "au", "2099-03-01")]
    [InlineData("ACC-642", "du", "2026-02-30", "au", "2026-03-01")]
    [InlineData("ACC-642", "du", "hier", "pas", "mois")]
    [InlineData("ACC-643", "periode", "siecle", "pas", "mois")]
    [InlineData("ACC-643", "pas", "heure", "periode", "mois")]
    [InlineData("ACC-643", "type", "individuel", "type", "magie")]
    [InlineData("ACC-643", "demarches", "peut-etre", "periode", "mois")]
    [InlineData("ACC-643", "etiquette", "pas-un-id", "periode", "mois")]
    [InlineData("ACC-645", "pas", "mois", "pas", "jour")]
    [InlineData("ACC-647", "mediateur", "01a21000-0000-7000-8000-0000000000b7", "periode", "mois")]
    public void Ce_qui_ne_va_pas_a_sa_phrase(string code, string nom1, string valeur1, string nom2, string valeur2) =>
        Assert.Contains(Lire((nom1, valeur1), (nom2, valeur2)).Erreurs, e => e.Code == code);

    [Fact]
    public void Dix_mille_valeurs_sont_refusees_et_cent_sont_lues()
    {
        Assert.Equal("ACC-644", Lire([.. Enumerable.Range(0, 10_000).Select(i => ("lieu", $"lieu_{i}"))]).Erreur!.Code);
        Assert.Equal(100, Lire([.. Enumerable.Range(0, 100).Select(i => ("lieu", $"lieu_{i}"))]).Valeur.De(CritereDeStatistiques.Lieu).Count);
        Assert.Equal("ACC-643", Lire(("lieu", new string('a', 5_000))).Erreur!.Code);
    }

    [Theory]
    [InlineData(NiveauDePerimetre.Equipe, "personne")]
    [InlineData(NiveauDePerimetre.Nation, "personne")]
    [InlineData(NiveauDePerimetre.Structure, "etiquette")]
    [InlineData(NiveauDePerimetre.Equipe, "structure")]
    [InlineData(NiveauDePerimetre.Lieu, "lieu")]
    internal void Chaque_niveau_a_ses_filtres(NiveauDePerimetre niveau, string nom)
    {
        var lue = DemandeDeStatistiques.Lire(n => n == nom ? ["01a21000-0000-7000-8000-0000000000b7"] : [], niveau, Aujourdhui);
        Assert.Equal("ACC-646", lue.Erreur!.Code);
    }

    [Fact]
    public void Tous_les_filtres_se_combinent_et_font_un_filtre_de_faits()
    {
        var (etiquette, personne) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var demande = Lire(
            ("du", "2026-01-01"), ("au", "2026-06-30"), ("type", "individuel"), ("type", "collectif"), ("thematique", "email"), ("administrative", "logement"), ("demarches", "oui"), ("type-de-lieu", "domicile"), ("lieu", "l1"), ("commune", "42218"),
            ("departement", "42"), ("personne", personne.ToString()), ("etiquette", etiquette.ToString()), ("materiel", "tablette"), ("duree", "2_h_et_plus"), ("conseiller", "non"), ("rendez-vous", "oui"), ("origine", "hors_ligne")).Valeur;
        var filtre = demande.Filtre(precedente: false, l => [l, $"{l}-avant"], c => [c, "42000"], e => [e], new Dictionary<Guid, int> { [personne] = 7 });
        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30)), (filtre.Du, filtre.Au));
        Assert.Equal([TypeDActivite.Individuel, TypeDActivite.Collectif], filtre.Types!.Order());
        Assert.Equal(["42000", "42218"], filtre.Communes!.Order());
        // A place that took over from another one has the acts of both.
        Assert.Equal(["l1", "l1-avant"], filtre.Lieux!.Order());
        Assert.Equal((true, false, true), (filtre.Demarches, filtre.ConseillerNumerique, filtre.SurRendezVous));
        Assert.Equal([7], filtre.Personnes!);
        Assert.Equal([etiquette], filtre.Etiquettes!);
        Assert.Equal([3], filtre.TranchesDeDuree!);
        Assert.Equal([OrigineDActivite.HorsLigne], filtre.Origines!);
        Assert.Equal(new DateOnly(2025, 12, 31), demande.Filtre(precedente: true, l => [l], c => [c], e => [e], new Dictionary<Guid, int>()).Au);
        // Somebody who isn't followed has no number: nothing answers, rather than everything.
        Assert.Equal([-1], demande.Filtre(precedente: false, l => [l], c => [c], e => [e], new Dictionary<Guid, int>()).Personnes!);
    }

    [Fact]
    public void Oui_et_non_ensemble_c_est_tout() => Assert.Empty(Lire(("demarches", "oui"), ("demarches", "non")).Valeur.De(CritereDeStatistiques.Demarches));

    [Fact]
    public void Une_demande_se_relit_de_l_adresse_qu_elle_ecrit()
    {
        var valeurs = CritereDeStatistiques.Tous.Where(c => c.Liste is not null && c.PermisPour(NiveauDePerimetre.Mediateur)).SelectMany(c => c.Liste!.Codes.Select(v => (c.Nom, v))).ToArray();
        var gen = from choisies in Gen.SubListOf(valeurs)
                  from debut in Gen.Choose(0, 3_000)
                  from longueur in Gen.Choose(0, 2_000)
                  from nommee in Gen.Elements(PeriodesDeStatistiques.Codes.Prepend(""))
                  from pas in Gen.Elements(PeriodesDeStatistiques.Pas.Prepend(""))
                  let du = Aujourdhui.AddDays(-debut - longueur)
                  select ((string, string)[])
                  [
                      .. choisies, ("pas", pas), .. nommee.Length > 0 ? [("periode", nommee)] : ((string, string)[])[("du", $"{du:yyyy-MM-dd}"), ("au", $"{du.AddDays(longueur):yyyy-MM-dd}")],
                  ];
        Prop.ForAll(gen.ToArbitrary(), parametres =>
        {
            var une = Lire(parametres).Valeur;
            var autre = Lire([.. une.Parametres().Select(p => (p.Key, p.Value!))]).Valeur;
            return une with { Valeurs = autre.Valeurs } == autre && une.Parametres().SequenceEqual(autre.Parametres());
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Ce_qui_est_decoupe_couvre_la_periode_sans_trou()
    {
        var gen = from pas in Gen.Elements<string>([.. PeriodesDeStatistiques.Pas])
                  from debut in Gen.Choose(0, 7_000)
                  from longueur in Gen.Choose(0, 1_500)
                  select (Pas: pas, Du: new DateOnly(2005, 1, 1).AddDays(debut), Longueur: longueur);
        Prop.ForAll(gen.ToArbitrary(), c =>
        {
            var debut = PeriodesDeStatistiques.Debut(c.Pas, c.Du);
            for (var jour = c.Du; jour <= c.Du.AddDays(c.Longueur); jour = jour.AddDays(1))
            {
                var sien = PeriodesDeStatistiques.Debut(c.Pas, jour);
                if (sien != debut && sien != PeriodesDeStatistiques.Suivant(c.Pas, debut))
                {
                    return false;
                }

                debut = sien;
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }

    private static Resultat<DemandeDeStatistiques> Lire(params (string Nom, string Valeur)[] parametres) =>
        DemandeDeStatistiques.Lire(nom => [.. parametres.Where(p => p.Nom == nom).Select(p => p.Valeur)], NiveauDePerimetre.Mediateur, Aujourdhui);
}
