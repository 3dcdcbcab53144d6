using System.Globalization;
using System.Text.Json.Nodes;
using FaireAvec.Kernel.Resultats;
using static FaireAvec.Accompagnement.Domain.HorsLigne.GenreDEnvoi;

namespace FaireAvec.Accompagnement.Domain.HorsLigne;

/// <summary>
/// What devices write changes with the application, and a device may come back with what it wrote two releases ago. One step for each kind and version leads
/// to the next one; older than <see cref="PlusAncienne"/> is kept and told in words. The first two versions are those of the trials before publication.
/// </summary>
internal static class VersionsDEnvoi
{
    /// <summary>What devices write today.</summary>
    public const int Courante = 3;

    /// <summary>Two releases ago.</summary>
    public const int PlusAncienne = Courante - 2;

    /// <summary>From this version of this kind to the next one. A pair that isn't here didn't change.</summary>
    private static readonly Dictionary<(GenreDEnvoi Genre, int Version), Action<JsonObject>> Marches = new()
    {
        [(Activite, 1)] = DureeCommeLeFormulaire,
        [(Activite, 2)] = PlusieursPersonnes,
        [(Presence, 1)] = UneNoteParInscription,
        [(RendezVous, 1)] = JourEtHeureSepares,
    };

    /// <summary>The content as today's version has it, or why it can't be read.</summary>
    public static Resultat<JsonObject> Mettre(GenreDEnvoi genre, int version, JsonObject corps)
    {
        if (version > Courante)
        {
            return ErreursHorsLigne.VersionFuture;
        }

        if (version < PlusAncienne)
        {
            return ErreursHorsLigne.VersionAncienne;
        }

        try
        {
            for (var v = version; v < Courante; v++)
            {
                if (Marches.TryGetValue((genre, v), out var marche))
                {
                    marche(corps);
                }
            }

            return corps;
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or ArgumentException)
        {
            // A node of another kind than the one that was written: not ours.
            return ErreursHorsLigne.EnvoiIllisible;
        }
    }

    // 1: minutes alone. 2: as the form has it, at one touch or in hours and minutes.
    private static void DureeCommeLeFormulaire(JsonObject corps)
    {
        if (Prendre(corps, "duree_minutes")?.GetValue<int>() is { } minutes)
        {
            (corps["duree"], corps["heures"], corps["minutes"]) = ("autre", minutes / 60, minutes % 60);
        }
    }

    // 2: one person. 3: as many as one wants.
    private static void PlusieursPersonnes(JsonObject corps)
    {
        if (Prendre(corps, "personne") is { } personne)
        {
            corps["personnes"] = new JsonArray(personne);
        }
    }

    // 1: two lists. 2: what is noted of each, and 3 adds what the device knew of it.
    private static void UneNoteParInscription(JsonObject corps)
    {
        var notes = new JsonArray();
        foreach (var (cle, presente) in new[] { ("presentes", true), ("absentes", false) })
        {
            foreach (var inscription in Prendre(corps, cle)?.AsArray() ?? [])
            {
                notes.Add(new JsonObject { ["inscription"] = inscription?.DeepClone(), ["presente"] = presente });
            }
        }

        corps["notes"] = notes;
    }

    // 1: « 2026-11-27T09:00 » by the clock of the place. 2: the two fields of the form.
    private static void JourEtHeureSepares(JsonObject corps)
    {
        if (Prendre(corps, "debut")?.GetValue<string>() is { } debut)
        {
            var locale = DateTime.ParseExact(debut, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
            (corps["date"], corps["de"]) = (locale.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), locale.ToString("HH:mm", CultureInfo.InvariantCulture));
        }
    }

    private static JsonNode? Prendre(JsonObject corps, string cle) => corps.Remove(cle, out var noeud) ? noeud : null;
}
