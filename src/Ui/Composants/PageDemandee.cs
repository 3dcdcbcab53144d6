using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace FaireAvec.Ui.Composants;

/// <summary>The page of a list that the address asks for.</summary>
public static class PageDemandee
{
    private const int Max = 10_000;

    /// <summary>Its number, from 1. Read by hand: « page » is a word of the routes too.</summary>
    public static int NumeroDePage(this HttpRequest requete) =>
        int.TryParse(requete.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, 1, Max) : 1;
}
