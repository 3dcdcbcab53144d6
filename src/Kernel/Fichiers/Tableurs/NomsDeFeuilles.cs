namespace FaireAvec.Kernel.Fichiers.Tableurs;

/// <summary>Names of sheets that every spreadsheet takes: at most 31 characters, none of those that it forbids, never twice.</summary>
internal sealed class NomsDeFeuilles
{
    private const int Max = 31;

    private readonly HashSet<string> _pris = new(StringComparer.OrdinalIgnoreCase);

    public string Donner(string voulu)
    {
        var propre = string.Concat(voulu.Select(c => "[]:*?/\\'".Contains(c, StringComparison.Ordinal) || char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)).Trim();
        propre = propre.Length == 0 ? "Feuille" : propre;
        for (var rang = 1; ; rang++)
        {
            var suite = rang == 1 ? "" : $" ({rang})";
            var nom = $"{(propre.Length + suite.Length <= Max ? propre : propre[..(Max - suite.Length)].TrimEnd())}{suite}";
            if (_pris.Add(nom))
            {
                return nom;
            }
        }
    }
}
