namespace FaireAvec.Accompagnement.Domain.Rappels;

/// <summary>The figures of reminders; dated data.</summary>
/// <param name="Premier">How long before, for the first one.</param>
/// <param name="Second">How long before, for the second one.</param>
/// <param name="Matin">Hour, where the place is, from which a telephone may ring.</param>
/// <param name="Soir">Hour from which it no longer may.</param>
internal sealed record ReglesDesRappels(TimeSpan Premier, TimeSpan Second, int Matin, int Soir);
