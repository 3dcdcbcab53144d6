using System.Text.RegularExpressions;
using FaireAvec.Kernel.Securite;

namespace FaireAvec.Tests.Architecture.Regles;

/// <summary>Protection of those who work: no ranking, no per-person figure, and no identity for who pays or decides from far.</summary>
internal static partial class ReglesDesPersonnes
{
    /// <summary>Things whose rights show who somebody is, by the middle word of « module.chose.verbe ».</summary>
    private static readonly string[] Nominatives = ["membres", "comptes", "equipes", "demandes", "journal", "beneficiaires", "personnes", "mandats", "activites", "parcours", "candidats", "contrats", "certificats", "aller_vers", "capacitation", "registres", "a_traiter", "mentorats", "annuaire", "orientations", "calendriers", "agenda", "nos_lieux", "rendez_vous"];

    /// <summary>Things that name nobody.</summary>
    private static readonly string[] Anonymes = ["organisations", "traitements", "clients", "plateforme", "donnees", "lieux", "signalements", "sources", "statistiques", "parametres", "webhooks", "evenements", "etiquettes"];

    /// <summary>Who pays, instructs or checks from far: they see organisations, papers and totals.</summary>
    private static readonly Role[] SansIdentite = [Role.Financeur, Role.Payeur, Role.Instructeur, Role.Controleur];

    /// <summary>Who answers for a territory or a network: never for the country.</summary>
    private static readonly Role[] JamaisNationaux = [Role.GestionnaireDepartement, Role.GestionnaireRegion, Role.GestionnaireReseau, Role.Coordinateur];

    public static IEnumerable<string> SurLesDroits(IEnumerable<RegleDeDroit> regles)
    {
        foreach (var regle in regles)
        {
            var chose = regle.Droit.Split('.') is [_, var c, ..] ? c : "";
            if (!Nominatives.Contains(chose) && !Anonymes.Contains(chose))
            {
                yield return $"{regle.Droit}: does it show who somebody is? Write « {chose} » in ReglesDesPersonnes.";
                continue;
            }

            foreach (var (role, portee) in regle.Attributions)
            {
                if (role == Role.Financeur && portee is (Portee.National or Portee.Territoire))
                {
                    yield return $"{regle.Droit}: a financeur sees its own action only.";
                }

                if (Nominatives.Contains(chose) && (SansIdentite.Contains(role) || (JamaisNationaux.Contains(role) && portee == Portee.National)))
                {
                    yield return $"{regle.Droit}: {role} must not see identities ({portee}).";
                }
            }
        }
    }

    /// <summary>A table whose rows name staff is never sorted by a number.</summary>
    public static IEnumerable<string> SurLesPages(string fichier, string texte) =>
        from Match tableau in Tableau().Matches(texte)
        where NommeDesProfessionnels().IsMatch(tableau.Value)
            && Colonne().Matches(tableau.Value).Any(c => c.Value.Contains("nombre=", StringComparison.Ordinal) && c.Value.Contains("tri=", StringComparison.Ordinal))
        select $"{fichier} names staff in a table sorted by a number: nobody who helps is ranked.";

    [GeneratedRegex("<fa-tableau.*?</fa-tableau>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Tableau();

    [GeneratedRegex(@"NomComplet|NomAsync|\.Prenom\b|PersonnePartie|Compte\.Nom\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NommeDesProfessionnels();

    [GeneratedRegex("<fa-colonne[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Colonne();
}
