using System.Globalization;
using FaireAvec.Cartographie.Correspondances.Expressions;
using FaireAvec.Cartographie.Nettoyage;

namespace FaireAvec.Cartographie.Correspondances.Moteur;

/// <summary>One row turned into a draft, or turned away by a filter.</summary>
internal static class MiseEnBrouillon
{
    /// <summary>The reason why the row is turned away, or null.</summary>
    public static string? Rejet(Correspondance correspondance, LigneLue ligne)
    {
        foreach (var filtre in correspondance.Filtres)
        {
            if (filtre.Rejette(ligne))
            {
                ligne.Toucher(filtre.Numero);
                return filtre.Raison;
            }
        }

        return null;
    }

    public static Brouillon Faire(Correspondance correspondance, LigneLue ligne)
    {
        var brouillon = new Brouillon();
        brouillon.Lignes.Add(ligne.Numero);
        foreach (var (champ, expression) in correspondance.Champs)
        {
            var valeurs = expression.Evaluer(ligne);
            if (ligne.PrendreDeduction() is { } motif && valeurs.Length > 0)
            {
                brouillon.Deduits[champ] = motif;
            }

            if (valeurs.Length > 0)
            {
                brouillon.Champs[champ] = valeurs;
            }
        }

        foreach (var bloc in correspondance.Horaires)
        {
            var horaires = new HorairesLus(Un(bloc.Osm, ligne), Un(bloc.Semaine, ligne), bloc.Jours is null ? null : [.. bloc.Jours.Select(j => Un(j, ligne))], bloc.Semaines);
            if (!horaires.EstVide)
            {
                brouillon.Horaires.Add(horaires);
            }
        }

        if (correspondance.Coordonnees is { } coordonnees)
        {
            if (Un(coordonnees.Texte, ligne) is { } point && PointEnUnTexte.Lire(point, coordonnees.LongitudeDabord) is { } lu)
            {
                Poser(brouillon, "latitude", lu.Latitude);
                Poser(brouillon, "longitude", lu.Longitude);
            }

            Poser(brouillon, "latitude", Un(coordonnees.Latitude, ligne));
            Poser(brouillon, "longitude", Un(coordonnees.Longitude, ligne));
            if (coordonnees.Lambert93)
            {
                EnDegres(brouillon);
            }
        }

        brouillon.IdLocal = Un(correspondance.Identifiant.Local, ligne);
        if (Un(correspondance.AdresseComplete, ligne) is { } adresse)
        {
            var (voie, codePostal, commune) = AdresseEnUnTexte.Couper(adresse, brouillon.Texte("commune"));
            PoserSiVide(brouillon, "adresse", voie);
            PoserSiVide(brouillon, "code_postal", codePostal);
            PoserSiVide(brouillon, "commune", commune);
        }

        brouillon.CommuneDans = correspondance.CommuneDans?.Evaluer(ligne) ?? [];
        brouillon.Groupe = Un(correspondance.Groupement?.Par, ligne);
        ligne.PrendreDeduction();
        return brouillon;
    }

    private static void Poser(Brouillon brouillon, string champ, string? texte)
    {
        if (texte is not null)
        {
            brouillon.Champs[champ] = [texte];
        }
    }

    /// <summary>Metres of Lambert-93: what can't be one is left as it is, for the cleaning to judge.</summary>
    private static void EnDegres(Brouillon brouillon)
    {
        static double? Nombre(string? texte) => double.TryParse(texte?.Replace(',', '.').Replace(" ", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : null;
        if (Nombre(brouillon.Texte("longitude")) is { } x && Nombre(brouillon.Texte("latitude")) is { } y && Lambert93.EstPlausible(x, y))
        {
            var (latitude, longitude) = Lambert93.EnDegres(x, y);
            Poser(brouillon, "latitude", latitude.ToString("0.000000", CultureInfo.InvariantCulture));
            Poser(brouillon, "longitude", longitude.ToString("0.000000", CultureInfo.InvariantCulture));
        }
    }

    private static void PoserSiVide(Brouillon brouillon, string champ, string? texte)
    {
        if (!brouillon.Champs.ContainsKey(champ))
        {
            Poser(brouillon, champ, texte);
        }
    }

    private static string? Un(Expression? expression, LigneLue ligne) => expression?.Evaluer(ligne) is [var premier, ..] ? premier : null;
}
