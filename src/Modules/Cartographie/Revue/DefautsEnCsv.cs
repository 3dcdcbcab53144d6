using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using FaireAvec.Cartographie.Norme;
using FaireAvec.Cartographie.Norme.Ecriture;
using Microsoft.AspNetCore.DataProtection;

namespace FaireAvec.Cartographie.Revue;

/// <summary>
/// All the defects of a checked file, as a CSV. Nothing of the file is kept by the server: the page carries them, packed and sealed, and gives them back when
/// somebody asks for the download.
/// </summary>
internal sealed class DefautsEnCsv(IDataProtectionProvider protection)
{
    /// <summary>Beyond, they are counted only: the page must stay light.</summary>
    public const int Max = 20_000;

    private static readonly string Entete = string.Join(',', new[] { "ligne", "id", "colonne", "valeur", "regle", "niveau", "message", "suggestion" }.Select(EcritureCsv.Champ));

    private readonly IDataProtector _protecteur = protection.CreateProtector("FaireAvec.Cartographie.DefautsEnCsv.v1");

    /// <summary>What the page carries.</summary>
    public string Sceller(Releve releve)
    {
        using var tasse = new MemoryStream();
        using (var zip = new GZipStream(tasse, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes(releve.Texte));
        }

        return Convert.ToBase64String(_protecteur.Protect(tasse.ToArray()));
    }

    /// <summary>The file, from what the page carried; null when it isn't ours, or was changed.</summary>
    public byte[]? Ouvrir(string? scelle)
    {
        if (string.IsNullOrEmpty(scelle))
        {
            return null;
        }

        try
        {
            using var tasse = new MemoryStream(_protecteur.Unprotect(Convert.FromBase64String(scelle)));
            using var zip = new GZipStream(tasse, CompressionMode.Decompress);
            using var fichier = new MemoryStream();

            // The mark of UTF-8 first: without it a French spreadsheet breaks the accents.
            fichier.Write(Encoding.UTF8.GetPreamble());
            zip.CopyTo(fichier);
            return fichier.ToArray();
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The rows, as the check gives them.</summary>
    internal sealed class Releve
    {
        private readonly StringBuilder _texte = new StringBuilder(Entete).Append("\r\n");

        /// <summary>Defects, those beyond <see cref="Max"/> included.</summary>
        public int Nombre { get; private set; }

        public string Texte => _texte.ToString();

        public void Noter(Defaut d)
        {
            if (++Nombre > Max)
            {
                return;
            }

            string?[] champs =
            [
                d.Ligne?.ToString(System.Globalization.CultureInfo.InvariantCulture), d.Id, d.Colonne, d.Valeur, d.Regle, d.Niveau == Niveau.Bloquant ? "bloquant" : "avertissement", d.Message, d.Suggestion,
            ];
            _texte.AppendJoin(',', champs.Select(EcritureCsv.Champ)).Append("\r\n");
        }
    }
}
