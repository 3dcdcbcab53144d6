namespace FaireAvec.Ui.Formulaires;

/// <summary>
/// A field where people write what they want. Before saving, the page asks <see cref="TextesLibres.TextesLibresAcceptes"/>: a password or a social-security
/// number is refused, the rest is warned of once. A test fails when a page has such a field and doesn't ask.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TexteLibreAttribute : Attribute
{
    /// <summary>True where a telephone number or an e-mail address is the subject: the contacts of a place of the public map. The rest is still watched.</summary>
    public bool ContactsPermis { get; init; }
}
