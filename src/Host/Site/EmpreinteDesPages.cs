using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace FaireAvec.Host.Site;

/// <summary>
/// The ETag of a page that whoever isn't signed in reads: their own browser keeps it, asks each time whether it has changed, and is told 304 when it hasn't. Nobody
/// else keeps it, unless the page says so itself. A page with a form to send has a token in it, which the framework forbids to keep: it has none (ADR 0024).
/// </summary>
internal sealed class EmpreinteDesPages : IAsyncResultFilter
{
    private const string PourLeNavigateur = "private, no-cache";

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var contexte = context.HttpContext;
        if (context.Result is not PageResult || !(HttpMethods.IsGet(contexte.Request.Method) || HttpMethods.IsHead(contexte.Request.Method)) || contexte.RequestServices.GetRequiredService<Demandeur>().Connecte)
        {
            await next();
            return;
        }

        // In pieces that are used again: a page weighs a hundred kilobytes, which would be a large object each time.
        var page = new Pipe(new PipeOptions(pauseWriterThreshold: 0, minimumSegmentSize: 16 * 1024));
        var corps = contexte.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        contexte.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(page.Writer.AsStream(leaveOpen: true), corps));
        try
        {
            ResultExecutedContext fait;
            try
            {
                fait = await next();
                await contexte.Response.BodyWriter.FlushAsync(contexte.RequestAborted);
            }
            finally
            {
                contexte.Features.Set(corps);
                await page.Writer.CompleteAsync();
            }

            if (fait.Exception is null || fait.ExceptionHandled)
            {
                await RendreAsync(contexte, page.Reader.TryRead(out var lue) ? lue.Buffer : default);
            }
        }
        finally
        {
            await page.Reader.CompleteAsync();
        }
    }

    private static async Task RendreAsync(HttpContext contexte, ReadOnlySequence<byte> page)
    {
        if (SeGarde(contexte.Response))
        {
            var etiquette = Etiquette(page);
            var entetes = contexte.Response.GetTypedHeaders();
            entetes.ETag = etiquette;
            if (contexte.Response.Headers.CacheControl.Count == 0)
            {
                contexte.Response.Headers.CacheControl = PourLeNavigateur;
            }

            if (contexte.Request.GetTypedHeaders().IfNoneMatch.Any(e => e.Equals(EntityTagHeaderValue.Any) || e.Compare(etiquette, useStrongComparison: false)))
            {
                // The type stays: what is said of every page (Vary) is said of this one too.
                contexte.Response.StatusCode = StatusCodes.Status304NotModified;
                contexte.Response.ContentLength = null;
                return;
            }
        }

        foreach (var morceau in page)
        {
            await contexte.Response.Body.WriteAsync(morceau, contexte.RequestAborted);
        }
    }

    private static bool SeGarde(HttpResponse reponse) =>
        reponse.StatusCode == StatusCodes.Status200OK && reponse.Headers.SetCookie.Count == 0 && reponse.GetTypedHeaders().CacheControl is not { NoStore: true };

    private static EntityTagHeaderValue Etiquette(ReadOnlySequence<byte> page)
    {
        using var empreinte = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var morceau in page)
        {
            empreinte.AppendData(morceau.Span);
        }

        return FichierPublic.Etiquette(empreinte.GetHashAndReset());
    }
}
