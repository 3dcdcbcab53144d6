using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Nettoyage.Communes;

/// <summary>The INSEE code names a commune: the others confirm it, or not.</summary>
internal sealed partial class DecisionDeCommune
{
    private Commune? AvecInsee(Commune parInsee)
    {
        var mere = NomsOfficiels.Mere(parInsee);
        var codeAccorde = temoins.MeresDuCode.Contains(mere);
        var codeMuet = temoins.ParCode.Count == 0 && temoins.CodeDuDepartement(parInsee.Departement);
        if (temoins.Nom.Nom.Length == 0)
        {
            if (codeAccorde || codeMuet || (temoins.ParCode.Count > 0 && temoins.ParCode.All(c => c.Departement == parInsee.Departement)))
            {
                RegleNom = Regles.CommuneDeduite;
                return parInsee;
            }

            return Contradiction([parInsee, .. temoins.ParCode]);
        }

        if (temoins.ParNom.Exists(t => NomsOfficiels.Mere(t.Commune) == mere))
        {
            // « 98800 Mont-Dore 63236 »: another commune of this name is where the postal code says. The position tells, or nobody.
            if (!codeAccorde && !temoins.CodeDuDepartement(parInsee.Departement) && temoins.ParNom.Find(t => NomsOfficiels.Mere(t.Commune) != mere && temoins.CodeDuDepartement(t.Commune.Departement)) is { } homonyme)
            {
                if (LoinDe(parInsee) is not { } loin)
                {
                    return Contradiction([parInsee, homonyme.Commune]);
                }

                if (loin)
                {
                    RegleInsee = Regles.InseeContredit;
                    return homonyme.Commune;
                }
            }

            if (temoins.Insee != parInsee.CodeInsee || temoins.ParNom.Find(t => NomsOfficiels.Mere(t.Commune) == mere)!.Correspondance == Correspondance.AncienNom)
            {
                RegleNom = Regles.CommuneFusionnee;
            }

            return parInsee;
        }

        var autres = temoins.ParNom.Select(t => t.Commune).Where(c => temoins.MeresDuCode.Contains(NomsOfficiels.Mere(c))).DistinctBy(NomsOfficiels.Mere).ToList();
        if (temoins.ParNom.Count == 0)
        {
            var proche = NomsProches.Proche(temoins.Nom.Nom, temoins.ParCode);
            if (codeAccorde || codeMuet || ProcheDe(parInsee))
            {
                // Another commune of the same code whose name is nearly this one would be a better answer than a hamlet.
                if (proche is not null && NomsOfficiels.Mere(proche) != mere && !ProcheDe(parInsee))
                {
                    return Contradiction([parInsee, proche]);
                }

                RegleNom = ProcheDe(parInsee) ? Regles.CommuneFaute : Regles.CommuneDuCode;
                return parInsee;
            }

            if (proche is not null)
            {
                (RegleNom, RegleInsee) = (Regles.CommuneFaute, Regles.InseeContredit);
                return proche;
            }

            return Contradiction([parInsee, .. temoins.ParCode]);
        }

        if (codeAccorde)
        {
            // The two codes are often drawn from each other: a neighbour's name is as good a witness as both.
            var voisines = temoins.ParNom.Where(t => t.Correspondance == Correspondance.Nom && t.Commune.Departement == parInsee.Departement).Select(t => t.Commune).ToList();
            if ((autres.Count > 0 || voisines.Count > 0) && !ProcheDe(parInsee))
            {
                return Contradiction([parInsee, .. autres, .. voisines]);
            }

            // The name is a commune's, but of elsewhere: a hamlet here has the same.
            RegleNom = ProcheDe(parInsee) ? Regles.CommuneFaute : Regles.CommuneDuCode;
            return parInsee;
        }

        if (autres is [var seule])
        {
            RegleInsee = Regles.InseeContredit;
            return seule;
        }

        return Contradiction([parInsee, .. autres, .. temoins.ParNom.Select(t => t.Commune).Where(c => temoins.CodeDuDepartement(c.Departement))]);
    }
}
