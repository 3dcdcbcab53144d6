using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Tests.Support.Accompagnement;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Statistiques;

/// <summary>Figures are those of a plain count, in any order, by any parts, whatever is asked for.</summary>
public class DenombrementTests
{
    private static readonly FiltreDeFaits Tout = new() { Du = new(1970, 1, 1), Au = new(2100, 1, 1) };

    [Fact]
    public void Les_colonnes_comptent_comme_un_compte_a_la_main() => PourTout((hasard, faits) =>
    {
        for (var f = 0; f < 10; f++)
        {
            var filtre = hasard.Filtre();
            Egaux(Compter(filtre, BlocDeFaits.De(faits)), RecompteNaif.Compter(faits, filtre));
        }
    });

    [Fact]
    public void Sans_filtre_tout_est_compte() => PourTout((_, faits) =>
    {
        var i = Compter(Tout, BlocDeFaits.De(faits));
        Egaux(i, RecompteNaif.Compter(faits, Tout));
        Assert.Equal(faits.Count, i.Activites);
        Assert.Equal(i.Accompagnements, i.SansNom + i.Suivies);
        // Parts are the whole, for what has one value only.
        Assert.All((long[][])[i.TypesDeLieu, i.TranchesDeDuree, i.Situations, i.Genres, i.Ages, i.Statuts], parts => Assert.Equal(i.Accompagnements, parts.Sum()));
        Assert.Equal(i.Participants, i.Niveaux.Sum());
        Assert.Equal(i.MinutesDePosture * 100, i.PartALaPlace + i.PartAvec + i.PartFaire);
        Assert.Equal(i.Activites, i.Origines.Sum());
        Assert.All((IEnumerable<Mesures>[])[i.ParLieu.Values, i.ParCommune.Values, i.ParDepartement.Values, i.ParOrganisation.Values, i.ParResidence.Values, i.ParJour.Values],
            lignes => Assert.Equal(new Mesures(i.Activites, i.Accompagnements, i.Minutes), lignes.Aggregate(default(Mesures), (a, b) => a + b)));
    });

    [Fact]
    public void La_somme_des_mois_est_le_total() => PourTout((hasard, faits) =>
    {
        var filtre = hasard.Filtre();
        var total = Compter(filtre, BlocDeFaits.De(faits));
        var somme = new Indicateurs();
        for (var mois = new DateOnly(filtre.Du.Year, filtre.Du.Month, 1); mois <= filtre.Au; mois = mois.AddMonths(1))
        {
            var fin = mois.AddMonths(1).AddDays(-1);
            Denombrement.Reunir(somme, Compter(filtre with { Du = Max(mois, filtre.Du), Au = fin < filtre.Au ? fin : filtre.Au }, BlocDeFaits.De(faits)));
        }

        Egaux(somme, total);
    });

    [Fact]
    public void L_ordre_et_le_decoupage_ne_changent_rien() => PourTout((hasard, faits) =>
    {
        var filtre = hasard.Filtre();
        var compte = new Compte(filtre, null, Tout with { Au = new(1970, 1, 1) });
        compte.AjouterEnParallele([.. hasard.Melanger(faits).Chunk(7).Select(BlocDeFaits.De)]);
        Egaux(compte.Finir().Indicateurs, RecompteNaif.Compter(faits, filtre));
    });

    // What a page shows: months, less what changed since, plus what it is.
    [Fact]
    public void Ce_qui_a_change_s_enleve_puis_s_ajoute() => PourTout((hasard, faits) =>
    {
        var corriges = faits.Select((f, i) => i % 3 == 0 ? hasard.Fait() : f).ToList();
        corriges.RemoveAll(f => corriges.IndexOf(f) % 5 == 4);
        var apres = corriges.Except(faits, ReferenceEqualityComparer.Instance).Cast<Fait>().ToList();
        var avant = faits.Except(corriges, ReferenceEqualityComparer.Instance).Cast<Fait>().ToList();
        var filtre = hasard.Filtre();
        var i = Compter(filtre, BlocDeFaits.De(faits));
        Denombrement.Ajouter(i, BlocDeFaits.De(avant), filtre, -1);
        Denombrement.Ajouter(i, BlocDeFaits.De(apres), filtre);
        Egaux(i, RecompteNaif.Compter(corriges, filtre));
    });

    [Fact]
    public void Un_bloc_ecrit_puis_relu_est_le_meme() => PourTout((hasard, faits) =>
    {
        var octets = EcritureDeBloc.Ecrire(BlocDeFaits.De(faits));
        var relu = EcritureDeBloc.Lire(octets);
        Assert.Equal(octets, EcritureDeBloc.Ecrire(relu));
        var filtre = hasard.Filtre();
        Egaux(Compter(filtre, relu), RecompteNaif.Compter(faits, filtre));
    });

    // Damaged bytes are refused, without asking for all the memory.
    [Fact]
    public void Des_octets_abimes_sont_refuses() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).Zip(Gen.Choose(0, 200)).ToArbitrary(),
        tirage =>
        {
            var octets = EcritureDeBloc.Ecrire(BlocDeFaits.De(new FaitsAuHasard(tirage.Item1).Faits(5)));
            Assert.Throws<InvalidDataException>(() => EcritureDeBloc.Lire(octets[..Math.Min(tirage.Item2, octets.Length - 1)]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Un_autre_format_est_refait_jamais_devine() => Assert.Throws<InvalidDataException>(() => EcritureDeBloc.Lire([9, 0, 0, 0, 0]));

    [Fact]
    public void Qui_etait_deja_venu_n_est_pas_nouveau()
    {
        Fait Venue(string jour, params int[] qui) => new()
        {
            Auteur = Guid.Empty,
            Organisation = Guid.Empty,
            Type = TypeDActivite.Individuel,
            Jour = DateOnly.Parse(jour, System.Globalization.CultureInfo.InvariantCulture),
            Duree = 30,
            Suivies = qui.Length,
            Origine = OrigineDActivite.Saisie,
            Personnes = [.. qui.Select(q => new PersonneDuFait(q, null, null, null))],
        };
        var perimetre = new Perimetre { Niveau = NiveauDePerimetre.Nation };
        var filtre = new FiltreDeFaits { Du = new(2026, 2, 1), Au = new(2026, 2, 28) };
        var compte = new Compte(perimetre.Borner(filtre), null, perimetre.Avant(filtre.Du));
        compte.Ajouter(BlocDeFaits.De([Venue("2026-01-31", 1), Venue("2026-02-01", 1, 2), Venue("2026-02-28", 3), Venue("2026-03-01", 4)]), 1);
        var chiffres = compte.Finir();
        Assert.Equal(3, chiffres.Indicateurs.Personnes.Distinctes);
        Assert.Equal(2, chiffres.PersonnesNouvelles);
    }

    [Fact]
    public void Un_critere_inconnu_ne_compte_rien()
    {
        var faits = new FaitsAuHasard(1).Faits(50);
        Assert.Equal(0, Compter(Tout with { TypesDeLieu = System.Collections.Frozen.FrozenSet.Create("lune") }, BlocDeFaits.De(faits)).Activites);
        Assert.Equal(0, Compter(Tout with { ThematiquesDeMediation = System.Collections.Frozen.FrozenSet.Create("lune") }, BlocDeFaits.De(faits)).Activites);
        Assert.Equal(0, Compter(Tout with { Auteurs = System.Collections.Frozen.FrozenSet<Guid>.Empty }, BlocDeFaits.De(faits)).Activites);
        Assert.Equal(0, Compter(Tout with { Types = System.Collections.Frozen.FrozenSet<TypeDActivite>.Empty }, BlocDeFaits.De(faits)).Activites);
    }

    private static Indicateurs Compter(FiltreDeFaits filtre, BlocDeFaits bloc)
    {
        var total = new Indicateurs();
        Denombrement.Ajouter(total, bloc, filtre);
        return total;
    }

    private static void Egaux(Indicateurs eux, Indicateurs voulus) => Assert.Empty(EcartsDIndicateurs.Entre(eux, voulus));

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;

    private static void PourTout(Action<FaitsAuHasard, List<Fait>> propriete) => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).Zip(Gen.Choose(0, 120)).ToArbitrary(),
        tirage =>
        {
            var hasard = new FaitsAuHasard(tirage.Item1);
            propriete(hasard, hasard.Faits(tirage.Item2));
        }).QuickCheckThrowOnFailure();
}
