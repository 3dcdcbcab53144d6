using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Accompagnement.Domain.Etiquettes;

/// <summary>What a label may be called. Numbers, addresses and « Madame … » are refused: a label is read by a whole team, and stays on acts.</summary>
internal static class NomDEtiquette
{
    public const int Min = 3;
    public const int Max = 80;

    private static readonly HashSet<string> Civilites = new(StringComparer.OrdinalIgnoreCase) { "m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle" };

    public static Resultat<string> Lire(string? saisi)
    {
        var nom = EnUneLigne(saisi);
        // Compared by its letters from a to z: two names without any would be the same.
        if (nom.Length is < Min or > Max || TexteRecherche.Normaliser(nom).Count(char.IsAsciiLetter) < 2)
        {
            return ErreursDEtiquettes.Nom;
        }

        return ReperageDeSecrets.Reperer(nom).Count > 0 || NommeQuelquUn(nom) ? ErreursDEtiquettes.Personne : nom;
    }

    public static Resultat<string?> LireDescription(string? saisie)
    {
        var texte = EnUneLigne(saisie);
        return texte.Length > Etiquette.DescriptionMax ? ErreursDEtiquettes.Description
            : ReperageDeSecrets.Reperer(texte).Count > 0 ? ErreursDEtiquettes.DescriptionPersonne
            : Resultat<string?>.Ok(texte.Length == 0 ? null : texte);
    }

    // « Mme Exemple », « M. Exemple »: a title, then a capital. « Madame numérique » names nobody.
    private static bool NommeQuelquUn(string nom)
    {
        var mots = nom.Split(' ');
        for (var i = 0; i + 1 < mots.Length; i++)
        {
            if (Civilites.Contains(mots[i].TrimEnd('.')) && char.IsUpper(mots[i + 1][0]))
            {
                return true;
            }
        }

        return false;
    }

    private static string EnUneLigne(string? texte) =>
        string.Join(' ', TexteRecherche.Valide(texte ?? "").Replace("\0", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
