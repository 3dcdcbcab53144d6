using System.Globalization;
using System.Net;
using System.Net.Mail;
using FaireAvec.Kernel.Temps;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Kernel.Courrier;

/// <summary>A message in plain text.</summary>
/// <param name="A">Recipient's address.</param>
/// <param name="Objet">Subject.</param>
/// <param name="Texte">Body.</param>
public sealed record Message(string A, string Objet, string Texte)
{
    /// <summary>What kind of message it is ("comptes.invitation"): all that is kept of it, with its recipient.</summary>
    public string Categorie { get; init; } = "autre";

    /// <summary>The last message to somebody who is erased: the log keeps that it left, not for whom.</summary>
    public bool DestinataireEfface { get; init; }

    /// <summary>The same for the same message, or null: one that is sent again after a failure is then known by the programs that receive it. Letters, digits, dots and hyphens.</summary>
    public string? Identifiant { get; init; }
}

/// <summary>Sends mail. The boundary to the outside: SMTP in production, files in a folder otherwise.</summary>
public interface ICourrier
{
    /// <summary>Hands the message over; an exception means that it wasn't.</summary>
    Task EnvoyerAsync(Message message, CancellationToken annulation);
}

/// <summary>
/// By SMTP when <c>Courrier:Serveur</c> is set (with <c>Port</c>, <c>Tls</c>, <c>Compte</c>, <c>MotDePasse</c>, <c>Expediteur</c>);
/// otherwise each message becomes a file .eml in the data folder, <c>courrier/</c>.
/// </summary>
internal sealed class CourrierSmtp(IConfiguration configuration, Postgres.OptionsDonnees donnees, TimeProvider horloge) : ICourrier
{
    public async Task EnvoyerAsync(Message message, CancellationToken annulation)
    {
        var options = configuration.GetSection("Courrier");
        using var courriel = new MailMessage(options["Expediteur"] ?? "ne-pas-repondre@faireavec.example", message.A, message.Objet, message.Texte);
        if (message.Identifiant is { } identifiant)
        {
            courriel.Headers.Add("Message-ID", $"<{identifiant}@{courriel.From!.Host}>");
        }

        using var client = new SmtpClient();
        (string Provisoire, string Depot)? dossiers = null;
        if (options["Serveur"] is { Length: > 0 } serveur)
        {
            client.Host = serveur;
            client.Port = int.Parse(options["Port"] ?? "587", CultureInfo.InvariantCulture);
            client.EnableSsl = options["Tls"] != "false";
            if (options["Compte"] is { Length: > 0 } compte)
            {
                client.Credentials = new NetworkCredential(compte, options["MotDePasse"]);
            }
        }
        else
        {
            // Written aside, then moved: whoever looks into the folder never reads half a message.
            var nom = Identifiants.Nouveau(horloge).ToString("N");
            var (provisoire, depot) = (Path.Combine(donnees.Dossier, "courrier-en-cours"), Path.Combine(donnees.Dossier, "courrier"));
            Directory.CreateDirectory(depot);
            client.DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory;
            client.PickupDirectoryLocation = Directory.CreateDirectory(Path.Combine(provisoire, nom)).FullName;
            dossiers = (Path.Combine(provisoire, nom), Path.Combine(depot, nom));
        }

        await client.SendMailAsync(courriel, annulation);
        if (dossiers is { } d)
        {
            Directory.Move(d.Provisoire, d.Depot);
        }
    }
}
