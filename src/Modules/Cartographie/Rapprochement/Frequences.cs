using System.Collections.Frozen;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using FaireAvec.Cartographie.Rapprochement.Texte;

namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>
/// What the shipped open data say of words and contacts: a word that many places have in their name says little; a phone or a site that many
/// communes share is a switchboard's. Contacts are kept as fingerprints: the file tells nobody's number.
/// </summary>
internal sealed class Frequences
{
    private readonly FrozenDictionary<Mot, float> _mots;
    private readonly FrozenDictionary<ulong, int> _partages;

    public Frequences(IReadOnlyDictionary<Mot, int> mots, IReadOnlyDictionary<ulong, int> partages, int noms)
    {
        (Mots, Partages, Noms) = (mots, partages, noms);
        var maximum = Math.Log(Math.Max(noms, 10));
        _mots = mots.ToDictionary(m => m.Key, m => (float)Math.Clamp(1 - (Math.Log(m.Value) / maximum), 0.05, 1)).ToFrozenDictionary();
        _partages = partages.ToFrozenDictionary();
    }

    public static Frequences Aucune { get; } = new(new Dictionary<Mot, int>(), new Dictionary<ulong, int>(), 10_000);

    public IReadOnlyDictionary<Mot, int> Mots { get; }

    public IReadOnlyDictionary<ulong, int> Partages { get; }

    /// <summary>Names counted.</summary>
    public int Noms { get; }

    /// <summary>1 for a word never seen, near 0 for one that is everywhere.</summary>
    public float Poids(Mot mot) => _mots.GetValueOrDefault(mot, 1f);

    /// <summary>1 when one place has it, less the more communes share it.</summary>
    public float Rarete(ulong empreinte) => _partages.GetValueOrDefault(empreinte, 1) switch { 1 => 1f, 2 => 0.7f, 3 => 0.4f, 4 => 0.25f, _ => 0.1f };

    /// <summary>The fingerprint of a contact of this kind: a phone is never taken for a SIRET.</summary>
    public static ulong Cle(char genre, ulong valeur) => Empreinte.Melanger(valeur, genre);

    public static Frequences Lire(string chemin)
    {
        using var lecteur = new StreamReader(new GZipStream(File.OpenRead(chemin), CompressionMode.Decompress), Encoding.UTF8);
        var (mots, partages, noms) = (new Dictionary<Mot, int>(), new Dictionary<ulong, int>(), 10_000);
        lecteur.ReadLine();
        while (lecteur.ReadLine() is { } ligne)
        {
            var champs = ligne.Split(',');
            var nombre = int.Parse(champs[2], CultureInfo.InvariantCulture);
            switch (champs[0])
            {
                case "noms":
                    noms = nombre;
                    break;
                case "mot":
                    mots[new Mot(ulong.Parse(champs[1].AsSpan(champs[1].IndexOf(':', StringComparison.Ordinal) + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture))] = nombre;
                    break;
                default:
                    partages[ulong.Parse(champs[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)] = nombre;
                    break;
            }
        }

        return new Frequences(mots, partages, noms);
    }

    /// <summary>Writes the file that <see cref="Lire"/> reads: the same data give the same bytes.</summary>
    public void Ecrire(string chemin)
    {
        using var sortie = new StreamWriter(new GZipStream(File.Create(chemin), CompressionLevel.SmallestSize), new UTF8Encoding(false)) { NewLine = "\n" };
        sortie.WriteLine("genre,valeur,nombre");
        sortie.WriteLine(string.Create(CultureInfo.InvariantCulture, $"noms,,{Noms}"));
        foreach (var (mot, nombre) in Mots.Where(m => m.Value > 1).OrderByDescending(m => m.Value).ThenBy(m => m.Key.Code))
        {
            sortie.WriteLine(string.Create(CultureInfo.InvariantCulture, $"mot,{mot}:{mot.Code:x},{nombre}"));
        }

        foreach (var (cle, nombre) in Partages.Where(p => p.Value > 1).OrderByDescending(p => p.Value).ThenBy(p => p.Key))
        {
            sortie.WriteLine(string.Create(CultureInfo.InvariantCulture, $"partage,{cle:x},{nombre}"));
        }
    }
}
