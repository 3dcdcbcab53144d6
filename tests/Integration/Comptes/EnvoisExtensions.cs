using AngleSharp.Html.Dom;

namespace FaireAvec.Tests.Integration.Comptes;

/// <summary>Pages of those who are signed in have a second form: the one that signs out.</summary>
internal static class EnvoisExtensions
{
    /// <summary>Sends the form of the page itself, the first one in its content, with some fields filled differently.</summary>
    public static async Task<HttpResponseMessage> EnvoyerPremierAsync(this HttpClient client, string adresse, IHtmlDocument page, params (string Nom, string Valeur)[] valeurs)
    {
        var formulaire = page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(f => f.Method.Equals("post", StringComparison.OrdinalIgnoreCase));
        return await client.EnvoyerLeAsync(adresse, formulaire, valeurs);
    }

    /// <summary>Sends this form, with some fields filled differently.</summary>
    public static async Task<HttpResponseMessage> EnvoyerLeAsync(this HttpClient client, string adresse, IHtmlFormElement formulaire, params (string Nom, string Valeur)[] valeurs)
    {
        var champs = new List<KeyValuePair<string, string>>();
        foreach (var element in formulaire.Elements)
        {
            var (nom, valeur) = element switch
            {
                IHtmlInputElement { Name: { Length: > 0 } n } i when i.Type is not ("submit" or "button" or "file") && (i.Type is not ("checkbox" or "radio") || i.IsChecked) => (n, i.Value),
                IHtmlTextAreaElement { Name: { Length: > 0 } n } t => (n, t.Value),
                IHtmlSelectElement { Name: { Length: > 0 } n } s => (n, s.Value ?? ""),
                _ => ("", ""),
            };
            if (nom.Length > 0 && !valeurs.Any(v => v.Nom == nom))
            {
                champs.Add(new(nom, valeur));
            }
        }

        champs.AddRange(valeurs.Select(v => KeyValuePair.Create(v.Nom, v.Valeur)));
        using var contenu = new FormUrlEncodedContent(champs);
        return await client.PostAsync(formulaire.GetAttribute("action") is { Length: > 0 } action ? action : adresse, contenu);
    }
}
