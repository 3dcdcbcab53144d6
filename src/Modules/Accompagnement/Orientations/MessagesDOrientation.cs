using System.Net.Mail;
using System.Net.Sockets;
using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Courrier;
using FaireAvec.Kernel.CourtsMessages;
using FaireAvec.Kernel.Normes;

namespace FaireAvec.Accompagnement.Orientations;

/// <summary>
/// The messages of an orientation: the card to the person, the link to the receiver. Sent while the page waits, a few seconds at most, because neither the
/// person's address nor the link is kept anywhere, a queue included. The person's channel is e-mail or SMS, as they say.
/// </summary>
internal sealed class MessagesDOrientation(ICourrier courrier, ICourtsMessages courtsMessages, TimeProvider horloge)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The card, in words. False when it didn't leave.</summary>
    public Task<bool> ALaPersonneAsync(string courriel, Orientation orientation, LieuQuiRecoit? lieu, CancellationToken annulation) => EnvoyerAsync(
        new Message(courriel, MotsOrientation.T("Message.Personne.Objet"), TexteDeLaCarte.Ecrire(orientation, lieu)) { Categorie = "accompagnement.orientation_personne" }, annulation);

    /// <summary>The card by SMS: where, when, the link. The number is used, and kept nowhere here.</summary>
    /// <param name="numero">To whom.</param>
    /// <param name="envoi">Made with the form: sent twice, it is one message.</param>
    /// <param name="orientation">What the card is of.</param>
    /// <param name="lieu">The place.</param>
    /// <param name="site">Address of the site.</param>
    /// <param name="annulation">Gives up.</param>
    /// <returns>What became of it; null when it didn't leave.</returns>
    public async Task<SortDuCourtMessage?> ParSmsAsync(NumeroDeMobile numero, Guid envoi, Orientation orientation, LieuQuiRecoit? lieu, string site, CancellationToken annulation)
    {
        using var patience = new CancellationTokenSource(Patience, horloge);
        using var lie = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, annulation);
        try
        {
            return await courtsMessages.EnvoyerAsync(
                new CourtMessage(numero, SmsDeLaCarte.Ecrire(orientation, lieu, site, courtsMessages.MentionDeStop), $"orientation {orientation.Id:N} {envoi:N}") { Categorie = "accompagnement.orientation_personne" }, lie.Token);
        }
        catch (Exception e) when (e is EnvoiManque || (e is OperationCanceledException && !annulation.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>The link. The message holds no word about the person: it opens what they agreed to show.</summary>
    public Task<bool> AuReceveurAsync(string courriel, string adresse, CancellationToken annulation) => EnvoyerAsync(
        new Message(courriel, MotsOrientation.T("Message.Receveur.Objet"), MotsOrientation.T("Message.Receveur.Texte", adresse, (int)LienDOrientation.Validite.TotalDays)) { Categorie = "accompagnement.orientation_receveur" }, annulation);

    /// <summary>True for one address, as a mail server takes it.</summary>
    public static bool EstUneAdresse(string? saisie) =>
        saisie is { Length: >= 6 and <= 254 } && !saisie.Any(c => char.IsControl(c) || c is ' ' or ',' or ';' or '<' or '>' or '"') && MailAddress.TryCreate(saisie, out var adresse) && adresse.Address == saisie && adresse.Host.Contains('.', StringComparison.Ordinal);

    private async Task<bool> EnvoyerAsync(Message message, CancellationToken annulation)
    {
        using var patience = new CancellationTokenSource(Patience, horloge);
        using var lie = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, annulation);
        try
        {
            await courrier.EnvoyerAsync(message, lie.Token);
            return true;
        }
        catch (Exception e) when (e is SmtpException or IOException or SocketException || (e is OperationCanceledException && !annulation.IsCancellationRequested))
        {
            return false;
        }
    }
}
