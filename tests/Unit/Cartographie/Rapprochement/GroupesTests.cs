using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Rapprochement;
using FaireAvec.Cartographie.Rapprochement.Groupes;
using static FaireAvec.Tests.Unit.Cartographie.Rapprochement.MoteurDeTest;

namespace FaireAvec.Tests.Unit.Cartographie.Rapprochement;

/// <summary>Candidates, groups, ids that last.</summary>
public class GroupesTests
{
    private static readonly Lazy<Dedoublonnage> SurLesLieuxLivres = new(() => Dedoublonnage.Faire(Engin, LieuxLivres.Tous, DecisionsHumaines.Aucune));

    [Fact]
    public void Aucun_groupe_ne_contient_deux_lieux_distincts()
    {
        var trouve = SurLesLieuxLivres.Value;
        Assert.NotEmpty(trouve.Groupes);
        foreach (var groupe in trouve.Groupes)
        {
            Assert.True(groupe.Length <= Regroupement.TailleMax);
            for (var i = 0; i < groupe.Length; i++)
            {
                for (var j = i + 1; j < groupe.Length; j++)
                {
                    Assert.NotEqual(Decision.Distinct, Engin.Comparateur.Comparer(trouve.Profils[groupe[i]], trouve.Profils[groupe[j]]).Decision);
                }
            }
        }

        Assert.Equal(trouve.Groupes.Sum(g => g.Length), trouve.Groupes.SelectMany(g => g).Distinct().Count());
    }

    [Fact]
    public void Une_paire_jugee_la_meme_et_laissee_a_une_personne_dit_pourquoi()
    {
        var trouve = SurLesLieuxLivres.Value;
        var laissees = trouve.ARevoir.Where(p => p.Verdict.Decision == Decision.Meme).ToList();
        Assert.NotEmpty(laissees);
        Assert.All(laissees, p => Assert.Equal(Dedoublonnage.DejaReunieAilleurs, trouve.RaisonsDeRevoir(Engin, p)[0]));
        Assert.All(trouve.ARevoir.Except(laissees).Take(50), p => Assert.DoesNotContain(Dedoublonnage.DejaReunieAilleurs, trouve.RaisonsDeRevoir(Engin, p)));
    }

    [Fact]
    public void Ce_qu_une_personne_a_decide_n_est_plus_a_revoir()
    {
        FicheLieu[] lieux =
        [
            Lieu("Espace France Services", "4 place des Églantiers", "a", id: "a1", latitude: 48.0901, longitude: 2.7851),
            Lieu("France services", "4 place des Églantiers", "b", id: "b1", latitude: 48.0901, longitude: 2.7851),
        ];
        var jamais = new DecisionsHumaines();
        jamais.Ajouter("b1", "a1", meme: false);
        var trouve = Dedoublonnage.Faire(Engin, lieux, jamais);
        Assert.Single(trouve.Paires);
        Assert.Empty(trouve.ARevoir);
    }

    [Fact]
    public void L_ordre_du_fichier_ne_change_rien()
    {
        var lieux = LieuxLivres.Tous.Where(l => l.CodeInsee?.StartsWith("13", StringComparison.Ordinal) == true).Cast<FicheLieu>().ToList();
        List<string> Groupes(IReadOnlyList<FicheLieu> fiches)
        {
            var d = Dedoublonnage.Faire(Engin, fiches, DecisionsHumaines.Aucune);
            return [.. d.Groupes.Select(g => string.Join(' ', g.Select(i => d.Profils[i].Id)))];
        }

        var droit = Groupes(lieux);
        Assert.NotEmpty(droit);
        lieux.Reverse();
        Assert.Equal(droit, Groupes(lieux));
        var hasard = new Random(5);
        Assert.Equal(droit, Groupes([.. lieux.OrderBy(_ => hasard.Next())]));
    }

    [Fact]
    public void Les_cles_ne_perdent_presque_aucune_paire_a_trouver()
    {
        var memes = MoteurDeTest.Paires.Where(p => p.Meme).ToList();
        var perdues = memes.Count(p => Candidats.Trouver([Engin.Preparateur.Preparer(p.A), Engin.Preparateur.Preparer(p.B)]).Length == 0);
        Assert.True(perdues <= memes.Count / 100, $"{perdues} sur {memes.Count}");
    }

    [Fact]
    public void Une_cle_que_tous_partagent_ne_fait_pas_exploser_le_nombre_de_paires()
    {
        var lieux = Enumerable.Range(0, 3000).Select(i => Engin.Preparateur.Preparer(Lieu($"Mairie annexe {i}", $"{i} rue de la Paix", "s", telephone: "0199001122", id: $"s_{i:0000}", latitude: 48.0901, longitude: 2.7851))).ToArray();
        Assert.True(Candidats.Trouver(lieux).Length < 200_000);
    }

    [Fact]
    public void Une_decision_humaine_vaut_plus_que_le_calcul()
    {
        FicheLieu[] lieux =
        [
            Lieu("Espace France Services", "4 place des Églantiers", "a", id: "a1", latitude: 48.0901, longitude: 2.7851),
            Lieu("France services", "4 place des Églantiers", "b", id: "b1", latitude: 48.0901, longitude: 2.7851),
            Lieu("Médiathèque Louis Aragon", "40 avenue de la Gare", "b", id: "b2", latitude: 48.0951, longitude: 2.7901),
        ];
        var jamais = new DecisionsHumaines();
        jamais.Ajouter("b1", "a1", meme: false);
        Assert.Single(Dedoublonnage.Faire(Engin, lieux, DecisionsHumaines.Aucune).Groupes);
        Assert.Empty(Dedoublonnage.Faire(Engin, lieux, jamais).Groupes);
        var toujours = new DecisionsHumaines();
        toujours.Ajouter("a1", "b2", meme: true);
        toujours.Ajouter("b1", "b2", meme: false);
        var groupe = Assert.Single(Dedoublonnage.Faire(Engin, lieux, toujours).Groupes);
        Assert.Equal([0, 2], groupe);
    }

    [Fact]
    public void L_identifiant_d_un_groupe_survit_a_sa_croissance_et_a_sa_scission()
    {
        var premiers = IdentifiantsDeGroupe.Attribuer([["b", "c"]], Vide());
        Assert.Equal(["b"], premiers);
        var hier = new Dictionary<string, IReadOnlyList<string>> { ["b"] = ["b", "c"] };
        Assert.Equal(["b"], IdentifiantsDeGroupe.Attribuer([["a", "b", "c"]], hier));
        var scission = IdentifiantsDeGroupe.Attribuer([["b", "d"], ["c", "e"]], hier);
        Assert.Equal(["b", "c"], scission);
        Assert.Equal(["b"], IdentifiantsDeGroupe.Attribuer([["a", "b", "x"]], new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["a", "z"], ["b"] = ["b", "c", "x"] }));
    }

    [Fact]
    public void Un_identifiant_qui_n_est_plus_public_mene_a_celui_qui_l_est()
    {
        var hier = new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["a", "b", "c"] };
        IReadOnlyList<IReadOnlyList<string>> membres = [["b", "c"]];
        var ids = IdentifiantsDeGroupe.Attribuer(membres, hier);
        var redirections = IdentifiantsDeGroupe.Rediriger(ids, membres, hier, new HashSet<string> { "b", "c" });
        Assert.Equal("b", redirections["c"]);
        Assert.Equal("b", redirections["a"]);
    }

    [Fact]
    public void Deux_guichets_a_la_meme_adresse_sont_lies_a_leur_hote()
    {
        var (mairie, poste) = (Engin.Preparateur.Preparer(Lieu("Mairie", "1 place de la Mairie", "a", id: "m")), Engin.Preparateur.Preparer(Lieu("Bibliothèque municipale", "1 place de la Mairie", "b", id: "bib")));
        var lien = LienHote.Entre(mairie, poste, Engin.Comparateur.Relever(mairie, poste));
        Assert.Equal("m", lien?.Hote);
        var loin = Engin.Preparateur.Preparer(Lieu("Bibliothèque municipale", "40 avenue de la Gare", "b", id: "bib"));
        Assert.Null(LienHote.Entre(mairie, loin, Engin.Comparateur.Relever(mairie, loin)));
    }

    private static Dictionary<string, IReadOnlyList<string>> Vide() => [];
}
