using FaireAvec.Tests.Support.Pages;

namespace FaireAvec.Tests.Integration.Comptes.DonneesPersonnelles;

internal static class Formulaires
{
    /// <summary>Fills the form of the page's content: that of the account's bar isn't it.</summary>
    public static async Task<HttpResponseMessage> EnvoyerFormulaireAsync(this HttpClient client, string adresse, params (string Nom, string Valeur)[] valeurs)
    {
        var page = await client.LirePageAsync(adresse);
        var jeton = page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var contenu = new FormUrlEncodedContent([.. valeurs.Select(v => KeyValuePair.Create(v.Nom, v.Valeur)), KeyValuePair.Create("__RequestVerificationToken", jeton)]);
        return await client.PostAsync(adresse, contenu);
    }
}
