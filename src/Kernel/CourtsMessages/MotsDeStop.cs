using System.Collections.Frozen;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Kernel.CourtsMessages;

/// <summary>What somebody answers to a short message: to stop, to begin again, or something else, that nobody reads.</summary>
public static class MotsDeStop
{
    private const int Lus = 160;

    private static readonly FrozenSet<string> Arrets = FrozenSet.Create(StringComparer.Ordinal,
        "stop", "stopp", "stope", "stoper", "stopper", "arret", "arrets", "arrete", "arretez", "arreter", "desabonner", "desabonne", "desabonnez", "desabonnement", "desinscrire", "desinscris", "desinscription", "desinscrivez",
        "resilier", "resiliation", "fin", "end", "unsubscribe", "cancel", "quit", "stopsms", "stopall");

    private static readonly FrozenSet<string> Reprises = FrozenSet.Create(StringComparer.Ordinal, "start", "reprendre", "reprise", "unstop", "reabonner", "reabonnement", "reinscrire", "reinscription");

    // Around the word, these say nothing more: « stop svp », « STOP SMS », « je veux arrêter ».
    private static readonly FrozenSet<string> Politesses = FrozenSet.Create(StringComparer.Ordinal,
        "sms", "svp", "stp", "merci", "bonjour", "bonsoir", "s", "il", "vous", "te", "plait", "les", "le", "de", "des", "message", "messages", "texto", "textos", "je", "veux", "voudrais", "me", "m", "moi", "au", "a", "please", "faut", "d", "rappels", "rappel", "ces", "tout", "tous");

    /// <summary>
    /// Reads an answer. It asks to stop when it begins by « stop », or when it holds nothing else than words of stop: a sentence about something else (« je
    /// serai en retard, ne fermez pas ») doesn't. What follows the 160th sign isn't read.
    /// </summary>
    public static DemandeParCourtMessage Lire(string? texte)
    {
        var tous = TexteRecherche.Normaliser(texte?[..Math.Min(texte.Length, Lus)]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // « S.T.O.P. »
        if (tous is ["s", "t", "o", "p"] or ["stop", ..])
        {
            return DemandeParCourtMessage.Arreter;
        }

        // « SMS STOP 36180 »: the number of the service says nothing.
        var mots = tous.Where(m => !Politesses.Contains(m) && m.AsSpan().ContainsAnyExceptInRange('0', '9')).ToList();
        return mots.Count == 0 ? DemandeParCourtMessage.Autre
            : mots.TrueForAll(Arrets.Contains) ? DemandeParCourtMessage.Arreter
            : mots.TrueForAll(Reprises.Contains) ? DemandeParCourtMessage.Reprendre
            : DemandeParCourtMessage.Autre;
    }
}
