namespace FaireAvec.Cartographie.Rapprochement.Parties;

/// <summary>Opening hours: the same unusual week is rarely a chance.</summary>
internal static class PartieHoraires
{
    public static void Comparer(Profil a, Profil b, Frequences frequences, ref Indices indices)
    {
        if (!a.Semaine.Connue || !b.Semaine.Connue)
        {
            return;
        }

        var ressemblance = SemaineType.Ressemblance(a.Semaine, b.Semaine);
        if (ressemblance >= 0.97f)
        {
            indices[Indice.HorairesEgaux] = frequences.Rarete(Frequences.Cle('w', a.Semaine.Empreinte));
        }
        else
        {
            indices[Indice.HorairesProches] = Math.Clamp((ressemblance - 0.6f) / 0.37f, 0, 1);
        }

        indices[Indice.HorairesContraires] = Math.Clamp((0.4f - ressemblance) / 0.4f, 0, 1);
    }
}
