using System.Net;
using System.Net.Http.Headers;
using FaireAvec.Accompagnement.Domain.Calendriers;
using FaireAvec.Kernel.ICalendar;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Web;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Accompagnement.Calendriers;

/// <summary>Fetches somebody else's calendar, through the guard of outgoing calls, redirects too. Every way in which it can fail is a sentence.</summary>
internal sealed class RecuperationDeCalendrier(IConfiguration configuration)
{
    private const int RedirectionsMax = 3;

    private static readonly TimeSpan Delai = TimeSpan.FromSeconds(20);

    private bool BoucleLocale => configuration["Calendriers:BoucleLocale"] == "true";

    /// <summary>The address to fetch: https, or « webcal », which is the same. Null for anything else, or with a password in it.</summary>
    public Uri? Lire(string? saisie)
    {
        var texte = saisie?.Trim();
        if (texte is not { Length: > 0 and <= 2000 })
        {
            return null;
        }

        if (texte.StartsWith("webcal://", StringComparison.OrdinalIgnoreCase) || texte.StartsWith("webcals://", StringComparison.OrdinalIgnoreCase))
        {
            texte = $"https{texte[texte.IndexOf(':', StringComparison.Ordinal)..]}";
        }

        return Uri.TryCreate(texte, UriKind.Absolute, out var adresse) && Permise(adresse) ? adresse : null;
    }

    public async Task<Resultat<CalendrierRecupere>> RecupererAsync(Uri adresse, string? etag, int tailleMax, CancellationToken annulation)
    {
        using var delai = CancellationTokenSource.CreateLinkedTokenSource(annulation);
        delai.CancelAfter(Delai);
        // A handler for each one: no connection is kept from one calendar to another.
        using var client = new HttpMessageInvoker(AppelsSortants.Handler(BoucleLocale));
        try
        {
            return await SuivreAsync(client, adresse, etag, tailleMax, delai.Token);
        }
        catch (OperationCanceledException) when (!annulation.IsCancellationRequested)
        {
            return ErreursDeCalendrier.Lente;
        }
        catch (Exception e) when (AppelsSortants.EstInterdite(e))
        {
            return ErreursDeCalendrier.Privee;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or HttpRequestException { InnerException: IOException } or HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse })
        {
            return ErreursDeCalendrier.Coupee;
        }
        catch (Exception e) when (e is HttpRequestException or System.Net.Sockets.SocketException)
        {
            return ErreursDeCalendrier.Injoignable;
        }
    }

    private bool Permise(Uri adresse) => adresse.UserInfo.Length == 0 && (adresse.Scheme == "https" || (BoucleLocale && adresse is { Scheme: "http", IsLoopback: true }));

    private async Task<Resultat<CalendrierRecupere>> SuivreAsync(HttpMessageInvoker client, Uri adresse, string? etag, int tailleMax, CancellationToken annulation)
    {
        for (var saut = 0; ; saut++)
        {
            using var demande = new HttpRequestMessage(HttpMethod.Get, adresse);
            demande.Headers.UserAgent.Add(new ProductInfoHeaderValue("FaireAvec", "1"));
            demande.Headers.Accept.ParseAdd("text/calendar, */*;q=0.5");
            if (etag is not null)
            {
                demande.Headers.TryAddWithoutValidation("If-None-Match", etag);
            }

            using var reponse = await client.SendAsync(demande, annulation);
            switch ((int)reponse.StatusCode)
            {
                case 200:
                    return await LireAsync(reponse, tailleMax, annulation);
                case 304 when etag is not null:
                    return new CalendrierRecupere(null, etag);
                case 301 or 302 or 303 or 307 or 308:
                    if (saut == RedirectionsMax || reponse.Headers.Location is not { } vers || !Permise(vers = new Uri(adresse, vers)))
                    {
                        return ErreursDeCalendrier.Redirections;
                    }

                    adresse = vers;
                    continue;
                case 401 or 403:
                    return ErreursDeCalendrier.Fermee;
                case 404 or 410:
                    return ErreursDeCalendrier.Absente;
                case var statut:
                    return ErreursDeCalendrier.Statut(statut);
            }
        }
    }

    private static async Task<Resultat<CalendrierRecupere>> LireAsync(HttpResponseMessage reponse, int tailleMax, CancellationToken annulation)
    {
        if (reponse.Content.Headers.ContentLength > tailleMax)
        {
            return ErreursICalendar.TropGros(tailleMax);
        }

        await using var corps = await reponse.Content.ReadAsStreamAsync(annulation);
        using var contenu = new MemoryStream();
        var tampon = new byte[1 << 15];
        int lus;
        while ((lus = await corps.ReadAsync(tampon, annulation)) > 0)
        {
            // Counted after the transport's compression: what is announced may be a bomb.
            if (contenu.Length + lus > tailleMax)
            {
                return ErreursICalendar.TropGros(tailleMax);
            }

            contenu.Write(tampon, 0, lus);
        }

        return new CalendrierRecupere(contenu.ToArray(), reponse.Headers.ETag?.ToString());
    }
}
