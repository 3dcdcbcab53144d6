using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Statistiques;

namespace FaireAvec.Tests.Support.Accompagnement;

/// <summary>The figures counted the plain way, act by act: what columns, months and changes must give to the unit. Shares nothing with them but the lists.</summary>
internal static class RecompteNaif
{
    internal static Indicateurs Compter(IEnumerable<Fait> faits, FiltreDeFaits filtre)
    {
        var i = new Indicateurs();
        foreach (var f in faits.Where(f => Accepte(f, filtre)))
        {
            var mediation = f.Type is TypeDActivite.Individuel or TypeDActivite.Demarche or TypeDActivite.Collectif;
            var n = f.SansNom + f.Suivies;
            var minutes = mediation ? f.Duree : 0;
            i.ActivitesParType[(int)f.Type]++;
            i.AccompagnementsParType[(int)f.Type] += n;
            i.Origines[(int)f.Origine]++;
            var mesures = new Mesures(1, n, minutes);
            Plus(i.ParJour, f.Jour, mesures);
            Plus(i.ParLieu, f.Lieu ?? "", mesures);
            Plus(i.ParCommune, f.Commune ?? "", mesures);
            Plus(i.ParDepartement, f.Departement ?? "", mesures);
            Plus(i.ParResidence, f.CommuneDeLaPersonne ?? "", mesures);
            Plus(i.ParOrganisation, f.Organisation, mesures);
            i.ParAuteur[f.Auteur] = i.ParAuteur.GetValueOrDefault(f.Auteur) + 1;
            foreach (var e in f.Etiquettes.Distinct())
            {
                Plus(i.ParEtiquette, e, mesures);
            }

            if (!mediation)
            {
                continue;
            }

            i.Minutes += minutes;
            i.SansNom += f.SansNom;
            i.Suivies += f.Suivies;
            i.TypesDeLieu[Code(Listes.TypesDeLieu, f.TypeDeLieu)] += n;
            i.TranchesDeDuree[f.Duree < 30 ? 0 : f.Duree < 60 ? 1 : f.Duree < 120 ? 2 : 3] += n;
            i.Situations[Code(Listes.Situations, f.Situation)] += n;
            foreach (var t in f.Thematiques.Distinct())
            {
                i.Themes[Thematiques.Codes.ToList().IndexOf(t)] += n;
            }

            foreach (var m in f.Materiels.Distinct())
            {
                i.Materiels[Listes.Materiels.Rang(m)] += n;
            }

            if (f is { PartALaPlace: { } p, PartAvec: { } a })
            {
                i.MinutesDePosture += minutes;
                i.PartALaPlace += (long)minutes * p;
                i.PartAvec += (long)minutes * a;
                i.PartFaire += (long)minutes * (100 - p - a);
                i.Motifs[Code(Listes.MotifsALaPlace, f.MotifALaPlace)] += n;
            }

            if (f.Type == TypeDActivite.Collectif)
            {
                i.Niveaux[Code(Listes.NiveauxDAtelier, f.Niveau)] += n;
                var e = f.Effectifs;
                i.SansNomNouvelles += e is null ? 0 : Math.Max(f.SansNom - e.DejaAccompagnes, 0);
                for (var c = 0; c < i.Genres.Length; c++)
                {
                    i.Genres[c] += e?.Genres[c] ?? (c == i.Genres.Length - 1 ? f.SansNom : 0);
                }

                for (var c = 0; c < i.Ages.Length; c++)
                {
                    i.Ages[c] += e?.Ages[c] ?? (c == i.Ages.Length - 1 ? f.SansNom : 0);
                }

                for (var c = 0; c < i.Statuts.Length; c++)
                {
                    i.Statuts[c] += e?.Statuts[c] ?? (c == i.Statuts.Length - 1 ? f.SansNom : 0);
                }
            }
            else
            {
                i.Autonomies[Code(Listes.Autonomies, f.Autonomie)] += n;
                i.Redirections[Code(Listes.StructuresDeRedirection, f.StructureDeRedirection)] += n;
                i.Orientees += f.Orientee == true ? 1 : 0;
                i.SansNomNouvelles += f.DejaAccompagnee == false ? f.SansNom : 0;
                Qui(i, f.Genre, f.Age, f.Statut, f.SansNom);
            }

            foreach (var personne in f.Personnes)
            {
                i.Personnes.Ajouter(personne.Numero, 1);
                Qui(i, personne.Genre, personne.Age, personne.Statut, 1);
            }
        }

        return i;
    }

    private static bool Accepte(Fait f, FiltreDeFaits x) =>
        f.Jour >= x.Du && f.Jour <= x.Au
        && (x.Types is null || x.Types.Contains(f.Type))
        && (x.Origines is null || x.Origines.Contains(f.Origine))
        && (x.Auteurs is null || x.Auteurs.Contains(f.Auteur))
        && (x.Organisations is null || x.Organisations.Contains(f.Organisation))
        && (x.Equipes is null || f.Equipes.Any(x.Equipes.Contains))
        && (x.Lieux is null || x.Lieux.Contains(f.Lieu ?? ""))
        && (x.Communes is null || x.Communes.Contains(f.Commune ?? ""))
        && (x.Departements is null || x.Departements.Contains(f.Departement ?? ""))
        && (x.Etiquettes is null || f.Etiquettes.Any(x.Etiquettes.Contains))
        && (x.Personnes is null || f.Personnes.Any(p => x.Personnes.Contains(p.Numero)))
        && (x.ThematiquesDeMediation is null || f.Thematiques.Any(x.ThematiquesDeMediation.Contains))
        && (x.ThematiquesAdministratives is null || f.Thematiques.Any(x.ThematiquesAdministratives.Contains))
        && (x.TypesDeLieu is null || (f.TypeDeLieu is { } t && x.TypesDeLieu.Contains(t)))
        && (x.Materiels is null || f.Materiels.Any(x.Materiels.Contains))
        && (x.TranchesDeDuree is null || x.TranchesDeDuree.Contains(Durees.Tranche(f.Duree)))
        && (x.Demarches is null || x.Demarches == (f.Type == TypeDActivite.Demarche || Thematiques.EstUneDemarche(f.Thematiques)))
        && (x.ConseillerNumerique is null || x.ConseillerNumerique == f.ConseillerNumerique)
        && (x.SurRendezVous is null || x.SurRendezVous == f.SurRendezVous);

    private static void Qui(Indicateurs i, string? genre, string? age, string? statut, int nombre)
    {
        i.Genres[Rang(Listes.Genres, genre)] += nombre;
        i.Ages[Rang(Listes.Ages, age)] += nombre;
        i.Statuts[Rang(Listes.Statuts, statut)] += nombre;
    }

    private static int Rang(Nomenclature liste, string? code) => code is null ? liste.Codes.Count - 1 : liste.Rang(code);

    private static int Code(Nomenclature liste, string? code) => code is null ? 0 : liste.Rang(code) + 1;

    private static void Plus<T>(Dictionary<T, Mesures> lignes, T cle, Mesures mesures)
        where T : notnull => lignes[cle] = lignes.GetValueOrDefault(cle) + mesures;
}
