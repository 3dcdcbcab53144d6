using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Correspondances.Documents;

/// <summary>What a document may say of the fields of the standard.</summary>
internal static class ChampsDuStandard
{
    /// <summary>The fields that an expression may give; the id and the hours have their own part of the document.</summary>
    public static readonly string[] Tous = [.. FicheLieu.Colonnes.Where(c => c is not ("id" or "horaires"))];

    private static readonly Dictionary<string, ListeFermee> Fermees = new(StringComparer.Ordinal)
    {
        ["services"] = Vocabulaire.Services,
        ["publics_specifiquement_adresses"] = Vocabulaire.Publics,
        ["prise_en_charge_specifique"] = Vocabulaire.PrisesEnCharge,
        ["frais_a_charge"] = Vocabulaire.Frais,
        ["itinerance"] = Vocabulaire.Itinerances,
        ["dispositif_programmes_nationaux"] = Vocabulaire.Dispositifs,
        ["formations_labels"] = Vocabulaire.Formations,
        ["modalites_acces"] = Vocabulaire.ModalitesAcces,
        ["modalites_accompagnement"] = Vocabulaire.Accompagnements,
    };

    private static readonly HashSet<string> Listes = [.. Fermees.Keys, "typologie", "courriels", "site_web", "autres_formations_labels"];

    public static bool EstConnu(string champ) => Tous.Contains(champ, StringComparer.Ordinal);

    /// <summary>True for the fields that hold several values.</summary>
    public static bool EstUneListe(string champ) => Listes.Contains(champ);

    /// <summary>The labels of a closed field; null for the others.</summary>
    public static ListeFermee? ListeFermee(string champ) => Fermees.GetValueOrDefault(champ);
}
