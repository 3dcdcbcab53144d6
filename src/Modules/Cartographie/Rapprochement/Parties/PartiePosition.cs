namespace FaireAvec.Cartographie.Rapprochement.Parties;

/// <summary>Where the two are: commune and metres, each point for what it is worth.</summary>
internal static class PartiePosition
{
    public static void Comparer(Profil a, Profil b, ref Indices indices)
    {
        indices.AutreCommune = AutreCommune(a, b);
        if (!a.APosition || !b.APosition)
        {
            indices.Metres = double.NaN;
            indices[Indice.PositionInconnue] = 1;
            return;
        }

        var metres = Preparateur.Metres(a.Latitude, a.Longitude, b.Latitude, b.Longitude);
        indices.Metres = metres;
        var bonnes = a.Precision == Precision.Bonne && b.Precision == Precision.Bonne;
        indices.PointsPrecis = bonnes;
        indices[Indice.DistanceProche] = metres < 120 ? (float)(1 - (metres / 120)) * (bonnes ? 1 : 0.4f) : 0;
        indices[Indice.DistanceMoyenne] = (float)Math.Min(1, Math.Log(1 + (metres / 30)) / 4.5) * (bonnes ? 1 : 0.5f);
        indices[Indice.DistanceLoin] = metres > 1_000 ? (float)Math.Min(1, Math.Log(metres / 1_000) / 3) : 0;
    }

    private static bool AutreCommune(Profil a, Profil b)
    {
        if (a.NomDeCommune != 0 && a.NomDeCommune == b.NomDeCommune && a.CodePostal / 1000 == b.CodePostal / 1000)
        {
            // A postal code with a slip, two codes of one town.
            return false;
        }

        if (a.Commune != 0 && b.Commune != 0)
        {
            return a.Commune != b.Commune;
        }

        if (a.Commune != 0 || b.Commune != 0)
        {
            var (connue, autre) = a.Commune != 0 ? (a, b) : (b, a);
            return autre.CommunesPossibles.Length > 0 ? Array.IndexOf(autre.CommunesPossibles, connue.Commune) < 0
                : autre.CodePostal > 0 && connue.CodePostal > 0 && autre.CodePostal / 1000 != connue.CodePostal / 1000;
        }

        return a.CodePostal > 0 && b.CodePostal > 0 && a.CodePostal != b.CodePostal;
    }
}
