using System.Globalization;
using FaireAvec.Kernel.Resultats;
using Microsoft.AspNetCore.Http;

namespace FaireAvec.Accompagnement.Api;

/// <summary>The filters of a list, read from the address; every fault is said at once.</summary>
internal sealed class FiltresDeLApi
{
    public const int TailleMax = 500;

    private const int TailleParDefaut = 100;
    private const int TexteMax = 200;

    private readonly IQueryCollection _requete;
    private readonly List<Erreur> _fautes = [];

    public FiltresDeLApi(IQueryCollection requete, IReadOnlyList<string> acceptes)
    {
        _requete = requete;
        if (ParametresDeLApi.Verifier(requete, acceptes) is { } faute)
        {
            _fautes.Add(faute);
        }
    }

    public IReadOnlyList<Erreur> Fautes => _fautes;

    public string? Texte(string nom)
    {
        var texte = _requete[nom].ToString();
        if (texte.Length <= TexteMax && !texte.Any(char.IsControl))
        {
            return texte.Length == 0 ? null : texte;
        }

        _fautes.Add(ErreursDeLApi.Valeur(nom, string.Create(CultureInfo.InvariantCulture, $"{TexteMax} caractères au plus")));
        return null;
    }

    public string? Parmi(string nom, IReadOnlyList<string> codes)
    {
        var texte = Texte(nom);
        if (texte is null || codes.Contains(texte, StringComparer.Ordinal))
        {
            return texte;
        }

        _fautes.Add(ErreursDeLApi.Valeur(nom, "une valeur de la liste", codes));
        return null;
    }

    public Guid? Id(string nom) => LireValeur<Guid>(nom, "un identifiant (UUID)", t => Guid.TryParseExact(t, "D", out var id) ? id : null);

    public DateOnly? Jour(string nom) =>
        LireValeur<DateOnly>(nom, "une date comme 2026-11-25, de 2000 à 2100", t => DateOnly.TryParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) && jour.Year is >= 2000 and <= 2100 ? jour : null);

    /// <summary>With its offset: an hour of nowhere would be read differently by each.</summary>
    public DateTimeOffset? Instant(string nom) => LireValeur<DateTimeOffset>(
        nom,
        "un instant comme 2026-11-25T09:00:00Z",
        t => t.Length > 10 && (t[^1] is 'Z' or 'z' || (t.Length > 6 && t[^6] is '+' or '-')) && DateTimeOffset.TryParse(t, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant.ToUniversalTime() : null);

    public int Taille()
    {
        var texte = Texte("taille");
        if (texte is null)
        {
            return TailleParDefaut;
        }

        if (int.TryParse(texte, NumberStyles.None, CultureInfo.InvariantCulture, out var taille) && taille is >= 1 and <= TailleMax)
        {
            return taille;
        }

        _fautes.Add(ErreursDeLApi.Taille);
        return TailleParDefaut;
    }

    public CurseurDeLApi? Curseur(string liste)
    {
        var texte = Texte("apres");
        if (texte is null)
        {
            return null;
        }

        var curseur = CurseurDeLApi.Lire(texte, liste);
        if (curseur is null)
        {
            _fautes.Add(ErreursDeLApi.Curseur);
        }

        return curseur;
    }

    /// <summary>Two days in order.</summary>
    public void EnOrdre(DateOnly? du, DateOnly? au)
    {
        if (du > au)
        {
            _fautes.Add(ErreursDeLApi.Periode);
        }
    }

    private T? LireValeur<T>(string nom, string attendu, Func<string, T?> lire)
        where T : struct
    {
        var texte = Texte(nom);
        if (texte is null)
        {
            return null;
        }

        if (lire(texte) is { } valeur)
        {
            return valeur;
        }

        _fautes.Add(ErreursDeLApi.Valeur(nom, attendu));
        return null;
    }
}
