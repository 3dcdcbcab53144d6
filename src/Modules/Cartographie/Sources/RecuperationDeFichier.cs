using System.Net;
using System.Net.Http.Headers;
using FaireAvec.Kernel.Fichiers;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Web;

namespace FaireAvec.Cartographie.Sources;

/// <summary>
/// Fetches a producer's file over HTTP. Every way in which it can fail is a sentence. It goes through the guard of outgoing calls
/// (<see cref="AppelsSortants"/>), redirects too.
/// </summary>
internal sealed class RecuperationDeFichier(OptionsDeRecuperation options)
{
    /// <param name="adresse">Address of the file.</param>
    /// <param name="etag">Header ETag of the last time, or null.</param>
    /// <param name="modifieLe">Header Last-Modified of the last time, or null.</param>
    /// <param name="progres">Receives the share read, 0 to 1, when the server says the size.</param>
    /// <param name="annulation">Gives up.</param>
    public async Task<Resultat<FichierRecupere>> RecupererAsync(Uri adresse, string? etag, string? modifieLe, Action<double>? progres, CancellationToken annulation)
    {
        using var delai = CancellationTokenSource.CreateLinkedTokenSource(annulation);
        delai.CancelAfter(options.DelaiMax);
        // A handler for each fetch: no connection is kept from one source to another.
        using var client = new HttpMessageInvoker(AppelsSortants.Handler(options.BoucleLocale));
        try
        {
            return await SuivreAsync(client, adresse, etag, modifieLe, progres, delai.Token);
        }
        catch (OperationCanceledException) when (!annulation.IsCancellationRequested)
        {
            return ErreursDeRecuperation.TropLent(adresse, options.DelaiMax);
        }
        catch (Exception e) when (AppelsSortants.EstInterdite(e))
        {
            return ErreursDeRecuperation.AdresseInterdite(adresse);
        }
        catch (Exception e) when (e is IOException or HttpRequestException { InnerException: IOException } or HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse })
        {
            return ErreursDeRecuperation.Coupe(adresse);
        }
        catch (HttpRequestException)
        {
            return ErreursDeRecuperation.Injoignable(adresse);
        }
    }

    private async Task<Resultat<FichierRecupere>> SuivreAsync(HttpMessageInvoker client, Uri adresse, string? etag, string? modifieLe, Action<double>? progres, CancellationToken annulation)
    {
        for (var saut = 0; ; saut++)
        {
            using var demande = Demande(adresse, etag, modifieLe);
            using var reponse = await client.SendAsync(demande, annulation);
            if ((int)reponse.StatusCode is 301 or 302 or 303 or 307 or 308)
            {
                if (saut == options.RedirectionsMax || reponse.Headers.Location is not { } vers)
                {
                    return ErreursDeRecuperation.TropDeRedirections(adresse);
                }

                var suivante = new Uri(adresse, vers);
                if (!AdresseDeSource.EstPermise(suivante) || (adresse.Scheme == "https" && suivante.Scheme == "http"))
                {
                    return ErreursDeRecuperation.RedirectionRefusee(adresse);
                }

                adresse = suivante;
                continue;
            }

            if (reponse.StatusCode == HttpStatusCode.NotModified && (etag ?? modifieLe) is not null)
            {
                return new FichierRecupere(null, etag, modifieLe);
            }

            return reponse.StatusCode == HttpStatusCode.OK
                ? await LireAsync(reponse, adresse, progres, annulation)
                : ErreursDeRecuperation.Statut(adresse, (int)reponse.StatusCode);
        }
    }

    private async Task<Resultat<FichierRecupere>> LireAsync(HttpResponseMessage reponse, Uri adresse, Action<double>? progres, CancellationToken annulation)
    {
        var annonce = reponse.Content.Headers.ContentLength;
        if (annonce > options.TailleMax)
        {
            return ErreursDeRecuperation.TropGros(adresse, options.TailleMax);
        }

        var fichier = FichierDePassage.Ouvrir();
        try
        {
            await using var corps = await reponse.Content.ReadAsStreamAsync(annulation);
            var tampon = new byte[1 << 16];
            var total = 0L;
            int lus;
            while ((lus = await corps.ReadAsync(tampon, annulation)) > 0)
            {
                total += lus;
                // Counted after the transport's compression: what is announced may be a bomb.
                if (total > options.TailleMax)
                {
                    await fichier.DisposeAsync();
                    return ErreursDeRecuperation.TropGros(adresse, options.TailleMax);
                }

                await fichier.WriteAsync(tampon.AsMemory(0, lus), annulation);
                if (annonce > 0)
                {
                    progres?.Invoke(Math.Min(1, (double)total / annonce.Value));
                }
            }

            fichier.Position = 0;
            return new FichierRecupere(fichier, reponse.Headers.ETag?.ToString(), reponse.Content.Headers.TryGetValues("Last-Modified", out var dates) ? dates.First() : null);
        }
        catch
        {
            await fichier.DisposeAsync();
            throw;
        }
    }

    private static HttpRequestMessage Demande(Uri adresse, string? etag, string? modifieLe)
    {
        var demande = new HttpRequestMessage(HttpMethod.Get, adresse);
        demande.Headers.UserAgent.Add(new ProductInfoHeaderValue("FaireAvec", "1"));
        demande.Headers.Accept.ParseAdd("text/csv, application/json, application/geo+json, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, */*;q=0.5");
        if (etag is not null)
        {
            demande.Headers.TryAddWithoutValidation("If-None-Match", etag);
        }

        if (modifieLe is not null)
        {
            demande.Headers.TryAddWithoutValidation("If-Modified-Since", modifieLe);
        }

        return demande;
    }
}
