using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FaireAvec.Cartographie.Norme;

/// <summary>Writes the defects as they come, a line each, and then the numbers: JSON lines for programs, sentences for people.</summary>
/// <param name="sortie">Where it is written, in UTF-8.</param>
/// <param name="enTexte">True for sentences.</param>
/// <param name="sansAttendre">True when each line must leave as soon as it is written.</param>
internal sealed class RapportDeValidation(Stream sortie, bool enTexte, bool sansAttendre) : IDisposable
{
    private const int Tampon = 1 << 16;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly MemoryStream _tampon = new(Tampon * 2);

    public void Ecrire(Defaut d)
    {
        if (enTexte)
        {
            Texte(EnMots(d));
            return;
        }

        using (var json = new Utf8JsonWriter(_tampon, Options))
        {
            json.WriteStartObject();
            Entier(json, "ligne"u8, d.Ligne);
            json.WriteString("id"u8, d.Id);
            json.WriteString("colonne"u8, d.Colonne);
            json.WriteString("valeur"u8, d.Valeur);
            json.WriteString("regle"u8, d.Regle);
            json.WriteString("niveau"u8, d.Niveau == Niveau.Bloquant ? "bloquant"u8 : "avertissement"u8);
            json.WriteString("message"u8, d.Message);
            json.WriteString("suggestion"u8, d.Suggestion);
            json.WriteEndObject();
        }

        FinirLaLigne();
    }

    public void Finir(BilanDeValidation b)
    {
        if (enTexte)
        {
            Texte(EnMots(b));
        }
        else
        {
            using (var json = new Utf8JsonWriter(_tampon, Options))
            {
                json.WriteStartObject();
                json.WriteStartObject("bilan"u8);
                json.WriteNumber("lignes"u8, b.Lignes);
                json.WriteNumber("valides"u8, b.Valides);
                json.WriteNumber("defauts"u8, b.Defauts);
                json.WriteNumber("bloquants"u8, b.Bloquants);
                json.WriteNumber("avertissements"u8, b.Avertissements);
                json.WriteStartObject("par_regle"u8);
                foreach (var (regle, nombre) in b.ParRegle)
                {
                    json.WriteNumber(regle, nombre);
                }

                json.WriteEndObject();
                json.WriteString("schema"u8, b.Schema);
                json.WriteString("version_lue"u8, b.VersionLue);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            FinirLaLigne();
        }

        Vider();
    }

    /// <summary>Sends what is still here.</summary>
    public void Vider()
    {
        sortie.Write(_tampon.GetBuffer(), 0, (int)_tampon.Length);
        _tampon.SetLength(0);
        sortie.Flush();
    }

    public void Dispose() => _tampon.Dispose();

    /// <summary>« Ligne 12, code_postal « 4200 » : Un code postal a cinq chiffres. Peut-être « 04200 ». [NOR-CP-01] ».</summary>
    public static string EnMots(Defaut d)
    {
        var ou = string.Join(", ", new[] { d.Ligne is { } l ? $"Ligne {l.ToString(CultureInfo.InvariantCulture)}" : "Fichier", string.IsNullOrEmpty(d.Colonne) ? null : d.Colonne }.OfType<string>());
        return $"{(d.Niveau == Niveau.Bloquant ? "✗" : "·")} {ou}{(d.Valeur is null ? "" : $" « {d.Valeur} »")} : {d.Message}{(d.Suggestion is null ? "" : $" Peut-être « {d.Suggestion} ».")} [{d.Regle}]";
    }

    /// <summary>The numbers in some sentences.</summary>
    public static string EnMots(BilanDeValidation b)
    {
        static string N(int n) => n.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');
        var texte = new StringBuilder($"{N(b.Lignes)} lignes lues, {N(b.Valides)} sans défaut bloquant (schéma {b.Schema}). {N(b.Bloquants)} défauts bloquants, {N(b.Avertissements)} avertissements.");
        if (b.LignesV0 > 0)
        {
            texte.Append(CultureInfo.InvariantCulture, $"\n{N(b.LignesV0)} lignes sont écrites dans une version 0.x du schéma : elles ont été traduites.");
        }

        if (b.EtapesNumeriques > 0)
        {
            texte.Append(CultureInfo.InvariantCulture, $"\n{N(b.EtapesNumeriques)} lignes ont « Étapes numériques (La Poste) » : le libellé est juste, c’est le motif du schéma officiel qui a perdu une espace et le refuse.");
        }

        foreach (var (regle, nombre) in b.ParRegle.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal))
        {
            texte.Append(CultureInfo.InvariantCulture, $"\n  {regle,-12} {N(nombre),8}");
        }

        return texte.ToString();
    }

    private static void Entier(Utf8JsonWriter json, ReadOnlySpan<byte> nom, long? valeur)
    {
        if (valeur is { } v)
        {
            json.WriteNumber(nom, v);
        }
        else
        {
            json.WriteNull(nom);
        }
    }

    private void Texte(string ligne)
    {
        _tampon.Write(Encoding.UTF8.GetBytes(ligne));
        FinirLaLigne();
    }

    private void FinirLaLigne()
    {
        _tampon.WriteByte((byte)'\n');
        if (sansAttendre || _tampon.Length >= Tampon)
        {
            Vider();
        }
    }
}
