using System.Globalization;

namespace FaireAvec.Cartographie.Horaires.Mots;

/// <summary>English, for the public pages that exist in English. Twenty-four-hour clock, as displayed on the doors.</summary>
internal sealed class VocableAnglais : Vocable
{
    /// <inheritdoc/>
    public override CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("en-GB");

    /// <inheritdoc/>
    public override string NonCommuniques => "Opening hours not provided";

    /// <inheritdoc/>
    public override string ToutLeTemps => "Open 24 hours a day";

    /// <inheritdoc/>
    public override string Ferme => "Closed";

    /// <inheritdoc/>
    public override string SurRendezVous => "By appointment";

    /// <inheritdoc/>
    public override string AConfirmer => "Check with the place whether it is open";

    /// <inheritdoc/>
    public override string FermetureNonPrecisee => "Open, closing time not given";

    /// <inheritdoc/>
    public override string FerieAVerifier => "Usual hours; public holiday, please check";

    /// <inheritdoc/>
    public override string OuvertJusqua(Echeance echeance) => $"Open until {Moment(echeance)}";

    /// <inheritdoc/>
    public override string FermeOuvre(Echeance echeance) => $"Closed, opens {Quand(echeance)}";

    /// <inheritdoc/>
    public override string FermeRendezVous(Echeance echeance) => $"Closed, by appointment from {Moment(echeance)}";

    /// <inheritdoc/>
    public override string FermeAConfirmer(Echeance echeance) => $"Closed, please check for opening from {Moment(echeance)}";

    /// <inheritdoc/>
    public override string AConfirmerSelon(string commentaire) => $"Check with the place: {commentaire}";

    /// <inheritdoc/>
    public override string Heure(int minutes)
    {
        var (heures, reste) = Math.DivRem(minutes, 60);
        return string.Create(CultureInfo.InvariantCulture, $"{heures}:{reste:00}");
    }

    /// <inheritdoc/>
    public override string Plage(int debut, int fin) =>
        (debut, fin) is (0, 1440) ? "24 hours" : $"{Heure(debut)} – {(fin == 1440 ? "midnight" : Heure(fin))}";

    /// <inheritdoc/>
    public override string APartirDe(int debut) => $"from {Heure(debut)}";

    /// <inheritdoc/>
    public override string Date(DateOnly date) => date.ToString("dddd d MMMM", Culture);

    private string Quand(Echeance echeance) => echeance.Eloignement switch
    {
        Eloignement.Aujourdhui => $"at {Moment(echeance)}",
        Eloignement.Demain => Moment(echeance),
        _ => $"on {Moment(echeance)}",
    };

    private string Moment(Echeance echeance) => echeance.Eloignement switch
    {
        Eloignement.Aujourdhui when echeance.Minutes is 0 or 1440 => "midnight",
        Eloignement.Aujourdhui => Heure(echeance.Minutes),
        Eloignement.Demain => $"tomorrow at {Heure(echeance.Minutes)}",
        Eloignement.CetteSemaine => $"{echeance.Date.ToString("dddd", Culture)} at {Heure(echeance.Minutes)}",
        Eloignement.PlusTard => $"{Date(echeance.Date)} at {Heure(echeance.Minutes)}",
        _ => $"{Date(echeance.Date)} {echeance.Date.ToString("yyyy", Culture)} at {Heure(echeance.Minutes)}",
    };
}
