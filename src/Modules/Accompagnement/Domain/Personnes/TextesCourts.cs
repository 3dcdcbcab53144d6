using FaireAvec.Kernel.Texte;

namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>A sentence that somebody wrote.</summary>
internal static class TextesCourts
{
    /// <summary>Its spaces tidied; null when it is empty or longer than it may be.</summary>
    public static string? Lire(string? texte, int max)
    {
        var lu = texte is null ? "" : TexteRecherche.Valide(texte).Trim().ReplaceLineEndings("\n");
        return lu.Length > 0 && lu.Length <= max ? lu : null;
    }

    /// <summary>True when it holds what is never kept: a password, a social-security number.</summary>
    public static bool Refuse(string? texte) => ReperageDeSecrets.Reperer(texte).Any(s => s.Refuse);
}
