using System.Globalization;
using FaireAvec.Cartographie.Norme.Ecriture;

namespace FaireAvec.Cartographie.Sources;

/// <summary>A correction offered back to the producer of the place.</summary>
internal sealed record CorrectionARendre(string Lieu, string Nom, string Champ, string? ValeurDeLaSource, string? Valeur, string? Motif, DateTimeOffset CreeeLe)
{
    public const string Entete = "id,nom,champ,valeur_de_la_source,valeur_corrigee,motif,corrige_le";

    /// <summary>One row of the file given to the producer; without the author, who is nobody's business there.</summary>
    public string Ligne => string.Join(',', ((string?[])[Lieu, Nom, Champ, ValeurDeLaSource, Valeur, Motif, CreeeLe.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]).Select(EcritureCsv.Champ));
}
