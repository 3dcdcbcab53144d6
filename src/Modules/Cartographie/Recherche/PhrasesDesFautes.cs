using System.Globalization;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>The sentences about what is wrong in an address: a page says them in its own language, the API in French.</summary>
internal sealed class PhrasesDesFautes
{
    private readonly CultureInfo _langue;

    private readonly bool _brute;

    private PhrasesDesFautes(CultureInfo langue, bool brute) => (_langue, _brute) = (langue, brute);

    /// <summary>For systems. In JSON, a no-break space may be written « \u00A0 »: the spaces are ordinary ones.</summary>
    public static PhrasesDesFautes DeLApi { get; } = new(CultureInfo.GetCultureInfo("fr"), brute: true);

    /// <summary>For the page of this request.</summary>
    public static PhrasesDesFautes DeLaPage => new(CultureInfo.CurrentUICulture, brute: false);

    /// <summary>A fault.</summary>
    /// <param name="code">« CAR-007 ».</param>
    /// <param name="cle">The sentence, after « Faute. ».</param>
    /// <param name="champ">The parameter; the first value put in the sentence.</param>
    /// <param name="acceptees">What may be written instead, when it is a closed list.</param>
    /// <param name="valeurs">The other values put in the sentence.</param>
    public Erreur Faute(string code, string cle, string champ, IReadOnlyList<string>? acceptees, params object[] valeurs) => new(code, Phrase(cle, [champ, .. valeurs]), champ, acceptees);

    /// <summary>A fault whose remedy isn't a closed list.</summary>
    public Erreur Faute(string code, string cle, string champ, params object[] valeurs) => Faute(code, cle, champ, null, valeurs);

    /// <summary>A piece of a sentence. Numbers are written as an address takes them.</summary>
    public string Phrase(string cle, params object[] valeurs)
    {
        var phrase = Mots.DansLaLangue($"Faute.{cle}", _langue);
        return string.Format(CultureInfo.InvariantCulture, _brute ? phrase.Replace('\u00a0', ' ') : phrase, valeurs);
    }
}
