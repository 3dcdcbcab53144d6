using System.Globalization;
using FaireAvec.Kernel.Ressources;

namespace FaireAvec.Kernel.Texte;

/// <summary>What a free text should not hold.</summary>
public enum NatureDeSecret
{
    /// <summary>« mdp : xxx », a secret code, an e-mail address with what opens it.</summary>
    MotDePasse,

    /// <summary>A social-security number with its key.</summary>
    Nir,

    /// <summary>Thirteen characters that begin as one.</summary>
    DebutDeNir,

    /// <summary>A bank account.</summary>
    Iban,

    /// <summary>A payment card.</summary>
    CarteBancaire,

    /// <summary>A telephone number: French, or of another country with its plus sign.</summary>
    Telephone,

    /// <summary>An e-mail address.</summary>
    Courriel,
}

/// <summary>Something found in a text, and where.</summary>
/// <param name="Nature">What it is.</param>
/// <param name="Debut">Index of its first character.</param>
/// <param name="Longueur">How many characters.</param>
/// <param name="Ligne">Its line, from 1.</param>
/// <param name="Extrait">Its first characters: enough to find it again, not to read it.</param>
public sealed record SecretRepere(NatureDeSecret Nature, int Debut, int Longueur, int Ligne, string Extrait)
{
    /// <summary>True for what is never kept; otherwise the person is warned and decides.</summary>
    public bool Refuse => Nature is NatureDeSecret.MotDePasse or NatureDeSecret.Nir;

    /// <summary>What to say to who wrote it, in the language of the page.</summary>
    public string Phrase => string.Format(CultureInfo.CurrentCulture, MotsDuNoyau.T($"Secret.{Nature}"), Ligne, Extrait);
}
