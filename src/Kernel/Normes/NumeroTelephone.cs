namespace FaireAvec.Kernel.Normes;

/// <summary>A telephone number that was understood.</summary>
/// <param name="E164">"+33477123456"; null for a short number, which has no international form.</param>
/// <param name="Court">"3939"; null for the others.</param>
/// <param name="Affichage">As one writes it in France: « 04 77 12 34 56 », « 0590 12 34 56 », « +687 12 34 56 », « 39 39 ».</param>
/// <param name="Type">Kind.</param>
/// <param name="Extension">Internal extension ("12"), or null.</param>
public sealed record NumeroTelephone(string? E164, string? Court, string Affichage, TypeTelephone Type, string? Extension = null)
{
    /// <summary>What goes in the standard's column: the international form, or the short number as it is.</summary>
    public string Valeur => E164 ?? Court!;

    /// <summary>The display with all but the beginning and the end hidden: « 06 •• •• •• 56 ».</summary>
    public string Masque
    {
        get
        {
            var lettres = Affichage.ToCharArray();
            var debut = E164 is not null && Affichage[0] == '+' ? Affichage.IndexOf(' ', StringComparison.Ordinal) : 2;
            for (var i = Math.Max(2, debut); i < lettres.Length - 2; i++)
            {
                lettres[i] = char.IsAsciiDigit(lettres[i]) ? '•' : lettres[i];
            }

            return new string(lettres);
        }
    }
}
