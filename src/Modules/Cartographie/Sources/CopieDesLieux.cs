using FaireAvec.Cartographie.Domain;
using Npgsql;
using NpgsqlTypes;

namespace FaireAvec.Cartographie.Sources;

/// <summary>A COPY of places in course, in the order of <see cref="LieuxLus.Colonnes"/>. Disposed before <see cref="FinirAsync"/>, it copies nothing.</summary>
internal sealed class CopieDesLieux(NpgsqlBinaryImporter copie) : IAsyncDisposable
{
    public async Task EcrireAsync(Lieu l, CancellationToken annulation)
    {
        await copie.StartRowAsync(annulation);
        foreach (var t in (string?[])[l.Id, l.Source, l.Pivot, l.Nom, l.Commune, l.CodePostal, l.CodeInsee, l.Adresse, l.ComplementAdresse])
        {
            await Texte(t);
        }

        await Reel(l.Latitude);
        await Reel(l.Longitude);
        await Liste(l.Typologie);
        await Texte(l.Telephone);
        await Liste(l.Courriels);
        await Liste(l.SiteWeb);
        await Texte(l.Horaires);
        await Texte(l.PresentationResume);
        await Texte(l.PresentationDetail);
        await Liste(l.Itinerance);
        await Texte(l.StructureParente);
        if (l.DateMaj is { } date)
        {
            await copie.WriteAsync(date, NpgsqlDbType.Date, annulation);
        }
        else
        {
            await copie.WriteNullAsync(annulation);
        }

        foreach (var liste in (string[][])[l.Services, l.PublicsSpecifiquementAdresses, l.PriseEnChargeSpecifique, l.FraisACharge, l.DispositifProgrammesNationaux, l.FormationsLabels, l.AutresFormationsLabels, l.ModalitesAcces, l.ModalitesAccompagnement])
        {
            await Liste(liste);
        }

        await Texte(l.FicheAccesLibre);
        await Texte(l.PriseRdv);
        await Texte(l.Retenu);
        await copie.WriteAsync(l.Empreinte, NpgsqlDbType.Bytea, annulation);
        await copie.WriteAsync(l.CreeLe.UtcDateTime, NpgsqlDbType.TimestampTz, annulation);
        await copie.WriteAsync(l.ModifieLe.UtcDateTime, NpgsqlDbType.TimestampTz, annulation);

        Task Texte(string? t) => t is null ? copie.WriteNullAsync(annulation) : copie.WriteAsync(t, NpgsqlDbType.Text, annulation);
        Task Liste(string[] t) => copie.WriteAsync(t, NpgsqlDbType.Array | NpgsqlDbType.Text, annulation);
        Task Reel(double? r) => r is { } v ? copie.WriteAsync(v, NpgsqlDbType.Double, annulation) : copie.WriteNullAsync(annulation);
    }

    public async Task FinirAsync(CancellationToken annulation) => await copie.CompleteAsync(annulation);

    public ValueTask DisposeAsync() => copie.DisposeAsync();
}
