using static FaireAvec.Cartographie.Rapprochement.Genre;

namespace FaireAvec.Cartographie.Rapprochement.Parties;

/// <summary>What the two places are: the same thing, a body and the desk that it carries, or two services that each receive the public.</summary>
internal static class PartieGenre
{
    public static void Comparer(Profil a, Profil b, ref Indices indices)
    {
        var (ga, gb) = (Principaux(a), Principaux(b));
        if (ga.A(gb) && !UnSeulGuichet(ga, gb))
        {
            indices[Indice.GenreMeme] = 1;
        }
        else if (ga == Aucun || gb == Aucun || (ga.A(Genres.Guichets) && gb.A(Genres.Guichets) && !Genres.PorteurEtGuichet(ga, gb)))
        {
            indices[Indice.GenreInconnu] = 1;
        }
        else if (Genres.PorteurEtGuichet(ga, gb))
        {
            indices[Indice.GenrePorteur] = 1;
        }
        else
        {
            indices[Indice.GenreContraire] = 1;
        }

        var (fsA, fsB) = (ga.A(FranceServices), gb.A(FranceServices));
        if (!ga.A(gb) && ((ga & b.GenresAilleurs) | (gb & a.GenresAilleurs)).A(~Genres.Manieres))
        {
            indices[Indice.GenreAilleurs] = 1;
        }

        if ((a.Genres | a.GenresDits).A(Hebergement) != (b.Genres | b.GenresDits).A(Hebergement))
        {
            indices[Indice.Hebergement] = 1;
        }

        if (ga.A(Bibliotheque) != gb.A(Bibliotheque) && !indices[Indice.GenreAilleurs].Equals(1f))
        {
            // A library is seldom carried under another name: what shares its walls is something else.
            indices[Indice.BibliothequeEtAutre] = 1 - indices[Indice.NomNoyau];
        }

        var (surRouteA, surRouteB) = (a.Genres.A(Itinerant), b.Genres.A(Itinerant));
        indices[Indice.ItineranceDuNom] = surRouteA != surRouteB ? 1 : 0;
        indices.BusEtFixe = (surRouteA && !surRouteB && b.DitFixe) || (surRouteB && !surRouteA && a.DitFixe);
        indices[Indice.ItineranceDite] = surRouteA == surRouteB && a.Itinerant != b.Itinerant ? 1 : 0;
        indices[Indice.Annexe] = (a.Genres ^ b.Genres).A(Annexe) ? 1 : 0;
        indices[Indice.RangContraire] = a.Rang > 0 && b.Rang > 0 && a.Rang != b.Rang ? 1 : 0;
        if (a.FranceServices && b.FranceServices && (fsA || fsB) && indices[Indice.GenreContraire] == 0 && !indices.AutreCommune)
        {
            // A small town has one France services.
            indices[fsA && fsB ? Indice.DeuxFranceServices : Indice.GenreProgramme] = Math.Max(a.Population, b.Population) switch { 0 => 0.5f, < 5_000 => 1, < 15_000 => 0.8f, < 40_000 => 0.4f, _ => 0.1f };
        }
    }

    /// <summary>« Moulins Communauté », « France services Moulins Communauté »: a body in common, and a desk that only one is.</summary>
    private static bool UnSeulGuichet(Genre a, Genre b) => (a & b & ~Genres.Porteurs) == Aucun && a.A(FranceServices) != b.A(FranceServices);

    /// <summary>The kinds of the name; those of the types when the name says nothing.</summary>
    public static Genre Principaux(Profil p)
    {
        var duNom = p.Genres & ~Genres.Manieres;
        return duNom != Aucun ? duNom : p.GenresDits & ~Genres.Manieres;
    }
}
