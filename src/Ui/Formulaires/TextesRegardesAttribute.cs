namespace FaireAvec.Ui.Formulaires;

/// <summary>
/// The fields that a page looks at by itself before the write, beside those that are <see cref="TexteLibreAttribute"/>: it says beside the field what is wrong.
/// <see cref="FiletDesTextes"/> leaves them to it.
/// </summary>
/// <param name="champs">Names of fields; one that ends with a dot stands for all that begin with it.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TextesRegardesAttribute(params string[] champs) : Attribute
{
    /// <summary>True for a field that the page looks at.</summary>
    public bool Concerne(string champ) => Array.Exists(champs, c => c.EndsWith('.') ? champ.StartsWith(c, StringComparison.OrdinalIgnoreCase) : string.Equals(champ, c, StringComparison.OrdinalIgnoreCase));
}
