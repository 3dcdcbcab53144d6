using FaireAvec.Kernel.Normes;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Comptes.Domain;

/// <summary>How an organisation is known outside.</summary>
internal enum TypeIdentification
{
    /// <summary>The number of a place of a French body, 14 digits.</summary>
    Siret,

    /// <summary>The number of a body in New Caledonia, 7 to 10 digits.</summary>
    Ridet,

    /// <summary>A number of ours, with the reason why there is no other.</summary>
    Interne,
}

/// <summary>The number that identifies an organisation, checked.</summary>
internal static class Identification
{
    public const int NumeroMax = 40;
    public const int MotifMax = 300;

    /// <summary>Reads a number as typed, spaces and dots allowed. An internal one needs its reason.</summary>
    public static Resultat<string> Lire(TypeIdentification type, string? saisi, string? motif)
    {
        var numero = string.Concat((saisi ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-' or '\u00a0'))).ToUpperInvariant();
        return type switch
        {
            TypeIdentification.Siret when numero.Length != 14 || numero.Any(c => !char.IsAsciiDigit(c)) => ErreursComptes.SiretForme,
            TypeIdentification.Siret when !NumeroSiret.Valable(numero) => ErreursComptes.SiretCle,
            TypeIdentification.Ridet when numero.Length is < 7 or > 10 || numero.Any(c => !char.IsAsciiDigit(c)) => ErreursComptes.RidetForme,
            TypeIdentification.Interne when string.IsNullOrWhiteSpace(motif) => ErreursComptes.MotifInterne,
            TypeIdentification.Interne when motif.Trim().Length > MotifMax => ErreursComptes.MotifInterneLong,
            TypeIdentification.Interne when numero.Length is 0 or > NumeroMax || numero.Any(c => !char.IsAsciiLetterOrDigit(c)) => ErreursComptes.NumeroInterne,
            _ => numero,
        };
    }
}
