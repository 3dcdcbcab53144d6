using System.Globalization;
using System.Text.Json;
using FaireAvec.Cartographie.Horaires.Calendrier;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Horaires.Lignes;

/// <summary>
/// Answers a line of « horaires evaluer »: the intervals between « de » and « a », or the state at « instant ». Times are local to « departement »
/// (« 75 » when absent).
/// </summary>
internal sealed class EvaluationDeLigne(VacancesScolaires? vacances)
{
    /// <summary>Longest window, in days: five years.</summary>
    public const int JoursMaximum = 5 * 366;

    /// <summary>Writes the answer.</summary>
    public Erreur? Repondre(JsonElement question, Utf8JsonWriter sortie)
    {
        if (LireDepartement(question, out var departement) is { } erreurDeDepartement)
        {
            return erreurDeDepartement;
        }

        if (ChampsDeLigne.Texte(question, "horaires", out var texte) is { } erreurDeTexte)
        {
            return erreurDeTexte;
        }

        var instantDonne = ChampsDeLigne.Existe(question, "instant");
        if (instantDonne && (ChampsDeLigne.Existe(question, "de") || ChampsDeLigne.Existe(question, "a")))
        {
            return ErreursLignes.InstantEtFenetre();
        }

        return instantDonne
            ? Instant(question, texte, departement, sortie)
            : Fenetre(question, texte, departement, sortie);
    }

    private Erreur? Fenetre(JsonElement question, string texte, string departement, Utf8JsonWriter sortie)
    {
        if (LireHeure(question, "de", departement, out var de) is { } erreurDuDebut)
        {
            return erreurDuDebut;
        }

        if (LireHeure(question, "a", departement, out var a) is { } erreurDeLaFin)
        {
            return erreurDeLaFin;
        }

        if (a < de)
        {
            return ErreursLignes.FenetreInversee();
        }

        if (a - de > TimeSpan.FromDays(JoursMaximum))
        {
            return ErreursLignes.FenetreTropLongue(JoursMaximum);
        }

        var horaires = HorairesOsm.Analyser(texte, vacances);
        if (!horaires.Reussi)
        {
            return horaires.Erreur;
        }

        if (horaires.Valeur.VerifierVacances(de, a, departement) is { } horsTable)
        {
            return horsTable;
        }

        sortie.WriteStartArray("intervalles");
        foreach (var intervalle in horaires.Valeur.Intervalles(de, a, departement))
        {
            sortie.WriteStartArray();
            sortie.WriteStringValue(HeureLocale.Ecrire(intervalle.Debut));
            sortie.WriteStringValue(HeureLocale.Ecrire(intervalle.Fin));
            sortie.WriteBooleanValue(intervalle.Inconnu);
            if (intervalle.Commentaire is { } commentaire)
            {
                sortie.WriteStringValue(commentaire);
            }

            sortie.WriteEndArray();
        }

        sortie.WriteEndArray();
        return null;
    }

    private Erreur? Instant(JsonElement question, string texte, string departement, Utf8JsonWriter sortie)
    {
        if (LireHeure(question, "instant", departement, out var instant) is { } erreur)
        {
            return erreur;
        }

        var horaires = HorairesOsm.Analyser(texte, vacances);
        if (!horaires.Reussi)
        {
            return horaires.Erreur;
        }

        if (horaires.Valeur.VerifierVacances(instant, instant, departement) is { } horsTable)
        {
            return horsTable;
        }

        var etat = horaires.Valeur.EtatA(instant, departement);
        sortie.WriteBoolean("ouvert", etat.Etat == EtatOuverture.Ouvert);
        sortie.WriteBoolean("inconnu", etat.Etat == EtatOuverture.Inconnu);
        sortie.WriteString("commentaire", etat.Commentaire);
        sortie.WriteString("prochain_changement", horaires.Valeur.ProchainChangement(instant, departement) is { } changement ? HeureLocale.Ecrire(changement) : null);
        return null;
    }

    private static Erreur? LireHeure(JsonElement question, string champ, string departement, out DateTimeOffset instant)
    {
        instant = default;
        if (ChampsDeLigne.Texte(question, champ, out var texte) is { } erreur)
        {
            return erreur;
        }

        return HeureLocale.TryLire(texte, departement, out instant) ? null : ErreursLignes.HeureImpossible(champ);
    }

    // « 57 » or 57.
    private static Erreur? LireDepartement(JsonElement question, out string departement)
    {
        departement = "75";
        if (!question.TryGetProperty("departement", out var valeur) || valeur.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var texte = valeur.ValueKind switch
        {
            JsonValueKind.String => valeur.GetString()!,
            JsonValueKind.Number when valeur.TryGetInt32(out var numero) => numero.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
        return texte is null
            ? ErreursLignes.PasUnTexte("departement")
            : CodesDepartements.TryLire(texte, out departement) ? null : ErreursLignes.DepartementInconnu(texte);
    }
}
