using Microsoft.Extensions.Configuration;

namespace FaireAvec.Kernel.CourtsMessages;

/// <summary>The settings « Sms:… », read at each use.</summary>
/// <param name="Adresse">Where the gateway is; null: files in the data folder.</param>
/// <param name="Secret">Sent to the gateway (« Authorization: Bearer »). By a file: <c>Sms__Secret__Fichier</c>.</param>
/// <param name="Expediteur">Name or number that is seen.</param>
/// <param name="BoucleLocale">Lets a gateway on this machine be called, without TLS. For tests alone.</param>
internal sealed record ReglagesDesCourtsMessages(Uri? Adresse, string? Secret, string Expediteur, bool BoucleLocale)
{
    public static ReglagesDesCourtsMessages De(IConfiguration configuration)
    {
        var sms = configuration.GetSection("Sms");
        var boucle = sms["BoucleLocale"] == "true";
        if (sms["Adresse"] is not { Length: > 0 } adresse)
        {
            return new(null, null, Envoyeur(sms), boucle);
        }

        if (!Uri.TryCreate(adresse, UriKind.Absolute, out var uri) || !(uri.Scheme == "https" || (boucle && uri is { Scheme: "http", IsLoopback: true })))
        {
            throw new EnvoiManque("Sms__Adresse n’est pas une adresse https.", definitif: true);
        }

        return new(uri, Vide(sms["Secret"]) ?? throw new EnvoiManque("Sms__Secret manque : donnez-le, ou son fichier par Sms__Secret__Fichier.", definitif: true), Envoyeur(sms), boucle);
    }

    private static string Envoyeur(IConfigurationSection sms) => Vide(sms["Expediteur"]) ?? "FaireAvec";

    private static string? Vide(string? texte) => string.IsNullOrWhiteSpace(texte) ? null : texte.Trim();
}
