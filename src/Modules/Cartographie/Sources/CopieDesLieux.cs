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
            Texte(t);
        }

        Reel(l.Latitude);
        Reel(l.Longitude);
        Liste(l.Typologie);
        Texte(l.Telephone);
        Liste(l.Courriels);
        Liste(l.SiteWeb);
        Texte(l.Horaires);
        Texte(l.PresentationResume);
        Texte(l.PresentationDetail);
        Liste(l.Itinerance);
        Texte(l.StructureParente);
        if (l.DateMaj is { } date)
        {
            copie.Write(date, NpgsqlDbType.Date);
        }
        else
        {
            copie.WriteNull();
        }

        foreach (var liste in (string[][])[l.Services, l.PublicsSpecifiquementAdresses, l.PriseEnChargeSpecifique, l.FraisACharge, l.DispositifProgrammesNationaux, l.FormationsLabels, l.AutresFormationsLabels, l.ModalitesAcces, l.ModalitesAccompagnement])
        {
            Liste(liste);
        }

        Texte(l.FicheAccesLibre);
        Texte(l.PriseRdv);
        Texte(l.Retenu);
        copie.Write(l.Empreinte, NpgsqlDbType.Bytea);
        copie.Write(l.CreeLe.UtcDateTime, NpgsqlDbType.TimestampTz);
        copie.Write(l.ModifieLe.UtcDateTime, NpgsqlDbType.TimestampTz);

        // Written into the buffer of the copy, without waiting for each field: only a full buffer waits for the server.
        void Texte(string? t)
        {
            if (t is null)
            {
                copie.WriteNull();
            }
            else
            {
                copie.Write(t, NpgsqlDbType.Text);
            }
        }

        void Liste(string[] t) => copie.Write(t, NpgsqlDbType.Array | NpgsqlDbType.Text);

        void Reel(double? r)
        {
            if (r is { } v)
            {
                copie.Write(v, NpgsqlDbType.Double);
            }
            else
            {
                copie.WriteNull();
            }
        }
    }

    public async Task FinirAsync(CancellationToken annulation) => await copie.CompleteAsync(annulation);

    public ValueTask DisposeAsync() => copie.DisposeAsync();
}
