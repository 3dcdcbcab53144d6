namespace FaireAvec.Cartographie.Rapprochement.Groupes;

/// <summary>Two desks at one address, shown together: one is in the other's walls (« lieu hôte »), or nobody can say which.</summary>
/// <param name="Hote">Id of the host; null when it isn't known which hosts the other.</param>
/// <param name="A">Id of one of the two.</param>
/// <param name="B">Id of the other.</param>
internal sealed record LienHote(string A, string B, string? Hote)
{
    private const Genre Maisons = Genre.Mairie | Genre.Intercommunalite | Genre.Departement | Genre.CentreSocial | Genre.ActionSociale | Genre.TiersLieu | Genre.MissionLocale;

    private const Genre Heberges = Genre.FranceServices | Genre.EspaceNumerique | Genre.Jeunesse | Genre.Poste | Genre.Bibliotheque | Genre.Ludotheque | Genre.Droit;

    /// <summary>The link between two distinct places, or null when they aren't at one address.</summary>
    public static LienHote? Entre(Profil a, Profil b, in Indices indices)
    {
        if (indices.AutreCommune || (indices[Indice.AdresseEgale] < 0.5f && !(indices[Indice.AdresseSansNumero] > 0.6f && indices.Metres < 60)))
        {
            return null;
        }

        var (ga, gb) = (Parties.PartieGenre.Principaux(a), Parties.PartieGenre.Principaux(b));
        var hote = a.Itinerant != b.Itinerant ? (a.Itinerant ? b.Id : a.Id)
            : ga.A(Maisons) && !gb.A(Maisons) && gb.A(Heberges) ? a.Id
            : gb.A(Maisons) && !ga.A(Maisons) && ga.A(Heberges) ? b.Id
            : null;
        return new LienHote(a.Id, b.Id, hote);
    }
}
