using System.Security.Cryptography;
using System.Text;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Accompagnement.HorsLigne;

/// <summary>
/// What a device keeps of the application, and the version of it: another style sheet, script or page is another version. The browser sees the service worker
/// change by it, keeps the new files beside the old ones, then forgets those. An operator who must make every device take them again changes HorsLigne:Edition.
/// </summary>
internal sealed class VersionHorsLigne
{
    private static readonly string[] Propres = ["/ui/theme-tot.js", "/ui/site.css", "/ui/site.js", "/ui/hors-ligne.js", "/ui/favicon.svg", "/ui/polices/atkinson-latin.woff2", "/ui/polices/atkinson-latin-ext.woff2"];

    // Named by the manifest, without a version.
    private static readonly string[] Tels = ["/ui/icone-192.png", "/ui/icone-512.png", LiensHorsLigne.Manifeste];

    public VersionHorsLigne(IFileVersionProvider versions, IConfiguration configuration)
    {
        Service = versions.AddFileVersionToPath("", "/ui/service.js");
        Fichiers = [LiensHorsLigne.Coquille, .. Propres.Select(f => versions.AddFileVersionToPath("", f)), .. Tels];
        // The pages and their words are in the assemblies.
        var tout = string.Join('\n', [Service, .. Fichiers, configuration["HorsLigne:Edition"] ?? "", .. new[] { typeof(VersionHorsLigne), typeof(Gabarit) }.Select(t => t.Module.ModuleVersionId.ToString("N"))]);
        Nom = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tout)))[..16];
    }

    /// <summary>Sixteen signs.</summary>
    public string Nom { get; }

    /// <summary>Addresses to keep, the shell first.</summary>
    public IReadOnlyList<string> Fichiers { get; }

    /// <summary>The script of the service worker.</summary>
    public string Service { get; }
}
