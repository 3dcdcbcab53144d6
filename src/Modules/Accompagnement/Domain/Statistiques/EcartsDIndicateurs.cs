using System.Globalization;

namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>Where two counts of the same acts differ: nowhere, or something is wrong.</summary>
internal static class EcartsDIndicateurs
{
    /// <summary>One line each: « minutes, 30 au lieu de 45 ».</summary>
    public static IReadOnlyList<string> Entre(Indicateurs montre, Indicateurs vrai)
    {
        var ecarts = new List<string>();
        void Un(string mesure, long elle, long voulue)
        {
            if (elle != voulue)
            {
                ecarts.Add(string.Create(CultureInfo.InvariantCulture, $"{mesure}, {elle} au lieu de {voulue}"));
            }
        }

        void Lignes<T>(string mesure, Dictionary<T, Mesures> elles, Dictionary<T, Mesures> voulues)
            where T : notnull
        {
            foreach (var cle in elles.Keys.Union(voulues.Keys))
            {
                if (elles.GetValueOrDefault(cle) != voulues.GetValueOrDefault(cle))
                {
                    ecarts.Add($"{mesure} {cle}, {elles.GetValueOrDefault(cle)} au lieu de {voulues.GetValueOrDefault(cle)}");
                }
            }
        }

        foreach (var ((mesure, elles), (_, voulues)) in montre.Repartitions.Zip(vrai.Repartitions))
        {
            for (var i = 0; i < elles.Length; i++)
            {
                Un(string.Create(CultureInfo.InvariantCulture, $"{mesure} {i}"), elles[i], voulues[i]);
            }
        }

        Un("minutes", montre.Minutes, vrai.Minutes);
        Un("minutes_de_posture", montre.MinutesDePosture, vrai.MinutesDePosture);
        Un("part_a_la_place", montre.PartALaPlace, vrai.PartALaPlace);
        Un("part_avec", montre.PartAvec, vrai.PartAvec);
        Un("part_faire", montre.PartFaire, vrai.PartFaire);
        Un("sans_nom", montre.SansNom, vrai.SansNom);
        Un("suivies", montre.Suivies, vrai.Suivies);
        Un("sans_nom_nouvelles", montre.SansNomNouvelles, vrai.SansNomNouvelles);
        Un("orientees", montre.Orientees, vrai.Orientees);
        Un("personnes", montre.Personnes.Distinctes, vrai.Personnes.Distinctes);
        Un("auteurs", montre.Auteurs, vrai.Auteurs);
        Lignes("jour", montre.ParJour, vrai.ParJour);
        Lignes("lieu", montre.ParLieu, vrai.ParLieu);
        Lignes("commune", montre.ParCommune, vrai.ParCommune);
        Lignes("departement", montre.ParDepartement, vrai.ParDepartement);
        Lignes("residence", montre.ParResidence, vrai.ParResidence);
        Lignes("organisation", montre.ParOrganisation, vrai.ParOrganisation);
        Lignes("etiquette", montre.ParEtiquette, vrai.ParEtiquette);
        return ecarts;
    }
}
