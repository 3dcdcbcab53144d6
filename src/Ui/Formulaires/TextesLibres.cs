using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using FaireAvec.Kernel.Texte;
using FaireAvec.Ui.Ressources;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Ui.Formulaires;

/// <summary>The watch on free texts. What was typed stays in the field, and the sentence says where the trouble is.</summary>
public static class TextesLibres
{
    /// <summary>Name of the box « Je comprends, enregistrer quand même »; its value is the fingerprint of the text that it is about.</summary>
    public const string Compris = "texte-libre-compris";

    // A text has a few troubles at most; more sentences wouldn't be read.
    private const int PhrasesMax = 3;

    private static readonly object Cle = new();
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(PropertyInfo Propriete, TexteLibreAttribute Regle)>> Connues = new();

    /// <summary>
    /// Looks at each <see cref="TexteLibreAttribute"/> property of the page. False when something is refused, or must be confirmed: the sentences are in
    /// the model state, and the field shows the box to confirm. Call it after <c>ModelState.Clear()</c>, before the write.
    /// </summary>
    public static bool TextesLibresAcceptes(this PageModel page)
    {
        var bon = true;
        foreach (var (propriete, regle) in Connues.GetOrAdd(page.GetType(), Champs))
        {
            bon &= page.TexteLibreAccepte(propriete.Name, (string?)propriete.GetValue(page), regle.ContactsPermis);
        }

        return bon;
    }

    /// <summary>The same for one text, of a form that isn't bound to properties.</summary>
    public static bool TexteLibreAccepte(this PageModel page, string champ, string? texte, bool contactsPermis = false)
    {
        if (TableauColle.Est(texte))
        {
            page.ModelState.AddModelError(champ, Textes.TexteLibreTableau);
            return false;
        }

        var reperes = ReperageDeSecrets.Reperer(texte).Where(r => !contactsPermis || r.Nature is not (NatureDeSecret.Telephone or NatureDeSecret.Courriel)).ToList();
        if (reperes.Count == 0)
        {
            return true;
        }

        var refus = reperes.Where(r => r.Refuse).ToList();
        if (refus.Count == 0)
        {
            var empreinte = Empreinte(champ, texte!);
            var compris = page.Request.HasFormContentType && page.Request.Form[Compris].Contains(empreinte, StringComparer.Ordinal);
            Confirmations(page.HttpContext)[champ] = new(empreinte, compris, Textes.TexteLibreCompris);
            if (compris)
            {
                return true;
            }
        }

        page.ModelState.AddModelError(champ, string.Join(' ', (refus.Count > 0 ? refus : reperes).Select(r => r.Phrase).Distinct(StringComparer.Ordinal).Take(PhrasesMax)));
        return false;
    }

    /// <summary>
    /// For a text where no telephone is kept: true when all that was found in it are numbers that look like one, and the person ticked that they aren't.
    /// Until then the field shows the box. Anything else stays refused, ticked or not.
    /// </summary>
    public static bool PasUnTelephone(this PageModel page, string champ, string? texte)
    {
        var reperes = ReperageDeSecrets.Reperer(texte);
        if (reperes.Count == 0 || reperes.Any(r => r.Nature != NatureDeSecret.Telephone))
        {
            return false;
        }

        var empreinte = Empreinte(champ, texte!);
        var dit = page.Request.HasFormContentType && page.Request.Form[Compris].Contains(empreinte, StringComparer.Ordinal);
        Confirmations(page.HttpContext)[champ] = new(empreinte, dit, Textes.TexteLibrePasUnTelephone);
        return dit;
    }

    /// <summary>The properties of a page that are watched.</summary>
    public static IReadOnlyList<(PropertyInfo Propriete, TexteLibreAttribute Regle)> Champs(Type page) =>
    [
        .. page.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(p => (Propriete: p, Regle: p.GetCustomAttribute<TexteLibreAttribute>()))
            .Where(p => p.Regle is not null)
            .Select(p => p.Propriete.PropertyType == typeof(string) ? (p.Propriete, p.Regle!) : throw new InvalidOperationException($"[TexteLibre] {page.Name}.{p.Propriete.Name} must be a string.")),
    ];

    internal static ConfirmationDeTexte? Confirmation(HttpContext contexte, string champ) =>
        contexte.Items[Cle] is Dictionary<string, ConfirmationDeTexte> toutes && toutes.TryGetValue(champ, out var une) ? une : null;

    private static Dictionary<string, ConfirmationDeTexte> Confirmations(HttpContext contexte)
    {
        if (contexte.Items[Cle] is not Dictionary<string, ConfirmationDeTexte> toutes)
        {
            contexte.Items[Cle] = toutes = new(StringComparer.Ordinal);
        }

        return toutes;
    }

    // Of this field and this text: another text is asked about again.
    private static string Empreinte(string champ, string texte) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{champ}\n{texte.ReplaceLineEndings("\n").Trim()}")).AsSpan(0, 12));
}

/// <summary>The box that a field shows when its text was warned of.</summary>
/// <param name="Valeur">Fingerprint of the text.</param>
/// <param name="Cochee">The person has already confirmed, and the page is shown again for another reason.</param>
/// <param name="Libelle">What is confirmed.</param>
internal sealed record ConfirmationDeTexte(string Valeur, bool Cochee, string Libelle);
