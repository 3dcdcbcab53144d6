using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Accompagnement.Statistiques;

namespace FaireAvec.Tests.Unit.Accompagnement.Statistiques;

/// <summary>Tables of figures: parts make the whole, small numbers of people are hidden and can't be found, one author's way of working isn't shown to others.</summary>
public sealed class BlocsDeStatistiquesTests
{
    private static readonly DateOnly Jour = new(2026, 10, 5);
    private static readonly DemandeDeStatistiques Octobre = new() { Du = new(2026, 10, 1), Au = new(2026, 10, 31), Pas = "semaine" };

    [Fact]
    public void Ses_propres_chiffres_sont_montres_en_entier()
    {
        var blocs = Blocs(NiveauDePerimetre.Mediateur, Masquage.Aucun, Acte(genre: "feminin"), Acte(genre: "feminin"), Acte(genre: "masculin"));
        Assert.Equal([1.0, 2.0, 0.0], Colonne(blocs, "genres"));
        Assert.Equal(3, blocs.Single(b => b.Cle == "totaux").Lignes.Single(l => l.Cle == "total.accompagnements").Valeurs[0].Nombre);
        Assert.DoesNotContain(blocs, b => b.Absent == "posture_d_un_seul");
    }

    [Fact]
    public void Pour_une_equipe_un_petit_nombre_de_personnes_est_cache_et_un_autre_avec_lui()
    {
        var deux = Guid.CreateVersion7();
        var blocs = Blocs(NiveauDePerimetre.Equipe, Masquage.Publics, [.. Enumerable.Range(0, 40).Select(i => Acte(genre: i < 3 ? "masculin" : "feminin", auteur: i % 2 == 0 ? deux : null))]);
        Assert.Equal([null, null, 0.0], Colonne(blocs, "genres"));
        // What was done isn't hidden.
        Assert.Equal(40, Colonne(blocs, "types").Max());
    }

    [Theory]
    [InlineData(NiveauDePerimetre.Equipe)]
    [InlineData(NiveauDePerimetre.Lieu)]
    [InlineData(NiveauDePerimetre.Structure)]
    [InlineData(NiveauDePerimetre.Nation)]
    internal void Un_seul_auteur_sa_posture_et_son_public_ne_sont_pas_montres(NiveauDePerimetre niveau)
    {
        var blocs = Blocs(niveau, Masquage.Publics, [.. Enumerable.Range(0, 40).Select(_ => Acte())]);
        foreach (var cle in (string[])["posture", "motifs", "genres", "ages", "statuts", "residences"])
        {
            var bloc = blocs.Single(b => b.Cle == cle);
            Assert.Empty(bloc.Lignes);
            Assert.EndsWith("_d_un_seul", bloc.Absent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Pour_tous_les_petits_nombres_disparaissent_partout_ou_l_on_voit_qui_sont_les_gens()
    {
        var blocs = Blocs(NiveauDePerimetre.Mediateur, Masquage.Tout, Acte(genre: "feminin"), Acte(genre: "masculin"));
        Assert.All(Colonne(blocs, "genres"), Assert.Null);
        Assert.All(Colonne(blocs, "lieux"), Assert.Null);
        Assert.All(blocs.Single(b => b.Cle == "totaux").Lignes.Where(l => l.Cle is "total.anonymes" or "total.suivis"), l => Assert.All(l.Valeurs, v => Assert.Null(v.Nombre)));
    }

    [Fact]
    public void Les_semaines_font_le_total_et_une_periode_sans_rien_est_a_zero()
    {
        var blocs = Blocs(NiveauDePerimetre.Mediateur, Masquage.Aucun, Acte(), Acte(jour: new(2026, 10, 31)));
        var semaines = blocs.Single(b => b.Cle == "evolution_semaine");
        Assert.Equal(5, semaines.Lignes.Count);
        Assert.Equal(2, semaines.Lignes.Sum(l => l.Valeurs[0].Nombre));
        Assert.Equal("semaine:2026-09-28", semaines.Lignes[0].Cle);
    }

    [Fact]
    public void La_comparaison_avec_rien_ne_fait_pas_un_pourcentage()
    {
        var (maintenant, avant) = (new Indicateurs(), new Indicateurs());
        Denombrement.Ajouter(maintenant, BlocDeFaits.De([Acte(), Acte()]), new FiltreDeFaits { Du = Octobre.Du, Au = Octobre.Au });
        Denombrement.Ajouter(avant, BlocDeFaits.De([Acte()]), new FiltreDeFaits { Du = Octobre.Du, Au = Octobre.Au });
        Ligne(new(maintenant, avant, 0), "total.accompagnements", 2, 1, 1, 1);
        Ligne(new(maintenant, new Indicateurs(), 0), "total.accompagnements", 2, 0, 2, null);
        Ligne(new(maintenant, null, 0), "total.accompagnements", 2, null, null, null);

        static void Ligne(Chiffres chiffres, string cle, params double?[] attendues) =>
            Assert.Equal(attendues, new BlocsDeStatistiques(chiffres, Octobre, NiveauDePerimetre.Mediateur, Masquage.Aucun, Noms, 30).Tous()[0].Lignes.Single(l => l.Cle == cle).Valeurs.Select(v => v.Nombre));
    }

    [Fact]
    public void A_plusieurs_valeurs_les_parts_depassent_le_tout_et_c_est_dit()
    {
        var themes = Blocs(NiveauDePerimetre.Mediateur, Masquage.Aucun, Acte(), Acte()).Single(b => b.Cle == "thematiques");
        Assert.Contains("plusieurs", themes.Notes);
        Assert.Equal(2, themes.Lignes.Sum(l => l.Valeurs[1].Nombre));
        // Nothing has several of nothing.
        Assert.DoesNotContain("plusieurs", Blocs(NiveauDePerimetre.Mediateur, Masquage.Aucun).Single(b => b.Cle == "thematiques").Notes);
        Assert.DoesNotContain("plusieurs", Blocs(NiveauDePerimetre.Mediateur, Masquage.Aucun, Acte()).Single(b => b.Cle == "materiels").Notes);
    }

    [Theory]
    [InlineData(Masquage.Aucun, true)]
    [InlineData(Masquage.Publics, false)]
    [InlineData(Masquage.Tout, false)]
    internal void Un_petit_nombre_de_personnes_suivies_n_est_montre_qu_a_qui_les_suit(Masquage masquage, bool montre)
    {
        var deux = Guid.CreateVersion7();
        var niveau = masquage == Masquage.Aucun ? NiveauDePerimetre.Mediateur : NiveauDePerimetre.Structure;
        var blocs = Blocs(niveau, masquage, [.. Enumerable.Range(0, 40).Select(i => Acte(auteur: i % 2 == 0 ? deux : null) with { SansNom = i < 3 ? 0 : 1, Suivies = i < 3 ? 1 : 0, Personnes = i < 3 ? [new(i + 1, "feminin", "", "")] : [] })]);
        var totaux = blocs.Single(b => b.Cle == "totaux");
        foreach (var cle in (string[])["total.suivis", "total.anonymes", "total.personnes"])
        {
            Assert.All(totaux.Lignes.Single(l => l.Cle == cle).Valeurs.Take(1), v => Assert.Equal((cle, montre), (cle, v.Nombre is not null)));
        }

        // What was done is shown to all.
        Assert.Equal(40, totaux.Lignes.Single(l => l.Cle == "total.accompagnements").Valeurs[0].Nombre);
        Assert.Equal(montre, !totaux.Notes.Contains("petits_nombres_de_personnes"));
    }

    [Fact]
    public void Hors_de_ses_propres_chiffres_ce_que_dit_un_petit_nombre_des_personnes_est_cache()
    {
        var deux = Guid.CreateVersion7();
        Fait[] faits = [.. Enumerable.Range(0, 40).Select(i => Acte(auteur: i % 2 == 0 ? deux : null) with { MotifALaPlace = i < 2 ? "handicap" : "urgence", Autonomie = i < 2 ? Listes.Autonomies.Codes[0] : Listes.Autonomies.Codes[1] })];
        foreach (var cle in (string[])["motifs", "autonomies"])
        {
            Assert.Contains(2.0, Colonne(Blocs(NiveauDePerimetre.Mediateur, Masquage.Aucun, faits), cle));
            Assert.DoesNotContain(2.0, Colonne(Blocs(NiveauDePerimetre.Structure, Masquage.Publics, faits), cle));
        }
    }

    [Fact]
    public void Un_mois_ouvert_cache_les_petits_departements_et_un_autre_avec_eux()
    {
        var lignes = ChiffresOuverts.DuMois(new(2026, 10, 1), [Somme("01", 500, 400, 9_000, 8), Somme("02", 5, 4, 90, 3), Somme("03", 60, 50, 900, 1), Somme("04", 30, 20, 600, 4)], DateTimeOffset.UnixEpoch).ToList();
        Assert.Equal(12, lignes.Count);
        Assert.All(lignes.Where(l => l.Departement == "01"), l => Assert.NotNull(l.Valeur));
        // Few people, and one author: hidden whole.
        Assert.All(lignes.Where(l => l.Departement is "02" or "03"), l => Assert.Null(l.Valeur));
        // One alone would be found by whoever knows the total.
        var seul = ChiffresOuverts.DuMois(new(2026, 10, 1), [Somme("01", 500, 400, 9_000, 8), Somme("02", 5, 4, 90, 3)], DateTimeOffset.UnixEpoch);
        Assert.All(seul, l => Assert.Null(l.Valeur));
    }

    private static SommeDuMois Somme(string departement, int accompagnements, int activites, int minutes, int auteurs) => new(new(2026, 10, 1), departement, accompagnements, activites, minutes, auteurs);

    private static NomsDesChiffres Noms => new(l => l, c => c, d => d);

    private static IReadOnlyList<BlocDeChiffres> Blocs(NiveauDePerimetre niveau, Masquage masquage, params Fait[] faits)
    {
        var indicateurs = new Indicateurs();
        Denombrement.Ajouter(indicateurs, BlocDeFaits.De(faits), new FiltreDeFaits { Du = Octobre.Du, Au = Octobre.Au });
        return new BlocsDeStatistiques(new Chiffres(indicateurs, null, 0), Octobre, niveau, masquage, Noms, 30).Tous();
    }

    private static IReadOnlyList<double?> Colonne(IReadOnlyList<BlocDeChiffres> blocs, string cle) => [.. blocs.Single(b => b.Cle == cle).Lignes.Select(l => l.Valeurs[0].Nombre)];

    private static Fait Acte(string genre = "feminin", Guid? auteur = null, DateOnly? jour = null) => new()
    {
        Auteur = auteur ?? Guid.Parse("01a21000-0000-7000-8000-0000000000b1"),
        Organisation = Guid.Parse("01a21000-0000-7000-8000-0000000000b2"),
        Type = TypeDActivite.Individuel,
        Jour = jour ?? Jour,
        Duree = 45,
        TypeDeLieu = Listes.LieuActivite,
        Lieu = "l1",
        Commune = "42218",
        Departement = "42",
        Thematiques = ["email", "bureautique"],
        PartALaPlace = 10,
        PartAvec = 60,
        Genre = genre,
        SansNom = 1,
        Origine = OrigineDActivite.Saisie,
    };
}
