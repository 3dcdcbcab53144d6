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
        else if (UneAssociation(a, gb) || UneAssociation(b, ga))
        {
            indices[Indice.GenreContraire] = 1;
        }
        else if (ga == Aucun || gb == Aucun || (ga.A(Genres.Guichets) && gb.A(Genres.Guichets) && !Genres.PorteurEtGuichet(ga, gb)))
        {
            indices[Indice.GenreInconnu] = 1;
        }
        else if (Genres.PorteurEtGuichet(ga, gb) && !ALaPoste(a, gb) && !ALaPoste(b, ga))
        {
            indices[Indice.GenrePorteur] = 1;
        }
        else
        {
            indices[Indice.GenreContraire] = 1;
        }

        var (fsA, fsB) = (ga.A(FranceServices), gb.A(FranceServices));
        indices[Indice.CollectiviteEtAdresse] = indices[Indice.GenrePorteur] > 0 && ((fsA && gb.A(Genres.Collectivites)) || (fsB && ga.A(Genres.Collectivites))) ? 1 : 0;
        indices.DeuxAccueils = indices[Indice.GenreContraire] > 0 && ga.A(Genres.Accueils) && gb.A(Genres.Accueils);
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
        indices[Indice.ItineranceDite] = surRouteA == surRouteB && a.Itinerant != b.Itinerant && !(indices[Indice.NomEgal] > 0 && !a.DitFixe && !b.DitFixe) ? 1 : 0;
        indices[Indice.Annexe] = (a.Genres ^ b.Genres).A(Annexe) ? 1 : 0;
        indices[Indice.RangContraire] = a.Rang > 0 && b.Rang > 0 && a.Rang != b.Rang ? 1 : 0;
        if (a.FranceServices && b.FranceServices && (fsA || fsB) && indices[Indice.GenreContraire] == 0 && !indices.AutreCommune)
        {
            // A small town has one France services.
            indices[fsA && fsB ? Indice.DeuxFranceServices : Indice.GenreProgramme] = Math.Max(a.Population, b.Population) switch { 0 => 0.5f, < 5_000 => 1, < 15_000 => 0.8f, < 40_000 => 0.4f, _ => 0.1f };
        }
    }

    /// <summary>« Moulins Communauté » and « France services Moulins Communauté », or its « médiathèque »: a body in common, and a desk that only one is. « Mairie et médiathèque » is both.</summary>
    private static bool UnSeulGuichet(Genre a, Genre b)
    {
        var guichets = (a & b).A(Mairie) ? FranceServices : Genres.Accueils | Sante;
        return (a & b & ~Genres.Porteurs) == Aucun && a.A(guichets) != b.A(guichets);
    }

    /// <summary>A France services that says it is at the post office isn't carried by the town hall of the same square.</summary>
    private static bool ALaPoste(Profil guichet, Genre porteur) =>
        Principaux(guichet).A(FranceServices) && (guichet.Genres | guichet.GenresAilleurs).A(Poste) && porteur.A(Mairie | Intercommunalite | ActionSociale) && !porteur.A(Poste);

    /// <summary>Nothing else than an association, and the other is a public body.</summary>
    private static bool UneAssociation(Profil p, Genre autre) =>
        Principaux(p) == Aucun && (p.Genres | p.GenresDits).A(Association) && autre.A(Mairie | Intercommunalite | ActionSociale | Departement | Region);

    /// <summary>The kinds of the name; those of the types when the name says nothing.</summary>
    public static Genre Principaux(Profil p)
    {
        var duNom = p.Genres & ~Genres.Manieres;
        return duNom != Aucun ? duNom : p.GenresDits & ~Genres.Manieres;
    }
}
