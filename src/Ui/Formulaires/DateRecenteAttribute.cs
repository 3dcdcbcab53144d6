namespace FaireAvec.Ui.Formulaires;

/// <summary>A date of these years, of a period or of an act: when it is refused, the example is of this year.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DateRecenteAttribute : Attribute;
