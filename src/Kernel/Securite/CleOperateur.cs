using System.Security.Cryptography;
using System.Text;
using FaireAvec.Kernel.Postgres;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Kernel.Securite;

/// <summary>
/// The operator's key, which closes the keys of Data Protection and those of people kept in the database: whoever reads the database, or a stolen backup,
/// doesn't read them. It comes from <c>Cles:Operateur</c> (32 bytes in base64) or the file <c>Cles:Fichier</c>; with the embedded database it is made at
/// the first start. While it is being changed, the one before (<c>Cles:Ancienne</c>, <c>Cles:AncienFichier</c>) still opens; nothing more is closed with it.
/// </summary>
internal sealed class CleOperateur
{
    /// <summary>File of the key made for the embedded database, in the data folder.</summary>
    public const string NomDuFichier = "cle-operateur";

    /// <summary>File of the key before, while the embedded database's is being changed.</summary>
    public const string NomDeLAncien = "cle-operateur.ancienne";

    private const string Version = "v1";

    // A closed key of a person: this byte, four of the operator's key's fingerprint, then the secret. One that isn't closed has 32 bytes.
    private const byte Fermee = 1;
    private const int OctetsDeDebut = 5;
    private const string CommentLaFaire = "Faites-en une par « openssl rand -base64 32 », et gardez-la hors de la base et de ses sauvegardes.";

    private readonly byte[]? _cle;
    private readonly string _empreinte;
    private readonly byte[] _debut;
    private CleOperateur? _ancienne;

    private CleOperateur(byte[]? cle)
    {
        _cle = cle;
        _debut = cle is null ? [] : [Fermee, .. SHA256.HashData(cle).AsSpan(0, OctetsDeDebut - 1)];
        _empreinte = cle is null ? "" : Convert.ToHexStringLower(_debut.AsSpan(1));
    }

    /// <summary>False when the keys stay in clear.</summary>
    public bool Protege => _cle is not null;

    /// <summary>True when nobody chose it: the start warns the operator.</summary>
    public bool ADire { get; private init; }

    /// <summary>Throws <see cref="ErreurDeDemarrage"/> with a sentence when there is no key, or when it can't be one.</summary>
    public static CleOperateur De(IConfiguration configuration, OptionsDonnees options)
    {
        var cle = Courante(configuration, options);
        cle._ancienne = Ancienne(configuration, options);
        return cle;
    }

    private static CleOperateur? Ancienne(IConfiguration configuration, OptionsDonnees options)
    {
        if (configuration["Cles:Ancienne"] is { Length: > 0 } texte)
        {
            return Lire(texte, "Cles__Ancienne");
        }

        if (configuration["Cles:AncienFichier"] is { Length: > 0 } fichier)
        {
            return LireFichier(fichier);
        }

        // A change of the embedded database's key that was cut: both files are there, and both open.
        var laissee = Path.Combine(options.Dossier, NomDeLAncien);
        return options.Embarque && File.Exists(laissee) ? LireFichier(laissee) : null;
    }

    private static CleOperateur Courante(IConfiguration configuration, OptionsDonnees options)
    {
        if (configuration["Cles:Operateur"] is { Length: > 0 } texte)
        {
            return Lire(texte, "Cles__Operateur");
        }

        if (configuration["Cles:Fichier"] is { Length: > 0 } fichier)
        {
            return LireFichier(fichier);
        }

        if (configuration["Cles:SansProtection"] == "oui")
        {
            return new CleOperateur(null);
        }

        // Nodes on an outside database must share one key: none can make it for the others. Without one the product starts, and says so each time.
        return options.Embarque ? LireFichier(Creer(Path.Combine(options.Dossier, NomDuFichier))) : new CleOperateur(null) { ADire = true };
    }

    /// <summary>What may be stored.</summary>
    public string Fermer(string clair) =>
        _cle is null ? clair : $"{Version}.{_empreinte}.{Convert.ToBase64String(ChiffreAesGcm.Chiffrer(_cle, Encoding.UTF8.GetBytes(clair)))}";

    /// <summary>The first bytes of what this key closes; empty without a key.</summary>
    public ReadOnlySpan<byte> Debut => _debut;

    /// <summary>True for a text that this key closed, or that may stay in clear since there is none.</summary>
    public bool AJour(string garde) => _cle is null ? EnClair(garde) : garde.StartsWith($"{Version}.{_empreinte}.", StringComparison.Ordinal);

    /// <summary>A person's key, fit to be stored. On the path of every write: a few microseconds.</summary>
    public byte[] FermerCle(ReadOnlySpan<byte> claire) => _cle is null ? claire.ToArray() : [.. _debut, .. ChiffreAesGcm.Chiffrer(_cle, claire)];

    /// <summary>A person's key that was stored, closed or not. Throws <see cref="ErreurDeDemarrage"/> when no key that we have closed it.</summary>
    public byte[] OuvrirCle(byte[] gardee)
    {
        if (gardee.Length == ChiffreAesGcm.OctetsDeCle)
        {
            return gardee;
        }

        if (_cle is not null && gardee.AsSpan().StartsWith(_debut))
        {
            try
            {
                return ChiffreAesGcm.Dechiffrer(_cle, gardee.AsSpan(OctetsDeDebut));
            }
            catch (CryptographicException)
            {
                throw PasLaBonne();
            }
        }

        return _ancienne is not null ? _ancienne.OuvrirCle(gardee) : throw (_cle is null ? SansCle() : PasLaBonne());
    }

    /// <summary>True for what was stored without a key: XML.</summary>
    public static bool EnClair(string garde) => garde.StartsWith('<');

    /// <summary>What was stored. Throws <see cref="ErreurDeDemarrage"/> when this key isn't the one that closed it.</summary>
    public string Ouvrir(string garde)
    {
        if (EnClair(garde))
        {
            return garde;
        }

        if (_ancienne is not null && _ancienne.AJour(garde))
        {
            return _ancienne.Ouvrir(garde);
        }

        if (_cle is null)
        {
            throw SansCle();
        }

        try
        {
            return garde.Split('.') is [Version, var empreinte, var chiffre] && empreinte == _empreinte
                ? Encoding.UTF8.GetString(ChiffreAesGcm.Dechiffrer(_cle, Convert.FromBase64String(chiffre)))
                : throw PasLaBonne();
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            throw PasLaBonne();
        }
    }

    private static ErreurDeDemarrage SansCle() =>
        new("Les clés gardées dans la base sont protégées par une clé d’opérateur. Donnez-la par Cles__Operateur ou Cles__Fichier, et retirez Cles__SansProtection.");

    private static ErreurDeDemarrage PasLaBonne() => new(
        "La clé de l’opérateur n’est pas celle qui protège les clés gardées dans la base. Donnez la bonne par Cles__Operateur ou Cles__Fichier. Si elle est perdue, videz la table noyau.cles_protection : les formulaires ouverts seront à recommencer, les webhooks à refaire, les applications et cartes à codes ne marcheront plus (les clés d’accès et les codes imprimés, si), et les valeurs personnelles du journal ne se liront plus.");

    private static CleOperateur LireFichier(string chemin)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(chemin) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.GroupWrite)) != UnixFileMode.None)
            {
                throw new ErreurDeDemarrage($"D’autres comptes de la machine peuvent lire ou changer la clé de l’opérateur « {chemin} ». Faites « chmod 640 » ou « chmod 600 », puis relancez.");
            }

            return Lire(File.ReadAllText(chemin), chemin);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ErreurDeDemarrage($"La clé de l’opérateur « {chemin} » ne se lit pas : {e.Message}", e);
        }
    }

    private static CleOperateur Lire(string texte, string origine)
    {
        var cle = new byte[ChiffreAesGcm.OctetsDeCle + 1];
        return Convert.TryFromBase64String(texte.Trim(), cle, out var octets) && octets == ChiffreAesGcm.OctetsDeCle
            ? new CleOperateur(cle[..octets])
            : throw new ErreurDeDemarrage($"« {origine} » ne contient pas une clé : il faut 32 octets écrits en base64. {CommentLaFaire}");
    }

    /// <summary>Puts the embedded database's key aside and makes a new one. Both open until <see cref="OublierLAncienne"/>. Nothing happens when a change that was cut left both.</summary>
    public static void Remplacer(OptionsDonnees options)
    {
        var (chemin, ancien) = (Path.Combine(options.Dossier, NomDuFichier), Path.Combine(options.Dossier, NomDeLAncien));
        if (!File.Exists(ancien) && File.Exists(chemin))
        {
            File.Move(chemin, ancien);
        }

        Creer(chemin);
    }

    /// <summary>Everything is closed with the new one.</summary>
    public static void OublierLAncienne(OptionsDonnees options) => File.Delete(Path.Combine(options.Dossier, NomDeLAncien));

    private static string Creer(string chemin)
    {
        if (File.Exists(chemin))
        {
            return chemin;
        }

        try
        {
            // Written beside then moved: a stop in between leaves no half key.
            var nouveau = $"{chemin}.nouveau";
            File.Delete(nouveau);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var flux = new StreamWriter(nouveau, options))
            {
                flux.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(ChiffreAesGcm.OctetsDeCle)));
            }

            File.Move(nouveau, chemin);
            return chemin;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ErreurDeDemarrage($"La clé de l’opérateur ne s’écrit pas dans « {chemin} » : {e.Message}", e);
        }
    }
}
