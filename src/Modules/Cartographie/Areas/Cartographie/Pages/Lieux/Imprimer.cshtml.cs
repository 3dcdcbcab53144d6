using System.Globalization;
using FaireAvec.Cartographie.Horaires;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Contracts.Territoires;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Lieux;

/// <summary>The sheet to print and to give to a person, with a code that leads to the page.</summary>
internal sealed class ImprimerModel(CatalogueLieux catalogue, ITerritoires territoires, TimeProvider horloge) : LieuModel(catalogue, territoires, horloge)
{
    public override IActionResult OnGet(string cle)
    {
        if (Trouver(cle, Liens.Imprimer) is { } ailleurs)
        {
            return ailleurs;
        }

        var page = Montrer();
        Habituelle = SemaineHabituelle.De(Connu.Horaires);
        if (Habituelle is { } habituelle)
        {
            // The sheet is read for months: days without dates, no holiday of this week.
            Semaine = [.. SemaineEnMots.Composer(habituelle.Horaires, Maintenant, Connu.Departement, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)
                .Select(j => j with { Nom = Jour(j.Date), Aujourdhui = false, JourFerie = null, AVerifier = null })];
        }

        return page;
    }

    /// <summary>The hours of every week; null when only those of this week are sure.</summary>
    public SemaineHabituelle? Habituelle { get; private set; }

    private static string Jour(DateOnly date)
    {
        var nom = CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName(date.DayOfWeek);
        return string.Concat(nom[..1].ToUpper(CultureInfo.CurrentUICulture), nom.AsSpan(1));
    }
}
