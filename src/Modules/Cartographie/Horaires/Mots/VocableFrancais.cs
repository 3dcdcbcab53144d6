using System.Globalization;

namespace FaireAvec.Cartographie.Horaires.Mots;

/// <summary>French. Typographic apostrophe, and a non-breaking space (U+00A0) on both sides of « h », as French typography asks.</summary>
internal sealed class VocableFrancais : Vocable
{
    private const char Insecable = '\u00a0';

    /// <inheritdoc/>
    public override CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("fr-FR");

    /// <inheritdoc/>
    public override string NonCommuniques => "Horaires non communiqués";

    /// <inheritdoc/>
    public override string ToutLeTemps => $"Ouvert 24{Insecable}h sur{Insecable}24";

    /// <inheritdoc/>
    public override string Ferme => "Fermé";

    /// <inheritdoc/>
    public override string SurRendezVous => "Sur rendez-vous";

    /// <inheritdoc/>
    public override string AConfirmer => "Ouverture à confirmer auprès du lieu";

    /// <inheritdoc/>
    public override string FermetureNonPrecisee => "Ouvert, heure de fermeture non précisée";

    /// <inheritdoc/>
    public override string FerieAVerifier => $"Horaires habituels{Insecable}; jour férié, à vérifier";

    /// <inheritdoc/>
    public override string OuvertJusqua(Echeance echeance) => echeance.Eloignement is Eloignement.PlusTard or Eloignement.UneAutreAnnee
        ? $"Ouvert jusqu’au {Moment(echeance, article: false)}"
        : $"Ouvert jusqu’à {Moment(echeance, article: false)}";

    /// <inheritdoc/>
    public override string FermeOuvre(Echeance echeance) =>
        echeance.Eloignement == Eloignement.Aujourdhui ? $"Fermé, ouvre à {Moment(echeance)}" : $"Fermé, ouvre {Moment(echeance)}";

    /// <inheritdoc/>
    public override string FermeRendezVous(Echeance echeance) => $"Fermé, sur rendez-vous à partir {De(echeance)}";

    /// <inheritdoc/>
    public override string FermeAConfirmer(Echeance echeance) => $"Fermé, ouverture à confirmer à partir {De(echeance)}";

    /// <inheritdoc/>
    public override string AConfirmerSelon(string commentaire) => $"À confirmer auprès du lieu{Insecable}: {commentaire}";

    /// <inheritdoc/>
    public override string Heure(int minutes)
    {
        var (heures, reste) = Math.DivRem(minutes, 60);
        return reste == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{heures}{Insecable}h")
            : string.Create(CultureInfo.InvariantCulture, $"{heures}{Insecable}h{Insecable}{reste:00}");
    }

    /// <inheritdoc/>
    public override string Plage(int debut, int fin) =>
        (debut, fin) is (0, 1440) ? $"24{Insecable}h sur{Insecable}24" : $"{Heure(debut)} – {(fin == 1440 ? "minuit" : Heure(fin))}";

    /// <inheritdoc/>
    public override string APartirDe(int debut) => $"à partir de {Heure(debut)}";

    /// <inheritdoc/>
    public override string Date(DateOnly date) => date.Day == 1 ? $"{date.ToString("dddd", Culture)} 1er {date.ToString("MMMM", Culture)}" : date.ToString("dddd d MMMM", Culture);

    private string De(Echeance echeance) => echeance.Eloignement is Eloignement.PlusTard or Eloignement.UneAutreAnnee
        ? $"du {Moment(echeance, article: false)}"
        : $"de {Moment(echeance)}";

    private string Moment(Echeance echeance, bool article = true)
    {
        var le = article ? "le " : "";
        return echeance.Eloignement switch
        {
            Eloignement.Aujourdhui when echeance.Minutes is 0 or 1440 => "minuit",
            Eloignement.Aujourdhui => Heure(echeance.Minutes),
            Eloignement.Demain => $"demain à {Heure(echeance.Minutes)}",
            Eloignement.CetteSemaine => $"{echeance.Date.ToString("dddd", Culture)} à {Heure(echeance.Minutes)}",
            Eloignement.PlusTard => $"{le}{Date(echeance.Date)} à {Heure(echeance.Minutes)}",
            _ => $"{le}{Date(echeance.Date)} {echeance.Date.ToString("yyyy", Culture)} à {Heure(echeance.Minutes)}",
        };
    }
}
