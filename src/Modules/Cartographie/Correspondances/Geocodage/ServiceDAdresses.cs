using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Correspondances.Geocodage;

/// <summary>
/// The national address service (Base Adresse Nationale, Géoplateforme): addresses are sent by batches as CSV; those that come back unsure are asked one by
/// one, up to a limit. Each call has a time limit and a few tries, waits when the service asks to, follows no redirection and reads a bounded answer. A batch
/// that fails is left out, and the others go on.
/// </summary>
internal sealed class ServiceDAdresses(HttpClient client, ReglagesGeocodage reglages, ITerritoires territoires, TimeProvider horloge) : IGeocodeur
{
    public const string Fournisseur = "service national d’adresses";

    /// <summary>Longest answer read, in bytes.</summary>
    public const int ReponseMax = 50_000_000;

    /// <summary>Longest wait that the service may ask for.</summary>
    private static readonly TimeSpan AttenteMax = TimeSpan.FromSeconds(30);

    private int _recherches;

    /// <summary>What failed, in French, for the report; bounded.</summary>
    public IReadOnlyCollection<string> Pannes => _pannes;

    private readonly List<string> _pannes = [];

    /// <summary>The client that this service needs: no redirection, since one could lead to a private address; no limit but its own.</summary>
    public static HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = ReponseMax,
    };

    public async Task<IReadOnlyList<AdresseTrouvee?>> GeocoderAsync(IReadOnlyList<DemandeAdresse> demandes, CancellationToken annulation)
    {
        var reponses = await DemanderAsync([.. demandes.DistinctBy(d => d.Cle, StringComparer.Ordinal)], annulation);
        return [.. demandes.Select(d => reponses.GetValueOrDefault(d.Cle))];
    }

    /// <summary>The answers by key: null for an address that the service knows not; absent for one that couldn't be asked.</summary>
    public async Task<Dictionary<string, AdresseTrouvee?>> DemanderAsync(IReadOnlyList<DemandeAdresse> demandes, CancellationToken annulation)
    {
        var reponses = new Dictionary<string, AdresseTrouvee?>(StringComparer.Ordinal);
        foreach (var lot in demandes.Chunk(reglages.TailleDuLot))
        {
            if (await LotAsync(lot, annulation) is not { } duLot)
            {
                continue;
            }

            for (var i = 0; i < lot.Length; i++)
            {
                var (demande, trouvee) = (lot[i], duLot.GetValueOrDefault(i));
                if (trouvee is not null && Acceptation.DansUnLot(trouvee, demande, territoires))
                {
                    reponses[demande.Cle] = trouvee;
                }
                else if (_recherches++ < reglages.RecherchesMax)
                {
                    var (repondu, seule) = await SeuleAsync(demande, annulation);
                    if (repondu)
                    {
                        reponses[demande.Cle] = seule is not null && Acceptation.Seule(seule, demande, territoires) ? seule : null;
                    }
                }
            }
        }

        return reponses;
    }

    /// <summary>The answers by rank in the batch; null when the batch failed.</summary>
    private async Task<Dictionary<int, AdresseTrouvee>?> LotAsync(DemandeAdresse[] lot, CancellationToken annulation)
    {
        var csv = new StringBuilder("rang,adresse,code_postal,commune,code_insee\n");
        for (var i = 0; i < lot.Length; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{i},{Cellule(lot[i].Voie)},{Cellule(lot[i].CodePostal)},{Cellule(lot[i].Commune)},{Cellule(lot[i].CodeInsee ?? "")}\n");
        }

        var octets = Encoding.UTF8.GetBytes(csv.ToString());
        var corps = await AppelerAsync(
            () =>
            {
                var fichier = new ByteArrayContent(octets);
                fichier.Headers.ContentType = new MediaTypeHeaderValue("text/csv") { CharSet = "utf-8" };
                return new HttpRequestMessage(HttpMethod.Post, new Uri(reglages.Adresse, "search/csv"))
                {
                    Content = new MultipartFormDataContent
                    {
                        { fichier, "data", "adresses.csv" },
                        { new StringContent("adresse"), "columns" },
                        { new StringContent("commune"), "columns" },
                        { new StringContent("code_postal"), "postcode" },
                        { new StringContent("code_insee"), "citycode" },
                    },
                };
            },
            annulation);
        return corps is null ? null : LireLot(corps, lot.Length);
    }

    /// <summary>Rows are found by their own number, not by their order, and values by the names of their columns.</summary>
    private Dictionary<int, AdresseTrouvee>? LireLot(byte[] corps, int nombre)
    {
        try
        {
            var reponses = new Dictionary<int, AdresseTrouvee>();
            using var lecture = LectureFichier.Ouvrir(new MemoryStream(corps), new OptionsDeLecture { Encodage = "utf-8", Separateur = ',' });
            foreach (var ligne in lecture.Lignes(_ => { }))
            {
                if (int.TryParse(ligne["rang"], NumberStyles.None, CultureInfo.InvariantCulture, out var rang) && rang < nombre && Lire(c => ligne[c]) is { } reponse)
                {
                    reponses[rang] = reponse;
                }
            }

            return reponses;
        }
        catch (FichierIllisibleException e)
        {
            NoterPanne($"Réponse illisible du service d’adresses : {e.Message}");
            return null;
        }
    }

    private AdresseTrouvee? Lire(Func<string, string?> valeur)
    {
        double? Nombre(params string[] noms) => noms.Select(valeur).FirstOrDefault(t => t is not null) is { } t && double.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n) ? n : null;
        return Nombre("latitude", "result_latitude") is { } latitude && Nombre("longitude", "result_longitude") is { } longitude
            ? new(latitude, longitude, Niveau(valeur("result_type")), Nombre("result_score"), valeur("result_street") ?? (valeur("result_type") == "street" ? valeur("result_name") : null), valeur("result_postcode"), valeur("result_city"), valeur("result_citycode"), Fournisseur, Aujourdhui)
            : null;
    }

    private async Task<(bool Repondu, AdresseTrouvee? Reponse)> SeuleAsync(DemandeAdresse demande, CancellationToken annulation)
    {
        var question = $"search?q={Uri.EscapeDataString($"{demande.Voie} {demande.CodePostal} {demande.Commune}")}&postcode={Uri.EscapeDataString(demande.CodePostal)}&limit=1";
        return await AppelerAsync(() => new HttpRequestMessage(HttpMethod.Get, new Uri(reglages.Adresse, question)), annulation) is { } corps ? LireSeule(corps) : (false, null);
    }

    private (bool Repondu, AdresseTrouvee? Reponse) LireSeule(byte[] corps)
    {
        try
        {
            using var json = JsonDocument.Parse(corps, new JsonDocumentOptions { MaxDepth = 16 });
            if (!json.RootElement.TryGetProperty("features", out var trouvees) || trouvees.ValueKind != JsonValueKind.Array)
            {
                NoterPanne("Réponse illisible du service d’adresses : il manque la liste des réponses.");
                return (false, null);
            }

            if (trouvees.GetArrayLength() == 0)
            {
                return (true, null);
            }

            var (proprietes, point) = (trouvees[0].GetProperty("properties"), trouvees[0].GetProperty("geometry").GetProperty("coordinates"));
            string? Texte(string nom) => proprietes.TryGetProperty(nom, out var v) ? v.ValueKind switch { JsonValueKind.String => v.GetString(), JsonValueKind.Number => v.GetRawText(), _ => null } : null;
            // GeoJSON writes the longitude first.
            return (true, new(point[1].GetDouble(), point[0].GetDouble(), Niveau(Texte("type")), double.TryParse(Texte("score"), NumberStyles.Float, CultureInfo.InvariantCulture, out var score) ? score : null, Texte("street") ?? (Texte("type") == "street" ? Texte("name") : null), Texte("postcode"), Texte("city"), Texte("citycode"), Fournisseur, Aujourdhui));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            NoterPanne("Réponse illisible du service d’adresses.");
            return (false, null);
        }
    }

    /// <summary>The body of the answer, or null after the last try.</summary>
    private async Task<byte[]?> AppelerAsync(Func<HttpRequestMessage> demande, CancellationToken annulation)
    {
        var panne = "";
        for (var essai = 1; essai <= reglages.Essais; essai++)
        {
            TimeSpan? attente = null;
            using var delai = CancellationTokenSource.CreateLinkedTokenSource(annulation);
            delai.CancelAfter(reglages.Delai);
            try
            {
                using var message = demande();
                using var reponse = await client.SendAsync(message, HttpCompletionOption.ResponseContentRead, delai.Token);
                if (reponse.IsSuccessStatusCode)
                {
                    return await reponse.Content.ReadAsByteArrayAsync(delai.Token);
                }

                panne = $"Le service d’adresses a répondu {(int)reponse.StatusCode}.";
                if ((int)reponse.StatusCode is not (408 or 429 or >= 500))
                {
                    break;
                }

                attente = reponse.Headers.RetryAfter?.Delta;
            }
            catch (HttpRequestException)
            {
                panne = "Le service d’adresses ne répond pas.";
            }
            catch (OperationCanceledException) when (!annulation.IsCancellationRequested)
            {
                panne = $"Le service d’adresses n’a pas répondu en {reglages.Delai.TotalSeconds:0} s.";
            }

            if (essai < reglages.Essais)
            {
                var pause = attente ?? reglages.Attente * Math.Pow(2, essai - 1);
                await Task.Delay(pause > AttenteMax ? AttenteMax : pause, horloge, annulation);
            }
        }

        NoterPanne(panne);
        return null;
    }

    private void NoterPanne(string panne)
    {
        if (_pannes.Count < 20 && !_pannes.Contains(panne))
        {
            _pannes.Add(panne);
        }
    }

    private DateOnly Aujourdhui => DateOnly.FromDateTime(horloge.GetUtcNow().UtcDateTime);

    private static NiveauDePosition Niveau(string? type) => type switch
    {
        "housenumber" => NiveauDePosition.Numero,
        "street" => NiveauDePosition.Voie,
        "locality" => NiveauDePosition.LieuDit,
        _ => NiveauDePosition.Commune,
    };

    private static string Cellule(string texte) => $"\"{texte.Replace("\"", "\"\"", StringComparison.Ordinal).ReplaceLineEndings(" ")}\"";
}
