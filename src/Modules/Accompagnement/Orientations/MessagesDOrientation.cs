using System.Net.Mail;
using System.Net.Sockets;
using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Courrier;

namespace FaireAvec.Accompagnement.Orientations;

/// <summary>
/// The messages of an orientation: the card to the person, the link to the receiver. Sent while the page waits, a few seconds at most, because neither the
/// person's address nor the link is kept anywhere, a queue included. The channel of the person is chosen here: another one than e-mail has its case in
/// <see cref="ALaPersonneAsync"/>.
/// </summary>
internal sealed class MessagesDOrientation(ICourrier courrier, TimeProvider horloge)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The card, in words. False when it didn't leave.</summary>
    public Task<bool> ALaPersonneAsync(string courriel, Orientation orientation, LieuQuiRecoit? lieu, CancellationToken annulation) => EnvoyerAsync(
        new Message(courriel, MotsOrientation.T("Message.Personne.Objet"), TexteDeLaCarte.Ecrire(orientation, lieu)) { Categorie = "accompagnement.orientation_personne" }, annulation);

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
