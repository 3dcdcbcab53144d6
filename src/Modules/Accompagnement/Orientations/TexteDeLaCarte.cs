using System.Text;
using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;

namespace FaireAvec.Accompagnement.Orientations;

/// <summary>The card of the person as plain text: where, when, what to bring, and the ways without internet.</summary>
internal static class TexteDeLaCarte
{
    public static string Ecrire(Orientation orientation, LieuQuiRecoit? lieu)
    {
        var texte = new StringBuilder();
        void Ligne(string ligne) => texte.Append(ligne).Append("\r\n");
        Ligne(MotsOrientation.T("Carte.Pour", MotsOrientation.T($"Besoin.{orientation.Code}.Phrase")));
        Ligne("");
        Ligne(lieu?.Lieu.Nom ?? orientation.Structure ?? "");
        if (lieu is not null)
        {
            Ligne(lieu.Adresse);
            foreach (var suite in new[] { lieu.Complement, lieu.Telephone }.OfType<string>())
            {
                Ligne(suite);
            }

            Ligne(lieu.OuvertureEnMots);
            foreach (var (jour, heures) in lieu.Semaine)
            {
                Ligne($"{jour} : {(heures.Length > 0 ? heures : MotsOrientation.T("Carte.Ferme"))}");
            }
        }

        Ligne("");
        if (orientation.RdvLe is { } rdv)
        {
            Ligne(MotsOrientation.T("Carte.Rdv", MotsOrientation.Instant(rdv, lieu?.Fuseau)));
        }

        Ligne(MotsOrientation.T("Carte.Reference", ReferenceDOrientation.Presenter(orientation.Reference)));
        Ligne("");
        Ligne($"{MotsOrientation.T("Carte.Apporter")} : {string.Join(" ; ", MotsOrientation.Apporter(orientation.Code))}");
        Ligne("");
        Ligne(MotsOrientation.T("Carte.SansInternet"));
        foreach (var voie in Enum.GetValues<VoieSansInternet>())
        {
            Ligne($"- {MotsOrientation.T($"SansInternet.{voie}")}");
        }

        return texte.ToString();
    }
}
