using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Nettoyage.Communes;

/// <summary>The postal code and the name, or one of them.</summary>
internal sealed partial class DecisionDeCommune
{
    private Commune? SansInsee()
    {
        if (temoins.Nom.Nom.Length == 0)
        {
            if (temoins.MeresDuCode.Count == 1)
            {
                RegleNom = Regles.CommuneDeduite;
                return temoins.ParCode[0];
            }

            return temoins.ParCode.Count > 1 ? Plusieurs(temoins.ParCode) : Manquante();
        }

        if (temoins.ParCode.Count > 0)
        {
            var communs = temoins.ParNom.Where(t => temoins.MeresDuCode.Contains(NomsOfficiels.Mere(t.Commune))).DistinctBy(t => NomsOfficiels.Mere(t.Commune)).ToList();
            if (NomsProches.Meilleure(temoins.Nom.Nom, communs) is { } accord)
            {
                RegleNom = communs.Find(t => t.Commune == accord)!.Correspondance == Correspondance.AncienNom ? Regles.CommuneFusionnee : null;
                return accord;
            }

            if (communs.Count > 1)
            {
                return Plusieurs(communs.Select(t => t.Commune));
            }

            if (NomsProches.Proche(temoins.Nom.Nom, temoins.ParCode) is { } proche)
            {
                RegleNom = Regles.CommuneFaute;
                return proche;
            }

            var departements = temoins.ParCode.Select(c => c.Departement).ToHashSet(StringComparer.Ordinal);
            var memeDepartement = temoins.ParNom.Where(t => departements.Contains(t.Commune.Departement)).ToList();
            if (memeDepartement.Count > 0)
            {
                // The name is right and the code is that of a neighbour, more often than the other way round.
                return memeDepartement.Exists(t => t.Correspondance == Correspondance.Nom) && NomsProches.Meilleure(temoins.Nom.Nom, memeDepartement) is { } voisine ? voisine : Contradiction([.. memeDepartement.Select(t => t.Commune), .. temoins.ParCode]);
            }

            if (temoins.ParNom.Exists(t => t.Correspondance == Correspondance.Nom))
            {
                return Contradiction([.. temoins.ParNom.Select(t => t.Commune).Take(2), .. temoins.ParCode]);
            }

            if (temoins.MeresDuCode.Count == 1)
            {
                RegleNom = Regles.CommuneDuCode;
                return temoins.ParCode[0];
            }

            return Plusieurs(temoins.ParCode);
        }

        return ParNomSeul();
    }

    private Commune? ParNomSeul()
    {
        var departements = temoins.Code is not null ? territoires.DepartementsDuCodePostal(temoins.Code) : departementParDefaut is not null ? [departementParDefaut] : [];
        var ici = departements.Count == 0 ? temoins.ParNom : [.. temoins.ParNom.Where(t => departements.Contains(t.Commune.Departement))];
        if (NomsProches.Meilleure(temoins.Nom.Nom, ici) is { } seule)
        {
            RegleNom = ici.Find(t => t.Commune == seule)!.Correspondance == Correspondance.AncienNom ? Regles.CommuneFusionnee : null;
            return seule;
        }

        if (ici.Count > 1)
        {
            return Plusieurs(ici.Select(t => t.Commune));
        }

        if (temoins.ParNom.Count > 0)
        {
            return Contradiction(temoins.ParNom.Select(t => t.Commune));
        }

        // The search that people use finds the nearest spellings; it only suggests.
        var question = departements.Count == 1 ? $"{temoins.Nom.Nom} {departements[0]}" : temoins.Nom.Nom;
        Signaler(Regles.CommuneInconnue, territoires.ChercherCommunes(question, 3).Select(t => t.Commune));
        return null;
    }
}
