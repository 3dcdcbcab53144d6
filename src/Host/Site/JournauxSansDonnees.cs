using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using FaireAvec.Kernel.Observation;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace FaireAvec.Host.Site;

/// <summary>
/// Logs on the standard output, JSON lines or plain ones. Exceptions go through <see cref="SansDonnees"/>: they are the way by which a name or an address
/// would get there, since the requests themselves aren't logged.
/// </summary>
internal abstract class JournauxSansDonnees(string nom) : ConsoleFormatter(nom)
{
    /// <summary>Chooses the form that the operator wants.</summary>
    public static void Ajouter(ILoggingBuilder journaux, bool lisibles)
    {
        journaux.AddConsole(o => o.FormatterName = lisibles ? Lignes.Nom : EnJson.Nom);
        if (lisibles)
        {
            journaux.AddConsoleFormatter<Lignes, ConsoleFormatterOptions>();
        }
        else
        {
            journaux.AddConsoleFormatter<EnJson, ConsoleFormatterOptions>();
        }
    }

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var message = SansDonnees.Masquer(logEntry.Formatter?.Invoke(logEntry.State, logEntry.Exception) ?? logEntry.State?.ToString());
        Ecrire(textWriter, logEntry.LogLevel, logEntry.Category, logEntry.EventId.Id, message, logEntry.Exception is { } e ? SansDonnees.Decrire(e) : null, logEntry.State as IReadOnlyList<KeyValuePair<string, object?>>);
    }

    protected abstract void Ecrire(TextWriter sortie, LogLevel niveau, string categorie, int evenement, string? message, string? exception, IReadOnlyList<KeyValuePair<string, object?>>? valeurs);

    internal sealed class EnJson(TimeProvider horloge) : JournauxSansDonnees(Nom)
    {
        public const string Nom = "faireavec-json";

        private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

        protected override void Ecrire(TextWriter sortie, LogLevel niveau, string categorie, int evenement, string? message, string? exception, IReadOnlyList<KeyValuePair<string, object?>>? valeurs)
        {
            var tampon = new System.Buffers.ArrayBufferWriter<byte>(512);
            using (var json = new Utf8JsonWriter(tampon, Options))
            {
                json.WriteStartObject();
                json.WriteString("Timestamp", horloge.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
                json.WriteNumber("EventId", evenement);
                json.WriteString("LogLevel", niveau.ToString());
                json.WriteString("Category", categorie);
                json.WriteString("Message", message);
                if (exception is not null)
                {
                    json.WriteString("Exception", exception);
                }

                if (valeurs is { Count: > 0 })
                {
                    json.WriteStartObject("State");
                    foreach (var (nom, valeur) in valeurs)
                    {
                        Ecrire(json, nom, valeur);
                    }

                    json.WriteEndObject();
                }

                json.WriteEndObject();
            }

            sortie.Write(System.Text.Encoding.UTF8.GetString(tampon.WrittenSpan));
            sortie.Write('\n');
        }

        private static void Ecrire(Utf8JsonWriter json, string nom, object? valeur)
        {
            switch (valeur)
            {
                case int n:
                    json.WriteNumber(nom, n);
                    break;
                case long n:
                    json.WriteNumber(nom, n);
                    break;
                case bool b:
                    json.WriteBoolean(nom, b);
                    break;
                default:
                    json.WriteString(nom, SansDonnees.Masquer(Convert.ToString(valeur, CultureInfo.InvariantCulture)));
                    break;
            }
        }
    }

    internal sealed class Lignes() : JournauxSansDonnees(Nom)
    {
        public const string Nom = "faireavec-lignes";

        protected override void Ecrire(TextWriter sortie, LogLevel niveau, string categorie, int evenement, string? message, string? exception, IReadOnlyList<KeyValuePair<string, object?>>? valeurs)
        {
            sortie.Write(niveau switch { LogLevel.Trace => "trce", LogLevel.Debug => "dbug", LogLevel.Information => "info", LogLevel.Warning => "warn", LogLevel.Error => "fail", _ => "crit" });
            sortie.Write($": {categorie}[{evenement.ToString(CultureInfo.InvariantCulture)}] {message?.ReplaceLineEndings(" ")}");
            sortie.Write(exception is null ? "\n" : $"\n{exception}\n");
        }
    }
}
