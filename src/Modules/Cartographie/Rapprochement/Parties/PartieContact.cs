namespace FaireAvec.Cartographie.Rapprochement.Parties;

/// <summary>Phones, e-mails and sites; one that many share is worth less, one of everybody nothing.</summary>
internal static class PartieContact
{
    public static void Comparer(Profil a, Profil b, Frequences frequences, ref Indices indices)
    {
        if (a.Telephones.Item1 != 0 && b.Telephones.Item1 != 0)
        {
            var egal = Commun(a.Telephones.Item1, b.Telephones) ?? Commun(a.Telephones.Item2, b.Telephones);
            indices[Indice.TelephoneEgal] = egal is { } t ? frequences.Rarete(Frequences.Cle('t', t)) : 0;
            indices[Indice.TelephoneContraire] = egal is null ? 1 : 0;
        }

        indices[Indice.CourrielEgal] = Partage(a.Courriels, b.Courriels, 'c', frequences);
        if (a.Domaines.Length > 0 && b.Domaines.Length > 0 && indices[Indice.CourrielEgal] == 0)
        {
            indices[Indice.DomaineEgal] = Partage(a.Domaines, b.Domaines, 'd', frequences);
            indices[Indice.DomaineContraire] = indices[Indice.DomaineEgal] == 0 ? 1 : 0;
        }

        indices[Indice.PageEgale] = Partage(a.Pages, b.Pages, 'u', frequences);
        if (a.Hotes.Length > 0 && b.Hotes.Length > 0)
        {
            indices[Indice.SiteEgal] = Partage(a.Hotes, b.Hotes, 'h', frequences);
            indices[Indice.SiteContraire] = indices[Indice.SiteEgal] == 0 ? 1 : 0;
        }
    }

    private static ulong? Commun(ulong numero, (ulong, ulong) autres) => numero != 0 && (numero == autres.Item1 || numero == autres.Item2) ? numero : null;

    private static float Partage(ulong[] a, ulong[] b, char genre, Frequences frequences)
    {
        float meilleur = 0;
        foreach (var x in a)
        {
            if (Array.IndexOf(b, x) >= 0)
            {
                meilleur = Math.Max(meilleur, frequences.Rarete(Frequences.Cle(genre, x)));
            }
        }

        return meilleur;
    }
}
